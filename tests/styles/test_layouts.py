"""The print templates on disk are those of the palette and of both languages."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from community3d.styles import look, make_layouts

PAPER = {"coverage-a3": make_layouts.A3, "communities-a4": make_layouts.A4}


def items(path):
    return ElementTree.parse(path).getroot().findall("LayoutItem")


def place(item):
    return [float(value) for key in ("position", "size") for value in item.get(key).split(",")[:2]]


def test_the_templates_on_disk_are_made_of_the_palette():
    for path, content in make_layouts.layouts().items():
        assert path.read_text(encoding="utf-8") == content, f"run python3 styles: {path.name}"


@pytest.mark.parametrize("language", look.LANGUAGES)
@pytest.mark.parametrize("name", PAPER)
def test_everything_lies_on_the_page_within_its_margin(name, language):
    width, height = PAPER[name]
    for item in items(look.layout(name, language)):
        x, y, wide, high = place(item)
        assert x >= 9, item.get("id")
        assert y >= 9, item.get("id")
        assert x + wide <= width - 9, item.get("id")
        assert y + high <= height - 9, item.get("id")


@pytest.mark.parametrize("name", PAPER)
def test_both_languages_have_the_same_things_and_different_words(name):
    zh, en = (items(look.layout(name, language)) for language in look.LANGUAGES)
    assert [item.get("id") for item in zh] == [item.get("id") for item in en]
    words = {item.get("id"): item.get("labelText") for item in en if item.get("labelText")}
    assert all(not re.search("[\u4e00-\u9fff]", said) for said in words.values())


@pytest.mark.parametrize("name", PAPER)
def test_every_sheet_names_sources_date_privacy_and_the_missing_approval(name):
    words = {item.get("id"): item.get("labelText") for item in items(look.layout(name, "zh"))}
    assert {"sources", "made", "privacy", "approval", "legend", "scale bar", "north", "title"} <= set(words)
    assert "内部使用，未经审核不得公开" in words["approval"]


def test_no_number_of_persons_is_printed():
    for language in look.LANGUAGES:
        page = look.layout("communities-a4", language).read_text(encoding="utf-8")
        assert not [name for name in ("residents", "elderly&", "children") if f"&quot;{name}" in page]
