"""Workspace tables at the QGIS face: what stands in for missing columns, acceptance, layers to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.schema import TABLES
from ...layers.words import Text, text
from . import parameters

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.door import Accepted
    from ...layers.problems import Problem

MOST_IDS, MOST_PLACES = 20, 5
ESTIMATE = "estimate"  # as engine.results says it; the engine is imported where it computes
GEOPACKAGE_FILTER = "GeoPackage (*.gpkg)"
OPTIONAL_TABLES = ("areas", "gates", "walls", "estates", "land", "surveys")
WALKING = (
    "walker",
    "snap_limit_m",
    "node_tolerance_m",
    "direction",
    "persons_per_household",
    "penalties",
    "detour_factor",
    "method",
    "sensitivity",
)


@dataclass(frozen=True)
class Taken:
    """Accepted tables by name, what was found wrong, and what was left out."""

    frames: dict[str, gpd.GeoDataFrame]
    problems: pd.DataFrame
    left_out: int = 0
    dropped: tuple[str, ...] = field(default=())

    def __getitem__(self, table: str) -> gpd.GeoDataFrame:
        return self.frames[table]

    def figures(self) -> dict[str, Any]:
        """What a result says about rows and columns that were not used."""
        return {"LEFT_OUT": self.left_out, "COLUMNS_DROPPED": ", ".join(self.dropped)}


def accept(given: Mapping[str, gpd.GeoDataFrame], progress: Progress) -> Taken:
    """The given frames as accepted tables; rows left out and columns refused are said in the log.

    Raises InputError with the problems of all tables at once, also where nothing usable is left in one.
    """
    from ...layers import door
    from ...layers.problems import joined

    taken, refused = {}, []
    for table, frame in given.items():
        try:
            taken[table] = door.accept(table, frame, translate=tr, progress=progress.part(0, 0))
            refused += _nothing_left(table, taken[table])
        except InputError as error:
            refused += error.problems
    if refused:
        raise InputError(*refused)
    for table, accepted in taken.items():
        _say(table, accepted, progress)
    return Taken(
        frames={table: accepted.frame for table, accepted in taken.items()},
        problems=joined([accepted.problems for accepted in taken.values()], crs=_crs_of(taken)),
        left_out=sum(len(accepted.rejected) for accepted in taken.values()),
        dropped=tuple(column for accepted in taken.values() for column in accepted.dropped),
    )


def _nothing_left(table: str, accepted: Accepted) -> list[Text]:
    if len(accepted.frame) or table in OPTIONAL_TABLES:
        return []
    if not accepted.rows_read:
        return [text("{table} has no features. Choose a layer with data.", table=table.upper())]
    reason = str(accepted.rejected["reason"].iloc[0])
    return [
        text(
            "None of the {count} rows of {table} can be used. The first: {reason}",
            count=accepted.rows_read,
            table=table.upper(),
            reason=reason,
        )
    ]


def _say(table: str, accepted: Accepted, progress: Progress) -> None:
    from ...layers.problems import WARNING

    if len(accepted.rejected):
        first = accepted.rejected.iloc[0]
        words = text(
            "{table}: {count} of {total} rows were left out. The first is row {row}: {reason}",
            table=table.upper(),
            count=len(accepted.rejected),
            total=accepted.rows_read,
            row=int(first["row"]),
            reason=str(first["reason"]),
        )
        progress.warn(words)
    if accepted.dropped:
        progress.warn(
            text("{table}: columns with personal data were left out: {columns}.", table=table.upper(), columns=", ".join(accepted.dropped))
        )
    if accepted.problems.empty:  # the rule, and pandas takes its time to group nothing
        return
    warnings = accepted.problems[accepted.problems["severity"] == WARNING]
    for _, broken in warnings.groupby("rule", sort=False):
        progress.warn(
            text("{table}: {count} rows: {message}", table=table.upper(), count=len(broken), message=str(broken["message"].iloc[0]))
        )


def say_problems(problems: Iterable[Problem], progress: Progress) -> None:
    """Each rule that rows break as one line of the log: the first row, then how many more and which."""
    rules: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        rules.setdefault((problem.table, problem.rule), []).append(problem)
    for (table, _), broken in rules.items():
        first, others = broken[0], [problem.row for problem in broken[1:] if problem.row]
        row = text("{table} {row}", table=table.upper(), row=first.row) if first.row else table.upper()
        progress.warn(text("{row}: {message} {fix}", row=row, message=first.message, fix=first.fix or ""))
        if others:
            ids = ", ".join(others[:MOST_IDS])
            progress.warn(text("{table}: the same with {count} more: {ids}", table=table.upper(), count=len(others), ids=ids))


def say_not_connected(places: Sequence[str], progress: Progress) -> None:
    """The places (ids) from which no path leads on, as one line of the log."""
    if places:
        words = text("Places not connected to any path ({count}): {ids}", count=len(places), ids=", ".join(places[:MOST_PLACES]))
        progress.warn(words)


def _crs_of(taken: Mapping[str, Accepted]) -> str | None:
    return next((crs for accepted in taken.values() if (crs := crs_of(accepted.frame))), None)


def crs_of(frame: gpd.GeoDataFrame) -> str | None:
    """The CRS of a frame as authid, else WKT."""
    from ...layers.door import frame_crs

    return frame_crs(frame)


def optional_layers() -> Iterator[parameters.Parameter]:
    """The layers that a walking algorithm can do without."""
    yield parameters.areas(optional=True)
    yield parameters.gates()
    yield parameters.walls()
    yield parameters.estates()
    yield parameters.land()
    yield parameters.surveys()


def advanced_values() -> Iterator[parameters.Parameter]:
    """What few users change."""
    yield parameters.profile_file()
    yield from advanced_walking()
    yield parameters.persons_per_household()
    yield parameters.id_field()
    yield parameters.weight_field()
    yield parameters.services()


def advanced_walking() -> Iterator[parameters.Parameter]:
    """How one walks, where few users change it."""
    yield parameters.node_tolerance()
    yield parameters.direction()
    yield parameters.dem()
    yield parameters.penalties()
    yield parameters.detour_factor()


def keyed_streets(streets: gpd.GeoDataFrame | None, method: str) -> dict[str, gpd.GeoDataFrame]:
    """The walking network as a table, if there is one; raises InputError where the method needs one and there is none."""
    if streets is None:
        refuse_no_streets(method)
    return {} if streets is None else {"streets": with_key(streets, "streets")}


def refuse_no_streets(method: str) -> None:
    """Raise InputError where the method needs a walking network and there is none."""
    if method != ESTIMATE:
        raise InputError(text("STREETS is not given. Choose a walking network, or METHOD=estimate for straight lines without verdicts."))


def optional_frames(arguments: Mapping[str, Any]) -> dict[str, gpd.GeoDataFrame]:
    """The optional tables that were given."""
    return {name: arguments[name] for name in OPTIONAL_TABLES if arguments.get(name) is not None}


def walking(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that say who walks and how."""
    return {name: arguments[name] for name in WALKING if name in arguments}


