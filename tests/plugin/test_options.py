"""The settings: what is kept, what is refused, and the page."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.qgis


def test_the_defaults_are_those_of_the_district_check(plugin):
    from community3d.plugin.options import settings

    values = {name: settings.value(name) for name in settings.OF_PARAMETERS}
    assert values == {
        "profile": "tdt1063",
        "walker": "planning",
        "snap_limit_m": 200,
        "weight": "households",
        "persons_per_household": 2.62,
    }


def test_a_value_is_kept_and_the_default_is_not(plugin, settings):
    from community3d.plugin.options import settings as ours

    ours.store("walker", "older")
    assert (ours.value("walker"), settings.value("community3d/walker")) == ("older", "older")
    ours.store("walker", "planning")
    assert not settings.contains("community3d/walker")


@pytest.mark.parametrize(("name", "stored"), [("walker", "runner"), ("snap_limit_m", "-5"), ("language", "fr"), ("tips", "perhaps")])
def test_an_unknown_stored_value_counts_as_the_default(plugin, settings, name, stored):
    from community3d.plugin.options import settings as ours

    settings.setValue(f"community3d/{name}", stored)
    assert ours.value(name) == ours.default(name)


def test_an_office_s_file_brings_its_values(plugin, settings, tmp_path):
    from community3d.plugin.options import settings as ours

    ours.store("snap_limit_m", 150.0)
    ours.store("keep_history", True)
    ours.export(tmp_path / "office.json")
    settings.remove("community3d")
    brought = ours.brought_in(tmp_path / "office.json")
    assert (brought["snap_limit_m"], brought["keep_history"], brought["walker"]) == (150.0, True, "planning")


def test_a_file_with_faults_changes_nothing_and_names_them_all(plugin, tmp_path):
    from community3d.plugin.options import settings as ours

    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"walker": "runner", "colour": "red", "tips": True}), encoding="utf-8")
    with pytest.raises(ValueError, match="walker: runner; colour: red"):
        ours.brought_in(path)


def test_the_page_shows_each_setting_and_keeps_what_is_chosen(plugin, window):
    from community3d.plugin.options import settings as ours
    from community3d.plugin.options.page import OptionsPage
    from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QWidget

    page = OptionsPage()
    assert all(page.findChild(QWidget, name) is not None for name in ours.names())
    walker = page.findChild(QComboBox, "walker")
    walker.setCurrentIndex(walker.findData("frail"))
    page.findChild(QCheckBox, "tips").setChecked(False)
    page.apply()
    assert (ours.value("walker"), ours.value("tips")) == ("frail", False)


def test_a_crs_that_qgis_does_not_know_counts_as_automatic(plugin, settings):
    from community3d.plugin.options import settings as ours

    ours.store("crs", "EPSG:4549")
    assert ours.value("crs") == "EPSG:4549"
    settings.setValue("community3d/crs", "EPSG:0")
    assert ours.value("crs") == ""


def test_the_digits_of_grid_codes_keep_to_the_bounds_of_their_algorithm(plugin, settings):
    from community3d.plugin.options import settings as ours

    assert ours.value("code_scheme") == 3
    settings.setValue("community3d/code_scheme", "9")
    assert ours.value("code_scheme") == 3


def test_a_closed_hint_stays_closed_until_hints_are_switched_on_again(plugin, settings):
    from community3d.plugin.options import settings as ours
    from community3d.plugin.panel.step import Hint

    hint = Hint("explain", "Click a doorplate.")
    hint.offer(True)
    assert not hint.isHidden()
    hint.close_button.click()
    assert hint.isHidden()
    hint.offer(True)
    assert hint.isHidden()
    ours.store("tips", False)
    ours.store("tips", True)
    hint.offer(True)
    assert not hint.isHidden()


def test_the_plugin_s_own_language_goes_before_that_of_qgis(settings, window, project):
    from community3d import classFactory
    from community3d.i18n import tr

    settings.setValue("community3d/language", "zh")
    started = classFactory(window)
    started.initGui()
    shown = tr("Coverage ledger")
    started.unload()
    assert shown == "覆盖台账"
