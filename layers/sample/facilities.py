"""Services of the living circle: schools and parks on their own blocks, the others beside streets and inside estates."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import shapely

from ..progress import Progress
from ..words import text
from .areas import Territory
from .frames import table_frame
from .lots import Lots
from .uses import far_apart
from .works import Works


class Facility(NamedTuple):
    """One place with its services, separated as people write them."""

    xy: np.ndarray
    name: str
    services: str


class Rule(NamedTuple):
    """A service that is filled in until no free place is farther than spacing_m from the next one."""

    service: str
    title: str
    spacing_m: float
    inside: float  # share of them inside estates


RULES = (
    Rule("day_care_elderly", "日间照料中心", 245, 0.3),
    Rule("park", "口袋公园", 265, 0.0),
    Rule("market", "农贸市场", 500, 0.0),
    Rule("health_station", "社区卫生服务站", 720, 0.0),
    Rule("culture_station", "文化活动站", 720, 0.05),
    Rule("football", "笼式足球场", 1250, 0.0),
    Rule("fitness_ground", "健身点", 620, 0.6),
    Rule("sports_ground_small", "球场", 1300, 0.0),
    Rule("kindergarten", "幼儿园", 560, 0.3),
    Rule("convenience", "便利店", 420, 0.1),
    Rule("pharmacy", "药房", 780, 0.0),
    Rule("canteen", "社区食堂", 1100, 0.0),
    Rule("gym", "健身房", 1300, 0.0),
)
# A complex offers some of these beside its community service station, written with any of the usual separators.
COMPLEX = ("health_station", "culture_station", "canteen", "day_care_elderly")
SEPARATORS = ("；", "、", ";", ",", "，")
FLOOR_M2 = {
    "health_centre": (1700, 3200), "health_station": (120, 270), "culture_centre": (3000, 6000), "culture_station": (250, 1200),
    "market": (750, 2500), "day_care_elderly": (350, 750), "nursing_home": (3500, 9000), "community_station": (600, 1600),
    "junior_secondary": (9000, 22000), "primary_school": (7000, 15000), "kindergarten": (2600, 4500), "canteen": (150, 500),
    "gym": (600, 2000), "convenience": (40, 110), "pharmacy": (60, 180), "sports_centre": (2000, 5000),
}  # fmt: skip
CAPACITY = {
    "day_care_elderly": (20, 60), "nursing_home": (120, 400), "primary_school": (720, 1620), "junior_secondary": (750, 1500),
    "kindergarten": (180, 360), "canteen": (80, 350), "health_centre": (200, 600), "culture_centre": (300, 900),
}  # fmt: skip
OPENING = {
    "market": "06:00-18:30", "convenience": "07:00-23:00", "park": "00:00-24:00", "canteen": "06:30-18:30", "gym": "09:00-22:00",
    "community_station": "09:00-17:00", "health_station": "08:00-17:00", "health_centre": "08:00-20:00", "football": "16:30-21:00",
}  # fmt: skip


def place_facilities(
    works: Works,
    lots: Lots,
    uses: np.ndarray,
    fortune: np.ndarray,
    territory: Territory,
    rng: np.random.Generator,
    progress: Progress,
) -> list[Facility]:
    """All facilities inside the district; fortune (-1 to 1) by block makes some communities bad."""
    base = np.array([territory.names[code].removesuffix("社区") for code in territory.community], dtype=object)
    found = _on_own_blocks(works, lots, uses, base, rng)
    found += _riverside(lots, base, fortune, rng)
    found += _complexes(works, uses, base, territory, rng)
    spots, spot_lots = street_spots(lots, uses)
    inner = np.array([estate.middle_xy for estate in works.estates]).reshape(-1, 2)
    inner_lots = np.array([estate.lot for estate in works.estates], dtype=int)
    for done, rule in enumerate(RULES):
        progress.at(done / len(RULES), text("Placing facilities"))
        found += _fill(rule, found, (spots, spot_lots), (inner, inner_lots), base, fortune, rng)
    return found + _stations(found, spots, spot_lots, territory, rng)


def street_spots(lots: Lots, uses: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A public place on the pavement of each block's longest side, and its block."""
    chosen = np.flatnonzero(lots.quad & (uses != "empty") & (shapely.area(lots.grounds) > 500))
    corners = lots.corners[chosen]
    edges = np.roll(corners, -1, axis=1) - corners
    longest = np.argmax(np.linalg.norm(edges, axis=2), axis=1)
    rows = np.arange(len(chosen))
    edge, start = edges[rows, longest], corners[rows, longest]
    inward = np.stack([-edge[:, 1], edge[:, 0]], axis=1) / np.linalg.norm(edge, axis=1, keepdims=True)
    depth = np.minimum(lots.setbacks[chosen, longest] - 1.0, 14.0)
    return start + 0.58 * edge + inward * depth[:, None], chosen


