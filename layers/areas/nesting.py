"""Areas of one level inside the level above: parents by place, orphans, wrong parents, wrong codes."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..problems import ERROR, NOTE, WARNING, Problem
from ..progress import SILENT, Progress
from ..words import text
from .ground import shared_land
from .levels import CODE_LENGTHS, level_above, short_code
from .topology import by_level

INSIDE = 0.5  # an area lies in the parent that holds more than half of it
WHOLLY = 0.99  # … and straddles a border where less than this lies inside


@dataclass(frozen=True)
class Nesting:
    """For each area by position: the level above it in its partition, the parent by place and the share of it inside."""

    upper: np.ndarray  # None for the largest level
    parent: np.ndarray  # position of the parent, -1 where more than half lies in none
    share: np.ndarray  # of the area's land inside that parent, or inside the best one


def nesting(areas: gpd.GeoDataFrame, progress: Progress = SILENT) -> Nesting:
    """Where each area lies in the level above; ties go to the lower position."""
    shapes = areas.geometry.to_numpy()
    upper = np.full(len(areas), None, object)
    parent, share = np.full(len(areas), -1), np.zeros(len(areas))
    levels = {(partition, level): rows for partition, level, rows in by_level(areas)}
    for (partition, level), rows in levels.items():
        above = level_above(levels, (partition, level))
        if above is None:
            continue
        upper[rows] = above[1]
        parents = levels[above]
        shared = shared_land(shapes[rows], shapes[parents], progress, text("Nesting areas"))
        order = np.lexsort([-parents[shared.second], shared.m2])  # the largest last, of equal ones the first
        best = np.zeros(len(rows))
        at = np.full(len(rows), -1)
        best[shared.first[order]] = shared.m2[order]
        at[shared.first[order]] = parents[shared.second[order]]
        share[rows] = np.divide(best, shapely.area(shapes[rows]), out=np.zeros(len(rows)), where=shapely.area(shapes[rows]) > 0)
        parent[rows] = np.where(share[rows] > INSIDE, at, -1)
    return Nesting(upper, parent, share)


def with_parents(areas: gpd.GeoDataFrame, nested: Nesting) -> gpd.GeoDataFrame:
    """The areas with parent_code filled where none is stated: from the place."""
    codes = areas["code"].to_numpy(object)
    placed = np.where(nested.parent >= 0, codes[nested.parent], None)
    stated = areas["parent_code"].to_numpy(object)
    return areas.assign(parent_code=pd.Series(np.where(pd.isna(stated), placed, stated), index=areas.index, dtype=object))


def nesting_problems(areas: gpd.GeoDataFrame, nested: Nesting) -> list[Problem]:
    """Orphans, areas across a border, parents and codes that disagree with the place."""
    return [*_place_problems(areas, nested), *_code_problems(areas, nested)]


def orphans(nested: Nesting) -> np.ndarray:
    """Positions of areas that have a level above and lie in none of its areas."""
    return np.flatnonzero((nested.upper != None) & (nested.parent < 0))  # noqa: E711


def _place_problems(areas: gpd.GeoDataFrame, nested: Nesting) -> list[Problem]:
    codes, shapes = areas["code"].tolist(), areas.geometry.to_numpy()
    found = [
        Problem(
            "areas",
            "orphan",
            ERROR,
            text("No area of the level {level} holds more than half of this one.", level=nested.upper[row]),
            row=codes[row],
            geometry=shapes[row],
        )
        for row in orphans(nested).tolist()
    ]
    across = np.flatnonzero((nested.parent >= 0) & (nested.share < WHOLLY))
    found += [
        Problem(
            "areas",
            "straddles",
            WARNING,
            text(
                "{share} % of the area lie in {code}, the rest lies beyond.",
                share=f"{100 * nested.share[row]:.1f}",
                code=codes[nested.parent[row]],
            ),
            row=codes[row],
            geometry=shapes[row],
        )
        for row in across.tolist()
    ]
    return found


def _code_problems(areas: gpd.GeoDataFrame, nested: Nesting) -> list[Problem]:
    found = []
    known = set(areas["code"])
    # Row by row: each message names its own codes, and few rows have one.
    for row, (code, stated) in enumerate(zip(areas["code"], areas["parent_code"])):
        place = areas.geometry.iloc[row]
        by_place = areas["code"].iloc[nested.parent[row]] if nested.parent[row] >= 0 else None
        if stated is not None and nested.upper[row] is not None and stated not in known:
            words = text("The parent {stated} is no area of this layer.", stated=stated)
            found.append(Problem("areas", "unknown_parent", ERROR, words, row=code, fix=_parent_fix(by_place), geometry=place))
        elif stated is not None and by_place is not None and stated != by_place:
            words = text("The stated parent is {stated}, but the area lies in {code}.", stated=stated, code=by_place)
            found.append(Problem("areas", "parent_disagrees", ERROR, words, row=code, fix=_parent_fix(by_place), geometry=place))
        if by_place is not None and _codes_disagree(code, by_place):
            words = text("The code does not begin with {code}, the code of the area it lies in.", code=short_code(by_place))
            found.append(Problem("areas", "code_disagrees", WARNING, words, row=code, geometry=place))
    return [*found, *_length_problems(areas)]


def _parent_fix(code: str | None) -> object:
    return None if code is None else text("Set parent_code to {code}.", code=code)


def _codes_disagree(code: str, parent: str) -> bool:
    # Only division codes are built by adding digits; other codes say nothing about parents.
    short, upper = short_code(code), short_code(parent)
    return short.isdigit() and upper.isdigit() and len(upper) in CODE_LENGTHS.values() and not short.startswith(upper)


def _length_problems(areas: gpd.GeoDataFrame) -> list[Problem]:
    """Codes of another length than their level's; where all codes of a level have one other length, as in Taiwan, one note."""
    found = []
    digits = areas["code"].where(areas["code"].str.isdigit().astype(bool)).str.len()
    for level, length in CODE_LENGTHS.items():
        counted = digits[(areas["level"] == level) & digits.notna()].astype(int)
        wrong = counted[~counted.isin((length, CODE_LENGTHS["community"]))]
        if len(wrong) > 1 and len(wrong) == len(counted) and wrong.nunique() == 1:
            words = text(
                "All {areas} codes of the level {level} have {count} digits, in the national form {length}.",
                areas=len(wrong),
                level=level,
                count=int(wrong.iloc[0]),
                length=length,
            )
            found.append(Problem("areas", "code_length", NOTE, words))
            continue
        for row, count in wrong.items():
            code = areas["code"][row]
            words = text(
                "{code} has {count} digits, a code of the level {level} has {length}.", code=code, count=count, level=level, length=length
            )
            found.append(Problem("areas", "code_length", WARNING, words, row=code, geometry=areas.geometry[row]))
    return found
