"""Walls and gate candidates from the outlines of estates; who may pass a gate is unknown until someone looks.

    found = estate_edges(estates, streets, doorplates=doorplates, gates=gates, walls=walls)
    found.walls, found.gates     # tables of the workspace, the ones given included

Estates that are not gated (gated = no) give no walls. A gate stands where a walkable street on the ground crosses a wall
or ends at it, and where a doorplate says that it is one (西门, 门岗). Gates that are given win over candidates near them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.errors import InputError
from ...layers.profiles import WALKERS
from ...layers.progress import SILENT, Progress
from ...layers.schema import TABLES
from ...layers.words import text
from .barriers import shapes_of
from .estates import EstateIndex, points_of, words
from .gates import GATE_TOLERANCE_M
from .gatewords import gate_words
from .network import street_network
from .outlines import OutlineWalls, outline_walls
from .streets import street_levels
from .ways_in import Passages, opened, passages

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTLINE, PATH, DOORPLATE = "outline", "path", "doorplate"  # what a row was made from
NONE = np.zeros(0, dtype=object)


@dataclass(frozen=True)
class Distances:
    """How near is the same, in metres."""

    shared_m: float = 3.0  # outlines of two estates: one wall
    along_m: float = 2.0  # a street and an outline: the street runs on it
    same_gate_m: float = 8.0  # streets along a wall, and a gate: one gate
    doorplate_m: float = 30.0  # a doorplate that says it is a gate, and its estate's outline


@dataclass(frozen=True)
class EstateEdges:
    """Walls and gates as workspace tables, and the estates with a wall and no gate."""

    walls: gpd.GeoDataFrame
    gates: gpd.GeoDataFrame
    without_gate: tuple[str, ...]
    moved: int  # gates that were given and now stand where a street passes the wall


@dataclass(frozen=True)
class Told:
    """Doorplates that say they are a gate, on the outline of their estate."""

    xy: np.ndarray
    estate: np.ndarray
    word: np.ndarray


@dataclass
class _Gates:
    """Gates as they are put together: where each stands, what is known of it."""

    xy: list[np.ndarray]
    estate: list[str]
    name: list[str | None]
    source: list[str]


def estate_edges(
    estates: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    doorplates: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    only_gated: bool = False,
    distances: Distances = Distances(),
    progress: Progress = SILENT,
) -> EstateEdges:
    """Walls and gates of all estates that are or may be gated; only_gated leaves out those of which nobody knows.

    Raises InputError when no estate is left or no street can be walked.
    """
    rows = _walled(estates, only_gated=only_gated)
    progress.at(0, text("Building the walking network"))
    network = street_network(streets, walker=WALKERS["planning"])
    on_ground = np.flatnonzero(street_levels(streets)[network.street] == 0)
    lines = np.asarray(streets.geometry.array, dtype=object)[np.unique(network.street[on_ground])]
    polygons = np.asarray(estates.geometry.array, dtype=object)
    existing = shapely.get_parts(shapes_of(walls))
    progress.at(0.2, text("Drawing the walls of {count} estates", count=len(rows)))
    drawn = outline_walls(polygons, rows, existing, lines, shared_m=distances.shared_m, along_m=distances.along_m)
    progress.at(0.7, text("Looking where walls cross streets"))
    every = np.concatenate([existing, drawn.lines])
    is_new = np.arange(len(every)) >= len(existing)
    found = passages(network, every, is_new, on_ground=on_ground, same_gate_m=distances.same_gate_m)
    progress.at(0.9, text("Looking for doorplates that say they are a gate"))
    told = _told(doorplates, estates, rows, every, distances)
    names = _estate_words(estates)
    of_line = np.concatenate([_estates_of_lines(existing, estates, walls, names, distances), names[drawn.estate]])
    given = np.zeros((0, 2)) if gates is None else points_of(gates)
    placed, of_given = _placed(found, of_line, every, told, names, given, distances)
    wall_frame = _wall_frame(walls, estates, drawn, names, found, len(existing))
    gate_frame = _gate_frame(gates, placed, of_given, estates, names, crs=estates.crs)
    lost = _without_gate(gate_frame, estates, rows, names, distances)
    moved = 0 if gates is None else int((np.hypot(*(points_of(gates) - of_given).T) > 0).sum())
    return EstateEdges(wall_frame, gate_frame, lost, moved)


def _walled(estates: gpd.GeoDataFrame, *, only_gated: bool) -> np.ndarray:
    """Positions of the estates that get walls, in the order of their ids as text."""
    said = words(estates, "gated")
    wanted = (said == "yes") if only_gated else (said != "no")
    shapes = np.asarray(estates.geometry.array, dtype=object)
    rows = np.flatnonzero(wanted & (shapely.area(shapes) > 0))
    if not len(estates):
        raise InputError(text("{table} has no features. Choose a layer with data.", table="ESTATES"))
    if not len(rows):
        raise InputError(
            text(
                "None of the {count} estates is gated by its column gated. Say yes where walls stand, or unknown.",
                count=len(estates),
            )
        )
    return rows[np.argsort(words(estates, "estate_id")[rows].astype("U"), kind="stable")]


def _estate_words(estates: gpd.GeoDataFrame) -> np.ndarray:
    """The word for each estate that finds it again: its name, or its id where several have the name."""
    name, estate_id = words(estates, "name"), words(estates, "estate_id")
    shared = pd.Series(name).duplicated(keep=False).to_numpy() | np.isin(name, estate_id[estate_id != name])
    return np.where((name == "") | shared, estate_id, name)


def _estates_of_lines(
    lines: np.ndarray, estates: gpd.GeoDataFrame, walls: gpd.GeoDataFrame | None, names: np.ndarray, distances: Distances
) -> np.ndarray:
    """The estate that each given wall line names, else the one on whose outline its middle stands; "" for none."""
    if not len(lines):
        return NONE
    shapes = np.asarray(walls.geometry.array, dtype=object)
    known = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    _, owner = shapely.get_parts(shapes[known], return_index=True)
    said = words(walls, "estate")[known[owner]]
    near = _nearest(
        shapely.boundary(estates.geometry.to_numpy()), shapely.line_interpolate_point(lines, 0.5, normalized=True), distances.shared_m
    )
    return np.where(said != "", said, np.append(names, "")[near])


def _nearest(shapes: np.ndarray, points: np.ndarray, within_m: float) -> np.ndarray:
    """Position of the shape nearest to each point; -1 where none is within_m."""
    result = np.full(len(points), -1)
    if len(shapes) and len(points):
        point, shape = shapely.STRtree(shapes).query_nearest(points, max_distance=within_m, all_matches=False)
        result[point] = shape
    return result


def _told(
    doorplates: gpd.GeoDataFrame | None, estates: gpd.GeoDataFrame, rows: np.ndarray, lines: np.ndarray, distances: Distances
) -> Told:
    """The doorplates that say they are a gate, moved onto the wall at their estate's outline."""
    nothing = Told(np.zeros((0, 2)), np.zeros(0, dtype=int), NONE)
    if doorplates is None or not len(lines):
        return nothing
    index = EstateIndex.of(estates, None)
    word, xy = gate_words(doorplates, estates=index.by_word.keys()), points_of(doorplates)
    plates = np.flatnonzero((word != "") & np.isfinite(xy).all(axis=1))
    said = words(doorplates, "estate")[plates]
    # Doorplates that are gates are few; each asks for its own estate.
    named = np.array([index.named(xy[plate], estate) for plate, estate in zip(plates, said)], dtype=int)
    there = _nearest(index.polygons[rows], shapely.points(xy[plates]), distances.doorplate_m)
    estate = np.where(named >= 0, named, np.append(rows, -1)[there])
    kept = np.isin(estate, rows)
    plates, estate = plates[kept], estate[kept]
    points, edges = shapely.points(xy[plates]), shapely.boundary(index.polygons[estate])
    foot = _foot(edges, points)
    line = _nearest(lines, foot, distances.shared_m + distances.along_m + GATE_TOLERANCE_M)
    kept = (shapely.distance(foot, points) <= distances.doorplate_m) & (line >= 0)
    on_wall = shapely.get_coordinates(_foot(lines[line[kept]], foot[kept]))
    return Told(on_wall, estate[kept], word[plates[kept]])


