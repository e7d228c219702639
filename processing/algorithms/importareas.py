"""importareas: boundary layers of all levels as one table, with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingParameterBoolean, QgsProcessingParameterFile

from ...i18n import tr
from ...layers.progress import Progress
from ..compat import POINTS, POLYGONS
from . import fileinputs, parameters, sources, tables, values
from .base import DATA, Algorithm, Outcome
from .boundaries import REFERENCE, WORD, Boundaries

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd


class ImportAreas(Algorithm):
    """Joins boundary layers, checks them and lists the problems; mends slivers where asked."""

    NAME = "importareas"
    GROUP = DATA
    TAGS = ("boundary", "topology", "overlap", "gap", "sliver", "区划", "网格", "重叠", "间隙", "拓扑", "drqh")
    FIGURES = {
        **dict.fromkeys(("AREAS_COUNT", "PROBLEMS_COUNT", "OVERLAP_M2", "GAP_M2", "ORPHANS", "MENDED", "LEFT_OUT"), float),
        **dict.fromkeys(("TOTALS_ROWS", "TOTALS_TAKEN"), float),
        "OFFSET_M": float,
        "COLUMNS_DROPPED": str,
        "COORDINATES_DETECTED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "areas", "PROBLEMS": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Import areas")

    def about(self) -> str:
        """One sentence."""
        return tr("Joins boundary layers of all levels into one table and lists overlaps, gaps, slivers, orphans and wrong codes.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, what their levels and columns are, what to compare with, how to mend."""
        yield parameters.several("INPUT", tr("Boundary layers"), tr("One per level, or one with all levels."), POLYGONS)
        yield parameters.levels()
        yield parameters.fields()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        yield parameters.estates()
        words = tr("Points whose households are counted in each grid instead of the column households.")
        yield parameters.source("DOORPLATES", tr("Doorplates"), words, [POINTS], optional=True)
        words = tr("A list (.xlsx, .csv) with the code or name of each area and its households, residents, elderly or children.")
        totals = QgsProcessingParameterFile("TOTALS", tr("List of totals"), optional=True)
        yield parameters.helped(totals, words)
        words = tr("Smaller overlaps and gaps are noise of drawing.")
        yield parameters.number("MIN_AREA_M2", tr("Smallest area reported (m²)"), words, 1, low=0, decimals=1, advanced=True)
        words = tr("Gives slivers of overlaps and gaps to the area with the longer border and fills in parents, in the output only.")
        yield parameters.helped(QgsProcessingParameterBoolean("MEND", tr("Mend what is safe"), False), words)
        yield parameters.target_crs()
        yield parameters.vector_output("OUTPUT", tr("Areas"), POLYGONS)
        yield parameters.vector_output("PROBLEMS", tr("Area problems"), optional=True)

    def compute(
        self,
        *,
        input: list[tuple[str, gpd.GeoDataFrame]],  # noqa: A002
        levels: str,
        fields: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        estates: gpd.GeoDataFrame | None,
        doorplates: gpd.GeoDataFrame | None,
        totals: Path | None,
        min_area_m2: float,
        mend: bool,
        crs: str | None,
        progress: Progress,
    ) -> Outcome:
        """Join, accept, check, mend."""
        from ...layers.areas.check import check_areas, mended, mended_count
        from ...layers.areas.joining import Layer, join_layers, renamed_layers, with_levels
        from ...layers.areas.nesting import with_parents
        from ...layers.problems import NOTE, joined, problem_frame

        crs = tables.crs_of(input[0][1])
        layers = with_levels(renamed_layers(input, fields, progress) if "=" not in levels else [Layer(*layer) for layer in input], levels)
        given: dict[str, Any] = {"areas": join_layers(layers)}
        given.update(
            {name: tables.with_key(frame, name) for name, frame in (("estates", estates), ("doorplates", doorplates)) if frame is not None}
        )
        taken = tables.accept(given, progress)
        areas, unlisted, told = _with_totals(taken["areas"], totals, progress)
        checked = check_areas(
            areas,
            estates=taken.frames.get("estates"),
            households=_counted(areas, taken.frames.get("doorplates")),
            min_area_m2=min_area_m2,
            progress=progress,
        )
        if mend:
            areas = with_parents(mended(areas, checked), checked.nested)
        problems = joined([problem_frame([*checked.problems, *unlisted], crs=crs, translate=tr), taken.problems], crs=crs)
        figures = {
            **checked.figures(),
            "AREAS_COUNT": len(areas),
            "PROBLEMS_COUNT": len(problems),
            "MENDED": mended_count(checked) if mend else 0,
        }
        tables.say_problems([problem for problem in [*checked.problems, *unlisted] if problem.severity != NOTE], progress)
        figures = {**figures, **told, **taken.figures(), **self._placed.figures(), "CRS": crs}
        return Outcome(frames={"OUTPUT": areas, "PROBLEMS": problems}, figures=figures, crs=crs)

    def run_crs(self, placed: list[sources.Source]) -> QgsCoordinateReferenceSystem:
        """What CRS says, else the workspace's that is written into, else as of any run."""
        said = {key: values.plain(self, self.parameterDefinition(key), self._parameters, QgsProcessingContext()) for key in ("CRS", WORD)}
        self._placed = Boundaries(said[WORD])
        return self._placed.run_crs(said["CRS"], self.place("OUTPUT"), placed)

    def in_run_crs(self, frame: Any, source: sources.Source, target: QgsCoordinateReferenceSystem, progress: Progress) -> Any:
        """Boundaries without a CRS, or with coordinates that are something else, are put where they belong."""
        if source.key == "INPUT" and self._placed.asked(source):
            return self._placed.layer(frame, source, progress)
        moved = super().in_run_crs(frame, source, target, progress)
        if source.key == REFERENCE:
            self._placed.compare_with(moved)
        return moved


def _with_totals(areas: gpd.GeoDataFrame, path: Path | None, progress: Progress) -> tuple[gpd.GeoDataFrame, list, dict[str, int]]:
    """The areas with the totals of the list, what of it was not taken, and how many rows were."""
    if path is None:
        return areas, [], {}
    from ...layers.areas.statedtotals import with_stated_totals
    from ...layers.incoming.files import read_table

    found = with_stated_totals(areas, read_table(str(path), progress=progress.part(0, 0)))
    return found.areas, found.problems, {"TOTALS_ROWS": found.rows, "TOTALS_TAKEN": found.taken}


def _counted(areas: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame | None) -> pd.Series | None:
    if doorplates is None:
        return None
    from ...layers.areas.totals import households_inside

    return households_inside(areas, doorplates)
