"""The table of contents: a field of Word's own, filled with the headings until Word counts the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from .markup import field, node, paragraph, run, words
from .pageblocks import Heading
from .words import Run

CODE = 'TOC \\o "1-2" \\h \\z \\u'


def bookmark_of(number: int) -> str:
    """The bookmark of the heading with that number among those of the contents, as Word names them."""
    return f"_Toc{100_000_000 + number}"


def contents(headings: Sequence[Heading]) -> Iterator[BaseOxmlElement]:
    """One paragraph for each heading, all inside one field; Word adds the pages when it fills the field."""
    opening = list(field(CODE))[:3]
    for k, heading in enumerate(headings):
        runs = [*(opening if k == 0 else ()), _entry(heading, bookmark_of(k))]
        if k == len(headings) - 1:
            runs.append(node("r", node("fldChar", fldCharType="end")))
        yield paragraph(f"TOC{heading.level}", runs)


def _entry(heading: Heading, bookmark: str) -> BaseOxmlElement:
    number = [node("r", *words(f"{heading.ordinal}\t"))] if heading.ordinal else []
    return node("hyperlink", *number, *(run(Run(piece.words)) for piece in heading.runs), anchor=bookmark, history=1)
