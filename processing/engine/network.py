"""Builds the walking network from any line layer.

Nodes stand only where lines share a vertex (equal coordinates), at line ends, where a line turns back on itself
(turns.py) and where walls cut an edge; the vertices between stay as geometry. Where only inner vertices of different
levels meet (a bridge over a street) nothing joins.
Repeated lines and reverse twins are one edge when they cost the same. Streets are never cut by water: they cross it on bridges.

    network = build_network(streets, walker=walker("planning"), walls=walls, gates=gates, estates=estates)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ...layers.errors import InputError
from ...layers.penalties import NO_PENALTIES, Penalties
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .gaps import with_closed_gaps
from .gates import AS_STATED, cut_at_walls, gated_crossings
from .graph import Network
from .lines import Runs, along_runs, repeated, runs_of, spans, vertex_numbers
from .streets import kind_delays, street_costs, street_levels
from .turns import turns, unfolded

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.profiles import Walker


@dataclass(frozen=True)
class Drawn:
    """The lines of a network before they become edges."""

    runs: Runs
    level: np.ndarray  # by street
    left_out: dict[str, np.ndarray]  # reason -> positions of the streets that give no line


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

    gates_open: as_stated (unknown gates are open), all (every gate), unknown_closed.
    Raises InputError when no street can be walked, or a factor or penalty makes no sense.
    """
    network = street_network(streets, walker=walker, node_tolerance_m=node_tolerance_m)
    if walls is None or not len(walls):
        return network
    walls = with_closed_gaps(walls, gates, estates)
    return cut_at_walls(network, gated_crossings(network, streets, walls, gates, estates), gates_open=gates_open)


def street_network(
    streets: gpd.GeoDataFrame,
    *,
    walker: Walker,
    node_tolerance_m: float = 0.0,
    penalties: Penalties = NO_PENALTIES,
    progress: Progress = SILENT,
) -> Network:
    """The walking network without walls and slopes.

    A street's own penalty is paid on each of its edges; the delay of its kind once, its edges share it by their length.
    """
    return drawn_network(streets, walker=walker, node_tolerance_m=node_tolerance_m, penalties=penalties, progress=progress)[1]


def drawn_network(
    streets: gpd.GeoDataFrame,
    *,
    walker: Walker,
    node_tolerance_m: float = 0.0,
    penalties: Penalties = NO_PENALTIES,
    progress: Progress = SILENT,
) -> tuple[Drawn, Network]:
    """The lines of the streets, and the walking network made of them."""
    factor, penalty_s = street_costs(streets, penalties)
    drawn = drawn_lines(streets, factor, node_tolerance_m=node_tolerance_m, progress=progress)
    delay_s_per_m = _delay_per_m(drawn.runs, kind_delays(streets, penalties))
    return drawn, _assemble(drawn, _Costs(drawn.level, factor, penalty_s, delay_s_per_m), walker.speed_ms)


def drawn_lines(streets: gpd.GeoDataFrame, factor: np.ndarray, *, node_tolerance_m: float, progress: Progress = SILENT) -> Drawn:
    """The single lines of all streets with a factor above 0, joined where they meet within the tolerance.

    Raises InputError when there is none.
    """
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

        runs = join_lines(runs, level, tolerance_m=node_tolerance_m, progress=progress)
    return Drawn(runs, level, left_out)


@dataclass(frozen=True)
class _Costs:
    """What edges take over from their streets, by position of the street."""

    level: np.ndarray
    factor: np.ndarray
    penalty_s: np.ndarray  # of every edge
    delay_s_per_m: np.ndarray

    def of(self, street: np.ndarray) -> tuple[np.ndarray, ...]:
        """The columns of these streets: repeated lines are one edge where all are equal."""
        return self.level[street], self.factor[street], self.penalty_s[street], self.delay_s_per_m[street]


