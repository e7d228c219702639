"""Isochrones: the land from which places are reached on foot within limits, edge by edge, holes kept.

    found = isochrones(places, streets, limits=[5, 10, 15], unit="min", settings=settings)
    found.frame        # place_id category limit unit area_m2, nested MultiPolygons

The circles of a whole profile are drawn by livingcircle.category_isochrones().
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.errors import InputError
from ...layers.profiles import MINUTES
from ...layers.progress import SILENT, Progress, waited
from ...layers.words import Text, text
from .access import Access
from .bands import Roadside, bands, roadside_of
from .estates import points_of
from .gatefaults import gate_faults
from .gates import AS_STATED
from .graph import SECONDS, Network
from .ground import Ground, Tables, ground, survey
from .limits import refuse_limits
from .nearestparts import nearest_reaches
from .placereach import BATCH, Surroundings, reaches_around, reaches_of_all
from .reach import Reach, Starts
from .slope import no_height
from .territories import parted_bands
from .verges import Screens, screens_of

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from ...layers.problems import Problem
    from .results import Settings

BUFFER_M = 25.0
COLUMNS = ("place_id", "category", "limit", "unit", "area_m2")
NO_TABLES = Tables()


@dataclass(frozen=True)
class PlaceIsochrones:
    """The bands around places, and how far they go."""

    frame: gpd.GeoDataFrame
    reached_km: dict[float, float]  # by limit: street, summed over the bands
    area_km2: dict[float, float]  # by limit: land, summed over the bands
    not_connected: tuple[str, ...]  # place_ids that no street is near enough to
    dem_cover: float | None = None  # share of the street length with known heights; None without an elevation model
    problems: tuple[Problem, ...] = ()  # what is wrong with heights, gates and walls


def isochrones(
    places: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    limits: Sequence[float],
    unit: str,
    settings: Settings,
    tables: Tables = NO_TABLES,
    relief: Relief | None = None,
    merge: bool = True,
    overlap: bool = True,
    buffer_m: float = BUFFER_M,
    progress: Progress = SILENT,
) -> PlaceIsochrones:
    """Nested bands around places (column place_id) within limits in minutes ("min") or metres ("m").

    One for all places, one for each, or (merge and overlap False) one for each with what is nearer to it than to any
    other place: then bands of one limit overlap nowhere, together they are the one for all, and of equally near places
    the smallest id has the street.

    Raises InputError for limits that are not above 0 and where no place can be connected to the walking network.
    """
    refuse_limits(limits)
    limits = sorted({float(limit) for limit in limits})
    tables = tables if relief is None else replace(tables, relief=relief)
    site = survey(np.zeros((0, 2)), points_of(places), streets, tables, settings, progress=progress.part(0, 0.3))
    stated = ground(site, AS_STATED)
    connected = np.unique(stated.facilities.point)
    if not len(connected):
        raise InputError(_nothing_connected(len(places), settings.snap_limit_m))
    progress.at(0.3, text("Drawing the isochrones of {count} places", count=len(connected)))
    ids = places["place_id"].to_numpy(dtype=object)
    draw = _Drawing(stated, connected, ids, limits, unit, settings, screens_of(site.walls, tables.land), buffer_m)
    drawn = _merged(draw, progress.part(0.3, 1)) if merge else _each(draw, progress.part(0.3, 1), overlap=overlap)
    rows = [row(None if owner is None else ids[owner], None, limit, unit, band) for owner, limit, _, band in drawn]
    frame = band_frame(rows, places.crs)
    metres = pd.Series([length_m for _, _, length_m, _ in drawn]).groupby(frame["limit"]).sum()
    area_km2 = (frame.groupby("limit")["area_m2"].sum() / 1e6).to_dict()
    return PlaceIsochrones(
        frame,
        (metres / 1000).to_dict(),
        area_km2,
        tuple(np.delete(ids, connected)),
        site.dem_cover,
        (*no_height(site.dem_cover), *gate_faults(site, tables)),
    )


@dataclass(frozen=True)
class _Drawing:
    """What all forms of isochrones are drawn from."""

    stated: Ground
    connected: np.ndarray  # places with a way onto the network
    ids: np.ndarray
    limits: list[float]
    unit: str
    settings: Settings
    screens: Screens | None
    buffer_m: float

    @property
    def costs(self) -> list[float]:
        """The limits as the search counts them."""
        return [cost_of(limit, self.unit) for limit in self.limits]

    def around(self) -> Surroundings:
        """The network prepared for a search from each place."""
        return Surroundings.of(self.stated.network, unit=searched(self.unit), direction=self.settings.direction)

    def roadside(self, progress: Progress) -> Roadside:
        """The network prepared for drawing."""
        return roadside_of(self.stated.network, self.screens, buffer_m=self.buffer_m, progress=progress)


Drawn = tuple[Union[int, None], float, float, shapely.MultiPolygon]  # place (None: all), limit, metres of street, band


def _merged(draw: _Drawing, progress: Progress) -> list[Drawn]:
    """One band for all places within each limit."""
    access = draw.stated.facilities.of(draw.connected)
    reaches = reaches_of_all(
        draw.stated.network, access, draw.costs, unit=searched(draw.unit), direction=draw.settings.direction, progress=progress.part(0, 0.2)
    )
    drawn = bands(draw.roadside(progress.part(0.2, 0.2)), reaches, progress=progress.part(0.2, 1))
    return [(None, limit, found.length_m, band) for limit, found, band in zip(draw.limits, reaches, drawn)]


def _each(draw: _Drawing, progress: Progress, *, overlap: bool) -> list[Drawn]:
    """A band for each place within each limit."""
    around, roadside, access = waited(progress, 0, draw.around), draw.roadside(progress.part(0, 0)), draw.stated.facilities
    if not overlap:
        rank = np.argsort(np.argsort(draw.ids.astype(str), kind="stable"))
        reaches = nearest_reaches(around, access, draw.connected, rank, draw.costs, progress=progress.part(0, 0.2))
        drawn = parted_bands(roadside, reaches, len(draw.limits), progress=progress.part(0.2, 1))
        return _named(draw, draw.connected, reaches, drawn)
    rows: list[Drawn] = []
    for k in range(0, len(draw.connected), BATCH):
        batch = draw.connected[k : k + BATCH]
        reaches = reaches_around(around, [access.of(np.array([place])) for place in batch], draw.costs)
        share = progress.part(k / len(draw.connected), (k + len(batch)) / len(draw.connected))
        rows += _named(draw, batch, reaches, bands(roadside, reaches, progress=share))
    return rows


def _named(draw: _Drawing, places: np.ndarray, reaches: list[Reach], drawn: list[shapely.MultiPolygon]) -> list[Drawn]:
    keys = [(int(place), limit) for place in places for limit in draw.limits]
    return [(place, limit, found.length_m, band) for (place, limit), found, band in zip(keys, reaches, drawn)]


def _nothing_connected(count: int, limit_m: float) -> Text:
    return text(
        "None of the {count} places is within {limit} m of a walkable street. Raise the snap limit or check the places.",
        count=count,
        limit=f"{limit_m:g}",
    )


def searched(unit: str) -> str:
    """What a search minimises for limits in a unit: seconds for minutes, else metres."""
    return SECONDS if unit == MINUTES else unit


def cost_of(limit: float, unit: str) -> float:
    """A limit in minutes or metres as the search counts it: seconds or metres."""
    return limit * 60 if unit == MINUTES else limit


def starts_of(network: Network, access: Access, unit: str) -> Starts:
    """Access rows as the starts of a search, legs in its unit."""
    return Starts(access.edge, access.offset_m, access.leg_m / network.speed_ms if unit == SECONDS else access.leg_m)


def row(place: str | None, category: str | None, limit: float, unit: str, band: shapely.MultiPolygon) -> tuple:
    """One row of band_frame()."""
    return place, category, limit, unit, band.area, band


def band_frame(rows: list[tuple], crs: object) -> gpd.GeoDataFrame:
    """The bands as a layer."""
    frame = pd.DataFrame([values[:-1] for values in rows], columns=list(COLUMNS))
    frame = frame.astype({"place_id": object, "category": object, "unit": object, "limit": float, "area_m2": float})
    return gpd.GeoDataFrame(frame, geometry=np.array([values[-1] for values in rows], dtype=object), crs=crs)
