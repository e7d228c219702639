"""OSM walls, gates, estates and land."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from community3d.layers.osm import read_osm
from community3d.layers.profiles import WALKERS, Category, Profile
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.ledger import REASONS
from community3d.processing.engine.results import Settings
from shapely.affinity import translate

from .osm_text import OsmText

GATES = {
    "a gate nobody described": ({"barrier": "gate"}, "unknown"),
    "a gate for feet": ({"barrier": "gate", "foot": "yes"}, "all"),
    "a public gate": ({"barrier": "lift_gate", "access": "yes"}, "all"),
    "a private gate": ({"barrier": "swing_gate", "access": "private"}, "residents"),
    "a locked gate": ({"barrier": "gate", "locked": "yes"}, "closed"),
    "a gate shut to all": ({"barrier": "gate", "access": "no"}, "closed"),
    "a gate shut to cars": ({"barrier": "gate", "access": "no", "foot": "yes"}, "all"),
    "an opening in a wall": ({"barrier": "entrance"}, "all"),
    "a turnstile": ({"barrier": "turnstile"}, "unknown"),
}


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    town = OsmText()
    town.way([(0, -200), (0, 200)], {"highway": "residential"})
    for row, (name, (tags, _)) in enumerate(GATES.items()):
        town.node(10, row, {"name": name, **tags})
    gates = read_osm(town.write(tmp_path_factory.mktemp("osm") / "gates.osm")).tables["gates"]
    return dict(gates.set_index("name")["open"])


@pytest.mark.parametrize("name", GATES)
def test_tags_say_whom_a_gate_lets_through(states, name):
    assert states[name] == GATES[name][1]


def test_bollards_are_no_gates(osm, read):
    osm.node(10, 0, {"barrier": "bollard"})
    assert not len(read(osm).tables["gates"])


def test_a_gate_drawn_as_a_line_stands_at_its_middle(osm, read):
    number = osm.way([(10, 0), (14, 0)], {"barrier": "gate", "opening_hours": "06:00-22:00"})
    tables = read(osm)
    gate = tables.tables["gates"].set_index("gate_id").loc[f"w{number}"]
    assert gate["geometry"].distance(tables.tables["streets"].geometry.iloc[0]) == pytest.approx(12, abs=0.1)
    assert gate["opening"] == "06:00-22:00"


def test_a_closed_gate_drawn_as_a_line_stands_and_shuts_where_the_street_passes_it(read):
    # The line runs from 1 m west of the street to 5 m east of it: its middle lies beside the street.
    town = OsmText()
    town.way([(0, -200), (0, 0), (0, 200)], {"highway": "service"})
    number = town.way([(-1, 0), (0, 0), (5, 0)], {"barrier": "lift_gate", "access": "no"})
    tables = read(town).tables
    assert tables["gates"].geometry.distance(tables["streets"].geometry.iloc[0]).tolist() == pytest.approx([0], abs=1e-6)
    assert list(tables["walls"]["wall_id"]) == [f"gate-w{number}"]


def test_walls_and_fences_are_walls_and_hedges_are_not(osm, read):
    wall = osm.way([(10, 0), (10, 50)], {"barrier": "wall"})
    fence = osm.way([(20, 0), (20, 50)], {"barrier": "fence"})
    osm.way([(30, 0), (30, 50)], {"barrier": "hedge"})
    assert list(read(osm).tables["walls"]["wall_id"]) == [f"w{wall}", f"w{fence}"]


def test_fenced_ground_has_its_outline_as_wall(osm, read):
    number = osm.square(10, 0, 50, {"amenity": "school", "barrier": "fence"})
    walls = read(osm).tables["walls"].set_index("wall_id")
    assert walls.loc[f"w{number}", "geometry"].length == pytest.approx(200, rel=0.01)


def test_an_entrance_in_a_wall_is_a_gate(osm, read):
    door = osm.node(10, 25, {"entrance": "main"})
    osm.way_of([osm.node(10, 0), door, osm.node(10, 50)], {"barrier": "wall"})
    osm.node(90, 25, {"entrance": "main"})
    assert list(read(osm).tables["gates"]["gate_id"]) == [f"n{door}"]


def test_a_street_through_a_wall_without_a_gate_makes_one_of_unknown_state(osm, read):
    number = osm.way([(-20, 0), (20, 0)], {"barrier": "wall"})
    tables = read(osm)
    gates = tables.tables["gates"]
    assert gates[["gate_id", "open"]].values.tolist() == [[f"gap-w{number}", "unknown"]]
    assert gates.geometry.distance(tables.tables["streets"].geometry.iloc[0]).iloc[0] < 1e-6
    assert "Places where a street passes a wall without a mapped gate became gates of unknown state: 1." in map(str, tables.notes)


def test_a_mapped_gate_is_not_doubled(osm, read):
    gate = osm.node(0, 0, {"barrier": "gate"})
    osm.way_of([osm.node(-20, 0), gate, osm.node(20, 0)], {"barrier": "wall"})
    assert list(read(osm).tables["gates"]["gate_id"]) == [f"n{gate}"]


def test_a_bridge_over_a_wall_makes_no_gate(read):
    town = OsmText()
    town.way([(0, -200), (0, 200)], {"highway": "footway", "bridge": "yes"})
    town.way([(-20, 0), (20, 0)], {"barrier": "wall"})
    assert not len(read(town).tables["gates"])


def test_residential_land_with_a_name_is_an_estate(osm, read):
    number = osm.square(20, 0, 100, {"landuse": "residential", "name": "静湖苑"})
    osm.square(200, 0, 100, {"landuse": "residential"})
    estates = read(osm).tables["estates"]
    assert estates[["estate_id", "name", "gated"]].values.tolist() == [[f"w{number}", "静湖苑", "unknown"]]


def test_an_estate_with_a_gate_on_its_edge_is_gated_and_owns_it(osm, read):
    osm.square(20, 0, 100, {"landuse": "residential", "name": "静湖苑"})
    osm.node(20, 50, {"barrier": "gate", "name": "西门"})
    tables = read(osm)
    assert tables.tables["estates"]["gated"].tolist() == ["yes"]
    assert tables.tables["gates"]["estate"].tolist() == ["静湖苑"]


def test_an_estate_behind_a_wall_is_gated_and_owns_it(osm, read):
    osm.square(20, 0, 100, {"landuse": "residential", "name": "静湖苑"})
    osm.way([(19, 0), (19, 100), (120, 101), (121, 50)], {"barrier": "wall"})
    tables = read(osm)
    assert tables.tables["estates"]["gated"].tolist() == ["yes"]
    assert tables.tables["walls"]["estate"].tolist() == ["静湖苑"]


def test_gated_land_without_a_name_is_called_by_its_id(osm, read):
    number = osm.square(20, 0, 100, {"landuse": "residential", "barrier": "wall"})
    estates = read(osm).tables["estates"]
    assert estates[["name", "gated"]].values.tolist() == [[f"w{number}", "yes"]]


def test_land_is_sorted_by_use(osm, read):
    uses = {
        "residential": {"landuse": "residential"},
        "water": {"natural": "water"},
        "green": {"leisure": "park", "natural": "water"},
        "rail": {"landuse": "railway"},
    }
    for row, (name, tags) in enumerate(uses.items()):
        osm.square(20, 60 * row, 50, {"name": name, **tags})
    osm.square(20, 400, 50, {"landuse": "farmland"})
    land = read(osm).tables["land"]
    assert dict(zip(land["name"], land["use"])) == {use: use for use in uses}


def test_a_river_drawn_as_a_line_gets_its_width(osm, read):
    osm.way([(20, 0), (20, 100)], {"waterway": "river", "width": "30"})
    osm.way([(90, 0), (90, 100)], {"waterway": "canal", "name": "山塘河"})
    land = read(osm).tables["land"]
    assert land["use"].tolist() == ["water", "water"]
    assert land.area.tolist() == pytest.approx([3000, 600], rel=0.01)


def test_a_river_is_not_drawn_again_over_its_banks(osm, read):
    osm.way([(20, 0), (20, 100)], {"waterway": "river"})
    osm.square(-30, 0, 100, {"natural": "water"})
    assert len(read(osm).tables["land"]) == 1


def test_a_culvert_a_stream_and_a_track_in_a_tunnel_bar_nobody(osm, read):
    osm.way([(20, 0), (20, 100)], {"waterway": "canal", "tunnel": "culvert"})
    osm.way([(30, 0), (30, 100)], {"waterway": "stream"})
    osm.way([(40, 0), (40, 100)], {"railway": "subway", "tunnel": "yes", "layer": "-4"})
    osm.way([(50, 0), (50, 100)], {"railway": "subway", "bridge": "viaduct"})
    assert not len(read(osm).tables["land"])


def test_a_track_on_the_ground_is_rail(osm, read):
    osm.way([(50, 0), (50, 100)], {"railway": "rail"})
    land = read(osm).tables["land"]
    assert land["use"].tolist() == ["rail"]
    assert land.area.iloc[0] == pytest.approx(500, rel=0.01)


CLOSED = {"barrier": "gate", "access": "no"}


def shut_walls(tables):
    walls = tables.tables["walls"]
    return walls[walls["wall_id"].str.startswith("gate-")]


def street_with_gate(town, tags, places=((0, -200), (0, 200))):
    """The gate's id on a street through the origin."""
    gate = town.node(0, 0, tags)
    (x, y), (u, v) = places
    town.way_of([town.node(x, y), gate, town.node(u, v)], {"highway": "service"})
    return gate


