"""Walls and gates from OSM, and the gaps where a street passes a wall without a mapped gate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..tags import Rule, rule, rules, rules_that_hold
from ..words import Text, text
from .estates import estate_at, estates_of
from .frames import SOURCE, osm_frame
from .objects import Objects, OsmFile, joined
from .shapes import numbered, outlines
from .shut_streets import SHUT_SOURCE, shut_streets
from .tag_values import names

if TYPE_CHECKING:
    import geopandas as gpd

ON_WALL_M = 0.5
GATE_NEAR_M = 3.0
CLOSED = "closed"


@dataclass(frozen=True)
class Barriers:
    """What stands between people and places: the tables, and the points that let people in."""

    walls: gpd.GeoDataFrame
    gates: gpd.GeoDataFrame
    estates: gpd.GeoDataFrame
    ways_in: np.ndarray  # gates that are not closed, and doors
    doors: np.ndarray  # mapped entrances of buildings
    notes: list[Text]


def barriers(osm: OsmFile, table: dict, *, streets: np.ndarray, chinese: bool, crs: str) -> Barriers:
    """Walls, gates and estates; streets are the walkable lines on the ground."""
    walls = wall_objects(osm, table)
    gates = gate_objects(osm, table, walls.shapes, streets)
    states = gate_states(gates, table)
    estates = estates_of(osm, table, walls=walls.shapes, gates=gates.shapes, chinese=chinese, crs=crs)
    gap_points, gap_walls = gaps(walls, gates.shapes, streets)
    closed = gates.take(states == CLOSED)
    across, at_gate = shut_streets(closed, walls=walls.shapes, streets=streets)
    doors = door_points(osm)
    return Barriers(
        walls=wall_frame(walls, closed.take(at_gate).reshaped(across), estates, crs=crs),
        gates=gate_frame(gates, states, (gap_points, walls.ids[gap_walls]), estates, chinese=chinese, crs=crs),
        estates=estates,
        ways_in=np.concatenate([gates.shapes[states != CLOSED], doors]),
        doors=doors,
        notes=list(_notes(gaps=len(gap_points), shut=len(across))),
    )


def _notes(*, gaps: int, shut: int) -> Iterator[Text]:
    if gaps:
        yield text("Places where a street passes a wall without a mapped gate became gates of unknown state: {count}.", count=gaps)
    if shut:
        yield text("Closed gates on streets where no wall is mapped got a short wall across the street: {count}.", count=shut)


def wall_objects(osm: OsmFile, table: dict) -> Objects:
    """Walls as lines: ways, and the outlines of grounds that are said to be walled."""
    walled = re.compile(table["walls"])
    gone = rule(table["gone"])
    lines, grounds = (
        objects.take(np.array([_is_wall(tags, walled, gone) for tags in objects.tags], dtype=bool)) for objects in (osm.lines, osm.polygons)
    )
    rings, owner = outlines(grounds.shapes)
    walls = joined(lines, grounds.take(owner).reshaped(rings))
    return walls.take(shapely.length(walls.shapes) > 0)


def _is_wall(tags: dict[str, str], walled: re.Pattern[str], gone: Rule) -> bool:
    # A way that is street and wall at once would block itself.
    return bool(walled.fullmatch(tags.get("barrier", ""))) and "highway" not in tags and not gone.holds(tags)


def gate_objects(osm: OsmFile, table: dict, walls: np.ndarray, streets: np.ndarray) -> Objects:
    """Gates as points: gate nodes, gates drawn as lines where a street passes them or at their middle, entrances in a wall."""
    barrier, entrance = (re.compile(table["gates"][key]) for key in ("barrier", "entrance"))
    at_points = osm.points.take(_fits(osm.points, "barrier", barrier))
    drawn = osm.lines.take(_fits(osm.lines, "barrier", barrier))
    drawn = drawn.reshaped(_passed_at(drawn.shapes, streets))
    doors = osm.points.take(_fits(osm.points, "entrance", entrance) & ~_fits(osm.points, "barrier", barrier))
    in_wall = np.zeros(len(doors), dtype=bool)
    in_wall[shapely.STRtree(walls).query(doors.shapes, predicate="dwithin", distance=ON_WALL_M)[0]] = True
    return joined(at_points, doors.take(in_wall), drawn)


def _passed_at(lines: np.ndarray, streets: np.ndarray) -> np.ndarray:
    """The place of each line where a street crosses it, the one nearest to its middle of several; without a street the middle."""
    places = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    street, line = shapely.STRtree(lines).query(streets, predicate="intersects")
    met, pair = shapely.get_parts(shapely.intersection(lines[line], streets[street]), return_index=True)
    points = shapely.get_type_id(met) == 0
    met, line = met[points], line[pair[points]]
    # The nearest is written last.
    order = np.argsort(-shapely.distance(met, places[line]), kind="stable")
    found = places.copy()
    found[line[order]] = met[order]
    return found


def _fits(objects: Objects, key: str, pattern: re.Pattern[str]) -> np.ndarray:
    return np.array([bool(pattern.fullmatch(tags.get(key, ""))) and key in tags for tags in objects.tags], dtype=bool)


def gate_states(gates: Objects, table: dict) -> np.ndarray:
    """Who may pass each gate: all, residents, closed or unknown."""
    candidates = rules(table["gates"]["open"])
    states = np.empty(len(gates), dtype=object)
    states[:] = [one.gives["open"] for one in rules_that_hold(candidates, gates.tags)]
    return states


def door_points(osm: OsmFile) -> np.ndarray:
    """Mapped entrances by which people come in."""
    doors = osm.points.take(osm.points.has("entrance"))
    usable = np.array([tags["entrance"] not in ("no", "emergency", "exit", "garage") for tags in doors.tags], dtype=bool)
    return doors.shapes[usable]


def gaps(walls: Objects, gates: np.ndarray, street_shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places where a walkable street on the ground meets a wall and no gate is mapped, and the wall's position."""
    wall, street = shapely.STRtree(street_shapes).query(walls.shapes, predicate="intersects")
    met, pair = shapely.get_parts(shapely.intersection(walls.shapes[wall], street_shapes[street]), return_index=True)
    # Where a street runs along a wall they share a line, which is no way through.
    points = shapely.get_type_id(met) == 0
    met, wall = met[points], wall[pair[points]]
    near = np.zeros(len(met), dtype=bool)
    near[shapely.STRtree(gates).query(met, predicate="dwithin", distance=GATE_NEAR_M)[0]] = True
    met, wall = met[~near], wall[~near]
    _, first = np.unique(np.column_stack([wall, np.round(shapely.get_coordinates(met), 2)]), axis=0, return_index=True)
    return met[first], wall[first]


