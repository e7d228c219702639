"""convertdatum: a layer in the coordinates of a web map becomes true, or the other way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProcessingUtils,
    QgsRectangle,
    QgsWkbTypes,
)

from ...i18n import tr
from ...layers.datum_words import BD09, GCJ02, WGS84
from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import GEOMETRY
from . import outputs, parameters, sources
from .base import DATA, Algorithm, Outcome
from .feedback import FeedbackProgress
from .vertices import write_moved

if TYPE_CHECKING:
    import numpy as np

DEGREES = ("EPSG:4326", "EPSG:4490", "OGC:CRS84")
DATUM_LABELS = {WGS84: "WGS 84 / CGCS2000", GCJ02: "GCJ-02", BD09: "BD-09"}


class ConvertDatum(Algorithm):
    """Moves a layer between the kinds of coordinates that Chinese maps use."""

    NAME = "convertdatum"
    GROUP = DATA
    TAGS = ("GCJ-02", "BD-09", "WGS84", "Mars", "Baidu", "AMap", "坐标转换", "火星坐标", "偏移", "纠偏", "zbzh")
    FIGURES = {"MEAN_SHIFT_M": float, "MAX_SHIFT_M": float, "FEATURES_COUNT": float, "VERTICES_UNCHANGED": float, "CRS": str}

    def title(self) -> str:
        """Short name."""
        return tr("Convert web-map coordinates")

    def about(self) -> str:
        """One sentence."""
        return tr("Moves a layer between GCJ-02, BD-09 and WGS 84.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The layer, from what, to what."""
        yield parameters.source("INPUT", tr("Input layer"), tr("Any geometry."), [GEOMETRY])
        words = tr("CGCS2000 counts as WGS 84 here (they differ by decimetres).")
        yield parameters.choice("FROM", tr("From datum"), words, DATUM_LABELS, GCJ02)
        yield parameters.choice("TO", tr("To datum"), words, DATUM_LABELS, WGS84)
        yield parameters.vector_output("OUTPUT", tr("Converted"))

    def _read_sources(self, progress: FeedbackProgress) -> tuple[str, dict[str, Any]]:
        # The features pass through one by one, so that nothing of them is lost.
        source = self._sources[0]
        return sources.crs_text(source.crs), {"input": source}

    def _computed(self, arguments: dict[str, Any], progress: FeedbackProgress) -> Outcome:
        # The features and their transforms belong to this thread.
        return self.compute(progress=progress, **arguments)

    def _write(self, written: dict[str, Any], crs: str, roles: dict[str, str], progress: Progress) -> None:
        place, made = written["OUTPUT"]
        try:
            outputs.write_copy(place, made, progress)
        finally:
            made.unlink(missing_ok=True)

    def compute(self, *, input: sources.Source, to: str, progress: Progress, **others: Any) -> Outcome:  # noqa: A002, the parameter's key
        """Move every vertex, measure how far."""
        import numpy as np

        before, shifts_m = others["from"], []
        refuse(input, before, to)
        say_assumed(input, before, to, progress)
        made = Path(QgsProcessingUtils.generateTempFilename("converted.gpkg"))
        try:
            count = write_moved(input, made, mover(input, before, to, shifts_m), progress)
        except BaseException:  # whatever ends the run, a stop too: no half file stays
            made.unlink(missing_ok=True)
            raise
        shift_of_vertices_m = np.concatenate([np.empty(0), *shifts_m])
        say_unchanged(shift_of_vertices_m, progress)
        some = len(shift_of_vertices_m) > 0
        figures = {
            "MEAN_SHIFT_M": float(shift_of_vertices_m.mean()) if some else None,
            "MAX_SHIFT_M": float(shift_of_vertices_m.max()) if some else None,
            "FEATURES_COUNT": count,
            "VERTICES_UNCHANGED": int((shift_of_vertices_m == 0).sum()),
            "CRS": sources.crs_text(input.crs),
        }
        return Outcome(frames={"OUTPUT": made}, figures=figures, roles={"OUTPUT": role_of(input)})


