"""Where the ground of a facility is entered.

A small place or a building is one point, unless its entrances are mapped. Larger ground is entered at its mapped gates, else
where walkable streets cross its outline; open ground (a park) at both. Where neither is mapped, open ground is entered all along
its edge, other ground at the place nearest to a street.
Places stand a step inside the outline, so that a wall on the outline keeps its meaning.
"""

from __future__ import annotations

import numpy as np
import shapely

SMALL_M2 = 2500.0
ON_OUTLINE_M = 2.0
STEP_INSIDE_M = 1.0
SAME_ENTRANCE_M = 10.0
EDGE_SPACING_M = 50.0
MOST_EDGE_PLACES = 60


def entrances(
    grounds: np.ndarray, *, is_building: np.ndarray, open_edge: np.ndarray, gates: np.ndarray, streets: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The places where each ground is entered, at least one, and the position of the ground each belongs to.

    gates: points that let people in. streets: walkable lines on the ground.
    """
    places, owner = _gates_on(grounds, gates)
    large = ~is_building & (shapely.area(grounds) >= SMALL_M2)
    for candidates, ways_in in ((open_edge, _street_crossings), (False, _edge_places)):
        which = np.flatnonzero(large & (candidates | _without(owner, len(grounds))))
        found, of = ways_in(grounds[which], open_edge[which], streets)
        places, owner = _apart(np.concatenate([places, found]), np.concatenate([owner, which[of]]))
    rest = np.flatnonzero(_without(owner, len(grounds)))
    places, owner = np.concatenate([places, shapely.point_on_surface(grounds[rest])]), np.concatenate([owner, rest])
    order = np.lexsort((shapely.get_y(places), shapely.get_x(places), owner))
    return places[order], owner[order]


def _without(owner: np.ndarray, count: int) -> np.ndarray:
    """Grounds that have no entrance yet."""
    return np.bincount(owner, minlength=count) == 0


def _gates_on(grounds: np.ndarray, gates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    owner, gate = shapely.STRtree(gates).query(shapely.boundary(grounds), predicate="dwithin", distance=ON_OUTLINE_M)
    return _apart(gates[gate], owner)


def _street_crossings(grounds: np.ndarray, _open_edge: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rings = shapely.boundary(shapely.buffer(grounds, -STEP_INSIDE_M))
    ground, street = shapely.STRtree(streets).query(rings, predicate="intersects")
    met, pair = shapely.get_parts(shapely.intersection(rings[ground], streets[street]), return_index=True)
    met, inner = shapely.get_parts(met, return_index=True)
    points = shapely.get_type_id(met) == 0
    return _apart(met[points], ground[pair[inner[points]]])


def _edge_places(grounds: np.ndarray, open_edge: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    places, owner = [np.empty(0, dtype=object)], [np.empty(0, dtype=np.intp)]
    tree = shapely.STRtree(streets)
    # Only large grounds without a mapped way in come here, and each gives a number of places of its own.
    for row, ground in enumerate(grounds):
        edge = shapely.boundary(shapely.buffer(ground, -STEP_INSIDE_M))
        found = _along(edge) if open_edge[row] else _nearest(edge, streets, tree)
        places.append(found)
        owner.append(np.full(len(found), row))
    return np.concatenate(places), np.concatenate(owner)


def _along(edge: shapely.Geometry) -> np.ndarray:
    parts = shapely.get_parts(edge)
    spacing_m = max(EDGE_SPACING_M, shapely.length(edge) / MOST_EDGE_PLACES)
    counts = np.maximum(1, np.round(shapely.length(parts) / spacing_m)).astype(int)
    part = np.repeat(np.arange(len(parts)), counts)
    place = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    return shapely.line_interpolate_point(parts[part], place / counts[part], normalized=True)


def _nearest(edge: shapely.Geometry, streets: np.ndarray, tree: shapely.STRtree) -> np.ndarray:
    if shapely.is_empty(edge) or not len(streets):
        return np.empty(0, dtype=object)
    street = streets[tree.nearest(edge)]
    return np.array([shapely.get_point(shapely.shortest_line(edge, street), 0)], dtype=object)


def _apart(places: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One place for each cell of SAME_ENTRANCE_M and ground; the first by coordinates."""
    x, y = shapely.get_x(places), shapely.get_y(places)
    cells = np.column_stack([owner, np.floor(x / SAME_ENTRANCE_M), np.floor(y / SAME_ENTRANCE_M)])
    order = np.lexsort((y, x))
    _, first = np.unique(cells[order], axis=0, return_index=True)
    kept = order[first]
    return places[kept], owner[kept]
