"""Builds the walking network from any line layer.

Nodes stand only where lines share a vertex (equal coordinates), at line ends and where walls cut an edge; the vertices
between stay as geometry. Where only inner vertices of different levels meet (a bridge over a street) nothing joins.
Repeated lines and reverse twins are one edge when they cost the same. Streets are never cut by water: they cross it on bridges.

    network = build_network(streets, walker=walker("planning"), walls=walls, gates=gates, estates=estates)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ...layers.errors import InputError
from ...layers.tags import UNKNOWN_KIND, street_kinds
from ...layers.words import Text, text
from .graph import Network
from .lines import Runs, along_runs, repeated, runs_of, spans, vertex_numbers

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.profiles import Walker

AS_STATED, ALL_OPEN, UNKNOWN_CLOSED = "as_stated", "all", "unknown_closed"


def build_network(
    streets: gpd.GeoDataFrame,
    *,
    walker: Walker,
    walls: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    node_tolerance_m: float = 0.0,
    gates_open: str = AS_STATED,
) -> Network:
    """The walking network for one walker, cut at the walls.

    gates_open: AS_STATED (unknown gates are open), ALL_OPEN (every gate), UNKNOWN_CLOSED.
    Raises InputError when no street can be walked, or a factor or penalty makes no sense.
    """
    from .walls import cut_at_walls, wall_crossings

    network = street_network(streets, walker=walker, node_tolerance_m=node_tolerance_m)
    if walls is None or not len(walls):
        return network
    return cut_at_walls(network, wall_crossings(network, streets, walls, gates, estates), gates_open=gates_open)


def street_network(streets: gpd.GeoDataFrame, *, walker: Walker, node_tolerance_m: float = 0.0) -> Network:
    """The walking network without walls."""
    factor, penalty_s = street_costs(streets)
    left_out = _unusable(streets, factor)
    usable = np.ones(len(streets), dtype=bool)
    for positions in left_out.values():
        usable[positions] = False
    rows = np.flatnonzero(usable)
    rows = rows[np.argsort(streets["street_id"].to_numpy()[rows].astype("U"), kind="stable")]
    runs = runs_of(streets, rows)
    left_out["no_length"] = np.setdiff1d(rows, runs.street)
    if not len(runs.street):
        raise InputError(_nothing_to_walk(len(streets)))
    level = street_levels(streets)
    if node_tolerance_m > 0:
        from .noding import join_lines

        runs = join_lines(runs, level[runs.street], tolerance_m=node_tolerance_m)
    return _assemble(runs, level, factor, penalty_s, walker.speed_ms, left_out)


def street_costs(streets: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Speed factor (0: not walkable) and penalty in seconds of each street; its own factor wins over its kind's."""
    kinds = street_kinds()
    codes, words = pd.factorize(column(streets, "kind"))
    known = [kinds.get(word, UNKNOWN_KIND) for word in words] + [UNKNOWN_KIND]
    kind_factor = np.array([kind.factor for kind in known])[codes]
    own = column(streets, "speed_factor").to_numpy(dtype=float, na_value=np.nan)
    penalty_s = column(streets, "penalty_s").to_numpy(dtype=float, na_value=np.nan)
    _refuse_nonsense(streets, own, penalty_s)
    stated = column(streets, "walkable").to_numpy(dtype=object)
    walkable = (stated == "yes") | (np.array([kind.walkable for kind in known])[codes] & (stated != "no"))
    return np.where(walkable, np.where(np.isnan(own), kind_factor, own), 0.0), np.nan_to_num(penalty_s)


def street_levels(streets: gpd.GeoDataFrame) -> np.ndarray:
    """The bridge or tunnel layer of each street, 0 on the ground."""
    return np.nan_to_num(column(streets, "level").to_numpy(dtype=float, na_value=np.nan)).astype(int)


def column(frame: pd.DataFrame, name: str) -> pd.Series:
    """The column of that name, or an empty one where an optional column is missing."""
    return frame[name] if name in frame else pd.Series(np.nan, index=frame.index, dtype=object)


def _refuse_nonsense(streets: gpd.GeoDataFrame, factor: np.ndarray, penalty_s: np.ndarray) -> None:
    problems = []
    if (factor <= 0).any():
        first, count = _first(streets, factor <= 0)
        sentence = "{count} streets have a speed factor of 0 or less (first: {first}). Write a factor above 0, or set walkable to no."
        problems.append(text(sentence, count=count, first=first))
    if (penalty_s < 0).any():
        first, count = _first(streets, penalty_s < 0)
        problems.append(text("{count} streets have a penalty below 0 seconds (first: {first}). Write 0 or more.", count=count, first=first))
    if problems:
        raise InputError(*problems)


