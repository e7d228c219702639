"""The style files speak the colours of the palette, as the scene and the report do."""

from __future__ import annotations

import json
import re

import pytest
from community3d.styles import look, make_qml
from community3d.styles.signs import OTHER_SIGNS, SIGNS

FOLDERS = [look.FOLDER / language for language in look.LANGUAGES]
FILES = sorted(path for folder in FOLDERS for path in folder.glob("*.qml"))
COLOUR = re.compile(r'value="(\d+),(\d+),(\d+),\d+"')
WHITE = "#FFFFFF"


def known() -> set[str]:
    """Every colour that palette.json declares, and white for rims and halos."""
    return {WHITE, *re.findall(r"#[0-9A-F]{6}", json.dumps(look.palette()))}


def used(document: str) -> set[str]:
    """Every colour of a style file."""
    return {"#%02X%02X%02X" % tuple(map(int, found)) for found in COLOUR.findall(document)}  # noqa: UP031


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_style_has_no_colour_of_its_own(path):
    assert used(path.read_text(encoding="utf-8")) <= known()


@pytest.mark.parametrize("language", look.LANGUAGES)
def test_facilities_show_the_categories_of_all_profiles_and_others_in_their_colours(language):
    document = (look.FOLDER / language / "facilities.qml").read_text(encoding="utf-8")
    labels = re.findall(r'<rule [^>]*label="([^"]+)"', document)
    assert labels == [
        *(sign[2 if language == "zh" else 3] for sign in (*SIGNS.values(), *OTHER_SIGNS.values())),
        "其他设施" if language == "zh" else "Other facilities",
    ]
    assert {look.category_colour(category, "light") for category in (*SIGNS, *OTHER_SIGNS, "other")} <= used(document)


@pytest.mark.parametrize("language", look.LANGUAGES)
def test_reasons_and_classes_are_those_of_scene_and_report(language):
    unreached = (look.FOLDER / language / "unreached.qml").read_text(encoding="utf-8")
    assert set(look.palette()["why"]["light"].values()) <= used(unreached)
    ledger = (look.FOLDER / language / "ledger.qml").read_text(encoding="utf-8")
    classes = look.completeness_classes("light")
    assert {each.colour for each in classes} <= used(ledger)
    assert [each.label(language) for each in reversed(classes)] == re.findall(r'<range [^>]*label="([^"]+)"', ledger)


def test_every_table_that_is_drawn_has_a_style():
    assert {"buildings", "walls", "areas", "areas_out", "facilities", "ledger"} <= {role.__name__ for role in make_qml.ROLES}


def test_buildings_and_walls_stand_up_in_a_3d_view():
    for role in ("buildings", "walls", "areas", "areas_out"):
        assert "<renderer-3d" in look.style(role).read_text(encoding="utf-8"), role
