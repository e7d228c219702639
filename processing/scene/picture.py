"""The flat map inside the page, as SVG: what browsers without 3D show, drawn from the same data."""

from __future__ import annotations

import html

import geopandas as gpd
import numpy as np
import shapely

from ...styles.look import palette, surface
from .buildings import classes_of, footprints
from .content import SceneContent, area_points, page_levels
from .ground import ARTERIAL, STREET

WIDTH = 1000  # drawing units across the longer side
MARGIN = 20
TOLERANCE = 0.6
MOST_NAMES = 60
MARK_STEP = 220
MOST_BLOCKS = 3000
MOST_DOTS = 6000
LEAST_M = 50.0  # across: one building alone fills the picture no more than that
MOST_STREETS = 8000  # of more the arterial ones only: the picture stays below 400 kB
THEME = "light"


def flat_picture(content: SceneContent, bounds: tuple[float, float, float, float], *, mark: str = "", doors: bool = True) -> str:
    """Areas by completeness, water, streets, boundaries, names, scale bar, watermark; where areas tell little, buildings or doors."""
    areas = content.table("areas")
    scale = WIDTH / max(bounds[2] - bounds[0], bounds[3] - bounds[1], LEAST_M)
    width, height = (round((bounds[2 + axis] - bounds[axis]) * scale) + 2 * MARGIN for axis in range(2))
    drawn = _Drawing(bounds, scale)
    shown = _shown_areas(areas) if len(areas) else areas
    # One colour over everything says nothing.
    by_building = len(shown) <= 1 and 0 < len(footprints(content)) <= MOST_BLOCKS
    filled = [] if by_building else zip(shown.geometry, _completeness(content, shown))
    pieces = [
        *(_path(drawn.polygon(shape), fill=_fill(share)) for shape, share in filled),
        *_water(content, drawn),
        *_streets(content, drawn),
        *(_path(drawn.polygon(shape), stroke=palette()["boundaries"][THEME]["community"], stroke_width=1.5) for shape in shown.geometry),
        *(_loose_places(content, drawn, doors=doors) if by_building or not len(areas) else []),
        *_dots(content.table("facilities"), drawn, colour=palette()["boundaries"][THEME]["community"], width=5),
        *(_names(shown, drawn) if len(areas) else []),
        _scale_bar(scale, height),
        *_marks(mark, width, height),
    ]
    ground = f'<rect width="{width}" height="{height}" fill="{surface(THEME, "page")}"/>'
    title = html.escape(content.title)
    return f'<svg class="picture" role="img" aria-label="{title}" viewBox="0 0 {width} {height}">{ground}{"".join(pieces)}</svg>'


