"""What a file holds becomes a table of the workspace, every row loaded or listed with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd

from .. import door, schema
from ..coordinates import Detected
from ..errors import InputError
from ..frames import with_columns, with_names, with_rows, without_columns
from ..persons import IDENTIFIER, NAME, NOTE, NUMBERS, PLACE
from ..privacy import NAMED, cut_words, examine, without_persons
from ..progress import SILENT, Progress
from ..reference import Reference
from ..repeats import everywhere
from ..values import as_text
from ..words import Text, Translator, english, render, text
from .aliases import Names, X, Y, plain_names, shipped_names
from .columns import ColumnMap, propose
from .mapping_file import stated_columns
from .places import Placed, placed
from .table import Table, misfit_frame
from .value_words import Words, with_our_words

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]
CUT_CODE = r"[1-9](?:\.[0-9]+)?[Ee]\+[01][0-9]"
ROW, REASON, GEOMETRY, SOURCE = "row", "reason", "geometry", "source"


@dataclass(frozen=True)
class Intake:
    """A table as the workspace takes it, and the account of its rows: read = loaded + rejected.

    rejected holds the file's columns without personal data, the row (line, number) and the reason.
    """

    frame: Frame
    rejected: Frame
    problems: gpd.GeoDataFrame
    mapping: ColumnMap
    rows_read: int
    dropped: tuple[str, ...]
    crs: str | None
    removed: int = 0  # values out of which personal data was cut
    detected: Detected | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """What the user says of a file: columns, coordinates, the CRS to come out in, names and words of the user's own."""

    fields: str = ""
    coordinates: str = "auto"
    crs: str | None = None
    origin: str = ""  # what the column source says where the file has none
    names: Names | None = None
    words: Words | None = None
    reference: Reference | None = None
    axes: Mapping[str, str] = field(default_factory=dict)  # columns of coordinates by x and y


