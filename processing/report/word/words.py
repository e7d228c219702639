"""Words of one look after another: what a paragraph, a cell or a heading says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .looks import Stylesheet, looks, own_looks
from .tree import BLANKS, Element

GAP = "\u3000"  # the gap after a table's number


@dataclass(frozen=True)
class Run:
    """Words of one look; colour is #rrggbb or empty for that of the paragraph."""

    words: str
    bold: bool = False
    raised: bool = False
    colour: str = ""


Runs = tuple[Run, ...]


def runs_of(element: Element, chain: tuple[Element, ...], sheet: Stylesheet) -> Runs:
    """What an element says; the chain of elements that leads to it ends with it."""
    return tidy(_runs(element, chain, sheet, Run("")))


def _runs(element: Element, chain: tuple[Element, ...], sheet: Stylesheet, look: Run) -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, str):
            yield Run(BLANKS.sub(" ", child), look.bold, look.raised, look.colour)
            continue
        below = (*chain, child)
        if "gap" in child.classes:
            yield Run(GAP, look.bold)
        elif child.tag == "br":
            yield Run("\n", look.bold)
        else:
            yield from _runs(child, below, sheet, _looked(child, below, sheet, look))


def _looked(child: Element, chain: tuple[Element, ...], sheet: Stylesheet, around: Run) -> Run:
    own = own_looks(sheet, chain)
    bold = around.bold or child.tag in ("strong", "b") or own.get("font-weight") == "700"
    colour = own.get("color", around.colour)
    return Run("", bold, around.raised or child.tag == "sup", colour if colour.startswith("#") else around.colour)


def tidy(runs: Iterator[Run]) -> Runs:
    """Neighbours of one look joined, blanks at the ends and double blanks left out."""
    found: list[Run] = []
    for run in runs:
        words = run.words.lstrip(" ") if not found or found[-1].words.endswith((" ", "\n")) else run.words
        if not words:
            continue
        last = found[-1] if found else None
        if last is not None and (last.bold, last.raised, last.colour) == (run.bold, run.raised, run.colour):
            found[-1] = Run(last.words + words, run.bold, run.raised, run.colour)
        else:
            found.append(Run(words, run.bold, run.raised, run.colour))
    if found:
        last = found.pop()
        words = last.words.rstrip(" ")
        found += [Run(words, last.bold, last.raised, last.colour)] if words else []
    return tuple(found)


def text_of(runs: Runs) -> str:
    """The words of runs as one line."""
    return "".join(run.words for run in runs)


def colour_of(chain: tuple[Element, ...], sheet: Stylesheet) -> str:
    """The colour of an element's words where rules give it one."""
    colour = looks(sheet, chain).get("color", "")
    return colour if colour.startswith("#") else ""
