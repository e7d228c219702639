"""The towns that a sample can be: one in the manner of Suzhou in several sizes, and those of published cases."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

from ..elevation_writing import fill_heights
from ..errors import InputError
from ..progress import SILENT, Progress
from ..words import text
from .district import sample_district
from .seeds.hillside import CELL_M, hillside_of
from .seeds.tianruncheng import tianruncheng
from .seeds.tukanba import CRS, tukanba
from .seeds.wuzhong import wuzhong

SUZHOU = "suzhou"
CASES = {"wuzhong": wuzhong, "tianruncheng": tianruncheng, "tukanba": tukanba}
HILLY = frozenset(("tukanba",))


def sample_town_of(town: str, *, size: str, seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of a town; size is that of the Suzhou one alone. Another word raises InputError."""
    if town == SUZHOU:
        return sample_district(size, seed, progress)
    if town not in CASES:
        known = ", ".join((SUZHOU, *CASES))
        raise InputError(text("Unknown town “{town}” of the sample district. Known towns: {known}.", town=town, known=known))
    return CASES[town](seed, progress)


def refuse_flat(town: str) -> None:
    """Raises InputError for a town that has no heights."""
    if town not in HILLY:
        words = text("The town “{town}” is flat. Leave DEM empty, or choose one of: {known}.", town=town, known=", ".join(sorted(HILLY)))
        raise InputError(words)


def fill_elevation(path: Path, tables: dict[str, gpd.GeoDataFrame]) -> None:
    """The elevation model of a hilly town as a GeoTIFF."""
    heights_m, corner = hillside_of(tables["areas"]).grid()
    fill_heights(path, heights_m, corner, cell_m=CELL_M, crs=CRS)
