"""Fixes of the walking network: ends joined, crossings noded, lines that nobody can walk or that are drawn twice left out."""

from __future__ import annotations

import numpy as np
import shapely

from ....layers.words import Text, text
from .draft import Draft
from .wish import Wish

STREETS = "streets"
FARTHEST_M = 50.0  # a check lists no end that is farther from the line beside it
SAME_M = 1e-6
AT_VERTEX_M = 0.01


def join_end(draft: Draft, wish: Wish) -> Text | None:
    """The end of one street that is nearest to the other is brought onto it, and the other gets a vertex there."""
    rows = _pair(draft, wish)
    if rows is None:
        return text("One of the two streets is not there.")
    one, other = (shapely.get_parts(draft.geometry(STREETS, row)) for row in rows)
    ends = np.array([(part, end) for part in range(len(one)) for end in (0, -1)])
    points = shapely.get_point([one[part] for part in ends[:, 0]], ends[:, 1])
    whole = draft.geometry(STREETS, rows[1])
    apart = shapely.distance(points, whole if wish.place is None else wish.place)
    part, end = ends[int(np.argmin(apart))]
    point = shapely.get_point(one[part], end)
    if not 0 < shapely.distance(point, whole) <= FARTHEST_M:
        return text("The two streets meet already, or are too far apart.")
    near = other[int(np.argmin(shapely.distance(other, point)))]
    foot = shapely.line_interpolate_point(near, shapely.line_locate_point(near, point))
    there = _vertex_at(other, foot)
    goal = shapely.get_coordinates(foot)[0] if there is None else there
    mended = _with_vertex(other, goal)
    one[part] = _moved(one[part], int(end), goal, alone=_is_alone(draft, rows[0], point))
    draft.reshape(STREETS, rows[0], _joined(one))
    if mended is not None:
        draft.reshape(STREETS, rows[1], _joined(mended))
    return None


def node_crossing(draft: Draft, wish: Wish) -> Text | None:
    """Two streets that cross get a vertex in common at the place."""
    rows = _pair(draft, wish)
    if rows is None:
        return text("One of the two streets is not there.")
    one, other = (shapely.get_parts(draft.geometry(STREETS, row)) for row in rows)
    meeting = shapely.get_parts(shapely.intersection(shapely.multilinestrings(one), shapely.multilinestrings(other)))
    meeting = meeting[shapely.get_type_id(meeting) == shapely.GeometryType.POINT]
    if not len(meeting):
        return text("The two streets do not cross in a point.")
    point = meeting[0] if wish.place is None else meeting[int(np.argmin(shapely.distance(meeting, wish.place)))]
    # A vertex that one of them has there already is taken over by the other as it is.
    xy = next((xy for xy in (_vertex_at(one, point), _vertex_at(other, point)) if xy is not None), shapely.get_coordinates(point)[0])
    mended = [(row, _with_vertex(parts, xy)) for row, parts in zip(rows, (one, other))]
    for row, parts in mended:
        if parts is not None:
            draft.reshape(STREETS, row, _joined(parts))
    return None if any(parts is not None for _, parts in mended) else text("The two streets have a vertex in common already.")


def node_self_crossing(draft: Draft, wish: Wish) -> Text | None:
    """A street that crosses itself gets a vertex on both of its strands wherever it does."""
    rows = draft.rows(STREETS, wish.row)
    if not rows:
        return text("The street is not there.")
    parts = shapely.get_parts(draft.geometry(STREETS, rows[0]))
    noded = shapely.get_parts(shapely.node(shapely.multilinestrings(parts)))
    ends = shapely.points(np.unique(np.concatenate([shapely.get_coordinates(shapely.get_point(noded, end)) for end in (0, -1)]), axis=0))
    before = shapely.get_num_coordinates(parts).sum()
    # Strand by strand: each vertex goes between two others of its own piece.
    mended = np.array([_strands_with(part, ends[shapely.distance(part, ends) < SAME_M]) for part in parts], object)
    if shapely.get_num_coordinates(mended).sum() == before:
        return text("The street does not cross itself.")
    draft.reshape(STREETS, rows[0], _joined(mended))
    return None


