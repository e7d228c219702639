"""nearby: what can be reached on foot from places, and who is responsible for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.profiles import walker
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import LINES, POINTS, VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_walks
from .isochrones import UNITS, usable_places
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.nearby import Nearby as Found

BARRIERS = ("gates", "walls", "estates", "land")
KEYED = ("facilities", "gates", "doorplates")
MOST_CODES = 20  # places whose areas stand in the figures; the table has all


class Nearby(Algorithm):
    """Lists what is near to places, with the walks there."""

    NAME = "nearby"
    GROUP = CIRCLE
    TAGS = ("reach", "within", "responsible", "附近", "周边", "可达", "责任区", "fjkd")
    FIGURES = {
        **dict.fromkeys(("PLACES_COUNT", "PLACES_NOT_CONNECTED"), float),
        **dict.fromkeys(("REACHED", "RESPONSIBLE_CODES"), str),
        **dict.fromkeys(("LEFT_OUT",), float),
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "nearby", "ROUTES": "nearby_routes"}

    def title(self) -> str:
        """Short name."""
        return tr("Nearby on foot")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Lists the facilities, gates, posts and doorplates within a walk of any place, nearest first, with the walks there,"
            " and the responsible area of every level."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Places, what to look for, how far, walking, outputs."""
        yield parameters.source("PLACES", tr("Places"), tr("Any points; the walks start there."), [POINTS])
        yield parameters.streets()
        yield parameters.facilities(optional=True)
        yield parameters.source(
            "POSTS", tr("Posts"), tr("Points of posts or stations, with name where they have one."), [POINTS], optional=True
        )
        yield parameters.doorplates(optional=True)
        yield parameters.gates()
        yield parameters.areas(optional=True)
        words = tr("How far one walks, in the unit below.")
        yield parameters.number("LIMIT", tr("Limit"), words, 15, low=0.01, high=100_000, decimals=2)
        units = {"minutes": tr("Minutes"), "metres": tr("Metres")}
        yield parameters.choice("UNIT", tr("Unit"), tr("Minutes use the walker's speed."), units, "minutes")
        yield parameters.walker()
        yield parameters.snap_limit()
        yield parameters.walls()
        yield parameters.estates()
        yield parameters.land()
        yield from (parameter for parameter in tables.advanced_walking() if parameter.name() != "DIRECTION")
        yield parameters.vector_output("OUTPUT", tr("Reachable places"), POINTS)
        yield parameters.vector_output("ROUTES", tr("Walks to reachable places"), LINES, optional=True)
        yield parameters.vector_output("RESPONSIBLE", tr("Responsible areas"), VECTOR, optional=True)

    def compute(
        self,
        *,
        places: gpd.GeoDataFrame,
        streets: gpd.GeoDataFrame,
        posts: gpd.GeoDataFrame | None,
        limit: float,
        unit: str,
        dem: Raster | None,
        progress: Progress,
        **others: Any,
    ) -> Outcome:
        """Accept, search from each place, ask the areas."""
        from ..engine.ground import Tables
        from ..engine.nearby import nearby
        from ..engine.responsible import by_place

        given = {name: others[name] for name in (*BARRIERS, "facilities", "doorplates", "areas") if others.get(name) is not None}
        given.update({name: tables.with_key(given[name], name) for name in KEYED if name in given})
        taken = tables.accept({"streets": tables.with_key(streets, "streets"), **given}, progress)
        starts = usable_places(places)
        things, ways = things_of(taken.frames, posts, starts), taken["streets"]
        reach_m = limit if unit == "metres" else limit * 60 * walker(others["walker"]).speed_ms
        west, south, east, north = ways.total_bounds
        say_walks(progress, len(starts), len(things), reach_m=reach_m, ground_m2=(east - west) * (north - south))
        relief = relief_under(dem, ways, tables.crs_of(streets), progress)
        found = nearby(
            starts,
            things,
            ways,
            limit=limit,
            unit=UNITS[unit],
            settings=settings(self.effective(), **tables.walking(others)),
            tables=Tables(**{name: taken.frames.get(name) for name in BARRIERS}, relief=relief),
            translate=tr,
            progress=progress,
        )
        tables.say_problems(found.problems, progress)
        tables.say_not_connected(found.not_connected, progress)
        frames = {"OUTPUT": found.reached, "ROUTES": found.routes, **_responsible(starts, taken.frames.get("areas"))}
        figures = {"PLACES_COUNT": len(starts), "PLACES_NOT_CONNECTED": len(found.not_connected), "REACHED": _counts(found)}
        if "RESPONSIBLE" in frames:
            figures["RESPONSIBLE_CODES"] = dict(list(by_place(frames["RESPONSIBLE"]).items())[:MOST_CODES])
        return Outcome(frames=frames, figures={**figures, **taken.figures(), "CRS": tables.crs_of(streets)})


def things_of(frames: Mapping[str, gpd.GeoDataFrame], posts: gpd.GeoDataFrame | None, places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """All that is looked for, in one frame; the gates keep their order. Raises InputError where nothing is looked for."""
    import geopandas as gpd
    import pandas as pd

    kinds = {"facilities": "facility", "gates": "gate", "doorplates": "doorplate"}
    parts = [_things(frames[table], kind, f"{kind}_id") for table, kind in kinds.items() if table in frames]
    if posts is not None:
        placed = posts[posts.geometry.notna() & ~posts.geometry.is_empty]
        keyed = placed if "post_id" in placed else placed.assign(post_id=[str(row + 1) for row in range(len(placed))])
        parts.append(_things(keyed, "post", "post_id"))
    if not parts and "areas" not in frames:
        raise InputError(text("Nothing to look for. Give FACILITIES, POSTS, DOORPLATES, GATES or AREAS."))
    empty = _things(places.iloc[:0].assign(place_id=""), "facility", "place_id")
    return gpd.GeoDataFrame(pd.concat([empty, *parts], ignore_index=True), geometry="geometry", crs=places.crs)


def _things(frame: gpd.GeoDataFrame, kind: str, key: str) -> gpd.GeoDataFrame:
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    def words(*names: str) -> pd.Series:
        # Only what a row is called and offers: other columns stay where they are.
        name = next((name for name in names if name in frame), None)
        values = frame[name].astype(object) if name else pd.Series(np.full(len(frame), None), index=frame.index, dtype=object)
        return values.where(values.notna(), None)

    columns = {"kind": kind, "id": frame[key].astype(str), "name": words("name", "address"), "services": words("services")}
    return gpd.GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), index=frame.index, crs=frame.crs)


def _responsible(places: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None) -> dict[str, pd.DataFrame]:
    from ..engine.responsible import responsible

    return {} if areas is None else {"RESPONSIBLE": responsible(places, areas)}


def _counts(found: Found) -> dict[str, int]:
    from ..engine.nearby import THINGS

    counted = found.reached["kind"].value_counts()
    return {kind: int(counted[kind]) for kind in THINGS if kind in counted}
