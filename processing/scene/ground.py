"""What lies on the ground: areas and their boundaries, streets, land, walls, gates, walking reach."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import Category
from .content import SceneContent, page_levels
from .fineness import FINE, Fineness
from .patterns import dictionary
from .place import Place
from .quantise import Column, octets, unsigned
from .shapes import line_columns, point_columns, polygon_columns, without_holes

# Street kinds (OpenStreetMap's words) by drawn width: path, street, arterial.
ARTERIAL = ("motorway", "trunk", "primary", "secondary")
STREET = ("tertiary", "residential", "unclassified", "road", "living_street", "pedestrian", "busway")
PATH_WIDTH, STREET_WIDTH, ARTERIAL_WIDTH = 0, 1, 2
LAND = ("residential", "other", "green", "rail", "water")
GATE_STATES = ("unknown", "all", "residents", "closed")
GROUND_STEP_M = 0.25  # land and walls: coarser than buildings, nobody measures on them
SEAM_M = 0.5  # gaps up to twice this between neighbouring areas are no edge of the district
THREADS = 2
BANDS = {"min": (5.0, 10.0, 15.0), "m": (300.0, 500.0, 1000.0)}


def ground_columns(
    content: SceneContent, place: Place, fine: Fineness = FINE, *, elsewhere: np.ndarray | None = None
) -> tuple[dict[str, Column], dict[str, list]]:
    """Columns of the ground, and the names that they refer to by position; elsewhere marks streets that are told otherwise."""
    streets, names = _street_columns(content.table("streets"), place, fine, elsewhere)
    columns = {
        **_area_columns(content.table("areas"), place),
        **_land_columns(content.table("land"), place),
        **streets,
        **_wall_columns(content, place),
        **_gate_columns(content.table("gates"), place),
    }
    return columns, {"streets": names}


def reach_parts(content: SceneContent, place: Place, fine: Fineness = FINE) -> dict[str, tuple[dict, dict[str, Column]]]:
    """The walking reach of each category, nearest limit first, each holding the nearer ones: {category: ({limits}, columns)}."""
    bands = content.isochrones
    if bands is None or not len(bands) or content.settings is None:
        return {}
    # One origin per category: all its facilities; bands of single places are not shown.
    merged = bands[bands["place_id"].isna()] if "place_id" in bands.columns else bands
    chosen = {category.id: _own_bands(merged, category) for category in content.settings.profile.categories}
    chosen = {category: own for category, own in chosen.items() if len(own)}
    # The geometry engine lets other threads run meanwhile.
    with ThreadPoolExecutor(THREADS) as pool:
        columns = list(pool.map(lambda own: _band_columns(own.geometry.to_numpy(), place, fine), chosen.values()))
    return {category: ({"limits": own["limit"].tolist()}, packed) for (category, own), packed in zip(chosen.items(), columns)}


def _own_bands(bands: gpd.GeoDataFrame, category: Category) -> gpd.GeoDataFrame:
    own = (bands["category"] == category.id) & (bands["unit"] == category.unit) & bands["limit"].isin(BANDS[category.unit])
    return bands[own].sort_values("limit")


def _band_columns(bands: np.ndarray, place: Place, fine: Fineness) -> dict[str, Column]:
    filled = without_holes(bands, fine.smallest_hole_m2) if fine.smallest_hole_m2 else bands
    # The plain simplification is many times faster; what it crosses is repaired.
    simple = shapely.simplify(filled, fine.reach_tolerance_m, preserve_topology=False)
    return polygon_columns("r", simple, place, step_m=fine.reach_m)


def _area_columns(areas: gpd.GeoDataFrame, place: Place) -> dict[str, Column]:
    columns = {**polygon_columns("a", areas.geometry.to_numpy(), place), **polygon_columns("o", np.array([_outline(areas)]), place)}
    upper = None
    # Once per level, largest first: a boundary belongs to the largest level that has it. The district's own is the
    # outer boundary of its subdistricts.
    levels = page_levels(areas)
    for level in levels[1:] if levels[:1] == ["district"] and len(levels) > 1 else levels:
        lines = shapely.union_all(shapely.boundary(areas.geometry[areas["level"] == level].to_numpy()))
        own = lines if upper is None else shapely.difference(lines, shapely.buffer(upper, 0.05))
        upper = lines if upper is None else shapely.union(upper, lines)
        own_parts, _ = line_columns(f"w.{level}", np.array([shapely.line_merge(own)]), place)
        columns.update(own_parts)
    return columns


def _outline(areas: gpd.GeoDataFrame) -> shapely.Geometry | None:
    """The district's own shape: all its areas in one, without the seams between them."""
    if not len(areas):
        return None
    largest = areas.geometry[areas["level"] == areas["level"].iloc[0]].to_numpy()
    return shapely.buffer(shapely.buffer(shapely.union_all(largest), SEAM_M, join_style="mitre"), -SEAM_M, join_style="mitre")


