"""Totals that an office lists by community, put beside the boundaries."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.areas.statedtotals import with_stated_totals
from community3d.layers.errors import InputError
from community3d.layers.incoming.table import of_frame

AREAS = gpd.GeoDataFrame(
    {
        "code": ["320506001", "320506001001", "320506001002", "320506001001001"],
        "name": ["望湖街道", "望湖社区", "长桥社区", "望湖社区"],
        "level": ["subdistrict", "community", "community", "grid"],
        "households": [None, 10.0, None, None],
    },
    geometry=[shapely.box(k, 0, k + 1, 1) for k in range(4)],
    crs="EPSG:4549",
)


def taken(**columns: list):
    return with_stated_totals(AREAS, of_frame(pd.DataFrame(columns)))


def test_names_with_and_without_the_committee_find_their_community():
    found = taken(社区名称=["望湖社区居委会", "长桥"], 户数=["1,204", 860], 常住人口=[3100, 2200])
    assert found.areas["households"].tolist()[1:3] == [1204, 860]
    assert found.areas["residents"].tolist()[1:3] == [3100, 2200]
    assert (found.rows, found.taken, found.problems) == (2, 2, [])


def test_a_code_goes_before_a_name_and_the_list_before_the_layer():
    found = taken(编码=["320506001001"], 名称=["长桥"], 户数=[55])
    assert found.areas["households"].tolist()[1] == 55
    assert pd.isna(found.areas["households"].iloc[2])


def test_the_row_of_sums_is_no_area_and_no_problem():
    found = taken(社区=["望湖社区", "合 计"], 户数=[1, 2])
    assert (found.rows, found.taken, found.problems) == (1, 1, [])


def test_what_is_not_taken_comes_out_with_line_and_reason():
    found = taken(社区名称=["星海社区", "望湖社区", "望湖", "长桥社区"], 户数=[1, 2, 3, "约八百"])
    said = [str(problem.message) for problem in found.problems]
    assert said == [
        "Line 1 of the list of totals, 星海社区: No area has this code or name.",
        "Line 3 of the list of totals, 望湖: The area stands in the list twice; the first row holds.",
        "Line 4 of the list of totals, 长桥社区: households is “约八百”, no count.",
    ]
    assert found.areas["households"].tolist()[1] == 2
    assert pd.isna(found.areas["households"].iloc[2])


def test_a_list_without_names_and_without_totals_is_refused_with_both_faults():
    with pytest.raises(InputError, match=r"(?s)no column with codes or names.*no column households"):
        taken(备注=["甲"], 颜色=["红"])
