"""An address taken apart: 省 市 区 街道 社区 组 路 号 小区 幢 单元 层 室, and what could not be placed."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..hanzi import arabic, half_width, simplified
from ..progress import SILENT, Progress
from ..words import text
from .forms import plain
from .local import IN_BRACKETS, MARKS, take_local
from .regions import take_regions

ELEMENTS = (
    "province", "city", "county", "subdistrict", "community", "group", "road", "number", "estate", "building", "unit", "floor", "room",
)  # fmt: skip
NOTE, REST = "note", "rest"
COLUMNS = (*ELEMENTS, NOTE, REST)
NUMBERED = ("group", "number", "building", "unit", "floor", "room")
INNER = ("floor", "room")
BATCH = 5_000

_BUILDING = re.compile(r"^第?(.+?)(?:号楼|號樓|幢|栋|棟|座|#楼|#樓|#|号|號|楼|樓)?$")
_ROOM_BEHIND = re.compile(r"(?<=[号號幢栋棟座楼樓元#])(?:[A-Za-z]?\d{3,5}(?:-\d+)?|[A-Za-z]?\d{1,2}(?=[室户戶房]))(?:室|户|戶|房)?$")
_ROOM = re.compile(r"(?:室|号房|號房|房|户|戶|号|號)$")


def split_addresses(addresses: pd.Series, *, progress: Progress = SILENT) -> pd.DataFrame:
    """The elements of each address as columns ELEMENTS, note (what stood in brackets) and rest (what found no place).

    Missing elements are empty text. Names keep their characters; numbers come as digits, a building as 3幢 however it
    was written (3栋, 3号楼, 3#, 第3座), a room without its word. Equal addresses are taken apart once.
    """
    codes, known = pd.factorize(addresses.fillna("").astype(str))
    rows = []
    # Row by row: the grammar is regular expressions with memory, 20 µs an address.
    for begin in range(0, len(known), BATCH):
        progress.at(begin / len(known), text("Splitting addresses"))
        rows.extend(split(address) for address in known[begin : begin + BATCH])
    parts = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    return parts.take(codes).set_index(addresses.index)


def without_rooms(addresses: pd.Series) -> pd.Series:
    """The addresses as far as their door: floor and room and what follows them cut off; None stays."""
    codes, known = pd.factorize(addresses)
    doors = np.append(np.array([_as_far_as_the_door(address) for address in known], object), None)
    return pd.Series(doors[codes], index=addresses.index, dtype=object)


def without_room(words: str) -> tuple[str, str]:
    """A number, building or unit apart from the room that was written behind it: 5号301室 is 5号 and 301室."""
    found = _ROOM_BEHIND.search(half_width(words))
    return (words, "") if found is None else (words[: found.start()], words[found.start() :])


def _as_far_as_the_door(address: str) -> str:
    words, note = plain(address)
    same = simplified(words)
    at = max((end for _, _, end in take_regions(same)), default=0)
    inner = [begin for name, begin, _ in take_local(same, at) if name in INNER]
    if inner:
        return words[: min(inner)].rstrip(MARKS)
    return words if IN_BRACKETS.search(simplified(note)) else address


def split(address: str) -> dict[str, str]:
    """The elements of one address by name."""
    words, note = plain(address)
    same = simplified(words)
    parts = dict.fromkeys(COLUMNS, "")
    parts[NOTE] = note
    at = 0
    for name, begin, end in take_regions(same):
        parts[name] = words[begin:end]
        at = end
    for name, begin, end in take_local(same, at):
        parts[REST] += words[at:begin]
        parts[name] += words[begin:end]
        at = end
    parts[REST] = (parts[REST] + words[at:]).strip("-")
    if not parts["room"] and IN_BRACKETS.fullmatch(simplified(note)):
        parts["room"], parts[NOTE] = note, ""
    for name in NUMBERED:
        if parts[name]:
            parts[name] = numbered(name, parts[name])
    return parts


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
