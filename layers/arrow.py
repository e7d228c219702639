"""A GDAL layer as whole columns, through GDAL's Arrow stream."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import encoded
from .progress import Progress
from .words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osgeo import ogr

# Text arrives with the width of the longest value of its batch, so batches stay small.
BATCH_ROWS = 16_384
# Beyond this a float no longer holds every whole number.
EXACT_INTEGERS = 2**53
FIRST_WITH_SOUND_BOOLEANS = 3080300  # GDAL 3.8.3 mends OSGeo/gdal#8998
GEOMETRY = "OGR_GEOMETRY"


def columns(layer: ogr.Layer, progress: Progress) -> tuple[dict[str, np.ndarray], np.ndarray | None]:
    """The layer's columns by name, and its geometries (None where it has none).

    Missing text is None, missing numbers are NaN, missing dates NaT.
    """
    from osgeo import gdal, ogr

    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(position) for position in range(definition.GetFieldCount())]
    booleans = [field for field in fields if field.GetSubType() == ogr.OFSTBoolean]
    names, boolean_names = [field.GetName() for field in fields], {field.GetName() for field in booleans}
    has_geometry = definition.GetGeomFieldCount() > 0
    faulty = booleans and int(gdal.VersionInfo()) < FIRST_WITH_SOUND_BOOLEANS
    if not faulty:
        found, shapes = _streamed(layer, names, has_geometry, progress)
    else:
        with _ignoring(layer, boolean_names):
            found, shapes = _streamed(layer, [name for name in names if name not in boolean_names], has_geometry, progress)
        found.update(_booleans(layer, booleans, {*names, GEOMETRY} - boolean_names))
    return {name: _normalised(found[name].astype(bool) if name in boolean_names else found[name]) for name in names}, shapes


def _streamed(
    layer: ogr.Layer, names: list[str], has_geometry: bool, progress: Progress
) -> tuple[dict[str, np.ma.MaskedArray], np.ndarray | None]:
    total, done, parts, shapes = max(layer.GetFeatureCount(), 1), 0, {name: _Parts(layer.GetFeatureCount()) for name in names}, []
    mostly_distinct: set[str] = set()
    held: dict[str, dict[str, str]] = {name: {} for name in names}
    doing = text("Reading {layer}", layer=layer.GetName())
    # Batches come one at a time; their text is decoded at once to free its padding.
    for batch in _batches(layer, BATCH_ROWS):
        progress.at(min(1.0, done / total), doing)
        for name in names:
            parts[name].add(encoded.words_of(batch[name], mostly_distinct, name, held[name]))
        if has_geometry:
            shapes.append(encoded.shapes_of(batch[next(reversed(batch))]))
        done += len(next(iter(batch.values()), ()))
    joined = {name: pieces.joined() for name, pieces in parts.items()}
    return joined, np.concatenate([np.empty(0, object), *shapes]) if has_geometry else None


class _Parts:
    """A column batch by batch; text is put into its place at once: later, each word would be fetched from memory once more."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._column = np.empty(0, object)
        self._filled = 0
        self._others: list[np.ndarray] = []

    def add(self, part: np.ndarray) -> None:
        """The values of the next rows."""
        plain = part.dtype == object and not isinstance(part, np.ma.MaskedArray)
        end = self._filled + len(part)
        if self._others or not plain or end > self._rows:
            self._others.append(part)
            return
        if not self._filled:
            self._column = np.empty(self._rows, object)
        self._column[self._filled : end] = part
        self._filled = end

    def joined(self) -> np.ndarray:
        """All values."""
        column = self._column[: self._filled]
        return np.ma.concatenate([column, *self._others] if self._filled else self._others) if self._others else column


def _batches(layer: ogr.Layer, rows: int) -> Iterator[dict[str, np.ndarray]]:
    layer.ResetReading()
    return iter(layer.GetArrowStreamAsNumPy(["INCLUDE_FID=NO", f"MAX_FEATURES_IN_BATCH={rows}"]))


@contextmanager
def _ignoring(layer: ogr.Layer, names: set[str]) -> Iterator[None]:
    layer.SetIgnoredFields(sorted(names))
    try:
        yield
    finally:
        layer.SetIgnoredFields([])


def _booleans(layer: ogr.Layer, fields: list[ogr.FieldDefn], others: set[str]) -> dict[str, np.ndarray]:
    """The boolean columns read as integers in one batch: what a faulty GDAL gets right."""
    from osgeo import ogr

    names = [field.GetName() for field in fields]
    rows = layer.GetFeatureCount()
    if rows == 0:
        return {name: np.empty(0, bool) for name in names}
    for field in fields:
        field.SetSubType(ogr.OFSTNone)
    try:
        with _ignoring(layer, others):
            batch = next(_batches(layer, rows))
            return {name: batch[name].copy() for name in names}
    finally:
        for field in fields:
            field.SetSubType(ogr.OFSTBoolean)


def _normalised(values: np.ndarray) -> np.ndarray:
    """Masked values become NaN, NaT or None; whole numbers with gaps floats, or text where a float is too coarse."""
    mask, data = np.ma.getmaskarray(values), np.ma.getdata(values)
    if data.dtype.kind == "M":
        return np.where(mask, np.datetime64("NaT"), data.astype("datetime64[ns]"))
    if not mask.any():
        return data
    if data.dtype.kind == "f":
        return np.where(mask, np.nan, data)
    if data.dtype.kind in "iu" and np.abs(data[~mask]).max(initial=0) <= EXACT_INTEGERS:
        return np.where(mask, np.nan, data.astype(float))
    gappy = (data.astype(str) if data.dtype.kind in "iu" else data).astype(object)
    gappy[mask] = None
    return gappy


def tidy(values: list[object]) -> np.ndarray:
    """Python values of one column in the form the stream would give."""
    column = pd.Series(values, dtype=object)
    missing = column.isna().to_numpy()
    kind = pd.api.types.infer_dtype(column, skipna=True)
    plain = {"integer": np.int64, "floating": float, "mixed-integer-float": float, "boolean": bool}
    if kind.startswith("datetime"):
        return pd.to_datetime(column).to_numpy()
    if kind not in plain:
        return column.to_numpy(object)
    filled = np.where(missing, 0, column.to_numpy()).astype(plain[kind])
    return _normalised(np.ma.masked_array(filled, missing))
