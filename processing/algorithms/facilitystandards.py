"""facilitystandards: what the areas have against what their standards ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import legend_language, tr
from ...layers import profiles
from ...layers.progress import Progress, waited
from ...layers.words import render, text
from ..compat import POLYGONS, VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.facilitystandards import Standards

PLANNING = "planning"  # nobody walks here; the settings of a run name a walker all the same


class FacilityStandards(Algorithm):
    """Compares floor space, required facilities and figures per head with the profile."""

    NAME = "facilitystandards"
    GROUP = CIRCLE
    REPEATABLE = True
    TAGS = ("standards", "floor space", "30 m2", "每百户", "配套", "达标", "标准", "sspzbz")
    FIGURES = {
        "FIRST_WORD": str,
        **dict.fromkeys(("AREAS_COUNT", "PASSED", "FAILED", "NO_DATA", "SHORTFALL_M2"), float),
        **dict.fromkeys(("HOUSEHOLDS", "RESIDENTS", "SERVICE_M2"), float),
        **dict.fromkeys(("AREA_SHARES", "AREA_VERDICTS", "NOTES"), str),
        "LEFT_OUT": float,
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "facilitystandards"}

    def title(self) -> str:
        """Short name."""
        return tr("Facility standards")

    def about(self) -> str:
        """One sentence."""
        return tr("Compares floor space, required types and per-capita figures of each area with the profile.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, level, outputs."""
        yield parameters.areas()
        yield parameters.doorplates(optional=True)
        yield parameters.facilities()
        yield parameters.surveys()
        yield parameters.profile()
        entries = {"subdistrict": tr("Sub-district"), "community": tr("Community"), "grid": tr("Grid")}
        yield parameters.choice("LEVEL", tr("Level"), tr("Areas of this level are judged."), entries, "community")
        yield parameters.profile_file()
        yield parameters.persons_per_household()
        yield parameters.vector_output("OUTPUT", tr("Facility standards by area"), POLYGONS)
        yield parameters.vector_output("TYPES", tr("Facilities by area and type"), VECTOR, optional=True)
        yield parameters.vector_output("RULES", tr("Rules by area"), VECTOR, optional=True)

    def compute(
        self,
        *,
        areas: gpd.GeoDataFrame,
        doorplates: gpd.GeoDataFrame | None,
        facilities: gpd.GeoDataFrame,
        surveys: pd.DataFrame | None,
        profile: str,
        level: str,
        profile_file: Path | None,
        persons_per_household: float,
        progress: Progress,
    ) -> Outcome:
        """Accept the layers, count, judge."""
        from ...layers.profile_file import read_standard
        from ..engine.facilitystandards import facility_standards
        from ..engine.results import Settings

        chosen = read_standard(profile_file) if profile_file else profiles.standard(profile)
        given = {"areas": areas, "facilities": tables.with_key(facilities, "facilities")}
        if doorplates is not None:
            given["doorplates"] = tables.with_key(doorplates, "doorplates")
        if surveys is not None:
            given["surveys"] = surveys
        taken = tables.accept(given, progress)
        run = Settings(chosen, profiles.walker(PLANNING), persons_per_household=persons_per_household)
        asked = {name: taken.frames.get(name) for name in ("areas", "facilities", "doorplates", "surveys")}
        found = waited(progress, 0.3, lambda: facility_standards(**asked, level=level, settings=run), text("Comparing with the standards"))
        tables.say_problems(found.problems, progress)
        for note in found.notes:
            progress.warn(note)
        frames = {"OUTPUT": found.areas, "TYPES": found.types, "RULES": found.rules}
        return Outcome(frames=frames, figures={**headline(found, chosen), **taken.figures(), "CRS": tables.crs_of(areas)})


def headline(found: Standards, chosen: profiles.Profile) -> dict[str, object]:
    """First what to know before reading, then the key figures; shares of areas by rule."""
    figures = {name: figure.value for name, figure in found.figures.items()}
    return {
        "FIRST_WORD": first_word(chosen),
        **{name: value for name, value in figures.items() if name.isupper()},
        "AREA_SHARES": {name.partition(".")[2]: value for name, value in figures.items() if name.startswith("area_share.")},
        "NOTES": "\n".join(render(note, tr) for note in found.notes),
        "AREA_VERDICTS": {name.partition(".")[2]: value for name, value in figures.items() if name.startswith("area_verdict.")},
    }


def first_word(chosen: profiles.Profile) -> str:
    """What the profile judges, and what it only counts."""
    active = [line.name(legend_language()) for line in (*chosen.area_rules, *chosen.requirements) if line.active]
    if not active:
        return tr("The profile states no rule per area that may be judged: figures without verdicts.")
    named = ("、" if legend_language() == "zh" else ", ").join(active)
    return render(text("Judged per area: {rules}. Everything else is counted only.", rules=named), tr)
