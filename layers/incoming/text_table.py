"""Tables as text: comma, semicolon, tab or bar between fields, every row accounted for by its line."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..errors import InputError
from ..progress import SILENT, Progress
from ..words import Text, text
from .encoding import AUTO, encoding_of
from .headings import header_of
from .lines import Lines, first_text
from .plain_lines import plain_columns
from .table import Misfit, Table, column_names

if TYPE_CHECKING:
    from .lines import Line, Piece

    Batch = tuple[np.ndarray, list[list[str]]]

DELIMITERS = (",", "\t", ";", "|")
SNIFFED_CHARACTERS = 65_536
HEAD_ROWS = 40
BATCH_LINES = 8_192
DISTINCT_SHARE = 0.5
# Where a quotation mark is not closed, a field grows without end; Python's csv gives up there.
LONGEST_FIELD = csv.field_size_limit()

LINE_ENDS = (b"\n", b"\r")
END = "\x03"  # a line that no file has: the sign for the end of a text


def read_text_table(data: bytes, *, name: str, encoding: str = AUTO, progress: Progress = SILENT) -> Table:
    """The rows of a delimited text, all values text, empty ones None.

    Blank rows are passed over and counted in a note. Raises InputError where the file holds no table.
    """
    found = encoding_of(data, stated=encoding)
    lines, misfits = Lines(data, found), []
    delimiter = delimiter_of(first_text(data, found, characters=SNIFFED_CHARACTERS))
    batches = _batches(lines, delimiter, misfits)
    head_lines, head = next(batches, (np.empty(0, np.int64), []))
    header = header_of(head[:HEAD_ROWS])
    if header is None:
        raise InputError(text("{name} holds no table: it has no row with content.", name=name))
    names, notes = column_names(header.cells)
    body = _Body(len(names), misfits, rows=sum(map(data.count, LINE_ENDS)) + 1)
    body.add(head_lines[header.first_row :], head[header.first_row :])
    while True:
        progress.at(min(1.0, lines.bytes_read / max(len(data), 1)), text("Reading {layer}", layer=name))
        piece = lines.piece()
        if piece is None:
            batch = next(batches, None)
            if batch is None:
                break
            body.add(*batch)
        elif not body.add_plain(piece, delimiter):
            lines.put_back(piece)
    frame = pd.DataFrame(dict(zip(names, body.columns())), copy=False)
    apart = sorted(misfits + lines.unreadable, key=lambda misfit: misfit.line)
    return Table(frame, body.lines(), tuple(apart), found, (*header.notes, *notes, *body.notes()))


def delimiter_of(head: str) -> str:
    """What separates the fields: the sign that gives most rows the same number of fields, at least two."""
    lines = head.splitlines(keepends=True)
    if len(head) == SNIFFED_CHARACTERS:
        lines = lines[:-1] or lines  # the last is cut
    return max(DELIMITERS, key=lambda sign: _regularity(lines, sign))


def _regularity(lines: list[str], delimiter: str) -> tuple[float, int]:
    """The share of rows with the commonest number of fields, and that number; nothing where it is one."""
    try:
        counts = Counter(len(row) for row in csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter) if row)
    except csv.Error:
        return 0.0, 1
    if not counts:
        return 0.0, 1
    fields, rows = counts.most_common(1)[0]
    return (round(rows / sum(counts.values()), 1), fields) if fields > 1 else (0.0, 1)


def _batches(lines: Lines, delimiter: str, misfits: list[Misfit]) -> Iterator[Batch]:
    """The records with the line that each starts at, some thousand at a time."""
    width = 0
    while many := lines.many(BATCH_LINES):
        rows = _one_a_line(many, delimiter)
        if rows is None:
            lines.hand_in(many)
            numbers, rows = _one_by_one(lines, delimiter, width, misfits)
        else:
            numbers = np.arange(many[0][0], many[-1][0] + 1)
            if len(numbers) > len(rows):
                numbers = np.array([number for number, _ in many])
        width = width or next((len(row) for row in rows if len(row) > 1), 0)
        yield numbers, rows


def _one_a_line(many: list[Line], delimiter: str) -> list[list[str]] | None:
    """The records where each line is one, as almost always; else None."""
    try:
        rows = list(csv.reader(chain((line for _, line in many), [END]), delimiter=delimiter))
    except csv.Error:
        return None
    # A quotation mark that is still open would have swallowed the mark of the end.
    return rows[:-1] if len(rows) == len(many) + 1 and rows[-1] == [END] else None


def _one_by_one(lines: Lines, delimiter: str, width: int, misfits: list[Misfit]) -> Batch:
    """The records of the lines handed in; one whose quotation mark is not closed costs its first line only."""
    reader = csv.reader(lines, delimiter=delimiter)
    numbers, rows = [], []
    # Where fields stand on several lines only the reader knows where a record ends.
    while lines.waiting:
        lines.begin()
        try:
            fields = next(reader, None)
        except csv.Error:
            fields = None
        runaway = len(lines.taken) > 1 and width > 0 and fields is not None and len(fields) != width
        if fields is None or lines.ended or runaway:
            misfits.append(Misfit(lines.taken[0][0], _unclosed()))
            lines.give_back()
            continue
        width = width or (len(fields) if len(fields) > 1 else 0)
        numbers.append(lines.taken[0][0])
        rows.append(fields)
    return np.array(numbers, np.int64), rows


def _unclosed() -> Text:
    return text(
        "A quotation mark is opened and not closed, fields stand on several lines, or a field has more than {count} characters.",
        count=LONGEST_FIELD,
    )


class _Body:
    """The rows below the heading as columns, those of another width set apart; there may be so many rows at most."""

    def __init__(self, width: int, misfits: list[Misfit], *, rows: int) -> None:
        self._width = width
        self._misfits = misfits
        self._blank = 0
        self._rows = 0
        self._lines: list[np.ndarray] = []
        # Filled as they are read: joined at the end, a million words would be fetched from memory once more.
        self._columns = [np.empty(rows, object) for _ in range(width)]
        # Empty fields become None.
        self._known: list[dict[str, str | None] | None] = [{"": None} for _ in range(width)]

    def add(self, numbers: np.ndarray, rows: list[list[str]]) -> None:
        """Take some more records."""
        if set(map(len, rows)) != {self._width}:
            numbers, rows = self._fitting(numbers, rows)
        self._take(numbers, list(zip(*rows)))

    def add_plain(self, piece: Piece, delimiter: str) -> bool:
        """Take the lines of a piece, each of them a record; whether it could be done."""
        found = plain_columns(piece.words, delimiter, self._width, longest=LONGEST_FIELD)
        if found is None:
            return False
        for line, fields in found.odd.items():
            self._set_apart(piece.first + line, fields)
        self._take(piece.first + found.rows, found.columns)
        return True

    def _take(self, numbers: np.ndarray, columns: Sequence[Sequence[str]]) -> None:
        """Take the columns of records that fit; those without content are counted."""
        bare = [row for row, word in enumerate(columns[0]) if not word.strip()] if columns else []
        blank = [row for row in bare if not any(column[row].strip() for column in columns)]
        if blank:
            self._blank += len(blank)
            filled = np.delete(np.arange(len(numbers)), blank)
            numbers, columns = numbers[filled], [[column[row] for row in filled.tolist()] for column in columns]
        self._lines.append(numbers)
        part = slice(self._rows, self._rows + len(numbers))
        self._rows = part.stop
        for position, values in enumerate(columns):
            self._fill(self._columns[position][part], position, values)

    def _fitting(self, numbers: np.ndarray, rows: list[list[str]]) -> Batch:
        """The records with the right number of fields, empty ones beyond the last column not counted."""
        rows, apart = list(rows), []
        for position, fields in enumerate(rows):
            if len(fields) == self._width:
                continue
            rows[position] = fields[: self._width]
            if len(fields) > self._width and not any(map(str.strip, fields[self._width :])):
                continue
            apart.append(position)
            self._set_apart(int(numbers[position]), fields)
        fitting = np.delete(np.arange(len(rows)), apart)
        return numbers[fitting], [rows[position] for position in fitting.tolist()] if apart else rows

    def _set_apart(self, number: int, fields: list[str]) -> None:
        """Remember a record with too many or too few fields, or count it where it has no content."""
        if not any(map(str.strip, fields)):
            self._blank += 1
            return
        reason = text("The row has {count} fields instead of {wanted}.", count=len(fields), wanted=self._width)
        self._misfits.append(Misfit(number, reason, tuple(fields)))

    def _fill(self, part: np.ndarray, position: int, values: Sequence[str]) -> None:
        """Put the values into their part of a column, equal words held once, while that pays; empty ones None."""
        known = self._known[position]
        part[:] = values if known is None else list(map(known.setdefault, values, values))
        if known is None and "" in values:
            part[part == ""] = None
        if known is not None and len(known) > DISTINCT_SHARE * self._rows:
            self._known[position] = None

    def lines(self) -> np.ndarray:
        """The line of each row."""
        return np.concatenate(self._lines)

    def columns(self) -> list[np.ndarray]:
        """The columns so far."""
        return [column[: self._rows] for column in self._columns]

    def notes(self) -> list[Text]:
        """What was passed over."""
        return [text("Blank rows passed over: {count}.", count=self._blank)] if self._blank else []