def _foot(lines: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The place on each line that is nearest to its point."""
    return shapely.get_point(shapely.shortest_line(lines, points), 0)


def _placed(
    found: Passages,
    of_line: np.ndarray,
    lines: np.ndarray,
    told: Told,
    names: np.ndarray,
    given: np.ndarray,
    distances: Distances,
) -> tuple[_Gates, np.ndarray]:
    """The new gates, and where the given ones stand now."""
    xy = _middles(found, lines)
    shapes = np.where(found.wide, shapely.linestrings(_posts(found, lines)), shapely.points(xy)) if len(xy) else NONE
    known = np.flatnonzero(np.isfinite(given).all(axis=1))
    at = _nearest(shapes, shapely.points(given[known]), distances.same_gate_m)
    stands = given.copy()
    away_m = shapely.distance(np.append(shapes, None)[at], shapely.points(given[known]))
    off = known[(at >= 0) & (away_m > GATE_TOLERANCE_M)]
    stands[off] = xy[at[(at >= 0) & (away_m > GATE_TOLERANCE_M)]]
    near_given = _nearest(shapely.points(given[known]), np.append(shapes, None)[:-1], distances.same_gate_m) >= 0
    placed = _Gates([], [], [], [])
    number = np.full(len(xy), -1)
    for group in np.flatnonzero(~near_given):  # one after the other: what was placed is named below
        number[group] = len(placed.xy)
        _place(placed, xy[group], of_line[found.wall[group]], None, PATH)
    _place_told(placed, told, names, shapes, number, given[known], distances.same_gate_m)
    return placed, stands


def _posts(found: Passages, lines: np.ndarray) -> np.ndarray:
    own, total_m = lines[found.wall], shapely.length(lines[found.wall])
    ends = [shapely.line_interpolate_point(own, np.clip(at_m, 0, total_m)) for at_m in (found.low_m, found.high_m)]
    return np.stack([shapely.get_coordinates(end) for end in ends], axis=1)


def _middles(found: Passages, lines: np.ndarray) -> np.ndarray:
    """Where each gate stands: at its path, or in the middle of a wide one, between the posts."""
    if not len(found.wall):
        return np.zeros((0, 2))
    return np.where(found.wide[:, None], _posts(found, lines).mean(axis=1), found.xy)


def _place(placed: _Gates, xy: np.ndarray, estate: str, name: str | None, source: str) -> None:
    placed.xy.append(xy)
    placed.estate.append(estate)
    placed.name.append(name)
    placed.source.append(source)


def _place_told(
    placed: _Gates, told: Told, names: np.ndarray, shapes: np.ndarray, number: np.ndarray, given: np.ndarray, same_gate_m: float
) -> None:
    points = shapely.points(told.xy)
    at_given = _nearest(shapely.points(given), points, same_gate_m) >= 0
    at_path = _nearest(shapes, points, same_gate_m)
    # Doorplates that are gates are few.
    for row in np.flatnonzero(~at_given):
        name = names[told.estate[row]] + told.word[row]
        gate = number[at_path[row]] if at_path[row] >= 0 else -1
        if at_path[row] < 0:
            near = [k for k, xy in enumerate(placed.xy) if placed.name[k] == name and np.hypot(*(xy - told.xy[row])) <= same_gate_m]
            if not near:
                _place(placed, told.xy[row], names[told.estate[row]], name, DOORPLATE)
        elif gate >= 0 and placed.name[gate] is None:
            placed.name[gate], placed.source[gate] = name, f"{PATH}, {DOORPLATE}"


def _wall_frame(
    walls: gpd.GeoDataFrame | None, estates: gpd.GeoDataFrame, drawn: OutlineWalls, names: np.ndarray, found: Passages, first_new: int
) -> gpd.GeoDataFrame:
    wide = np.flatnonzero(found.wide)
    lines, estate = [], []
    for number, line in enumerate(drawn.lines):  # each wall has its own few wide gates
        spans = wide[found.wall[wide] == first_new + number]
        parts = opened(line, list(zip(found.low_m[spans], found.high_m[spans]))) if len(spans) else [line]
        lines += parts
        estate += [drawn.estate[number]] * len(parts)
    estate = np.array(estate, dtype=int)
    taken = [] if walls is None else words(walls, "wall_id")
    ids = _fresh(words(estates, "estate_id")[estate], "W", taken)
    new = {"wall_id": ids, "estate": names[estate], "source": OUTLINE}
    return _with_given("walls", walls, new, np.array(lines, dtype=object), estates.crs)


def _gate_frame(
    gates: gpd.GeoDataFrame | None, placed: _Gates, stands: np.ndarray, estates: gpd.GeoDataFrame, names: np.ndarray, *, crs: object
) -> gpd.GeoDataFrame:
    id_of_word = dict(zip(names, words(estates, "estate_id")))
    estate_ids = np.array([id_of_word.get(word, word) for word in placed.estate], dtype=object)
    taken = [] if gates is None else words(gates, "gate_id")
    new = {
        "gate_id": _fresh(estate_ids, "G", taken),
        "name": placed.name,
        "estate": [word or None for word in placed.estate],
        "open": "unknown",
        "source": placed.source,
    }
    points = shapely.points(np.array(placed.xy, dtype=float).reshape(-1, 2))
    if gates is not None:
        known = np.isfinite(stands).all(axis=1)
        gates = gates.set_geometry(np.where(known, shapely.points(stands), gates.geometry.to_numpy()), crs=crs)
    return _with_given("gates", gates, new, points, crs)


def _fresh(prefixes: np.ndarray, letter: str, taken: Iterable[str]) -> list[str]:
    """Ids made of a prefix and a number within it, none of them taken."""
    known, count, ids = set(taken), {}, []
    for prefix in prefixes:  # an id depends on those before it
        while True:
            count[prefix] = count.get(prefix, 0) + 1
            name = f"{prefix}-{letter}{count[prefix]}" if prefix else f"{letter}{count[prefix]}"
            if name not in known:
                break
        ids.append(name)
    return ids


def _with_given(table: str, given: gpd.GeoDataFrame | None, new: dict, shapes: np.ndarray, crs: object) -> gpd.GeoDataFrame:
    columns = {name: pd.Series(new.get(name), index=range(len(shapes)), dtype=object) for name in TABLES[table].names()}
    made = gpd.GeoDataFrame(pd.DataFrame(columns), geometry=gpd.GeoSeries(shapes, index=range(len(shapes)), crs=crs), crs=crs)
    if given is None or not len(given):
        return made
    kept = given.reindex(columns=[*TABLES[table].names(), given.geometry.name])
    return gpd.GeoDataFrame(pd.concat([kept, made], ignore_index=True) if len(made) else kept.reset_index(drop=True), crs=crs)


def _without_gate(
    gates: gpd.GeoDataFrame, estates: gpd.GeoDataFrame, rows: np.ndarray, names: np.ndarray, distances: Distances
) -> tuple[str, ...]:
    """Names of the estates with walls that no gate names and none stands at."""
    said = set(words(gates, "estate"))
    xy = points_of(gates)
    points = shapely.points(xy[np.isfinite(xy).all(axis=1)])
    edges = shapely.boundary(estates.geometry.to_numpy()[rows])
    reach_m = distances.shared_m + distances.along_m + GATE_TOLERANCE_M
    at_gate = np.unique(shapely.STRtree(points).query(edges, predicate="dwithin", distance=reach_m)[0])
    lost = np.delete(rows, at_gate)
    ids = words(estates, "estate_id")
    return tuple(names[row] for row in lost if names[row] not in said and ids[row] not in said)
