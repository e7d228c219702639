"""A copy of a layer with every vertex moved: attributes, heights, measures and arcs stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.core import (
    QgsAbstractGeometry,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFieldConstraints,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsVectorFileWriter,
    QgsVertexId,
    QgsWkbTypes,
)

from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text

if TYPE_CHECKING:
    import numpy as np

    from .sources import Source

    Move = Callable[[np.ndarray], np.ndarray]

CHUNK = 5_000
# What GEOS holds without loss, heights included; the rest is moved vertex by vertex.
PLAIN = frozenset(
    {
        QgsWkbTypes.Type.Point,
        QgsWkbTypes.Type.LineString,
        QgsWkbTypes.Type.Polygon,
        QgsWkbTypes.Type.MultiPoint,
        QgsWkbTypes.Type.MultiLineString,
        QgsWkbTypes.Type.MultiPolygon,
    }
)
KEY = "fid"


def write_moved(source: Source, path: Path, move: Move, progress: Progress) -> int:
    """Write the source's features as a GeoPackage, their coordinates of shape (n, 2) moved; how many there are."""
    writer = _writer(source, path)
    done, total = 0, max(source.features.featureCount(), 1)
    try:
        for features in _chunks(source):
            progress.at(min(1.0, done / total), text("Converting {name}", name=source.name))
            _move(features, move)
            if not writer.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise _unwritable(path, writer)
            done += len(features)
    finally:
        # The file is closed when its writer goes.
        del writer
    return done


def _chunks(source: Source) -> Iterator[list[QgsFeature]]:
    features: list[QgsFeature] = []
    # QGIS hands features over one by one.
    for feature in source.features.getFeatures():
        features.append(feature)
        if len(features) == CHUNK:
            yield features
            features = []
    if features:
        yield features


def _writer(source: Source, path: Path) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", path.stem
    fields = source.features.fields()
    options.layerOptions = [f"FID={_free_key(fields)}", "SPATIAL_INDEX=NO"]  # its place gets one
    kind = source.features.wkbType()
    writer = QgsVectorFileWriter.create(str(path), fields, kind, source.crs, QgsCoordinateTransformContext(), options)
    if writer.hasError():
        raise _unwritable(path, writer)
    return writer


def _unwritable(path: Path, writer: QgsVectorFileWriter) -> InputError:
    return InputError(
        text("{path} cannot be written: {reason}. Choose a GeoPackage (.gpkg).", path=str(path), reason=writer.errorMessage())
    )


def _free_key(fields: QgsFields) -> str:
    # The key of a GeoPackage is its own key again; another column of that name keeps its values beside a new key.
    names = [name.lower() for name in fields.names()]
    if KEY not in names or fields.at(names.index(KEY)).constraints().constraints() & QgsFieldConstraints.Constraint.ConstraintUnique:
        return KEY
    return next(name for number in range(1, len(names) + 2) if (name := f"{KEY}_{number}") not in names)


def _move(features: list[QgsFeature], move: Move) -> None:
    """Move the geometries of the features, in place: the features are nobody else's."""
    placed = [(feature, feature.geometry()) for feature in features if feature.hasGeometry()]
    plain = [(feature, geometry) for feature, geometry in placed if _is_plain(geometry)]
    for (feature, _), moved in zip(plain, _moved_plain([geometry for _, geometry in plain], move)):
        feature.setGeometry(moved)
    # Arcs and measures exist only in QGIS.
    for feature, geometry in placed:
        if not _is_plain(geometry):
            feature.setGeometry(_moved_one(geometry.constGet().clone(), move))


def _is_plain(geometry: QgsGeometry) -> bool:
    kind = geometry.wkbType()
    return QgsWkbTypes.flatType(kind) in PLAIN and not QgsWkbTypes.hasM(kind)


def _moved_plain(geometries: list[QgsGeometry], move: Move) -> list[QgsGeometry]:
    import numpy as np
    import shapely

    shapes = shapely.from_wkb(np.array([bytes(geometry.constGet().asWkb()) for geometry in geometries], object))
    for high in (False, True):
        rows = shapely.has_z(shapes) == high
        coordinates = shapely.get_coordinates(shapes[rows], include_z=high)
        if len(coordinates):
            coordinates[:, :2] = move(coordinates[:, :2])
            shapes[rows] = shapely.set_coordinates(shapes[rows], coordinates)
    return [_from_wkb(wkb) for wkb in shapely.to_wkb(shapes, flavor="iso").tolist()]


def _from_wkb(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _moved_one(geometry: QgsAbstractGeometry, move: Move) -> QgsGeometry:
    import numpy as np

    vertices = list(_vertices(geometry))
    if vertices:
        moved = move(np.array([(point.x(), point.y()) for _, point in vertices]))
        # Moving the first vertex of a ring also moves its last, so all places are known before the first move.
        for (vertex, point), (x, y) in zip(vertices, moved.tolist()):
            point.setX(x)
            point.setY(y)
            geometry.moveVertex(vertex, point)
    return QgsGeometry(geometry)


def _vertices(geometry: QgsAbstractGeometry) -> Iterator[tuple[QgsVertexId, QgsPoint]]:
    position = QgsVertexId()
    there, point = geometry.nextVertex(position)
    while there:
        yield QgsVertexId(position.part, position.ring, position.vertex), point
        there, point = geometry.nextVertex(position)
