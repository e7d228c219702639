"""What is wrong with gates: those that open nothing, those whose estate nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ...layers.problems import MOST_ROWS_OF_A_RULE, NOTE, WARNING, Problem
from ...layers.words import Text, text
from .barriers import shapes_of
from .estates import NEAR_M, points_of, words, words_at
from .gates import GATE_TOLERANCE_M, openings
from .ground import Site, Tables

if TYPE_CHECKING:
    import geopandas as gpd

MOVED_M = 10.0  # a gate this near to a wall was meant to stand on it


def gate_faults(site: Site, tables: Tables) -> list[Problem]:
    """All faults of the gates and of the estates that walls name, by rule."""
    found = list(_walls_of_nobody(tables))
    if tables.gates is not None and len(tables.gates):
        found += [*_useless(site, tables.gates), *_gates_of_nobody(tables), *_sideless(site, tables)]
    return found


def _useless(site: Site, gates: gpd.GeoDataFrame) -> Iterator[Problem]:
    """Gates that open nothing: far from any wall, or where no street passes the wall."""
    xy = points_of(gates)
    # The gates of estates without paths lead out whether a wall is drawn or not.
    busy = site.gates.gate if site.crossings is None else np.concatenate([site.gates.gate, site.crossings.gate])
    idle = np.setdiff1d(np.flatnonzero(np.isfinite(xy).all(axis=1)), busy)
    lines = shapes_of(site.walls)
    if not len(lines):
        if len(idle):
            yield Problem("gates", "no_walls", WARNING, _without_walls(len(idle)), geometry=shapely.Point(xy[idle[0]]))
        return
    tree, points = shapely.STRtree(lines), shapely.points(xy[idle])
    far = np.ones(len(idle), dtype=bool)
    far[tree.query(points, predicate="dwithin", distance=GATE_TOLERANCE_M)[0]] = False
    wall = tree.nearest(points[far])
    away_m = shapely.distance(lines[wall], points[far])
    shapes = np.asarray(site.walls.geometry.array, dtype=object)
    ids = words_at(site.walls, "wall_id", np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))[wall])
    told = [(row, _far(float(metres), name)) for row, name, metres in zip(idle[far], ids, away_m)]
    near = set(idle[far][away_m <= MOVED_M].tolist())
    for problem, (row, _) in zip(_listed(gates, xy, "gate_far_from_wall", WARNING, told, text("Move the gate onto its wall.")), told):
        yield replace(problem, sure=int(row) in near)
    idle = idle[~far]
    yield from _listed(
        gates,
        xy,
        "gate_without_street",
        NOTE,
        [(row, text("No street passes the wall at this gate, so it opens nothing.")) for row in idle[_unused(site, idle, xy)]],
        text("Draw the path that leads through the gate."),
    )


def _unused(site: Site, gates: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Whether no street crosses a wall at each of these gates, which no crossing takes for its own."""
    if site.crossings is None or not len(site.crossings.gate):
        return np.ones(len(gates), dtype=bool)
    away_m, _ = cKDTree(site.crossings.at.xy).query(xy[gates])
    return away_m > GATE_TOLERANCE_M


def _without_walls(count: int) -> Text:
    return text("There are gates but no walls: {count} gates change nothing. Add WALLS, for example with estateedges.", count=count)


def _far(away_m: float, wall: str) -> Text:
    return text(
        "The gate stands {metres} m from the nearest wall ({wall}) and opens nothing; it must stand within {tolerance} m.",
        metres=round(away_m, 1),
        wall=wall,
        tolerance=GATE_TOLERANCE_M,
    )


def _walls_of_nobody(tables: Tables) -> Iterator[Problem]:
    known = _known_words(tables.estates)
    if known and tables.walls is not None:
        said = words(tables.walls, "estate")
        shapes = tables.walls.geometry.to_numpy()
        rows = np.flatnonzero((said != "") & ~_among(said, known))
        told = [(row, text("The wall names the estate “{estate}”, which is not among the estates.", estate=said[row])) for row in rows]
        middles = partial(_middles, shapes)
        yield from _listed_at("walls", tables.walls, "wall_id", middles, "unknown_estate", WARNING, told, _name_it())


