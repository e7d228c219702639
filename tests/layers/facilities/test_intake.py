"""Lists of facilities taken in: services by words, places by coordinates or addresses, every row accounted for."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.door import accept
from community3d.layers.errors import InputError
from community3d.layers.facilities.intake import Wishes, take_in_facilities
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.table import of_frame
from community3d.layers.reading import read_source
from community3d.layers.reference import reference

CRS = "EPSG:4549"
DOORS = accept(
    "doorplates",
    gpd.GeoDataFrame(
        {"doorplate_id": ["D1", "D2"], "address": ["长桥街道宝带西路1号", "长桥街道宝带西路9号"]},
        geometry=gpd.GeoSeries(shapely.points([[540_010, 3_460_000], [540_090, 3_460_000]]), crs=CRS),
    ),
).frame


def test_facilities_are_placed_by_their_addresses_and_rough_ones_listed() -> None:
    rows = {
        "设施名称": ["日间照料中心", "菜市场", "某某公司", "社区卫生服务站", "公园"],
        "详细地址": ["宝带西路1号", "宝带西路5号", "宝带西路9号", "无名路7号", "宝带西路9号"],
    }
    taken = take_in_facilities(of_frame(pd.DataFrame(rows)), Wishes(doorplates=DOORS, crs=CRS))
    assert taken.rows_read == len(taken.frame) + len(taken.rejected) == 5
    assert taken.frame[["name", "services"]].to_numpy().tolist() == [["日间照料中心", "day_care_elderly"], ["公园", "park"]]
    assert shapely.get_x(taken.frame.geometry.to_numpy()).tolist() == [540_010, 540_090]
    reasons = dict(zip(taken.rejected["设施名称"], taken.rejected["reason"]))
    assert reasons["菜市场"] == "The address was found only roughly (neighbours). Move the point and load it again."
    assert reasons["某某公司"] == "Nothing tells what the facility offers. Name its type."
    assert reasons["社区卫生服务站"] == "The row has neither coordinates nor an address that was found."
    # The rough place comes along, so that a person can move it.
    rough = taken.rejected[taken.rejected["设施名称"] == "菜市场"].geometry.iloc[0]
    assert rough.x == pytest.approx(540_050)


def test_a_list_without_coordinates_needs_doorplates() -> None:
    with pytest.raises(InputError, match="Give DOORPLATES, and its addresses are located by them"):
        take_in_facilities(of_frame(pd.DataFrame({"名称": ["菜市场"], "地址": ["人民路1号"]})), Wishes())


def test_types_that_tell_nothing_are_counted() -> None:
    rows = {"name": ["a", "b", "c"], "type": ["办公楼", "办公楼", "菜场"], "x": [540_000.0, 540_001.0, 540_002.0], "y": [3_460_000.0] * 3}
    taken = take_in_facilities(of_frame(pd.DataFrame(rows)), Wishes(coordinates=CRS))
    assert taken.unknown == {"办公楼": 2}
    assert taken.rejected["row"].tolist() == [1, 2]
    assert taken.methods == {"coordinates": 3}


def test_schools_of_shanghai_are_loaded_as_true_places(shared_data: Path) -> None:
    folder = shared_data / "shanghai-walk"
    network = read_source(str(folder / "shanghai_slow_network.geojson"))
    taken = take_in_facilities(read_table(str(folder / "poi" / "shanghai_school.csv")), Wishes(reference=reference(network)))
    assert taken.coordinates is not None
    assert taken.coordinates.word == "WGS84"
    assert taken.rows_read == len(taken.frame) + len(taken.rejected)
    assert {"primary_school", "junior_secondary", "kindergarten"} <= set(taken.frame["services"].str.split(",").explode())
