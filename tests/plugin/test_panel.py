"""The panel driven through its widgets, from the sample district to the scene."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def panel(plugin, window):
    """The panel of a shown window."""
    from community3d.plugin.panel.part import Panel

    part = next(part for part in plugin._parts if isinstance(part, Panel))
    window.mainWindow().resize(1366, 768)
    window.mainWindow().show()
    part.show(True)
    yield part.dock
    window.mainWindow().hide()


@pytest.fixture
def sampled(panel, desk, until):
    """The panel with the sample district bound."""
    panel.data.sample_button.click()
    until(lambda: not desk.runner.busy and desk.binding.path)
    return panel


@pytest.fixture
def covered(sampled, desk, until):
    """The panel with the coverage computed."""
    sampled.circle.run_button.click()
    until(lambda: not desk.runner.busy and desk.binding.result, 60)
    return sampled


def test_without_a_workspace_every_step_waits_and_the_first_is_open(panel):
    assert [step.state for step in panel.steps] == ["empty"] * 4
    assert not panel.data.isCollapsed()
    assert not panel.circle.run_button.isEnabled()


def test_one_click_makes_the_sample_district_and_opens_step_three(sampled, desk):
    assert desk.binding.tables()["doorplates"] == 501
    assert (sampled.data.state, sampled.circle.state) == ("done", "ready")
    assert not sampled.circle.isCollapsed()
    assert not sampled.header.banner.isHidden()


def test_the_limits_of_the_profile_stand_below_it(panel):
    assert "Elderly care 5 min" in panel.circle.limits.text()


def test_coverage_fills_the_table_lowest_rate_first(covered):
    table = covered.circle.result
    rates = [float(table.item(row, 3).text().strip("<>%")) for row in range(table.rowCount())]
    assert len(rates) == 9
    assert rates == sorted(rates)
    assert covered.circle.state == "done"


def test_another_walker_makes_the_result_stale_and_back(covered):
    combo = covered.circle.combos["WALKER"]
    for word, state in (("older", "stale"), ("planning", "done")):
        combo.setCurrentIndex(combo.findData(word))
        combo.activated.emit(combo.currentIndex())
        assert covered.circle.state == state


def test_a_changed_table_makes_the_result_stale_and_names_it(covered, desk):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(desk.binding.source("facilities"), "facilities", "ogr")
    first = next(layer.getFeatures())
    assert layer.dataProvider().deleteFeatures([first.id()])
    desk.binding.refresh()
    assert covered.circle.state == "stale"
    assert "Facilities" in covered.circle.lacking.text()


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
def dialog(panel, desk, until, dirty, tmp_path):
    """The import dialog with a dirty file, recognised."""
    desk.binding.bind(tmp_path / "new.gpkg")
    panel.data.importing.open("doorplates", str(dirty))
    opened = panel.data.importing.dialog
    until(lambda: opened._recognised)
    yield opened
    opened.reject()


def test_the_import_dialog_says_encoding_and_what_is_left_out(dialog):
    assert "GB18030" in dialog.words.text()
    assert dialog.privacy.text() == "3 columns with personal data are left out: 户主姓名, 身份证号, 手机."
