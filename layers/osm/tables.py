"""The workspace tables of an OSM file, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from ..progress import Progress
from ..words import Text, text
from .barriers import barriers
from .boundaries import areas
from .buildings import buildings
from .doorplates import doorplates
from .facilities import facilities
from .frames import no_rows
from .land import land, residential_land
from .objects import Bounds, OsmFile
from .streets import streets

if TYPE_CHECKING:
    import geopandas as gpd

    Tables = dict[str, gpd.GeoDataFrame]


@dataclass(frozen=True)
class Place:
    """Where the extract lies and what it is called."""

    crs: str
    chinese: bool
    title: str
    bounds: Bounds | None  # in crs, as the file or the user states them


def tables_of(osm: OsmFile, table: dict, place: Place, progress: Progress) -> tuple[Tables, list[Text]]:
    """All tables by name, in the order of the schema, with notes; osm is in the place's CRS."""
    here = {"chinese": place.chinese, "crs": place.crs}
    homes = residential_land(osm)
    progress.at(0.0, text("Reading streets"))
    roads, road_notes = streets(osm, table, residential=homes, **here)
    on_ground = roads.geometry.to_numpy()[(roads["walkable"] == "yes") & (roads["level"] == 0)]
    progress.at(0.15, text("Reading walls and gates"))
    edges = barriers(osm, table, streets=on_ground, **here)
    progress.at(0.3, text("Reading buildings"))
    built = buildings(osm, table, residential=homes, **here)
    progress.at(0.55, text("Reading facilities"))
    parts = progress.part(0.55, 0.75)
    served, served_notes = facilities(osm, table, gates=edges.ways_in, streets=on_ground, progress=parts, **here)
    progress.at(0.75, text("Reading addresses"))
    doors, door_notes = doorplates(osm, built, table, barriers=edges, streets=on_ground, **here)
    progress.at(0.9, text("Reading land and boundaries"))
    whole = _whole(place, roads, doors)
    ground, ground_notes = areas(osm, table, whole=whole, title=place.title, **here)
    tables = {
        "areas": ground,
        "doorplates": doors,
        "facilities": served,
        "streets": roads,
        "gates": edges.gates,
        "walls": edges.walls,
        "estates": edges.estates,
        "land": land(osm, table, **here),
        "surveys": no_rows("surveys"),
        "buildings": built.frame,
    }
    progress.at(1.0)
    return tables, road_notes + edges.notes + built.notes + served_notes + door_notes + ground_notes


def _whole(place: Place, roads: gpd.GeoDataFrame, doors: gpd.GeoDataFrame) -> shapely.Polygon:
    """The ground of the extract: its stated bounds, else those of its streets, wide enough for every doorplate."""
    parts = [shapely.box(*(place.bounds or roads.total_bounds))]
    if len(doors):
        parts.append(shapely.box(*doors.total_bounds).buffer(1.0))
    return shapely.box(*shapely.total_bounds(parts))
