"""Schools and health care of Porto Alegre among its 812,935 people: 1,227 hexagons, the whole walking network.

A hexagon with schools or health care is a facility with so many places; its middle is where people live.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.crs import reproject_xy
from community3d.layers.osm.read import read_osm
from community3d.processing.engine import capacitytables
from community3d.processing.engine.capacity import Ask, service_capacity
from community3d.processing.engine.capacitygroups import by_group
from community3d.processing.engine.catchments import Paths, catchments
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.eligible import eligible
from community3d.processing.engine.estates import points_of
from community3d.processing.engine.floating import EVEN, GAUSSIAN, decay
from community3d.processing.engine.gates import AS_STATED
from community3d.processing.engine.ground import Tables, ground, survey

from .test_real_networks import put
from .towns import category, settings

pytestmark = pytest.mark.long
LIMIT_M = 1500.0
KINDS = ("schools", "healthcare")
RUN = settings(*(category(kind, limit=LIMIT_M, unit="m") for kind in KINDS))


@pytest.fixture(scope="module")
def city(shared_data: Path) -> dict[str, gpd.GeoDataFrame]:
    """Streets, homes with their people, facilities with their places."""
    read = read_osm(shared_data / "portoalegre" / "poa_osm.pbf")
    table = pd.read_csv(shared_data / "portoalegre" / "poa_hexgrid.csv")
    shapes = shapely.points(reproject_xy(table[["lon", "lat"]].to_numpy(), source="EPSG:4326", target=read.crs))
    homes = gpd.GeoDataFrame({"doorplate_id": table["id"], "residents": table["population"].astype(float)}, geometry=shapes, crs=read.crs)
    places = []
    for kind in KINDS:
        rows = np.flatnonzero(table[kind] > 0)
        columns = {"facility_id": kind + "-" + table["id"].iloc[rows], "services": kind, "capacity": table[kind].iloc[rows].astype(float)}
        places.append(gpd.GeoDataFrame(columns, geometry=shapes[rows], crs=read.crs))
    streets = read.tables["streets"]
    streets = streets[streets["walkable"] == "yes"].reset_index(drop=True)
    return {"doorplates": homes, "facilities": pd.concat(places, ignore_index=True), "streets": streets}


@pytest.fixture(scope="module", params=[GAUSSIAN, EVEN])
def run(city, request):
    return service_capacity(**city, ask=Ask(eligible(RUN.profile), request.param), settings=RUN)


def pairs_of(city, kind):
    site = survey(points_of(city["doorplates"]), points_of(city["facilities"]), city["streets"], Tables(), RUN)
    rows = np.flatnonzero(city["facilities"]["services"] == kind)
    place = np.full(len(city["facilities"]), -1)
    place[rows] = np.arange(len(rows))
    return catchments(Paths.of(ground(site, AS_STATED), unit="m", direction="to_facility"), place, limit=LIMIT_M + 1e-6)


def test_nobody_is_lost_and_no_place_is_handed_out_twice(city, run):
    table = capacitytables.summary(run, None).set_index("category")
    assert table["need"].tolist() == [812_935, 812_935]
    parts = table[["served", "over", "out_of_reach", "no_data", "not_connected"]].sum(axis=1)
    assert parts.tolist() == pytest.approx([812_935, 812_935])
    loads = capacitytables.load(run)
    sums = loads.groupby("category")[["served", "over", "capacity", "idle"]].sum()
    assert table["served"].to_dict() == pytest.approx(sums["served"].to_dict())
    assert table["over"].to_dict() == pytest.approx(sums["over"].to_dict())
    assert (sums["served"] + sums["idle"]).to_dict() == pytest.approx(sums["capacity"].to_dict())
    assert capacitytables.conserved(run) == pytest.approx(1, abs=1e-9)


def test_who_walks_where_is_what_the_ledger_says(city):
    found = coverage(**city, settings=RUN).found
    for kind in KINDS:
        pairs = pairs_of(city, kind)
        nearest = pd.Series(pairs.cost).groupby(pairs.home).min().reindex(range(pairs.homes))
        ledger = np.where(found[kind].ok, found[kind].metres, np.nan)
        assert nearest.to_numpy() == pytest.approx(ledger, abs=1e-6, nan_ok=True)


def test_the_walks_of_a_few_places_equal_networkx(city):
    graph = nx.Graph()
    streets = city["streets"]
    order = np.argsort(streets["street_id"].to_numpy().astype("U"), kind="stable")
    # Lines that cross at other levels share no vertex here, so that a plain graph of pieces will do nearly everywhere.
    shapes = shapely.get_parts(streets.geometry.to_numpy()[order])
    for line in shapes:
        for a, b in zip(line.coords, line.coords[1:]):
            if a != b:
                graph.add_edge(a, b, weight=float(np.hypot(a[0] - b[0], a[1] - b[1])))
    pairs = pairs_of(city, "healthcare")
    middle = shapely.get_coordinates(city["facilities"].geometry[city["facilities"]["services"] == "healthcare"])
    homes = shapely.get_coordinates(city["doorplates"].geometry)
    for place in (3, 40, 90):
        at = put(graph, shapes, middle[place], ("place", place))
        theirs, away_m = {}, np.hypot(*(homes - middle[place]).T)
        # The facility's own hexagon shares its piece of street, along which only the engine walks.
        for home in np.flatnonzero((away_m > 1) & (away_m <= LIMIT_M)):
            if put(graph, shapes, homes[home], ("home", home)) is not None:
                theirs[home] = nx.shortest_path_length(graph, ("home", home), at, weight="weight")
                graph.remove_node(("home", home))
        close = {home: metres for home, metres in theirs.items() if metres <= LIMIT_M}
        own = pairs.place == place
        mine = {home: cost for home, cost in zip(pairs.home[own], pairs.cost[own]) if away_m[home] > 1}
        assert mine == pytest.approx(close, abs=1e-5)
        assert len(close) > 20


def test_places_per_person_equal_a_plain_sum_over_tables(city, run):
    doors = capacitytables.at_doorplates(run)
    for kind in KINDS:
        pairs = pairs_of(city, kind)
        frame = pd.DataFrame({"place": pairs.place, "home": pairs.home, "f": decay(pairs.cost / LIMIT_M, run.ask.decay)})
        frame["people"] = city["doorplates"]["residents"].to_numpy()[frame["home"]]
        capacity = city["facilities"].loc[city["facilities"]["services"] == kind, "capacity"].to_numpy()
        demand = (frame["people"] * frame["f"]).groupby(frame["place"]).sum().reindex(range(len(capacity))).to_numpy()
        offered = np.divide(capacity, demand, out=np.zeros(len(capacity)), where=demand > 0)
        sums = (pd.Series(offered[frame["place"]]) * frame["f"]).groupby(frame["home"]).sum().reindex(range(pairs.homes)).fillna(0)
        connected = doors[f"{kind}_per_person"].notna().to_numpy()
        assert connected.mean() > 0.9
        assert doors.loc[connected, f"{kind}_per_person"].to_numpy() == pytest.approx(sums.to_numpy()[connected], rel=1e-9)


def test_pysal_access_finds_the_same(city, run):
    fca = pytest.importorskip("access.fca", reason="PySAL access is not installed")
    doors = capacitytables.at_doorplates(run)
    for kind in KINDS:
        pairs = pairs_of(city, kind)
        capacity = city["facilities"].loc[city["facilities"]["services"] == kind, "capacity"].reset_index(drop=True)
        theirs = fca.two_stage_fca(
            pd.DataFrame({"need": city["doorplates"]["residents"]}),
            capacity.to_frame("capacity"),
            pd.DataFrame({"origin": pairs.home, "dest": pairs.place, "cost": pairs.cost}),
            demand_index=True,
            demand_name="need",
            supply_index=True,
            supply_name="capacity",
            cost_origin="origin",
            cost_dest="dest",
            cost_name="cost",
            weight_fn=lambda metres: float(decay(np.array([metres / LIMIT_M]), run.ask.decay)[0]),
            max_cost=LIMIT_M + 1e-6,
        )
        ours = doors[f"{kind}_per_person"]
        told = ours.notna() & np.isfinite(theirs.reindex(range(len(ours))).fillna(0))
        assert told.mean() > 0.9
        assert theirs.reindex(range(len(ours))).fillna(0)[told].to_numpy() == pytest.approx(ours[told].to_numpy(), rel=1e-9)


def test_schools_are_shared_more_evenly_than_health_care(run):
    groups, curves = by_group(run)
    gini = groups[groups["group"] == "residents"].set_index("category")["gini"]
    assert 0 < gini["schools"] < gini["healthcare"] < 1
    for _, curve in curves.groupby(["kind", "group", "category"]):
        assert (curve["places_share"] <= curve["people_share"] + 1e-12).all()
