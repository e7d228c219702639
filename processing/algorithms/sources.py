"""QGIS sources become frames in one projected CRS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsAbstractGeometry,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsLineString,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import Text, text
from ..compat import is_null

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np

# geopandas, shapely and what needs them are imported where used: loading the plugin must not wait for them.

CHUNK = 20_000
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True)
class Source:
    """One vector input: its key, how to read it, and where it comes from."""

    key: str
    features: QgsProcessingFeatureSource
    file: str | None  # an OGR source string that may be read directly
    name: str
    crs: QgsCoordinateReferenceSystem
    box: Box | None = None  # in its own CRS: only what touches it is read

    @property
    def has_geometry(self) -> bool:
        """Whether its rows have a place."""
        return self.features.wkbType() != QgsWkbTypes.Type.NoGeometry

    @property
    def described(self) -> str:
        """What PARAMETERS prints of it."""
        return self.file or self.name


def is_whole(definition: QgsProcessingFeatureSourceDefinition) -> bool:
    """Whether a definition takes all features of its layer."""
    return not (definition.selectedFeaturesOnly or definition.featureLimit >= 0 or getattr(definition, "filterExpression", ""))


def plain_file(layer: QgsVectorLayer | None, *, whole: bool) -> str | None:
    """The OGR source of a layer that shows its file as it is: no filter, no selection, no edits."""
    if layer is None or not whole or layer.providerType() != "ogr" or layer.subsetString() or layer.isEditable():
        return None
    return layer.source()


def of_layer(layer: QgsVectorLayer, key: str, context: QgsProcessingContext) -> Source:
    """One of several layers of a parameter; its features may be read on another thread."""
    features = QgsProcessingUtils.variantToSource(layer.id(), context)
    return Source(key, features, plain_file(layer, whole=True), layer.name(), layer.crs())


def read(source: Source, progress: Progress) -> gpd.GeoDataFrame:
    """The rows of a source in its own CRS."""
    return aside(progress, lambda relay: _read_file(source.file, source.box, relay)) if source.file else _feature_loop(source, progress)


def _read_file(file: str, box: Box | None, progress: Progress) -> gpd.GeoDataFrame:
    from ...layers.incoming.shapefile import is_shapefile, read_every_row
    from ...layers.reading import read_layer, source_of

    path = Path(source_of(file).path)
    if not is_shapefile(path):
        return read_layer(file, progress=progress, box=box)
    frame = read_every_row(file, path, progress=progress)
    return frame if box is None else frame.cx[box[0] : box[2], box[1] : box[3]]


def _feature_loop(source: Source, progress: Progress) -> gpd.GeoDataFrame:
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely

    names = source.features.fields().names()
    total = max(source.features.featureCount(), 1)
    rows, shapes = [], []
    # QGIS hands features over one by one; there is no array way for its other providers.
    for count, feature in enumerate(source.features.getFeatures(_request(source.box))):
        rows.append([None if is_null(value) else value for value in feature.attributes()])
        shapes.append(_straight_wkb(feature.geometry().constGet()) if feature.hasGeometry() else None)
        if count % CHUNK == 0:
            progress.at(count / total)
    frame = pd.DataFrame(rows, columns=names)
    if not source.has_geometry:
        return frame
    return gpd.GeoDataFrame(frame, geometry=shapely.from_wkb(np.array(shapes, dtype=object)))


def _request(box: Box | None) -> QgsFeatureRequest:
    return QgsFeatureRequest() if box is None else QgsFeatureRequest(QgsRectangle(*box))


def _straight_wkb(geometry: QgsAbstractGeometry) -> bytes:
    # GEOS knows no arcs.
    curved = QgsWkbTypes.isCurvedType(geometry.wkbType())
    return bytes((geometry.segmentize() if curved else geometry).asWkb())


def run_crs(sources: list[Source]) -> QgsCoordinateReferenceSystem:
    """The projected CRS in metres of a run: the first input's that has one, else the zone of the first input.

    Raises InputError for layers without CRS, all at once.
    """
    refuse_without_crs(sources)
    metric = [source.crs for source in sources if _is_metric(source.crs)]
    if metric:
        return metric[0]
    return QgsCoordinateReferenceSystem(_zone_of(sources[0]))


def refuse_without_crs(sources: list[Source]) -> None:
    """Raises InputError for layers without CRS, all at once."""
    missing = [
        text("The layer “{name}” ({key}) has no coordinate reference system. Set it in the layer's properties.", name=s.name, key=s.key)
        for s in sources
        if not s.crs.isValid()
    ]
    if missing:
        raise InputError(*missing)


def _is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    # Web Mercator is in metres by name only: lengths grow with the latitude.
    return not crs.isGeographic() and crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters and crs.authid() != "EPSG:3857"


def _zone_of(source: Source) -> str:
    from ...layers.crs import metric_crs

    transform = QgsCoordinateTransform(source.crs, QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    box = source.features.sourceExtent()
    if box.isNull() or not box.isFinite():
        raise InputError(text("The layer “{name}” ({key}) has no features. Choose a layer with data.", name=source.name, key=source.key))
    centre = transform.transform(box.center())
    return metric_crs(centre.x(), centre.y())


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """The CRS as an authid, else as WKT."""
    return crs.authid() or crs.toWkt()


def reproject(
    frame: gpd.GeoDataFrame, source: Source, target: QgsCoordinateReferenceSystem, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """The frame in the target CRS; coordinates that cannot be transformed raise InputError."""
    import geopandas as gpd
    import shapely

    if source.crs == target or frame.empty:
        return in_its_crs(frame, crs_text(target))
    shapes = moved = frame.geometry.to_numpy()
    try:
        for way in ways_between(source.crs, target):
            moved = shapely.transform(moved, lambda xy, way=way: transform_xy(xy, way, progress))
    except QgsCsException as error:
        raise InputError(misfit(source)) from error
    # Some versions of QGIS hand back coordinates that are no numbers.
    if _any_place(shapes) and not _any_place(moved):
        raise InputError(misfit(source))
    return in_its_crs(frame.set_geometry(gpd.GeoSeries(moved, index=frame.index)), crs_text(target))


def ways_between(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> list[QgsCoordinateTransform]:
    """The transforms from one CRS to another, by WGS 84.

    PROJ knows the datums of Hong Kong and others against WGS 84 only: straight to CGCS2000 it would leave 300 m out.
    """
    degrees, context = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    if source == target:
        return []
    if degrees in (source, target):
        return [QgsCoordinateTransform(source, target, context)]
    return [QgsCoordinateTransform(source, degrees, context), QgsCoordinateTransform(degrees, target, context)]


def _any_place(shapes: np.ndarray) -> bool:
    import numpy as np
    import shapely

    return bool(np.isfinite(shapely.get_coordinates(shapes)).all(axis=1).any())


def misfit(source: Source) -> Text:
    """What is said of coordinates that cannot be transformed."""
    return text(
        "The layer “{name}” ({key}) has coordinates that do not fit its CRS {crs}. Check which one it really has.",
        name=source.name,
        key=source.key,
        crs=source.crs.authid(),
    )


def in_its_crs(frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """The frame with its CRS noted."""
    # The frame was read for this run alone: it need not be copied.
    frame.set_crs(crs, allow_override=True, inplace=True)
    # The reader notes the CRS here too: the frame's own object may come from another PROJ.
    frame.attrs["crs"] = crs
    return frame


def transform_xy(xy: np.ndarray, transform: QgsCoordinateTransform, progress: Progress = SILENT) -> np.ndarray:
    """Coordinates of shape (n, 2) in another CRS; rows that are not known stay as they are."""
    import numpy as np

    known = np.flatnonzero(np.isfinite(xy).all(axis=1))
    moved = xy.copy()
    for start in range(0, len(known), CHUNK):
        progress.at(start / len(known))
        rows = known[start : start + CHUNK]
        moved[rows] = _transformed(xy[rows], transform)
    return moved


def _transformed(xy: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    import numpy as np
    import shapely

    # One line string carries all vertices through QGIS's transform in one call.
    # A line string of one point is not a valid line: its only point is doubled.
    points = xy if len(xy) > 1 else np.repeat(xy, 2, axis=0)
    line = QgsLineString(points[:, 0].tolist(), points[:, 1].tolist())
    line.transform(transform)
    return shapely.get_coordinates(shapely.from_wkb(bytes(line.asWkb())))[: len(xy)]
