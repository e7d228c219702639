"""People of a raster's cells spread over the doorplates or buildings in them; their sum is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from ...layers.crs import reproject_xy
from ...layers.errors import InputError
from ...layers.population_raster import Population
from ...layers.words import text

CELLS_AT_ONCE = 100_000


@dataclass(frozen=True)
class Spread:
    """Residents of each place, NaN where neither itself nor the raster tells; what was spread and what had to move.

    people is the sum over the clipped land, moved the part of it whose cells hold no free place and went to the nearest
    that does, exceeding what places state beyond the people of their cells.
    """

    residents: np.ndarray
    people: float
    moved: float
    empty_cells: int
    exceeding: float = 0.0


def spread_population(
    population: Population,
    xy: np.ndarray,
    weights: np.ndarray,
    *,
    crs: str,
    raster_crs: str,
    land: shapely.Geometry | None = None,
    stated: np.ndarray | None = None,
) -> Spread:
    """Share out each cell's people among the places in it by their weights.

    xy has shape (n, 2) in crs, the raster lies in raster_crs; weights that are not known count as the middle one, and
    where all of a cell are zero its places share alike. Places with stated residents (others NaN) keep them, and the
    free ones share what is left. With land, in the raster's CRS, a cell counts by the share of
    its ground inside and places outside get none; people of cells without a place go to the nearest cell with one.
    Without land only cells with a place count. Raises InputError where no place has any cell.
    """
    spots = reproject_xy(xy, source=crs, target=raster_crs)
    cells = population.cells_of(spots)
    people = population.people.ravel() * (1.0 if land is None else _shares_inside(population, land))
    there = (cells >= 0) & np.isfinite(people[cells])
    if land is not None:
        there &= shapely.intersects_xy(land, spots[:, 0], spots[:, 1])
    if not there.any():
        raise InputError(text("No point lies in a cell of the population raster that has a value. Choose a raster of this place."))
    residents = np.full(len(xy), np.nan) if stated is None else stated.astype(float)
    settled, free = there & np.isfinite(residents), there & np.isnan(residents)
    counted = people if land is not None else _only(people, np.unique(cells[there]))
    left = counted - np.bincount(cells[settled], residents[settled], len(people))
    exceeding = float(-np.nansum(np.minimum(left, 0.0)))
    left, holders = np.maximum(left, 0.0), np.unique(cells[free])
    moved, empty = np.zeros(len(people)), 0
    if land is not None and len(holders):
        moved, empty = _moved(population, left, holders, crs=crs, raster_crs=raster_crs)
    residents[free] = _shared(cells[free], weights[free], _only(left, holders) + moved)
    return Spread(residents, float(np.nansum(counted)), float(moved.sum()), empty, exceeding)


def _only(people: np.ndarray, cells: np.ndarray) -> np.ndarray:
    """The people of these cells, nobody in the others."""
    kept = np.zeros(len(people))
    kept[cells] = people[cells]
    return kept


def _shares_inside(population: Population, land: shapely.Geometry) -> np.ndarray:
    """The share of each cell's ground that lies in the land, row by row."""
    shares = np.zeros(population.people.size)
    edge = shapely.boundary(land)
    shapely.prepare([land, edge])
    # Portion by portion: outlines of all cells would fill the memory.
    for start in range(0, len(shares), CELLS_AT_ONCE):
        cells = np.arange(start, min(start + CELLS_AT_ONCE, len(shares)))
        outlines = population.outlines(cells)
        shares[cells] = shapely.contains_xy(land, population.corners(cells, 0.5, 0.5))
        # Only cells on the border are cut.
        cut = shapely.intersects(edge, outlines)
        shares[cells[cut]] = shapely.area(shapely.intersection(outlines[cut], land)) / shapely.area(outlines[cut])
    return shares


def _moved(population: Population, people: np.ndarray, holders: np.ndarray, *, crs: str, raster_crs: str) -> tuple[np.ndarray, int]:
    """People of cells without a place, added up by the nearest cell with one (in metres; the first of equals)."""
    empty = np.setdiff1d(np.flatnonzero(people > 0), holders)
    moved = np.zeros(len(people))
    if len(empty):
        of_empty, of_holders = (
            reproject_xy(population.corners(cells, 0.5, 0.5), source=raster_crs, target=crs) for cells in (empty, holders)
        )
        _, nearest = cKDTree(of_holders).query(of_empty)
        np.add.at(moved, holders[nearest], people[empty])
    return moved, len(empty)


def _shared(cells: np.ndarray, weights: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """Each place's part of its cell's amount."""
    known = np.isfinite(weights)
    filled = np.where(known, weights, np.median(weights[known]) if known.any() else 1.0)
    _, position = np.unique(cells, return_inverse=True)
    sums = np.bincount(position, filled)
    alike = sums[position] <= 0
    parts = np.where(alike, 1.0, filled)
    return amounts[cells] * parts / np.bincount(position, parts)[position]
