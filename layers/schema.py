"""The tables of a district workspace, declared once: columns, kinds, units, allowed values."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, INTEGER, REAL, DATE = "text", "integer", "real", "date"
POINT, LINE, POLYGON = "point", "line", "polygon"

LEVELS = ("district", "subdistrict", "community", "grid")
PARTITION = "admin"
PERSONS_PER_HOUSEHOLD = 2.62
STOREY_M = 3.0


@dataclass(frozen=True)
class Column:
    """One column: its kind, its unit, the only values it may hold (if any)."""

    name: str
    kind: str = TEXT
    required: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table of the workspace; key is the column that names a row."""

    name: str
    geometry: str | None
    columns: tuple[Column, ...]
    key: str | None = None

    def names(self) -> list[str]:
        """All column names in order, without the geometry."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


def _c(name: str, kind: str = TEXT, *, unit: str = "", values: tuple[str, ...] = ()) -> Column:
    return Column(name.rstrip("*"), kind, required=name.endswith("*"), unit=unit, values=values)


_ORIGIN = (_c("source"), _c("licence"))
_YES_NO = ("yes", "no")
_YES_NO_UNKNOWN = ("yes", "no", "unknown")
_PEOPLE = (
    _c("households", INTEGER, unit="households"),
    _c("residents", INTEGER, unit="persons"),
    _c("elderly", INTEGER, unit="persons"),
    _c("children", INTEGER, unit="persons"),
)


def _table(name: str, geometry: str | None, *columns: Column, key: str | None = None) -> Table:
    return Table(name, geometry, columns + _ORIGIN, key)


TABLES = {
    table.name: table
    for table in (
        _table(
            "areas",
            POLYGON,
            _c("code*"),
            _c("name"),
            _c("partition"),
            _c("level*"),
            _c("parent_code"),
            _c("leader_posts", INTEGER, unit="posts"),
            _c("worker_posts", INTEGER, unit="posts"),
            _c("kind"),
            *_PEOPLE,
            _c("updated_at", DATE),
            key="code",
        ),
        _table(
            "doorplates",
            POINT,
            _c("doorplate_id*"),
            _c("address"),
            _c("road"),
            _c("number"),
            _c("estate"),
            _c("building"),
            _c("unit"),
            *_PEOPLE,
            _c("households_source"),
            _c("residents_source"),
            _c("grid_code"),
            _c("community_code"),
            _c("building_id"),
            _c("housing_type"),
            key="doorplate_id",
        ),
        _table(
            "facilities",
            POINT,
            _c("facility_id*"),
            _c("name"),
            _c("services*"),
            _c("capacity", REAL),
            _c("floor_m2", REAL, unit="m²"),
            _c("opening"),
            key="facility_id",
        ),
        _table(
            "streets",
            LINE,
            _c("street_id*"),
            _c("name"),
            _c("kind"),
            _c("level", INTEGER),
            _c("speed_factor", REAL),
            _c("penalty_s", REAL, unit="s"),
            _c("walkable", values=_YES_NO),
            key="street_id",
        ),
        _table(
            "gates",
            POINT,
            _c("gate_id*"),
            _c("name"),
            _c("estate"),
            _c("open", values=("all", "residents", "closed", "unknown")),
            _c("opening"),
            key="gate_id",
        ),
        _table("walls", LINE, _c("wall_id*"), _c("estate"), key="wall_id"),
        _table(
            "estates",
            POLYGON,
            _c("estate_id*"),
            _c("name*"),
            _c("gated", values=_YES_NO_UNKNOWN),
            _c("housing_type"),
            _c("households", INTEGER, unit="households"),
            _c("managed"),
            key="estate_id",
        ),
        _table("land", POLYGON, _c("use*", values=("residential", "water", "green", "rail", "other")), _c("name")),
        _table("surveys", None, _c("category*"), _c("complete", values=_YES_NO), _c("as_of", DATE)),
        _table(
            "events",
            POINT,
            _c("event_id*"),
            _c("category*"),
            _c("reported_at*", DATE),
            _c("state"),
            _c("address"),
            _c("grid_code"),
            key="event_id",
        ),
        _table(
            "buildings",
            POLYGON,
            _c("building_id*"),
            _c("name"),
            _c("floors", INTEGER),
            _c("height_m", REAL, unit="m"),
            _c("height_source", values=("measured", "floors", "default")),
            _c("base_m", REAL, unit="m"),
            _c("use"),
            _c("cim_level"),
            key="building_id",
        ),
        _table(
            "problems",
            "any",
            _c("problem_id*"),
            _c("table"),
            _c("row"),
            _c("other"),
            _c("rule"),
            _c("severity", values=("error", "warning", "note")),
            _c("message"),
            _c("fix"),
            _c("automatic", values=_YES_NO),
            _c("state", values=("open", "accepted", "fixed", "ignored", "on_site")),
            _c("reason"),
            key="problem_id",
        ),
    )
}
