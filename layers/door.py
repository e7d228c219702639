"""The one door: whatever comes in leaves it as its table's frame, with every unusable row accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd

from . import findings, schema
from .crs import require_metres
from .errors import InputError
from .facility_types import split_services
from .findings import Finding
from .frames import drained_rows, without_columns
from .privacy import Examined, examine, without_persons
from .problems import NOTE, problem_frame
from .progress import SILENT, Progress, aside
from .repeats import everywhere, same_objects
from .shapes import fitted
from .street_levels import with_levels
from .values import as_choice, as_codes, as_dates, as_numbers, as_text, whole_if_possible
from .words import Text, Translator, english, text

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]

# Numbers that may lie below zero: the layer of a tunnel, the ground under a building.
MAY_BE_NEGATIVE = ("level", "base_m", "speed_factor", "penalty_s")  # the last two are refused where streets are walked
DEFAULTS = {"areas": {"partition": schema.PARTITION}}
# Codes stand in several tables; a mobile number in them is chance.
IDENTIFIERS = ("code", "parent_code", "grid_code", "community_code", "building_id")
CODES = ("code", "parent_code", "grid_code", "community_code")
OUTLINES_SERVE = ("walls",)
PLACE_OPTIONAL = ("events",)  # a report without a place still counts


@dataclass(frozen=True)
class Accepted:
    """A table as the engine trusts it: all columns of the schema in its order, rows numbered from 0.

    rejected holds the source's rows that were left out, with row (its number from 1) and reason; problems all
    findings; dropped the personal columns that were refused; rows_read how many rows came.
    """

    frame: Frame
    rejected: Frame
    problems: gpd.GeoDataFrame
    dropped: tuple[str, ...] = ()
    rows_read: int = 0


@dataclass(frozen=True)
class _Check:
    """What the checks of one table have found so far."""

    table: schema.Table
    examined: Examined
    found: list[Finding] = field(default_factory=list)

    def note(self, rows: np.ndarray, rule: str, message: Text, **more: object) -> None:
        """Remember the rows that are True."""
        if rows.any():
            self.found.append(Finding(rule, np.flatnonzero(rows), message, **more))


def accept(
    table: str,
    frame: Frame,
    *,
    crs: str | None = None,
    harmless: Mapping[str, np.ndarray] | None = None,
    translate: Translator = english,
    progress: Progress = SILENT,
) -> Accepted:
    """Check a frame against its table's declaration and read its values.

    harmless are values by column that were examined and told of no person: these very objects are not examined again.
    Raises InputError, all problems at once, for missing columns, a missing CRS or one that is not in metres, and
    identifiers that are citizens' numbers.
    """
    progress.at(0.0, text("Checking {table}", table=table))
    return aside(progress.part(0, 0), lambda relay: _accepted(table, frame, crs, harmless or {}, translate, relay))


def _accepted(
    table: str, frame: Frame, crs: str | None, harmless: Mapping[str, np.ndarray], translate: Translator, progress: Progress
) -> Accepted:
    declared = schema.TABLES[table]
    alike = {name: same_objects(frame[name].to_numpy(), values) for name, values in harmless.items() if name in frame.columns}
    unknown = without_columns(frame, [name for name, rows in alike.items() if rows.all()])
    examined = examine(unknown, ours=declared.names(), identifiers=[declared.key or "", *IDENTIFIERS], harmless=alike)
    crs = crs or frame_crs(frame)
    _refuse(declared, frame, examined.personal, crs)
    source = _numbered(without_columns(frame, examined.personal) if examined.personal else frame)
    source = with_levels(source) if table == "streets" else source
    check = _Check(declared, examined)
    columns = {}
    for column in declared.columns:
        progress.at(0.0)
        columns[column.name] = _column(check, column, source)
    progress.at(0.0)
    # The columns are ours alone: they need not be copied once more.
    handed = [_with_geometry(check, pd.DataFrame(columns, copy=False), source, crs)]
    del columns
    ids = without_columns(handed[0], handed[0].columns.drop(declared.key or []))
    reasons = findings.reasons(check.found, translate)
    usable = drained_rows(handed, np.setdiff1d(np.arange(len(ids)), list(reasons))) if reasons else handed.pop()
    _duplicates(check, usable)
    listed = findings.problems(declared, check.found, accepted=ids, source=source)
    # reset_index would copy the frame once more.
    usable.index = pd.RangeIndex(len(usable))
    return Accepted(
        frame=usable,
        rejected=findings.rejected(source, reasons),
        problems=problem_frame(listed, crs=crs, translate=translate),
        dropped=tuple(map(str, examined.personal)),
        rows_read=len(frame),
    )


def _numbered(frame: Frame) -> Frame:
    """The frame with its rows numbered from 0; itself where they are."""
    return frame if frame.index.equals(pd.RangeIndex(len(frame))) else frame.reset_index(drop=True)


def frame_crs(frame: Frame) -> str | None:
    """A frame's CRS as authid, else WKT; None where it has none."""
    stated = frame.attrs.get("crs")
    if stated or getattr(frame, "crs", None) is None:
        return stated
    authority = frame.crs.to_authority()
    return ":".join(authority) if authority else frame.crs.to_wkt()


