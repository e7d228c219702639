"""Columns and geometries of a frame as values that a GeoPackage stores."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import shapely

from . import schema

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_MOMENT = re.compile(ISO_DAY.pattern + r"(T\d\d:\d\d:\d\d)?")
BOOLEAN, DATETIME = "boolean", "datetime"
# What shapely calls a geometry type, by the OGC name GeoPackage wants.
SINGLE = {0: "POINT", 1: "LINESTRING", 3: "POLYGON"}
MULTI = {4: "MULTIPOINT", 5: "MULTILINESTRING", 6: "MULTIPOLYGON"}
DECLARED = {schema.POINT: "POINT", schema.LINE: "LINESTRING", schema.POLYGON: "POLYGON"}
ANY = "GEOMETRY"
HEADER_BYTES, ENVELOPE_BYTES = 8, 32
EMPTY_FLAG, ENVELOPE_FLAG, LITTLE_ENDIAN = 0x10, 0x02, 0x01
POINT_WKB_BYTES = 21
LONGEST_LITERAL = 200


def column_kind(column: pd.Series, declared: str | None) -> str:
    """How a column is stored; what the schema declares holds where the values allow it."""
    kind = _kind_of_values(column)
    if kind == "empty":
        return declared or schema.TEXT
    if kind == schema.REAL and declared == schema.INTEGER and _whole(column):
        return schema.INTEGER
    if kind == DATETIME and declared == schema.DATE and _midnights(column):
        return schema.DATE
    if kind == schema.TEXT and declared == schema.DATE:
        return _kind_of_dates(column)
    return kind


def _kind_of_dates(column: pd.Series) -> str:
    """Dates written as ISO text are stored as dates, so that QGIS knows them."""
    words = pd.unique(column.dropna())
    if all(ISO_DAY.fullmatch(word) for word in words):
        return schema.DATE
    return DATETIME if all(ISO_MOMENT.fullmatch(word) for word in words) else schema.TEXT


def _kind_of_values(column: pd.Series) -> str:
    dtype = column.dtype
    if pd.api.types.is_bool_dtype(dtype):
        return BOOLEAN
    if pd.api.types.is_integer_dtype(dtype):
        return schema.INTEGER
    if pd.api.types.is_float_dtype(dtype):
        return schema.REAL if column.notna().any() else "empty"
    if pd.api.types.is_datetime64_any_dtype(dtype):
        return DATETIME if column.notna().any() else "empty"
    inferred = pd.api.types.infer_dtype(column, skipna=True)
    known = {
        "empty": "empty",
        "boolean": BOOLEAN,
        "integer": schema.INTEGER,
        "floating": schema.REAL,
        "mixed-integer-float": schema.REAL,
        "decimal": schema.REAL,
        "date": schema.DATE,
        "datetime": DATETIME,
        "datetime64": DATETIME,
    }
    return known.get(inferred, schema.TEXT)


def _whole(column: pd.Series) -> bool:
    values = column.to_numpy(float, na_value=np.nan)
    values = values[np.isfinite(values)]
    return bool((values == np.floor(values)).all())


def _midnights(column: pd.Series) -> bool:
    values = pd.to_datetime(column).dropna()
    return bool((values == values.dt.normalize()).all())


def stored_values(column: pd.Series, kind: str) -> list:
    """The column's values as sqlite3 takes them; NaN, NaT, infinity and None become NULL."""
    if kind == schema.REAL:
        values = column.to_numpy(float, na_value=np.nan)
        finite = np.isfinite(values)
        # sqlite3 binds NaN as NULL.
        return np.where(finite, values, np.nan).tolist() if finite.any() else [None] * len(values)
    if kind in (schema.DATE, DATETIME):
        return _dates(column, kind)
    values = column.to_numpy(object)
    if kind == schema.TEXT and pd.api.types.infer_dtype(values, skipna=False) == "string":
        return values.tolist()
    missing = column.isna().to_numpy()
    if kind in (schema.INTEGER, BOOLEAN):
        return _integers(column, missing)
    if pd.api.types.infer_dtype(values[~missing], skipna=False) not in ("string", "empty"):
        values = np.array([str(value) for value in values], object)
    return np.where(missing, None, values).tolist()


def literal(values: list) -> str | None:
    """The SQL for a value that stands in all rows alike; None where they differ or SQL cannot say it exactly."""
    first = values[0] if values else None
    if not values or first != values[-1] or values.count(first) < len(values):
        return None
    if isinstance(first, str) and "\0" not in first and len(first) < LONGEST_LITERAL:
        return "'" + first.replace("'", "''") + "'"
    return "NULL" if first is None else str(first) if isinstance(first, int) else None


