"""Small ledgers written by hand, for tests of what is summed from them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from community3d.layers.profiles import WALKERS, Category, Profile
from community3d.processing.engine.results import Settings

CRS = "EPSG:4549"
JUDGED = {"ok": True, "too_far": False, "behind_gate": False, "no_route": False, "not_snapped": False, "no_facility": None}


def category(name: str, *, limit: float = 5, unit: str = "min", target: float | None = None, compare: str = ">=") -> Category:
    return Category(name, name, name, (name,), limit, unit, target=target, compare=compare)


def settings(*categories: Category, weight: str = "households") -> Settings:
    return Settings(Profile("own", "自定", "Own", categories), WALKERS["planning"], weight=weight, run="0123abcd")


def ledger(whys: dict[str, list[str]], *, households: list[float], xy: list[tuple[float, float]] | None = None) -> gpd.GeoDataFrame:
    """A ledger with the reasons given by category; metres are 100 where reached."""
    count = len(households)
    columns: dict[str, object] = {"doorplate_id": [f"D{k:02}" for k in range(1, count + 1)], "households": households}
    columns["residents"] = np.array(households) * 2.62
    columns["weight_source"] = "given"
    reached = sum((np.array(why) == "ok").astype(int) for why in whys.values())
    judged = sum(np.array([JUDGED[reason] is not None for reason in why]).astype(int) for why in whys.values())
    columns["reached"], columns["judged"] = reached, judged
    columns["completeness"] = np.where(judged > 0, reached / np.maximum(judged, 1), np.nan)
    for name, why in whys.items():
        columns[f"{name}_m"] = np.where(np.array(why) == "ok", 100.0, np.nan)
        columns[f"{name}_ok"] = pd.array([JUDGED[reason] for reason in why], dtype=object)
        columns[f"{name}_why"] = why
    points = shapely.points(xy or [(float(k), 0.0) for k in range(count)])
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=points, crs=CRS)


def areas(*rows: tuple[str, str, str | None, tuple[float, float, float, float]]) -> gpd.GeoDataFrame:
    """Rectangles from rows of code, level, partition and west, south, east, north."""
    codes, levels, partitions, boxes = zip(*rows)
    frame = pd.DataFrame({"code": codes, "name": [f"{code}区" for code in codes], "partition": partitions, "level": levels}, dtype=object)
    return gpd.GeoDataFrame(frame, geometry=[shapely.box(*corners) for corners in boxes], crs=CRS)
