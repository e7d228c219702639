from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.problems import problem_frame
from community3d.layers.profiles import WALKERS, profile, with_targets
from community3d.layers.sample.answers import EXPECTED_OK, EXPECTED_OK_HIGH, EXPECTED_OK_LOW
from community3d.layers.sample.town import sample_town
from community3d.layers.schema import LEVELS
from community3d.layers.workspace import Workspace
from community3d.processing.engine.check import district_check, run_hash, service_coverage
from community3d.processing.engine.ledger import REASONS
from community3d.processing.engine.results import Results, Settings

PLANNING = Settings(profile("tdt1063"), WALKERS["planning"])
CRS = "EPSG:4549"
SOURCES = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])


def workspace(tables: dict[str, gpd.GeoDataFrame]) -> Workspace:
    return Workspace(Path("town.gpkg"), CRS, tables, problem_frame([], crs=CRS), SOURCES)


def checked(tables: dict[str, gpd.GeoDataFrame], settings: Settings = PLANNING, **others: object) -> Results:
    return district_check(workspace(tables), settings=settings, **others)


@pytest.fixture(scope="module")
def results() -> Results:
    return checked(sample_town())


@pytest.mark.parametrize(("category", "households"), EXPECTED_OK.items())
def test_households_of_the_town_reach_what_paper_says(results, category, households):
    assert results.figures[f"ok.{category}"].value == households


@pytest.mark.parametrize(("category", "households"), EXPECTED_OK_LOW.items())
def test_shut_unknown_gates_give_the_lower_share(results, category, households):
    # The town has 200 households.
    assert results.figures[f"rate_low.{category}"].value == pytest.approx(households / 200)


@pytest.mark.parametrize(("category", "households"), EXPECTED_OK_HIGH.items())
def test_doors_that_may_be_connected_give_the_higher_share(results, category, households):
    assert results.figures[f"rate_high.{category}"].value == pytest.approx(households / 200)


def test_a_category_not_surveyed_has_no_share_and_one_surveyed_without_facility_has_nought(results):
    assert results.figures["rate.secondary_school"].value is None
    assert results.figures["rate.football"].value == 0


def test_every_level_of_every_partition_adds_up_to_the_ledger(results):
    columns = ["total", *REASONS]
    sums = results.summary.groupby(["level", "category"])[columns].sum()
    assert set(results.summary["level"]) == {"all", "community", "grid"}
    for level in ("community", "grid"):
        pd.testing.assert_frame_equal(sums.loc[level], sums.loc["all"])


def test_the_whole_equals_the_ledger(results):
    whole = results.summary[results.summary["level"] == "all"].set_index("category")
    for category in PLANNING.profile.categories:
        of_reason = results.ledger.groupby(f"{category.id}_why")["households"].sum()
        assert whole.loc[category.id, list(of_reason.index)].tolist() == of_reason.tolist()


def test_doorplates_stand_in_the_areas_they_lie_in(results):
    codes = results.ledger.set_index("doorplate_id")
    assert codes.loc["D06", "community_code"] == "990106001001"
    assert codes.loc["D06", "grid_code"] == "990106001001002"
    assert codes.loc["D16", [f"{level}_code" for level in LEVELS]].isna().all()


def test_areas_carry_their_rates(results):
    west = results.areas_out.set_index("code").loc["990106001001"]
    figures = results.figures
    assert west["market_rate"] == figures["rate.market@admin/community/990106001001"].value
    assert west["completeness"] == figures["completeness@admin/community/990106001001"].value


def test_the_figures_name_everything_that_report_and_scene_print(results):
    whole = "DOORPLATES_COUNT HOUSEHOLDS RESIDENTS WEIGHT_TOTAL COVERED_ALL RATE_ALL COMPLETENESS NOT_SNAPPED NO_ROUTE BEHIND_GATE"
    assert set(f"{whole} ISO_AGREEMENT ISO_EXCEPTIONS PROBLEMS_COUNT".split()) <= set(results.figures)
    kinds = ["rate", "land_rate", "rate_low", "rate_high", "total", *REASONS, "crow_rate", "median_m", "target", "verdict", "facilities"]
    kinds.remove("no_facility")
    for category in PLANNING.profile.categories:
        assert {f"{kind}.{category.id}" for kind in kinds} <= set(results.figures)
    assert {"areas.community", "areas.grid", "facilities", "buildings", "gates"} <= set(results.figures)


def test_land_is_covered_by_nothing_where_no_facility_is_connected(results):
    # F07 lies too far from any street, football was surveyed and has none, secondary schools were not surveyed.
    shares = {name: results.figures[f"land_rate.{name}"].value for name in ("sport", "football", "secondary_school")}
    assert shares == {"sport": 0, "football": 0, "secondary_school": None}
    assert 0 < results.figures["land_rate.park"].value < 1


def test_figures_are_json(results):
    values = {name: figure.value for name, figure in results.figures.items()}
    assert json.loads(json.dumps(values, allow_nan=False)) == values


def test_without_targets_nothing_is_judged_and_with_targets_by_interval(results):
    assert set(results.summary["verdict"]) == {"not_judged"}
    judged = checked(sample_town(), Settings(with_targets(profile("tdt1063"), "market=45;park=50"), WALKERS["planning"])).figures
    # Market: 90 to 130 of 200 households are 45 % to 65 %. Park: 50 to 90 are 25 % to 45 %.
    assert judged["verdict.market"].value == "pass"
    assert judged["verdict.park"].value == "fail"


