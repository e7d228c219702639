"""A slow, plain second opinion on the walking engine: networkx on a split graph, loops instead of arrays.

It shares no code with the engine. Streets are cut at shared vertices, walls remove what they cross, every place is put
into the graph as a node of its own, and one shortest path is searched per home and facility.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field, replace
from typing import Optional

import networkx as nx
import numpy as np
import shapely
import shapely.ops

TIE = 1e-7
DETOUR = 1.3


@dataclass
class Street:
    id: str
    xy: list[tuple[float, float]]
    factor: float | None = 1.0  # None: as its kind
    penalty: float | None = 0.0  # of each of its edges; None: as its kind
    level: int = 0
    kind: str = ""
    delay: float = 0.0  # seconds a metre, from its kind

    @property
    def costs(self) -> tuple:
        return self.factor, self.penalty, self.delay, self.level


@dataclass
class Gate:
    xy: tuple[float, float]
    open: str
    estate: str


@dataclass
class Grid:
    """Heights at the middles of square cells; the first row is the northern one."""

    west: float
    north: float
    cell: float
    rows: list[list[float]]

    def height(self, x: float, y: float) -> float:
        across, down = (x - self.west) / self.cell, (self.north - y) / self.cell
        high, wide = len(self.rows), len(self.rows[0])
        if not (0 <= across <= wide and 0 <= down <= high):
            return math.nan
        across, down = min(max(across - 0.5, 0), wide - 1), min(max(down - 0.5, 0), high - 1)
        left, top = min(int(across), wide - 2), min(int(down), high - 2)
        u, v = across - left, down - top
        weights = {(0, 0): (1 - u) * (1 - v), (0, 1): u * (1 - v), (1, 0): (1 - u) * v, (1, 1): u * v}
        return sum(weight * self.rows[top + i][left + j] for (i, j), weight in weights.items() if weight)


@dataclass
class Town:
    streets: list[Street]
    homes: dict[str, tuple[float, float]]
    facilities: dict[str, tuple[float, float]]
    estates: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)  # walled rectangles
    gaps: dict[str, tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=dict)  # openings in their walls
    gates: list[Gate] = field(default_factory=list)
    water: list[tuple[float, float, float, float]] = field(default_factory=list)
    limit: float = 200.0
    speed: float = 1.0
    relief: Grid | None = None
    hurries: bool = True  # walks faster downhill than on the flat
    penalties: dict[str, float] = field(default_factory=dict)  # by the words of PENALTIES


@dataclass
class Piece:
    """A part of an edge between nodes, cuts of slopes or wall cuts."""

    street: Street
    u: object
    v: object
    line: shapely.LineString
    penalty: float
    there: float = 1.0  # seconds of a walk as a multiple of those on the flat, from u to v
    back: float = 1.0


@dataclass
class Place:
    piece: int
    offset: float
    leg: float


KINDS = {"steps": ("", 0.5), "crossing": ("crossing", 1.0), "traffic_signals": ("signal", 1.0)}


def resolved(town: Town) -> list[Street]:
    """The streets with the factors and delays of their kinds put in."""
    found = []
    for street in town.streets:
        word, factor = KINDS.get(street.kind, ("", 1.0))
        factor = town.penalties.get(street.kind, factor) if not word else factor
        length = shapely.LineString(street.xy).length
        delay = town.penalties.get(word, 0.0) / length if street.penalty is None and length else 0.0
        found.append(
            replace(
                street,
                factor=factor if street.factor is None else street.factor,
                penalty=street.penalty or 0.0,
                delay=round(delay, 9),
            )
        )
    return found


def slowness(rise: float, run: float, hurries: bool) -> float:
    """Tobler's hiking function on the flat ÷ on the slope."""
    slope = min(max(rise / run, -0.6), 0.6)
    ratio = 6 * math.exp(-3.5 * 0.05) / (6 * math.exp(-3.5 * abs(slope + 0.05)))
    return ratio if hurries else max(ratio, 1.0)


