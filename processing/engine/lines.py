"""Street lines as people have them, turned into packed runs of vertices.

A run is one single line with at least two different vertices. Runs lie end to end in one coordinate
array: run r owns the vertices first[r] to first[r + 1]. Z is dropped, equal neighbours are one vertex.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

if TYPE_CHECKING:
    import geopandas as gpd

LINE_TYPES = (1, 2)  # shapely.get_type_id: LineString, LinearRing
FIRST_MULTI_TYPE = 4
FEW_RUNS = 16
STRIDE = 0x9E3779B97F4A7C15  # of a multiplicative hash


@dataclass(frozen=True)
class Runs:
    """Clean single lines, packed; rows are in the order of the streets."""

    xy: np.ndarray  # (vertices, 2) metres
    first: np.ndarray  # (runs + 1,)
    street: np.ndarray  # (runs,) positions in the streets frame

    def take(self, rows: np.ndarray) -> Runs:
        """The runs of these rows, in this order."""
        vertices, first = spans(self.first[rows], np.diff(self.first)[rows])
        return Runs(self.xy[vertices], first, self.street[rows])


def spans(start: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All positions start, start + 1 … of every span one after another, and where each span begins in them."""
    first = np.concatenate([[0], np.cumsum(count)])
    return np.repeat(start - first[:-1], count) + np.arange(first[-1]), first


