"""What an event is about and how far it has come: told by words of an editable table, never by the list's own text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from ..errors import InputError
from ..hanzi import half_width, simplified
from ..values import as_text
from ..words import text

SHIPPED = Path(__file__).parent / "words.yaml"
CATEGORIES, STATES = "categories", "states"
OTHER = "other"
ID = re.compile(r"[a-z][a-z0-9_]{0,29}")


@dataclass(frozen=True)
class Kinds:
    """The ids of one part by their words, plain and simplified, and the names of the ids in Chinese and English."""

    ids: Mapping[str, str]
    names: Mapping[str, tuple[str, str]]

    def of(self, column: pd.Series) -> pd.Series:
        """The id of each text, None where no word of the table stands in it."""
        words = as_text(column)
        known = {word: self._id(_plain(word)) for word in pd.unique(words.dropna())}
        return words.map(known).astype(object).where(words.notna(), None)

    def _id(self, word: str) -> str | None:
        if word in self.ids:
            return self.ids[word]
        found = [each for each in self.ids if len(each) > 1 and each in word]
        return self.ids[max(found, key=len)] if found else None


@cache
def shipped_kinds() -> dict[str, Kinds]:
    """Categories and states as shipped."""
    return _kinds(_content(SHIPPED))


def event_kinds(own: Path | None = None) -> dict[str, Kinds]:
    """The shipped table with the user's own entries before it; raises InputError for a file that is no such table."""
    if own is None:
        return shipped_kinds()
    mine = _kinds(_content(own))
    return {
        part: Kinds({**shipped.ids, **mine[part].ids}, {**shipped.names, **mine[part].names}) for part, shipped in shipped_kinds().items()
    }


def _kinds(content: dict) -> dict[str, Kinds]:
    made = {}
    for part in (CATEGORIES, STATES):
        entries = content.get(part) or {}
        ids = {_plain(str(word)): name for name, entry in entries.items() for word in (name, entry["zh"], entry["en"], *entry["words"])}
        made[part] = Kinds(ids, {name: (entry["zh"], entry["en"]) for name, entry in entries.items()})
    return made


def _content(path: Path) -> dict:
    import yaml

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        content = None
    if not isinstance(content, dict) or not set(content) <= {CATEGORIES, STATES} or not all(map(_fits, content.values())):
        raise InputError(
            text(
                "{path} is no table of event words. It has the parts categories and states with lines like “{example}”.",
                path=str(path),
                example="noise: {zh: 噪声扰民, en: Noise, words: [噪声]}",
            )
        )
    return content


def _fits(part: object) -> bool:
    """Whether a part names ids, each with both names and words."""
    return isinstance(part, dict) and all(
        isinstance(name, str)
        and ID.fullmatch(name) is not None
        and isinstance(entry, dict)
        and all(isinstance(entry.get(key), str) for key in ("zh", "en"))
        and isinstance(entry.get("words"), list)
        for name, entry in part.items()
    )


def _plain(word: str) -> str:
    return "".join(simplified(half_width(word)).lower().split())
