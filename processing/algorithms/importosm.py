"""importosm: an OSM file on disk becomes a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingParameterExtent, QgsProcessingParameterFile

from ...i18n import legend_language, tr
from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from .. import dressing
from ..shownlayers import workspace_layers
from . import parameters, tables
from .base import DATA, Algorithm, Outcome
from .howlong import say_osm
from .values import Box

TABLES = ("streets", "buildings", "facilities", "doorplates", "gates", "walls", "estates", "land", "areas")


class ImportOsm(Algorithm):
    """Reads what an OSM file holds for a living circle."""

    NAME = "importosm"
    GROUP = DATA
    TAGS = ("openstreetmap", "osm", "pbf", "导入", "路网", "drosm")
    FIGURES = {f"{table.upper()}_COUNT": float for table in TABLES} | {"CRS": str}

    def title(self) -> str:
        """Short name."""
        return tr("Import OSM file")

    def about(self) -> str:
        """One sentence."""
        return tr("Reads paths, buildings, facilities, gates, walls and addresses from an OSM file on disk.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """File, extent, CRS, where to."""
        file = QgsProcessingParameterFile("INPUT", tr("OSM file"), fileFilter=tr("OSM files (*.pbf *.osm)"))
        yield parameters.helped(file, tr("Nothing is downloaded."))
        extent = QgsProcessingParameterExtent("EXTENT", tr("Extent"), None, True)
        yield parameters.helped(extent, tr("Keeps what touches it; leave 1.5 km around the district."))
        yield parameters.target_crs()
        yield parameters.file_output("OUTPUT", tr("Workspace"), tables.GEOPACKAGE_FILTER)

    def compute(self, *, input: Path | None, extent: Box | None, crs: str | None, output: Path, progress: Progress) -> Outcome:  # noqa: A002, the parameter's key
        """Read, write, count."""
        from ...layers.osm import read_osm
        from ...layers.workspace import write_workspace

        if input is None:
            raise InputError(text("INPUT names no file. Choose an OSM file (.osm or .osm.pbf)."))
        if input.is_file():
            say_osm(progress, input.stat().st_size, input.suffix.lower())
        read = aside(progress.part(0, 0.8), lambda relay: read_osm(input, extent=extent, crs=crs, progress=relay))
        for note in read.notes:
            progress.say(note)
        styles = dressing.styles_of(read.tables, {}, legend_language(), tr)
        write_workspace(output, read.tables, crs=read.crs, progress=progress.part(0.8, 1), styles=styles)
        counts = {f"{table.upper()}_COUNT": len(read.tables.get(table, ())) for table in TABLES}
        return Outcome(figures={**counts, "CRS": read.crs}, layers=workspace_layers(output))
