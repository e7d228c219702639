"""Which services a facility offers: told by ids, by AMap's types, by words in its type and in its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from ..errors import InputError
from ..facility_types import known_types, split_services
from ..hanzi import half_width, simplified
from ..values import as_text
from ..words import text
from ..yaml_text import read_yaml

SHIPPED = Path(__file__).parent / "words.yaml"
LEVELS = re.compile(r"\s*[;；/＞>]\s*")
SEVERAL = re.compile(r"\s*[|｜]\s*")
TYPE, NAME, ID, NONE = "type", "name", "id", "none"


@dataclass(frozen=True)
class Words:
    """The ids by AMap's type and by word; a word without ids is known and is no facility of ours."""

    amap: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]

    @property
    def pattern(self) -> re.Pattern[str]:
        """All words, the longest first."""
        return re.compile("|".join(map(re.escape, sorted(self.words, key=len, reverse=True))) or "(?!)")


@dataclass(frozen=True)
class Services:
    """For each row its services (comma between, None where nothing tells them) and what told them: id, type, name or none."""

    services: pd.Series
    told_by: np.ndarray


@cache
def shipped_words() -> Words:
    """The table as shipped."""
    return _read(SHIPPED)


def facility_words(own: Path | None = None) -> Words:
    """The shipped table, with the user's own entries before it; raises InputError for a file that is no such table."""
    if own is None:
        return shipped_words()
    mine = _read(own)
    return Words({**shipped_words().amap, **mine.amap}, {**shipped_words().words, **mine.words})


def _read(path: Path) -> Words:
    import yaml

    try:
        content = read_yaml(path.read_text(encoding="utf-8")) or {}
        parts = [{str(word): tuple(map(str, ids or ())) for word, ids in (content.get(part) or {}).items()} for part in ("amap", "words")]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, TypeError) as error:
        words = text(
            "{path} is no table of facility words. It has the parts amap and words with lines like “菜场: [market]”.", path=str(path)
        )
        raise InputError(words) from error
    unknown = sorted({name for part in parts for ids in part.values() for name in ids} - known_types())
    if unknown:
        raise InputError(text("{path} names unknown facility types: {names}.", path=str(path), names=", ".join(unknown)))
    return Words(*({simplified(word): ids for word, ids in part.items()} for part in parts))


def services_of(types: pd.Series, names: pd.Series, words: Words) -> Services:
    """The services of facilities by their type (ids, AMap's types, words) and, where the type tells none, their name.

    A type that is known to be no facility of ours (高等院校) gives none, whatever the name holds.
    """
    pairs = pd.DataFrame({"type": as_text(types), "name": as_text(names)})
    told = {pair: _told(*pair, words) for pair in pairs.drop_duplicates().itertuples(index=False, name=None)}
    rows = [told[pair] for pair in pairs.itertuples(index=False, name=None)]  # a look into the table, row by row
    services = pd.Series([",".join(ids) or None for ids, _ in rows], index=types.index, dtype=object)
    return Services(services, np.array([by for _, by in rows], object))


def _told(kind: str | None, name: str | None, words: Words) -> tuple[tuple[str, ...], str]:
    ids = tuple(split_services(kind)) if kind else ()
    if ids and set(ids) <= known_types():
        return ids, ID
    by_type = [_of_type(one, words) for one in SEVERAL.split(kind)] if kind else []
    known = [found for found in by_type if found is not None]
    if known:
        found = _of_schools(_joined(known), name)
        return found, TYPE if found else NONE
    by_name = _of_words(name, words)
    found = _joined([by_name] if by_name is not None else [])
    return found, NAME if found else NONE


def _of_type(kind: str, words: Words) -> tuple[str, ...] | None:
    levels = LEVELS.split(simplified(half_width(kind)).replace(";", ";"))
    for count in range(len(levels), 0, -1):
        if ";".join(levels[:count]) in words.amap:
            return words.amap[";".join(levels[:count])]
    return _of_words(kind, words)


def _of_words(said: str | None, words: Words) -> tuple[str, ...] | None:
    found = words.pattern.findall(simplified(half_width(said))) if said else []
    return _joined([words.words[word] for word in found]) if found else None


def _of_schools(ids: tuple[str, ...], name: str | None) -> tuple[str, ...]:
    """AMap calls every secondary school 中学: the name tells upper ones and schools of both kinds."""
    if "junior_secondary" not in ids or not name:
        return ids
    if re.search("高级中学|高中|职业|中专", name) and not re.search("初|附属中学|完全中学", name):
        return tuple(one for one in ids if one != "junior_secondary")
    return _joined([("primary_school",), ids]) if re.search("九年一贯|实验学校|外国语学校|小学", name) else ids


def _joined(found: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for ids in found for name in ids))
