"""What OpenStreetMap's tags mean, read from the editable table osm_tags.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Callable, TypeVar

from .yaml_text import read_yaml

TAG_TABLE = Path(__file__).parent / "osm_tags.yaml"
ACCESS_KEY = "access"
NAME_KEYS = ("name", "name:zh", "official_name", "alt_name")
# What columns of the workspace are made of, beside the conditions of the table. Contacts and operators are not among them.
WORKSPACE_KEYS = (
    "name:en", "addr:full", "addr:street", "addr:place", "addr:housenumber", "addr:housename", "boundary", "admin_level", "barrier",
    "entrance", "residential", "layer", "bridge", "tunnel", "covered", "location", "width", "building", "building:part", "building:levels",
    "building:min_level", "height", "min_height", "opening_hours", "capacity",
)  # fmt: skip

Tags = Mapping[str, str]
Answer = TypeVar("Answer")
Patterns = tuple[tuple[str, "re.Pattern[str]"], ...]


@dataclass(frozen=True)
class StreetKind:
    """A kind of street: whether it may be walked, the speed on it as a factor of the walker's, and the delay that may be met on it."""

    walkable: bool = True
    factor: float = 1.0
    penalty: str = ""  # a word of layers.penalties


UNKNOWN_KIND = StreetKind()


@dataclass(frozen=True)
class Rule:
    """What an object's tags and names must be like, and what then holds for it (gives)."""

    tags: Patterns = ()
    any: Patterns = ()
    unless: Patterns = ()
    name: re.Pattern[str] | None = None
    not_name: re.Pattern[str] | None = None
    gives: Mapping[str, object] | None = None

    def holds(self, tags: Tags) -> bool:
        """Whether an object with these tags is meant."""
        return (
            all(_fits(pattern, tags.get(key)) for key, pattern in self.tags)
            and (self.name is None or _named(self.name, tags))
            and (not self.any or any(_fits(pattern, tags.get(key)) for key, pattern in self.any))
            and not any(_fits(pattern, tags.get(key)) for key, pattern in self.unless)
            and (self.not_name is None or not _named(self.not_name, tags))
        )


@dataclass(frozen=True)
class FacilityGroup:
    """Rules of which the first that holds gives the types; private objects are left out of a public group."""

    rules: tuple[Rule, ...]
    public: bool
    open_edge: bool


@lru_cache(maxsize=1)
def read_tag_table(path: Path = TAG_TABLE) -> dict:
    """The whole table as it stands in the file; read once, never to be changed."""
    return read_yaml(Path(path).read_text(encoding="utf-8"))


def street_kinds() -> dict[str, StreetKind]:
    """Kinds of streets and what they mean on foot; take UNKNOWN_KIND for a word that is not among them."""
    return {kind: street_kind(row) for kind, row in read_tag_table()["streets"].items()}


def street_kind(row: Mapping[str, object]) -> StreetKind:
    """A kind of street from its line of the table."""
    return StreetKind(row["walkable"], float(row["factor"]), row.get("penalty", ""))


def rule(row: Mapping[str, object]) -> Rule:
    """A rule from a line of the table; what is not a condition is what it gives."""
    conditions = ("tags", "any", "unless", "name", "not_name")
    return Rule(
        **{key: patterns(row[key]) for key in conditions[:3] if key in row},
        **{key: re.compile(row[key]) for key in conditions[3:] if key in row},
        gives={key: value for key, value in row.items() if key not in conditions},
    )


def rules(rows: list[Mapping[str, object]]) -> tuple[Rule, ...]:
    """The rules of a list, in its order."""
    return tuple(rule(row) for row in rows)


def patterns(row: Mapping[str, str]) -> Patterns:
    """Keys with the pattern that their whole value must fit."""
    return tuple((key, re.compile(value)) for key, value in row.items())


def first_that_holds(candidates: tuple[Rule, ...], tags: Tags) -> Rule | None:
    """The first rule that holds for the tags."""
    return next((candidate for candidate in candidates if candidate.holds(tags)), None)


def rules_that_hold(candidates: tuple[Rule, ...], all_tags: Iterable[Tags]) -> list[Rule | None]:
    """For each object the first rule that holds."""
    keys = keys_asked(candidates)
    return list(answers(lambda tags: first_that_holds(candidates, tags), all_tags, keys=keys))


def keys_asked(candidates: Iterable[Rule]) -> frozenset[str]:
    """The tag keys on which the rules depend, names among them."""
    asked = {key for one in candidates for key, _ in one.tags + one.any + one.unless}
    return frozenset(asked.union(NAME_KEYS))


def answers(question: Callable[[Tags], Answer], all_tags: Iterable[Tags], *, keys: frozenset[str]) -> Iterator[Answer]:
    """The question's answer for each object; it depends on the keys alone and is asked once for equal tags."""
    known: dict[frozenset[tuple[str, str]], Answer] = {}
    # Most objects of a town say no more than building=yes.
    for tags in all_tags:
        matter = frozenset(item for item in tags.items() if item[0] in keys)
        if matter not in known:
            known[matter] = question(tags)
        yield known[matter]


def facility_groups(table: dict) -> tuple[FacilityGroup, ...]:
    """The groups of facility rules of the table."""
    return tuple(
        FacilityGroup(rules(group["rules"]), group.get("closed_to_public") == "out", group.get("edge") == "open")
        for group in table["facilities"]
    )


def facility_types(tags: Tags, groups: tuple[FacilityGroup, ...] | None = None) -> tuple[str, ...]:
    """The facility types that an object serves, as ids of standards.yaml, in the table's order.

    Read the groups once with facility_groups() when asking for many objects.
    """
    groups = facility_groups(read_tag_table()) if groups is None else groups
    return tuple(dict.fromkeys(kind for group in groups for kind in group_types(group, tags)))


def group_types(group: FacilityGroup, tags: Tags) -> list[str]:
    """The types that one group gives to an object."""
    found = first_that_holds(group.rules, tags)
    if found is None or (group.public and _is_private(tags)):
        return []
    return found.gives["types"]


def _is_private(tags: Tags) -> bool:
    return tags.get(ACCESS_KEY) in ("private", "no", "residents", "permit")


def used_keys(table: dict) -> frozenset[str]:
    """Every tag key that the table or a column of the workspace asks for; no other tag is kept."""
    access = table["access"]
    asked = {*access["keys"], *access["welcome"], *access["sidewalk"], *access["cars_only"], *table["admin_codes"]}
    return frozenset({*WORKSPACE_KEYS, *NAME_KEYS, *asked, *keys_of(table)})


def keys_of(table: object) -> Iterator[str]:
    """Every tag key that a condition of the table asks for."""
    rows = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
    for row in rows:
        yield from keys_of(row)
    if isinstance(table, dict):
        for condition in ("tags", "any", "unless"):
            yield from table.get(condition, ())


def _fits(pattern: re.Pattern[str], value: str | None) -> bool:
    if value is None:
        return False
    return bool(pattern.fullmatch(value)) or (";" in value and any(pattern.fullmatch(part.strip()) for part in value.split(";")))


def _named(pattern: re.Pattern[str], tags: Tags) -> bool:
    return any(pattern.search(tags[key]) for key in NAME_KEYS if key in tags)
