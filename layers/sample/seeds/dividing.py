"""Areas in published numbers: exactly so many sub-districts, communities and grids of three levels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..areas import HECTARE_WEIGHT, Territory, coded, named, subdistricts
from ..lattice import BANK_M
from ..lots import Lots
from ..plan import Plan
from ..regions import Neighbours, block_neighbours, mend_parts, part_exactly
from .counting import shared_out

COMMUNITY_ROW_M, GRID_ROW_M = 700.0, 220.0
LEAST_HOMES = 20
GRID_HECTARE_WEIGHT = 3.0  # few grids are dedicated to a park or a school


@dataclass(frozen=True)
class Counts:
    """How many areas of each kind."""

    subdistricts: int
    communities: int
    grids_second: int
    grids: int


@dataclass(frozen=True)
class Division:
    """The territory, and the code of the grid of the second level by block."""

    territory: Territory
    second: np.ndarray


def divide_into(
    plan: Plan, lots: Lots, households: np.ndarray, uneven: np.ndarray, counts: Counts, bases: np.ndarray, block_names: np.ndarray
) -> Division:
    """Groups blocks into exactly so many areas; uneven (factor by block) makes communities small where it is large."""
    neighbours = block_neighbours(plan.rings, plan.ring_sides, np.isin(plan.side_kinds, list(BANK_M)))
    hectares = shapely.area(lots.polygons) / 1e4
    weights = households + HECTARE_WEIGHT * hectares
    street = subdistricts(plan, lots, counts.subdistricts, part_exactly)
    cut = Cutter(neighbours, lots, households >= LEAST_HOMES)
    community = cut.coded(street, weights * uneven, counts.communities, COMMUNITY_ROW_M)
    second = _two_each(cut, community, weights, counts)
    pieces = cut.labels(second, households + GRID_HECTARE_WEIGHT * hectares, counts.grids)
    grid = np.empty(len(weights), dtype=object)
    for code in np.unique(community.astype(str)):
        members = np.flatnonzero(community == code)
        _, label = np.unique(pieces[members], return_inverse=True)
        grid[members] = coded(members, code, label, lots, GRID_ROW_M)
    return Division(Territory(street, community, grid, named(street, community, lots, bases, block_names)), second)


def _two_each(cut: Cutter, community: np.ndarray, weights: np.ndarray, counts: Counts) -> np.ndarray:
    """A grid of the second level for each community, a second one for the heaviest."""
    codes, number = np.unique(community.astype(str), return_inverse=True)
    # A community of one lived-in block cannot be parted.
    heaviness = np.where(np.bincount(number, cut.lived_in) > 1, np.bincount(number, weights), 0.0)
    heavy = np.argsort(-heaviness, kind="stable")[: counts.grids_second - counts.communities]
    second = np.array([f"G{code}1" for code in community], dtype=object)
    for place in heavy:
        members = np.flatnonzero(number == place)
        second[members[cut.part(members, weights, 2) == 1]] = f"G{codes[place]}2"
    return second


@dataclass(frozen=True)
class Cutter:
    """Cuts groups of blocks into connected parts."""

    neighbours: Neighbours
    lots: Lots
    lived_in: np.ndarray  # by block

    def part(self, members: np.ndarray, weights: np.ndarray, count: int) -> np.ndarray:
        """The number of each member's part: lived-in blocks are parted, the others join the nearest of them."""
        homes = members[self.lived_in[members]]
        label = part_exactly(homes, self.neighbours, self.lots.centres, weights, count)
        nearest = shapely.STRtree(shapely.points(self.lots.centres[homes])).nearest(shapely.points(self.lots.centres[members]))
        return mend_parts(label[nearest], members, self.neighbours, weights)

    def labels(self, groups: np.ndarray, weights: np.ndarray, total: int) -> np.ndarray:
        """A number for each block: total parts, dealt out to the groups by weight, not more to one than it has lived-in blocks."""
        codes, number = np.unique(groups.astype(str), return_inverse=True)
        most = np.bincount(number, self.lived_in, len(codes)).astype(int)
        dealt = shared_out(np.bincount(number, weights), total, most)
        found = np.zeros(len(groups), dtype=int)
        for place, (start, count) in enumerate(zip(np.cumsum(dealt) - dealt, dealt)):
            members = np.flatnonzero(number == place)
            found[members] = start + self.part(members, weights, count)
        return found

    def coded(self, groups: np.ndarray, weights: np.ndarray, total: int, row_m: float) -> np.ndarray:
        """The code of each block's part, three digits after the group's."""
        label, codes = self.labels(groups, weights, total), np.empty(len(groups), dtype=object)
        for code in np.unique(groups.astype(str)):
            members = np.flatnonzero(groups == code)
            codes[members] = coded(members, code, label[members] - label[members].min(), self.lots, row_m)
        return codes
