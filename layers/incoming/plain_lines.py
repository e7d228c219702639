"""Lines without quotation marks, many at once: their fields are what stands between the delimiters."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

END, BREAK = "\n", ord("\n")
MOST_ODD = 0.1  # of the lines: where more of them have another number of fields, each is better read by itself


@dataclass(frozen=True)
class PlainLines:
    """The fields of lines as columns, and which of the lines those are; lines with another number of fields set apart.

    All are numbered from 0. odd holds the fields of each that has too many or too few, empty ones without content.
    """

    columns: list[list[str]]
    rows: np.ndarray
    odd: dict[int, list[str]] = field(default_factory=dict)


def plain_columns(words: str, delimiter: str, width: int, *, longest: int) -> PlainLines | None:
    """The fields of lines without quotation marks, as csv reads them; None where it had better do that itself.

    Empty fields beyond the width do not count. longest is the length up to which csv reads a field.
    """
    words = words.replace("\r\n", END)
    words = words if words.endswith(END) else words + END
    begins, ends, fields = _lines(words, delimiter)
    odd = np.flatnonzero(fields != width)
    if len(odd) > MOST_ODD * len(fields) or (ends - begins).max() > longest or width < 2:
        return None
    apart: dict[int, list[str]] = {}
    kept, at = [], 0
    for line, begin, end in zip(odd.tolist(), begins[odd].tolist(), ends[odd].tolist()):
        cells = words[begin:end].split(delimiter) if end > begin else []
        kept.append(words[at:begin])
        if len(cells) > width and not any(map(str.strip, cells[width:])):
            kept.append(delimiter.join(cells[:width]) + END)
        else:
            apart[line] = cells
        at = end + 1
    cells = "".join([*kept, words[at:]]).replace(END, delimiter).split(delimiter)
    rows = np.delete(np.arange(len(fields)), list(apart))
    return PlainLines([cells[column:-1:width] for column in range(width)], rows, apart)


def _lines(words: str, delimiter: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where each line begins and ends, and how many fields it has."""
    codes = np.frombuffer(words.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) != len(words):
        codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), np.uint32)
    signs = np.flatnonzero((codes == BREAK) | (codes == ord(delimiter)))
    last = np.flatnonzero(codes[signs] == BREAK)
    ends = signs[last]
    return np.append(0, ends[:-1] + 1), ends, np.diff(last, prepend=-1)
