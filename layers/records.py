"""Rows in SQLite's record format, made for many rows at once.

A record is a head (its own length, then a type number for each value) and a body (the values' bytes):
https://www.sqlite.org/fileformat2.html, section 2.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Union

import numpy as np

# Type numbers; text and blobs count up from theirs by two for each byte.
NULL, REAL, ZERO, ONE, BLOB, TEXT = 0, 7, 8, 9, 12, 13
# Whole numbers of 1, 2, 3, 4, 6 and 8 bytes have the types 1 to 6.
WHOLE_BYTES = np.array([0, 1, 2, 3, 4, 6, 8])
WHOLE_LIMITS = np.array([1 << (8 * size - 1) for size in (1, 2, 3, 4, 6)])
# What one, two … bytes hold, seven bits each.
VARINT_LIMITS = np.array([1 << (7 * size) for size in range(1, 9)])
WORD = 8
# Bytes of a row that are moved in one go.
MOST_TOGETHER = 512
NUMBERS = {1: "u1", 2: "u2", 4: "u4", 8: "u8"}

Stored = Union[str, bytes, None]


@dataclass(frozen=True)
class Field:
    """One column of some rows: type number, place and length of each value's bytes in a store of bytes.

    rows says which of the values stands in each row; None: each row has its own.
    """

    types: np.ndarray
    starts: np.ndarray
    sizes: np.ndarray
    store: np.ndarray
    rows: np.ndarray | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.types if self.rows is None else self.rows)

    @cached_property
    def lengths(self) -> np.ndarray:
        """Bytes of the value in each row."""
        return self.by_row(self.sizes)

    @cached_property
    def width(self) -> int:
        """Length of the longest value in these rows."""
        return int(self.lengths.max())

    @cached_property
    def is_even(self) -> bool:
        """Whether the values of all rows are of one length."""
        return int(self.lengths.min()) == self.width

    @cached_property
    def is_short(self) -> bool:
        """Whether every type number takes one byte."""
        return bool(self.types.max() < VARINT_LIMITS[0])

    @cached_property
    def padded(self) -> np.ndarray:
        """The store with so much behind it that as many bytes as the longest value has, and a few, may be read from any."""
        return np.append(self.store, np.zeros(self.width + WORD, np.uint8))

    def by_row(self, values: np.ndarray) -> np.ndarray:
        """What is known of the values as it stands in the rows."""
        return values if self.rows is None else values[self.rows]


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
    """A field of different values with the one of each row."""
    return replace(field, rows=rows)


def records(fields: Sequence[Field]) -> Records:
    """The records of columns of the same rows."""
    # A value whose type number is short takes one byte of the head.
    long = [field.by_row(varint_sizes(field.types)) - 1 for field in fields if not field.is_short]
    numbers = sum(long, np.full(fields[0].count, len(fields)))
    # A head's length counts itself.
    head_sizes = numbers + varint_sizes(numbers + varint_sizes(numbers))
    even = sum(field.width for field in fields if field.is_even)
    uneven = [field.lengths for field in fields if not field.is_even]
    return Records(fields, head_sizes, sum(uneven, head_sizes + even))


def put_records(image: np.ndarray, places: np.ndarray, rows: Records) -> None:
    """Write each record at its place in an image of bytes."""
    put_varints(image, places, rows.head_sizes)
    _put_types(image, places + varint_sizes(rows.head_sizes), rows.fields)
    _put_values(image, places + rows.head_sizes, places + rows.sizes, rows.fields)


def _put_types(image: np.ndarray, places: np.ndarray, fields: Sequence[Field]) -> None:
    # Short type numbers are gathered and moved together.
    for short, run in groupby(fields, attrgetter("is_short")):
        if short:
            numbers = np.column_stack([field.by_row(field.types.astype(np.uint8)) for field in run])
            _windows(image, numbers.shape[1])[places] = _rows(numbers, numbers.shape[1])
            places = places + numbers.shape[1]
            continue
        for field in run:
            types = field.by_row(field.types)
            put_varints(image, places, types)
            places = places + varint_sizes(types)


def _put_values(image: np.ndarray, places: np.ndarray, ends: np.ndarray, fields: Sequence[Field]) -> None:
    """Write the values of each row one after the other, neighbours together; ends are those of the rows."""
    for run in _runs(fields):
        width = sum(field.width for field in run)
        if not width:
            continue
        if run[-1].is_even or (width <= MOST_TOGETHER and (ends - places).min() >= width):
            # What a shorter value leaves free is overwritten by the values that follow it in its row.
            _windows(image, width)[places] = _rows(_block(run, width), width)
            places = places + sum(field.width for field in run[:-1]) + run[-1].lengths
            continue
        for field in run:
            _put_exactly(image, places, field)
            places = places + field.lengths


def _runs(fields: Sequence[Field]) -> Iterator[list[Field]]:
    """Neighbours that are written together: the last of them may have values of several lengths."""
    run: list[Field] = []
    for field in fields:
        run.append(field)
        if not field.is_even or sum(one.width for one in run) > MOST_TOGETHER:
            yield run
            run = []
    if run:
        yield run


def _block(fields: Sequence[Field], width: int) -> np.ndarray:
    """The values of each row side by side, shorter ones with what happens to follow them in their store."""
    count, stride = fields[0].count, width + WORD
    block, offset = np.empty(count * stride, np.uint8), 0
    for field in fields:
        # Eight bytes at a time are quickest; those too many are overwritten by the next value.
        for byte in range(0, field.width, WORD):
            _items(block, WORD, start=offset + byte, step=stride, count=count)[:] = _word(field, byte)
        offset += field.width
    return block.reshape(count, stride)


def _word(field: Field, byte: int) -> np.ndarray:
    """Eight bytes of each row's value from that byte on."""
    if field.rows is None and field.is_even and field.width == WORD and len(field.store) == WORD * field.count:
        return field.store.view("u8")
    return field.by_row(_windows(field.padded, WORD)[field.starts + byte])


def _put_exactly(image: np.ndarray, places: np.ndarray, field: Field) -> None:
    starts, sizes = field.by_row(field.starts), field.lengths
    # Values of one length are moved together.
    for size in np.flatnonzero(np.bincount(sizes)).tolist():
        if size:
            rows = np.flatnonzero(sizes == size)
            _windows(image, size)[places[rows]] = _windows(field.store, size)[starts[rows]]


def _rows(block: np.ndarray, width: int) -> np.ndarray:
    """The first bytes of each row as one item."""
    return _items(block.ravel(), width, start=0, step=block.shape[1], count=len(block))


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
