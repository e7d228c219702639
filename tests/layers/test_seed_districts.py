"""The towns of published cases: what the reports state of them holds to the last unit."""

from __future__ import annotations

import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.areas.check import check_areas
from community3d.layers.elevation_file import read_relief
from community3d.layers.errors import InputError
from community3d.layers.profiles import standard, walker
from community3d.layers.sample.district import sample_district
from community3d.layers.sample.seeds.counting import scaled_to, shared_out
from community3d.layers.sample.seeds.facts import case_of
from community3d.layers.sample.seeds.hillside import hillside_of
from community3d.layers.sample.seeds.tianruncheng import COMPLEX, tianruncheng
from community3d.layers.sample.seeds.tukanba import MARKET, tukanba
from community3d.layers.sample.seeds.wuzhong import wuzhong
from community3d.layers.sample.towns import fill_elevation, refuse_flat, sample_town_of
from community3d.layers.schema import TABLES
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.results import Settings

Tables = dict[str, gpd.GeoDataFrame]


@pytest.fixture(scope="module")
def district() -> Tables:
    return wuzhong(1)


@pytest.fixture(scope="module")
def estates() -> Tables:
    return tianruncheng(1)


@pytest.fixture(scope="module")
def terraces() -> Tables:
    return tukanba(1)


def areas_of(tables: Tables, level: str, partition: str = "admin") -> gpd.GeoDataFrame:
    areas = tables["areas"]
    return areas[(areas.level == level) & (areas.partition == partition)].reset_index(drop=True)


def inside(tables: Tables, word: str) -> gpd.GeoDataFrame:
    """The facilities in the district that offer a service."""
    facilities = tables["facilities"]
    offered = facilities.services.str.split(r"[；、;,，]").map(lambda services: word in services)
    return facilities[offered & facilities.within(areas_of(tables, "district").geometry[0])]


def communities_with(tables: Tables, word: str) -> int:
    communities = areas_of(tables, "community").geometry.to_numpy()
    return len(np.unique(shapely.STRtree(communities).query(inside(tables, word).geometry.to_numpy(), predicate="within")[1]))


def test_an_unknown_town_names_the_known_ones() -> None:
    with pytest.raises(
        InputError, match=r"Unknown town “atlantis” of the sample district\. Known towns: suzhou, wuzhong, tianruncheng, tukanba"
    ):
        sample_town_of("atlantis", size="small", seed=1)


def test_the_town_of_suzhou_is_the_sample_district() -> None:
    ours, theirs = sample_town_of("suzhou", size="small", seed=3), sample_district("small", 3)
    for name, frame in theirs.items():
        pd.testing.assert_frame_equal(pd.DataFrame(ours[name]), pd.DataFrame(frame))


def test_largest_remainders_make_up_the_total() -> None:
    # 10 shared by 1 : 1 : 1 is 3.33 each; the first gets the one that is left.
    assert scaled_to(np.array([1.0, 1.0, 1.0]), 10).tolist() == [4, 3, 3]


def test_seats_go_to_the_heaviest_and_never_beyond_what_one_can_hold() -> None:
    # 10 : 1 : 1 with six seats: one each, then three to the first; it can hold three, so one goes to the second.
    assert shared_out(np.array([10.0, 1.0, 1.0]), 6, np.array([3, 9, 9])).tolist() == [3, 2, 1]


def test_every_fact_is_quoted() -> None:
    case = case_of("wuzhong")
    assert case.count("communities") == 118
    assert case.quotes["health_stations"] == "建成社区卫生服务中心（站）102个"
    assert set(case.quotes) == set(case.figures)