def test_a_closed_gate_without_a_wall_gets_five_metres_of_wall_across_its_street(read):
    town = OsmText()
    gate = street_with_gate(town, CLOSED)
    tables = read(town)
    wall = shut_walls(tables).iloc[0]
    street = tables.tables["streets"].geometry.iloc[0]
    assert wall["wall_id"] == f"gate-n{gate}"
    assert wall["source"] == "© OpenStreetMap contributors（OSM 关闭的出入口推算）"
    assert wall["geometry"].length == pytest.approx(5, abs=0.001)
    assert [end.distance(street) for end in wall["geometry"].boundary.geoms] == pytest.approx([2.5, 2.5], abs=0.01)
    assert "Closed gates on streets where no wall is mapped got a short wall across the street: 1." in map(str, tables.notes)


@pytest.mark.parametrize("tags", [{"barrier": "gate"}, {"barrier": "gate", "access": "private"}, {"barrier": "gate", "foot": "yes"}])
def test_a_gate_that_is_not_closed_gets_no_wall(read, tags):
    town = OsmText()
    street_with_gate(town, tags)
    assert not len(read(town).tables["walls"])


def test_a_closed_gate_in_a_mapped_wall_gets_no_second_one(read):
    town = OsmText()
    gate = street_with_gate(town, CLOSED)
    wall = town.way_of([town.node(-20, 0), gate, town.node(20, 0)], {"barrier": "wall"})
    assert list(read(town).tables["walls"]["wall_id"]) == [f"w{wall}"]


