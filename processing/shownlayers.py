"""Which layers of a workspace or a result QGIS opens: their sources, names, roles, groups and whether they are seen."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from ..i18n import legend_language, tr
from ..layers.schema import LEVELS
from ..layers.value_map import LEVELS as LEVEL_WORDS
from ..layers.words import Text, render, text
from . import dressing

AREAS_OF = "areas_of"  # the group of areas inside that of the data
CIRCLES = "circles"
UNREACHED = "unreached"
# Roles of the group of results and of the data, from the top of the layer tree to its bottom.
RESULTS = ("ledger", UNREACHED, "areas_out", "iso_exceptions", "isochrones", "facilitystandards", "capacity_load")
DATA = ("facilities", "gates", "walls", "streets", "doorplates", "events", "estates", "buildings", "land")
SEEN = ("ledger", "areas_out", "problems", "facilities", "gates", "walls", "streets", "buildings", "land")
LEVELS_SEEN = ("community", "subdistrict")
ALIAS = re.compile(r'<alias field="([^"]*)" index="\d+" name="([^"]*)"/>')
KINDS = ("Point", "LineString", "Polygon")  # as OGR names them in a source


@dataclass(frozen=True)
class Layer:
    """A layer to open: its source, name, role (unreached:park for a category) and whether it is seen; district names its top group."""

    uri: str
    name: str
    role: str
    seen: bool = True
    district: str = ""
    run: str = ""  # short hash of the run that made it

    @property
    def kind(self) -> str:
        """The role without its category or level."""
        return self.role.partition(":")[0]


def result_layers(path: Path) -> tuple[Layer, ...]:
    """All layers of a result workspace, from the top of the tree to its bottom."""
    with _opened(path) as found:
        if not found.tables:
            return ()
        made = [*_ledgers(found), *_plain(found, ("areas_out", "iso_exceptions")), *_circles(found), *_standards(found), *_loads(found)]
        return (*made, *_problems(found), *_data(found))


def workspace_layers(path: Path) -> tuple[Layer, ...]:
    """All layers of a district workspace that hold anything."""
    with _opened(path) as found:
        return (*_problems(found), *_data(found))


def title(role: str) -> str:
    """The name of a role's layer in QGIS's language."""
    words = {
        "ledger": tr("Coverage ledger"),
        "areas_out": tr("Coverage by area"),
        "isochrones": tr("Isochrones"),
        "iso_exceptions": tr("Where isochrone and ledger differ"),
        "facilitystandards": tr("Facility standards"),
        "capacity_load": tr("Load of facilities"),
        "problems": tr("Problems"),
        "areas": tr("Areas"),
        "doorplates": tr("Doorplates"),
        "facilities": tr("Facilities"),
        "streets": tr("Walking network"),
        "gates": tr("Estate gates"),
        "walls": tr("Walls"),
        "estates": tr("Estates"),
        "land": tr("Land use"),
        "buildings": tr("Buildings"),
        "events": tr("Events"),
    }
    return words.get(role, role)


@dataclass(frozen=True)
class _File:
    """A GeoPackage: its tables with their columns, and a way to ask it."""

    path: Path
    connection: sqlite3.Connection
    tables: dict[str, list[str]]
    district: str
    run: str

    def values(self, sql: str) -> list[tuple]:
        """The rows of a query."""
        return self.connection.execute(sql).fetchall()

    def layer(self, table: str, role: str, name: str, *, seen: bool, where: str = "") -> Layer:
        """A layer of a table, of some of its rows where asked."""
        source = f"{self.path}|layername={table}" + (f"|subset={where}" if where else "")
        return Layer(source, name, role, seen, self.district, self.run)


@contextmanager
def _opened(path: Path) -> Iterator[_File]:
    """A GeoPackage that is asked and closed again; where there is none, it has no tables."""
    if not path.is_file():
        with closing(sqlite3.connect(":memory:")) as connection:
            yield _File(path, connection, {}, "", "")
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = _tables(connection)
        yield _File(path, connection, tables, _district(connection, path), _run(connection, tables))


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Tables with at least one row, and their columns."""
    names = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')")]
    filled = [name for name in names if connection.execute(f"SELECT 1 FROM {_quoted(name)} LIMIT 1").fetchone()]  # nosec B608
    return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(name)})")] for name in filled}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _district(connection: sqlite3.Connection, path: Path) -> str:
    """The name of the largest area; that of the file where there are several or none."""
    # Only a whole check keeps the areas themselves; a coverage names them where it counts them.
    asked = (
        "SELECT DISTINCT name FROM areas WHERE level = ? AND name IS NOT NULL",
        "SELECT DISTINCT name FROM areas_out WHERE level = ? AND name IS NOT NULL",
    )
    for question in asked:
        try:
            answers = [connection.execute(question, (level,)).fetchall() for level in LEVELS]
        except sqlite3.OperationalError:
            continue
        found = next(filter(None, answers), [])
        return found[0][0] if len(found) == 1 else path.stem
    return path.stem


