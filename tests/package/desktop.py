"""A real QGIS desktop under Xvfb, driven by a script that leaves its answers in a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

# What every script begins and ends with; a fault of the script is an answer, not a window nobody closes.
FRAME = """
import json, pathlib, traceback
from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer, QSettings

answers = {{}}

def ask():
{body}

def go():
    try:
        ask()
    except Exception:
        answers["fault"] = traceback.format_exc()
    pathlib.Path({answers!r}).write_text(json.dumps(answers), encoding="utf-8")
    QTimer.singleShot(0, QgsApplication.instance().quit)

QTimer.singleShot(0, go)
"""


def program() -> str | None:
    """The desktop itself: Debian's wrapper is a script around it."""
    return shutil.which("qgis.bin") or shutil.which("qgis")


def ready() -> bool:
    """Whether a desktop can be started here."""
    return program() is not None and shutil.which("xvfb-run") is not None


def ask(folder: Path, body: str, *, packages: str = "", language: str = "zh_CN", timeout_s: float = 240) -> dict:
    """The answers that a script gives inside a desktop with the profile in folder."""
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[locale]\nuserLocale={language}\noverrideFlag=true\n", encoding="utf-8")
    answers, script = folder / "answers.json", folder / "script.py"
    answers.unlink(missing_ok=True)
    indented = "".join(f"    {line}\n" for line in body.strip().splitlines())
    script.write_text(FRAME.format(body=indented, answers=str(answers)), encoding="utf-8")
    command = ["xvfb-run", "-a", program(), "--profiles-path", folder, "--profile", "default", "--nologo", "--noversioncheck"]
    # QGIS keeps the compiled modules of a plugin, as it does everywhere but under these tests.
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "QGIS_CUSTOM_CONFIG_PATH")}
    environment = {**kept, "HOME": str(folder), "PYTHONPATH": packages, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run([*command, "--code", script], env=environment, capture_output=True, text=True, timeout=timeout_s)
    if not answers.exists():
        raise RuntimeError(f"QGIS ended without an answer: {done.returncode} {done.stderr[-2000:]}")
    found = json.loads(answers.read_text(encoding="utf-8"))
    if "fault" in found:
        raise RuntimeError(found["fault"])
    return found
