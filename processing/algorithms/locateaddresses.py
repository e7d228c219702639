"""locateaddresses: places for a table of addresses, from one's own doorplates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from . import fileinputs, parameters, tables
from .base import DATA, Algorithm, Outcome
from .brought import Brought
from .importlayer import MOST_TOLD, say_encoding

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.incoming.aliases import Names
    from ...layers.incoming.columns import ColumnMap
    from ...layers.incoming.table import Table


class LocateAddresses(Algorithm):
    """Finds addresses without asking anybody outside."""

    NAME = "locateaddresses"
    GROUP = DATA
    TAGS = ("geocode", "address", "excel", "csv", "地址", "定位", "匹配", "地理编码", "dzdw")
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "LOCATED", "NOT_LOCATED", "FOR_VERDICTS"), float),
        **dict.fromkeys(("METHODS", "COLUMNS_DROPPED", "MAPPING", "ENCODING_DETECTED", "CRS"), str),
    }

    def title(self) -> str:
        """Short name."""
        return tr("Locate addresses")

    def about(self) -> str:
        """One sentence."""
        return tr("Places a table of addresses by your own doorplates and says by which method and with what error.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The table, the doorplates, where to."""
        words = tr("A table with addresses, for example a list of facilities in Excel; the sheet is path|sheet=name.")
        yield fileinputs.file_or_layer("INPUT", tr("Table with addresses"), words)
        yield parameters.doorplates()
        yield fileinputs.encoding()
        yield fileinputs.fields()
        yield fileinputs.own_words()
        yield parameters.vector_output("OUTPUT", tr("Located addresses"))
        yield parameters.vector_output("REJECTED", tr("Addresses not located"), optional=True)

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        doorplates: gpd.GeoDataFrame,
        encoding: str,
        fields: str,
        words: str | None,
        progress: Progress,
    ) -> Outcome:
        """Read, map, find, tell."""
        from ...layers.addresses.finding import find_rows
        from ...layers.incoming.aliases import shipped_names
        from ...layers.incoming.intake import listed_rejections, without_personal
        from ...layers.incoming.own_words import read_own_words

        read = input.table(encoding=encoding, progress=progress.part(0, 0.3))
        names = read_own_words(words).names or shipped_names()
        harmless, dropped = without_personal("facilities", read.frame, names)
        mapping, ours = _mapped(harmless, read, fields, names)
        say_encoding(read, progress)
        for note in (*read.notes, *mapping.notes()):
            progress.say(note)
        taken = tables.accept({"doorplates": tables.with_key(doorplates, "doorplates")}, progress)
        found = find_rows(ours, taken["doorplates"], translate=tr, progress=progress.part(0.3, 1))
        rejected = listed_rejections(harmless, read, found.rows, found.reasons, ours, any_dropped=bool(dropped), translate=tr)
        for row, reason in rejected[["row", "reason"]].head(MOST_TOLD).itertuples(index=False):
            progress.warn(text("Row {row} was not located: {reason}", row=int(row), reason=str(reason)))
        figures = {
            "ROWS_READ": read.rows_read,
            "LOCATED": len(found.located),
            "NOT_LOCATED": len(rejected),
            "FOR_VERDICTS": int((found.located["for_verdicts"] == "yes").sum()),
            "METHODS": found.shares,
            "COLUMNS_DROPPED": ", ".join((*dropped, *taken.dropped)),
            "MAPPING": mapping.words(),
            "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
            "CRS": tables.crs_of(doorplates),
        }
        return Outcome(frames={"OUTPUT": found.located, "REJECTED": rejected}, figures=figures)


def _mapped(harmless: pd.DataFrame, read: Table, fields: str, names: Names) -> tuple[ColumnMap, pd.DataFrame]:
    """The mapping and the frame with our names; raises InputError where no column holds addresses."""
    from ...layers.errors import InputError
    from ...layers.incoming.columns import propose
    from ...layers.incoming.mapping_file import stated_columns

    present = [str(name) for name in harmless.columns if name != "geometry"]
    stated = stated_columns(fields, table="facilities", known=list(names.tables["facilities"]), present=present)
    mapping = propose("facilities", harmless, stated=stated, cut_names=read.cut_names, names=names)
    if "address" not in mapping.columns:
        raise InputError(
            text(
                "No column with addresses was recognised. State it in FIELDS, for example address=地址. It has: {known}.",
                known=", ".join(present),
            )
        )
    return mapping, mapping.renamed(harmless)
