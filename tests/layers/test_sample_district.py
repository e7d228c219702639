from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.profiles import profile
from community3d.layers.progress import Silent
from community3d.layers.sample.district import sample_district
from community3d.layers.sample.faults import FAR_M, UNKNOWN_TYPE
from community3d.layers.sample.shapes import largest_network
from community3d.layers.schema import TABLES


@pytest.fixture(scope="module")
def small():
    return sample_district("small", 1)


@pytest.fixture(scope="module")
def medium():
    return sample_district("medium", 1)


def level(district, name):
    return district["areas"][district["areas"].level == name].reset_index(drop=True)


def located(district):
    """The doorplates that have a place and are not the stray one."""
    plates = district["doorplates"]
    return plates[plates.geometry.notna() & (plates.distance(level(district, "district").geometry[0]) < FAR_M)]


def network_length_share(district):
    lines = district["streets"].geometry.to_numpy()
    lengths = shapely.length(lines)
    return lengths[largest_network(lines)].sum() / lengths.sum()


def test_an_unknown_size_names_the_known_ones():
    with pytest.raises(InputError, match=r"Unknown size “huge”.*small, medium, large"):
        sample_district("huge", 1)


def test_equal_seeds_give_equal_districts(small):
    again = sample_district("small", 1)
    for name, frame in small.items():
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(again[name]))


def test_another_seed_gives_another_district(small):
    assert not small["streets"].geometry.equals(sample_district("small", 2)["streets"].geometry)


def test_a_cancel_stops_the_work():
    class Impatient(Silent):
        def at(self, share, doing=None):
            raise Cancelled

        def part(self, start, end):
            return self

    with pytest.raises(Cancelled):
        sample_district("small", 1, Impatient())


def test_every_table_has_the_columns_of_the_schema_and_says_where_it_comes_from(small):
    for name, frame in small.items():
        assert [column for column in frame.columns if column != "geometry"] == TABLES[name].names()
        assert set(frame.source) == {"示例数据"}
        assert set(frame.licence) == {"CC0"}


def test_values_are_those_the_schema_allows(small):
    for name, frame in small.items():
        for column in TABLES[name].columns:
            if column.values:
                assert set(frame[column.name].dropna()) <= set(column.values)


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_a_small_district_has_about_500_doorplates_and_4_communities(seed):
    district = sample_district("small", seed)
    assert 450 <= len(district["doorplates"]) <= 550
    assert len(level(district, "subdistrict")) == 1
    assert 3 <= len(level(district, "community")) <= 5
    assert 8 <= len(level(district, "grid")) <= 15


def test_a_medium_district_has_about_20000_doorplates_in_24_communities(medium):
    assert 18_500 <= len(medium["doorplates"]) <= 21_500
    assert 3 <= len(level(medium, "subdistrict")) <= 4
    assert 20 <= len(level(medium, "community")) <= 27
    assert 95 <= len(level(medium, "grid")) <= 130


def test_ids_are_unique(medium):
    for name, frame in medium.items():
        if TABLES[name].key:
            assert frame[TABLES[name].key].is_unique


def test_streets_are_one_network_but_for_the_planted_islands(medium):
    assert 0.97 < network_length_share(medium) < 1


def test_main_roads_go_on_beyond_the_district(medium):
    outside = shapely.difference(shapely.union_all(medium["streets"].geometry.to_numpy()), level(medium, "district").geometry[0])
    assert outside.length > 10_000


def test_facilities_stand_outside_the_district_too(medium):
    distance = medium["facilities"].distance(level(medium, "district").geometry[0])
    assert 4 <= (distance > 50).sum() <= 40


def test_bridges_do_not_join_the_canal_they_cross(medium):
    water = shapely.union_all(medium["land"].geometry[medium["land"].use == "water"].to_numpy())
    crossing = medium["streets"][medium["streets"].crosses(water)]
    assert (crossing.level == 1).all()
    assert len(crossing) > 10


def test_every_gate_but_the_stray_one_lies_on_a_wall_and_on_a_vertex_of_a_path(medium):
    gates = medium["gates"]
    walls = shapely.union_all(medium["walls"].geometry.to_numpy())
    vertices = set(map(tuple, shapely.get_coordinates(medium["streets"].geometry.to_numpy())))
    corners = set(map(tuple, shapely.get_coordinates(walls)))
    places = [tuple(place) for place in shapely.get_coordinates(gates.geometry.to_numpy())]
    stray = gates.estate.isna().to_numpy()
    assert stray.sum() == 1
    assert all(place in vertices and place in corners for place, alone in zip(places, stray) if not alone)
    assert gates.geometry[stray].iloc[0].distance(walls) > 5


def test_walls_are_crossed_at_gates_only_except_in_sealed_estates(medium):
    gates = shapely.union_all(medium["gates"].geometry.to_numpy())
    sealed = set(medium["walls"].estate) - set(medium["gates"].estate)
    walls = medium["walls"][~medium["walls"].estate.isin(sealed)].geometry.to_numpy()
    streets = medium["streets"].geometry.to_numpy()
    wall, street = shapely.STRtree(streets).query(walls, predicate="intersects")
    crossings = shapely.intersection(walls[wall], streets[street])
    assert shapely.distance(shapely.points(shapely.get_coordinates(crossings)), gates).max() < 1e-6
    assert 1 <= len(sealed) <= 4


def test_gates_open_in_every_way(medium):
    shares = medium["gates"].open.value_counts(normalize=True)
    assert set(shares.index) == {"all", "residents", "closed", "unknown"}
    assert shares.min() > 0.02
    assert shares["residents"] > 0.3


