"""Which kinds of facility a list holds completely: what makes "none found" a certain 0 % instead of no data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from .. import schema
from ..errors import InputError
from ..facility_types import facility_types, split_services
from ..hanzi import half_width, simplified
from ..profiles import PROFILE_IDS, Category, standard
from ..values import as_dates
from ..words import text
from .types import Words, shipped_words

TABLE = "surveys"
SEPARATORS = re.compile(r"[,;，；、]+")
ALL = ("*", "all", "全部", "所有")
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Survey:
    """What was surveyed completely: the rows of the table surveys, and of its categories those with nothing in the list.

    empty: none in the list, so 0 % is certain; lost: rows of the list were rejected and none loaded, so it is not.
    """

    frame: pd.DataFrame
    empty: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def survey(
    said: str, loaded: Iterable[str], rejected: Iterable[str], *, as_of: str = "", origin: str = "", words: Words | None = None
) -> Survey:
    """The survey that a person states for a list: categories and types as ids or words, * for all.

    loaded and rejected hold the services of the list's rows. A category stands for its types, and a category of which
    all types in all shipped profiles were surveyed is surveyed too. One of which rows were rejected and none is loaded
    is not complete: something stands there. Raises InputError for unknown words and for a date that is none.
    """
    types = _types(said, words or shipped_words())
    day = _day(as_of)
    kinds = {name: (name,) for name in facility_types() if name in types}
    kinds.update({name: of for name, of in _types_by_category().items() if set(of) <= types and name not in kinds})
    have, gone = (_names(services) for services in (loaded, rejected))
    empty = tuple(name for name, of in kinds.items() if not have.intersection((name, *of)))
    lost = tuple(name for name in empty if gone.intersection((name, *kinds[name])))
    rows = {"category": list(kinds), "complete": [NO if name in lost else YES for name in kinds], "as_of": day, "source": origin or None}
    columns = {name: pd.Series(rows.get(name), index=range(len(kinds)), dtype=object) for name in schema.TABLES[TABLE].names()}
    return Survey(pd.DataFrame(columns), tuple(name for name in empty if name not in lost), lost)


def with_earlier(new: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """The new rows behind the earlier ones of other categories."""
    if "category" not in earlier.columns:
        return new
    kept = earlier[~earlier["category"].isin(new["category"])].reindex(columns=new.columns).astype(object)
    days, _ = as_dates(kept["as_of"])
    return pd.concat([kept.assign(as_of=days), new], ignore_index=True)


def without_survey(loaded: Iterable[str], stated: pd.DataFrame, lines: Iterable[Category]) -> list[Category]:
    """The categories of a profile that have no facility in the list and no survey: their result can only be no data."""
    have = _names(loaded)
    complete = set(stated.loc[stated["complete"] == YES, "category"])
    return [line for line in lines if line.id not in complete and not have.intersection((line.id, *line.types))]


def _types(said: str, words: Words) -> set[str]:
    """The facility types that the words name."""
    named, known = _named(), set(facility_types())
    found: set[str] = set()
    unknown = []
    for word in filter(None, (part.strip() for part in SEPARATORS.split(half_width(said)))):
        plain = simplified(word).lower()
        if plain in ALL:
            found |= known
        elif plain in named:
            found |= named[plain]
        elif words.words.get(plain):
            found |= set(words.words[plain])
        else:
            unknown.append(word)
    if unknown:
        listed = ", ".join(dict.fromkeys(line.id for line in standard("tdt1063").categories))
        raise InputError(
            text(
                "SURVEYED names unknown categories: {words}. Known are ids and names of categories and types, for example {known}.",
                words=", ".join(unknown),
                known=listed,
            )
        )
    return found


@cache
def _categories() -> tuple[Category, ...]:
    """The categories of all shipped profiles, those that are not judged yet too."""
    return tuple(line for name in PROFILE_IDS for line in (*standard(name).categories, *standard(name).inactive))


@cache
def _types_by_category() -> Mapping[str, tuple[str, ...]]:
    """The types of each category, those of all profiles together: health is centres and stations here, stations only there."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _categories():
        found[line.id] = tuple(dict.fromkeys((*found.get(line.id, ()), *line.types)))
    return found


@cache
def _named() -> Mapping[str, set[str]]:
    """Types by what they and the categories are called: id, Chinese and English name."""
    named: dict[str, set[str]] = {}
    for kind in facility_types().values():
        for word in (kind.id, kind.name_zh, kind.name_en):
            named.setdefault(word.lower(), set()).add(kind.id)
    for line in _categories():
        for word in (line.id, line.name_zh, line.name_en):
            named.setdefault(word.lower(), set()).update(line.types)
    return named


def _names(services: Iterable[str]) -> set[str]:
    return {name for words in services if isinstance(words, str) for name in split_services(words)}


def _day(said: str) -> str | None:
    days, unread = as_dates(pd.Series([said.strip() or None], dtype=object))
    if np.any(unread):
        raise InputError(text("SURVEYED_ON “{word}” is no date. Write for example 2026-03-05.", word=said))
    return days.iloc[0]
