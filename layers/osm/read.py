"""Reads an OSM extract from disk into the tables of a workspace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..crs import LONLAT, crs_name, in_china, metric_crs, reproject, require_metres
from ..errors import InputError
from ..progress import SILENT, Progress
from ..tags import read_tag_table, used_keys
from ..words import Text, text
from .harmless import without_persons
from .objects import Bounds, Objects, OsmFile, read_objects
from .shapes import areas
from .tables import Place, tables_of

if TYPE_CHECKING:
    import geopandas as gpd

READING_SHARE = 0.6
STRAY_M = 3000.0  # further than a quarter of an hour on foot and any snapping limit
ENDINGS = (".osm.pbf", ".osm", ".pbf", ".xml")


@dataclass(frozen=True)
class OsmTables:
    """Workspace tables by name, all in one projected CRS in metres (authid), and what is worth knowing about them."""

    tables: dict[str, gpd.GeoDataFrame]
    crs: str
    notes: tuple[Text, ...]


def read_osm(path: Path | str, *, extent: Bounds | None = None, crs: str | None = None, progress: Progress = SILENT) -> OsmTables:
    """The tables of an .osm or .osm.pbf file; raises InputError where it cannot serve.

    extent: west, south, east, north in degrees, or in crs where that is given and the numbers are no degrees; objects that
    touch it are read whole. crs: a projected system in metres; otherwise chosen by the place.
    """
    if crs is not None:
        require_metres(crs)
    table = read_tag_table()
    osm = read_objects(path, keys=used_keys(table), progress=progress.part(0, READING_SHARE))
    osm = _within(osm, _in_degrees(extent, crs), path)
    lon, lat = _centre(osm)
    crs = crs or metric_crs(lon, lat)
    stated = _stated(osm.bounds, crs)
    osm, stray = _without_strays(_projected(osm, crs), stated)
    place = Place(crs=crs, chinese=in_china(lon, lat), title=_title(path), bounds=stated)
    tables, notes = tables_of(osm, table, place, progress.part(READING_SHARE, 1))
    if not (tables["streets"]["walkable"] == "yes").any():
        raise InputError(text("{path} has no street that can be walked. Choose an extract with streets.", path=str(path)))
    tables, removed = without_persons(tables)
    return OsmTables(tables, crs, (*_file_notes(osm, crs, stray), *notes, *removed))


def _file_notes(osm: OsmFile, crs: str, stray: int) -> list[Text]:
    notes = [text("Coordinates are in {crs} ({name}), in metres.", crs=crs, name=crs_name(crs))]
    if osm.unclosed:
        notes.append(text("Areas whose outline is not whole in the file were left out: {count}.", count=osm.unclosed))
    if stray:
        notes.append(
            text("Objects more than {distance} km outside the extract were left out: {count}.", count=stray, distance=int(STRAY_M / 1000))
        )
    return notes


def _title(path: Path | str) -> str:
    name = Path(path).name
    ending = next((ending for ending in ENDINGS if name.lower().endswith(ending)), "")
    return name[: len(name) - len(ending)] or name


def _in_degrees(extent: Bounds | None, crs: str | None) -> Bounds | None:
    if extent is None or crs is None or (max(map(abs, extent[::2])) <= 180 and max(map(abs, extent[1::2])) <= 90):
        return extent
    return tuple(shapely.bounds(_box(extent, source=crs, target=LONLAT)))


def _stated(bounds: Bounds | None, crs: str) -> Bounds | None:
    return None if bounds is None else tuple(shapely.bounds(_box(bounds, source=LONLAT, target=crs)))


def _box(bounds: Bounds, *, source: str, target: str) -> shapely.Polygon:
    # A straight edge of one system is a curve in the other.
    outline = shapely.segmentize(shapely.box(*bounds), max(bounds[2] - bounds[0], bounds[3] - bounds[1]) / 20)
    return reproject(np.array([outline]), source=source, target=target)[0]


def _within(osm: OsmFile, extent: Bounds | None, path: Path | str) -> OsmFile:
    """The objects that touch the extent."""
    if extent is None:
        return osm
    frame = shapely.box(*extent)
    shapely.prepare(frame)
    kept = [part.take(shapely.intersects(frame, part.shapes)) for part in (osm.points, osm.lines, osm.polygons)]
    if not sum(map(len, kept)):
        raise InputError(
            text(
                "{path} has nothing inside the extent {extent}. Choose an extent that the file covers, as west, south, east, north.",
                path=str(path),
                extent=", ".join(f"{number:.5f}" for number in extent),
            )
        )
    return OsmFile(*kept, extent, osm.unclosed)


def _centre(osm: OsmFile) -> tuple[float, float]:
    """Longitude and latitude in the middle of the extract: of its stated bounds, else of its streets, else of everything."""
    if osm.bounds is not None:
        west, south, east, north = osm.bounds
        return (west + east) / 2, (south + north) / 2
    streets = osm.lines.shapes[osm.lines.has("highway")]
    shapes = streets if len(streets) else np.concatenate([osm.points.shapes, osm.lines.shapes, osm.polygons.shapes])
    middle = np.median(shapely.get_coordinates(shapes), axis=0)
    return float(middle[0]), float(middle[1])


def _projected(osm: OsmFile, crs: str) -> OsmFile:
    points, lines, polygons = (
        part.reshaped(reproject(part.shapes, source=LONLAT, target=crs)) for part in (osm.points, osm.lines, osm.polygons)
    )
    polygons = polygons.reshaped(areas(polygons.shapes))
    return replace(osm, points=points, lines=lines, polygons=polygons.take(~shapely.is_empty(polygons.shapes)))


def _without_strays(osm: OsmFile, stated: Bounds | None) -> tuple[OsmFile, int]:
    """Without what only relations drew into the file (stations of a line that runs on), and how many those were."""
    if stated is None:
        return osm, 0
    near = shapely.box(*stated).buffer(STRAY_M)
    shapely.prepare(near)
    kept = {name: _near(getattr(osm, name), near) for name in ("points", "lines", "polygons")}
    stray = sum(len(getattr(osm, name)) - len(part) for name, part in kept.items())
    return replace(osm, **kept), stray


def _near(objects: Objects, ground: shapely.Polygon) -> Objects:
    return objects.take(shapely.intersects(ground, objects.shapes))
