"""Names of areas that rows state, against the areas they lie in, on squared paper."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely
from community3d.processing.engine.areas import assign, points_xy
from community3d.processing.engine.statednames import name_disagreements, stated_names

from .ledgers import CRS, areas

# Two communities side by side, 10 m wide each; the town around them.
TOWN = areas(
    ("320506001", "subdistrict", None, (0, 0, 20, 10)),
    ("320506001001", "community", None, (0, 0, 10, 10)),
    ("320506001002", "community", None, (10, 0, 20, 10)),
).assign(name=["石湖街道", "莲花社区", "新村社区"])


def told(names: list[str | None], xy: list[tuple[float, float]], level: str = "community") -> list[tuple]:
    doors = gpd.GeoDataFrame({"doorplate_id": [f"D{k}" for k in range(len(xy))]}, geometry=shapely.points(xy), crs=CRS)
    found = name_disagreements(doors, {level: pd.Series(names, dtype=object)}, TOWN, assign(points_xy(doors), TOWN))
    return list(found[["doorplate_id", "level", "stated", "by_position", "message"]].itertuples(index=False, name=None))


def test_a_name_that_is_not_the_places_is_listed():
    names = ["莲花社区居委会", "莲花社区", "新村", None, "新村社区"]
    assert told(names, [(5, 5), (15, 5), (15, 5), (5, 5), (25, 5)]) == [
        ("D1", "community", "莲花社区", "320506001002", "The row names 莲花社区, but the point lies in 新村社区 (320506001002)."),
        ("D4", "community", "新村社区", None, "The row names 新村社区, but the point lies outside every area of this level."),
    ]


def test_a_name_that_no_area_bears_is_listed_too():
    assert [row[:3] for row in told(["莲花", "新村", "莲荷"], [(5, 5), (15, 5), (5, 5)])] == [("D2", "community", "莲荷")]


def test_on_a_shared_edge_the_lowest_code_is_the_place():
    assert [row[0] for row in told(["莲花", "新村"], [(10, 5), (10, 5)])] == ["D1"]


def test_a_column_of_other_names_is_left_alone():
    assert told(["一号楼", "二号楼", "莲花"], [(15, 5), (15, 5), (15, 5)]) == []


def test_levels_that_the_areas_lack_are_not_compared():
    assert told(["一"], [(5, 5)], level="grid") == []


def test_columns_of_names_are_found_by_what_registers_call_them():
    register = pd.DataFrame({"街道名称": ["石湖街道"], "sqmc": ["莲花社区"], "门牌号": ["1号"]})
    assert {level: column.tolist() for level, column in stated_names(register).items()} == {
        "subdistrict": ["石湖街道"],
        "community": ["莲花社区"],
    }
