"""A table as its file holds it: rows under the file's own names, where each stands, and what did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from ..reading import Frame
from ..words import Text, text
from .encoding import Encoding

INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060"))


@dataclass(frozen=True)
class Misfit:
    """A row that could not be read: where it stands, why, and its fields as far as they could be told apart."""

    line: int
    reason: Text
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """What a file holds.

    lines says where each row of the frame stands: line of a text, row of a sheet, number of a feature, all from 1.
    cut_names tells that the file cuts its columns' names, as shapefiles do after ten bytes.
    """

    frame: Frame
    lines: np.ndarray
    misfits: tuple[Misfit, ...] = ()
    encoding: Encoding | None = None
    notes: tuple[Text, ...] = ()
    cut_names: bool = False

    @property
    def rows_read(self) -> int:
        """All rows, those that did not fit too."""
        return len(self.frame) + len(self.misfits)

    def in_crs(self, crs: str | None) -> Table:
        """The same rows in a CRS that somebody else knows; None leaves the file's own."""
        if crs is None or not isinstance(self.frame, gpd.GeoDataFrame):
            return self
        frame = self.frame.set_crs(crs, allow_override=True)
        frame.attrs["crs"] = crs
        return replace(self, frame=frame)


def of_frame(frame: Frame) -> Table:
    """The table of rows that are read already, numbered from 1."""
    return Table(frame.reset_index(drop=True), np.arange(1, len(frame) + 1))


def column_names(cells: Sequence[object]) -> tuple[list[str], list[Text]]:
    """Names for columns from the cells of a heading: none empty, no two alike in any case; and what was changed."""
    names: list[str] = []
    taken: set[str] = set()
    notes = []
    for position, cell in enumerate(cells, start=1):
        wish = heading(cell) or f"column_{position}"
        name = _free(wish, taken)
        if name != wish:
            notes.append(text("The column “{name}” stands more than once; the one at position {position} is called “{new}”.",
                              name=wish, position=position, new=name))  # fmt: skip
        names.append(name)
        taken.add(name.lower())
    return names, notes


def heading(cell: object) -> str:
    """The words of a heading's cell on one line."""
    return "" if cell is None else " ".join(str(cell).translate(INVISIBLE).split())


def _free(wish: str, taken: set[str]) -> str:
    number, name = 1, wish
    while name.lower() in taken:
        number += 1
        name = f"{wish}_{number}"
    return name


def misfit_frame(misfits: Sequence[Misfit], names: Sequence[str]) -> pd.DataFrame:
    """The fields of rows that did not fit, from the left under the names; what is beyond them is left out."""
    rows = [[*misfit.fields[: len(names)], *[None] * (len(names) - len(misfit.fields))] for misfit in misfits]
    return pd.DataFrame(rows, columns=list(names), dtype=object)
