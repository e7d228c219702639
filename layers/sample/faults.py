"""Deliberate faults, few and harmless, for the checks to find.

doorplates   no geometry; one 3 km away from everything; a community code that disagrees with the place; the same address
             and spot twice under two ids
streets      an island footpath; a footpath whose end misses its street by half a metre
areas        two grids that overlap in a sliver; a community whose stated households disagree with its grids
facilities   an unknown type
gates        one far from any wall; estates with a wall and no gate at all
buildings    some without floors and height
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .frames import CRS

FAR_M = 3000.0
MISS_M = 0.5
OVERLAP_M = 0.8
UNKNOWN_TYPE = "smart_kiosk"

Tables = dict[str, gpd.GeoDataFrame]


def with_faults(tables: Mapping[str, gpd.GeoDataFrame], rng: np.random.Generator) -> Tables:
    """The tables with faults; the more doorplates, the more of them."""
    times = max(1, round(len(tables["doorplates"]) / 10_000))
    return {
        **tables,
        "doorplates": _doorplates(tables["doorplates"], tables["areas"], times, rng),
        "streets": _streets(tables["streets"], tables["land"], tables["buildings"], times, rng),
        "areas": _areas(tables["areas"], rng),
        "facilities": _facilities(tables["facilities"], rng),
        "gates": _gates(tables["gates"], tables["estates"], tables["doorplates"], tables["streets"], times, rng),
        "buildings": _buildings(tables["buildings"], rng),
    }


def _doorplates(doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, times: int, rng: np.random.Generator) -> gpd.GeoDataFrame:
    # Few households each, so that the faults do not bend the figures.
    light = rng.permutation(np.flatnonzero(doorplates.households.to_numpy() <= 2))
    wrong, lost, twice, far = np.split(light[: 4 * times + 1], [2 * times, 3 * times, 4 * times])
    communities = areas.code[areas.level == "community"].to_numpy()
    faulty = doorplates.copy()
    faulty.loc[wrong, "community_code"] = [rng.choice(communities[communities != code]) for code in faulty.community_code[wrong]]
    places = faulty.geometry.to_numpy().copy()
    places[lost] = None
    places[far] = shapely.points(*(np.array(areas.total_bounds[2:]) + FAR_M))
    faulty = faulty.set_geometry(gpd.GeoSeries(places, index=faulty.index, crs=CRS))
    copies = faulty.loc[twice].assign(doorplate_id=[f"D{len(faulty) + number:07d}" for number in range(1, times + 1)])
    return _joined(faulty, copies)


def _joined(frame: gpd.GeoDataFrame, more: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.concat([frame, more], ignore_index=True), geometry="geometry", crs=CRS)


def _streets(
    streets: gpd.GeoDataFrame, land: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, times: int, rng: np.random.Generator
) -> gpd.GeoDataFrame:
    middles = shapely.point_on_surface(land.geometry[(land.use == "other") & (land.area > 2000)].to_numpy())
    _, to_building = buildings.sindex.nearest(middles, return_all=False, return_distance=True)
    middles = shapely.get_coordinates(middles[np.argsort(-to_building, kind="stable")[:times]])
    islands = shapely.linestrings(middles[:, None, :] + np.array([[-9.0, -3.0], [0.0, 0.0], [8.0, 5.0]]))
    roads = streets.geometry[(streets.kind == "residential") & (streets.level == 0)].to_numpy()
    chosen = roads[rng.permutation(len(roads))[:times]]
    places = shapely.get_coordinates(shapely.line_interpolate_point(chosen, 0.37, normalized=True))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(chosen, 0.38, normalized=True)) - places
    aside = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) / np.linalg.norm(ahead, axis=1, keepdims=True)
    misses = shapely.linestrings(np.stack([places + MISS_M * aside, places + 6.0 * aside], axis=1))
    ids = [f"S9{number:05d}" for number in range(1, 2 * times + 1)]
    more = streets.iloc[: 2 * times].assign(street_id=ids, name=None, kind="footway", level=0)
    return _joined(streets, more.set_geometry(gpd.GeoSeries(np.concatenate([islands, misses]), index=more.index, crs=CRS)))


def _areas(areas: gpd.GeoDataFrame, rng: np.random.Generator) -> gpd.GeoDataFrame:
    faulty = areas.copy()
    grids = np.flatnonzero(areas.level == "grid")
    shapes = areas.geometry.to_numpy().copy()
    first = grids[int(rng.integers(len(grids)))]
    others = grids[grids != first]
    shared = shapely.intersection(shapes[first], shapes[others])
    second = others[int(np.argmax(shapely.length(shared)))]
    edge = shapely.line_merge(shapely.intersection(shapely.boundary(shapes[first]), shapely.boundary(shapes[second])))
    strip = shapely.buffer(shapely.line_interpolate_point(shapely.get_parts(edge)[0], 0.5, normalized=True), 3 * OVERLAP_M)
    band = shapely.intersection(strip, shapely.buffer(edge, OVERLAP_M))
    shapes[first] = shapely.union(shapes[first], band)
    community = np.flatnonzero(areas.level == "community")[-1]
    faulty.loc[community, "households"] = round(areas.households[community] * 1.07)
    return faulty.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=CRS))


def _facilities(facilities: gpd.GeoDataFrame, rng: np.random.Generator) -> gpd.GeoDataFrame:
    more = facilities.iloc[[int(rng.integers(len(facilities)))]].assign(
        facility_id=f"F{len(facilities) + 1:05d}", name="智慧驿站", services=UNKNOWN_TYPE, capacity=np.nan, floor_m2=np.nan, opening=None
    )
    return _joined(facilities, more)


def _gates(
    gates: gpd.GeoDataFrame,
    estates: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    times: int,
    rng: np.random.Generator,
) -> gpd.GeoDataFrame:
    plates = estates.name.map(doorplates.estate.value_counts()).fillna(0)
    homes = estates.households[(estates.gated == "yes") & (plates > 1) & (estates.households > 0)]
    sealed = estates.name[homes.nsmallest(times).index]
    kept = gates[~gates.estate.isin(sealed)].reset_index(drop=True)
    roads = streets.geometry[streets.kind == "primary"].to_numpy()
    place = shapely.line_interpolate_point(roads[int(rng.integers(len(roads)))], 0.5, normalized=True)
    stray = kept.iloc[[0]].assign(gate_id=f"G{len(gates) + 1:05d}", name="无主出入口", estate=None, open="closed", opening=None)
    return _joined(kept, stray.set_geometry(gpd.GeoSeries([place], index=stray.index, crs=CRS)))


def _buildings(buildings: gpd.GeoDataFrame, rng: np.random.Generator) -> gpd.GeoDataFrame:
    bare = rng.permutation(len(buildings))[: max(1, round(len(buildings) / 400))]
    faulty = buildings.copy()
    faulty["floors"] = faulty.floors.astype(float)
    faulty.loc[bare, ["floors", "height_m"]] = np.nan
    faulty.loc[bare, "height_source"] = "default"
    return faulty
