"""Blocks without housing: schools with pitches, shops and offices, parks with ponds, empty lots."""

from __future__ import annotations

import numpy as np
import shapely

from .boxes import Frame, following, frame_of, quantile, unit, within
from .estate_paths import Houses, Site, site_of, way_out
from .estates import Style, place_rows
from .lots import Lots
from .plan import Plan
from .works import Joint, Patch, Path, Row, Works

STYLES = {
    "school": Style("", (3, 4, 4, 5), 48, 12.0, 27, 10, 60.0, False, 0.0, 0.0),
    "commerce": Style("", (4, 5, 14, 22, 28, 34), 38, 30.0, 46, 13, 60.0, True, 0.0, 0.1),
    "civic": Style("", (2, 3, 4), 42, 19.0, 33, 12, 60.0, False, 0.0, 0.12),
    "office": Style("", (2, 4, 5, 6, 11), 50, 20.0, 40, 14, 60.0, False, 0.0, 0.1),
}
PITCH_FROM_M2 = 9000.0
BUILDING_USE = {"school": "education", "commerce": "commercial", "civic": "public", "office": "office"}


def build_yard(works: Works, plan: Plan, lots: Lots, lot: int, kind: str, rng: np.random.Generator) -> None:
    """Large houses in rows, with doorplates on the street."""
    ground = lots.grounds[lot]
    frame = frame_of(lots.corners[lot])
    site = site_of(plan, frame, lot, -1, ground)
    style = _fitted(STYLES[kind], ground.area)
    houses = place_rows(site.wall, style, np.array([site.wall[:, 0].mean()]))
    if kind == "school" and ground.area > PITCH_FROM_M2:
        houses, pitch = _beside_pitch(site, houses)
        works.patches.append(Patch(pitch, "green", "操场", lot))
    kept = within(houses.corners(frame), ground) & (rng.random(len(houses.x)) > style.missing)
    houses = houses.of(kept)
    works.patches.append(Patch(ground, "other", None, lot))
    _enter(works, site, kind)
    if len(houses.x):
        floors = rng.choice(style.floors, len(houses.x))
        works.rows.append(Row(houses.corners(frame), floors, np.ones(len(floors), dtype=int), BUILDING_USE[kind], lot, -1, -1, False))


def _fitted(style: Style, ground_m2: float) -> Style:
    """Smaller houses on small ground."""
    scale = float(np.clip(np.sqrt(ground_m2 / 12_000), 0.42, 1.0))
    return style._replace(
        length=style.length * scale, depth=style.depth * scale**0.6, pitch=style.pitch * scale**0.6, gap=style.gap * scale
    )


def _enter(works: Works, site: Site, kind: str) -> None:
    """A drive from the southern street into the yard; facilities stand at its inner end."""
    way = way_out(site, float(site.wall[:, 0].mean()), 0, far=False)
    inner = way.xy[1] + unit(way.xy[1] - way.xy[0]) * 12.0
    works.joints.append(Joint(way.side, way.xy[0]))
    works.paths.append(Path(np.concatenate([way.xy, inner[None]]), "service", -1))
    works.doors.append((site.lot, kind, inner))


def _beside_pitch(site: Site, houses: Houses) -> tuple[Houses, shapely.Polygon]:
    """The houses west of a running track, and the track: a rectangle with round ends, 65 m wide where there is room."""
    west, east = (quantile(site.wall[:, 0], share) for share in (0.1, 0.9))
    bottom, top = (quantile(site.wall[:, 1], share) for share in (0.1, 0.9))
    width = min(66.0, 0.42 * (east - west))
    height = min(150.0, 0.86 * (top - bottom))
    middle = np.array([east - width / 2 - 10, (bottom + top) / 2])
    half = max(height - width, 1.0) / 2
    axis = site.frame.to_ground(middle + np.array([[0, -half], [0, half]]))
    track = shapely.buffer(shapely.LineString(axis), width / 2, quad_segs=6)
    ground = shapely.Polygon(site.frame.to_ground(site.wall))
    return houses.of(houses.x + houses.length / 2 < middle[0] - width / 2 - 6), shapely.intersection(track, ground)


