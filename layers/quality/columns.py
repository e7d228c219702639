"""How complete the columns of tables are, and how old their rows: shares and dates, no values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..problems import NOTE, WARNING, Problem
from ..words import Text, text

COMPLETENESS = ("table", "column", "rows", "filled", "share")
FRESHNESS = ("table", "column", "rows", "dated", "oldest", "newest", "old")
DATES = {"areas": "updated_at", "surveys": "as_of", "events": "reported_at"}
STALE_MONTHS = 12


@dataclass(frozen=True)
class Need:
    """What a column is for: what the results do without it, and whether that bends them."""

    without: Text
    severity: str = WARNING


NEEDS: dict[tuple[str, str], Need] = {
    ("doorplates", "address"): Need(text("Doorplates cannot be found again on the map or outside."), NOTE),
    ("doorplates", "number"): Need(text("Addresses between two doorplates cannot be located."), NOTE),
    ("doorplates", "households"): Need(text("Every doorplate counts as one household: a tower as much as a bungalow.")),
    ("doorplates", "residents"): Need(text("Residents are reckoned as 2.62 a household."), NOTE),
    ("doorplates", "community_code"): Need(text("Areas are told by the place alone; nothing can contradict it."), NOTE),
    ("doorplates", "grid_code"): Need(text("Grids are told by the place alone; nothing can contradict it."), NOTE),
    ("doorplates", "building_id"): Need(text("Buildings are told by the place alone."), NOTE),
    ("areas", "name"): Need(text("Tables and maps show codes only.")),
    ("areas", "parent_code"): Need(text("The parent is told by the place alone."), NOTE),
    ("areas", "leader_posts"): Need(text("Grid leaders and their vacancies cannot be counted."), NOTE),
    ("areas", "worker_posts"): Need(text("Grid workers and households per worker cannot be counted."), NOTE),
    ("areas", "households"): Need(text("Households of an area cannot be checked against its doorplates."), NOTE),
    ("areas", "updated_at"): Need(text("Nobody can tell how old the boundaries are."), NOTE),
    ("facilities", "name"): Need(text("Lists and maps cannot name the facility."), NOTE),
    ("facilities", "floor_m2"): Need(text("Service space per 100 households cannot be judged."), NOTE),
    ("facilities", "capacity"): Need(text("Whether a facility has room for those around it cannot be judged."), NOTE),
    ("streets", "kind"): Need(text("All streets count as walkable at full speed.")),
    ("streets", "name"): Need(text("Lists of problems can name streets by number only."), NOTE),
    ("gates", "open"): Need(text("Gates count as open in the rate and as shut in its lower bound.")),
    ("gates", "estate"): Need(text("The estate of a gate is told by the place alone."), NOTE),
    ("estates", "gated"): Need(text("Which estates are closed is told by their walls and gates alone."), NOTE),
    ("buildings", "floors"): Need(text("Heights of the scene and households from floor area are defaults.")),
    ("buildings", "height_m"): Need(text("Heights are reckoned from floors."), NOTE),
    ("buildings", "use"): Need(text("Homes and other buildings cannot be told apart."), NOTE),
    ("surveys", "as_of"): Need(text("Nobody can tell how old the survey is."), NOTE),
}


def completeness(tables: Mapping[str, pd.DataFrame], examined: Collection[str]) -> pd.DataFrame:
    """One row for each column that the results use, in the order of NEEDS: how many rows hold a value."""
    rows = []
    for table, column in NEEDS:
        if table not in examined or column not in tables[table].columns or tables[table].empty:
            continue
        held = tables[table] if column not in ("leader_posts", "worker_posts") else _grids(tables[table])
        filled = int(_told(held[column]).sum())
        rows.append((table, column, len(held), filled, filled / len(held)))
    return pd.DataFrame(rows, columns=list(COMPLETENESS))


def _grids(areas: pd.DataFrame) -> pd.DataFrame:
    """The grids, as posts are theirs; all areas where there are none."""
    grids = areas[areas["level"] == "grid"]
    return grids if len(grids) else areas


def _told(values: pd.Series) -> np.ndarray:
    """Which values say something; unknown as a word says nothing."""
    return (values.notna() & (values != "unknown") & (values != "")).to_numpy()


def empty_columns(complete: pd.DataFrame) -> Iterator[Problem]:
    """A problem for each of these columns in which no row holds a value."""
    for table, column in complete.loc[complete["filled"] == 0, ["table", "column"]].itertuples(index=False):
        need = NEEDS[table, column]
        yield Problem(
            table, "empty_column", need.severity, text("The column {column} is empty. {without}", column=column, without=need.without)
        )


def freshness(tables: Mapping[str, pd.DataFrame], examined: Collection[str], *, today: str = "") -> pd.DataFrame:
    """One row for each table with dates: its oldest and newest date, and the share older than a year before today.

    Without today, which is 2026-06-30 or empty, the newest date of all tables stands for it. Tables without any date
    have dated 0 and NaN.
    """
    dates = {table: _dates(tables[table], column) for table, column in DATES.items() if table in examined and len(tables[table])}
    newest = max((known.max() for known in dates.values() if known.notna().any()), default=pd.NaT)
    limit = _moment(today, newest) - pd.DateOffset(months=STALE_MONTHS) if len(dates) else pd.NaT
    return pd.DataFrame([_age(table, known, limit) for table, known in dates.items()], columns=list(FRESHNESS))


def _dates(frame: pd.DataFrame, column: str) -> pd.Series:
    if column not in frame.columns:
        return pd.Series(pd.NaT, index=frame.index)
    return pd.to_datetime(frame[column].map(lambda word: word[:10], na_action="ignore"), errors="coerce")


def _moment(today: str, newest: pd.Timestamp) -> pd.Timestamp:
    stated = pd.to_datetime(today or None, errors="coerce")
    return newest if pd.isna(stated) else stated


def _age(table: str, known: pd.Series, limit: pd.Timestamp) -> tuple:
    dated = known.dropna()
    if dated.empty:
        return table, DATES[table], len(known), 0, None, None, np.nan
    old = float((dated < limit).mean()) if not pd.isna(limit) else np.nan
    return table, DATES[table], len(known), len(dated), f"{dated.min():%Y-%m-%d}", f"{dated.max():%Y-%m-%d}", old


def stale_tables(fresh: pd.DataFrame) -> Iterator[Problem]:
    """A problem for each table of whose dated rows more than half are older than a year."""
    for row in fresh[fresh["old"] > 0.5].itertuples(index=False):
        words = text("More than half of the rows are older than {months} months (newest {date}).", months=STALE_MONTHS, date=row.newest)
        yield Problem(row.table, "stale_table", WARNING, words)
