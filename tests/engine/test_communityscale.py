"""Communities screened for splits and mergers; every figure can be worked out on paper."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from community3d.layers.errors import InputError
from community3d.layers.profiles import standard, walker
from community3d.processing.engine.communitymergers import after_mergers
from community3d.processing.engine.communityscale import Scale, Thresholds, community_scale
from community3d.processing.engine.communitywalks import walks_between
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.results import Settings
from shapely import LineString, Point, box

CRS = "EPSG:4549"
SETTINGS = Settings(standard("tdt1063"), walker("planning"))
# Four communities of 1 km side by side, the last one in another sub-district.
#   A: 3200 households in two estates   B: 400 in one place   C: 1000   D: 450
CODES = ("A", "B", "C", "D")
DOORS = (
    # x, households, estate: A's estates stand 1200 m apart in its north-south direction
    ((500, -100), 800, "一村"),
    ((500, 1100), 2400, "二村"),
    ((1500, 500), 400, None),
    ((2300, 500), 1000, None),
    ((3500, 500), 450, None),
)


def communities(**columns: object) -> gpd.GeoDataFrame:
    shapes = [box(0, -500, 1000, 1500), box(1000, 0, 2000, 1000), box(2000, 0, 3000, 1000), box(3000, 0, 4000, 1000)]
    frame = {"code": CODES, "name": [f"社区{code}" for code in CODES], "level": "community", "parent_code": ["S1", "S1", "S1", "S2"]}
    return gpd.GeoDataFrame({**frame, "worker_posts": [8, 1, 1, None], **columns}, geometry=shapes, crs=CRS)


def doors(rows: tuple = DOORS) -> gpd.GeoDataFrame:
    frame = {
        "doorplate_id": [f"D{row}" for row in range(len(rows))],
        "households": [households for _, households, _ in rows],
        "estate": np.array([estate for *_, estate in rows], object),
    }
    return gpd.GeoDataFrame(frame, geometry=[Point(place) for place, *_ in rows], crs=CRS)


def scale(areas: gpd.GeoDataFrame | None = None, rows: tuple = DOORS, **more: object) -> Scale:
    return community_scale(communities() if areas is None else areas, doors(rows), settings=SETTINGS, **more)


def by_code(found: Scale) -> dict[str, dict]:
    return found.communities.set_index("code").to_dict("index")


def test_households_decide_between_split_keep_and_merge() -> None:
    assert {code: row["verdict"] for code, row in by_code(scale()).items()} == {"A": "split", "B": "merge", "C": "keep", "D": "merge"}


def test_both_thresholds_are_no_part_of_split_and_merge() -> None:
    found = scale(rows=(((500, 0), 3000, None), ((1500, 500), 500, None)))
    assert by_code(found)["A"]["verdict"] == by_code(found)["B"]["verdict"] == "keep"
    assert by_code(scale(rows=(((500, 0), 3000, None),), thresholds=Thresholds(split_above=2999)))["A"]["verdict"] == "split"


def test_dispersion_is_the_weighted_distance_of_estates_from_the_middle() -> None:
    # The middle of 800 households at -100 and 2400 at 1100 is (800·-100 + 2400·1100) / 3200 = 800;
    # the estates lie 900 and 300 m from it: (800·900 + 2400·300) / 3200 = 450.
    row = by_code(scale())["A"]
    assert row["dispersion_m"] == pytest.approx(450)
    assert row["estates"] == 2


def test_criteria_tell_what_the_rule_asks_beside_the_size() -> None:
    # A: 3200 households for 8 workers are 400 each; 450 m are below 500. C: 1000 for one worker.
    rows = by_code(scale())
    assert rows["A"]["criteria"] == "large"
    assert rows["C"]["criteria"] == "overloaded"
    assert rows["B"]["criteria"] == "small"
    strict = by_code(scale(thresholds=Thresholds(dispersed_above_m=449, load_above=399)))
    assert strict["A"]["criteria"] == "large, dispersed, overloaded"
    assert strict["A"]["households_per_worker"] == 400


def test_a_community_without_any_worker_is_overloaded_and_has_no_ratio() -> None:
    row = by_code(scale(communities(worker_posts=[0, 1, 1, 1])))["A"]
    assert np.isnan(row["households_per_worker"])
    assert row["criteria"] == "large, overloaded"


def test_the_best_neighbour_is_told_by_border_walk_and_room() -> None:
    found = scale()
    pairs = found.neighbours[found.neighbours["code"] == "B"].set_index("neighbour")
    # B's outline is 4000 m; it shares 1000 m with A and with C: a quarter each.
    assert pairs["border_share"].to_dict() == pytest.approx({"C": 0.25, "A": 0.25})
    # B's home at (1500, 500): C's at 800 m; A's middle (500, 800) at √(1000² + 300²) = 1044.03 m.
    assert pairs["walk_m"].to_dict() == pytest.approx({"C": 800.0, "A": 1044.0307})
    # C: (0.25 + 1 + (1 - 1400/3000)) / 3 = 0.59444; A: (0.25 + 800/1044.0307 + 0) / 3 = 0.33875, with 3600 households too many.
    assert pairs["score"].to_dict() == pytest.approx({"C": 0.594444, "A": 0.338754}, abs=1e-5)
    assert pairs["fits"].to_dict() == {"C": "yes", "A": "no"}
    row = by_code(found)["B"]
    assert (row["merge_with"], row["merged_households"], row["walk_by"]) == ("C", 1400, "straight")


def test_a_neighbour_of_another_sub_district_does_not_fit() -> None:
    found = scale()
    assert by_code(found)["D"]["merge_with"] is None
    assert any("Merge candidates without a neighbour in their own sub-district" in note.source for note in found.notes)


def test_a_river_without_a_bridge_makes_a_neighbour_far() -> None:
    # One street from B to C in a detour: 100 m south, 800 m east, 100 m north; none to A.
    line = LineString([(1500, 500), (1500, 400), (2300, 400), (2300, 500)])
    streets = gpd.GeoDataFrame({"street_id": ["s"]}, geometry=[line], crs=CRS)
    walked = walks_between(doors(), streets, SETTINGS, tables=Tables())
    pairs = scale(walked=walked).neighbours.query("code == 'B'").set_index("neighbour")
    assert pairs.loc["C", "walk_m"] == pytest.approx(1000)
    assert np.isnan(pairs.loc["A", "walk_m"])
    # (0.25 + 0 + 0) / 3: no way at all brings nothing.
    assert pairs.loc["A", "score"] == pytest.approx(0.25 / 3)
    assert set(pairs["walk_by"]) == {"network"}


def test_borders_drawn_two_metres_apart_are_borders() -> None:
    areas = communities()
    areas.geometry = [shape if code != "C" else box(2001.5, 0, 3000, 1000) for code, shape in zip(CODES, areas.geometry)]
    pairs = scale(areas).neighbours.query("code == 'B'").set_index("neighbour")
    assert pairs.loc["C", "border_m"] == pytest.approx(1000, abs=5)


def test_mergers_add_up_and_the_smallest_chooses_first() -> None:
    # B (400) and C (450) are both small, and neighbours: together 850. B joins C, whose need is met by that.
    rows = (((500, 0), 3200, None), ((1500, 500), 400, None), ((2300, 500), 450, None), ((3500, 500), 600, None))
    found = scale(rows=rows)
    assert by_code(found)["B"]["verdict"] == by_code(found)["C"]["verdict"] == "merge"
    after = after_mergers(found, Thresholds())
    assert after.set_index("code")["member_codes"].to_dict() == {"A": "A", "C": "B, C", "D": "D"}
    assert after["households"].sum() == found.communities["households"].sum() == 4650
    assert after.geometry.area.sum() == pytest.approx(5e6)


def test_nobody_is_no_ground_for_a_verdict() -> None:
    found = scale(rows=DOORS[:2])
    assert {code: row["verdict"] for code, row in by_code(found).items()} == {"A": "split", "B": "no_data", "C": "no_data", "D": "no_data"}
    assert any("No household lies in these communities" in note.source for note in found.notes)
    assert np.isnan(by_code(found)["B"]["dispersion_m"])


def test_doorplates_without_households_leave_the_verdict_open() -> None:
    # 700 known households and one silent doorplate: at least 700, so surely no merger, but perhaps a split.
    found = scale(rows=(((1500, 500), 700, None), ((1500, 600), None, None), ((2500, 500), None, None), ((500, 0), 3001, None)))
    rows = by_code(found)
    assert rows["B"]["verdict"] == rows["C"]["verdict"] == "no_data"
    assert rows["A"]["verdict"] == "split"
    assert any("Doorplates without households leave these communities open" in note.source for note in found.notes)


def test_posts_that_nobody_states_are_said() -> None:
    found = scale(communities(worker_posts=[None] * 4))
    assert [note.values["codes"] for note in found.notes if "Worker posts are not stated" in note.source] == ["A, B, C, D"]


def test_areas_without_communities_are_refused() -> None:
    with pytest.raises(InputError, match="AREAS holds no communities; it has grid"):
        scale(communities(level="grid"))
