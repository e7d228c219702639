"""Where results go: tables of a GeoPackage, other formats through OGR, never half a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...layers.errors import InputError
from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress
from ...layers.words import text

if TYPE_CHECKING:
    import pandas as pd

GEOPACKAGE = ".gpkg"
_OGR_URI = re.compile(r"""^ogr:dbname='(?P<path>[^']+)'(?: table="(?P<table>[^"]+)")?""")


@dataclass(frozen=True)
class Destination:
    """A place for one table: the file and, in a GeoPackage, the table's name."""

    path: Path
    table: str

    @property
    def uri(self) -> str:
        """The source string that QGIS and OGR open."""
        return f"{self.path}|layername={self.table}" if self.path.suffix.lower() == GEOPACKAGE else str(self.path)


def destination(value: str, table: str) -> Destination:
    """The place that an output parameter's value names: a path, path|layername=x or QGIS's ogr: form."""
    match = _OGR_URI.match(value)
    if match:
        return Destination(Path(match["path"]), match["table"] or table)
    path, _, rest = value.partition("|layername=")
    return Destination(Path(path), rest or table)


def check_format(place: Destination, key: str) -> None:
    """Refuse shapefiles: they cut column names to ten letters."""
    if place.path.suffix.lower() == ".shp":
        raise InputError(text("{key} cannot be a shapefile: its column names are cut to ten letters. Write a GeoPackage (.gpkg).", key=key))


def write_frames(
    frames: Mapping[str, tuple[Destination, pd.DataFrame]], *, crs: str, styles: dict[str, str], progress: Progress = SILENT
) -> None:
    """Write each frame to its place; frames for one GeoPackage go into it in one go, beside what it holds."""
    from ...layers.geopackage import write_geopackage

    by_file: dict[Path, dict[str, pd.DataFrame]] = {}
    for place, frame in frames.values():
        by_file.setdefault(place.path, {})[place.table] = frame
    for path, tables in by_file.items():
        if path.suffix.lower() == GEOPACKAGE:
            write_geopackage(path, tables, crs=crs, append=path.exists(), styles=styles, progress=progress)
        else:
            _write_through_ogr(path, tables, crs=crs, progress=progress)


def _write_through_ogr(path: Path, tables: dict[str, pd.DataFrame], *, crs: str, progress: Progress) -> None:
    from osgeo import gdal

    from ...layers.geopackage import write_geopackage

    with replacing(path) as ready:
        half = ready.with_suffix(GEOPACKAGE)
        try:
            write_geopackage(half, tables, crs=crs, progress=progress)
            if gdal.VectorTranslate(str(ready), str(half)) is None:
                raise InputError(
                    text("{path} cannot be written: {reason}. Choose a GeoPackage (.gpkg).", path=path, reason=gdal.GetLastErrorMsg())
                )
        finally:
            half.unlink(missing_ok=True)
