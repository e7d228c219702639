"""Coverage by group, side by side: households, residents, the elderly at their own pace, children; by housing and by gated estates.

groups = group_coverage(decided, again, estates=estates, walls=walls, gates=gates, settings=settings)

again(settings) decides the same doorplates once more, for a walker of another pace. Columns: kind (people, housing_type,
estate), group (households, residents, elderly, children; the housing type; gated, open, unknown, none), walker, weight,
category, doorplates, not_stated (doorplates that state no number of the group), total, ok, rate. Shares are 0 to 1, NaN
where a category is not judged or nothing is weighed; group None: no housing type is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import WALKERS, Walker
from ...layers.progress import SILENT, Progress
from .areas import points_xy
from .coverage import Coverage, coverage
from .estates import gated_estates, words
from .estimate import estimate_coverage
from .people import CHILDREN, ELDERLY, HOUSEHOLDS, RESIDENTS
from .results import ESTIMATE
from .rollup import weight_word, weights
from .streets import numbers

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from .check import Decided
    from .results import Settings

PEOPLE, HOUSING, ESTATE = "people", "housing_type", "estate"
GATED, OPEN, UNKNOWN, NONE = "gated", "open", "unknown", "none"  # none: in no estate
# Groups with a pace of their own; the others walk as the run says.
WALKER_OF = {ELDERLY: "older", CHILDREN: "child"}
COLUMNS = ("kind", "group", "walker", "weight", "category", "doorplates", "not_stated", "total", "ok", "rate")
Answers = dict[str, np.ndarray]  # by category, whether each doorplate reaches it: 1, 0, NaN not judged


def group_coverage(
    decided: Decided,
    again: Callable[[Settings], Coverage],
    *,
    estates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    gates: gpd.GeoDataFrame | None = None,
    settings: Settings,
) -> pd.DataFrame:
    """One row per group and category, groups in a fixed order, categories in profile order."""
    ledger, usual = decided.ledger, _answers(decided.coverage)
    rows = list(_people(decided, again, usual, settings))
    weight, word = weights(ledger, settings), weight_word(ledger, settings)
    at = estate_of(points_xy(ledger), estates)
    kinds = {HOUSING: housing_words(ledger, estates, at), ESTATE: gated_words(estates, walls, gates, at)}
    for kind, group in kinds.items():
        named, rank = pd.factorize(group, sort=True)
        # Where nothing is stated of any doorplate there are no groups; a few without are a group of their own.
        for position, name in [*enumerate(rank), *([(-1, None)] if len(rank) and (named < 0).any() else [])]:
            inside = named == position
            rows += _rows((kind, name, settings.walker.id, word), np.where(inside, weight, np.nan), inside, usual)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def walked_again(
    decided: Decided, tables: Mapping[str, gpd.GeoDataFrame], *, relief: Relief | None = None, progress: Progress = SILENT
) -> Callable[[Settings], Coverage]:
    """Decides the doorplates of a run once more; tables are those of the run by name."""

    def again(settings: Settings) -> Coverage:
        measured = estimate_coverage if settings.method == ESTIMATE else partial(coverage, relief=relief)
        given = {name: tables.get(name) for name in ("gates", "walls", "estates", "land", "surveys")}
        main = (decided.coverage.doorplates, tables["facilities"], tables.get("streets"))
        return measured(*main, **given, settings=replace(settings, sensitivity=False), progress=progress)

    return again


def group_rates(groups: pd.DataFrame) -> dict[str, dict[str, float | None]]:
    """The rate of every category by group, the groups of housing and estates behind their kind; None where there is none."""
    names = [group if kind == PEOPLE else f"{kind}:{group or ''}" for kind, group in zip(groups["kind"], groups["group"])]
    found: dict[str, dict[str, float | None]] = {}
    for name, category, rate in zip(names, groups["category"], groups["rate"]):
        found.setdefault(name, {})[category] = None if np.isnan(rate) else float(rate)
    return found


def _people(decided: Decided, again: Callable[[Settings], Coverage], usual: Answers, settings: Settings) -> Iterator[tuple]:
    everyone = np.ones(len(decided.ledger), dtype=bool)
    known: dict[tuple[float, bool], Answers] = {_pace(settings.walker): usual}
    for group in (HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN):
        weight = numbers(decided.ledger, group)
        if not np.isfinite(weight).any():
            continue
        walker = WALKERS[WALKER_OF[group]] if group in WALKER_OF else settings.walker
        if _pace(walker) not in known:
            known[_pace(walker)] = _answers(again(replace(settings, walker=walker)))
        yield from _rows((PEOPLE, group, walker.id, group), weight, everyone, known[_pace(walker)])


def _pace(walker: Walker) -> tuple[float, bool]:
    return walker.speed_ms, walker.hurries_downhill


def _answers(coverage: Coverage) -> Answers:
    return {name: np.where(found.judged, found.ok.astype(float), np.nan) for name, found in coverage.found.items()}


def _rows(head: tuple, weight: np.ndarray, inside: np.ndarray, answers: Answers) -> Iterator[tuple]:
    stated = inside & np.isfinite(weight)
    for category, ok in answers.items():
        judged = stated & np.isfinite(ok)
        total, reached = weight[stated].sum(), (weight[judged] * ok[judged]).sum()
        counted = weight[judged].sum()
        counts = (int(inside.sum()), int((inside & ~stated).sum()))
        yield (*head, category, *counts, total, reached, reached / counted if counted > 0 else np.nan)


def estate_of(xy: np.ndarray, estates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The row of the estate that each point lies in, the first of several; -1 outside every estate."""
    found = np.full(len(xy), -1)
    if estates is None or not len(estates):
        return found
    shapes = shapely.make_valid(np.asarray(estates.geometry.array, dtype=object))
    points, rows = shapely.STRtree(shapes).query(shapely.points(xy), predicate="intersects")
    # From the last to the first, so that the first stays.
    order = np.argsort(-rows, kind="stable")
    found[points[order]] = rows[order]
    return found


def housing_words(ledger: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None, at: np.ndarray) -> np.ndarray:
    """The housing type of each doorplate: its own, else its estate's, else None."""
    own = words(ledger, "housing_type")
    told = np.where(own == "", np.append(words(estates, "housing_type"), "")[at], own)
    return np.where(told == "", None, told)


def gated_words(
    estates: gpd.GeoDataFrame | None, walls: gpd.GeoDataFrame | None, gates: gpd.GeoDataFrame | None, at: np.ndarray
) -> np.ndarray:
    """Whether the estate of each doorplate is gated, open or unknown; none in no estate, None where no estates are given."""
    if estates is None or not len(estates):
        return np.full(len(at), None, dtype=object)
    word = np.select([gated_estates(estates, walls, gates), words(estates, "gated") == "no"], [GATED, OPEN], UNKNOWN)
    return np.append(word.astype(object), NONE)[at]
