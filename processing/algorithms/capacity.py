"""capacity: whether the places of facilities suffice for those who can walk to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import render, text
from ..compat import POINTS, POLYGONS, VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_catchments
from .nearestroutes import wanted_categories
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.capacity import CapacityRun

BARRIERS = ("gates", "walls", "estates", "land")
NEEDS_NONE = ("WEIGHT_FIELD",)  # people are counted, never anything else
PERCENT = 100


class Capacity(Algorithm):
    """Divides the places of facilities among those who can walk to them."""

    NAME = "capacity"
    GROUP = CIRCLE
    TAGS = ("2SFCA", "E2SFCA", "catchment", "accessibility", "Gini", "Lorenz", "两步移动搜索", "容量", "负荷", "可达性", "基尼", "fwrl")
    FIGURES = {
        "NEED": str,
        "CAPACITY": str,
        "SERVED": str,
        "NOT_SERVED": str,
        "SERVED_RATES": str,
        "SERVED_HIGH": str,
        "PER_PERSON": str,
        "GINI": str,
        "OVERLOADED": float,
        "OVER": float,
        "IDLE": float,
        "IDLE_PLACES": float,
        "CAPACITY_UNKNOWN": float,
        "FACILITIES_NOT_CONNECTED": float,
        "CONSERVED": float,
        "WALKS_COUNTED": float,
        "NO_DATA": float,
        "NOTES": str,
        "DOORPLATES_COUNT": float,
        "DEM_COVER": float,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "capacity", "LOAD": "capacity_load", "AREAS_OUT": "capacity_areas"}

    def title(self) -> str:
        """Short name."""
        return tr("Capacity and load")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Divides the places of facilities among the people who can walk to them (two-step floating catchment along the network): "
            "places per person, who finds one, which facilities are overloaded or idle, and how evenly it is shared."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, who needs a place, walking, outputs."""
        yield parameters.doorplates()
        yield parameters.facilities()
        yield parameters.streets()
        yield parameters.areas(optional=True)
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.estates()
        yield parameters.land()
        yield parameters.profile()
        words = tr("Ids of the categories to examine, separated by commas, for example elderly,primary_school; empty: all of the profile.")
        yield parameters.string("CATEGORIES", tr("Categories"), words)
        yield parameters.demand()
        yield parameters.walker()
        yield parameters.snap_limit()
        words = tr("Facilities with fewer people than this share of their places are called idle.")
        yield parameters.number("IDLE_BELOW", tr("Idle below (%)"), words, 50, low=0, high=100)
        yield decay()
        yield from (parameter for parameter in tables.advanced_values() if parameter.name() not in NEEDS_NONE)
        words = tr("Column of the doorplates that stands for residents, for example population.")
        yield parameters.string("RESIDENTS_FIELD", tr("Residents column"), words, advanced=True)
        words = tr("Column of the facilities that stands for capacity, for example beds.")
        yield parameters.string("CAPACITY_FIELD", tr("Capacity column"), words, advanced=True)
        yield parameters.vector_output("OUTPUT", tr("Places by doorplate"), POINTS)
        yield parameters.vector_output("LOAD", tr("Load of facilities"), POINTS)
        yield parameters.vector_output("AREAS_OUT", tr("Places by area"), POLYGONS, optional=True)
        yield parameters.vector_output("SUMMARY", tr("Summary of places"), VECTOR, optional=True)
        yield parameters.vector_output("GROUPS", tr("Places by group"), VECTOR, optional=True)
        yield parameters.vector_output("LORENZ", tr("Lorenz curves"), VECTOR, optional=True)

    def compute(
        self,
        *,
        doorplates: gpd.GeoDataFrame,
        facilities: gpd.GeoDataFrame,
        streets: gpd.GeoDataFrame,
        areas: gpd.GeoDataFrame | None,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        categories: str,
        demand: str,
        idle_below: float,
        decay: str,
        dem: Raster | None,
        **others: Any,
    ) -> Outcome:
        """Accept the layers, walk, divide."""
        from ..engine.capacity import Ask, service_capacity
        from ..engine.eligible import eligible
        from ..engine.ground import Tables

        chosen = settings(self.effective(), profile=profile, profile_file=profile_file, **tables.walking(others))
        chosen = only(chosen, wanted_categories(categories, chosen.profile))
        ask = Ask(eligible(chosen.profile, demand), decay, idle_below / PERCENT)
        given = given_tables(doorplates, facilities, streets, areas, others)
        say_catchments(progress, len(doorplates), len(facilities))
        taken = tables.accept(given, progress)
        relief = relief_under(dem, taken["streets"], tables.crs_of(streets), progress)
        barriers = {name: taken.frames.get(name) for name in BARRIERS}
        main = {name: taken.frames.get(name) for name in ("doorplates", "facilities", "streets", "areas")}
        found = service_capacity(**main, tables=Tables(**barriers, relief=relief), ask=ask, settings=chosen, progress=progress.part(0, 0.9))
        tables.say_problems(found.problems, progress)
        for note in found.notes:
            progress.warn(note)
        frames, figures = self._results(found, main["areas"], barriers, progress)
        return Outcome(frames=frames, figures={**figures, **taken.figures(), "CRS": tables.crs_of(streets)})

    def _results(
        self, found: CapacityRun, areas: gpd.GeoDataFrame | None, barriers: dict[str, Any], progress: Progress
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        from ..engine import capacitytables as made
        from ..engine.capacitygroups import by_group

        progress.at(0.9, text("Adding up the places"))
        loads, summary = made.load(found), made.summary(found, areas)
        frames: dict[str, Any] = {"OUTPUT": made.at_doorplates(found), "LOAD": loads, "SUMMARY": summary}
        if areas is not None:
            frames["AREAS_OUT"] = made.areas_out(areas, summary)
        if self.place("GROUPS") or self.place("LORENZ"):
            given = {name: barriers.get(name) for name in ("estates", "walls", "gates")}
            frames["GROUPS"], frames["LORENZ"] = by_group(found, **given)
        say_load(loads, progress)
        figures = made.key_figures(found, loads, summary)
        notes = "\n".join(render(note, tr) for note in found.notes)
        return frames, {**figures, "NOTES": notes, "DEM_COVER": found.dem_cover}


def decay() -> parameters.Parameter:
    """How distance counts within the limit."""
    entries = {"gaussian": tr("The nearer counts more (Gaussian)"), "none": tr("All within the limit count alike")}
    words = tr("Gaussian falls from 1 at the door to 0 at the limit; none is the method's first form of 2003.")
    return parameters.choice("DECAY", tr("Weight of distance"), words, entries, "gaussian", advanced=True)


def only(chosen: Any, wanted: list[str]) -> Any:
    """The settings with these categories of the profile alone."""
    from dataclasses import replace

    kept = tuple(category for category in chosen.profile.categories if category.id in wanted)
    return replace(chosen, profile=replace(chosen.profile, categories=kept))


def given_tables(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame | None,
    others: dict[str, Any],
) -> dict[str, gpd.GeoDataFrame]:
    """The layers of a run with what stands in for missing columns, ready to be accepted."""
    homes = tables.with_weight(tables.with_key(doorplates, "doorplates", others["id_field"]), "residents", others["residents_field"])
    places = tables.with_services(tables.with_key(facilities, "facilities"), others["services"])
    if others["capacity_field"]:
        places = places.assign(capacity=tables.required(places, others["capacity_field"], "CAPACITY_FIELD"))
    found = {"doorplates": homes, "facilities": places, "streets": tables.with_key(streets, "streets")}
    optional = {"areas": areas, **{name: others.get(name) for name in BARRIERS}}
    return {**found, **{name: frame for name, frame in optional.items() if frame is not None}}


def say_load(loads: pd.DataFrame, progress: Progress) -> None:
    """One line for each category: who finds a place, how many facilities are too full, how many stand empty."""
    for category, rows in loads.groupby("category", sort=False):
        counts = rows["verdict"].value_counts()
        sums = {name: f"{rows[name].sum():,.0f}" for name in ("served", "over", "idle")}
        words = text(
            "{category}: {served} people find a place, {over} are too many at {overloaded} overloaded facilities; {idle} places stay "
            "empty, {idle_count} facilities are idle.",
            category=category,
            overloaded=int(counts.get("overloaded", 0)),
            idle_count=int(counts.get("idle", 0)),
            **sums,
        )
        progress.say(words)
