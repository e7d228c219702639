"""What areas state against what lies in them: households of grids, sums of children, age of the rows, cut estates."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..column_words import column_words
from ..privacy import rules
from ..problems import NOTE, WARNING, Problem
from ..words import text
from .ground import holders, shared_land
from .levels import partitions
from .topology import by_level

# GB/T 34300-2017 from memory (unconfirmed): 300 to 500 households a grid.
GRID_HOUSEHOLDS = (300, 500)
TOTALS = ("households", "residents", "elderly", "children")
OLD_DAYS = 3 * 365
CUT_SHARE = 0.02  # an estate is cut where more than this share of it lies in a second area
CUT_LEVELS = ("community", "grid")


def household_problems(areas: gpd.GeoDataFrame, households: pd.Series, *, lowest: float, highest: float) -> list[Problem]:
    """Grids with fewer or more households than a grid is to have; grids without a figure are not judged."""
    grids = (areas["level"] == "grid").to_numpy()
    counts = households.to_numpy(float)
    out = grids & np.isfinite(counts) & ((counts < lowest) | (counts > highest))
    return [
        Problem(
            "areas",
            "household_range",
            NOTE,
            text("{count} households; a grid is to have {low} to {high}.", count=int(counts[row]), low=int(lowest), high=int(highest)),
            row=areas["code"].iloc[row],
            geometry=areas.geometry.iloc[row],
        )
        for row in np.flatnonzero(out).tolist()
    ]


def households_inside(areas: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame) -> pd.Series:
    """The households of the doorplates in each area, 1 for a doorplate that states none; on a shared edge the lowest code holds."""
    weight = doorplates["households"].fillna(1).to_numpy(float)
    sums = np.zeros(len(areas))
    for _, _, rows in by_level(areas):
        held = holders(doorplates.geometry.to_numpy(), areas.iloc[rows])
        sums[rows] = np.bincount(held[held >= 0], weight[held >= 0], len(rows))
    return pd.Series(sums, index=areas.index)


def total_problems(areas: gpd.GeoDataFrame, parent: np.ndarray) -> list[Problem]:
    """Areas whose stated totals are not the sums of their children's, compared where every child states one.

    Children of one partition make up the whole: sub-districts and the grids of the first level are not added together.
    """
    partition = partitions(areas).to_numpy()
    return [problem for own in pd.unique(partition) for problem in _total_problems(areas, np.where(partition == own, parent, -1))]


def _total_problems(areas: gpd.GeoDataFrame, parent: np.ndarray) -> list[Problem]:
    found = []
    inside = parent >= 0
    for name in TOTALS:
        values = areas[name].to_numpy(float)
        sums = np.bincount(parent[inside], values[inside], len(areas))  # NaN where a child states none
        divided = np.bincount(parent[inside], minlength=len(areas)) > 0
        unequal = divided & np.isfinite(values) & np.isfinite(sums) & (np.abs(values - sums) > 0.5)
        found += [
            Problem(
                "areas",
                "total_disagrees",
                WARNING,
                text(
                    "{column} states {stated}, the areas inside add up to {total}.",
                    column=column_words(name, "areas", {}) or name,
                    stated=shown_total(name, values[row]),
                    total=shown_total(name, sums[row]),
                ),
                row=areas["code"].iloc[row],
                geometry=areas.geometry.iloc[row],
            )
            for row in np.flatnonzero(unequal).tolist()
        ]
    return found


def shown_total(name: str, value: float) -> object:
    """A total as a message may say it: few people are not told."""
    least = rules().min_count_to_show
    if name != "households" and 0 < value < least:
        return f"<{least}"
    return int(value) if float(value).is_integer() else round(float(value), 1)


def age_problems(areas: gpd.GeoDataFrame) -> list[Problem]:
    """Areas that were updated more than three years before the newest of the layer."""
    dates = pd.to_datetime(areas["updated_at"], errors="coerce")
    days = (dates.max() - dates).dt.days.to_numpy(float)
    return [
        Problem(
            "areas",
            "stale",
            NOTE,
            text(
                "Last updated on {date}, {years} years before the newest area.",
                date=str(areas["updated_at"].iloc[row]),
                years=f"{days[row] / 365:.0f}",
            ),
            row=areas["code"].iloc[row],
            geometry=areas.geometry.iloc[row],
        )
        for row in np.flatnonzero(days > OLD_DAYS).tolist()
    ]


def cut_estates(areas: gpd.GeoDataFrame, estates: gpd.GeoDataFrame) -> list[Problem]:
    """Estates through which the border of two communities or grids runs: a whole estate belongs to one grid."""
    shapes, outlines = areas.geometry.to_numpy(), estates.geometry.to_numpy()
    found = []
    for _, level, rows in by_level(areas):
        if level not in CUT_LEVELS:
            continue
        shared = shared_land(outlines, shapes[rows])
        shared = shared.where(shared.m2 > CUT_SHARE * shapely.area(outlines[shared.first]))
        count = np.bincount(shared.first, minlength=len(estates))
        for row in np.flatnonzero(count > 1).tolist():
            codes = sorted(areas["code"].iloc[rows[shared.second[shared.first == row]]])
            words = text(
                "The estate lies in {count} areas of the level {level}: {codes}.", count=len(codes), level=level, codes=", ".join(codes)
            )
            name = str(estates["name"].iloc[row])
            found.append(Problem("estates", "estate_cut", WARNING, words, row=name, geometry=outlines[row]))
    return found
