"""Facilities for the page: where they stand, what they offer, whom they serve."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ...layers.facility_types import split_services
from ...layers.profiles import Category
from .content import WEIGHTS, SceneContent, areas_by_level
from .place import Place
from .privacy import SUPPRESSED
from .values import numbers, texts

COLUMNS = ("name", "categories", "x", "y", "area", "floor_m2", "capacity", "opening", "loads", "outside")


def serving(content: SceneContent, category: Category) -> np.ndarray:
    """Whether each facility serves the category: by its types or the category's own id."""
    facilities = content.table("facilities")
    if not len(facilities):
        return np.zeros(0, dtype=bool)
    counted = {category.id, *category.types}
    kinds, said = pd.factorize(facilities["services"].fillna("").astype(str))
    return np.array([not counted.isdisjoint(split_services(kind)) for kind in said], dtype=bool)[kinds]


def facility_table(content: SceneContent, place: Place, *, suppress_below: int = 5) -> dict[str, list]:
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
        loads(content, suppress_below=suppress_below),
        outside.astype(int).tolist(),
    )
    return dict(zip(COLUMNS, columns))


def loads(content: SceneContent, *, suppress_below: int) -> list[list[list[int]]]:
    """For each facility [category, households, households too far, residents, residents too far], category -1 = all together.

    Counted are the doorplates for which it is the nearest, each once; few residents are hidden.
    """
    count = len(content.table("facilities"))
    found: list[list[list[int]]] = [[] for _ in range(count)]
    if content.settings is None or "households" not in content.ledger.columns:
        return found
    pairs = _nearest_pairs(content)
    for category, within, far in [(-1, *(np.vstack(side) for side in zip(*pairs))), *((k, *pair) for k, pair in enumerate(pairs))]:
        sums = [_distinct_sums(side, weight, count) for weight in _weights(content) for side in (within, far)]
        sums[2:] = [np.where((people > 0) & (people < suppress_below), SUPPRESSED, people) for people in sums[2:]]
        table = np.column_stack(sums).astype(int)
        # One round per facility that serves somebody.
        for row in np.flatnonzero(table.any(axis=1)):
            found[row].append([category, *table[row].tolist()])
    return found


def _weights(content: SceneContent) -> list[np.ndarray]:
    """Households and residents of each doorplate."""
    ledger = content.ledger
    return [np.nan_to_num(ledger[name].to_numpy(dtype=float)) if name in ledger.columns else np.zeros(len(ledger)) for name in WEIGHTS]


def _nearest_pairs(content: SceneContent) -> list[tuple[np.ndarray, np.ndarray]]:
    """By category the pairs of facility and doorplate within the limit, and those beyond."""
    position = pd.Index(content.table("facilities")["facility_id"].astype(str))
    pairs = []
    for category in content.settings.profile.categories:
        rows = position.get_indexer(content.ledger[f"{category.id}_id"].astype(str))
        reached = content.ledger[f"{category.id}_ok"].isin([True]).to_numpy()
        far = (content.ledger[f"{category.id}_why"] == "too_far").to_numpy()
        chosen = [np.flatnonzero(side & (rows >= 0)) for side in (reached, far)]
        pairs.append(tuple(np.column_stack([rows[doorplates], doorplates]) for doorplates in chosen))
    return pairs


def _distinct_sums(pairs: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray:
    keys = np.unique(pairs[:, 0] * np.int64(max(1, len(weight))) + pairs[:, 1])
    facility, doorplate = keys // max(1, len(weight)), keys % max(1, len(weight))
    return np.rint(np.bincount(facility, weights=weight[doorplate], minlength=count))
