"""The problem list driven by its keys: decisions, map, checks and fixes on a small workspace."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> Path:
    """A street of two grids with one end that misses its street and a sliver, and what a check finds in it."""
    import geopandas as gpd
    import shapely
    from community3d.layers.geopackage import write_geopackage
    from community3d.layers.profiles import profile, walker
    from community3d.layers.quality.given import open_workspace
    from community3d.layers.words import english
    from community3d.processing.engine.dataquality import examine
    from community3d.processing.engine.results import Settings
    from community3d.processing.report.quality.facts import QualityFacts
    from community3d.processing.report.quality.listed import named_problems

    crs, x, y = "EPSG:4549", 560_000.0, 3_460_000.0
    community, first, second = "990106001001", "990106001001001", "990106001001002"

    def frame(columns, shapes):
        return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(shapes).translate(x, y).to_numpy(), crs=crs)

    tables = {
        "areas": frame(
            {
                "code": [community, first, second],
                "name": ["望湖社区", "第一网格", "第二网格"],
                "level": ["community", "grid", "grid"],
                "parent_code": [None, community, community],
            },
            [shapely.box(0, 0, 400, 200), shapely.box(0, 0, 201, 200), shapely.box(200, 0, 400, 200)],
        ),
        "doorplates": frame(
            {"doorplate_id": ["D1", "D2", "D3"], "address": ["长江路2号", "长江路4号", "长江路6号"], "households": [3, 4, 5]},
            [shapely.Point(50, 110), shapely.Point(150, 110), shapely.Point(250, 110)],
        ),
        "facilities": frame({"facility_id": ["F1"], "services": ["market"], "name": ["菜市场"]}, [shapely.Point(350, 110)]),
        "streets": frame(
            {"street_id": ["S1", "S2"], "name": ["长江路", None]},
            [shapely.LineString([(0, 100), (400, 100)]), shapely.LineString([(300, 100.5), (300, 180)])],
        ),
    }
    path = tmp_path_factory.mktemp("checked") / "望湖.gpkg"
    write_geopackage(path, tables, crs=crs)
    found = examine(open_workspace(path), settings=Settings(profile=profile("tdt1063"), walker=walker("planning")))
    problems = named_problems(QualityFacts(found, language="zh", translate=english, title="望湖"))
    write_geopackage(path, {"problems": problems}, crs=crs, append=True)
    return path


@pytest.fixture
def workspace(checked, tmp_path) -> Path:
    """A workspace of one's own."""
    return Path(copy(checked, tmp_path))


@pytest.fixture
def dock(desk, plugin, workspace):
    """The dock on the checked workspace."""
    desk.binding.bind(workspace)
    part = next(part for part in plugin._parts if type(part).__name__ == "Problems")
    return part.show()


def press(dock, key) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(dock.table, getattr(Qt.Key, f"Key_{key}"))


def select(dock, rule: str) -> None:
    for row in range(dock.model.rowCount()):
        if dock.model.at(dock.model.place(row)).rule == rule:
            dock.table.selectRow(row)
            return
    raise AssertionError(f"{rule} is not listed")


def states(dock) -> dict[str, str]:
    return {found.rule: found.state for found in dock.model.all()}


def test_the_list_says_what_is_wrong_where_and_what_a_fix_would_do(dock):
    from community3d.plugin.problems.store import Store

    found = {row.rule: row for row in dock.model.all()}
    assert {"sliver", "dangle"} <= set(found)
    assert found["dangle"].problem_id == "dangle:streets:S2+S1"
    assert found["dangle"].fixable
    assert found["dangle"].title
    assert "长江路" in found["dangle"].place
    assert sum(map(len, Store(dock.deeds._desk.binding.path).pieces())) == dock.model.rowCount()
    select(dock, "sliver")
    assert "990106001001" in dock.detail.text()


def test_a_workspace_that_nobody_checked_says_so_and_is_checked(desk, plugin, checked, tmp_path, until):
    from community3d.layers.geopackage import read_table, write_geopackage

    path = tmp_path / "neu.gpkg"
    write_geopackage(path, {name: read_table(checked, name) for name in ("areas", "doorplates", "facilities", "streets")}, crs="EPSG:4549")
    desk.binding.bind(path)
    dock = next(part for part in plugin._parts if type(part).__name__ == "Problems").show()
    assert (dock.model.rowCount(), dock.detail.text()) == (0, "Not checked yet. Press “Check again”.")
    dock.deeds.check()
    until(lambda: not desk.runner.busy and dock.model.rowCount() > 0)
    assert {"sliver", "dangle"} <= set(states(dock))


def test_letters_decide_and_the_next_row_follows(dock):
    select(dock, "dangle")
    row = dock.table.currentIndex().row()
    press(dock, "F")
    assert states(dock)["dangle"] == "fixed"
    assert dock.table.currentIndex().row() == min(row + 1, dock.model.rowCount() - 1)
    select(dock, "sliver")
    press(dock, "A")
    assert states(dock)["sliver"] == "accepted"
    select(dock, "sliver")
    press(dock, "C")
    assert states(dock)["sliver"] == "on_site"


def test_n_and_p_and_arrows_move_and_the_map_stays(dock, window):
    canvas = window.mapCanvas()
    before = canvas.extent().toString()
    dock.table.selectRow(0)
    press(dock, "N")
    assert dock.table.currentIndex().row() == 1
    press(dock, "P")
    assert dock.table.currentIndex().row() == 0
    press(dock, "Down")
    assert dock.table.currentIndex().row() == 1
    assert canvas.extent().toString() == before


