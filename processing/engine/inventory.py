"""What there is in each area: households and residents, facilities of a kind, their number and floor area.

Areas are those of all levels and partitions together; a point counts once in each partition and level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.osm.facilities import facility_of
from ...layers.problems import Problem
from ...layers.profiles import Category, Profile
from ...layers.schema import PARTITION
from .areas import GRID_PARTITION, assign, codes_of, partitions, points_xy
from .results import Settings
from .services import services
from .streets import column, numbers
from .weighing import BUILDINGS, CONTROL_TOTALS, DEFAULT, ESTIMATED, GIVEN, HOUSEHOLDS_SOURCE, RASTER, weigh, weighed_by_totals

PARTLY = "partly"  # some doorplates of an area state no households
SERVICE_SPACE = "service space"  # with a space: no word that a facility can name
Held = tuple[np.ndarray, ...]  # per partition and level: each point's row in the areas, -1 outside


def held(xy: np.ndarray, areas: gpd.GeoDataFrame) -> Held:
    """The rows of the areas that each point lies in, one array per partition and level."""
    found, codes = [], areas["code"].to_numpy(dtype=object)
    of_partition, of_level = partitions(areas), areas["level"].to_numpy(dtype=object)
    for (partition, level), code_of_point in assign(xy, areas).items():
        rows = np.flatnonzero((of_partition == partition) & (of_level == level))
        # Of several rows with one code the first holds it.
        row_of_code = pd.Series(rows, index=codes[rows])
        row_of_code = row_of_code[~row_of_code.index.duplicated()]
        at = row_of_code.index.get_indexer(code_of_point)
        found.append(np.where(at < 0, -1, row_of_code.to_numpy()[at]))
    return tuple(found)


def sums(held_by: Held, values: np.ndarray, size: int) -> np.ndarray:
    """The sum of the points' values in each area."""
    total = np.zeros(size)
    for rows in held_by:
        inside = rows >= 0
        total += np.bincount(rows[inside], values[inside], size)
    return total


@dataclass(frozen=True)
class Inhabitants:
    """Households and residents of each area; NaN: not known. low and high say what households may be at least and at most.

    source: given, control_totals (the area's own total), estimated, partly (some doorplates state none), default (none does).
    """

    households: np.ndarray
    low: np.ndarray
    high: np.ndarray
    residents: np.ndarray
    source: np.ndarray


def inhabitants(areas: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame | None, settings: Settings) -> Inhabitants:
    """Who lives in each area, by its doorplates, weighed as for the ledger; by its own total where it holds none."""
    size, stated = len(areas), numbers(areas, "households")
    told = numbers(areas, "residents")
    doors, households, residents, known, silent, guessed, by_total = _at_doors(areas, doorplates, settings)
    total = np.isfinite(stated) & (doors == 0)
    kinds = [total, doors == 0, silent == doors, silent > 0, by_total > 0, guessed > 0]
    source = np.select(kinds, [CONTROL_TOTALS, None, DEFAULT, PARTLY, CONTROL_TOTALS, ESTIMATED], GIVEN).astype(object)
    # A doorplate table that has none in an area says that nobody lives there; without a table nobody knows.
    empty = np.full(size, 0.0 if doorplates is not None else np.nan)
    counted = np.where(total, stated, np.where(doors == 0, empty, households))
    of_total = np.where(np.isfinite(told), told, stated * settings.persons_per_household)
    return Inhabitants(
        households=counted,
        low=np.where(doors > 0, known, counted),
        high=np.where(silent > 0, np.inf, counted),
        residents=np.where(total, of_total, np.where(doors == 0, empty, residents)),
        source=source,
    )


def _at_doors(areas: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame | None, settings: Settings) -> tuple[np.ndarray, ...]:
    """Per area: doorplates, households, residents, households that are known, doorplates that are silent, guessed, given a total."""
    size = len(areas)
    if doorplates is None:
        return tuple(np.zeros(size) for _ in range(7))
    codes, persons = codes_of(doorplates, areas), settings.persons_per_household
    weighed = weigh(weighed_by_totals(doorplates, areas, codes, persons_per_household=persons).doorplates, settings)
    source, households = weighed[HOUSEHOLDS_SOURCE], np.asarray(weighed["households"], dtype=float)
    inside = held(points_xy(doorplates), areas)
    values = (
        np.ones(len(doorplates)),
        households,
        np.asarray(weighed["residents"], dtype=float),
        np.where(source == DEFAULT, 0.0, households),
        (source == DEFAULT).astype(float),
        np.isin(source, (RASTER, BUILDINGS)).astype(float),
        (source == CONTROL_TOTALS).astype(float),
    )
    return tuple(sums(inside, each, size) for each in values)


