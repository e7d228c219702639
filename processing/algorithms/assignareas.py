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
    import pandas as pd

    from ..engine.areas import Assigned


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
        return tr("Gives each doorplate exactly one area per level and lists where the stated code or name disagrees.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Doorplates and areas."""
        yield parameters.doorplates()
        yield parameters.areas()
        yield parameters.id_field()
        yield parameters.vector_output("OUTPUT", tr("Assigned doorplates"), POINTS)
        yield parameters.vector_output("DISAGREEMENTS", tr("Disagreements of area codes"), POINTS, optional=True)

    def compute(self, *, doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, id_field: str, progress: Progress) -> Outcome:
        """Accept, assign, count."""
        from ..engine.statednames import stated_names

        register = tables.with_key(doorplates, "doorplates", id_field)
        taken = tables.accept({"doorplates": register, "areas": areas}, progress)
        accepted = taken["doorplates"]
        names = {level: _by_id(column, register, accepted) for level, column in stated_names(register).items()}
        work = partial(_assigned, accepted, taken["areas"], names)
        assigned, disagreements = waited(progress, 0.5, work, text("Assigning areas"))
        figures = {
            "ASSIGNED": assigned.assigned,
            "OUTSIDE": assigned.outside,
            "DISAGREEING": len(disagreements),
            **taken.figures(),
        }
        return Outcome(frames={"OUTPUT": assigned.doorplates, "DISAGREEMENTS": disagreements}, figures=figures)


def _by_id(column: pd.Series, register: gpd.GeoDataFrame, accepted: gpd.GeoDataFrame) -> pd.Series:
    """A column of the register for the rows that were accepted."""
    ids = register["doorplate_id"].astype(str)
    return accepted["doorplate_id"].map(column.set_axis(ids)[~ids.duplicated().to_numpy()])


def _assigned(doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, names: dict[str, pd.Series]) -> tuple[Assigned, gpd.GeoDataFrame]:
    """The doorplates with their codes, and what their rows state otherwise: codes first, then names."""
    import geopandas as gpd
    import pandas as pd

    from ..engine.areas import assign_doorplates
    from ..engine.statednames import name_disagreements

    assigned = assign_doorplates(doorplates, areas, translate=tr)
    named = name_disagreements(doorplates, names, areas, assigned.codes, translate=tr)
    told = [frame for frame in (assigned.disagreements, named) if len(frame)] or [assigned.disagreements]
    return assigned, gpd.GeoDataFrame(pd.concat(told, ignore_index=True), crs=doorplates.crs)