def _integers(column: pd.Series, missing: np.ndarray) -> list:
    if column.dtype.kind == "f":
        missing = missing | ~np.isfinite(column.to_numpy())
    if not missing.any():
        return column.to_numpy(np.int64).tolist()
    whole = np.where(missing, 0, column.to_numpy(object)).astype(np.int64)
    return np.where(missing, None, whole.astype(object)).tolist()


def _dates(column: pd.Series, kind: str) -> list:
    """ISO 8601: days, or UTC to the millisecond as GeoPackage wants."""
    moments = pd.to_datetime(column, utc=True).dt.tz_localize(None).to_numpy()
    words = np.datetime_as_string(moments.astype("datetime64[D]" if kind == schema.DATE else "datetime64[ms]")).astype(object)
    words = words if kind == schema.DATE else words + "Z"
    return np.where(np.isnat(moments), None, words).tolist()


def geometry_type(values: np.ndarray, declared: str | None) -> str:
    """The OGC type that holds all these geometries; single ones are promoted where multi ones stand beside them."""
    types = set(np.unique(shapely.get_type_id(values)).tolist()) - {-1}
    if not types:
        return DECLARED.get(declared or "", ANY)
    for single, multi in zip(SINGLE, MULTI):
        if types == {single}:
            return SINGLE[single]
        if types <= {single, multi}:
            return MULTI[multi]
    return ANY


def shapes(values: np.ndarray, ogc_type: str) -> np.ndarray:
    """The geometries in two dimensions, promoted to the type."""
    if shapely.has_z(values).any():
        values = shapely.force_2d(values)
    makers = {"MULTIPOINT": shapely.multipoints, "MULTILINESTRING": shapely.multilinestrings, "MULTIPOLYGON": shapely.multipolygons}
    if ogc_type not in makers:
        return values
    single = np.isin(shapely.get_type_id(values), list(SINGLE))
    promoted = values.copy()
    promoted[single] = makers[ogc_type](values[single], indices=np.arange(single.sum()))
    return promoted


def blobs(values: np.ndarray, srs_id: int) -> list[bytes | None]:
    """GeoPackage binaries: header, envelope (none for points), well-known binary; a missing geometry is None."""
    if all_points(values):
        rows = point_blobs(values, srs_id)
        return rows.view(f"V{rows.shape[1]}").ravel().tolist()
    missing, empty = shapely.is_missing(values), shapely.is_empty(values)
    bodies = shapely.to_wkb(values, byte_order=1)
    with_envelope = ~(missing | empty) & (shapely.get_type_id(values) != 0)
    envelopes = np.ascontiguousarray(shapely.bounds(values)[:, [0, 2, 1, 3]])
    flags = LITTLE_ENDIAN | np.where(empty, EMPTY_FLAG, 0) | np.where(with_envelope, ENVELOPE_FLAG, 0)
    headers = np.hstack([_headers(flags, srs_id), envelopes.view(np.uint8)])
    cut = np.where(with_envelope, HEADER_BYTES + ENVELOPE_BYTES, HEADER_BYTES).tolist()
    # Blobs differ in length, so they are joined one by one.
    return [None if body is None else header[:end].tobytes() + body for header, end, body in zip(headers, cut, bodies)]


def _headers(flags: np.ndarray, srs_id: int) -> np.ndarray:
    """Eight bytes each: GP, version 0, flags, the CRS's number."""
    headers = np.empty((len(flags), HEADER_BYTES), np.uint8)
    headers[:, :3] = np.frombuffer(b"GP\x00", np.uint8)
    headers[:, 3] = flags
    headers[:, 4:] = np.frombuffer(np.array([srs_id], "<i4").tobytes(), np.uint8)
    return headers


def all_points(values: np.ndarray) -> bool:
    """Whether every geometry is a point with a place."""
    return bool((shapely.get_type_id(values) == 0).all()) and not shapely.is_empty(values).any()


def point_blobs(points: np.ndarray, srs_id: int) -> np.ndarray:
    """GeoPackage binaries of points as rows of bytes."""
    rows = np.empty((len(points), HEADER_BYTES + POINT_WKB_BYTES), np.uint8)
    rows[:, :HEADER_BYTES] = _headers(np.full(len(points), LITTLE_ENDIAN), srs_id)
    rows[:, HEADER_BYTES : HEADER_BYTES + 5] = np.frombuffer(b"\x01\x01\x00\x00\x00", np.uint8)
    coordinates = np.ascontiguousarray(shapely.get_coordinates(points).astype("<f8"))
    rows[:, HEADER_BYTES + 5 :] = coordinates.view(np.uint8).reshape(len(points), -1)
    return rows