def test_a_closed_gate_beside_a_street_at_its_end_or_on_a_bridge_gets_no_wall(read):
    town = OsmText()
    town.node(5, 100, CLOSED)
    town.way_of([town.node(0, -200), town.node(0, 200, CLOSED)], {"highway": "service"})
    town.way_of([town.node(50, -200), town.node(50, 0, CLOSED), town.node(50, 200)], {"highway": "footway", "bridge": "yes", "layer": "1"})
    assert not len(read(town).tables["walls"])


def test_a_closed_gate_where_two_ways_meet_or_bend_shuts_both(read):
    # A way from the west and one to the north: the wall runs from north-west to south-east, halfway between them.
    town = OsmText()
    gate = town.node(0, 0, CLOSED)
    town.way_of([town.node(-100, 0), gate], {"highway": "service"})
    town.way_of([gate, town.node(0, 100)], {"highway": "service"})
    wall = shut_walls(read(town)).geometry.iloc[0]
    (x, y), _, (u, v) = wall.coords
    assert (abs(u - x), abs(v - y)) == pytest.approx((5 / 2**0.5, 5 / 2**0.5), abs=0.01)
    assert (u - x) * (v - y) < 0


def test_a_closed_gate_at_a_junction_parts_all_its_arms(read):
    town = OsmText()
    street_with_gate(town, CLOSED)
    gate = 1
    town.way_of([gate, town.node(100, 0)], {"highway": "service"})
    tables = read(town)
    wall = shut_walls(tables).geometry.iloc[0]
    streets = tables.tables["streets"].geometry
    # To the west between the halves of the street, and to both sides of the arm.
    assert len(wall.coords) == 5
    tips = shapely.points(list(wall.coords)[::2])
    assert sorted(shapely.distance(tips, shapely.union_all(streets.to_numpy()))) == pytest.approx(
        [2.5 / 2**0.5, 2.5 / 2**0.5, 2.5], abs=0.01
    )


def test_nobody_walks_through_a_closed_gate_without_a_wall(read):
    # Home 100 m south and shop 100 m north of the gate; reached when it is opened.
    town = OsmText()
    street_with_gate(town, CLOSED)
    tables = read(town).tables
    middle = tables["gates"].geometry.iloc[0]
    place = {"crs": tables["streets"].crs}
    homes = gpd.GeoDataFrame({"doorplate_id": ["h"]}, geometry=[translate(middle, 0, -100)], **place)
    shops = gpd.GeoDataFrame({"facility_id": ["s"], "services": ["shop"]}, geometry=[translate(middle, 0, 100)], **place)
    profile = Profile("own", "自定", "Own", (Category("shop", "店", "Shop", ("shop",), 15, "min"),))

    def found(gates):
        barriers = {"walls": tables["walls"], "gates": gates}
        result = coverage(homes, shops, tables["streets"], **barriers, settings=Settings(profile, WALKERS["planning"]))
        return result.found["shop"]

    assert REASONS[found(tables["gates"]).why[0]] == "behind_gate"
    assert found(tables["gates"].assign(open="all")).metres[0] == pytest.approx(200, abs=0.1)
