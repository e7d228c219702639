"""OSM files written by hand for tests: places in metres east and north of an origin, tags as words."""

from __future__ import annotations

from math import cos, pi, radians, sin
from pathlib import Path
from xml.sax.saxutils import quoteattr

RADIUS_M, E2 = 6_378_137.0, 0.00669438  # WGS 84
SUZHOU, GERMANY = (120.0, 31.3), (9.0, 50.0)  # on the meridian of their zones, so that metres are true and north is up


class OsmText:
    """An .osm file in the making; every call returns the OSM id it gave."""

    def __init__(self, origin: tuple[float, float] = SUZHOU) -> None:
        self.origin = origin
        self.nodes: list[str] = []
        self.ways: list[str] = []
        self.relations: list[str] = []
        self.header = ""
        self._last = 0
        self._node_at: dict[tuple[float, float], int] = {}

    def lonlat(self, x: float, y: float) -> tuple[float, float]:
        lon, lat = self.origin
        squeezed = 1 - E2 * sin(radians(lat)) ** 2
        east_m = RADIUS_M / squeezed**0.5 * cos(radians(lat)) * pi / 180
        north_m = RADIUS_M * (1 - E2) / squeezed**1.5 * pi / 180
        return lon + x / east_m, lat + y / north_m

    def node(self, x: float, y: float, tags: dict[str, str] | None = None, *, shared: bool = False) -> int:
        """A node; shared nodes of one place are one, as where two streets join."""
        if shared and (x, y) in self._node_at:
            return self._node_at[x, y]
        number = self._number()
        lon, lat = self.lonlat(x, y)
        self.nodes.append(f'<node id="{number}" lat="{lat:.7f}" lon="{lon:.7f}">{_tags(tags)}</node>')
        if shared:
            self._node_at[x, y] = number
        return number

    def way(self, places: list[tuple[float, float]], tags: dict[str, str]) -> int:
        """A line through places in metres."""
        return self.way_of([self.node(x, y, shared=True) for x, y in places], tags)

    def way_of(self, nodes: list[int], tags: dict[str, str]) -> int:
        """A line through nodes."""
        number = self._number()
        references = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self.ways.append(f'<way id="{number}">{references}{_tags(tags)}</way>')
        return number

    def square(self, x: float, y: float, side: float, tags: dict[str, str]) -> int:
        """A closed way: a square with its south-west corner at x, y."""
        corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
        return self.way(corners, tags)

    def relation(self, members: list[tuple[int, str]], tags: dict[str, str]) -> int:
        """A multipolygon or boundary of ways with their roles."""
        number = self._number()
        parts = "".join(f'<member type="way" ref="{way}" role="{role}"/>' for way, role in members)
        self.relations.append(f'<relation id="{number}">{parts}{_tags(tags)}</relation>')
        return number

    def bounds(self, west: float, south: float, east: float, north: float) -> None:
        """The header's bounds, in metres from the origin."""
        (minlon, minlat), (maxlon, maxlat) = self.lonlat(west, south), self.lonlat(east, north)
        self.header = f'<bounds minlat="{minlat:.7f}" minlon="{minlon:.7f}" maxlat="{maxlat:.7f}" maxlon="{maxlon:.7f}"/>'

    def write(self, path: Path) -> Path:
        """The file on disk."""
        body = "\n".join([self.header, *self.nodes, *self.ways, *self.relations])
        path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n{body}\n</osm>\n', encoding="utf-8")
        return path

    def _number(self) -> int:
        self._last += 1
        return self._last


def _tags(tags: dict[str, str] | None) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in (tags or {}).items())
