"""Households and people of places from totals and a raster together, worked out on paper."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.population_raster import Population
from community3d.processing.engine.placefilling import PeopleBelow, fill_places, land_in
from community3d.processing.engine.population import spread_population

from .ledgers import CRS

NAN = float("nan")
# Two cells of 100 m beside each other: 30 and 70 people.
CELLS = Population(np.array([[30.0, 70.0]]), (0.0, 100.0, 0.0, 100.0, 0.0, -100.0))
BELOW = PeopleBelow(CELLS, CRS, shapely.box(0, 0, 200, 100))


def doors(*xs: float, **columns: object) -> gpd.GeoDataFrame:
    frame = pd.DataFrame({"doorplate_id": [f"D{k}" for k in range(len(xs))], "estate": None, "road": None, "building_id": None})
    places = {"households": NAN, "residents": NAN, **columns}
    return gpd.GeoDataFrame(frame.assign(**places), geometry=shapely.points(np.array(xs, float), 50.0), crs=CRS)


def areas(**totals: object) -> gpd.GeoDataFrame:
    """One community over both cells."""
    frame = pd.DataFrame({"code": ["C"], "level": ["community"], "partition": ["admin"], **totals})
    return gpd.GeoDataFrame(frame, geometry=[shapely.box(0, 0, 200, 100)], crs=CRS)


def houses(*floors: float) -> gpd.GeoDataFrame:
    """Houses of 10 × 10 m at 10, 60, 110 m and so on."""
    west = 10.0 + 50 * np.arange(len(floors))
    frame = pd.DataFrame(
        {"building_id": [f"B{k}" for k in range(len(floors))], "name": None, "floors": floors, "height_m": NAN, "use": None}
    )
    return gpd.GeoDataFrame(frame, geometry=shapely.box(west, 45, west + 10, 55), crs=CRS)


def fill(places, table="doorplates", **more):
    return fill_places(places, table, crs=CRS, **more)


def test_what_a_row_states_is_taken_off_its_cell():
    # 30 people less the 10 of the first are 20 for the second; the third has the 70 of its cell.
    found = fill(doors(20, 40, 150, residents=[10, NAN, NAN]), below=BELOW)
    assert found.places["residents"].tolist() == [10, 20, 70]
    assert found.places["residents_source"].tolist() == ["given", "population_raster", "population_raster"]
    assert (found.spread.people, found.spread.moved, found.spread.exceeding) == (100, 0, 0)


def test_people_left_over_where_all_rows_state_theirs_go_to_the_nearest_free_place():
    found = fill(doors(20, 150, residents=[10, NAN]), below=BELOW)
    assert found.places["residents"].tolist() == [10, 90]
    assert found.spread.moved == 20


def test_rows_that_state_more_than_their_cell_holds_are_told():
    found = fill(doors(20, 40, 150, residents=[35, NAN, NAN]), below=BELOW)
    assert found.places["residents"].tolist() == [35, 0, 70]
    assert found.spread.exceeding == 5


def test_residents_of_an_earlier_raster_are_shared_out_anew():
    once = fill(doors(20, 40), below=BELOW).places
    assert fill(once, below=BELOW).places["residents"].tolist() == once["residents"].tolist()


def test_a_total_overrules_the_raster_and_is_spread_by_it():
    # 30 and 70 people by the raster; the community counts 200.
    found = fill(doors(20, 150), areas=areas(residents=[200.0]), below=BELOW)
    assert found.places["residents"].tolist() == [60, 140]
    assert found.places["residents_source"].tolist() == ["control_totals"] * 2
    assert found.spread.people == 100


def test_households_of_a_total_share_out_the_cells():
    # 40 households less 10 are 30 for the second: the 30 people of the cell are shared 1 : 3.
    found = fill(
        doors(20, 40, households=[10, NAN]), areas=areas(households=[40.0]), below=PeopleBelow(CELLS, CRS, shapely.box(0, 0, 100, 100))
    )
    assert found.places["households"].tolist() == [10, 30]
    assert found.places["residents"].tolist() == [7.5, 22.5]


def test_doorplates_share_by_the_floors_of_their_buildings():
    # 100 m² × 1 and × 2 floors in the first cell: 10 and 20 of its 30 people.
    for by in ("auto", "floor_area"):
        assert fill(doors(15, 65), by=by, buildings=houses(1, 2), below=PeopleBelow(CELLS, CRS, None)).places["residents"].tolist() == [
            10,
            20,
        ]
    alike = fill(doors(15, 65), by="equal", buildings=houses(1, 2), below=PeopleBelow(CELLS, CRS, None))
    assert alike.places["residents"].tolist() == [15, 15]


def test_buildings_take_totals_by_floor_area():
    found = fill(houses(1, 2, 3), "buildings", areas=areas(households=[12.0], residents=[30.0]))
    assert found.places["households"].tolist() == [2, 4, 6]
    assert found.places["residents"].tolist() == [5, 10, 15]
    assert found.spread is None


@pytest.mark.parametrize(
    ("places", "table", "by", "sentence"),
    [
        (doors(15), "doorplates", "floor_area", r"BY=floor_area does not fit: doorplates know their floor area from BUILDINGS\. Give them"),
        (houses(1), "buildings", "households", r"BY=households does not fit: buildings are shared by floor_area or equal"),
    ],
)
def test_shares_that_the_places_lack_are_refused(places, table, by, sentence):
    with pytest.raises(InputError, match=sentence):
        fill(places, table, by=by, below=BELOW)


def test_without_totals_and_raster_there_is_nothing_to_share_out():
    with pytest.raises(InputError, match=r"There is nothing to share out\. Give POPULATION, or AREAS that state households or residents"):
        fill(doors(15), areas=areas(households=[NAN]))


def test_a_raster_that_begins_in_the_south_is_read_the_same():
    # The same two rows of cells, once from the north and once from the south.
    people, spots = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[50.0, 150.0], [150.0, 150.0]])
    north = Population(people, (0.0, 100.0, 0.0, 200.0, 0.0, -100.0))
    south = Population(people[::-1], (0.0, 100.0, 0.0, 0.0, 0.0, 100.0))
    for land in (None, shapely.box(0, 0, 150, 200)):
        found = [spread_population(cells, spots, np.ones(2), crs=CRS, raster_crs=CRS, land=land) for cells in (north, south)]
        assert found[0].residents.tolist() == found[1].residents.tolist()
        assert found[0].people == found[1].people == (3 if land is None else 7)


def test_long_edges_of_the_land_bend_on_their_way_to_degrees():
    box = shapely.box(400_000, 3_400_000, 600_000, 3_500_000)
    cut = land_in(np.array([box]), crs="EPSG:4549", target="EPSG:4326")
    # The middle of the northern edge lies on the zone's meridian, half a kilometre north of the line between its ends.
    assert cut.bounds[3] > max(y for x, y in cut.exterior.coords if x < cut.bounds[0] + 0.1) + 3e-3
