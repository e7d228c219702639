"""The paper of a section: A4 upright or on its side, margins, what stands at its top and foot."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .markup import field, node, paragraph, run, twips
from .sections import Section
from .styles import ALERT
from .words import Run

POINTS_PER_MM = 72 / 25.4
A4_MM = (210.0, 297.0)
MARGINS_MM = {"top": 25.0, "right": 20.0, "bottom": 20.0, "left": 25.0}
WIDE_MARGINS_MM = {"top": 20.0, "right": 20.0, "bottom": 20.0, "left": 20.0}


@dataclass(frozen=True)
class Running:
    """The parts of the document that hold its running heads, upright and on its side, and its foot."""

    head: str
    wide_head: str
    foot: str


def text_width(*, wide: bool) -> float:
    """The width between the margins in points."""
    margins = WIDE_MARGINS_MM if wide else MARGINS_MM
    return ((A4_MM[1] if wide else A4_MM[0]) - margins["left"] - margins["right"]) * POINTS_PER_MM


def text_height(*, wide: bool) -> float:
    """The height between the margins in points."""
    margins = WIDE_MARGINS_MM if wide else MARGINS_MM
    return ((A4_MM[0] if wide else A4_MM[1]) - margins["top"] - margins["bottom"]) * POINTS_PER_MM


def running(document: Document, left: str, right: str, *, alert: bool) -> Running:
    """Make the running heads (title at the left, the mark or date at the right) and the foot with the page's number."""
    return Running(*(_head(document, left, right, wide=wide, alert=alert) for wide in (False, True)), _foot(document))


def _head(document: Document, left: str, right: str, *, wide: bool, alert: bool) -> str:
    part, key = document.part.add_header_part()
    end = node("tab", val="right", pos=twips(text_width(wide=wide)))
    runs = [run(Run(f"{left}\t")), run(Run(right, bold=alert, colour=ALERT if alert else ""))]
    _fill(part.element, paragraph("Header", runs, node("tabs", end)))
    return key


def _foot(document: Document) -> str:
    part, key = document.part.add_footer_part()
    _fill(part.element, paragraph("Footer", [run(Run("— ")), *field("PAGE", "1"), run(Run(" —"))]))
    return key


def _fill(element: BaseOxmlElement, content: BaseOxmlElement) -> None:
    for old in list(element):
        element.remove(old)
    element.append(content)


def paper(section: Section, runs: Running, *, numbers: str = "", first: int | None = None) -> BaseOxmlElement:
    """The properties of a section; numbers is the form of its page numbers, first the one it begins with."""
    made = node("sectPr")
    references = (("headerReference", runs.wide_head if section.wide else runs.head), ("footerReference", runs.foot))
    for kind, key in references[: {"cover": 0, "brief": 1}.get(section.kind, 2)]:
        reference = node(kind, type="default")
        reference.set(qn("r:id"), key)
        made.append(reference)
    made.append(node("type", val="nextPage"))
    short, long = (twips(side * POINTS_PER_MM) for side in A4_MM)
    size = {"w": long, "h": short, "orient": "landscape"} if section.wide else {"w": short, "h": long}
    margins = WIDE_MARGINS_MM if section.wide else MARGINS_MM
    made.append(node("pgSz", **size))
    sides = {side: twips(length * POINTS_PER_MM) for side, length in margins.items()}
    made.append(node("pgMar", **sides, header=twips(36), footer=twips(28), gutter=0))
    counting = {**({"fmt": numbers} if numbers else {}), **({"start": first} if first is not None else {})}
    made.append(node("pgNumType", **counting))
    return made
