"""buildgridcodes: codes for grids, numbered west to east and north to south inside each community."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ..compat import POLYGONS
from . import parameters, tables
from .base import DATA, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd


class BuildGridCodes(Algorithm):
    """Numbers the grids of every community anew and keeps their old codes."""

    NAME = "buildgridcodes"
    GROUP = DATA
    TAGS = ("number", "code", "网格", "编码", "编号", "wgbm")
    FIGURES = {**dict.fromkeys(("GRIDS_COUNT", "CHANGED", "PARENTS_COUNT", "LEFT_OUT"), float), "COLUMNS_DROPPED": str, "CRS": str}
    STYLES = {"OUTPUT": "areas"}

    def title(self) -> str:
        """Short name."""
        return tr("Build grid codes")

    def about(self) -> str:
        """One sentence."""
        return tr("Numbers the grids of each community from west to east and north to south and keeps the old codes.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Areas, how many digits."""
        yield parameters.areas()
        words = tr("Digits that follow the code of the community; 3 in Beijing's standard.")
        yield parameters.integer("DIGITS", tr("Digits"), words, 3, low=2, high=6)
        yield parameters.vector_output("OUTPUT", tr("Areas with grid codes"), POLYGONS)

    def compute(self, *, areas: gpd.GeoDataFrame, digits: int, progress: Progress) -> Outcome:
        """Accept, place, number."""
        from ...layers.areas.gridcodes import OLD_CODE, renumbered

        taken = tables.accept({"areas": areas}, progress)
        numbered = renumbered(taken["areas"], digits=int(digits), progress=progress)
        grids = numbered["level"] == "grid"
        figures = {
            "GRIDS_COUNT": int(grids.sum()),
            "CHANGED": int((numbered["code"] != numbered[OLD_CODE])[grids].sum()),
            "PARENTS_COUNT": int(numbered.loc[grids, "parent_code"].nunique()),
        }
        return Outcome(frames={"OUTPUT": numbered}, figures={**figures, **taken.figures(), "CRS": tables.crs_of(areas)})
