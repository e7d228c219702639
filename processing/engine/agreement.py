"""How far the isochrones and the ledger say the same, doorplate by doorplate, and why where they do not.

A doorplate is *inside* a category's isochrone, its own access leg allowed, when the place where it meets the street
lies in the band of the category's limit less the doorplate's own access leg. That is: the drawn band covers the place,
and some street within the band's width of it is reached with enough of the limit left for the leg. A doorplate with
several ways to the street (an estate with several gates) is inside by any of them; one without any is inside when the
drawn band covers its own point. Nothing of this asks the ledger.

The share counts pairs of doorplate and category, of the categories with a connected facility. Every pair where inside
and the ledger's ok differ is listed with its cause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.progress import SILENT, Progress, side_by_side
from ...layers.result_words import CAUSES as CAUSE_WORDS
from ...layers.words import Text, text
from .areas import points_xy
from .deciding import LIMIT_TOLERANCE
from .graph import SECONDS, Network, edge_costs, point_on_edges
from .isochrones import BUFFER_M
from .ledger import BEHIND_GATE, NO_ROUTE, NOT_SNAPPED
from .livingcircle import CategoryIsochrones, OwnCircle
from .reach import cost_at, lines_of
from .unions import CUT_GRID_M
from .verges import Screens

if TYPE_CHECKING:
    from .coverage import Coverage
    from .results import Settings

# Why the isochrone covers a doorplate that the ledger does not: it is not connected, its street is an island, a gate is shut,
# the reached street lies behind a wall or water, the band is as wide as the walk is short of it, or another street is reached.
NOT_CONNECTED, ISLAND, ESTATE_GATE, BEHIND_WALL, BAND_WIDTH, OTHER_STREET = (
    "not_connected",
    "island",
    "estate_gate",
    "behind_wall",
    "band_width",
    "other_street",
)
OUTLINE = "outline"  # the ledger reaches it, the drawn outline does not: rounding
CAUSES = (NOT_CONNECTED, ISLAND, ESTATE_GATE, BEHIND_WALL, BAND_WIDTH, OTHER_STREET, OUTLINE)
DRAWN_M = 2 * CUT_GRID_M  # bands are drawn no finer
COLUMNS = ("doorplate_id", "category", "limit", "ledger_ok", "inside", "cause")


def cause_words(cause: str) -> Text:
    """What a cause says to people."""
    return CAUSE_WORDS[cause]


@dataclass(frozen=True)
class Agreement:
    """The share of pairs that agree (None where no category has a connected facility), and those that do not."""

    share: float | None
    exceptions: gpd.GeoDataFrame


def nothing_compared(ledger: gpd.GeoDataFrame) -> Agreement:
    """What a run without isochrones says."""
    frame = ledger.head(0)[["geometry"]].reindex(columns=[*COLUMNS, "geometry"])
    return Agreement(None, gpd.GeoDataFrame(frame, geometry="geometry", crs=ledger.crs))


@dataclass(frozen=True)
class _Doors:
    """Doorplates and the places where they meet the street, one row per way."""

    xy: np.ndarray  # (doorplates, 2)
    point: np.ndarray  # (rows,) doorplate
    edge: np.ndarray
    offset_m: np.ndarray
    leg_m: np.ndarray
    foot_xy: np.ndarray


@dataclass(frozen=True)
class _Inside:
    """One category: who is inside, and the reached street that makes it so where the own place does not."""

    inside: np.ndarray  # (doorplates,)
    short_m: np.ndarray  # (doorplates,) metres of the own street beyond the limit, for those inside by another place
    blocked: np.ndarray  # (doorplates,) that other place lies behind a wall or water


def agreement(
    coverage: Coverage,
    circles: CategoryIsochrones,
    ledger: gpd.GeoDataFrame,
    settings: Settings,
    *,
    screens: Screens | None = None,
    buffer_m: float = BUFFER_M,
    progress: Progress = SILENT,
) -> Agreement:
    """Compare the isochrones at the categories' own limits with the ledger."""
    network, homes = coverage.ground.network, coverage.ground.homes
    foot_xy = point_on_edges(network, homes.edge, homes.offset_m)
    doors = _Doors(points_xy(coverage.doorplates), homes.point, homes.edge, homes.offset_m, homes.leg_m, foot_xy)
    asked = partial(_inside, network, doors, settings, screens, buffer_m)
    own, parts = circles.own, []
    # Only arrays and shapes are read there, each category's own: no frame is shared by two threads.
    insides = side_by_side(progress, asked, list(own.values()), text("Comparing isochrones and ledger"))
    for category, found in zip(own, insides):
        ok = (ledger[f"{category}_ok"] == True).to_numpy(dtype=bool)  # noqa: E712, None is neither
        limit = settings.profile.category(category).limit
        parts.append(_exceptions(ledger, category, limit, ok, found, buffer_m))
    pairs = len(ledger) * len(parts)
    frame = pd.concat(parts, ignore_index=True) if parts else ledger.head(0)[["geometry"]].reindex(columns=[*COLUMNS, "geometry"])
    exceptions = gpd.GeoDataFrame(frame[[*COLUMNS, "geometry"]], geometry="geometry", crs=ledger.crs)
    return Agreement(1 - len(exceptions) / pairs if pairs else None, exceptions)


