"""What the walking network means for the other tables: its own faults, who is not connected, gates that open nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...layers.errors import InputError
from ...layers.problems import ERROR, NOTE, WARNING, Problem
from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .betweentables import listed
from .estates import points_of
from .gatefaults import gate_faults
from .gates import AS_STATED
from .ground import Site, Tables, ground, survey
from .networkcheck import check_network
from .networkquality import whole_quality
from .services import services
from .unconnected import unconnected_problems

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.profiles import Profile
    from .results import Settings

BARRIERS = ("gates", "walls", "estates", "land")
NOWHERE = np.zeros((0, 2))
ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class NetworkFindings:
    """Problems, the quality of the network (good, usable, not_usable, elsewhere; None without one), and who is not connected."""

    problems: list[Problem] = field(default_factory=list)
    quality: str | None = None
    not_snapped: int = 0


def network_findings(tables: Mapping[str, gpd.GeoDataFrame], settings: Settings, *, progress: Progress = SILENT) -> NetworkFindings:
    """Check the streets, connect doorplates and facilities, look at gates; nothing without streets."""
    streets = tables.get("streets")
    if streets is None or streets.empty:
        return NetworkFindings()
    try:
        problems = check_network(streets, node_tolerance_m=settings.node_tolerance_m, progress=progress.part(0, 0.4)).problems
        return _connected(tables, settings, problems, progress.part(0.4, 1))
    except InputError as error:
        # Streets nobody can walk, or those of another place: said as a problem, the other tables are examined all the same.
        return NetworkFindings([Problem("streets", "unusable_network", ERROR, words) for words in error.problems], ELSEWHERE)


def _connected(tables: Mapping[str, gpd.GeoDataFrame], settings: Settings, problems: list[Problem], progress: Progress) -> NetworkFindings:
    barriers = Tables(**{name: tables[name] for name in BARRIERS if name in tables and len(tables[name])})
    homes, places = (_points(tables.get(name)) for name in ("doorplates", "facilities"))
    site = survey(homes, places, tables["streets"], barriers, settings, progress=progress)
    stated = ground(site, AS_STATED)
    leg_m = stated.homes.least(stated.homes.leg_m)
    lost = np.flatnonzero(~np.isfinite(leg_m) & np.isfinite(homes).all(axis=1))
    quality = whole_quality(site.uncut, np.where(np.isfinite(leg_m), leg_m, np.nan)) if len(homes) else None
    found = [
        *problems,
        *_not_snapped(tables, site, lost, settings.snap_limit_m),
        *_facilities(tables, site, stated.facilities.point, settings.snap_limit_m),
        *gate_faults(site, barriers),
    ]
    return NetworkFindings(found, quality, len(lost))


def _points(frame: gpd.GeoDataFrame | None) -> np.ndarray:
    return NOWHERE if frame is None else points_of(frame)


def _not_snapped(tables: Mapping[str, gpd.GeoDataFrame], site: Site, rows: np.ndarray, limit_m: float) -> Iterator[Problem]:
    if not len(rows):
        return
    sealed = site.sealed
    far = text("The doorplate is farther than {limit} m from every street.", limit=f"{limit_m:g}")
    walled = text("Walls or water keep the doorplate from every street within {limit} m.", limit=f"{limit_m:g}")
    told = [(row, walled if sealed[row] else far) for row in rows.tolist()]
    yield from listed("doorplates", "not_snapped", WARNING, tables["doorplates"], "doorplate_id", told)


def _facilities(tables: Mapping[str, gpd.GeoDataFrame], site: Site, connected: np.ndarray, limit_m: float) -> Iterator[Problem]:
    facilities = tables.get("facilities")
    if facilities is not None and len(facilities):
        rows = np.setdiff1d(np.arange(len(facilities)), connected)
        yield from unconnected_problems(site, facilities, rows, limit_m=limit_m)


def service_findings(
    facilities: gpd.GeoDataFrame | None, surveys: pd.DataFrame | None, profile: Profile, *, language: str
) -> list[Problem]:
    """Facilities of unknown type, and categories without a facility that no survey calls complete; names in zh or en."""
    if facilities is None or facilities.empty:
        return []
    try:
        counted = services(facilities, profile)
    except InputError as error:
        return [Problem("facilities", "unknown_type", ERROR, words) for words in error.problems]
    told = set() if surveys is None or surveys.empty else set(surveys.loc[surveys["complete"] == "yes", "category"])
    blank = [one for one in profile.categories if not len(counted.rows[one.id]) and one.id not in told]
    words = text("No facility of the category {category}, and no survey says that it was looked for.")
    missing = [(one.id, text(words.source, category=one.name(language))) for one in blank]
    return [*counted.problems, *(Problem("facilities", "not_surveyed", NOTE, said, row=name) for name, said in missing)]