def _land_columns(land: gpd.GeoDataFrame, place: Place) -> dict[str, Column]:
    if not len(land):
        return {}
    use = pd.Categorical(land["use"], categories=LAND).codes
    shapes = polygon_columns("l", land.geometry.to_numpy(), place, step_m=GROUND_STEP_M)
    return {**shapes, "l.use": octets(np.where(use < 0, LAND.index("other"), use))}


def street_looks(streets: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Width class, whether a bridge, position of the name (from 1, 0 = none) of each street; and the names."""
    kind = (
        streets["kind"].fillna("").astype(str).str.replace("_link", "", regex=False)
        if "kind" in streets.columns
        else pd.Series("", index=streets.index)
    )
    width = np.where(kind.isin(ARTERIAL), ARTERIAL_WIDTH, np.where(kind.isin(STREET), STREET_WIDTH, PATH_WIDTH))
    level = streets["level"].fillna(0).to_numpy(dtype=float) if "level" in streets.columns else np.zeros(len(streets))
    which, names = dictionary(streets["name"] if "name" in streets.columns else pd.Series(None, index=streets.index, dtype=object))
    return width, level > 0, which, names


def _street_columns(
    streets: gpd.GeoDataFrame, place: Place, fine: Fineness, elsewhere: np.ndarray | None
) -> tuple[dict[str, Column], list[str]]:
    if not len(streets):
        return {}, []
    width, bridge, which, names = street_looks(streets)
    shown = np.ones(len(streets), dtype=bool) if elsewhere is None else ~elsewhere
    # Reverse twins and repeated lines are drawn once.
    rows = np.flatnonzero(shown)
    rows = rows[~pd.Series(shapely.to_wkb(shapely.normalize(streets.geometry.to_numpy()[rows]))).duplicated().to_numpy()]
    lines = shapely.simplify(streets.geometry.to_numpy()[rows], fine.street_tolerance_m)
    columns, street = line_columns("s", lines, place, step_m=fine.street_m)
    return {
        **columns,
        "s.width": octets(width[rows][street]),
        "s.bridge": octets(bridge[rows][street]),
        "s.name": unsigned(which[rows][street]),
    }, names


def _wall_columns(content: SceneContent, place: Place) -> dict[str, Column]:
    walls = content.table("walls")
    return line_columns("e", walls.geometry.to_numpy(), place, step_m=GROUND_STEP_M)[0] if len(walls) else {}


def _gate_columns(gates: gpd.GeoDataFrame, place: Place) -> dict[str, Column]:
    if not len(gates):
        return {}
    state = pd.Categorical(gates["open"], categories=GATE_STATES).codes if "open" in gates.columns else np.zeros(len(gates))
    return {
        **point_columns("g", shapely.get_coordinates(shapely.centroid(gates.geometry.to_numpy())), place),
        "g.open": octets(np.maximum(state, 0)),
    }


def event_table(events: gpd.GeoDataFrame, place: Place, date: str) -> dict[str, list]:
    """Events with a place: category, state, age in days at the data's date (None where it cannot be told), x, y; no addresses."""
    if not len(events):
        return {"category": [], "state": [], "age": [], "x": [], "y": []}
    local = place.local(shapely.get_coordinates(shapely.centroid(events.geometry.to_numpy())))
    reported = pd.to_datetime(events["reported_at"], errors="coerce")
    age = (pd.Timestamp(date) - reported).dt.days if date else pd.Series(np.nan, index=events.index)
    states = events["state"] if "state" in events.columns else pd.Series(None, index=events.index, dtype=object)
    return {
        "category": events["category"].astype(str).tolist(),
        "state": [None if pd.isna(state) else str(state) for state in states],
        "age": [None if pd.isna(days) else max(0, int(days)) for days in age],
        "x": np.round(local[:, 0], 1).tolist(),
        "y": np.round(local[:, 1], 1).tolist(),
    }


def road_places(streets: gpd.GeoDataFrame, place: Place) -> list[dict]:
    """A place to fly to for each road name: the middle of its longest piece."""
    if not len(streets) or "name" not in streets.columns:
        return []
    named = streets[streets["name"].notna()]
    longest = (
        named.assign(length_m=named.length)
        .sort_values("length_m", ascending=False, kind="stable")
        .drop_duplicates("name")
        .sort_values("name")
    )
    middles = place.local(shapely.get_coordinates(shapely.line_interpolate_point(longest.geometry.to_numpy(), 0.5, normalized=True)))
    return [{"name": str(name), "x": round(float(x), 1), "y": round(float(y), 1)} for name, (x, y) in zip(longest["name"], middles)]
