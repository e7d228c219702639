"""The towns that a sample can be: one in the manner of Suzhou in several sizes, and those of published cases."""

from __future__ import annotations

import geopandas as gpd

from ..errors import InputError
from ..progress import SILENT, Progress
from ..words import text
from .district import sample_district
from .seeds.tianruncheng import tianruncheng
from .seeds.wuzhong import wuzhong

SUZHOU = "suzhou"
CASES = {"wuzhong": wuzhong, "tianruncheng": tianruncheng}


def sample_town_of(town: str, *, size: str, seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of a town; size is that of the Suzhou one alone. Another word raises InputError."""
    if town == SUZHOU:
        return sample_district(size, seed, progress)
    if town not in CASES:
        known = ", ".join((SUZHOU, *CASES))
        raise InputError(text("Unknown town “{town}” of the sample district. Known towns: {known}.", town=town, known=known))
    return CASES[town](seed, progress)
