"""Tables in Word: fixed widths, a head that is repeated, rows that are not cut."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from .markup import node, paragraph, run, twips
from .styles import HAIR, INK
from .tables import PADDING, Cell, Grid, fitted, head_height

RULE = "DFE5EC"
GUTTER = 14.0  # points between blocks side by side
SIGNED = 28.35  # the height of a row for signatures: 10 mm


def table(grid: Grid, width: float) -> BaseOxmlElement:
    """The table, as wide as given in points."""
    grid, widths = fitted(grid, width)
    columns = [twips(points) for points in widths]
    made = node("tbl", _properties(grid, sum(columns)), node("tblGrid", *(node("gridCol", w=column) for column in columns)))
    if grid.head:
        made.append(_row(grid, grid.head, columns, head=True, kept=True))
    for k, cells in enumerate(grid.rows, start=1):
        made.append(_row(grid, cells, columns, head=False, kept=grid.together and k < len(grid.rows)))
    return made


def side_by_side(cells: Sequence[Sequence[BaseOxmlElement]], width: float) -> BaseOxmlElement:
    """Blocks side by side, without lines."""
    each = twips(width / len(cells))
    row = node("tr", *(node("tc", node("tcPr", node("tcW", w=each, type="dxa")), *blocks) for blocks in cells))
    grid = node("tblGrid", *(node("gridCol", w=each) for _ in cells))
    shape = (node("tblW", w=each * len(cells), type="dxa"), node("tblLayout", type="fixed"), _margins(GUTTER / 2))
    return node("tbl", node("tblPr", *shape), grid, row)


def line_height(size: float) -> float:
    """The height of a line of a table in letters of that size, in points."""
    return round(1.36 * size, 1)


def _properties(grid: Grid, width: int) -> BaseOxmlElement:
    if grid.ruled:
        lines = dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), (4, HAIR))
    else:
        lines = {"top": (10, INK), "bottom": (10, INK), "insideH": (4, RULE)}
    drawn = node("tblBorders", *(node(side, val="single", sz=size, space=0, color=colour) for side, (size, colour) in lines.items()))
    shape = (node("tblW", w=width, type="dxa"), node("jc", val="center"), drawn, node("tblLayout", type="fixed"), _margins(PADDING / 2))
    return node("tblPr", *shape)


def _margins(points: float) -> BaseOxmlElement:
    sides = {"top": 0.0, "left": points, "bottom": 0.0, "right": points}
    return node("tblCellMar", *(node(side, w=twips(width), type="dxa") for side, width in sides.items()))


def _row(grid: Grid, cells: Sequence[Cell], columns: Sequence[int], *, head: bool, kept: bool) -> BaseOxmlElement:
    properties = [node("cantSplit")]
    height = SIGNED if grid.ruled else head_height(grid) if head else 0.0
    if height:
        properties.append(node("trHeight", val=twips(height), hRule="atLeast"))
    if head:
        properties.append(node("tblHeader"))
    made = (_cell(grid, cell, column, head=head, kept=kept) for cell, column in zip(cells, columns))
    return node("tr", node("trPr", *properties), *made)


def _cell(grid: Grid, cell: Cell, width: int, *, head: bool, kept: bool) -> BaseOxmlElement:
    properties = [node("tcW", w=width, type="dxa")]
    if head and not grid.ruled:
        properties.append(node("tcBorders", node("bottom", val="single", sz=6, space=0, color=INK)))
    if cell.stripe:
        properties.append(node("shd", val="thinDiagStripe", color=cell.stripe.lstrip("#").upper(), fill=cell.ground.lstrip("#").upper()))
    elif cell.ground:
        properties.append(node("shd", val="clear", color="auto", fill=cell.ground.lstrip("#").upper()))
    if cell.upright:
        properties.append(node("textDirection", val="tbRl"))
    properties.append(node("vAlign", val="center" if grid.ruled or cell.upright else "bottom" if head else "top"))
    lines = (_line(grid, cell, k, kept=kept) for k in range(len(cell.lines)))
    return node("tc", node("tcPr", *properties), *lines)


def _line(grid: Grid, cell: Cell, k: int, *, kept: bool) -> BaseOxmlElement:
    space = {"before": 30 if k == 0 else 0, "after": 30 if k == len(cell.lines) - 1 else 0}
    properties = [node("keepNext")] if kept else []
    properties.append(node("spacing", **space, line=twips(line_height(grid.size)), lineRule="exact"))
    properties.append(node("jc", val=cell.align if cell.align in ("left", "right", "center") else "left"))
    runs = [run(piece, size=grid.size, bold=cell.bold, colour=cell.colour) for piece in cell.lines[k]]
    return paragraph("TableText", runs, *properties)
