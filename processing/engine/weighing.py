"""What each doorplate weighs, and from where that is known.

In this order: what its own row states; the total of its area (controltotals); what was estimated before, from a
population raster or its building; one household, and so many residents a household. households_source and
residents_source name which it was; weight_source says it in one word for the weight that the run counts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.areas.totals import TOTALS
from ...layers.problems import Problem
from ...layers.schema import PERSONS_PER_HOUSEHOLD, STOREY_M
from .areas import Codes
from .controltotals import levels_inside, spread_totals, states_totals
from .estates import different_words
from .streets import column, numbers

if TYPE_CHECKING:
    from .results import Settings

GIVEN, ESTIMATED, DEFAULT = "given", "estimated", "default"
CONTROL_TOTALS, RASTER, BUILDINGS, PER_HOUSEHOLD = "control_totals", "population_raster", "buildings", "per_household"
SOURCES = (GIVEN, CONTROL_TOTALS, RASTER, BUILDINGS, DEFAULT, PER_HOUSEHOLD)
REPLACED = (CONTROL_TOTALS, RASTER, BUILDINGS)  # estimates: a total overrules them and is spread by them
UNKNOWN = (DEFAULT, PER_HOUSEHOLD)  # of an earlier ledger: nothing was known
HOUSEHOLDS_SOURCE, RESIDENTS_SOURCE = SOURCE_COLUMNS = ("households_source", "residents_source")
ESTIMATED_WORD = "推算"  # in a doorplate's source: its households were estimated from buildings
M2_PER_HOUSEHOLD = 100.0
KEYS = ("doorplate_id", "building_id")
READ = (*TOTALS, *SOURCE_COLUMNS, "source", "weight_source")
# Words in a building's use that tell a home.
HOMES = ("residential", "apartment", "house", "dormitory", "mixed", "住", "公寓", "宿舍", "混合")


@dataclass(frozen=True)
class Weighed:
    """Doorplates with what the totals of areas give them, and what of these totals did not fit."""

    doorplates: gpd.GeoDataFrame
    problems: tuple[Problem, ...] = field(default=())


def weighed_by_totals(
    doorplates: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame | None,
    codes: Codes,
    *,
    buildings: gpd.GeoDataFrame | None = None,
    shares: np.ndarray | None = None,
    persons_per_household: float = PERSONS_PER_HOUSEHOLD,
    names: Collection[str] = TOTALS,
) -> Weighed:
    """The doorplates with households, residents, elderly and children from the areas' totals where they state none; same rows.

    Households are spread by what was estimated before, else by floor area × floors of the building, shared among its
    doors, else alike; residents by an earlier estimate, else by households; elderly and children by residents. shares
    replaces all of these. Only totals of these names are spread.
    """
    wanted = [name for name in names if states_totals(areas, name)]
    if not wanted or not len(doorplates):
        return Weighed(doorplates)
    inside = levels_inside(areas, codes)
    # Only what is read here: the whole table is copied once, at the end.
    frame = pd.DataFrame({name: doorplates[name] for name in READ if name in doorplates}, index=doorplates.index)
    filled, problems, rank = {}, [], np.zeros(len(doorplates), dtype=np.int64)
    for name in wanted:
        values, kind = known(frame, name)
        stated = np.where(np.isin(kind, _positions(REPLACED)), np.nan, values)
        by = np.ones(len(frame)) if shares is None else shares
        if np.isnan(stated).any():
            # Ids are sorted and buildings matched only where there is something to spread.
            rank = rank if rank.any() else _rank(doorplates)
            by = _shares(name, frame, values, _homes(doorplates, buildings, name), persons_per_household) if shares is None else shares
        found = spread_totals(name, stated, by, areas=areas, inside=inside, rank=rank)
        problems += found.problems
        if found.spread.any():
            filled.update(_columns(name, np.where(found.spread, found.values, values), np.where(found.spread, 1, kind)))
            frame = frame.assign(**filled)
    return Weighed(doorplates.assign(**filled) if filled else doorplates, tuple(problems))


def _columns(name: str, values: np.ndarray, kind: np.ndarray) -> dict[str, np.ndarray]:
    columns: dict[str, np.ndarray] = {name: whole(values)}
    if f"{name}_source" in SOURCE_COLUMNS:
        columns[f"{name}_source"] = np.array([*SOURCES, None], dtype=object)[kind]
    return columns


def known(doorplates: pd.DataFrame, name: str) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of one name and their sources as positions in SOURCES; NaN and -1 where nothing is known."""
    values = numbers(doorplates, name)
    kind = np.zeros(len(doorplates), dtype=np.int8)
    if name == "households":
        # Words of older files and of OSM imports, which have no column of their own for it.
        told = _says(doorplates, "weight_source", ESTIMATED) | _says(doorplates, "source", ESTIMATED_WORD)
        kind[told] = SOURCES.index(BUILDINGS)
    stated = f"{name}_source"
    if stated in doorplates:
        codes, different = different_words(doorplates, stated)
        positions = [SOURCES.index(word) if word in SOURCES else 0 for word in different]
        kind = np.where(codes >= 0, np.array([*positions, 0], dtype=np.int8)[codes], kind)
    nothing = np.isin(kind, _positions(UNKNOWN)) | np.isnan(values)
    return np.where(nothing, np.nan, values), np.where(nothing, -1, kind)


def _positions(words: tuple[str, ...]) -> list[int]:
    return [SOURCES.index(word) for word in words]


