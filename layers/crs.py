"""Coordinate systems in metres: which one a place takes, what it is called, and the way into it."""

from __future__ import annotations

from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING

import numpy as np

from .errors import InputError
from .words import text

if TYPE_CHECKING:
    from osgeo import osr
    from pyproj import Transformer

LONLAT = "EPSG:4326"

# China's land border as longitude, latitude, drawn by hand to about 50 km: enough to choose a grid, never to be shown.
# It follows the area of use that EPSG registers for CGCS2000's zones ("China - onshore").
_CHINA = (
    (135.1, 48.4), (134.7, 47.6), (133.2, 45.0), (131.2, 44.8), (131.2, 43.5), (130.7, 42.3), (129.7, 42.5), (128.0, 42.0),
    (126.9, 41.6), (124.5, 39.9), (124.0, 39.0), (123.5, 37.0), (123.5, 29.0), (121.7, 26.6), (120.4, 25.6), (118.9, 24.0),
    (117.5, 22.8), (114.8, 21.8), (112.0, 20.5), (111.6, 18.0), (108.3, 18.0), (108.1, 21.5), (106.7, 21.9), (106.7, 22.9),
    (105.3, 23.3), (104.0, 22.4), (102.5, 22.5), (101.8, 21.1), (100.2, 21.4), (99.1, 22.1), (98.8, 23.3), (97.5, 23.9),
    (97.7, 25.0), (98.7, 26.0), (98.6, 27.6), (97.3, 28.2), (95.4, 29.0), (92.1, 27.7), (89.0, 27.2), (88.1, 27.8),
    (86.0, 27.8), (84.2, 28.8), (81.2, 30.0), (78.9, 31.2), (78.4, 32.5), (79.2, 33.0), (78.1, 34.7), (77.8, 35.5),
    (75.9, 36.5), (74.7, 37.2), (73.5, 39.4), (73.8, 39.8), (76.0, 40.4), (80.2, 42.0), (80.2, 45.0), (82.5, 45.1),
    (82.4, 45.8), (83.0, 47.2), (85.5, 47.1), (85.7, 48.4), (87.8, 49.2), (90.9, 46.9), (91.0, 45.2), (93.5, 44.9),
    (95.4, 44.3), (96.4, 42.7), (101.8, 42.5), (105.0, 41.6), (109.3, 42.4), (111.9, 43.7), (111.9, 45.1), (113.7, 44.8),
    (116.0, 46.4), (119.7, 46.7), (119.0, 47.6), (115.6, 47.9), (116.7, 49.8), (119.2, 50.1), (120.7, 52.0), (120.1, 52.7),
    (121.0, 53.4), (123.6, 53.6), (125.7, 53.0), (126.9, 51.3), (127.5, 50.25), (127.6, 49.8), (129.5, 49.4), (130.7, 48.9),
    (131.0, 47.7), (132.5, 47.9), (134.6, 48.5),
)  # fmt: skip


def in_china(lon: float, lat: float) -> bool:
    """Whether a place lies where CGCS2000's zones are used; near a border a coarse answer."""
    import shapely

    return bool(shapely.contains_xy(shapely.Polygon(_CHINA), lon, lat))


def metric_crs(lon: float, lat: float) -> str:
    """The projected system in metres for a place, as authid.

    In China the CGCS2000 3-degree zone whose eastings carry no zone number (EPSG:4534 to 4554), elsewhere the UTM zone.
    """
    if in_china(lon, lat):
        zone = int(np.floor((lon + 1.5) / 3))  # 25 has its central meridian at 75° E
        return f"EPSG:{4534 + zone - 25}"
    zone = int(np.floor((lon + 180) / 6)) % 60 + 1
    return f"EPSG:{(32600 if lat >= 0 else 32700) + zone}"


def crs_name(authid: str) -> str:
    """The system's own name, as EPSG registers it: "CGCS2000 / 3-degree Gauss-Kruger CM 120E"."""
    return _reference(authid).GetName()


def area_of_use(authid: str) -> tuple[float, float, float, float]:
    """West, south, east and north of the land a system is registered for, in degrees; the world where none is stated."""
    area = _reference(authid).GetAreaOfUse()
    if area is None or area.west_lon_degree > area.east_lon_degree or area.west_lon_degree < -180:
        return -180.0, -90.0, 180.0, 90.0
    return area.west_lon_degree, area.south_lat_degree, area.east_lon_degree, area.north_lat_degree


def require_metres(authid: str) -> None:
    """Raises InputError unless the system is projected and its unit is the metre."""
    reference = _reference(authid)
    if not reference.IsProjected() or abs(reference.GetLinearUnits() - 1) > 1e-9:
        raise InputError(
            text(
                "{crs} ({name}) is not a projected coordinate system in metres. Choose one, for example EPSG:4549 in East China.",
                crs=authid,
                name=reference.GetName(),
            )
        )


def reproject(geometry: np.ndarray, *, source: str, target: str) -> np.ndarray:
    """The geometries in another system, x before y in both; None stays None."""
    import shapely

    if source == target:
        return geometry
    return shapely.transform(geometry, lambda xy: reproject_xy(xy, source=source, target=target))


def reproject_xy(xy: np.ndarray, *, source: str, target: str) -> np.ndarray:
    """Coordinates of shape (n, 2) in another system, x before y in both."""
    if source == target or not len(xy) or _same(source, target):
        return xy
    if LONLAT not in (source, target):
        # PROJ knows the datums of Hong Kong and others against WGS 84 only: straight to CGCS2000 it would leave 300 m out.
        return reproject_xy(reproject_xy(xy, source=source, target=LONLAT), source=LONLAT, target=target)
    if _pyproj_is_ours():
        transformer = _transformer(source, target, get_ident())
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
    return _reproject_with_gdal(xy, source=source, target=target)


@lru_cache(maxsize=64)
def _same(source: str, target: str) -> bool:
    """Whether an authid and a WKT are one system: the way there and back would cost the last digits."""
    return bool(_reference(source).IsSame(_reference(target)))


@lru_cache(maxsize=8)
def _transformer(source: str, target: str, _thread: int) -> Transformer:
    # PROJ looks through its operations for 0.1 s each time; a transformer must stay in its thread.
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)


def _reproject_with_gdal(xy: np.ndarray, *, source: str, target: str) -> np.ndarray:
    from osgeo import osr

    change = osr.CoordinateTransformation(_reference(source), _reference(target))
    return np.asarray(change.TransformPoints(np.asarray(xy, dtype=float).tolist()))[:, :2]


def _pyproj_is_ours() -> bool:
    # A pyproj from a wheel brings a PROJ of its own, whose grids and data may differ from those of QGIS.
    import pyproj
    from osgeo import osr

    ours = f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}.{osr.GetPROJVersionMicro()}"
    return pyproj.proj_version_str == ours


def _reference(authid: str) -> osr.SpatialReference:
    from osgeo import gdal, osr

    reference = osr.SpatialReference()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        known = reference.SetFromUserInput(authid) == 0
    except RuntimeError:  # where someone switched GDAL's exceptions on
        known = False
    finally:
        gdal.PopErrorHandler()
    if not known:
        raise InputError(text("Unknown coordinate system “{crs}”. Write an authority and a code, for example EPSG:4549.", crs=authid))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
