"""assignareas: exactly one area per level for each doorplate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress, waited
from ...layers.words import text
from ..compat import POINTS
from . import parameters, tables
from .base import CHECKS, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd


class AssignAreas(Algorithm):
    """Gives doorplates the codes of the areas they lie in."""

    NAME = "assignareas"
    GROUP = CHECKS
    TAGS = ("join", "code", "归属", "编码", "mpgs")
    FIGURES = {"ASSIGNED": float, "OUTSIDE": float, "DISAGREEING": float, "LEFT_OUT": float, "COLUMNS_DROPPED": str}
    STYLES = {"OUTPUT": "doorplates", "DISAGREEMENTS": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Assign areas to doorplates")

    def about(self) -> str:
        """One sentence."""
        return tr("Gives each doorplate exactly one area per level and lists where the stated code disagrees.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Doorplates and areas."""
        yield parameters.doorplates()
        yield parameters.areas()
        yield parameters.id_field()
        yield parameters.vector_output("OUTPUT", tr("Assigned doorplates"), POINTS)
        yield parameters.vector_output("DISAGREEMENTS", tr("Disagreements of area codes"), POINTS, optional=True)

    def compute(self, *, doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, id_field: str, progress: Progress) -> Outcome:
        """Accept, assign, count."""
        from ..engine.areas import assign_doorplates

        taken = tables.accept({"doorplates": tables.with_key(doorplates, "doorplates", id_field), "areas": areas}, progress)
        work = partial(assign_doorplates, taken["doorplates"], taken["areas"], translate=tr)
        assigned = waited(progress, 0.5, work, text("Assigning areas"))
        figures = {
            "ASSIGNED": assigned.assigned,
            "OUTSIDE": assigned.outside,
            "DISAGREEING": len(assigned.disagreements),
            **taken.figures(),
        }
        return Outcome(frames={"OUTPUT": assigned.doorplates, "DISAGREEMENTS": assigned.disagreements}, figures=figures)
