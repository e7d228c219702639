"""Many rows into a worksheet as ready text: cell by cell they take several times as long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ...layers.errors import Cancelled
from ...layers.progress import SILENT, Progress

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NOT_AS_IT_IS = re.compile(f"[&<>]|{NOT_IN_XML.pattern}")
ROWS_AT_ONCE = 5_000
ROW = "\0"  # stands for the row's number in a cell's text; no text may hold it


@dataclass(frozen=True)
class Block:
    """Columns of equal length, each with its format, that stand below the first row."""

    first_row: int  # counted from 0
    columns: Sequence[Sequence[object]]
    formats: Sequence[Format]
    progress: Progress = SILENT  # asked while the rows are written


class LargeSheet(Worksheet):
    """A worksheet whose data rows are handed over as columns and written after the rows set cell by cell."""

    block: Block | None = None

    def hold(self, block: Block) -> None:
        """Keep the columns until the file is written; no cell below the first row may be set otherwise."""
        self._check_dimensions(block.first_row + len(block.columns[0]) - 1, len(block.columns) - 1)
        self.block = block

    def _write_rows(self) -> None:
        # XlsxWriter's own step for the rows; what it wrote so far are the title and the head.
        super()._write_rows()
        if self.block is not None:
            self._write_block(self.block)

    def _write_block(self, block: Block) -> None:
        count = len(block.columns[0])
        styles = [style._get_xf_index() for style in block.formats]
        # Piece by piece, so that a large ledger is not held twice in memory.
        for start in range(0, count, ROWS_AT_ONCE):
            block.progress.at(0.3 + 0.5 * start / count)
            columns = [
                cells(values[start : start + ROWS_AT_ONCE], xl_col_to_name(k), style)
                for k, (values, style) in enumerate(zip(block.columns, styles))
            ]
            first = block.first_row + start + 1
            self.fh.write("".join(_row(number, row) for number, row in enumerate(map("".join, zip(*columns)), first)))


def _row(number: int, row: str) -> str:
    return f'<row r="{number}">{row.replace(ROW, str(number))}</row>'


class AskingFile:
    """A file that asks with every piece written whether to go on.

    Once stopped it swallows the rest: what writes to it is closed without another stop.
    """

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self._file, self._progress, self._stopped = file, progress, False

    def write(self, data: bytes) -> int:
        """Ask, then write; raises Cancelled where the answer is no."""
        if self._stopped:
            return len(data)
        try:
            self._progress.at(0.9)
        except Cancelled:
            self._stopped = True
            raise
        return self._file.write(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def cells(values: Sequence[object], column: str, style: int) -> list[str]:
    """One cell element for each value: text as text, numbers as numbers, nothing for None and NaN.

    ROW stands for the number of the row, so that equal texts are equal cells.
    """
    start = f'<c r="{column}{ROW}" s="{style}"'
    kinds = set(map(type, values))
    if str in kinds:
        texts = {value: _inline(start, value) for value in set(values) if isinstance(value, str)}
        if kinds <= {str, type(None)}:
            return list(map({**texts, None: ""}.__getitem__, values))
        return [texts[value] if isinstance(value, str) else numbers([value], start)[0] for value in values]
    return numbers(values, start)


def numbers(values: Sequence[object], start: str) -> list[str]:
    """One cell element for each number, nothing for None and NaN."""
    return ["" if value is None or value != value else f"{start}><v>{value!r}</v></c>" for value in values]


def _inline(start: str, words: str) -> str:
    written = escape(NOT_IN_XML.sub("", words), quote=False) if NOT_AS_IT_IS.search(words) else words
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
