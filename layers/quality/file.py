"""One file as something to examine: what table it is, and its rows as the imports would take them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import schema
from ..areas.joining import Layer, join_layers, renamed_layers, with_levels
from ..crs import LONLAT, metric_crs, reproject
from ..door import accept, frame_crs
from ..doorplates import intake as register
from ..errors import InputError
from ..incoming import intake
from ..incoming.aliases import shipped_names
from ..incoming.columns import propose
from ..incoming.table import Misfit, Table
from ..problems import ERROR, MOST_ROWS_OF_A_RULE, Problem
from ..progress import SILENT, Progress
from ..reference import Reference
from ..words import Text, Translator, english, text
from .given import SOURCE_COLUMNS, Given, in_metres

AUTO = "auto"
# Columns that hardly any other table has, by the kinds of geometry that a table may come with.
TELLING: dict[str, tuple[str, ...]] = {
    "doorplates": ("address", "road", "number", "estate", "building", "unit", "households", "community_code", "building_id"),
    "facilities": ("services", "capacity", "floor_m2", "opening", "name"),
    "events": ("category", "reported_at", "state"),
    "gates": ("gate_id", "open"),
    "areas": ("code", "level", "parent_code", "leader_posts", "worker_posts"),
    "estates": ("gated", "managed", "housing_type", "estate_id"),
    "land": ("use",),
    "buildings": ("floors", "height_m", "building_id", "base_m"),
    "streets": ("kind", "walkable", "street_id", "speed_factor", "penalty_s"),
    "walls": ("wall_id",),
}
# Where no column tells, the first of these is it.
BY_KIND = {
    schema.POINT: ("doorplates", "facilities", "events", "gates"),
    schema.POLYGON: ("buildings", "areas", "estates", "land"),
    schema.LINE: ("streets", "walls"),
}
FROM_RULES_AGAIN = ("no_number", "stacked", "duplicate_address", "near_duplicate", "outside", "no_building")


@dataclass(frozen=True)
class Wishes:
    """What the user says of a file, and the tables it is compared with, accepted."""

    table: str = AUTO
    fields: str = ""
    levels: str = ""  # of boundaries
    coordinates: str = AUTO
    crs: str | None = None
    origin: str = ""
    reference: Reference | None = None
    beside: Mapping[str, gpd.GeoDataFrame] = field(default_factory=dict)


def given_file(read: Table, wishes: Wishes, *, translate: Translator = english, progress: Progress = SILENT) -> Given:
    """The file's rows as the import of its table takes them, with what was wrong with them.

    Raises InputError, all problems at once, where the file has no row, or nothing tells what it holds or where it lies.
    """
    if not read.rows_read:
        raise InputError(text("{name} has no rows. Choose a file with content.", name=wishes.origin))
    table = recognised(read) if wishes.table == AUTO else wishes.table
    progress.say(text("Examined as the table {table}.", table=table))
    if table == "doorplates":
        return _doorplates(read, wishes, translate, progress)
    if table == "areas":
        return _areas(read, wishes, translate)
    return _any(table, read, wishes, translate, progress)


def recognised(read: Table) -> str:
    """The table whose telling columns a file has most of; raises InputError where it has none of any."""
    frame = read.frame
    kind = _kind(frame)
    found = {
        name: sum(column in TELLING[name] for column in propose(name, frame, cut_names=read.cut_names).columns) for name in BY_KIND[kind]
    }
    best = max(found, key=lambda name: found[name])
    if not found[best] and not isinstance(frame, gpd.GeoDataFrame):
        known = ", ".join(map(str, frame.columns[:12]))
        raise InputError(text("Nothing tells what the rows are (columns: {known}). State TABLE, and FIELDS where needed.", known=known))
    return best


def _kind(frame: pd.DataFrame) -> str:
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        return schema.POINT
    dimension = shapely.get_dimensions(frame.geometry.to_numpy())
    counts = np.bincount(dimension[dimension >= 0], minlength=3)
    return (schema.POINT, schema.LINE, schema.POLYGON)[int(counts.argmax())]


def _doorplates(read: Table, wishes: Wishes, translate: Translator, progress: Progress) -> Given:
    asked = register.Wishes(wishes.fields, wishes.coordinates, reference=wishes.reference, crs=wishes.crs, origin=wishes.origin)
    taken = register.take_in_register(read, asked, translate=translate, progress=progress)
    counts = (taken.rows_read, len(taken.frame), taken.merged, len(taken.rejected))
    # What the checks find is found again, with all rows.
    listed = taken.problems[~taken.problems["rule"].isin(FROM_RULES_AGAIN)]
    return _given("doorplates", taken.frame, read, wishes, counts=counts, listed=listed, dropped=taken.dropped, notes=taken.notes)


def of_register(taken: register.Register, read: Table, beside: Mapping[str, gpd.GeoDataFrame], origin: str) -> Given:
    """A register that an import has taken in, with everything that it found."""
    counts = (taken.rows_read, len(taken.frame), taken.merged, len(taken.rejected))
    wishes = Wishes(origin=origin, beside=beside)
    return _given("doorplates", taken.frame, read, wishes, counts=counts, listed=taken.problems, dropped=taken.dropped, notes=taken.notes)


def _any(table: str, read: Table, wishes: Wishes, translate: Translator, progress: Progress) -> Given:
    asked = intake.Wishes(wishes.fields, wishes.coordinates, wishes.crs, wishes.origin, reference=wishes.reference)
    taken = intake.take_in(table, read, asked, translate=translate, progress=progress)
    counts = (taken.rows_read, len(taken.frame), 0, len(taken.rejected))
    return _given(table, taken.frame, read, wishes, counts=counts, listed=taken.problems, dropped=taken.dropped, notes=taken.notes)


def _areas(read: Table, wishes: Wishes, translate: Translator) -> Given:
    """Boundaries: joined as importareas does, in metres."""
    harmless, dropped = intake.without_personal("areas", read.frame, shipped_names())
    given = [(wishes.origin, _metric(harmless, wishes))]
    layers = [Layer(*layer) for layer in given] if "=" in wishes.levels else renamed_layers(given, wishes.fields)
    accepted = accept("areas", join_layers(with_levels(layers, wishes.levels)), translate=translate)
    counts = (read.rows_read, len(accepted.frame), 0, len(accepted.rejected) + len(read.misfits))
    dropped = (*dropped, *accepted.dropped)
    return _given("areas", accepted.frame, read, wishes, counts=counts, listed=accepted.problems, dropped=dropped, notes=read.notes)


def _metric(frame: gpd.GeoDataFrame, wishes: Wishes) -> gpd.GeoDataFrame:
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        raise InputError(text("The list of areas has no boundaries. Choose a layer of polygons."))
    stated = frame_crs(frame)
    if stated is None:
        raise InputError(text("{name} has no coordinate reference system. Set it in the layer's properties.", name=wishes.origin))
    target = wishes.crs or (stated if in_metres(stated) else _zone(frame.geometry.to_numpy(), stated))
    moved = reproject(shapely.force_2d(frame.geometry.to_numpy()), source=stated, target=target)
    result = frame.set_geometry(gpd.GeoSeries(moved, index=frame.index, crs=target))
    result.attrs["crs"] = target
    return result


def _zone(shapes: np.ndarray, stated: str) -> str:
    box = shapely.total_bounds(reproject(shapes, source=stated, target=LONLAT))
    if not np.isfinite(box).all():
        raise InputError(text("The file has no row with a place. Check its columns of coordinates."))
    return metric_crs((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _given(
    table: str,
    frame: gpd.GeoDataFrame,
    read: Table,
    wishes: Wishes,
    *,
    counts: tuple[int, int, int, int],
    listed: gpd.GeoDataFrame,
    dropped: tuple[str, ...],
    notes: tuple[Text, ...],
) -> Given:
    crs = frame_crs(frame)
    source = dict(zip(SOURCE_COLUMNS, (table, wishes.origin, *counts, crs)))
    encoding = read.encoding
    said = () if encoding is None else (text("Encoding {name}: {evidence}.", name=encoding.name, evidence=encoding.evidence),)
    return Given(
        title=wishes.origin,
        whole=False,
        crs=crs,
        tables={**{name: _moved(beside, crs) for name, beside in wishes.beside.items()}, table: frame},
        examined=(table,),
        sources=pd.DataFrame([source], columns=list(SOURCE_COLUMNS)),
        listed=(listed,),
        faults=tuple(_misfits(table, [replace(misfit, fields=()) for misfit in read.misfits])),
        dropped=dropped,
        notes=(*said, *notes),
    )


def _moved(frame: gpd.GeoDataFrame, crs: str | None) -> gpd.GeoDataFrame:
    """A table to compare with, in the CRS of the file."""
    own = frame_crs(frame)
    if crs is None or own is None or own == crs:
        return frame
    return frame.set_geometry(gpd.GeoSeries(reproject(frame.geometry.to_numpy(), source=own, target=crs), index=frame.index, crs=crs))


def _misfits(table: str, misfits: list[Misfit]) -> list[Problem]:
    """Rows that could not be taken apart, one problem each: their line and the reason, never their text."""
    told = [Problem(table, "misfit_row", ERROR, misfit.reason, row=str(misfit.line)) for misfit in misfits[:MOST_ROWS_OF_A_RULE]]
    beyond = len(misfits) - MOST_ROWS_OF_A_RULE
    further = text("Further rows of the same kind, not listed: {count}.", count=beyond)
    return [*told, Problem(table, "misfit_row", ERROR, further)] if beyond > 0 else told
