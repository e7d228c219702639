"""A table of addresses becomes points: each row located with method and expected error, or listed with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..doorplates.elements import elements
from ..progress import SILENT, Progress
from ..words import Text, Translator, english, render, text
from .locate import FOR_VERDICTS, METHODS, NONE, Located, locate

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]
COLUMNS = ("method", "error_m", "near_id", "for_verdicts")


@dataclass(frozen=True)
class Found:
    """The rows with a place, and positions and reasons of those without."""

    located: gpd.GeoDataFrame
    rows: np.ndarray
    reasons: list[str]
    shares: dict[str, float]  # of all rows, by method


def find_rows(rows: Frame, doorplates: gpd.GeoDataFrame, *, translate: Translator = english, progress: Progress = SILENT) -> Found:
    """Find rows by their address (and stated elements) among accepted doorplates; the points are in the doorplates' CRS.

    Columns added: method, error_m (expected, metres), near_id (a doorplate that tells the place) and for_verdicts: yes
    where the door or its building was found, no where the place is too coarse to judge a distance by.
    """
    parts = elements(rows, progress.part(0, 0.3))
    doors = elements(doorplates, progress.part(0.3, 0.6))
    points = doorplates.geometry.to_numpy()
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    found = locate(parts, doors, xy, progress.part(0.6, 1))
    told = found.method != NONE
    missing = np.flatnonzero(~told)
    return Found(
        located=_located(rows, found, np.flatnonzero(told), doorplates),
        rows=missing,
        reasons=[render(words, translate) for words in _reasons(parts.iloc[missing])],
        shares={method: float((found.method == method).mean()) if len(rows) else 0.0 for method in (*METHODS, NONE)},
    )


def _located(rows: Frame, found: Located, told: np.ndarray, doorplates: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    bare = rows.drop(columns=rows.active_geometry_name) if isinstance(rows, gpd.GeoDataFrame) and rows.active_geometry_name else rows
    ids = np.append(doorplates["doorplate_id"].to_numpy(object), None)
    added = {
        "method": found.method[told],
        "error_m": found.error_m[told],
        "near_id": ids[found.doorplate[told]],
        "for_verdicts": np.where(np.isin(found.method[told], FOR_VERDICTS), "yes", "no").astype(object),
    }
    frame = pd.DataFrame(bare).iloc[told].reset_index(drop=True).assign(**added)
    return gpd.GeoDataFrame(frame, geometry=shapely.points(found.xy[told]), crs=doorplates.crs)


def _reasons(parts: pd.DataFrame) -> list[Text]:
    nothing = text("The row has no address.")
    bare = text("The address names neither a number nor a building, estate or community.")
    unknown = text("No doorplate has this road, estate or community, or several places bear its name.")
    empty = (parts == "").all(axis=1)
    coarse = (parts[["number", "building", "estate", "community"]] == "").all(axis=1)
    return [nothing if none else bare if few else unknown for none, few in zip(empty, coarse)]
