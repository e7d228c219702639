"""Boundary layers put where they belong: in one CRS, also those without one and those with coordinates of web maps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem

from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from . import sources

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.coordinates import Detected
    from . import outputs

WORD, REFERENCE = "COORDINATES", "REFERENCE"
AUTO = ("", "auto")


class Boundaries:
    """What the coordinates of the boundary layers of a run are, and the system they come out in."""

    def __init__(self, word: str) -> None:
        self._word = word.strip()
        self._known: gpd.GeoDataFrame | None = None
        self._target: str | None = None
        self._detected: list[Detected] = []

    def run_crs(self, chosen: str | None, place: outputs.Destination | None, placed: list[sources.Source]) -> QgsCoordinateReferenceSystem:
        """The chosen system, else that of the workspace, else that of the layers whose own is known; none where no layer's is."""
        from ...layers.workspace import workspace_crs

        wanted = chosen or (workspace_crs(place.path) if place else None)
        sure = [source for source in placed if not (source.key == "INPUT" and self.asked(source))]
        if wanted:
            sources.refuse_without_crs(sure)
        crs = QgsCoordinateReferenceSystem(wanted) if wanted else sources.run_crs(sure) if sure else QgsCoordinateReferenceSystem()
        self._target = sources.crs_text(crs) if crs.isValid() else None
        return crs

    def asked(self, source: sources.Source) -> bool:
        """Whether it has to be found out what a layer's coordinates are."""
        return self._word.lower() not in AUTO or not source.crs.isValid()

    def compare_with(self, reference: gpd.GeoDataFrame) -> None:
        """Take what is known to be right."""
        self._known = reference

    def layer(self, frame: gpd.GeoDataFrame, source: sources.Source, progress: Progress) -> gpd.GeoDataFrame:
        """The rows at their places; raises InputError, with the layer's name, where nothing tells them."""
        try:
            return aside(progress, partial(self._layer, frame, source))
        except InputError as error:
            raise InputError(*(text("{name}: {words}", name=source.name, words=problem) for problem in error.problems)) from error

    def _layer(self, frame: gpd.GeoDataFrame, source: sources.Source, progress: Progress) -> gpd.GeoDataFrame:
        from ...layers.incoming.places import placed_layer
        from ...layers.reference import reference

        if source.crs.isValid():
            frame = sources.in_its_crs(frame, sources.crs_text(source.crs))
        known = None if self._known is None else reference(self._known)
        found = placed_layer(frame, word=self._word or "auto", known=known, target=self._target, progress=progress)
        self._target = found.crs  # all layers come out in the first one's
        for note in found.notes:
            progress.say(text("{name}: {words}", name=source.name, words=note))
        self._detected += [found.detected] if found.detected else []
        return found.frame

    def figures(self) -> dict[str, Any]:
        """What was found, of the first layer that had to be asked."""
        found = self._detected[0] if self._detected else None
        return {"COORDINATES_DETECTED": found.word if found else "", "OFFSET_M": found.offset_m if found else 0.0}
