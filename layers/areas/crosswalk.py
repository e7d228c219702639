"""Two partitions, or two versions of one, laid over each other: which area became which, with shares."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..progress import SILENT, Progress
from ..words import text
from .ground import holders, shared_land

COLUMNS = (
    "from_code", "from_name", "to_code", "to_name", "area_m2", "share_from", "share_to",
    "households", "share_households_from", "share_households_to", "kind",
)  # fmt: skip
SAME, PART, NEW, GONE = "same", "part", "new", "gone"
SAME_SHARE = 0.99


def crosswalk(
    before: gpd.GeoDataFrame,
    after: gpd.GeoDataFrame,
    *,
    min_area_m2: float,
    doorplates: gpd.GeoDataFrame | None = None,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """One row for each pair of areas that share land of at least min_area_m2, and for land that only one side holds.

    share_from and share_to are the pair's land in the two areas; households and their shares come from doorplates that
    lie in both (NULL without doorplates). kind: same (each holds 99 % of the other), part, new (only after), gone (only before).
    The pairs' land and the rows new and gone add up to every area.
    """
    ours, theirs = before.geometry.to_numpy(), after.geometry.to_numpy()
    shared = shared_land(ours, theirs, progress, text("Comparing areas"))
    rests = [_rest(ours, theirs, shared.first, shared.second), _rest(theirs, ours, shared.second, shared.first)]
    shared = shared.where(shared.m2 >= min_area_m2)
    nobody = np.full(0, -1)
    first, second, land = [shared.first], [shared.second], [shared.land]
    for rest, mine in zip(rests, (first, second)):
        rows = np.flatnonzero(shapely.area(rest) >= min_area_m2)
        mine.append(rows)
        (second if mine is first else first).append(np.full(len(rows), -1))
        land.append(rest[rows])
    pair = _frame(before, after, *(np.concatenate([nobody, *parts]).astype(int) for parts in (first, second)), np.concatenate(land))
    pair = _with_households(pair, before, after, doorplates)
    return pair.sort_values(["from_code", "to_code"], na_position="last", kind="stable", ignore_index=True)[[*COLUMNS, "geometry"]]


def _rest(shapes: np.ndarray, others: np.ndarray, mine: np.ndarray, other: np.ndarray) -> np.ndarray:
    """What of each shape none of the others that meet it holds."""
    rest = shapes.copy()
    for row in np.unique(mine):  # a different number of others meets each
        rest[row] = shapely.difference(shapes[row], shapely.union_all(others[other[mine == row]]))
    return rest


def _frame(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, first: np.ndarray, second: np.ndarray, land: np.ndarray) -> gpd.GeoDataFrame:
    m2 = shapely.area(land)
    share_from = np.where(first >= 0, m2 / shapely.area(before.geometry.to_numpy())[first], np.nan)
    share_to = np.where(second >= 0, m2 / shapely.area(after.geometry.to_numpy())[second], np.nan)
    kind = np.where((share_from >= SAME_SHARE) & (share_to >= SAME_SHARE), SAME, PART)
    kind = np.where(first < 0, NEW, np.where(second < 0, GONE, kind))
    columns = {
        "from_code": _taken(before, "code", first),
        "from_name": _taken(before, "name", first),
        "to_code": _taken(after, "code", second),
        "to_name": _taken(after, "name", second),
        "area_m2": m2,
        "share_from": share_from,
        "share_to": share_to,
        "kind": kind.astype(object),
        "_first": first,
        "_second": second,
    }
    return gpd.GeoDataFrame(columns, geometry=land, crs=before.crs)


def _taken(areas: gpd.GeoDataFrame, column: str, rows: np.ndarray) -> np.ndarray:
    values = areas[column].to_numpy(object) if column in areas.columns else np.full(len(areas), None, object)
    return np.append(values, None)[rows]


def _with_households(
    pairs: gpd.GeoDataFrame, before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame | None
) -> gpd.GeoDataFrame:
    if doorplates is None:
        nothing = np.full(len(pairs), np.nan)
        return pairs.assign(households=nothing, share_households_from=nothing, share_households_to=nothing)
    weight = doorplates["households"].fillna(1).to_numpy(float)
    points = doorplates.geometry.to_numpy()
    own, other = holders(points, before), holders(points, after)
    placed = pd.Series(weight).groupby([own, other]).sum()
    keys = list(zip(pairs["_first"], pairs["_second"]))
    households = placed.reindex(pd.MultiIndex.from_tuples(keys, names=None) if keys else placed.index[:0]).fillna(0).to_numpy()
    of_own = np.bincount(own[own >= 0], weight[own >= 0], len(before))
    of_other = np.bincount(other[other >= 0], weight[other >= 0], len(after))
    return pairs.assign(
        households=households,
        share_households_from=_share(households, of_own, pairs["_first"].to_numpy()),
        share_households_to=_share(households, of_other, pairs["_second"].to_numpy()),
    )


def _share(households: np.ndarray, totals: np.ndarray, rows: np.ndarray) -> np.ndarray:
    total = np.append(totals, np.nan)[rows]
    return np.divide(households, total, out=np.full(len(rows), np.nan), where=total > 0)
