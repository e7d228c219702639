"""The panel driven through its widgets, from the sample district to the scene; cancels, wrong files and threads."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def bound(panel, desk, town):
    """The panel with a copy of the sample district bound."""
    desk.binding.bind(town)
    return panel


@pytest.fixture
def covered(bound, desk, until):
    """The panel with the coverage computed."""
    bound.circle.run_button.click()
    until(lambda: not desk.runner.busy and desk.binding.result, 60)
    return bound


def chosen(combo, word):
    combo.setCurrentIndex(combo.findData(word))
    combo.activated.emit(combo.currentIndex())


# From data to results


def test_without_a_workspace_every_step_waits_and_the_first_is_open(panel):
    assert [step.state for step in panel.steps] == ["empty"] * 4
    assert not panel.data.isCollapsed()
    assert not panel.circle.run_button.isEnabled()


@pytest.mark.long
def test_one_click_makes_the_sample_district_and_opens_step_three(panel, desk, until):
    panel.data.sample_button.click()
    until(lambda: not desk.runner.busy and desk.binding.path)
    assert desk.binding.tables()["doorplates"] == 501
    assert (panel.data.state, panel.circle.state) == ("done", "ready")
    assert not panel.circle.isCollapsed()
    assert not panel.header.banner.isHidden()


def test_the_first_import_writes_the_crs_of_the_options_and_later_ones_that_of_the_workspace(panel, desk, town, tmp_path, settings):
    from community3d.plugin.options import settings as ours
    from community3d.plugin.panel.tables import TABLES

    ours.store("crs", "EPSG:4548")
    streets = next(table for table in TABLES if table.key == "streets")
    given = panel.data.importing.parameters(streets, {"INPUT": "x.gpkg"}, tmp_path / "new.gpkg")
    assert given["CRS"] == "EPSG:4548"
    desk.binding.bind(town)
    assert "CRS" not in panel.data.importing.parameters(streets, {"INPUT": "x.gpkg"}, town)


def test_the_sample_offers_a_beginning_with_one_s_own_data(bound):
    assert not bound.header.banner.isHidden()
    assert not bound.header.own.isHidden()


def test_a_pulse_comes_and_goes_by_itself(bound, until):
    from qgis.PyQt.QtCore import QAbstractAnimation

    beat = bound.circle._beat
    beat.setDuration(120)
    bound.data.sample_opened.emit()
    assert beat.state() == QAbstractAnimation.State.Running
    until(lambda: beat.state() == QAbstractAnimation.State.Stopped, 5)


def test_the_limits_of_the_profile_stand_below_it(panel):
    assert "Elderly care 5 min" in panel.circle.limits.text()


def test_coverage_fills_the_table_lowest_rate_first_and_goes_stale_with_what_it_stood_on(covered, desk):
    from qgis.core import QgsVectorLayer

    table = covered.circle.result
    rates = [float(table.item(row, 3).text().strip("<>%")) for row in range(table.rowCount())]
    assert len(rates) == 9
    assert rates == sorted(rates)
    assert covered.circle.state == "done"
    chosen(covered.circle.combos["WALKER"], "older")
    assert covered.circle.state == "stale"
    chosen(covered.circle.combos["WALKER"], "planning")
    assert covered.circle.state == "done"
    layer = QgsVectorLayer(desk.binding.source("facilities"), "facilities", "ogr")
    assert layer.dataProvider().deleteFeatures([next(layer.getFeatures()).id()])
    desk.binding.refresh()
    assert covered.circle.state == "stale"
    assert "Facilities" in covered.circle.lacking.text()


def test_the_table_shows_the_rate_of_the_summary(covered, desk):
    from qgis.core import QgsVectorLayer

    summary = QgsVectorLayer(f"{desk.binding.result}|layername=summary", "summary", "ogr")
    rate = next(row["rate"] for row in summary.getFeatures("\"level\" = 'all' and \"category\" = 'park'"))
    table = covered.circle.result
    shown = {table.item(row, 0).text(): table.item(row, 3).text() for row in range(table.rowCount())}
    assert shown["Park or square"] == f"{rate:.1%}"


def test_maps_for_publication_say_what_they_lack_and_take_a_number(bound):
    results = bound.results
    assert "doorplates to the building" in results.inside.text()
    assert not results.approval.isEnabled()
    assert results.chosen()["MAP_USE"] == "internal"
    chosen(results.map_use, "publication")
    assert "no doorplates, gates, posts" in results.inside.text()
    results.approval.setText(" 苏S(2026)001号 ")
    assert (results.chosen()["MAP_USE"], results.chosen()["APPROVAL"]) == ("publication", "苏S(2026)001号")
    chosen(results.map_use, "internal")
    assert results.chosen()["APPROVAL"] == ""  # a number of a map that is not published is refused by the run


@pytest.mark.long
def test_the_district_check_writes_what_was_chosen_and_offers_to_open_it(bound, desk, until, tmp_path):
    for part, box in bound.results.parts.items():
        box.setChecked(part in ("database", "scene"))
    bound.results.folder.setFilePath(str(tmp_path / "out"))
    bound.results.run_button.click()
    until(lambda: not desk.runner.busy, 120)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["result.gpkg", "scene.html"]
    assert bound.results.state == "done"
    assert not bound.results.open_buttons["SCENE"].isHidden()
    assert bound.results.open_buttons["REPORT"].isHidden()
    assert desk.binding.result == tmp_path / "out" / "result.gpkg"


@pytest.mark.long
def test_the_checks_count_their_problems_by_severity(bound, desk, until):
    bound.checks.run_button.click()
    until(lambda: not desk.runner.busy, 60)
    assert bound.checks.state == "problems"
    counts = bound.checks.counted()
    assert counts["error"] == 1
    assert bound.checks.counters.text().startswith("Errors 1 · ")


def test_the_settings_are_there_again_in_the_next_session(bound, desk):
    from community3d.plugin.panel.circlestep import CircleStep

    chosen(bound.circle.combos["WALKER"], "frail")
    bound.circle.snap_limit.setValue(150)
    again = CircleStep(desk)
    assert (again.chosen()["WALKER"], again.chosen()["SNAP_LIMIT_M"]) == ("frail", 150)


@pytest.mark.long
def test_a_scenario_that_was_saved_repeats_the_run(bound, desk, until, tmp_path):
    for part, box in bound.results.parts.items():
        box.setChecked(part == "database")
    bound.results.folder.setFilePath(str(tmp_path / "out"))
    bound.results._scenario = str(tmp_path / "scenario.yaml")
    bound.results.run()
    until(lambda: not desk.runner.busy, 90)
    bound.results.repeat(tmp_path / "scenario.yaml")
    until(lambda: not desk.runner.busy, 90)
    assert desk.binding.result == tmp_path / "scenario" / "result.gpkg"


# Cancels, refusals, bugs


def test_a_coverage_canceled_half_way_leaves_no_file_and_runs_again(bound, desk, until):
    from community3d.plugin.panel.circlestep import result_of

    shares = []
    desk.runner.progressed.connect(lambda share, words: shares.append(share))
    bound.circle.run_button.click()
    until(lambda: any(share > 0.1 for share in shares))
    bound.jobbar.cancel.click()
    until(lambda: not desk.runner.busy)
    assert bound.circle.state == "ready"
    assert not result_of(desk.binding.path).exists()
    bound.circle.run_button.click()
    until(lambda: not desk.runner.busy and desk.binding.result, 60)


def test_a_second_job_waits_for_the_first(bound, desk, until):
    bound.circle.run_button.click()
    assert not bound.checks.run_button.isEnabled()
    assert "still running" in bound.checks.run_button.toolTip()
    bound.jobbar.cancel.click()
    until(lambda: not desk.runner.busy)


def test_a_workspace_without_streets_says_what_to_do(panel, desk, tmp_path):
    from osgeo import ogr

    path = tmp_path / "half.gpkg"
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for table in ("areas", "doorplates", "facilities"):
        layer = file.CreateLayer(table, geom_type=ogr.wkbPoint)
        layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    file = None
    desk.binding.bind(path)
    words = "There is no walking network yet. Import an OSM file or choose a line layer in step ①."
    assert panel.circle.lacking.text() == words
    assert not panel.circle.run_button.isEnabled()


def test_a_workspace_that_is_none_is_refused_beside_the_button(bound, desk, until, tmp_path):
    # The rows have no columns of ours: the run refuses, the panel says its sentence.
    from osgeo import ogr

    path = tmp_path / "strange.gpkg"
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for table, kind in (
        ("areas", ogr.wkbPolygon),
        ("doorplates", ogr.wkbPoint),
        ("facilities", ogr.wkbPoint),
        ("streets", ogr.wkbLineString),
    ):
        layer = file.CreateLayer(table, geom_type=kind)
        layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    file = None
    desk.binding.bind(path)
    bound.circle.run_button.click()
    until(lambda: not desk.runner.busy)
    assert not bound.circle.refusal.isHidden()
    assert bound.circle.refusal.sentence.text()
    assert "Traceback" not in bound.circle.refusal.sentence.text()


def test_a_vanished_workspace_is_said_and_can_be_taken_off_the_list(panel, desk, tmp_path):
    desk.binding.bind(tmp_path / "gone.gpkg")
    assert panel.header.combo.currentText() == "gone.gpkg (missing)"
    panel.header._remove()
    assert desk.binding.recent() == []


# The import dialog


@pytest.fixture
def dirty(tmp_path):
    """Sixty doorplates in GBK with columns of personal data."""
    rows = ["门牌编号,地址,小区,经度,纬度,户主姓名,身份证号,手机"]
    for number in range(60):
        x, y = 120.625 + 0.0004 * (number % 10), 31.262 + 0.0004 * (number // 10)
        rows.append(f"M{number:04d},长江路{number + 1}号,望湖花园,{x:.6f},{y:.6f},张伟,320506198001011234,13812345678")
    path = tmp_path / "门牌.csv"
    path.write_bytes("\r\n".join(rows).encode("gbk"))
    return path


@pytest.fixture
def opened(panel, desk, until, tmp_path):
    """Opens the import dialog for a file into a new workspace and waits until it has looked at it."""
    dialogs = []

    def show(path, table="doorplates"):
        desk.binding.bind(tmp_path / "new.gpkg")
        panel.data.importing.open(table, str(path))
        dialog = panel.data.importing.dialog
        dialogs.append(dialog)
        until(lambda: dialog._recognised or not dialog.refusal.isHidden())
        return dialog

    yield show
    for dialog in dialogs:
        dialog.reject()


def test_the_import_dialog_says_encoding_places_and_what_is_left_out(opened, dirty, until):
    dialog = opened(dirty)
    assert "GB18030" in dialog.words.text()
    assert dialog.privacy.text() == "3 columns with personal data are left out: 户主姓名, 身份证号, 手机."
    assert dialog.mapping.item(1, 1).text().startswith("长江路1号")
    assert dialog.mapping._combos["小区"].currentText() == "Estate"
    # Without a reference nothing tells WGS 84 from web-map coordinates: it asks.
    assert "or state “Coordinates”." in dialog.refusal.sentence.text()
    assert not dialog.import_button.isEnabled()
    dialog.coordinates.setCurrentText("WGS84")
    dialog._changed()
    until(lambda: dialog.import_button.isEnabled())
    assert dialog.height() <= 580


def test_an_import_makes_the_workspace_and_accounts_for_every_row(opened, dirty, until, desk, panel):
    dialog = opened(dirty)
    dialog.coordinates.setCurrentText("WGS84")
    dialog._changed()
    until(lambda: dialog.import_button.isEnabled())
    dialog.import_button.click()
    until(lambda: not desk.runner.busy and not dialog.isVisible())
    assert desk.binding.tables() == {"doorplates": 60}
    assert panel.data.state == "empty"
    assert panel.data.words.text() == "Still missing: Areas, Facilities, Walking network."


def test_a_column_chosen_by_hand_is_stated(opened, dirty, until):
    dialog = opened(dirty)
    combo = dialog.mapping._combos["小区"]
    combo.setCurrentIndex(combo.findData("road"))
    combo.activated.emit(combo.currentIndex())
    assert "road=小区" in dialog.mapping.parameters()["FIELDS"]
    assert dialog.mapping.parameters()["X_FIELD"] == "经度"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "is empty. Choose another file."),
        ("no_place.csv", "甲,乙\r\n1,2\r\n".encode("gbk"), "No columns with coordinates were recognised."),
        ("old.xls", b"\xd0\xcf\x11\xe0 not really", "is an old .xls workbook"),
        ("torn.shp", b"\x00\x01", "torn.shp"),
    ],
)
def test_a_bad_file_is_refused_in_the_dialog_and_leaves_no_workspace(opened, tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    dialog = opened(tmp_path / name)
    assert words in dialog.refusal.sentence.text()
    assert "Traceback" not in dialog.refusal.sentence.text()
    assert not dialog.import_button.isEnabled()
    assert not (tmp_path / "new.gpkg").exists()


def test_files_dropped_on_the_panel_open_or_start_an_import(panel, desk, town, dirty):
    from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
    from qgis.PyQt.QtGui import QDropEvent

    def drop(path: Path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        panel.dropEvent(QDropEvent(QPointF(5, 5), actions, data, left, none))

    drop(town)
    assert desk.binding.path == town
    drop(dirty)
    assert panel.data.importing.dialog.file.filePath() == str(dirty)
    panel.data.importing.dialog.reject()


def test_a_sentence_gives_room_back_when_it_gets_wider(qgis_app):
    from community3d.plugin.panel.step import Sentence

    label = Sentence("Elderly care 5 min · park 5 min · primary school 10 min · wet market 10 min")
    heights = []
    for width in (60, 600):
        label.resize(width, 400)
        label.setText(label.text())
        heights.append(label.minimumHeight())
    assert heights[1] < heights[0] / 2


def test_names_of_categories_are_not_squeezed_out_of_a_narrow_table(qgis_app):
    from community3d.plugin.panel.resulttable import Line, ResultTable

    table = ResultTable()
    table.resize(120, 300)
    table.fill([Line("park", 3225.0, 0.461, "not_judged")], {"park": ("公园绿地", "5 min")}, "Households")
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("公园绿地")
    assert table.rowHeight(0) < 3 * table.fontMetrics().lineSpacing()


def test_in_a_narrow_panel_the_table_of_results_scrolls_before_names_are_cut(qgis_app):
    from community3d.plugin.panel.resulttable import Line, ResultTable

    table = ResultTable()
    table.resize(330, 300)
    table.show()
    table.fill([Line("park", 90.0, 0.9, "pass")], {"park": ("Park or square", "5 min")}, "Households")
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    table.resize(600, 300)
    assert sum(table.columnWidth(column) for column in range(5)) == table.viewport().width()
    table.close()
