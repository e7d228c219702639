"""Standards per area, worked out on paper: communities are squares of 100 m in a row, west to east."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.area_rules import AreaRule, Requirement
from community3d.layers.errors import InputError
from community3d.layers.profiles import WALKERS, Profile, standard
from community3d.processing.engine.facilitystandards import AREA_COLUMNS, Standards, facility_standards
from community3d.processing.engine.results import Settings

shipped = cache(standard)
CRS = "EPSG:4549"
STATION, DAY_CARE = "community_station", "day_care_elderly"


def row_of(count: int, level: str = "community", *, wide: int = 1, prefix: str = "C", **columns: object) -> gpd.GeoDataFrame:
    """So many squares side by side, each `wide` communities long."""
    boxes = [shapely.box(100 * wide * k, 0, 100 * wide * (k + 1), 100) for k in range(count)]
    frame = {"code": [f"{prefix}{k + 1:03}" for k in range(count)], "name": None, "partition": "admin", "level": level, **columns}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=boxes, crs=CRS)


def homes(*households: float | None) -> gpd.GeoDataFrame:
    """One doorplate in the middle of each community; None: its households are not stated; a missing one has -1."""
    rows = [(k, each) for k, each in enumerate(households) if each != -1]
    frame = {"doorplate_id": [f"D{k}" for k, _ in rows], "households": np.array([each for _, each in rows], dtype=float)}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=[shapely.Point(100 * k + 50, 50) for k, _ in rows], crs=CRS)


def places(*rows: tuple[int, str, float | None]) -> gpd.GeoDataFrame:
    """Facilities from the community's number (from 1), services and floor area."""
    frame = {"facility_id": [f"F{k}" for k in range(len(rows))], "services": [r[1] for r in rows], "floor_m2": [r[2] for r in rows]}
    shapes = [shapely.Point(100 * r[0] - 70, 20) for r in rows]
    return gpd.GeoDataFrame(pd.DataFrame(frame).astype({"floor_m2": float}), geometry=shapes, crs=CRS)


def judged(
    areas: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame | None,
    profile: str | Profile = "jiangsu",
    **more: object,
) -> Standards:
    chosen = shipped(profile) if isinstance(profile, str) else profile
    return facility_standards(areas, facilities, doorplates, settings=Settings(chosen, WALKERS["planning"]), **more)


def rule(found: Standards, name: str) -> pd.Series:
    return found.rules[found.rules["rule"] == name].iloc[0]


def test_three_thousand_households_need_900_square_metres():
    # 3,000 ÷ 100 × 30 = 900; 800 are there, 100 are missing; 800 ÷ 3,000 × 100 = 26.67 per 100 households.
    found = judged(row_of(1), places((1, STATION, 800)), homes(3000))
    assert tuple(found.areas.columns[-15:-8]) == AREA_COLUMNS
    area = found.areas.iloc[0]
    assert (area["households"], area["service_m2"], area["required_m2"]) == (3000, 800, pytest.approx(900))
    assert area["shortfall_m2"] == pytest.approx(100)
    assert area["m2_per_100hh"] == pytest.approx(26.6666667)
    assert area["verdict"] == "fail"
    assert found.figures["SHORTFALL_M2"].value == pytest.approx(100)


@pytest.mark.parametrize(("households", "verdict"), [(1333, "pass"), (1334, "fail")])
def test_a_centre_of_400_square_metres_suffices_for_1333_households(households, verdict):
    # 400 ÷ 0.30 = 1,333.3
    found = judged(row_of(1), places((1, STATION, 400)), homes(households))
    assert found.areas["verdict"].tolist() == [verdict]
    assert rule(found, "centre_400")["verdict"] == "pass"


def test_exactly_enough_passes():
    # 0.30 × 1,846 = 553.8, which no computer holds exactly.
    found = judged(row_of(1), places((1, STATION, 553.8)), homes(1846))
    assert found.areas[["verdict", "shortfall_m2"]].iloc[0].tolist() == ["pass", 0]


def test_the_example_of_the_report():
    # 1,846 households: required 553.8, present 480, per 100 households 26.0, shortfall 73.8.
    area = judged(row_of(1), places((1, STATION, 480)), homes(1846)).areas.iloc[0]
    assert [round(area[name], 1) for name in ("required_m2", "service_m2", "m2_per_100hh", "shortfall_m2")] == [553.8, 480.0, 26.0, 73.8]


