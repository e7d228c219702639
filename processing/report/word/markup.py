"""Elements of WordprocessingML, made short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .words import Run, Runs

TWIPS = 20  # to a point
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold


def node(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """An element w:tag with attributes w:name and children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def twips(points: float) -> int:
    """Points in Word's unit."""
    return round(points * TWIPS)


def clean(said: str) -> str:
    """The text without what XML cannot hold."""
    return FORBIDDEN.sub("", said)


def words(said: str) -> list[BaseOxmlElement]:
    """Text elements of a run; line breaks and tabs are elements of their own."""
    found: list[BaseOxmlElement] = []
    for piece in re.split("([\n\t])", clean(said)):
        if piece in ("\n", "\t"):
            found.append(node("br") if piece == "\n" else node("tab"))
        elif piece:
            made = node("t")
            made.text = piece
            made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            found.append(made)
    return found


def run(said: Run, *, size: float = 0.0, bold: bool = False, colour: str = "") -> BaseOxmlElement:
    """A run with its look; size in points where it differs from the paragraph's."""
    look = []
    if said.bold or bold:
        look += [node("b"), node("bCs")]
    if said.colour or colour:
        look.append(node("color", val=(said.colour or colour).lstrip("#").upper()))
    if size:
        look += [node("sz", val=round(2 * size)), node("szCs", val=round(2 * size))]
    if said.raised:
        look.append(node("vertAlign", val="superscript"))
    return node("r", *([node("rPr", *look)] if look else []), *words(said.words))


def paragraph(style: str, runs: Sequence[BaseOxmlElement] = (), *properties: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph in a style; properties in the order of the standard."""
    return node("p", node("pPr", node("pStyle", val=style), *properties), *runs)


def said(style: str, runs: Runs, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph of runs."""
    return paragraph(style, [run(piece) for piece in runs], *properties)


def field(code: str, shown: str = "") -> Iterator[BaseOxmlElement]:
    """The runs of a field that Word fills: what it is, and what it shows until then."""
    instruction = node("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield node("r", node("fldChar", fldCharType="begin"))
    yield node("r", instruction)
    yield node("r", node("fldChar", fldCharType="separate"))
    yield node("r", *words(shown))
    yield node("r", node("fldChar", fldCharType="end"))


def marked(name: str, number: int, *inside: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Elements between the ends of a bookmark."""
    return [node("bookmarkStart", id=number, name=name), *inside, node("bookmarkEnd", id=number)]


def bookmark_name(anchor: str) -> str:
    """An anchor of the page as a bookmark's name."""
    return re.sub(r"\W", "_", anchor)[:40]
