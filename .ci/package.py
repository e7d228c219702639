"""Builds dist/community3d.zip, or the zip that is named: what the plugin needs at run time and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("plugin/", "layers/", "processing/", "styles/", "i18n/")
FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
# QGIS reads translations in no other form; without it the plugin speaks English only. It is data, nothing in it can run.
COMPILED = "i18n/community3d_zh_CN.qm"
LEFT_OUT = (
    *(".ts", "package.json", "i18n/catalogue.py"),
    *("styles/__main__.py", "styles/make_qml.py", "styles/make_layouts.py", "styles/layout_parts.py"),
)
LIMIT_MB = 25


def shipped() -> list[str]:
    """The tracked files that go into the zip, and the compiled translation."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    wanted = [name for name in tracked if name in FILES or name.startswith(FOLDERS)]
    return sorted([name for name in wanted if not name.endswith(LEFT_OUT)] + [COMPILED])


def build(target: Path) -> int:
    """Write the zip with fixed dates, so that equal sources give equal files; returns its size in bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in shipped():
            entry = zipfile.ZipInfo(f"community3d/{name}", date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (ROOT / name).read_bytes())
    return target.stat().st_size


def main() -> int:
    """Build and say how large it is."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("dist/community3d.zip")
    size_mb = build(ROOT / target) / 1e6
    sys.stdout.write(f"{target}  {size_mb:.2f} MB\n")
    return 0 if size_mb <= LIMIT_MB else 1


if __name__ == "__main__":
    sys.exit(main())
