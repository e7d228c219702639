"""Scans the zip as plugins.qgis.org does after an upload, and checks what the site asks of the package itself.

Bandit and detect-secrets block an upload: any finding of any rule fails here, the low ones of Bandit included.
Flake8 and the look at the files only inform there; here they fail as well. Rules as of 2026-09 in qgis/QGIS-Plugins-Website,
qgis-app/plugins/management/commands/data. Usage: site_scan.py dist/community3d.zip
"""

from __future__ import annotations

import configparser
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

TOOLS = Path(sys.executable).parent
# The codes of Flake8 that the site has switched on.
FLAKE8 = "C901,E101,E711,E712,E713,E714,E721,E722,E731,E741,E742,E743,E901,E902,E999,F402,F403,F404,F405,F811,F821,F822,F823,F831,F901,W605"
# Readiness for Qt 6 and the habits of PyQGIS; QGS105 wants iface imported, which is None in qgis_process.
QGIS_RULES = "QGS1,QGS4"
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyo", ".pyd")
UNWANTED = ("__pycache__", ".git", "__MACOSX", "tests")
READABLE_LINE = 1000  # a longer line of a script is a bundle that nobody can review
LIMIT_MB = 25


def entry_faults(archive: zipfile.ZipFile) -> list[str]:
    """What the site refuses about names, sizes and permissions of the files."""
    faults = []
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if "\\" in entry.filename or path.is_absolute() or ".." in path.parts or ":" in entry.filename:
            faults.append(f"{entry.filename}: not a plain relative path")
        if path.suffix in SUSPICIOUS or set(path.parts) & set(UNWANTED):
            faults.append(f"{entry.filename}: does not belong into a plugin")
        if any(part.startswith(".") for part in path.parts):
            faults.append(f"{entry.filename}: hidden file")
        if (entry.external_attr >> 16) & 0o111:
            faults.append(f"{entry.filename}: executable")
        if path.suffix in (".js", ".mjs", ".css", ".html"):
            longest = max(map(len, archive.read(entry).decode("utf-8").splitlines()), default=0)
            if longest > READABLE_LINE:
                faults.append(f"{entry.filename}: a line of {longest} letters, a minified bundle")
    return faults


def package_faults(path: Path) -> list[str]:
    """What the site refuses before it scans: folder, licence, metadata, size; and every unfit file."""
    faults = [f"{path.name}: larger than {LIMIT_MB} MB"] if path.stat().st_size > LIMIT_MB * 1_000_000 else []
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        folders = {name.split("/")[0] for name in names}
        if len(folders) != 1:
            return [*faults, f"{path.name}: more than one folder: {sorted(folders)}"]
        (folder,) = folders
        if not folder.isidentifier() or "plugin" in folder.lower():
            faults.append(f"{folder}: not a name for a plugin's folder")
        faults += [f"{needed} is missing" for needed in ("LICENSE", "__init__.py", "metadata.txt") if f"{folder}/{needed}" not in names]
        faults += metadata_faults(archive.read(f"{folder}/metadata.txt"), {name[len(folder) + 1 :] for name in names})
        return faults + entry_faults(archive)


def metadata_faults(content: bytes, names: set[str]) -> list[str]:
    """What the site refuses about metadata.txt."""
    if content.startswith(b"\xef\xbb\xbf"):
        return ["metadata.txt: starts with a byte-order mark"]
    # The site interpolates: a lone percent sign is an error there, and here.
    parser = configparser.ConfigParser()
    parser.optionxform = str
    try:
        parser.read_string(content.decode("utf-8"))
        general = dict(parser["general"])
    except configparser.Error as error:
        return [f"metadata.txt: {error}"]
    faults = [f"metadata.txt: {key} is missing" for key in REQUIRED if not general.get(key, "").strip()]
    if "/" in general.get("author", ""):
        faults.append("metadata.txt: a slash in the author")
    if "supportsQt6" in general:
        faults.append("metadata.txt: supportsQt6 is out of use; qgisMaximumVersion says it")
    if not general.get("qgisMaximumVersion", "").startswith("4."):
        faults.append("metadata.txt: without qgisMaximumVersion=4.99 the plugin is not offered in QGIS 4")
    if general.get("icon", "") not in names:
        faults.append("metadata.txt: the icon is not in the package")
    return faults


def started(folder: Path) -> dict[str, subprocess.Popen[str]]:
    """The scanners at work side by side, as the site calls them; Flake8 looks for PyQGIS's own traps as well."""
    commands = {
        "bandit": ["bandit", "-r", ".", "-f", "json", "--quiet"],
        "detect-secrets": ["detect-secrets", "scan", "--all-files", "."],
        "flake8": ["flake8", "--isolated", "--max-line-length=120", f"--select={FLAKE8},{QGIS_RULES}", "--extend-ignore=QGS105", "."],
    }
    return {
        name: subprocess.Popen([TOOLS / command[0], *command[1:]], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name, command in commands.items()
    }


def findings(name: str, printed: str) -> list[str]:
    """What one scanner found, a line each."""
    if name == "bandit":
        return [f"{hit['test_id']} {hit['filename']}:{hit['line_number']} {hit['issue_text']}" for hit in json.loads(printed)["results"]]
    if name == "detect-secrets":
        results = json.loads(printed)["results"]
        return [f"{hit['type']} {path}:{hit['line_number']}" for path, hits in results.items() for hit in hits]
    return printed.splitlines()


def scan(path: Path) -> list[str]:
    """All faults of the package, the scanners' findings among them."""
    faults = package_faults(path)
    with tempfile.TemporaryDirectory() as temporary:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(temporary)
        for name, scanner in started(Path(temporary)).items():
            printed, complaints = scanner.communicate()
            if scanner.returncode not in (0, 1):
                faults.append(f"{name} failed: {complaints}")
            else:
                faults += [f"{name}: {finding}" for finding in findings(name, printed)]
    return faults


def main() -> int:
    """Scan the zip that is named."""
    faults = scan(Path(sys.argv[1]))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    sys.stdout.write(f"{sys.argv[1]}: {len(faults)} findings\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