def test_a_complex_of_several_services_counts_its_floor_once():
    found = judged(row_of(1), places((1, f"{STATION}；culture_station、{DAY_CARE}", 600)), homes(1000))
    assert found.areas["service_m2"].tolist() == [600]
    types = found.types.set_index("type")
    assert types.loc[["culture", "elderly"], "count"].tolist() == [1, 1]


def test_several_entrances_are_one_facility():
    facilities = places((1, STATION, 600), (2, STATION, None))
    facilities["facility_id"] = ["w12", "w12#2"]
    found = judged(row_of(2), facilities, homes(1000, 1000))
    assert found.areas["service_m2"].tolist() == [600, 0]
    assert found.areas["without_area"].tolist() == [0, 0]


def test_a_facility_without_area_leaves_open_what_the_others_do_not_settle():
    # 1,000 households need 300: 350 are certain in the first, 200 and something unknown in the second, 200 in the third.
    facilities = places((1, STATION, 350), (1, "culture_station", None), (2, STATION, 200), (2, "culture_station", None), (3, STATION, 200))
    found = judged(row_of(3), facilities, homes(1000, 1000, 1000))
    assert found.areas["verdict"].tolist() == ["pass", "no_data", "fail"]
    assert found.areas["without_area"].tolist() == [1, 1, 0]
    assert np.isnan(found.areas["shortfall_m2"].iloc[1])
    assert any("2 facilities of the service space state no floor area" in str(note) for note in found.notes)


def test_a_community_without_any_facility_fails_where_the_list_knows_others():
    found = judged(row_of(2), places((1, STATION, 900)), homes(1000, 1000))
    assert found.areas["verdict"].tolist() == ["pass", "fail"]
    assert found.areas["shortfall_m2"].tolist() == [0, 300]


def test_a_list_without_any_service_space_says_nothing():
    found = judged(row_of(1), places((1, "market", 900)), homes(1000))
    assert found.areas["verdict"].tolist() == ["no_data"]
    assert found.areas[["service_m2", "m2_per_100hh", "shortfall_m2"]].isna().all(axis=None)
    assert any("FACILITIES holds none of the service space (community_station" in str(note) for note in found.notes)


def test_a_survey_that_found_none_is_a_fail():
    types = shipped("jiangsu").service_space_types
    surveys = pd.DataFrame({"category": list(types), "complete": "yes"})
    found = judged(row_of(1), places((1, "market", 900)), homes(1000), surveys=surveys)
    assert found.areas[["verdict", "service_m2", "shortfall_m2"]].iloc[0].tolist() == ["fail", 0, 300]


def test_an_area_without_households_is_not_judged():
    found = judged(row_of(2), places((1, STATION, 400), (2, STATION, 400)), homes(1000, -1))
    assert found.areas["households"].tolist() == [1000, 0]
    assert found.areas["verdict"].tolist() == ["pass", "no_data"]
    assert np.isnan(found.areas["m2_per_100hh"].iloc[1])
    assert any("Areas without households, for which nothing per household is stated: 1." in str(note) for note in found.notes)


def test_doorplates_without_households_are_no_households():
    found = judged(row_of(1), places((1, STATION, 400)), homes(None))
    assert found.areas[["households", "weight_source", "verdict"]].iloc[0].tolist() == [1, "default", "no_data"]
    assert any("1 areas hold doorplates without households" in str(note) for note in found.notes)


def test_what_is_short_even_for_the_households_that_are_known_fails():
    # 2,000 are stated, a second doorplate states none: 600 are needed at least, 400 are there.
    doorplates = pd.concat([homes(2000), homes(None).assign(doorplate_id="other")], ignore_index=True)
    found = judged(row_of(1), places((1, STATION, 400)), doorplates)
    assert found.areas[["weight_source", "verdict"]].iloc[0].tolist() == ["partly", "fail"]


def test_the_areas_own_total_stands_in_where_doorplates_are_silent():
    areas = row_of(2, households=[1000.0, 1000.0], residents=[2500.0, np.nan])
    found = judged(areas, places((1, STATION, 300), (2, STATION, 300)), homes(None, 900))
    assert found.areas["households"].tolist() == [1000, 900]
    assert found.areas["weight_source"].tolist() == ["control_totals", "given"]
    assert found.areas["residents"].tolist() == [2500, pytest.approx(900 * 2.62)]
    assert judged(areas, places((1, STATION, 300)), None).areas["residents"].tolist() == [2500, pytest.approx(2620)]


