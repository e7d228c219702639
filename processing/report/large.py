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
ROWS_AT_ONCE = 5_000


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
            rows = range(block.first_row + start + 1, block.first_row + min(start + ROWS_AT_ONCE, count) + 1)
            columns = [
                cells(values[start : start + ROWS_AT_ONCE], rows, xl_col_to_name(k), style)
                for k, (values, style) in enumerate(zip(block.columns, styles))
            ]
            self.fh.write("".join(f'<row r="{row}">{"".join(cells_of_row)}</row>' for row, *cells_of_row in zip(rows, *columns)))


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


def cells(values: Sequence[object], rows: range, column: str, style: int) -> list[str]:
    """One cell element for each value: text as text, numbers as numbers, nothing for None and NaN."""
    words = {value: _inline(value) for value in {value for value in values if isinstance(value, str)}}
    start = f'<c r="{column}'
    number, string = f'" s="{style}"><v>', f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
    return [
        ""
        if value is None or value != value
        else f"{start}{row}{string}{words[value]}</t></is></c>"
        if isinstance(value, str)
        else f"{start}{row}{number}{value!r}</v></c>"
        for value, row in zip(values, rows)
    ]


def _inline(words: str) -> str:
    return escape(NOT_IN_XML.sub("", words), quote=False)
