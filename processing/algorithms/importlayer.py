"""importlayer: any file or layer becomes a table of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from . import fileinputs, parameters
from .base import DATA, Algorithm, Outcome
from .brought import Brought

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.doorplates.intake import Register
    from ...layers.events.intake import Events
    from ...layers.facilities.intake import Facilities
    from ...layers.incoming.intake import Intake
    from ...layers.incoming.table import Table

MOST_TOLD = 20  # rejected rows in the log; all are in REJECTED


class ImportLayer(Algorithm):
    """Loads what has no import of its own."""

    NAME = "importlayer"
    GROUP = DATA
    TAGS = ("csv", "xlsx", "excel", "shp", "dxf", "CASS", "PostGIS", "GBK", "导入", "图层", "表格", "drqttc")
    FIGURES = {
        "ROWS_READ": float,
        "ROWS_LOADED": float,
        "ROWS_REJECTED": float,
        "PROBLEMS_COUNT": float,
        "COLUMNS_DROPPED": str,
        "VALUES_REMOVED": float,
        "MAPPING": str,
        "ENCODING_DETECTED": str,
        "COORDINATES_DETECTED": str,
        "OFFSET_M": float,
        "CRS": str,
    }

    def title(self) -> str:
        """Short name."""
        return tr("Import layer")

    def about(self) -> str:
        """One sentence."""
        return tr("Loads any file or layer into a table of the workspace, recognises encoding and columns, and accounts for every row.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The file, the table, how to read it, where to."""
        words = tr("A table, drawing or layer; the sheet of a workbook is path|sheet=name, a database PG:….")
        yield fileinputs.file_or_layer("INPUT", tr("File or layer"), words)
        tables = {
            "streets": tr("Walking network"),
            "buildings": tr("Buildings"),
            "estates": tr("Estates"),
            "land": tr("Land use"),
            "gates": tr("Estate gates"),
            "walls": tr("Walls"),
            "areas": tr("Areas"),
            "surveys": tr("Surveys"),
        }
        yield parameters.choice("TABLE", tr("Table"), tr("What the rows are."), tables, "streets")
        yield fileinputs.encoding()
        yield fileinputs.fields()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        yield fileinputs.x_field()
        yield fileinputs.y_field()
        yield parameters.target_crs()
        yield fileinputs.own_words()
        yield parameters.vector_output("OUTPUT", tr("Imported layer"))
        yield fileinputs.rejected()
        yield fileinputs.mapping_file()

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        table: str,
        encoding: str,
        fields: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        x_field: str,
        y_field: str,
        crs: str | None,
        words: Path | None,
        mapping_file: Path | None,
        progress: Progress,
    ) -> Outcome:
        """Read, take in, tell."""
        from ...layers.incoming.drawing import drawn, is_drawing
        from ...layers.incoming.intake import Wishes, take_in
        from ...layers.incoming.mapping_file import write_mapping
        from ...layers.incoming.own_words import read_own_words
        from ...layers.reference import reference as known_places
        from ...layers.workspace import workspace_crs

        own = read_own_words(words)
        read = input.table(encoding=encoding, progress=progress.part(0, 0.5))
        read = drawn(table, read, own=own.drawings) if is_drawing(read) else read
        place = self.place("OUTPUT")
        target = crs or (workspace_crs(place.path) if place else None)
        known = None if reference is None else known_places(reference)
        axes = {axis: name for axis, name in (("x", x_field), ("y", y_field)) if name}
        wishes = Wishes(fields, coordinates, target, input.origin, own.names, own.values, known, axes)
        taken = take_in(table, read, wishes, translate=tr, progress=progress.part(0.5, 1))
        _say(read, taken, progress)
        if mapping_file:
            write_mapping(mapping_file, taken.mapping)
        frames = {"OUTPUT": taken.frame, "REJECTED": taken.rejected}
        return Outcome(frames=frames, figures=_figures(read, taken), crs=taken.crs or target or "EPSG:4549", tables={"OUTPUT": table})


def _figures(read: Table, taken: Intake) -> dict[str, object]:
    return {
        "ROWS_READ": taken.rows_read,
        "ROWS_LOADED": len(taken.frame),
        "ROWS_REJECTED": len(taken.rejected),
        "PROBLEMS_COUNT": len(taken.problems),
        "COLUMNS_DROPPED": ", ".join(taken.dropped),
        "VALUES_REMOVED": taken.removed,
        "MAPPING": taken.mapping.words(),
        "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
        "COORDINATES_DETECTED": taken.detected.word if taken.detected else "",
        "OFFSET_M": taken.detected.offset_m if taken.detected else 0.0,
        "CRS": taken.crs or "",
    }


def say_intake(read: Table, taken: Intake | Register | Facilities | Events, progress: Progress) -> None:
    """What was recognised of a file, which columns and rows were left out, and what is wrong with the others."""
    say_encoding(read, progress)
    for note in taken.notes:
        progress.say(note)
    if taken.dropped:
        progress.warn(text("Columns with personal data were left out: {columns}.", columns=", ".join(taken.dropped)))
    for _, broken in taken.problems.groupby("rule", sort=False):
        progress.warn(text("{count} rows: {message}", count=len(broken), message=str(broken["message"].iloc[0])))
    for row, reason in taken.rejected[["row", "reason"]].head(MOST_TOLD).itertuples(index=False):
        progress.warn(text("Row {row} was rejected: {reason}", row=int(row), reason=str(reason)))


def say_encoding(read: Table, progress: Progress) -> None:
    """The encoding of a file and how sure it is."""
    if read.encoding:
        progress.say(text("Encoding {name}: {evidence}.", name=read.encoding.name, evidence=read.encoding.evidence))
        if not read.encoding.certain:
            progress.warn(text("The texts are too few to be sure of the encoding. If they look wrong, state ENCODING."))


def _say(read: Table, taken: Intake, progress: Progress) -> None:
    """What was recognised, what was left out, and the account of the rows."""
    say_intake(read, taken, progress)
    loaded, rejected = len(taken.frame), len(taken.rejected)
    progress.say(text("{read} rows read = {loaded} loaded + {rejected} rejected.", read=taken.rows_read, loaded=loaded, rejected=rejected))
