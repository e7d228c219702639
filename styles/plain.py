"""The styles of layers whose columns are not ours: where their things lie, and no more."""

from __future__ import annotations

from . import qml
from .ink import colour


def preview(language: str) -> str:
    """Points of a file that is still to be imported: hollow, because nothing is loaded yet."""
    ring = qml.marker("circle", colour("panel"), 2.2, outline=colour("accent"), width=0.5)
    return qml.document(qml.single(qml.symbol("marker", 0, ring)))


def converted_points(language: str) -> str:
    """Points that were moved to other coordinates."""
    return qml.document(qml.single(qml.symbol("marker", 0, qml.marker("circle", colour("accent"), 2.2))))


def converted_lines(language: str) -> str:
    """Lines that were moved to other coordinates."""
    return qml.document(qml.single(qml.symbol("line", 0, qml.line(colour("accent"), 0.5))))


def converted_polygons(language: str) -> str:
    """Areas that were moved to other coordinates: what lies below stays readable."""
    return qml.document(qml.single(qml.symbol("fill", 0, qml.fill(colour("accent"), outline=colour("accent"), width=0.5, alpha=60))))
