"""rankgates: which gate to open first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import POINTS, VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_gates
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.rankgates import RankedGates


class RankGates(Algorithm):
    """Ranks the gates that are not open to all."""

    NAME = "rankgates"
    GROUP = CIRCLE
    TAGS = ("gate", "wall", "open", "出入口", "围墙", "开放小区", "crkpx")
    FIGURES = {
        "GATES_COUNT": float,
        "BEST_GATE": str,
        "BEST_GAIN": float,
        "TOGETHER": float,
        "WEIGHT": str,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "rankgates"}

    def title(self) -> str:
        """Short name."""
        return tr("Rank gates")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Ranks every gate that is not open to all by the households it would newly bring within reach, alone and in the best order."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, walking, output."""
        yield parameters.doorplates()
        yield parameters.facilities()
        yield parameters.streets()
        yield from tables.optional_layers()
        yield parameters.profile()
        yield parameters.walker()
        yield parameters.snap_limit()
        yield parameters.weight()
        words = tr("How many gates of the best order are worked out, each on top of those before it.")
        yield parameters.integer("MOST", tr("Gates in the best order"), words, 20, low=0)
        yield from tables.advanced_values()
        yield parameters.vector_output("OUTPUT", tr("Ranked gates"), POINTS)
        yield parameters.vector_output("TOTALS", tr("Gain by area"), VECTOR, optional=True)

    def compute(
        self,
        *,
        streets: gpd.GeoDataFrame,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        weight: str,
        most: int,
        dem: Raster | None,
        **others: Any,
    ) -> Outcome:
        """Accept, rank, name the best."""
        from ..engine.rankgates import rank_gates

        walking = tables.walking(others)
        chosen = settings(self.effective(), profile=profile, profile_file=profile_file, weight=weight, **walking)
        given = tables.coverage_inputs({**others, "streets": streets, "weight": weight}, chosen.method)
        gates = given.get("gates", ())
        say_gates(progress, len(gates), len(given["doorplates"]), len(chosen.profile.categories))
        taken = tables.accept(given, progress)
        relief = relief_under(dem, taken["streets"], tables.crs_of(streets), progress)
        found = rank_gates({**taken.frames, "relief": relief}, settings=chosen, most=most, progress=progress)
        tables.say_problems(found.problems, progress)
        _say_whole_runs(found, progress)
        best = found.frame.iloc[0]
        figures = {
            "GATES_COUNT": len(found.frame),
            "BEST_GATE": str(best["gate_id"]) if best["alone"] > 0 else "",
            "BEST_GAIN": float(best["alone"]),
            "TOGETHER": float(found.frame["added"].sum()),
            "WEIGHT": found.weight,
        }
        return Outcome(
            frames={"OUTPUT": found.frame, "TOTALS": found.by_area}, figures={**figures, **taken.figures(), "CRS": tables.crs_of(streets)}
        )


def _say_whole_runs(found: RankedGates, progress: Progress) -> None:
    if found.why_whole is None:
        return
    progress.say(found.why_whole)
    words = text(
        "So each of the {count} gates asked for a whole run. The best order would ask for one more by every gate and step: "
        "only its first gate is worked out.",
        count=len(found.frame),
    )
    progress.warn(words)
