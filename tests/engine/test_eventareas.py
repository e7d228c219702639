"""Areas responsible for events: by position, and only as far as the place is known."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from community3d.processing.engine.eventareas import EventAreas, event_areas
from shapely import Point, box

CRS = "EPSG:4549"
# A community of 200 by 100 m in two grids of 100 m, and a police grid over its western 150 m.
AREAS = gpd.GeoDataFrame(
    {
        "code": ["C", "G1", "G2", "P"],
        "name": ["Community", "West", "East", "Police west"],
        "partition": ["admin", "grid", "grid", "police"],
        "level": ["community", "grid", "grid", "grid"],
    },
    geometry=[box(0, 0, 200, 100), box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, 0, 150, 100)],
    crs=CRS,
)


def placed(*rows: tuple[object, float, str, object]) -> EventAreas:
    """Events of (place, expected error in metres, at building level, stated grid)."""
    points = [None if place is None else Point(place) for place, *_ in rows]
    frame = gpd.GeoDataFrame(
        {
            "event_id": [f"E{number}" for number in range(1, len(rows) + 1)],
            "error_m": [error_m for _, error_m, *_ in rows],
            "for_verdicts": [good for *_, good, _ in rows],
            "grid_code": np.array([stated for *_, stated in rows], object),
        },
        geometry=gpd.GeoSeries(points, crs=CRS),
        crs=CRS,
    )
    return event_areas(frame, AREAS)


def test_an_exact_event_gets_its_area_of_every_level_and_partition() -> None:
    found = placed(((30, 50), 0.0, "yes", None))
    assert found.events[["community_code", "grid_code", "police_grid_code"]].iloc[0].tolist() == ["C", "G1", "P"]
    assert found.responsible[["partition", "level", "code", "name", "certain"]].to_numpy().tolist() == [
        ["admin", "community", "C", "Community", "yes"],
        ["grid", "grid", "G1", "West", "yes"],
        ["police", "grid", "P", "Police west", "yes"],
    ]


def test_a_rough_place_tells_only_the_levels_that_hold_all_of_its_error() -> None:
    # 20 m from the line between the grids with an error of 30 m; 50 m from the community's edge, 70 m from the police grid's.
    found = placed(((80, 50), 30.0, "no", None))
    row = found.events.iloc[0]
    assert row["community_code"] == "C"
    assert row["grid_code"] is None
    assert row["police_grid_code"] == "P"
    assert row["uncertain_areas"] == "grid/grid"
    assert found.uncertain == 1
    told = found.responsible.set_index("level").loc["grid"].iloc[0]
    assert (told["code"], told["certain"]) == ("G1", "no")


def test_the_error_of_a_door_or_building_is_no_doubt() -> None:
    assert placed(((80, 50), 30.0, "yes", None)).events["grid_code"].tolist() == ["G1"]


def test_a_stated_grid_stays_where_the_place_tells_none() -> None:
    found = placed((None, np.nan, "no", "G2"), (None, np.nan, "no", "G9"), ((80, 50), 30.0, "no", "G2"))
    # G9 is no grid of these areas.
    assert found.events["grid_code"].tolist() == ["G2", None, "G2"]
    assert len(found.responsible) == 3


def test_the_place_wins_over_a_stated_grid() -> None:
    found = placed(((30, 50), 0.0, "yes", "G2"))
    assert found.events["grid_code"].tolist() == ["G1"]
    assert [(problem.rule, problem.row) for problem in found.problems] == [("grid_disagrees", "E1")]


def test_an_event_outside_every_area_is_listed() -> None:
    found = placed(((900, 50), 0.0, "yes", None), ((30, 50), 0.0, "yes", None))
    assert found.outside == 1
    assert [(problem.rule, problem.row) for problem in found.problems] == [("outside_areas", "E1")]
    assert found.events["community_code"].tolist() == [None, "C"]


@pytest.mark.parametrize("rows", [(), ((None, np.nan, "no", None),)])
def test_no_place_is_no_fault(rows: tuple) -> None:
    found = placed(*rows)
    assert len(found.events) == len(rows)
    assert len(found.responsible) == 0