def test_tianruncheng_has_four_blocks_and_five_estates_with_23000_people(estates: Tables) -> None:
    names = estates["estates"].name
    assert sorted(names[names.str.startswith("天润城")]) == sorted(f"天润城{number}街区" for number in "一二三四")
    assert sorted(names[names.str.startswith("万润嘉园")]) == sorted(f"万润嘉园{number}区" for number in "一二三四五")
    assert len(names) == 9
    assert estates["doorplates"].residents.sum() == 23_000
    assert estates["doorplates"].households.sum() == 8_779  # 23,000 ÷ 2.62 = 8,778.6
    assert set(estates["areas"][estates["areas"].level != "grid"].households) == {8_779}


def test_the_four_blocks_of_tianruncheng_are_four_grids(estates: Tables) -> None:
    homes = estates["doorplates"][estates["doorplates"].estate.fillna("").str.startswith("天润城")]
    assert homes.groupby("estate").grid_code.nunique().tolist() == [1, 1, 1, 1]
    assert homes.grid_code.nunique() == 4


def test_the_complex_has_2000_m2_where_2634_are_asked(estates: Tables) -> None:
    complexes = estates["facilities"][estates["facilities"].name == COMPLEX]
    assert complexes.floor_m2.tolist() == [2_000]
    assert complexes.capacity.tolist() == [350]
    # 30 m² for each 100 of 8,779 households.
    assert round(0.30 * estates["doorplates"].households.sum()) == 2_634
    others = estates["facilities"][estates["facilities"].name != COMPLEX]
    assert not others.services.str.contains("community_station|culture_station|day_care_elderly|subdistrict_service").any()


def test_every_household_of_tianruncheng_lies_in_the_circle_of_1_km(estates: Tables) -> None:
    middle = estates["facilities"].geometry[estates["facilities"].name == COMPLEX].iloc[0]
    homes = estates["doorplates"][estates["doorplates"].households > 0]
    assert homes.distance(middle).max() < 1_000


def test_not_every_household_of_tianruncheng_walks_to_the_complex_in_15_minutes(estates: Tables) -> None:
    run = Settings(standard("seed_claim"), walker("planning"))
    layers = {name: estates[name] for name in ("areas", "gates", "walls", "estates", "land", "surveys")}
    found = service_coverage(estates["doorplates"], estates["facilities"], estates["streets"], **layers, settings=run)
    rate, crow = (found.figures[name].value for name in ("rate.service", "crow_rate.service"))
    assert crow == 1.0
    assert 0.5 < rate < 0.95


def test_tukanba_is_five_hectares_with_ten_grids_and_eighteen_groups(terraces: Tables) -> None:
    assert round(areas_of(terraces, "district").area[0] / 1e6, 2) == 0.05
    assert len(areas_of(terraces, "grid", "grid")) == 10
    groups = areas_of(terraces, "group", "residents_group")
    assert len(groups) == 18
    assert groups.households.min() > 0
    assert groups.households.sum() == terraces["doorplates"].households.sum()
    assert groups.area.sum() == pytest.approx(areas_of(terraces, "district").area[0], rel=1e-9)


def test_groups_and_grids_of_tukanba_do_not_nest(terraces: Tables) -> None:
    groups, grids = areas_of(terraces, "group", "residents_group"), areas_of(terraces, "grid", "grid")
    shared = groups.overlay(grids[["geometry"]].assign(grid=grids.code), how="intersection")
    shared = shared[shared.area > 10]
    assert shared.groupby("code").grid.nunique().max() > 1
    assert shared.groupby("grid").code.nunique().max() > 1


def test_tukanba_is_public_housing_on_a_slope_with_stairs(terraces: Tables) -> None:
    assert set(terraces["estates"].housing_type) == {"保障房"}
    assert {name[:4] for name in terraces["estates"].name} == {"火柴新村", "杨树新村", "巨柳新村", "两江名品"}
    assert (terraces["facilities"].name == MARKET).sum() == 1
    hill = hillside_of(terraces["areas"])
    # 13 metres in a hundred, give or take the terraces.
    assert hill.heights_at((hill.foot + 100 * hill.upward)[None])[0] - hill.heights_at(hill.foot[None])[0] == pytest.approx(13, abs=2.5)
    steps = terraces["streets"][terraces["streets"].kind == "steps"]
    assert 20 < len(steps) < len(terraces["streets"])