def test_wuzhong_has_102_stations_for_118_communities():
    # 102 ÷ 118 = 86.4 %; 100 % would need 16 more.
    facilities = places(*((k, "health_station", 150.0) for k in range(1, 103)))
    one_each = AreaRule("stations", "站", "stations", 1, "facilities per area", types=("health_station", "health_centre"))
    all_of = AreaRule("coverage", "率", "coverage", 100, "percent of areas", applies_to="district", of="stations")
    own = Profile("own", "自定", "Own", (), area_rules=(one_each, all_of))
    found = judged(row_of(118), facilities, homes(*[1000] * 118), own)
    assert found.rules["verdict"].value_counts().to_dict() == {"pass": 102, "fail": 17}
    share = rule(found, "coverage")
    assert share["value"] == pytest.approx(86.4406780)
    assert share[["level", "present", "required", "shortfall", "verdict"]].tolist() == ["all", 102, 118, 16, "fail"]
    assert found.figures["area_share.coverage"].value == pytest.approx(102 / 118)


def test_a_case_of_23000_people_needs_more_than_2000_square_metres():
    # 23,000 ÷ 2.62 = 8,779 households, which need 2,633.6 m²: 2,000 fall short by 633.6.
    found = judged(row_of(1), places((1, STATION, 2000)), homes(23_000 / 2.62), "seed_claim")
    assert found.areas["required_m2"].iloc[0] == pytest.approx(2633.59, abs=0.01)
    assert found.areas["verdict"].tolist() == ["fail"]


def jiangsu_district() -> Standards:
    """Ten communities in two streets of five: nine have 300 m² for 1,000 households, one day-care centre stands in the first."""
    areas = pd.concat(
        [row_of(10), row_of(2, "subdistrict", wide=5, prefix="S"), row_of(1, "district", wide=10, prefix="Q")], ignore_index=True
    )
    stations = [(k, STATION, 300.0) for k in range(1, 10)]
    return judged(areas, places(*stations, (10, STATION, 299.0), (1, DAY_CARE, None), (1, "canteen", None)), homes(*[1000] * 10))


def test_nine_of_ten_communities_are_the_90_percent_that_the_province_asks():
    share = rule(jiangsu_district(), "space_compliance")
    assert share[["level", "code", "value", "present", "required", "shortfall", "verdict"]].tolist() == [
        "district",
        "Q001",
        90,
        9,
        9,
        0,
        "pass",
    ]


def test_each_street_needs_a_day_care_centre():
    rows = jiangsu_district().rules.query("rule == 'day_care_per_subdistrict'")
    assert rows[["code", "present", "shortfall", "verdict"]].to_numpy().tolist() == [["S001", 1, 0, "pass"], ["S002", 0, 1, "fail"]]


def test_home_care_in_one_of_ten_communities_misses_80_percent():
    share = rule(jiangsu_district(), "home_care_coverage")
    assert share[["value", "target", "required", "shortfall", "verdict"]].tolist() == [10, 80, 8, 7, "fail"]


def test_meals_have_a_share_and_no_verdict():
    share = rule(jiangsu_district(), "meals_coverage")
    assert share["value"] == 10
    assert np.isnan(share["target"])
    assert share["verdict"] == "not_judged"


def test_basic_services_are_unknown_while_no_list_names_some_of_them():
    # Nobody has listed health, culture or sport: the share of communities that have all four lies between 0 and 10 %.
    share = rule(jiangsu_district(), "function_compliance")
    assert share["verdict"] == "fail"
    assert jiangsu_district().types.query("type == 'health'")["verdict"].unique().tolist() == ["no_data"]


def test_an_unknown_area_leaves_a_share_open():
    # Nine pass, one is not known: 90 to 100 %; 90 is certain, 95 would not be.
    facilities = places(*((k, STATION, 300.0) for k in range(1, 10)), (10, STATION, None))
    profile = shipped("jiangsu")
    found = judged(row_of(10), facilities, homes(*[1000] * 10))
    assert rule(found, "space_compliance")["verdict"] == "pass"
    assert np.isnan(rule(found, "space_compliance")["value"])
    stricter = tuple(replace(each, value=95.0) if each.id == "space_compliance" else each for each in profile.area_rules)
    found = judged(row_of(10), facilities, homes(*[1000] * 10), replace(profile, area_rules=stricter))
    assert rule(found, "space_compliance")["verdict"] == "no_data"


def test_the_share_of_activity_space_is_not_known():
    found = judged(row_of(1), places((1, STATION, 400)), homes(1000))
    assert rule(found, "resident_activity_share")["verdict"] == "no_data"


