"""About how high blocks become on paper: for pages that must be exactly one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .grids import GUTTER, line_height
from .pageblocks import Block, Caption, Columns, Heading, Items, Pairs, Paragraph
from .styles import STYLES, Style
from .tables import PADDING, Grid, fitted
from .words import Runs, text_of

BY_ID = {style.id: style for style in STYLES}
HANZI = 0x2E80
LATIN, LATIN_SANS = 0.5, 0.56  # of a letter's size
ROW_PADDING = 1.75  # points above the words of a row, and below them, with half its line
COVER_WIDTH, TERMS = 440.0, 0.26  # points; of the width of a cover's list: the terms
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


def style_of(block: Paragraph, *, narrow: bool = False) -> str:
    """The style of a paragraph of that kind; narrow is for smaller letters."""
    return STYLE_OF.get(block.kind, "SideText" if narrow else "BodyText")


def caption_style(block: Caption, *, narrow: bool = False) -> str:
    """The style of a caption."""
    if narrow:
        return "SideTableCaption" if block.above else "SideCaption"
    return "TableCaption" if block.above else "Caption"


def room(block: Block, width: float, *, narrow: bool = False) -> float:
    """About how many points of height a block takes in a text that wide; pictures are not counted."""
    if isinstance(block, Paragraph):
        return _height(BY_ID[style_of(block, narrow=narrow)], block.runs, width)
    if isinstance(block, Items):
        return sum(_height(BY_ID["SideNumber" if narrow else "ListNumber"], item, width) for item in block.items)
    if isinstance(block, Caption):
        return _height(BY_ID[caption_style(block, narrow=narrow)], block.runs, width)
    if isinstance(block, Heading):
        return _height(BY_ID[f"Heading{max(block.level, 1) if block.ordinal else 3}"], block.runs, width)
    if isinstance(block, Grid):
        return _rows(block, width)
    if isinstance(block, Pairs):
        return sum(_height(BY_ID["CoverValue"], value, (1 - TERMS) * COVER_WIDTH - PADDING) for _, value in block.rows)
    if isinstance(block, Columns):
        each = width / len(block.columns) - GUTTER
        return max((sum(room(one, each, narrow=True) for one in column) for column in block.columns), default=0.0)
    return 0.0


def rooms(blocks: Sequence[Block], width: float) -> float:
    """About how many points of height blocks take one under the other."""
    return sum(room(block, width) for block in blocks)


def _height(style: Style, runs: Runs, width: float) -> float:
    indent = 2 * style.size if style.first else 0.0
    lines = math.ceil((_wide(runs, style) + indent) / (width - style.left))
    return style.before + style.after + max(lines, 1) * style.line


def _wide(runs: Runs, style: Style) -> float:
    """How wide words are on one line: Hanzi are square, Latin letters about half as wide."""
    latin = LATIN_SANS if style.sans else LATIN
    return sum(style.size * (1.0 if ord(letter) > HANZI else latin) for letter in text_of(runs))


def _rows(grid: Grid, width: float) -> float:
    grid, widths = fitted(grid, width)
    total = 0.0
    # A loop over rows: each is as high as its highest cell.
    for cells in (grid.head, *grid.rows):
        lines = [sum(_lines(line, grid.size, column) for line in cell.lines) for cell, column in zip(cells, widths)]
        total += max(lines, default=0) * line_height(grid.size) + 2 * ROW_PADDING
    return total


def _lines(runs: Runs, size: float, width: float) -> int:
    return max(math.ceil(_wide(runs, Style("", "", size)) / (width - PADDING)), 1)
