"""One run, from accepted tables to ledger, summary, isochrones and figures.

found = service_coverage(doorplates, facilities, streets, areas=areas, settings=settings)
results = district_check(workspace, settings=settings, title="", parameters={...})
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from ...layers.decisions import carried
from ...layers.door import first_of_each
from ...layers.problems import WARNING, Problem, joined, problem_frame
from ...layers.progress import SILENT, Progress, aside
from ...layers.schema import LEVELS, PARTITION
from ...layers.words import Translator, english, text
from .agreement import Agreement, agreement, nothing_compared
from .areas import Codes, code_columns, codes_of, disagreement_text, disagreements, partitions, points_xy
from .communitycheck import communities_of
from .coverage import Coverage, coverage, surveyed
from .eligible import eligible
from .errorbudget import error_figures
from .estimate import estimate_coverage
from .facilitystandards import Standards, facility_standards
from .figures import (
    agreement_figures,
    connection_figures,
    count_figures,
    coverage_figures,
    crow_figures,
    firmness_figures,
    group_figures,
    height_figures,
    quality_figures,
    sealed_figures,
    weight_figures,
)
from .ground import Tables
from .groups import group_coverage, walked_again
from .isochrones import band_frame
from .judgedland import judged_land
from .landcoverage import land_rates, land_table
from .ledger import assemble
from .livingcircle import CategoryIsochrones, category_isochrones
from .measures import measure_figures, measures
from .networkcheck import grave_problems
from .places import places_of
from .qualitycheck import run_quality
from .results import ESTIMATE, Figures, Results, Settings
from .rollup import Quality, area_rates, area_totals, counted_by, summarise
from .search import ROUND_TRIP
from .sensitivity import Sensitivity, sensitivity
from .trails import trails
from .verges import Screens, screens_of
from .weighing import Weighed, weighed_by_totals

if TYPE_CHECKING:
    import shapely

    from ...layers.elevation import Relief
    from ...layers.workspace import Workspace

BARRIERS = ("gates", "walls", "estates", "land", "surveys")
INVENTED = "示例数据"  # what the sample district writes into source
HASH_LETTERS = 8
JUDGED_LEVEL = "community"  # whose floor space and facilities a check compares with the standards


@dataclass(frozen=True)
class Decided:
    """The ledger of a run and what is summed up from it."""

    coverage: Coverage
    codes: Codes
    ledger: gpd.GeoDataFrame
    summary: pd.DataFrame
    areas_out: gpd.GeoDataFrame | None
    figures: Figures
    quality: Quality  # of the walking network


def run_hash(parameters: Mapping[str, object]) -> str:
    """The short name of a run: equal effective inputs give the same."""
    written = json.dumps(parameters, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()[:HASH_LETTERS]


def service_coverage(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame | None,
    *,
    areas: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    surveys: pd.DataFrame | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    relief: Relief | None = None,
    settings: Settings,
    figures_of_areas: bool = True,
    progress: Progress = SILENT,
) -> Decided:
    """Decide every doorplate and roll the answers up; areas_out is None without areas.

    What doorplates do not state of their households and people comes from the areas' totals, spread by their buildings.
    Raises InputError as coverage() does.
    """
    weighed, codes = aside(progress, lambda relay: _weighed(doorplates, areas, buildings, settings, relay))
    tables = {"gates": gates, "walls": walls, "estates": estates, "land": land, "surveys": surveys}
    measured = estimate_coverage if settings.method == ESTIMATE else partial(coverage, relief=relief)
    decided = 0.3 if settings.sensitivity else 0.85
    found = measured(weighed.doorplates, facilities, streets, **tables, settings=settings, progress=progress.part(0, decided))
    found = replace(found, problems=(*found.problems, *weighed.problems))
    codes = codes if len(found.doorplates) == len(doorplates) else None
    firmness = None
    if settings.sensitivity and found.site is None:
        progress.warn(text("An estimate is not tested for robustness: SENSITIVITY is left out."))
    if settings.sensitivity and found.site is not None:
        barriers = Tables(gates, walls, estates, land, relief)
        firmness = sensitivity(found, streets, barriers, settings, progress=progress.part(decided, 0.85))
    rolling = partial(_rolled_up, found, codes, firmness, areas, estates, land, settings, figures_of_areas=figures_of_areas)
    rolled = aside(progress.part(0.85, 1), rolling)
    progress.at(1.0)
    return rolled


def _weighed(
    doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None, buildings: gpd.GeoDataFrame | None, settings: Settings, progress: Progress
) -> tuple[Weighed, Codes]:
    """The doorplates with what areas' totals tell of them, and the codes that say which areas they lie in."""
    doing = text("Weighing doorplates")
    progress.at(0, doing)
    codes = codes_of(doorplates, areas)
    progress.at(0, doing)
    persons = settings.persons_per_household
    return weighed_by_totals(doorplates, areas, codes, buildings=buildings, persons_per_household=persons), codes


