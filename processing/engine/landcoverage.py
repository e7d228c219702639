"""The three shares side by side, area by area: land inside the isochrone, households of the ledger, households inside circles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .areas import Codes, points_xy
from .figures import land_figures, radius_m
from .judgedland import Head, JudgedLand, Overlaps
from .results import Figures, Settings
from .rollup import ALL, weights
from .straight import Squares

COLUMNS = (
    "partition",
    "level",
    "code",
    "category",
    "land_m2",
    "covered_m2",
    "share_land",
    "share_households",
    "share_circle",
)
KEYS = list(COLUMNS[:4])
NO_LAND = shapely.MultiPolygon()
NO_POINTS = np.empty((0, 2))


def land_table(
    land: JudgedLand,
    bands: Mapping[str, shapely.Geometry],
    ledger: gpd.GeoDataFrame,
    summary: pd.DataFrame,
    codes: Codes,
    facilities_xy: Mapping[str, np.ndarray],
    settings: Settings,
    *,
    judged: frozenset[str],
    progress: Progress = SILENT,
) -> pd.DataFrame:
    """One row per area and category, the whole (level all) first; of a judged category without a band nothing is covered.

    bands are those at the categories' own limits. Shares are 0 to 1 and NaN where a category is not judged, where there
    is no land, or where nobody is weighed; the share inside circles is NaN for categories without facilities.
    """
    land_m2, doors = land.sums(shapely.area(land.pieces)), _doors(land.heads, ledger, codes, settings)
    blocks, squares, overlaps = [], Squares.of(doors.xy), Overlaps.of(land.pieces)
    for k, category in enumerate(settings.profile.categories):
        share, doing = k / len(settings.profile.categories), text("Measuring the land inside the isochrones")
        block = pd.DataFrame(land.heads, columns=KEYS[:3], dtype=object).assign(category=category.id, land_m2=land_m2)
        measured = partial(overlaps.with_band, bands.get(category.id, NO_LAND))
        covered_m2 = land.sums(waited(progress, share, measured, doing))
        # Rounding: no land is covered more than whole.
        block["covered_m2"] = np.clip(covered_m2, 0, land_m2) if category.id in judged else np.nan
        points = facilities_xy.get(category.id, NO_POINTS)
        inside = squares.inside_circles(points, radius_m(category, settings))
        block["share_circle"] = doors.share(inside, len(land.heads)) if len(points) else np.nan
        blocks.append(block)
    table = pd.concat(blocks).sort_index(kind="stable").reset_index(drop=True)
    table["share_land"] = table["covered_m2"] / table["land_m2"].where(table["land_m2"] > 0)
    return table.merge(_rates(summary), how="left", on=KEYS)[list(COLUMNS)]


def _rates(summary: pd.DataFrame) -> pd.DataFrame:
    # The row without code of a level is no area; the whole has none either and is one.
    of_areas = summary[summary["code"].notna() | (summary["level"] == ALL)]
    return of_areas[[*KEYS, "rate"]].rename(columns={"rate": "share_households"})


@dataclass(frozen=True)
class _Doors:
    """Pairs of a head and a doorplate in it, and what a doorplate weighs."""

    head: np.ndarray
    doorplate: np.ndarray
    weight: np.ndarray
    xy: np.ndarray

    def share(self, inside: np.ndarray, heads: int) -> np.ndarray:
        """The share of each head's weight that is inside; NaN where nothing is weighed."""
        weight = self.weight[self.doorplate]
        whole = np.bincount(self.head, weights=weight, minlength=heads)
        part = np.bincount(self.head, weights=weight * inside[self.doorplate], minlength=heads)
        return np.divide(part, whole, out=np.full(heads, np.nan), where=whole > 0)


def _doors(heads: list[Head], ledger: gpd.GeoDataFrame, codes: Codes, settings: Settings) -> _Doors:
    position = {head: k for k, head in enumerate(heads)}
    columns = [np.zeros(len(ledger), dtype=np.intp)]
    for (partition, level), code_of_doorplate in codes.items():
        code, found = pd.factorize(code_of_doorplate)
        # A doorplate outside every area has code -1: the last entry.
        of_code = [position.get((partition, level, name), -1) for name in found]
        columns.append(np.array([*of_code, -1], dtype=np.intp)[code])
    head = np.concatenate(columns)
    doorplate = np.tile(np.arange(len(ledger)), len(columns))
    return _Doors(head[head >= 0], doorplate[head >= 0], weights(ledger, settings), points_xy(ledger))


def largest_difference(table: pd.DataFrame) -> pd.Series | None:
    """The row of the whole whose shares lie farthest apart; None where no category has two of them."""
    whole = table[table["level"] == ALL]
    shares = whole[["share_land", "share_households", "share_circle"]]
    apart = (shares.max(axis=1) - shares.min(axis=1)).where(shares.notna().sum(axis=1) > 1)
    return whole.loc[apart.idxmax()] if apart.notna().any() else None


def land_rates(table: pd.DataFrame) -> Figures:
    """land_rate.<c> of the whole."""
    whole = table[table["level"] == ALL]
    return land_figures(dict(zip(whole["category"], whole["share_land"].tolist())))
