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
    from ...layers.incoming.intake import Cleared
    from ...layers.incoming.table import Table


class LocateAddresses(Algorithm):
    """Finds addresses without asking anybody outside."""

    NAME = "locateaddresses"
    GROUP = DATA
    TAGS = ("geocode", "address", "excel", "csv", "地址", "定位", "匹配", "地理编码", "dzdw")
    STYLES = {"OUTPUT": "located"}
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "LOCATED", "NOT_LOCATED", "FOR_VERDICTS", "VALUES_REMOVED"), float),
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
        from ...layers.incoming.intake import listed_rejections
        from ...layers.incoming.own_words import read_own_words

        read = input.table(encoding=encoding, progress=progress.part(0, 0.3))
        names = read_own_words(words).names or shipped_names()
        clear, mapping, ours, harmless = _mapped(read, fields, names)
        say_encoding(read, progress)
        for note in (*read.notes, *clear.notes, *mapping.notes()):
            progress.say(note)
        if clear.dropped:
            progress.warn(text("Columns with personal data were left out: {columns}.", columns=", ".join(clear.dropped)))
        taken = tables.accept({"doorplates": tables.with_key(doorplates, "doorplates")}, progress)
        found = find_rows(ours, taken["doorplates"], translate=tr, progress=progress.part(0.3, 1))
        located = as_doors(found.located, ["address"], names)
        rejected = listed_rejections(harmless.iloc[found.rows], read, found.rows, found.reasons, ours, any_dropped=True, translate=tr)
        for row, reason in rejected[["row", "reason"]].head(MOST_TOLD).itertuples(index=False):
            progress.warn(text("Row {row} was not located: {reason}", row=int(row), reason=str(reason)))
        figures = {
            "ROWS_READ": read.rows_read,
            "LOCATED": len(found.located),
            "NOT_LOCATED": len(rejected),
            "FOR_VERDICTS": int((found.located["for_verdicts"] == "yes").sum()),
            "METHODS": found.shares,
            "COLUMNS_DROPPED": ", ".join((*clear.dropped, *taken.dropped)),
            "VALUES_REMOVED": clear.removed,
            "MAPPING": mapping.words(),
            "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
            "CRS": tables.crs_of(doorplates),
        }
        return Outcome(frames={"OUTPUT": located, "REJECTED": rejected}, figures=figures)


def _mapped(read: Table, fields: str, names: Names) -> tuple[Cleared, ColumnMap, pd.DataFrame, pd.DataFrame]:
    """What was cleared, the mapping, the frame with our names, and with its own but without rooms.

    Raises InputError where no column holds addresses.
    """
    from ...layers.errors import InputError
    from ...layers.incoming.columns import propose
    from ...layers.incoming.intake import cleared
    from ...layers.incoming.mapping_file import stated_columns

    present = [str(name) for name in read.frame.columns if name != "geometry"]
    stated = stated_columns(fields, table="facilities", known=list(names.tables["facilities"]), present=present)
    clear = cleared("facilities", read.frame, names, stated=stated)
    mapping = propose("facilities", clear.frame, stated=stated, cut_names=read.cut_names, names=names)
    if "address" not in mapping.columns:
        raise InputError(
            text(
                "No column with addresses was recognised. State it in FIELDS, for example address=地址. It has: {known}.",
                known=", ".join(present),
            )
        )
    return clear, mapping, mapping.renamed(clear.frame), as_doors(clear.frame, [mapping.columns["address"]], names)


def as_doors(rows: pd.DataFrame, addresses: list[str], names: Names) -> pd.DataFrame:
    """The rows without rooms: an address leads to a door, whose room it is would be a person's affair."""
    from ...layers.addresses.rooms import rooms_cut
    from ...layers.doorplates.rooms import FINER
    from ...layers.incoming.aliases import plain_names

    rooms = {form for column in FINER for form in names.tables["doorplates"][column]}
    finer = [name for name in rows.columns if name not in addresses and rooms.intersection(plain_names(str(name)))]
    return rooms_cut(rows.drop(columns=finer), addresses=addresses, but=("name", "method", "near_id", "for_verdicts"))
