"""DXF drawings in a few lines, as surveyors' programs write them."""

from __future__ import annotations

Points = list[tuple[float, float]]


def square(x: float, y: float, side: float = 10) -> Points:
    """The corners of a square from its lower left one."""
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def line(layer: str, points: Points, *, closed: bool = True) -> str:
    """A light polyline."""
    corners = [pair for x, y in points for pair in ((10, x), (20, y))]
    return _pairs((0, "LWPOLYLINE"), (8, layer), (100, "AcDbEntity"), (100, "AcDbPolyline"), (90, len(points)), (70, int(closed)), *corners)


def old_line(layer: str, points: Points, *, closed: bool = True) -> str:
    """A polyline of vertices, as old programs write them."""
    corners = [_pairs((0, "VERTEX"), (8, layer), (10, x), (20, y)) for x, y in points]
    return _pairs((0, "POLYLINE"), (8, layer), (66, 1), (70, int(closed))) + "".join(corners) + _pairs((0, "SEQEND"), (8, layer))


def words(layer: str, x: float, y: float, said: str) -> str:
    """A text at a place."""
    return _pairs((0, "TEXT"), (8, layer), (100, "AcDbEntity"), (100, "AcDbText"), (10, x), (20, y), (40, 2.0), (1, said))


def drawing(*entities: str, codepage: str = "ANSI_936") -> str:
    """The whole file; an empty code page leaves it out."""
    page = ((9, "$DWGCODEPAGE"), (3, codepage)) if codepage else ()
    head = _pairs((0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1015"), *page, (0, "ENDSEC"))
    return head + _pairs((0, "SECTION"), (2, "ENTITIES")) + "".join(entities) + _pairs((0, "ENDSEC"), (0, "EOF"))


def _pairs(*items: tuple[int, object]) -> str:
    return "".join(f"{code}\n{value}\n" for code, value in items)
