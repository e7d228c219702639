"""A list of events becomes the table events: what, when, where; nothing that people wrote freely comes along.

Only columns that are recognised are read. Categories and states become ids of ours, moments dates; an address is
told in the words of the own doorplates that it was found at. So no text of the list reaches a result, whatever stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from .. import door, findings, schema
from ..addresses.locate import COMMUNITY, ESTATE, FOR_VERDICTS, NEIGHBOURS, NONE
from ..addresses.placing import COORDINATES, PlacedRows, located_among, placed_rows
from ..doorplates.elements import elements
from ..doorplates.places import Coordinates
from ..findings import Finding
from ..incoming.aliases import Names, shipped_names
from ..incoming.columns import ColumnMap, propose
from ..incoming.intake import listed_rejections, refuse_unmapped, with_key, without_personal
from ..incoming.mapping_file import stated_columns
from ..incoming.table import Table
from ..problems import NOTE, joined, problem_frame
from ..progress import SILENT, Progress
from ..reference import Reference
from ..values import as_text
from ..words import Text, Translator, english, render, text
from .kinds import CATEGORIES, OTHER, STATES, Kinds, shipped_kinds
from .moments import moments
from .saying import own_words
from .wording import with_known_names

TABLE = "events"
FAR_M = 100.0  # beyond the expected error of the address
AN_ID = re.compile(r"[^\s,，。；;、：！？]{1,40}")
A_CODE = re.compile(r"[0-9A-Za-z_.-]{2,30}")


@dataclass(frozen=True)
class Wishes:
    """What the user says of a list: columns, coordinates and what to find them by, doorplates for addresses, words for kinds."""

    fields: str = ""
    coordinates: str = "auto"
    reference: Reference | None = None
    doorplates: gpd.GeoDataFrame | None = None
    crs: str | None = None
    origin: str = ""
    kinds: dict[str, Kinds] | None = None
    names: Names | None = None


@dataclass(frozen=True)
class Events:
    """Events as the workspace takes them and the account of the rows: read = loaded + rejected.

    frame has the columns of the schema and method, error_m, near_id and for_verdicts; events without a place are in
    it, without a point. rejected tells row, event_id and reason only.
    """

    frame: gpd.GeoDataFrame
    rejected: gpd.GeoDataFrame
    problems: gpd.GeoDataFrame
    mapping: ColumnMap
    coordinates: Coordinates | None
    rows_read: int
    dropped: tuple[str, ...]  # personal columns
    not_loaded: tuple[str, ...]  # all others that are not read
    methods: dict[str, int]
    unknown: dict[str, int]  # rows whose category or state is told in words that are none of ours; the words stay in the file
    notes: tuple[Text, ...] = ()


def take_in_events(read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Events:
    """Map, tell kinds and moments, place, accept. Rows without a category or a moment are listed with the reason.

    Raises InputError where the columns or the meaning of the coordinates are not plain, or nothing can place the rows.
    """
    names = wishes.names or shipped_names()
    harmless, dropped = without_personal(TABLE, read.frame, names)
    mapping = _mapping(harmless, read, wishes, names)
    ours = _only_mapped(harmless, mapping)
    told, unknown = _told(ours, wishes)
    doors = None if wishes.doorplates is None else elements(wishes.doorplates, progress.part(0, 0.3))
    place = _place(ours, mapping, wishes, doors, progress.part(0.3, 0.6))
    said = own_words(place, _column(ours, "address"), doors)
    rows = gpd.GeoDataFrame(told.assign(address=said), geometry=place.frame.geometry)
    reasons = _reasons(told)
    fit = np.array([reason is None for reason in reasons], bool)
    accepted = door.accept(TABLE, rows[fit].reset_index(drop=True), crs=door.frame_crs(place.frame), translate=translate)
    kept = np.flatnonzero(fit)
    frame = _with_methods(accepted.frame, place, kept, wishes.doorplates)
    found = [*_where(place, kept, _far(ours, place, wishes, doors, progress.part(0.6, 1))), *_what(told, kept)]
    crs = door.frame_crs(place.frame)
    listed = findings.problems(schema.TABLES[TABLE], found, accepted=frame, source=frame)
    rejected = _rejected(told, read, ~fit, reasons, place.frame, translate)
    return Events(
        frame=frame,
        rejected=rejected,
        problems=joined([accepted.problems, problem_frame(listed, crs=crs, translate=translate)], crs=crs),
        mapping=mapping,
        coordinates=place.coordinates,
        rows_read=read.rows_read,
        dropped=dropped,
        not_loaded=mapping.unused,
        methods={str(method): int(count) for method, count in pd.Series(place.method[kept]).value_counts().items()},
        unknown=unknown,
        notes=(*read.notes, *mapping.notes(), *place.notes),
    )


def _mapping(harmless: pd.DataFrame, read: Table, wishes: Wishes, names: Names) -> ColumnMap:
    present = [str(name) for name in harmless.columns if name != "geometry"]
    stated = stated_columns(wishes.fields, table=TABLE, known=list(names.tables[TABLE]), present=present)
    # Where they come from and their licence are the file's, not a column's.
    stated = {**stated, "source": "", "licence": ""}
    mapping = propose(TABLE, harmless, stated=stated, cut_names=read.cut_names, names=names)
    refuse_unmapped(TABLE, ["event_id", *mapping.columns], present)  # a row without a number of its own gets one
    return mapping


def _only_mapped(harmless: pd.DataFrame, mapping: ColumnMap) -> pd.DataFrame:
    renamed = mapping.renamed(harmless)
    has_shape = isinstance(renamed, gpd.GeoDataFrame) and renamed.active_geometry_name is not None
    pairs = [name for pair in mapping.pairs for name in pair if name in renamed.columns]
    columns = [*mapping.columns, *pairs, *([renamed.active_geometry_name] if has_shape else [])]
    return renamed[list(dict.fromkeys(columns))]


def _place(ours: pd.DataFrame, mapping: ColumnMap, wishes: Wishes, doors: pd.DataFrame | None, progress: Progress) -> PlacedRows:
    """Where the events were: by their coordinates, their addresses, the names in their addresses."""
    more = {"reference": wishes.reference, "doorplates": wishes.doorplates, "doors": doors, "target": wishes.crs}
    place = placed_rows(ours, mapping, wishes.coordinates, **more, progress=progress)
    if doors is None or wishes.doorplates is None:
        return place
    return with_known_names(place, ours, wishes.doorplates, doors)


def _told(ours: pd.DataFrame, wishes: Wishes) -> tuple[pd.DataFrame, dict[str, int]]:
    """The schema's columns as far as the list's own words tell them, each in a form that can hold no free text."""
    kinds = wishes.kinds or shipped_kinds()
    category, state = _column(ours, "category"), _column(ours, "state")
    categories, states = kinds[CATEGORIES].of(category), kinds[STATES].of(state)
    unknown = {"category": _untold(category, categories), "state": _untold(state, states)}
    reported, _ = moments(_column(ours, "reported_at"))
    numbers, codes = as_text(_column(ours, "event_id")), as_text(_column(ours, "grid_code"))
    frame = pd.DataFrame(
        {
            "event_id": numbers.where(numbers.str.fullmatch(AN_ID).fillna(False).astype(bool), None),
            "category": categories.where(categories.notna() | as_text(category).isna(), OTHER),
            "reported_at": reported,
            "state": states,
            "grid_code": codes.where(codes.str.fullmatch(A_CODE).fillna(False).astype(bool), None),
            "source": wishes.origin or None,
            "unknown_category": unknown["category"],
            "unknown_state": unknown["state"],
        },
        index=ours.index,
    )
    counts = {name: int(rows.sum()) for name, rows in unknown.items()}
    return with_key(TABLE, frame if frame["event_id"].notna().any() else frame.drop(columns="event_id")), counts


def _untold(column: pd.Series, told: pd.Series) -> np.ndarray:
    return (as_text(column).notna() & told.isna()).to_numpy()


def _column(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows[name] if name in rows.columns else pd.Series(None, index=rows.index, dtype=object)


def _reasons(told: pd.DataFrame) -> list[Text | None]:
    category, moment = text("The row tells no category."), text("The row tells no moment that can be read. Write it as 2026-03-05 14:00.")
    return [category if what else moment if when else None for what, when in zip(told["category"].isna(), told["reported_at"].isna())]


def _with_methods(frame: gpd.GeoDataFrame, place: PlacedRows, kept: np.ndarray, doorplates: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    ids = np.array([None], object) if doorplates is None else np.append(doorplates["doorplate_id"].to_numpy(object), None)
    method = place.method[kept]
    return frame.assign(
        method=method,
        error_m=place.error_m[kept],
        near_id=ids[place.doorplate[kept]],
        for_verdicts=np.where(np.isin(method, (COORDINATES, *FOR_VERDICTS)), "yes", "no").astype(object),
    )


def _far(ours: pd.DataFrame, place: PlacedRows, wishes: Wishes, doors: pd.DataFrame | None, progress: Progress) -> np.ndarray:
    """Rows whose own coordinates lie far from the door or building of their address."""
    far = np.zeros(len(ours), bool)
    rows = np.flatnonzero(place.method == COORDINATES)
    if doors is None or wishes.doorplates is None or not len(rows):
        return far
    asked = elements(pd.DataFrame(ours.drop(columns="geometry", errors="ignore")).iloc[rows].reset_index(drop=True))
    found = located_among(asked, wishes.doorplates, doors, progress)
    xy = place.frame.geometry.iloc[rows].get_coordinates().to_numpy()
    away = np.hypot(*(xy - found.xy).T)
    far[rows] = np.isin(found.method, FOR_VERDICTS) & (away > FAR_M + found.error_m)
    return far


def _where(place: PlacedRows, kept: np.ndarray, far: np.ndarray) -> list[Finding]:
    method = place.method[kept]
    nowhere = text("The event has no place: it has no coordinates, and its address was not found. It counts, but stands on no map.")
    rough = {
        NEIGHBOURS: text("The event was placed only roughly: between the neighbouring numbers of its road."),
        ESTATE: text("The event was placed only roughly: in the middle of its estate."),
        COMMUNITY: text("The event was placed only roughly: in the middle of its community's doorplates."),
    }
    apart = text("The event's coordinates lie far from the door or building of its address. Check which is right.")
    found = [Finding("not_located", np.flatnonzero(method == NONE), nowhere)]
    found += [Finding("roughly_located", np.flatnonzero(method == each), words, severity=NOTE) for each, words in rough.items()]
    found.append(Finding("far_from_address", np.flatnonzero(far[kept]), apart))
    return [finding for finding in found if len(finding.rows)]


def _what(told: pd.DataFrame, kept: np.ndarray) -> list[Finding]:
    kinds = {
        "unknown_category": text("The event's category is none of ours; it was loaded as “other”. Add its word to EVENT_WORDS."),
        "unknown_state": text("The event's state is none of ours; it was left empty. Add its word to EVENT_WORDS."),
    }
    found = [Finding(rule, np.flatnonzero(told[rule].to_numpy()[kept]), words, severity=NOTE) for rule, words in kinds.items()]
    return [finding for finding in found if len(finding.rows)]


def _rejected(
    told: pd.DataFrame, read: Table, out: np.ndarray, reasons: list[Text | None], places: gpd.GeoDataFrame, translate: Translator
) -> gpd.GeoDataFrame:
    """The rows left out, without what stands in them: their number finds them in the list."""
    said = [render(reason, translate) for reason in reasons if reason is not None]
    rows = np.flatnonzero(out)
    return listed_rejections(told[["event_id"]].iloc[rows], read, rows, said, places, any_dropped=True, translate=translate)