@dataclass(frozen=True)
class Stock:
    """The facilities of one kind in each area."""

    listed: bool  # whether the input has any at all or says that they were surveyed: then none is none
    count: np.ndarray
    floor_m2: np.ndarray  # of those that state it
    without_area: np.ndarray  # how many state no floor area
    largest_m2: np.ndarray  # of those that state it; 0 without any
    large: np.ndarray  # how many are surely as large as asked

    @property
    def known(self) -> np.ndarray:
        """Where it is known whether there is any."""
        return (self.count > 0) | self.listed


@dataclass(frozen=True)
class Facilities:
    """All facilities once, with the areas they lie in; a facility with several entrances stands in its first row."""

    size: int  # number of areas
    inside: Held
    floor_m2: np.ndarray
    rows: dict[str, np.ndarray]  # by kind, whether each facility is of it
    surveyed: frozenset[str]
    problems: tuple[Problem, ...]

    def stock(self, kind: str, types: tuple[str, ...], *, least_m2: float = 0.0) -> Stock:
        """The facilities of a kind in each area; least_m2 is what each must have to count among the large ones."""
        of_kind, known = self.rows[kind], np.isfinite(self.floor_m2)
        floor = np.where(of_kind & known, self.floor_m2, 0.0)
        largest = np.zeros(self.size)
        for rows in self.inside:
            np.maximum.at(largest, rows[rows >= 0], floor[rows >= 0])
        enough = of_kind & ((least_m2 <= 0) | (known & (floor >= least_m2 * (1 - 1e-12))))
        return Stock(
            listed=bool(of_kind.any()) or kind in self.surveyed or (bool(types) and self.surveyed.issuperset(types)),
            count=self._sum(of_kind),
            floor_m2=self._sum(floor),
            without_area=self._sum(of_kind & ~known),
            largest_m2=largest,
            large=self._sum(enough),
        )

    def _sum(self, values: np.ndarray) -> np.ndarray:
        return sums(self.inside, values.astype(float), self.size)


def facilities_in(
    areas: gpd.GeoDataFrame, facilities: gpd.GeoDataFrame, kinds: Mapping[str, tuple[str, ...]], *, surveyed: set[str], settings: Settings
) -> Facilities:
    """The facilities as stock of the areas; kinds gives the types that count for each, a kind's own id counts too.

    Raises InputError when there are facilities and none has a known type.
    """
    once = facilities[~_further_entrances(facilities["facility_id"].to_numpy(dtype=object))].reset_index(drop=True)
    of_kinds = tuple(Category(kind, kind, kind, types, 1, "min") for kind, types in kinds.items())
    found = services(once, replace(settings.profile, categories=of_kinds))
    rows = {kind: np.isin(np.arange(len(once)), at) for kind, at in found.rows.items()}
    xy = shapely.get_coordinates(shapely.point_on_surface(once.geometry.to_numpy()))
    floor = numbers(once, "floor_m2")
    # Nothing has no floor at all: 0 stands for not known.
    floor = np.where(floor > 0, floor, np.nan)
    return Facilities(len(areas), held(xy, areas), floor, rows, frozenset(surveyed), found.problems)


def _further_entrances(ids: np.ndarray) -> np.ndarray:
    """Whether a row is another entrance (w12#2) of a facility that has a row of its own (w12)."""
    own = np.array([facility_of(str(name)) for name in ids], dtype=object)
    return (own != ids) & np.isin(own.astype(str), ids.astype(str))


@dataclass(frozen=True)
class District:
    """Areas of all levels with the people and facilities in them, and the profile they are looked at by."""

    areas: gpd.GeoDataFrame
    profile: Profile
    people: Inhabitants
    facilities: Facilities

    def at(self, level: str) -> np.ndarray:
        """Whether each area is of the level: in the administrative partition, grids in their own, where there are any."""
        of_level, partition = (self.areas["level"] == level).to_numpy(), partitions(self.areas)
        usual = of_level & (partition == (GRID_PARTITION if level == "grid" else PARTITION))
        return usual if usual.any() else of_level

    def keys(self) -> pd.DataFrame:
        """Partition, level, code and name of all areas."""
        named = {name: column(self.areas, name).to_numpy(dtype=object) for name in ("level", "code", "name")}
        return pd.DataFrame({"partition": partitions(self.areas), **named}, dtype=object)

    def stock(self, kind: str, types: tuple[str, ...], least_m2: float | None = None) -> Stock:
        """The facilities of a kind in all areas."""
        return self.facilities.stock(kind, types, least_m2=least_m2 or 0.0)

    def space(self) -> Stock:
        """The facilities that make up the service space."""
        return self.stock(SERVICE_SPACE, self.profile.service_space_types)
