"""Totals that areas state, spread over the doorplates that state no number of their own; what does not fit is told.

The finest area's total holds: level by level, the smallest first, each area's total less what is settled inside (stated
by doorplates, or spread by a smaller area's total) goes to the doorplates that are still free there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.areas.totals import shown_total
from ...layers.column_words import column_words
from ...layers.problems import NOTE, WARNING, Problem
from ...layers.schema import LEVELS, PARTITION
from ...layers.words import Text, text
from .apportioning import apportioned
from .areas import GRID_PARTITION, Codes, Level, partitions

NESTED = (PARTITION, GRID_PARTITION)  # governance grids nest in communities; other partitions come after
SAME = 0.5  # totals that differ by less than one person or household are the same


@dataclass(frozen=True)
class Spread:
    """A number for each doorplate, NaN where neither itself nor a total gives one; who got it from a total; what did not fit."""

    values: np.ndarray
    spread: np.ndarray
    problems: tuple[Problem, ...] = field(default=())


def states_totals(areas: gpd.GeoDataFrame | None, name: str) -> bool:
    """Whether any area states a total of this name."""
    return areas is not None and name in areas.columns and bool(areas[name].notna().any())


@dataclass(frozen=True)
class Inside:
    """The areas of one level by code, and the position of the one that each doorplate lies in (-1: none)."""

    level: Level
    codes: pd.Index
    at: np.ndarray
    held: np.ndarray  # rows that lie in any
    doorplates: np.ndarray  # how many, by area

    @classmethod
    def of(cls, areas: gpd.GeoDataFrame, level: Level, code_of_doorplate: np.ndarray) -> Inside:
        """The areas of a level, each code once, and who lies in them."""
        codes = pd.Index(areas["code"][_is_of(areas, level)].unique())
        at = codes.get_indexer(code_of_doorplate)
        held = np.flatnonzero(at >= 0)
        return cls(level, codes, at, held, np.bincount(at[held], minlength=len(codes)))

    def sums(self, rows: np.ndarray, values: np.ndarray | None = None) -> np.ndarray:
        """The rows (True and False) counted by area, or their values added up."""
        picked = self.held if rows.all() else self.held[rows[self.held]]
        return np.bincount(self.at[picked], None if values is None else values[picked], len(self.codes))


def levels_inside(areas: gpd.GeoDataFrame, codes: Codes) -> list[Inside]:
    """The levels, the smallest areas first; codes tells where each doorplate lies, as areas.assign() gives it."""
    return [Inside.of(areas, level, codes[level]) for level in finest_first(codes)]


def spread_totals(
    name: str, stated: np.ndarray, shares: np.ndarray, *, areas: gpd.GeoDataFrame, inside: Sequence[Inside], rank: np.ndarray
) -> Spread:
    """The areas' totals of one name, spread by shares over the doorplates that state none (NaN).

    Each total is kept exactly, whole where it is whole. One that is smaller than what is settled inside is not used: its
    free doorplates are left to the larger area. rank orders the doorplates where parts are equal; the levels come as
    levels_inside() gives them.
    """
    values, spread = stated.astype(float), np.zeros(len(stated), dtype=bool)
    problems: list[Problem] = []
    unlike: list[_Unlike] = []
    for level in inside:
        totals = _totals(areas, level, name)
        if not np.isfinite(totals).any():
            continue
        turn = _Turn.of(totals, level, values, spread)
        usable = turn.usable()
        mine = np.isnan(values) & (level.at >= 0)
        mine[mine] = usable[level.at[mine]]
        if mine.any():
            values[mine] = apportioned(np.where(usable, turn.rest(), 0.0), level.at[mine], shares[mine], rank[mine])
            spread |= mine
        problems += _misfits(name, turn, areas)
        unlike.append(_Unlike.of(turn))
    return Spread(values, spread, (*problems, *_table_disagrees(name, unlike, areas)))


def finest_first(levels: Iterable[Level]) -> list[Level]:
    """Levels from the smallest areas to the largest, those of grids and of the administration before other partitions."""

    def fineness(level: Level) -> tuple:
        partition, name = level
        # Deeper levels of the user's own lie below the four known ones.
        depth = LEVELS.index(name) if name in LEVELS else len(LEVELS)
        return (partition not in NESTED, "" if partition in NESTED else partition, -depth, partition != GRID_PARTITION, partition, name)

    return sorted(levels, key=fineness)


def _is_of(areas: gpd.GeoDataFrame, level: Level) -> np.ndarray:
    """Which areas are of a level."""
    partition, word = level
    return (partitions(areas) == partition) & (areas["level"] == word).to_numpy()


def _totals(areas: gpd.GeoDataFrame, level: Inside, name: str) -> np.ndarray:
    """The stated totals of a level's areas, NaN where none is; of rows with one code the first that states one."""
    rows = _is_of(areas, level.level) & areas[name].notna().to_numpy()
    stated = pd.Series(areas[name].to_numpy(float, na_value=np.nan)[rows], index=areas["code"].to_numpy(object)[rows])
    return stated[~stated.index.duplicated()].reindex(level.codes).to_numpy()