def _on_own_blocks(works: Works, lots: Lots, uses: np.ndarray, base: np.ndarray, rng: np.random.Generator) -> list[Facility]:
    found: list[Facility] = []
    entrance: dict[int, int] = {}
    # Each door has its own rule; there are few.
    for lot, kind, xy in works.doors:
        name = base[lot]
        if uses[lot] == "junior_school":
            both = rng.random() < 0.15
            found.append(
                Facility(
                    xy,
                    f"{name}{'学校（九年一贯制）' if both else '初级中学'}",
                    "primary_school；junior_secondary" if both else "junior_secondary",
                )
            )
            if rng.random() < 0.45:
                found.append(Facility(xy + 3.0, f"{name}初级中学足球场（向社会开放）", "football"))
        elif uses[lot] == "primary_school":
            found.append(Facility(xy, f"{name}实验小学", "primary_school"))
        elif kind == "park":
            entrance[lot] = entrance.get(lot, 0) + 1
            title = "园" if uses[lot] == "garden" else "公园"
            found.append(Facility(xy, f"{name}{title}（{entrance[lot]}号门）", "park"))
            if uses[lot] == "lake_park" and entrance[lot] == 1:
                found.append(Facility(xy + 2.0, f"{name}湖运动公园", "football、sports_ground_large"))
        elif kind == "pocket":
            found.append(Facility(xy, f"{name}口袋公园", "park"))
        elif kind == "commerce":
            found.append(Facility(xy, f"{name}广场生鲜超市", "market" if rng.random() < 0.4 else "convenience"))
            found.append(Facility(xy + 4.0, f"{name}广场", "gym,pharmacy" if rng.random() < 0.6 else "pharmacy"))
    return found


def _riverside(lots: Lots, base: np.ndarray, fortune: np.ndarray, rng: np.random.Generator) -> list[Facility]:
    """Greens on the banks of canals that people use as parks: entrances on the bank road."""
    banks = rng.permutation(np.flatnonzero(~lots.quad))
    chosen = banks[far_apart(lots.centres[banks], 420.0 * (1 - 0.4 * fortune[banks]))]
    return [Facility(lots.centres[lot], f"{base[lot]}滨河绿地", "park") for lot in chosen]


def _complexes(works: Works, uses: np.ndarray, base: np.ndarray, territory: Territory, rng: np.random.Generator) -> list[Facility]:
    """Neighbourhood centres; the first of each sub-district is the large one."""
    found: list[Facility] = []
    served: set[str] = set()
    for lot, kind, xy in works.doors:
        if kind != "civic" or uses[lot] != "civic":
            continue
        code, separator = territory.subdistrict[lot], str(rng.choice(SEPARATORS))
        if code not in served:
            served.add(code)
            street = territory.names[code].removesuffix("街道")
            found.append(Facility(xy, f"{street}街道邻里中心", separator.join(("culture_centre", "sports_centre", "market"))))
            found.append(Facility(xy + 5.0, f"{street}街道社区卫生服务中心", "health_centre"))
            found.append(Facility(xy - 5.0, f"{street}养老院", "nursing_home"))
        else:
            services = ["community_station", *(service for service in COMPLEX if rng.random() < 0.6)]
            found.append(Facility(xy, f"{base[lot]}社区党群服务中心", separator.join(services)))
    return found


def _fill(
    rule: Rule,
    found: list[Facility],
    street: tuple[np.ndarray, np.ndarray],
    inner: tuple[np.ndarray, np.ndarray],
    base: np.ndarray,
    fortune: np.ndarray,
    rng: np.random.Generator,
) -> list[Facility]:
    hidden = rng.random(len(inner[0])) < rule.inside
    open_air = rng.random(len(street[0])) < 1 - rule.inside
    places = np.concatenate([inner[0][hidden], street[0][open_air]])
    lots = np.concatenate([inner[1][hidden], street[1][open_air]])
    order = rng.permutation(len(places))
    places, lots = places[order], lots[order]
    there = np.array([facility.xy for facility in found if rule.service in facility.services]).reshape(-1, 2)
    # Badly served parts wait longer for the next one.
    distance = rule.spacing_m * (1 - 0.38 * fortune[lots])
    taken = far_apart(places, distance, there)
    return [Facility(places[at], f"{base[lots[at]]}{rule.title}", rule.service) for at in taken]


def _stations(
    found: list[Facility], spots: np.ndarray, spot_lots: np.ndarray, territory: Territory, rng: np.random.Generator
) -> list[Facility]:
    """A service station for most communities that have none in a complex yet."""
    named = " ".join(facility.name for facility in found if "community_station" in facility.services)
    stations = []
    for code in np.unique(territory.community.astype(str)):
        base = territory.names[code].removesuffix("社区")
        places = np.flatnonzero(territory.community[spot_lots] == code)
        if f"{base}社区" not in named and len(places) and rng.random() < 0.93:
            stations.append(Facility(spots[rng.choice(places)], f"{base}社区服务站", "community_station"))
    return stations


def facilities_frame(found: list[Facility], rng: np.random.Generator) -> gpd.GeoDataFrame:
    """The table of facilities; floor space and capacity are those of the first service."""
    services = np.array([facility.services for facility in found], dtype=object)
    first = [str(shown).replace("；", ",").replace("、", ",").replace(";", ",").replace("，", ",").split(",")[0] for shown in services]
    columns = {
        "facility_id": [f"F{number:05d}" for number in range(1, len(found) + 1)],
        "name": [facility.name for facility in found],
        "services": services,
        "capacity": _drawn(first, CAPACITY, rng),
        "floor_m2": _drawn(first, FLOOR_M2, rng),
        "opening": [OPENING.get(service) for service in first],
    }
    return table_frame("facilities", columns, shapely.points([facility.xy for facility in found]))


def _drawn(services: list[str], table: dict[str, tuple[float, float]], rng: np.random.Generator) -> np.ndarray:
    low, high = np.array([table.get(service, (np.nan, np.nan)) for service in services]).T
    return np.round(low + (high - low) * rng.random(len(services)), -1)
