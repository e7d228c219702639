"""Blocks as elements of a Word document: each kind of block has its form."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Callable

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from .contents import bookmark_of, contents
from .drawing import Painter
from .grids import GUTTER, side_by_side, table
from .markup import bookmark_name, clean, marked, node, paragraph, run, said, twips
from .pageblocks import Block, Caption, Columns, Contents, Heading, Items, Pairs, Paragraph, Picture
from .papers import POINTS_PER_MM
from .rooms import COVER_WIDTH, TERMS, caption_style, style_of
from .styles import DOTTED, HAIR, NUMBERED, restarted
from .tables import Grid
from .words import Run

SLACK = 4.0  # points: a picture as wide as its cell would lose its edge


@dataclass(frozen=True)
class Making:
    """A document while it is written: who paints, the headings of its contents, how wide the text is and how high a picture may be.

    Both are in points. numbers gives every bookmark and picture its own; step is called at each block.
    """

    document: Document
    painter: Painter
    headings: tuple[Heading, ...]
    numbers: Iterator[int]
    step: Callable[[], None]
    width: float = 0.0
    tallest: float = 0.0
    narrow: bool = False  # one of several columns, or a page that holds much: smaller letters


def written(making: Making, blocks: Sequence[Block]) -> Iterator[BaseOxmlElement]:
    """The elements of blocks in their order; two tables never touch."""
    before = ""
    for block in blocks:
        making.step()
        for element in _written(making, block):
            if before == element.tag == qn("w:tbl"):
                yield paragraph("Spacer")
            yield element
            before = element.tag


def _written(making: Making, block: Block) -> Iterator[BaseOxmlElement]:
    if isinstance(block, Heading):
        yield _heading(making, block)
    elif isinstance(block, Paragraph):
        yield said(style_of(block, narrow=making.narrow), block.runs)
    elif isinstance(block, Items):
        yield from _items(making, block)
    elif isinstance(block, Caption):
        yield _caption(making, block)
    elif isinstance(block, Picture):
        yield _picture(making, block)
    elif isinstance(block, Grid):
        yield table(block, making.width)
    elif isinstance(block, Contents):
        yield from contents(making.headings)
    elif isinstance(block, Pairs):
        yield _pairs(block, min(COVER_WIDTH, making.width))
    elif isinstance(block, Columns):
        yield _columns(making, block)


def _heading(making: Making, block: Heading) -> BaseOxmlElement:
    """A heading; what Word would not count as it is printed stands as words."""
    number = next((k for k, heading in enumerate(making.headings) if heading is block), None)
    if number is None:
        return paragraph("Heading3" if block.level else "TOCHeading", _with_number(block))
    runs = _with_number(block)
    off = () if block.counted else (node("numPr", node("ilvl", val=0), node("numId", val=0)),)
    return paragraph(f"Heading{block.level}", marked(bookmark_of(number), next(making.numbers), *runs), *off)


def _with_number(block: Heading) -> list[BaseOxmlElement]:
    number = (Run(f"{block.ordinal} "),) if block.ordinal and not block.counted else ()
    return [run(piece) for piece in (*number, *block.runs)]


def _items(making: Making, block: Items) -> Iterator[BaseOxmlElement]:
    number = restarted(making.document, NUMBERED if block.numbered else DOTTED)
    for item in block.items:
        counting = node("numPr", node("ilvl", val=0), node("numId", val=number))
        yield said(("SideNumber" if making.narrow else "ListNumber") if block.numbered else "ListBullet", item, counting)


def _caption(making: Making, block: Caption) -> BaseOxmlElement:
    runs = [run(piece) for piece in block.runs]
    if block.anchor:
        runs = marked(bookmark_name(block.anchor), next(making.numbers), *runs)
    return paragraph(caption_style(block, narrow=making.narrow), runs)


def _picture(making: Making, block: Picture) -> BaseOxmlElement:
    """A drawing as a picture as wide as the text, or as high as the page allows, with its words for those who do not see it."""
    drawing = block.drawing
    width = min(making.width, block.widest_mm * POINTS_PER_MM, making.tallest * drawing.width / drawing.height)
    png = io.BytesIO(making.painter(drawing, width / POINTS_PER_MM))
    height = width * drawing.height / drawing.width
    inline = making.document.part.new_pic_inline(png, Pt(width), Pt(height))
    number = next(making.numbers)
    inline.docPr.set("id", str(number))
    inline.docPr.set("name", f"Picture {number}")
    inline.docPr.set("title", clean(drawing.title))
    inline.docPr.set("descr", clean(drawing.description))
    return paragraph("Picture", [node("r", node("drawing", inline))])


def _pairs(block: Pairs, width: float) -> BaseOxmlElement:
    columns = [twips(TERMS * width), twips((1 - TERMS) * width)]
    rows = []
    for term, value in block.rows:
        line = node("tcBorders", node("bottom", val="single", sz=4, space=0, color=HAIR))
        left = node("tc", node("tcPr", node("tcW", w=columns[0], type="dxa")), said("CoverTerm", term))
        right = node("tc", node("tcPr", node("tcW", w=columns[1], type="dxa"), line), said("CoverValue", value))
        rows.append(node("tr", node("trPr", node("cantSplit")), left, right))
    shape = (node("tblW", w=sum(columns), type="dxa"), node("jc", val="center"), node("tblLayout", type="fixed"))
    return node("tbl", node("tblPr", *shape), node("tblGrid", *(node("gridCol", w=column) for column in columns)), *rows)


def _columns(making: Making, block: Columns) -> BaseOxmlElement:
    each = replace(making, width=making.width / len(block.columns) - GUTTER - SLACK, narrow=True)
    return side_by_side([list(written(each, column)) for column in block.columns], making.width)
