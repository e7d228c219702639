"""networkquality: whether the walking network is good enough to judge by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.progress import Progress
from ..compat import POLYGONS
from . import parameters, tables
from .base import CHECKS, Algorithm, Outcome
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd


class NetworkQuality(Algorithm):
    """Tells of every area and estate whether its walking network can carry a verdict."""

    NAME = "networkquality"
    GROUP = CHECKS
    TAGS = ("density", "completeness", "路网", "密度", "质量", "lwzl", "zl")
    FIGURES = {
        "QUALITY": str,
        **dict.fromkeys(("QUALITY_BY_LEVEL", "STREET_KM_BY_LEVEL", "DENSITY_BY_LEVEL"), str),
        **dict.fromkeys(("DOORPLATES_COUNT", "FAR_DOORPLATES", "PATHLESS_ESTATES", "LEFT_OUT"), float),
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "networkquality", "ESTATES_OUT": "networkquality"}

    def title(self) -> str:
        """Short name."""
        return tr("Network quality")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Measures path density, access of doorplates and estates without paths, and says where the network cannot carry a verdict."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Network, areas, what tells of access, thresholds."""
        yield parameters.streets()
        yield parameters.areas()
        yield parameters.doorplates(optional=True)
        yield parameters.estates()
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.land()
        yield parameters.walker()
        yield parameters.snap_limit()
        density = tr("Length of paths that a complete network has; GB 50180-2018 asks 8 km/km² of streets alone.")
        yield parameters.number("DENSITY", tr("Full density (km/km²)"), density, 8, low=0.1, high=100, decimals=1, advanced=True)
        far = tr("A doorplate with a longer way to its path crosses ground that nobody mapped.")
        yield parameters.number("FAR_M", tr("Long access (m)"), far, 50, low=1, high=1000, advanced=True)
        yield parameters.node_tolerance()
        yield parameters.detour_factor()
        yield parameters.vector_output("OUTPUT", tr("Network quality by area"), POLYGONS)
        yield parameters.vector_output("ESTATES_OUT", tr("Network quality by estate"), POLYGONS, optional=True)

    def compute(
        self,
        *,
        streets: gpd.GeoDataFrame,
        areas: gpd.GeoDataFrame,
        doorplates: gpd.GeoDataFrame | None,
        density: float,
        far_m: float,
        progress: Progress,
        **others: Any,
    ) -> Outcome:
        """Accept, connect the doorplates, measure."""
        from ..engine.ground import Tables
        from ..engine.networkquality import Thresholds
        from ..engine.qualitycheck import check_quality, quality_figures

        barriers = {name: others[name] for name in ("gates", "walls", "estates", "land") if others.get(name) is not None}
        homes = {} if doorplates is None else {"doorplates": tables.with_key(doorplates, "doorplates")}
        taken = tables.accept({"streets": tables.with_key(streets, "streets"), "areas": areas, **homes, **barriers}, progress)
        found = check_quality(
            taken["areas"],
            taken.frames.get("doorplates"),
            taken["streets"],
            Tables(**{name: taken[name] for name in barriers}),
            settings(self.effective(), **tables.walking(others)),
            thresholds=Thresholds(density, far_m),
            progress=progress,
        )
        frames = {"OUTPUT": found.areas, "ESTATES_OUT": found.estates}
        return Outcome(frames=frames, figures={**quality_figures(found), **taken.figures(), "CRS": tables.crs_of(streets)})
