"""A list of facilities becomes the table facilities: services told by words, places by coordinates, else by addresses."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import door
from ..addresses.locate import FOR_VERDICTS, NONE, locate
from ..doorplates.elements import elements
from ..doorplates.places import Coordinates, located_rows
from ..errors import InputError
from ..incoming.aliases import Names, X, Y, shipped_names
from ..incoming.columns import ColumnMap, propose
from ..incoming.intake import listed_rejections, with_key, with_origin, without_personal
from ..incoming.mapping_file import stated_columns
from ..incoming.table import Table
from ..incoming.value_words import Words as ValueWords
from ..incoming.value_words import with_our_words
from ..progress import SILENT, Progress
from ..reference import Reference
from ..words import Text, Translator, english, render, text
from .types import Words, services_of, shipped_words

TABLE = "facilities"


@dataclass(frozen=True)
class Wishes:
    """What the user says of a list: columns, coordinates and what to find them by, doorplates for addresses, words for types."""

    fields: str = ""
    coordinates: str = "auto"
    reference: Reference | None = None
    doorplates: gpd.GeoDataFrame | None = None
    crs: str | None = None
    origin: str = ""
    words: Words | None = None
    names: Names | None = None
    values: ValueWords | None = None


@dataclass(frozen=True)
class Facilities:
    """Facilities as the workspace takes them, and the account of the rows: read = loaded + rejected."""

    frame: gpd.GeoDataFrame
    rejected: gpd.GeoDataFrame
    problems: gpd.GeoDataFrame
    mapping: ColumnMap
    coordinates: Coordinates | None
    rows_read: int
    dropped: tuple[str, ...]
    methods: dict[str, int]  # rows by how they were placed
    unknown: dict[str, int]  # words of the type that tell no service, with their rows
    left_out: tuple[str, ...] = ()  # the services of the rows that were rejected
    notes: tuple[Text, ...] = ()


def take_in_facilities(read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Facilities:
    """Map, tell services, place, accept. Rows without a service or a place good enough for verdicts are listed with the reason.

    An address that is found between neighbours, in its estate or community only is no place: its row is rejected and
    keeps the point, so that a person can move it.
    """
    names = wishes.names or shipped_names()
    harmless, dropped = without_personal(TABLE, read.frame, names)
    present = [str(name) for name in harmless.columns if name != "geometry"]
    stated = stated_columns(wishes.fields, table=TABLE, known=list(names.tables[TABLE]), present=present)
    mapping = propose(TABLE, harmless, stated=stated, cut_names=read.cut_names, names=names)
    ours = with_our_words(TABLE, mapping.renamed(harmless), words=wishes.values)
    told = services_of(_column(ours, "services"), _column(ours, "name"), wishes.words or shipped_words())
    placed, how, coordinates, notes = _placed(ours, mapping, wishes, progress.part(0, 0.7))
    ready = with_key(TABLE, with_origin(TABLE, placed.assign(services=told.services), wishes.origin))
    crs = door.frame_crs(placed)
    reasons = _reasons(told.services, how, _column(ours, "services"))
    fit = np.array([reason is None for reason in reasons], bool)
    accepted = door.accept(TABLE, ready[fit].reset_index(drop=True), crs=crs, translate=translate, progress=progress.part(0.7, 1))
    rows = np.flatnonzero(~fit).tolist() + np.flatnonzero(fit)[accepted.rejected["row"].to_numpy(int) - 1].tolist()
    left_out = told.services.iloc[rows].dropna()
    said = [render(reason, translate) for reason in reasons if reason is not None] + accepted.rejected["reason"].tolist()
    rejected = listed_rejections(harmless, read, np.array(rows, int), said, placed, any_dropped=bool(dropped), translate=translate)
    missing = _column(ours, "services")[told.services.isna()].fillna("")
    return Facilities(
        frame=accepted.frame,
        rejected=rejected,
        problems=accepted.problems,
        mapping=mapping,
        coordinates=coordinates,
        rows_read=read.rows_read,
        dropped=(*dropped, *accepted.dropped),
        methods={str(method): int(count) for method, count in pd.Series(how).value_counts().items()},
        unknown={str(word): int(count) for word, count in missing.value_counts().items()},
        left_out=tuple(left_out.unique()),
        notes=(*read.notes, *mapping.notes(), *notes),
    )


def _column(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows[name] if name in rows.columns else pd.Series(None, index=rows.index, dtype=object)


COORDINATES = "coordinates"


def _placed(
    rows: pd.DataFrame, mapping: ColumnMap, wishes: Wishes, progress: Progress
) -> tuple[gpd.GeoDataFrame, np.ndarray, Coordinates | None, tuple[Text, ...]]:
    """The rows with points, how each was placed, and what its coordinates are; rows without coordinates by their address."""
    has_shape = isinstance(rows, gpd.GeoDataFrame) and rows.active_geometry_name is not None
    if has_shape or (X in mapping.columns and Y in mapping.columns):
        found = located_rows(rows, mapping, wishes.coordinates, reference=wishes.reference, target=wishes.crs, progress=progress)
        frame, coordinates, notes = found.frame, found.coordinates, found.notes
    elif wishes.doorplates is None:
        raise InputError(text("The list has no coordinates. Give DOORPLATES, and its addresses are located by them."))
    else:
        frame = gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries([None] * len(rows), index=rows.index, crs=wishes.doorplates.crs))
        coordinates, notes = None, ()
    missing = frame.geometry.isna().to_numpy()
    how = np.where(missing, NONE, COORDINATES).astype(object)
    if wishes.doorplates is None or not missing.any():
        return frame, how, coordinates, notes
    return _with_addresses(frame, how, missing, wishes.doorplates, progress), how, coordinates, notes


def _with_addresses(
    frame: gpd.GeoDataFrame, how: np.ndarray, missing: np.ndarray, doorplates: gpd.GeoDataFrame, progress: Progress
) -> gpd.GeoDataFrame:
    """The frame with places for the missing rows; how is filled in with the methods."""
    points = doorplates.geometry.to_numpy()
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    asked = elements(pd.DataFrame(frame.drop(columns="geometry"))[missing].reset_index(drop=True))
    located = locate(asked, elements(doorplates), xy, progress)
    shapes = frame.geometry.to_numpy().copy()
    known = np.isfinite(located.xy).all(axis=1)
    shapes[np.flatnonzero(missing)[known]] = shapely.points(located.xy[known])
    how[missing] = located.method
    return frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=doorplates.crs))


def _reasons(services: pd.Series, how: np.ndarray, kinds: pd.Series) -> list[Text | None]:
    good = (COORDINATES, *FOR_VERDICTS)
    return [
        _reason(service, method, kind, fit=method in good) for service, method, kind in zip(services, how, kinds.where(kinds.notna(), None))
    ]


def _reason(service: str | None, method: str, kind: object, *, fit: bool) -> Text | None:
    if service is None:
        if kind is None:
            return text("Nothing tells what the facility offers. Name its type.")
        return text("The type “{kind}” is none of ours. Add it to TYPE_WORDS, if it serves the living circle.", kind=str(kind))
    if method == NONE:
        return text("The row has neither coordinates nor an address that was found.")
    return None if fit else text("The address was found only roughly ({method}). Move the point and load it again.", method=method)
