"""What tables say of each other: doorplates without area, buildings without doorplate, codes that no area has, estates without gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ...layers.doorplates.buildings import NEAR_M, NONE, Matched, match_buildings
from ...layers.problems import NOTE, WARNING, Problem
from ...layers.words import Text, text
from .areas import STATED_COLUMNS, Codes, assign, disagreement_text, points_xy, told_by
from .estates import EstateIndex, gated_estates, gates_of_estates

if TYPE_CHECKING:
    import geopandas as gpd

    Tables = Mapping[str, gpd.GeoDataFrame]

MOST_LISTED = 20_000  # of a rule: a check list needs its rows, a table of a million faults nobody
SMALLEST_HOME_M2 = 30.0
HOMES = ("residential", "apartments", "house", "dormitory", "terrace", "detached", "住宅", "居住")
ELSEWHERE_M = 5000.0
UNITS = (("grid", "grid"), ("admin", "grid"), ("admin", "community"), ("admin", "subdistrict"), ("admin", "district"))


@dataclass(frozen=True)
class Doors:
    """What is known of each doorplate: the code of its smallest area, its building, whether it states households."""

    codes: Codes
    unit: tuple[str, str] | None  # partition and level of the smallest areas; None without areas
    inside: np.ndarray  # in any area; all False without areas
    matched: Matched | None

    @property
    def unit_codes(self) -> np.ndarray:
        """The code of the smallest area of each doorplate, None outside."""
        return np.full(len(self.inside), None, object) if self.unit is None else self.codes[self.unit]


def doors_of(tables: Tables) -> Doors | None:
    """Where each doorplate belongs; None without doorplates."""
    doorplates = _rows(tables, "doorplates")
    if doorplates is None:
        return None
    areas, buildings = _rows(tables, "areas"), _rows(tables, "buildings")
    codes = {} if areas is None else assign(points_xy(doorplates), areas)
    inside = np.zeros(len(doorplates), bool)
    for values in codes.values():
        inside |= ~pd.isna(values)
    matched = None if buildings is None else match_buildings(doorplates, buildings)
    return Doors(codes, unit_of(codes), inside, matched)


def unit_of(codes: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The partition and level in which people work outside: grids where there are any, else the smallest level known."""
    known = list(codes)
    return next((unit for unit in UNITS if unit in known), known[-1] if known else None)


def between_tables(tables: Tables, doors: Doors | None) -> list[Problem]:
    """All findings that take two tables."""
    found = []
    if doors is not None and doors.unit is not None:
        found += [
            *_outside(tables, doors),
            *_unknown_codes(tables),
            *_disagreeing(tables, doors),
            *_areas_without_doorplates(tables, doors),
        ]
    if doors is not None and doors.matched is not None:
        found += [*_without_building(tables, doors.matched), *_buildings_without_doorplate(tables, doors.matched)]
    return [*found, *_facilities_elsewhere(tables), *_estates_without_gate(tables)]


def _rows(tables: Tables, name: str) -> gpd.GeoDataFrame | None:
    frame = tables.get(name)
    return frame if frame is not None and len(frame) else None


def listed(table: str, rule: str, severity: str, frame: gpd.GeoDataFrame, key: str, told: list[tuple[int, Text]]) -> Iterator[Problem]:
    """One problem for each row with its words, the first MOST_LISTED and the number of the rest; geometries as points."""
    rows = np.array([row for row, _ in told[:MOST_LISTED]], int)
    ids, places = frame[key].to_numpy(object)[rows], shapely.point_on_surface(frame.geometry.to_numpy()[rows])
    for k, (_, message) in enumerate(told[:MOST_LISTED]):
        yield Problem(table, rule, severity, message, row=str(ids[k]), geometry=places[k])
    if len(told) > MOST_LISTED:
        further = text("Further rows of the same kind, not listed: {count}.", count=len(told) - MOST_LISTED)
        yield Problem(table, rule, severity, further)


def _outside(tables: Tables, doors: Doors) -> Iterator[Problem]:
    doorplates = tables["doorplates"]
    rows = np.flatnonzero(~doors.inside)
    land = shapely.union_all(shapely.make_valid(tables["areas"].geometry.to_numpy()))
    metres = shapely.distance(doorplates.geometry.to_numpy()[rows], land)
    told = [(row, text("{metres} m outside every area.", metres=f"{away:.0f}")) for row, away in zip(rows.tolist(), metres)]
    yield from listed("doorplates", "outside", WARNING, doorplates, "doorplate_id", told)