def test_the_title_is_that_of_the_highest_area(results):
    assert results.title == "西片社区"
    assert checked(sample_town(), title="河畔镇").title == "河畔镇"


def test_a_repeated_doorplate_is_used_once():
    town = sample_town()
    twice = pd.concat([town["doorplates"], town["doorplates"].head(1)], ignore_index=True)
    found = checked({**town, "doorplates": twice})
    assert found.figures["DOORPLATES_COUNT"].value == 16


def test_repeated_ids_are_refused_in_a_coverage_run():
    town = sample_town()
    twice = pd.concat([town["doorplates"], town["doorplates"].head(1)], ignore_index=True)
    with pytest.raises(InputError, match="share an id with another one"):
        service_coverage(twice, town["facilities"], town["streets"], settings=PLANNING)


def test_a_doorplate_without_a_place_is_left_out_and_listed():
    town = sample_town()
    doors = town["doorplates"].copy()
    doors.loc[0, "geometry"] = None
    found = checked({**town, "doorplates": doors})
    assert "D01" not in set(found.ledger["doorplate_id"])
    assert "D01" in set(found.problems["row"])
    assert found.figures["PROBLEMS_COUNT"].value == len(found.problems)


def test_what_is_wrong_with_the_network_is_listed_with_the_problems():
    town = sample_town()
    streets = town["streets"]
    x, y = min(shapely.get_coordinates(streets.geometry.to_numpy()).tolist())
    # From half a metre outside the westernmost vertex away from the town.
    line = shapely.LineString([(x - 0.5, y), (x - 300.5, y)])
    more = gpd.GeoDataFrame({"street_id": ["Z1"]}, geometry=[line], crs=streets.crs)
    found = checked({**town, "streets": pd.concat([streets, more], ignore_index=True)}).problems
    said = found[found["message"].str.contains("Z1")].set_index("rule")
    assert said["severity"].to_dict() == {"island": "error", "near_miss": "error"}
    assert "lies 0.50 m from" in said.loc["near_miss", "message"]


def test_a_stated_code_that_is_not_the_place_becomes_a_problem():
    town = sample_town()
    doors = town["doorplates"].copy()
    doors["community_code"] = "990106001002"
    found = checked({**town, "doorplates": doors}).problems
    said = found[found["rule"] == "code_disagrees"].set_index("row")["message"]
    assert said["D01"] == "The stated code is 990106001002, but the point lies in 990106001001."
    assert "D07" not in said


def test_without_areas_the_stated_codes_are_rolled_up():
    town = sample_town()
    doors = town["doorplates"].copy()
    doors["community_code"] = ["7"] * 10 + [None] * 6
    found = service_coverage(doors, town["facilities"], town["streets"], settings=PLANNING)
    levels = found.summary[found.summary["category"] == "park"]
    assert levels[["level", "code"]].values.tolist() == [["all", None], ["community", "7"], ["community", None]]
    assert found.areas_out is None


def test_without_areas_and_codes_there_is_only_the_whole():
    town = sample_town()
    doors = town["doorplates"].assign(community_code=None, grid_code=None)
    found = service_coverage(doors, town["facilities"], town["streets"], settings=PLANNING)
    assert set(found.summary["level"]) == {"all"}


def test_a_check_without_optional_tables_has_ledger_and_circles():
    town = sample_town()
    found = checked({name: town[name] for name in ("doorplates", "facilities", "streets")})
    assert found.title == ""
    assert found.areas_out.empty
    assert found.figures["land_rate.park"].value is None
    assert len(found.isochrones) == 18


def test_the_sample_says_that_it_is_invented(results):
    assert results.sample
    town = sample_town()
    real = {**town, "doorplates": town["doorplates"].assign(source="公安")}
    assert not checked(real).sample


def test_equal_parameters_give_the_same_run():
    assert run_hash({"a": 1, "b": "中"}) == run_hash({"b": "中", "a": 1})
    assert run_hash({"a": 1}) != run_hash({"a": 2})
    assert len(run_hash({})) == 8


def test_a_wish_to_stop_is_heard_in_every_step():
    class Stopping:
        def __init__(self, after: list[int]) -> None:
            self.after = after

        def at(self, share: float, doing: object = None) -> None:
            self.after[0] -= 1
            if self.after[0] < 0:
                raise Cancelled

        def part(self, start: float, end: float) -> Stopping:
            return self

        def say(self, words: object) -> None: ...

        def warn(self, words: object) -> None: ...

    for polls in (0, 5, 20):
        with pytest.raises(Cancelled):
            checked(sample_town(), progress=Stopping([polls]))


def test_all_results_share_the_metric_system(results):
    for frame in (results.ledger, results.areas_out, results.isochrones, results.iso_exceptions):
        assert str(frame.crs) == CRS
        assert isinstance(frame.index, pd.RangeIndex)


def test_missing_ways_are_unknown_and_never_a_number(results):
    lost = results.ledger.set_index("doorplate_id").loc["D15"]
    assert np.isnan(lost["park_m"])
    assert lost["park_id"] is None


def test_round_trips_are_compared_with_isochrones_only_where_there_and_back_are_alike():
    # 锦园's gate for residents opens outwards only; without walls both ways are the same.
    trip = Settings(profile("tdt1063"), WALKERS["planning"], direction="round_trip")
    town = sample_town()
    assert "ISO_AGREEMENT" not in checked(town, trip).figures
    without = {name: frame for name, frame in town.items() if name not in ("walls", "gates", "estates")}
    assert checked(without, trip).figures["ISO_AGREEMENT"].value > 0.9