def last_not_above(values: np.ndarray, wanted: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """In each stretch low to high of ascending values, the last position whose value is not above the wanted; else low."""
    low, high = low.copy(), high.copy()
    rows = np.flatnonzero(low < high)
    # Bisection over all stretches at once: one step halves what remains of each.
    while len(rows):
        middle = (low[rows] + high[rows] + 1) // 2
        ahead = values[middle] <= wanted[rows]
        low[rows[ahead]], high[rows[~ahead]] = middle[ahead], middle[~ahead] - 1
        rows = rows[low[rows] < high[rows]]
    return low


def runs_of(streets: gpd.GeoDataFrame, rows: np.ndarray) -> Runs:
    """The runs of the streets at these positions; lines without length or with unknown coordinates give none."""
    parts, owner = single_lines(np.asarray(streets.geometry.array, dtype=object)[rows])
    xy, run = shapely.get_coordinates(parts, return_index=True)
    return cleaned(xy, run, rows[owner])


def single_lines(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The single lines in geometries of any kind, and the position of the geometry that each comes from."""
    owner = np.arange(len(shapes))
    # A collection may hold multilines: two rounds at most, none for plain lines.
    while not (is_line := np.isin(shapely.get_type_id(shapes), LINE_TYPES)).all():
        if (shapely.get_type_id(shapes[~is_line]) < FIRST_MULTI_TYPE).all():
            return shapes[is_line], owner[is_line]
        shapes, part_of = shapely.get_parts(shapes, return_index=True)
        owner = owner[part_of]
    return shapes, owner


def cleaned(xy: np.ndarray, run: np.ndarray, street: np.ndarray) -> Runs:
    """The runs of packed vertices: equal neighbours are one, lines without length or with unknown coordinates are left out.

    run is the line of each vertex, ascending; street that of each line.
    """
    x, y = xy.T
    known = np.isfinite(x) & np.isfinite(y)
    broken = np.bincount(run[~known], minlength=len(street)) > 0
    fresh = np.ones(len(xy), dtype=bool)
    fresh[1:] = (run[1:] != run[:-1]) | (x[1:] != x[:-1]) | (y[1:] != y[:-1])
    fresh &= ~broken[run]
    count = np.bincount(run[fresh], minlength=len(street))
    fresh &= count[run] > 1
    kept = count > 1
    return Runs(xy[fresh] + 0.0, np.concatenate([[0], np.cumsum(count[kept])]), street[kept])


def vertex_numbers(xy: np.ndarray) -> np.ndarray:
    """One number per place from 0 in the order of appearance: equal coordinates, to the last bit, get equal numbers."""
    bits = (xy + 0.0).view(np.uint64)  # + 0.0: minus zero is zero
    numbers, keys = pd.factorize(_mix(bits[:, 0]) + bits[:, 1] * np.uint64(STRIDE))
    if _are_places(xy, numbers, len(keys)):
        return numbers
    # Two places with one key, or unknown coordinates: the slower way.
    x, _ = pd.factorize(xy[:, 0])
    y, heights = pd.factorize(xy[:, 1])
    # Unknown coordinates are -1 here: one more column keeps them apart from the known.
    numbers, _ = pd.factorize(x.astype(np.int64) * (len(heights) + 1) + y + 1)
    return numbers


def _are_places(xy: np.ndarray, numbers: np.ndarray, count: int) -> bool:
    last = np.empty(count, dtype=np.int64)
    last[numbers] = np.arange(len(xy))
    return bool((xy == xy[last[numbers]]).all())


def along_runs(xy: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Metres from the beginning of its run to each vertex."""
    step = np.zeros(len(xy))
    step[1:] = np.hypot(xy[1:, 0] - xy[:-1, 0], xy[1:, 1] - xy[:-1, 1])
    along = np.zeros(len(xy))
    at, end = first[:-1] + 1, first[1:]
    # Vertex by vertex over all runs at once: one long cumulative sum would lose the last digits.
    while len(at) > FEW_RUNS:
        along[at] = along[at - 1] + step[at]
        more = at + 1 < end
        at, end = at[more] + 1, end[more]
    # The few longest runs one by one.
    for low, high in zip(at, end):
        along[low:high] = along[low - 1] + np.cumsum(step[low:high])
    return along


def repeated(numbers: np.ndarray, first: np.ndarray, *attributes: np.ndarray) -> np.ndarray:
    """For each run the first run with the same vertices, forwards or backwards, and the same attributes; itself if none."""
    leader = np.arange(len(first) - 1)
    # Only runs between the same two places can be alike.
    a, b = numbers[first[:-1]], numbers[first[1:] - 1]
    some = np.flatnonzero(pd.Series(np.minimum(a, b) * len(numbers) + np.maximum(a, b)).duplicated(keep=False))
    if not len(some):
        return leader
    vertices, begin = spans(first[some], np.diff(first)[some])
    leader[some] = some[_leaders(numbers[vertices], begin, *(attribute[some] for attribute in attributes))]
    return leader


def _leaders(numbers: np.ndarray, first: np.ndarray, *attributes: np.ndarray) -> np.ndarray:
    """As repeated(), by what all vertices say."""
    rows, signature = np.arange(len(first) - 1), _signature(numbers, first)
    frame = pd.DataFrame({"vertices": signature, "count": np.diff(first)})
    for at, attribute in enumerate(attributes):
        frame[f"attribute{at}"] = attribute
    group = frame.groupby(list(frame.columns), sort=False, dropna=False).ngroup().to_numpy()
    _, leader = np.unique(group, return_index=True)
    leader = leader[group]
    twins = rows[leader != rows]
    same = _same_vertices(numbers, first, twins, leader[twins])
    leader[twins[~same]] = twins[~same]
    return leader


def _signature(numbers: np.ndarray, first: np.ndarray) -> np.ndarray:
    # The sum over both directions is the same for a line and its reverse.
    count = np.diff(first)
    rank = np.arange(len(numbers)) - np.repeat(first[:-1], count)
    back = np.repeat(count, count) - 1 - rank
    base = numbers.astype(np.uint64) << np.uint64(20)
    mixed = _mix((base + rank.astype(np.uint64)) * np.uint64(STRIDE)) + _mix((base + back.astype(np.uint64)) * np.uint64(STRIDE))
    return np.add.reduceat(mixed, first[:-1]) if len(count) else np.zeros(0, dtype=np.uint64)


def _mix(values: np.ndarray) -> np.ndarray:
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _same_vertices(numbers: np.ndarray, first: np.ndarray, rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    if not len(rows):
        return np.zeros(0, dtype=bool)
    count = np.diff(first)[rows]
    mine, begin = spans(first[rows], count)
    theirs, _ = spans(first[others], count)
    backwards = np.repeat(first[others] + first[others + 1] - 1, count) - theirs
    ahead = np.logical_and.reduceat(numbers[mine] == numbers[theirs], begin[:-1])
    return ahead | np.logical_and.reduceat(numbers[mine] == numbers[backwards], begin[:-1])
