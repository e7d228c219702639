"""Households and people of doorplates or buildings that their rows do not state: from areas' totals, from a population raster.

Totals come first in the order of sources, so a raster's people are rescaled to them where both are known.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ...layers.areas.totals import TOTALS
from ...layers.crs import reproject
from ...layers.errors import InputError
from ...layers.population_raster import Population
from ...layers.problems import Problem
from ...layers.words import text
from .areas import Codes, assign
from .controltotals import states_totals
from .population import Spread, spread_population
from .weighing import (
    GIVEN,
    RASTER,
    REPLACED,
    RESIDENTS_SOURCE,
    SOURCES,
    building_floor_m2,
    floor_m2,
    known,
    weighed_by_totals,
    with_middle,
)

AUTO, HOUSEHOLDS, FLOOR_AREA, EQUAL = SHARES = ("auto", "households", "floor_area", "equal")
BUILDINGS = "buildings"  # the table; places are doorplates else


@dataclass(frozen=True)
class Filled:
    """The places with what could be told of them, what a raster gave, and which totals did not fit."""

    places: gpd.GeoDataFrame
    spread: Spread | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class PeopleBelow:
    """A raster's people under the places, its CRS, and the land that counts (in that CRS; None: the cells with places)."""

    population: Population
    crs: str
    land: shapely.Geometry | None


def fill_places(
    places: gpd.GeoDataFrame,
    table: str,
    *,
    crs: str,
    by: str = AUTO,
    areas: gpd.GeoDataFrame | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    below: PeopleBelow | None = None,
) -> Filled:
    """Fill in what the places of a table (doorplates or buildings) do not state; same rows, and nothing stated is changed.

    Raises InputError for shares that the table lacks, and where there is nothing to share out.
    """
    if below is None and not any(states_totals(areas, name) for name in TOTALS):
        raise InputError(text("There is nothing to share out. Give POPULATION, or AREAS that state households or residents."))
    xy = shapely.get_coordinates(shapely.point_on_surface(places.geometry.to_numpy()))
    codes: Codes = {} if areas is None else assign(xy, areas)
    shares, homes = _shares_of_totals(places, table, by, buildings), buildings if by == AUTO else None
    first = weighed_by_totals(places, areas, codes, buildings=homes, shares=shares, names=TOTALS[:1])
    spread, frame = None, first.doorplates
    if below is not None:
        weights = _shares_in_cells(frame, table, by, buildings)
        frame, spread = _with_people(frame, xy, weights, below, crs)
        # A raster tells better than floors where people live.
        shares = with_middle(spread.residents) if by == AUTO and table == BUILDINGS else shares
    rest = weighed_by_totals(frame, areas, codes, buildings=homes, shares=shares, names=TOTALS[1:])
    return Filled(rest.doorplates, spread, (*first.problems, *rest.problems))


def _with_people(
    places: gpd.GeoDataFrame, xy: np.ndarray, weights: np.ndarray, below: PeopleBelow, crs: str
) -> tuple[gpd.GeoDataFrame, Spread]:
    residents, kind = known(places, "residents")
    stated = np.where(np.isin(kind, [SOURCES.index(word) for word in REPLACED]), np.nan, residents)
    spread = spread_population(below.population, xy, weights, crs=crs, raster_crs=below.crs, land=below.land, stated=stated)
    words = np.where(np.isfinite(stated), GIVEN, np.where(np.isfinite(spread.residents), RASTER, None)).astype(object)
    return places.assign(residents=spread.residents, **{RESIDENTS_SOURCE: words}), spread


def _shares_of_totals(places: gpd.GeoDataFrame, table: str, by: str, buildings: gpd.GeoDataFrame | None) -> np.ndarray | None:
    """By what totals are spread; None: households as weighed_by_totals knows them."""
    _refuse_unfit(table, by, buildings)
    if by == EQUAL:
        return np.ones(len(places))
    if table == BUILDINGS:
        return building_floor_m2(places)
    return with_middle(floor_m2(places, buildings)) if by == FLOOR_AREA and buildings is not None else None


def _shares_in_cells(places: gpd.GeoDataFrame, table: str, by: str, buildings: gpd.GeoDataFrame | None) -> np.ndarray:
    """By what a cell's people are shared; NaN where it is not known."""
    if by == EQUAL:
        return np.ones(len(places))
    if table == BUILDINGS:
        return building_floor_m2(places)
    households = known(places, "households")[0]
    by_floors = by == FLOOR_AREA or (by == AUTO and np.isnan(households).all())
    return floor_m2(places, buildings) if by_floors and buildings is not None else households


def _refuse_unfit(table: str, by: str, buildings: gpd.GeoDataFrame | None) -> None:
    if by == FLOOR_AREA and table != BUILDINGS and buildings is None:
        raise InputError(text("BY={by} does not fit: doorplates know their floor area from BUILDINGS. Give them, or choose auto.", by=by))
    if by == HOUSEHOLDS and table == BUILDINGS:
        raise InputError(text("BY={by} does not fit: buildings are shared by floor_area or equal, doorplates by households.", by=by))


def land_in(shapes: np.ndarray, *, crs: str, target: str) -> shapely.Geometry:
    """The land of all shapes in another CRS, its edges cut so short that they bend as they do on the ground."""
    land = shapely.union_all(shapely.make_valid(shapes))
    west, south, east, north = land.bounds
    cut = shapely.segmentize(land, max(east - west, north - south, 1) / 256)
    return reproject(np.array([cut], object), source=crs, target=target)[0]