def _unknown_codes(tables: Tables) -> Iterator[Problem]:
    """Codes that doorplates state and no area of that level has, one problem for each code."""
    areas, doorplates = tables["areas"], tables["doorplates"]
    for level, column in STATED_COLUMNS.items():
        known = set(areas.loc[areas["level"] == level, "code"])
        stated = doorplates[column]
        strange = stated[stated.notna() & ~stated.isin(known)] if known else stated.iloc[:0]
        counts = strange.groupby(strange, sort=True).agg(["size", lambda rows: rows.index[0]]) if len(strange) else pd.DataFrame()
        for code, count, first in counts.itertuples():
            words_ = text("{count} doorplates state the code {code} in {column}; no area has it.", count=count, code=code, column=column)
            yield Problem("doorplates", "unknown_code", WARNING, words_, row=str(code), geometry=doorplates.geometry.iloc[first])


def _disagreeing(tables: Tables, doors: Doors) -> Iterator[Problem]:
    """Doorplates inside the areas whose stated code, which some area has, is not that of their place."""
    doorplates, known = tables["doorplates"], set(tables["areas"]["code"])
    for level, column in STATED_COLUMNS.items():
        by_place = doors.codes.get(told_by(level, doors.codes))
        if by_place is None:
            continue
        stated = doorplates[column].to_numpy(object)
        rows = np.flatnonzero(~pd.isna(stated) & ~pd.isna(by_place) & (stated != by_place) & doorplates[column].isin(known).to_numpy())
        told = [(row, disagreement_text(stated[row], by_place[row])) for row in rows.tolist()]
        yield from listed("doorplates", "code_disagrees", WARNING, doorplates, "doorplate_id", told)


def _areas_without_doorplates(tables: Tables, doors: Doors) -> Iterator[Problem]:
    areas, (partition, level) = tables["areas"], doors.unit
    own = (areas["level"] == level) & (areas["partition"].fillna("admin") == partition)
    empty = np.flatnonzero((own & ~areas["code"].isin(set(doors.unit_codes) - {None})).to_numpy())
    words_ = text("No doorplate stands in this area.")
    yield from listed("areas", "no_doorplates", WARNING, areas, "code", [(row, words_) for row in empty.tolist()])


def _without_building(tables: Tables, matched: Matched) -> Iterator[Problem]:
    words_ = text("No building: none by its code, none around it, and none within 15 m that is clearly its own.")
    told = [(row, words_) for row in np.flatnonzero(matched.how == NONE).tolist()]
    yield from listed("doorplates", "no_building", WARNING, tables["doorplates"], "doorplate_id", told)


def _buildings_without_doorplate(tables: Tables, matched: Matched) -> Iterator[Problem]:
    """Homes, or buildings of unknown use, that no doorplate is matched with and none stands near."""
    buildings, doorplates = tables["buildings"], tables["doorplates"]
    shapes = buildings.geometry.to_numpy()
    use = buildings["use"]
    homes = (use.isna() | use.isin(HOMES)).to_numpy() & (shapely.area(shapes) >= SMALLEST_HOME_M2)
    bare = np.flatnonzero(homes & ~buildings["building_id"].isin(set(matched.building_id) - {None}).to_numpy())
    near = shapely.STRtree(doorplates.geometry.to_numpy()).query(shapes[bare], predicate="dwithin", distance=NEAR_M)[0]
    words_ = text("No doorplate stands in this building or within 15 m of it.")
    told = [(row, words_) for row in np.delete(bare, np.unique(near)).tolist()]
    yield from listed("buildings", "no_doorplate", NOTE, buildings, "building_id", told)


def _facilities_elsewhere(tables: Tables) -> Iterator[Problem]:
    """Facilities more than 5 km from every doorplate: no walk of any standard is that long."""
    facilities, doorplates = _rows(tables, "facilities"), _rows(tables, "doorplates")
    if facilities is None or doorplates is None:
        return
    homes, xy = points_xy(doorplates), points_xy(facilities)
    away, _ = cKDTree(homes[np.isfinite(homes).all(axis=1)]).query(np.nan_to_num(xy, nan=1e12))
    rows = np.flatnonzero((away > ELSEWHERE_M) & np.isfinite(xy).all(axis=1))
    told = [(row, text("The nearest doorplate is {km} km away.", km=f"{away[row] / 1000:.0f}")) for row in rows.tolist()]
    yield from listed("facilities", "elsewhere", WARNING, facilities, "facility_id", told)


def _estates_without_gate(tables: Tables) -> Iterator[Problem]:
    """Gated estates at which no gate stands."""
    estates, walls, gates = _rows(tables, "estates"), _rows(tables, "walls"), _rows(tables, "gates")
    if estates is None:
        return
    owner = gates_of_estates(gates, estates, EstateIndex.of(estates, walls))
    rows = np.setdiff1d(np.flatnonzero(gated_estates(estates, walls, gates)), owner)
    words_ = text("The estate is gated, but the data has no gate of it.")
    told = [(row, words_) for row in rows.tolist()]
    yield from listed("estates", "estate_without_gate", WARNING, estates, "estate_id", told)
