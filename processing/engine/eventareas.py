"""Who is responsible for an event: its area of every level and partition, as far as its place is known well enough.

found = event_areas(events, areas)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ...layers.problems import NOTE, WARNING, Problem
from ...layers.words import text
from .areas import Codes, Level, assign, column_of, disagreement_text, points_xy

if TYPE_CHECKING:
    import geopandas as gpd

COLUMNS = ("event_id", "partition", "level", "code", "name", "certain")
GRID = "grid_code"


@dataclass(frozen=True)
class EventAreas:
    """The events with a code column for every level and partition, and uncertain_areas: the levels whose code is left
    empty because the expected error of the place reaches over the area's boundary.

    responsible has a row for each event with a place, partition and level: code, name and certain (yes, no).
    """

    events: gpd.GeoDataFrame
    responsible: pd.DataFrame
    problems: list[Problem]
    outside: int  # events with a place outside every area
    uncertain: int  # events of which some level is uncertain


def event_areas(events: gpd.GeoDataFrame, areas: gpd.GeoDataFrame) -> EventAreas:
    """Find the areas of accepted events by their points and error_m; both in one CRS in metres.

    A code is certain where the whole circle of the expected error lies in the area; doors, buildings and own
    coordinates count as exact. Where the place tells no grid, a stated one that the areas know stays.
    """
    placed = np.flatnonzero(events.geometry.notna().to_numpy())
    codes = assign(points_xy(events.iloc[placed]), areas)
    certain = _certain(events.iloc[placed], codes, areas)
    columns = {column_of(level, codes): _filled(len(events), placed, codes[level], certain[level]) for level in codes}
    unsure = np.array([not all(of) for of in zip(*certain.values())], bool) if codes else np.zeros(0, bool)
    outside = np.array([all(pd.isna(code) for code in of) for of in zip(*codes.values())], bool) if codes else np.zeros(0, bool)
    stated = events[GRID].to_numpy(object) if GRID in events.columns else np.full(len(events), None, object)
    problems = [*_beyond(events, placed[outside]), *_disagreeing(events, stated, columns.get(GRID))]
    if GRID in columns:
        columns[GRID] = _with_stated(columns[GRID], stated, areas)
    named = _uncertain_levels(len(events), placed, codes, certain)
    return EventAreas(
        events=events.assign(**columns, uncertain_areas=named),
        responsible=_responsible(events.iloc[placed], codes, certain, areas),
        problems=problems,
        outside=int(outside.sum()),
        uncertain=int(unsure.sum()),
    )


def _certain(placed: gpd.GeoDataFrame, codes: Codes, areas: gpd.GeoDataFrame) -> dict[Level, np.ndarray]:
    """By level whether each place's circle of expected error lies within its area; a place outside all is certain of that."""
    exact = placed["for_verdicts"].to_numpy(object) == "yes"
    error_m = np.where(exact, 0.0, placed["error_m"].to_numpy(float))
    points = placed.geometry.to_numpy()
    rough = np.flatnonzero(error_m > 0)
    found = {}
    for level in codes:
        sure = np.ones(len(placed), bool)
        edges = _edges(level, areas)
        if len(rough) and edges is not None:
            sure[rough] = shapely.distance(points[rough], edges) >= error_m[rough]
        found[level] = sure
    return found


def _edges(level: Level, areas: gpd.GeoDataFrame) -> shapely.Geometry | None:
    """All boundaries of one level's areas."""
    partition = areas["partition"].fillna("admin") if "partition" in areas.columns else pd.Series("admin", index=areas.index)
    of_level = areas[(partition == level[0]) & (areas["level"] == level[1])]
    if not len(of_level):
        return None
    edges = shapely.union_all(shapely.boundary(of_level.geometry.to_numpy()))
    shapely.prepare(edges)
    return edges


def _filled(count: int, placed: np.ndarray, code: np.ndarray, certain: np.ndarray) -> np.ndarray:
    column = np.full(count, None, object)
    column[placed[certain]] = code[certain]
    return column


def _with_stated(by_position: np.ndarray, stated: np.ndarray, areas: gpd.GeoDataFrame) -> np.ndarray:
    known = set(areas.loc[areas["level"] == "grid", "code"])
    return np.where(pd.isna(by_position) & np.isin(stated.astype(str), list(map(str, known))), stated, by_position)


def _uncertain_levels(count: int, placed: np.ndarray, codes: Codes, certain: dict[Level, np.ndarray]) -> np.ndarray:
    named = np.full(count, None, object)
    for level in codes:
        rows = placed[~certain[level]]
        word = "/".join(level)
        named[rows] = [word if before is None else f"{before}, {word}" for before in named[rows]]
    return named


def _responsible(placed: gpd.GeoDataFrame, codes: Codes, certain: dict[Level, np.ndarray], areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """The rows by event, from the largest level to the smallest."""
    names = areas.drop_duplicates("code").set_index("code")["name"] if "name" in areas else pd.Series(dtype=object)
    parts = []
    for rank, (level, found) in enumerate(codes.items()):
        code = pd.Series(found, dtype=object)
        part = pd.DataFrame({"event_id": placed["event_id"].to_numpy(object), "partition": level[0], "level": level[1], "code": code})
        sure = np.where(certain[level], "yes", "no").astype(object)
        parts.append(part.assign(name=code.map(names), certain=sure, rank=rank, place=np.arange(len(placed))))
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS), dtype=object)
    return pd.concat(parts).sort_values(["place", "rank"], kind="stable", ignore_index=True)[list(COLUMNS)].astype(object)


def _beyond(events: gpd.GeoDataFrame, rows: np.ndarray) -> list[Problem]:
    words = text("The event lies outside every area.")
    return [_problem(events, row, "outside_areas", WARNING, words) for row in rows.tolist()]


def _disagreeing(events: gpd.GeoDataFrame, stated: np.ndarray, by_position: np.ndarray | None) -> list[Problem]:
    """Stated grids that are not those of the places."""
    if by_position is None:
        return []
    rows = np.flatnonzero(~pd.isna(stated) & ~pd.isna(by_position) & (stated != by_position))
    return [
        _problem(events, row, "grid_disagrees", NOTE, disagreement_text(str(stated[row]), str(by_position[row]))) for row in rows.tolist()
    ]


def _problem(events: gpd.GeoDataFrame, row: int, rule: str, severity: str, words: object) -> Problem:
    return Problem("events", rule, severity, words, row=events["event_id"].iloc[row], geometry=events.geometry.iloc[row])
