"""Coverage without a walking network: straight lines × the detour factor around water, rail and walls.

Walls open at gates as in the network's rules; street pieces that cross water or rail are ways across, without any it
cannot be crossed. Ways are exact in the plane up to HORIZON times the longest limit; beyond it no metres are stated.
Without barriers the nearest facility is known at any distance. Nobody is "not connected" here, and snap_m is not known.

    found = estimate_coverage(doorplates, facilities, streets, gates=gates, walls=walls, land=land, settings=settings)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from ...layers.errors import InputError
from ...layers.profiles import MINUTES, Category
from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .coverage import Coverage, accepted_points, surveyed
from .deciding import LIMIT_TOLERANCE, ranks, reached, reasons
from .detours import TIE_M, Plane, plane
from .gaps import with_closed_gaps
from .gates import ALL_OPEN, AS_STATED, UNKNOWN_CLOSED
from .ground import Tables
from .ledger import OK, REASONS
from .planenearest import Direct, View, nearest_around
from .search import ROUND_TRIP, Walks
from .waygraph import Field, field_of, way_graph

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from .results import Settings

HORIZON = 2.0  # limits; beyond so many of the longest one no way is looked for
PART = 4_000  # doorplates whose ways are looked for together
TIES = 8  # facilities equally near of which the first by id is found


@dataclass(frozen=True)
class _Question:
    """One category: its facilities, and its limit as metres in the plane."""

    category: Category
    facilities: np.ndarray
    limit_m: float


def estimate_coverage(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame | None,
    *,
    gates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    surveys: pd.DataFrame | None = None,
    settings: Settings,
    progress: Progress = SILENT,
) -> Coverage:
    """The coverage of all doorplates as an estimate; streets only tell where water and rail are crossed.

    Raises InputError as coverage() does, and for a round trip through gates that open one way.
    """
    points = accepted_points(doorplates, facilities, settings)
    doorplates, facilities, rows_of = points.doorplates, points.facilities, points.counted.rows
    ids = facilities["facility_id"].to_numpy(dtype=object)
    label = ranks(ids)
    by_id = np.argsort(label)
    questions = [_Question(category, rows_of[category.id], plane_limit(category, settings)) for category in settings.profile.categories]
    range_m = HORIZON * max(question.limit_m for question in questions)
    tables = Tables(gates, with_closed_gaps(walls, gates, estates), estates, land)
    ground = plane(points.facility_xy, tables, streets, range_m=range_m, progress=progress.part(0, 0.3))
    _refuse_round_trip(ground, settings)
    answers = _answers(ground, points.home_xy, questions, label, settings, progress.part(0.3, 1))
    complete = surveyed(surveys)
    found, certain = {}, []
    for question, answer in zip(questions, answers):
        category = question.category
        known = len(question.facilities) > 0
        why = reasons(answer.ok, answer.opened, answer.linked, known=known, snapped=np.ones(len(doorplates), dtype=bool))
        found[category.id] = reached(answer.walks, why, category, np.append(ids[by_id], None), judged=known or category.id in complete)
        certain.append(answer.certain & (why == REASONS.index(OK)))
    is_certain = np.stack(certain, axis=1) if "unknown" in ground.nodes.opening else None
    unknown, nobody = np.full(len(doorplates), np.nan), np.zeros(len(doorplates), dtype=bool)
    return Coverage(doorplates, facilities, found, unknown, is_certain, rows_of, points.problems, None, None, {}, nobody)


def plane_limit(category: Category, settings: Settings) -> float:
    """A category's limit as metres in the plane, with the tolerance that lets equality count as reached."""
    limit = category.limit + LIMIT_TOLERANCE
    return (limit * 60 * settings.walker.speed_ms if category.unit == MINUTES else limit) / settings.detour_factor


def _refuse_round_trip(ground: Plane, settings: Settings) -> None:
    if settings.direction == ROUND_TRIP and len(ground.nodes.passes):
        raise InputError(
            text(
                "METHOD=estimate cannot walk round trips through gates that open for residents only. "
                "Choose DIRECTION=to_facility or from_facility."
            )
        )


