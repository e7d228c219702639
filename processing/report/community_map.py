"""The map of one community: its doorplates by completeness, streets, walls, gates and facilities, 80 mm wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import geopandas as gpd
import numpy as np
import shapely

from ...layers.facility_types import split_services
from ...layers.words import Text, text
from ...styles.look import category_colour
from ..engine.gates import openings
from .area_tables import steps_of
from .facts import CategoryLine, Facts
from .map_layers import Key, Label, Shape, Sign, shapes_of, text_mm
from .maps import step_keys, uses_osm
from .numbers import decimal
from .paper import Frame, ScaleBar, about_scale, area_paths, frame_of, inner_points, line_paths, scale_bar, widths_mm
from .places import Place, places_of

WIDTH, HEIGHT = 8000, 7000  # hundredths of a millimetre
MOST_DOORPLATES = 3000
MAJOR = ("primary", "secondary", "tertiary", "trunk", "motorway")


@dataclass(frozen=True)
class CommunityMap:
    """Map A-n: the drawing, its scale and legend."""

    number: str
    title: Text
    width: int
    height: int
    shapes: tuple[Shape, ...]
    dots: tuple[Shape, ...]  # doorplates by class, one path each
    labels: tuple[Label, ...]
    signs: tuple[Sign, ...]
    keys: tuple[Key, ...]
    facilities: tuple[str, ...]  # what the signs in the frame stand for, with their number
    bar: ScaleBar
    scale: str
    credits: tuple[Text, ...]


@dataclass(frozen=True)
class Layer:
    """Shapes that are looked up by box."""

    tree: shapely.STRtree
    shapes: np.ndarray
    words: np.ndarray  # kind, use or opening of each

    def within(self, box: shapely.Geometry, *, cut: bool = False) -> tuple[np.ndarray, np.ndarray]:
        """The shapes that meet the box, cut to it where asked, and their words."""
        rows = np.sort(self.tree.query(box))
        shapes = self.shapes[rows]
        return (shapely.intersection(shapes, box) if cut else shapes), self.words[rows]


@dataclass(frozen=True)
class Ground:
    """What the maps of all communities are drawn from, sorted once."""

    facts: Facts
    layers: dict[str, Layer]
    communities: gpd.GeoSeries  # by code
    grids: np.ndarray
    grid_names: np.ndarray
    lines: tuple[Optional[CategoryLine], ...]  # of every facility
    xy: np.ndarray  # of every doorplate
    completeness: np.ndarray
    credits: tuple[Text, ...]


def ground_of(facts: Facts) -> Ground:
    """The layers of the run, ready for look-up."""
    tables, ledger = facts.results.tables, facts.results.ledger
    named = {"streets": "kind", "land": "use", "walls": None, "facilities": None}
    layers = {name: _layer(tables.get(name), column) for name, column in named.items() if len(tables.get(name, ()))}
    if len(tables.get("gates", ())):
        gates = tables["gates"]
        layers["gates"] = Layer(shapely.STRtree(gates.geometry.to_numpy()), gates.geometry.to_numpy(), openings(gates))
    communities = shapes_of(facts, "community", next((place.partition for place in places_of(facts, "community")), None))
    grids = shapes_of(facts, "grid")
    names = grids["name"].to_numpy(object) if "name" in grids.columns else grids["code"].to_numpy(object)
    completeness = ledger["completeness"].to_numpy(dtype=float, na_value=np.nan)
    xy = shapely.get_coordinates(ledger.geometry.to_numpy())
    shapes = communities.set_index("code").geometry
    return Ground(facts, layers, shapes, grids.geometry.to_numpy(), names, _facility_lines(facts), xy, completeness, _credits(facts))


def _layer(frame: gpd.GeoDataFrame, column: str | None) -> Layer:
    if "walkable" in frame.columns:
        frame = frame[frame["walkable"] != "no"]
    shapes = shapely.make_valid(frame.geometry.to_numpy())
    words = frame[column].to_numpy(object) if column in frame.columns else np.full(len(frame), None, object)
    return Layer(shapely.STRtree(shapes), shapes, words)


def _facility_lines(facts: Facts) -> tuple[Optional[CategoryLine], ...]:
    facilities = facts.results.tables.get("facilities")
    if facilities is None:
        return ()
    kinds = {kind: line for line in reversed(facts.lines) for kind in (*line.category.types, line.category.id)}
    known: dict[str, Optional[CategoryLine]] = {}
    # Many facilities share few lists of services.
    for services in set(map(str, facilities["services"])):
        known[services] = next((kinds[kind] for kind in split_services(services) if kind in kinds), None)
    return tuple(known[str(services)] for services in facilities["services"])


def community_map(ground: Ground, place: Place, rows: np.ndarray, number: str) -> CommunityMap | None:
    """The map of a community with these rows of the ledger; None where it has no shape."""
    if place.code not in ground.communities.index:
        return None
    shape = ground.communities.loc[place.code]
    frame = frame_of(np.asarray(shape.bounds), x=0, y=0, width=WIDTH, height=HEIGHT)
    box = shapely.box(frame.west_m, frame.north_m - HEIGHT / frame.units_per_m, frame.west_m + WIDTH / frame.units_per_m, frame.north_m)
    signs, facilities = _signs(ground, frame, box)
    values = ground.completeness[rows]
    return CommunityMap(
        number=number,
        title=text("Doorplates by completeness of services"),
        width=WIDTH,
        height=HEIGHT,
        shapes=(*_land(ground, frame, box), *_streets(ground, frame, box), *_lines(ground, frame, box, shape)),
        dots=_dots(ground.xy[rows], values, frame) if len(rows) <= MOST_DOORPLATES else (),
        labels=_labels(ground, frame, shape),
        signs=signs,
        keys=step_keys(values.tolist()),
        facilities=facilities,
        bar=scale_bar(frame),
        scale=decimal(about_scale(frame)),
        credits=ground.credits,
    )


def _land(ground: Ground, frame: Frame, box: shapely.Geometry) -> tuple[Shape, ...]:
    if "land" not in ground.layers:
        return ()
    shapes, uses = ground.layers["land"].within(box, cut=True)
    return tuple(Shape("".join(area_paths(shapes[uses == use], frame)), use) for use in ("green", "water") if (uses == use).any())


def _streets(ground: Ground, frame: Frame, box: shapely.Geometry) -> tuple[Shape, ...]:
    if "streets" not in ground.layers:
        return ()
    shapes, kinds = ground.layers["streets"].within(box)
    major = np.isin(kinds.astype(str), MAJOR)
    pairs = (("street", ~major), ("street major", major))
    return tuple(Shape("".join(line_paths(shapes[chosen], frame)), css) for css, chosen in pairs if chosen.any())


def _lines(ground: Ground, frame: Frame, box: shapely.Geometry, shape: shapely.Geometry) -> tuple[Shape, ...]:
    """Grids, walls, the community's own boundary, gates by who may pass."""
    inside = ground.grids[shapely.intersects(ground.grids, shapely.buffer(shape, -1.0))] if len(ground.grids) else ground.grids
    found = [Shape("".join(area_paths(inside, frame)), "boundary grid")] if len(inside) else []
    if "walls" in ground.layers:
        found.append(Shape("".join(line_paths(ground.layers["walls"].within(box)[0], frame)), "wall"))
    found.append(Shape(area_paths(np.array([shape]), frame)[0], "boundary own"))
    if "gates" in ground.layers:
        points, words = ground.layers["gates"].within(box)
        for css, chosen in (("gate-open", words == "all"), ("gate-shut", words != "all")):
            found.append(Shape(_dot_path(shapely.get_coordinates(points[chosen]), frame), css))
    return tuple(found)


