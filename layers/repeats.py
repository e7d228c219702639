"""Columns in which values repeat: what is asked of a value is asked once, not in every row."""

from __future__ import annotations

import ctypes

import numpy as np
import pandas as pd

PROBE = 4096  # rows that are looked at first
DISTINCT_SHARE = 0.5


def different(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different objects of a column, and for each row the position among them of the one that stands there.

    Objects are told apart by identity, which asks none of them anything: equal words that were read together are one
    object, and where they are several all of them are handed back, as are all rows of a column that hardly repeats.
    """
    if values.dtype != object or not len(values):
        return values, np.arange(len(values))
    addresses = _addresses(values)
    if len(np.unique(addresses[:PROBE])) > DISTINCT_SHARE * PROBE:
        # Hardly anything repeats: sorting out what does would cost more than it saves.
        return values, np.arange(len(values))
    if (addresses == addresses[0]).all():
        return values[:1], np.zeros(len(values), np.int64)
    codes, _ = pd.factorize(addresses)
    return values[first_rows(codes)], codes


def repeated_rows(values: pd.Series) -> np.ndarray:
    """Whether each row holds the value of an earlier one."""
    index = pd.Index(values.to_numpy(dtype=object), dtype=object)
    # Ids mostly rise from row to row: then none repeats, and none has to be looked up among all others.
    if index.is_monotonic_increasing and index.is_unique:
        return np.zeros(len(index), bool)
    return values.duplicated().to_numpy()


def everywhere(value: object, rows: int) -> np.ndarray:
    """One and the same object in every row; np.full() makes a text of its own for each."""
    values = np.empty(rows, object)
    values[:] = value
    return values


def same_objects(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """In which rows two columns hold the very same object; in none where they have no objects or not the same rows."""
    if one.dtype != object or other.dtype != object or len(one) != len(other):
        return np.zeros(len(one), bool)
    return _addresses(one) == _addresses(other) if len(one) else np.ones(0, bool)


def _addresses(values: np.ndarray) -> np.ndarray:
    """Where each object of a column lies; read at once, for the column may have to be copied to be read."""
    held = np.ascontiguousarray(values)
    return np.frombuffer((ctypes.c_char * held.nbytes).from_address(held.ctypes.data), np.uintp).copy()


def first_rows(codes: np.ndarray) -> np.ndarray:
    """Where each code is first met; codes are all the whole numbers from 0."""
    rows = np.empty(codes.max(initial=-1) + 1, np.int64)
    # From the last to the first: the first row stays.
    rows[codes[::-1]] = np.arange(len(codes))[::-1]
    return rows
