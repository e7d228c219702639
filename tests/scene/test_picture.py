"""The flat map inside the page."""

from __future__ import annotations

import re
from dataclasses import replace

import scene_invented as invented
from community3d.processing.scene.buildings import legend_counts, page_buildings
from community3d.processing.scene.content import district_bounds, layers_content, scene_content
from community3d.processing.scene.picture import flat_picture
from community3d.styles.look import palette


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


def test_without_areas_the_buildings_are_drawn_or_the_doorplates_as_dots(results):
    buildings = layers_content({"buildings": results.tables["buildings"]}, None, crs=results.crs, title="只有建筑")
    picture = flat_picture(buildings, district_bounds(buildings))
    assert picture.count("z") >= len(results.tables["buildings"])
    doors = layers_content({"doorplates": results.tables["doorplates"]}, None, crs=results.crs, title="只有门牌")
    places = {tuple(place) for place in re.findall(r"M(\d+) (\d+)h0", flat_picture(doors, district_bounds(doors)))}
    assert len(places) > 20
    assert "h0" not in flat_picture(doors, district_bounds(doors), doors=False)


def test_a_lone_area_is_not_filled_and_its_buildings_show_their_classes(content):
    areas = content.table("areas").query("level == 'district'")
    alone = replace(content, tables={**content.tables, "areas": areas})
    picture = flat_picture(alone, district_bounds(alone))
    assert len(areas) == 1
    counts = legend_counts(page_buildings(alone, suppress_below=5), alone)["all"]
    ramp = palette()["ramp"]["light"]
    filled = dict(re.findall(r'<path d="([^"]+)" fill="(#[0-9a-fA-F]{6})"', picture))
    rings = {colour: sum(data.count("z") for data, fill in filled.items() if fill == colour) for colour in ramp[1:]}
    assert [rings[colour] >= count for colour, count in zip(ramp[1:], counts[1:])] == [True] * 5
    assert {colour for colour, count in rings.items() if count} == {colour for colour, count in zip(ramp[1:], counts[1:]) if count}


def test_one_point_alone_has_a_picture(results):
    lone = layers_content({"facilities": results.tables["facilities"].iloc[:1]}, None, crs=results.crs, title="一处")
    assert flat_picture(lone, district_bounds(lone)).count("h0") == 1
