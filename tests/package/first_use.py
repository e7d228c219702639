"""The first use by somebody who has never seen the plugin, inside QGIS: presses what a person presses, keeps pictures and seconds."""

from __future__ import annotations

import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsFeatureRequest, QgsProject
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

QUIET_S = 0.6  # so long a map that has just got layers may take to begin drawing


def until(condition, seconds=120):
    """Turn the event loop until a condition holds."""
    clock = QTimer()  # waiting for events would never end where none comes
    clock.start(20)
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError("not in time")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class FirstUse:
    """One person at one window."""

    def __init__(self, answers, pictures):
        self.answers, self.pictures = answers, Path(pictures)
        self.window, self.canvas, self.plugin = utils.iface.mainWindow(), utils.iface.mapCanvas(), utils.plugins["community3d"]
        self.desk = self.plugin.desk
        self.window.showNormal()
        self.window.resize(1280, 768)
        answers.update(seconds={}, clicks=0)

    @property
    def panel(self):
        return self.plugin._parts[0].dock

    def _busy(self):
        return self.plugin._parts[0].busy or self.desk.runner.busy or self._explaining().asking.busy

    def picture(self, name):
        began = time.monotonic()
        until(lambda: not self._busy() and not self.desk.layertree.busy)
        until(lambda: time.monotonic() > began + QUIET_S and not self.canvas.isDrawing())
        self.window.grab().save(str(self.pictures / f"{name}.png"))

    def press(self, button):
        self.answers["clicks"] += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def step(self, name, act):
        began = time.monotonic()
        act()
        until(lambda: not self._busy())
        self.answers["seconds"][name] = round(time.monotonic() - began, 1)
        self.picture(f"{len(self.answers['seconds'])}-{name}")

    def greeted(self):
        self.picture("0-welcome")
        buttons = utils.iface.messageBar().findChildren(QPushButton)
        self.step("sample", lambda: self.press(next(button for button in buttons if "示例" in button.text())))
        self.answers.update(banner=self.panel.header.banner.isVisible(), rows=self.desk.binding.tables())

    def computed(self):
        self.step("coverage", lambda: self.press(self.panel.circle.run_button))
        table = self.panel.circle.result
        cells = [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]
        self.answers.update(result=cells, state=self.panel.circle.title())

    def explained(self):
        self.step("explain", self._explain)
        part = self._explaining()
        self.answers.update(explained=part.section.head.text(), walks=part.section.rows.topLevelItemCount())

    def _explaining(self):
        return next(each for each in self.plugin._parts if type(each).__name__ == "Explain")

    def _explain(self):
        """The tool's button, then a click on a doorplate that is too far from elderly care."""
        part = self._explaining()
        place = next(part.ledger().getFeatures(QgsFeatureRequest().setFilterExpression("\"elderly_why\" = 'too_far'"))).geometry().asPoint()
        self.canvas.setCenter(place)
        self.canvas.zoomScale(2500)
        self.answers["clicks"] += 2
        part.action.setChecked(True)
        at = self.canvas.getCoordinateTransform().transform(place)
        kind, left = QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton
        self.canvas.mapTool().canvasReleaseEvent(QgsMapMouseEvent(self.canvas, kind, QPoint(round(at.x()), round(at.y())), left))

    def checked(self):
        self._open(self.panel.results)
        self.step("check", lambda: self.press(self.panel.results.run_button))
        self.answers["files"] = sorted(path.name for path in self.panel.results.output().iterdir())
        self._open(self.panel.checks)
        self.step("problems", lambda: self.press(self.panel.checks.run_button))
        self.answers["problems"] = self.panel.checks.title()

    def _open(self, wanted):
        self.panel.setUserVisible(True)
        for step in self.panel.steps:
            step.setCollapsed(step is not wanted)


def use(answers, pictures):
    """All steps in their order; afterwards QGIS may close without asking."""
    person = FirstUse(answers, pictures)
    person.greeted()
    person.computed()
    person.explained()
    person.checked()
    QgsProject.instance().setDirty(False)
