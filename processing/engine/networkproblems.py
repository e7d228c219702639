"""What a check of the network found, in words: which streets, how far, how serious, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

import numpy as np
import shapely

from ...layers.problems import ERROR, MOST_ROWS_OF_A_RULE, NOTE, WARNING, Problem
from ...layers.values import as_text
from ...layers.words import Text, text
from .connection import Parts
from .graph import Network
from .islands import LOOK_M, Islands
from .lines import repeated, vertex_numbers
from .looseends import FARTHEST_M, LooseEnds
from .nodeless import Crossings

if TYPE_CHECKING:
    import geopandas as gpd

    from .network import Drawn

TABLE = "streets"
LOST = ("no_geometry", "no_length")
BESIDE_M = 20.0  # an island this near to the longest part was most likely meant to be joined
LONG_BESIDE_M = 200.0  # and is an error from this length
LONG_M = 1000.0  # any island from this length is an error
SCRAP_M = 20.0  # shorter ones are notes
CUT_OFF_M = 100.0  # an end that almost meets another part is an error where so much street hangs on it
TOUCH_M = 1e-3
MANY_TWINS = 100  # more are no slip: every street was drawn once for each direction


@dataclass(frozen=True)
class Names:
    """How problems speak of streets, by position."""

    ids: np.ndarray
    labels: np.ndarray  # name and id, else the id

    @classmethod
    def of(cls, streets: gpd.GeoDataFrame) -> Names:
        """The names of the streets of a frame."""
        ids = streets["street_id"].astype(str).to_numpy(dtype=object)
        if "name" not in streets:
            return cls(ids, ids)
        names = as_text(streets["name"])
        return cls(ids, np.where(names.isna(), ids, names.fillna("") + " (" + ids + ")"))


@dataclass(frozen=True)
class Rows:
    """Rows of one rule: the street, the severity and the place of each, and the other street where it takes two."""

    street: np.ndarray
    severity: np.ndarray
    xy: np.ndarray
    other: np.ndarray | None = None


def listed(
    rule: str, rows: np.ndarray, among: Rows, names: Names, message: Callable[[int], Text], fix: Callable[[int], Text | None]
) -> Iterator[Problem]:
    """The problems of some rows, words by row; of a thousand and more the first and their number."""
    # Each row has words of its own.
    for row in rows[:MOST_ROWS_OF_A_RULE].tolist():
        place = shapely.Point(among.xy[row]) if np.isfinite(among.xy[row]).all() else None
        street = str(names.ids[among.street[row]])
        other = None if among.other is None else str(names.ids[among.other[row]])
        yield Problem(TABLE, rule, str(among.severity[row]), message(row), row=street, fix=fix(row), geometry=place, other=other)
    if len(rows) > MOST_ROWS_OF_A_RULE:
        beyond = text("Further rows of the same kind, not listed: {count}.", count=len(rows) - MOST_ROWS_OF_A_RULE)
        yield Problem(TABLE, rule, str(among.severity[rows[MOST_ROWS_OF_A_RULE]]), beyond)


def metres(value: float) -> str:
    """A gap in metres, to the centimetre below 10 m."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def island_problems(network: Network, found: Islands, names: Names) -> Iterator[Problem]:
    """The islands, the longest first."""
    serious = (found.length_m >= LONG_M) | ((found.gap_m <= BESIDE_M) & (found.length_m >= LONG_BESIDE_M))
    severity = np.where(serious, ERROR, np.where(found.length_m >= SCRAP_M, WARNING, NOTE))
    street = network.street[found.edge]
    fix = text("Draw the path that leads there, or give the lines a common vertex where they should meet.")

    def message(row: int) -> Text:
        values = {"count": int(found.streets[row]), "length": f"{found.length_m[row]:.0f}", "name": names.labels[street[row]]}
        if found.beside[row] < 0:
            return text(
                "Island of {length} m (streets: {count}) with “{name}”: no other street lies within {near} m.",
                **values,
                near=f"{LOOK_M:g}",
            )
        values["other"] = names.labels[network.street[found.beside[row]]]
        if found.gap_m[row] <= TOUCH_M:
            return text("Island of {length} m (streets: {count}) with “{name}”: it meets “{other}” but is not joined to it.", **values)
        return text(
            "Island of {length} m (streets: {count}) with “{name}”: not joined to “{other}”, which is {gap} m away.",
            **values,
            gap=metres(found.gap_m[row]),
        )

    yield from listed("island", np.arange(len(street)), Rows(street, severity, found.xy), names, message, lambda _: fix)


def end_problems(network: Network, ends: LooseEnds, parts: Parts, names: Names) -> Iterator[Problem]:
    """Dangles and near-misses, those between different parts of the network first."""
    mine, theirs = _street_at(network, ends.node), network.street[ends.edge]
    cut_m = parts.length_m[np.maximum(parts.of_node[ends.node], parts.of_edge[ends.edge])]
    between = np.where(cut_m >= CUT_OFF_M, ERROR, WARNING)
    severity = np.where(ends.apart, between, np.where(np.isinf(ends.way_m), WARNING, NOTE))
    among = Rows(mine, severity, network.node_xy[ends.node], theirs)
    order = np.lexsort((ends.gap_m, severity == NOTE, severity != ERROR))

    def values(row: int) -> dict[str, str | Text]:
        return {
            "name": names.labels[mine[row]],
            "other": names.labels[theirs[row]],
            "gap": metres(ends.gap_m[row]),
            "walk": _way_round(ends, row),
        }

    def of_dangle(row: int) -> Text:
        return text("An end of “{name}” lies {gap} m from “{other}” and is not joined to it. {walk}", **values(row))

    def of_near_miss(row: int) -> Text:
        return text("An end of “{name}” lies {gap} m from an end of “{other}” and is not joined to it. {walk}", **values(row))

    def fix(row: int) -> Text:
        return _end_fix(ends.gap_m[row])

    yield from listed("dangle", order[ends.other[order] < 0], among, names, of_dangle, fix)
    yield from listed("near_miss", order[ends.other[order] >= 0], among, names, of_near_miss, fix)


