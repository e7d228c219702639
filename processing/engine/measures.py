"""What could be done about what is not reached: read off the ledger, ranked by what each measure may newly cover.

found = measures(ledger, facilities_xy, areas, settings)

A row is one community and category with one kind of measure. What may be gained is an estimate, not a run:
    gate       every household behind a shut gate, were all gates open
    path       households too far on foot although a facility lies within the limit ÷ the detour factor as the crow flies
    facility   households within the limit ÷ the detour factor of the best place for one more facility, place after place
               (greedy); a place is told by its community, and may serve the neighbours too
    capacity   nothing of coverage: people in reach of facilities that are all full, as a share of each doorplate's weight
    verify     nothing is certain: doorplates that are not connected or have no way
    data       the input has no facility of the category and no survey says that there is none
Communities of certain kinds come first: the gain is multiplied by the factor of their kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ...layers.profiles import METRES, Category
from ...layers.schema import PARTITION
from .areas import partitions, points_xy
from .figures import plain
from .ledger import BEHIND_GATE, NO_FACILITY, NO_ROUTE, NOT_SNAPPED, TOO_FAR
from .results import Figure, Figures, Settings
from .rollup import weight_word, weights

GATE, PATH, FACILITY, CAPACITY, VERIFY, DATA = "gate", "path", "facility", "capacity", "verify", "data"
COLUMNS = ("rank", "code", "name", "kind", "factor", "category", "measure", "affected", "gain", "score", "estates", "grids", "x", "y")
MOST_PLACES = 30  # for one category
LEAST_SHARE = 0.02  # of what a category misses; a place that brings less is not proposed
CELLS_PER_RADIUS = 3
MOST_NAMED = 3


def measures(
    ledger: gpd.GeoDataFrame,
    facilities_xy: Mapping[str, np.ndarray],
    areas: gpd.GeoDataFrame | None,
    settings: Settings,
    *,
    short: Mapping[str, np.ndarray] | None = None,
) -> pd.DataFrame:
    """Every measure, the one with the largest weighed gain first; households here stand for the run's weight.

    short is the share of each doorplate's people who surely find no place, by category, where capacities are known.
    """
    homes, full = _homes(ledger, settings), short or {}
    rows = [row for category in settings.profile.categories for row in _of_category(ledger, homes, facilities_xy, category, settings)]
    for name in (category.id for category in settings.profile.categories if category.id in full):
        turned_away = replace(homes, weight=homes.weight * full[name])
        rows += _by_community(turned_away, settings.profile.category(name), CAPACITY, full[name] > 0, certain=False)
    found = pd.DataFrame(rows, columns=["code", "category", "measure", "affected", "gain", "estates", "grids", "x", "y"])
    found = found[found["affected"] > 0]
    names, kinds = _described(areas)
    found["name"], found["kind"] = found["code"].map(names), found["code"].map(kinds)
    found["factor"] = [_factor(kind, settings) for kind in found["kind"]]
    found["score"] = found["gain"].fillna(0) * found["factor"]
    order = ["score", "affected", "code", "category", "measure"]
    found = found.sort_values(order, ascending=[False, False, True, True, True], kind="stable", na_position="first").reset_index(drop=True)
    return found.assign(rank=np.arange(1, len(found) + 1))[list(COLUMNS)]


def measure_figures(found: pd.DataFrame, ledger: pd.DataFrame, settings: Settings) -> Figures:
    """MEASURES_COUNT, measure_gain.<rank> and measure_affected.<rank>."""
    unit = weight_word(ledger, settings)
    made = {"MEASURES_COUNT": Figure("MEASURES_COUNT", len(found), "count")}
    for name in ("gain", "affected"):
        keys = [f"measure_{name}.{rank}" for rank in found["rank"]]
        made.update((key, Figure(key, plain(value), unit)) for key, value in zip(keys, found[name].to_numpy(float)))
    return made


def _described(areas: gpd.GeoDataFrame | None) -> tuple[dict, dict]:
    """Name and kind of every community by its code."""
    if areas is None or areas.empty:
        return {}, {}
    chosen = areas[(areas["level"] == "community").to_numpy() & (partitions(areas) == PARTITION)].drop_duplicates("code")
    columns = [chosen[name] if name in chosen.columns else pd.Series(None, index=chosen.index, dtype=object) for name in ("name", "kind")]
    return tuple(dict(zip(chosen["code"], column)) for column in columns)


def _factor(kind: object, settings: Settings) -> float:
    """The factor of the first kind that the community's own words hold; 1 without any."""
    words = kind if isinstance(kind, str) else ""
    return next((factor for name, factor in settings.priorities if name in words), 1.0)


def limit_m(category: Category, settings: Settings) -> float:
    """The limit as metres of a walk on the flat."""
    return category.limit if category.unit == METRES else category.limit * 60 * settings.walker.speed_ms


@dataclass(frozen=True)
class Homes:
    """The doorplates as arrays: weight, place, and by number the community, estate and grid of each (-1: none)."""

    weight: np.ndarray
    xy: np.ndarray
    communities: Named
    estates: Named
    grids: Named


