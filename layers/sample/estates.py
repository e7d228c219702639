"""Housing estates: rows of houses that face south, paths between them, a wall and its gates."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from .boxes import frame_of, polygons, quantile, spans_at, within
from .estate_paths import BEHIND_M, SPINE_M, GateShares, Houses, Site, draw_paths, on_spine, reach_at, site_of
from .lots import Lots
from .plan import Plan
from .works import Estate, Patch, Row, Works


class Style(NamedTuple):
    """How an estate is built; lengths in metres."""

    housing_type: str
    floors: tuple[int, ...]
    length: float
    depth: float
    pitch: float  # from row to row: the sun must reach the ground floor
    gap: float  # between houses of a row
    entrance: float  # length of house per entrance
    staggered: bool
    gated: float  # share of estates with a wall
    missing: float  # share of plots left open for gardens


STYLES = {
    "walk_up": Style("老旧小区", (4, 5, 6, 6), 44, 10.0, 24.5, 6, 9.2, False, 0.72, 0.03),
    "resettled": Style("安置房", (6, 6, 11), 46, 11.0, 29, 8, 10.0, False, 0.85, 0.04),
    "slab": Style("商品房", (9, 11, 11, 18), 42, 13.5, 42, 11, 13.0, False, 0.97, 0.08),
    "tower": Style("商品房", (18, 24, 26, 30, 33), 30, 19.0, 56, 22, 15.0, True, 0.98, 0.08),
    "social": Style("保障房", (18, 18, 24), 38, 16.0, 46, 14, 13.0, False, 0.9, 0.04),
    "terraced": Style("商品房", (3,), 36, 10.5, 22, 6, 6.0, False, 0.98, 0.08),
    "village": Style("城中村", (2, 3, 3, 4), 10.5, 11.0, 19, 2.2, 11.0, False, 0.12, 0.06),
    "infill": Style("老旧小区", (3, 4, 5, 6), 30, 10.0, 22, 6, 10.0, False, 0.15, 0.05),
}
MAIN_GATE = {
    "老旧小区": (0.5, 0.42, 0.0, 0.08),
    "安置房": (0.3, 0.63, 0.0, 0.07),
    "商品房": (0.18, 0.78, 0.0, 0.04),
    "保障房": (0.3, 0.6, 0.0, 0.1),
    "城中村": (0.9, 0.1, 0.0, 0.0),
}
SIDE_GATE = (0.14, 0.5, 0.24, 0.12)
WALL_M = 2.2  # from the building line to the wall


def build_estate(works: Works, plan: Plan, lots: Lots, lot: int, use: str, rng: np.random.Generator) -> None:
    """Fills one block with an estate; a block too narrow for it stays green."""
    style = STYLES[use]
    ground = shapely.buffer(lots.grounds[lot], -WALL_M, join_style="mitre")
    frame = frame_of(lots.corners[lot])
    site = site_of(plan, frame, lot, len(works.estates), ground)
    spines = _spines(site.wall, rng) if ground.geom_type == "Polygon" and ground.area > 1500 else np.empty(0)
    houses, gardens = _houses(site, style, ground, spines, rng) if len(spines) else (None, None)
    if houses is None or not len(houses.x):
        works.patches.append(Patch(lots.grounds[lot], "green", None, lot))
        return
    gated = "no" if rng.random() > style.gated else ("unknown" if rng.random() < 0.04 else "yes")
    address = draw_paths(works, site, houses, spines, _gate_shares(style, gated), rng)
    corners = houses.corners(frame)
    entrances = np.maximum(1, np.round(houses.length / style.entrance)).astype(int)
    works.rows.append(Row(corners, _floors(style, houses.row, rng), entrances, "residential", lot, site.estate, -1, False))
    middle = corners[len(corners) // 2, :2].mean(axis=0)
    works.estates.append(Estate(lot, ground, use, gated, address.side, address.xy[0], middle))
    works.patches.append(Patch(ground, "residential", None, lot))
    works.patches.extend(Patch(shape, "green", None, lot) for shape in polygons(gardens.corners(frame)))


def _houses(site: Site, style: Style, ground: shapely.Polygon, spines: np.ndarray, rng: np.random.Generator) -> tuple[Houses, Houses]:
    """The houses of an estate and the plots left open for gardens."""
    places = place_rows(site.wall, style, spines)
    kept = within(places.corners(site.frame), ground)
    garden = rng.random(len(kept)) < (style.missing if kept.sum() > 8 else 0.0)
    return places.of(kept & ~garden), places.of(kept & garden)


def _gate_shares(style: Style, gated: str) -> GateShares | None:
    if gated == "no":
        return None
    return GateShares(MAIN_GATE[style.housing_type], SIDE_GATE)


def _spines(wall: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Where paths run from south to north through all rows: one in each part of the estate, where that is deepest."""
    west, east = quantile(wall[:, 0], 0.25), quantile(wall[:, 0], 0.75)
    count = 1 if east - west < 190 else 2
    edges = [west + min(max(part, 0.18), count - 0.18) / count * (east - west) for part in range(count + 1)]
    spines = []
    for start, end in zip(edges[:-1], edges[1:]):
        places = rng.uniform(start + 0.15 * (end - start), end - 0.15 * (end - start), 6)
        south, north = reach_at(wall, places).T
        spines.append(places[(north - south).argmax()])
    return np.array(spines)


