"""The figures of every area as columns: read from the summaries, never worked out again."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..engine.results import Settings
from ..engine.rollup import ALL, KEYS, NOT_USABLE, REASONS, WHOLE
from .content import WEIGHTS, SceneContent
from .privacy import SUPPRESSED
from .quantise import Column, amounts, octets, reals

VERDICTS = ("not_judged", "pass", "fail", "no_data")
COUNTS = ("total", *REASONS)
RATES = {"rate": "rate", "rate_low": "low", "rate_high": "high"}  # the summary's name: the page's name
SMALL_LEVELS = ("grid",)  # where groups of people are small enough to be hidden


def measure_columns(content: SceneContent, *, suppress_below: int, prefix: str = "m") -> dict[str, Column]:
    """Columns <prefix>.<weight>.<name>: one row per area and a last one for the whole district, category after category."""
    columns = {}
    if content.settings is None:
        return columns
    areas = content.table("areas")
    for weight in WEIGHTS:
        summary = content.summaries[weight]
        rows = summary_rows(summary, areas, content.settings)
        table = {name: cells(summary[name].to_numpy(dtype=float), rows) for name in (*COUNTS, *RATES)}
        if weight == "residents":
            table = _without_small_groups(table, areas, below=suppress_below)
        for name in COUNTS:
            columns[f"{prefix}.{weight}.{name}"] = amounts(np.rint(table[name]) if weight == "residents" else table[name])
        for source, name in RATES.items():
            columns[f"{prefix}.{weight}.{name}"] = reals(table[source])
        verdict = pd.Categorical(summary["verdict"], categories=VERDICTS).codes.astype(float)
        columns[f"{prefix}.{weight}.verdict"] = octets(np.nan_to_num(cells(verdict, rows)).clip(0))
        columns.update({f"{prefix}.{weight}.{name}": column for name, column in _totals_columns(content, weight, table["rate"]).items()})
    return columns


def area_rows(frame: pd.DataFrame, areas: gpd.GeoDataFrame) -> np.ndarray:
    """Row of each area in a frame with partition, level and code, then the row of the whole district; -1 where it has none."""
    keys = pd.MultiIndex.from_arrays([frame["level"].astype(str), frame["code"].fillna("").astype(str)])
    wanted = pd.MultiIndex.from_arrays([[*areas.get("level", []), ALL], [*areas.get("code", []), ""]])
    partitions = frame["partition"].fillna("").astype(str)
    own = partitions.isin(["", *areas.get("partition", pd.Series(dtype=object)).unique()]).to_numpy()
    positions = np.flatnonzero(own)
    first = ~keys[positions].duplicated()
    found = pd.Index(keys[positions][first]).get_indexer(wanted)
    return np.where(found < 0, -1, positions[first][found])


def summary_rows(summary: pd.DataFrame, areas: gpd.GeoDataFrame, settings: Settings) -> np.ndarray:
    """Row of the summary for each category and area, category after category; -1 where the summary has none."""
    found = []
    for category in settings.profile.categories:
        own = np.flatnonzero((summary["category"] == category.id).to_numpy())
        rows = area_rows(summary.iloc[own], areas)
        found.append(np.where(rows < 0, -1, own[rows]) if len(own) else rows)
    return np.concatenate(found)


def cells(values: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The values of those rows; NaN for row -1."""
    return np.where(rows < 0, np.nan, values[rows])


def _without_small_groups(table: dict[str, np.ndarray], areas: gpd.GeoDataFrame, *, below: int) -> dict[str, np.ndarray]:
    """Groups of fewer people than allowed are hidden, with a second one where the total would tell; their rates get no decimals."""
    rows = len(areas) + 1
    small = np.tile(
        np.append(areas["level"].isin(SMALL_LEVELS).to_numpy() if len(areas) else np.array([], dtype=bool), False),
        len(table["total"]) // rows,
    )
    parts = np.column_stack([table[reason] for reason in REASONS])
    hidden = (parts > 0) & (parts < below) & small[:, None]
    lone = hidden.sum(axis=1) == 1
    others = np.where(hidden | (parts <= 0), np.inf, parts)
    second = others.argmin(axis=1)
    possible = lone & np.isfinite(others.min(axis=1))
    hidden[possible, second[possible]] = True
    found = dict(table)
    for k, reason in enumerate(REASONS):
        found[reason] = np.where(hidden[:, k], SUPPRESSED, parts[:, k])
    found["total"] = np.where(small & (table["total"] > 0) & (table["total"] < below), SUPPRESSED, table["total"])
    touched = hidden.any(axis=1)
    for name in ("rate", "rate_low", "rate_high"):
        found[name] = np.where(touched, np.rint(table[name] * 100) / 100, table[name])
    return found


def _totals_columns(content: SceneContent, weight: str, rates: np.ndarray) -> dict[str, Column]:
    areas, totals, settings = content.table("areas"), content.totals[weight], content.settings
    rows = area_rows(totals, areas)
    judged = judged_categories(content)
    values = {
        name: np.where(rows < 0, np.nan, totals[name].to_numpy(dtype=float)[rows]) for name in ("completeness", "covered_all", "total")
    }
    reached = values["completeness"] * judged
    return {
        "completeness": reals(values["completeness"]),
        "reached": reals(reached),
        "judged": reals(np.where(np.isfinite(reached), judged, np.nan)),
        "covered_all": amounts(values["covered_all"]),
        "covered_total": amounts(values["total"]),
        "failing": amounts(_failing(rates, settings, len(rows)) * _proven(content, len(rows))),
    }


def judged_categories(content: SceneContent) -> int:
    """How many categories are judged at all."""
    return int(sum(content.ledger[f"{category.id}_ok"].notna().any() for category in content.settings.profile.categories))


def _failing(rates: np.ndarray, settings: Settings, rows: int) -> np.ndarray:
    """Categories of each area whose rate misses its target."""
    targets = np.array([np.nan if category.target is None else category.target for category in settings.profile.categories])
    by_category = rates.reshape(-1, rows)
    return (by_category < targets[:, None]).sum(axis=0).astype(float)


def _proven(content: SceneContent, rows: int) -> np.ndarray:
    """1 for areas whose walking network can carry a verdict; where it is not usable nothing is called short."""
    places = [*zip(*(content.table("areas")[name] for name in KEYS[:3])), WHOLE] if len(content.table("areas")) else [WHOLE]
    return np.array([content.quality.get(place) != NOT_USABLE for place in places[-rows:]], dtype=float)
