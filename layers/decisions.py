"""What people decided about problems, kept from one check to the next: a problem is its rule and its rows, not its place in a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .errors import InputError
from .geopackage import read_table, table_names
from .problems import OPEN, STATES
from .words import text

IDENTITY = ("rule", "table", "row", "other")
DECISION = ("state", "reason")
NEEDED = ("problem_id", "table", "row", "rule", "state")  # of a list of problems that somebody hands over
TABLE = "problems"


def carried(found: gpd.GeoDataFrame, earlier: pd.DataFrame | None) -> gpd.GeoDataFrame:
    """The problems found now with what was decided about the same ones before, and their earlier names.

    Of several with one rule and the same rows those nearest to each other are the same.
    """
    if earlier is None or earlier.empty or found.empty:
        return found
    known = _with_columns(earlier)
    pairs = np.array(list(_pairs(found, known)), dtype=int).reshape(-1, 2)
    now, then = pairs[:, 0], pairs[:, 1]
    result = found.reset_index(drop=True)
    for column in DECISION:
        values = result[column].to_numpy(object).copy()
        values[now] = known[column].to_numpy(object)[then]
        result[column] = pd.Series(values, index=result.index, dtype=object)
    return result.assign(problem_id=_names(result["problem_id"].tolist(), dict(zip(now, known["problem_id"].to_numpy(object)[then]))))


def earlier_problems(path: Path | str) -> pd.DataFrame | None:
    """The table of problems that a workspace holds, as its last check left it; None where there is none."""
    return read_table(path, TABLE) if TABLE in table_names(path) else None


def decided(problems: pd.DataFrame) -> np.ndarray:
    """Whether each problem has another state than open."""
    return (_with_columns(problems)["state"] != OPEN).to_numpy()


def _with_columns(earlier: pd.DataFrame) -> pd.DataFrame:
    """The table with every column that is asked for; unknown states are open."""
    full = earlier.reset_index(drop=True)
    for column in (*IDENTITY, *DECISION, "problem_id", "automatic"):
        full[column] = full[column].astype(object).where(full[column].notna(), None) if column in full.columns else None
    return full.assign(state=full["state"].where(full["state"].isin(STATES), OPEN))


def _keys(problems: pd.DataFrame) -> pd.Series:
    return pd.Series(list(zip(*(problems[name].fillna("").astype(str) for name in IDENTITY))), dtype=object)


def _pairs(found: gpd.GeoDataFrame, known: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Positions of a problem now and of the same one before."""
    before = pd.Series(np.arange(len(known))).groupby(_keys(known)).agg(list).to_dict()
    now = pd.Series(np.arange(len(found))).groupby(_keys(found)).agg(list).to_dict()
    # Group by group: almost all have one member, and only the others are measured.
    for key, rows in now.items():
        there = before.get(key, [])
        if len(rows) == len(there) == 1:
            yield rows[0], there[0]
        elif there:
            yield from _nearest(found, known, rows, there)


def _nearest(found: gpd.GeoDataFrame, known: pd.DataFrame, rows: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    """Each of these problems with the nearest one before that no nearer one takes; without places in their order."""
    one = found.geometry.to_numpy()[rows]
    two = known.geometry.to_numpy()[there] if isinstance(known, gpd.GeoDataFrame) else np.full(len(there), None)
    apart = np.nan_to_num(shapely.distance(one[:, None], two[None, :]), nan=np.inf)
    free, untaken = set(range(len(rows))), set(range(len(there)))
    # Greedy, the nearest pair first: a group holds a handful.
    for place in np.argsort(apart, axis=None, kind="stable").tolist():
        first, second = divmod(place, len(there))
        if first in free and second in untaken:
            free.remove(first)
            untaken.remove(second)
            yield rows[first], there[second]


def _names(names: list[str], kept: dict[int, str]) -> list[str]:
    """The names, those that are kept as they were, no name twice."""
    used, result = set(kept.values()), []
    # One after another: whether a name is free depends on those before it.
    for row, name in enumerate(names):
        if row not in kept:
            bare, number = name, 1
            while name in used:
                number += 1
                name = f"{bare}#{number}"
            used.add(name)
        result.append(kept.get(row, name))
    return result


def read_decisions(path: Path | str, given: pd.DataFrame | None) -> gpd.GeoDataFrame:
    """The problems that were given, else those of the workspace, with every column; raises InputError where there are none."""
    listed = earlier_problems(path) if given is None else given
    if listed is None:
        raise InputError(
            text(
                "{path} has no table problems. Run “Data quality” with its output in the workspace first, or give PROBLEMS.", path=str(path)
            )
        )
    missing = [name for name in NEEDED if name not in listed.columns]
    if missing:
        known = ", ".join(str(name) for name in listed.columns if name != "geometry")
        raise InputError(text("PROBLEMS lacks the columns {columns}; it has: {known}.", columns=", ".join(missing), known=known))
    full = _with_columns(listed)
    shapes = full.geometry if isinstance(full, gpd.GeoDataFrame) else gpd.GeoSeries([None] * len(full), crs=None)
    return gpd.GeoDataFrame(full, geometry=shapes)