def first_of_each(table: str, frame: Frame) -> Frame:
    """The frame with only the first row of each identifier."""
    return frame[~_repeated(schema.TABLES[table], frame)].reset_index(drop=True)


def _refuse(table: schema.Table, frame: Frame, personal: tuple[str, ...], crs: str | None) -> None:
    problems = []
    missing = [column.name for column in table.columns if column.required and column.name not in frame.columns]
    if missing:
        known = ", ".join(str(column) for column in frame.columns if column != "geometry")
        problems.append(
            text(
                "The table {table} lacks the required columns {columns}. Rename or add them; it has: {known}.",
                table=table.name,
                columns=", ".join(missing),
                known=known,
            )
        )
    needed = [column.name for column in table.columns if column.required and column.name in personal]
    if needed:
        problems.append(
            text(
                "The column {columns} of the table {table} holds personal numbers. Give the rows identifiers of their own.",
                columns=", ".join(needed),
                table=table.name,
            )
        )
    problems += _place_problems(table, frame, crs)
    if problems:
        raise InputError(*problems)


def _place_problems(table: schema.Table, frame: Frame, crs: str | None) -> list[Text]:
    if table.geometry is None:
        return []
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        return [
            text(
                "The table {table} has no geometry. Choose a layer with {kind} geometry.",
                table=table.name,
                kind=findings.kind(table.geometry),
            )
        ]
    if crs is None:
        return [text("The table {table} has no coordinate reference system. Set it in the layer's properties.", table=table.name)]
    try:
        require_metres(crs)
    except InputError as error:
        return list(error.problems)
    return []


def _column(check: _Check, column: schema.Column, source: Frame) -> pd.Series:
    if column.name not in source.columns:
        return _absent(check.table, column, len(source))
    values = _harmless(check, column, source[column.name])
    if column.kind in (schema.INTEGER, schema.REAL):
        return _numbers(check, column, values)
    unread, words = np.zeros(len(values), bool), text("")
    if column.kind == schema.DATE:
        read, unread = as_dates(values)
        words = text("“{value}” in {column} is not a date; left empty.", column=column.name)
    elif column.values:
        read, unread = as_choice(values, column.values)
        words = text("“{value}” in {column} is not one of {allowed}; left empty.", column=column.name, allowed=", ".join(column.values))
    else:
        read = _codes(check, column, values) if column.name in CODES else _as_doors(check, column, as_text(values))
        read = _services(read) if column.name == "services" else read
    if column.required:
        words = text("“{value}” in the required column {column} cannot be used.", column=column.name)
        empty = text("The required column {column} is empty.", column=column.name)
        check.note(read.isna().to_numpy() & ~unread, "empty", empty, rejects=True)
    check.note(unread, "unknown_value", words, values=values, rejects=column.required)
    default = DEFAULTS.get(check.table.name, {}).get(column.name)
    return read if default is None else read.fillna(default)


def _absent(table: schema.Table, column: schema.Column, rows: int) -> pd.Series:
    if column.kind in (schema.INTEGER, schema.REAL):
        return pd.Series(np.full(rows, np.nan))
    return pd.Series(everywhere(DEFAULTS.get(table.name, {}).get(column.name), rows))


