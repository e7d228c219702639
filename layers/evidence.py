"""What a reference says of each reading of two columns: where the points would fall."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from .alignment import DECISIVE, Field, Fit, Offset, field_around, fit, offset
from .candidates import Candidate, placed, plain
from .progress import SILENT, Progress
from .reference import Reference, stated_boundaries
from .words import text

FAR_M = 5_000.0
MARGIN_M = 300.0  # points this far outside the reference's extent still belong to it
COVERED = 0.8  # boundaries that hold this share of the points cover all of them
SAME_PLACE_M = 1.0
PART_OF_ROWS, PART_OF_EVIDENCE = 0.05, 0.4


@dataclass(frozen=True)
class Evidence:
    """One candidate on a sample of the rows: where the points fall (metres), which of them where they should.

    near: in the reference's extent; inside: in any boundary; named: in the boundary whose name the row states, over the
    rows that state one. inside and named are None where the reference or the rows say nothing about them. field holds
    the streets or buildings around the points, usual how far off the numbers lie as they are, fit how well as read here.
    """

    candidate: Candidate
    xy: np.ndarray
    near: np.ndarray
    inside: np.ndarray | None
    named: np.ndarray | None
    field: Field | None = None
    usual: Offset | None = None
    fit: Fit | None = None

    @property
    def share(self) -> float:
        """The strictest share that is known: of points in the boundary they name, in any boundary, in the extent."""
        known = next(each for each in (self.named, self.inside, self.near) if each is not None)
        return float(known.mean()) if len(known) else 0.0

    @property
    def supported(self) -> bool:
        """Whether the points lie to streets and buildings as chance would hardly have it."""
        return self.usual is not None and self.fit is not None and self.fit.evidence >= self.usual.chance + DECISIVE


def hear(
    candidates: list[Candidate],
    first: np.ndarray,
    second: np.ndarray,
    known: Reference,
    *,
    rows: pd.DataFrame | None = None,
    progress: Progress = SILENT,
) -> tuple[Evidence, ...]:
    """Place the sample by each candidate and look where it falls; rows are the sample's other columns.

    Candidates that bring no point within FAR_M of the reference are left out.
    """
    stated = None if rows is None or not len(known.boundaries) else stated_boundaries(rows, known)
    tree = shapely.STRtree(known.boundaries) if len(known.boundaries) else None
    groups: dict[tuple[str, bool], list[Evidence]] = {}
    far: set[tuple[str, bool]] = set()
    for number, candidate in enumerate(candidates):
        progress.at(0.6 * number / len(candidates), text("Trying {candidate}", candidate=candidate.word))
        numbers = (candidate.crs, candidate.north_first)
        if numbers in far:
            continue
        xy = placed(candidate, first, second, target=known.crs)
        if not _near(xy, known, FAR_M).any():
            far.add(numbers)  # no web map shifts places by kilometres
            continue
        groups.setdefault(numbers, []).append(Evidence(candidate, xy, _near(xy, known), *_in_boundaries(xy, tree, stated)))
    found = []
    for number, group in enumerate(groups.values()):
        progress.at(0.6 + 0.4 * number / len(groups), text("Comparing with streets and buildings"))
        found += _fitted(group, known)
    return tuple(found)


def _near(xy: np.ndarray, known: Reference, margin_m: float = MARGIN_M) -> np.ndarray:
    low, high = np.array(known.box[:2]) - margin_m, np.array(known.box[2:]) + margin_m
    return ((xy >= low) & (xy <= high)).all(axis=1)


def _in_boundaries(
    xy: np.ndarray, tree: shapely.STRtree | None, stated: tuple[np.ndarray, np.ndarray] | None
) -> tuple[np.ndarray | None, np.ndarray | None]:
    if tree is None:
        return None, None
    there = np.flatnonzero(np.isfinite(xy).all(axis=1))
    position, boundary = tree.query(shapely.points(xy[there]), predicate="intersects")
    rows = there[position]
    inside = np.zeros(len(xy), bool)
    inside[rows] = True
    if stated is None:
        return inside, None
    by_row, by_boundary = stated
    agree = np.zeros(len(xy), bool)
    agree[rows[by_row[rows] == by_boundary[boundary]]] = True
    return inside, agree[by_row >= 0]


def _fitted(group: list[Evidence], known: Reference) -> list[Evidence]:
    """Readings of the same numbers with their fit to the streets or buildings around the points."""
    plainly = next((each for each in group if each.candidate == plain(each.candidate)), group[0])
    field = field_around(plainly.xy, known.things) if len(known.things) else None
    usual = offset(plainly.xy, field) if field else None
    if usual is None:
        return group
    return [replace(each, field=field, usual=usual, fit=fit(each.xy, field, usual.usual)) for each in group]


def beats(one: Evidence, other: Evidence) -> bool:
    """Whether the reference decides between two candidates for the first, and nothing in it speaks for the second."""
    return _speaks(one, other) and not _speaks(other, one)


def second_source(winner: Evidence, heard: tuple[Evidence, ...]) -> Evidence | None:
    """The other reading that best explains a part of the rows which the winner does not: a file of two sources."""
    parts = [(_part(other, winner), other) for other in heard if not other.candidate.supposed and not same_place(other, winner)]
    most, other = max(parts, key=lambda each: each[0], default=(0.0, winner))
    return other if most >= (PART_OF_EVIDENCE if winner.named is None else PART_OF_ROWS) else None


def _part(other: Evidence, winner: Evidence) -> float:
    if winner.named is not None:
        return float((other.named & ~winner.named).mean())
    return other.fit.evidence / winner.fit.evidence if other.supported and winner.supported else 0.0


def _speaks(one: Evidence, other: Evidence) -> bool:
    if _halved(one.near, other.near) or (one.inside is not None and _halved(one.inside, other.inside)):
        return True
    if one.named is not None and _more(one.named, other.named):
        return True
    # Boundaries of a part of the points' land hold more or fewer of them by chance.
    if one.named is None and one.inside is not None and one.inside.mean() >= COVERED and _more(one.inside, other.inside):
        return True
    return one.supported and one.fit.evidence - (other.fit.evidence if other.fit else 0.0) >= DECISIVE


def _halved(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(other.sum() < 0.5 * one.sum()) and _more(one, other)


def _more(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether more points fall where they should, by the points that tell the two apart: those right in one only."""
    won, lost = int((one & ~other).sum()), int((other & ~one).sum())
    if won <= lost:
        return False
    share = won / (won + lost)
    rest = (1 - share) * np.log(2 * (1 - share)) if lost else 0.0
    return (won + lost) * (share * np.log(2 * share) + rest) >= DECISIVE


def same_place(one: Evidence, other: Evidence) -> bool:
    """Whether two candidates put the points on one place."""
    apart_m = np.hypot(*(one.xy - other.xy).T)
    known = np.isfinite(apart_m)
    return bool(known.any() and np.median(apart_m[known]) < SAME_PLACE_M)
