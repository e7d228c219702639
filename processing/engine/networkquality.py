"""Whether the walking network of an area is good enough to judge by: good, usable, not usable.

A poor network can only miss ways, never invent them. So what it reaches is reached, and what it does not reach proves
nothing: where it is not usable a "fail" becomes "not enough data", and a "pass" stays.

The doorplates decide where there are any: who stands far from every path was not reached by those who mapped. Few paths
alone (fields, a park) are no fault. Streets are cut at the area's outline exactly; a street on an outline counts half.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .areas import Codes, partitions
from .barriers import shapes_of
from .clipping import street_metres
from .estates import estates_without_paths
from .rollup import NOT_USABLE

if TYPE_CHECKING:
    import geopandas as gpd

    from .graph import Network

GOOD, USABLE = "good", "usable"
QUALITIES = (GOOD, USABLE, NOT_USABLE)
FEW_PATHS, FAR_DOORS, ISLANDS, NO_INNER_PATHS = REASONS = ("few_paths", "far_doorplates", "islands", "pathless_estates")
FAR_M = 50.0  # an access leg longer than this crosses ground that nobody mapped
GOOD_DENSITY = 8.0  # km/km²: GB 50180-2018 asks this of streets alone
LOW_DENSITY = GOOD_DENSITY / 2  # every second path is missing
GOOD_FAR, LOW_FAR, MOST_FAR = 0.1, 0.2, 0.5  # of the doorplates: a tenth is scatter, beyond half the map is a sketch
GOOD_MAIN, LEAST_MAIN = 0.95, 0.5  # of the street length, joined to the largest part of the network
GOOD_PATHLESS = 0.5  # of the estates: their doorplates walk straight to their gates
M_PER_KM = 1000.0
COLUMNS = (
    *("land_km2", "street_km", "density_km_km2", "doorplates", "far_doorplates", "far_share", "not_snapped", "main_share"),
    *("estates", "pathless_estates", "quality", "reason"),
)


@dataclass(frozen=True)
class Thresholds:
    """What good and not usable mean."""

    density_km_km2: float = GOOD_DENSITY
    far_m: float = FAR_M


USUAL = Thresholds()


@dataclass(frozen=True)
class Doors:
    """Doorplates by access: the leg to the network, NaN where there is none, and the codes of their areas."""

    leg_m: np.ndarray
    codes: Codes


def area_quality(
    areas: gpd.GeoDataFrame,
    network: Network,
    doors: Doors,
    *,
    land: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    thresholds: Thresholds = USUAL,
) -> pd.DataFrame:
    """COLUMNS for each area, same rows, same index; water is no land."""
    shapes = areas.geometry.to_numpy()
    street_m, main_m = _street_metres(network, shapes)
    land_km2 = _dry_m2(shapes, land) / M_PER_KM**2
    count, far, lost = _doorplates(areas, doors, thresholds.far_m)
    whole, pathless = _estates(shapes, network, estates)
    frame = pd.DataFrame({"land_km2": land_km2, "street_km": street_m / M_PER_KM}, index=areas.index)
    frame["density_km_km2"] = _ratio(street_m / M_PER_KM, land_km2)
    frame["doorplates"], frame["far_doorplates"], frame["not_snapped"] = count, far, lost
    frame["far_share"] = _ratio(far + lost, count)
    frame["main_share"] = _ratio(main_m, street_m)
    frame["estates"], frame["pathless_estates"] = whole, pathless
    frame["quality"], frame["reason"] = judged(frame, thresholds)
    return frame[list(COLUMNS)]


def whole_quality(network: Network, leg_m: np.ndarray, *, thresholds: Thresholds = USUAL) -> str:
    """The quality of a whole run: its land is not known, so access and joins decide."""
    main = _in_main(network)
    far = ~(leg_m <= thresholds.far_m)
    facts = {
        "density_km_km2": thresholds.density_km_km2,
        "doorplates": len(leg_m),
        "far_share": far.mean() if len(leg_m) else np.nan,
        "main_share": network.length_m[main].sum() / network.length_m.sum(),
        "estates": 0,
        "pathless_estates": 0,
    }
    return str(judged(pd.DataFrame([facts]), thresholds)[0][0])


def judged(facts: pd.DataFrame, thresholds: Thresholds) -> tuple[np.ndarray, np.ndarray]:
    """Quality and reasons (separated by spaces; "" for good) of each row."""
    density = facts["density_km_km2"].fillna(0).to_numpy(dtype=float)
    far, main = facts["far_share"].fillna(0).to_numpy(dtype=float), facts["main_share"].fillna(1).to_numpy(dtype=float)
    empty = facts["doorplates"].to_numpy() == 0
    low = density < thresholds.density_km_km2 * LOW_DENSITY / GOOD_DENSITY
    poor = (far > MOST_FAR) | (main < LEAST_MAIN) | (low & ((far > LOW_FAR) | empty))
    faults = {
        FEW_PATHS: density < thresholds.density_km_km2,
        FAR_DOORS: far > GOOD_FAR,
        ISLANDS: main < GOOD_MAIN,
        NO_INNER_PATHS: (facts["pathless_estates"] > GOOD_PATHLESS * facts["estates"]).to_numpy(),
    }
    any_fault = np.any(list(faults.values()), axis=0)
    quality = np.select([poor, any_fault], [NOT_USABLE, USABLE], GOOD).astype(object)
    words = [np.where(found, name, "") for name, found in faults.items()]
    return quality, np.array([" ".join(filter(None, row)) for row in zip(*words)], dtype=object)


def _street_metres(network: Network, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Street metres in each area, and those of them joined to the largest part of the network."""
    area, edge, metres = street_metres(network, shapes)
    total = np.bincount(area, weights=metres, minlength=len(shapes))
    return total, np.bincount(area, weights=np.where(_in_main(network)[edge], metres, 0.0), minlength=len(shapes))


