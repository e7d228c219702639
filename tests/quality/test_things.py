"""Buildings and facilities by themselves."""

from __future__ import annotations

from community3d.layers.door import accept
from community3d.layers.quality.things import building_problems, facility_problems

from .town import CRS, box, frame, point


def test_scraps_overlaps_and_unlikely_floors_are_found():
    shapes = [box(0, 0, 10, 10), box(9, 0, 20, 10), box(20, 0, 30, 10), box(40, 0, 42, 2), box(50, 0, 60, 2)]
    given = frame({"building_id": list("ABCDE"), "floors": [6, 300, 0, 1, 6]}, shapes)
    buildings = accept("buildings", given, crs=CRS).frame
    said = {(one.rule, one.row): str(one.message) for one in building_problems(buildings)}
    # A and B share 1 m × 10 m; B and C only touch; D has 2 m × 2 m.
    assert said == {
        ("building_overlap", "A"): "A and B overlap by 10.0 m².",
        ("building_scrap", "D"): "The footprint has 4.0 m².",
        ("floors_unlikely", "B"): "The building has 300 floors.",
        ("floors_unlikely", "C"): "The building has 0 floors.",
    }


def test_the_same_facility_twice_is_found_within_50_m():
    columns = {"facility_id": ["F1", "F2", "F3", "F4"], "name": ["菜市场"] * 3 + ["书店"], "services": ["market"] * 4}
    facilities = accept("facilities", frame(columns, [point(0, 0), point(30, 40), point(0, 51), point(0, 1)]), crs=CRS).frame
    found = facility_problems(facilities)
    # F2 is exactly 50 m from F1, F3 51 m from F1 and 32 m from F2.
    assert [(one.row, str(one.message)) for one in found] == [
        ("F2", "The same name and services as F1, 50 m away."),
        ("F3", "The same name and services as F2, 32 m away."),
    ]


def test_the_buildings_of_suzhou_have_ten_scraps(shared_data):
    from community3d.layers.incoming.files import read_table
    from community3d.layers.quality.file import Wishes, given_file

    given = given_file(read_table(str(shared_data / "suzhou" / "suzhou_buildings_floor.geojson")), Wishes(origin="suzhou"))
    found = [one.rule for one in building_problems(given.tables["buildings"])]
    assert found.count("building_scrap") == 10
    # Of 18 pairs that share anything, seven share more than 0.1 m².
    assert found.count("building_overlap") == 7
    assert len(given.tables["buildings"]) == 3076


def test_several_entrances_of_one_park_are_no_repetition():
    columns = {"facility_id": ["w12", "w12#2"], "name": ["公园"] * 2, "services": ["park"] * 2}
    assert facility_problems(accept("facilities", frame(columns, [point(0, 0), point(30, 0)]), crs=CRS).frame) == []