def test_tukanba_lies_in_the_zone_of_fuling(terraces: Tables) -> None:
    assert {frame.crs.to_authority() for frame in terraces.values() if "geometry" in frame} == {("EPSG", "4545")}
    longitude, latitude = areas_of(terraces, "district").to_crs(4490).geometry[0].centroid.coords[0]
    assert (round(longitude, 1), round(latitude, 1)) == (107.4, 29.7)


def test_the_elevation_model_of_tukanba_holds_its_heights(terraces: Tables, tmp_path: Path) -> None:
    fill_elevation(tmp_path / "dem.tif", terraces)
    streets = terraces["streets"].geometry.to_numpy()
    relief = read_relief(str(tmp_path / "dem.tif"), shapely.total_bounds(streets), crs="EPSG:4545")
    places = shapely.get_coordinates(streets)
    # The model is read at ten metres, where a terrace swings by a metre.
    assert np.abs(relief.heights_at(places) - hillside_of(terraces["areas"]).heights_at(places)).max() < 1.0


def test_a_flat_town_has_no_elevation_model() -> None:
    with pytest.raises(InputError, match=r"The town “wuzhong” is flat\. Leave DEM empty, or choose one of: tukanba\."):
        refuse_flat("wuzhong")


@pytest.mark.parametrize("seed", [3, 7])
def test_every_seed_builds_all_estates_of_tukanba_on_five_hectares(seed: int) -> None:
    made = tukanba(seed)
    assert len(made["estates"]) == 10
    assert areas_of(made, "district").area[0] == pytest.approx(50_000, rel=0.01)
    assert areas_of(made, "grid", "grid").households.min() > 0


@pytest.mark.parametrize("town", ["tianruncheng", "tukanba"])
def test_the_areas_of_the_small_towns_nest_without_a_fault(town: str) -> None:
    found = {problem.rule for problem in check_areas(sample_town_of(town, size="small", seed=1)["areas"]).problems}
    assert found <= {"household_range"}


def test_equal_seeds_give_equal_towns(estates: Tables) -> None:
    again = tianruncheng(1)
    for name, frame in estates.items():
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(again[name]))


def test_a_small_case_is_made_in_a_moment() -> None:
    start = time.process_time()
    tianruncheng(2)
    assert time.process_time() - start < 3


def test_3000_households_need_900_m2_and_400_m2_suffice_for_1333() -> None:
    rule = next(rule for rule in standard("jiangsu").area_rules if rule.id == "service_space_per_100hh")
    assert rule.value * 3_000 / 100 == 900
    assert int(400 / rule.value * 100) == 1_333


@pytest.mark.long
def test_wuzhong_has_the_published_areas(district: Tables) -> None:
    counts = district["areas"].groupby(["partition", "level"]).size().to_dict()
    assert counts == {
        ("admin", "district"): 1,
        ("admin", "subdistrict"): 14,
        ("admin", "community"): 118,
        ("grid", "subdistrict"): 14,
        ("grid", "community"): 221,
        ("grid", "grid"): 1040,
    }
    assert areas_of(district, "subdistrict").kind.value_counts().to_dict() == {"镇": 7, "街道": 7}
    assert areas_of(district, "subdistrict").name.str.endswith("镇").sum() == 7


@pytest.mark.long
@pytest.mark.parametrize("level", ["district", "subdistrict", "community", "grid"])
def test_wuzhong_has_the_published_people_and_posts_at_every_level(district: Tables, level: str) -> None:
    areas = district["areas"]
    for _, tier in areas[areas.level == level].groupby("partition"):
        assert tier.residents.sum() == 1_389_000
        assert tier.households.sum() == 530_153  # 1,389,000 ÷ 2.62
        assert tier.leader_posts.sum() == 984
        assert tier.worker_posts.sum() == 3_120


