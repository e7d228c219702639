"""The second opinion: nearest facilities of one OSM extract on foot, by our engine and by Valhalla, and why they differ.

    python tests/benchmarks/valhalla.py EXTRACT.osm.pbf [--homes 1000] [--build build/peers] [--json]

Both walk at 1 m/s and count metres only; slope, penalties and slow steps are off, for Valhalla knows none or others, and so
are walls, but for those that importosm sets at closed gates in streets: there Valhalla stops too.
Metres are door to door: Valhalla counts no access legs, so the distance to the edge that it chose is added at both ends.
A yes/no is compared where our metres are more than 25 m from the limit. Each difference is given a cause by experiment:
our engine walks the very ways that Valhalla walks (cause: ways), Valhalla starts where we start (cause: snapping), or both.
"rules_set_aside" is the share where ours follows Valhalla on those ways alone that one of the RULES is about.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from district import ROOT, load_package
from extract import CATEGORIES, Question, question
from valhalla_programs import NotHereError, Valhalla, programs, tiles, walking

if TYPE_CHECKING:
    import geopandas as gpd
    from community3d.processing.engine.graph import Network
    from community3d.processing.engine.pieces import Places

SPEED_MS = 1.0
LIMITS_M = (300.0, 600.0, 900.0)
CLEAR_M = 25.0
SNAP_LIMIT_M = 200.0
CELL_M = 1000.0
LONGEST_M = max(LIMITS_M) + CLEAR_M + 2 * SNAP_LIMIT_M
ON_WAY_M = 2.0


KEYS = ("highway", "foot", "access", "construction", "area")
Kind = tuple[str, ...]  # who walks such ways alone, and the values of these keys
# What the two decide differently by rule, each way by the first that fits: who walks it alone, and what its tags are.
RULES = {
    "squares and streets drawn as areas": ("ours", {"area": "yes"}),
    "cycleways without a word on feet": ("ours", {"highway": "cycleway", "foot": ""}),
    "private drives outside residential land": ("Valhalla", {"access": "private|customers|residents|permit|employees|students"}),
    "streets in use that are also tagged as construction": ("Valhalla", {"construction": ".+"}),
}


@dataclass(frozen=True)
class Answer:
    """Metres to the nearest facility, (homes, categories), inf where none; where each point stands on the network."""

    metres: np.ndarray
    home_leg_m: np.ndarray
    home_xy: np.ndarray
    shop_leg_m: np.ndarray
    shop_xy: np.ndarray


def ours(asked: Question, streets: gpd.GeoDataFrame) -> Answer:
    """By our engine on these streets."""
    import geopandas as gpd
    from community3d.layers.profiles import WALKERS, Category, Profile
    from community3d.processing.engine.coverage import coverage
    from community3d.processing.engine.results import Settings

    names = [f"c{k}" for k in range(CATEGORIES)]
    profile = Profile("own", "自定", "Own", tuple(Category(name, name, name, (name,), 15, "min") for name in names))
    homes = gpd.GeoDataFrame({"doorplate_id": _ids(asked.homes)}, geometry=shapely.points(asked.homes), crs=asked.crs)
    shops = gpd.GeoDataFrame(
        {"facility_id": _ids(asked.shops), "services": [names[k] for k in asked.category]},
        geometry=shapely.points(asked.shops),
        crs=asked.crs,
    )
    settings = Settings(profile, WALKERS["planning"], snap_limit_m=SNAP_LIMIT_M)
    result = coverage(homes, shops, streets, walls=asked.walls, settings=settings)
    metres = np.stack([np.nan_to_num(one.metres, nan=np.inf) for one in result.found.values()], axis=1)
    here, there = result.site.home_places, result.site.facility_places
    network = result.site.parted
    return Answer(metres, here.leg_m, _stood_on(network, here), there.leg_m, _stood_on(network, there))


def _stood_on(network: Network, places: Places) -> np.ndarray:
    """Where each point stands on the network; NaN where it does not."""
    lines = shapely.linestrings(network.xy, indices=np.repeat(np.arange(network.size), np.diff(network.first)))
    on = shapely.line_interpolate_point(lines[places.edge], places.offset_m)
    return np.where(places.found[:, None], np.stack([shapely.get_x(on), shapely.get_y(on)], axis=1), np.nan)


def _ids(xy: np.ndarray) -> list[str]:
    return [f"{k:06}" for k in range(len(xy))]


def theirs(valhalla: Valhalla, asked: Question, *, start: Answer | None = None) -> Answer:
    """By Valhalla, from the places it chooses itself, or from ours."""
    if start is None:
        home_leg, home_xy = legs(valhalla, asked.homes, asked.crs)
        shop_leg, shop_xy = legs(valhalla, asked.shops, asked.crs)
    else:
        home_leg, home_xy, shop_leg, shop_xy = start.home_leg_m, start.home_xy, start.shop_leg_m, start.shop_xy
    metres = np.full((len(asked.homes), CATEGORIES), np.inf)
    near = np.isfinite(shop_leg) & (shop_leg <= SNAP_LIMIT_M)
    usable = np.isfinite(home_leg) & (home_leg <= SNAP_LIMIT_M)
    cells = np.unique(np.floor(asked.homes / CELL_M).astype(int), axis=0, return_inverse=True)[1]
    for cell in np.unique(cells[usable]):
        rows = np.flatnonzero((cells == cell) & usable)
        low, high = asked.homes[rows].min(axis=0) - LONGEST_M, asked.homes[rows].max(axis=0) + LONGEST_M
        shops = np.flatnonzero(near & ((asked.shops >= low) & (asked.shops <= high)).all(axis=1))
        if not len(shops):
            continue
        places = (lonlat(xy, asked.crs) for xy in (home_xy[rows], shop_xy[shops]))
        walk, _ = valhalla.metres(*places, SPEED_MS, longest_m=LONGEST_M)
        walk += home_leg[rows, None] + shop_leg[shops]
        for k in np.unique(asked.category[shops]):
            metres[rows, k] = walk[:, asked.category[shops] == k].min(axis=1)
    return Answer(metres, home_leg, home_xy, shop_leg, shop_xy)


def lonlat(xy: np.ndarray, crs: str) -> np.ndarray:
    """Longitude and latitude."""
    from community3d.layers.crs import LONLAT, reproject

    return shapely.get_coordinates(reproject(shapely.points(xy), source=crs, target=LONLAT))


def legs(valhalla: Valhalla, xy: np.ndarray, crs: str) -> tuple[np.ndarray, np.ndarray]:
    """Metres from each point to the edge that Valhalla puts it on, inf where there is none, and the place there."""
    from community3d.layers.crs import LONLAT, reproject

    found = valhalla.snapped(lonlat(xy, crs), SPEED_MS)
    places = [(edge["correlated_lon"], edge["correlated_lat"]) if edge else (np.nan, np.nan) for edge in found]
    there = shapely.get_coordinates(reproject(shapely.points(places), source=LONLAT, target=crs))
    return np.where(np.isfinite(there[:, 0]), np.hypot(*(there - xy).T), np.inf), there


def walked_by_valhalla(valhalla: Valhalla, asked: Question) -> np.ndarray:
    """Whether Valhalla walks the way of each street: it finds an edge of that way in the middle of the line."""
    middles = shapely.line_interpolate_point(asked.streets.geometry.to_numpy(), 0.5, normalized=True)
    places = [{"lon": x, "lat": y, "radius": ON_WAY_M} for x, y in lonlat(shapely.get_coordinates(middles), asked.crs).tolist()]
    answer, _ = valhalla.ask("locate", {"locations": places, **walking(SPEED_MS), "verbose": True})
    way = [re.sub(r"\D.*", "", name[1:]) for name in asked.streets["street_id"]]
    return np.array([any(str(e["edge_info"]["way_id"]) == one for e in place.get("edges") or []) for place, one in zip(answer, way)])


def kinds_of_one(asked: Question, walked: np.ndarray) -> dict[Kind, np.ndarray]:
    """The streets that only one of the two walks, by kind of way, the longest kind first."""
    mine = (asked.streets["walkable"] == "yes").to_numpy()
    rows: dict[Kind, list[int]] = {}
    for row in np.flatnonzero(mine != walked):
        has = asked.tags[row]
        kind = ("ours" if mine[row] else "Valhalla", *(has.get(key, "") for key in KEYS))
        rows.setdefault(kind, []).append(row)
    metres = shapely.length(asked.streets.geometry.to_numpy())
    return {kind: np.array(rows[kind]) for kind in sorted(rows, key=lambda kind: -metres[rows[kind]].sum())}


def by_kind(asked: Question, walked: np.ndarray, mine: Answer, other: Answer) -> list[dict]:
    """Each kind of way that only one walks, and how many differences vanish when ours does with it alone as Valhalla does."""
    metres, table = shapely.length(asked.streets.geometry.to_numpy()), []
    for kind, rows in kinds_of_one(asked, walked).items():
        walkable = asked.streets["walkable"].to_numpy(dtype=object, copy=True)
        walkable[rows] = np.where(walked[rows], "yes", "no")
        changed = ours(asked, asked.streets.assign(walkable=walkable))
        gone = sum(
            int((_differ(mine, other, limit_m) & ((changed.metres <= limit_m) == (other.metres <= limit_m))).sum()) for limit_m in LIMITS_M
        )
        names = dict(zip(("only", *KEYS), kind))
        table.append({**names, "ways": len(rows), "km": round(metres[rows].sum() / 1000, 2), "differences": gone})
    return table


def by_rule(asked: Question, walked: np.ndarray) -> dict[str, np.ndarray]:
    """The streets that only one of the two walks by one of the RULES."""
    rows: dict[str, list[np.ndarray]] = {name: [np.zeros(0, dtype=int)] for name in RULES}
    for kind, ways in kinds_of_one(asked, walked).items():
        names = dict(zip(("only", *KEYS), kind))
        for name, (only, has) in RULES.items():
            if names["only"] == only and all(re.fullmatch(pattern, names[key]) for key, pattern in has.items()):
                rows[name].append(ways)
                break
    return {name: np.concatenate(ways) for name, ways in rows.items()}


def rules_set_aside(asked: Question, walked: np.ndarray, other: Answer) -> dict:
    """What is equal when ours does as Valhalla on the ways of the RULES alone, and how many kilometres those are."""
    rows = by_rule(asked, walked)
    every = np.concatenate(list(rows.values()))
    walkable = asked.streets["walkable"].to_numpy(dtype=object, copy=True)
    walkable[every] = np.where(walked[every], "yes", "no")
    metres = shapely.length(asked.streets.geometry.to_numpy())
    km = {name: round(metres[ways].sum() / 1000, 2) for name, ways in rows.items()}
    return {**compared(ours(asked, asked.streets.assign(walkable=walkable)), other), "km": km}


def _differ(mine: Answer, other: Answer, limit_m: float) -> np.ndarray:
    """Where yes/no differ though our metres are clear of the limit."""
    return ((mine.metres <= limit_m) != (other.metres <= limit_m)) & (np.abs(mine.metres - limit_m) > CLEAR_M)


def second_opinion(extract: Path, valhalla: Valhalla, homes: int) -> dict:
    """All figures of one extract."""
    asked = question(extract, homes, np.random.default_rng(1))
    walked = walked_by_valhalla(valhalla, asked)
    same_ways = asked.streets.assign(walkable=np.where(walked, "yes", "no"))
    mine, mine_on_theirs = ours(asked, asked.streets), ours(asked, same_ways)
    joined, ungated = ours(asked, same_ways.assign(level=0)), ours(replace(asked, walls=asked.walls[:0]), same_ways)
    other, other_from_mine = theirs(valhalla, asked), theirs(valhalla, asked, start=mine)
    both = theirs(valhalla, asked, start=mine_on_theirs)
    return {
        "extract": extract.name,
        "homes": len(asked.homes),
        "facilities": len(asked.shops),
        "walkable_km": round(shapely.length(asked.streets.geometry[asked.streets["walkable"] == "yes"].to_numpy()).sum() / 1000, 1),
        "as_they_are": compared(mine, other),
        "rules_set_aside": rules_set_aside(asked, walked, other),
        "on_the_same_ways": compared(mine_on_theirs, other),
        "on_the_same_ways_from_the_same_places": compared(mine_on_theirs, both),
        "causes": causes(mine, other, other_from_mine, both, mine_on_theirs, joined, ungated),
        "ways_of_one": by_kind(asked, walked, mine, other),
    }


def compared(mine: Answer, other: Answer) -> dict:
    """How many yes/no are clear of the limit, and the share of equal ones; how far metres within the limits differ."""
    clear = same = 0
    for limit_m in LIMITS_M:
        away = np.abs(mine.metres - limit_m) > CLEAR_M
        clear += int(away.sum())
        same += int(((mine.metres <= limit_m) == (other.metres <= limit_m))[away].sum())
    near = (np.minimum(mine.metres, other.metres) <= max(LIMITS_M)) & np.isfinite(mine.metres) & np.isfinite(other.metres)
    apart_m = np.abs(mine.metres[near] - other.metres[near])
    shares = {f"within_{m}_m": round(float((apart_m <= m).mean()), 4) for m in (1, 5, 25)}
    return {"compared": clear, "different": clear - same, "equal": round(same / clear, 5), **shares}


def causes(
    mine: Answer, other: Answer, from_mine: Answer, both: Answer, on_theirs: Answer, joined: Answer, ungated: Answer
) -> dict[str, int]:
    """How many differences each experiment makes vanish, the first in this order."""
    count: Counter = Counter()
    for limit_m in LIMITS_M:
        rest = _differ(mine, other, limit_m)
        for name, one, two in (
            ("ways that only one of them walks", on_theirs, other),
            ("snapping to different places", mine, from_mine),
            ("ways and snapping together", on_theirs, both),
            ("ways of different layers that share a node", joined, other),
            ("closed gates where only ours stops", ungated, other),
        ):
            same = (one.metres <= limit_m) == (two.metres <= limit_m)
            count[name] += int((rest & same).sum())
            rest &= ~same
        count["other"] += int(rest.sum())
    return dict(count)


def main() -> int:
    """Reads the command line and prints the figures, as JSON or as text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extract", type=Path)
    parser.add_argument("--homes", type=int, default=1000)
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "peers")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    load_package()
    try:
        valhalla = tiles(
            programs(wanted.build), wanted.extract, wanted.build / f"tiles-{wanted.extract.name.split('.')[0]}", matrix="timedistancematrix"
        )
    except NotHereError as reason:
        print(f"Valhalla cannot be asked: {reason}", file=sys.stderr)
        return 3
    found = second_opinion(wanted.extract, valhalla, wanted.homes)
    print(json.dumps(found, ensure_ascii=False) if wanted.json else json.dumps(found, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
