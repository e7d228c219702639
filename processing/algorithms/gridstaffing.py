"""gridstaffing: posts of grids, what they serve and how even the work is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress, waited
from ...layers.words import render, text
from ..compat import POLYGONS
from . import parameters, tables
from .base import COMMUNITIES, Algorithm, Outcome
from .communityscale import PROFILE, WALKER
from .elevation import Raster, relief_under

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.gridstaffing import Norms, Staffing
    from ..engine.results import Settings


MOVED_BY = ("areas", "doorplates", "streets", "estates", "land")


class GridStaffing(Algorithm):
    """Counts posts and work per grid; never persons."""

    NAME = "gridstaffing"
    GROUP = COMMUNITIES
    TAGS = ("staff", "posts", "workload", "网格长", "网格员", "岗位", "空缺", "均衡", "wgll")
    FIGURES = {
        **dict.fromkeys(("GRIDS_COUNT", "LEADERS", "WORKERS", "LEADER_VACANCIES", "WORKER_VACANCIES", "VACANCIES"), float),
        **dict.fromkeys(("HOUSEHOLDS", "RESIDENTS", "HOUSEHOLDS_PER_WORKER", "POSTS_PER_10K", "WORKERS_PER_10K"), float),
        **dict.fromkeys(("IMBALANCE", "IMBALANCE_GRIDS", "IMBALANCE_HOUSEHOLDS", "SOCIAL_WORKERS_PER_10K"), float),
        **dict.fromkeys(("SOCIAL_WORKERS_VERDICT", "NOTES"), str),
        **dict.fromkeys(("BLOCKS_TO_MOVE", "IMBALANCE_BEFORE", "IMBALANCE_MOVED"), float),
        "LEFT_OUT": float,
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "gridstaffing", "MOVES": "gridmoves"}

    def title(self) -> str:
        """Short name."""
        return tr("Grid staffing")

    def about(self) -> str:
        """One sentence."""
        return tr("Counts posts per grid and per 10 000 residents, vacancies and balance of workload.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, norms, what makes work, outputs."""
        yield parameters.areas()
        yield parameters.doorplates(optional=True)
        words = tr("Below this a post counts as vacant.")
        yield parameters.number("LEADERS_PER_GRID", tr("Leaders per grid"), words, 1, low=0, high=100, decimals=1)
        yield parameters.number("WORKERS_PER_GRID", tr("Workers per grid"), words, 1, low=0, high=100, decimals=1)
        yield parameters.facilities(optional=True)
        yield parameters.streets(optional=True)
        yield parameters.dem()
        words = tr("Street metres of at least this slope count as steep; a ramp for wheelchairs has 8 % at most.")
        yield parameters.number("STEEP_PERCENT", tr("Steep from (%)"), words, 8, low=0.1, high=60, decimals=1, advanced=True)
        words = tr("Community workers of the whole district, to compare with the target; 0: not stated.")
        yield parameters.number("SOCIAL_WORKERS", tr("Community workers"), words, 0, low=0, high=1e7)
        words = tr("Urban residents that they serve; 0: the residents of the areas.")
        yield parameters.number("URBAN_RESIDENTS", tr("Urban residents"), words, 0, low=0, high=1e9)
        words = tr("Community workers per 10 000 urban residents that are to be reached; 18 is the national target.")
        yield parameters.number(
            "TARGET_PER_10K", tr("Target (workers per 10 000)"), words, 18, low=0.01, high=1e4, decimals=2, advanced=True
        )
        yield parameters.persons_per_household()
        yield parameters.estates()
        yield parameters.land()
        yield parameters.vector_output("OUTPUT", tr("Grid staffing"), POLYGONS)
        yield parameters.vector_output("MOVES", tr("Blocks to move"), POLYGONS, optional=True)

    def compute(
        self,
        *,
        areas: gpd.GeoDataFrame,
        doorplates: gpd.GeoDataFrame | None,
        leaders_per_grid: float,
        workers_per_grid: float,
        facilities: gpd.GeoDataFrame | None,
        streets: gpd.GeoDataFrame | None,
        dem: Raster | None,
        steep_percent: float,
        social_workers: float,
        urban_residents: float,
        target_per_10k: float,
        persons_per_household: float,
        estates: gpd.GeoDataFrame | None,
        land: gpd.GeoDataFrame | None,
        progress: Progress,
    ) -> Outcome:
        """Accept, count, compare."""
        from ...layers.profiles import standard, walker
        from ..engine.gridstaffing import Norms, grid_staffing
        from ..engine.results import Settings
        from ..engine.workload import Ground

        given = {"doorplates": doorplates, "facilities": facilities, "streets": streets}
        wanted = self.place("MOVES") is not None
        taken = taken_tables(areas, given, {"estates": estates, "land": land} if wanted else None, progress)
        crs = tables.crs_of(areas)
        relief = None if streets is None else relief_under(dem, taken["streets"], crs, progress)
        ground = Ground(**{name: taken.frames.get(name) for name in given}, relief=relief, steep_percent=steep_percent)
        norms = Norms(leaders_per_grid, workers_per_grid, target_per_10k)
        run = Settings(standard(PROFILE), walker(WALKER), persons_per_household=persons_per_household)
        work = text("Counting posts and work")
        found = waited(progress, 0.3, lambda: grid_staffing(taken["areas"], ground, norms=norms, settings=run), work)
        tables.say_problems(found.problems, progress)
        for note in found.notes:
            progress.warn(note)
        figures = {**_figures(found), **_compared(found, social_workers, urban_residents, norms)}
        frames = {"OUTPUT": found.areas}
        if wanted:
            frames["MOVES"], evened = _moves(taken.frames, run, progress.part(0.5, 1))
            figures.update(evened)
        return Outcome(frames=frames, figures={**figures, **taken.figures(), "CRS": crs})


