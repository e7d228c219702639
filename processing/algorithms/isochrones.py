"""isochrones: the land that can be reached on foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterBoolean

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.profiles import METRES, MINUTES
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import POINTS, POLYGONS
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_places
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.isochrones import PlaceIsochrones

UNITS = {"minutes": MINUTES, "metres": METRES}
IDENTIFIERS = ("place_id", "facility_id", "doorplate_id", "gate_id")


class Isochrones(Algorithm):
    """Draws what can be reached within limits."""

    NAME = "isochrones"
    GROUP = CIRCLE
    TAGS = ("service area", "walk", "等时圈", "可达", "dsq")
    FIGURES = {"REACHED_KM": str, "AREA_KM2": str, "DEM_COVER": float, "LEFT_OUT": float, "COLUMNS_DROPPED": str, "CRS": str}
    STYLES = {"OUTPUT": "isochrones"}

    def title(self) -> str:
        """Short name."""
        return tr("Isochrones")

    def about(self) -> str:
        """One sentence."""
        return tr("Draws what can be reached on foot within given limits; the circle by land; households are decided by the ledger.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Network, places, limits, walking."""
        yield parameters.streets()
        yield parameters.source("PLACES", tr("Places"), tr("Facilities or any points."), [POINTS, POLYGONS])
        yield parameters.string("LIMITS", tr("Limits"), tr("Numbers separated by commas, in the unit below."), "5,10,15")
        units = {"minutes": tr("Minutes"), "metres": tr("Metres")}
        yield parameters.choice("UNIT", tr("Unit"), tr("Minutes use the walker's speed."), units, "minutes")
        yield parameters.walker()
        yield parameters.snap_limit()
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.estates()
        yield parameters.land()
        merge = QgsProcessingParameterBoolean("MERGE", tr("Merge places"), True)
        yield parameters.helped(merge, tr("One band for all places, or one each."))
        overlap = QgsProcessingParameterBoolean("OVERLAP", tr("Bands may overlap"), True)
        words = tr("Used when places are not merged: no gives every street to its nearest place, and no land twice.")
        yield parameters.helped(overlap, words, advanced=True)
        width = tr("How far the band reaches beside a path.")
        yield parameters.number("BUFFER_M", tr("Path width (m)"), width, 25, low=0.5, high=500, decimals=1, advanced=True)
        yield from tables.advanced_walking()
        yield parameters.vector_output("OUTPUT", tr("Isochrone bands"), POLYGONS)

    def compute(
        self,
        *,
        streets: gpd.GeoDataFrame,
        places: gpd.GeoDataFrame,
        limits: str,
        unit: str,
        merge: bool,
        overlap: bool,
        buffer_m: float,
        dem: Raster | None,
        progress: Progress,
        **others: Any,
    ) -> Outcome:
        """Accept, reach, draw."""
        from ..engine.ground import Tables
        from ..engine.isochrones import isochrones
        from ..engine.limits import parse_limits

        barriers = {name: others[name] for name in ("gates", "walls", "estates", "land") if others.get(name) is not None}
        taken = tables.accept({"streets": tables.with_key(streets, "streets"), **barriers}, progress)
        usable, bands = usable_places(places), parse_limits(limits)
        if merge and not overlap:
            progress.warn(text("OVERLAP=no has no effect while MERGE is yes: one band has nothing to overlap."))
        say_places(progress, len(usable), bands=len(bands), alone=not merge)
        found = isochrones(
            usable,
            taken["streets"],
            limits=bands,
            unit=UNITS[unit],
            settings=settings(self.effective(), **tables.walking(others)),
            tables=Tables(**{name: taken[name] for name in barriers}),
            relief=relief_under(dem, taken["streets"], tables.crs_of(streets), progress),
            merge=merge,
            overlap=overlap,
            buffer_m=buffer_m,
            progress=progress,
        )
        tables.say_problems(found.problems, progress)
        tables.say_not_connected(found.not_connected, progress)
        return Outcome(frames={"OUTPUT": found.frame}, figures={**figures_of(found), **taken.figures(), "CRS": tables.crs_of(streets)})


def figures_of(found: PlaceIsochrones) -> dict[str, Any]:
    """Kilometres of street and square kilometres of land by limit, and the share of streets with heights where they were asked."""
    reached = {f"{limit:g}": km for limit, km in found.reached_km.items()}
    land = {f"{limit:g}": km2 for limit, km2 in found.area_km2.items()}
    return {"REACHED_KM": reached, "AREA_KM2": land, **({} if found.dem_cover is None else {"DEM_COVER": found.dem_cover})}


def usable_places(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The places with an id each and a place on the map; raises InputError where none is left."""
    import numpy as np

    known = next((column for column in IDENTIFIERS if column in places.columns), None)
    ids = places[known].astype(str) if known else [str(row) for row in range(1, len(places) + 1)]
    placed = places.geometry.notna() & ~places.geometry.is_empty & np.isfinite(places.geometry.bounds).all(axis=1)
    if not placed.any():
        raise InputError(text("PLACES has no features with a place on the map. Choose a layer with points."))
    return places.assign(place_id=ids)[placed].reset_index(drop=True)
