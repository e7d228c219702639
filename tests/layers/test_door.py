"""The door: what comes in is read, counted, listed; nothing is lost silently."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.door import accept, first_of_each, frame_crs
from community3d.layers.errors import InputError
from community3d.layers.problems import joined
from community3d.layers.sample.town import sample_town
from community3d.layers.schema import TABLES
from community3d.layers.values import as_choice, as_dates, as_numbers, as_text
from hypothesis import given, settings
from hypothesis import strategies as st

CRS = "EPSG:4549"
SQUARE = shapely.box(0, 0, 2, 2)
BOW_TIE = shapely.from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")


def facilities(geometry=None, **columns):
    geometry = [shapely.Point(1, 1)] if geometry is None else geometry
    given = {"facility_id": [f"F{n}" for n in range(len(geometry))], "services": "market", **columns}
    return gpd.GeoDataFrame(given, geometry=geometry, crs=CRS)


def doorplates(**columns):
    count = max(len(values) for values in columns.values())
    given = {"doorplate_id": [f"M{n}" for n in range(count)], **columns}
    return gpd.GeoDataFrame(given, geometry=[shapely.Point(n, n) for n in range(count)], crs=CRS)


def messages(accepted):
    return accepted.problems["message"].tolist()


@pytest.mark.parametrize("table", list(sample_town()))
def test_the_sample_town_passes_untouched(table):
    frame = sample_town()[table]
    accepted = accept(table, frame)
    assert len(accepted.problems) == len(accepted.rejected) == 0
    assert accepted.frame.drop(columns="services", errors="ignore").equals(frame.drop(columns="services", errors="ignore"))


def test_all_columns_of_the_schema_leave_in_its_order():
    frame = accept("facilities", facilities(floor_m2=["12"], colour=["red"])).frame
    assert frame.columns.tolist() == [*TABLES["facilities"].names(), "geometry"]
    assert frame.iloc[0][["facility_id", "services", "floor_m2", "name"]].tolist() == ["F0", "market", 12.0, None]


def test_ids_become_text_without_decimals():
    assert accept("facilities", facilities(facility_id=[320506001.0])).frame["facility_id"].tolist() == ["320506001"]


def test_areas_without_partition_belong_to_the_administrative_tree():
    area = gpd.GeoDataFrame({"code": ["1", "2"], "level": "grid", "partition": [None, "police"]}, geometry=[SQUARE, SQUARE], crs=CRS)
    assert accept("areas", area).frame["partition"].tolist() == ["admin", "police"]
    assert accept("areas", area.drop(columns="partition")).frame["partition"].tolist() == ["admin", "admin"]


def test_what_is_no_number_is_emptied_and_told():
    accepted = accept("doorplates", doorplates(households=["1,200", "３", "很多", None, "-4", "inf"]))
    np.testing.assert_array_equal(accepted.frame["households"], [1200, 3, np.nan, np.nan, np.nan, np.nan])
    assert messages(accepted) == [
        "“很多” in households is not a number; left empty.",
        "“inf” in households is not a number; left empty.",
        "“-4” in households is below zero; left empty.",
    ]
    assert accepted.problems["row"].tolist() == ["M2", "M5", "M4"]


def test_a_tunnel_may_lie_below_zero():
    street = gpd.GeoDataFrame({"street_id": ["S"], "level": [-1]}, geometry=[shapely.LineString([(0, 0), (1, 1)])], crs=CRS)
    assert accept("streets", street).frame["level"].tolist() == [-1]


def test_words_outside_the_allowed_ones_are_emptied_and_told():
    gates = gpd.GeoDataFrame({"gate_id": ["a", "b"], "open": ["ALL ", "sometimes"]}, geometry=[shapely.Point(0, 0)] * 2, crs=CRS)
    accepted = accept("gates", gates)
    assert accepted.frame["open"].tolist() == ["all", None]
    assert messages(accepted) == ["“sometimes” in open is not one of all, residents, closed, unknown; left empty."]


def test_a_required_word_that_is_none_of_the_allowed_leaves_the_row_out():
    land = gpd.GeoDataFrame({"use": ["water", "lava"]}, geometry=[SQUARE, SQUARE], crs=CRS)
    accepted = accept("land", land)
    assert len(accepted.frame) == 1
    assert accepted.rejected[["use", "row", "reason"]].iloc[0].tolist() == ["lava", 2, "“lava” in the required column use cannot be used."]
    assert len(accepted.problems) == 1


def test_dates_are_read_in_chinese_and_iso_form():
    surveys = pd.DataFrame({"category": ["a", "b", "c", "d"], "as_of": ["2026年11月3日", "2025", "20241231", "soon"]})
    accepted = accept("surveys", surveys)
    assert accepted.frame["as_of"].tolist() == ["2026-11-03", "2025-01-01", "2024-12-31", None]
    assert messages(accepted) == ["“soon” in as_of is not a date; left empty."]


def test_rows_without_a_place_are_left_out_with_their_number_and_reason():
    shapes = [shapely.Point(1, 1), None, shapely.Point(), shapely.Point(np.nan, 2)]
    accepted = accept("facilities", facilities(shapes))
    assert accepted.frame["facility_id"].tolist() == ["F0"]
    assert accepted.frame.index.tolist() == [0]
    assert accepted.rejected["row"].tolist() == [2, 3, 4]
    assert set(accepted.rejected["reason"]) == {"The row has no place: its geometry is empty or a coordinate is no number."}
    assert accepted.problems["severity"].tolist() == ["error"] * 3
    assert accepted.rows_read == len(accepted.frame) + len(accepted.rejected)


def test_a_line_with_a_coordinate_that_is_no_number_is_left_out():
    lines = [shapely.LineString([(0, 0), (np.nan, 1)]), shapely.LineString([(0, 0), (0, 0)]), shapely.LineString([(0, 0), (1, 0)])]
    accepted = accept("streets", gpd.GeoDataFrame({"street_id": list("abc")}, geometry=lines, crs=CRS))
    assert accepted.frame["street_id"].tolist() == ["c"]
    assert accepted.rejected["reason"].str.contains("no number|no length").all()


def test_a_facility_that_is_a_polygon_stands_on_its_surface():
    accepted = accept("facilities", facilities([SQUARE]))
    assert accepted.frame.geometry.within(SQUARE).all()
    assert messages(accepted) == ["Polygons replaced by a point on their surface or by their outline: 1."]
    assert accepted.problems["severity"].tolist() == ["note"]


def test_a_wall_that_is_a_polygon_becomes_its_outline():
    accepted = accept("walls", gpd.GeoDataFrame({"wall_id": ["W"]}, geometry=[SQUARE], crs=CRS))
    assert accepted.frame.geometry.length.tolist() == [8.0]


@pytest.mark.parametrize(
    ("table", "shape", "kind"),
    [("facilities", shapely.LineString([(0, 0), (1, 1)]), "point"), ("streets", SQUARE, "line"), ("land", shapely.Point(0, 0), "polygon")],
)
def test_a_wrong_kind_of_geometry_is_left_out(table, shape, kind):
    columns = {"facility_id": ["a"], "services": ["market"], "street_id": ["a"], "use": ["water"]}
    accepted = accept(table, gpd.GeoDataFrame(columns, geometry=[shape], crs=CRS))
    assert accepted.rejected["reason"].tolist() == [f"The geometry is not a {kind}."]


def test_an_outline_that_crosses_itself_is_repaired_and_told():
    accepted = accept("land", gpd.GeoDataFrame({"use": ["water"]}, geometry=[BOW_TIE], crs=CRS))
    assert accepted.frame.geometry.is_valid.all()
    assert accepted.frame.geometry.area.tolist() == [2.0]  # two triangles of base 2 and height 1
    assert messages(accepted) == ["The outline crosses itself; it was repaired."]


def test_heights_and_single_multipoints_are_flattened():
    accepted = accept("facilities", facilities([shapely.from_wkt("MULTIPOINT Z ((1 2 3))")]))
    assert accepted.frame.geometry.to_wkt().tolist() == ["POINT (1 2)"]


def test_duplicate_ids_are_listed_and_kept():
    accepted = accept("facilities", facilities([shapely.Point(0, 0)] * 3, facility_id=["F", "F", "G"]))
    assert len(accepted.frame) == 3
    assert accepted.problems[["rule", "row", "message"]].to_numpy().tolist() == [
        ["duplicate_id", "F", "The identifier stands in an earlier row too."]
    ]
    assert first_of_each("facilities", accepted.frame)["facility_id"].tolist() == ["F", "G"]


def test_codes_that_were_numbers_lose_their_decimals_and_are_told_once():
    accepted = accept("doorplates", doorplates(community_code=[990106001.0, np.nan, 990106002.0], grid_code=["G1.0", "1.0", "01"]))
    assert accepted.frame["community_code"].tolist() == ["990106001", None, "990106002"]
    assert accepted.frame["grid_code"].tolist() == ["G1.0", "1", "01"]
    assert messages(accepted) == [
        "Codes in grid_code are numbers with decimals; taken without them: 1.",
        "Codes in community_code are numbers with decimals; taken without them: 2.",
    ]


def test_two_partitions_may_use_the_same_code():
    area = gpd.GeoDataFrame({"code": ["1", "1"], "level": "grid", "partition": ["grid", "police"]}, geometry=[SQUARE] * 2, crs=CRS)
    assert len(accept("areas", area).problems) == 0


def test_services_are_separated_by_any_of_the_usual_signs():
    assert accept("facilities", facilities(services=["market；park、 Health ，park"])).frame["services"].tolist() == ["market,park,health"]


def test_services_of_signs_only_are_none():
    accepted = accept("facilities", facilities([shapely.Point(0, 0)] * 2, services=["market", "，；"]))
    assert len(accepted.frame) == 1
    assert accepted.rejected["reason"].tolist() == ["The required column services is empty."]


def test_personal_columns_do_not_come_in_and_are_named():
    frame = facilities(**{"联系电话": ["1"], "legal": ["11010519491231002X"], "note": ["13812345678"]})
    accepted = accept("facilities", frame)
    assert accepted.dropped == ("联系电话", "legal", "note")
    refused = accept("facilities", facilities([None], **{"手机": ["13812345678"]}))
    assert "手机" not in refused.rejected.columns


def test_a_personal_number_in_an_address_is_taken_out_and_not_repeated_in_the_list():
    addresses = ["东吴南路18号 13812345678", *["东吴南路19号"] * 30]
    accepted = accept("doorplates", doorplates(address=addresses))
    assert accepted.frame["address"].tolist()[0] == "东吴南路18号"
    assert messages(accepted) == ["Personal data in address was removed."]


def test_ids_that_are_citizens_numbers_are_refused():
    with pytest.raises(
        InputError, match=r"The column facility_id of the table facilities holds personal numbers. Give the rows identifiers"
    ):
        accept("facilities", facilities(facility_id=["11010519491231002X"]))


def test_all_missing_columns_are_named_at_once():
    with pytest.raises(
        InputError, match=r"The table facilities lacks the required columns facility_id, services. Rename or add them; it has: name"
    ):
        accept("facilities", facilities(name=["x"]).drop(columns=["facility_id", "services"]))


def test_a_layer_without_crs_is_refused():
    with pytest.raises(InputError, match=r"The table facilities has no coordinate reference system. Set it in the layer's properties"):
        accept("facilities", facilities().set_crs(None, allow_override=True))


def test_a_layer_in_degrees_is_refused_by_name():
    with pytest.raises(InputError, match=r"EPSG:4490 .* is not a projected coordinate system in metres"):
        accept("facilities", facilities().set_crs("EPSG:4490", allow_override=True))


def test_a_table_without_geometry_where_one_is_needed_is_refused():
    with pytest.raises(InputError, match=r"The table facilities has no geometry. Choose a layer with point geometry"):
        accept("facilities", pd.DataFrame({"facility_id": ["a"], "services": ["market"]}))


def test_all_refusals_come_together():
    with pytest.raises(InputError) as caught:
        accept("facilities", facilities().drop(columns="services").set_crs(None, allow_override=True))
    assert len(caught.value.problems) == 2


def test_of_a_fault_in_every_row_a_thousand_are_listed():
    accepted = accept("doorplates", doorplates(households=["x"] * 1005))
    assert len(accepted.problems) == 1001
    assert messages(accepted)[-1] == "Further rows of the same kind, not listed: 5."


def test_problems_have_ids_of_rule_table_and_row_and_lie_where_the_row_lies():
    accepted = accept("facilities", facilities([shapely.Point(3, 4)], capacity=["x"]))
    assert accepted.problems["problem_id"].tolist() == ["not_a_number:facilities:F0"]
    assert accepted.problems.geometry.to_wkt().tolist() == ["POINT (3 4)"]
    assert accepted.problems["state"].tolist() == ["open"]
    assert joined([accepted.problems] * 2, crs=CRS)["problem_id"].is_unique


def test_a_problem_of_a_polygon_is_a_point_on_it():
    accepted = accept("land", gpd.GeoDataFrame({"use": ["water", "lava"]}, geometry=[SQUARE, SQUARE], crs=CRS))
    assert accepted.problems.geometry.geom_type.tolist() == ["Point"]
    assert accepted.problems.geometry.within(SQUARE).all()


def test_messages_are_told_in_the_users_language():
    accepted = accept("facilities", facilities(capacity=["x"]), translate=lambda source: "字段 {column}：{value}")
    assert messages(accepted) == ["字段 capacity：x"]


def test_the_given_frame_is_not_changed():
    frame = facilities([SQUARE, None], capacity=["x", "1"])
    before = frame.copy()
    accept("facilities", frame)
    assert frame.equals(before)


def test_a_frames_crs_is_an_authid():
    assert frame_crs(facilities()) == CRS
    assert frame_crs(pd.DataFrame()) is None


@given(st.lists(st.one_of(st.none(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False), st.just(""))))
@settings(deadline=None, max_examples=50)
def test_numbers_written_as_text_are_the_same_numbers(values):
    column = pd.Series(values, dtype=object)
    from_text, unread = as_numbers(as_text(column.map(lambda value: value if value in (None, "") else repr(value))))
    assert not unread.any()
    np.testing.assert_allclose(from_text, [np.nan if value in (None, "") else float(value) for value in values], rtol=1e-15)


def test_a_moment_keeps_its_time_and_a_day_has_none():
    assert as_dates(pd.Series(["2026-11-20 08:30", "2026-11-20"]))[0].tolist() == ["2026-11-20T08:30:00", "2026-11-20"]


def test_yes_and_no_are_understood_in_their_usual_forms():
    assert as_choice(pd.Series(["是", "0", True, "maybe", None], dtype=object), ("yes", "no"))[0].tolist() == [
        "yes",
        "no",
        "yes",
        None,
        None,
    ]


def test_gates_say_open_and_shut_in_one_letter():
    gates = gpd.GeoDataFrame({"gate_id": ["A", "B"], "open": ["开", "关"]}, geometry=gpd.points_from_xy([0, 1], [0, 1]), crs="EPSG:4549")
    assert accept("gates", gates).frame["open"].tolist() == ["all", "closed"]


def test_only_the_very_values_that_were_examined_are_not_examined_again():
    words = np.array(["人民路5号 王小明13812345678"], object)
    again = np.array(["".join(["人民路5号 ", "王小明13812345678"])], object)
    frame = gpd.GeoDataFrame({"doorplate_id": ["a"], "address": words}, geometry=shapely.points([[540_000, 3_460_000]]), crs=CRS)
    assert accept("doorplates", frame, harmless={"address": frame["address"].to_numpy()}).frame["address"].tolist() == words.tolist()
    assert accept("doorplates", frame, harmless={"address": again}).frame["address"].tolist() == ["人民路5号"]


def test_of_addresses_only_the_rows_that_changed_are_examined_again():
    words = np.array(["人民路5号 王小明13812345678", "人民路7号 王小明13812345678"], object)
    changed = np.array([words[0], "".join(["人民路7号 ", "王小明13812345678"])], object)
    frame = gpd.GeoDataFrame({"doorplate_id": ["a", "b"], "address": changed}, geometry=shapely.points([[540_000, 3_460_000]] * 2), crs=CRS)
    assert accept("doorplates", frame, harmless={"address": words}).frame["address"].tolist() == [words[0], "人民路7号"]
