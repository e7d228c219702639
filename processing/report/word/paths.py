"""Path data of a drawing as absolute steps: move, line, curve, close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Union

TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
ROUND = 0.5522847498  # how far the handles of a quarter circle stand, in radii

Step = tuple[str, tuple[float, ...]]
Place = tuple[float, float]


def steps_of(data: str) -> tuple[Step, ...]:
    """The steps of path data: M and L with a place, C with three, Z; arcs are not known."""
    return tuple(_steps(TOKEN.findall(data)))


def _steps(tokens: list[str]) -> Iterator[Step]:
    here = start = handle = (0.0, 0.0)
    letter, k = "", 0
    # A loop over steps: each starts where the one before ended.
    while k < len(tokens):
        if tokens[k].isalpha():
            letter, k = tokens[k], k + 1
        elif letter in "Mm":
            letter = "L" if letter == "M" else "l"
        kind = letter.upper()
        count = TAKES[kind]
        numbers = [float(token) for token in tokens[k : k + count]]
        k += count
        if kind == "Z":
            here = start
            yield "Z", ()
            continue
        places = _absolute(kind, numbers, here, relative=letter.islower())
        step, handle = _step(kind, places, here, handle)
        here = step[1][-2], step[1][-1]
        if kind == "M":
            start = here
        yield step


def _absolute(kind: str, numbers: list[float], here: Place, *, relative: bool) -> list[Place]:
    x, y = here if relative else (0.0, 0.0)
    if kind == "H":
        return [(numbers[0] + x, here[1])]
    if kind == "V":
        return [(here[0], numbers[0] + y)]
    return [(a + x, b + y) for a, b in zip(numbers[::2], numbers[1::2])]


def _step(kind: str, places: list[Place], here: Place, handle: Place) -> tuple[Step, Place]:
    """The step in its absolute form, and the handle that a smooth curve after it mirrors."""
    end = places[-1]
    if kind == "S":
        places = [(2 * here[0] - handle[0], 2 * here[1] - handle[1]), *places]
    if kind == "Q":
        (a, b), (x, y) = places
        places = [(here[0] + (a - here[0]) * 2 / 3, here[1] + (b - here[1]) * 2 / 3), (x + (a - x) * 2 / 3, y + (b - y) * 2 / 3), end]
    if len(places) == 3:
        return ("C", _flat(places)), places[1]
    return ("M" if kind == "M" else "L", end), end


def _flat(places: list[Place]) -> tuple[float, ...]:
    return tuple(number for place in places for number in place)


def line(x1: float, y1: float, x2: float, y2: float) -> tuple[Step, ...]:
    """A straight line."""
    return ("M", (x1, y1)), ("L", (x2, y2))


def box(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """A rectangle; corners of a hair's roundness are drawn square."""
    return ("M", (x, y)), ("L", (x + width, y)), ("L", (x + width, y + height)), ("L", (x, y + height)), ("Z", ())


def ring(x: float, y: float, rx: float, ry: float) -> tuple[Step, ...]:
    """An ellipse of four curves."""
    a, b = rx * ROUND, ry * ROUND
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + b, x + a, y + ry, x, y + ry)),
        ("C", (x - a, y + ry, x - rx, y + b, x - rx, y)),
        ("C", (x - rx, y - b, x - a, y - ry, x, y - ry)),
        ("C", (x + a, y - ry, x + rx, y - b, x + rx, y)),
        ("Z", ()),
    )


def corners(points: str, *, closed: bool) -> tuple[Step, ...]:
    """A polygon or polyline."""
    numbers = [float(number) for number in TOKEN.findall(points)]
    places = list(zip(numbers[::2], numbers[1::2]))
    steps: list[Union[Step, tuple]] = [("L" if k else "M", place) for k, place in enumerate(places)]
    return (*steps, ("Z", ())) if closed else tuple(steps)
