"""Try it here: a facility dragged by the mouse, a gate clicked, and what the panel says of it."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

pytestmark = pytest.mark.qgis
X, Y, CRS = 560_000.0, 3_460_000.0, "EPSG:4549"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A street of 3 km with 12 households at its western end and the only market 2.6 km away: ten minutes do not do."""
    import geopandas as gpd
    import shapely
    from community3d.layers.geopackage import write_geopackage

    def frame(columns, shapes):
        return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(shapes).translate(X, Y).to_numpy(), crs=CRS)

    doors = [shapely.Point(x, 10) for x in (50, 150, 250)]
    wall = shapely.LineString([(400, -50), (400, 50)])
    tables = {
        "doorplates": frame({"doorplate_id": ["D1", "D2", "D3"], "households": [3, 4, 5]}, doors),
        "facilities": frame({"facility_id": ["F1"], "services": ["market"], "name": ["菜市场"]}, [shapely.Point(2900, 10)]),
        "streets": frame({"street_id": ["S1"]}, [shapely.LineString([(0, 0), (3000, 0)])]),
        "gates": frame({"gate_id": ["G1"], "open": ["all"]}, [shapely.Point(400, 0)]),
        "walls": frame({"wall_id": ["W1"]}, [wall]),
    }
    path = tmp_path_factory.mktemp("try") / "试.gpkg"
    write_geopackage(path, tables, crs=CRS)
    return path


@pytest.fixture
def tried(plugin, desk, made, tmp_path, window):
    """The tool on the map of that workspace: two metres a pixel."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    desk.binding.bind(Path(copy(made, tmp_path)))
    canvas = window.mapCanvas()
    window.mainWindow().resize(1700, 500)
    window.mainWindow().show()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    canvas.setExtent(QgsRectangle(X - 100, Y - 400, X + 3100, Y + 400))
    part = next(part for part in plugin._parts if type(part).__name__ == "TryIt")
    part._action.trigger()
    assert canvas.mapTool() is part.dock.tool
    return part


def pixel(canvas, x: float, y: float):
    from qgis.core import QgsPointXY

    return canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y)).toQPointF().toPoint()


def drag(canvas, start, end, keys=None) -> None:
    """Press at one place of the workspace, move, let go at another."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    held = keys or Qt.KeyboardModifier.NoModifier
    one, two = pixel(canvas, *start), pixel(canvas, *end)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, held, one)
    QTest.mouseMove(canvas.viewport(), (one + two) / 2)
    QTest.mouseMove(canvas.viewport(), two)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, held, two)


def said(dock) -> dict[str, list[str]]:
    table = dock.table
    return {table.item(row, 0).text(): [table.item(row, column).text() for column in (1, 2, 3)] for row in range(table.rowCount())}


def test_a_market_dragged_near_brings_twelve_households_within_reach(tried, desk, window, until, project):
    dock = tried.dock
    drag(window.mapCanvas(), (2900, 10), (300, 10))
    assert [(row.action, row.id) for row in dock.changes.rows] == [("move_facility", "F1")]
    until(lambda: not desk.runner.busy)
    market = said(dock)["Wet market"]
    assert (market[0], market[1]) == ("+12", "")
    assert market[2] == "0.0% → 100.0%"
    drawn = [layer for layer in project.mapLayers().values() if layer.customProperty("community3d/role") == "whatif"]
    assert len(drawn) == 1
    assert drawn[0].featureCount() == 3


def test_a_new_facility_a_closed_one_and_a_gate(tried, desk, window, until):
    from qgis.PyQt.QtCore import Qt

    dock, canvas = tried.dock, window.mapCanvas()
    dock.services.setCurrentIndex(dock.services.findData("market"))
    drag(canvas, (600, 10), (600, 10), Qt.KeyboardModifier.ShiftModifier)
    until(lambda: not desk.runner.busy)
    # The market stands at 600 m; the third house at 250 m walks 350 m and two legs of 10 m, the first one 550 m.
    assert said(dock)["Wet market"][0] == "+12"
    drag(canvas, (400, 0), (400, 0))
    until(lambda: not desk.runner.busy and not dock._waiting)
    # Behind the shut gate nobody reaches it.
    assert said(dock)["Wet market"][:2] == ["", ""]
    assert [row.action for row in dock.changes.rows] == ["add_facility", "close_gate"]
    drag(canvas, (400, 0), (400, 0))
    assert [row.action for row in dock.changes.rows] == ["add_facility", "open_gate"]
    until(lambda: not desk.runner.busy and not dock._waiting)


def test_changes_are_kept_as_rows_of_a_scenario(tried, desk, window, until, tmp_path):
    from community3d.layers.geopackage import read_table

    drag(window.mapCanvas(), (2900, 10), (300, 10))
    until(lambda: not desk.runner.busy)
    tried.dock.keep(tmp_path / "方案.gpkg")
    rows = read_table(tmp_path / "方案.gpkg", "scenario")
    assert rows[["action", "id"]].to_numpy().tolist() == [["move_facility", "F1"]]
    assert rows["place"].iloc[0].startswith("Point")
    tried.dock.take_back()
    assert (tried.dock.changes.rows, tried.dock.table.rowCount()) == ([], 0)


def test_the_tool_goes_with_another_tool_and_with_the_plugin(tried, window, plugin):
    from qgis.gui import QgsMapToolPan

    canvas = window.mapCanvas()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert not tried._action.isChecked()
    assert tried.dock.tool is None
    tried._action.trigger()
    assert canvas.mapTool() is tried.dock.tool
    plugin.unload()
    assert canvas.mapTool() is None or canvas.mapTool() is pan
    plugin.initGui()


def test_only_the_first_change_waits_for_a_whole_run_and_the_later_ones_tell_the_same(tried, desk, window, until, monkeypatch):
    from community3d.processing.engine import whatif

    runs, whole = [], whatif.base_run
    monkeypatch.setattr(whatif, "base_run", lambda *given, **more: runs.append(1) or whole(*given, **more))
    dock, canvas = tried.dock, window.mapCanvas()
    told = []
    for place in ((300, 10), (1500, 10), (300, 10)):
        start = dock.changes.of("F1")
        drag(canvas, (start.place.x() - X, 10) if start else (2900, 10), place)
        until(lambda: not desk.runner.busy and not dock._waiting)
        told.append(said(dock)["Wet market"][:2])
    # From 1,500 m nobody is within 600 m of the market; from 300 m all twelve are.
    assert told == [["+12", ""], ["", ""], ["+12", ""]]
    assert len(runs) == 1


def test_a_changed_workspace_is_run_anew_and_nothing_is_kept_without_the_tool(tried, desk, window, until):
    from qgis.core import QgsApplication, QgsVectorLayer

    dock, canvas, keeper = tried.dock, window.mapCanvas(), QgsApplication.processingRegistry().providerById("community3d").keeper
    drag(canvas, (2900, 10), (300, 10))
    until(lambda: not desk.runner.busy)
    assert keeper._kept is not None
    doors = QgsVectorLayer(desk.binding.source("doorplates"), "doorplates", "ogr")
    assert doors.dataProvider().deleteFeatures([next(row.id() for row in doors.getFeatures() if row["doorplate_id"] == "D3")])
    del doors
    drag(canvas, (300, 10), (320, 10))
    until(lambda: not desk.runner.busy)
    # Without the five households of D3 seven are left.
    assert said(dock)["Wet market"][0] == "+7"
    tried._action.trigger()
    assert keeper._kept is None
