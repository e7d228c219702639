"""servicecoverage: the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import POINTS, POLYGONS, VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_of_run
from .howlong import say_coverage
from .settings import headline, settings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.elevation import Relief
    from ..engine.check import Decided
    from ..engine.results import Settings


class ServiceCoverage(Algorithm):
    """Decides for every doorplate which services are within reach."""

    NAME = "servicecoverage"
    GROUP = CIRCLE
    REPEATABLE = True
    TAGS = ("accessibility", "15 minutes", "walk", "生活圈", "覆盖", "可达", "shq", "fwfg")
    FIGURES = {
        "FIRST_WORD": str,
        "METHOD": str,
        "DOORPLATES_COUNT": float,
        "HOUSEHOLDS": float,
        "RESIDENTS": float,
        "HOUSEHOLDS_FROM": str,
        "RESIDENTS_FROM": str,
        "WEIGHT_TOTAL": float,
        "COVERED_ALL": float,
        "RATE_ALL": float,
        "COMPLETENESS": float,
        "RATES": str,
        "RATE": str,
        "CROW_RATE": str,
        "VERDICTS": str,
        "NOT_SNAPPED": float,
        "NO_ROUTE": float,
        "BEHIND_GATE": float,
        "NETWORK_QUALITY": str,
        "AREAS_NOT_USABLE": float,
        "DEM_COVER": float,
        "SEALED_HOUSEHOLDS": float,
        "FACILITIES_NOT_CONNECTED": float,
        "BORDERLINE": float,
        "BORDERLINE_RATES": str,
        "GROUP_RATES": str,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"LEDGER": "ledger", "AREAS_OUT": "areas_out"}

    def title(self) -> str:
        """Short name."""
        return tr("Service coverage")

    def about(self) -> str:
        """One sentence."""
        return tr("Decides for every doorplate, by network distance, which services are within reach, and why not.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, walking, columns, outputs."""
        yield parameters.doorplates()
        yield parameters.facilities()
        yield parameters.streets(optional=True)
        yield from tables.optional_layers()
        yield parameters.profile()
        yield parameters.targets()
        yield parameters.walker()
        yield parameters.method()
        yield parameters.snap_limit()
        yield parameters.weight()
        yield from tables.advanced_values()
        yield parameters.sensitivity()
        yield parameters.vector_output("LEDGER", tr("Coverage ledger"), POINTS)
        yield parameters.vector_output("SUMMARY", tr("Coverage summary"), VECTOR, optional=True)
        yield parameters.vector_output("AREAS_OUT", tr("Coverage by area"), POLYGONS, optional=True)
        yield parameters.vector_output("GROUPS", tr("Coverage by group"), VECTOR, optional=True)

    def compute(
        self,
        *,
        doorplates: gpd.GeoDataFrame,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        targets: str,
        weight: str,
        dem: Raster | None,
        **others: object,
    ) -> Outcome:
        """Accept the layers, decide, count."""
        from ..engine.check import service_coverage

        chosen = settings(
            self.effective(), profile=profile, profile_file=profile_file, targets=targets, weight=weight, **tables.walking(others)
        )
        given = tables.coverage_inputs({**others, "doorplates": doorplates, "weight": weight}, chosen.method)
        forms = {"walls": "walls" in given, "estimate": chosen.method == tables.ESTIMATE, "firmness": chosen.sensitivity}
        say_coverage(progress, len(doorplates), len(chosen.profile.categories), **forms)
        taken = tables.accept(given, progress)
        main = {name: taken.frames.get(name) for name in ("doorplates", "facilities", "streets")}
        relief = relief_of_run(dem, main["streets"], chosen, tables.crs_of(doorplates), progress)
        coverage = service_coverage(**{**taken.frames, **main}, relief=relief, settings=chosen, figures_of_areas=False, progress=progress)
        tables.say_problems(coverage.coverage.problems, progress)
        by_group = grouped(coverage, taken.frames, relief, chosen, progress) if self.place("GROUPS") else None
        frames = {"LEDGER": coverage.ledger, "SUMMARY": coverage.summary, "AREAS_OUT": coverage.areas_out, "GROUPS": by_group}
        figures = {**headline(coverage.figures, chosen), **group_figure(by_group), **taken.figures()}
        return Outcome(frames=frames, figures={**figures, "CRS": tables.crs_of(doorplates)})


def grouped(
    decided: Decided, frames: dict[str, gpd.GeoDataFrame], relief: Relief | None, chosen: Settings, progress: Progress
) -> pd.DataFrame:
    """The coverage of groups, the elderly at their own pace."""
    from ..engine.groups import group_coverage, walked_again

    progress.at(0.9, text("Comparing groups"))
    again = walked_again(decided, frames, relief=relief, progress=progress.part(0.9, 1))
    return group_coverage(decided, again, **{name: frames.get(name) for name in ("estates", "walls", "gates")}, settings=chosen)


def group_figure(groups: pd.DataFrame | None) -> dict[str, object]:
    """The rates by group and category, where groups were asked for."""
    if groups is None:
        return {}
    from ..engine.groups import group_rates

    return {"GROUP_RATES": group_rates(groups)}