def _in_main(network: Network) -> np.ndarray:
    """Whether each edge belongs to the longest joined part."""
    part = network.component[network.start]
    return part == np.argmax(np.bincount(part, weights=network.length_m))


def _dry_m2(shapes: np.ndarray, land: gpd.GeoDataFrame | None) -> np.ndarray:
    area_m2 = shapely.area(shapes)
    if land is None or not len(land):
        return area_m2
    water = shapely.get_parts(shapely.union_all(shapely.make_valid(shapes_of(land[(land["use"] == "water").to_numpy()]))))
    row, wet = shapely.STRtree(water).query(shapes, predicate="intersects")
    overlap = shapely.area(shapely.intersection(shapes[row], water[wet]))
    return np.maximum(area_m2 - np.bincount(row, weights=overlap, minlength=len(shapes)), 0.0)


def _doorplates(areas: gpd.GeoDataFrame, doors: Doors, far_m: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Doorplates of each area, those with a long access leg, and those with none."""
    first_row: dict[tuple, int] = {}
    for row, place in enumerate(zip(partitions(areas), areas["level"], areas["code"])):
        first_row.setdefault(place, row)
    found = np.zeros((3, len(areas) + 1), dtype=np.int64)
    lost = np.isnan(doors.leg_m)
    long = doors.leg_m > far_m
    for (partition, level), codes in doors.codes.items():
        number, different = pd.factorize(codes)
        # The last row takes those in no area of the level.
        row = np.array([*(first_row.get((partition, level, code), len(areas)) for code in different), len(areas)])[number]
        for k, rows in enumerate((row, row[long], row[lost])):
            found[k] += np.bincount(rows, minlength=len(areas) + 1)
    return found[0, :-1], found[1, :-1], found[2, :-1]


def _estates(shapes: np.ndarray, network: Network, estates: gpd.GeoDataFrame | None) -> tuple[np.ndarray, np.ndarray]:
    """Estates of each area by a point inside of them, and those that no street enters."""
    if estates is None or not len(estates):
        nothing = np.zeros(len(shapes), dtype=np.int64)
        return nothing, nothing
    pathless = np.zeros(len(estates), dtype=bool)
    pathless[estates_without_paths(network, estates, np.arange(len(estates)))] = True
    estate, area = shapely.STRtree(shapes).query(shapely.point_on_surface(estates.geometry.to_numpy()), predicate="intersects")
    return np.bincount(area, minlength=len(shapes)), np.bincount(area[pathless[estate]], minlength=len(shapes))


def estate_table(
    network: Network, estates: gpd.GeoDataFrame, xy: np.ndarray, leg_m: np.ndarray, *, far_m: float = FAR_M
) -> gpd.GeoDataFrame:
    """The estates with the streets inside of them and their doorplates' access; same rows, same index."""
    shapes = estates.geometry.to_numpy()
    street_m, _ = _street_metres(network, shapes)
    pathless = np.zeros(len(estates), dtype=bool)
    pathless[estates_without_paths(network, estates, np.arange(len(estates)))] = True
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    point, estate = shapely.STRtree(shapes).query(shapely.points(xy[placed]), predicate="intersects")
    leg_m = leg_m[placed[point]]
    count = np.bincount(estate, minlength=len(shapes))
    far = np.bincount(estate, weights=leg_m > far_m, minlength=len(shapes)).astype(int)
    lost = np.bincount(estate, weights=np.isnan(leg_m), minlength=len(shapes)).astype(int)
    share = _ratio(far + lost, count)
    quality = np.select([(share > MOST_FAR), pathless | (share > GOOD_FAR)], [NOT_USABLE, USABLE], GOOD)
    return estates.assign(
        street_km=street_m / M_PER_KM,
        pathless=np.where(pathless, "yes", "no"),
        doorplates=count,
        far_doorplates=far,
        far_share=share,
        not_snapped=lost,
        quality=quality.astype(object),
    )


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    part, whole = np.asarray(part, dtype=float), np.asarray(whole, dtype=float)
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
