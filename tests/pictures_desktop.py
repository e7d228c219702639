"""Makes the help's pictures of QGIS with the panel: run inside QGIS, in the language of the help.

    xvfb-run -a -s "-screen 0 1600x900x24" qgis --profiles-path PROFILES --profile default --nologo --code tests/pictures_desktop.py

PICTURES names the folder, HELP_LANGUAGE is zh or en; QGIS ends by itself.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QDockWidget

FOLDER = Path(os.environ["PICTURES"])
LANGUAGE = os.environ.get("HELP_LANGUAGE", "zh")
WIDTH = 1280


def until(condition, seconds: float = 90.0) -> bool:
    """Turn the event loop until the condition holds."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return condition()


def settle(seconds: float = 2.0) -> None:
    """Let the map and the widgets be drawn."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end, seconds + 1)


def save(name: str, picture: QPixmap) -> None:
    """Write a picture, no wider than the pages."""
    from qgis.PyQt.QtCore import Qt

    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.save(str(FOLDER / f"{name}-{LANGUAGE}.png"))


def make() -> None:
    """Sample district, coverage, problems: a picture of each."""
    plugin = qgis.utils.plugins["community3d"]
    window = qgis.utils.iface.mainWindow()
    window.resize(1600, 900)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    desk = plugin.desk
    part = next(part for part in plugin._parts if type(part).__name__ == "Panel")
    part.show(True)
    panel = part.dock
    panel.data.sample_button.click()
    until(lambda: not desk.runner.busy and desk.binding.path)
    settle()
    save("panel-data", panel.grab())
    panel.circle.run_button.click()
    until(lambda: not desk.runner.busy and desk.binding.result)
    until(lambda: desk.layertree.layer("ledger"))
    qgis.utils.iface.messageBar().clearWidgets()
    settle(8)
    save("window-coverage", window.grab())
    save("panel-coverage", panel.grab())


def run() -> None:
    """Make all, then end QGIS whatever happened."""
    try:
        make()
    except Exception as error:
        (FOLDER / "failed.txt").write_text(repr(error), encoding="utf-8")
    finally:
        os._exit(0)


if "qgis.utils" in sys.modules:
    QTimer.singleShot(4000, run)
