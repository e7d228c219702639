"""An address taken apart: 省 市 区 街道 社区 组 路 号 小区 幢 单元 层 室, and what could not be placed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..hanzi import arabic, half_width
from ..progress import SILENT, Progress
from ..words import text
from .cutting import REST, Cuts, cut, cut_all, door_words, element_words, joined, spans_by_element
from .forms import plain
from .leading import room_first, rooms_first

ELEMENTS = (
    "province", "city", "county", "subdistrict", "community", "group", "road", "number", "estate", "building", "unit", "floor", "room",
)  # fmt: skip
NOTE = "note"
COLUMNS = (*ELEMENTS, NOTE, REST)
NUMBERED = ("group", "number", "building", "unit", "floor", "room")

_BUILDING = re.compile(r"^第?(.+?)(?:号楼|號樓|幢|栋|棟|座|#楼|#樓|#|号|號|楼|樓)?$")
_ROOM_BEHIND = re.compile(r"(?<=[号號幢栋棟座楼樓元#])(?:[A-Za-z]?\d{3,5}(?:-\d+)?|[A-Za-z]?\d{1,2}(?=[室户戶房]))(?:室|号|户|戶|房)?$")
_ROOM = re.compile(r"(?:室|号房|號房|房|户|戶|号|號)$")


@dataclass(frozen=True)
class Apart:
    """Addresses taken apart: their elements as columns, and each address as far as its door."""

    parts: pd.DataFrame
    doors: pd.Series


def split_addresses(addresses: pd.Series, *, progress: Progress = SILENT) -> pd.DataFrame:
    """The elements of each address as columns ELEMENTS, note (what stood in brackets) and rest (what found no place).

    Missing elements are empty text. Names keep their characters; numbers come as digits, a building as 3幢 however it
    was written (3栋, 3号楼, 3#, 第3座), a room without its word. Addresses that differ in digits only are cut once.
    """
    return take_apart(addresses, progress=progress).parts


def take_apart(addresses: pd.Series, *, progress: Progress = SILENT) -> Apart:
    """The addresses as split_addresses has them, and as far as their door: what follows it cut off; None stays."""
    known = addresses.notna().to_numpy()
    rows, rooms, rest = rooms_first(_texts(addresses, known))
    found = cut_all(rest, progress.part(0, 0.6))
    spans = spans_by_element(found)
    columns = {}
    for number, name in enumerate(COLUMNS):
        progress.at(0.6 + 0.4 * number / len(COLUMNS), text("Splitting addresses"))
        columns[name] = _column(name, found, *spans.get(name, (np.empty(0, np.int64), [])))
    columns["room"][rows] = [room or numbered("room", first) for room, first in zip(columns["room"][rows], rooms)]
    parts = pd.DataFrame({name: columns[name] for name in COLUMNS}, index=addresses.index, copy=False)
    doors = np.where(known, door_words(rest, found), None)
    return Apart(parts, pd.Series(doors, index=addresses.index, dtype=object))


def _texts(addresses: pd.Series, known: np.ndarray) -> np.ndarray:
    """The addresses as text, empty where none is known."""
    words = np.where(known, addresses.to_numpy(object), "")
    plain = pd.api.types.infer_dtype(words, skipna=False) == "string"
    return words if plain else np.array([*map(str, words), None], object)[:-1]


def _column(name: str, found: Cuts, patterns: np.ndarray, places: list) -> np.ndarray:
    in_note = np.array([each.note_is_room for each in found.cuts] or [False], bool)[found.by_row]
    if name == NOTE:
        return np.where(in_note, "", found.notes)
    codes, known = element_words(found, patterns, places)
    # Equal words become one object: whoever asks them next asks each once.
    words = np.array([_spelled(name, each) for each in known], object)[codes]
    if name == "room" and in_note.any():
        words[in_note] = [_spelled(name, note) for note in found.notes[in_note]]
    return words


def _spelled(name: str, words: str) -> str:
    return words.strip("-") if name == REST else numbered(name, words) if words else words


def without_rooms(addresses: pd.Series) -> pd.Series:
    """The addresses as far as their door: floor and room and what follows them cut off; None stays."""
    known = addresses.notna().to_numpy()
    given = addresses.to_numpy(object)
    doors = np.full(len(given), None, object)
    _, _, rest = rooms_first(given[known])
    doors[known] = door_words(rest, cut_all(rest))
    return pd.Series(doors, index=addresses.index, dtype=object)


def without_room(words: str) -> tuple[str, str]:
    """A number, building or unit apart from the room that was written behind it: 5号301室 is 5号 and 301室."""
    found = _ROOM_BEHIND.search(half_width(words))
    return (words, "") if found is None else (words[: found.start()], words[found.start() :])


def split(address: str) -> dict[str, str]:
    """The elements of one address by name."""
    first, address = room_first(address)
    words, note = plain(address)
    found = cut(words, note)
    parts = {name: joined(words, found.spans.get(name, ())) for name in COLUMNS} | {NOTE: "" if found.note_is_room else note}
    parts["room"] = note if found.note_is_room else parts["room"] or first
    return {name: _spelled(name, part) for name, part in parts.items()}


def numbered(name: str, words: str) -> str:
    """An element in its one spelling: 三栋 is 3幢, unit 2 is 2单元, room 501室 is 501; names stay."""
    if name not in NUMBERED:
        return words
    words = arabic(half_width(words).strip())
    if name == "building":
        return _BUILDING.sub(r"\1", words).upper() + "幢"
    if name == "room":
        return _ROOM.sub("", words).upper()
    if name == "unit" and words.isdigit():
        return words + "单元"
    if name == "number" and words.isdigit():
        return words + "号"
    return words
