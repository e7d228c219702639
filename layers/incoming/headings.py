"""Which row of a table is its heading: titles above it are passed over, a missing one is made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..words import Text, text
from .aliases import shipped_names
from .table import heading

SEARCHED_ROWS = 10
ENOUGH_KNOWN = 2
NEARLY = 0.8


@dataclass(frozen=True)
class Header:
    """The cells of a heading, the position of the first row below it, and what to say about it."""

    cells: tuple[str, ...]
    first_row: int
    notes: tuple[Text, ...] = ()


def header_of(rows: Sequence[Sequence[object]], *, known: Callable[[str], bool] | None = None) -> Header | None:
    """The heading among the first rows; None where no row has content.

    known tells whether a heading is one that tables of ours have; a row with two of them is a heading, whatever
    stands above. Without such a row it is the first that is as wide as most rows, unless it holds numbers.
    """
    filled = [(position, [heading(cell) for cell in row]) for position, row in enumerate(rows) if any(heading(cell) for cell in row)]
    if not filled:
        return None
    known = known or shipped_names().known
    counts = [sum(map(known, filter(None, cells))) for _, cells in filled[:SEARCHED_ROWS]]
    most = max(counts)
    if most >= ENOUGH_KNOWN:
        return _header(filled, _first_as_good(filled, counts, counts.index(most)))
    width = Counter(len(list(filter(None, cells))) for _, cells in filled).most_common(1)[0][0]
    wide = next(index for index, (_, cells) in enumerate(filled) if len(list(filter(None, cells))) >= min(width, 2))
    if any(map(_is_number, filled[wide][1])) and not counts[min(wide, len(counts) - 1)]:
        return _made_up(filled[wide])
    return _header(filled, wide)


def _first_as_good(filled: list[tuple[int, list[str]]], counts: list[int], index: int) -> int:
    """The first row up to this one that knows two names and is about as full: cells of rows below may be names too."""
    full = [len(list(filter(None, cells))) for _, cells in filled]
    return next(row for row in range(index + 1) if row == index or (counts[row] >= ENOUGH_KNOWN and full[row] >= NEARLY * full[index]))


def _header(filled: list[tuple[int, list[str]]], index: int) -> Header:
    position, cells = filled[index]
    below = [row for _, row in filled[index + 1 :]]
    above = [text("Rows above the heading that were passed over: {count}.", count=index)] if index else []
    return Header(tuple(_without_tail(cells, below)), position + 1, tuple(above))


def _without_tail(cells: list[str], below: list[list[str]]) -> list[str]:
    """The heading without empty cells at its end, unless most rows have something there."""
    width = len(cells)
    while width and not cells[width - 1] and 2 * sum(len(row) >= width and bool(row[width - 1]) for row in below) <= len(below):
        width -= 1
    return cells[:width]


def _made_up(first: tuple[int, list[str]]) -> Header:
    position, cells = first
    names = tuple(f"column_{number}" for number in range(1, len(cells) + 1))
    return Header(names, position, (text("The table has no heading; its columns are called column_1, column_2 and so on."),))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
