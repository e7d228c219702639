"""Rows written straight into the pages of an SQLite file, many times quicker than row by row.

The format is https://www.sqlite.org/fileformat2.html: leaves hold records in the order of their row numbers, inner pages
say which leaf holds which numbers, and the table's root stays where SQLite put it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from .records import Field, put_records, put_varints, records, varint_sizes

FILE_HEAD = np.dtype(
    {
        "names": ["page_bytes", "versions", "reserved", "changes", "pages", "format", "vacuum_root", "encoding", "valid_for"],
        "formats": [">u2", (np.uint8, 2), np.uint8, ">u4", ">u4", ">u4", ">u4", ">u4", ">u4"],
        "offsets": [16, 18, 20, 24, 28, 44, 52, 56, 92],
        "itemsize": 100,
    }
)
LEAF, INNER = 13, 5  # what the first byte of a page says
LEAF_HEAD, INNER_HEAD, POINTER, CHILD = 8, 12, 2, 4  # bytes
LOCKED_BYTE = 2**30  # the page that holds it is never used
UTF8, NEWEST_FORMAT, NO_LOG = 1, 4, (1, 1)
LONGEST_KEY = 9
# What a page cannot hold is continued elsewhere: not done here.
NOT_FOR_RECORDS = 35

Rows = tuple[np.ndarray, Sequence[Field]]


@dataclass(frozen=True)
class _Place:
    """Where a table's pages go: its root, the size of a page, and how many the file has."""

    root: int
    page_bytes: int
    pages: int

    @property
    def longest_record(self) -> int:
        """Bytes of the longest record that a leaf holds whole."""
        return self.page_bytes - NOT_FOR_RECORDS


def append_rows(path: Path, table: str, columns: Sequence[str], parts: Iterable[Rows]) -> bool:
    """Write rows (their numbers, rising, and the fields of these columns) into an empty table of a file nobody has open.

    False, with the file as it was, where SQLite must do it: no rows, rows longer than a page, indices, other columns, another
    form of file.
    """
    place = _place(path, table, columns)
    if place is None:
        return False
    with path.open("r+b") as file:
        leaves = _append_leaves(file, place, parts)
        if leaves is None:
            file.truncate(place.pages * place.page_bytes)
            return False
        _state_pages(file, _append_inner(file, place, *leaves))
    return True


def _place(path: Path, table: str, columns: Sequence[str]) -> _Place | None:
    """Where rows go; None where the file or the table is not of the plain kind that GDAL makes."""
    head = _file_head(path)
    page_bytes = int(head["page_bytes"]) if head["page_bytes"] > 1 else 2**16
    place = _Place(_root(path, table, columns), page_bytes, int(head["pages"]))
    plain = (
        tuple(head["versions"]) == NO_LOG and head["reserved"] == 0 and head["vacuum_root"] == 0 and head["valid_for"] == head["changes"]
    )
    known = head["format"] == NEWEST_FORMAT and head["encoding"] == UTF8 and path.stat().st_size == place.pages * page_bytes
    return place if plain and known and place.root and _is_empty_leaf(path, place) else None


def _file_head(path: Path) -> np.void:
    return np.fromfile(path, FILE_HEAD, 1)[0]


def _root(path: Path, table: str, columns: Sequence[str]) -> int:
    """The root page of a table of these columns, the first of them the row's number; 0 where it has others or an index to keep."""
    with closing(sqlite3.connect(path)) as connection:
        present = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,)).fetchall()
        if [name for name, _, _ in present] != list(columns) or present[0][1:] != ("INTEGER", 1):
            return 0
        if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", (table,)).fetchone():
            return 0
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
        return root


def _is_empty_leaf(path: Path, place: _Place) -> bool:
    head = np.fromfile(path, np.uint8, LEAF_HEAD, offset=(place.root - 1) * place.page_bytes)
    return head[0] == LEAF and not head[3:5].any()


def _append_leaves(file: BinaryIO, place: _Place, parts: Iterable[Rows]) -> tuple[np.ndarray, np.ndarray] | None:
    """The pages of all rows and the highest row number in each; None where SQLite must do it."""
    numbers, keys, last = [], [], place.pages
    # Part by part: the pages of all rows would not fit in memory.
    for ids, fields in parts:
        rows = records(fields)
        if rows.sizes.max() > place.longest_record:
            return None
        length_sizes = varint_sizes(rows.sizes)
        sizes = length_sizes + varint_sizes(ids) + rows.sizes
        firsts = _filled(sizes, place.page_bytes - LEAF_HEAD)
        image, places = _laid_out(LEAF, sizes, firsts, place)
        put_varints(image, places, rows.sizes)
        put_varints(image, places + length_sizes, ids)
        put_records(image, places + sizes - rows.sizes, rows)
        numbers.append(_append(file, place, last, image))
        keys.append(ids[np.append(firsts[1:], len(ids)) - 1])
        last = int(numbers[-1][-1])
    return (np.concatenate(numbers), np.concatenate(keys)) if numbers else None


