"""whatif: what a change would bring."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import POINTS, VECTOR
from . import keeping, parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_coverage
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.capacitychange import PlacesChanged
    from ..engine.whatif import Tried


class WhatIf(Algorithm):
    """Tries a scenario on the coverage."""

    NAME = "whatif"
    GROUP = CIRCLE
    REPEATABLE = True
    TAGS = ("scenario", "plan", "site", "方案", "选址", "出入口", "fats")
    FIGURES = {
        **dict.fromkeys(("GAINED", "LOST"), float),
        **dict.fromkeys(("RATES_BEFORE", "RATES"), str),
        **dict.fromkeys(("ASKED_AGAIN", "WEIGHT_TOTAL", "LEFT_OUT"), float),
        **dict.fromkeys(("SERVED_BEFORE", "SERVED"), str),
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "whatif"}

    def title(self) -> str:
        """Short name."""
        return tr("What if")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Tries facilities added, closed or moved, gates opened or closed and new paths, and tells who would gain or lose a service."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, the scenario, standards, walking, outputs."""
        yield parameters.doorplates()
        yield parameters.facilities()
        yield parameters.streets()
        words = tr(
            "Rows with action and id: add_facility (services, point), close_facility, move_facility (point), set_capacity (capacity), "
            "open_gate, close_gate, add_street (line), remove_street. Plain tables give places in a column place, as WKT in the CRS of "
            "the first layer."
        )
        yield parameters.source("CHANGES", tr("Scenario"), words, [VECTOR])
        yield from tables.optional_layers()
        yield parameters.profile()
        yield parameters.walker()
        yield parameters.snap_limit()
        yield parameters.weight()
        yield from tables.advanced_values()
        yield parameters.vector_output("OUTPUT", tr("Changed doorplates"), POINTS)
        yield parameters.vector_output("TOTALS", tr("Change by area"), VECTOR, optional=True)

    def wants(self, key: str) -> bool:
        """The scenario always; the other layers where no base run of them is kept."""
        return key == "CHANGES" or self._found() is None

    def _found(self) -> keeping.Kept | None:
        """The base run that the tool *Try it here* has kept of these inputs; asked once a run."""
        if not hasattr(self, "_kept"):
            self._keeper = getattr(self.provider(), "keeper", None)
            self._key = self._input_key() if self._keeper is not None else ""
            self._kept = self._keeper.find(self._key) if self._key else None
        return self._kept

    def _input_key(self) -> str:
        used = {name: value for name, value in self.effective().items() if name != "CHANGES"}
        own = str(self._parameters.get("PROFILE_FILE") or "")
        layers = [source for source in self._sources if source.key != "CHANGES"]
        try:
            return "" if self.raster("DEM") else keeping.key_of(used, layers, [Path(own)] if own else [])
        except (sqlite3.Error, OSError):
            return ""

    def compute(
        self,
        *,
        changes: pd.DataFrame,
        streets: gpd.GeoDataFrame | None,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        weight: str,
        dem: Raster | None,
        **others: Any,
    ) -> Outcome:
        """Run once, or take the run that was kept; try the scenario, count."""
        from ..engine.capacitychange import places_changed
        from ..engine.gains import changed_doorplates, totals
        from ..engine.scenario import read_scenario
        from ..engine.whatif import try_changes

        kept = self._found()
        if kept is None:
            given = {"streets": streets, "profile": profile, "profile_file": profile_file, "weight": weight, "dem": dem, **others}
            kept = self._base(changes, **given, progress=progress.part(0, 0.7))
        base, taken = kept.base, kept.taken
        scenario = read_scenario(changes, taken.frames)
        tried = try_changes(base, scenario, progress=progress.part(0.7, 0.85))
        places = places_changed(base, scenario, progress=progress.part(0.85, 0.9))
        by_area = totals(base, tried)
        whole = by_area[by_area["level"] == "all"].set_index("category")
        _say(tried, progress)
        figures = {
            **{name: float(whole[name.lower()].sum()) for name in ("GAINED", "LOST")},
            **{key: tables.shares(whole[column]) for key, column in (("RATES_BEFORE", "rate_before"), ("RATES", "rate_after"))},
            "ASKED_AGAIN": len(tried.rows),
            "WEIGHT_TOTAL": float(whole["total"].iloc[0]),
            **_of_places(places, progress),
        }
        frames = {"OUTPUT": changed_doorplates(base, tried), "TOTALS": by_area}
        return Outcome(frames=frames, figures={**figures, **taken.figures(), "CRS": kept.crs})

    def _base(
        self,
        changes: pd.DataFrame,
        *,
        streets: gpd.GeoDataFrame,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        weight: str,
        dem: Raster | None,
        **others: Any,
    ) -> keeping.Kept:
        """Accept the layers and run once on them; a faulty scenario is refused before."""
        from ..engine.scenario import read_scenario
        from ..engine.whatif import base_run

        walking = tables.walking(others)
        chosen = settings(self.effective(), profile=profile, profile_file=profile_file, weight=weight, **walking)
        given = tables.coverage_inputs({**others, "streets": streets, "weight": weight}, chosen.method)
        say_coverage(progress, len(given["doorplates"]), len(chosen.profile.categories), walls="walls" in given)
        taken = tables.accept(given, progress)
        read_scenario(changes, taken.frames)
        relief = relief_under(dem, taken["streets"], tables.crs_of(streets), progress)
        base = base_run({**taken.frames, "relief": relief}, settings=chosen, progress=progress)
        tables.say_problems(base.decided.coverage.problems, progress)
        kept = keeping.Kept(base, taken, tables.crs_of(streets))
        if self._keeper is not None:
            self._keeper.keep(self._key, kept)
        return kept


def _of_places(places: PlacesChanged | None, progress: Progress) -> dict[str, Any]:
    """The figures of changed capacities, said in the log too."""
    if places is None:
        return {}
    for name, after in places.after.items():
        before = places.before[name]
        words = text("{category}: {after} people find a place after the change.", category=name, after=f"{after:,.0f}")
        if before is not None:
            words = text(
                "{category}: {before} people find a place before the change, {after} after it.",
                category=name,
                before=f"{before:,.0f}",
                after=f"{after:,.0f}",
            )
        progress.say(words)
    for note in places.run.notes:
        progress.warn(note)
    return {"SERVED_BEFORE": places.before, "SERVED": places.after}


def _say(tried: Tried, progress: Progress) -> None:
    if tried.not_connected:
        words = text("No path leads to these new or moved facilities, so they serve nobody: {ids}.", ids=", ".join(tried.not_connected))
        progress.warn(words)
    if tried.why_whole is None:
        progress.say(text("Doorplates that had to be asked again: {count}.", count=len(tried.rows)))
        return
    progress.say(tried.why_whole)
    progress.say(text("So all {count} doorplates were asked again in a second whole run: as exact, only slower.", count=len(tried.rows)))
