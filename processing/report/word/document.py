"""Writes a finished page as a Word document; equal pages give equal bytes."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ....layers.outputs import replacing
from ....layers.progress import SILENT, Progress, aside
from ....layers.words import text
from ..workbook import created
from .drawing import Painter
from .markup import clean, node, paragraph, twips
from .pageblocks import Block, Columns, Page, Pairs, Paragraph, Picture, Start, page_of
from .papers import Running, paper, running, text_height, text_width
from .rooms import room, rooms
from .sections import Section, counted, listed, sections_of
from .styles import dress
from .writing import Making, written

MOST_LETTERS = 250  # of a document's title
UNUSED = ("/stylesWithEffects", "/customXml", "/thumbnail")  # kinds of parts
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
TALLEST = 0.86  # of the page's height: a picture
TITLE = 46.0  # points: the title of a picture, of two lines
SMALLEST = 0.5  # of its own size: a picture that makes room for words
LEAST = 60.0  # points: a picture that is seen
SPARE = 16.0  # points: a page that must be one keeps them free
COVER_TOP = 0.45  # of the free room of a cover: above its name


def write_document(path: Path | str, page: str, *, painter: Painter, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write a finished page of ours as a Word document; equal pages give equal bytes.

    The painter makes pictures of its drawings; report_date is 2026-06-30 or empty. Raises InputError where the file cannot be written.
    """
    made = partial(document_bytes, page, painter=painter, report_date=report_date)
    content = aside(progress, lambda relay: made(progress=relay))
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def document_bytes(source: str, *, painter: Painter, report_date: str = "", progress: Progress = SILENT) -> bytes:
    """The document of a finished page."""
    page = page_of(source)
    document = docx.Document()
    _leave_out(document)
    dress(document, page.language)
    _describe(document, page, report_date)
    blocks = counted(page.blocks)
    headings = tuple(block for block in blocks if listed(block))
    making = Making(document, painter, headings, itertools.count(1), _steps(len(blocks), progress))
    runs = running(document, page.title, " · ".join(page.marks) or report_date, alert=bool(page.marks))
    body = document.element.body
    for old in list(body):
        body.remove(old)
    body.extend(_sections(making, sections_of(blocks), runs))
    return _packed(document)


def _steps(count: int, progress: Progress) -> Callable[[], None]:
    done = itertools.count()
    return lambda: progress.at(min(next(done) / max(count, 1), 1.0), text("Writing the Word document"))


def _sections(making: Making, sections: Sequence[Section], runs: Running) -> Iterator[BaseOxmlElement]:
    """The elements of all sections; each but the last ends in a paragraph that holds its paper."""
    begun = False
    for k, section in enumerate(sections):
        sized = replace(making, width=text_width(wide=section.wide), tallest=TALLEST * text_height(wide=section.wide))
        elements = _cover(sized, section.blocks) if section.kind == "cover" else _pages(sized, section)
        numbers = {"numbers": "decimal", "first": None if begun else 1} if section.kind == "body" else {"numbers": "upperRoman", "first": 1}
        begun = begun or section.kind == "body"
        last = paper(section, runs, **numbers)
        yield from elements
        yield last if k == len(sections) - 1 else paragraph("Spacer", (), last)


def _tallest(making: Making, blocks: Sequence[Block], *, kind: str) -> float:
    """How high a picture may become, in points: its title stays with it; on a page that must be one it takes what the words leave."""
    columns = [block for block in blocks if isinstance(block, Columns)]
    if not columns:
        return making.tallest
    free = _free(blocks)
    if kind == "brief":
        free += sum(room(block, making.width) for block in columns) - TITLE
        return max(free, LEAST)
    natural = sum(making.width * block.drawing.height / block.drawing.width for block in blocks if isinstance(block, Picture))
    return min(making.tallest, free) if free > SMALLEST * natural else making.tallest


def _free(blocks: Sequence[Block]) -> float:
    """What blocks leave of an upright page, in points."""
    return max(text_height(wide=False) - rooms(blocks, text_width(wide=False)) - SPARE, 0.0)


def _pages(making: Making, section: Section) -> list[BaseOxmlElement]:
    """The elements of a section; what follows a Start begins a page."""
    found: list[BaseOxmlElement] = []
    narrow = False
    for starts, group in itertools.groupby(section.blocks, key=lambda block: isinstance(block, Start)):
        blocks = list(group)
        if starts:
            narrow = blocks[-1].kind == "community-page"
            continue
        tallest = making.tallest if narrow else _tallest(making, blocks, kind=section.kind)
        elements = list(written(replace(making, tallest=tallest, narrow=narrow), blocks))
        found += _on_new_page(elements) if found else elements
    return found


def _on_new_page(elements: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    first = elements[0]
    if first.tag != qn("w:p"):
        return [paragraph("Spacer", (), node("pageBreakBefore")), *elements]
    style = first.find(qn("w:pPr")).find(qn("w:pStyle"))
    style.addnext(node("pageBreakBefore"))
    return elements


def _cover(making: Making, blocks: Sequence[Block]) -> list[BaseOxmlElement]:
    """The elements of a cover: its name in the upper part, its list at the foot."""
    free = _free(blocks)
    found: list[BaseOxmlElement] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.kind == "name":
            found.append(_room(COVER_TOP * free))
        elif isinstance(block, Pairs):
            found.append(_room((1 - COVER_TOP) * free))
        found += written(making, [block])
    return found


def _room(points: float) -> BaseOxmlElement:
    return paragraph("Spacer", (), node("spacing", before=twips(points), after=0, line=20, lineRule="exact"))


def _leave_out(document: Document) -> None:
    """Drop what the empty document of the package holds beside its text: styles of another program, a picture of itself."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED)]:
            del relations[key]


def _describe(document: Document, page: Page, report_date: str) -> None:
    about = document.core_properties
    made = created(report_date)
    about.title, about.language = clean(page.title)[:MOST_LETTERS], page.language
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.created = about.modified = made
    about.revision = 1


def _packed(document: Document) -> bytes:
    """The parts of the document in one archive, all of one date."""
    buffer, packed = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            packing = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name, ZIP_DATE), given.read(name), packing)
    return packed.getvalue()
