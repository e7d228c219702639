"""previewimport: what a file would become, before anything is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import render
from ..compat import POINTS
from . import fileinputs, parameters, tables
from .base import DATA, Algorithm, Outcome
from .brought import Brought

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.incoming.preview import Preview
    from ...layers.incoming.table import Table


class PreviewImport(Algorithm):
    """Looks at a file as the imports do, and loads nothing."""

    NAME = "previewimport"
    GROUP = DATA
    TAGS = ("preview", "csv", "xlsx", "encoding", "预览", "识别", "编码", "字段", "坐标", "dryl")
    STYLES = {"OUTPUT": "preview"}
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "OFFSET_M", "OFFSET_EAST_M", "OFFSET_NORTH_M"), float),
        **dict.fromkeys(("PREVIEW", "KNOWN_COLUMNS", "MISSING", "NOT_PLACED", "MAPPING"), str),
        **dict.fromkeys(("ENCODING_DETECTED", "COORDINATES_DETECTED", "COLUMNS_DROPPED", "CRS"), str),
    }

    def title(self) -> str:
        """Short name."""
        return tr("Preview import")

    def about(self) -> str:
        """One sentence."""
        return tr("Shows what columns, encoding and coordinates of a file were recognised as, and loads nothing.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The file, what its rows are, how to read it."""
        yield fileinputs.file_or_layer("INPUT", tr("File or layer"), tr("A file or a layer's source."))
        entries = {
            "doorplates": tr("Doorplates"),
            "areas": tr("Areas"),
            "facilities": tr("Facilities"),
            "streets": tr("Walking network"),
            "buildings": tr("Buildings"),
            "estates": tr("Estates"),
            "land": tr("Land use"),
            "gates": tr("Estate gates"),
            "walls": tr("Walls"),
            "surveys": tr("Surveys"),
        }
        yield parameters.choice("TABLE", tr("Table"), tr("What the rows are."), entries, "doorplates")
        yield fileinputs.encoding()
        yield fileinputs.x_field()
        yield fileinputs.y_field()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        yield fileinputs.fields()
        yield parameters.target_crs()
        yield parameters.vector_output("OUTPUT", tr("Preview points"), POINTS, optional=True)

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        table: str,
        encoding: str,
        x_field: str,
        y_field: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        fields: str,
        crs: str | None,
        progress: Progress,
    ) -> Outcome:
        """Read, recognise, tell."""
        from ...layers.incoming.drawing import drawn, is_drawing
        from ...layers.incoming.preview import Wishes, preview
        from ...layers.reference import reference as known_places

        read = input.table(encoding=encoding, progress=progress.part(0, 0.6))
        read = drawn(table, read) if is_drawing(read) else read
        axes = tuple((axis, name) for axis, name in (("x", x_field), ("y", y_field)) if name)
        known = None if reference is None else known_places(reference)
        target = crs or (None if reference is None else tables.crs_of(reference))
        found = preview(table, read, Wishes(fields, coordinates, axes, known, target), progress=progress.part(0.6, 1))
        return Outcome(frames={"OUTPUT": found.points}, figures=_figures(read, found), crs=found.crs or "")


def _figures(read: Table, found: Preview) -> dict[str, object]:
    detected = found.detected
    return {
        "ROWS_READ": found.rows_read,
        "PREVIEW": json.dumps([asdict(column) for column in found.columns], ensure_ascii=False),
        "KNOWN_COLUMNS": {name: _label(name, found.mapping.table) for name in found.known},
        "MISSING": ", ".join(found.missing),
        "NOT_PLACED": "\n".join(render(words, tr) for words in found.unplaced),
        "MAPPING": found.mapping.words(),
        "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
        "COORDINATES_DETECTED": detected.word if detected else "",
        "OFFSET_M": detected.offset_m if detected else 0.0,
        "OFFSET_EAST_M": detected.east_m if detected else 0.0,
        "OFFSET_NORTH_M": detected.north_m if detected else 0.0,
        "COLUMNS_DROPPED": ", ".join(found.dropped),
        "CRS": found.crs or "",
    }


def _label(name: str, table: str) -> str:
    """What a column of ours is called in QGIS's language."""
    from ...layers.column_words import column_words

    words = column_words(name, table, {})
    return render(words, tr) if words else name
