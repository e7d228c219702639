"""Bridges over the canals: few for main roads, some on foot with steps; they join the roads on both banks only."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from .connected import connected_parts
from .lattice import BANK_M
from .plan import Plan
from .works import Joint, Path, Works

ROAD_SHARE = {"primary": 0.95, "secondary": 0.5}  # of crossings that have a bridge
FOOT_SHARE = {"canal_main": 0.12, "canal_branch": 0.22, "canal_small": 0.85}
STEPS_SHARE = 0.28  # of the length of a foot bridge, at each end


class Crossing(NamedTuple):
    """Two streets that a bridge could join: the ends of main roads, or two bank roads."""

    before: int
    after: int
    share: float  # of such crossings that have a bridge
    on_foot: bool


def build_bridges(works: Works, plan: Plan, rng: np.random.Generator) -> None:
    """Bridges at some crossings, and wherever a part of the district could not be reached without."""
    crossings = _road_crossings(plan) + _bank_crossings(plan)
    wanted = [rng.random() < crossing.share for crossing in crossings]
    group = _connected(plan)
    order = sorted(range(len(crossings)), key=lambda place: not wanted[place])
    # Whether a bridge is needed depends on the bridges before it.
    for place in order:
        crossing = crossings[place]
        groups = group[plan.street_nodes[crossing.before][0]], group[plan.street_nodes[crossing.after][0]]
        if wanted[place] or groups[0] != groups[1]:
            if groups[0] != groups[1]:
                group[group == groups[1]] = groups[0]
            if crossing.on_foot:
                _foot_bridge(works, plan, crossing.before, crossing.after, rng)
            else:
                _road_bridge(works, plan, crossing.before, crossing.after)


def _connected(plan: Plan) -> np.ndarray:
    """The connected part of the street plan that each node lies in."""
    chains = [nodes for nodes in plan.street_nodes if len(nodes) > 1]
    start, end = np.concatenate([nodes[:-1] for nodes in chains]), np.concatenate([nodes[1:] for nodes in chains])
    return connected_parts(start, end, len(plan.xy))


def _canals(kinds: np.ndarray) -> np.ndarray:
    return np.isin(kinds, list(BANK_M))


def _road_crossings(plan: Plan) -> list[Crossing]:
    """Where a main road of the lattice meets a canal on both sides."""
    columns, rows = plan.columns, plan.rows
    pairs = [
        (columns[i + 1, j - 1], columns[i + 1, j])
        for i, j in np.argwhere(_canals(plan.lattice.horizontal[:-1]) & _canals(plan.lattice.horizontal[1:]))
        if 0 < j < rows.shape[1] - 1
    ]
    pairs += [
        (rows[i - 1, j + 1], rows[i, j + 1])
        for i, j in np.argwhere(_canals(plan.lattice.vertical[:, :-1]) & _canals(plan.lattice.vertical[:, 1:]))
        if 0 < i < len(columns) - 1
    ]
    dry = [(before, after) for before, after in pairs if not _canals(plan.side_kinds[[before, after]]).any()]
    return [Crossing(before, after, ROAD_SHARE[plan.side_kinds[before]], False) for before, after in dry]


def _bank_crossings(plan: Plan) -> list[Crossing]:
    """Where the bank roads of two superblocks face each other over a canal."""
    banks = {name[1:]: side for side, name in enumerate(plan.side_names) if name[0] == "bank"}
    crossings = []
    for (i, j, number), side in banks.items():
        # 0 south, 1 east, 2 north, 3 west: the southern or western bank begins the pair.
        if number in (1, 2):
            other = banks.get((i + 1, j, 3) if number == 1 else (i, j + 1, 0))
            canal = plan.side_kinds[plan.columns[i + 1, j] if number == 1 else plan.rows[i, j + 1]]
            if other is not None:
                crossings.append(Crossing(side, other, FOOT_SHARE[canal], True))
    return crossings


def _road_bridge(works: Works, plan: Plan, before: int, after: int) -> None:
    ends = plan.xy[[plan.street_nodes[before][-1], plan.street_nodes[after][0]]]
    works.paths.append(Path(ends, plan.side_kinds[before], next_bridge(works)))


def _foot_bridge(works: Works, plan: Plan, near: int, far: int, rng: np.random.Generator) -> None:
    nodes = plan.street_nodes[near]
    start = plan.xy[nodes[int(rng.integers(len(nodes) // 4, 3 * len(nodes) // 4 + 1))]]
    line = shapely.LineString(plan.xy[plan.street_nodes[far]])
    end = shapely.get_coordinates(shapely.line_interpolate_point(line, shapely.line_locate_point(line, shapely.Point(start))))[0]
    works.joints.append(Joint(far, end))
    first, last = start + STEPS_SHARE * (end - start), end - STEPS_SHARE * (end - start)
    number = next_bridge(works)
    for kind, piece in (("steps", [start, first]), ("footway", [first, last]), ("steps", [last, end])):
        works.paths.append(Path(np.array(piece), kind, number))


def next_bridge(works: Works) -> int:
    """The number of the next bridge; bridges are built last and in order."""
    return works.paths[-1].bridge + 1 if works.paths else 0
