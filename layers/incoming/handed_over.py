"""Layers that stand inside an archive or in an encoding that GDAL does not read: handed over in memory, nothing is unpacked to disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError
from ..progress import SILENT, Progress
from ..reading import Frame, source_of
from ..words import Text, text
from . import archive
from .encoding import AUTO, UTF8, Encoding, encoding_of
from .layer import read_gdal_layer, refuse_entities_in

MAIN = "doc.kml"


def read_kmz(source: str, path: Path, *, progress: Progress = SILENT) -> Frame:
    """The features of the map inside a .kmz; raises InputError where it holds none, or is no honest archive."""
    with archive.opened(path) as parts:
        names = [part.filename for part in parts.infolist() if part.filename.lower().endswith(".kml")]
        main = next((name for name in names if name.lower() == MAIN), names[0] if len(names) == 1 else None)
        if main is None:
            words = text("{path} holds {count} maps: {known}. Save the one you need as .kml.", path=str(path), count=len(names),
                         known=", ".join(sorted(names)[:9]))  # fmt: skip
            raise InputError(words)
        data = parts.read(main)
    refuse_entities_in(io.BytesIO(data), path)
    return _read(data, "map.kml", source, path, progress)


def read_json(source: str, path: Path, *, encoding: str = AUTO, progress: Progress = SILENT) -> tuple[Frame, Encoding | None, list[Text]]:
    """The features of a GeoJSON file, which should be in UTF-8 and in offices is not always; its encoding where it is another."""
    data = path.read_bytes()
    found = None if encoding.lower() == AUTO and _is_utf8(data) else encoding_of(data, stated=encoding)
    if found is None or (found.name == UTF8 and not found.mark):
        return read_gdal_layer(source, path, progress=progress), None, []
    words = data[found.mark :].decode(found.codec, "replace").encode("utf-8")
    note = text("The file is in {encoding} ({evidence}); GeoJSON should be in UTF-8.", encoding=found.name, evidence=found.evidence)
    return _read(words, "layer.geojson", source, path, progress), found, [note]


def _read(data: bytes, name: str, source: str, path: Path, progress: Progress) -> Frame:
    """The features of a file whose content is these bytes; errors name the file as the user does."""
    with in_memory(data, name) as place:
        try:
            return read_gdal_layer(place + source[len(source_of(source).path) :], path, progress=progress)
        except InputError as error:
            named = [
                text(each.source, **{**each.values, **({"path": str(path)} if "path" in each.values else {})}) for each in error.problems
            ]
            raise InputError(*named) from error


@contextmanager
def in_memory(data: bytes, name: str) -> Iterator[str]:
    """A path under which GDAL finds these bytes inside the block."""
    from osgeo import gdal

    place = f"/vsimem/community3d/{id(data)}/{name}"
    gdal.FileFromMemBuffer(place, data)
    try:
        yield place
    finally:
        gdal.Unlink(place)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