def build_park(works: Works, plan: Plan, lots: Lots, lot: int, rng: np.random.Generator) -> None:
    """A green with an uneven rim, in larger ones a pond with a path round it, entrances from two or three streets."""
    ground = lots.grounds[lot]
    frame = frame_of(lots.corners[lot])
    wall = frame.to_local(shapely.get_coordinates(ground)[:-1])
    green = shapely.intersection(_uneven(frame, wall, 0.98, 0.07, rng), ground)
    works.patches.append(Patch(green, "green", None, lot))
    loop = _uneven(frame, wall, 0.55, 0.12, rng)
    if ground.area > 9000:
        works.patches.append(Patch(_uneven(frame, wall, 0.36, 0.2, rng), "water", None, lot))
    site = site_of(plan, frame, lot, -1, loop)
    chosen = [(0, False), (0, True), (1, False), (1, True)]
    ways = [
        way_out(site, float(site.wall[:, axis].mean()), axis, far=far)
        for axis, far in (chosen[place] for place in rng.permutation(4)[: 3 if ground.area > 9000 else 2])
    ]
    works.joints.extend(Joint(way.side, way.xy[0]) for way in ways)
    works.paths.extend(Path(way.xy, "path", -1) for way in ways)
    works.paths.append(Path(_with_points(loop, np.array([way.xy[1] for way in ways])), "path", -1))
    for way in ways:
        inward = (way.xy[1] - way.xy[0]) / np.linalg.norm(way.xy[1] - way.xy[0])
        works.doors.append((lot, "park", way.xy[0] + inward * min(24.0, np.linalg.norm(way.xy[1] - way.xy[0]))))


def _uneven(frame: Frame, wall: np.ndarray, size: float, wave: float, rng: np.random.Generator) -> shapely.Polygon:
    """A blob inside a local ring: its rim at share size of the way from the middle, give or take wave."""
    middle = wall.mean(axis=0)
    angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = wall - middle
    reach = _reach(ring, angle)
    factor = size * (1 - wave) + size * wave * (
        0.6 * np.sin(2 * angle + rng.uniform(0, 6.28)) + 0.4 * np.sin(3 * angle + rng.uniform(0, 6.28))
    )
    rim = middle + (reach * factor)[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return shapely.Polygon(frame.to_ground(rim))


def _reach(ring: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Metres from the middle (0, 0) to a convex ring in each direction."""
    direction = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    edge = following(ring) - ring
    # ring + s·edge = t·direction, solved for t on every edge.
    det = direction[:, None, 0] * -edge[None, :, 1] + direction[:, None, 1] * edge[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (ring[None, :, 0] * -edge[None, :, 1] + ring[None, :, 1] * edge[None, :, 0]) / det
        s = (direction[:, None, 0] * ring[None, :, 1] - direction[:, None, 1] * ring[None, :, 0]) / det
    hit = (t > 0) & (s >= -1e-9) & (s <= 1 + 1e-9)
    return np.where(hit, t, np.inf).min(axis=1)


def _with_points(loop: shapely.Polygon, points: np.ndarray) -> np.ndarray:
    """The closed ring of a loop with further points put in at their places."""
    line = shapely.get_exterior_ring(loop)
    vertices = shapely.get_coordinates(line)[:-1]
    everything = np.concatenate([vertices, points])
    place = np.concatenate(
        [shapely.line_locate_point(line, shapely.points(vertices)), shapely.line_locate_point(line, shapely.points(points))]
    )
    ring = everything[np.argsort(place, kind="stable")]
    return np.concatenate([ring, ring[:1]])


def build_green(works: Works, lots: Lots, lot: int, use: str) -> None:
    """A pocket park is green as a whole; an empty lot is nothing yet."""
    works.patches.append(Patch(lots.grounds[lot], "green" if use == "pocket" else "other", "口袋公园" if use == "pocket" else None, lot))
    if use == "pocket":
        works.doors.append((lot, "pocket", shapely.get_coordinates(shapely.point_on_surface(lots.grounds[lot]))[0]))
