"""Frames and settings for small towns of the engine's tests."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from community3d.layers.elevation import Relief, relief_of
from community3d.layers.profiles import Category, Profile, Walker
from community3d.processing.engine.results import Settings

from .oracle import Town, without_gap

CRS = "EPSG:4549"
ORIGIN = (540_000.0, 3_460_000.0)  # digits as real coordinates have them


def lines(*rows: tuple, names: tuple[str, ...] = ("street_id",)) -> gpd.GeoDataFrame:
    """Streets from rows of attributes and, last, their vertices."""
    return _frame([row[:-1] for row in rows], names, [shapely.LineString(row[-1]) for row in rows])


def points(*rows: tuple, names: tuple[str, ...]) -> gpd.GeoDataFrame:
    return _frame([row[:-1] for row in rows], names, [shapely.Point(row[-1]) for row in rows])


def boxes(*rows: tuple, names: tuple[str, ...]) -> gpd.GeoDataFrame:
    return _frame([row[:-1] for row in rows], names, [shapely.box(*row[-1]) for row in rows])


def rings(*rows: tuple, names: tuple[str, ...] = ("wall_id", "estate")) -> gpd.GeoDataFrame:
    return _frame([row[:-1] for row in rows], names, [shapely.get_exterior_ring(shapely.box(*row[-1])) for row in rows])


def _frame(rows: list[tuple], names: tuple[str, ...], shapes: list) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame(pd.DataFrame(rows, columns=list(names)), geometry=shapes, crs=CRS)
    return frame.set_geometry(frame.geometry.translate(*ORIGIN))


def category(name: str = "shop", *, limit: float = 5, unit: str = "min") -> Category:
    return Category(name, name, name, (f"{name}_type",), limit, unit)


def settings(*categories: Category, speed_ms: float = 1.0, hurries: bool = True, **others: object) -> Settings:
    walker = Walker("own", speed_ms, "自定", "Own", hurries_downhill=hurries)
    return Settings(Profile("own", "自定", "Own", categories or (category(),)), walker, **others)


def _walls(town: Town) -> list[tuple]:
    walls = []
    for name, box in town.estates.items():
        ring = shapely.get_exterior_ring(shapely.box(*box))
        line = without_gap(ring, *town.gaps[name]) if name in town.gaps else ring
        walls.append((f"wall-{name}", name, list(line.coords)))
    return walls


def tables(town: Town) -> dict[str, gpd.GeoDataFrame]:
    """The tables of an oracle's town; every facility is a shop."""
    streets = [(s.id, s.kind or None, s.factor, s.penalty, s.level, s.xy) for s in town.streets]
    found = {
        "doorplates": points(*town.homes.items(), names=("doorplate_id",)),
        "facilities": points(*((name, "shop", xy) for name, xy in town.facilities.items()), names=("facility_id", "services")),
        "streets": lines(*streets, names=("street_id", "kind", "speed_factor", "penalty_s", "level")),
    }
    if town.estates:
        found["estates"] = boxes(
            *((f"id-{name}", name, "yes", box) for name, box in town.estates.items()), names=("estate_id", "name", "gated")
        )
        found["walls"] = lines(*_walls(town), names=("wall_id", "estate"))
    if town.gates:
        gates = ((f"G{k}", gate.estate, gate.open, gate.xy) for k, gate in enumerate(town.gates))
        found["gates"] = points(*gates, names=("gate_id", "estate", "open"))
    if town.water:
        found["land"] = boxes(*(("water", box) for box in town.water), names=("use",))
    return found


def relief(town: Town) -> Relief | None:
    """The relief of a town; None where it is flat."""
    grid = town.relief
    if grid is None:
        return None
    return relief_of(np.array(grid.rows), west_m=grid.west + ORIGIN[0], north_m=grid.north + ORIGIN[1], cell_m=grid.cell)