@dataclass(frozen=True)
class _Turn:
    """The totals of one level when their turn comes: by area what is settled inside, and how many doorplates of which kind."""

    inside: Inside
    totals: np.ndarray
    settled: np.ndarray
    free: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, totals: np.ndarray, inside: Inside, values: np.ndarray, spread: np.ndarray) -> _Turn:
        """The state of these areas."""
        known = np.isfinite(values)
        return cls(inside, totals, inside.sums(known, values), inside.doorplates - inside.sums(known), inside.sums(spread))

    @property
    def doorplates(self) -> np.ndarray:
        """How many stand in each area."""
        return self.inside.doorplates

    def over(self) -> np.ndarray:
        """The total less what is settled inside."""
        return self.totals - self.settled

    def rest(self) -> np.ndarray:
        """What is left for the free doorplates."""
        return np.maximum(self.over(), 0.0)

    def usable(self) -> np.ndarray:
        """Whether a total can be kept: somebody is free, and no more is settled than it states."""
        return (self.free > 0) & (self.over() > -SAME)


def _misfits(name: str, turn: _Turn, areas: gpd.GeoDataFrame) -> list[Problem]:
    """What a level's totals say that cannot be: nobody there, too small, other than the smaller areas say."""
    over = turn.over()
    empty = (turn.doorplates == 0) & (over > SAME)
    small = (turn.free > 0) & (over <= -SAME)
    other = (turn.free == 0) & (turn.spread > 0) & (np.abs(over) > SAME)
    codes = turn.inside.codes
    places = _places(areas, turn.inside.level, codes[empty | small | other])
    return [
        Problem("areas", rule, WARNING, words(name, turn, row), row=codes[row], geometry=places[codes[row]])
        for rule, rows, words in (
            ("total_without_doorplates", empty, _nobody_there),
            ("total_too_small", small, _too_small),
            ("total_disagrees", other, _disagrees),
        )
        for row in np.flatnonzero(rows).tolist()
    ]


@dataclass(frozen=True)
class _Unlike:
    """Of one level: areas in which every doorplate states its own number, how many of them state another total, the worst."""

    areas: int
    count: int
    worst: float
    level: Level
    told: tuple[str, float, float]  # code, total, sum of the doorplates

    @classmethod
    def of(cls, turn: _Turn) -> _Unlike:
        """What no total was needed for, and does not agree."""
        own = (turn.doorplates > 0) & (turn.free == 0) & (turn.spread == 0) & np.isfinite(turn.totals)
        apart = np.where(own, np.abs(turn.over()), 0.0)
        row = int(np.argmax(apart))
        told = (turn.inside.codes[row], float(turn.totals[row]), float(turn.settled[row]))
        return cls(int(own.sum()), int((apart > SAME).sum()), float(apart[row]), turn.inside.level, told)


def _places(areas: gpd.GeoDataFrame, level: Level, codes: pd.Index) -> dict[str, object]:
    """A point in each of these areas of a level."""
    if not len(codes):
        return {}
    rows = areas[_is_of(areas, level) & areas["code"].isin(codes).to_numpy()].drop_duplicates("code")
    return dict(zip(rows["code"], rows.geometry.representative_point()))


def _nobody_there(name: str, turn: _Turn, row: int) -> Text:
    return text("{column} states {stated}, but no doorplate lies inside: they are in no figure of this area.", **_told(name, turn, row))


def _too_small(name: str, turn: _Turn, row: int) -> Text:
    return text(
        "{column} states {stated}, less than the {settled} already known inside; "
        "the total was not used for the {free} doorplates that state nothing.",
        free=int(turn.free[row]),
        **_told(name, turn, row),
    )


def _disagrees(name: str, turn: _Turn, row: int) -> Text:
    return text(
        "{column} states {stated}; the totals of smaller areas and the doorplates inside add up to {settled}, and these hold.",
        **_told(name, turn, row),
    )


def _table_disagrees(name: str, levels: list[_Unlike], areas: gpd.GeoDataFrame) -> list[Problem]:
    """One line for all areas in which every doorplate states its own number: they hold, whatever the total says."""
    if not any(level.count for level in levels):
        return []
    worst = max(levels, key=lambda level: level.worst)
    code, stated, settled = worst.told
    place = _places(areas, worst.level, pd.Index([code]))[code]
    words = text(
        "{column}: {count} of {areas} areas state another total than their doorplates, which hold. "
        "The most, {code}: {stated} stated, {settled} at the doorplates.",
        column=_column(name),
        count=sum(level.count for level in levels),
        areas=sum(level.areas for level in levels),
        code=code,
        stated=shown_total(name, stated),
        settled=shown_total(name, settled),
    )
    return [Problem("areas", "total_unlike_doorplates", NOTE, words, row=code, geometry=place)]


def _told(name: str, turn: _Turn, row: int) -> dict[str, object]:
    return {"column": _column(name), "stated": shown_total(name, turn.totals[row]), "settled": shown_total(name, turn.settled[row])}


def _column(name: str) -> Text | str:
    """What people call a column of areas."""
    return column_words(name, "areas", {}) or name
