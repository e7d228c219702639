"""Where results go: tables of a GeoPackage, other formats through OGR, never half a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from ...layers.errors import Cancelled, InputError
from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress
from ...layers.words import text

if TYPE_CHECKING:
    import pandas as pd

GEOPACKAGE = ".gpkg"
Fill = Callable[[Path, Progress], None]  # writes a file under the name that it is given
_OGR_URI = re.compile(r"""^ogr:dbname='(?P<path>[^']+)'(?: table="(?P<table>[^"]+)")?""")


@dataclass(frozen=True)
class Destination:
    """A place for one table: the file and, in a GeoPackage, the table's name."""

    path: Path
    table: str
    named: bool = False  # by the user

    @property
    def uri(self) -> str:
        """The source string that QGIS and OGR open."""
        return f"{self.path}|layername={self.table}" if self.path.suffix.lower() == GEOPACKAGE else str(self.path)

    def called(self, table: str | None) -> Destination:
        """The place with a better name for the table, unless the user gave one."""
        return self if self.named or not table else replace(self, table=table)


def destination(value: str, table: str) -> Destination:
    """The place that an output parameter's value names: a path, path|layername=x or QGIS's ogr: form."""
    match = _OGR_URI.match(value)
    if match:
        return Destination(Path(match["path"]), match["table"] or table, named=bool(match["table"]))
    path, _, rest = value.partition("|layername=")
    return Destination(Path(path), rest or table, named=bool(rest))


def check_format(place: Destination, key: str) -> None:
    """Refuse shapefiles: they cut column names to ten letters."""
    if place.path.suffix.lower() == ".shp":
        raise InputError(text("{key} cannot be a shapefile: its column names are cut to ten letters. Write a GeoPackage (.gpkg).", key=key))


def write_frames(
    frames: Mapping[str, tuple[Destination, pd.DataFrame]],
    *,
    crs: str,
    styles: dict[str, str],
    notes: dict[str, str] | None = None,
    progress: Progress = SILENT,
) -> None:
    """Write each frame to its place; frames for one GeoPackage go into it in one go, beside what it holds."""
    from ...layers.geopackage import prepared_geopackage

    by_file: dict[Path, dict[str, pd.DataFrame]] = {}
    for place, frame in frames.values():
        by_file.setdefault(place.path, {})[place.table] = frame
    # The files appear together once the last is whole.
    with ExitStack() as files:
        for path, tables in by_file.items():
            if path.suffix.lower() == GEOPACKAGE:
                made = prepared_geopackage(path, tables, crs=crs, append=path.exists(), styles=styles, notes=notes, progress=progress)
            else:
                made = _prepared_by_ogr(path, tables, crs=crs, progress=progress)
            files.enter_context(made)


@contextmanager
def prepared_files(files: Mapping[Path, Fill], progress: Progress = SILENT) -> Iterator[None]:
    """Fill files that bear their names once the block ends well."""
    with ExitStack() as ready:
        for number, (path, fill) in enumerate(files.items()):
            fill(ready.enter_context(replacing(path)), progress.part(number / len(files), (number + 1) / len(files)))
        yield


@contextmanager
def _prepared_by_ogr(path: Path, tables: dict[str, pd.DataFrame], *, crs: str, progress: Progress) -> Iterator[None]:
    from ...layers.geopackage import write_geopackage

    with replacing(path) as ready:
        half = ready.with_suffix(GEOPACKAGE)
        try:
            write_geopackage(half, tables, crs=crs, progress=progress)
            _translate(ready, half, path, progress)
        finally:
            half.unlink(missing_ok=True)
        yield


def write_copy(place: Destination, made: Path, progress: Progress = SILENT) -> None:
    """Write the one layer of a GeoPackage to its place, its geometry as it is, beside what the place holds."""
    from ...layers.geopackage import back_up

    into_geopackage = place.path.suffix.lower() == GEOPACKAGE
    with replacing(place.path) as ready:
        there = into_geopackage and back_up(place.path, ready, progress)
        options = {"layerName": place.table} if into_geopackage else {}
        _translate(ready, made, place.path, progress, **options, **({"accessMode": "overwrite"} if there else {}))


def _translate(ready: Path, made: Path, path: Path, progress: Progress, **options: str) -> None:
    """Let GDAL write a file in the format of its suffix; path is the name that people know."""
    from osgeo import gdal

    go_on = _Asked(progress)
    if gdal.VectorTranslate(str(ready), str(made), callback=go_on, **options) is None:
        go_on.raise_if_stopped()
        raise InputError(
            text("{path} cannot be written: {reason}. Choose a GeoPackage (.gpkg).", path=str(path), reason=gdal.GetLastErrorMsg())
        )


class _Asked:
    """GDAL's question whether to go on, passed to the progress: an exception would not get through GDAL."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._stop = progress, None

    def __call__(self, share: float, _message: str, _data: object) -> int:
        """1 to go on, 0 to stop."""
        try:
            self._progress.at(share)
        except Cancelled as stop:
            self._stop = stop
            return 0
        return 1

    def raise_if_stopped(self) -> None:
        """Raise the Cancelled that made GDAL stop."""
        if self._stop:
            raise self._stop
