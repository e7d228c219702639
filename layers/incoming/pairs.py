"""The mapping of columns as a text: pairs of our column and the file's, "address=地址; building=楼栋号"."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import InputError
from ..words import Text, text

PAIR = re.compile(r"""\s*([A-Za-z_0-9]+)\s*[=＝]\s*(?:"([^"]*)"|'([^']*)'|([^;；\n]*))\s*(?:[;；\n]|$)""")
FILES = (".yaml", ".yml", ".json")


def parse_pairs(words: str) -> dict[str, str]:
    """The file's column for each of ours that a text names; raises InputError for what is no pair."""
    pairs, end = {}, 0
    for match in PAIR.finditer(words):
        if words[end : match.start()].strip():
            break
        pairs[match[1].lower()] = next((name for name in match.groups()[1:] if name is not None), "").strip()
        end = match.end()
    rest = words[end:].strip(" ;；\n")
    if rest:
        raise InputError(text("“{words}” in FIELDS cannot be read. Write pairs like address=地址; building=楼栋号.", words=rest))
    return pairs


def names_file(words: str) -> bool:
    """Whether FIELDS names a file with the mapping instead of stating it."""
    return words.strip().lower().endswith(FILES)


def readable_pairs(words: str) -> None:
    """Raises InputError where FIELDS is neither pairs nor a file that is there."""
    if not names_file(words):
        parse_pairs(words)
    elif not Path(words.strip()).exists():
        raise InputError(absent_file(Path(words.strip())))


def absent_file(path: Path) -> Text:
    """What is said of a file that is not there."""
    return text("{path} does not exist. Check the name or choose another file.", path=str(path))
