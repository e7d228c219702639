"""A table of the page: its cells with their looks, and how wide its columns are to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..charts import text_width
from .looks import Stylesheet, looks
from .tree import Element
from .words import Run, Runs, colour_of, runs_of, text_of, tidy

COLOUR = re.compile(r"#[0-9a-f]{6}\b|#[0-9a-f]{3}\b", re.IGNORECASE)
SIZE, SMALLEST = 9.0, 6.5  # points
PADDING = 6.4  # points, left and right together
BREAKS = re.compile(r"(?<=[ \-/，、；;])|(?<=[\u2e80-\uffef])|(?=[\u2e80-\uffef])")


@dataclass(frozen=True)
class Cell:
    """One cell: its lines, and how they look; stripe is the colour of a hatch on the ground."""

    lines: tuple[Runs, ...]
    align: str = "left"
    bold: bool = False
    colour: str = ""
    ground: str = ""
    stripe: str = ""
    wraps: bool = True
    share: float = 0.0  # of the width, where the stylesheet says so
    least: float = 0.0  # how wide at least, in letters
    upright: bool = False  # written from top to bottom


@dataclass(frozen=True)
class Grid:
    """A table: head and rows of cells; together means that it stays on one page."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float
    together: bool
    ruled: bool = False  # with lines around every cell, for signatures


def grid_of(table: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Grid:
    """The table with the looks of the page."""
    figure = next((element for element in reversed(chain) if element.tag == "figure"), table)
    size = re.match(r"[\d.]+", looks(sheet, chain).get("font-size", ""))
    parts = {part.tag: (*chain, part) for part in table.elements}
    heads = _rows(parts.get("thead"), sheet)
    rows = _rows(parts.get("tbody"), sheet)
    return Grid(
        heads[0] if heads else (),
        rows,
        float(size.group()) if size else SIZE,
        "short" in figure.classes,
        "signatures" in figure.classes,
    )


def _rows(chain: tuple[Element, ...] | None, sheet: Stylesheet) -> tuple[tuple[Cell, ...], ...]:
    if chain is None:
        return ()
    return tuple(tuple(_cell(cell, (*chain, row, cell), sheet) for cell in row.elements) for row in chain[-1].elements)


def _cell(cell: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Cell:
    look = looks(sheet, chain)
    colours = COLOUR.findall(look.get("background", ""))
    hatched = "gradient" in look.get("background", "")
    share = re.match(r"([\d.]+)%", look.get("width", ""))
    least = re.match(r"([\d.]+)em", look.get("min-width", ""))
    return Cell(
        _lines(cell, chain, sheet),
        look.get("text-align", "left"),
        look.get("font-weight", "") == "700" or cell.tag == "th",
        colour_of(chain, sheet),
        colours[-1] if colours else "",
        colours[0] if hatched else "",
        look.get("white-space", "") != "nowrap",
        float(share.group(1)) / 100 if share else 0.0,
        float(least.group(1)) if least else 0.0,
        look.get("writing-mode", "").startswith("vertical"),
    )


def _lines(cell: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> tuple[Runs, ...]:
    """The lines of a cell; a list of words goes on in one line, as the page shows it."""
    lines = [child for child in cell.elements if "line" in child.classes]
    if not lines:
        return (runs_of(cell, chain, sheet),)
    found = [runs_of(line, (*chain, line), sheet) for line in lines]
    rest = Element(cell.tag, cell.attributes, [node for node in cell.children if node not in lines])
    found[-1] = (*found[-1], *runs_of(rest, chain, sheet))
    if "list" not in cell.classes:
        return tuple(found)
    comma = Run("、" if chain[0].attributes.get("lang", "").startswith("zh") else ", ")
    joined = [run for line in found for run in (*line, comma)][:-1]
    return (tidy(iter(joined)),)


def fitted(grid: Grid, width: float) -> tuple[Grid, list[float]]:
    """The table with letters small enough for its narrowest words, and its columns' widths in points."""
    size = grid.size
    while size > SMALLEST and sum(_least(column, size) for column in _columns(grid)) > width:
        size -= 0.5
    return replace(grid, size=size), _widths(grid, size, width)


def _columns(grid: Grid) -> list[Sequence[Cell]]:
    rows = [row for row in (grid.head, *grid.rows) if row]
    return list(zip(*rows))


def _widths(grid: Grid, size: float, width: float) -> list[float]:
    columns = _columns(grid)
    least = [max(_least(column, size), column[0].share * width) for column in columns]
    most = [max(_most(column, size), low) for column, low in zip(columns, least)]
    if sum(least) >= width:
        return [low * width / sum(least) for low in least]
    if sum(most) <= width:
        return [high * width / sum(most) for high in most]
    room = (width - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * room for low, high in zip(least, most)]


def _least(column: Sequence[Cell], size: float) -> float:
    """The width at which no word of the column is cut."""
    return PADDING + max(max((_longest(cell, size) for cell in column), default=0.0), 1.6 * size)


def _longest(cell: Cell, size: float) -> float:
    words = [text_of(line) for line in cell.lines]
    if cell.upright:
        return 1.3 * size
    pieces = [piece for said in words for piece in (BREAKS.split(said) if cell.wraps else [said])]
    longest = max((_wide(piece.strip(" "), size, cell.bold) for piece in pieces), default=0.0)
    return max(longest, min(cell.least * size, _whole(cell, size)))


def _most(column: Sequence[Cell], size: float) -> float:
    return PADDING + max(1.5 * size if cell.upright else _whole(cell, size) for cell in column)


def _whole(cell: Cell, size: float) -> float:
    return max(_wide(text_of(line), size, cell.bold) for line in cell.lines)


def _wide(words: str, size: float, bold: bool) -> float:
    return text_width(words, size) * (1.06 if bold else 1.02)


def head_height(grid: Grid) -> float:
    """How high the head must be in points for its upright words; 0 where none stand upright."""
    upright = [cell for cell in grid.head if cell.upright]
    return max((_wide(text_of(cell.lines[0]), grid.size, cell.bold) for cell in upright), default=-PADDING) + PADDING
