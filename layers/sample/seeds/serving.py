"""Facilities in published numbers: those that the reports count are placed community by community, the others stay as they are."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import shapely

from ..areas import Territory
from ..facilities import SEPARATORS, Facility, street_spots
from ..lots import Lots

COUNTED = frozenset(("health_centre", "health_station", "nursing_home", "day_care_elderly", "culture_station", "community_station"))
SPACE_PER_100_M2 = 30.0
LEAST_HALL_M2, DAY_CARE_M2 = 400.0, (350.0, 750.0)
ENOUGH_SHARE = 0.85  # of communities hold 30 m² per 100 households (苏政办发〔2022〕60号)
SMALL_HALLS = 0.08  # of communities have a hall of less than 400 m²
BEYOND = "（区外）"  # in the names of what stands outside
IN_HALL = 0.55  # of day-care centres are in the building of the hall


class Place(NamedTuple):
    """Where one community could have its services."""

    code: str
    base: str  # its name without 社区
    subdistrict: str  # name
    spots: np.ndarray  # (n, 2), the most central first
    households: float


def uncounted(found: list[Facility]) -> list[Facility]:
    """The facilities without the counted services; those that offer nothing else are gone."""
    kept = []
    for facility in found:
        mark = next((mark for mark in SEPARATORS if mark in facility.services), ",")
        services = [service for service in facility.services.split(mark) if service not in COUNTED]
        if services:
            kept.append(facility._replace(services=mark.join(services)))
    return kept


def places_of(territory: Territory, lots: Lots, uses: np.ndarray, homes: np.ndarray) -> list[Place]:
    """The places of all communities in the order of their codes; homes are households by block."""
    places, centres = [], lots.centres
    spots, spot_lots = street_spots(lots, uses)
    # Where a street bends, the pavement of one block may lie in the next.
    inside = shapely.contains(lots.polygons[spot_lots], shapely.points(spots))
    spots, spot_lots = spots[inside], spot_lots[inside]
    for code in np.unique(territory.community.astype(str)):
        blocks = territory.community == code
        middle = np.average(centres[blocks], axis=0, weights=homes[blocks] + 1)
        own = spots[blocks[spot_lots]]
        own = own if len(own) else shapely.get_coordinates(shapely.point_on_surface(lots.polygons[blocks]))
        nearest = own[np.argsort(np.hypot(*(own - middle).T), kind="stable")]
        name, street = territory.names[code].removesuffix("社区"), territory.names[code[:9]]
        places.append(Place(code, name, street, nearest, float(homes[blocks].sum())))
    return places


def served(places: list[Place], *, health: int, elderly: int, rng: np.random.Generator) -> tuple[list[Facility], dict[str, float]]:
    """Hall, day care and culture in every community, health in so many of them, so many regional centres for the elderly.

    Also says the floor area of each, by name.
    """
    found: list[Facility] = []
    floor_m2: dict[str, float] = {}
    without = _without_health(places, len(places) - health, rng)
    streets = sorted({place.code[:9] for place in places})
    elder_streets = set(rng.permutation(streets)[:elderly].tolist())
    seen: set[str] = set()
    # Community by community: what one has depends on its size and on what its sub-district has already.
    for place in places:
        own = [*_hall(place, floor_m2, rng)]
        street = place.code[:9]
        if place.code not in without:
            first = ("health", street) not in seen
            seen.add(("health", street))
            title = f"{place.subdistrict}社区卫生服务中心" if first else f"{place.base}社区卫生服务站"
            own.append(Facility(_spot(place, 2), title, "health_centre" if first else "health_station"))
        if street in elder_streets and ("elderly", street) not in seen:
            seen.add(("elderly", street))
            own.append(Facility(_spot(place, 4), f"{place.subdistrict}区域养老服务中心", "nursing_home"))
        found += own
    return found, floor_m2


def _without_health(places: list[Place], count: int, rng: np.random.Generator) -> Collection[str]:
    """Communities that have no health station: rather small ones."""
    order = np.argsort(np.array([place.households for place in places]) * rng.uniform(0.3, 1.7, len(places)), kind="stable")
    return {places[at].code for at in order[:count]}


def _hall(place: Place, floor_m2: dict[str, float], rng: np.random.Generator) -> list[Facility]:
    """The community's hall with its culture room, and its day-care centre, in the same house or nearby."""
    hall = f"{place.base}社区党群服务中心（政务服务大厅）"
    mark = str(rng.choice(SEPARATORS))
    together, enough, small = rng.random(3) < (IN_HALL, ENOUGH_SHARE, SMALL_HALLS)
    care_m2 = 0.0 if together else float(np.round(rng.uniform(*DAY_CARE_M2), -1))
    needed = SPACE_PER_100_M2 * place.households / 100
    asked = needed * (rng.uniform(1.02, 1.7) if enough else rng.uniform(0.55, 0.96))
    hall_m2 = rng.uniform(180, 380) if small else max(asked - care_m2, LEAST_HALL_M2)
    floor_m2[hall] = float(np.ceil(hall_m2 / 10) * 10)
    services = ["community_station", "culture_station", *(["day_care_elderly"] if together else [])]
    found = [Facility(_spot(place, 0), hall, mark.join(services))]
    if not together:
        care = f"{place.base}社区日间照料中心"
        floor_m2[care] = care_m2
        found.append(Facility(_spot(place, 1), care, "day_care_elderly"))
    return found


def _spot(place: Place, number: int) -> np.ndarray:
    return place.spots[number % len(place.spots)]