def _rolled_up(
    found: Coverage,
    codes: Codes | None,
    firmness: Sensitivity | None,
    areas: gpd.GeoDataFrame | None,
    estates: gpd.GeoDataFrame | None,
    land: gpd.GeoDataFrame | None,
    settings: Settings,
    progress: Progress,
    *,
    figures_of_areas: bool,
) -> Decided:
    doing = text("Rolling up to areas")
    progress.at(0, doing)
    codes = codes_of(found.doorplates, areas) if codes is None else codes
    ledger = assemble(found, code_columns(codes, len(found.doorplates)), settings, firmness=firmness)
    progress.at(0.2, doing)
    quality = run_quality(found, codes, areas, estates=estates, land=land)
    progress.at(0.6, doing)
    counted = counted_by(ledger, codes, areas, settings, reason=found.reasons(settings))
    summary = summarise(ledger, codes, areas, settings, certain=found.certain, quality=quality, counted=counted)
    progress.at(0.8, doing)
    totals = area_totals(ledger, codes, areas, settings, counted=counted)
    areas_out = None if areas is None else area_rates(areas, summary, totals, settings, quality=quality)
    figures = {
        **coverage_figures(ledger, summary, totals, settings, reason=counted.reason, of_areas=figures_of_areas),
        **crow_figures(ledger, points_xy(ledger), found.facilities_xy(), settings),
        **weight_figures(ledger),
        **_ground_figures(found, ledger),
        **quality_figures(quality),
        **({} if found.site is None else error_figures(ledger, codes, summary, quality, settings, reason=counted.reason)),
        **({} if firmness is None else firmness_figures(firmness, found, ledger, settings)),
    }
    return Decided(found, codes, ledger, summary, areas_out, figures, quality)


def _ground_figures(found: Coverage, ledger: gpd.GeoDataFrame) -> Figures:
    """What walls close in, what is not connected, how far heights are known; an estimate asks none of it."""
    if found.site is None:
        return {}
    cut_off = connection_figures(len(found.facilities_not_connected))
    return {**sealed_figures(ledger, found.sealed), **cut_off, **height_figures(found.site.dem_cover)}


def district_check(
    workspace: Workspace,
    *,
    settings: Settings,
    title: str = "",
    parameters: Mapping[str, object] | None = None,
    relief: Relief | None = None,
    demand: str = "",
    progress: Progress = SILENT,
    translate: Translator = english,
) -> Results:
    """Every step on one workspace. Of doorplates and facilities with the same id the first is used; the others are among its problems."""
    needed = eligible(settings.profile, demand)
    tables = {name: _usable(name, frame) for name, frame in workspace.tables.items()}
    areas = tables.get("areas")
    barriers = {name: tables[name] for name in (*BARRIERS, "buildings") if name in tables}
    main = (tables["doorplates"], tables["facilities"], tables.get("streets"))
    decided = service_coverage(*main, areas=areas, **barriers, relief=relief, settings=settings, progress=progress.part(0, 0.2))
    of_network = _of_network(decided, tables, settings, progress.part(0.2, 0.25))
    by_group = _by_group(decided, tables, settings, relief, progress.part(0.25, 0.3))
    standards = aside(progress.part(0.3, 0.3), lambda relay: _standards(decided, tables, settings))
    communities = communities_of(tables, decided.coverage.doorplates, settings, progress=progress.part(0.3, 0.35))
    places = aside(progress.part(0.35, 0.37), lambda relay: places_of(decided, needed, settings, progress=relay))
    short = None if places is None else places.short
    proposed = measures(decided.ledger, decided.coverage.facilities_xy(), areas, settings, short=short)
    circles, agreed, by_land = _by_land(decided, tables, settings, progress.part(0.37, 1))
    of_posts = () if communities.staffing is None else communities.staffing.problems
    listed = [*decided.coverage.problems, *_disagreeing(decided), *of_network, *of_posts]
    found = problem_frame(listed, crs=workspace.crs, translate=translate)
    problems = carried(joined([workspace.problems, found], crs=workspace.crs), workspace.earlier)
    return Results(
        title=title or top_name(areas),
        crs=workspace.crs,
        settings=settings,
        ledger=decided.ledger,
        summary=decided.summary,
        areas_out=_no_areas(workspace) if decided.areas_out is None else decided.areas_out,
        isochrones=circles.frame,
        iso_exceptions=agreed.exceptions,
        landcoverage=by_land,
        groups=by_group,
        standards=standards,
        trails=aside(progress, lambda _: trails(decided.coverage, settings)),
        communities=communities,
        measures=proposed,
        places=places,
        quality=decided.quality,
        figures={
            **decided.figures,
            **({} if by_land is None else land_rates(by_land)),
            **group_figures(by_group),
            **({} if standards is None else standards.named_figures()),
            **communities.named_figures(),
            **measure_figures(proposed, decided.ledger, settings),
            **({} if places is None else places.figures),
            **agreement_figures(agreed.share, len(agreed.exceptions)),
            **count_figures(tables, {name: len(rows) for name, rows in decided.coverage.facilities_of.items()}, problems=len(problems)),
        },
        tables=tables,
        problems=problems,
        sources=workspace.sources,
        parameters=dict(parameters or {}),
        sample=_is_invented(tables["doorplates"]),
    )


