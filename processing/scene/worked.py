"""The part "walks" of large scenes: the streets, and what the page cannot work out on them as the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import Category
from ..engine.access import Access
from ..engine.trails import Trails
from .content import SceneContent
from .facilities import serving
from .ground import street_looks
from .place import Place
from .quantise import Column, octets, optional, running, unsigned
from .walks import VERTEX_STEP_M, Kept, access_columns, edge_columns, facility_rows, kept_edges, of_points, pace_columns, rounded_vertices
from .waysin import gates_led, way_in_columns
from .workings import MOST_TOLD, PLACES, SLACK_M, Streets, answers, snapped, told_access

LENGTH_STEP_M, SECOND_STEP = 0.1, 0.1
ALONG_STEP_M = 0.5
NEAR_M, WHOLE = 0.01, 0.999
ELSEWHERE = 255  # in place of a street's width: it is drawn from its own line


@dataclass(frozen=True)
class Worked:
    """The part "walks", and the streets that stand in the part "core" because the map draws them too."""

    part: tuple[dict, dict[str, Column]]
    streets: dict[str, Column]
    drawn: np.ndarray  # rows of the streets' table that are drawn from them


def worked_part(
    content: SceneContent, number_of_row: np.ndarray, doors: gpd.GeoDataFrame, doors_xy: np.ndarray, place: Place
) -> Worked | None:
    """All from which the page works out every answer; None where that does not pay.

    doors are the page's doorplates in its order, doors_xy their places as the page has them, in local metres.
    """
    trails = content.trails
    if trails is None or len(content.table("facilities")) >= PLACES or not len(doors):
        return None
    rows = np.argsort(number_of_row, kind="stable")[np.count_nonzero(number_of_row < 0) :]
    homes = of_points(trails.homes, rows)
    homes = replace(homes, point=number_of_row[rows][homes.point], points=len(doors))
    places = _rounded(of_points(trails.places, facility_rows(content, trails)))
    kept = kept_edges(trails, homes, places)
    streets = _page_streets(content, kept, place)
    goals = replace(places, edge=kept.number_of_edge[places.edge])
    near = snapped(streets, doors_xy)
    told = _rounded(told_access(near, homes, kept.number_of_edge))
    homes_there = _joined(near, replace(told, edge=kept.number_of_edge[told.edge]))
    differing = _differing(content, streets, homes_there, goals, doors)
    if differing is None:
        return None
    columns = {**pace_columns(trails, kept), **access_columns("h", told, kept), **access_columns("p", places, kept), **differing}
    columns.update({**access_columns("y", gates_led(trails), kept), **way_in_columns(content, place)})
    drawn = _wholly_kept(content, trails, kept)
    looks = _look_columns(content, trails.network.street[kept.edges], drawn)
    return Worked(({"nodes": len(kept.nodes), "slack": SLACK_M}, columns), {**edge_columns(trails, kept, place), **looks}, drawn)


def _wholly_kept(content: SceneContent, trails: Trails, kept: Kept) -> np.ndarray:
    """Whether each street of the table is kept from end to end: such a street is drawn from its edges."""
    streets, network = content.table("streets"), trails.network
    row = network.street[kept.edges]
    if not len(streets) or row.max(initial=-1) >= len(streets):
        return np.zeros(len(streets), dtype=bool)
    ends = shapely.points(network.xy[network.first[kept.edges]])
    strange = shapely.distance(ends, streets.geometry.to_numpy()[row]) > NEAR_M
    metres = np.bincount(row, weights=network.length_m[kept.edges], minlength=len(streets))
    # A table whose rows are not those of the run is drawn as it is.
    return (metres >= WHOLE * shapely.length(streets.geometry.to_numpy())) & (metres > 0) & (not strange.any())


def _look_columns(content: SceneContent, row: np.ndarray, drawn: np.ndarray) -> dict[str, Column]:
    """How each edge is drawn; ELSEWHERE where it is not."""
    if not drawn.any():
        return {"n.width": octets(np.full(len(row), ELSEWHERE))}
    width, bridge, name, _ = street_looks(content.table("streets"))
    shown = drawn[row]
    return {
        "n.width": octets(np.where(shown, width[row], ELSEWHERE)),
        "n.bridge": octets(bridge[row]),
        "n.name": running(np.where(shown, name[row], 0)),
    }


def _rounded(access: Access) -> Access:
    """The rows as the page reads them."""
    return replace(
        access,
        offset_m=np.rint(access.offset_m / ALONG_STEP_M) * ALONG_STEP_M,
        leg_m=np.rint(access.leg_m / ALONG_STEP_M) * ALONG_STEP_M,
    )


def _joined(near: Access, told: Access) -> Access:
    """The told rows, and the nearest place of every point that none is told of."""
    is_told = np.zeros(near.points, dtype=bool)
    is_told[told.point] = True
    simple = ~is_told[near.point]
    columns = (np.concatenate([getattr(near, name)[simple], getattr(told, name)]) for name in ("point", "edge", "offset_m", "leg_m"))
    return Access(*columns, near.points)


def _page_streets(content: SceneContent, kept: Kept, place: Place) -> Streets:
    """The streets as the page reads them."""
    trails = content.trails
    _, whole, network = rounded_vertices(trails, kept, place)
    edge = np.repeat(np.arange(network.size), np.diff(network.first))
    per_edge = (None, None, None) if network.is_even else (network.forward_s, network.backward_s, network.penalty_s)
    seconds = [None if values is None else np.rint(values / SECOND_STEP) * SECOND_STEP for values in per_edge]
    return Streets(
        shapely.linestrings(whole * VERTEX_STEP_M, indices=edge),
        kept.number_of_node[network.start],
        kept.number_of_node[network.end],
        np.rint(network.length_m / LENGTH_STEP_M) * LENGTH_STEP_M,
        *seconds,
        gates=kept.number_of_node[trails.network.passes],
        nodes=len(kept.nodes),
        speed_ms=content.settings.walker.speed_ms,
        from_facility=content.settings.direction == "from_facility",
    )


def _differing(content: SceneContent, streets: Streets, homes: Access, goals: Access, doors: gpd.GeoDataFrame) -> dict[str, Column] | None:
    """Columns of those answers that the ledger has otherwise; None where they are too many."""
    index = pd.Index(content.table("facilities")["facility_id"].astype(str))
    told = [_told(content, streets, homes, goals, doors, category, index) for category in content.settings.profile.categories]
    if sum(len(rows) for rows, *_ in told) > MOST_TOLD * len(doors) * len(told):
        return None
    pairs = np.concatenate([rows + k * len(doors) for k, (rows, *_) in enumerate(told)])
    facility, metres, minutes = (np.concatenate([one[k] for one in told]) for k in (1, 2, 3))
    return {
        "x.pair": running(pairs),
        "x.facility": unsigned(facility),
        "x.metres": optional(metres, 0.1),
        "x.minutes": optional(minutes, 0.01),
    }


def _told(
    content: SceneContent,
    streets: Streets,
    homes: Access,
    goals: Access,
    doors: gpd.GeoDataFrame,
    category: Category,
    index: pd.Index,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Doorplates of whom the ledger says otherwise, with facility (from 1, 0 = none), metres and minutes as it says."""
    settings = content.settings
    by_time = category.unit == "min"
    own = goals.of(np.flatnonzero(serving(content, category)))
    seconds, metres, facility = answers(streets, homes, own, by_time=by_time)
    minutes = (seconds if by_time and streets.there_s is not None else metres / settings.walker.speed_ms) / 60
    true_metres, true_minutes = (doors[f"{category.id}_{name}"].to_numpy(dtype=float) for name in ("m", "min"))
    true_facility = index.get_indexer(doors[f"{category.id}_id"].astype(str))
    value, true_value = (minutes, true_minutes) if by_time else (metres, true_metres)
    same = np.where(np.isfinite(true_metres), np.abs(true_metres - metres) <= SLACK_M, ~np.isfinite(metres))
    same &= (facility == true_facility) & ((value <= category.limit) == (true_value <= category.limit + 1e-6))
    rows = np.flatnonzero(~same)
    return rows, true_facility[rows] + 1, true_metres[rows], true_minutes[rows]
