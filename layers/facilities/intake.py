"""A list of facilities becomes the table facilities: services told by words, places by coordinates, else by addresses."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from .. import door
from ..addresses.locate import FOR_VERDICTS, NONE
from ..addresses.placing import COORDINATES, PlacedRows, placed_rows
from ..doorplates.places import Coordinates
from ..frames import with_rows
from ..incoming.aliases import Names, shipped_names
from ..incoming.columns import ColumnMap, propose
from ..incoming.intake import cleared, listed_rejections, with_key, with_origin
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
    removed: int = 0  # values out of which personal data was cut


def take_in_facilities(read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Facilities:
    """Map, tell services, place, accept. Rows without a service or a place good enough for verdicts are listed with the reason.

    An address that is found between neighbours, in its estate or community only is no place: its row is rejected and
    keeps the point, so that a person can move it.
    """
    names = wishes.names or shipped_names()
    present = [str(name) for name in read.frame.columns if name != "geometry"]
    stated = stated_columns(wishes.fields, table=TABLE, known=list(names.tables[TABLE]), present=present)
    clear = cleared(TABLE, read.frame, names, stated=stated)
    harmless, dropped = clear.frame, clear.dropped
    mapping = propose(TABLE, harmless, stated=stated, cut_names=read.cut_names, names=names)
    ours = with_our_words(TABLE, mapping.renamed(harmless), words=wishes.values)
    told = services_of(_column(ours, "services"), _column(ours, "name"), wishes.words or shipped_words())
    place = _place(ours, mapping, wishes, progress.part(0, 0.7))
    placed, how = place.frame, place.method
    ready = with_key(TABLE, with_origin(TABLE, placed.assign(services=told.services), wishes.origin))
    crs = door.frame_crs(placed)
    reasons = _reasons(told.services, how, _column(ours, "services"))
    fit = np.array([reason is None for reason in reasons], bool)
    accepted = door.accept(TABLE, ready[fit].reset_index(drop=True), crs=crs, translate=translate, progress=progress.part(0.7, 1))
    rows = np.flatnonzero(~fit).tolist() + np.flatnonzero(fit)[accepted.rejected["row"].to_numpy(int) - 1].tolist()
    left_out = told.services.iloc[rows].dropna()
    said = [render(reason, translate) for reason in reasons if reason is not None] + accepted.rejected["reason"].tolist()
    positions = np.array(rows, int)
    shown = with_rows(harmless, positions)
    rejected = listed_rejections(shown, read, positions, said, placed, any_dropped=bool(dropped), translate=translate)
    missing = _column(ours, "services")[told.services.isna()].fillna("")
    return Facilities(
        frame=accepted.frame,
        rejected=rejected,
        problems=accepted.problems,
        mapping=mapping,
        coordinates=place.coordinates,
        rows_read=read.rows_read,
        dropped=(*dropped, *accepted.dropped),
        removed=clear.removed,
        methods={str(method): int(count) for method, count in pd.Series(how).value_counts().items()},
        unknown={str(word): int(count) for word, count in missing.value_counts().items()},
        left_out=tuple(left_out.unique()),
        notes=(*read.notes, *clear.notes, *mapping.notes(), *place.notes),
    )


def _place(rows: pd.DataFrame, mapping: ColumnMap, wishes: Wishes, progress: Progress) -> PlacedRows:
    more = {"reference": wishes.reference, "doorplates": wishes.doorplates, "target": wishes.crs}
    return placed_rows(rows, mapping, wishes.coordinates, **more, progress=progress)


def _column(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows[name] if name in rows.columns else pd.Series(None, index=rows.index, dtype=object)


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
