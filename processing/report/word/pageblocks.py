"""The page as a row of blocks in reading order: headings, paragraphs, lists, tables, pictures, new pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Union

from .drawing import Drawing, drawing_of
from .looks import Stylesheet, looks, stylesheet
from .tables import Grid, grid_of
from .tree import Element, tree, words_of
from .words import Runs, runs_of

WIDEST_MM = 165.0
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
HELD = frozenset(("main", "section", "div", "figure", "header", "body", "article"))  # what only holds other blocks
SKIPPED = frozenset(("nav", "head", "style", "script"))


@dataclass(frozen=True)
class Heading:
    """A heading with its printed number, empty where it has none; counted where Word's own count gives that number.

    Level 0 is that of the contents themselves.
    """

    level: int
    ordinal: str
    runs: Runs
    counted: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; kind is its class in the page, align what its look says."""

    runs: Runs
    kind: str = ""
    align: str = ""


@dataclass(frozen=True)
class Items:
    """A list, numbered or with dots."""

    items: tuple[Runs, ...]
    numbered: bool


@dataclass(frozen=True)
class Caption:
    """The title of a table (above it) or a figure (below it)."""

    runs: Runs
    anchor: str
    above: bool


@dataclass(frozen=True)
class Picture:
    """A drawing that stands on its own."""

    drawing: Drawing
    widest_mm: float


@dataclass(frozen=True)
class Contents:
    """The place of the table of contents."""


@dataclass(frozen=True)
class Pairs:
    """Terms with what they stand for, as on the cover."""

    rows: tuple[tuple[Runs, Runs], ...]


@dataclass(frozen=True)
class Columns:
    """Blocks side by side."""

    columns: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Start:
    """A new page: what begins (cover, front, brief, chapter or part) and whether it lies on its side."""

    kind: str
    wide: bool = False


Block = Union[Heading, Paragraph, Items, Caption, Picture, Contents, Pairs, Columns, Start, Grid]


@dataclass(frozen=True)
class Page:
    """A page of ours as blocks; marks are what stands at its top everywhere."""

    title: str
    language: str
    marks: tuple[str, ...]
    blocks: tuple[Block, ...]


def page_of(source: str) -> Page:
    """The blocks of a finished page."""
    html = tree(source)
    head, body = html.first("head"), html.first("body")
    lang = html.attributes.get("lang", "")
    sheet = stylesheet("".join(words_of(style) for style in head.every("style")), lang.split("-")[0])
    marks = tuple(words_of(child) for child in body.elements if child.tag == "p" and "sample" in child.classes)
    main = body.first("main") or body
    return Page(words_of(head.first("title")), lang, marks, tuple(_blocks(main, (html, body, main), sheet)))


def _blocks(element: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Iterator[Block]:
    before: Element | None = None
    for child in element.elements:
        yield from _start(child, before)
        yield from _block(child, (*chain, child), sheet)
        before = child
        if "landscape" in child.classes and child is not element.elements[-1]:
            yield Start("part")


def _start(child: Element, before: Element | None) -> Iterator[Block]:
    """The new page that a section begins; chapters left out one after the other share theirs."""
    if child.tag == "section":
        if not (before is not None and "left-out" in child.classes and "left-out" in before.classes):
            yield Start(next((name for name in ("cover", "front", "brief", "community-page") if name in child.classes), "chapter"))
    elif "landscape" in child.classes:
        yield Start("part", wide=True)


def _block(child: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Iterator[Block]:
    if child.tag in SKIPPED:
        return
    if child.tag in HEADINGS:
        yield _heading(child, chain, sheet)
    elif {"pair", "beside"} & set(child.classes):
        yield Columns(tuple(tuple(_blocks(side, (*chain, side), sheet)) for side in child.elements))
    elif child.tag in HELD:
        yield from _blocks(child, chain, sheet)
    elif child.tag == "svg":
        widest = re.match(r"([\d.]+)mm", looks(sheet, chain).get("max-width", ""))
        yield Picture(drawing_of(child, sheet, chain[:-1]), float(widest.group(1)) if widest else WIDEST_MM)
    elif child.tag == "table":
        yield grid_of(child, chain, sheet)
    elif child.tag in ("ol", "ul"):
        yield Contents() if "contents" in child.classes else _items(child, chain, sheet)
    elif child.tag == "dl":
        yield Pairs(tuple(_pairs(child, chain, sheet)))
    elif child.tag == "figcaption":
        yield _caption(child, chain, sheet)
    else:
        align = looks(sheet, chain).get("text-align", "")
        yield Paragraph(runs_of(child, chain, sheet), child.classes[0] if child.classes else "", align)


def _heading(child: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Heading:
    number = next((span for span in child.elements if "ordinal" in span.classes), None)
    rest = Element(child.tag, child.attributes, [node for node in child.children if node is not number])
    level = 0 if "front" in chain[-2].classes else HEADINGS[child.tag]
    return Heading(level, "" if number is None else words_of(number), runs_of(rest, chain, sheet))


def _caption(child: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Caption:
    figure = chain[-2]
    return Caption(runs_of(child, chain, sheet), figure.attributes.get("id", ""), above=figure.elements[0] is child)


def _items(child: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Items:
    return Items(tuple(runs_of(item, (*chain, item), sheet) for item in child.elements), child.tag == "ol")


def _pairs(child: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Iterator[tuple[Runs, Runs]]:
    parts: Sequence[Element] = child.elements
    for term, said in zip(parts[::2], parts[1::2]):
        yield runs_of(term, (*chain, term), sheet), runs_of(said, (*chain, said), sheet)