def edges(streets: list[Street]) -> list[tuple[Street, list]]:
    """Edges between shared vertices, repeated and reversed lines once, in the order of street ids."""
    lines, seen = [], set()
    for street in sorted(streets, key=lambda s: s.id):
        xy = unfolded([point for point, _ in itertools.groupby(street.xy)])
        key = (min(tuple(xy), tuple(reversed(xy))), street.costs)
        if len(xy) > 1 and key not in seen:
            seen.add(key)
            lines.append((street, xy))
    node_of = nodes(lines)
    result, seen = [], set()
    for street, xy in lines:
        cuts = [k for k in range(len(xy)) if k in (0, len(xy) - 1) or xy[k - 1] == xy[k + 1] or node_of(street, xy[k])[1]]
        for low, high in zip(cuts, cuts[1:]):
            part = xy[low : high + 1]
            ends = tuple(node_of(street, point)[0] for point in (part[0], part[-1]))
            key = (
                min(tuple(part), tuple(reversed(part))),
                ends if part[0] < part[-1] else ends[::-1],
                street.costs,
            )
            if key not in seen:
                seen.add(key)
                result.append((street, part, *ends))
    return result


def unfolded(xy: list[tuple]) -> list[tuple]:
    """A line whose doubled stretches beside each turn back have the same vertices."""
    for k in range(1, len(xy) - 1):
        for way in range(1, len(xy)):
            i, j = k - way, k + way
            if i < 0 or j >= len(xy):
                break
            if xy[i] == xy[j]:
                continue
            if between(xy[i + 1], xy[j], xy[i]):
                return unfolded([*xy[: i + 1], xy[j], *xy[i + 1 :]])
            if between(xy[j - 1], xy[i], xy[j]):
                return unfolded([*xy[:j], xy[i], *xy[j:]])
            break
    return xy


def between(a: tuple, point: tuple, b: tuple) -> bool:
    """Whether a point lies on the straight line between two others."""
    return math.dist(a, point) > 0 < math.dist(point, b) and abs(math.dist(a, point) + math.dist(point, b) - math.dist(a, b)) < 1e-9


def nodes(lines: list[tuple[Street, list]]):
    """A function that tells the node at a vertex of a street and whether it is shared."""
    passing: dict[tuple, list] = {}
    for street, xy in lines:
        for k, point in enumerate(xy):
            passing.setdefault(point, []).append((street.level, k in (0, len(xy) - 1)))

    def node_of(street: Street, point: tuple) -> tuple[object, bool]:
        here = passing[point]
        if any(is_end for _, is_end in here) or len({level for level, _ in here}) == 1:
            return point, len(here) > 1
        return (*point, street.level), sum(level == street.level for level, _ in here) > 1

    return node_of


def rectangle(box: tuple[float, float, float, float]) -> shapely.Polygon:
    return shapely.box(*box)


