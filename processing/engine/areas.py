"""Which area of every partition and level a doorplate lies in, and where its stated code says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.areas.within import inside_pairs
from ...layers.frames import with_columns
from ...layers.schema import LEVELS, PARTITION
from ...layers.words import Text, Translator, english, render, text

Level = tuple[str, str]  # partition, level
Codes = dict[Level, np.ndarray]  # one code per doorplate, None outside every area of the level

GRID_PARTITION = "grid"
CODE_COLUMNS = tuple(f"{level}_code" for level in LEVELS)
STATED_COLUMNS = {"community": "community_code", "grid": "grid_code"}
DISAGREEMENT_COLUMNS = ("doorplate_id", "level", "stated", "by_position", "message")


@dataclass(frozen=True)
class Assigned:
    """Doorplates with a code column per level, and what their stated codes say otherwise."""

    doorplates: gpd.GeoDataFrame
    disagreements: gpd.GeoDataFrame
    assigned: int  # doorplates inside an area of every level
    outside: int  # doorplates outside every area of at least one level
    codes: Codes


def assign(points_xy: np.ndarray, areas: gpd.GeoDataFrame) -> Codes:
    """The code of the area that each point lies in, for every partition and level of the areas.

    points_xy has shape (n, 2), in the CRS of the areas. On a shared edge the lowest code (as text) holds the point,
    so that each point lies in at most one area per level; None where it lies in none.
    """
    ordered = areas.sort_values("code", kind="stable")
    levels, level_of_area = _levels_by_area(ordered)
    code_of_area = np.append(ordered["code"].to_numpy(dtype=object), None)
    found = np.full((len(levels), len(points_xy)), len(ordered))
    area, point = inside_pairs(points_xy, ordered.geometry.to_numpy())
    # From the last code to the first: of several areas that hold a point the lowest code stays.
    found[level_of_area[area[::-1]], point[::-1]] = area[::-1]
    return {level: code_of_area[found[k]] for k, level in enumerate(levels)}


def levels_of(areas: gpd.GeoDataFrame) -> list[Level]:
    """The partitions and levels that occur: admin first, then grid, then others; inside each from the largest to the smallest."""
    return _levels_by_area(areas)[0]


def _levels_by_area(areas: gpd.GeoDataFrame) -> tuple[list[Level], np.ndarray]:
    pairs = list(zip(partitions(areas), areas["level"].to_numpy(dtype=object)))
    levels = sorted(set(pairs), key=_rank)
    position = {level: k for k, level in enumerate(levels)}
    return levels, np.array([position[pair] for pair in pairs], dtype=np.intp)


def partitions(areas: gpd.GeoDataFrame) -> np.ndarray:
    """The partition of each area, the administrative one where none is stated."""
    if "partition" not in areas.columns:
        return np.full(len(areas), PARTITION, dtype=object)
    return areas["partition"].fillna(PARTITION).to_numpy(dtype=object)


def _rank(level: Level) -> tuple[int, str, int, str]:
    partition, name = level
    of_partition = {PARTITION: 0, GRID_PARTITION: 1}.get(partition, 2)
    # Deeper levels of the user's own follow the four known ones.
    return of_partition, partition, LEVELS.index(name) if name in LEVELS else len(LEVELS), name


def stated_codes(doorplates: gpd.GeoDataFrame) -> Codes:
    """The codes that the doorplates themselves state, for a run without areas; levels that nobody states are left out."""
    stated = {(PARTITION, level): _texts(doorplates, column) for level, column in STATED_COLUMNS.items() if column in doorplates.columns}
    return {level: codes for level, codes in stated.items() if not pd.isna(codes).all()}


def _texts(frame: pd.DataFrame, column: str) -> np.ndarray:
    values = frame[column]
    return values.where(values.notna(), None).to_numpy(dtype=object)


def codes_of(doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None) -> Codes:
    """The codes a run works with: by position where areas are given, else as stated."""
    if areas is None or areas.empty:
        return stated_codes(doorplates)
    return assign(points_xy(doorplates), areas)


def points_xy(points: gpd.GeoDataFrame) -> np.ndarray:
    """The coordinates of the points, shape (n, 2); NaN where there is none."""
    geometry = points.geometry.to_numpy()
    return np.column_stack([shapely.get_x(geometry), shapely.get_y(geometry)])


def code_columns(codes: Codes, count: int) -> dict[str, np.ndarray]:
    """The four code columns of the ledger; the grid code from the partition of grids where there is one."""
    nowhere = np.full(count, None, dtype=object)
    return {f"{level}_code": codes.get(told_by(level, codes), nowhere) for level in LEVELS}


def told_by(level: str, codes: Codes) -> Level:
    """The partition whose areas tell the codes of a level: that of the grids where it has any."""
    in_grids = level == "grid" and (GRID_PARTITION, "grid") in codes
    return (GRID_PARTITION if in_grids else PARTITION, level)


def column_of(level: Level, codes: Codes) -> str:
    """The column that holds the codes of one level: level_code, with the partition before it where another one tells that column."""
    partition, name = level
    return f"{name}_code" if level == told_by(name, codes) else f"{partition}_{name}_code"


def assign_doorplates(doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, *, translate: Translator = english) -> Assigned:
    """The doorplates with a code column for every partition and level, by position; same rows, same index.

    A stated code is replaced where the areas have its level; what it said otherwise is in the disagreements.
    """
    codes = assign(points_xy(doorplates), areas)
    outside = np.zeros(len(doorplates), dtype=bool)
    for values in codes.values():
        outside |= pd.isna(values)
    return Assigned(
        doorplates=with_columns(doorplates, {column_of(level, codes): values for level, values in codes.items()}),
        disagreements=disagreements(doorplates, codes, translate=translate),
        assigned=int((~outside).sum()),
        outside=int(outside.sum()),
        codes=codes,
    )


def disagreements(doorplates: gpd.GeoDataFrame, codes: Codes, *, translate: Translator = english) -> gpd.GeoDataFrame:
    """One row for each stated code that is not the code by position, with the doorplate's point.

    Levels that the areas lack are not compared. by_position is None where the doorplate lies outside every area.
    """
    compared = [level for level, column in STATED_COLUMNS.items() if column in doorplates.columns and told_by(level, codes) in codes]
    parts = [_disagreements_of_level(doorplates, codes, level, translate) for level in compared]
    rows = np.concatenate([rows for rows, _ in parts]) if parts else np.array([], dtype=np.intp)
    frame = pd.concat([frame for _, frame in parts], ignore_index=True) if parts else pd.DataFrame(columns=list(DISAGREEMENT_COLUMNS))
    return gpd.GeoDataFrame(frame, geometry=doorplates.geometry.to_numpy()[rows], crs=doorplates.crs)


def _disagreements_of_level(
    doorplates: gpd.GeoDataFrame, codes: Codes, level: str, translate: Translator
) -> tuple[np.ndarray, pd.DataFrame]:
    by_position = codes[told_by(level, codes)]
    stated = _texts(doorplates, STATED_COLUMNS[level])
    rows = np.flatnonzero(~pd.isna(stated) & (stated != by_position))
    # A loop over the few that disagree: each message names its own codes.
    messages = [render(disagreement_text(said, lies_in), translate) for said, lies_in in zip(stated[rows], by_position[rows])]
    ids = doorplates["doorplate_id"].to_numpy(dtype=object)[rows]
    columns = dict(zip(DISAGREEMENT_COLUMNS, (ids, level, stated[rows], by_position[rows], messages)))
    return rows, pd.DataFrame(columns)


def disagreement_text(stated: str, by_position: str | None) -> Text:
    """What a stated code that is not the code by position says."""
    if by_position is None:
        return text("The stated code is {stated}, but the point lies outside every area of this level.", stated=stated)
    return text("The stated code is {stated}, but the point lies in {by_position}.", stated=stated, by_position=by_position)