def take_in(table: str, read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Intake:
    """Map, translate, place and accept a file's rows.

    Raises InputError, all problems at once, where columns that the table needs are not found or its place is not known.
    """
    names = wishes.names or shipped_names()
    present = [str(name) for name in read.frame.columns if name != GEOMETRY]
    stated = {**stated_columns(wishes.fields, table=table, known=list(names.tables[table]), present=present), **wishes.axes}
    refuse_absent(stated, present)
    clear = cleared(table, read.frame, names, stated=stated)
    harmless, dropped = clear.frame, clear.dropped
    mapping = propose(table, harmless, stated=stated, cut_names=read.cut_names, names=names)
    progress.at(0.3)
    ours = with_our_words(table, mapping.renamed(harmless), words=wishes.words)
    place = _place(table, ours, mapping, wishes, progress)
    ready = with_key(table, with_origin(table, place.frame, wishes.origin))
    refuse_unmapped(table, list(ready.columns), present)
    accepted = door.accept(table, ready, crs=place.crs, translate=translate, progress=progress)
    rows, reasons = accepted.rejected[ROW].to_numpy(int) - 1, accepted.rejected[REASON].tolist()
    left_out = with_rows(harmless, rows)
    rejected = listed_rejections(left_out, read, rows, reasons, place.frame, any_dropped=bool(dropped), translate=translate)
    said = (*read.notes, *clear.notes, *mapping.notes(), *cut_codes(table, harmless, mapping), *place.notes)
    return Intake(
        frame=accepted.frame,
        rejected=rejected,
        problems=accepted.problems,
        mapping=mapping,
        rows_read=read.rows_read,
        dropped=(*dropped, *accepted.dropped),
        removed=clear.removed,
        crs=place.crs,
        detected=place.detected,
        notes=said,
    )


@dataclass(frozen=True)
class Cleared:
    """A file's rows without personal data: the columns left out, and what is said of values cut out of the others."""

    frame: Frame
    dropped: tuple[str, ...]
    removed: int = 0
    notes: tuple[Text, ...] = ()
    changed: tuple[str, ...] = ()  # columns out of which something was cut


def without_personal(table: str, frame: Frame, names: Names) -> tuple[Frame, tuple[str, ...]]:
    """The frame without personal data, and which columns were left out (see cleared)."""
    found = cleared(table, frame, names)
    return found.frame, found.dropped


def cleared(table: str, frame: Frame, names: Names, *, stated: Mapping[str, str] | None = None) -> Cleared:
    """The frame without columns of personal data and of free text, and with what tells of a person cut out of the others.

    A column that bears the name of one of the table's own, or is stated to be it, keeps what is no person's; of columns
    that serve nothing whatever looks like a person's name is taken.
    """
    declared = schema.TABLES[table]
    kinds = {name: _kind(name, table, names, stated or {}) for name in frame.columns if name != GEOMETRY}
    ours = [name for name in kinds if str(name).lower() in names.tables[table] or name in (stated or {}).values()]
    identifiers = [name for name in kinds if str(name).lower() in (declared.key, *door.IDENTIFIERS)]
    found = examine(frame, ours=ours, identifiers=identifiers, kinds={**kinds, **dict.fromkeys(identifiers, IDENTIFIER)})
    refused = [name for name in (stated or {}).values() if name in found.personal]
    if refused:
        words = text(
            "The columns {columns}, which FIELDS names, hold personal data and are not loaded. Name others.", columns=", ".join(refused)
        )
        raise InputError(words)
    cut = {name: without_persons(frame[name], rows, found.left[name]) for name, rows in found.traces.items()}
    counts = {name: int(rows.sum()) for name, rows in found.traces.items()}
    notes = [text("Personal data was cut out of {count} values of {name}.", count=count, name=name) for name, count in counts.items()]
    left = with_columns(without_columns(frame, found.personal), cut) if found.personal or cut else frame
    return Cleared(left, tuple(map(str, found.personal)), sum(counts.values()), tuple(notes), tuple(cut))


def _kind(name: str, table: str, names: Names, stated: Mapping[str, str]) -> str:
    """What a column holds, by the first of ours that it may be."""
    forms = plain_names(name)
    ours = next((column for column, given in stated.items() if given == name), None) or next(
        (column for column, known in names.tables[table].items() if any(form in known for form in forms)), None
    )
    if ours is None:
        return NOTE
    if ours == schema.TABLES[table].key or ours in door.IDENTIFIERS:
        return IDENTIFIER
    return NAME if ours in NAMED else PLACE


def refuse_absent(stated: Mapping[str, str], present: list[str]) -> None:
    """Raises InputError for coordinates stated in columns that the file lacks."""
    absent = [name for axis, name in stated.items() if axis in (X, Y) and name and name not in present]
    if absent:
        raise InputError(
            *(text("The file lacks the column “{name}”. It has: {known}.", name=name, known=", ".join(present)) for name in absent)
        )


def refuse_unmapped(table: str, found: list[str], present: list[str]) -> None:
    """Raises InputError for columns that a table needs and none of the file's was recognised as."""
    missing = [column.name for column in schema.TABLES[table].columns if column.required and column.name not in found]
    if missing:
        raise InputError(
            text(
                "No column of the file was recognised as {columns}. Name it in FIELDS, for example {example}; the file has: {known}.",
                columns=", ".join(missing),
                example=f"{missing[0]}={present[0] if present else '…'}",
                known=", ".join(present),
            )
        )


def cut_codes(table: str, frame: Frame, mapping: ColumnMap) -> list[Text]:
    """A note for each column of texts in which a spreadsheet program wrote long codes as 3.20506E+11: their digits are lost."""
    texts = {column.name for column in schema.TABLES[table].columns if column.kind == schema.TEXT}
    notes = []
    for name in dict.fromkeys(name for column, name in mapping.columns.items() if column in texts):
        words = as_text(frame[name]).dropna()
        cut = words[words.str.fullmatch(CUT_CODE)]
        if len(cut):
            notes.append(
                text(
                    "{count} values of {name} lost digits in a spreadsheet program ({example}). Export the column as text.",
                    count=len(cut),
                    name=name,
                    example=cut.iloc[0],
                )
            )
    return notes


def with_key(table: str, frame: Frame) -> Frame:
    """The frame with an identifier in each row: its own, else its number from 1, behind # where others have their own."""
    key = schema.TABLES[table].key
    if key is None or table == "areas":
        return frame
    own = as_text(frame[key]) if key in frame.columns else None
    if own is not None and own.notna().all():
        return frame
    if own is None:
        return with_columns(frame, {key: np.array([str(number) for number in range(1, len(frame) + 1)], object)})
    without = np.flatnonzero(own.isna())
    keys = own.to_numpy(object).copy()
    keys[without] = [f"#{row + 1}" for row in without.tolist()]
    return with_columns(frame, {key: keys})


def with_origin(table: str, frame: Frame, origin: str) -> Frame:
    """The frame with the column source: its own, else where it came from."""
    if SOURCE in frame.columns or not origin:
        return frame
    return with_columns(frame, {SOURCE: everywhere(origin, len(frame))})


def _place(table: str, frame: Frame, mapping: ColumnMap, wishes: Wishes, progress: Progress) -> Placed:
    if schema.TABLES[table].geometry is None:
        plain = pd.DataFrame(frame.drop(columns=GEOMETRY, errors="ignore"))
        return Placed(plain, None)
    return placed(table, frame, mapping, word=wishes.coordinates, known=wishes.reference, target=wishes.crs, progress=progress)


def listed_rejections(
    shown: Frame,
    read: Table,
    rows: np.ndarray,
    reasons: Sequence[str],
    places: Frame,
    *,
    any_dropped: bool,
    translate: Translator = english,
) -> Frame:
    """The rows left out, by the reader and after it, in the order of the file: its columns, row and reason.

    shown are the rows left out, rows their positions among all with their reasons; places holds the geometries of all
    rows, if they have any.
    """
    values = without_columns(_room_for_ours(shown), [GEOMETRY])
    left_out = values.assign(**{ROW: read.lines[rows], REASON: list(reasons)})
    misfits = _misfits(read, values.columns.tolist(), any_dropped=any_dropped, translate=translate)
    together = pd.concat([_without_persons(left_out.astype(object), NUMBERS), _without_persons(misfits, NOTE)], ignore_index=True)
    numbers = together[ROW].to_numpy(int)
    order = np.argsort(numbers, kind="stable")
    listed = together.iloc[order].reset_index(drop=True).assign(**{ROW: numbers[order]})
    if not isinstance(places, gpd.GeoDataFrame):
        return listed
    shapes = np.full(len(together), None, object)
    shapes[: len(rows)] = places.geometry.to_numpy()[rows]
    return gpd.GeoDataFrame(listed, geometry=gpd.GeoSeries(shapes[order], crs=places.crs), crs=places.crs)


def _misfits(read: Table, names: list[str], *, any_dropped: bool, translate: Translator) -> pd.DataFrame:
    """The rows that did not fit. Where there was personal data their fields are not shown: they may stand under another's name."""
    shown = [replace(misfit, fields=()) for misfit in read.misfits] if any_dropped else read.misfits
    reasons = [render(misfit.reason, translate) for misfit in read.misfits]
    return misfit_frame(shown, names).assign(**{ROW: [misfit.line for misfit in read.misfits], REASON: reasons}).astype(object)


def _room_for_ours(frame: Frame) -> Frame:
    taken = {name: f"{name}_" for name in frame.columns if str(name).lower() in (ROW, REASON)}
    return with_names(frame, taken)


def _without_persons(frame: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The frame with what tells of a person taken out of its texts, the reasons too: they quote values."""
    cut = {}
    for name in frame.columns.difference([ROW]):
        words = [word for word in pd.unique(frame[name].dropna()) if isinstance(word, str)]
        left = cut_words(words, NUMBERS if name == REASON else kind)
        if left:
            cut[name] = [left.get(word, word) if isinstance(word, str) else word for word in frame[name]]
    return frame.assign(**cut)