def with_key(frame: gpd.GeoDataFrame, table: str, column: str = "") -> gpd.GeoDataFrame:
    """The frame with the key of its table: a column that stands for it, else its own, else the row number."""
    key = TABLES[table].key
    if column:
        return frame.assign(**{key: required(frame, column, "ID_FIELD").astype(str)})
    if key is None or key in frame.columns:
        return frame
    return frame.assign(**{key: [str(row) for row in range(1, len(frame) + 1)]})


def with_weight(frame: gpd.GeoDataFrame, weight: str, column: str) -> gpd.GeoDataFrame:
    """The doorplates with a column that stands for the weight."""
    if not column:
        return frame
    values, name = required(frame, column, "WEIGHT_FIELD"), "residents" if weight == "residents" else "households"
    # What the layer says of its own column does not hold for another one.
    return frame.drop(columns=f"{name}_source", errors="ignore").assign(**{name: values})


def with_services(frame: gpd.GeoDataFrame, services: str) -> gpd.GeoDataFrame:
    """The facilities with their services, those of all where the layer has no such column."""
    return frame.assign(services=services) if services and "services" not in frame.columns else frame


def required(frame: gpd.GeoDataFrame, column: str, parameter: str) -> pd.Series:
    """A column that a parameter names; raises InputError with the columns there are."""
    if column not in frame.columns:
        known = ", ".join(name for name in frame.columns if name != frame.geometry.name)
        raise InputError(
            text(
                "{parameter} names the column “{column}”, which the layer lacks. It has: {known}.",
                parameter=parameter,
                column=column,
                known=known,
            )
        )
    return frame[column]


def shares(values: pd.Series) -> dict[str, float | None]:
    """Shares by category as a result prints them: None where nothing is known."""
    return {str(name): None if value != value else float(value) for name, value in values.items()}


def coverage_inputs(arguments: Mapping[str, Any], method: str) -> dict[str, gpd.GeoDataFrame]:
    """The layers of a coverage run with what stands in for missing columns, ready to be accepted."""
    doorplates = with_key(arguments["doorplates"], "doorplates", arguments["id_field"])
    facilities = with_key(arguments["facilities"], "facilities")
    return {
        "doorplates": with_weight(doorplates, arguments["weight"], arguments["weight_field"]),
        "facilities": with_services(facilities, arguments["services"]),
        **keyed_streets(arguments["streets"], method),
        **optional_frames(arguments),
    }
