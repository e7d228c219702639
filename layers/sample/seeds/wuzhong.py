"""A district of the size of Wuzhong: towns and sub-districts, three levels of grids, the published posts and services."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...progress import SILENT, Progress
from ...words import text
from ..areas import SUM_COLUMNS, sum_up
from ..district import City, Settled, build_city, settle, tables_of
from ..frames import table_frame
from ..lattice import make_lattice
from ..lots import Lots
from ..names import make_pool
from ..sizes import Size
from ..uses import fortune_at
from .dividing import Counts, Division, divide_into
from .facts import Case, case_of
from .people import with_people
from .serving import BEYOND, places_of, served, uncounted

# Some 36,000 doorplates of fifteen households each: the whole check of them stays within three minutes.
SIZE = Size(38_000, 21, 16, 460, 4, 2, 8, 1, 24, 118, 1040)
UNEVEN, SMALL_PLACES, SMALL_M, SMALLER = 2.0, 9, 260.0, 6.0  # a few communities are far smaller than their neighbours
DECIDED, OTHER_POSTS = 2, 0.3
POCKET = "口袋公园"  # not every corner has one


def wuzhong(seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of the district in EPSG:4549; equal seeds give equal frames. No faults are planted: the figures hold exactly."""
    case, rng = case_of("wuzhong"), np.random.default_rng(seed)
    own = np.random.default_rng([seed, DECIDED])
    lattice = make_lattice(SIZE, rng)
    pool = make_pool(lattice, rng)
    city = build_city(lattice, SIZE, rng, progress.part(0.0, 0.6))
    progress.at(0.6, text("Dividing the district into areas"))
    blocks = pool.blocks[tuple(np.array([face.superblock for face in city.plan.faces]).T)]
    division = _divided(city, case, pool.free, blocks, own)
    settled = settle(city, pool, blocks, division.territory, rng, progress.part(0.65, 0.85))
    settled, floor_m2 = _in_numbers(city, division, settled, case, own)
    tables = tables_of(city, pool, division.territory, settled, rng, progress.part(0.85, 1.0))
    areas = _with_posts(tables["areas"], case, own)
    return {**tables, "areas": _with_levels(areas, division, city.lots, case), "facilities": _with_floor(tables["facilities"], floor_m2)}


def _divided(city: City, case: Case, bases: np.ndarray, blocks: np.ndarray, rng: np.random.Generator) -> Division:
    """Areas in the published numbers; half of the sub-districts, the outer ones, are towns."""
    counts = Counts(*(case.count(fact) for fact in ("subdistricts", "communities", "grids_second", "grids")))
    centres = city.lots.centres
    small = centres[rng.choice(len(centres), SMALL_PLACES, replace=False)]
    near = (np.hypot(*(centres[:, None] - small).transpose(2, 0, 1)) < SMALL_M).any(axis=1)
    uneven = np.exp(UNEVEN * fortune_at(centres, rng)) * np.where(near, SMALLER, 1.0)
    found = divide_into(city.plan, city.lots, city.homes(), uneven, counts, bases, blocks)
    street = found.territory.subdistrict
    middle = {code: centres[street == code].mean(axis=0) - centres.mean(axis=0) for code in np.unique(street.astype(str))}
    outer = sorted(middle, key=lambda code: -float(np.hypot(*middle[code])))[: case.count("towns")]
    names = {code: name.replace("街道", "镇") if code in outer else name for code, name in found.territory.names.items()}
    return replace(found, territory=replace(found.territory, names=names))


def _in_numbers(city: City, division: Division, settled: Settled, case: Case, rng: np.random.Generator) -> tuple[Settled, dict[str, float]]:
    """People and services in the published numbers, and the floor area of the services."""
    doorplates = with_people(settled.doorplates, case.count("residents"), case.name)
    lots = city.houses.lot[city.plates.house]
    homes = np.bincount(lots, doorplates["households"].to_numpy(float), len(city.uses))
    places = places_of(division.territory, city.lots, city.uses, homes)
    services, floor_m2 = served(places, health=case.count("health_stations"), elderly=case.count("elderly_centres"), rng=rng)
    # Towns have no 街道 in the names of what serves them.
    inside = [facility for facility in settled.facilities if BEYOND not in facility.name and not facility.name.endswith(POCKET)]
    beyond = [facility for facility in settled.facilities if BEYOND in facility.name]
    kept = [facility._replace(name=facility.name.replace("镇街道", "镇")) for facility in uncounted(inside)]
    return replace(settled, doorplates=doorplates, facilities=[*kept, *services, *beyond]), floor_m2


