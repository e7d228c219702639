"""How frames are laid out as tables of a GeoPackage, and the empty tables themselves, made by GDAL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd

from . import cells, schema
from .errors import InputError
from .fields import Column
from .reading import STYLES, Frame, gdal_errors
from .words import text

if TYPE_CHECKING:
    from pathlib import Path

    from osgeo import gdal, osr


@dataclass(frozen=True)
class Layout:
    """One frame as a table: its columns and their kinds by name, OGC type and names of the columns that GeoPackage adds."""

    name: str
    frame: Frame
    values: dict[str, Column]
    columns: dict[str, str]
    fid: str
    geom: str | None = None
    ogc_type: str | None = None


def layout(name: str, frame: Frame) -> Layout:
    """The layout of a frame; the schema's kinds hold for tables it declares."""
    _check_names(name, frame)
    table = schema.TABLES.get(name)
    declared = {column.name: column.kind for column in table.columns} if table else {}
    spatial = isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None
    attributes = [column for column in frame.columns if not (spatial and column == frame.active_geometry_name)]
    values = {column: Column.of(frame[column]) for column in attributes}
    columns = {column: held.kind(declared.get(column)) for column, held in values.items()}
    taken = {column.lower() for column in columns}
    fid = _free_name("fid", taken)
    if not spatial:
        return Layout(name, frame, values, columns, fid)
    ogc_type = cells.geometry_type(frame.geometry.to_numpy(), table.geometry if table else None)
    return Layout(name, frame, values, columns, fid, _free_name("geom", taken), ogc_type)


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _free_name(wish: str, taken: set[str]) -> str:
    name = wish
    while name in taken:
        name += "_"
    return name


def _check_names(table: str, frame: Frame) -> None:
    names = [str(column).lower() for column in frame.columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            text(
                "Table {table} has columns whose names differ only in upper and lower case: {columns}. Rename them.",
                table=table,
                columns=", ".join(twice),
            )
        )


def create_tables(path: Path, layouts: list[Layout], *, crs: str, with_styles: bool, notes: dict[str, str] | None = None) -> None:
    """Let GDAL make the empty tables with everything the standard wants; notes by table are their descriptions."""
    from osgeo import gdal, osr

    with gdal_errors():
        system = osr.SpatialReference()
        system.SetFromUserInput(crs)
        if path.exists():
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        else:
            dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        for each in layouts:
            _create_table(dataset, each, system, (notes or {}).get(each.name))
        if with_styles and dataset.GetLayerByName(STYLES) is None:
            _create_styles(dataset)
        # GDAL makes the indexes last. What still holds the dataset, a debugger for one, must not put that off.
        dataset.FlushCache()
        del dataset


def _create_table(dataset: gdal.Dataset, each: Layout, system: osr.SpatialReference, note: str | None) -> None:
    from osgeo import ogr

    kinds = {
        schema.TEXT: (ogr.OFTString, ogr.OFSTNone),
        schema.INTEGER: (ogr.OFTInteger64, ogr.OFSTNone),
        schema.REAL: (ogr.OFTReal, ogr.OFSTNone),
        schema.DATE: (ogr.OFTDate, ogr.OFSTNone),
        cells.DATETIME: (ogr.OFTDateTime, ogr.OFSTNone),
        cells.BOOLEAN: (ogr.OFTInteger, ogr.OFSTBoolean),
    }
    options = [f"FID={each.fid}", "OVERWRITE=YES", "SPATIAL_INDEX=YES", *([f"DESCRIPTION={note}"] if note else [])]
    if each.geom:
        geometry = ogr.wkbUnknown if each.ogc_type == cells.ANY else ogr.CreateGeometryFromWkt(f"{each.ogc_type} EMPTY").GetGeometryType()
        layer = dataset.CreateLayer(each.name, system, geometry, [*options, f"GEOMETRY_NAME={each.geom}"])
    else:
        layer = dataset.CreateLayer(each.name, None, ogr.wkbNone, options)
    for name, kind in each.columns.items():
        field = ogr.FieldDefn(name, kinds[kind][0])
        field.SetSubType(kinds[kind][1])
        layer.CreateField(field)


def _create_styles(dataset: gdal.Dataset) -> None:
    """The table in which QGIS looks for styles."""
    from osgeo import ogr

    layer = dataset.CreateLayer(STYLES, None, ogr.wkbNone, ["FID=id"])
    words = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD")
    for name in (*words, "description", "owner", "ui"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(default)
    moment = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    moment.SetDefault("CURRENT_TIMESTAMP")
    layer.CreateField(moment)