@dataclass(frozen=True)
class Named:
    """Numbers that stand for names."""

    number: np.ndarray
    names: np.ndarray

    @staticmethod
    def of(values: pd.Series) -> Named:
        """The numbers of the values, names in their order."""
        return Named(*pd.factorize(values.to_numpy(object), sort=True))

    def heaviest(self, rows: np.ndarray, weight: np.ndarray) -> str | None:
        """The names that weigh most, separated by a comma; None where none is known."""
        rows = rows[self.number[rows] >= 0]
        numbers, at = np.unique(self.number[rows], return_inverse=True)
        ranked = numbers[np.lexsort((numbers, -np.bincount(at.ravel(), weight[rows], len(numbers))))]
        return ", ".join(str(self.names[number]) for number in ranked[:MOST_NAMED]) or None

    def groups(self, rows: np.ndarray) -> Iterator[tuple[str | None, np.ndarray]]:
        """The rows by name, those without a name first."""
        order = rows[np.argsort(self.number[rows], kind="stable")]
        numbers, first = np.unique(self.number[order], return_index=True)
        for number, part in zip(numbers.tolist(), np.split(order, first[1:])):
            yield (str(self.names[number]) if number >= 0 else None), part


def _homes(ledger: gpd.GeoDataFrame, settings: Settings) -> Homes:
    named = (Named.of(ledger[name]) for name in ("community_code", "estate", "grid_code"))
    return Homes(weights(ledger, settings), points_xy(ledger), *named)


def _of_category(
    ledger: gpd.GeoDataFrame, homes: Homes, facilities_xy: Mapping[str, np.ndarray], category: Category, settings: Settings
) -> Iterator[tuple]:
    why, ok = ledger[f"{category.id}_why"].to_numpy(object), ledger[f"{category.id}_ok"]
    if len(ledger) and ok.isna().all():
        yield (None, category.id, DATA, float(homes.weight.sum()), np.nan, None, None, np.nan, np.nan)
        return
    far = why == TOO_FAR
    radius = limit_m(category, settings) / settings.detour_factor
    near = np.zeros(len(ledger), dtype=bool)
    points = facilities_xy.get(category.id, np.empty((0, 2)))
    if len(points) and far.any():
        near[far] = cKDTree(points).query(homes.xy[far], distance_upper_bound=radius * (1 + 1e-9))[0] <= radius
    yield from _by_community(homes, category, GATE, why == BEHIND_GATE, certain=True)
    yield from _by_community(homes, category, PATH, near, certain=True)
    yield from _places(homes, category, (far & ~near) | (why == NO_FACILITY), radius)
    yield from _by_community(homes, category, VERIFY, (why == NO_ROUTE) | (why == NOT_SNAPPED), certain=False)


def _by_community(homes: Homes, category: Category, measure: str, chosen: np.ndarray, *, certain: bool) -> Iterator[tuple]:
    """One row for each community that has any of the chosen doorplates; what they weigh is gained where that is certain."""
    for code, part in homes.communities.groups(np.flatnonzero(chosen & (homes.weight > 0))):
        weight = homes.weight[part]
        # To the centimetre: how a machine adds up decides the last digits.
        amount, middle = float(weight.sum()), np.round(weight @ homes.xy[part] / weight.sum(), 2)
        named = (homes.estates.heaviest(part, homes.weight), homes.grids.heaviest(part, homes.weight))
        yield (code, category.id, measure, amount, amount if certain else np.nan, *named, *middle.tolist())


def _places(homes: Homes, category: Category, chosen: np.ndarray, radius: float) -> Iterator[tuple]:
    """The best places for one more facility, one after the other."""
    rows = np.flatnonzero(chosen & (homes.weight > 0))
    if not len(rows):
        return
    missed = {code: float(homes.weight[part].sum()) for code, part in homes.communities.groups(rows)}
    for at, served in best_places(homes.xy[rows], homes.weight[rows], radius):
        place, part = rows[at], rows[served]
        number = homes.communities.number[place]
        code = str(homes.communities.names[number]) if number >= 0 else None
        gain, grids = float(homes.weight[part].sum()), homes.grids.heaviest(part, homes.weight)
        yield (code, category.id, FACILITY, missed[code], gain, None, grids, *homes.xy[place].tolist())


def best_places(xy: np.ndarray, weight: np.ndarray, radius: float) -> Iterator[tuple[int, np.ndarray]]:
    """The point next to the best place and the points that it serves, place after place (greedy).

    Places are the cells of a lattice, a third of the radius wide, that hold a point; a cell serves the cells whose middle
    lies within the radius of its own. Of equal places the one farthest south-west comes first.
    """
    cells, cell = np.unique(np.floor(xy / (radius / CELLS_PER_RADIUS)), axis=0, return_inverse=True)
    cell = cell.ravel()
    heavy = np.bincount(cell, weight, len(cells))
    middle = np.column_stack([np.bincount(cell, weight * xy[:, axis], len(cells)) for axis in (0, 1)]) / heavy[:, None]
    tree = cKDTree(middle)
    serves = tree.sparse_distance_matrix(tree, radius, output_type="coo_matrix").tocsr()
    serves.data[:] = 1.0
    serves.setdiag(1.0)
    left, least, gain = heavy.copy(), LEAST_SHARE * heavy.sum(), serves @ heavy
    for _ in range(MOST_PLACES):
        best = int(np.argmax(gain))
        if gain[best] < least or gain[best] <= 0:
            return
        own = serves.indices[serves.indptr[best] : serves.indptr[best + 1]]
        now = np.zeros(len(cells), dtype=bool)
        now[own] = left[own] > 0
        served = np.flatnonzero(now[cell])
        inside = np.flatnonzero(cell == best)
        at = inside[np.argmin(np.hypot(*(xy[inside] - middle[best]).T))]
        yield int(at), served
        # Who serves whom is the same both ways: only places near this one lose.
        gain = gain - serves[own].T @ left[own]
        left[own] = 0.0