def _delay_per_m(runs: Runs, delay_s: np.ndarray) -> np.ndarray:
    if not delay_s.any():
        return np.zeros(len(delay_s))
    along_m = along_runs(runs.xy, runs.first)
    length_m = np.bincount(runs.street, weights=along_m[runs.first[1:] - 1], minlength=len(delay_s))
    # Rounded, so that a line and its reverse twin have the same to the last bit.
    return np.round(delay_s / np.where(length_m > 0, length_m, 1), 10)


def _nothing_to_walk(count: int) -> Text:
    if not count:
        return text("The walking network has no streets. Choose a layer that has lines.")
    return text(
        "None of the {count} streets can be walked: they have no length, or walkable or kind excludes them. Check the walking network.",
        count=count,
    )


def _unusable(streets: gpd.GeoDataFrame, factor: np.ndarray) -> dict[str, np.ndarray]:
    shapes = np.asarray(streets.geometry.array, dtype=object)
    missing, empty = shapely.is_missing(shapes), shapely.is_empty(shapes)
    return {
        "null": np.flatnonzero(missing),
        "empty": np.flatnonzero(empty & ~missing),
        "not_walkable": np.flatnonzero((factor == 0) & ~missing & ~empty),
    }


def _assemble(drawn: Drawn, costs: _Costs, speed_ms: float) -> Network:
    runs = unfolded(drawn.runs)
    runs, numbers = _without_repeats(runs, vertex_numbers(runs.xy), costs)
    numbers = _keep_levels_apart(runs, numbers, costs.level)
    vertices, first, owner = _edges_between_nodes(runs, numbers)
    edges = Runs(runs.xy[vertices], first, runs.street[owner])
    edges, numbers = _without_repeats(edges, numbers[vertices], costs)
    first, along_m = edges.first, along_runs(edges.xy, edges.first)
    _, factor, penalty_s, delay_s_per_m = costs.of(edges.street)
    count = len(edges.street)
    at = np.concatenate([first[:-1], first[1:] - 1])
    place, node = _nodes(numbers[at])
    return Network(
        speed_ms=speed_ms,
        node_xy=edges.xy[at[place]],
        start=node[:count],
        end=node[count:],
        first=first,
        xy=edges.xy,
        along_m=along_m,
        street=edges.street,
        forward_factor=factor,
        backward_factor=factor,
        penalty_s=penalty_s + delay_s_per_m * along_m[first[1:] - 1],
        parent=np.arange(count),
        parent_from_m=np.zeros(count),
        passes=np.zeros((0, 2), dtype=int),
        left_out=drawn.left_out,
    )


def _nodes(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where each different number stands first, and its rank for each number; what np.unique says, without sorting."""
    position = _firsts(numbers)
    used = position >= 0
    return position[used], (np.cumsum(used) - 1)[numbers]


def _firsts(numbers: np.ndarray) -> np.ndarray:
    """Where each number up to the highest stands first; -1 where it does not."""
    position = np.full(numbers.max() + 1, -1)
    position[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return position


def _without_repeats(runs: Runs, numbers: np.ndarray, costs: _Costs) -> tuple[Runs, np.ndarray]:
    leader = repeated(numbers, runs.first, *costs.of(runs.street))
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
    position = _firsts(numbers)
    apart = np.zeros(len(position), dtype=bool)
    apart[numbers[height != height[position[numbers]]]] = True
    apart[numbers[_run_ends(runs.first)]] = False
    rank, heights = pd.factorize(np.where(apart[numbers], height, 0))
    return pd.factorize(numbers * np.int64(len(heights)) + rank)[0]


def _edges_between_nodes(runs: Runs, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    is_node = _run_ends(runs.first) | (np.bincount(numbers)[numbers] > 1) | turns(runs, numbers)
    at = np.flatnonzero(is_node)
    owner = np.repeat(np.arange(len(runs.street)), np.diff(runs.first))[at]
    inside = owner[1:] == owner[:-1]
    begin, finish = at[:-1][inside], at[1:][inside]
    vertices, first = spans(begin, finish - begin + 1)
    return vertices, first, owner[:-1][inside]
