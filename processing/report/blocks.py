"""The pieces a report is made of, in print order and before any markup: HTML and DOCX are written from the same ones.

A tables.Table and a maps.Sheet are blocks as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Callable, Optional, Union

from ...layers.words import Text
from .community_map import CommunityMap
from .maps import Sheet
from .numbers import Number
from .tables import Table

Words = Union[Text, Number, str]


@dataclass(frozen=True)
class Heading:
    """A heading below the chapter's, with its ordinal ("4.1") or none."""

    words: Text
    ordinal: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences; look is "", "lead", "first" (said before any figure), "estimate", "note" or "conclusion"."""

    words: tuple[Words, ...]
    look: str = ""


@dataclass(frozen=True)
class Point:
    """One point of a list; head stands before it in bold."""

    words: Words
    head: Words = ""


@dataclass(frozen=True)
class Points:
    """A list; look is "numbered", "verdicts" (numbered, closer), "bullets", or "index" and "terms", which stand in columns."""

    points: tuple[Point, ...]
    look: str = "numbered"


@dataclass(frozen=True)
class Pair:
    """Two columns side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True)
class Drawing:
    """A numbered figure: the places on paper, and the SVG template that draws them."""

    number: str
    title: Text
    template: str
    chart: object
    note: Optional[Text] = None


@dataclass(frozen=True)
class Landscape:
    """Blocks on pages that lie on their side."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CommunityPage:
    """One page of appendix A: head and conclusion, figures by category, grids beside the map, measures, notes."""

    number: str
    name: str
    head: tuple[Words, ...]
    conclusion: tuple[Words, ...]
    coverage: Table
    sums: tuple[Words, ...]
    grids: Optional[Table]
    grids_note: Optional[Text]
    figures: tuple[Words, ...]
    measures: tuple[Words, ...]
    notes: tuple[Words, ...]
    map: Optional[CommunityMap]


@dataclass(frozen=True)
class Files:
    """Parts of the report in files of their own: what each holds and its name beside the report."""

    words: Text
    files: tuple[tuple[str, str], ...]


Block = Union[Heading, Paragraph, Points, Pair, Drawing, Landscape, CommunityPage, Files, Table, Sheet]


def nothing() -> Iterable[Block]:
    """No blocks."""
    return ()


@dataclass(frozen=True)
class Chapter:
    """One chapter: its number, its title and, where it is left out, the sentence that says why."""

    number: str
    title: Text
    reason: Optional[Text] = None
    blocks: Callable[[], Iterable[Block]] = nothing

    @property
    def anchor(self) -> str:
        """The id of the chapter in the page."""
        return f"chapter-{self.number}"


def paragraph(*words: Words, look: str = "") -> Paragraph:
    """A paragraph of these sentences."""
    return Paragraph(words, look)


def points(words: Iterable[Words], look: str = "numbered") -> Points:
    """A list of these words."""
    return Points(tuple(Point(each) for each in words), look)
