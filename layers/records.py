"""Rows in SQLite's record format, made for many rows at once.

A record is a head (its own length, then a type number for each value) and a body (the values' bytes):
https://www.sqlite.org/fileformat2.html, section 2.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Union

import numpy as np

# Type numbers; text and blobs count up from theirs by two for each byte.
NULL, REAL, ZERO, ONE, BLOB, TEXT = 0, 7, 8, 9, 12, 13
# Whole numbers of 1, 2, 3, 4, 6 and 8 bytes have the types 1 to 6.
WHOLE_BYTES = np.array([0, 1, 2, 3, 4, 6, 8])
WHOLE_LIMITS = np.array([1 << (8 * size - 1) for size in (1, 2, 3, 4, 6)])
# What one, two … bytes hold, seven bits each.
VARINT_LIMITS = np.array([1 << (7 * size) for size in range(1, 9)])
NUMBERS = {1: "u1", 2: "u2", 4: "u4", 8: "u8"}

Stored = Union[str, bytes, None]


@dataclass(frozen=True)
class Field:
    """One column of some rows: type number, place and length of each value's bytes in a store of bytes."""

    types: np.ndarray
    starts: np.ndarray
    sizes: np.ndarray
    store: np.ndarray


@dataclass(frozen=True)
class Records:
    """Rows of these columns; lengths in bytes of each head and of each whole record."""

    fields: Sequence[Field]
    head_sizes: np.ndarray
    sizes: np.ndarray


def reals(values: np.ndarray) -> Field:
    """Floats; NaN and infinity become NULL."""
    known = np.isfinite(values)
    return Field(np.where(known, REAL, NULL), 8 * np.arange(len(values)), np.where(known, 8, 0), _bytes(values.astype(">f8")))


def wholes(values: np.ndarray, missing: np.ndarray) -> Field:
    """Whole numbers, each in as few bytes as it needs."""
    types = 1 + np.searchsorted(WHOLE_LIMITS, np.where(values < 0, ~values, values), side="right")
    sizes = WHOLE_BYTES[types]
    short = (values == 0) | (values == 1)
    types[short] = ZERO + values[short]
    types[missing] = NULL
    sizes[short | missing] = 0
    return Field(types, 8 * np.arange(1, len(values) + 1) - sizes, sizes, _bytes(values.astype(">i8")))


def words(values: Sequence[Stored]) -> Field:
    """Text, blobs and missing values."""
    stored = [b"" if value is None else value.encode() if isinstance(value, str) else value for value in values]
    sizes = np.fromiter(map(len, stored), np.int64, len(stored))
    kinds = np.array([NULL if value is None else TEXT if isinstance(value, str) else BLOB for value in values], np.int64)
    types = np.where(kinds == NULL, NULL, kinds + 2 * sizes)
    return Field(types, np.cumsum(sizes) - sizes, sizes, np.frombuffer(b"".join(stored), np.uint8))


def texts(values: Sequence[str]) -> Field:
    """Text in every row: encoded in one go where no word holds the sign that is put between them."""
    store = np.frombuffer("\0".join([*values, ""]).encode(), np.uint8)
    ends = np.flatnonzero(store == 0)
    if len(ends) != len(values):
        return words(values)
    starts = np.concatenate([[0], ends[:-1] + 1])
    return Field(TEXT + 2 * (ends - starts), starts, ends - starts, store)


def blobs(values: np.ndarray) -> Field:
    """Blobs of one length, the rows of an array of bytes."""
    count, size = values.shape
    return Field(np.full(count, BLOB + 2 * size), size * np.arange(count), np.full(count, size), values.ravel())


def nulls(count: int) -> Field:
    """Nothing in any row; also what stands for the row's own number."""
    nothing = np.full(count, NULL)
    return Field(nothing, nothing, nothing, np.empty(0, np.uint8))


def taken(field: Field, rows: np.ndarray) -> Field:
    """The field with these rows of it, any as often as wanted."""
    return Field(field.types[rows], field.starts[rows], field.sizes[rows], field.store)


