"""comparecoverage: what changed between two ledgers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress, waited
from ...layers.words import render, text
from ..compat import POINTS, POLYGONS, VECTOR
from . import parameters, tables
from .base import RESULTS, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd


class CompareCoverage(Algorithm):
    """Shows what doorplates and areas gained or lost between two ledgers."""

    NAME = "comparecoverage"
    GROUP = RESULTS
    REPEATABLE = True
    TAGS = ("compare", "before", "after", "change", "对比", "变化", "前后", "fgqhdb")
    FIGURES = {
        **dict.fromkeys(("GAINED", "LOST"), float),
        **dict.fromkeys(("RATES_BEFORE", "RATES"), str),
        **dict.fromkeys(("COMPARED", "UNMATCHED", "WEIGHT_TOTAL"), float),
        **dict.fromkeys(("NOTES", "CRS"), str),
    }
    STYLES = {"OUTPUT": "comparecoverage", "AREAS_OUT": "comparecoverage_areas"}

    def title(self) -> str:
        """Short name."""
        return tr("Compare coverage")

    def about(self) -> str:
        """One sentence."""
        return tr("Shows which doorplates and areas gained or lost a service between two ledgers.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Two ledgers, areas, outputs."""
        words = tr("Matched by doorplate_id; different profiles are refused.")
        yield parameters.source("BEFORE", tr("Ledger before"), words, [POINTS])
        yield parameters.source("AFTER", tr("Ledger after"), words, [POINTS])
        yield parameters.areas(optional=True)
        yield parameters.weight()
        yield parameters.vector_output("OUTPUT", tr("Changed doorplates"), POINTS)
        yield parameters.vector_output("AREAS_OUT", tr("Change by area"), POLYGONS, optional=True)
        yield parameters.vector_output("SUMMARY", tr("Change by area and category"), VECTOR, optional=True)

    def compute(
        self, *, before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None, weight: str, progress: Progress
    ) -> Outcome:
        """Match, compare, add up."""
        from ..engine.comparecoverage import compare_coverage

        taken = None if areas is None else tables.accept({"areas": areas}, progress)["areas"]
        found = waited(progress, 0.3, lambda: compare_coverage(before, after, areas=taken, weight=weight), text("Comparing the ledgers"))
        for note in found.notes:
            progress.warn(note)
        whole = found.totals[found.totals["level"] == "all"].set_index("category")
        figures = {
            **{name: float(whole[name.lower()].sum()) for name in ("GAINED", "LOST")},
            **{key: tables.shares(whole[column]) for key, column in (("RATES_BEFORE", "rate_before"), ("RATES", "rate_after"))},
            "COMPARED": len(found.doorplates),
            "UNMATCHED": found.unmatched,
            "WEIGHT_TOTAL": float(whole["total_after"].iloc[0]),
            "NOTES": "\n".join(render(note, tr) for note in found.notes),
            "CRS": tables.crs_of(after),
        }
        return Outcome(frames={"OUTPUT": found.doorplates, "AREAS_OUT": found.areas, "SUMMARY": found.totals}, figures=figures)
