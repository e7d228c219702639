"""How the places of facilities are shared among groups of people, side by side, and the Lorenz curve of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd

from .areas import points_xy
from .capacity import CapacityRun
from .capacitytables import told, where_connected
from .groups import CHILDREN, ELDERLY, ESTATE, HOUSEHOLDS, HOUSING, PEOPLE, RESIDENTS, estate_of, gated_words, housing_words
from .inequality import STEPS, Ranked
from .streets import column

GROUP_COLUMNS = ("kind", "group", "category", "doorplates", "not_stated", "people", "per_person", "served_rate", "gini")
LORENZ_COLUMNS = ("kind", "group", "category", "people_share", "places_share")


def by_group(
    run: CapacityRun,
    *,
    estates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How groups of people fare side by side, and the Lorenz curve of each.

    The kind people weighs by households, residents, elderly, children; housing_type and estate by who needs a place.
    """
    rows, curves = [], []
    weights = list(_weights(run, estates, walls, gates))
    for name, use, flows in told(run):
        per_person, served = where_connected(run, flows.per_person), where_connected(run, flows.served)
        ranked = Ranked.of(per_person)
        for kind, group, inside, people in weights:
            many = use.need if people is None else people
            not_stated = int((inside & ~np.isfinite(many)).sum())
            many = np.where(inside, np.nan_to_num(many), 0.0)
            known = np.where(np.isfinite(per_person), many, 0.0)
            means = [_mean(values, known) for values in (per_person, served)]
            rows.append((kind, group, name, int(inside.sum()), not_stated, many.sum(), *means, ranked.gini(many)))
            curves.append(_curve(kind, group, name, ranked.lorenz(many)))
    return pd.DataFrame(rows, columns=list(GROUP_COLUMNS)), pd.concat(curves, ignore_index=True)


Weights = tuple[str, Union[str, None], np.ndarray, Union[np.ndarray, None]]  # kind, group, who is inside, people (None: who needs a place)


def _weights(
    run: CapacityRun, estates: gpd.GeoDataFrame | None, walls: gpd.GeoDataFrame | None, gates: gpd.GeoDataFrame | None
) -> Iterator[Weights]:
    everyone = np.ones(len(run.doorplates), dtype=bool)
    for group in (HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN):
        people = column(run.doorplates, group).to_numpy(dtype=float, na_value=np.nan)
        if np.isfinite(people).any():
            yield PEOPLE, group, everyone, people
    at = estate_of(points_xy(run.doorplates), estates)
    kinds = {HOUSING: housing_words(run.doorplates, estates, at), ESTATE: gated_words(estates, walls, gates, at)}
    for kind, words in kinds.items():
        named, rank = pd.factorize(words, sort=True)
        # Where nothing is stated of any doorplate there are no groups; a few without are a group of their own.
        for position, group in [*enumerate(rank), *([(-1, None)] if len(rank) and (named < 0).any() else [])]:
            yield kind, group, named == position, None


def _mean(values: np.ndarray, people: np.ndarray) -> float:
    return float((np.nan_to_num(values) * people).sum() / people.sum()) if people.sum() > 0 else float("nan")


def _curve(kind: str, group: str | None, category: str, held: np.ndarray) -> pd.DataFrame:
    head = {"kind": kind, "group": group, "category": category}
    return pd.DataFrame({**head, "people_share": STEPS, "places_share": held})[list(LORENZ_COLUMNS)].dropna(subset=["places_share"])
