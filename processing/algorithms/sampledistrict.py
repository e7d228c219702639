"""sampledistrict: a generated district whose answers can be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingParameterFileDestination

from ...i18n import legend_language, tr
from ...layers.progress import Progress, aside
from .. import dressing
from ..shownlayers import workspace_layers
from . import parameters, tables
from .base import DATA, Algorithm, Outcome
from .howlong import say_sample

RASTER_FILTER = "GeoTIFF (*.tif)"


class SampleDistrict(Algorithm):
    """Makes a district in the manner of Suzhou."""

    NAME = "sampledistrict"
    GROUP = DATA
    TAGS = ("sample", "demo", "示例", "样例", "slxq")
    FIGURES = {"DOORPLATES_COUNT": float, "HOUSEHOLDS": float, "AREAS_COUNT": float, "FACILITIES_COUNT": float}

    def title(self) -> str:
        """Short name."""
        return tr("Create sample district")

    def about(self) -> str:
        """One sentence."""
        return tr("Makes a district in the manner of Suzhou with streets, estates, doorplates and facilities to try everything on.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Town, size, seed, where to."""
        towns = {
            "suzhou": tr("A district in the manner of Suzhou"),
            "wuzhong": tr("In the numbers of Wuzhong: 118 communities, 1,040 grids"),
            "tianruncheng": tr("In the numbers of Tianruncheng: nine estates around one complex"),
            "tukanba": tr("In the numbers of Tukanba: a hillside of ten grids and eighteen groups"),
        }
        words = tr("The others have the published numbers of a case and one size; their streets and names are invented.")
        yield parameters.choice("TOWN", tr("Town"), words, towns, "suzhou")
        sizes = {"small": tr("Small, about 500 doorplates"), "medium": tr("Medium, about 20,000"), "large": tr("Large, about 500,000")}
        yield parameters.choice("SIZE", tr("Size"), tr("About 500, 20,000 or 500,000 doorplates."), sizes, "small")
        yield parameters.integer("SEED", tr("Seed"), tr("The same number gives the same district."), 1, low=0)
        yield parameters.file_output("OUTPUT", tr("Sample workspace"), tables.GEOPACKAGE_FILTER)
        dem = QgsProcessingParameterFileDestination("DEM", tr("Elevation model"), RASTER_FILTER, None, True, False)
        yield parameters.helped(dem, tr("The heights of a hilly town (tukanba), to give to the checks; the other towns are flat."))

    def compute(self, *, town: str, size: str, seed: int, output: Path, dem: Path | None, progress: Progress) -> Outcome:
        """Generate and write."""
        from ...layers.sample.towns import SUZHOU, fill_elevation, refuse_flat, sample_town_of
        from ...layers.workspace import write_workspace

        if dem:
            refuse_flat(town)
        if town == SUZHOU and size == "large":
            say_sample(progress)
        made = aside(progress.part(0, 0.7), lambda relay: sample_town_of(town, size=size, seed=seed, progress=relay))
        styles = dressing.styles_of(made, {}, legend_language(), tr)
        write_workspace(output, made, crs=tables.crs_of(made["doorplates"]), progress=progress.part(0.7, 1), styles=styles)
        figures = {
            "DOORPLATES_COUNT": len(made["doorplates"]),
            "HOUSEHOLDS": int(made["doorplates"]["households"].sum()),
            "AREAS_COUNT": len(made["areas"]),
            "FACILITIES_COUNT": len(made["facilities"]),
        }
        files = {dem: lambda path, _: fill_elevation(path, made)} if dem else {}
        return Outcome(figures=figures, layers=workspace_layers(output), files=files)