def _street_at(network: Network, node: np.ndarray) -> np.ndarray:
    """The lowest street at each node: edges are in the order of street ids."""
    lowest = np.full(len(network.node_xy), network.size)
    for ends in (network.start, network.end):
        np.minimum.at(lowest, ends, np.arange(network.size))
    return network.street[lowest[node]]


def _way_round(ends: LooseEnds, row: int) -> Text:
    if ends.apart[row]:
        return text("No walk leads from one to the other.")
    if np.isinf(ends.way_m[row]):
        return text("The way round is longer than {metres} m.", metres=f"{FARTHEST_M:g}")
    return text("The way round is {metres} m.", metres=f"{ends.way_m[row]:.0f}")


def _end_fix(gap_m: float) -> Text:
    tolerance = f"{max(np.ceil(gap_m * 100 + 1e-6), 1) / 100:.2f}"
    return text("Move the end onto the other line and give that a vertex there, or set a join tolerance of {metres} m.", metres=tolerance)


def crossing_problems(network: Network, found: Crossings, parts: Parts, names: Names) -> Iterator[Problem]:
    """Crossings without a node, those between different parts of the network first."""
    one, two = network.street[found.one], network.street[found.two]
    apart = parts.of_edge[found.one] != parts.of_edge[found.two]
    among = Rows(one, np.where(apart, ERROR, WARNING), found.xy, two)
    order = np.argsort(~apart, kind="stable")
    own = (one == two)[order]
    fix = text("Give both lines a vertex there or set a join tolerance; where one is a bridge or tunnel, write its level.")

    def of_two(row: int) -> Text:
        name, other = names.labels[one[row]], names.labels[two[row]]
        return text("“{name}” and “{other}” meet without a common vertex; one cannot turn from one into the other.", name=name, other=other)

    def of_one(row: int) -> Text:
        return text("“{name}” crosses itself without a common vertex; one cannot turn there.", name=names.labels[one[row]])

    yield from listed("crossing", order[~own], among, names, of_two, lambda _: fix)
    yield from listed("self_crossing", order[own], among, names, of_one, lambda _: fix)


def level_problems(network: Network, found: Crossings, level: np.ndarray, names: Names) -> Iterator[Problem]:
    """Streets of different levels with a common vertex between their ends."""
    one, two = network.street[found.one], network.street[found.two]
    fix = text("If one can turn there, give both streets the same level or end one of the lines there.")

    def message(row: int) -> Text:
        return text(
            "“{name}” (level {level}) and “{other}” (level {other_level}) have a vertex in common but pass one above the other there.",
            name=names.labels[one[row]],
            level=int(level[one[row]]),
            other=names.labels[two[row]],
            other_level=int(level[two[row]]),
        )

    among = Rows(one, np.full(len(one), WARNING), found.xy, two)
    yield from listed("level_change", np.arange(len(one)), among, names, message, lambda _: fix)


def duplicate_problems(drawn: Drawn, network: Network, names: Names) -> Iterator[Problem]:
    """Streets that were drawn twice: merged where they cost the same, both used where not."""
    runs = drawn.runs
    leader = runs.street[repeated(vertex_numbers(runs.xy), runs.first)]
    used = np.isin(runs.street, network.street)
    _, first = np.unique(runs.street, return_index=True)
    middle = (runs.first[:-1] + runs.first[1:] - 1) // 2
    among = Rows(runs.street, np.full(len(leader), NOTE), runs.xy[middle], leader)

    def of_duplicate(row: int) -> Text:
        name, other = names.labels[runs.street[row]], names.labels[leader[row]]
        if leader[row] == runs.street[row]:
            return text("Every piece of “{name}” lies on other streets; they count once.", name=name)
        return text("“{name}” is the same line as “{other}”, perhaps drawn the other way; they count once.", name=name, other=other)

    def of_twin(row: int) -> Text:
        name, other = names.labels[runs.street[row]], names.labels[leader[row]]
        return text("“{name}” lies on “{other}” but differs from it in level, speed or penalty; both are used.", name=name, other=other)

    again = first[~used[first]]
    if len(again) > MANY_TWINS:
        together = text(
            "Streets that are the same lines as others, as if drawn once for each direction: {count}; each counts once.", count=len(again)
        )
        yield Problem(TABLE, "duplicate", NOTE, together)
    else:
        yield from listed("duplicate", again, among, names, of_duplicate, lambda _: None)
    yield from listed("twin", np.flatnonzero((leader != runs.street) & used), among, names, of_twin, lambda _: None)


def lost_problems(left_out: dict[str, np.ndarray], names: Names) -> Iterator[Problem]:
    """Streets without a usable line."""
    for reasons, rule, message in (
        (("null", "empty"), "no_geometry", text("The street has no line and is left out.")),
        (("no_length",), "no_length", text("The street has no length or an unknown coordinate and is left out.")),
    ):
        street = np.concatenate([left_out[name] for name in reasons])
        among = Rows(street, np.full(len(street), WARNING), np.full((len(street), 2), np.nan))
        yield from listed(rule, np.arange(len(street)), among, names, lambda _, words=message: words, lambda _: None)
