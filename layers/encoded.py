"""Text and points as GDAL's Arrow stream hands them over, bytes of one width for each row, as str and geometries."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .repeats import first_rows

DISTINCT_SHARE = 0.5
MOST_HELD = 2**17  # words of a column that are looked for among those of its later batches
LIST_SIGN = "; "
BETWEEN = 0x1E  # stands between words that are decoded together
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio: neighbours fall far apart
POINT_BYTES = 21
POINT_HEAD = np.array([1, 1, 0, 0, 0], np.uint8)  # low byte first, a point


def words_of(values: np.ndarray, mostly_distinct: set[str], name: str, held: dict[str, str] | None = None) -> np.ndarray:
    """Text as str and None, equal words shared; other kinds as they are. Remembers columns where sharing does not pay.

    held are the words of the column's earlier batches: whoever asks each different object of the column then asks each word once.
    """
    if values.dtype.kind == "O":
        return _joined(values)
    if values.dtype.kind != "S":
        return values
    raw, mask = np.ma.getdata(values), np.ma.getmaskarray(values)
    if mask.all():
        return np.full(len(values), None, object)
    if name in mostly_distinct:
        words = _words(raw)
    else:
        codes, firsts = _codes(raw)
        words = _shared(_words(raw[firsts]), held)[codes]
        if len(firsts) > DISTINCT_SHARE * len(raw):
            mostly_distinct.add(name)
    if mask.any():
        words[mask] = None
    return words


def _shared(words: np.ndarray, held: dict[str, str] | None) -> np.ndarray:
    """The words, those that earlier batches had as the same objects."""
    if held is not None and len(held) < MOST_HELD:
        said = words.tolist()
        words[:] = list(map(held.setdefault, said, said))
    return words


def _joined(values: np.ndarray) -> np.ndarray:
    """Lists as one text each; missing ones None."""
    words = np.empty(len(values), object)
    missing = np.ma.getmaskarray(values).tolist()
    # Lists differ in length.
    words[:] = [None if gone else in_one_text(value) for value, gone in zip(np.ma.getdata(values).tolist(), missing)]
    return words


def in_one_text(value: object) -> object:
    """The members of a list with semicolons between; what is no list stays as it is."""
    if not isinstance(value, (list, np.ndarray)):
        return value
    return LIST_SIGN.join(each.decode("utf-8", "replace") if isinstance(each, bytes) else str(each) for each in value) or None


def _words(raw: np.ndarray) -> np.ndarray:
    """All words, decoded in one go where none holds the sign that is put between them."""
    count, width = len(raw), raw.dtype.itemsize
    rows = np.full((count, width + 1), BETWEEN, np.uint8)
    rows[:, :width] = np.ascontiguousarray(raw).view(np.uint8).reshape(count, width)
    words = np.empty(count, object)
    try:
        # What fills up the width is no part of a word.
        said = rows.tobytes().translate(None, b"\0").decode().split(chr(BETWEEN))
    except UnicodeDecodeError:
        said = [word.decode("utf-8", "replace") for word in raw.tolist()] + [""]
    words[:] = said[:-1] if len(said) == count + 1 else [word.decode() for word in raw.tolist()]
    return words


def _codes(raw: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A number for each distinct value, and where each number is first met; looks at eight bytes at a time."""
    width = raw.dtype.itemsize
    padded = np.zeros((len(raw), -(-width // 8) * 8), np.uint8)
    padded[:, :width] = np.ascontiguousarray(raw).view(np.uint8).reshape(len(raw), width)
    parts = padded.view(np.uint64)
    mixed = parts[:, 0].copy()
    for part in parts.T[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * SPREAD + part
    codes = pd.factorize(mixed)[0]
    firsts = first_rows(codes)
    if not (parts[firsts][codes] == parts).all():
        # Two values have one mixture, which hardly ever happens.
        codes = pd.factorize(raw)[0]
        firsts = first_rows(codes)
    return codes, firsts


def shapes_of(values: np.ndarray) -> np.ndarray:
    """Well-known binaries as geometries, None where there is none."""
    raw, known = np.ma.getdata(values), ~np.ma.getmaskarray(values)
    points = _points(raw[known])
    if points is None:
        return shapely.from_wkb(raw)
    shapes = np.full(len(raw), None, object)
    shapes[known] = points
    return shapes


def _points(raw: np.ndarray) -> np.ndarray | None:
    """Points of two dimensions by their coordinates as they stand; None where other geometries are among them."""
    if raw.dtype != object and raw.dtype.itemsize != POINT_BYTES:
        return None
    if raw.dtype == object and set(map(len, raw)) != {POINT_BYTES}:
        return None
    stored = b"".join(raw.tolist()) if raw.dtype == object else raw.tobytes()
    rows = np.frombuffer(stored, np.uint8).reshape(len(raw), POINT_BYTES)
    coordinates = np.ascontiguousarray(rows[:, len(POINT_HEAD) :]).view("<f8")
    # A point whose coordinates are no numbers is an empty one.
    if (rows[:, : len(POINT_HEAD)] != POINT_HEAD).any() or np.isnan(coordinates).any():
        return None
    return shapely.points(coordinates)
