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
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QDockWidget, QTableView

FOLDER = Path(os.environ["PICTURES"])
LANGUAGE = os.environ.get("HELP_LANGUAGE", "zh")
WIDTH = 1280
NEAR = 0.02  # degrees; one of the sample's doorplates lies far outside on purpose


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
    """Sample district, coverage, import, explanation, problems: a picture of each."""
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
    parts = {type(part).__name__: part for part in plugin._parts}
    show_import(desk, panel)
    show_explanation(desk, parts["Explain"])
    show_problems(desk, panel, parts["Problems"])


def show_import(desk, panel) -> None:
    """The import dialog with a register that it recognises."""
    register = FOLDER / "门牌20261120.csv"
    register.write_bytes(_register(desk.layertree.layer("doorplates")).encode("gb18030"))
    panel.data.importing.open("doorplates")
    dialog = panel.data.importing.dialog
    dialog.start_with(str(register))
    until(lambda: dialog.mapping.rowCount() > 0 and not desk.runner.busy)
    settle()
    dialog.file.blockSignals(True)
    dialog.file.lineEdit().setText(register.name)
    settle()
    save("import", dialog.grab())
    dialog.reject()
    register.unlink()


def _register(doorplates) -> str:
    """The sample's doorplates as a police station would give them, with invented persons."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    way = QgsCoordinateTransform(doorplates.crs(), degrees, QgsProject.instance())
    lines = ["门牌编号,地址,户数,户主姓名,联系电话,经度,纬度"]
    middle = way.transform(next(doorplates.getFeatures()).geometry().asPoint())
    for number, row in enumerate(doorplates.getFeatures()):
        place = way.transform(row.geometry().asPoint()) if row.hasGeometry() else None
        if place is not None and abs(place.x() - middle.x()) < NEAR:
            lines.append(f"{row['doorplate_id']},{row['address']},{row['households']},张三,13800000000,{place.x():.6f},{place.y():.6f}")
        if number > 300:
            break
    return "\n".join(lines)


def show_explanation(desk, explain) -> None:
    """The explanation of the doorplate that misses most in most ways."""
    ledger = explain.ledger()
    names = [name for name in ledger.fields().names() if name.endswith("_why")]
    row = max(ledger.getFeatures(), key=lambda row: len({str(row[name]) for name in names}))
    explain.explain(row, ledger)
    explain.section.setFloating(True)
    explain.section.resize(400, 640)
    until(lambda: not desk.runner.busy and not explain.asking.busy)
    settle()
    save("explain", explain.section.grab())
    explain.section.setUserVisible(False)


def show_problems(desk, panel, problems) -> None:
    """The list of problems, the first that can be mended chosen."""
    panel.checks.run_button.click()
    until(lambda: not desk.runner.busy)
    dock = problems.show()
    dock.setFloating(True)
    dock.resize(1180, 380)
    settle()
    table = dock.findChild(QTableView)
    table.selectRow(1)
    settle()
    save("problems", dock.grab())


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