def _numbers(check: _Check, column: schema.Column, values: pd.Series) -> pd.Series:
    numbers, unread = as_numbers(values)
    check.note(unread, "not_a_number", text("“{value}” in {column} is not a number; left empty.", column=column.name), values=values)
    if column.name not in MAY_BE_NEGATIVE:
        below = (numbers < 0).to_numpy()
        words = text("“{value}” in {column} is below zero; left empty.", column=column.name)
        check.note(below, "below_zero", words, values=values)
        numbers = numbers.mask(below) if below.any() else numbers
    return whole_if_possible(numbers) if column.kind == schema.INTEGER else numbers


def _harmless(check: _Check, column: schema.Column, values: pd.Series) -> pd.Series:
    """The values without what tells of a person; that must not reach the list of problems either."""
    rows = check.examined.traces.get(column.name)
    if rows is None or column.name == check.table.key:
        return values
    check.note(rows, "personal_data", text("Personal data in {column} was removed.", column=column.name))
    return without_persons(values, rows, check.examined.left[column.name])


def _as_doors(check: _Check, column: schema.Column, words: pd.Series) -> pd.Series:
    """The words; addresses of doors as far as their door: whose room it is would be a person's affair."""
    if column.name != "address" or check.table.name != "doorplates":
        return words
    from .addresses.rooms import behind_the_door
    from .addresses.split import without_rooms

    finer = behind_the_door(words)
    if not finer.any():
        return words
    check.note(finer, "room", text("Rooms and floors cut off addresses: {count}."), severity=NOTE, once=True)
    cut = words.copy()
    cut[finer] = without_rooms(words[finer]).replace("", None)
    return cut


def _codes(check: _Check, column: schema.Column, values: pd.Series) -> pd.Series:
    """Codes as text; those that were numbers lose their decimals."""
    read, cut = as_codes(values)
    numbers = read.notna().to_numpy() if pd.api.types.is_float_dtype(values.dtype) else cut
    words = text("Codes in {column} are numbers with decimals; taken without them: {count}.", column=column.name)
    check.note(numbers, "code_as_number", words, severity=NOTE, once=True)
    return read


def _services(services: pd.Series) -> pd.Series:
    """Services as ids with commas between; whether a profile counts them is not the door's question."""
    spoken = {word: ",".join(split_services(word)) or None for word in pd.unique(services.dropna())}
    return services.map(spoken, na_action="ignore").astype(object)


def _with_geometry(check: _Check, columns: pd.DataFrame, source: Frame, crs: str | None) -> Frame:
    table = check.table
    if table.geometry is None:
        return columns
    if table.geometry not in findings.KINDS:
        return gpd.GeoDataFrame(columns, geometry=source.geometry.to_numpy(), crs=crs, copy=False)
    fit = fitted(source.geometry.to_numpy(), table.geometry, outlines=table.name in OUTLINES_SERVE)
    wanted = findings.kind(table.geometry)
    if table.name not in PLACE_OPTIONAL:
        check.note(
            fit.missing, "no_geometry", text("The row has no place: its geometry is empty or a coordinate is no number."), rejects=True
        )
    check.note(fit.wrong_kind, "wrong_geometry", text("The geometry is not a {kind}.", kind=wanted), rejects=True)
    check.note(fit.no_length, "no_length", text("The line has no length."), rejects=True)
    check.note(fit.repaired, "repaired_geometry", text("The outline crosses itself; it was repaired."))
    replaced = text("Polygons replaced by a point on their surface or by their outline: {count}.")
    check.note(fit.replaced, "replaced_geometry", replaced, severity=NOTE, once=True)
    return gpd.GeoDataFrame(columns, geometry=fit.shapes, crs=crs, copy=False)


def _duplicates(check: _Check, usable: Frame) -> None:
    if check.table.key:
        rows = usable.index[_repeated(check.table, usable)].to_numpy()
        check.found.extend([Finding("duplicate_id", rows, text("The identifier stands in an earlier row too."))] if len(rows) else [])


def _repeated(table: schema.Table, frame: Frame) -> pd.Series:
    identity = ["partition", table.key] if "partition" in frame.columns else [table.key]
    return frame.duplicated(identity)
