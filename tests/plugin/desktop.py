"""Clicks on doorplates as a person does, in a canvas of 800 by 600 pixels."""

from __future__ import annotations

from .conftest import Window


def part_of(plugin):
    """The part that explains."""
    return next(each for each in plugin._parts if type(each).__name__ == "Explain")


def click_on(plugin, doorplate, until):
    """A click on a doorplate of the ledger; the part when all its walks have come."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsPointXY, QgsRectangle
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent, QPoint, Qt

    part, canvas = part_of(plugin), plugin.desk.iface.mapCanvas()
    canvas.resize(800, 600)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    row = next(part.ledger().getFeatures(QgsFeatureRequest().setFilterExpression(f"doorplate_id = '{doorplate}'")))
    place = row.geometry().asPoint()
    canvas.setExtent(QgsRectangle(place.x() - 400, place.y() - 300, place.x() + 400, place.y() + 300))
    part.action.setChecked(True)
    at = canvas.getCoordinateTransform().transform(QgsPointXY(place.x() + 2, place.y()))
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, QPoint(round(at.x()), round(at.y())), Qt.MouseButton.LeftButton)
    canvas.mapTool().canvasReleaseEvent(event)
    until(lambda: not plugin.desk.runner.busy and not part.asking.busy)
    return part


def line(part, name):
    """The row of a category: facility, metres, minutes, limit, remark."""
    rows = [part.section.rows.topLevelItem(number) for number in range(part.section.rows.topLevelItemCount())]
    row = next(each for each in rows if each.text(0).endswith(name))
    from community3d.plugin.explain.section import REMARK

    remark = row.child(0).data(0, REMARK)
    facility = row.child(0).text(0).removesuffix(remark).strip()
    return [facility, *(row.text(column) for column in range(1, 4)), remark]


def started(path):
    """The plugin in an empty project, with a result shown."""
    from community3d import classFactory
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication

    QgsProject.instance().clear()
    plugin = classFactory(Window())
    plugin.initGui()
    plugin.desk.layertree.show_result(path)
    while plugin.desk.layertree.busy:
        QCoreApplication.processEvents()
    return plugin


def ended(plugin):
    """Unload it and leave an empty project."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    plugin.unload()
    QgsProject.instance().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
