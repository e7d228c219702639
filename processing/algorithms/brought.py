"""Inputs that may be files of any kind: we read them ourselves, because QGIS guesses no encoding and trusts every archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsVectorLayer

from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text
from . import sources

if TYPE_CHECKING:
    import pandas as pd

    from ...layers.incoming.table import Table
    from .base import Algorithm

FILES = "files"  # in the metadata of a parameter
DATABASE = "PG:"


@dataclass(frozen=True)
class Brought:
    """What the user gave: the words that name a file, else a frame of QGIS's; the CRS where QGIS knows one."""

    words: str
    crs: str | None = None
    frame: pd.DataFrame | None = None

    @property
    def origin(self) -> str:
        """A name for the source, without its folder or how to log in."""
        if self.frame is not None:
            return self.words
        return "PostGIS" if self.words.startswith(DATABASE) else Path(self.words.split("|")[0]).name

    def table(self, *, encoding: str, progress: Progress) -> Table:
        """The rows with their place in the file."""
        from ...layers.incoming.files import read_table
        from ...layers.incoming.table import of_frame

        if self.frame is not None:
            return of_frame(self.frame)
        return read_table(self.words, encoding=encoding, progress=progress).in_crs(self.crs)


def definitions(algorithm: Algorithm) -> list[QgsProcessingParameterDefinition]:
    """The parameters that take files."""
    return [definition for definition in algorithm.parameterDefinitions() if definition.metadata().get(FILES)]


def is_file(value: Any) -> bool:
    """Whether a value names a file or a database rather than a layer of the project."""
    if not isinstance(value, str) or "://" in value or value.startswith(("ogr:", "memory:")):
        return False
    path = Path(value.split("|")[0])
    return value.startswith(DATABASE) or path.exists() or bool(path.suffix) or len(path.parts) > 1


def with_stand_ins(algorithm: Algorithm, parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters with an empty layer for each file, so that QGIS's own check does not open it."""
    files = [definition.name() for definition in definitions(algorithm) if is_file(parameters.get(definition.name()))]
    return {**parameters, **{name: QgsVectorLayer("None", name, "memory") for name in files}}


def taken(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Brought | sources.Source]:
    """What was given for each of them; layers of QGIS are taken on the thread that owns them and read later."""
    found: dict[str, Brought | sources.Source] = {}
    for name in (definition.name() for definition in definitions(algorithm)):
        value = parameters.get(name)
        if value in (None, ""):
            raise InputError(text("{key} names no file. Choose a file or a layer.", key=name))
        found[name] = Brought(value) if is_file(value) else _of_layer(algorithm, name, value, context)
    return found


def _of_layer(algorithm: Algorithm, name: str, value: Any, context: QgsProcessingContext) -> Brought | sources.Source:
    source = algorithm.take_source(name, value, context)
    if source is None:
        raise InputError(
            text("{key}: “{value}” cannot be opened. Check the path and the name of the layer in it.", key=name, value=str(value))
        )
    if source.file:
        return Brought(source.file, sources.crs_text(source.crs) or None)
    return source


def opened(given: dict[str, Brought | sources.Source], progress: Progress) -> dict[str, Brought]:
    """Each as compute takes it, by its key in lower case; layers that are no files are read here."""
    return {name.lower(): _opened(each, progress) for name, each in given.items()}


def _opened(each: Brought | sources.Source, progress: Progress) -> Brought:
    if isinstance(each, Brought):
        return each
    frame = sources.read(each, progress)
    crs = sources.crs_text(each.crs) or None
    if crs and each.has_geometry:
        frame = frame.set_crs(crs, allow_override=True)
        frame.attrs["crs"] = crs
    return Brought(each.name, crs, frame)


def described(given: Iterable[tuple[str, Brought | sources.Source]]) -> dict[str, str]:
    """What PARAMETERS prints of them, without passwords."""
    from ...layers.reading import shown

    return {name: shown(each.words if isinstance(each, Brought) else each.described) for name, each in given}
