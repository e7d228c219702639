"""The areas of one level with their figures, numbered by code the same on every map and table."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from .facts import Facts

MOST_LETTERS = 18
LEVELS = ("subdistrict", "community", "grid")


@dataclass(frozen=True)
class Place:
    """One area of a level: its number on maps and tables, its weight and completeness."""

    number: int
    partition: str
    level: str
    code: str
    name: str
    total: float
    completeness: float

    @property
    def key(self) -> str:
        """What follows the @ in the ids of its figures."""
        return f"{self.partition}/{self.level}/{self.code}"


def partition_of(facts: Facts, level: str) -> str | None:
    """The partition that tells a level: the first in the summary that has it."""
    rows = level_rows(facts, level)
    return None if rows.empty else str(rows["partition"].iloc[0])


def level_rows(facts: Facts, level: str) -> pd.DataFrame:
    """The summary of all areas of a level, without the row of what lies outside them."""
    summary = facts.results.summary
    return summary[(summary["level"] == level) & summary["code"].notna()]


def places_of(facts: Facts, level: str) -> list[Place]:
    """The areas of a level in code order; empty where the level is absent."""
    partition = partition_of(facts, level)
    if partition is None:
        return []
    rows = level_rows(facts, level)
    rows = rows[rows["partition"] == partition].drop_duplicates("code").sort_values("code", kind="stable")
    # A loop over areas, which are few.
    return [_place(facts, number, row) for number, row in enumerate(rows.itertuples(index=False), start=1)]


def _place(facts: Facts, number: int, row: tuple) -> Place:
    key = f"{row.partition}/{row.level}/{row.code}"
    name = row.name if isinstance(row.name, str) and row.name else row.code
    return Place(number, row.partition, row.level, str(row.code), str(name), float(row.total), facts.value(f"completeness@{key}"))


def short_name(name: str) -> str:
    """The name as the one page of the summary has room for; tables print it whole."""
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"


def has_areas(facts: Facts) -> bool:
    """Whether the data divide the district at all; one area alone divides nothing."""
    return any(len(places_of(facts, level)) > 1 for level in LEVELS)
