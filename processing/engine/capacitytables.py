"""What a run about capacities hands out: doorplates, load by facility, areas, the long summary, key figures.

Every person in need is counted once: need = served + over + out_of_reach + no_data + not_connected, in every row of the
summary; over sums up those of the facilities. Shares are 0 to 1, values unrounded, NaN is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd

from .areas import code_columns, partitions
from .capacity import CapacityRun, Use
from .floating import Flows, handed_out, in_use
from .inequality import ginis
from .ledger import CODE_COLUMNS, OWN_COLUMNS
from .rollup import KEYS, counted_by
from .streets import column

OVERLOADED, BALANCED, IDLE, NO_PLACES, NOT_CONNECTED, NO_DATA = VERDICTS = (
    "overloaded",
    "balanced",
    "idle",
    "no_places",
    "not_connected",
    "no_data",
)
SHARES_OF_NEED = ("served", "over", "out_of_reach", "no_data", "not_connected")
SUMMARY_COLUMNS = (*KEYS, "category", "group", "share", "need", *SHARES_OF_NEED, "per_person", "served_rate", "served_high", "gini")
LOAD_COLUMNS = (
    "facility_id", "name", "category", "group", "capacity", "in_reach", "demand", "ratio", "assigned", "unsure", "served", "over", "idle",
    "load", "verdict",
)  # fmt: skip
# In how many categories it is known who finds a place, and the mean share of those who do.
MET = ("judged", "served")
CERTAIN_WITHIN = 0.1  # an area's share is known where at least and at most lie no farther apart
RUN_COLUMNS = ("profile", "walker", "run")
EVEN_LOAD = 1e-9  # a load that exceeds 1 by rounding is full, not overloaded


def per_person_column(category: str) -> str:
    """Places per person at each doorplate."""
    return f"{category}_per_person"


def served_column(category: str) -> str:
    """The share of each doorplate's people who find a place."""
    return f"{category}_served"


def high_column(category: str) -> str:
    """The same share at most, if those find one whose facilities state no capacity or whom no path connects."""
    return f"{category}_served_high"


def category_columns(category: str) -> tuple[str, str, str, str, str]:
    """The columns of one category: places per person, share served at least and at most, facilities in reach with capacity and without."""
    return per_person_column(category), served_column(category), high_column(category), f"{category}_known", f"{category}_unknown"


def told(run: CapacityRun) -> Iterator[tuple[str, Use, Flows]]:
    """The categories of which something is known."""
    for name, use in run.uses.items():
        if use.flows is not None:
            yield name, use, use.flows


def at_doorplates(run: CapacityRun) -> gpd.GeoDataFrame:
    """One row per doorplate: its own columns, codes, how its needs are met, then five columns per category."""
    count, doorplates = len(run.doorplates), run.doorplates
    filled: dict[str, object] = {name: column(doorplates, name) for name in OWN_COLUMNS}
    filled.update(code_columns(run.codes, count))
    filled.update(zip(MET, _met(run)))
    for name, _, flows in told(run):
        values = (where_connected(run, flows.per_person), *shares_served(run, flows), flows.known, flows.unknown)
        filled.update(zip(category_columns(name), values))
    filled.update(profile=run.settings.profile.id, walker=run.settings.walker.id, run=run.settings.run)
    of_categories = [each for name, _, _ in told(run) for each in category_columns(name)]
    order = [*OWN_COLUMNS, *CODE_COLUMNS, *MET, *of_categories, *RUN_COLUMNS]
    frame = pd.DataFrame({name: filled[name] for name in order}, index=pd.RangeIndex(count), copy=False)
    return gpd.GeoDataFrame(frame, geometry=doorplates.geometry.array, crs=doorplates.crs, copy=False)


def where_connected(run: CapacityRun, values: np.ndarray) -> np.ndarray:
    """The values of doorplates that a walk can begin at, NaN elsewhere."""
    return np.where(run.connected, values, np.nan)


def shares_served(run: CapacityRun, flows: Flows) -> tuple[np.ndarray, np.ndarray]:
    """The share of each doorplate's people who find a place, at least and at most."""
    at_least = np.where(run.connected, np.nan_to_num(flows.served), 0.0)
    return at_least, np.where(run.connected & (flows.unknown == 0), at_least, 1.0)