class Oracle:
    """One town under one rule about gates ("as_stated", "all", "unknown_closed") and one direction."""

    def __init__(self, town: Town, rule: str = "as_stated", direction: str = "to_facility") -> None:
        self.town, self.rule, self.direction = town, rule, direction
        self.graph = nx.MultiDiGraph()
        self.pieces: list[Piece] = []
        self.edges = 0
        self.walls = [wall for estate in town.estates for wall in self._walls_of(estate)]
        self.banks = [rectangle(box) for box in town.water]
        for edge in hilly(town, edges(resolved(town))):
            self._add_edge(edge)
        for piece in self.pieces:
            self._arc(piece.u, piece.v, piece, piece.there)
            self._arc(piece.v, piece.u, piece, piece.back)
        # Gates for residents lead out on the way there and in on the way home.
        self.homeward = Oracle(town, rule, "from_facility") if direction == "round_trip" else self

    def _arc(self, u: object, v: object, piece: Piece, slow: float) -> None:
        metres = piece.line.length
        self.graph.add_edge(u, v, m=metres, s=slow * metres / (self.town.speed * piece.street.factor) + piece.penalty)

    def _walls_of(self, estate: str) -> list[shapely.LineString]:
        """The walls of an estate; a gap that a gate stands in is shut like a wall."""
        ring = shapely.get_exterior_ring(rectangle(self.town.estates[estate]))
        return [ring] if self._gates_in_gap(estate) or estate not in self.town.gaps else [without_gap(ring, *self.town.gaps[estate])]

    def _gates_in_gap(self, estate: str) -> list[Gate]:
        if estate not in self.town.gaps:
            return []
        a, b = self.town.gaps[estate]
        posts = shapely.LineString([a, b]).buffer(2.0, cap_style="flat").union(shapely.MultiPoint([a, b]).buffer(0.5))
        return [gate for gate in self.town.gates if gate.estate == estate and posts.intersects(shapely.Point(gate.xy))]

    def _gate_at(self, point: shapely.Point) -> str:
        near = [gate for gate in self.town.gates if point.distance(shapely.Point(gate.xy)) <= 2.0]
        for estate, ends in self.town.gaps.items():
            if point.distance(shapely.LineString(ends)) < 1e-6:
                near += self._gates_in_gap(estate)
        if not near:
            return "shut"
        opening = min(near, key=lambda gate: point.distance(shapely.Point(gate.xy))).open
        if self.rule == "all":
            return "open"
        return {"all": "open", "unknown": "shut" if self.rule == "unknown_closed" else "open", "residents": "out", "closed": "shut"}[
            opening
        ]

    def _add_edge(self, edge: Piece) -> None:
        self.edges += 1
        street, line = edge.street, edge.line
        crossings = []
        for estate, box in self.town.estates.items():
            if street.level:
                continue
            ring = shapely.get_exterior_ring(rectangle(box))
            for at, before in wall_crossings(line, ring, rectangle(box)):
                if all(wall.distance(line.interpolate(at)) > 1e-6 for wall in self._walls_of(estate)):
                    continue  # through a gap that nothing shuts
                crossings.append((at, before, estate))
        start, begin = edge.u, 0.0
        for number, (at, inside_before, _) in enumerate(sorted(crossings)):
            state = self._gate_at(line.interpolate(at))
            if state == "open":
                continue
            before, after = ("cut", self.edges, number, 0), ("cut", self.edges, number, 1)
            self._add_piece(edge, begin, at, start, before)
            if state == "out":
                tail, head = (before, after) if inside_before else (after, before)
                if self.direction == "from_facility":
                    tail, head = head, tail
                self.graph.add_edge(tail, head, m=0.0, s=0.0)
            start, begin = after, at
        self._add_piece(edge, begin, line.length, start, edge.v)

    def _add_piece(self, edge: Piece, begin: float, end: float, u: object, v: object) -> None:
        part = shapely.ops.substring(edge.line, begin, end)
        self.pieces.append(replace(edge, u=u, v=v, line=part, penalty=edge.penalty * part.length / edge.line.length))

    def snap(self, point: tuple[float, float]) -> Place | None:
        """The nearest visible place on any piece; the first piece of a tie."""
        best = Place(-1, 0.0, self.town.limit + 2 * TIE)
        for number, piece in enumerate(self.pieces):
            for offset, leg in self._visible(point, piece.line, best.leg):
                if leg < best.leg - TIE:
                    best = Place(number, offset, leg)
        return best if best.piece >= 0 else None

    def ways(self, point: tuple[float, float], *, visitor: bool = False) -> list[Place]:
        """All ways from a point onto the network: its place, or one through each gate of its estate without paths."""
        estate = self.pathless_estate(point)
        if estate is not None:
            gates = [gate for gate in self.town.gates if gate.estate == estate and gate.open in self._usable(visitor)]
            found = [(gate, self.snap(gate.xy)) for gate in gates]
            return [Place(at.piece, at.offset, at.leg + DETOUR * math.dist(point, gate.xy)) for gate, at in found if at is not None]
        place = self.snap(point)
        return [place] if place is not None else []

    def pathless_estate(self, point: tuple[float, float]) -> str | None:
        """The estate without mapped paths that a point stands in."""
        for estate, box in self.town.estates.items():
            inner = rectangle(box).buffer(-2.0, join_style="mitre")
            pathless = not any(piece.line.intersects(inner) for piece in self.pieces)
            if pathless and rectangle(box).intersects(shapely.Point(point)):
                return estate
        return None

    def _usable(self, visitor: bool) -> set[str]:
        usable = {"as_stated": {"all", "unknown", "residents"}, "unknown_closed": {"all", "residents"}}
        return usable.get(self.rule, {"all", "unknown", "residents", "closed"}) - (
            {"residents"} if visitor and self.rule != "all" else set()
        )

    def _visible(self, point: tuple[float, float], line: shapely.LineString, nearer: float):
        walls = [*self.walls, *(bank.exterior for bank in self.banks if not bank.contains(shapely.Point(point)))]
        begin = 0.0
        for a, b in zip(line.coords, line.coords[1:]):
            segment = shapely.LineString([a, b])
            foot = segment.project(shapely.Point(point))
            shares = [foot, *(at for wall in walls for at in shadow_ends(point, segment, wall))]
            shares = [at for at in shares if math.dist(point, segment.interpolate(at).coords[0]) < nearer]
            ends = (0.0 if begin else 1e-2, segment.length if begin + segment.length < line.length - 1e-9 else segment.length - 1e-2)
            for at in shares:
                if any(sees(point, segment.interpolate(min(max(at + step, ends[0]), ends[1])), walls) for step in (0.0, 1e-6, -1e-6)):
                    yield begin + at, math.dist(point, segment.interpolate(at).coords[0])
            begin += segment.length

    def walk(self, home: Place, facility: Place, unit: str, *, back: bool = False) -> tuple[float, float]:
        """Seconds and metres of the walk that is shortest in the unit; inf where there is none."""
        graph = self.graph
        start, end = (facility, home) if back else (home, facility)
        self._leave(graph, start)
        self._arrive(graph, end)
        self._along(graph, start, end)
        other = "m" if unit == "s" else "s"

        def cost(arc: dict) -> float:
            return arc[unit] + 1e-9 * arc[other]  # of equally long walks the one with less of the other unit

        try:
            path = nx.dijkstra_path(graph, "from", "to", weight=lambda _u, _v, arcs: min(map(cost, arcs.values())))
            steps = [min(graph[u][v].values(), key=cost) for u, v in zip(path, path[1:])]
        except nx.NetworkXNoPath:
            return math.inf, math.inf
        finally:
            graph.remove_nodes_from(["from", "to"])
        legs = home.leg + facility.leg
        return sum(step["s"] for step in steps) + legs / self.town.speed, sum(step["m"] for step in steps) + legs

    def _part(self, place: Place, metres: float, *, there: bool) -> dict[str, float]:
        piece = self.pieces[place.piece]
        slow = piece.there if there else piece.back
        return {"m": metres, "s": slow * metres / (self.town.speed * piece.street.factor)}

    def _leave(self, graph: nx.MultiDiGraph, place: Place) -> None:
        piece = self.pieces[place.piece]
        graph.add_edge("from", piece.u, **self._part(place, place.offset, there=False))
        graph.add_edge("from", piece.v, **self._part(place, piece.line.length - place.offset, there=True))

    def _arrive(self, graph: nx.MultiDiGraph, place: Place) -> None:
        piece = self.pieces[place.piece]
        graph.add_edge(piece.u, "to", **self._part(place, place.offset, there=True))
        graph.add_edge(piece.v, "to", **self._part(place, piece.line.length - place.offset, there=False))

    def _along(self, graph: nx.MultiDiGraph, one: Place, two: Place) -> None:
        if one.piece == two.piece:
            graph.add_edge("from", "to", **self._part(one, abs(one.offset - two.offset), there=one.offset <= two.offset))

    def nearest(self, unit: str) -> dict[str, tuple[str | None, float, float]]:
        """For each home the facility, seconds and metres; the smallest id of equally near ones, then the smaller other unit."""
        places = {name: self.ways(xy, visitor=True) for name, xy in sorted(self.town.facilities.items())}
        answers = {}
        for home, xy in self.town.homes.items():
            best: tuple[str | None, float, float] = (None, math.inf, math.inf)
            for name, seconds, metres in [*self._inner_walks(xy), *self._walks(self.ways(xy), places, unit)]:
                cost, least = (seconds, best[1]) if unit == "s" else (metres, best[2])
                other, smaller = (metres, best[2]) if unit == "s" else (seconds, best[1])
                tied = best[0] is not None and cost <= least + TIE
                if cost < least - TIE or (tied and (name < best[0] or (name == best[0] and other < smaller - TIE))):
                    best = (name, seconds, metres)
            answers[home] = best
        return answers

    def connected(self, point: tuple[float, float]) -> str:
        """Whether a home is "snapped", "sealed" (walls or water keep it from what is near) or "far" from any street."""
        if self.ways(point):
            return "snapped"
        estate = self.pathless_estate(point)
        starts = [point] if estate is None else [gate.xy for gate in self.town.gates if gate.estate == estate]
        near = [piece.line.distance(shapely.Point(xy)) <= self.town.limit + TIE for xy in starts for piece in self.pieces]
        return "sealed" if any(near) or not starts else "far"

    def _inner_walks(self, xy: tuple[float, float]):
        estate = self.pathless_estate(xy)
        for name, shop in self.town.facilities.items():
            if estate is not None and self.pathless_estate(shop) == estate:
                metres = DETOUR * math.dist(xy, shop)
                yield name, metres / self.town.speed, metres

    def _walks(self, ways: list[Place], places: dict[str, list[Place]], unit: str):
        for name, others in places.items():
            for one, two in itertools.product(ways, others):
                if self.direction == "round_trip":
                    there, home = self.walk(one, two, unit), self.homeward.walk(one, two, unit, back=True)
                    trips = [there[k] + home[k] for k in (0, 1)]
                    yield name, trips[0] / 2, trips[1] / 2
                else:
                    yield name, *self.walk(one, two, unit, back=self.direction == "from_facility")


