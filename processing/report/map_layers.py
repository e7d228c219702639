"""What the maps show, as paths, labels and signs: areas by class, land, streets, boundaries, facilities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ...layers.facility_types import split_services
from ...layers.words import Text, text
from ...styles.look import category_colour
from ..engine.rollup import weights
from .area_tables import level_word, step_of, steps_of
from .facts import CategoryLine, Facts
from .numbers import decimal
from .paper import Frame, area_paths, inner_points, line_paths, widths_mm
from .places import Place, has_areas, places_of
from .tables import name_of

CELL_M = (50.0, 200.0)
MOST_VERTICES = 25_000
MOST_GLYPHS = 150
GLYPH_MM = 3.0  # a label's character
MAJOR_KINDS = ("primary", "secondary", "tertiary", "trunk", "motorway")


@dataclass(frozen=True)
class Shape:
    """One path with its looks."""

    path: str
    css: str


@dataclass(frozen=True)
class Label:
    """A word on the map at its inner point."""

    x: int
    y: int
    words: str


@dataclass(frozen=True)
class Sign:
    """One facility: shape by category, its Hanzi where there is room."""

    x: int
    y: int
    shape: str
    colour: str
    glyph: str


@dataclass(frozen=True)
class Key:
    """One line of the legend: a swatch by css or a sign, words, count."""

    css: str
    words: Text | str
    count: str = ""
    sign: Sign | None = None


def district_bounds(facts: Facts) -> np.ndarray | None:
    """The box of the areas, else of the doorplates; None where there is neither."""
    areas, ledger = facts.results.areas_out, facts.results.ledger
    shapes = areas if len(areas) else ledger
    bounds = np.asarray(shapes.geometry.total_bounds if len(shapes) else [math.nan] * 4)
    return bounds if np.isfinite(bounds).all() else None


def shapes_of(facts: Facts, level: str, partition: str | None = None) -> gpd.GeoDataFrame:
    """The areas of one level in code order."""
    areas = facts.results.areas_out
    chosen = areas[areas["level"] == level]
    if partition is not None and "partition" in chosen.columns:
        chosen = chosen[chosen["partition"].fillna("admin") == partition]
    return chosen.drop_duplicates("code").sort_values("code", kind="stable")


def filled_shapes(facts: Facts, frame: Frame, places: Sequence[Place], values: Sequence[float]) -> tuple[Shape, ...]:
    """The areas of one level, each with the class of its value."""
    if not places:
        return ()
    shapes = shapes_of(facts, places[0].level, places[0].partition).set_index("code").geometry
    known = [(place, value) for place, value in zip(places, values) if place.code in shapes.index]
    paths = area_paths(shapes.loc[[place.code for place, _ in known]].to_numpy(), frame)
    return tuple(Shape(path, f"area step{step_of(value)}") for path, (_, value) in zip(paths, known))


@dataclass(frozen=True)
class Hexagons:
    """Cells with the weighted completeness of their doorplates."""

    shapes: np.ndarray
    values: list[float]
    width_m: float


def hexagons(facts: Facts) -> Hexagons:
    """The doorplates gathered in hexagons, a sixtieth of the district wide, 50 to 200 m."""
    ledger = facts.results.ledger
    weight = weights(ledger, facts.results.settings)
    counted = ledger["completeness"].notna().to_numpy() & (weight > 0)
    known, weight = ledger[counted], weight[counted]
    xy = shapely.get_coordinates(known.geometry.to_numpy())
    width_m = float(np.clip(np.ceil(np.ptp(xy, axis=0).max(initial=0.0) / 60 / 10) * 10, *CELL_M))
    centres, cell = np.unique(_centres(xy, width_m), axis=0, return_inverse=True)
    total = np.bincount(cell.ravel(), weights=weight, minlength=len(centres))
    reached = np.bincount(cell.ravel(), weights=weight * known["completeness"].to_numpy(dtype=float), minlength=len(centres))
    angles = np.radians(np.arange(30, 390, 60))
    corners = np.column_stack([np.cos(angles), np.sin(angles)]) * width_m / math.sqrt(3)
    return Hexagons(shapely.polygons(centres[:, None, :] + corners), (reached / total).tolist(), width_m)


def _centres(xy: np.ndarray, width_m: float) -> np.ndarray:
    """The centre of the hexagon (a corner at the top) that each point lies in: the nearer of two rectangular lattices."""
    steps = np.array([width_m, width_m * math.sqrt(3)])
    even = np.round(xy / steps) * steps
    odd = (np.floor(xy / steps) + 0.5) * steps
    nearer = np.hypot(*(xy - odd).T) < np.hypot(*(xy - even).T)
    return np.where(nearer[:, None], odd, even)


def cell_shapes(found: Hexagons, frame: Frame) -> tuple[Shape, ...]:
    """The hexagons by class, one path each class."""
    steps = steps_of(found.values)
    paths = np.array(area_paths(found.shapes, frame), dtype=object)
    return tuple(Shape("".join(paths[steps == step]), f"area step{step}") for step in range(-1, 5) if (steps == step).any())


def land_shapes(facts: Facts, frame: Frame, uses: Sequence[str] = ("green", "water")) -> tuple[Shape, ...]:
    """Green and water, one path each."""
    land = facts.results.tables.get("land")
    if land is None or land.empty:
        return ()
    chosen = {use: land.geometry[land["use"] == use].to_numpy() for use in uses}
    return tuple(Shape("".join(area_paths(shapes, frame)), use) for use, shapes in chosen.items() if len(shapes))


def street_shapes(facts: Facts, frame: Frame) -> tuple[Shape, ...]:
    """The walkable streets, major ones apart."""
    streets = facts.results.tables.get("streets")
    if streets is None or streets.empty:
        return ()
    if "walkable" in streets.columns:
        streets = streets[streets["walkable"] != "no"]
    lines = streets.geometry.to_numpy()
    # A district map keeps the longest streets: its file stays small, its ink light.
    order = np.argsort(-shapely.length(lines), kind="stable")
    kept = order[np.cumsum(shapely.get_num_coordinates(lines[order])) <= MOST_VERTICES]
    kinds = streets["kind"].to_numpy(dtype=object)[kept] if "kind" in streets.columns else np.full(len(kept), None)
    major = np.isin(kinds.astype(str), MAJOR_KINDS)
    pairs = (("street", lines[kept][~major]), ("street major", lines[kept][major]))
    return tuple(Shape("".join(line_paths(shapes, frame)), css) for css, shapes in pairs if len(shapes))


def boundary_shapes(facts: Facts, frame: Frame) -> tuple[Shape, ...]:
    """The boundaries, larger levels over smaller ones."""
    levels = ("community", "subdistrict", "district")
    found = [(level, shapes_of(facts, level).geometry.to_numpy()) for level in levels]
    return tuple(Shape("".join(area_paths(shapes, frame)), f"boundary {level}") for level, shapes in found if len(shapes))


def line_keys(facts: Facts) -> tuple[Key, ...]:
    """The legend of lines and land that occur."""
    levels = [level for level in ("district", "subdistrict", "community") if len(shapes_of(facts, level))]
    keys = [Key(f"boundary {level}", text("{level} boundary", level=level_word(level))) for level in levels]
    if not has_areas(facts):
        # The one area of an extract is what was cut out, not a district.
        keys = [Key(key.css, text("Extent of the data")) for key in keys[:1]]
    land = facts.results.tables.get("land")
    uses = set() if land is None or land.empty else set(land["use"])
    words = {"water": text("Water"), "green": text("Green space")}
    keys.extend(Key(use, words[use]) for use in ("water", "green") if use in uses)
    return (*keys, Key("street", text("Walking network")))


def labels_of(facts: Facts, frame: Frame, level: str) -> tuple[Label, ...]:
    """The name of each area where it has room, else its number."""
    places = places_of(facts, level)
    if not places:
        return ()
    shapes = shapes_of(facts, level, places[0].partition).set_index("code").geometry
    found = [place for place in places if place.code in shapes.index]
    geometry = shapes.loc[[place.code for place in found]].to_numpy()
    points, room = frame.places(inner_points(geometry)), widths_mm(geometry, frame)
    return tuple(
        Label(int(x), int(y), place.name if room_mm >= text_mm(place.name) else decimal(place.number))
        for place, (x, y), room_mm in zip(found, points, room)
    )


def text_mm(words: str) -> float:
    """About how wide a label is: Hanzi are square, other characters half as wide."""
    return sum(GLYPH_MM if ord(character) > 0x2E80 else GLYPH_MM * 0.58 for character in words) + 1.0


def facility_signs(facts: Facts, frame: Frame) -> tuple[tuple[Sign, ...], tuple[Key, ...]]:
    """The facilities that count, and the legend of their categories with counts."""
    facilities = facts.results.tables.get("facilities")
    if facilities is None or facilities.empty:
        return (), ()
    lines = {kind: line for line in reversed(facts.lines) for kind in (*line.category.types, line.category.id)}
    kinds = [next((lines[kind] for kind in split_services(str(services)) if kind in lines), None) for services in facilities["services"]]
    places = frame.places(shapely.get_coordinates(shapely.centroid(facilities.geometry.to_numpy())))
    inside = (places >= 0).all(axis=1) & (places[:, 0] <= frame.width) & (places[:, 1] <= frame.height)
    shown = [(line, x, y) for line, (x, y), within in zip(kinds, places.tolist(), inside) if line is not None and within]
    glyphs = len(shown) <= MOST_GLYPHS
    signs = tuple(_sign(line, x, y, glyphs=glyphs) for line, x, y in shown)
    counted = [(line, sum(found is line for found, _, _ in shown)) for line in facts.lines]
    keys = tuple(Key("", name_of(facts, line), decimal(count), _sign(line, 0, 0, glyphs=True)) for line, count in counted if count)
    return signs, keys


def _sign(line: CategoryLine, x: int, y: int, *, glyphs: bool) -> Sign:
    return Sign(x, y, line.category.shape, category_colour(line.category.id, "light"), line.category.glyph if glyphs else "")
