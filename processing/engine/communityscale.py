"""Communities too large or too small: candidates for a split or a merger, never decisions.

found = community_scale(areas, doorplates, settings=settings)
found.communities    # the communities with households, dispersion, load, verdict, the neighbour to merge with
found.neighbours     # every neighbour of a merge candidate with border, walk, size and score

Split (拆分候选): more than split_above households; criteria says whether homes are dispersed and posts overloaded too, as
the rule asks (超过3000户、居住分散且管理负荷过重). Merge (合并候选): fewer than merge_below. Where households are not
certain, a verdict holds for all they may be, else it is no_data.

Dispersion is the mean distance of estates from the community's centre, both in the middle of their households, weighted
by households; a home outside estates counts by itself. Load is households per worker post.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress
from ...layers.schema import PARTITION
from ...layers.words import Text, text
from .areas import partitions
from .communityhomes import Homes, homes_of
from .communitypairs import Walked, best_neighbours, neighbour_table
from .inventory import inhabitants
from .posts import posts_of
from .results import Settings
from .verdicts import NO_DATA

LEVEL = "community"
SPLIT, MERGE, KEEP = "split", "merge", "keep"
LARGE, SMALL, DISPERSED, OVERLOADED = "large", "small", "dispersed", "overloaded"
MOST_NAMED = 10
COLUMNS = (
    "households", "weight_source", "residents", "area_km2", "estates", "dispersion_m", "workers", "households_per_worker",
    "criteria", "verdict", "merge_with", "merge_with_name", "merged_households", "border_m", "walk_m", "walk_by",
)  # fmt: skip


@dataclass(frozen=True)
class Thresholds:
    """What is large, small, dispersed and overloaded.

    3000 and 500 households are the practice of Wuzhong; 500 m is the walk of the 10-minute circle (GB 50180-2018);
    500 households a worker are the most of a grid, which has one (GB/T 34300-2017 from memory).
    """

    split_above: float = 3000
    merge_below: float = 500
    dispersed_above_m: float = 500
    load_above: float = 500


USUAL = Thresholds()


@dataclass(frozen=True)
class Scale:
    """What community_scale found."""

    communities: gpd.GeoDataFrame
    neighbours: pd.DataFrame
    notes: tuple[Text, ...]

    def count(self, verdict: str) -> int:
        """How many communities have a verdict."""
        return int((self.communities["verdict"] == verdict).sum())


def community_scale(
    areas: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame,
    *,
    estates: gpd.GeoDataFrame | None = None,
    walked: Walked | None = None,
    thresholds: Thresholds = USUAL,
    settings: Settings,
    progress: Progress = SILENT,
) -> Scale:
    """Screen the communities; walked tells the metres on foot between their centres, straight lines stand in without it.

    Raises InputError where no area is a community.
    """
    rows = community_rows(areas)
    communities = areas.iloc[rows].reset_index(drop=True)
    people = inhabitants(areas, doorplates, settings)
    homes = homes_of(communities, doorplates, estates, settings)
    progress.at(0.3, text("Looking at the communities"))
    low, high = people.low[rows], people.high[rows]
    households = np.where(np.isfinite(high) | (low > 0), people.households[rows], np.nan)
    verdict = _verdicts(low, high, thresholds)
    workers = posts_of(areas, "worker_posts")[rows]
    with np.errstate(divide="ignore", invalid="ignore"):
        load = np.where(workers > 0, households / workers, np.nan)
    criteria = _criteria(verdict, homes, workers, load, households, thresholds)
    pairs = neighbour_table(communities, households, verdict == MERGE, homes, walked, thresholds.split_above)
    columns = {
        "households": households,
        "weight_source": people.source[rows],
        "residents": people.residents[rows],
        "area_km2": communities.geometry.area.to_numpy() / 1e6,
        "estates": homes.estates,
        "dispersion_m": homes.dispersion_m,
        "workers": workers,
        "households_per_worker": load,
        "criteria": criteria,
        "verdict": verdict,
        **best_neighbours(communities, pairs),
    }
    own = [name for name in ("code", "name", "partition", "level", "parent_code", "kind") if name in communities.columns]
    found = gpd.GeoDataFrame(
        {**{name: communities[name] for name in own}, **{name: columns[name] for name in COLUMNS}},
        geometry=communities.geometry,
        crs=communities.crs,
    )
    return Scale(found, pairs, tuple(_notes(found, thresholds)))


def community_rows(areas: gpd.GeoDataFrame) -> np.ndarray:
    """The rows of the communities: those of the administrative partition where it has any."""
    level = (areas["level"] == LEVEL).to_numpy()
    if not level.any():
        known = ", ".join(sorted(areas["level"].dropna().astype(str).unique()))
        raise InputError(text("AREAS holds no communities; it has {known}. Give the layer with the communities.", known=known))
    admin = level & (partitions(areas) == PARTITION)
    return np.flatnonzero(admin if admin.any() else level)


def _verdicts(low: np.ndarray, high: np.ndarray, thresholds: Thresholds) -> np.ndarray:
    """By what the households may be at least and at most; nobody at all is no ground for a verdict."""
    kinds = [
        ~(high > 0),
        low > thresholds.split_above,
        high < thresholds.merge_below,
        (low >= thresholds.merge_below) & (high <= thresholds.split_above),
    ]
    return np.select(kinds, [NO_DATA, SPLIT, MERGE, KEEP], NO_DATA).astype(object)


def _criteria(
    verdict: np.ndarray, homes: Homes, workers: np.ndarray, load: np.ndarray, households: np.ndarray, thresholds: Thresholds
) -> np.ndarray:
    """The criteria that are met, in words, separated by a comma and a space."""
    nobody_serves = (workers == 0) & (households > 0)
    met = {
        LARGE: verdict == SPLIT,
        SMALL: verdict == MERGE,
        DISPERSED: homes.dispersion_m > thresholds.dispersed_above_m,
        OVERLOADED: (load > thresholds.load_above) | nobody_serves,
    }
    return np.array([", ".join(name for name, of in met.items() if of[row]) or None for row in range(len(verdict))], object)


def _notes(found: gpd.GeoDataFrame, thresholds: Thresholds) -> list[Text]:
    """What is not known and what follows."""
    said = []
    silent = found[found["verdict"] == NO_DATA]
    nobody = silent[silent["households"] == 0]
    unsure = silent[silent["households"] != 0]
    if len(nobody):
        said.append(text("No household lies in these communities, so nothing is said of them: {codes}", codes=_named(nobody)))
    if len(unsure):
        words = text("Doorplates without households leave these communities open; give households: {codes}", codes=_named(unsure))
        said.append(words)
    without = found[found["workers"].isna()]
    if len(without):
        said.append(text("Worker posts are not stated, so overload is not judged, in: {codes}", codes=_named(without)))
    alone = found[(found["verdict"] == MERGE) & found["merge_with"].isna()]
    if len(alone):
        said.append(
            text(
                "Merge candidates without a neighbour in their own sub-district that stays within {most} households: {codes}",
                most=f"{thresholds.split_above:g}",
                codes=_named(alone),
            )
        )
    return said


def _named(rows: gpd.GeoDataFrame) -> str:
    codes = rows["code"].astype(str).tolist()
    return ", ".join(codes[:MOST_NAMED]) + (f" … ({len(codes)})" if len(codes) > MOST_NAMED else "")