def _says(frame: pd.DataFrame, name: str, word: str) -> np.ndarray:
    if name not in frame:
        return np.zeros(len(frame), dtype=bool)
    codes, different = different_words(frame, name)
    return np.array([*(word in said for said in different), False])[codes]


def _rank(doorplates: gpd.GeoDataFrame) -> np.ndarray:
    """The doorplates by their id as text, then by place: an order that does not depend on that of the rows."""
    ids = doorplates[next(name for name in KEYS if name in doorplates)].to_numpy().astype(str)
    order = np.argsort(ids, kind="stable")
    if (ids[order][1:] == ids[order][:-1]).any():
        place = doorplates.geometry.representative_point()
        order = np.lexsort((place.y.to_numpy(), place.x.to_numpy(), ids))
    rank = np.empty(len(ids), dtype=np.int64)
    rank[order] = np.arange(len(ids))
    return rank


def _homes(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame | None, name: str) -> np.ndarray | float:
    """Households of each doorplate by floor area, NaN where it is not known; only a total of households asks for them."""
    return np.nan if buildings is None or name != "households" else floor_m2(doorplates, buildings) / M2_PER_HOUSEHOLD


def _shares(name: str, frame: pd.DataFrame, values: np.ndarray, homes: np.ndarray | float, persons_per_household: float) -> np.ndarray:
    """By what a total of this name is spread, in its own unit; homes are households by floor area, NaN where not known."""
    if name == "households":
        return with_middle(np.where(np.isnan(values), homes, values))
    households = np.nan_to_num(known(frame, "households")[0], nan=1.0) * persons_per_household
    people = values if name == "residents" else known(frame, "residents")[0]
    return np.where(np.isnan(people), households, people)


def with_middle(shares: np.ndarray) -> np.ndarray:
    """Shares with the middle one in place of those that are not known; all alike where none is."""
    there = np.isfinite(shares)
    return np.where(there, shares, np.median(shares[there]) if there.any() else 1.0)


def floor_m2(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> np.ndarray:
    """The floor area (m²) of each doorplate: that of its building, shared alike among its doors; NaN without one."""
    from ...layers.doorplates.buildings import match_buildings

    if not len(buildings):
        return np.full(len(doorplates), np.nan)
    at = pd.Index(buildings["building_id"]).drop_duplicates()
    first = buildings.drop_duplicates("building_id")
    row = at.get_indexer(pd.Index(match_buildings(doorplates, buildings).building_id, dtype=object))
    doors = np.bincount(row[row >= 0], minlength=len(first))
    floors = np.append(building_floor_m2(first) / np.maximum(doors, 1), np.nan)
    return floors[row]


def building_floor_m2(buildings: gpd.GeoDataFrame) -> np.ndarray:
    """Ground area × floors of each building, 0 where nobody lives; floors from the height where they are not stated, else one."""
    floors, height = (numbers(buildings, name) for name in ("floors", "height_m"))
    by_height = np.maximum(1.0, np.round(np.nan_to_num(height) / STOREY_M))
    return buildings.geometry.area.to_numpy() * np.where(np.isfinite(floors) & (floors > 0), floors, by_height) * _may_be_homes(buildings)


def _may_be_homes(buildings: gpd.GeoDataFrame) -> np.ndarray:
    """Which buildings people may live in: homes and those of unknown use; all where no home is named, for then uses are not known."""
    use = column(buildings, "use").fillna("").astype(str).str.lower()
    home = np.logical_or.reduce([use.str.contains(word, regex=False).to_numpy() for word in HOMES])
    return home | use.isin(("", "other", "yes", "其他")).to_numpy() if home.any() else np.ones(len(buildings), dtype=bool)


def weigh(doorplates: pd.DataFrame, settings: Settings) -> dict[str, np.ndarray]:
    """households, residents, weight_source, households_source and residents_source of each doorplate.

    Households that nothing tells are 1, residents that nothing tells are households × persons per household.
    """
    households, by = known(doorplates, "households")
    residents, of = known(doorplates, "residents")
    by, of = np.where(by < 0, SOURCES.index(DEFAULT), by), np.where(of < 0, SOURCES.index(PER_HOUSEHOLD), of)
    households = np.where(np.isnan(households), 1.0, households)
    residents = np.where(np.isnan(residents), households * settings.persons_per_household, residents)
    words = np.array(SOURCES, dtype=object)
    return {
        "households": whole(households),
        "residents": whole(residents),
        "weight_source": _in_one_word(by, of, settings),
        HOUSEHOLDS_SOURCE: words[by],
        RESIDENTS_SOURCE: words[of],
    }


def _in_one_word(by: np.ndarray, of: np.ndarray, settings: Settings) -> np.ndarray:
    """given, estimated or default: of the residents where the run counts them, else of the households."""
    words = np.array([{GIVEN: GIVEN, DEFAULT: DEFAULT}.get(source, ESTIMATED) for source in SOURCES], dtype=object)
    if settings.weight != "residents":
        return words[by]
    guessed = (of == SOURCES.index(PER_HOUSEHOLD)) & (by == SOURCES.index(DEFAULT))
    return words[np.where(guessed, SOURCES.index(DEFAULT), of)]


def whole(values: np.ndarray) -> np.ndarray:
    """The values as integers where all of them are whole numbers."""
    return values.astype(np.int64) if (values == np.floor(values)).all() else values
