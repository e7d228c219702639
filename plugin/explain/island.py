"""A piece of the street network that is joined to nothing else, and what lies next to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsGeometry, QgsRectangle

DECIMALS = 6  # of a metre: paths are joined where they have a vertex in common


@dataclass(frozen=True)
class Path:
    """A path that one may walk on: its name or id, and its line."""

    name: str
    line: QgsGeometry


@dataclass(frozen=True)
class Island:
    """All paths that a walk from one of them reaches, and the nearest of the others with the straight line there, in metres."""

    paths: QgsGeometry
    other: Optional[Path] = None
    metres: float = 0.0
    gap: Optional[QgsGeometry] = None


def island_of(path: QgsGeometry, around: Sequence[Path], box: QgsRectangle) -> Island | None:
    """The island of a path, one of those of a box; None where it goes on outside, or something outside may be nearer."""
    joined = _joined(path, around)
    whole = QgsGeometry.collectGeometry([around[number].line for number in joined])
    others = [each for number, each in enumerate(around) if number not in joined]
    seen = whole.boundingBox()
    if not box.contains(seen):
        return None
    if not others:
        return Island(whole)
    metres, nearest = min(((whole.distance(each.line), each) for each in others), key=lambda pair: pair[0])
    return Island(whole, nearest, metres, whole.shortestLine(nearest.line)) if box.contains(seen.buffered(metres)) else None


def _joined(path: QgsGeometry, around: Sequence[Path]) -> set[int]:
    """The positions of the paths that are reached from one by common vertices."""
    at: dict[tuple[float, float], list[int]] = {}
    corners = [_corners(each.line) for each in around]
    for number, places in enumerate(corners):
        for place in places:
            at.setdefault(place, []).append(number)
    found, waiting = set(), list(_corners(path))
    while waiting:
        for number in at.pop(waiting.pop(), ()):
            if number not in found:
                found.add(number)
                waiting += corners[number]
    return found


def _corners(line: QgsGeometry) -> set[tuple[float, float]]:
    return {(round(point.x(), DECIMALS), round(point.y(), DECIMALS)) for point in line.vertices()}
