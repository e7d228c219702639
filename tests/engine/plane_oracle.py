"""A slow, plain second opinion on estimates: every pair of places tried, networkx for the shortest way.

It shares no code with the engine. All coordinates are whole millimetres, so what crosses what is decided in integers.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field

import networkx as nx

Point = tuple[int, int]  # millimetres
Box = tuple[int, int, int, int]

RULES = {
    "as_stated": {"all": "open", "unknown": "open", "residents": "out", "closed": "shut"},
    "unknown_closed": {"all": "open", "unknown": "shut", "residents": "out", "closed": "shut"},
    "all": dict.fromkeys(("all", "unknown", "residents", "closed"), "open"),
}


@dataclass
class PlaneTown:
    homes: dict[str, Point]
    facilities: dict[str, Point]
    estates: dict[str, Box] = field(default_factory=dict)  # walled all around
    walls: list[tuple[Point, Point]] = field(default_factory=list)  # free-standing
    water: list[Box] = field(default_factory=list)
    gates: list[tuple[Point, str, str]] = field(default_factory=list)  # place on a wall, opening, estate
    bridges: list[tuple[Point, Point]] = field(default_factory=list)  # from bank to bank


@dataclass(frozen=True)
class Stop:
    """A place where a way may begin, turn or end, and the boxes that it must stay out of, or in."""

    xy: Point
    out_of: tuple[Box, ...] = ()
    into: tuple[Box, ...] = ()
    name: str = ""


def corners(box: Box) -> list[Point]:
    left, low, right, high = box
    return [(left, low), (right, low), (right, high), (left, high)]


def sides(box: Box) -> list[tuple[Point, Point]]:
    at = corners(box)
    return list(zip(at, at[1:] + at[:1]))


def turn(a: Point, b: Point, c: Point) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def between(a: Point, b: Point, c: Point) -> bool:
    """Whether c stands on the line from a to b, strictly between them."""
    return turn(a, b, c) == 0 and (c[0] - a[0]) * (b[0] - c[0]) + (c[1] - a[1]) * (b[1] - c[1]) > 0


def blocks(wall: tuple[Point, Point], a: Point, b: Point) -> bool:
    c, d = wall
    if turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0:
        return True
    along = turn(c, d, a) == turn(c, d, b) == 0
    return not along and (between(a, b, c) or between(a, b, d))


def enters(box: Box, a: Point, b: Point) -> bool:
    """Whether a line that begins at a, on the rim of the box, runs inside of it at once."""
    left, low, right, high = box

    def held(at: int, way: int, least: int, most: int) -> bool:
        return (at > least or way > 0) and (at < most or way < 0)

    return held(a[0], b[0] - a[0], left, right) and held(a[1], b[1] - a[1], low, high)


def holds(box: Box, point: Point) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


class PlaneOracle:
    """The shortest way from every home to every facility, in metres of the plane, under one rule about gates."""

    def __init__(self, town: PlaneTown, rule: str = "as_stated", direction: str = "to_facility") -> None:
        self.town = town
        self.banks = {box: sides(box) for box in town.water}
        self.walls = [*town.walls, *(side for box in town.estates.values() for side in sides(box))]
        self.graph = nx.DiGraph()
        stops = self._stops(RULES[rule], direction)
        for one, two in itertools.combinations(stops, 2):
            if self._sees(one, two):
                self._join(one, two, math.dist(one.xy, two.xy) / 1000)

    def _join(self, one: Stop, two: Stop, metres: float) -> None:
        for a, b in ((one, two), (two, one)):
            self.graph.add_edge(a, b, m=min(metres, self.graph.get_edge_data(a, b, {"m": math.inf})["m"]))

    def _stops(self, rule: dict[str, str], direction: str) -> list[Stop]:
        town = self.town
        stops = [Stop(xy, (box,)) for box in (*town.estates.values(), *town.water) for xy in corners(box)]
        stops += [Stop(xy) for wall in town.walls for xy in wall]
        self.homes = {name: Stop(xy, name=name) for name, xy in town.homes.items()}
        self.facilities = {name: Stop(xy, name=name) for name, xy in town.facilities.items()}
        for xy, opening, estate in town.gates:
            state = rule[opening]
            box = town.estates[estate]
            inner, outer = Stop(xy, into=(box,), name=f"in {xy}"), Stop(xy, out_of=(box,), name=f"out {xy}")
            if state != "shut":
                stops += [inner, outer]
                ways = [(inner, outer), (outer, inner)] if state == "open" else [(inner, outer)]
                for a, b in ways:
                    a, b = (b, a) if direction == "from_facility" else (a, b)
                    self.graph.add_edge(a, b, m=0.0)
        for a, b in town.bridges:
            ends = [Stop(xy, tuple(town.water), name=f"bridge {xy}") for xy in (a, b)]
            stops += ends
            self._join(*ends, math.dist(a, b) / 1000)
        return [*stops, *self.homes.values(), *self.facilities.values()]

    def _sees(self, one: Stop, two: Stop) -> bool:
        a, b = one.xy, two.xy
        if a == b and (one.into or two.into):
            return False  # both sides of one gate: its rule decides
        banks = [side for box, lines in self.banks.items() if not (holds(box, a) or holds(box, b)) for side in lines]
        if any(blocks(wall, a, b) for wall in (*self.walls, *banks)):
            return False
        for stop, other in ((one, two), (two, one)):
            if any(enters(box, stop.xy, other.xy) for box in stop.out_of if stop.xy != other.xy):
                return False
            # Along the wall on its inner side: a stop outside of it does not lead there.
            inner = [box for box in stop.into if not enters(box, stop.xy, other.xy)]
            if any(box in other.out_of or not _along(box, stop.xy, other.xy) for box in inner):
                return False
        return True

    def nearest(self) -> dict[str, tuple[str | None, float]]:
        """The nearest facility of each home, the smallest id of equally near ones, and the metres in the plane."""
        answers = {}
        for name, home in self.homes.items():
            metres = nx.single_source_dijkstra_path_length(self.graph, home, weight="m") if home in self.graph else {home: 0.0}
            ranked = sorted((metres[stop], key) for key, stop in self.facilities.items() if stop in metres)
            best = [key for far, key in ranked if far <= ranked[0][0] + 1e-7]
            answers[name] = (min(best), ranked[0][0]) if ranked else (None, math.inf)
        return answers


def _along(box: Box, a: Point, b: Point) -> bool:
    """Whether the line runs on the rim of the box."""
    return any(turn(c, d, a) == turn(c, d, b) == 0 for c, d in sides(box))
