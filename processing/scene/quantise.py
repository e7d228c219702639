"""Numbers as few bytes: whole steps, differences, variable-length integers, gzip.

A part of the payload is gzip(length of the JSON as four little-endian bytes, JSON, columns one after the other). FORMAT.md
tells how each kind of column is read back.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

LONGEST_VARINT = 10
GZIP_LEVEL = 9


@dataclass(frozen=True)
class Column:
    """One packed column: how it is read back, and its bytes."""

    kind: str
    count: int
    data: bytes
    step: float | None = None  # what one unit stands for; None: whole numbers
    missing: bool = False  # 0 stands for "not known", n + 1 for n

    def entry(self, name: str) -> list:
        """The column's line in the part's directory."""
        return [name, self.kind, self.count, len(self.data), self.step or 0, int(self.missing)]


def steps(values: np.ndarray, step: float) -> np.ndarray:
    """The nearest whole number of steps; off by at most half a step."""
    return np.rint(np.asarray(values, dtype=float) / step).astype(np.int64)


def zigzag(values: np.ndarray) -> np.ndarray:
    """Signed as unsigned, small stays small: 0, -1, 1, -2 become 0, 1, 2, 3."""
    signed = np.asarray(values, dtype=np.int64)
    return ((signed << 1) ^ (signed >> 63)).astype(np.uint64)


def varints(values: np.ndarray) -> bytes:
    """Unsigned integers in groups of seven bits, lowest first; the top bit says that more follow."""
    numbers = np.asarray(values, dtype=np.uint64)
    if not len(numbers):
        return b""
    lengths = _varint_lengths(numbers)
    starts = np.cumsum(lengths) - lengths
    octets = np.zeros(int(lengths.sum()), dtype=np.uint8)
    # At most ten rounds, one per byte of the longest number.
    for place in range(int(lengths.max())):
        longer = lengths > place
        group = (numbers[longer] >> np.uint64(7 * place)) & np.uint64(127)
        more = (lengths[longer] > place + 1).astype(np.uint64) << np.uint64(7)
        octets[starts[longer] + place] = group | more
    return octets.tobytes()


def _varint_lengths(numbers: np.ndarray) -> np.ndarray:
    lengths = np.ones(len(numbers), dtype=np.int64)
    for place in range(1, LONGEST_VARINT):
        lengths += numbers >= np.uint64(1 << (7 * place)) if place < LONGEST_VARINT - 1 else numbers >> np.uint64(63) > 0
    return lengths


def unsigned(values: np.ndarray) -> Column:
    """Whole numbers from 0."""
    return Column("u", len(values), varints(values))


def running(values: np.ndarray, step: float | None = None) -> Column:
    """Numbers that are near their predecessors, as differences; rounded to whole steps where a step is given."""
    whole = np.asarray(values, dtype=np.int64) if step is None else steps(values, step)
    return Column("d", len(whole), varints(zigzag(np.diff(whole, prepend=0))), step)


def octets(values: np.ndarray) -> Column:
    """Numbers from 0 to 255."""
    return Column("b", len(values), np.asarray(values, dtype=np.uint8).tobytes())


def reals(values: np.ndarray) -> Column:
    """Numbers that must come back exactly; NaN stays NaN."""
    return Column("f", len(values), np.asarray(values, dtype="<f8").tobytes())


def amounts(values: np.ndarray) -> Column:
    """Amounts from 0 that come back exactly: as integers where all are whole, NaN and negative marks included, else as reals."""
    numbers = np.asarray(values, dtype=float)
    known = numbers[np.isfinite(numbers)]
    if np.any(known != np.rint(known)) or np.any(known < -1):
        return reals(numbers)
    # 0 not known, 1 suppressed (-1), n + 2.
    packed = np.where(np.isfinite(numbers), np.nan_to_num(numbers) + 2, 0)
    return Column("a", len(numbers), varints(packed))


def optional(values: np.ndarray, step: float) -> Column:
    """Measured values that may be missing, near their predecessors, in whole steps."""
    numbers = np.asarray(values, dtype=float)
    known = np.isfinite(numbers)
    whole = np.where(known, steps(np.where(known, numbers, 0.0), step) + 1, 0)
    return Column("d", len(numbers), varints(zigzag(np.diff(whole, prepend=0))), step, missing=True)


def compact_json(content: object) -> bytes:
    """JSON without blanks, UTF-8, in the order given; NaN is refused."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def part(content: Mapping[str, object], columns: Mapping[str, Column]) -> bytes:
    """One part of the payload, compressed; equal inputs give equal bytes."""
    return packed_part(loose_part(content, columns))


def loose_part(content: Mapping[str, object], columns: Mapping[str, Column]) -> bytes:
    """One part as it is before it is compressed."""
    directory = [column.entry(name) for name, column in columns.items()]
    head = compact_json({"json": content, "columns": directory})
    body = b"".join(column.data for column in columns.values())
    return len(head).to_bytes(4, "little") + head + body


def packed_part(loose: bytes) -> bytes:
    """The part compressed: slow, but without Python's lock."""
    return gzip.compress(loose, GZIP_LEVEL, mtime=0)
