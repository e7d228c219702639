"""Who is responsible for a place: its area of every level and partition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from .areas import assign, levels_of, points_xy

if TYPE_CHECKING:
    import geopandas as gpd

COLUMNS = ("place_id", "partition", "level", "code", "name")


def responsible(places: gpd.GeoDataFrame, areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """A row for each place, partition and level, from the largest level to the smallest; no code where no area holds the place."""
    codes = assign(points_xy(places), areas)
    names = areas.drop_duplicates("code").set_index("code")["name"] if "name" in areas else pd.Series(dtype=object)
    parts = []
    for rank, level in enumerate(levels_of(areas)):
        code = pd.Series(codes[level], dtype=object)
        part = pd.DataFrame({"place_id": places["place_id"].to_numpy(), "partition": level[0], "level": level[1], "code": code})
        parts.append(part.assign(name=code.map(names), rank=rank, place=range(len(places))))
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS), dtype=object)
    return pd.concat(parts).sort_values(["place", "rank"], kind="stable", ignore_index=True)[list(COLUMNS)].astype(object)


def by_place(rows: pd.DataFrame) -> dict[str, dict[str, str]]:
    """The codes by place, then by partition/level; levels without an area are left out."""
    found: dict[str, dict[str, str]] = {}
    known = rows[rows["code"].notna()]
    for place, partition, level, code in zip(known["place_id"], known["partition"], known["level"], known["code"]):
        found.setdefault(str(place), {})[f"{partition}/{level}"] = str(code)
    return found