def taken_tables(areas: gpd.GeoDataFrame, given: dict[str, Any], moving: dict[str, Any] | None, progress: Progress) -> tables.Taken:
    """The layers of a run, accepted; moving are those that MOVES takes beside them, None where it is not wanted."""
    missing = [name.upper() for name in ("doorplates", "streets") if moving is not None and given[name] is None]
    if missing:
        words = text("MOVES needs {layers}: blocks lie between streets and are weighed by their doorplates.", layers=", ".join(missing))
        raise InputError(words)
    others = {**given, **(moving or {})}
    return tables.accept(
        {"areas": areas, **{name: tables.with_key(one, name) for name, one in others.items() if one is not None}}, progress
    )


def _moves(frames: dict[str, Any], run: Settings, progress: Progress) -> tuple[gpd.GeoDataFrame, dict[str, float]]:
    from ..engine.gridmoves import proposed_moves

    moves = proposed_moves(**{name: frames.get(name) for name in MOVED_BY}, settings=run, progress=progress)
    gini = {"IMBALANCE_BEFORE": moves.gini_before, "IMBALANCE_MOVED": moves.gini_after}
    return moves.blocks, {"BLOCKS_TO_MOVE": len(moves.blocks), **gini}


def _figures(found: Staffing) -> dict[str, object]:
    named = {name.upper(): value for name, value in found.figures.items() if name != "grids"}
    return {"GRIDS_COUNT": found.figures["grids"], **named, "NOTES": "\n".join(render(note, tr) for note in found.notes)}


def _compared(found: Staffing, social_workers: float, urban_residents: float, norms: Norms) -> dict[str, object]:
    from ..engine import gridstaffing as engine

    per, verdict = engine.social_workers(social_workers, urban_residents or found.figures["residents"], norms)
    return {"SOCIAL_WORKERS_PER_10K": per, "SOCIAL_WORKERS_VERDICT": verdict if social_workers else "not_judged"}
