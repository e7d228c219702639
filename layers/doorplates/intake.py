"""A register of doorplates or rooms becomes the table doorplates, every row loaded, merged into a door, or listed with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas.array import GeometryArray

from .. import door, schema
from ..addresses.compare import Forms, forms_of
from ..addresses.rooms import rooms_cut
from ..frames import with_columns, with_rows, without_columns
from ..incoming.aliases import Names, shipped_names
from ..incoming.columns import ColumnMap, propose
from ..incoming.intake import Cleared, cleared, listed_rejections, with_key, with_origin
from ..incoming.mapping_file import stated_columns
from ..incoming.table import Table
from ..incoming.value_words import Words, with_our_words
from ..problems import WARNING, Problem, joined, problem_frame
from ..progress import SILENT, Progress
from ..reference import Reference
from ..repeats import first_rows
from ..words import Text, Translator, english, text
from .buildings import CODE, FAR_M, NONE, Matched, match_buildings
from .checks import check_doorplates, listed
from .elements import elements_and_doors, with_elements
from .places import Coordinates, LocatedRows, located_rows
from .rooms import FINER, Doors, sum_rooms

TABLE = "doorplates"
LOOKED_AT = ("number", "building", "room")  # elements that are asked again once addresses are compared


@dataclass(frozen=True)
class Wishes:
    """What the user says of a register: columns, coordinates and what to find them by, the CRS to come out in, what to match."""

    fields: str = ""
    coordinates: str = "auto"
    x_field: str = ""
    y_field: str = ""
    reference: Reference | None = None
    crs: str | None = None
    origin: str = ""
    buildings: gpd.GeoDataFrame | None = None
    district: object | None = None  # the land of the areas, in the CRS to come out in
    names: Names | None = None
    words: Words | None = None


@dataclass(frozen=True)
class Register:
    """Doorplates as the workspace takes them and the account of the rows: read = loaded + merged + rejected."""

    frame: gpd.GeoDataFrame
    rejected: gpd.GeoDataFrame
    problems: gpd.GeoDataFrame
    source: Table  # as it was read, without its rows
    mapping: ColumnMap
    coordinates: Coordinates
    rows_read: int
    merged: int
    dropped: tuple[str, ...]
    floors: pd.Series  # by doorplate, NaN where no room tells them
    matched: Matched | None = None
    notes: tuple[Text, ...] = field(default=())
    removed: int = 0  # values out of which personal data was cut


@dataclass(frozen=True)
class _Doors:
    """Accepted doorplates before they are compared; elements of the first row of each, and whether its rooms lie apart."""

    accepted: door.Accepted
    rejected: gpd.GeoDataFrame
    parts: pd.DataFrame
    forms: Forms
    apart: np.ndarray
    floors: pd.Series
    mapping: ColumnMap
    coordinates: Coordinates
    crs: str
    dropped: tuple[str, ...]
    removed: int
    notes: tuple[Text, ...]


def take_in_register(read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Register:
    """Map, split, place, sum at the door, accept, check, match.

    Raises InputError, all problems at once, where the columns or the meaning of the coordinates are not plain.
    """
    names = wishes.names or shipped_names()
    stated = _stated(read, wishes, names)
    clear = cleared(TABLE, read.frame, names, stated=stated)
    source, rows_read = replace(read, frame=read.frame.iloc[:0].copy()), read.rows_read
    # Of a million rows only what became of them is kept, from here on without the columns of persons: a view would keep all.
    del read
    mapping = propose(TABLE, clear.frame, stated=stated, cut_names=source.cut_names, names=names)
    doors = _doors(clear, mapping, source, wishes, translate, progress)
    del clear
    frame, matched = doors.accepted.frame, None
    if wishes.buildings is not None:
        matched = match_buildings(frame, wishes.buildings, progress=progress.part(0.8, 0.85))
        frame = with_columns(frame, {"building_id": matched.building_id})
    found = [
        *check_doorplates(frame, doors.parts, forms=doors.forms, district=wishes.district, progress=progress.part(0.85, 1)),
        *_apart(frame, doors.apart),
        *([*_unmatched(frame, matched), *_far(frame, matched)] if matched else []),
    ]
    return Register(
        frame=frame,
        rejected=doors.rejected,
        problems=joined([problem_frame(found, crs=doors.crs, translate=translate), doors.accepted.problems], crs=doors.crs),
        source=source,
        mapping=doors.mapping,
        coordinates=doors.coordinates,
        rows_read=rows_read,
        merged=rows_read - len(frame) - len(doors.rejected),
        dropped=doors.dropped,
        removed=doors.removed,
        floors=doors.floors,
        matched=matched,
        notes=doors.notes,
    )


def _doors(clear: Cleared, mapping: ColumnMap, source: Table, wishes: Wishes, translate: Translator, progress: Progress) -> _Doors:
    """Everything up to the accepted doorplates."""
    rows, placed, parts = _rows(clear, mapping, wishes, progress)
    points, forms = placed.frame.geometry.to_numpy(), forms_of(parts)
    parts = without_columns(parts, parts.columns.drop(list(LOOKED_AT)))  # parts[…] would copy all of them
    summed = sum_rooms(rows, parts, points, forms=forms, progress=progress.part(0.6, 0.65))
    del rows
    ours = {name: summed.frame[name] for name in schema.TABLES[TABLE].names() if name in summed.frame.columns}
    places = GeometryArray(_first_places(summed, points), crs=placed.crs)
    whole = with_key(TABLE, gpd.GeoDataFrame({**ours, "geometry": places}, copy=False))
    harmless = _harmless(clear, mapping, summed)
    accepted = door.accept(TABLE, whole, crs=placed.crs, harmless=harmless, translate=translate, progress=progress.part(0.65, 0.8))
    kept = np.setdiff1d(np.arange(len(whole)), accepted.rejected["row"].to_numpy(int) - 1)
    first = first_rows(summed.rows)[kept]
    return _Doors(
        accepted=accepted,
        rejected=_rejected(clear.frame, mapping, source, accepted, summed, placed, any_dropped=bool(clear.dropped), translate=translate),
        parts=with_rows(parts, first),
        forms=forms.rows(first),
        apart=np.isin(kept, summed.apart),
        floors=pd.Series(summed.frame["floors"].to_numpy()[kept]),
        mapping=mapping,
        coordinates=placed.coordinates,
        crs=placed.crs,
        dropped=(*clear.dropped, *accepted.dropped),
        removed=clear.removed,
        notes=(*source.notes, *clear.notes, *mapping.notes(), *placed.notes),
    )


def _rows(clear: Cleared, mapping: ColumnMap, wishes: Wishes, progress: Progress) -> tuple[pd.DataFrame, LocatedRows, pd.DataFrame]:
    """The rows under our names with the elements of their addresses, their places, and those elements as they are compared."""
    ours = with_our_words(TABLE, mapping.renamed(clear.frame), words=wishes.words)
    apart = elements_and_doors(ours, progress.part(0, 0.3))
    placed = located_rows(
        ours, mapping, wishes.coordinates, reference=wishes.reference, target=wishes.crs, progress=progress.part(0.3, 0.6)
    )
    return with_origin(TABLE, with_elements(placed.frame, apart), wishes.origin), placed, apart.parts


def _stated(read: Table, wishes: Wishes, names: Names) -> dict[str, str]:
    """The columns that the user names."""
    present = [str(name) for name in read.frame.columns if name != "geometry"]
    stated = stated_columns(wishes.fields, table=TABLE, known=list(names.tables[TABLE]), present=present)
    axes = stated_columns("; ".join(f'{axis}="{name}"' for axis, name in (("x", wishes.x_field), ("y", wishes.y_field)) if name),
                          table=TABLE, known=[], present=present)  # fmt: skip
    return {**stated, **axes}


def _harmless(clear: Cleared, mapping: ColumnMap, summed: Doors) -> dict[str, np.ndarray]:
    """The values of our columns in the first row of each door, where nothing told of a person."""
    first = first_rows(summed.rows)
    # Where no rooms were summed the values are the file's own: a copy of them would only fill the memory.
    rows = slice(None) if np.array_equal(first, np.arange(len(clear.frame))) else first
    columns = {ours: name for ours, name in mapping.columns.items() if name not in clear.changed}
    return {ours: clear.frame[name].to_numpy(object)[rows] for ours, name in columns.items()}


def _first_places(summed: Doors, points: np.ndarray) -> np.ndarray:
    """The place of the first row of each door that has one, None where none has."""
    known = np.flatnonzero(~shapely.is_missing(points))[::-1]
    first = np.full(len(summed.frame), len(points))
    # From the last to the first: the first one stays.
    first[summed.rows[known]] = known
    return np.append(points, None)[first]


def _apart(frame: gpd.GeoDataFrame, apart: np.ndarray) -> list[Problem]:
    words = text("The rooms of this door are more than 50 m apart; it stands at the place of the first of them that has one.")
    return listed(frame, "rooms_apart", WARNING, np.flatnonzero(apart), lambda rows: [words] * len(rows))


def _unmatched(frame: gpd.GeoDataFrame, matched: Matched) -> list[Problem]:
    words = text("No building: none by its code, none around it, and none within 15 m that is clearly its own.")
    return listed(frame, "no_building", WARNING, np.flatnonzero(matched.how == NONE), lambda rows: [words] * len(rows))


def _far(frame: gpd.GeoDataFrame, matched: Matched) -> list[Problem]:
    """Doorplates far from the building that their code names: one of both places is wrong, or the code is another's."""

    def words(rows: np.ndarray) -> list[Text]:
        told = zip(matched.building_id[rows], matched.metres[rows])
        return [
            text("The building {building} that the row names is {metres} m away.", building=name, metres=f"{m:.0f}") for name, m in told
        ]

    return listed(frame, "building_far", WARNING, np.flatnonzero((matched.how == CODE) & (matched.metres > FAR_M)), words)


def _rejected(
    harmless: pd.DataFrame,
    mapping: ColumnMap,
    read: Table,
    accepted: door.Accepted,
    summed: Doors,
    placed: LocatedRows,
    *,
    any_dropped: bool,
    translate: Translator,
) -> gpd.GeoDataFrame:
    """Every source row of a rejected door, without what tells a room."""
    doors = accepted.rejected["row"].to_numpy(int) - 1
    reasons = dict(zip(doors.tolist(), accepted.rejected["reason"]))
    positions = np.flatnonzero(np.isin(summed.rows, doors))
    finer = [mapping.columns[name] for name in FINER if name in mapping.columns]
    addresses = [mapping.columns[name] for name in ("address",) if name in mapping.columns]
    shown = rooms_cut(with_rows(without_columns(harmless, finer), positions), addresses=addresses)
    told = [reasons[number] for number in summed.rows[positions].tolist()]
    # The fields of a row that does not fit stand under other names: a room may be anywhere in it.
    hidden = any_dropped or bool(finer) or summed.rooms
    return listed_rejections(shown, read, positions, told, placed.frame, any_dropped=hidden, translate=translate)
