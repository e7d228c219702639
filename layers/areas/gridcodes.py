"""Codes for grids: numbered west to east and north to south inside each community."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..progress import SILENT, Progress
from ..words import text
from .levels import partitions
from .nesting import nesting

SUFFIX_DIGITS = 3  # DB11 of Beijing: 6 + 3 + 3 + 3; other cities take 2 to 6
OLD_CODE = "old_code"


def grid_codes(grids: gpd.GeoDataFrame, parents: pd.Series, *, digits: int = SUFFIX_DIGITS) -> pd.Series:
    """A code for each grid: its parent's code and a number, from 1 in the order of reading.

    parents is the code of each grid's community. Rows run from north to south, inside a row grids from west to east;
    a row is what reading_order says. Raises InputError where a grid has no parent or a community has more grids than
    the digits can number.
    """
    _refuse(grids, parents, digits)
    codes = np.empty(len(grids), object)
    for parent, rows in parents.groupby(parents.to_numpy(), sort=False).indices.items():
        order = rows[reading_order(grids.geometry.to_numpy()[rows])]
        codes[order] = [f"{parent}{number:0{digits}d}" for number in range(1, len(order) + 1)]
    return pd.Series(codes, index=grids.index)


def reading_order(shapes: np.ndarray) -> np.ndarray:
    """Positions of the shapes as one reads a page: the row of the northernmost first, each row from west to east.

    A row holds the shapes whose middle lies north of the lower edge of the row's northernmost one.
    """
    middles = shapely.get_coordinates(shapely.centroid(shapes))
    south = shapely.bounds(shapes)[:, 1]
    order: list[int] = []
    left = np.lexsort((middles[:, 0], -middles[:, 1]))
    while len(left):  # one row a turn
        row = left[middles[left, 1] > south[left[0]]]
        row = row if len(row) else left[:1]  # the middle of a bent shape may lie south of it all
        order += row[np.argsort(middles[row, 0], kind="stable")].tolist()
        left = left[~np.isin(left, row)]
    return np.array(order, int)


def _refuse(grids: gpd.GeoDataFrame, parents: pd.Series, digits: int) -> None:
    problems = []
    lost = parents.isna().to_numpy()
    if lost.any():
        problems.append(
            text(
                "{count} grids lie in no community, the first is {code}. Add the communities or cut the grids.",
                count=int(lost.sum()),
                code=str(grids["code"].iloc[int(np.argmax(lost))]),
            )
        )
    crowded = parents.value_counts()
    crowded = crowded[crowded >= 10**digits]
    if len(crowded):
        problems.append(
            text(
                "{code} has {count} grids, more than {digits} digits can number. Raise DIGITS.",
                code=str(crowded.index[0]),
                count=int(crowded.iloc[0]),
                digits=digits,
            )
        )
    if problems:
        raise InputError(*problems)


def renumbered(areas: gpd.GeoDataFrame, *, digits: int = SUFFIX_DIGITS, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """The areas with new codes for their grids, the old ones in old_code; what named a grid as parent names its new code.

    A grid belongs to the community that holds most of it (more than half), not to the one it states. Raises InputError
    where there are no grids, or a grid lies in no community.
    """
    grids = np.flatnonzero(areas["level"] == "grid")
    if not len(grids):
        raise InputError(text("The layer has no areas of the level grid. Set their level to grid."))
    nested = nesting(areas, progress)
    codes = areas["code"].to_numpy(object)
    held = nested.parent[grids]
    held = np.where(areas["level"].to_numpy(object)[held] == "community", held, -1)
    parents = pd.Series(np.where(held >= 0, codes[held], None))
    new = codes.copy()
    new[grids] = grid_codes(areas.iloc[grids].reset_index(drop=True), parents, digits=digits).to_numpy()
    by_old = {(name, code): changed for name, code, changed in zip(partitions(areas), codes, new)}
    stated = [by_old.get((name, parent), parent) for name, parent in zip(partitions(areas), areas["parent_code"])]
    above = pd.Series(stated, index=areas.index, dtype=object)
    above.iloc[grids] = parents.to_numpy()
    return areas.assign(code=new, parent_code=above, **{OLD_CODE: codes})