def test_a_rule_of_a_missing_level_is_left_out_and_named():
    found = judged(row_of(1), places((1, STATION, 400)), homes(1000))
    assert "day_care_per_subdistrict" not in found.rules["rule"].tolist()
    assert "The rule day_care_per_subdistrict is left out: AREAS holds no area of the level subdistrict." in [
        str(note) for note in found.notes
    ]


def test_a_missing_level_is_refused_with_those_there_are():
    with pytest.raises(InputError, match=r"AREAS holds no area of the level grid; it has community\. Choose one of these as LEVEL"):
        judged(row_of(1), places((1, STATION, 400)), homes(1000), level="grid")


def test_repeated_ids_are_refused_at_once():
    facilities = places((1, STATION, 1), (1, STATION, 1)).assign(facility_id="F")
    doorplates = pd.concat([homes(1), homes(1)], ignore_index=True)
    with pytest.raises(InputError) as caught:
        judged(row_of(1), facilities, doorplates)
    assert len(caught.value.problems) == 2


def test_required_types_are_counted_by_number_and_size():
    # Two of at least 15 m² are asked: the first area has 20 and 10, the second 20 and unknown, the third 20 and 30, the fourth none.
    line = Requirement("parcel", "递", "Parcel", ("parcel",), count=2, area_m2=15)
    own = Profile("own", "自定", "Own", (), requirements=(line,))
    sizes = ((1, 20), (1, 10), (2, 20), (2, None), (3, 20), (3, 30))
    found = judged(row_of(4), places(*((k, "parcel", m2) for k, m2 in sizes)), homes(500, 500, 500, 500), own)
    assert found.types["verdict"].tolist() == ["fail", "no_data", "pass", "fail"]
    assert found.types["present"].tolist() == [True, True, True, False]
    assert found.types["count"].tolist() == [2, 2, 2, 0]
    assert found.types["shortfall"].tolist()[0] == 1
    assert found.types["shortfall"].tolist()[3] == 2
    assert found.areas["types_verdict"].tolist() == ["fail", "no_data", "pass", "fail"]
    # 30 m² for 500 households are 6 per 100, for 1,310 residents 22.9 per 1,000.
    first = found.types.iloc[0]
    assert (first["m2_per_100hh"], first["m2_per_1000"]) == (pytest.approx(6), pytest.approx(30 / 1310 * 1000))


def test_figures_from_memory_are_counted_and_judge_nothing():
    found = judged(row_of(1), places((1, "kindergarten", 3000), (1, "fitness_ground", 100)), homes(1000), "wanzheng2020")
    types = found.types.set_index("type")
    assert types.loc["wz_kindergarten", ["present", "count", "verdict", "confidence"]].tolist() == [True, 1, "not_judged", "memory_medium"]
    # The 150 m² of the activity ground are confirmed.
    assert types.loc["wz_ground", ["verdict", "confidence"]].tolist() == ["fail", "confirmed"]
    assert any("10 figures of the profile are from memory" in str(note) for note in found.notes)


def test_a_profile_of_walks_counts_its_types_and_requires_none():
    found = judged(row_of(1), places((1, "market", 800), (1, STATION, 300)), homes(1000), "tdt1063")
    market = found.types.set_index("type").loc["market"]
    assert market[["required", "present", "count", "verdict"]].tolist() == [False, True, 1, "not_judged"]
    assert found.types.set_index("type").loc["park", "present"] is None
    # Every profile knows the national rule on floor space.
    assert found.areas["verdict"].tolist() == ["pass"]


def test_areas_of_another_level_can_be_judged():
    found = judged(
        pd.concat([row_of(4), row_of(1, "subdistrict", wide=4, prefix="S")], ignore_index=True),
        places((1, STATION, 1200)),
        homes(1000, 1000, 1000, 1000),
        level="subdistrict",
    )
    assert found.areas[["code", "households", "required_m2", "verdict"]].iloc[0].tolist() == ["S001", 4000, 1200, "pass"]


def test_facilities_outside_every_area_are_nobodys():
    found = judged(row_of(1), places((1, STATION, 100), (7, STATION, 900)), homes(1000))
    assert found.areas["service_m2"].tolist() == [100]


def test_facilities_of_no_known_type_are_refused():
    with pytest.raises(InputError, match="None of the 1 facilities has a known type"):
        judged(row_of(1), places((1, "kiosk", 100)), homes(1000))
