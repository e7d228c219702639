"""The walk from each doorplate to its nearest facility of every category, as lines: the very walks that the ledger tells.

    found = coverage(doorplates, facilities, streets, settings=settings)
    drawn = routes(found, streets, gates=gates, settings=settings)
    drawn.frame, drawn.not_drawn

A walk's metres are access_m + network_m + facility_access_m, its seconds the metres ÷ speed + slow_s + penalty_s (slow_s is
below 0 where one walks faster downhill). climb_m counts the streets alone; it is NaN without an elevation model.
A round trip has two rows, the way there and the way back; the ledger tells half of both together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.progress import SILENT, Progress
from ...layers.words import Translator, english, text
from .access import HOMES, VISITORS
from .climbs import Climbs, climbs
from .coverage import Coverage
from .deciding import ranks
from .doorsteps import Doors, drawn_walks, gate_of_legs
from .estates import words
from .gates import AS_STATED
from .ledger import REASONS
from .searcher import Searcher
from .slowing import Kinds, kinds_of, lengths, parts_of, slowed_by, steps_m
from .walked import BACK, Walked, walked

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from .results import Settings

COLUMNS = (
    "doorplate_id",
    "category",
    "facility_id",
    "m",
    "min",
    "why",
    "way",
    "ok",
    "limit",
    "unit",
    "facility_name",
    "access_m",
    "network_m",
    "facility_access_m",
    "steps_m",
    "climb_m",
    "slow_s",
    "penalty_s",
    "slowed_by",
    "gates",
    "straight_m",
    "detour",
)


@dataclass(frozen=True)
class Routes:
    """The drawn walks, and how many answers of the ledger have none, by reason."""

    frame: gpd.GeoDataFrame
    not_drawn: dict[str, int]


@dataclass(frozen=True)
class Surroundings:
    """What a run's walks lead through."""

    gates: gpd.GeoDataFrame | None
    kinds: Kinds
    climbs: Climbs | None
    translate: Translator


def routes(
    found: Coverage,
    streets: gpd.GeoDataFrame,
    *,
    settings: Settings,
    gates: gpd.GeoDataFrame | None = None,
    relief: Relief | None = None,
    categories: Sequence[str] | None = None,
    translate: Translator = english,
    progress: Progress = SILENT,
) -> Routes:
    """The walks of a coverage run, by doorplate, then category; streets, gates and relief are those of the run.

    categories: only these ids. Where no way leads there is no row; the reason is counted.
    """
    searcher = Searcher.on(found.ground, settings.direction, ranks(found.facilities["facility_id"]))
    wanted = [category for category in settings.profile.categories if categories is None or category.id in categories]
    around = Surroundings(
        gates, kinds_of(streets, settings.penalties), None if relief is None else climbs(found.ground.network, relief, streets), translate
    )
    parts, missing = [], []
    for at, category in enumerate(wanted):
        part = progress.part(at / len(wanted), (at + 1) / len(wanted))
        part.at(0, text("Drawing the walks: {category}", category=category.id))
        reached = found.found[category.id]
        missing.append(reached.why[np.isnan(reached.metres)])
        parts += [_rows(found, walks, around) for walks in walked(found, searcher, category, progress=part)]
    codes, counts = np.unique(np.concatenate(missing), return_counts=True)
    return Routes(_in_order(parts, found), {REASONS[code]: int(count) for code, count in zip(codes, counts)})


def _in_order(parts: list[pd.DataFrame], found: Coverage) -> gpd.GeoDataFrame:
    """All rows by doorplate; of one doorplate in the order of the categories, there before back."""
    rows = pd.concat(parts, ignore_index=True)
    rows["is_back"] = rows["way"] == BACK
    rank = {category: k for k, category in enumerate(found.found)}
    rows["rank"] = rows["category"].map(rank)
    rows = rows.sort_values(["home", "rank", "is_back"], kind="stable", ignore_index=True)
    return gpd.GeoDataFrame(rows[[*COLUMNS, "geometry"]], geometry="geometry", crs=found.doorplates.crs)


def _rows(found: Coverage, walks: Walked, around: Surroundings) -> pd.DataFrame:
    network, count = found.ground.network, len(walks.home)
    reached = found.found[walks.category.id]
    parts = parts_of(network, walks.trail)
    made_of = lengths(network, parts, walks.trail, found.ground.homes.leg_m, walks.places.leg_m, walks.inner_m)
    straight_m = np.hypot(*(found.site.home_xy[walks.home] - found.site.facility_xy[walks.facility]).T)
    lines, passed = _drawn(found, walks, around.gates)
    columns = {
        "home": walks.home,
        "doorplate_id": found.doorplates["doorplate_id"].to_numpy()[walks.home],
        "category": walks.category.id,
        "facility_id": found.facilities["facility_id"].to_numpy()[walks.facility],
        "m": made_of.metres,
        "min": made_of.seconds / 60,
        "why": np.array(REASONS, dtype=object)[reached.why[walks.home]],
        "way": walks.way,
        "ok": reached.ok[walks.home],
        "limit": float(walks.category.limit),
        "unit": walks.category.unit,
        "facility_name": words(found.facilities, "name")[walks.facility],
        "access_m": made_of.access_m,
        "network_m": made_of.network_m,
        "facility_access_m": made_of.facility_access_m,
        "steps_m": steps_m(network, parts, around.kinds, count),
        "climb_m": np.full(count, np.nan) if around.climbs is None else around.climbs.of(parts, count),
        "slow_s": made_of.slow_s,
        "penalty_s": made_of.penalty_s,
        "slowed_by": slowed_by(network, parts, around.kinds, count, around.translate),
        "gates": passed,
        "straight_m": straight_m,
        "detour": np.divide(made_of.metres, straight_m, out=np.full(count, np.nan), where=straight_m > 0),
        "geometry": lines,
    }
    return pd.DataFrame(columns)


def _drawn(found: Coverage, walks: Walked, gates: gpd.GeoDataFrame | None) -> tuple[np.ndarray, np.ndarray]:
    """The line of each walk, and the ids of the gates it passes."""
    site, trail = found.site, walks.trail
    home_gate = gate_of_legs(site, found.ground.homes, site.home_estate, HOMES[AS_STATED], trail.home_row)
    facility_gate = gate_of_legs(site, walks.places, site.facility_estate, VISITORS[AS_STATED], trail.place_row)
    home, facility = Doors(site.home_xy[walks.home], home_gate), Doors(site.facility_xy[walks.facility], facility_gate)
    begin, end = (facility, home) if walks.way == BACK else (home, facility)
    return drawn_walks(site, found.ground.network, trail, begin, end, gates)
