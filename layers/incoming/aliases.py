"""What columns are called: the table of names, shipped and the user's own, and how names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from ..errors import InputError
from ..hanzi import half_width, simplified
from ..schema import TABLES
from ..words import text
from ..yaml_text import read_yaml

COLUMNS = Path(__file__).parent / "columns.yaml"
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|〔[^〕]*〕")
SIGNS = re.compile(r"[\W_]+")
X, Y = "x", "y"


@dataclass(frozen=True)
class Names:
    """Plain names by table and column, the most telling first; pairs of names for places; what values look like."""

    tables: dict[str, dict[str, tuple[str, ...]]]
    places: tuple[dict[str, tuple[str, ...]], ...]
    evidence: dict[str, re.Pattern[str]]
    joined: tuple[str, ...] = ()

    def known(self, heading: str) -> bool:
        """Whether a heading is the name of some column of some table."""
        return any(plain in _all_names(self) for plain in plain_names(heading))

    def __hash__(self) -> int:
        return id(self)


def plain_name(name: str) -> str:
    """A name without case, spaces and signs, in half width and simplified characters."""
    return SIGNS.sub("", simplified(half_width(str(name))).lower())


def plain_names(name: str) -> list[str]:
    """The forms in which a heading is looked up: whole, without brackets, its last word (of a heading on two rows)."""
    words = half_width(str(name))
    forms = [words, BRACKETS.sub("", words), *words.split()[-1:]]
    return list(dict.fromkeys(filter(None, map(plain_name, forms))))


@cache
def shipped_names() -> Names:
    """The names as shipped."""
    return _names(read_yaml(COLUMNS.read_text(encoding="utf-8")))


def with_own(own: dict[str, dict[str, list[str]]]) -> Names:
    """The shipped names with the user's own before them, by table and column."""
    shipped = shipped_names()
    tables = {table: dict(columns) for table, columns in shipped.tables.items()}
    for table, columns in own.items():
        if table not in tables:
            raise InputError(
                text("Unknown table “{table}” among the names of columns. Known: {known}.", table=table, known=", ".join(tables))
            )
        for column, names in columns.items():
            tables[table][column] = (*map(plain_name, names), *tables[table].get(column, ()))
    return Names(tables, shipped.places, shipped.evidence, shipped.joined)


def _names(content: dict) -> Names:
    tables: dict[str, dict[str, tuple[str, ...]]] = {}
    for table, columns in content["tables"].items():
        own = dict.fromkeys(TABLES[table].names(), ())
        tables[table] = {name: _plain([name, *names]) for name, names in {**own, **columns}.items()}
    places = tuple({axis: _plain(pair[axis]) for axis in (X, Y)} for pair in content["places"])
    evidence = {column: re.compile(pattern) for column, pattern in content["evidence"].items()}
    return Names(tables, places, evidence, _plain(content["joined"]))


def _plain(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(plain_name, names)))


@lru_cache(maxsize=4)
def _all_names(names: Names) -> frozenset[str]:
    listed = [name for columns in names.tables.values() for column in columns.values() for name in column]
    return frozenset(listed) | set(names.joined) | {name for pair in names.places for axis in pair.values() for name in axis}