def leave_out(draft: Draft, wish: Wish) -> Text | None:
    """A street that no walk uses is left out."""
    rows = draft.rows(STREETS, wish.row)
    if not rows:
        return text("The street is not there.")
    for row in rows[-1:]:
        draft.remove(STREETS, row)
    return None


def leave_out_unwalkable(draft: Draft, wish: Wish) -> Text | None:
    """A street without a line or without length is left out."""
    shapes = draft.geometries(STREETS)
    rows = [row for row in draft.rows(STREETS, wish.row) if shapes[row] is None or not shapely.length(shapes[row]) > 0]
    for row in rows:
        draft.remove(STREETS, row)
    return None if rows else text("The street has a length.")


def _pair(draft: Draft, wish: Wish) -> tuple[int, int] | None:
    one, other = draft.rows(STREETS, wish.row), draft.rows(STREETS, wish.other)
    return (one[0], other[0]) if one and other else None


def _joined(parts: np.ndarray) -> shapely.Geometry:
    return parts[0] if len(parts) == 1 else shapely.multilinestrings(parts)


def _is_alone(draft: Draft, own: int, point: shapely.Geometry) -> bool:
    """Whether no other street has a vertex at this end."""
    shapes = draft.geometries(STREETS)
    near = np.flatnonzero(shapely.dwithin(shapes, point, SAME_M))
    xy, row = shapely.get_coordinates(shapes[near], return_index=True)
    there = np.hypot(*(xy - shapely.get_coordinates(point)[0]).T) < SAME_M
    return set(near[row[there]].tolist()) <= {own}


def _moved(line: shapely.Geometry, end: int, goal: np.ndarray, *, alone: bool) -> shapely.Geometry:
    """The line with its end at the goal: moved there, or led there by one more vertex where other streets meet that end."""
    xy = shapely.get_coordinates(line)
    kept = xy if not alone else xy[1:] if end == 0 else xy[:-1]
    return shapely.linestrings(np.concatenate([goal[None], kept] if end == 0 else [kept, goal[None]]))


def _vertex_at(parts: np.ndarray, place: shapely.Geometry) -> np.ndarray | None:
    """The vertex of the parts within a centimetre of a place; None where there is none."""
    xy = shapely.get_coordinates(parts)
    away = np.hypot(*(xy - shapely.get_coordinates(place)[0]).T)
    return xy[int(np.argmin(away))] if away.min() <= AT_VERTEX_M else None


def _with_vertex(parts: np.ndarray, xy: np.ndarray) -> np.ndarray | None:
    """The parts with a vertex at exactly this place on the nearest of them; None where they have one."""
    near = int(np.argmin(shapely.distance(parts, shapely.points(xy))))
    own = shapely.get_coordinates(parts[near])
    if (own == xy).all(axis=1).any():
        return None
    pieces = shapely.linestrings(np.stack([own[:-1], own[1:]], axis=1))
    at = int(np.argmin(shapely.distance(pieces, shapely.points(xy)))) + 1
    mended = parts.copy()
    mended[near] = shapely.linestrings(np.insert(own, at, xy, axis=0))
    return mended


def _strands_with(line: shapely.Geometry, points: np.ndarray) -> shapely.Geometry:
    """The line with a vertex at each of these points on every strand that passes there."""
    xy = shapely.get_coordinates(line)
    for goal in shapely.get_coordinates(points):
        pieces = shapely.linestrings(np.stack([xy[:-1], xy[1:]], axis=1))
        bare = np.hypot(*(xy - goal).T) > SAME_M
        passing = np.flatnonzero((shapely.distance(pieces, shapely.points(goal)) < SAME_M) & bare[:-1] & bare[1:])
        xy = np.insert(xy, passing + 1, goal, axis=0)
    return shapely.linestrings(xy)
