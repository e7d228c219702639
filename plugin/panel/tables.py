"""The tables of a workspace as step ① shows them: names, which are needed, how each is imported."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...i18n import mark, tr

POINT, LINE, POLYGON, NONE = "point", "line", "polygon", "none"


@dataclass(frozen=True)
class Table:
    """A table of the workspace; algorithm imports it."""

    key: str
    title: str
    algorithm: str
    kind: str
    needed: bool = False

    @property
    def name(self) -> str:
        """The name in QGIS's language."""
        return tr(self.title)


TABLES = (
    Table("areas", mark("Areas"), "importareas", POLYGON, True),
    Table("doorplates", mark("Doorplates"), "importdoorplates", POINT, True),
    Table("facilities", mark("Facilities"), "importfacilities", POINT, True),
    Table("streets", mark("Walking network"), "importlayer", LINE, True),
    Table("gates", mark("Estate gates"), "importlayer", POINT),
    Table("walls", mark("Walls"), "importlayer", LINE),
    Table("estates", mark("Estates"), "importlayer", POLYGON),
    Table("land", mark("Land use"), "importlayer", POLYGON),
    Table("buildings", mark("Buildings"), "importlayer", POLYGON),
    Table("surveys", mark("Surveys"), "importlayer", NONE),
)
BY_KEY = {table.key: table for table in TABLES}


def by_names(words: str) -> str:
    """A sentence of a run with the tables by their names in QGIS's language; the engine names them as files do."""
    named = {table.key: table.name for table in TABLES if table.name != table.title}
    return re.sub(r"(?<![\w/\\.])(" + "|".join(named) + r")(?![\w/\\.])", lambda found: named[found[1]], words) if named else words


def missing(rows: dict[str, int], keys: tuple[str, ...] | None = None) -> list[Table]:
    """The tables without rows among those named, or those that step ③ needs."""
    asked = [BY_KEY[key] for key in keys] if keys else [table for table in TABLES if table.needed]
    return [table for table in asked if not rows.get(table.key)]


def names(tables: list[Table]) -> str:
    """Their names for a sentence."""
    return tr(", ").join(table.name for table in tables)
