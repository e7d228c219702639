"""A drawing of the page as a list of outlines and words with all colours settled: what any painter can paint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Callable, Optional, Union

from .looks import Stylesheet, looks
from .paths import Step, box, corners, line, ring, steps_of
from .tree import BLANKS, Element, words_of

LINK = re.compile(r"url\(#([^)]+)\)")
TURN = re.compile(r"rotate\(([-\d.]+)\)")
NUMBER = re.compile(r"-?[\d.]+")
SHAPES = ("line", "rect", "circle", "ellipse", "path", "polygon", "polyline")
SILENT = ("title", "desc", "defs", "style")
KNOWN = frozenset((*SHAPES, *SILENT, "svg", "g", "text", "tspan", "pattern", "clippath"))

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Hatch:
    """A pattern that fills a shape: a tile with what stands on it, turned by an angle in degrees."""

    width: float
    height: float
    angle: float
    items: tuple[Outline, ...]


@dataclass(frozen=True)
class Outline:
    """A shape; colours are #rrggbb or None, clip is the box (x, y, width, height) outside of which nothing shows."""

    steps: tuple[Step, ...]
    fill: Union[str, Hatch, None]
    stroke: Optional[str]
    stroke_width: float
    dashes: tuple[float, ...] = ()
    rounded: bool = False
    clip: Optional[Box] = None
    cap: str = "butt"  # how lines end: butt, round or square
    opacity: float = 1.0  # of the line


@dataclass(frozen=True)
class Piece:
    """Words of one look in a line, moved from where the words before them end."""

    words: str
    right: float
    down: float
    size: float
    bold: bool
    colour: str


@dataclass(frozen=True)
class Line:
    """A line of words from its place: start, middle or end; halo is the colour around the letters."""

    x: float
    y: float
    pieces: tuple[Piece, ...]
    anchor: str
    halo: Optional[str] = None
    halo_width: float = 0.0
    clip: Optional[Box] = None


@dataclass(frozen=True)
class Drawing:
    """What one picture shows, in units of its own; title and description are what it says in words."""

    left: float
    top: float
    width: float
    height: float
    items: tuple[Union[Outline, Line], ...]
    title: str
    description: str


Painter = Callable[[Drawing, float], bytes]  # a drawing so many millimetres wide as PNG


def drawing_of(svg: Element, sheet: Stylesheet, around: Sequence[Element]) -> Drawing:
    """The drawing of an svg element; around are the elements that lead to it."""
    left, top, width, height = (float(number) for number in NUMBER.findall(svg.attributes["viewbox"]))
    named = {element.attributes["id"]: element for element in _all(svg) if "id" in element.attributes}
    context = _Context(sheet, named)
    items = tuple(_items(svg, (*around, svg), context, None))
    title, description = svg.first("title"), svg.first("desc")
    return Drawing(left, top, width, height, items, _said(title), _said(description) or _said(title))


@dataclass(frozen=True)
class _Context:
    sheet: Stylesheet
    named: dict[str, Element]


def _all(element: Element) -> Iterator[Element]:
    for child in element.elements:
        yield child
        yield from _all(child)


def _said(element: Element | None) -> str:
    return "" if element is None else words_of(element)


def _items(element: Element, chain: tuple[Element, ...], context: _Context, clip: Box | None) -> Iterator[Union[Outline, Line]]:
    for child in element.elements:
        below = (*chain, child)
        if child.tag == "g":
            yield from _items(child, below, context, _clip(child, context) or clip)
        elif child.tag == "text":
            yield _line(child, below, context, clip)
        elif child.tag in SHAPES:
            yield _outline(child, below, context, clip)


def _clip(group: Element, context: _Context) -> Box | None:
    found = LINK.search(group.attributes.get("clip-path", ""))
    if found is None:
        return None
    x, y, width, height = (_number(context.named[found.group(1)].elements[0], name) for name in ("x", "y", "width", "height"))
    return x, y, width, height


def _number(element: Element, name: str) -> float:
    return _length(element.attributes.get(name, ""))


def _length(value: str) -> float:
    found = NUMBER.search(value)
    return float(found.group()) if found else 0.0


def _outline(element: Element, chain: tuple[Element, ...], context: _Context, clip: Box | None) -> Outline:
    look = looks(context.sheet, chain)
    stroke = _colour(look.get("stroke", "none"))
    return Outline(
        _steps(element),
        _fill(look.get("fill", "#000000"), chain, context),
        stroke,
        _length(look.get("stroke-width", "1")) if stroke else 0.0,
        tuple(float(number) for number in NUMBER.findall(look.get("stroke-dasharray", ""))),
        look.get("stroke-linejoin", "") == "round",
        clip,
        look.get("stroke-linecap", "butt"),
        float(look.get("stroke-opacity", "1")),
    )


def _steps(element: Element) -> tuple[Step, ...]:
    def at(*names: str) -> tuple[float, ...]:
        return tuple(_number(element, name) for name in names)

    if element.tag == "line":
        return line(*at("x1", "y1", "x2", "y2"))
    if element.tag == "rect":
        return box(*at("x", "y", "width", "height"))
    if element.tag == "circle":
        return ring(*at("cx", "cy", "r", "r"))
    if element.tag == "ellipse":
        return ring(*at("cx", "cy", "rx", "ry"))
    if element.tag == "path":
        return steps_of(element.attributes.get("d", ""))
    return corners(element.attributes.get("points", ""), closed=element.tag == "polygon")


def _colour(value: str) -> str | None:
    """The colour as #rrggbb; None for none."""
    value = value.strip()
    if not value.startswith("#"):
        return {"white": "#ffffff", "black": "#000000"}.get(value)
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:4])


def _fill(value: str, chain: tuple[Element, ...], context: _Context) -> Union[str, Hatch, None]:
    found = LINK.search(value)
    if found is None:
        return _colour(value)
    pattern = context.named[found.group(1)]
    turned = TURN.search(pattern.attributes.get("patterntransform", ""))
    # A pattern stands in the drawing's defs: the look of its tile comes from there, not from what it fills.
    top = next(k for k, element in enumerate(chain) if element.tag == "svg")
    items = tuple(item for item in _items(pattern, (*chain[: top + 1], pattern), context, None) if isinstance(item, Outline))
    return Hatch(_number(pattern, "width"), _number(pattern, "height"), float(turned.group(1)) if turned else 0.0, items)


def _line(element: Element, chain: tuple[Element, ...], context: _Context, clip: Box | None) -> Line:
    look = looks(context.sheet, chain)
    behind = look.get("paint-order", "").startswith("stroke")
    halo = _colour(look.get("stroke", "none")) if behind else None
    x, y = _number(element, "x"), _number(element, "y")
    width = _length(look.get("stroke-width", "1"))
    return Line(x, y, tuple(_pieces(element, chain, context)), look.get("text-anchor", "start"), halo, width if halo else 0.0, clip)


def _pieces(element: Element, chain: tuple[Element, ...], context: _Context) -> Iterator[Piece]:
    look = looks(context.sheet, chain)
    bold = look.get("font-weight", "400") in ("700", "bold")
    right, down = _number(element, "dx"), _number(element, "dy")
    for child in element.children:
        if isinstance(child, Element):
            yield from _pieces(child, (*chain, child), context)
            continue
        words = BLANKS.sub(" ", child)
        if words.strip(" "):
            yield Piece(words, right, down, _length(look.get("font-size", "16")), bold, _colour(look.get("fill", "")) or "#000000")
            right = down = 0.0
