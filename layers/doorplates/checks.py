"""What is wrong with doorplates: no number, one spot for many, one address twice, outside the district."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..addresses.compare import NEAR_NAME, Forms, first_of_each, forms_of, near_pairs
from ..problems import MOST_ROWS_OF_A_RULE, NOTE, WARNING, Problem
from ..progress import SILENT, Progress
from ..repeats import first_rows
from ..words import Text, text

SAME_SPOT_M = 0.01
BATCH = 50_000
ONE_DOOR_M = 15.0  # two rows of one address this near are one door
STACK = 5  # so many doors on one spot are a centre that stands for them all


def check_doorplates(
    doorplates: gpd.GeoDataFrame,
    parts: pd.DataFrame,
    *,
    forms: Forms | None = None,
    district: shapely.Geometry | None = None,
    most: int = MOST_ROWS_OF_A_RULE,
    progress: Progress = SILENT,
) -> list[Problem]:
    """The problems of accepted doorplates whose addresses were split into parts (same rows), of each rule most at the most.

    forms are the parts as forms_of() tells them.
    district is the land of the areas; doorplates outside it are listed with the metres to it.
    """
    forms = forms or forms_of(parts)
    checks = [
        lambda: _without_number(doorplates, parts, most),
        lambda: _stacked(doorplates, most),
        lambda: _twice(doorplates, forms, most),
        lambda: _nearly_twice(doorplates, forms, most),
        lambda: _outside(doorplates, district, most, progress.part(0.6, 1)) if district else [],
    ]
    found = []
    for number, check in enumerate(checks):
        progress.at(0.15 * number, text("Checking doorplates"))
        found += check()
    return found


def listed(
    doorplates: gpd.GeoDataFrame,
    rule: str,
    severity: str,
    rows: np.ndarray,
    words: Callable[[np.ndarray], list[Text]],
    most: int = MOST_ROWS_OF_A_RULE,
    others: Mapping[int, int] | None = None,
    sure: Callable[[int, int], bool] = lambda *_: True,
) -> list[Problem]:
    """A problem for each of these rows, with the words for them; of a rule that many rows break the first ones and their number.

    others are the rows that it takes beside them, sure tells of the two whether one of them can be left out.
    """
    beside = others or {}
    ids, places = doorplates["doorplate_id"].to_numpy(object), doorplates.geometry.to_numpy()
    shown = rows[:most]
    told = [
        Problem(
            "doorplates",
            rule,
            severity,
            message,
            row=ids[row],
            geometry=places[row],
            other=ids[beside[row]] if row in beside else None,
            sure=sure(row, beside.get(row, row)),
        )
        for row, message in zip(shown.tolist(), words(shown))
    ]
    beyond = len(rows) - most
    further = text("Further rows of the same kind, not listed: {count}.", count=beyond)
    return [*told, Problem("doorplates", rule, severity, further)] if beyond > 0 else told


def _without_number(doorplates: gpd.GeoDataFrame, parts: pd.DataFrame, most: int) -> list[Problem]:
    bare = np.logical_and.reduce([parts[name].to_numpy(object) == "" for name in ("number", "building", "room")])
    words = text("The address has neither a number nor a building.")
    return listed(doorplates, "no_number", WARNING, np.flatnonzero(bare), lambda rows: [words] * len(rows), most)


def _stacked(doorplates: gpd.GeoDataFrame, most: int) -> list[Problem]:
    places = doorplates.geometry.to_numpy()
    spots = np.round(np.column_stack([shapely.get_x(places), shapely.get_y(places)]) / SAME_SPOT_M)
    # One number for both coordinates: rows are compared as 16 bytes.
    codes, _ = pd.factorize(np.ascontiguousarray(spots + 0.0).view(np.complex128).ravel())
    counts, first = np.bincount(codes, minlength=1), first_rows(codes)
    rows = first[counts[codes[first]] >= STACK]
    return listed(
        doorplates,
        "stacked",
        NOTE,
        rows,
        lambda rows: [text("{count} doorplates stand on one spot.", count=int(counts[codes[row]])) for row in rows.tolist()],
        most,
    )


def _twice(doorplates: gpd.GeoDataFrame, forms: Forms, most: int) -> list[Problem]:
    first = first_of_each(forms)
    rows = np.flatnonzero(first != np.arange(len(first)))
    ids, places = doorplates["doorplate_id"].to_numpy(object), doorplates.geometry.to_numpy()

    def words(rows: np.ndarray) -> list[Text]:
        metres = shapely.distance(places[rows], places[first[rows]])
        return [
            text("The same address as {other}, {metres} m away.", other=ids[first[row]], metres=f"{away:.0f}")
            for row, away in zip(rows.tolist(), metres)
        ]

    def near(row: int, other: int) -> bool:
        return bool(shapely.distance(places[row], places[other]) <= ONE_DOOR_M)

    pairs = dict(zip(rows.tolist(), first[rows].tolist()))
    return listed(doorplates, "duplicate_address", WARNING, rows, words, most, pairs, near)


def _nearly_twice(doorplates: gpd.GeoDataFrame, forms: Forms, most: int) -> list[Problem]:
    pairs = near_pairs(forms)
    ids, addresses = doorplates["doorplate_id"].to_numpy(object), doorplates["address"].to_numpy(object)

    def words(rows: np.ndarray) -> list[Text]:
        return [
            text("Nearly the address of {other} ({address}): a slip of the pen?", other=ids[first], address=str(addresses[first]))
            if why == NEAR_NAME
            else text(
                "Perhaps the door of {other} ({address}): one of them leaves out the road.", other=ids[first], address=str(addresses[first])
            )
            for first, why in zip(pairs["first"].iloc[: len(rows)], pairs["why"])
        ]

    return listed(doorplates, "near_duplicate", NOTE, pairs["second"].to_numpy(int), words, most)


def _outside(doorplates: gpd.GeoDataFrame, district: shapely.Geometry, most: int, progress: Progress) -> list[Problem]:
    shapely.prepare(district)
    places = doorplates.geometry.to_numpy()
    outside = np.zeros(len(places), bool)
    for begin in range(0, len(places), BATCH):
        progress.at(begin / len(places))
        part = slice(begin, begin + BATCH)
        outside[part] = ~shapely.intersects(district, places[part])
    rows = np.flatnonzero(outside)
    return listed(
        doorplates,
        "outside",
        WARNING,
        rows,
        lambda rows: [text("{metres} m outside every area.", metres=f"{away:.0f}") for away in shapely.distance(places[rows], district)],
        most,
    )
