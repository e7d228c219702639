"""The gates and facilities of a run as they are after changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np

from .deciding import ranks
from .estates import estate_of_points
from .nearestpieces import nearest_pieces
from .pieces import Places, places_at
from .scenario import ADD_FACILITY, CLOSE_FACILITY, MOVE_FACILITY, OF_GATES, OPEN_GATE, Change
from .services import services
from .sight import View, past_barriers
from .workbench import LABEL_STEP, Doors, Sites, Workbench


def doors_after(bench: Workbench, changes: Sequence[Change]) -> Doors:
    """The openings of all gates after the changes."""
    said = {change.id: "all" if change.action == OPEN_GATE else "closed" for change in changes if change.action in OF_GATES}
    if not said:
        return bench.doors
    crossings, crossing, estate = bench.site.crossings, bench.doors.crossing.copy(), bench.doors.estate.copy()
    for gate, opening in said.items():
        row = np.flatnonzero(bench.gate_ids == gate)
        if crossings is not None:
            crossing[np.isin(crossings.gate, row)] = opening
        estate[np.isin(bench.site.gates.gate, row)] = opening
    return Doors(crossing, estate)


def sites_after(bench: Workbench, changes: Sequence[Change]) -> Sites:
    """The facilities after the changes; new ones follow the old."""
    old, rows_of = bench.sites, dict(bench.sites.rows_of)
    row_of = {name: row for row, name in enumerate(old.id.astype(str))}
    closed = [row_of[change.id] for change in changes if change.action == CLOSE_FACILITY and change.id in row_of]
    rows_of = {name: rows[~np.isin(rows, closed)] for name, rows in rows_of.items()}
    placed = [change for change in changes if change.action in (ADD_FACILITY, MOVE_FACILITY)]
    if not placed:
        return replace(old, rows_of=rows_of)
    new = [change for change in placed if change.action == ADD_FACILITY]
    at = np.array([row_of.get(change.id, -1) for change in placed])
    at[at < 0] = len(old.id) + np.arange(len(new))
    for name, rows in _rows_of_new(bench, new).items():
        rows_of[name] = np.concatenate([rows_of[name], len(old.id) + rows])
    xy = np.array([(change.place.x, change.place.y) for change in placed])
    places, estate = _placed(bench, xy)
    ids = np.concatenate([old.id, np.array([change.id for change in new], dtype=object)])
    return Sites(
        ids, _labels(old, ids), _written(old.xy, at, xy), _places_written(old.places, at, places), _written(old.estate, at, estate), rows_of
    )


def _labels(old: Sites, ids: np.ndarray) -> np.ndarray:
    """The labels of all facilities: new ones (behind the old) stand between the old in the order of the ids."""
    count = len(old.id)
    rank = ranks(ids)
    order = np.argsort(rank)
    is_old = order < count
    before = np.concatenate([[-LABEL_STEP], np.sort(old.label)])[np.cumsum(is_old)]
    since = np.arange(len(ids)) - np.maximum.accumulate(np.where(is_old, np.arange(len(ids)), -1))
    label = np.empty(len(ids), dtype=np.int32)
    label[order] = before + since
    return label


def _rows_of_new(bench: Workbench, new: Sequence[Change]) -> dict[str, np.ndarray]:
    frame = gpd.GeoDataFrame(
        {"facility_id": [change.id for change in new], "services": [change.services for change in new]},
        geometry=[change.place for change in new],
    )
    return services(frame, bench.settings.profile).rows if new else {}


def _placed(bench: Workbench, xy: np.ndarray) -> tuple[Places, np.ndarray]:
    """Where new places meet the streets, and the estate without paths that each stands in."""
    site, limit_m = bench.site, bench.settings.snap_limit_m
    estate = np.full(len(xy), -1)
    if bench.estates is not None and len(site.pathless):
        estate = estate_of_points(bench.estates, site.pathless, xy)
    xy = np.where((estate < 0)[:, None], xy, np.nan)
    best = nearest_pieces(bench.pieces, xy, limit_m=limit_m)
    places = places_at(bench.pieces, best.piece, best.share, np.sqrt(best.square), np.zeros(len(xy), dtype=bool))
    if bench.barriers.size:
        places = past_barriers(View.of(site.parted, bench.pieces, bench.barriers), xy, places, limit_m=limit_m)
    return places, estate


def _written(old: np.ndarray, at: np.ndarray, new: np.ndarray) -> np.ndarray:
    values = np.concatenate([old, np.zeros((max(at.max() + 1 - len(old), 0), *old.shape[1:]), dtype=old.dtype)])
    values[at] = new
    return values


def _places_written(old: Places, at: np.ndarray, new: Places) -> Places:
    return Places(*(_written(mine, at, theirs) for mine, theirs in zip(vars(old).values(), vars(new).values())))