@dataclass(frozen=True)
class _Answer:
    """One category, by doorplate."""

    walks: Walks
    ok: np.ndarray
    opened: np.ndarray  # within the limit if every gate were open
    certain: np.ndarray  # within the limit with unknown gates shut
    linked: np.ndarray  # some way leads there if every gate were open


def _answers(
    ground: Plane, xy: np.ndarray, questions: list[_Question], label: np.ndarray, settings: Settings, progress: Progress
) -> list[_Answer]:
    fields = _fields(ground, questions, label, settings)
    trees = [cKDTree(ground.facilities.xy[question.facilities]) if len(question.facilities) else None for question in questions]
    parts: list[list[_Answer]] = [[] for _ in questions]
    for low in range(0, max(len(xy), 1), PART):
        progress.at(low / max(len(xy), 1), text("Estimating the walks of {count} doorplates", count=len(xy)))
        view = View.of(ground, xy[low : low + PART])
        for k, question in enumerate(questions):
            parts[k].append(_answer(ground, view, question, fields[k], trees[k], label, settings))
    return [_joined(part) for part in parts]


def _fields(ground: Plane, questions: list[_Question], label: np.ndarray, settings: Settings) -> list[dict[str, Field]]:
    opening = set(ground.nodes.opening)
    rules = [AS_STATED]
    rules += [ALL_OPEN] if opening & {"residents", "closed"} else []
    rules += [UNKNOWN_CLOSED] if "unknown" in opening else []
    graphs = {rule: way_graph(ground, gates_open=rule, direction=settings.direction) for rule in rules}
    return [{rule: field_of(ground, graphs[rule], question.facilities, label) for rule in rules} for question in questions]


def _joined(parts: list[_Answer]) -> _Answer:
    walks = Walks(*(np.concatenate([getattr(part.walks, name) for part in parts]) for name in ("cost", "other", "label")))
    return _Answer(walks, *(np.concatenate([getattr(part, name) for part in parts]) for name in ("ok", "opened", "certain", "linked")))


def _answer(
    ground: Plane, view: View, question: _Question, fields: dict[str, Field], tree: cKDTree | None, label: np.ndarray, settings: Settings
) -> _Answer:
    nobody = np.zeros(view.size, dtype=bool)
    if tree is None:
        nowhere = np.full(view.size, np.inf)
        return _Answer(Walks(nowhere, nowhere, np.full(view.size, -1)), nobody, nobody, nobody, nobody)
    if not ground.nodes.size:
        metres, found = _as_the_crow_flies(tree, view.spots.xy, label[question.facilities])
    else:
        direct = Direct.of(ground, view, question.facilities)
        metres, found = nearest_around(ground, view, direct, fields[AS_STATED], label)
    ok = metres <= question.limit_m
    opened, certain = ok, ok
    if ALL_OPEN in fields:
        opened = nearest_around(ground, view, direct, fields[ALL_OPEN], label)[0] <= question.limit_m
    if UNKNOWN_CLOSED in fields:
        certain = nearest_around(ground, view, direct, fields[UNKNOWN_CLOSED], label)[0] <= question.limit_m
    walked_m = metres * settings.detour_factor
    seconds = walked_m / settings.walker.speed_ms
    costs = (seconds, walked_m) if question.category.unit == MINUTES else (walked_m, seconds)
    return _Answer(Walks(*costs, found), ok, opened, certain, _linked(ground, view, question))


def _as_the_crow_flies(tree: cKDTree, xy: np.ndarray, label: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres to the nearest facility and its label, the lowest of those equally near."""
    metres, near = tree.query(xy, k=np.arange(1, min(TIES, tree.n) + 1))
    tied = metres <= metres[:, :1] + TIE_M
    return metres[:, 0], np.where(tied, label[near], np.iinfo(np.int64).max).min(axis=1)


def _linked(ground: Plane, view: View, question: _Question) -> np.ndarray:
    facility, face = ground.facility_faces
    served = np.zeros(len(ground.component), dtype=bool)
    served[ground.component[face[np.isin(facility, question.facilities)]]] = True
    point, face = view.faces
    linked = np.zeros(view.size, dtype=bool)
    linked[point[served[ground.component[face]]]] = True
    return linked