def _met(run: CapacityRun) -> tuple[np.ndarray, np.ndarray]:
    """As MET, by doorplate."""
    bounds = [shares_served(run, flows) for _, _, flows in told(run)]
    return _mean_of_certain(*(np.stack(bound) for bound in zip(*bounds)), within=EVEN_LOAD)


def _mean_of_certain(at_least: np.ndarray, at_most: np.ndarray, *, within: float) -> tuple[np.ndarray, np.ndarray]:
    """Of arrays (categories, rows): in how many categories both agree, and the mean of these."""
    with np.errstate(invalid="ignore"):
        certain = at_most - at_least <= within
    judged = certain.sum(axis=0)
    return judged, _share(np.where(certain, at_least, 0.0).sum(axis=0), judged)


def load(run: CapacityRun) -> gpd.GeoDataFrame:
    """One row per facility and category: what it has, who comes, who finds no place, what stands empty."""
    parts = [_load_of(run, name, use, flows) for name, use, flows in told(run)]
    frame = pd.concat(parts, ignore_index=True)
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=run.facilities.crs)


def _load_of(run: CapacityRun, name: str, use: Use, flows: Flows) -> pd.DataFrame:
    capacity, rows = use.sites.capacity, use.sites.row
    full = np.divide(flows.assigned, capacity, out=np.full(len(rows), np.nan), where=capacity > 0)
    named = run.facilities.iloc[rows]
    values = {
        "facility_id": named["facility_id"].to_numpy(object),
        "name": column(named, "name").to_numpy(object),
        "category": name,
        "group": use.eligible.group,
        "capacity": capacity,
        "in_reach": flows.in_reach,
        "demand": flows.demand,
        "ratio": flows.ratio,
        "assigned": flows.assigned,
        "unsure": flows.unsure,
        "served": flows.taken,
        "over": flows.over,
        "idle": capacity - flows.taken,
        "load": full,
        "verdict": _verdicts(use, flows, full, run.ask.idle_below),
    }
    return pd.DataFrame({**{column_: values[column_] for column_ in LOAD_COLUMNS}, "geometry": named.geometry.to_numpy()})


def _verdicts(use: Use, flows: Flows, full: np.ndarray, idle_below: float) -> np.ndarray:
    """Overloaded are those that are so even if all go elsewhere who may."""
    capacity = use.sites.capacity
    sure = np.divide(flows.assigned - flows.unsure, capacity, out=np.full(len(full), np.nan), where=capacity > 0)
    asked = (
        (np.isnan(capacity), NO_DATA),
        (~use.sites.connected, NOT_CONNECTED),
        (capacity == 0, NO_PLACES),
        (sure > 1 + EVEN_LOAD, OVERLOADED),
        (full > 1 + EVEN_LOAD, NO_DATA),
        (full < idle_below, IDLE),
    )
    return np.select([rows for rows, _ in asked], [np.array(word, dtype=object) for _, word in asked], BALANCED)


def shares_of_need(run: CapacityRun, use: Use, flows: Flows) -> dict[str, np.ndarray]:
    """The people in need at each doorplate by what becomes of them; together they are all."""
    served = use.need * np.nan_to_num(flows.served)
    reached, unknown = flows.known > 0, (flows.known == 0) & (flows.unknown > 0)
    away = ~run.connected
    return {
        "served": served,
        "over": np.where(reached, use.need - served, 0.0),
        "out_of_reach": np.where(~reached & ~unknown & ~away, use.need, 0.0),
        "no_data": np.where(unknown, use.need, 0.0),
        "not_connected": np.where(away, use.need, 0.0),
    }


def may_be_served(flows: Flows, fates: dict[str, np.ndarray]) -> np.ndarray:
    """People at each doorplate who find a place, or may: where a facility states no capacity, or no path connects them."""
    near_unknown = np.where(flows.unknown > 0, fates["over"], 0.0)
    return fates["served"] + near_unknown + fates["no_data"] + fates["not_connected"]


