"""What a check found, as rows of the table problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from .schema import TABLES
from .words import Text, Translator, english, render

ERROR, WARNING, NOTE = "error", "warning", "note"
OPEN = "open"
# A fault of a whole column would otherwise fill the table with one row for each of its rows.
MOST_ROWS_OF_A_RULE = 1000


@dataclass(frozen=True)
class Problem:
    """One finding: rule and severity are words of ours, the message is for people."""

    table: str
    rule: str
    severity: str
    message: Text
    row: str | None = None  # the row's id, or the number of its line
    fix: Text | None = None
    geometry: shapely.Geometry | None = None


def problem_frame(problems: Sequence[Problem], *, crs: str | None, translate: Translator = english) -> gpd.GeoDataFrame:
    """The problems as the table of that name, all open, ids made of rule, table and row."""
    rows = {
        "problem_id": _ids(problems),
        "table": [problem.table for problem in problems],
        "row": [problem.row for problem in problems],
        "rule": [problem.rule for problem in problems],
        "severity": [problem.severity for problem in problems],
        "message": [render(problem.message, translate) for problem in problems],
        "fix": [None if problem.fix is None else render(problem.fix, translate) for problem in problems],
        "state": [OPEN] * len(problems),
    }
    names = TABLES["problems"].names()
    frame = pd.DataFrame({name: pd.Series(rows.get(name, [None] * len(problems)), dtype=object) for name in names})
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([problem.geometry for problem in problems], crs=crs), crs=crs)


def joined(frames: Sequence[gpd.GeoDataFrame], *, crs: str | None) -> gpd.GeoDataFrame:
    """Several problem tables as one, ids made unique."""
    full = [frame for frame in frames if len(frame)]
    if not full:
        return problem_frame([], crs=crs)
    together = pd.concat(full, ignore_index=True)
    return together.assign(problem_id=_numbered(together["problem_id"].tolist()))


def _ids(problems: Sequence[Problem]) -> list[str]:
    return _numbered([":".join(filter(None, (problem.rule, problem.table, problem.row))) for problem in problems])


def _numbered(ids: list[str]) -> list[str]:
    """Equal ids get a number from the second on."""
    seen = pd.Series(ids, dtype=object)
    turn = seen.groupby(seen).cumcount() + 1
    return [name if number == 1 else f"{name}#{number}" for name, number in zip(ids, turn)]