def _dots(xy: np.ndarray, values: np.ndarray, frame: Frame) -> tuple[Shape, ...]:
    steps = steps_of(values)
    return tuple(Shape(_dot_path(xy[steps == step], frame), f"door-dot step{step}") for step in range(-1, 5) if (steps == step).any())


def _dot_path(xy: np.ndarray, frame: Frame) -> str:
    """Points as pieces of no length with round ends: the shortest way to write many dots."""
    places = np.unique(frame.places(xy), axis=0) if len(xy) else np.empty((0, 2), dtype=int)
    return "".join(f"M{x} {y}h0" for x, y in places.tolist())


def _labels(ground: Ground, frame: Frame, shape: shapely.Geometry) -> tuple[Label, ...]:
    inside = np.flatnonzero(shapely.intersects(ground.grids, shapely.buffer(shape, -1.0))) if len(ground.grids) else np.zeros(0, int)
    if not len(inside):
        return ()
    points, room = frame.places(inner_points(ground.grids[inside])), widths_mm(ground.grids[inside], frame)
    names = [_last_word(str(ground.grid_names[row] or "")) for row in inside]
    return tuple(Label(int(x), int(y), name) for (x, y), wide, name in zip(points, room, names) if name and wide >= text_mm(name))


def _last_word(name: str) -> str:
    """The grid's own word: what follows the community in its name."""
    return name.rpartition("社区")[2] or name


def _signs(ground: Ground, frame: Frame, box: shapely.Geometry) -> tuple[tuple[Sign, ...], tuple[str, ...]]:
    if "facilities" not in ground.layers:
        return (), ()
    layer = ground.layers["facilities"]
    rows = np.sort(layer.tree.query(box))
    counted = [row for row in rows.tolist() if ground.lines[row] is not None]
    places = frame.places(shapely.get_coordinates(shapely.centroid(layer.shapes[counted]))) if counted else np.empty((0, 2), dtype=int)
    kinds = [ground.lines[row].category for row in counted]
    signs = tuple(Sign(x, y, kind.shape, category_colour(kind.id, "light"), kind.glyph) for kind, (x, y) in zip(kinds, places.tolist()))
    language, ids = ground.facts.language, [kind.id for kind in kinds]
    shown = {line.category.id: line.category for line in ground.facts.lines if line.category.id in ids}
    words = tuple(f"{kind.glyph} {kind.name(language)} {ids.count(name)}" for name, kind in shown.items())
    return signs, words


def _credits(facts: Facts) -> tuple[Text, ...]:
    lines = [text("For internal use only; boundaries are no basis for delimitation.")]
    if uses_osm(facts):
        lines.append(text("Contains data © OpenStreetMap contributors (ODbL)."))
    if facts.results.sample:
        lines.append(text("Invented sample data"))
    return tuple(lines)
