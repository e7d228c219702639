"""The layer of a street from the columns that layers of lines have for it: level, layer, bridge, tunnel."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from .values import NO, as_numbers, as_text

BRIDGE, TUNNEL = 1, -1
FARTHEST = 5  # layers of OpenStreetMap go from -5 to 5
# One letter as Geofabrik's shapefiles have it; a passage through a house is a tunnel on the ground.
NOT_AT_ALL = (*NO, "f", "none", "空", "null", "nan", "building_passage")


def with_levels(streets: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The streets with a level: as stated, else their layer where it is not 0, else 1 for a bridge and -1 for a tunnel.

    A level that is no number stays for the door to tell of.
    """
    columns = _columns(streets)
    if not columns:
        return streets
    stated = streets["level"] if "level" in streets else pd.Series(np.full(len(streets), np.nan), index=streets.index)
    silent = as_text(stated).isna()
    layer = as_numbers(streets[columns["layer"]])[0].to_numpy() if "layer" in columns else np.zeros(len(streets))
    layer = np.where(np.abs(layer) <= FARTHEST, layer, 0)
    bridge, tunnel = (_says_yes(streets, columns.get(name)) for name in ("bridge", "tunnel"))
    assumed = np.where(layer != 0, np.trunc(layer), np.where(bridge, BRIDGE, np.where(tunnel, TUNNEL, 0)))
    return streets.assign(level=stated.where(~silent, pd.Series(assumed, index=streets.index)))


def _columns(streets: gpd.GeoDataFrame) -> dict[str, str]:
    """The columns that speak of levels, by their plain names, written in any case."""
    columns = {str(name).lower(): name for name in reversed(streets.columns)}
    found = {name: columns[name] for name in ("layer", "bridge", "tunnel") if name in columns}
    # Drawings have a column Layer too, and mean the drawing's.
    return {} if list(found.values()) in (["Layer"], ["LAYER"]) else found


def _says_yes(streets: gpd.GeoDataFrame, column: str | None) -> np.ndarray:
    if column is None:
        return np.zeros(len(streets), dtype=bool)
    words = as_text(streets[column])
    return (words.notna() & ~words.str.lower().isin(NOT_AT_ALL)).to_numpy()