def _with_posts(areas: gpd.GeoDataFrame, case: Case, rng: np.random.Generator) -> gpd.GeoDataFrame:
    """The published posts on the grids and their sums above: some grids without a leader, three workers a grid on average."""
    grids = np.flatnonzero(areas["level"] == "grid")
    leaders = np.ones(len(grids))
    leaders[rng.permutation(len(grids))[: len(grids) - case.count("leaders")]] = 0
    workers = np.full(len(grids), case.count("workers") / len(grids))
    one, other = np.split(rng.permutation(len(grids))[: 2 * int(OTHER_POSTS * len(grids) / 2)], 2)
    workers[one] += 1
    workers[other] -= 1
    found = areas.copy()
    for column, posts in (("leader_posts", leaders), ("worker_posts", workers)):
        values = np.full(len(areas), np.nan)
        values[grids] = posts
        found[column] = values
        sum_up(found, column)
    return found


def _with_levels(areas: gpd.GeoDataFrame, division: Division, lots: Lots, case: Case) -> gpd.GeoDataFrame:
    """The grids of the first level (the sub-districts) and of the second before those of the third, which lie in them."""
    grids = (areas["level"] == "grid").to_numpy()
    streets = areas[areas["level"] == "subdistrict"]
    first = streets.assign(
        code="G" + streets["code"], name=streets["name"] + "一级网格", partition="grid", parent_code=streets["code"].str[:6]
    )
    blocks = pd.DataFrame({"code": division.second, "grid": division.territory.grid}).drop_duplicates("grid")
    above = areas.loc[grids, "code"].map(blocks.set_index("grid")["code"])
    third = areas[grids].assign(parent_code=above)
    second = _second(areas[grids], above, division, lots)
    named = areas.assign(name=np.where(areas["level"] == "district", case.name, areas["name"]), kind=_kind(areas))
    together = pd.concat([named[~grids], first, second, third], ignore_index=True)
    return table_frame(
        "areas", {name: together[name].to_numpy() for name in together.columns if name != "geometry"}, together.geometry.to_numpy()
    )


def _kind(areas: gpd.GeoDataFrame) -> np.ndarray:
    town = areas["name"].str.endswith("镇")
    return np.where(areas["level"] == "subdistrict", np.where(town, "镇", "街道"), areas["kind"])


def _second(grids: gpd.GeoDataFrame, above: pd.Series, division: Division, lots: Lots) -> gpd.GeoDataFrame:
    """The grids of the second level with the sums of those inside."""
    sums = grids.groupby(above)[[*SUM_COLUMNS, "leader_posts", "worker_posts"]].sum().reset_index(names="code")
    shapes = [shapely.coverage_union_all(lots.polygons[division.second == code]) for code in sums["code"]]
    names = division.territory.names
    side = {code: _side(code, division, lots) for code in sums["code"]}
    return sums.assign(
        name=[f"{names[code[1:13]]}{side[code]}二级网格" for code in sums["code"]],
        partition="grid",
        level="community",
        parent_code="G" + sums["code"].str[1:10],
        kind=None,
        updated_at=grids["updated_at"].iloc[0],
        source=grids["source"].iloc[0],
        licence=grids["licence"].iloc[0],
        geometry=shapely.normalize(np.array(shapes, dtype=object)),
    )


def _side(code: str, division: Division, lots: Lots) -> str:
    """Which half of its community a grid is, nothing where it is the whole."""
    own, other = division.second == code, (division.territory.community == code[1:13]) & (division.second != code)
    if not other.any():
        return ""
    east, north = lots.centres[own].mean(axis=0) - lots.centres[other].mean(axis=0)
    if abs(east) > abs(north):
        return "东片" if east > 0 else "西片"
    return "北片" if north > 0 else "南片"


def _with_floor(facilities: gpd.GeoDataFrame, floor_m2: dict[str, float]) -> gpd.GeoDataFrame:
    """The floor area of halls and day-care centres as they were placed."""
    stated = facilities["name"].map(floor_m2)
    return facilities.assign(floor_m2=stated.fillna(facilities["floor_m2"]))
