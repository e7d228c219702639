"""About how high blocks become on paper: for pages that must be exactly one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..charts import text_width
from .grids import GUTTER, line_height
from .pageblocks import Block, Caption, Columns, Heading, Items, Pairs, Paragraph
from .styles import STYLES, Style
from .tables import PADDING, Grid, fitted
from .words import Runs, text_of

BY_ID = {style.id: style for style in STYLES}
ROW_PADDING = 3.5  # points above and below the words of a row, with its line
STYLE_OF = {
    "first": "KeySentence",
    "lead": "Lead",
    "note": "Note",
    "seal": "Seal",
    "notice-top": "CoverMark",
    "name": "Title",
    "kind": "Subtitle",
    "banner": "Banner",
    "notice": "CoverNotice",
    "brief-kind": "BriefKind",
    "brief-name": "BriefName",
    "brief-facts": "BriefFacts",
}


def style_of(block: Paragraph) -> str:
    """The style of a paragraph of that kind."""
    return STYLE_OF.get(block.kind, "BodyText")


def room(block: Block, width: float, *, narrow: bool = False) -> float:
    """About how many points of height a block takes in a text that wide; pictures are not counted."""
    if isinstance(block, Paragraph):
        return _height(BY_ID[style_of(block)], block.runs, width)
    if isinstance(block, Items):
        return sum(_height(BY_ID["SideNumber" if narrow else "ListNumber"], item, width) for item in block.items)
    if isinstance(block, Caption):
        return _height(BY_ID["TableCaption" if block.above else "Caption"], block.runs, width)
    if isinstance(block, Heading):
        return _height(BY_ID[f"Heading{max(block.level, 1) if block.ordinal else 3}"], block.runs, width)
    if isinstance(block, Grid):
        return _rows(block, width)
    if isinstance(block, Pairs):
        return sum(_height(BY_ID["CoverValue"], value, 0.6 * width) for _, value in block.rows)
    if isinstance(block, Columns):
        each = width / len(block.columns) - GUTTER
        return max((sum(room(one, each, narrow=True) for one in column) for column in block.columns), default=0.0)
    return 0.0


def rooms(blocks: Sequence[Block], width: float) -> float:
    """About how many points of height blocks take one under the other."""
    return sum(room(block, width) for block in blocks)


def _height(style: Style, runs: Runs, width: float) -> float:
    indent = 2 * style.size if style.first else 0.0
    lines = math.ceil((text_width(text_of(runs), style.size) + indent) / (width - style.left))
    return style.before + style.after + max(lines, 1) * style.line


def _rows(grid: Grid, width: float) -> float:
    grid, widths = fitted(grid, width)
    total = 0.0
    # A loop over rows: each is as high as its highest cell.
    for cells in (grid.head, *grid.rows):
        lines = [sum(_lines(line, grid.size, column) for line in cell.lines) for cell, column in zip(cells, widths)]
        total += max(lines, default=0) * line_height(grid.size) + 2 * ROW_PADDING
    return total


def _lines(runs: Runs, size: float, width: float) -> int:
    return max(math.ceil(text_width(text_of(runs), size) / (width - PADDING)), 1)