def _first(streets: gpd.GeoDataFrame, wrong: np.ndarray) -> tuple[str, int]:
    return str(streets["street_id"].to_numpy()[wrong.argmax()]), int(wrong.sum())


def _nothing_to_walk(count: int) -> Text:
    if not count:
        return text("The walking network has no streets. Choose a layer that has lines.")
    sentence = (
        "None of the {count} streets can be walked: they have no length, or walkable or kind excludes them. Check the walking network."
    )
    return text(sentence, count=count)


def _unusable(streets: gpd.GeoDataFrame, factor: np.ndarray) -> dict[str, np.ndarray]:
    shapes = np.asarray(streets.geometry.array, dtype=object)
    missing, empty = shapely.is_missing(shapes), shapely.is_empty(shapes)
    return {
        "null": np.flatnonzero(missing),
        "empty": np.flatnonzero(empty & ~missing),
        "not_walkable": np.flatnonzero((factor == 0) & ~missing & ~empty),
    }


def _assemble(
    runs: Runs, level: np.ndarray, factor: np.ndarray, penalty_s: np.ndarray, speed_ms: float, left_out: dict[str, np.ndarray]
) -> Network:
    numbers = vertex_numbers(runs.xy)
    runs, numbers = _without_repeats(runs, numbers, level, factor, penalty_s)
    numbers = _keep_levels_apart(runs, numbers, level)
    vertices, first, owner = _edges_between_nodes(runs, numbers)
    edges = Runs(runs.xy[vertices], first, runs.street[owner])
    edges, numbers = _without_repeats(edges, numbers[vertices], level, factor, penalty_s)
    first = edges.first
    _, place, node = np.unique(np.concatenate([numbers[first[:-1]], numbers[first[1:] - 1]]), return_index=True, return_inverse=True)
    count = len(edges.street)
    at = np.concatenate([first[:-1], first[1:] - 1])
    return Network(
        speed_ms=speed_ms,
        node_xy=edges.xy[at[place]],
        start=node[:count],
        end=node[count:],
        first=first,
        xy=edges.xy,
        along_m=along_runs(edges.xy, first),
        street=edges.street,
        forward_factor=factor[edges.street],
        backward_factor=factor[edges.street],
        penalty_s=penalty_s[edges.street],
        parent=np.arange(count),
        parent_from_m=np.zeros(count),
        passes=np.zeros((0, 2), dtype=int),
        left_out=left_out,
    )


def _without_repeats(
    runs: Runs, numbers: np.ndarray, level: np.ndarray, factor: np.ndarray, penalty_s: np.ndarray
) -> tuple[Runs, np.ndarray]:
    street = runs.street
    leader = repeated(numbers, runs.first, level[street], factor[street], penalty_s[street])
    rows = np.flatnonzero(leader == np.arange(len(leader)))
    if len(rows) == len(leader):
        return runs, numbers
    vertices, _ = spans(runs.first[rows], np.diff(runs.first)[rows])
    return runs.take(rows), numbers[vertices]


def _run_ends(first: np.ndarray) -> np.ndarray:
    ends = np.zeros(first[-1], dtype=bool)
    ends[first[:-1]] = True
    ends[first[1:] - 1] = True
    return ends


def _keep_levels_apart(runs: Runs, numbers: np.ndarray, level: np.ndarray) -> np.ndarray:
    # A bridge that shares an inner vertex with the inner vertex of the street below does not join it;
    # where a line ends at the vertex somebody meant a junction.
    height = np.repeat(level[runs.street], np.diff(runs.first))
    if not height.any():
        return numbers
    frame = pd.DataFrame({"number": numbers, "height": height, "end": _run_ends(runs.first)})
    by_number = frame.groupby("number", sort=False)
    mixed = (by_number["height"].transform("nunique") > 1) & ~by_number["end"].transform("any")
    frame.loc[~mixed, "height"] = 0
    return frame.groupby(["number", "height"], sort=False).ngroup().to_numpy()


def _edges_between_nodes(runs: Runs, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    is_node = _run_ends(runs.first) | (np.bincount(numbers)[numbers] > 1)
    at = np.flatnonzero(is_node)
    owner = np.repeat(np.arange(len(runs.street)), np.diff(runs.first))[at]
    inside = owner[1:] == owner[:-1]
    begin, finish = at[:-1][inside], at[1:][inside]
    vertices, first = spans(begin, finish - begin + 1)
    return vertices, first, owner[:-1][inside]