def summary(run: CapacityRun, areas: gpd.GeoDataFrame | None) -> pd.DataFrame:
    """One row per area and category; the block of the level all is the whole run."""
    blocks = counted_by(run.doorplates, run.codes, areas, run.settings, reason=np.zeros((len(run.doorplates), 0))).blocks
    parts = []
    for name, use, flows in told(run):
        fates = shares_of_need(run, use, flows)
        may_be, per_person = may_be_served(flows, fates), where_connected(run, flows.per_person)
        for block in blocks:
            values = _of_block(use.need, fates, may_be, per_person, block.area_of_doorplate, len(block.heads))
            head = block.heads.assign(category=name, group=use.eligible.group, share=use.eligible.share)
            parts.append(head.assign(**values))
    return pd.concat(parts, ignore_index=True)[list(SUMMARY_COLUMNS)]


def _of_block(
    need: np.ndarray, fates: dict[str, np.ndarray], may_be: np.ndarray, per_person: np.ndarray, area: np.ndarray, areas: int
) -> dict[str, np.ndarray]:
    total = np.bincount(area, need, areas)
    sums = {fate: np.bincount(area, values, areas) for fate, values in fates.items()}
    known = np.bincount(area, np.where(np.isfinite(per_person), need, 0.0), areas)
    given = np.bincount(area, np.nan_to_num(per_person) * need, areas)
    return {
        "need": total,
        **sums,
        "per_person": _share(given, known),
        "served_rate": _share(sums["served"], total),
        "served_high": _share(np.bincount(area, may_be, areas), total),
        "gini": ginis(per_person, need, area, areas),
    }


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)


def areas_out(areas: gpd.GeoDataFrame, table: pd.DataFrame) -> gpd.GeoDataFrame:
    """The areas with how their needs are met, and places per person and both shares by category; same rows."""
    keys = list(KEYS[:3])
    places = pd.MultiIndex.from_arrays([partitions(areas), areas["level"], areas["code"]])
    rows = table[table["code"].notna()]
    columns: dict[str, np.ndarray] = {}
    bounds = []
    for name in dict.fromkeys(table["category"]):
        own = rows[rows["category"] == name].set_index(keys).reindex(places)
        values = [own[word].to_numpy(dtype=float) for word in ("per_person", "served_rate", "served_high")]
        columns.update(zip(category_columns(name), values))
        bounds.append(values[1:])
    columns = {**dict(zip(MET, _mean_of_certain(*(np.stack(bound) for bound in zip(*bounds)), within=CERTAIN_WITHIN))), **columns}
    geometry = areas.geometry.name
    kept = [each for each in areas.columns if each != geometry and each not in columns]
    return areas.assign(**columns)[[*kept, *columns, geometry]]


def key_figures(run: CapacityRun, loads: pd.DataFrame, table: pd.DataFrame) -> dict[str, object]:
    """What a run says of itself in a few numbers, by category where it is a dictionary."""
    whole = table[table["level"] == "all"].set_index("category")
    known = loads[loads["capacity"].notna()]
    figures = {name.upper(): _by_category(whole[name]) for name in ("need", "served", "per_person", "gini")}
    return {
        "DOORPLATES_COUNT": len(run.doorplates),
        **figures,
        "NOT_SERVED": _by_category(whole["need"] - whole["served"]),
        "SERVED_RATES": _by_category(whole["served_rate"]),
        "SERVED_HIGH": _by_category(whole["served_high"]),
        "CAPACITY": _by_category(known.groupby("category", sort=False)["capacity"].sum()),
        "OVERLOADED": int((loads["verdict"] == OVERLOADED).sum()),
        "OVER": float(loads["over"].sum()),
        "IDLE": int((loads["verdict"] == IDLE).sum()),
        "IDLE_PLACES": float(loads["idle"].sum()),
        "CAPACITY_UNKNOWN": int(loads["capacity"].isna().sum()),
        "FACILITIES_NOT_CONNECTED": int((loads["verdict"] == NOT_CONNECTED).sum()),
        "NO_DATA": sum(use.flows is None for use in run.uses.values()),
        "CONSERVED": conserved(run),
        "WALKS_COUNTED": run.pairs,
    }


def conserved(run: CapacityRun) -> float:
    """The places that people get ÷ the places there are for them, over all categories: 1 but for rounding."""
    out = sum(handed_out(flows, use.need) for _, use, flows in told(run))
    there = sum(in_use(flows, use.sites.capacity) for _, use, flows in told(run))
    return out / there if there else float("nan")


def _by_category(values: pd.Series) -> dict[str, float | None]:
    return {str(name): None if value != value else float(value) for name, value in values.items()}
