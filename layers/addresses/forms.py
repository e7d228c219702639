"""One spelling for one address: widths, blanks, dashes, brackets."""

from __future__ import annotations

import re

from ..hanzi import half_width

# A dash or the word "to" between numbers; the long vowel mark and the em dash come from keyboards, not from people.
DASH = re.compile(r"[‐‑‒–—―−－ー~～]|(?<=\d)至(?=\d)")
OPENING = frozenset("([{【〔〈《")
BRACKETS = re.compile(r"[(\[{【〔〈《]([^)\]}】〕〉》]*)(?:[)\]}】〕〉》]|$)")
# Part of a name all the same: 彩雲(二)邨.
PART_OF_NAME = re.compile(r"\(([一二三四五六七八九十]+[区區期座]?)\)(?=.)")
# What stands for nothing in registers (domain practice: 缺失写“无”).
NOTHING = re.compile(r"^(?:无|無|不详|不詳|未知|空|null|none|nan|n/a|/|-+)$", re.IGNORECASE)
STOPS = ",，.。;；:：、'\"“”‘’·•"


def plain(address: str) -> tuple[str, str]:
    """An address without blanks in half width, and what stood in brackets in it; both empty where it says nothing."""
    return told(narrow(address))


def narrow(address: str) -> str:
    """An address in half width and without blanks."""
    return "".join(half_width(address).split())


def told(words: str) -> tuple[str, str]:
    """What a narrow address says without its brackets, and what stood in them."""
    if NOTHING.match(words):
        return "", ""
    words = DASH.sub("-", words)
    notes = ""
    if OPENING.intersection(words):
        words = PART_OF_NAME.sub(r"\1", words)
        notes = ";".join(found.group(1) for found in BRACKETS.finditer(words) if found.group(1))
        words = BRACKETS.sub("", words)
    return words.strip(STOPS), notes