def records(fields: Sequence[Field]) -> Records:
    """The records of columns of the same rows."""
    numbers = np.sum([varint_sizes(field.types) for field in fields], axis=0)
    # A head's length counts itself.
    head_sizes = numbers + varint_sizes(numbers + varint_sizes(numbers))
    return Records(fields, head_sizes, head_sizes + np.sum([field.sizes for field in fields], axis=0))


def put_records(image: np.ndarray, places: np.ndarray, rows: Records) -> None:
    """Write each record at its place in an image of bytes."""
    put_varints(image, places, rows.head_sizes)
    _put_types(image, places + varint_sizes(rows.head_sizes), rows.fields)
    _put_values(image, places + rows.head_sizes, rows.fields)


def _put_types(image: np.ndarray, places: np.ndarray, fields: Sequence[Field]) -> None:
    # Type numbers of one byte are gathered and moved together.
    for short, run in groupby(fields, lambda field: field.types.max() < VARINT_LIMITS[0]):
        if short:
            numbers = np.column_stack([field.types.astype(np.uint8) for field in run])
            _move(numbers.ravel(), numbers.shape[1] * np.arange(len(places)), image, places, numbers.shape[1])
            places = places + numbers.shape[1]
            continue
        for field in run:
            put_varints(image, places, field.types)
            places = places + varint_sizes(field.types)


def _put_values(image: np.ndarray, places: np.ndarray, fields: Sequence[Field]) -> None:
    # Neighbours whose values are of one length in all rows are gathered and moved together.
    for even, run in groupby(fields, lambda field: field.sizes.min() == field.sizes.max()):
        if even:
            places = _put_block(image, places, list(run))
            continue
        for field in run:
            for size in np.flatnonzero(np.bincount(field.sizes)).tolist():
                rows = np.flatnonzero(field.sizes == size)
                _move(field.store, field.starts[rows], image, places[rows], size)
            places = places + field.sizes


def _put_block(image: np.ndarray, places: np.ndarray, fields: list[Field]) -> np.ndarray:
    """Write fields whose values are of one length each; where the next ones go."""
    widths = [int(field.sizes[0]) for field in fields]
    width, count = sum(widths), len(places)
    block = np.empty(count * width, np.uint8)
    offsets = np.cumsum([0, *widths]).tolist()
    for field, size, offset in zip(fields, widths, offsets):
        if size:
            _items(block, size, start=offset, step=width, count=count)[:] = _windows(field.store, size)[field.starts]
    _move(block, width * np.arange(count), image, places, width)
    return places + width


def _move(store: np.ndarray, starts: np.ndarray, image: np.ndarray, places: np.ndarray, size: int) -> None:
    if size:
        _windows(image, size)[places] = _windows(store, size)[starts]


def _windows(values: np.ndarray, size: int) -> np.ndarray:
    """Every run of so many bytes as one item, overlapping."""
    return _items(values, size, start=0, step=1, count=len(values) - size + 1)


def _items(values: np.ndarray, size: int, *, start: int, step: int, count: int) -> np.ndarray:
    return np.ndarray((count,), NUMBERS.get(size, f"V{size}"), values, start, (step,))


def varint_sizes(values: np.ndarray) -> np.ndarray:
    """How many bytes each number (not below zero) takes as a varint."""
    if values.max(initial=0) < VARINT_LIMITS[0]:
        return np.ones(len(values), np.int64)
    return 1 + np.searchsorted(VARINT_LIMITS, values, side="right")


def put_varints(image: np.ndarray, places: np.ndarray, values: np.ndarray) -> None:
    """Write numbers seven bits to a byte, the highest first; all but the last byte carry the eighth bit."""
    sizes = varint_sizes(values)
    if sizes.max(initial=1) == 1:
        image[places] = values
        return
    for size in np.flatnonzero(np.bincount(sizes)).tolist():
        rows = np.flatnonzero(sizes == size)
        for byte in range(size):
            more = 0x80 if byte < size - 1 else 0
            image[places[rows] + byte] = (values[rows] >> (7 * (size - 1 - byte))) & 0x7F | more


def _bytes(values: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(values).view(np.uint8)