def _marks(words: str, width: int, height: int) -> list[str]:
    """The watermark over the whole picture."""
    style = 'font-size="40" fill="#7a2e12" fill-opacity="0.35" text-anchor="middle"'
    places = [(x, y) for y in range(MARK_STEP // 2, height, MARK_STEP) for x in range(MARK_STEP, width, 2 * MARK_STEP)] if words else []
    return [f'<text x="{x}" y="{y}" transform="rotate(-24 {x} {y})" {style}>{html.escape(words)}</text>' for x, y in places]


class _Drawing:
    """Map metres as whole drawing units, north up."""

    def __init__(self, bounds: tuple[float, float, float, float], scale: float) -> None:
        self.west, self.north, self.scale = bounds[0], bounds[3], scale

    def points(self, corners: np.ndarray) -> np.ndarray:
        return np.rint(np.column_stack([(corners[:, 0] - self.west), (self.north - corners[:, 1])]) * self.scale + MARGIN).astype(int)

    def polygon(self, shape: shapely.Geometry) -> str:
        simple = shapely.simplify(shape, TOLERANCE / self.scale)
        return "".join(self._line(ring) + "z" for ring in shapely.get_rings(simple))

    def lines(self, shapes: np.ndarray) -> str:
        return "".join(self._line(line) for line in shapely.get_parts(shapely.simplify(shapes, TOLERANCE / self.scale)))

    def _line(self, line: shapely.Geometry) -> str:
        points = self.points(shapely.get_coordinates(line))
        return "M" + "L".join(f"{x} {y}" for x, y in points)


def _shown_areas(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    levels = page_levels(areas)
    level = "community" if "community" in levels else levels[-1]
    return areas[areas["level"] == level]


def _completeness(content: SceneContent, areas: gpd.GeoDataFrame) -> list[float]:
    if not content.totals:
        return [np.nan] * len(areas)
    totals = content.totals["households"]
    known = totals[totals["level"] == areas["level"].iloc[0]].drop_duplicates("code").set_index("code")["completeness"]
    return [float(known.get(code, np.nan)) for code in areas["code"]]


def _fill(share: float) -> str:
    ramp, breaks = palette()["ramp"][THEME], palette()["ramp_breaks"]["areas"]
    return ramp[int(np.digitize(share, breaks)) + 1] if np.isfinite(share) else ramp[0]


def _path(data: str, *, fill: str = "none", stroke: str = "none", stroke_width: float = 0) -> str:
    return f'<path d="{data}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}" stroke-width="{stroke_width}"/>'


def _water(content: SceneContent, drawn: _Drawing) -> list[str]:
    land = content.table("land")
    water = land[land["use"] == "water"] if len(land) else land
    return [_path("".join(drawn.polygon(shape) for shape in water.geometry), fill=surface(THEME, "water"))] if len(water) else []


def _streets(content: SceneContent, drawn: _Drawing) -> list[str]:
    streets = content.table("streets")
    if not len(streets) or "kind" not in streets.columns:
        return []
    widths = ((STREET, 1.0), (ARTERIAL, 2.2)) if len(streets) <= MOST_STREETS else ((ARTERIAL, 2.2),)
    chosen = [(streets.geometry[streets["kind"].isin(kinds)].to_numpy(), width) for kinds, width in widths]
    return [_path(drawn.lines(lines), stroke=surface(THEME, "road"), stroke_width=width) for lines, width in chosen if len(lines)]


def _loose_places(content: SceneContent, drawn: _Drawing, *, doors: bool) -> list[str]:
    """Outlines of buildings by completeness; of too many, or without any, dots, doorplates only where they may be seen."""
    buildings = footprints(content)
    if 0 < len(buildings) <= MOST_BLOCKS:
        return _blocks(content, buildings, drawn)
    if not len(buildings) and not doors:
        return []
    return _dots(buildings if len(buildings) else content.ledger, drawn, colour=surface(THEME, "text_3"), width=3)


def _blocks(content: SceneContent, buildings: gpd.GeoDataFrame, drawn: _Drawing) -> list[str]:
    found, colours = classes_of(content, buildings), palette()["ramp"][THEME]
    shapes = {one: buildings.geometry[found == one] for one in np.unique(found)}
    return [_path("".join(map(drawn.polygon, some)), fill=colours[one]) for one, some in shapes.items()]


def _dots(frame: gpd.GeoDataFrame, drawn: _Drawing, *, colour: str, width: float) -> list[str]:
    """The middles of the first rows as round dots, each once."""
    shapes = frame.geometry.to_numpy()
    shapes = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    places = np.unique(drawn.points(shapely.get_coordinates(shapely.centroid(shapes))), axis=0)[:MOST_DOTS]
    if not len(places):
        return []
    data = "".join(f"M{x} {y}h0" for x, y in places)
    return [f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>']


def _names(areas: gpd.GeoDataFrame, drawn: _Drawing) -> list[str]:
    named = areas[areas["name"].notna()].iloc[:MOST_NAMES]
    if not len(named):
        return []
    look = f'font-size="15" font-weight="700" text-anchor="middle" fill="{surface(THEME, "text_1")}"'
    halo = f'stroke="{surface(THEME, "page")}" stroke-width="3" paint-order="stroke"'
    places = drawn.points(area_points(named))
    return [f'<text x="{x}" y="{y}" {look} {halo}>{html.escape(str(name))}</text>' for (x, y), name in zip(places, named["name"])]


def _scale_bar(scale: float, height: int) -> str:
    steps = [step * 10**power for power in range(1, 5) for step in (1, 2, 5)]
    metres = next((step for step in reversed(steps) if step * scale < WIDTH / 5), steps[0])
    y, colour = height - 12, surface(THEME, "text_1")
    bar = f'<path d="M{MARGIN} {y}h{round(metres * scale)}" stroke="{colour}" stroke-width="3"/>'
    return f'{bar}<text x="{MARGIN}" y="{y - 6}" font-size="13" fill="{colour}">{metres} m</text>'
