"""The cells of a sheet while its XML is parsed."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat  # nosec B407, see archive.parser

import pandas as pd

from ..errors import InputError
from ..words import Text, text
from . import archive
from .workbook import Workbook, local, unescaped

PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")
MOST_CELLS = 30_000_000
DAYS_FROM_1900, DAYS_FROM_1904 = pd.Timestamp("1899-12-30"), pd.Timestamp("1904-01-01")
LAST_DAY = 130_000  # in the year 2255: a moment of pandas ends in 2262
SECONDS_OF_A_DAY = 86_400
BEYOND = 1 << 20


@dataclass(frozen=True)
class Merge:
    """Cells shown as one: rows from 1 as the sheet counts them, columns from 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


class Cells:
    """Takes the elements of a sheet: rows with content, by column, and the numbers of these rows from 1."""

    def __init__(self, book: Workbook) -> None:
        self.rows: list[dict[int, object]] = []
        self.numbers: list[int] = []
        self.merges: list[Merge] = []
        self._book = book
        self._base = DAYS_FROM_1904 if book.from_1904 else DAYS_FROM_1900
        self._row: dict[int, object] = {}
        self._number = 0
        self._column = -1
        self._kind: str | None = None
        self._style = 0
        self._words: list[str] = []
        self._listening = False
        self._reading = False  # the reading of characters beside them
        self._formula = False
        self._cells = self._uncomputed = self._errors = 0

    def parser(self) -> expat.XMLParserType:
        """A parser that hands its elements over."""
        made = archive.parser()
        made.StartElementHandler = self._start
        made.EndElementHandler = self._end
        made.CharacterDataHandler = self._data
        return made

    def notes(self) -> list[Text]:
        """What was left empty."""
        said = []
        if self._uncomputed:
            said.append(text("Formulas without a stored value, left empty: {count}. Save the file once in a spreadsheet program.",
                             count=self._uncomputed))  # fmt: skip
        if self._errors:
            said.append(text("Cells that show an error (#N/A and the like), left empty: {count}.", count=self._errors))
        return said

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name) if ":" in name else name
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._listening = not self._reading
        elif name == "f":
            self._formula = True
        elif name == "row":
            stated = attributes.get("r", "")
            self._number = _small(stated, self._number + 1)
            self._row, self._column = {}, -1
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "rPh":
            self._reading = True

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = _column(letters) if letters else self._column + 1
        self._kind = attributes.get("t")
        self._style = _small(attributes["s"], 0) if "s" in attributes else 0
        self._words, self._formula = [], False

    def _data(self, data: str) -> None:
        if self._listening:
            self._words.append(data)

    def _end(self, name: str) -> None:
        name = local(name) if ":" in name else name
        if name in ("v", "t"):
            self._listening = False
        elif name == "rPh":
            self._reading = False
        elif name == "c":
            self._end_cell()
        elif name == "row" and self._row:
            self.rows.append(self._row)
            self.numbers.append(self._number)

    def _end_cell(self) -> None:
        value = self._value("".join(self._words))
        if value is None or value == "":
            self._uncomputed += self._formula and not self._words
            return
        self._row[self._column] = value
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise InputError(text("The sheet has more than {count} cells. Save it as CSV.", count=MOST_CELLS))

    def _value(self, words: str) -> object:
        kind = self._kind
        if kind == "s":
            return self._shared(words)
        if kind in ("inlineStr", "str"):
            return unescaped(words)
        if kind == "e":
            self._errors += 1
            return None
        if kind == "b":
            return words.strip() == "1" if words else None
        if kind == "d":
            return words
        return self._figure(words)

    def _shared(self, words: str) -> str | None:
        known = self._book.words
        number = _small(words.strip(), len(known))
        return known[number] if number < len(known) else None

    def _figure(self, words: str) -> object:
        try:
            number = float(words)
        except ValueError:
            return words or None
        if not math.isfinite(number):
            return None
        if self._style < len(self._book.dates) and self._book.dates[self._style] and 0 <= number <= LAST_DAY:
            return self._moment(number)
        return int(number) if number.is_integer() and abs(number) < 2**63 else number

    def _moment(self, days: float) -> object:
        seconds = round(days * SECONDS_OF_A_DAY)
        if seconds < SECONDS_OF_A_DAY:
            return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
        return self._base + pd.Timedelta(seconds=seconds)

    def _merge(self, reference: str) -> None:
        corners = [PLACE.match(corner) for corner in reference.split(":")]
        if len(corners) == 2 and all(corners):
            (left, top), (right, bottom) = ((_column(corner[1]), int(corner[2])) for corner in corners if corner)
            self.merges.append(Merge(top, left, bottom, right))


def _small(digits: str, otherwise: int) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else otherwise


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The column of its letters, from 0; beyond the last one where they are none of a sheet."""
    if len(letters) > 3 or not letters.isascii() or not letters.isupper():
        return BEYOND
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _unescaped(match: re.Match[str]) -> str:
    """A sign that XML cannot hold; halves of characters and control signs mean nothing in a table."""
    code = int(match[1], 16)
    return "" if (code < 0x20 and code not in (0x09, 0x0A, 0x0D)) or 0xD800 <= code <= 0xDFFF else chr(code)
