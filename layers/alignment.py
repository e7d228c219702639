"""How well points lie to streets or buildings, and which shift would make them lie best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

# Points keep their own distance to streets, be it 3 m or 30 m: what tells the right place from a wrong one is that the
# distances differ from those of points strewn anywhere, not that they are short.
CLASSES_M = (6, 12, 18, 24, 32, 42, 60, 100)
FARTHEST_M = 200  # points farther from anything say nothing
CELL_M = 4.0
WINDOW_M = 9_000.0  # streets of this square are enough to judge by
SEARCH_M, STEP_M, FINE_M = 1_600.0, 20.0, 4.0
MOST_POINTS = 1_200
FEWEST_POINTS = 30
# How much likelier the points must be in one place than in another: a factor of e^8 = 3,000.
DECISIVE = 8.0
PEAK_M = 100.0
PROMINENT = 1.5
MOVES_AT_ONCE = 200


@dataclass(frozen=True)
class Field:
    """Classes of distance to the nearest street or building on a square grid of cells, from its north-west corner.

    box holds the streets and buildings of it; around them the grid is wide enough for every shift that is tried.
    """

    west: float
    north: float
    classes: np.ndarray
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Fit:
    """How unlike strewn points these lie: evidence in natural logarithms, from how many points, and their median distance."""

    evidence: float
    points: int
    median_m: float


@dataclass(frozen=True)
class Offset:
    """Where points stand against where they would lie best, in metres east and north.

    It is clear if no other place is nearly as good. usual holds the logarithms of the shares of each class of distance
    over all places tried, chance the evidence that one in a hundred of them reaches.
    """

    east_m: float
    north_m: float
    clear: bool
    usual: np.ndarray
    chance: float

    @property
    def length_m(self) -> float:
        """How far."""
        return float(np.hypot(self.east_m, self.north_m))


def field_around(xy: np.ndarray, things: np.ndarray) -> Field | None:
    """The field of a window around the middle of the points among the things; None where nothing lies there."""
    box = shapely.total_bounds(things)
    inside = xy[((xy >= box[:2]) & (xy <= box[2:])).all(axis=1)]  # no place is not inside
    if not len(inside):
        return None
    middle = np.median(inside, axis=0)
    low, high = np.maximum(box[:2], middle - WINDOW_M / 2), np.minimum(box[2:], middle + WINDOW_M / 2)
    near = things[shapely.STRtree(things).query(shapely.box(*low, *high))]
    if not len(near):
        return None
    west, north = low[0] - SEARCH_M - STEP_M, high[1] + SEARCH_M + STEP_M
    size = int((max(high - low) + 2 * (SEARCH_M + STEP_M)) / CELL_M) + 1
    distance_m = _distances(near, west, north, size)
    classes = np.searchsorted(CLASSES_M, distance_m, side="right").astype(np.uint8)
    classes[distance_m >= FARTHEST_M] = len(CLASSES_M) + 1
    return Field(west, north, classes, (*low, *high))


def offset(xy: np.ndarray, field: Field) -> Offset | None:
    """The shift of the points against the field, looked for within SEARCH_M; None where too few points lie in it."""
    points = _distinct(xy, field)
    if len(points) < FEWEST_POINTS:
        return None
    steps = np.arange(-SEARCH_M, SEARCH_M + 1, STEP_M)
    moves = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    counts = _counts(points, moves, field)
    usual = np.log((counts.sum(axis=0) + 0.5) / (counts.sum() + 0.5 * counts.shape[1]))
    evidence = _evidence(counts, usual)
    best = moves[evidence.argmax()]
    others = evidence[np.hypot(*(moves - best).T) > PEAK_M]
    fine = np.arange(-STEP_M, STEP_M + 1, FINE_M)
    around = best + np.stack(np.meshgrid(fine, fine), axis=-1).reshape(-1, 2)
    finer = _evidence(_counts(points, around, field), usual)
    clear = finer.max() >= max(PROMINENT * others.max(), others.max() + DECISIVE)
    east_m, north_m = -around[finer.argmax()]
    return Offset(float(east_m), float(north_m), bool(clear), usual, float(np.percentile(evidence, 99)))


def fit(xy: np.ndarray, field: Field, usual: np.ndarray) -> Fit:
    """How well points lie where they stand."""
    points = _distinct(xy, field)
    counts = _counts(points, np.zeros((1, 2)), field)
    middles_m = np.convolve([0.0, *CLASSES_M, FARTHEST_M], [0.5, 0.5], "valid")
    known = counts[0].sum()
    median_m = middles_m[np.searchsorted(counts[0].cumsum(), known / 2)] if known else np.nan
    return Fit(float(_evidence(counts, usual)[0]), int(known), float(median_m))


def _distinct(xy: np.ndarray, field: Field) -> np.ndarray:
    """At most MOST_POINTS points in the field's box, one a cell: stacked ones would count many times."""
    inside = xy[((xy >= field.box[:2]) & (xy <= field.box[2:])).all(axis=1)]
    _, firsts = np.unique(np.floor(inside / CELL_M), axis=0, return_index=True)
    chosen = np.sort(firsts)
    if len(chosen) > MOST_POINTS:
        chosen = chosen[np.linspace(0, len(chosen) - 1, MOST_POINTS).astype(int)]
    return inside[chosen]


