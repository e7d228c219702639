"""populationweights: residents of doorplates or buildings from a population raster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

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
    import numpy as np
    import shapely

    from ..engine.population import Spread

AUTO, HOUSEHOLDS, FLOOR_AREA, EQUAL = "auto", "households", "floor_area", "equal"
FROM_RASTER = "population_raster"


class PopulationWeights(Algorithm):
    """Shares the people of a raster out among the doorplates or buildings in its cells."""

    NAME = "populationweights"
    GROUP = DATA
    TAGS = ("population", "raster", "WorldPop", "residents", "人口栅格", "常住人口", "rkqz")
    FIGURES = {
        "RESIDENTS": float,
        "PEOPLE": float,
        "MOVED": float,
        "WITHOUT_VALUE": float,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }

    def title(self) -> str:
        """Short name."""
        return tr("Population weights")

    def about(self) -> str:
        """One sentence."""
        return tr("Shares a population raster out among doorplates or buildings by households or floor area; the sum of each cell is kept.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Places, raster, land, shares."""
        words = tr("Doorplates as points, or buildings as footprints with floors.")
        yield parameters.source("INPUT", tr("Doorplates or buildings"), words, [POINTS, POLYGONS])
        raster = QgsProcessingParameterRasterLayer("POPULATION", tr("Population raster"))
        yield parameters.helped(raster, tr("People per cell, in any CRS; the first band is read."))
        words = tr("Only people inside are shared out, those of cells without a point too. Empty: the cells with points.")
        yield parameters.source("AREAS", tr("Areas"), words, [POLYGONS], optional=True)
        entries = {
            AUTO: tr("Automatic"),
            HOUSEHOLDS: tr("Households"),
            FLOOR_AREA: tr("Floor area"),
            EQUAL: tr("All alike"),
        }
        words = tr("Automatic: doorplates by households where they are given, else all alike; buildings by floor area.")
        yield parameters.choice("BY", tr("Share by"), words, entries, AUTO)
        yield parameters.vector_output("OUTPUT", tr("Residents"))

    def compute(
        self,
        *,
        input: gpd.GeoDataFrame,  # noqa: A002, the parameter's key
        population: Raster | None,
        areas: gpd.GeoDataFrame | None,
        by: str,
        progress: Progress,
    ) -> Outcome:
        """Accept, read the cells, share out."""
        from ..engine.population import spread_population

        table = "buildings" if (input.geometry.geom_type.str.contains("Polygon")).any() else "doorplates"
        taken = tables.accept({table: tables.with_key(input, table)}, progress)
        places, crs = taken[table], tables.crs_of(input)
        land = land_of(areas)
        raster_crs = known_crs(population)
        read, land_there = cells_under(population, places, land, crs, progress.part(0, 0.3))
        xy = points_of(places)
        weights = weights_of(places, table, by)
        found = waited(
            progress,
            0.5,
            lambda: spread_population(read, xy, weights, crs=crs, raster_crs=raster_crs, land=land_there),
            text("Sharing people out"),
        )
        known = found.residents == found.residents
        given = int(places["residents"].notna().sum()) if "residents" in places.columns else 0
        if given:
            progress.warn(text("{count} rows had residents already; those of the raster replace them.", count=given))
        say_spread(found, progress)
        frame = places.assign(residents=found.residents, residents_source=[FROM_RASTER if each else None for each in known])
        figures = {
            "RESIDENTS": float(found.residents[known].sum()),
            "PEOPLE": found.people,
            "MOVED": found.moved,
            "WITHOUT_VALUE": int((~known).sum()),
        }
        return Outcome(frames={"OUTPUT": frame}, figures={**figures, **taken.figures(), "CRS": crs})


def say_spread(found: Spread, progress: Progress) -> None:
    """What was not shared out as one would expect."""
    without = int((found.residents != found.residents).sum())
    if without:
        progress.warn(text("{count} rows have no residents: the raster or the areas do not hold them.", count=without))
    if found.moved:
        progress.warn(
            text(
                "{people} people live in {count} cells without a point; they went to the nearest cells with one.",
                people=round(found.moved),
                count=found.empty_cells,
            )
        )


def known_crs(raster: Raster | None) -> str:
    """The raster's CRS; raises InputError where it has none."""
    if raster is None:
        raise InputError(text("POPULATION is not given. Choose a raster of people per cell."))
    if not raster.crs:
        raise InputError(text("The population raster {name} has no CRS. Set it in the layer's properties.", name=raster.name))
    return raster.crs


def land_of(areas: gpd.GeoDataFrame | None) -> shapely.Geometry | None:
    """All areas as one; None without any."""
    import shapely

    if areas is None:
        return None
    return shapely.union_all(shapely.make_valid(areas.geometry.dropna().to_numpy()))


def points_of(places: gpd.GeoDataFrame) -> np.ndarray:
    """A point of each place, shape (n, 2): a building's lies on its surface."""
    import shapely

    return shapely.get_coordinates(shapely.point_on_surface(places.geometry.to_numpy()))


def weights_of(places: gpd.GeoDataFrame, table: str, by: str) -> np.ndarray:
    """By what a cell's people are shared; NaN where it is not known. Raises InputError for what the table lacks."""
    import numpy as np

    if by == AUTO:
        by = FLOOR_AREA if table == "buildings" else HOUSEHOLDS
    elif (by == FLOOR_AREA) != (table == "buildings") and by != EQUAL:
        raise InputError(text("BY={by} does not fit: doorplates are shared by households, buildings by floor_area, both by equal.", by=by))
    if by == EQUAL:
        return np.ones(len(places))
    if by == HOUSEHOLDS:
        return places["households"].to_numpy(dtype=float, na_value=np.nan)
    floors = places["floors"].to_numpy(dtype=float, na_value=np.nan)
    return places.geometry.area.to_numpy() * np.where(np.isfinite(floors) & (floors > 0), floors, 1.0)


def cells_under(
    raster: Raster, places: gpd.GeoDataFrame, land: shapely.Geometry | None, crs: str, progress: Progress
) -> tuple[Any, shapely.Geometry | None]:
    """The raster's cells under the land, or under the places, and the land in the raster's CRS."""
    import numpy as np
    import shapely

    from ...layers.crs import reproject
    from ...layers.population_raster import read_population

    shapes = places.geometry.to_numpy() if land is None else np.array([land])
    west, south, east, north = shapely.total_bounds(shapes)
    # A straight edge bends on the way to another CRS.
    box = shapely.segmentize(shapely.box(west, south, east, north), max(east - west, north - south, 1) / 64)
    there, land_there = reproject(np.array([box, land], object), source=crs, target=raster.crs)
    return read_population(raster.source, shapely.bounds(there), name=raster.name, progress=progress), land_there
