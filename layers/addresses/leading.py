"""Rooms in front of an address, or alone in it: 1803 阳光花园3幢, 501室, 3-2-501."""

from __future__ import annotations

import re

import numpy as np

from ..hanzi import half_width

BETWEEN = ",，、- \t"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# 1803弄 and 104国道 are roads, 798艺术区 has a name.
LEADING = re.compile(
    r"^[A-Za-z]?\d{3,4}[A-Za-z]?(?:(?:室|户|戶|号房|號房|房)[,，、\s-]*|[,，、\s]+)(?=[\u3400-\u9fff])(?![弄号號巷路街道里段])"
)
ALONE = re.compile(r"^[A-Za-z]?\d{3,4}[A-Za-z]?(?:室|户|戶|号房|號房|房)?$")
SHORT = re.compile(
    r"^([A-Za-z]?\d{1,3})-(?:(\d{1,2})-)?(\d{3,4}[A-Za-z]?)(?:室|户|戶|房)?(?=$|[\s,，、]*[\u3400-\u9fff])(?!\s*[弄号號巷路街道里段])"
)


def room_first(address: str) -> tuple[str, str]:
    """The room that stands in front of an address or alone, and the address without it; an empty room where there is none.

    3-2-501 at the front is 3幢2单元 and 501.
    """
    words = half_width(address).strip()
    if not words[:2].strip(LETTERS)[:1].isdigit():
        return "", address
    short = SHORT.match(words)
    if short:
        door = f"{short[1]}幢" + (f"{short[2]}单元" if short[2] else "")
        return short[3], words[short.end() :].lstrip(BETWEEN) + door
    found = LEADING.match(words) or ALONE.match(words)
    return ("", address) if found is None else (found[0].strip(BETWEEN), words[found.end() :])


def rooms_first(addresses: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The rows (of text) with a room in front, these rooms, and all addresses without them."""
    begins = [words[:2] for words in addresses.tolist()]
    numeric = {begin for begin in set(begins) if begin.strip().strip(LETTERS)[:1].isdigit()}
    likely = [row for row, begin in enumerate(begins) if begin in numeric] if numeric else []
    found = [(row, *room_first(addresses[row])) for row in likely]  # few addresses begin with a number
    told = [(row, room, rest) for row, room, rest in found if room]
    if not told:
        return np.empty(0, np.intp), np.empty(0, object), addresses
    rows = np.array([row for row, _, _ in told], np.intp)
    left = addresses.copy()
    left[rows] = np.array([rest for _, _, rest in told], object)
    return rows, np.array([room for _, room, _ in told], object), left