def _middles(lines: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return shapely.line_interpolate_point(lines[rows], 0.5, normalized=True)


def _gates_of_nobody(tables: Tables) -> Iterator[Problem]:
    known = _known_words(tables.estates)
    if not known:
        return
    known |= set(words(tables.walls, "estate"))
    said, xy = words(tables.gates, "estate"), points_of(tables.gates)
    strange = np.flatnonzero((said != "") & ~_among(said, known))
    told = [
        (row, text("The gate names the estate “{estate}”, which is neither among the estates nor on a wall.", estate=said[row]))
        for row in strange
    ]
    yield from _listed(tables.gates, xy, "unknown_estate", WARNING, told, _name_it())
    blank = np.flatnonzero((said == "") & np.isfinite(xy).all(axis=1))
    outlines = shapely.STRtree(shapes_of(tables.estates))
    near = np.unique(outlines.query(shapely.points(xy[blank]), predicate="dwithin", distance=NEAR_M)[0])
    told = [(row, text("The gate names no estate and stands at none.")) for row in np.delete(blank, near)]
    yield from _listed(tables.gates, xy, "gate_without_estate", NOTE, told, _name_it())


def _among(said: np.ndarray, known: set[str]) -> np.ndarray:
    # Hashed: numpy would sort all words of all walls.
    return pd.Series(said).isin(known).to_numpy()


def _sideless(site: Site, tables: Tables) -> Iterator[Problem]:
    """Gates for residents whose inside nothing tells."""
    crossings = site.crossings
    if crossings is None or not (openings(tables.gates) == "residents").any():
        return
    sided = np.zeros(len(crossings.gate), dtype=bool)
    sided[crossings.at.place[crossings.inside >= 0]] = True
    rows = np.unique(crossings.gate[(crossings.opening == "residents") & ~sided])
    message = text("The gate is for residents, but nothing tells which side is its estate: it counts as open to everybody.")
    told = [(row, message) for row in rows]
    fix = text("Name its estate, or close its wall to a ring.")
    yield from _listed(tables.gates, points_of(tables.gates), "gate_without_side", WARNING, told, fix)


def _name_it() -> Text:
    return text("Write the estate's id or name into estate.")


def _known_words(estates: gpd.GeoDataFrame | None) -> set[str]:
    return {word for name in ("estate_id", "name") for word in words(estates, name)} - {""}


def _listed(
    gates: gpd.GeoDataFrame, xy: np.ndarray, rule: str, severity: str, told: list[tuple[int, Text]], fix: Text
) -> Iterator[Problem]:
    yield from _listed_at("gates", gates, "gate_id", lambda rows: shapely.points(xy[rows]), rule, severity, told, fix)


def _listed_at(
    table: str,
    frame: gpd.GeoDataFrame,
    key: str,
    places: Callable[[np.ndarray], np.ndarray],
    rule: str,
    severity: str,
    told: list[tuple[int, Text]],
    fix: Text,
) -> Iterator[Problem]:
    rows = np.array([row for row, _ in told[:MOST_ROWS_OF_A_RULE]], dtype=int)
    ids, at = words(frame.iloc[rows], key), places(rows)
    for k, (row, message) in enumerate(told[:MOST_ROWS_OF_A_RULE]):
        yield Problem(table, rule, severity, message, row=ids[k] or str(row + 1), fix=fix, geometry=at[k])
    if len(told) > MOST_ROWS_OF_A_RULE:
        beyond = text("Further rows of the same kind, not listed: {count}.", count=len(told) - MOST_ROWS_OF_A_RULE)
        yield Problem(table, rule, severity, beyond)
