"""Bridges and tunnels in any line layer: level, else layer, bridge and tunnel."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from community3d.layers.door import accept

LINE = shapely.LineString([(0, 0), (9, 0)])


def levels(**columns: list) -> list[float]:
    count = len(next(iter(columns.values())))
    frame = gpd.GeoDataFrame({"street_id": [f"S{k}" for k in range(count)], **columns}, geometry=[LINE] * count, crs="EPSG:4549")
    return accept("streets", frame).frame["level"].tolist()


@pytest.mark.parametrize("word", ["yes", "T", "1", 1, True, "是", "viaduct", "Y"])
def test_a_bridge_is_above_and_a_tunnel_below(word):
    assert levels(bridge=[word, "no"]) == [1, 0]
    assert levels(tunnel=[word, "no"]) == [-1, 0]


@pytest.mark.parametrize("word", ["no", "F", "0", 0, False, "否", "无", "空", "", None])
def test_words_that_say_no_and_empty_ones_leave_a_street_on_the_ground(word):
    assert levels(bridge=["yes", word], tunnel=["no", word]) == [1, 0]


def test_a_passage_through_a_house_is_on_the_ground():
    assert levels(tunnel=["building_passage", "culvert"]) == [0, -1]


def test_the_layer_wins_over_bridge_and_tunnel_unless_it_is_0():
    # Geofabrik's shapefiles write 0 where OpenStreetMap says nothing.
    assert levels(layer=[2, -2, 0, 0], bridge=["T", "T", "T", "F"]) == [2, -2, 1, 0]


def test_a_stated_level_wins_and_the_others_fill_its_gaps():
    assert levels(level=[0, None, None], bridge=["yes", "yes", "no"]) == [0, 1, 0]


def test_names_of_columns_are_read_in_any_case():
    assert levels(BRIDGE=["yes", "no"], Tunnel=["no", "yes"]) == [1, -1]


def test_the_layer_of_a_drawing_is_no_level():
    assert levels(Layer=["1", "2"]) != [1, 2]
    assert levels(layer=["DLSS", "99"], bridge=["no", "yes"]) == [0, 1]
