"""Facilities for the page: where they stand, what they offer, whom they serve."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ...layers.facility_types import split_services
from ...layers.profiles import Category
from .content import SceneContent, areas_by_level
from .place import Place
from .values import numbers, texts

COLUMNS = ("name", "categories", "x", "y", "area", "floor_m2", "capacity", "opening", "served", "too_far", "outside")


def serving(content: SceneContent, category: Category) -> np.ndarray:
    """Whether each facility serves the category: by its types or the category's own id."""
    facilities = content.table("facilities")
    if not len(facilities):
        return np.zeros(0, dtype=bool)
    counted = {category.id, *category.types}
    kinds, said = pd.factorize(facilities["services"].fillna("").astype(str))
    return np.array([not counted.isdisjoint(split_services(kind)) for kind in said], dtype=bool)[kinds]


def facility_table(content: SceneContent, place: Place) -> dict[str, list]:
    """One list per column of the facilities, in the order of their table."""
    facilities = content.table("facilities")
    if not len(facilities):
        return {name: [] for name in COLUMNS}
    xy = shapely.get_coordinates(shapely.centroid(facilities.geometry.to_numpy()))
    local = place.local(xy)
    holders = areas_by_level(xy, content.table("areas"))
    smallest = np.full(len(facilities), -1)
    for rows in holders:
        smallest = np.where(rows >= 0, rows, smallest)
    profile = content.settings.profile.categories if content.settings else ()
    member = [serving(content, category) for category in profile]
    served, too_far = served_households(content)
    outside = (smallest < 0) & bool(len(content.table("areas")))
    columns = (
        texts(facilities, "name"),
        [[k for k, own in enumerate(member) if own[row]] for row in range(len(facilities))],
        np.round(local[:, 0], 1).tolist(),
        np.round(local[:, 1], 1).tolist(),
        smallest.tolist(),
        numbers(facilities, "floor_m2"),
        numbers(facilities, "capacity"),
        texts(facilities, "opening"),
        served,
        too_far,
        outside.astype(int).tolist(),
    )
    return dict(zip(COLUMNS, columns))


def served_households(content: SceneContent) -> tuple[list[int | None], list[int | None]]:
    """Households for which each facility is the nearest of a category and within its limit, or beyond; each doorplate once."""
    facilities = content.table("facilities")
    count = len(facilities)
    if content.settings is None or "households" not in content.ledger.columns:
        return [None] * count, [None] * count
    position = pd.Index(facilities["facility_id"].astype(str))
    households = np.nan_to_num(content.ledger["households"].to_numpy(dtype=float))
    pairs = {True: [], False: []}
    for category in content.settings.profile.categories:
        rows = position.get_indexer(content.ledger[f"{category.id}_id"].astype(str))
        reached = content.ledger[f"{category.id}_ok"].isin([True]).to_numpy()
        far = (content.ledger[f"{category.id}_why"] == "too_far").to_numpy()
        for within, chosen in ((True, reached), (False, far)):
            doorplates = np.flatnonzero(chosen & (rows >= 0))
            pairs[within].append(np.column_stack([rows[doorplates], doorplates]))
    return _distinct_sums(pairs[True], households, count), _distinct_sums(pairs[False], households, count)


def _distinct_sums(pairs: list[np.ndarray], households: np.ndarray, count: int) -> list[int]:
    stacked = np.vstack(pairs)
    keys = np.unique(stacked[:, 0] * np.int64(len(households)) + stacked[:, 1])
    facility, doorplate = keys // max(1, len(households)), keys % max(1, len(households))
    return np.rint(np.bincount(facility, weights=households[doorplate], minlength=count)).astype(int).tolist()