def _by_group(
    decided: Decided, tables: Mapping[str, gpd.GeoDataFrame], settings: Settings, relief: Relief | None, progress: Progress
) -> pd.DataFrame:
    given = {name: tables.get(name) for name in ("estates", "walls", "gates")}
    return group_coverage(decided, walked_again(decided, tables, relief=relief, progress=progress), **given, settings=settings)


def _standards(decided: Decided, tables: Mapping[str, gpd.GeoDataFrame], settings: Settings) -> Standards | None:
    """What the communities have against what the profile asks; None without communities."""
    areas = tables.get("areas")
    if areas is None or not (areas["level"] == JUDGED_LEVEL).any():
        return None
    points = (decided.coverage.facilities, decided.coverage.doorplates)
    return facility_standards(areas, *points, surveys=tables.get("surveys"), level=JUDGED_LEVEL, settings=settings)


def _usable(name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return first_of_each(name, frame) if name in ("doorplates", "facilities") else frame


def _of_network(decided: Decided, tables: Mapping[str, gpd.GeoDataFrame], settings: Settings, progress: Progress) -> list[Problem]:
    """What is wrong with the walking network; an estimate uses none."""
    if decided.coverage.site is None:
        return []
    return grave_problems(tables["streets"], node_tolerance_m=settings.node_tolerance_m, progress=progress)


def _by_land(
    decided: Decided, tables: Mapping[str, gpd.GeoDataFrame], settings: Settings, progress: Progress
) -> tuple[CategoryIsochrones, Agreement, pd.DataFrame | None]:
    if decided.coverage.site is None:
        # An estimate knows no streets: nothing is drawn and nothing compared.
        return CategoryIsochrones(band_frame([], decided.ledger.crs), {}), nothing_compared(decided.ledger), None
    walls, land = decided.coverage.site.walls, tables.get("land")
    circles = category_isochrones(decided.coverage, settings, walls=walls, land=land, progress=progress.part(0, 0.7))
    agreed = _agreement(decided, circles, screens_of(walls, land), settings, progress.part(0.7, 0.9))
    return circles, agreed, shares_by_land(decided, circles.bands(), tables, settings, progress=progress.part(0.9, 1))


def _agreement(decided: Decided, circles: CategoryIsochrones, screens: Screens | None, settings: Settings, progress: Progress) -> Agreement:
    if settings.direction == ROUND_TRIP and not decided.coverage.ground.network.is_symmetric:
        # A circle keeps the costs of its nodes, and of such a trip they are only what it costs at least.
        progress.say(text("Isochrones and ledger are not compared: ways there and back differ, as slopes or one-way gates make them."))
        return nothing_compared(decided.ledger)
    return agreement(decided.coverage, circles, decided.ledger, settings, screens=screens, progress=progress)


def shares_by_land(
    decided: Decided,
    bands: Mapping[str, shapely.Geometry],
    tables: Mapping[str, pd.DataFrame],
    settings: Settings,
    *,
    progress: Progress = SILENT,
) -> pd.DataFrame:
    """The three shares of every area and category: land, households, circles; tables are those of the run by name."""
    counted = decided.coverage.facilities_of
    return land_table(
        judged_land(tables.get("land"), tables.get("areas")),
        bands,
        decided.ledger,
        decided.summary,
        decided.codes,
        decided.coverage.facilities_xy(),
        settings,
        judged=frozenset(name for name, rows in counted.items() if len(rows)) | surveyed(tables.get("surveys")),
        progress=progress,
    )


def _disagreeing(decided: Decided) -> list[Problem]:
    found = disagreements(decided.coverage.doorplates, decided.codes)
    rows = zip(found["doorplate_id"], found["stated"], found["by_position"], found.geometry)
    return [
        Problem("doorplates", "code_disagrees", WARNING, disagreement_text(stated, lies_in), row=row, geometry=shape)
        for row, stated, lies_in, shape in rows
    ]


def top_name(areas: gpd.GeoDataFrame | None) -> str:
    """The name of the area of the highest level, the title of a run that was given none."""
    if areas is None or areas.empty:
        return ""
    rank = areas["level"].map({level: k for k, level in enumerate(LEVELS)}).fillna(len(LEVELS))
    first = areas.assign(rank=rank)[partitions(areas) == PARTITION].sort_values(["rank", "code"])
    return str(first["name"].iloc[0] or first["code"].iloc[0]) if len(first) else ""


def _no_areas(workspace: Workspace) -> gpd.GeoDataFrame:
    return workspace.table("areas")


def _is_invented(doorplates: gpd.GeoDataFrame) -> bool:
    return len(doorplates) > 0 and bool(doorplates["source"].fillna("").str.contains(INVENTED, regex=False).all())