def role_of(source: sources.Source) -> str:
    """The style of the result: its columns are the source's own, so only the kind of geometry counts."""
    kind = QgsWkbTypes.geometryType(source.features.wkbType())
    lines, polygons = QgsWkbTypes.GeometryType.LineGeometry, QgsWkbTypes.GeometryType.PolygonGeometry
    return {lines: "converted_lines", polygons: "converted_polygons"}.get(kind, "converted_points")


def refuse(source: sources.Source, before: str, after: str) -> None:
    """Raises InputError where there is nothing to convert."""
    problems = []
    if before == after:
        problems.append(text("FROM and TO are both {word}. Choose two different kinds of coordinates.", word=before))
    if not source.has_geometry:
        words = text("The layer “{name}” ({key}) has no geometry. Choose a layer with geometry.", name=source.name, key=source.key)
        problems.append(words)
    if problems:
        raise InputError(*problems)


def mover(source: sources.Source, before: str, after: str, shifts_m: list[np.ndarray]) -> Callable[[np.ndarray], np.ndarray]:
    """What moves coordinates of shape (n, 2) in the layer's CRS; it notes how far each known one moved."""
    import numpy as np

    from ...layers.datum import convert, in_box, shift_m

    there, back = transforms(source)

    def moved(xy: np.ndarray) -> np.ndarray:
        try:
            lonlat = sources.transform_xy(xy, there) if there else xy
            changed = convert(lonlat, source=before, target=after)
            final = sources.transform_xy(changed, back) if back else changed
        except QgsCsException as error:
            raise InputError(sources.misfit(source)) from error
        inside = in_box(lonlat)
        shifts_m.append(np.where(inside, np.hypot(*shift_m(lonlat, changed).T), 0.0)[np.isfinite(xy).all(axis=1)])
        # What is not shifted stays as it is to the last bit.
        return np.where(inside[:, None], final, xy)

    return moved


def transforms(source: sources.Source) -> tuple[QgsCoordinateTransform | None, QgsCoordinateTransform | None]:
    """The ways from a layer's CRS to degrees and back; none where its coordinates are degrees.

    A layer without CRS is taken as degrees where its extent allows it, else refused.
    """
    if not source.crs.isValid() and _fits_degrees(source.features.sourceExtent()):
        return None, None
    if source.crs.authid() in DEGREES:
        return None, None
    sources.run_crs([source])
    degrees, context = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    return QgsCoordinateTransform(source.crs, degrees, context), QgsCoordinateTransform(degrees, source.crs, context)


def _fits_degrees(box: QgsRectangle) -> bool:
    return not box.isNull() and QgsRectangle(-180, -90, 180, 90).contains(box)


def say_assumed(source: sources.Source, before: str, after: str, progress: Progress) -> None:
    """What is assumed, and what the result is."""
    progress.say(
        text(
            "The coordinates are taken as {word}, as FROM says: nothing in a layer can prove it. Compare the result with a street map.",
            word=before,
        )
    )
    if after != WGS84:
        words = text(
            "No CRS code exists for {word}: the result keeps {crs} and fits only maps of its kind.", word=after, crs=_named(source)
        )
        progress.warn(words)


def say_unchanged(shift_of_vertices_m: np.ndarray, progress: Progress) -> None:
    """How many vertices lie where nothing is shifted."""
    from ...layers.datum import BOX

    unchanged = int((shift_of_vertices_m == 0).sum())
    if unchanged:
        progress.warn(
            text(
                "{count} of {total} vertices lie outside {box}, where web maps shift nothing; they stay.",
                count=unchanged,
                total=len(shift_of_vertices_m),
                box=BOX,
            )
        )


def _named(source: sources.Source) -> str:
    return source.crs.authid() or source.crs.description() or source.name
