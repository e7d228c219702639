"""Any file GDAL reads as a frame: through its Arrow stream where it has one, else feature by feature."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from . import arrow, encoded
from .errors import InputError
from .progress import SILENT, Progress
from .words import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from osgeo import ogr

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]

GEOMETRY = "geometry"
STYLES = "layer_styles"  # where QGIS keeps styles: no data
UNDEFINED = "undefined"
PASSWORD = re.compile(r"password\s*=\s*('[^']*'|\S+)", re.IGNORECASE)
DATABASE = re.compile(r"[A-Za-z]{2,}:")  # a drive of Windows has one letter


@dataclass(frozen=True)
class Source:
    """A file and the layer in it, as QGIS writes them: path|layername=…|subset=…; a workbook's sheet is sheet=…."""

    path: str
    layer: str | None = None
    subset: str | None = None


def source_of(words: str) -> Source:
    """The parts of a source text."""
    path, *options = words.split("|")
    stated = dict(option.split("=", 1) for option in options if "=" in option)
    return Source(path, stated.get("layername", stated.get("sheet")), stated.get("subset"))


def shown(source: str) -> str:
    """A source as it may be shown: without the password of a database."""
    return PASSWORD.sub("password=***", source)


def read_source(source: str, *, progress: Progress = SILENT) -> Frame:
    """The features of a source, at least one; raises InputError with the remedy.

    Geometry is called geometry and has two dimensions; the CRS is the frame's and, as authid or WKT, attrs["crs"].
    Missing text is None, missing numbers are NaN. A layer without geometry comes as a plain DataFrame.
    """
    frame = read_layer(source, progress=progress)
    if frame.empty:
        raise InputError(text("{layer} has no features. Choose a layer with content.", layer=shown(source)))
    return frame


def read_layer(
    source: str, *, progress: Progress = SILENT, options: Sequence[str] = (), box: tuple[float, float, float, float] | None = None
) -> Frame:
    """As read_source, but a layer without features is an empty frame; options are those of GDAL's driver.

    With a box (west, south, east, north in the layer's CRS) only what touches it is read, by the file's spatial index.
    """
    parts = source_of(source)
    with gdal_errors():
        dataset = _open(parts.path, options)
        layer = _layer(dataset, parts)
        if box is not None:
            layer.SetSpatialFilterRect(*box)
        columns, shapes = _columns(layer, progress)
        crs = _crs(layer)
        # GDAL frees a layer with its file; neither may outlive this block.
        del layer, dataset
    return _frame(columns, shapes, crs)


@contextmanager
def gdal_errors() -> Iterator[None]:
    """Let GDAL raise RuntimeError inside the block and leave its setting as it was."""
    from osgeo import gdal, ogr, osr

    modules = [module for module in (gdal, ogr, osr) if not module.GetUseExceptions()]
    for module in modules:
        module.UseExceptions()
    try:
        yield
    finally:
        # GDAL 3.6 keeps a stack of them.
        for module in reversed(modules):
            module.DontUseExceptions()


def _open(path: str, options: Sequence[str]) -> ogr.DataSource:
    from osgeo import gdal

    try:
        return gdal.OpenEx(path, gdal.OF_VECTOR, open_options=list(options))
    except RuntimeError as error:
        if "://" not in path and not DATABASE.match(path) and not Path(path).exists():
            raise InputError(text("{path} does not exist. Check the name or choose another file.", path=path)) from error
        raise InputError(
            text("{path} cannot be read as spatial data. Choose another file or convert it to GeoPackage.", path=shown(path))
        ) from error


def _layer(dataset: ogr.DataSource, source: Source) -> ogr.Layer:
    names = [dataset.GetLayer(position).GetName() for position in range(dataset.GetLayerCount())]
    known = [name for name in names if name != STYLES]
    if source.layer is None and len(known) != 1:
        raise InputError(
            text(
                "{path} holds {count} layers: {known}. Add |layername= and one of them.",
                path=shown(source.path),
                count=len(known),
                known=", ".join(known),
            )
        )
    if source.layer is not None and source.layer not in known:
        raise InputError(
            text("{path} has no layer {layer}. It has: {known}.", path=shown(source.path), layer=source.layer, known=", ".join(known))
        )
    layer = dataset.GetLayerByName(source.layer or known[0])
    if source.subset:
        layer.SetAttributeFilter(source.subset)
    return layer


