"""One sheet of an XLSX workbook as a table: stored values only, never a formula."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

from ..arrow import tidy
from ..errors import InputError
from ..progress import SILENT, Progress
from ..words import text
from . import archive
from .cells import Cells, Merge
from .headings import Header, header_of
from .table import Table, column_names
from .workbook import Sheet, Workbook, read_workbook, refuse_other_formats

HEAD_ROWS = 40
MOST_COLUMNS = 2_000


def read_workbook_table(path: Path, *, sheet: str | None = None, progress: Progress = SILENT) -> Table:
    """The rows of a workbook's sheet: the one named, else the only one with content.

    Cells keep their kind: text, number, date. Raises InputError with the names of the sheets where one has to be chosen.
    """
    refuse_other_formats(path)
    with archive.opened(path) as parts:
        book = read_workbook(parts, path)
        chosen = _chosen(parts, book, path, sheet)
        progress.at(0.0, text("Reading {layer}", layer=chosen.name))
        cells = Cells(book)
        size = max(parts.getinfo(chosen.part).file_size, 1)
        with parts.open(chosen.part) as stream:
            for _ in archive.parsed(stream, cells.parser(), path):
                progress.at(min(1.0, stream.tell() / size))
    return _table(cells, path, chosen)


def _chosen(parts: zipfile.ZipFile, book: Workbook, path: Path, wanted: str | None) -> Sheet:
    names = ", ".join(sheet.name for sheet in book.sheets)
    if wanted is not None:
        named = next((sheet for sheet in book.sheets if sheet.name.strip() == wanted.strip()), None)
        if named is None:
            raise InputError(text("{path} has no sheet {sheet}. It has: {known}.", path=str(path), sheet=wanted, known=names))
        return named
    visible = [sheet for sheet in book.sheets if not sheet.hidden] or list(book.sheets)
    filled = [sheet for sheet in visible if _has_content(parts, book, sheet, path)]
    if not filled:
        raise InputError(text("{name} holds no table: it has no row with content.", name=str(path)))
    if len(filled) > 1:
        known = ", ".join(sheet.name for sheet in filled)
        problem = text(
            "{path} has {count} sheets with content: {known}. Add |sheet= and one of them.", path=str(path), count=len(filled), known=known
        )
        raise InputError(problem)
    return filled[0]


def _has_content(parts: zipfile.ZipFile, book: Workbook, sheet: Sheet, path: Path) -> bool:
    cells = Cells(book)
    with parts.open(sheet.part) as stream:
        return any(cells.rows for _ in archive.parsed(stream, cells.parser(), path))


def _table(cells: Cells, path: Path, sheet: Sheet) -> Table:
    rows, numbers = cells.rows, cells.numbers
    width = max((max(row) for row in rows), default=-1) + 1
    if width > MOST_COLUMNS:
        raise InputError(text("The sheet {sheet} of {path} has {count} columns. Delete those that hold nothing.",
                              sheet=sheet.name, path=str(path), count=width))  # fmt: skip
    head = _spread([[row.get(column) for column in range(width)] for row in rows[:HEAD_ROWS]], numbers[:HEAD_ROWS], cells.merges)
    header = header_of(head)
    if header is None:
        raise InputError(text("{name} holds no table: it has no row with content.", name=f"{path}|sheet={sheet.name}"))
    header = _lowest(header, head, numbers, cells.merges)
    names, notes = column_names([*header.cells, *[""] * (width - len(header.cells))])
    body = rows[header.first_row :]
    columns = {name: tidy([row.get(position) for row in body]) for position, name in enumerate(names)}
    frame = pd.DataFrame({name: values for name, values in columns.items() if name in header.cells or not pd.isna(values).all()})
    return Table(frame, np.array(numbers[header.first_row :], np.int64), notes=(*header.notes, *notes, *cells.notes()))


def _spread(head: list[list[object]], numbers: list[int], merges: list[Merge]) -> list[list[object]]:
    """The first rows with the words of merged cells in each of them; a title across the whole table stays one cell."""
    places = {number: position for position, number in enumerate(numbers)}
    for merge in merges:
        if merge.top not in places:
            continue
        first = head[places[merge.top]]
        if merge.left >= len(first) or (merge.right > merge.left and _stands_alone(first, merge)):
            continue
        # Merged cells are few and each covers cells of its own.
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, min(merge.right + 1, len(first))):
                if row in places:
                    head[places[row]][column] = first[merge.left]
    return head


def _stands_alone(row: list[object], merge: Merge) -> bool:
    return not any(cell is not None for column, cell in enumerate(row) if not merge.left <= column <= merge.right)


def _lowest(header: Header, head: list[list[object]], numbers: list[int], merges: list[Merge]) -> Header:
    """The heading's last row where cells merged downwards show that it has several; equal names get those above before them."""
    chosen = numbers[header.first_row - 1]
    over = [merge for merge in merges if merge.top <= chosen <= merge.bottom and merge.bottom > merge.top]
    rows = [numbers.index(number) for merge in over for number in (merge.top, merge.bottom) if number in numbers[: len(head)]]
    if not rows:
        return header
    top, last = min(rows), max(*rows, header.first_row - 1)
    upper, lower = (["" if cell is None else str(cell).strip() for cell in head[row]] for row in (top, last))
    cells = [below if lower.count(below) == 1 or above == below else f"{above} {below}" for above, below in zip(upper, lower)]
    passed_over = header.notes if top else ()
    return Header(tuple(cells), last + 1, passed_over)