def _slowest(network: Network, circle: OwnCircle, edge: np.ndarray) -> np.ndarray:
    """What a metre of each edge costs at most, up or down."""
    forward, backward, _ = edge_costs(network, circle.unit)
    return np.maximum(forward, backward)[edge] / network.length_m[edge]


def _inside(network: Network, doors: _Doors, settings: Settings, screens: Screens | None, buffer_m: float, circle: OwnCircle) -> _Inside:
    count = len(doors.xy)
    covered = drawn_over(circle.band, doors.foot_xy)
    leg = doors.leg_m / network.speed_ms if circle.unit == SECONDS else doors.leg_m
    allowed = circle.limit + LIMIT_TOLERANCE * 60 - leg
    own = _cost(network, circle, doors.edge, doors.offset_m, settings)
    enough = covered & (own <= allowed)
    inside = np.zeros(count, dtype=bool)
    without = np.setdiff1d(np.arange(count), doors.point)
    inside[without] = drawn_over(circle.band, doors.xy[without])
    inside[doors.point[enough]] = True
    short_m, blocked = np.zeros(count), np.zeros(count, dtype=bool)
    rest = np.flatnonzero(covered & ~enough & ~inside[doors.point])
    near, near_xy = _cheapest_around(network, circle, doors.foot_xy[rest], settings, buffer_m)
    rest, near_xy = rest[near <= allowed[rest]], near_xy[near <= allowed[rest]]
    inside[doors.point[rest]] = True
    short_m[doors.point[rest]] = (own - allowed)[rest] / _slowest(network, circle, doors.edge[rest])
    blocked[doors.point[rest]] = _screened(screens, doors.foot_xy[rest], near_xy)
    return _Inside(inside, short_m, blocked)


def drawn_over(band: shapely.Geometry, xy: np.ndarray) -> np.ndarray:
    """Which places the band covers. A gate stands on its wall and on the band's edge at once, and that edge lies on a grid."""
    shapely.prepare(band)
    covered = shapely.intersects_xy(band, xy[:, 0], xy[:, 1])
    covered[~covered] = shapely.dwithin(band, shapely.points(xy[~covered]), DRAWN_M)
    return covered


def _cost(network: Network, circle: OwnCircle, edge: np.ndarray, offset_m: np.ndarray, settings: Settings) -> np.ndarray:
    return cost_at(network, circle.costs, circle.starts, edge, offset_m, unit=circle.unit, direction=settings.direction)


def _cheapest_around(
    network: Network, circle: OwnCircle, xy: np.ndarray, settings: Settings, buffer_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """The least cost of a reached place within buffer_m of each point, and that place; inf where there is none."""
    cost, place = np.full(len(xy), np.inf), np.full((len(xy), 2), np.nan)
    lines = lines_of(network, circle.reach)
    points = shapely.points(xy)
    point, line = shapely.STRtree(lines).query(points, predicate="dwithin", distance=buffer_m)
    if not len(point):
        return cost, place
    near = shapely.intersection(lines[line], shapely.buffer(points[point], buffer_m))
    # Along a street the cost is least at an end of the near part, or at a facility on it: the vertices and the facilities tell.
    at_xy, pair = shapely.get_coordinates(near, return_index=True)
    row, edge = point[pair], circle.reach.edge[line[pair]]
    offset_m = circle.reach.from_m[line[pair]] + shapely.line_locate_point(lines[line[pair]], shapely.points(at_xy))
    starts_xy = point_on_edges(network, circle.starts.edge, circle.starts.offset_m)
    to_start, start = shapely.STRtree(shapely.points(starts_xy)).query(points, predicate="dwithin", distance=buffer_m)
    row = np.concatenate([row, to_start])
    at_xy = np.concatenate([at_xy, starts_xy[start]])
    found = np.concatenate([_cost(network, circle, edge, offset_m, settings), circle.starts.cost[start]])
    order = np.argsort(-found, kind="stable")
    # Of several costs for one point the last written stays: the least.
    cost[row[order]], place[row[order]] = found[order], at_xy[order]
    return cost, place


def _screened(screens: Screens | None, xy: np.ndarray, other_xy: np.ndarray) -> np.ndarray:
    blocked = np.zeros(len(xy), dtype=bool)
    if screens is not None and len(xy):
        ways = shapely.linestrings(np.stack([xy, other_xy], axis=1))
        blocked[screens.tree.query(ways, predicate="intersects")[0]] = True
    return blocked


def _exceptions(ledger: gpd.GeoDataFrame, category: str, limit: float, ok: np.ndarray, found: _Inside, buffer_m: float) -> pd.DataFrame:
    rows = np.flatnonzero(found.inside != ok)
    why = ledger[f"{category}_why"].to_numpy(dtype=object)[rows]
    conditions = [
        ok[rows],
        why == NOT_SNAPPED,
        why == NO_ROUTE,
        why == BEHIND_GATE,
        found.blocked[rows],
        found.short_m[rows] <= buffer_m,
    ]
    causes = np.select(conditions, [OUTLINE, NOT_CONNECTED, ISLAND, ESTATE_GATE, BEHIND_WALL, BAND_WIDTH], OTHER_STREET)
    frame = pd.DataFrame({"doorplate_id": ledger["doorplate_id"].to_numpy(dtype=object)[rows], "category": category, "limit": limit})
    frame["ledger_ok"], frame["inside"], frame["cause"] = ok[rows], found.inside[rows], causes.astype(object)
    frame["geometry"] = ledger.geometry.to_numpy()[rows]
    return frame
