"""The lines of a text file, numbered, with those that cannot be read set apart."""

from __future__ import annotations

import io
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..words import Text, text
from .encoding import BIG5, CERTAIN_BY, GB18030, REPLACEMENT, UTF8, UTF16_BE, UTF16_LE, Encoding, likelihood
from .table import Misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    Line = tuple[int, str]  # its number from 1, its text

NUL, QUOTATION_MARK = "\0", '"'
PIECE_BYTES = 1 << 20
FEWEST_LINES = 64
LONE = re.compile("[\udc80-\udcff]")  # what a byte becomes that has no meaning
# Two Chinese characters in UTF-8 and nothing but ASCII around: hardly ever found in the other encodings.
# Half of the bytes of such characters lie here; those of GB 2312 and Big5 never do.
LOW_BYTES = bytes(range(0x80, 0xA1))
UTF8_RUN = re.compile(rb"(?<![\x80-\xff])(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]){2,}(?![\x80-\xff])")


@dataclass(frozen=True)
class Piece:
    """Some whole lines of a file that can all be read and hold no quotation mark: number of the first, how many, their text."""

    first: int
    count: int
    words: str


class Lines:
    """The readable lines of a file, one by one or many at once; those taken for a record can be given back.

    taken holds the numbers and lines of the record that is being read; unreadable the lines set apart; ended tells
    that the file ended while a record was read; bytes_read how far into the file the lines are, at most.
    """

    def __init__(self, data: bytes, encoding: Encoding) -> None:
        self.unreadable: list[Misfit] = []
        self.taken: list[Line] = []
        self.ended = False
        self._encoding = encoding
        self._texts = self._texts_of(data)
        self._ahead: tuple[str, bool] | None = None
        self._number = 1  # of the next text's first line
        self._lines: deque[Line] = deque()
        self._again: deque[Line] = deque()
        self.bytes_read = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(iter(self.many(1)), None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line[1]

    def begin(self) -> None:
        """A new record starts with the next line."""
        self.taken = []
        self.ended = False

    def give_back(self) -> None:
        """All lines taken but the first come again."""
        self.hand_in(self.taken[1:])

    def many(self, count: int) -> list[Line]:
        """So many lines with their numbers, or fewer at the end of a text; none at the end of the file."""
        # Enough of them to tell a heading by.
        while len(self._lines) < FEWEST_LINES and self._next_text() is not None:
            self._open()
        return [self._lines.popleft() for _ in range(min(count, len(self._lines)))]

    def piece(self) -> Piece | None:
        """The lines that come next as one text, if they are plain: no quotation mark, nothing unreadable, no end of line of its own."""
        text_ahead = None if self._again or self._lines else self._next_text()
        if text_ahead is None:
            return None
        words, suspect = text_ahead
        if suspect or QUOTATION_MARK in words or words.count("\r") != words.count("\r\n"):
            return None
        piece = Piece(self._number, words.count("\n") + (not words.endswith("\n")), words)
        self._ahead, self._number = None, piece.first + piece.count
        return piece

    def put_back(self, piece: Piece) -> None:
        """The piece taken last comes line by line."""
        self._ahead, self._number = (piece.words, False), piece.first
        self._open()

    def hand_in(self, lines: list[Line]) -> None:
        """These lines come next."""
        self._again.extendleft(reversed(lines))

    @property
    def waiting(self) -> bool:
        """Whether lines that were given back have not come again yet."""
        return bool(self._again)

    def _texts_of(self, data: bytes) -> Iterator[tuple[str, bool]]:
        """The file text by text, and whether a line of each may be unreadable: its text at once would take several times its room."""
        for start, end in _cuts(data, self._encoding):
            self.bytes_read = end
            yield _decoded(data[start:end], self._encoding)

    def _next_text(self) -> tuple[str, bool] | None:
        self._ahead = self._ahead or next(self._texts, None)
        return self._ahead

    def _open(self) -> None:
        """Take the lines of the text ahead."""
        words, suspect = self._ahead or ("", False)
        lines = list(enumerate(io.StringIO(words, newline=""), start=self._number))
        self._ahead, self._number = None, self._number + len(lines)
        self._lines.extend(line for line in lines if self._readable(*line)) if suspect else self._lines.extend(lines)

    def _readable(self, number: int, line: str) -> bool:
        fault = self._fault(line)
        if fault is not None:
            self.unreadable.append(Misfit(number, fault))
        return fault is None

    def _fault(self, line: str) -> Text | None:
        name = self._encoding.name
        if name in (GB18030, BIG5) and _reads_better_as_utf8(line, self._encoding):
            return text("The row is in {other}, not in {encoding} as the rest of the file.", other=UTF8, encoding=name)
        if LONE.search(line) or (REPLACEMENT in line and name in (UTF16_LE, UTF16_BE)):
            return text("The row has bytes that are not {encoding}: it is damaged or in another encoding.", encoding=name)
        return text("The row has NUL characters: it is damaged.") if NUL in line else None


def first_text(data: bytes, encoding: Encoding, *, characters: int) -> str:
    """The beginning of a file's text."""
    words, _ = _decoded(data[encoding.mark : encoding.mark + 4 * characters], encoding)
    return words[:characters]


def _cuts(data: bytes, encoding: Encoding) -> Iterator[tuple[int, int]]:
    """Where pieces of whole lines begin and end; no line feed is half of a character except in UTF-16."""
    start = encoding.mark
    while start < len(data):
        end = -1 if encoding.name in (UTF16_LE, UTF16_BE) else data.find(b"\n", start + PIECE_BYTES)
        end = len(data) if end < 0 else end + 1
        yield start, end
        start = end


def _decoded(raw: bytes, encoding: Encoding) -> tuple[str, bool]:
    """The text of some bytes, and whether a line of it may be unreadable; what means nothing becomes a sign for it."""
    wide = encoding.name in (UTF16_LE, UTF16_BE)
    try:
        words = raw.decode(encoding.codec)
    except UnicodeDecodeError:
        return raw.decode(encoding.codec, "replace" if wide else "surrogateescape"), True
    return words, NUL in words or (encoding.name in (GB18030, BIG5) and _may_hold_utf8(raw))


def _may_hold_utf8(raw: bytes) -> bool:
    # The search is slow, so files without such bytes are spared it.
    return len(raw.translate(None, LOW_BYTES)) < len(raw) and UTF8_RUN.search(raw) is not None


def _reads_better_as_utf8(line: str, encoding: Encoding) -> bool:
    try:
        other = line.encode(encoding.codec, "surrogateescape").decode("utf-8")
    except UnicodeError:
        return False
    return likelihood(other) > likelihood(line) + CERTAIN_BY
