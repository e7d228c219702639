"""Lists of events taken in: placed like addresses, kinds and moments read, every row accounted for, no free text let through."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.door import accept
from community3d.layers.errors import InputError
from community3d.layers.events.intake import Events, Wishes, take_in_events
from community3d.layers.incoming.table import of_frame

CRS = "EPSG:4549"
DOORS = accept(
    "doorplates",
    gpd.GeoDataFrame(
        {
            "doorplate_id": ["D1", "D2", "D3", "D4"],
            "address": ["长桥街道宝带西路1号", "长桥街道宝带西路9号", "长桥街道龙西路2号龙西新村3幢", "长桥街道龙西路2号龙西新村5幢"],
        },
        geometry=gpd.GeoSeries(
            shapely.points([[540_010, 3_460_000], [540_090, 3_460_000], [540_500, 3_460_500], [540_560, 3_460_580]]), crs=CRS
        ),
    ),
).frame
PHONE, CITIZEN = "13912345678", "32050619800101123X"
TELLING = "王建国投诉邻居李桂兰半夜吵架，电话13912345678"
ROWS = pd.DataFrame(
    {
        "工单编号": ["A1", "A2", "A3", "A4", "A5", "A6", "A7"],
        "诉求人": ["王建国"] * 7,
        "联系电话": [PHONE] * 7,
        "问题类型": ["市容环境", "噪声扰民", "占道经营", "路灯", TELLING, None, "违停"],
        "问题描述": [TELLING] * 7,
        "事发地址": [
            f"宝带西路1号王建国家{PHONE}",
            "宝带西路5号",
            "龙西新村",
            "王建国家楼下",
            "长桥街道龙西路2号龙西新村3幢201室王建国",
            "宝带西路1号",
            "宝带西路9号",
        ],
        "上报时间": [
            "2026-03-05 14:00",
            "2026年3月5日",
            "20260305140000",
            "46086.583333",
            "2026/3/6 9:00",
            "2026-03-05",
            "昨天王建国说",
        ],
        "办理状态": ["办结", "处理中", "已派单", "王建国不满意", None, None, None],
    }
)


def taken(rows: pd.DataFrame = ROWS, **more: object) -> Events:
    return take_in_events(of_frame(rows), Wishes(**{"doorplates": DOORS, "crs": CRS, "origin": "12345.xlsx", **more}))


def test_events_are_placed_by_the_doorplates() -> None:
    found = taken()
    rows = found.frame.set_index("event_id")
    assert rows["method"].to_dict() == {"A1": "exact", "A2": "neighbours", "A3": "estate", "A4": "none", "A5": "exact"}
    # Number 5 lies half way between numbers 1 (540 010) and 9 (540 090); the doors of the estate at 540 500 and 540 560.
    assert shapely.get_x(rows.geometry.loc[["A1", "A2", "A3"]].to_numpy()).tolist() == [540_010, 540_050, 540_530]
    # Half of the 80 m between the neighbours; the estate's middle lies 50 m (30, 40) from both doors.
    assert rows["error_m"].loc[["A2", "A3"]].tolist() == [40, 50]
    assert rows["for_verdicts"].to_dict() == {"A1": "yes", "A2": "no", "A3": "no", "A4": "no", "A5": "yes"}
    assert found.methods == {"exact": 2, "neighbours": 1, "estate": 1, "none": 1}


def test_an_event_without_a_place_counts_and_is_listed() -> None:
    found = taken()
    assert found.frame.set_index("event_id").geometry.loc["A4"] is None
    listed = found.problems[found.problems["rule"] == "not_located"]
    assert listed["row"].tolist() == ["A4"]
    assert "It counts, but stands on no map." in listed["message"].iloc[0]


def test_places_below_building_level_are_marked() -> None:
    rough = taken().problems.query("rule == 'roughly_located'")
    assert dict(zip(rough["row"], rough["severity"])) == {"A2": "note", "A3": "note"}


def test_kinds_and_moments_are_ours() -> None:
    rows = taken().frame.set_index("event_id")
    assert rows["category"].to_dict() == {"A1": "environment", "A2": "noise", "A3": "street_order", "A4": "utilities", "A5": "other"}
    assert rows["reported_at"].tolist() == [
        "2026-03-05T14:00:00", "2026-03-05", "2026-03-05T14:00:00", "2026-03-05T14:00:00", "2026-03-06T09:00:00",
    ]  # fmt: skip
    assert rows["state"].tolist() == ["closed", "handling", "dispatched", None, None]


def test_the_account_of_the_rows_adds_up() -> None:
    found = taken()
    assert found.rows_read == len(found.frame) + len(found.rejected) == 7
    assert dict(zip(found.rejected["event_id"], found.rejected["reason"])) == {
        "A6": "The row tells no category.",
        "A7": "The row tells no moment that can be read. Write it as 2026-03-05 14:00.",
    }
    assert found.rejected["row"].tolist() == [6, 7]


def test_no_free_text_and_no_person_survives() -> None:
    found = taken()
    everything = [frame.drop(columns="geometry").to_csv() for frame in (found.frame, found.rejected, found.problems)]
    everything += [str(found.unknown), str(found.methods)]
    for said in ("王建国", "李桂兰", "吵架", "昨天", "不满意", "201", PHONE, CITIZEN):
        assert not any(said in each for each in everything), said
    assert found.dropped == ("诉求人", "联系电话", "问题描述")
    assert found.not_loaded == ()


def test_addresses_are_told_in_the_words_of_the_doorplates() -> None:
    said = taken().frame.set_index("event_id")["address"].to_dict()
    assert said == {
        "A1": "长桥街道宝带西路1号",
        "A2": "长桥街道宝带西路5号",
        "A3": "长桥街道龙西新村",
        "A4": None,
        "A5": "长桥街道龙西路2号龙西新村3幢",
    }


def test_own_coordinates_go_first_and_are_compared_with_the_address() -> None:
    rows = pd.DataFrame(
        {
            "类别": ["违停", "违停", "违停"],
            "上报时间": ["2026-03-05"] * 3,
            "地址": ["宝带西路1号", "宝带西路9号", "宝带西路9号"],
            "x": [540_011.0, 540_400.0, None],
            "y": [3_460_000.0, 3_460_000.0, None],
        }
    )
    found = taken(rows, coordinates=CRS)
    assert found.frame["method"].tolist() == ["coordinates", "coordinates", "exact"]
    assert found.frame["event_id"].tolist() == ["1", "2", "3"]
    # 540 400 lies 310 m from number 9.
    assert found.problems.query("rule == 'far_from_address'")["row"].tolist() == ["2"]


def test_unknown_categories_become_other_and_are_only_counted() -> None:
    rows = pd.DataFrame({"类别": ["天外来客"] * 3 + [TELLING], "上报时间": ["2026-03-05"] * 4, "地址": ["宝带西路1号"] * 4})
    found = taken(rows)
    assert found.frame["category"].tolist() == ["other"] * 4
    assert found.unknown == {"category": 4, "state": 0}
    assert len(found.problems.query("rule == 'unknown_category'")) == 4


def test_a_list_that_nothing_can_place_is_refused() -> None:
    with pytest.raises(InputError, match="Give DOORPLATES, and its addresses are located by them"):
        taken(ROWS, doorplates=None)


def test_a_list_without_dates_or_categories_is_refused_with_its_columns() -> None:
    with pytest.raises(InputError, match="No column of the file was recognised as reported_at"):
        taken(ROWS.drop(columns="上报时间"))
    with pytest.raises(InputError, match="No column of the file was recognised as category, reported_at"):
        taken(ROWS[["工单编号", "事发地址"]])


@pytest.mark.parametrize(
    ("written", "method", "address"),
    [
        ("王建国反映宝带西路1号门口有人吵架", "exact", "长桥街道宝带西路1号"),
        ("在龙西新村门口", "estate", "长桥街道龙西新村"),
        ("龙西新村3幢王建国家", "building", "长桥街道龙西路2号龙西新村3幢"),
        ("王建国说宝带西路旁5米", "none", None),
        ("寶帶西路５號對面", "neighbours", "长桥街道宝带西路5号"),
    ],
)
def test_addresses_are_found_among_other_words(written: str, method: str, address: str) -> None:
    rows = pd.DataFrame({"类别": ["违停"], "上报时间": ["2026-03-05"], "地址": [written]})
    found = taken(rows)
    assert found.frame[["method", "address"]].iloc[0].tolist() == [method, address]
    assert "王建国" not in found.frame.drop(columns="geometry").to_csv() + found.problems.drop(columns="geometry").to_csv()