def _counts(points: np.ndarray, moves: np.ndarray, field: Field) -> np.ndarray:
    """How many moved points lie in each class of distance; shape (moves, classes), those far from anything left out."""
    size, classes = len(field.classes), len(CLASSES_M) + 2
    columns, rows = np.floor((points - (field.west, field.north)) / (CELL_M, -CELL_M)).astype(np.int32).T
    cells = rows * size + columns
    right, up = np.round(moves / CELL_M).astype(np.int32).T
    moved = right - up * size
    flat, counts = field.classes.ravel(), np.empty((len(moves), classes))
    # All moves at once would fill the memory.
    for start in range(0, len(moves), MOVES_AT_ONCE):
        some = moved[start : start + MOVES_AT_ONCE]
        found = flat[cells + some[:, None]] + np.arange(len(some))[:, None] * classes
        counts[start : start + len(some)] = np.bincount(found.ravel(), minlength=len(some) * classes).reshape(-1, classes)
    return counts[:, :-1]


def _evidence(counts: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """The logarithm of how much likelier the classes are under their own shares than under the usual ones."""
    shares = (counts + 0.5) / (counts + 0.5).sum(axis=1, keepdims=True)
    return counts.sum(axis=1) * (shares * (np.log(shares) - usual)).sum(axis=1)


def _distances(shapes: np.ndarray, west: float, north: float, size: int) -> np.ndarray:
    """Metres to the nearest shape for each cell."""
    from osgeo import gdal, ogr

    raster = gdal.GetDriverByName("MEM").Create("", size, size, 1, gdal.GDT_Byte)
    raster.SetGeoTransform((west, CELL_M, 0, north, 0, -CELL_M))
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")  # one since GDAL 3.11
    source = driver.CreateDataSource("")  # its layer lives as long as it does
    layer = source.CreateLayer("")
    definition = layer.GetLayerDefn()
    # GDAL burns its own features only.
    for wkb in shapely.to_wkb(shapes).tolist():
        feature = ogr.Feature(definition)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # it warns that neither side names a system
    try:
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
    finally:
        gdal.PopErrorHandler()
    near = gdal.GetDriverByName("MEM").Create("", size, size, 1, gdal.GDT_Float32)
    gdal.ComputeProximity(
        raster.GetRasterBand(1), near.GetRasterBand(1), [f"MAXDIST={FARTHEST_M / CELL_M}", "VALUES=1", f"NODATA={FARTHEST_M}"]
    )
    return near.GetRasterBand(1).ReadAsArray() * CELL_M