def _run(connection: sqlite3.Connection, tables: dict[str, list[str]]) -> str:
    found = connection.execute("SELECT run FROM ledger LIMIT 1").fetchone() if "run" in tables.get("ledger", ()) else None
    return str(found[0]) if found else ""


def _ledgers(found: _File) -> Iterator[Layer]:
    if "ledger" not in found.tables:
        return
    yield found.layer("ledger", "ledger", title("ledger"), seen=True)
    names = _names(found)
    endings = [name[: -len("_why")] for name in found.tables["ledger"] if name.endswith("_why")]
    for number, category in enumerate(endings):
        words = text("Not reached · {category}", category=names.get(category, category))
        where = f"\"{category}_why\" <> 'ok'"
        yield found.layer("ledger", f"{UNREACHED}:{category}", _said(words), seen=number == 0, where=where)


def _names(found: _File) -> Mapping[str, str]:
    """The names of categories by id; those of a profile of one's own are told by the style of the ledger alone."""
    known = dressing.category_names(legend_language())
    if "layer_styles" not in found.tables:
        return known
    styles = found.values("SELECT styleQML FROM layer_styles WHERE f_table_name = 'ledger' AND useAsDefault")
    aliases = {unescape(column): unescape(words) for (style,) in styles for column, words in ALIAS.findall(style)}
    return {**dressing.told_names(aliases), **known}


def _circles(found: _File) -> Iterator[Layer]:
    if "isochrones" not in found.tables:
        return
    names = _names(found)
    rows = found.values("SELECT category, unit, group_concat(\"limit\", ',') FROM isochrones GROUP BY category, unit ORDER BY min(rowid)")
    for category, unit, limits in rows:
        shown = " / ".join(f"{float(limit):g}" for limit in sorted({*str(limits).split(",")}, key=float))
        measure = text("{limits} min", limits=shown) if unit == "min" else text("{limits} m", limits=shown)
        words = text("Isochrones · {category} {limits}", category=names.get(category, category or ""), limits=measure)
        where = "\"category\" = '{}'".format(str(category).replace("'", "''"))
        yield found.layer("isochrones", f"isochrones:{category}", _said(words), seen=False, where=where)


def _standards(found: _File) -> Iterator[Layer]:
    if "facility_standards" in found.tables:
        yield found.layer("facility_standards", "facilitystandards", title("facilitystandards"), seen=False)


def _loads(found: _File) -> Iterator[Layer]:
    if "places" in found.tables:
        yield found.layer("places", "capacity_load", title("capacity_load"), seen=False)


def _problems(found: _File) -> Iterator[Layer]:
    """One layer for each kind of geometry."""
    if "problems" not in found.tables:
        return
    unsolved = bool(found.values("SELECT 1 FROM problems WHERE coalesce(state, 'open') = 'open' LIMIT 1"))
    kind = found.values("SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = 'problems'")
    if not kind or kind[0][0] != "GEOMETRY":
        yield found.layer("problems", "problems", title("problems"), seen=unsolved)
        return
    words = (tr("Problems (points)"), tr("Problems (lines)"), tr("Problems (areas)"))
    for name, said in zip(KINDS, words):
        layer = found.layer("problems", f"problems:{name}", said, seen=unsolved)
        yield replace(layer, uri=f"{layer.uri}|geometrytype={name}")


def _data(found: _File) -> Iterator[Layer]:
    yield from _plain(found, DATA)
    if "areas" not in found.tables:
        return
    present = [level for (level,) in found.values("SELECT DISTINCT level FROM areas WHERE level IS NOT NULL")]
    ranked = sorted(present, key=lambda level: (-LEVELS.index(level) if level in LEVELS else -len(LEVELS), level))
    for level in ranked:
        name = _said(LEVEL_WORDS[level]) if level in LEVEL_WORDS else level
        where = "\"level\" = '{}'".format(level.replace("'", "''"))
        yield found.layer("areas", f"areas:{level}", name, seen=level in LEVELS_SEEN, where=where)


def _plain(found: _File, tables: tuple[str, ...]) -> Iterator[Layer]:
    for table in tables:
        if table in found.tables:
            yield found.layer(table, table, title(table), seen=table in SEEN)


def _said(words: Text) -> str:
    return render(words, tr)
