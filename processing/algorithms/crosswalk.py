"""crosswalk: two versions of areas, or two partitions, laid over each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.schema import LEVELS
from ...layers.words import text
from ..compat import POINTS, POLYGONS
from . import parameters, tables
from .base import DATA, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd


class Crosswalk(Algorithm):
    """Tells which area became which, with shares of land and households."""

    NAME = "crosswalk"
    GROUP = DATA
    TAGS = ("overlay", "partition", "version", "对照", "调整", "警务网格", "qhdz")
    FIGURES = {
        **dict.fromkeys(("PAIRS", "SAME", "PARTS", "NEW_M2", "GONE_M2", "LEFT_OUT"), float),
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "crosswalk"}

    def title(self) -> str:
        """Short name."""
        return tr("Area crosswalk")

    def about(self) -> str:
        """One sentence."""
        return tr("Lays two versions or two partitions over each other and tells which area became which, with shares.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Both layers, the level, what to weigh by."""
        words = tr("Polygons with code, for example last year's grids or the community grids.")
        yield parameters.source("BEFORE", tr("Areas before"), words, [POLYGONS])
        words = tr("Polygons with code, for example this year's grids or the police grids.")
        yield parameters.source("AFTER", tr("Areas after"), words, [POLYGONS])
        levels = {"grid": tr("Grid"), "community": tr("Community"), "subdistrict": tr("Subdistrict"), "district": tr("District")}
        words = tr("Areas of this level are compared; layers without levels are compared whole.")
        yield parameters.choice("LEVEL", tr("Level"), words, levels, "grid")
        words = tr("Points whose households are shared out between the pairs.")
        yield parameters.source("DOORPLATES", tr("Doorplates"), words, [POINTS], optional=True)
        words = tr("Smaller pieces of common land are noise of drawing.")
        yield parameters.number("MIN_AREA_M2", tr("Smallest area reported (m²)"), words, 1, low=0, decimals=1, advanced=True)
        yield parameters.vector_output("OUTPUT", tr("Crosswalk"), POLYGONS)

    def compute(
        self,
        *,
        before: gpd.GeoDataFrame,
        after: gpd.GeoDataFrame,
        level: str,
        doorplates: gpd.GeoDataFrame | None,
        min_area_m2: float,
        progress: Progress,
    ) -> Outcome:
        """Accept both, take the level, lay over."""
        from ...layers.areas.crosswalk import GONE, NEW, PART, SAME, crosswalk

        versions = [_areas_of(frame, key, level, progress) for key, frame in (("BEFORE", before), ("AFTER", after))]
        weights = None
        if doorplates is not None:
            weights = tables.accept({"doorplates": tables.with_key(doorplates, "doorplates")}, progress)["doorplates"]
        pairs = crosswalk(versions[0][0], versions[1][0], min_area_m2=min_area_m2, doorplates=weights, progress=progress)
        kinds = pairs["kind"]
        figures = {
            "PAIRS": int(kinds.isin([SAME, PART]).sum()),
            "SAME": int((kinds == SAME).sum()),
            "PARTS": int((kinds == PART).sum()),
            "NEW_M2": float(pairs.loc[kinds == NEW, "area_m2"].sum()),
            "GONE_M2": float(pairs.loc[kinds == GONE, "area_m2"].sum()),
            "LEFT_OUT": sum(taken.left_out for _, taken in versions),
            "COLUMNS_DROPPED": ", ".join(column for _, taken in versions for column in taken.dropped),
            "CRS": tables.crs_of(before),
        }
        return Outcome(frames={"OUTPUT": pairs}, figures=figures)


def _areas_of(frame: gpd.GeoDataFrame, key: str, level: str, progress: Progress) -> tuple[gpd.GeoDataFrame, tables.Taken]:
    """The accepted areas of a level; a layer whose rows state none is of that level whole."""
    from ...layers.areas.joining import Layer, join_layers
    from ...layers.errors import InputError

    whole = "level" not in frame.columns
    taken = tables.accept({"areas": join_layers([Layer(key, frame, level if whole else None)])}, progress)
    areas = taken["areas"]
    chosen = areas[areas["level"] == level].reset_index(drop=True)
    if chosen.empty:
        known = ", ".join(sorted(set(areas["level"]), key=lambda name: LEVELS.index(name) if name in LEVELS else len(LEVELS)))
        raise InputError(text("{key} has no areas of the level {level}. It has: {known}.", key=key, level=level, known=known))
    return chosen, taken
