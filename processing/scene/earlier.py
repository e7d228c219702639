"""An earlier ledger beside the scene's own: what the page shows as before, after and change."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import Profile
from ..engine.areas import points_xy
from ..engine.comparecoverage import Compared, compare_coverage
from ..engine.gains import GAINED, LOST
from ..engine.ledgerpair import Pair, pair_of
from .buildings import COVERED, NO_DATA, Buildings, classes
from .content import WEIGHTS, SceneContent, areas_by_level, in_crs, ledger_settings, page_tables, read_ledger, summed
from .facilities import serving
from .measures import SMALL_LEVELS, cells, measure_columns, summary_rows
from .place import Place
from .privacy import SUPPRESSED
from .quantise import Column, amounts, octets
from .values import texts

BEFORE = "was"  # stands before the columns of the earlier ledger
MOST_CHANGE = 2  # two categories or more look alike
MOVED_M = 1.0


def with_earlier(
    content: SceneContent, ledger: gpd.GeoDataFrame, *, facilities: gpd.GeoDataFrame | None = None, date: str = ""
) -> SceneContent:
    """The content with an earlier ledger to compare its own with.

    Raises InputError as ledgerpair.pair_of() does. facilities: those of the earlier run, so that the page can tell new ones.
    """
    earlier = in_crs(ledger, content.crs)
    pair_of(earlier, content.ledger)
    settings = ledger_settings(ledger, content.settings.profile)
    tables = {name: frame for name, frame in content.tables.items() if name != "facilities"}
    if facilities is not None:
        tables.update(page_tables({"facilities": in_crs(facilities, content.crs)}))
    before = replace(
        content,
        ledger=read_ledger(earlier, settings),
        settings=settings,
        tables=tables,
        isochrones=None,
        figures={},
        date=date,
        earlier=None,
    )
    return replace(content, earlier=summed(before, known={}))


def differences(content: SceneContent) -> list[list]:
    """What forbids a comparison: [kind, before, after] of walker, speed and method; empty where nothing does."""
    one, two = content.earlier.settings, content.settings
    stated = (
        ("walker", one.walker.id, two.walker.id),
        ("speed", one.walker.speed_ms, two.walker.speed_ms),
        ("method", one.method, two.method),
    )
    return [[kind, before, after] for kind, before, after in stated if before != after]


def compare_head(content: SceneContent, buildings: Buildings, was: Buildings, place: Place) -> dict:
    """What the head of the payload says of both ledgers."""
    pair = pair_of(content.earlier.ledger, content.ledger)
    return {
        "dates": [content.earlier.date, content.date],
        "runs": [content.earlier.settings.run, content.settings.run],
        "differs": differences(content),
        "both": len(pair.matched),
        "new": int((pair.row_before < 0).sum()),
        "gone": len(pair.gone),
        "weights": _sums(pair),
        "legend": {"before": _legend(was, content.settings.profile), "change": _change_legend(buildings, was, content.settings.profile)},
        "facilities": _facility_changes(content, place),
    }


def compare_columns(content: SceneContent, *, suppress_below: int) -> dict[str, Column]:
    """The earlier figures of every area as measures.measure_columns() names them, and what was gained and lost since."""
    columns = measure_columns(content.earlier, suppress_below=suppress_below, prefix=BEFORE)
    areas = content.table("areas") if "areas" in content.tables else None
    for weight in WEIGHTS:
        compared = compare_coverage(content.earlier.ledger, content.ledger, areas=areas, weight=weight)
        columns.update(_gain_columns(content, compared, weight, suppress_below if weight == "residents" else 0))
    return columns


def building_columns(was: Buildings, rows: np.ndarray) -> dict[str, Column]:
    """The earlier classes of the buildings of one tile."""
    return {"b.wasClasses": octets(classes(was.completeness[rows])), "b.wasOk": octets(was.covered[:, rows].ravel())}


def building_change(buildings: Buildings, was: Buildings, profile: Profile) -> dict[str, np.ndarray]:
    """Categories that a building reaches more (or fewer) than before, and the change of each; NaN where a side has no data."""
    known = (buildings.covered != NO_DATA) & (was.covered != NO_DATA)
    step = np.where(known, (buildings.covered == COVERED).astype(float) - (was.covered == COVERED), np.nan)
    total = np.where(known.any(axis=0), np.nansum(step, axis=0), np.nan)
    return {"all": total, **{category.id: step[k] for k, category in enumerate(profile.categories)}}


def _change_legend(buildings: Buildings, was: Buildings, profile: Profile) -> dict[str, list[int]]:
    """Numbers of buildings by change: none, −2 or less, −1, 0, +1, +2 or more."""
    return {name: _counted(values) for name, values in building_change(buildings, was, profile).items()}


def _counted(change: np.ndarray) -> list[int]:
    place = np.where(np.isfinite(change), np.clip(np.nan_to_num(change), -MOST_CHANGE, MOST_CHANGE) + MOST_CHANGE + 1, 0)
    return np.bincount(place.astype(int), minlength=2 * MOST_CHANGE + 2).tolist()


def _legend(was: Buildings, profile: Profile) -> dict[str, list[int]]:
    own = {category.id: np.bincount(covered, minlength=3).tolist() for category, covered in zip(profile.categories, was.covered)}
    return {"all": np.bincount(classes(was.completeness), minlength=6).tolist(), **own}


def _sums(pair: Pair) -> dict[str, list[int]]:
    """What each ledger counts, by weight: [before, after]."""
    return {
        weight: [int(np.rint(ledger[weight].fillna(0).astype(float).sum())) for ledger in (pair.before, pair.after)]
        for weight in WEIGHTS
        if weight in pair.before.columns and weight in pair.after.columns
    }


def _gain_columns(content: SceneContent, compared: Compared, weight: str, below: int) -> dict[str, Column]:
    areas = content.table("areas")
    rows = summary_rows(compared.totals, areas, content.settings)
    anything = _any_change(content, compared.doorplates, weight)
    columns = {}
    for word in (GAINED, LOST):
        by_category = cells(compared.totals[word].to_numpy(dtype=float), rows)
        columns[f"{BEFORE}.{weight}.{word}"] = amounts(np.rint(_hidden(by_category, areas, below)))
        columns[f"{BEFORE}.{weight}.{word}_any"] = amounts(np.rint(_hidden(anything[word], areas, below)))
    return columns


def _any_change(content: SceneContent, doorplates: gpd.GeoDataFrame, weight: str) -> dict[str, np.ndarray]:
    """Weight of the doorplates with any category gained or lost, by area, then of the whole district."""
    areas = content.table("areas")
    held = doorplates[weight].fillna(0).to_numpy(dtype=float) if weight in doorplates.columns else np.ones(len(doorplates))
    holders = areas_by_level(points_xy(doorplates), areas)
    found = {}
    for word in (GAINED, LOST):
        changed = held * (doorplates[word].to_numpy() > 0)
        sums = np.zeros(len(areas))
        for rows in holders:
            sums += np.bincount(rows[rows >= 0], changed[rows >= 0], len(areas))
        found[word] = np.append(sums, changed.sum())
    return found


def _hidden(values: np.ndarray, areas: gpd.GeoDataFrame, below: int) -> np.ndarray:
    """Numbers of people too small to show, in small areas, as SUPPRESSED."""
    small = np.append(areas["level"].isin(SMALL_LEVELS).to_numpy() if len(areas) else np.zeros(0, dtype=bool), False)
    return np.where(np.tile(small, len(values) // len(small)) & (values > 0) & (values < below), SUPPRESSED, values)


def _facility_changes(content: SceneContent, place: Place) -> dict:
    """New and moved facilities as rows of the table, gone ones with their place; all empty where the earlier ones are not given."""
    now, was = content.table("facilities"), content.earlier.table("facilities")
    if not len(was):
        return {"new": [], "moved": [], "gone": {"name": [], "categories": [], "x": [], "y": []}}
    row_before = pd.Index(was["facility_id"].astype(str)).get_indexer(now["facility_id"].astype(str))
    here, there = (shapely.get_coordinates(shapely.centroid(frame.geometry.to_numpy())).reshape(-1, 2) for frame in (now, was))
    moved = (row_before >= 0) & (np.hypot(*(here - there[row_before]).T) > MOVED_M)
    gone = np.setdiff1d(np.arange(len(was)), row_before)
    member = [serving(content.earlier, category)[gone] for category in content.settings.profile.categories]
    local = np.round(place.local(there[gone]), 1)
    return {
        "new": np.flatnonzero(row_before < 0).tolist(),
        "moved": np.flatnonzero(moved).tolist(),
        "gone": {
            "name": texts(was.iloc[gone], "name"),
            "categories": [[k for k, own in enumerate(member) if own[row]] for row in range(len(gone))],
            "x": local[:, 0].tolist(),
            "y": local[:, 1].tolist(),
        },
    }