def place_rows(wall: np.ndarray, style: Style, spines: np.ndarray) -> Houses:
    """Rows of houses between the spines."""
    bottom, top = wall[:, 1].min() + 5, wall[:, 1].max() - 9
    room = top - bottom - style.depth
    count = max(int(room // style.pitch) + 1, 1) if room > 0 else 0
    pitch = min(room / (count - 1), 1.3 * style.pitch) if count > 1 else 0.0
    reach = reach_at(wall, spines)
    rows_y = bottom + style.depth / 2 + np.arange(count) * pitch + (0 if count > 1 else room / 2)
    spans = spans_at(wall, np.concatenate([rows_y - style.depth / 2 - 3, rows_y + style.depth / 2 + 6])).reshape(2, count, 2)
    west, east = spans[:, :, 0].max(axis=0) + 4, spans[:, :, 1].min(axis=0) - 4
    # The path behind a row that meets no spine would lead nowhere.
    joined = on_spine(reach, (rows_y + style.depth / 2 + BEHIND_M)[:, None]).any(axis=1)
    inner = [place + half for place in spines.tolist() for half in (-SPINE_M / 2, SPINE_M / 2)]
    found = []
    for number in np.flatnonzero(joined).tolist():
        edges = [float(west[number]), *inner, float(east[number])]
        shift, y = style.gap / 2 * (number % 2) if style.staggered else 0.0, float(rows_y[number])
        found.extend(
            (x, y, length, number) for start, end in zip(edges[::2], edges[1::2]) for x, length in _fill(start + shift, end - shift, style)
        )
    x, y, length, row = np.array(found, dtype=float).reshape(-1, 4).T
    return Houses(x, y, length, row.astype(int), style.depth)


def _fill(start: float, end: float, style: Style) -> list[tuple[float, float]]:
    """Places and lengths of about equal houses from start to end."""
    room = end - start
    count = round((room + style.gap) / (style.length + style.gap)) if room > 0.7 * style.length else 0
    if count == 0:
        return []
    length = min((room - (count - 1) * style.gap) / count, 1.25 * style.length)
    step = (room - length) / (count - 1) if count > 1 else 0.0
    first = start + length / 2 + (0 if count > 1 else (room - length) / 2)
    return [(first + step * place, length) for place in range(count)]


def _floors(style: Style, row: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Floors vary from row to row more than within one; the tall ones stand in the north."""
    choices = np.array(style.floors)
    by_row = np.sort(rng.choice(choices, row.max() + 1)) if style.staggered else rng.choice(choices, row.max() + 1)
    floors = by_row[row]
    other = rng.random(len(row)) < 0.12
    floors[other] = rng.choice(choices, other.sum())
    return floors
