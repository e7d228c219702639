"""How layers are dressed for people: names of columns, words of codes, map tips, forms; one home for files and windows.

The style file of a role says how its things look; here it gets what depends on the columns of one table and on the
language. The same text goes into a GeoPackage, so that a colleague without the plugin sees it, and onto a loaded layer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from ..layers.column_words import column_words, parted
from ..layers.value_map import value_words
from ..layers.words import Text, Translator, render, text
from ..styles import look
from ..styles.forms import Field, Group, attributes
from . import maptips

if TYPE_CHECKING:
    import pandas as pd

LEDGERS = ("ledger", "unreached")
# Tables that a person may correct; every other layer is a result, and read-only.
INPUTS = (
    *("areas", "doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "buildings", "surveys", "events"),
    "problems",
)
# Their columns are a stranger's: words of ours may mean something else there.
FOREIGN = ("converted_points", "converted_lines", "converted_polygons")
WHERE = ("doorplate_id", "address", "road", "number", "estate", "building", "housing_type")
BELONGS = ("district_code", "subdistrict_code", "community_code", "grid_code")
SUMS = ("reached", "judged", "completeness", "snap_m")
# What only machines read.
HIDDEN = ("run", "source", "licence", "partition", "parent_code", "problem_id", *BELONGS)
TELLING = ("_why", "_rate")
ONE_DECIMAL, THREE_DECIMALS = 1, 3
BLANK = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"\">\n</qgis>\n"


def styles_of(
    tables: Mapping[str, pd.DataFrame],
    roles: Mapping[str, str],
    language: str,
    translate: Translator,
    names: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The complete style texts of tables by name, with the role of each; names are those of a profile's categories by id."""
    return {table: dressed(roles.get(table, table), columns_of(frame), language, translate, names) for table, frame in tables.items()}


def columns_of(frame: pd.DataFrame) -> list[str]:
    """The columns of a table without its geometry."""
    shape = getattr(frame, "active_geometry_name", None)
    return [name for name in frame.columns if name != shape]


def dressed(role: str, columns: Sequence[str], language: str, translate: Translator, names: Mapping[str, str] | None = None) -> str:
    """The style text of a role for a table of these columns; a role unreached:park shows who misses park."""
    kind, _, category = role.partition(":")
    known = {**category_names(language), **(names or {})}
    path = look.style(kind, language)
    base = path.read_text(encoding="utf-8") if path else BLANK
    base = base.replace(look.CATEGORY, category) if category else base
    if kind in FOREIGN:
        return base
    say = _sayer(translate)
    fields = [_field(name, kind, known, say) for name in columns]
    order = sorted(columns, key=lambda name: _turn(name, known)) if kind in LEDGERS else columns
    groups = _groups(order, known, say) if kind in LEDGERS else ()
    parts = attributes(fields, groups=groups, order=order, read_only=kind not in INPUTS)
    words = maptips.ledger(columns, known, translate) if kind in LEDGERS else maptips.thing(kind, columns)
    if words:
        base = _without(base, "mapTip")
        parts += f'\n<mapTip enabled="1">{escape(words)}</mapTip>'
    head = base.index("styleCategories=")
    end = base.index('"', head + len('styleCategories="')) + 1
    base = base[:head] + 'styleCategories="AllStyleCategories"' + base[end:]
    return base.replace("</qgis>", f"{parts}\n</qgis>")


@lru_cache(maxsize=2)
def category_names(language: str) -> Mapping[str, str]:
    """The names of all categories that ship, by id; those of the default profile count first."""
    from ..layers.profiles import PROFILE_IDS, standard

    profiles = [standard(name) for name in reversed(PROFILE_IDS)]
    return {line.id: line.name(language) for found in profiles for line in (*found.inactive, *found.categories)}


def told_names(aliases: Mapping[str, str]) -> dict[str, str]:
    """The names of a result's categories by id, as the names of its columns tell them: “Canteen · reason”."""
    told = {category: words.rpartition("·")[0].strip() for column, words in aliases.items() if (category := told_of(column))}
    return {category: name for category, name in told.items() if name}


def told_of(column: str) -> str:
    """The category of a column whose name tells it, of a ledger or of areas; empty for other columns."""
    return next((column[: -len(ending)] for ending in TELLING if column.endswith(ending)), "")


def _sayer(translate: Translator) -> Callable[[Text], str]:
    return lambda words: render(words, translate)


def _field(name: str, kind: str, known: Mapping[str, str], say: Callable[[Text], str]) -> Field:
    table = "ledger" if kind in LEDGERS else kind
    alias = column_words(name, table, known)
    category, ending = parted(name, known)
    values = {code: say(words) for code, words in value_words(name, table, ending if category else "").items()}
    if name == "category":
        values = dict(known)
    hidden = (name in HIDDEN and not (table == "areas" and name == "parent_code")) or bool(category and ending == "id")
    return Field(name, say(alias) if alias else "", values, None if values else _decimals(name), hidden)


def _decimals(name: str) -> int | None:
    if name in ("m", "min", "detour", "straight_m", "climb_m") or name.endswith(("_m", "_min", "_m2", "_s")):
        return ONE_DECIMAL
    return THREE_DECIMALS if name == "completeness" or "rate" in name.split("_") or "share" in name.split("_") else None


def _turn(name: str, known: Mapping[str, str]) -> int:
    """The turn of a ledger's column: where, to what it belongs, the sums, the categories, the rest."""
    for turn, names in enumerate((WHERE, BELONGS, SUMS)):
        if name in names:
            return turn
    return 3 if parted(name, known)[0] else 4


def _groups(columns: Sequence[str], known: Mapping[str, str], say: Callable[[Text], str]) -> tuple[Group, ...]:
    """The form of a ledger: address, belonging, every category, the data."""
    of_category: dict[str, list[str]] = {}
    for name in columns:
        category = parted(name, known)[0]
        if category:
            of_category.setdefault(category, []).append(name)
    services = tuple(Group(known[category], tuple(names)) for category, names in of_category.items())
    taken = {*WHERE, *BELONGS, *SUMS, *(name for names in of_category.values() for name in names)}
    return (
        Group(say(text("Address")), tuple(name for name in WHERE if name in columns)),
        Group(say(text("Areas it belongs to")), tuple(name for name in BELONGS if name in columns)),
        Group(say(text("Services")), tuple(name for name in SUMS if name in columns), services),
        Group(say(text("Data of the doorplate")), tuple(name for name in columns if name not in taken)),
    )


def _without(document: str, tag: str) -> str:
    start, end = document.find(f"<{tag}"), document.find(f"</{tag}>")
    return document if start < 0 or end < 0 else document[:start] + document[end + len(tag) + 3 :]
