"""Explaining the doorplates of the sample town: what the section says is what was worked out on paper, for all six reasons."""

from __future__ import annotations

import pytest
from community3d.layers.sample.answers import EXPECTED

from .desktop import click_on, ended, line, part_of, started

pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def plugin(qgis_app, town_files):
    """The plugin with the town's result, once for all tests."""
    running = started(town_files[1])
    yield running
    ended(running)


@pytest.fixture
def explained(plugin, until):
    """Explains a doorplate by a click on it."""
    yield lambda doorplate: click_on(plugin, doorplate, until)
    part_of(plugin).action.setChecked(False)


@pytest.mark.parametrize("doorplate", ["D01", "D05", "D07"])
def test_every_walk_is_as_long_as_on_paper_and_as_in_the_ledger(explained, doorplate):
    part = explained(doorplate)
    asked = [each for each in EXPECTED if each.doorplate_id == doorplate and each.metres is not None]
    walks = {answer.category: answer.walk for answer in part._doorplate.answers}
    assert {each.category: round(walks[each.category].metres, 6) for each in asked} == {each.category: each.metres for each in asked}
    assert part._doorplate.agrees


def test_what_is_reached_and_what_is_too_far(explained):
    # D05: 840 m at one metre a second are 14 minutes; five minutes end after 300 m.
    part = explained("D05")
    assert line(part, "Elderly care") == ["锦园日间照料中心", "840", "14.0", "5 min", "540 m beyond the limit"]
    assert line(part, "Primary school") == ["河北小学", "540", "10.0", "10 min", "just within the limit"]
    assert line(part, "Wet market")[1:] == ["350", "5.8", "10 min", ""]
    assert line(part, "Football ground")[-1] == "No facility data"


def test_a_doorplate_behind_a_gate_is_shown_the_walk_if_it_were_open(explained):
    # D13: 10 + 80 + 150 + 10 = 250 m through the closed gate G06; to the health centre 700 m and 60 s for the bridge.
    part = explained("D13")
    gate = line(part, "Primary school")
    assert gate[1:4] == ["——", "——", "10 min"]
    assert gate[4].endswith("closed; if open 250 m (4.2 min)")
    assert line(part, "Health care")[4].endswith("if open 700 m (12.7 min)")
    assert line(part, "Wet market")[4] == "only through a closed gate, and too far even then"
    assert part.drawing.count > 2


def test_a_walled_estate_without_a_gate_and_an_island(explained):
    assert line(explained("D14"), "Wet market")[4] == "the wall of 静园 has no gate"
    part = explained("D15")
    # The lane of D15 runs from (1300, 300) to (1400, 300), the north street ends at (1000, 300).
    away = "no way leads from this path to a facility; the nearest other path, 北街, is 300 m away"
    assert line(part, "Wet market")[4] == away
    assert part.drawing.extent().width() == pytest.approx(400, abs=1)
    assert "10 m to the path (孤巷)" in part.section.access.text()


def test_a_doorplate_far_from_any_path_is_shown_the_nearest(explained):
    # D16 lies at (500, 1000): the park way of 和园 ends at (500, 500).
    part = explained("D16")
    assert "500 m away" in line(part, "Wet market")[4]
    assert part.section.access.text() == "Not connected to the network"


def test_a_row_shows_only_its_walk_and_the_text_can_be_copied(explained):
    from qgis.core import QgsApplication

    part = explained("D01")
    whole = part.drawing.count
    part.section.rows.topLevelItem(0).setSelected(True)
    assert 0 < part.drawing.count < whole
    part.section.buttons["copy"].click()
    told = QgsApplication.clipboard().text()
    assert "● Elderly care\t锦园日间照料中心\t620\t10.3\t5 min\t320 m beyond the limit" in told
    assert "3 of 8 categories reached(completeness 38 %)" in told or "3 of 8 categories reached (completeness 38 %)" in told


def test_two_doorplates_at_one_place_are_offered_both(explained):
    from qgis.PyQt.QtWidgets import QMenu

    part = explained("D02")
    menu = part._desk.iface.mapCanvas().findChild(QMenu, "Community3DExplainChoice")
    assert [entry.text()[-5:] for entry in menu.actions()] == ["(D02)", "(D03)"]
    menu.close()


def test_escape_ends_the_tool_and_takes_the_walks_away(explained):
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent

    part = explained("D01")
    assert part.drawing.count
    part.tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert not part.action.isChecked()
    assert part.drawing.count == 0


def test_the_layer_action_stands_on_ledgers_and_doorplates_only(explained, plugin, until):
    from qgis.gui import QgsGui

    part = explained("D01")
    actions = QgsGui.mapLayerActionRegistry()
    titles = [[action.text() for action in actions.mapLayerActions(plugin.desk.layertree.layer(role))] for role in ("ledger", "gates")]
    assert "Explain This Doorplate" in titles[0]
    assert "Explain This Doorplate" not in titles[1]
    row = next(row for row in part.ledger().getFeatures() if row["doorplate_id"] == "D07")
    part._on_layers.triggerForFeature(part.ledger(), row)
    until(lambda: not plugin.desk.runner.busy and not part.asking.busy)
    assert "if open 120 m (2.0 min)" in line(part, "Elderly care")[4]