def hilly(town: Town, found: list[tuple]) -> list[Piece]:
    """The edges as pieces, cut where a part of a hilly edge would not cost its share, each with its slowness there and back."""
    pieces = []
    node_heights = {} if town.relief is None else heights_of_nodes(town.relief, found)
    for number, (street, xy, u, v) in enumerate(found):
        line = shapely.LineString(xy)
        whole = Piece(street, u, v, line, street.penalty + street.delay * line.length)
        heights = [] if town.relief is None else heights_along(town.relief, street, line, node_heights[u], node_heights[v])
        if not heights or any(map(math.isnan, heights)):
            pieces.append(whole)
            continue
        run = line.length / (len(heights) - 1)
        rises = [b - a for a, b in zip(heights, heights[1:])]
        there = [run * slowness(rise, run, town.hurries) for rise in rises]
        back = [run * slowness(-rise, run, town.hurries) for rise in rises]
        may = street.level == 0 and whole.penalty == 0
        cuts = [0, *(cuts_of(there, back, 0, len(rises)) if may else []), len(rises)]
        nodes = [u, *(("hill", number, cut) for cut in cuts[1:-1]), v]
        for k, (a, b) in enumerate(zip(cuts, cuts[1:])):
            slow = (sum(way[a:b]) / (run * (b - a)) for way in (there, back))
            part = shapely.ops.substring(line, a * run, b * run)
            pieces.append(Piece(street, nodes[k], nodes[k + 1], part, whole.penalty, *slow))
    return pieces