@pytest.mark.long
def test_56_grids_of_wuzhong_have_no_leader_and_each_has_three_workers_on_average(district: Tables) -> None:
    grids = areas_of(district, "grid", "grid")
    assert (grids.leader_posts == 0).sum() == 1_040 - 984 == 56
    assert grids.worker_posts.mean() == 3.0
    assert grids.worker_posts.nunique() == 3


@pytest.mark.long
def test_102_of_118_communities_have_a_health_station(district: Tables) -> None:
    assert len(inside(district, "health_station")) + len(inside(district, "health_centre")) == 102
    stations = pd.concat([inside(district, "health_station"), inside(district, "health_centre")])
    communities = areas_of(district, "community").geometry.to_numpy()
    held = shapely.STRtree(communities).query(stations.geometry.to_numpy(), predicate="within")[1]
    assert len(np.unique(held)) == 102
    assert round(102 / 118, 2) == 0.86


@pytest.mark.long
@pytest.mark.parametrize("service", ["community_station", "culture_station", "day_care_elderly"])
def test_halls_culture_and_day_care_are_in_every_community(district: Tables, service: str) -> None:
    assert communities_with(district, service) == len(inside(district, service)) == 118


@pytest.mark.long
def test_wuzhong_has_seven_regional_centres_for_the_elderly(district: Tables) -> None:
    assert len(inside(district, "nursing_home")) == 7


@pytest.mark.long
def test_wuzhong_has_communities_to_split_and_to_merge(district: Tables) -> None:
    households = areas_of(district, "community").households
    assert 30 <= (households > 3000).sum() <= 60
    assert 2 <= (households < 500).sum() <= 15
    assert households.min() > 0


@pytest.mark.long
def test_the_areas_of_wuzhong_nest_without_a_fault(district: Tables) -> None:
    checked = check_areas(district["areas"])
    assert {problem.rule for problem in checked.problems} <= {"household_range", "hole"}
    assert checked.figures() == {"OVERLAP_M2": 0.0, "GAP_M2": 0.0, "ORPHANS": 0}


@pytest.mark.long
def test_every_area_of_wuzhong_is_in_one_piece_and_has_its_own_code(district: Tables) -> None:
    areas = district["areas"]
    assert set(areas.geom_type) == {"Polygon"}
    assert areas.code.is_unique
    assert areas_of(district, "community").name.is_unique


@pytest.mark.long
def test_the_tables_of_wuzhong_are_those_of_the_schema(district: Tables) -> None:
    for name, frame in district.items():
        assert [column for column in frame.columns if column != "geometry"] == TABLES[name].names()
        if TABLES[name].key:
            assert frame[TABLES[name].key].is_unique


@pytest.mark.long
def test_each_doorplate_of_wuzhong_lies_in_the_grid_that_it_states(district: Tables) -> None:
    grids, plates = areas_of(district, "grid", "grid"), district["doorplates"]
    place, grid = shapely.STRtree(grids.geometry.to_numpy()).query(plates.geometry.to_numpy(), predicate="within")
    assert len(np.unique(place)) == len(plates)
    first = np.unique(place, return_index=True)[1]
    assert (grids.code.to_numpy()[grid[first]] == plates.grid_code.to_numpy()).all()
    assert plates.grid_code.nunique() == 1_040


@pytest.mark.long
def test_equal_seeds_give_equal_districts_of_wuzhong_and_other_seeds_the_same_figures(district: Tables) -> None:
    again, other = wuzhong(1), wuzhong(2)
    for name, frame in district.items():
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(again[name]))
    assert other["areas"].groupby(["partition", "level"]).size().equals(district["areas"].groupby(["partition", "level"]).size())
    assert other["doorplates"].residents.sum() == 1_389_000
    assert communities_with(other, "community_station") == 118
    assert len(inside(other, "health_station")) + len(inside(other, "health_centre")) == 102
