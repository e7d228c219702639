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
from .estates import points_of, words
from .gateplaces import NONE, USUAL, Distances, NewGates, nearest_within, placed_gates, told_gates
from .gates import GATE_TOLERANCE_M
from .network import street_network
from .outlines import OutlineWalls, outline_walls
from .streets import street_levels
from .ways_in import Passages, opened, passages

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTLINE = "outline"  # what a wall was made from


@dataclass(frozen=True)
class EstateEdges:
    """Walls and gates as workspace tables, and the estates with a wall and no gate."""

    walls: gpd.GeoDataFrame
    gates: gpd.GeoDataFrame
    without_gate: tuple[str, ...]
    moved: int  # gates that were given and now stand where a street passes the wall


def estate_edges(
    estates: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    doorplates: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    only_gated: bool = False,
    distances: Distances = USUAL,
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
    told = told_gates(doorplates, estates, rows, every, distances)
    names = _estate_words(estates)
    of_line = np.concatenate([_estates_of_lines(existing, estates, walls, names, distances), names[drawn.estate]])
    given = np.zeros((0, 2)) if gates is None else points_of(gates)
    placed, of_given = placed_gates(found, of_line, every, told, names, given, distances)
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
    near = nearest_within(
        shapely.boundary(estates.geometry.to_numpy()), shapely.line_interpolate_point(lines, 0.5, normalized=True), distances.shared_m
    )
    return np.where(said != "", said, np.append(names, "")[near])


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
    gates: gpd.GeoDataFrame | None, placed: NewGates, stands: np.ndarray, estates: gpd.GeoDataFrame, names: np.ndarray, *, crs: object
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
