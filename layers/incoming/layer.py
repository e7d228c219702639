"""Layers that GDAL reads, with what a damaged file makes it raise told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import InputError
from ..progress import SILENT, Progress
from ..reading import Frame, read_layer
from ..words import text
from . import archive

XML = (".kml", ".gml", ".gpx", ".xml", ".svg")


def read_gdal_layer(source: str, path: Path, *, progress: Progress = SILENT, options: Sequence[str] = ()) -> Frame:
    """The features of any source that GDAL opens; raises InputError for files that are damaged or declare entities."""
    if path.suffix.lower() in XML:
        refuse_entities(path)
    try:
        return read_layer(source, progress=progress, options=options)
    except (RuntimeError, UnicodeDecodeError) as error:
        # Newer GDAL quotes the damaged bytes in its message, which its own Python then cannot decode.
        raise InputError(
            text("{path} is damaged: {reason}. Open it in the program that made it and save it again.", path=str(path), reason=str(error))
        ) from error


def refuse_entities(path: Path) -> None:
    """Raises InputError for XML that declares entities: they may grow without end or name other files."""
    with path.open("rb") as stream:
        refuse_entities_in(stream, path)


def refuse_entities_in(stream: IO[bytes], path: Path) -> None:
    """The same of XML that is open already."""
    parser = archive.parser("iso-8859-1")  # only the signs of XML matter here
    begun = []
    parser.StartElementHandler = lambda _name, _attributes: begun.append(True)
    # Declarations stand before the first element; what follows is GDAL's.
    for _ in archive.parsed(stream, parser, path):
        if begun:
            return


@contextmanager
def configured(option: str, value: str) -> Iterator[None]:
    """One of GDAL's settings inside the block."""
    from osgeo import gdal

    before = gdal.GetConfigOption(option)
    gdal.SetConfigOption(option, value)
    try:
        yield
    finally:
        gdal.SetConfigOption(option, before)
