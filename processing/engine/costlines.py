"""What a walk costs from every place along edges: straight lines over metres, the lowest of which counts.

From a place on an edge one walks by way of its start, of its end, or along it to a place that the search starts from.
Each is one line over the metres of the edge; what lies within a limit, and which place is nearest, is read from them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .access import equal_pairs
from .graph import Network, edge_costs
from .search import TIE, TO_FACILITY

SHORT_M = 1e-9  # shorter stretches are rounding


@dataclass(frozen=True)
class CostLines:
    """Lines base + rate × metres from the edge's start, each over a stretch of the edge of its row."""

    row: np.ndarray  # whose edge; several rows may share an edge
    low_m: np.ndarray
    high_m: np.ndarray
    base: np.ndarray
    rate: np.ndarray
    label: np.ndarray  # of the place that the walk leads to

    def take(self, rows: np.ndarray) -> CostLines:
        """These lines."""
        return CostLines(*(column[rows] for column in vars(self).values()))

    def at(self, metres: np.ndarray) -> np.ndarray:
        """The value of each line at a place of its own."""
        return self.base + self.rate * metres


@dataclass(frozen=True)
class Ends:
    """Costs and labels at both ends of the edge of every row, and the places that lie on one."""

    edge: np.ndarray  # (rows,)
    start_cost: np.ndarray
    end_cost: np.ndarray
    start_label: np.ndarray
    end_label: np.ndarray
    place_row: np.ndarray  # (places,)
    place_m: np.ndarray
    place_cost: np.ndarray
    place_label: np.ndarray


def per_metre(network: Network, unit: str, direction: str) -> tuple[np.ndarray, np.ndarray]:
    """Cost of a metre between a place on each edge and its start, and its end, in the direction of the walk."""
    forwards, backwards, _ = edge_costs(network, unit)
    to_start, to_end = (backwards, forwards) if direction == TO_FACILITY else (forwards, backwards)
    return to_start / network.length_m, to_end / network.length_m


def cost_lines(network: Network, ends: Ends, *, unit: str, direction: str) -> CostLines:
    """All lines of the rows that any walk leads from; the penalty of an edge is not paid inside it."""
    to_start, to_end = (rate[ends.edge] for rate in per_metre(network, unit, direction))
    length_m, zero = network.length_m[ends.edge], np.zeros(len(ends.edge))
    left, right = np.flatnonzero(np.isfinite(ends.start_cost)), np.flatnonzero(np.isfinite(ends.end_cost))
    row, at_m, cost = ends.place_row, ends.place_m, ends.place_cost
    columns = (
        (left, right, row, row),
        (zero[left], zero[right], at_m, zero[row]),
        (length_m[left], length_m[right], length_m[row], at_m),
        (
            ends.start_cost[left],
            (ends.end_cost + length_m * to_end)[right],
            # From behind a place one walks towards the start, from before it towards the end.
            cost - at_m * to_start[row],
            cost + at_m * to_end[row],
        ),
        (to_start[left], -to_end[right], to_start[row], -to_end[row]),
        (ends.start_label[left], ends.end_label[right], ends.place_label, ends.place_label),
    )
    return CostLines(*(np.concatenate(column) for column in columns))


def trips(there: CostLines, back: CostLines) -> CostLines:
    """Half of there and back, every way there with every way back; the lines of a row lead to one place only."""
    one, two = equal_pairs(there.row, back.row)
    there, back = there.take(one), back.take(two)
    both = replace(
        there,
        low_m=np.maximum(there.low_m, back.low_m),
        high_m=np.minimum(there.high_m, back.high_m),
        base=(there.base + back.base) / 2,
        rate=(there.rate + back.rate) / 2,
    )
    return both.take(np.flatnonzero(both.low_m <= both.high_m))


def within(lines: CostLines, limit: float) -> CostLines:
    """The stretches of the lines with a cost of at most limit."""
    rest = limit - lines.base
    flat = np.abs(lines.rate) < TIE
    at = np.divide(rest, lines.rate, out=np.zeros(len(rest)), where=~flat)
    high = np.where(flat | (lines.rate < 0), lines.high_m, np.minimum(lines.high_m, at))
    low = np.where(flat | (lines.rate > 0), lines.low_m, np.maximum(lines.low_m, at))
    kept = (low <= high) & (~flat | (rest >= 0))
    return replace(lines, low_m=low, high_m=high).take(np.flatnonzero(kept))


def lowest(lines: CostLines) -> CostLines:
    """The stretches on which each line is the lowest of its row; of equally low ones the smallest label's.

    The lower edge of lines bulges upwards: a line that is lowest at both ends of a stretch is so all along. Where two
    different ones are, the stretch is parted where they cross, and both halves are asked again.
    """
    row, low, high = _stretches(lines)
    found = []
    # Each round parts the undecided stretches once; there are no more rounds than lines on the busiest edge.
    while len(row):
        stretch, line = equal_pairs(row, lines.row)
        spans = (lines.low_m[line] <= low[stretch] + SHORT_M) & (lines.high_m[line] >= high[stretch] - SHORT_M)
        stretch, line = stretch[spans], line[spans]
        own = lines.take(line)
        at_low, at_high = own.at(low[stretch]), own.at(high[stretch])
        least_low, least_high = (_least(values, stretch, len(row)) for values in (at_low, at_high))
        settled = (at_low <= least_low[stretch] + TIE) & (at_high <= least_high[stretch] + TIE)
        winner = _first(stretch[settled], own.label[settled], line[settled], len(row))
        done = winner >= 0
        found.append(replace(lines.take(winner[done]), low_m=low[done], high_m=high[done]))
        left = _first(stretch, at_low, line, len(row))
        right = _first(stretch, at_high, line, len(row))
        open_ = np.flatnonzero(~done & (left >= 0))
        cross = _crossing(lines, left[open_], right[open_], low[open_], high[open_])
        row, low, high = np.tile(row[open_], 2), np.concatenate([low[open_], cross]), np.concatenate([cross, high[open_]])
    return CostLines(*(np.concatenate(columns) for columns in zip(*(vars(part).values() for part in found)))) if found else lines


def _stretches(lines: CostLines) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each row parted where a line of it begins or ends."""
    row, cut = np.tile(lines.row, 2), np.concatenate([lines.low_m, lines.high_m])
    order = np.lexsort((cut, row))
    row, cut = row[order], cut[order]
    inner = np.flatnonzero((row[1:] == row[:-1]) & (np.diff(cut) > SHORT_M))
    return row[inner], cut[inner], cut[inner + 1]


def _least(values: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    least = np.full(groups, np.inf)
    np.minimum.at(least, group, values)
    return least


def _first(group: np.ndarray, values: np.ndarray, line: np.ndarray, groups: int) -> np.ndarray:
    """The line with the least value of each group; -1 where there is none."""
    order = np.lexsort((values, group))
    first = order[np.diff(group[order], prepend=-1) > 0]
    result = np.full(groups, -1)
    result[group[first]] = line[first]
    return result


def _crossing(lines: CostLines, left: np.ndarray, right: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Where the line that is lower on the left meets the one that is lower on the right."""
    one, two = lines.take(left), lines.take(right)
    ahead, behind = two.at(low) - one.at(low), one.at(high) - two.at(high)
    return low + (high - low) * np.clip(ahead / (ahead + behind), 0, 1)
