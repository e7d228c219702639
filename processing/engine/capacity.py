"""Whether the places of facilities suffice for those who can walk to them: two-step floating catchments of a whole run.

    found = service_capacity(doorplates, facilities, streets, areas=areas, ask=Ask(eligible(profile)), settings=settings)
    found.uses["elderly"].flows     # places per person, who finds one, how full each facility is
    capacitytables.load(found)      # the same as tables

Who can walk where is what the ledger says: the same network, gates, walls, slopes and limits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Optional

import geopandas as gpd
import numpy as np

from ...layers.errors import InputError
from ...layers.osm.facilities import facility_of
from ...layers.problems import NOTE, WARNING, Problem
from ...layers.profiles import Category
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import Text, text
from .areas import Codes, codes_of
from .catchments import Paths, catchments
from .coverage import accepted_points
from .deciding import limit_of, unit_of
from .eligible import GROUPS, Eligible
from .floating import GAUSSIAN, Flows, two_step
from .gatefaults import gate_faults
from .gates import AS_STATED
from .graph import SECONDS
from .ground import Ground, Tables, ground, survey
from .slope import no_height
from .streets import column
from .unconnected import unconnected, unconnected_problems
from .weighing import weigh, weighed_by_totals

if TYPE_CHECKING:
    from .coverage import Coverage
    from .results import Settings

IDLE_BELOW = 0.5  # of its capacity
NO_TABLES = Tables()


@dataclass(frozen=True)
class Ask:
    """What a run about capacities asks beside its walks."""

    eligible: Mapping[str, Eligible]  # by category
    decay: str = GAUSSIAN
    idle_below: float = IDLE_BELOW  # load below which a facility is idle


@dataclass(frozen=True)
class Sites:
    """The facilities of one category, entrances of one ground together."""

    row: np.ndarray  # (sites,) the first row of each in the facilities
    site_of_row: np.ndarray  # (facilities,) -1: counts for something else
    capacity: np.ndarray  # (sites,) NaN: not stated
    connected: np.ndarray  # (sites,) whether any walk can end there


@dataclass(frozen=True)
class Use:
    """One category: who needs a place, what there is, and who finds one (None: not known, and why)."""

    category: Category
    eligible: Eligible
    need: np.ndarray  # people who need a place, by doorplate; 0 where nothing is stated
    not_stated: int  # doorplates that state no number of the group
    sites: Sites
    flows: Optional[Flows]
    why: Optional[Text] = None


@dataclass(frozen=True)
class CapacityRun:
    """All that was found, by category in the order of the profile."""

    doorplates: gpd.GeoDataFrame  # with households, residents and their sources filled in
    facilities: gpd.GeoDataFrame
    codes: Codes
    connected: np.ndarray  # (doorplates,) whether any walk can begin there
    uses: dict[str, Use]
    pairs: int  # of doorplates and facilities within their limits
    problems: tuple[Problem, ...]
    notes: tuple[Text, ...]
    dem_cover: Optional[float]
    ask: Ask
    settings: Settings


def service_capacity(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    areas: Optional[gpd.GeoDataFrame] = None,
    tables: Tables = NO_TABLES,
    ask: Ask,
    settings: Settings,
    progress: Progress = SILENT,
) -> CapacityRun:
    """How the capacities of every category suffice. Raises InputError as coverage() does, and where no category can be told."""
    points = accepted_points(doorplates, facilities, settings)
    doorplates, facilities, rows_of = points.doorplates, points.facilities, points.counted.rows
    weighed, codes = aside(progress.part(0, 0.05), lambda relay: _weighed(doorplates, areas, settings, relay))
    site = survey(points.home_xy, points.facility_xy, streets, tables, settings, progress=progress.part(0.05, 0.4))
    stated = ground(site, AS_STATED)
    found = _divided(weighed, facilities, rows_of, stated, codes, ask, settings, progress.part(0.4, 1))
    cut_off = unconnected_problems(site, facilities, unconnected(rows_of, stated.facilities), limit_m=settings.snap_limit_m)
    problems = (*points.problems, *no_height(site.dem_cover), *gate_faults(site, tables), *cut_off, *found.problems)
    return replace(found, problems=problems, dem_cover=site.dem_cover)


def capacity_of(found: Coverage, codes: Codes, *, ask: Ask, settings: Settings, progress: Progress = SILENT) -> CapacityRun:
    """The same for a coverage run that was made along streets; its problems are those of the capacities alone.

    Raises InputError where no category can be told.
    """
    doorplates = found.doorplates.assign(**weigh(found.doorplates, settings))
    return _divided(doorplates, found.facilities, found.facilities_of, found.ground, codes, ask, settings, progress)


def _divided(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    rows_of: Mapping[str, np.ndarray],
    stated: Ground,
    codes: Codes,
    ask: Ask,
    settings: Settings,
    progress: Progress,
) -> CapacityRun:
    uses, pairs = _uses(doorplates, facilities, rows_of, stated, ask, settings, progress)
    _refuse_nothing(uses)
    connected = np.zeros(len(doorplates), dtype=bool)
    connected[stated.homes.point] = connected[stated.inner.home] = True
    problems = tuple(_capacity_problems(facilities, uses))
    return CapacityRun(doorplates, facilities, codes, connected, uses, pairs, problems, tuple(_notes(uses)), None, ask, settings)


def _uses(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    rows_of: Mapping[str, np.ndarray],
    stated: Ground,
    ask: Ask,
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Use], int]:
    """Every category by itself, and how many pairs of doorplates and facilities were walked in all."""
    people = {name: column(doorplates, name).to_numpy(dtype=float, na_value=np.nan) for name in GROUPS}
    paths: dict[str, Paths] = {}
    uses, pairs = {}, 0
    lines = settings.profile.categories
    for at, line in enumerate(lines):
        part = progress.part(at / len(lines), (at + 1) / len(lines))
        part.at(0, text("Filling the facilities: {category}", category=line.id))
        sites = _sites(facilities, rows_of[line.id], stated)
        asked = ask.eligible[line.id]
        need, not_stated = _need(people[asked.group], asked)
        use = Use(line, asked, need, not_stated, sites, None, _why_not(line, asked, need, not_stated, sites))
        if use.why is None:
            flows, many = _flows(paths, stated, use, ask, settings, part)
            use, pairs = replace(use, flows=flows), pairs + many
        uses[line.id] = use
    return uses, pairs


def _weighed(
    doorplates: gpd.GeoDataFrame, areas: Optional[gpd.GeoDataFrame], settings: Settings, progress: Progress
) -> tuple[gpd.GeoDataFrame, Codes]:
    progress.at(0, text("Weighing doorplates"))
    codes = codes_of(doorplates, areas)
    spread = weighed_by_totals(doorplates, areas, codes, persons_per_household=settings.persons_per_household).doorplates
    return spread.assign(**weigh(spread, settings)), codes


def _need(people: np.ndarray, asked: Eligible) -> tuple[np.ndarray, int]:
    stated = np.isfinite(people)
    return np.where(stated, people, 0.0) * asked.share, int((~stated).sum())


def _sites(facilities: gpd.GeoDataFrame, rows: np.ndarray, stated: Ground) -> Sites:
    ids = facilities["facility_id"].to_numpy(dtype=object)[rows].astype(str)
    owners = np.array([facility_of(name) for name in ids], dtype=object)
    _, first, number = np.unique(owners.astype("U"), return_index=True, return_inverse=True)
    capacity = column(facilities, "capacity").to_numpy(dtype=float, na_value=np.nan)[rows]
    known = np.isfinite(capacity) & (capacity >= 0)
    total = np.bincount(number, np.where(known, capacity, 0.0), len(first))
    told = np.bincount(number, known, len(first)) > 0
    site_of_row = np.full(len(facilities), -1)
    site_of_row[rows] = number
    linked = site_of_row[np.concatenate([stated.facilities.point, stated.inner.facility])]
    connected = np.zeros(len(first) + 1, dtype=bool)
    connected[linked] = True  # -1 marks the one behind the last
    return Sites(rows[first], site_of_row, np.where(told, total, np.nan), connected[:-1])


def _why_not(line: Category, asked: Eligible, need: np.ndarray, not_stated: int, sites: Sites) -> Optional[Text]:
    """Why nothing can be told of a category; None where it can."""
    if not len(sites.row):
        return text("{category}: no facility of this category is given.", category=line.id)
    if not np.isfinite(sites.capacity).any():
        return text(
            "{category}: none of the {count} facilities states a capacity. Fill the column capacity (beds, places, meals).",
            category=line.id,
            count=len(sites.row),
        )
    if not_stated == len(need):
        return text(
            "{category}: no doorplate states {group}. Give {group} at the doorplates or as totals of areas, or say in DEMAND who needs a"
            " place.",
            category=line.id,
            group=asked.group,
        )
    if not need.sum() > 0:
        return text("{category}: nobody needs a place; {group} is 0 at every doorplate.", category=line.id, group=asked.group)
    return None


def _flows(paths: dict[str, Paths], stated: Ground, use: Use, ask: Ask, settings: Settings, progress: Progress) -> tuple[Flows, int]:
    line, unit = use.category, unit_of(use.category)
    if unit not in paths:
        paths[unit] = Paths.of(stated, unit=unit, direction=settings.direction)
    found = catchments(paths[unit], use.sites.site_of_row, limit=limit_of(line), progress=progress)
    limit = line.limit * 60 if unit == SECONDS else line.limit
    return two_step(found, use.need, use.sites.capacity, limit=limit, kind=ask.decay), found.size


def _refuse_nothing(uses: Mapping[str, Use]) -> None:
    if all(use.flows is None for use in uses.values()):
        raise InputError(*(use.why for use in uses.values()))


def _notes(uses: Mapping[str, Use]) -> Iterator[Text]:
    for use in uses.values():
        if use.why is not None:
            yield use.why
            continue
        unknown = int(np.isnan(use.sites.capacity).sum())
        if unknown:
            yield text(
                "{category}: {count} of {total} facilities state no capacity; whoever can walk to one of them may find a place there.",
                category=use.category.id,
                count=unknown,
                total=len(use.sites.row),
            )
        if use.not_stated:
            yield text(
                "{category}: {count} of {total} doorplates state no {group} and count as nobody.",
                category=use.category.id,
                count=use.not_stated,
                total=len(use.need),
                group=use.eligible.group,
            )
    assumed = [f"{name}={use.eligible.words}" for name, use in uses.items() if use.why is None and use.eligible.assumed]
    if assumed:
        yield text("Who needs a place at one time is assumed: {demand}. Say in DEMAND what holds here.", demand="; ".join(assumed))


def _capacity_problems(facilities: gpd.GeoDataFrame, uses: Mapping[str, Use]) -> Iterator[Problem]:
    """Facilities of the categories that are told: those without capacity, with none at all, with one for several categories."""
    ids, shapes = facilities["facility_id"].to_numpy(), facilities.geometry.to_numpy()
    told = [use.sites for use in uses.values() if use.flows is not None]
    rows, first = np.unique(np.concatenate([sites.row for sites in told]), return_index=True)
    capacity = np.concatenate([sites.capacity for sites in told])[first]
    times = np.bincount(np.concatenate([sites.row for sites in told]), minlength=len(facilities))[rows]
    unknown = text("The facility states no capacity: whom it serves is not known.")
    nothing = text("The facility states a capacity of 0: it serves nobody.")
    shared = text("The facility states one capacity for several categories; it counts whole in each.")
    kinds = (
        (np.isnan(capacity), "no_capacity", WARNING, unknown, text("Fill its capacity (beds, places, meals).")),
        (capacity == 0, "capacity_zero", WARNING, nothing, None),
        ((times > 1) & (capacity > 0), "shared_capacity", NOTE, shared, None),
    )
    for which, rule, severity, message, fix in kinds:
        for row in rows[which]:
            yield Problem("facilities", rule, severity, message, row=str(ids[row]), fix=fix, geometry=shapes[row])
