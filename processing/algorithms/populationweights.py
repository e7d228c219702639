"""populationweights: households and residents of doorplates or buildings from areas' totals and a population raster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterRasterLayer

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress, waited
from ...layers.words import text
from ..compat import POINTS, POLYGONS
from . import parameters, tables
from .base import DATA, Algorithm, Outcome
from .elevation import Raster

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.placefilling import Filled, PeopleBelow
    from ..engine.population import Spread

TOTALS_NEED = ("code", "level")


class PopulationWeights(Algorithm):
    """Fills in the households and residents that doorplates or buildings do not state."""

    NAME = "populationweights"
    GROUP = DATA
    TAGS = (
        "population",
        "raster",
        "WorldPop",
        "residents",
        "control totals",
        "households",
        "人口栅格",
        "控制总数",
        "户数",
        "常住人口",
        "rkqz",
    )
    FIGURES = {
        **dict.fromkeys(("HOUSEHOLDS", "RESIDENTS", "FROM_TOTALS", "PROBLEMS_COUNT"), float),
        **dict.fromkeys(("PEOPLE", "MOVED", "WITHOUT_VALUE", "LEFT_OUT"), float),
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"OUTPUT": "doorplates", "PROBLEMS": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Population weights")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Fills in the households and residents that doorplates or buildings do not state: totals of areas and a population raster are "
            "shared out by households or floor area, and every sum is kept."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Places, totals, raster, shares."""
        words = tr("Doorplates as points, or buildings as footprints with floors. What a row states is kept.")
        yield parameters.source("INPUT", tr("Doorplates or buildings"), words, [POINTS, POLYGONS])
        words = tr(
            "Their totals (households, residents, elderly, children) are spread inside them, those of the smallest areas first. "
            "People of the raster count only inside them; empty: in the cells with points."
        )
        yield parameters.source("AREAS", tr("Areas"), words, [POLYGONS], optional=True)
        raster = QgsProcessingParameterRasterLayer("POPULATION", tr("Population raster"), None, True)
        yield parameters.helped(raster, tr("People per cell, in any CRS; the first band is read. Areas with totals overrule it."))
        yield parameters.buildings()
        entries = {
            "auto": tr("Automatic"),
            "households": tr("Households"),
            "floor_area": tr("Floor area"),
            "equal": tr("All alike"),
        }
        words = tr(
            "Automatic: people by households where they are given, households and the rest by floor area where it is known, else all alike."
        )
        yield parameters.choice("BY", tr("Share by"), words, entries, "auto")
        yield parameters.vector_output("OUTPUT", tr("With households and residents"))
        yield parameters.vector_output("PROBLEMS", tr("Totals that do not fit"), optional=True)

    def compute(
        self,
        *,
        input: gpd.GeoDataFrame,  # noqa: A002, the parameter's key
        areas: gpd.GeoDataFrame | None,
        population: Raster | None,
        buildings: gpd.GeoDataFrame | None,
        by: str,
        progress: Progress,
    ) -> Outcome:
        """Accept, read the cells, fill in."""
        from ...layers.problems import problem_frame
        from ..engine.placefilling import fill_places

        table = "buildings" if (input.geometry.geom_type.str.contains("Polygon")).any() else "doorplates"
        given = {table: tables.with_key(input, table)}
        if buildings is not None and table != "buildings":
            given["buildings"] = tables.with_key(buildings, "buildings")
        if areas is not None and (population is None or set(TOTALS_NEED) <= set(areas.columns)):
            given["areas"] = areas
        taken, crs = tables.accept(given, progress), tables.crs_of(input)
        below = None if population is None else people_below(population, taken[table], areas, crs, progress.part(0, 0.3))
        others = {name: taken.frames.get(name) for name in ("areas", "buildings") if name != table}
        found = waited(
            progress, 0.5, lambda: fill_places(taken[table], table, crs=crs, by=by, below=below, **others), text("Sharing people out")
        )
        tables.say_problems(found.problems, progress)
        if found.spread is not None:
            say_spread(found.spread, progress)
        problems = problem_frame(found.problems, crs=crs, translate=tr)
        figures = {**figures_of(found), "PROBLEMS_COUNT": len(problems), **taken.figures(), "CRS": crs}
        return Outcome(frames={"OUTPUT": found.places, "PROBLEMS": problems}, figures=figures)


def figures_of(found: Filled) -> dict[str, float]:
    """What was known and shared out."""
    from ..engine.weighing import CONTROL_TOTALS, SOURCE_COLUMNS

    places, spread = found.places, found.spread
    sums = {name: float(places[name].sum()) for name in ("households", "residents") if name in places.columns}
    from_totals = places[[name for name in SOURCE_COLUMNS if name in places.columns]] == CONTROL_TOTALS
    figures = {
        "HOUSEHOLDS": sums.get("households", 0.0),
        "RESIDENTS": sums.get("residents", 0.0),
        "FROM_TOTALS": int(from_totals.any(axis=1).sum()),
    }
    if spread is None:
        return figures
    return {**figures, "PEOPLE": spread.people, "MOVED": spread.moved, "WITHOUT_VALUE": int(places["residents"].isna().sum())}


def say_spread(found: Spread, progress: Progress) -> None:
    """What was not shared out as one would expect."""
    without = int((found.residents != found.residents).sum())
    if without:
        progress.warn(text("Rows without residents, because the raster or the areas do not hold them: {count}.", count=without))
    if found.moved:
        progress.warn(
            text(
                "{people} people live in {count} cells without a point; they went to the nearest cells with one.",
                people=round(found.moved),
                count=found.empty_cells,
            )
        )
    if found.exceeding:
        words = text(
            "In some cells rows state more residents than the raster has there, {people} in all; the rows hold.",
            people=round(found.exceeding),
        )
        progress.warn(words)


def people_below(raster: Raster, places: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None, crs: str, progress: Progress) -> PeopleBelow:
    """The raster's cells under the land, or under the places; raises InputError where it has no CRS."""
    import numpy as np
    import shapely

    from ...layers.population_raster import read_population
    from ..engine.placefilling import PeopleBelow, land_in

    if not raster.crs:
        raise InputError(text("The population raster {name} has no CRS. Set it in the layer's properties.", name=raster.name))
    counted = np.array([shapely.box(*places.total_bounds)]) if areas is None else areas.geometry.dropna().to_numpy()
    land = land_in(counted, crs=crs, target=raster.crs)
    bounds, land = land.bounds, None if areas is None else land
    return PeopleBelow(read_population(raster.source, bounds, name=raster.name, progress=progress), raster.crs, land)
