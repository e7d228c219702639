"""What is said of a file before anything of it is loaded."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.preview import Wishes, preview
from community3d.layers.incoming.table import of_frame

WGS84 = Wishes(coordinates="WGS84")


def register(rows=600):
    numbers = range(rows)
    return pd.DataFrame(
        {
            "门牌编号": [f"M{number:04d}" for number in numbers],
            "地址": [f"长江路{number + 1}号" for number in numbers],
            "经度": [f"{120.62 + 0.0001 * (number % 25):.6f}" for number in numbers],
            "纬度": [f"{31.26 + 0.0001 * (number // 25):.6f}" for number in numbers],
            "手机": ["13812345678"] * rows,
        }
    )


def test_columns_come_with_their_first_five_values_and_what_they_are():
    found = preview("doorplates", of_frame(register()), WGS84)
    address = next(column for column in found.columns if column.name == "地址")
    assert address.ours == "address"
    assert address.values == ("长江路1号", "长江路2号", "长江路3号", "长江路4号", "长江路5号")


def test_columns_of_personal_data_are_named_and_not_shown():
    found = preview("doorplates", of_frame(register()), WGS84)
    assert found.dropped == ("手机",)
    assert "手机" not in [column.name for column in found.columns]


def test_at_most_five_hundred_points_are_shown_of_all_rows():
    found = preview("doorplates", of_frame(register(600)), WGS84)
    assert (found.rows_read, len(found.points)) == (600, 500)
    assert list(found.points.columns) == ["number", "geometry"]


def test_rows_whose_coordinates_nothing_tells_are_not_placed_and_the_reason_is_said():
    found = preview("doorplates", of_frame(register()), Wishes())
    assert found.points is None
    assert "do not tell WGS 84 from GCJ-02" in str(found.unplaced[0])


def test_a_web_map_shift_is_said_by_east_and_north():
    found = preview("doorplates", of_frame(register()), Wishes(coordinates="GCJ-02"))
    # In Suzhou GCJ-02 lies 466 m off: 398 m east, 243 m south.
    assert found.detected.offset_m == pytest.approx(466, abs=2)
    assert (found.detected.east_m, found.detected.north_m) == (pytest.approx(398, abs=3), pytest.approx(-243, abs=3))


def test_a_column_that_the_table_needs_and_nothing_gives_is_missing():
    gates = pd.DataFrame({"x": [120.62], "y": [31.26]})
    surveys = pd.DataFrame({"来源": ["街道"]})
    assert preview("gates", of_frame(gates), WGS84).missing == ()
    assert preview("surveys", of_frame(surveys), WGS84).missing == ("category",)


def test_what_is_stated_holds():
    found = preview("doorplates", of_frame(register()), Wishes(fields="road=地址", coordinates="WGS84"))
    assert next(column for column in found.columns if column.name == "地址").ours == "road"


def test_a_stated_column_that_the_file_lacks_is_refused():
    with pytest.raises(InputError, match="经度2"):
        preview("doorplates", of_frame(register()), Wishes(axes=(("x", "经度2"), ("y", "纬度")), coordinates="WGS84"))


def test_facilities_with_addresses_need_no_coordinates():
    listed = pd.DataFrame({"名称": ["望湖菜市场"], "地址": ["长江路18号"]})
    found = preview("facilities", of_frame(listed), Wishes())
    assert (found.missing, found.unplaced, found.points) == ((), (), None)