def gate_frame(
    objects: Objects, states: np.ndarray, gap: tuple[np.ndarray, np.ndarray], estates: gpd.GeoDataFrame, *, chinese: bool, crs: str
) -> gpd.GeoDataFrame:
    """The table gates: mapped ones, then gaps in walls (points, wall ids), of which nobody knows whether they are open."""
    shapes = np.concatenate([objects.shapes, gap[0]])
    nothing = np.full(len(gap[0]), None, dtype=object)
    gap_ids = np.array([f"gap-{wall}" for wall in gap[1]], dtype=object)
    columns = {
        "gate_id": np.concatenate([objects.ids, numbered(gap_ids)]),
        "name": np.concatenate([names(objects, chinese=chinese), nothing]),
        "estate": estate_at(shapes, estates),
        "open": np.concatenate([states, np.full(len(nothing), "unknown", dtype=object)]),
        "opening": np.concatenate([objects.tag("opening_hours"), nothing]),
    }
    return osm_frame("gates", columns, shapes, crs=crs)


def wall_frame(objects: Objects, across: Objects, estates: gpd.GeoDataFrame, *, crs: str) -> gpd.GeoDataFrame:
    """The table walls: mapped ones, then short ones across streets at the gates whose ids they carry.

    A wall belongs to the estate on whose edge its middle stands.
    """
    shapes = np.concatenate([objects.shapes, across.shapes])
    middles = shapely.line_interpolate_point(shapes, 0.5, normalized=True)
    of_gates = np.array([f"gate-{gate}" for gate in across.ids], dtype=object)
    columns = {
        "wall_id": np.concatenate([numbered(objects.ids), of_gates]),
        "estate": estate_at(middles, estates),
        "source": np.repeat([SOURCE, SHUT_SOURCE], [len(objects), len(across)]),
    }
    return osm_frame("walls", columns, shapes, crs=crs)