def test_enter_goes_there_and_a_second_enter_shows_the_surroundings(dock, window):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas = window.mapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    select(dock, "dangle")
    press(dock, "Return")
    near = canvas.extent()
    # 24 m are two fifths of 60 m.
    assert near.height() == pytest.approx(60, rel=0.01)
    assert near.center().x() == pytest.approx(560_300, abs=1)
    press(dock, "Return")
    assert canvas.extent().height() == pytest.approx(240, rel=0.01)


def test_ignoring_asks_for_a_reason_that_is_kept(dock, until):
    from qgis.PyQt.QtCore import Qt, QTimer
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.own.setText("门卫确认")
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    select(dock, "dangle")
    QTimer.singleShot(100, answer)
    press(dock, "I")
    found = next(row for row in dock.model.all() if row.rule == "dangle")
    assert found.state == "ignored"
    assert found.reason.endswith("门卫确认")
    dock.deeds.check()
    until(lambda: not dock.deeds._desk.runner.busy)
    again = next(row for row in dock.model.all() if row.rule == "dangle")
    assert (again.state, again.reason) == ("ignored", found.reason)


def test_fixes_go_into_a_copy_that_is_checked_at_once(dock, desk, workspace, until):
    from community3d.layers.geopackage import read_table

    for rule in ("dangle", "sliver"):
        select(dock, rule)
        press(dock, "F")
    before = {table: read_table(workspace, table).to_wkb().to_csv() for table in ("areas", "streets")}
    dock.deeds.carry_out("apply")
    mended = workspace.with_name("望湖_修正.gpkg")
    until(lambda: desk.binding.path == mended and not desk.runner.busy and dock.model.rowCount() > 0)
    assert not {"dangle", "sliver"} & {row.rule for row in dock.model.all()}
    assert {table: read_table(workspace, table).to_wkb().to_csv() for table in before} == before


def test_all_that_is_selected_is_decided_at_once(dock):
    dock.table.selectAll()
    press(dock, "A")
    assert set(states(dock).values()) == {"accepted"}
    assert {found.state for piece in dock.deeds.pieces() for found in piece} == {"accepted"}


def test_a_list_read_anew_while_it_is_decided_keeps_what_was_written_and_tells_the_rest(dock, monkeypatch):
    from community3d.plugin.problems import deeds

    monkeypatch.setattr(deeds, "PIECE", 1)
    said = []
    monkeypatch.setattr(dock.deeds._desk, "say", lambda words, *rest, **kept: said.append(words))
    dock.table.selectAll()
    count = len(dock.chosen_places())
    decided = dock.deeds._decided("accepted", "")
    next(decided)
    next(decided)  # the first is written
    dock.refresh()
    assert list(decided) == []
    assert [found.state for piece in dock.deeds.pieces() for found in piece].count("accepted") == 1
    (words,) = said
    assert str(count - 1) in words


def test_a_decided_row_that_is_not_wanted_goes_and_the_next_one_takes_its_place(dock):
    dock._combos["state"].setCurrentIndex(dock._combos["state"].findData("open"))
    dock.table.selectRow(0)
    follows = dock.model.at(dock.model.place(1)).problem_id
    press(dock, "A")
    assert [dock.model.at(place).problem_id for place in dock.chosen_places()] == [follows]


def test_a_column_sorts_and_what_is_selected_stays_selected(dock):
    from qgis.PyQt.QtCore import Qt

    select(dock, "dangle")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        dock.table.sortByColumn(1, order)
        titles = [dock.model.at(place).title for place in dock.model.places()]
        assert titles == sorted(titles, reverse=order == Qt.SortOrder.DescendingOrder)
        assert [dock.model.at(place).rule for place in dock.chosen_places()] == ["dangle"]


def test_filters_show_some_and_say_how_many(dock):
    everything = dock.model.rowCount()
    dock._combos["severity"].setCurrentIndex(dock._combos["severity"].findData("warning"))
    shown = dock.model.rowCount()
    assert 0 < shown < everything
    assert dock.count.text().startswith(str(shown))
    dock._combos["severity"].setCurrentIndex(0)
    dock.search.setText("长江路")
    assert 0 < dock.model.rowCount() <= everything


def test_a_row_without_a_fix_says_so(dock, window):
    row = next(k for k, found in enumerate(dock.model.all()) if not found.fixable)
    dock.table.selectRow(dock.model.places().index(row))
    assert not dock._buttons["fix"].isEnabled()
    press(dock, "F")
    assert dock.model.at(row).state == "open"


def test_editing_selects_the_row_and_offers_a_check_after_saving(dock, window, project, monkeypatch):
    active = []
    monkeypatch.setattr(window, "setActiveLayer", active.append)
    select(dock, "dangle")
    press(dock, "E")
    layer = active[-1]
    assert layer.isEditable()
    assert [feature["street_id"] for feature in layer.selectedFeatures()] == ["S2"]
    layer.changeAttributeValue(layer.selectedFeatureIds()[0], layer.fields().indexOf("name"), "巷")
    assert layer.commitChanges()
    assert window.messageBar().currentItem() is not None


def test_the_check_list_goes_out_and_its_answers_come_back(dock, desk, until, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    dock.deeds.export(out)
    until(lambda: not desk.runner.busy)
    names = sorted(path.suffix for path in out.iterdir())
    assert names == [".gpkg", ".html", ".xlsx"]
    dock.deeds.take_answers(next(out.glob("*.xlsx")))
    until(lambda: not desk.runner.busy)
    assert set(states(dock).values()) == {"open"}  # nobody has written anything into it


def test_nothing_stays_when_the_plugin_goes(dock, plugin, window):
    from qgis.PyQt.QtWidgets import QDockWidget

    select(dock, "dangle")
    press(dock, "Return")
    plugin.unload()
    assert not [found for found in window.mainWindow().findChildren(QDockWidget) if found.isVisibleTo(window.mainWindow())]
    plugin.initGui()
