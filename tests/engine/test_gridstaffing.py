"""Posts and work of grids; every figure can be worked out on paper."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from community3d.layers.elevation import relief_of
from community3d.layers.errors import InputError
from community3d.layers.profiles import standard, walker
from community3d.processing.engine.gridstaffing import Norms, Staffing, grid_staffing, social_workers
from community3d.processing.engine.results import Settings
from community3d.processing.engine.workload import Ground, gini
from shapely import LineString, Point, box

CRS = "EPSG:4549"
SETTINGS = Settings(standard("tdt1063"), walker("planning"))
X, Y = 540_000, 3_460_000
# A district of four grids of 100 m in a row, two in each community.
GRIDS = ("G1", "G2", "G3", "G4")
LEADERS, WORKERS = [1, 0, 1, 1], [2, 1, 0, 1]
HOUSEHOLDS = (300, 500, 200, 400)


def square(first: int, last: int) -> object:
    return box(X + 100 * first, Y, X + 100 * (last + 1), Y + 100)


def areas(leaders: list = LEADERS, workers: list = WORKERS, district: tuple = (None, None)) -> gpd.GeoDataFrame:
    frame = {
        "code": ["D", "C1", "C2", *GRIDS],
        "name": ["区", "一", "二", *GRIDS],
        "level": ["district", "community", "community", *["grid"] * 4],
        "leader_posts": [district[0], None, None, *leaders],
        "worker_posts": [district[1], None, None, *workers],
    }
    shapes = [square(0, 3), square(0, 1), square(2, 3), *(square(k, k) for k in range(4))]
    return gpd.GeoDataFrame(frame, geometry=shapes, crs=CRS)


def doors(households: tuple = HOUSEHOLDS) -> gpd.GeoDataFrame:
    frame = {"doorplate_id": [f"D{k}" for k in range(len(households))], "households": list(households)}
    return gpd.GeoDataFrame(frame, geometry=[Point(X + 50 + 100 * k, Y + 50) for k in range(len(households))], crs=CRS)


def staffing(frame: gpd.GeoDataFrame | None = None, ground: Ground | None = None, norms: Norms | None = None) -> Staffing:
    ground = Ground(doorplates=doors()) if ground is None else ground
    return grid_staffing(areas() if frame is None else frame, ground, norms=norms or Norms(), settings=SETTINGS)


def by_code(found: Staffing) -> dict[str, dict]:
    return found.areas.set_index("code").to_dict("index")


def test_posts_and_vacancies_are_summed_from_the_grids() -> None:
    rows = by_code(staffing())
    # One leader and one worker a grid: G2 lacks a leader, G3 a worker.
    assert [rows[code]["leader_vacancies"] for code in ("D", "C1", "C2", *GRIDS)] == [1, 1, 0, 0, 1, 0, 0]
    assert [rows[code]["worker_vacancies"] for code in ("D", "C1", "C2", *GRIDS)] == [1, 0, 1, 0, 0, 1, 0]
    assert [rows[code]["workers"] for code in ("D", "C1", "C2")] == [4, 3, 1]
    assert rows["D"]["grids"] == 4


def test_ratios_are_told_where_there_is_something_to_divide_by() -> None:
    found = staffing()
    rows = by_code(found)
    # C1: 800 households for 3 workers; G3 has nobody.
    assert rows["C1"]["households_per_worker"] == pytest.approx(800 / 3)
    assert np.isnan(rows["G3"]["households_per_worker"])
    # The district: 7 posts for 1400 households of 2.62 residents, 3668 people: 7 / 3668 · 10 000 = 19.084.
    assert rows["D"]["posts_per_10k"] == pytest.approx(19.084, abs=1e-3)
    assert found.figures["workers_per_10k"] == pytest.approx(4 / 3668 * 10_000)
    assert [note.source for note in found.notes] == ["Grids without any worker, of which no ratio can be said ({count}): {codes}"]


def test_wuzhong_lacks_56_leaders() -> None:
    # 984 leaders and 3120 workers for 1040 grids and 1,389,000 people, stated for the district alone.
    shapes = [box(X + 10 * k, Y, X + 10 * k + 10, Y + 10) for k in range(1040)]
    frame = gpd.GeoDataFrame(
        {
            "code": ["320506", *(f"G{k:04}" for k in range(1040))],
            "level": ["district", *["grid"] * 1040],
            "leader_posts": [984, *[None] * 1040],
            "worker_posts": [3120, *[None] * 1040],
            "households": [530_000, *[None] * 1040],
            "residents": [1_389_000, *[None] * 1040],
        },
        geometry=[box(X, Y, X + 10_400, Y + 10), *shapes],
        crs=CRS,
    )
    found = staffing(frame, Ground())
    assert (found.figures["grids"], found.figures["leader_vacancies"], found.figures["worker_vacancies"]) == (1040, 56, 0)
    assert found.figures["workers"] / found.figures["grids"] == 3
    # (984 + 3120) / 138.9
    assert found.figures["posts_per_10k"] == pytest.approx(29.546, abs=1e-3)
    # 2700 social workers for 1,071,000 urban residents: 25.21, above 18; for 1,600,000 they would be 16.9.
    assert social_workers(2700, 1_071_000, Norms()) == (pytest.approx(25.21, abs=0.01), "pass")
    assert social_workers(2700, 1_600_000, Norms()) == (pytest.approx(16.875), "fail")
    assert social_workers(18, 10_000, Norms()) == (18, "pass")
    assert social_workers(0, 1_071_000, Norms())[1] == social_workers(5, 0, Norms())[1] == "no_data"


def test_workload_is_the_mean_of_parts_in_grids_of_average() -> None:
    # Doorplates 1 in each grid: all are average. Facilities 4 in G1 and none elsewhere: 4 of a mean of 1.
    places = gpd.GeoDataFrame({"facility_id": list("abcd")}, geometry=[Point(X + 10 + k, Y + 50) for k in range(4)], crs=CRS)
    # A street of 350 m from the middle of G1 to the end of G4: 50, 100, 100, 100 m, mean 87.5.
    street = LineString([(X + 50, Y + 50), (X + 400, Y + 50)])
    streets = gpd.GeoDataFrame({"street_id": ["s"]}, geometry=[street], crs=CRS)
    found = staffing(ground=Ground(doors(), places, streets))
    rows = by_code(found)
    assert [rows[code]["street_m"] for code in GRIDS] == pytest.approx([50, 100, 100, 100])
    assert rows["C1"]["street_m"] == pytest.approx(150)
    # G1: (1 + 4 + 50/87.5) / 3 = 1.857143; the others: (1 + 0 + 100/87.5) / 3 = 0.714286. Their mean is 1.
    assert [rows[code]["workload"] for code in GRIDS] == pytest.approx([1.857143, 0.714286, 0.714286, 0.714286], abs=1e-6)
    assert rows["D"]["workload"] == pytest.approx(1)
    # Per worker: 0.928571 and 0.714286 in C1: Gini (0.928571 − 0.714286) / (2 · 1.642857) = 0.065217.
    assert rows["C1"]["imbalance"] == pytest.approx(0.065217, abs=1e-6)
    # C2 has a single grid with a worker: neither even nor uneven.
    assert np.isnan(rows["C2"]["imbalance"])


def test_steep_metres_are_those_of_slopes_from_the_limit_on() -> None:
    # East of x = 200 m the ground rises 10 m in 100; the street's 200 m there are steep, all in G3 and G4.
    columns = np.maximum(np.arange(60) * 10 + 5 - 300, 0) * 0.1
    relief = relief_of(np.tile(columns, (60, 1)), west_m=X - 100, north_m=Y + 300, cell_m=10)
    lines = [LineString([(X + 100 * k, Y + 50), (X + 100 * k + 100, Y + 50)]) for k in range(4)]
    streets = gpd.GeoDataFrame({"street_id": list("abcd")}, geometry=lines, crs=CRS)
    rows = by_code(staffing(ground=Ground(None, None, streets, relief, steep_percent=8)))
    assert [rows[code]["steep_m"] for code in GRIDS] == pytest.approx([0, 0, 90, 100], abs=11)
    flat = by_code(staffing(ground=Ground(None, None, streets, relief, steep_percent=11)))
    assert [flat[code]["steep_m"] for code in GRIDS] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("values", "coefficient"),
    [
        ([5, 5, 5], 0),
        ([1, 2, 3], 2 / 9),  # pairs differ by 1, 1, 2: 8 both ways, over 2 · 3² · 2
        ([0, 0, 0, 1], 0.75),
        ([7], np.nan),
        ([0, 0], np.nan),
        ([1, np.nan, 3], 0.25),
    ],
)
def test_the_gini_coefficient(values: list, coefficient: float) -> None:
    assert gini(np.array(values, float)) == pytest.approx(coefficient, nan_ok=True)


def test_posts_that_are_not_stated_are_unknown_not_zero() -> None:
    found = staffing(areas(leaders=[1, None, 1, 1]))
    rows = by_code(found)
    assert np.isnan(rows["C1"]["leaders"])
    assert np.isnan(rows["D"]["leader_vacancies"])
    assert rows["C2"]["leaders"] == 2
    assert [note.values["codes"] for note in found.notes if "do not state their posts" in note.source] == ["G2"]


def test_an_area_that_states_other_posts_than_its_grids_is_listed() -> None:
    found = staffing(areas(district=(9, 4)))
    assert by_code(found)["D"]["leaders"] == 3
    assert [(problem.row, problem.message.values) for problem in found.problems] == [("D", {"own": 9, "sum": 3})]


def test_grids_without_households_and_grounds_without_anything_are_said() -> None:
    found = staffing(ground=Ground(doorplates=doors((300, 500, 200))))
    assert by_code(found)["G4"]["households"] == 0
    assert by_code(found)["G4"]["households_per_worker"] == 0
    assert [note.values["codes"] for note in found.notes if "without known households" in note.source] == ["G4"]
    bare = staffing(ground=Ground())
    assert any("Nothing tells the workload" in note.source for note in bare.notes)
    assert np.isnan(bare.figures["imbalance"])
    assert np.isnan(bare.figures["posts_per_10k"])


def test_areas_without_grids_are_refused() -> None:
    with pytest.raises(InputError, match="AREAS holds no grids; it has community, district"):
        staffing(areas().iloc[:3])
