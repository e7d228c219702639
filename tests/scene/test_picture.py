"""The flat map inside the page."""

from __future__ import annotations

import re

import scene_invented as invented
from community3d.processing.scene.content import district_bounds, layers_content, scene_content
from community3d.processing.scene.picture import flat_picture


def test_every_community_is_drawn_and_named(content):
    picture = flat_picture(content, district_bounds(content))
    communities = content.table("areas").query("level == 'community'")
    assert re.findall(r">([^<>]+)</text>", picture)[:-1] == communities["name"].tolist()
    assert len(picture) < 400_000


def test_names_are_text_not_markup():
    content = scene_content(invented.invented_results(4, hostile="<img onerror=1>"))
    picture = flat_picture(content, district_bounds(content))
    assert "<img" not in picture
    assert "&lt;img onerror=1&gt;" in picture


def test_the_scale_bar_is_true(content):
    bounds = district_bounds(content)
    picture = flat_picture(content, bounds)
    length = int(re.search(r"M20 \d+h(\d+)", picture)[1])
    metres = int(re.search(r">(\d+) m</text>", picture)[1])
    assert abs(metres / (bounds[2] - bounds[0]) * 1000 - length) <= 1


def test_without_areas_there_is_no_picture(results):
    tables = {"buildings": results.tables["buildings"]}
    content = layers_content(tables, None, crs=results.crs, title="只有建筑")
    assert flat_picture(content, district_bounds(content)) == ""
