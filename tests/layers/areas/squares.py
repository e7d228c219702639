"""Areas on squared paper: one unit is a metre."""

from __future__ import annotations

import geopandas as gpd
import shapely
from community3d.layers.door import accept

CRS = "EPSG:4549"


def areas(*rows: tuple, **columns: list) -> gpd.GeoDataFrame:
    """Accepted areas from (code, level, parent_code, (west, south, east, north) or a geometry)."""
    shapes = [row[3] if isinstance(row[3], shapely.Geometry) else shapely.box(*row[3]) for row in rows]
    given = {"code": [row[0] for row in rows], "level": [row[1] for row in rows], "parent_code": [row[2] for row in rows], **columns}
    return accept("areas", gpd.GeoDataFrame(given, geometry=gpd.GeoSeries(shapes, crs=CRS))).frame
