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
OPEN, ACCEPTED, FIXED, IGNORED, ON_SITE = "open", "accepted", "fixed", "ignored", "on_site"
STATES = (OPEN, ACCEPTED, FIXED, IGNORED, ON_SITE)
YES, NO = "yes", "no"
# What "Apply fixes" can carry out by itself; those of the second kind only where the other row is known.
BY_ROW = {"areas.unknown_parent", "areas.parent_disagrees", "doorplates.code_disagrees",
          "buildings.building_scrap", "streets.no_length", "streets.no_geometry", "streets.self_crossing",
          "gates.gate_far_from_wall"}  # fmt: skip
BY_PAIR = {"areas.overlap", "areas.gap", "areas.sliver", "doorplates.duplicate_address", "streets.dangle", "streets.near_miss",
           "streets.crossing", "streets.duplicate"}  # fmt: skip
OUTLINE_RULE, SAME_ID_RULE = "repaired_geometry", "duplicate_id"  # of every table
# A fault of a whole column would otherwise fill the table with one row for each of its rows.
MOST_ROWS_OF_A_RULE = 1000


@dataclass(frozen=True)
class Problem:
    """One finding: rule and severity are words of ours, the message is for people; rule, row and other row are its identity."""

    table: str
    rule: str
    severity: str
    message: Text
    row: str | None = None  # the row's id, or the number of its line
    fix: Text | None = None
    geometry: shapely.Geometry | None = None
    other: str | None = None  # the id of the second row, where it takes two
    sure: bool = True  # False where this row must not be mended by itself

    @property
    def automatic(self) -> bool:
        """Whether there is a fix that can be carried out without drawing."""
        name = f"{self.table}.{self.rule}"
        if name in BY_PAIR:
            return self.sure and self.other is not None
        return self.sure and self.row is not None and (name in BY_ROW or self.rule in (OUTLINE_RULE, SAME_ID_RULE))


def problem_frame(problems: Sequence[Problem], *, crs: str | None, translate: Translator = english) -> gpd.GeoDataFrame:
    """The problems as the table of that name, all open, ids made of rule, table and rows."""
    rows = {
        "problem_id": _ids(problems),
        "table": [problem.table for problem in problems],
        "row": [problem.row for problem in problems],
        "other": [problem.other for problem in problems],
        "rule": [problem.rule for problem in problems],
        "severity": [problem.severity for problem in problems],
        "message": [render(problem.message, translate) for problem in problems],
        "fix": [None if problem.fix is None else render(problem.fix, translate) for problem in problems],
        "automatic": [YES if problem.automatic else NO for problem in problems],
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
    return together.assign(problem_id=numbered(together["problem_id"].tolist()))


def _ids(problems: Sequence[Problem]) -> list[str]:
    return numbered([name_of(problem.rule, problem.table, problem.row, problem.other) for problem in problems])


def name_of(rule: str, table: str, row: str | None, other: str | None) -> str:
    """The name of a problem, the same in every run on the same rows."""
    rows = "+".join(filter(None, (row, other)))
    return ":".join(filter(None, (rule, table, rows)))


def numbered(ids: list[str]) -> list[str]:
    """Equal ids get a number from the second on."""
    seen = pd.Series(ids, dtype=object)
    turn = seen.groupby(seen).cumcount() + 1
    return [name if number == 1 else f"{name}#{number}" for name, number in zip(ids, turn)]
