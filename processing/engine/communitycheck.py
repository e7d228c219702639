"""What a check says of communities and grids beside coverage: their scale, their posts, and the figures of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.progress import SILENT, Progress
from .areafigures import area_figures
from .communityscale import LEVEL, Scale, community_scale
from .communitywalks import walks_between
from .figures import plain
from .gridstaffing import Norms, Staffing, grid_staffing
from .ground import Tables
from .posts import GRID, grids_inside
from .results import Figure, Figures, Settings
from .workload import Ground

NORMS = Norms()
OF_SCALE = {"SPLIT": "split", "MERGE": "merge", "KEEP": "keep", "SCALE_NO_DATA": "no_data"}
OF_COMMUNITY = ("households", "estates", "dispersion_m", "merged_households")
OF_POSTS = (
    "grids", "leaders", "workers", "leader_vacancies", "worker_vacancies", "vacancies", "workers_per_grid", "workers_per_10k",
    "households_per_worker", "posts_per_10k", "spread",
)  # fmt: skip
UNITS = {
    "households": "households", "merged_households": "households", "dispersion_m": "m", "spread": "share",
    "households_per_worker": "ratio", "posts_per_10k": "ratio", "workers_per_10k": "ratio", "workers_per_grid": "ratio",
    "imbalance": "ratio", "imbalance_grids": "ratio", "imbalance_households": "ratio",
}  # fmt: skip


@dataclass(frozen=True)
class Communities:
    """Scale is None without communities; staffing, posts and grids are None without grids."""

    scale: Optional[Scale]
    staffing: Optional[Staffing] = None
    posts: Optional[pd.DataFrame] = None  # as posts_by_area tells
    grids: Optional[pd.DataFrame] = None  # as grids_by_area tells

    def named_figures(self) -> Figures:
        """The figures of both: of the whole in upper case, of areas as posts_leaders@partition/level/code."""
        return {**_scale_figures(self.scale), **_staffing_figures(self.staffing, self.posts)}


def communities_of(
    tables: Mapping[str, gpd.GeoDataFrame], doorplates: gpd.GeoDataFrame, settings: Settings, *, progress: Progress = SILENT
) -> Communities:
    """Screen the communities and count the posts of a run's areas; doorplates are those of its ledger, weighed."""
    areas = tables.get("areas")
    levels = set() if areas is None else set(areas["level"])
    scale = _scale(tables, doorplates, settings, progress.part(0, 0.5)) if LEVEL in levels else None
    if GRID not in levels:
        return Communities(scale)
    ground = Ground(doorplates, tables.get("facilities"), tables.get("streets"))
    staffing = grid_staffing(areas, ground, norms=NORMS, settings=settings)
    progress.at(1.0)
    return Communities(scale, staffing, posts_by_area(areas, staffing), grids_by_area(areas, staffing))


def _scale(tables: Mapping[str, gpd.GeoDataFrame], doorplates: gpd.GeoDataFrame, settings: Settings, progress: Progress) -> Scale:
    walked, streets = None, tables.get("streets")
    if streets is not None and len(streets):
        barriers = Tables(tables.get("gates"), tables.get("walls"))
        walked = walks_between(doorplates, streets, settings, tables=barriers, progress=progress)
    return community_scale(tables["areas"], doorplates, estates=tables.get("estates"), walked=walked, settings=settings, progress=progress)


def posts_by_area(areas: gpd.GeoDataFrame, staffing: Staffing) -> pd.DataFrame:
    """The areas above the grids with their posts: workers_per_grid, workers_per_10k, and spread, how uneven the
    households of their grids are (standard deviation ÷ mean, every grid counting alike; NaN for fewer than two)."""
    found = pd.DataFrame(staffing.areas.drop(columns=staffing.areas.geometry.name))
    found["spread"] = _spread(areas, found)
    workers, residents = found["workers"].to_numpy(float), found["residents"].to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        found["workers_per_grid"] = workers / found["grids"].to_numpy(float)
        found["workers_per_10k"] = np.where(residents > 0, workers * 10_000 / residents, np.nan)
    found["vacancies"] = found["leader_vacancies"] + found["worker_vacancies"]
    return found[found["level"] != GRID].reset_index(drop=True)


def _spread(areas: gpd.GeoDataFrame, found: pd.DataFrame) -> np.ndarray:
    inside = grids_inside(areas)
    held = np.bincount(inside.area, minlength=len(areas)) > 0  # the rows that staffing keeps
    households = np.full(len(areas), np.nan)
    households[held] = found["households"].to_numpy(float)
    by_area = pd.Series(households[inside.grid]).groupby(inside.area)
    spread = np.full(len(areas), np.nan)
    spread[by_area.mean().index] = np.where(
        (by_area.size() > 1) & (by_area.count() == by_area.size()) & (by_area.mean() > 0), by_area.std(ddof=0) / by_area.mean(), np.nan
    )
    return spread[held]


def grids_by_area(areas: gpd.GeoDataFrame, staffing: Staffing) -> pd.DataFrame:
    """Every grid with its households and the sub-district that holds it (else the community, else the district):
    code, households, place_code, place_name; a grid that nothing holds has no place."""
    inside, level = grids_inside(areas), areas["level"].to_numpy(object)
    place = next((name for name in ("subdistrict", "community", "district") if (level[inside.area] == name).any()), None)
    of_place = level[inside.area] == place
    row = pd.Series(inside.area[of_place], index=inside.grid[of_place])
    row = row[~row.index.duplicated()].reindex(inside.grids)
    held = row.notna().to_numpy()
    rows = row.fillna(0).to_numpy(int)
    households = staffing.areas[staffing.areas["level"] == GRID].drop_duplicates("code").set_index("code")["households"]
    codes = areas["code"].to_numpy(object)
    names = areas["name"].to_numpy(object) if "name" in areas.columns else codes
    columns = {"code": codes[inside.grids], "households": households.reindex(codes[inside.grids]).to_numpy(float)}
    places = {"place_code": np.where(held, codes[rows], None), "place_name": np.where(held, names[rows], None)}
    return pd.DataFrame({**columns, **places})


def _scale_figures(scale: Scale | None) -> Figures:
    if scale is None:
        return {}
    made = {name: Figure(name, scale.count(verdict), "count") for name, verdict in OF_SCALE.items()}
    return {**made, **area_figures(scale.communities, OF_COMMUNITY, UNITS, prefix="scale_")}


def _staffing_figures(staffing: Staffing | None, posts: pd.DataFrame | None) -> Figures:
    if staffing is None or posts is None:
        return {}
    # The households and residents of the whole are those of the ledger.
    counted = {name: value for name, value in staffing.figures.items() if name not in ("households", "residents")}
    named = {"GRIDS_COUNT" if name == "grids" else name.upper(): (UNITS.get(name, "count"), value) for name, value in counted.items()}
    whole = {key: Figure(key, plain(value), unit) for key, (unit, value) in named.items()}
    workers, grids = staffing.figures["workers"], staffing.figures["grids"]
    whole["WORKERS_PER_GRID"] = Figure("WORKERS_PER_GRID", plain(workers / grids if grids else None), "ratio")
    return {**whole, **area_figures(posts, OF_POSTS, UNITS, prefix="posts_")}