def test_buildings_stand_apart_from_each_other_and_from_water_and_streets(medium):
    shapes = medium["buildings"].geometry.to_numpy()
    first, _ = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    assert len(np.unique(first)) < 0.005 * len(shapes)
    for others in (medium["land"].geometry[medium["land"].use == "water"].to_numpy(), medium["streets"].geometry.to_numpy()):
        hit = shapely.STRtree(shapes).query(others, predicate="intersects")[1]
        assert len(np.unique(hit)) < 0.005 * len(shapes)


def test_doorplates_stand_before_a_door_and_in_no_building(medium):
    plates = located(medium)
    inside = shapely.STRtree(medium["buildings"].geometry.to_numpy()).query(plates.geometry.to_numpy(), predicate="within")[0]
    assert len(inside) < 0.005 * len(plates)
    own = medium["buildings"].set_index("building_id").geometry[plates.building_id].to_numpy()
    assert shapely.distance(plates.geometry.to_numpy(), own).max() < 1.0


def test_each_doorplate_lies_in_its_grid_and_its_code_says_so(medium):
    plates = located(medium)
    grids = level(medium, "grid")
    place, grid = shapely.STRtree(grids.geometry.to_numpy()).query(plates.geometry.to_numpy(), predicate="within")
    by_place = pd.Series(grids.code.to_numpy()[grid], index=place).groupby(level=0).first()
    assert len(by_place) == len(plates)
    assert (by_place.to_numpy() == plates.grid_code.to_numpy()).all()


def test_a_few_stated_community_codes_disagree_with_the_grid(medium):
    plates = medium["doorplates"]
    assert 2 <= (plates.community_code != plates.grid_code.str[:12]).sum() <= 20


@pytest.mark.parametrize("name", ["subdistrict", "community"])
def test_areas_tile_the_district(medium, name):
    areas = level(medium, name).geometry.to_numpy()
    assert shapely.area(areas).sum() == pytest.approx(level(medium, "district").area[0], rel=1e-9)
    assert shapely.union_all(areas).area == pytest.approx(shapely.area(areas).sum(), rel=1e-9)


def test_two_grids_overlap_in_a_sliver(medium):
    grids = level(medium, "grid").geometry.to_numpy()
    overlap = shapely.area(grids).sum() - level(medium, "district").area[0]
    assert 0.1 < overlap < 10


def test_codes_nest(medium):
    areas = medium["areas"]
    parents = areas.dropna(subset=["parent_code"])
    assert set(parents.parent_code) <= set(areas.code)
    assert all(code.startswith(parent) for code, parent in zip(parents.code, parents.parent_code))
    assert areas.code.str.len().groupby(areas.level).unique().to_dict() == {
        "district": [6],
        "subdistrict": [9],
        "community": [12],
        "grid": [15],
    }
    assert set(areas.code.str[:6]) == {"990106"}
    assert set(areas.partition[areas.level == "grid"]) == {"grid"}
    assert set(areas.partition[areas.level != "grid"]) == {"admin"}


def test_households_of_grids_add_up_to_the_doorplates(medium):
    # An address that is there twice is counted once.
    plates = medium["doorplates"].drop_duplicates("address")
    assert level(medium, "grid").households.sum() == plates.households.sum()


def test_land_does_not_overlap(medium):
    land = medium["land"].geometry.to_numpy()
    assert shapely.is_valid(land).all()
    assert shapely.area(land).sum() == pytest.approx(shapely.union_all(land).area, rel=2e-3)


def test_every_category_of_the_default_profile_has_facilities_and_a_survey(small):
    categories = profile("tdt1063").categories
    offered = set(small["facilities"].services.str.split(r"[；、;,，]").explode())
    assert list(small["surveys"].category) == [category.id for category in categories]
    for category in categories:
        assert offered & set(category.types), category.id


def test_the_planted_faults_are_there(small):
    assert small["doorplates"].geometry.isna().sum() == 1
    assert len(small["doorplates"]) - len(located(small)) == 2
    assert small["doorplates"].address.duplicated().sum() == 1
    assert (small["facilities"].services == UNKNOWN_TYPE).sum() == 1
    assert small["buildings"].floors.isna().sum() == 1
    assert set(small["walls"].estate) - set(small["gates"].estate)
    assert not largest_network(small["streets"].geometry.to_numpy())[-2:].any()


def test_estates_have_names_of_their_own(medium):
    assert medium["estates"].name.is_unique
    assert set(medium["walls"].estate) <= set(medium["estates"].name)
    assert set(medium["gates"].estate.dropna()) <= set(medium["estates"].name)


def test_addresses_are_written_from_district_to_unit(medium):
    plates = medium["doorplates"].dropna(subset=["unit"])
    assert plates.address.str.fullmatch(r"示例区\w+\d+号\w+\d+幢\d+单元").all()


def test_old_houses_are_low_and_new_towers_high(medium):
    plates = medium["doorplates"].merge(medium["buildings"][["building_id", "floors"]], on="building_id")
    floors = plates.groupby("housing_type").floors.max()
    assert floors["传统民居"] == 3
    assert 24 <= floors["商品房"] <= 33


def test_some_estates_have_a_wall_and_no_mapped_path(medium):
    walled = medium["estates"][medium["estates"].gated == "yes"]
    inner = shapely.buffer(walled.geometry.to_numpy(), -1.0)
    with_path = shapely.STRtree(inner).query(medium["streets"].geometry.to_numpy(), predicate="intersects")[1]
    assert 0.02 < 1 - len(np.unique(with_path)) / len(walled) < 0.25