def heights_along(relief: Grid, street: Street, line: shapely.LineString, first: float, last: float) -> list[float]:
    step = min(max(relief.cell, 10), 30)
    count = max(math.ceil(line.length / step - 1e-6), 1)
    shares = [k / count for k in range(count + 1)]
    if street.level:
        return [first * (1 - share) + last * share for share in shares]
    return [relief.height(*line.interpolate(share, normalized=True).coords[0]) for share in shares]


def heights_of_nodes(relief: Grid, found: list[tuple]) -> dict:
    """Heights of nodes; bridges run straight between the places where they meet the ground or end."""
    heights, links, ends = {}, {}, {}
    for street, xy, u, v in found:
        heights[u], heights[v] = relief.height(*xy[0]), relief.height(*xy[-1])
        length = shapely.LineString(xy).length
        for one, other in ((u, v), (v, u)):
            ends.setdefault(one, []).append(street.level)
            if street.level:
                links.setdefault(one, []).append((other, 1 / length))
    floating = {node for node, levels in ends.items() if len(levels) > 1 and 0 not in levels}
    reached = {node for node in heights if node not in floating and not math.isnan(heights[node])}
    while True:
        more = {node for node in floating - reached if any(other in reached for other, _ in links[node])}
        if not more:
            break
        reached |= more
    settled, moving = dict(heights), sorted(floating & reached, key=str)
    sums, known = np.zeros((len(moving), len(moving))), np.zeros(len(moving))
    for row, node in enumerate(moving):
        for other, weight in links[node]:
            if other in reached:
                sums[row, row] += weight
                if other in floating:
                    sums[row, moving.index(other)] -= weight
                else:
                    known[row] += weight * heights[other]
    settled.update(zip(moving, np.linalg.solve(sums, known)))
    return settled


