"""nearestroutes: the walks behind the ledger, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterExtent

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import LINES
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.profiles import Profile
    from ..engine.routes import Routes

NEEDS_NONE = ("PERSONS_PER_HOUSEHOLD", "WEIGHT_FIELD")
BARRIERS = ("gates", "walls", "estates", "land")


class NearestRoutes(Algorithm):
    """Draws the walk from each doorplate to its nearest facility of every category."""

    NAME = "nearestroutes"
    GROUP = CIRCLE
    TAGS = ("route", "path", "shortest", "walk", "路径", "最近设施", "步行", "zjsslj")
    FIGURES = {
        "ROUTES": float,
        "ROUTES_KM": float,
        "NOT_DRAWN": str,
        "DOORPLATES_COUNT": float,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "routes"}

    def title(self) -> str:
        """Short name."""
        return tr("Routes to nearest facilities")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Draws the walk from each doorplate to its nearest facility of every category, the very walk that the coverage ledger tells;"
            " where there is none no line is drawn and the reason is counted."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, walking, what to draw."""
        yield parameters.doorplates()
        yield parameters.facilities()
        yield parameters.streets()
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.estates()
        yield parameters.land()
        yield parameters.profile()
        words = tr("Ids of the categories to draw, separated by commas, for example park,health; empty: all of the profile.")
        yield parameters.string("CATEGORIES", tr("Categories"), words)
        yield parameters.walker()
        yield parameters.snap_limit()
        words = tr("Guards against drawing millions of lines; select the doorplates to draw, or raise it.")
        yield parameters.integer("MAX_DOORPLATES", tr("Most doorplates"), words, 1000, low=1)
        yield from (parameter for parameter in tables.advanced_values() if parameter.name() not in NEEDS_NONE)
        words = tr("Only what touches it is read: one doorplate of a large district is answered at once. Walks may not leave it.")
        yield parameters.helped(QgsProcessingParameterExtent("EXTENT", tr("Extent"), None, True), words, advanced=True)
        yield parameters.vector_output("OUTPUT", tr("Routes"), LINES)

    def compute(
        self,
        *,
        doorplates: gpd.GeoDataFrame,
        facilities: gpd.GeoDataFrame,
        streets: gpd.GeoDataFrame,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        categories: str,
        max_doorplates: int,
        id_field: str,
        services: str,
        dem: Raster | None,
        **others: Any,
    ) -> Outcome:
        """Accept the layers, decide, draw."""
        from ..engine.coverage import coverage
        from ..engine.routes import routes

        refuse_too_many(len(doorplates), max_doorplates)
        chosen = settings(self.effective(), profile=profile, profile_file=profile_file, **tables.walking(others))
        wanted = wanted_categories(categories, chosen.profile)
        given = {
            "doorplates": tables.with_key(doorplates, "doorplates", id_field),
            "facilities": tables.with_services(tables.with_key(facilities, "facilities"), services),
            "streets": tables.with_key(streets, "streets"),
            **{name: others[name] for name in BARRIERS if others.get(name) is not None},
        }
        taken = tables.accept(given, progress)
        relief = relief_under(dem, taken["streets"], tables.crs_of(streets), progress)
        found = coverage(**taken.frames, relief=relief, settings=chosen, progress=progress.part(0, 0.8))
        tables.say_problems(found.problems, progress)
        given = {"gates": taken.frames.get("gates"), "relief": relief, "categories": wanted}
        drawn = routes(found, taken["streets"], **given, settings=chosen, translate=tr, progress=progress.part(0.8, 1))
        counted = {"DOORPLATES_COUNT": len(found.doorplates), **taken.figures(), "CRS": tables.crs_of(streets)}
        return Outcome(frames={"OUTPUT": drawn.frame}, figures={**_totals(drawn), **counted})


def refuse_too_many(count: int, most: int) -> None:
    """Raise InputError where there are more doorplates than the user wants lines for."""
    if count > most:
        raise InputError(
            text(
                "DOORPLATES has {count} doorplates, more than MAX_DOORPLATES allows ({most}). Select those to draw and use the selected"
                " features only, or raise MAX_DOORPLATES.",
                count=count,
                most=most,
            )
        )


def wanted_categories(words: str, profile: Profile) -> list[str]:
    """The category ids that a text names, all where it is empty; raises InputError for unknown ones."""
    from ...layers.facility_types import split_services

    known = [category.id for category in profile.categories]
    wanted = split_services(words) or known
    unknown = [word for word in wanted if word not in known]
    if unknown:
        raise InputError(
            text("Unknown {key} “{words}”. Known: {known}.", key="CATEGORIES", words=", ".join(unknown), known=", ".join(known))
        )
    return wanted


def _totals(drawn: Routes) -> dict[str, Any]:
    return {"ROUTES": len(drawn.frame), "ROUTES_KM": float(drawn.frame["m"].sum()) / 1000, "NOT_DRAWN": drawn.not_drawn}
