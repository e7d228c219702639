"""checknetwork: what of a walking network is not joined as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ..compat import POINTS
from . import parameters, tables
from .base import CHECKS, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd


class CheckNetwork(Algorithm):
    """Lists what the engine would not join, or would leave out, of a network."""

    NAME = "checknetwork"
    GROUP = CHECKS
    TAGS = ("topology", "island", "dangle", "路网", "拓扑", "悬挂", "lwjc", "bxlw")
    FIGURES = {
        **dict.fromkeys(("ISLANDS", "DANGLES", "NEAR_MISSES", "CROSSINGS", "DUPLICATES", "ZERO_LENGTH"), float),
        **dict.fromkeys(("LENGTH_KM", "LARGEST_SHARE", "PROBLEMS_COUNT", "LEFT_OUT"), float),
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Check walking network")

    def about(self) -> str:
        """One sentence."""
        return tr("Finds islands, dangles, near-misses and crossings without node.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Network, distances, output."""
        yield parameters.streets()
        near = tr("Ends closer than this to another line are listed.")
        yield parameters.number("NEAR_M", tr("Near-miss distance (m)"), near, 2, low=0, high=50, decimals=1)
        yield parameters.node_tolerance()
        yield parameters.vector_output("OUTPUT", tr("Network problems"), POINTS)

    def compute(self, *, streets: gpd.GeoDataFrame, near_m: float, node_tolerance_m: float, progress: Progress) -> Outcome:
        """Accept, check, count."""
        from ...layers.problems import joined, problem_frame
        from ..engine.networkcheck import check_network

        taken = tables.accept({"streets": tables.with_key(streets, "streets")}, progress)
        found = check_network(taken["streets"], node_tolerance_m=node_tolerance_m, near_m=near_m, progress=progress)
        if found.advice:
            progress.warn(found.advice)
        crs = tables.crs_of(streets)
        problems = joined([problem_frame(found.problems, crs=crs, translate=tr), taken.problems], crs=crs)
        without_length = int((taken.problems["rule"] == "no_length").sum())
        figures = {**found.figures, "ZERO_LENGTH": found.figures["ZERO_LENGTH"] + without_length, "PROBLEMS_COUNT": len(problems)}
        return Outcome(frames={"OUTPUT": problems}, figures={**figures, **taken.figures(), "CRS": crs})