def cuts_of(there: list[float], back: list[float], low: int, high: int) -> list[int]:
    """Where the way so far differs most from its share, by more than 5 m on the flat; again on both sides."""
    missed = {}
    for at in range(low + 1, high):
        share = (at - low) / (high - low)
        missed[at] = max(abs(sum(way[low:at]) - share * sum(way[low:high])) for way in (there, back))
    if not missed or max(missed.values()) <= 5.0:
        return []
    cut = next(at for at, value in missed.items() if value >= max(missed.values()) - 1e-6)
    return [*cuts_of(there, back, low, cut), cut, *cuts_of(there, back, cut, high)]


Answers = dict[str, tuple[Optional[str], float, float]]  # what Oracle.nearest() gives


def reasons(opened: Oracle, stated: Answers, every_gate: Answers, *, unit: str, limit: float) -> dict[str, str]:
    """Why each home reaches its nearest facility or not: the answers as stated and with every gate open, the limit in the search's unit."""
    found = {}
    for home, xy in opened.town.homes.items():
        cost, open_cost = ((answers[home][1] if unit == "s" else answers[home][2]) for answers in (stated, every_gate))
        if not opened.town.facilities:
            found[home] = "no_facility"
        elif cost <= limit:
            found[home] = "ok"
        elif math.isinf(open_cost):
            found[home] = "not_snapped" if opened.connected(xy) == "far" else "no_route"
        else:
            found[home] = "behind_gate" if open_cost <= limit else "too_far"
    return found


def without_gap(ring: shapely.LinearRing, a: tuple[float, float], b: tuple[float, float]) -> shapely.LineString:
    """A ring that begins behind a gap between two of its points (in its own direction) and ends before it."""
    xy = list(ring.coords)[:-1]
    at = next(k for k in range(len(xy)) if shapely.LineString([xy[k], xy[(k + 1) % len(xy)]]).distance(shapely.Point(a)) < 1e-9)
    return shapely.LineString([b, *xy[at + 1 :], *xy[: at + 1], a])


def wall_crossings(line: shapely.LineString, ring: shapely.LinearRing, inside: shapely.Polygon) -> list[tuple[float, bool]]:
    """Metres along the line of each crossing, and whether the line comes from inside there."""
    found = []
    begin = 0.0
    for a, b in zip(line.coords, line.coords[1:]):
        for c, d in zip(ring.coords, ring.coords[1:]):
            point = crossing(a, b, c, d)
            if point is not None:
                at = math.dist(a, point)
                length = math.dist(a, b)
                before = tuple(p + (q - p) * (at - 1e-3) / length for p, q in zip(a, b))
                found.append((begin + at, inside.contains(shapely.Point(before))))
        begin += math.dist(a, b)
    return found


def crossing(a: tuple, b: tuple, c: tuple, d: tuple) -> tuple[float, float] | None:
    """Where two segments properly cross."""
    det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(det) < 1e-12:
        return None
    s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / det
    t = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / det
    return (a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])) if 0 < s < 1 and 0 < t < 1 else None


def shadow_ends(point: tuple, segment: shapely.LineString, wall: shapely.LinearRing) -> list[float]:
    """Metres along a segment where the view from a point passes a corner of the wall, or the wall stands on the segment."""
    a, b = segment.coords
    ends = []
    # An open wall ends in a corner too.
    for corner, following in itertools.zip_longest(wall.coords, wall.coords[1:]):
        far = tuple(p + (q - p) * 1e4 for p, q in zip(point, corner))
        hits = (crossing(a, b, corner, far), crossing(a, b, corner, following or corner))
        ends += [math.dist(a, hit) for hit in hits if hit is not None]
    return ends


def sees(point: tuple, place: shapely.Point, walls: list) -> bool:
    leg = shapely.LineString([point, place.coords[0]])
    if leg.length < 1e-3:
        return True
    leg = shapely.ops.substring(leg, 1e-4, leg.length - 1e-4)
    return not any(leg.intersects(wall) for wall in walls)
