"""An OSM file as arrays: every object's id, tags and shape, read with GDAL's OSM driver in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..errors import InputError
from ..progress import Progress
from ..words import Text, text

if TYPE_CHECKING:
    from osgeo import gdal, ogr

CONFIGURATION = Path(__file__).parents[1] / "osmconf.ini"
POINTS, LINES, POLYGONS = "points", "lines", "multipolygons"
DEGREE_DIGITS = 7  # what OSM itself stores
OBJECTS_PER_REPORT = 500

Bounds = tuple[float, float, float, float]  # west, south, east, north

_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Objects:
    """OSM objects of one kind of shape, in the order of their ids."""

    ids: np.ndarray  # text: n, w or r and the OSM id
    tags: np.ndarray  # of dict; only keys that the tag table or a table of the workspace uses
    shapes: np.ndarray

    def __len__(self) -> int:
        """How many objects there are."""
        return len(self.ids)

    def tag(self, key: str) -> np.ndarray:
        """The values of one key; None where an object has none."""
        return _objects([tags.get(key) for tags in self.tags])

    def has(self, key: str) -> np.ndarray:
        """Whether each object has the key."""
        return np.array([key in tags for tags in self.tags], dtype=bool)

    def take(self, which: np.ndarray) -> Objects:
        """The objects of a mask or of positions."""
        return Objects(self.ids[which], self.tags[which], self.shapes[which])

    def reshaped(self, shapes: np.ndarray) -> Objects:
        """The same objects with other shapes."""
        return Objects(self.ids, self.tags, shapes)


def joined(*parts: Objects) -> Objects:
    """Several objects as one, in order."""
    columns = (np.concatenate([getattr(part, name) for part in parts]) for name in ("ids", "tags", "shapes"))
    return Objects(*columns)


@dataclass(frozen=True)
class OsmFile:
    """All objects of a file in longitude and latitude."""

    points: Objects
    lines: Objects
    polygons: Objects
    bounds: Bounds | None  # as the file's header states them
    unclosed: int  # areas whose outline is not whole in the file


def read_objects(path: Path | str, *, keys: frozenset[str], progress: Progress) -> OsmFile:
    """The objects of a file that carry one of the keys; raises InputError with the remedy."""
    path = Path(path)
    if not path.is_file():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    with _gdal_messages() as messages:
        dataset = _open(path)
        bounds = _bounds(dataset)
        rows = _rows(dataset, keys, progress)
        del dataset
    unclosed = sum("Non closed ring" in message for message in messages)
    _refuse_damage(path, len(messages) - unclosed, sum(len(part[0]) for part in rows.values()))
    return OsmFile(*(_objects_of(*rows[layer]) for layer in (POINTS, LINES, POLYGONS)), bounds, unclosed)


@contextmanager
def _gdal_messages() -> Iterator[list[str]]:
    """GDAL's errors as a list; it goes on by itself after an area that does not close."""
    from osgeo import gdal

    messages: list[str] = []
    raised = gdal.GetUseExceptions()
    unclosed = gdal.GetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING")
    gdal.DontUseExceptions()
    gdal.PushErrorHandler(lambda kind, _number, words: messages.append(words) if kind >= gdal.CE_Failure else None)
    gdal.SetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "NO")
    try:
        yield messages
    finally:
        gdal.SetConfigOption("OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", unclosed)
        gdal.PopErrorHandler()
        if raised:
            gdal.UseExceptions()


def _open(path: Path) -> gdal.Dataset:
    from osgeo import gdal

    if gdal.GetDriverByName("OSM") is None:
        raise InputError(text("This GDAL cannot read OSM files. Install a QGIS whose GDAL has the OSM driver."))
    options = [f"CONFIG_FILE={CONFIGURATION}"]
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["OSM"], open_options=options)
    if dataset is None:
        raise InputError(_not_osm(path))
    return dataset


def _not_osm(path: Path) -> Text:
    if path.suffix.lower() in (".bz2", ".gz", ".zip", ".7z"):
        return text("{path} is packed. Unpack it and choose the .osm or .osm.pbf file in it.", path=str(path))
    return text("{path} is not an OSM file. Choose a file that ends in .osm or .osm.pbf.", path=str(path))


def _refuse_damage(path: Path, failures: int, objects: int) -> None:
    if failures:
        raise InputError(text("{path} is damaged or not complete: reading stopped on the way. Get the file again.", path=str(path)))
    if not objects:
        raise InputError(text("{path} holds no objects with a meaning for the workspace. Choose an extract of a town.", path=str(path)))


def _bounds(dataset: gdal.Dataset) -> Bounds | None:
    extent = dataset.GetLayerByName(POINTS).GetExtent(can_return_null=True)
    if extent is None:
        return None
    west, east, south, north = extent
    return tuple(round(degrees, DEGREE_DIGITS) for degrees in (west, south, east, north))


def _rows(dataset: gdal.Dataset, keys: frozenset[str], progress: Progress) -> dict[str, tuple[list, list, list]]:
    """Ids, tags and WKB of the objects by layer."""
    rows: dict[str, tuple[list, list, list]] = {layer: ([], [], []) for layer in (POINTS, LINES, POLYGONS)}
    count, share = 0, 0.0
    # GDAL hands out OSM objects of all layers mixed and one by one; only so the file is read once.
    while True:
        feature, layer, part = dataset.GetNextFeature(include_layer=True, include_pct=True)
        if feature is None:
            return rows
        if count % OBJECTS_PER_REPORT == 0:
            share = max(share, min(part, 1.0))
            progress.at(share, text("Reading OSM objects: {count}", count=count))
        count += 1
        if layer.GetName() in rows:
            _add(rows[layer.GetName()], feature, layer.GetName(), keys)


def _add(rows: tuple[list, list, list], feature: ogr.Feature, layer: str, keys: frozenset[str]) -> None:
    tags = _tags(feature.GetField("all_tags") or "", keys)
    shape = feature.GetGeometryRef()
    if shape is None or not any(not key.startswith("name") for key in tags):
        return
    ids, all_tags, shapes = rows
    ids.append(_id(feature, layer))
    all_tags.append(tags)
    shapes.append(bytes(shape.ExportToWkb()))


def _id(feature: ogr.Feature, layer: str) -> str:
    if layer == POINTS:
        return "n" + feature.GetField("osm_id")
    if layer == LINES:
        return "w" + feature.GetField("osm_id")
    way = feature.GetField("osm_way_id")
    return "w" + way if way else "r" + feature.GetField("osm_id")


def _tags(words: str, keys: frozenset[str]) -> dict[str, str]:
    """The tags in GDAL's notation: "key"=>"value","key"=>"value", quotes and backslashes escaped."""
    found = {key: value for key, value in _PAIR.findall(words) if key in keys}
    if "\\" not in words:
        return found
    return {key: _ESCAPED.sub(r"\1", value) for key, value in found.items()}


def _objects_of(ids: list[str], tags: list[dict[str, str]], wkb: list[bytes]) -> Objects:
    # .osm and .osm.pbf of the same data come in different orders.
    order = np.array(sorted(range(len(ids)), key=lambda row: (ids[row][0], int(ids[row][1:]))), dtype=np.intp)
    shapes = shapely.from_wkb(_objects(wkb))
    rounded = shapely.transform(shapes, lambda xy: np.round(xy, DEGREE_DIGITS))
    return Objects(_objects(ids)[order], _objects(tags)[order], rounded[order])


def _objects(values: list) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