def _append_inner(file: BinaryIO, place: _Place, numbers: np.ndarray, keys: np.ndarray) -> int:
    """The inner pages over these leaves, the uppermost in the place of the table's root; the number of the file's last page."""
    if len(numbers) == 1:
        return _move_to_root(file, place, int(numbers[0]))
    most = (place.page_bytes - INNER_HEAD) // (CHILD + LONGEST_KEY + POINTER) + 1
    last = int(numbers[-1])
    # One step per level of the tree, upwards.
    while True:
        count = -(-len(numbers) // most)
        firsts = np.arange(count) * len(numbers) // count
        image = _inner_pages(place, numbers, keys, firsts)
        if count == 1:
            file.seek((place.root - 1) * place.page_bytes)
            file.write(image)
            return last
        keys = keys[np.append(firsts[1:], len(numbers)) - 1]
        numbers = _append(file, place, last, image)
        last = int(numbers[-1])


def _move_to_root(file: BinaryIO, place: _Place, number: int) -> int:
    """Put the only leaf in the place of the table's root; the number of the file's last page."""
    file.seek((number - 1) * place.page_bytes)
    leaf = file.read(place.page_bytes)
    file.seek((place.root - 1) * place.page_bytes)
    file.write(leaf)
    file.truncate(place.pages * place.page_bytes)
    return place.pages


def _inner_pages(place: _Place, numbers: np.ndarray, keys: np.ndarray, firsts: np.ndarray) -> np.ndarray:
    """Pages that name their children; the last child of each stands in its head, without a key."""
    lasts = np.append(firsts[1:], len(numbers)) - 1
    others = np.ones(len(numbers), bool)
    others[lasts] = False
    sizes = CHILD + varint_sizes(keys[others])
    image, places = _laid_out(INNER, sizes, firsts - np.arange(len(firsts)), place)
    _put_numbers(image, places, numbers[others], CHILD)
    put_varints(image, places + CHILD, keys[others])
    _put_numbers(image, np.arange(len(firsts)) * place.page_bytes + LEAF_HEAD, numbers[lasts], CHILD)
    return image


def _filled(sizes: np.ndarray, room: int) -> np.ndarray:
    """The first cell of each page when pages are filled one after the other."""
    ends = np.cumsum(sizes + POINTER)
    # If a cell begins a page, this one begins the next.
    following = np.searchsorted(ends, ends - sizes - POINTER + room, side="right").tolist()
    firsts = [0]
    while (first := following[firsts[-1]]) < len(sizes):
        firsts.append(first)
    return np.array(firsts)


def _laid_out(kind: int, sizes: np.ndarray, firsts: np.ndarray, place: _Place) -> tuple[np.ndarray, np.ndarray]:
    """Empty pages for cells of these sizes with heads and pointers filled in, and where in them each cell begins."""
    counts = np.diff(np.append(firsts, len(sizes)))
    page = np.repeat(np.arange(len(firsts)), counts)
    ends = np.cumsum(sizes)
    # The cells of a page end where it ends.
    inside = place.page_bytes - (ends[firsts + counts - 1])[page] + ends - sizes
    starts = np.arange(len(firsts)) * place.page_bytes
    image = np.zeros(len(firsts) * place.page_bytes, np.uint8)
    image[starts] = kind
    _put_numbers(image, starts + 3, counts, 2)
    _put_numbers(image, starts + 5, inside[firsts], 2)
    head = LEAF_HEAD if kind == LEAF else INNER_HEAD
    _put_numbers(image, starts[page] + head + POINTER * (np.arange(len(sizes)) - firsts[page]), inside, POINTER)
    return image, starts[page] + inside


def _put_numbers(image: np.ndarray, places: np.ndarray, values: np.ndarray, size: int) -> None:
    """Whole numbers of so many bytes, the highest byte first."""
    for byte in range(size):
        image[places + byte] = (values >> (8 * (size - 1 - byte))) & 0xFF


def _append(file: BinaryIO, place: _Place, last: int, image: np.ndarray) -> np.ndarray:
    """Write pages behind the page of that number; their own numbers."""
    numbers = last + 1 + np.arange(len(image) // place.page_bytes)
    locked = LOCKED_BYTE // place.page_bytes + 1
    if last < locked:
        numbers[numbers >= locked] += 1
    before = int(np.searchsorted(numbers, locked))
    for run, part in ((numbers[:before], image[: before * place.page_bytes]), (numbers[before:], image[before * place.page_bytes :])):
        if len(run):
            file.seek((int(run[0]) - 1) * place.page_bytes)
            file.write(part)
    return numbers


def _state_pages(file: BinaryIO, pages: int) -> None:
    """Tell the file's head how many pages there are now, and that it has changed."""
    file.seek(0)
    # A copy of the array would lose what lies between its named fields.
    kept = bytearray(file.read(FILE_HEAD.itemsize))
    head = np.frombuffer(kept, FILE_HEAD)
    head["pages"] = pages
    head["changes"] += 1
    head["valid_for"] = head["changes"]
    file.seek(0)
    file.write(kept)
