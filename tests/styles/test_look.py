"""Colours, classes and icons: one source, and everything that shows them agrees with it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from community3d.layers.profiles import PROFILE_IDS, profile, standard
from community3d.styles import look, make_qml
from community3d.styles.signs import OTHER_SIGNS, SIGNS

ALGORITHMS = ("sampledistrict", "importosm", "servicecoverage", "isochrones", "assignareas", "checknetwork", "exportscene", "districtcheck")


def colours(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [colour for each in value for colour in colours(each)]
    return [value] if isinstance(value, str) else []


def test_every_colour_is_six_digits():
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours(look.palette()))


def test_both_themes_know_the_same_surfaces():
    dark, light = (set(look.palette()["surfaces"][theme]) for theme in look.THEMES)
    assert dark == light


@pytest.mark.parametrize("profile_id", PROFILE_IDS)
def test_every_shipped_category_has_a_colour(profile_id):
    found = standard(profile_id)
    assert {line.id for line in (*found.categories, *found.inactive)} <= set(look.palette()["categories"])


def test_an_unknown_category_has_the_colour_of_the_others():
    assert look.category_colour("zoo", "light") == look.palette()["categories"]["other"][1]


def test_classes_of_completeness_join_without_gap_and_end_at_all():
    classes = look.completeness_classes("light")
    assert classes[0].lower is None
    assert [each.lower for each in classes[1:]] == [0.0, 0.4, 0.6, 0.8, 1.0]
    assert [each.upper for each in classes[1:]] == [0.4, 0.6, 0.8, 1.0, 1.0]
    assert [each.label("zh") for each in classes] == ["无数据", "低于 40%", "40%–60%", "60%–80%", "80%–99%", "100%"]


def test_classes_of_areas_have_the_fixed_breaks():
    assert [each.lower for each in look.area_classes("dark")[1:]] == [0.0, 0.6, 0.7, 0.8, 0.9]


def test_the_styles_on_disk_are_those_of_the_palette():
    for path, content in make_qml.styles().items():
        assert path.read_text(encoding="utf-8") == content, f"run python3 styles: {path.name}"


def test_no_other_style_lies_about():
    assert {path for language in look.LANGUAGES for path in (look.FOLDER / language).iterdir()} == set(make_qml.styles())


def test_the_signs_are_those_of_the_default_profile():
    lines = profile("tdt1063").categories
    assert list(SIGNS) == [line.id for line in lines]
    for line in lines:
        shape, glyph, zh, en, types = SIGNS[line.id]
        assert (shape, glyph, zh, en) == (line.shape, line.glyph, line.name_zh, line.name_en)
        assert set(types.split("|")) >= {*line.types, line.id}


def test_every_type_that_any_profile_counts_is_drawn_by_a_sign_of_such_a_profile():
    rows = {**SIGNS, **OTHER_SIGNS}
    lines = [line for name in PROFILE_IDS for found in [standard(name)] for line in (*found.categories, *found.inactive)]
    for kind in {kind for line in lines for kind in (*line.types, line.id)}:
        drawn = [row for row in rows.values() if kind in row[4].split("|")]
        assert len(drawn) == 1, kind
        assert drawn[0][:2] in {(line.shape, line.glyph) for line in lines if kind in (*line.types, line.id)}, kind


def test_no_two_rows_of_facilities_look_the_same():
    signs = [row[:2] for row in (*SIGNS.values(), *OTHER_SIGNS.values())]
    assert len(signs) == len(set(signs))


@pytest.mark.parametrize("name", ["plugin", *ALGORITHMS])
def test_every_icon_is_a_drawing_of_24_by_24(name):
    path = look.icon(name)
    assert path.stem == name
    assert ElementTree.parse(path).getroot().get("viewBox") == "0 0 24 24"


def test_what_has_no_icon_shows_the_plugins():
    assert look.icon("absent").stem == "plugin"


def test_a_style_is_found_by_role_and_language():
    assert look.style("ledger", "en").parent.name == "en"
    assert look.style("absent") is None
    assert set(look.qml({"result": "ledger", "figures": "absent"})) == {"result"}


def test_the_style_of_the_unreached_names_its_category():
    assert look.CATEGORY not in look.unreached("park")
    assert "&quot;park_why&quot; = &#x27;too_far&#x27;" in look.unreached("park")