def _columns(layer: ogr.Layer, progress: Progress) -> tuple[dict[str, np.ndarray], np.ndarray | None]:
    """The columns by name, and the geometries where the layer has any."""
    try:
        columns, shapes = arrow.columns(layer, progress)
        return columns, None if shapes is None else _flat(shapes)
    except (AttributeError, ImportError, NotImplementedError, shapely.errors.GEOSException, SystemError):
        # GDAL before 3.6 or without numpy, curves, which only GDAL can straighten, or newer GDAL's stumbling over a batch.
        return _feature_columns(layer, progress)


def _flat(shapes: np.ndarray) -> np.ndarray:
    return shapely.force_2d(shapes) if (shapely.get_coordinate_dimension(shapes) > 2).any() else shapes


def _feature_columns(layer: ogr.Layer, progress: Progress) -> tuple[dict[str, np.ndarray], np.ndarray | None]:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(position) for position in range(definition.GetFieldCount())]
    readers = [_reader(field) for field in fields]
    total, doing = max(layer.GetFeatureCount(), 1), text("Reading {layer}", layer=layer.GetName())
    rows, shapes = [], []
    layer.ResetReading()
    # GDAL hands out features one by one here.
    for position, feature in enumerate(layer):
        if position % 1000 == 0:
            progress.at(min(1.0, position / total), doing)
        rows.append([read(feature, index) for index, read in enumerate(readers)])
        shapes.append(_flat_wkb(feature.GetGeometryRef()))
    columns = {field.GetName(): arrow.tidy([row[index] for row in rows]) for index, field in enumerate(fields)}
    return columns, shapely.from_wkb(np.array(shapes, object)) if definition.GetGeomFieldCount() else None


def _reader(field: ogr.FieldDefn) -> Callable[[ogr.Feature, int], object]:
    """How a field's value is got from a feature."""
    from osgeo import ogr

    if field.GetType() in (ogr.OFTDate, ogr.OFTDateTime):
        return _moment
    if field.GetSubType() == ogr.OFSTBoolean:
        return _boolean
    return _list if field.GetTypeName().endswith("List") else ogr.Feature.GetField


def _list(feature: ogr.Feature, index: int) -> object:
    return encoded.in_one_text(feature.GetField(index))


def _boolean(feature: ogr.Feature, index: int) -> bool | None:
    value = feature.GetField(index)
    return None if value is None else bool(value)


def _moment(feature: ogr.Feature, index: int) -> pd.Timestamp | None:
    if not feature.IsFieldSetAndNotNull(index):
        return None
    year, month, day, hour, minute, second, _zone = feature.GetFieldAsDateTime(index)
    return pd.Timestamp(year, month, day, hour, minute, int(second), round(second % 1 * 1e6))


def _flat_wkb(geometry: ogr.Geometry | None) -> bytes | None:
    if geometry is None:
        return None
    straight = geometry.GetLinearGeometry()
    straight.FlattenTo2D()
    return bytes(straight.ExportToWkb())


def _crs(layer: ogr.Layer) -> str | None:
    """The layer's CRS as authid or WKT; None where it states none."""
    system = layer.GetSpatialRef()
    if system is None or system.IsLocal() or (system.GetName() or "").lower().startswith(UNDEFINED):
        return None
    if system.GetAxesCount() > 2:
        # Heights are dropped, so a system with heights becomes the flat one.
        system = system.Clone()
        system.DemoteTo2D()
    if system.GetAuthorityCode(None):
        return f"{system.GetAuthorityName(None)}:{system.GetAuthorityCode(None)}"
    return system.ExportToWkt()


def _frame(columns: dict[str, np.ndarray], shapes: np.ndarray | None, crs: str | None) -> Frame:
    if shapes is None:
        return pd.DataFrame(columns)
    # A column that is called geometry already must make room for the shapes.
    named = {f"{name}_" if name == GEOMETRY else name: values for name, values in columns.items()}
    # The columns are ours alone: they need not be copied, nor the frame for its CRS.
    frame = gpd.GeoDataFrame(pd.DataFrame(named, copy=False), geometry=gpd.array.from_shapely(shapes, crs=crs), copy=False)
    frame.attrs["crs"] = crs
    return frame
