"""What one district check hands to report, scene, workbook and JSON: the same frames and figures for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Optional, Union

from ...layers.penalties import NO_PENALTIES, Penalties

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.profiles import Profile, Walker
    from ...layers.used_files import UsedFile
    from .communitycheck import Communities
    from .facilitystandards import Standards
    from .places import Places
    from .trails import Trails

# How walks are measured: along the streets, or estimated by straight lines around barriers, never with a verdict.
NETWORK, ESTIMATE = METHODS = ("network", "estimate")


@dataclass(frozen=True)
class Figure:
    """One printed number: its id, unrounded value and unit; report, workbook, scene and JSON read it here."""

    id: str
    value: Union[float, int, str, None]
    unit: str = ""  # "share", "households", "residents", "doorplates", "m", "min", "m2", "km2", "km", "count", "of_rule"


Figures = dict[str, Figure]


@dataclass(frozen=True)
class Settings:
    """The effective inputs of a run, as its ledger names them."""

    profile: Profile
    walker: Walker
    snap_limit_m: float = 200.0
    node_tolerance_m: float = 0.0
    direction: str = "to_facility"  # to_facility, from_facility, round_trip
    weight: str = "households"  # households, residents, doorplates
    persons_per_household: float = 2.62
    detour_factor: float = 1.3  # gated estates without mapped paths, and every walk of an estimate
    method: str = NETWORK
    penalties: Penalties = NO_PENALTIES  # the profile's, with what PENALTIES says put in place
    sensitivity: bool = False  # whether the run tests how firm its answers are
    run: str = ""  # short hash of PARAMETERS
    priorities: tuple[tuple[str, float], ...] = ()  # factor by a word of areas.kind, for the ranking of measures


@dataclass(frozen=True)
class Results:
    """One district check, whole. Frames share one projected CRS in metres."""

    title: str
    crs: str  # authid, for example EPSG:4549
    settings: Settings
    ledger: gpd.GeoDataFrame
    summary: pd.DataFrame
    areas_out: gpd.GeoDataFrame
    isochrones: gpd.GeoDataFrame
    iso_exceptions: gpd.GeoDataFrame
    figures: Figures
    tables: dict[str, gpd.GeoDataFrame]  # the accepted workspace tables by name
    problems: gpd.GeoDataFrame
    sources: pd.DataFrame  # table, source, rows_read, rows_loaded, rows_rejected, crs
    quality: dict[tuple, str] = field(default_factory=dict)  # of the walking network, as rollup.Quality
    parameters: dict[str, object] = field(default_factory=dict)  # what PARAMETERS prints
    sample: bool = False  # invented data: every page says so
    landcoverage: Optional[pd.DataFrame] = None  # the shares by land, households and circles of every area and category
    groups: Optional[pd.DataFrame] = None  # the coverage of groups side by side
    standards: Optional[Standards] = None  # what the communities have against what the profile asks
    measures: Optional[pd.DataFrame] = None  # what could be done, ranked
    places: Optional[Places] = None  # whether those of the facilities suffice, where they state capacities
    trails: Optional[Trails] = None  # the ways of all walks, for drawing them
    files: tuple[UsedFile, ...] = ()  # what the run was given
    versions: dict[str, str] = field(default_factory=dict)  # of the programs that made it
    communities: Optional[Communities] = None  # their scale and the posts of their grids
