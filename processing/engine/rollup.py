"""From doorplates to areas: sums that add up exactly to the ledger, shares, verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.profiles import Category
from .areas import Codes, partitions
from .ledger import NO_FACILITY, NO_ROUTE, NOT_SNAPPED, OK, REASONS
from .results import ESTIMATE, Settings
from .verdicts import unproven, verdicts, withheld
from .weighing import DEFAULT

ALL = "all"  # the level of the block that equals the ledger
# Nobody lives where no way leads: these may be reached, until the data says better.
UNKNOWN_REASONS = (NOT_SNAPPED, NO_ROUTE)
Quality = dict[tuple[Optional[str], str, Optional[str]], str]  # of (partition, level, code); the whole is (None, "all", None)
WHOLE = (None, ALL, None)
NOT_USABLE = "not_usable"
KEYS = ("partition", "level", "code", "name")
SUMMARY_COLUMNS = (*KEYS, "category", "weight", "total", *REASONS, "rate", "rate_low", "rate_high", "target", "verdict")
TOTALS_COLUMNS = (*KEYS, "weight", "doorplates", "total", "completeness", "covered_all")


def weight_word(ledger: pd.DataFrame, settings: Settings) -> str:
    """What the figures count; a run without any stated households counts doorplates and says so."""
    if settings.weight == "households" and _all_are(ledger["weight_source"].to_numpy(dtype=object), DEFAULT):
        return "doorplates"
    return settings.weight


def _all_are(words: np.ndarray, word: str) -> bool:
    # A look at the first spares most runs the others.
    return bool((words[:1] == word).all() and (words == word).all())


def weights(ledger: pd.DataFrame, settings: Settings) -> np.ndarray:
    """The weight of each doorplate, in the unit of weight_word()."""
    word = weight_word(ledger, settings)
    return np.ones(len(ledger)) if word == "doorplates" else ledger[word].to_numpy(dtype=float)


def reasons(ledger: pd.DataFrame, settings: Settings) -> np.ndarray:
    """The reason of each doorplate and category as a position in REASONS, shape (doorplates, categories)."""
    columns = [pd.Categorical(ledger[f"{c.id}_why"], categories=REASONS).codes for c in settings.profile.categories]
    return np.column_stack(columns) if columns else np.empty((len(ledger), 0), dtype=np.int8)


def judged(ledger: pd.DataFrame, reason: np.ndarray, settings: Settings) -> np.ndarray:
    """Whether each category is judged at all: it has a facility, or was surveyed and has none."""
    has_facility = (reason != REASONS.index(NO_FACILITY)).any(axis=0)
    categories = zip(settings.profile.categories, has_facility)
    return np.array([bool(has or ledger[f"{category.id}_ok"].notna().any()) for category, has in categories], dtype=bool)


def reach_all(ledger: pd.DataFrame, settings: Settings) -> np.ndarray:
    """Whether each doorplate reaches every category that has a facility in the input; False for all where none has."""
    return _reach_all(reasons(ledger, settings))


def _reach_all(reason: np.ndarray) -> np.ndarray:
    reached, counted = np.ones(len(reason), dtype=bool), 0
    for of_category in reason.T:
        if (of_category != REASONS.index(NO_FACILITY)).any():
            reached &= of_category == REASONS.index(OK)
            counted += 1
    return reached & (counted > 0)


@dataclass(frozen=True)
class _Block:
    """The areas of one partition and level, and the area each doorplate is counted in."""

    heads: pd.DataFrame  # KEYS, one row per area
    area_of_doorplate: np.ndarray


@dataclass(frozen=True)
class Counted:
    """What summary and totals both count by."""

    reason: np.ndarray  # (doorplates, categories), positions in REASONS
    blocks: tuple[_Block, ...]


def counted_by(
    ledger: pd.DataFrame, codes: Codes, areas: gpd.GeoDataFrame | None, settings: Settings, *, reason: np.ndarray | None = None
) -> Counted:
    """What a ledger is counted by; reason is that of the ledger where it is known already."""
    return Counted(reasons(ledger, settings) if reason is None else reason, tuple(_blocks(codes, areas, len(ledger))))


@dataclass(frozen=True)
class _Tally:
    """What is summed, per doorplate and category."""

    weight: np.ndarray
    reason: np.ndarray  # (doorplates, categories), positions in REASONS
    certain: np.ndarray | None  # (doorplates, categories), reached also with unknown gates shut; None: no gate is unknown
    judged: np.ndarray  # (categories,)


def summarise(
    ledger: pd.DataFrame,
    codes: Codes,
    areas: gpd.GeoDataFrame | None,
    settings: Settings,
    *,
    certain: np.ndarray | None = None,
    quality: Quality | None = None,
    counted: Counted | None = None,
) -> pd.DataFrame:
    """The summary: one row per area and category, with the block level=all first.

    Every level has a row without code for the doorplates outside its areas, so that each level adds up to the block
    level=all. certain is the ledger's answer with unknown gates shut, shape (doorplates, categories); None: no gate is
    unknown. quality is that of the walking network by area: where it is not usable nothing fails. Shares are 0 to 1,
    NaN where a category is not judged or nothing is weighed. counted spares repeated work.
    """
    counted = counted or counted_by(ledger, codes, areas, settings)
    reason = counted.reason
    tally = _Tally(weights(ledger, settings), reason, certain, judged(ledger, reason, settings))
    blocks = [_summary_block(block, tally, settings) for block in counted.blocks]
    summary = pd.concat(blocks, ignore_index=True)
    places = zip(summary["partition"], summary["level"], summary["code"])
    poor = np.array([(quality or {}).get(place) == NOT_USABLE for place in places], dtype=bool)
    summary["verdict"] = unproven(summary["verdict"].to_numpy(), poor)
    summary["weight"] = weight_word(ledger, settings)
    return summary[list(SUMMARY_COLUMNS)]


def area_totals(
    ledger: pd.DataFrame, codes: Codes, areas: gpd.GeoDataFrame | None, settings: Settings, *, counted: Counted | None = None
) -> pd.DataFrame:
    """Per area, in the order of the summary: doorplates, weight, weighted completeness and the weight that reaches every category."""
    weight, counted = weights(ledger, settings), counted or counted_by(ledger, codes, areas, settings)
    known = ledger["completeness"].notna().to_numpy()
    share = ledger["completeness"].to_numpy(dtype=float)
    everything = np.where(_reach_all(counted.reason), weight, 0.0)
    parts = []
    for block in counted.blocks:
        part = block.heads.copy()
        part["doorplates"] = _sums(block, np.ones(len(ledger))).astype(int)
        part["total"], part["covered_all"] = _sums(block, weight), _sums(block, everything)
        part["completeness"] = _share(_sums(block, np.where(known, weight * share, 0.0)), _sums(block, np.where(known, weight, 0.0)))
        parts.append(part)
    totals = pd.concat(parts, ignore_index=True).assign(weight=weight_word(ledger, settings))
    return totals[list(TOTALS_COLUMNS)]


def area_rates(
    areas: gpd.GeoDataFrame, summary: pd.DataFrame, totals: pd.DataFrame, settings: Settings, *, quality: Quality | None = None
) -> gpd.GeoDataFrame:
    """The areas with the rate of every category, the weighted completeness and the network's quality; same rows, same index."""
    places = pd.MultiIndex.from_arrays([partitions(areas), areas["level"], areas["code"]])
    names = [category.id for category in settings.profile.categories]
    rates = summary[summary["code"].notna()].pivot(index=list(KEYS[:3]), columns="category", values="rate")
    # Without any area there is no row to turn into columns.
    rates = rates.reindex(columns=names).reindex(places)
    columns = {f"{name}_rate": rates[name].to_numpy(dtype=float) for name in names}
    shares = totals[totals["code"].notna()].set_index(list(KEYS[:3]))["completeness"].reindex(places)
    geometry = areas.geometry.name
    columns["completeness"] = shares.to_numpy(dtype=float)
    columns["quality"] = np.array([(quality or {}).get(place) for place in places], dtype=object)
    kept = [column for column in areas.columns if column != geometry and column not in columns]
    return areas.assign(**columns)[[*kept, *columns, geometry]]


def _blocks(codes: Codes, areas: gpd.GeoDataFrame | None, count: int) -> list[_Block]:
    whole = pd.DataFrame([(None, ALL, None, None)], columns=list(KEYS), dtype=object)
    blocks = [_Block(whole, np.zeros(count, dtype=np.intp))]
    for (partition, level), code_of_doorplate in codes.items():
        names = _names(areas, partition, level, code_of_doorplate)
        # The last row, without code, takes the doorplates outside every area.
        heads = pd.DataFrame({"partition": partition, "level": level, "code": [*names.index, None], "name": [*names, None]}, dtype=object)
        position = pd.Index(names.index).get_indexer(code_of_doorplate)
        blocks.append(_Block(heads, np.where(position < 0, len(names), position)))
    return blocks


def _names(areas: gpd.GeoDataFrame | None, partition: str, level: str, code_of_doorplate: np.ndarray) -> pd.Series:
    """The names of a level's areas by code, in code order; stated codes have no names."""
    if areas is None or areas.empty:
        stated = np.unique(code_of_doorplate[~pd.isna(code_of_doorplate)].astype(str)).astype(object)
        return pd.Series(None, index=stated, dtype=object)
    of_level = areas[(partitions(areas) == partition) & (areas["level"] == level).to_numpy()]
    names = of_level.drop_duplicates("code").set_index("code")["name"] if "name" in areas.columns else None
    found = pd.Series(None, index=of_level["code"].unique(), dtype=object) if names is None else names.where(names.notna(), None)
    return found.sort_index()


def _summary_block(block: _Block, tally: _Tally, settings: Settings) -> pd.DataFrame:
    doorplates, categories = _sums(block, np.ones(len(tally.weight))), settings.profile.categories
    columns = [_category_columns(block, tally, k, category, doorplates, settings) for k, category in enumerate(categories)]
    # Areas in code order, categories in profile order inside each.
    heads = {key: np.repeat(block.heads[key].to_numpy(dtype=object), len(categories)) for key in KEYS}
    return pd.DataFrame({**heads, **{name: np.stack([column[name] for column in columns], axis=1).ravel() for name in columns[0]}})


def _category_columns(
    block: _Block, tally: _Tally, k: int, category: Category, doorplates: np.ndarray, settings: Settings
) -> dict[str, np.ndarray]:
    by_reason = _sums_by_reason(block, tally.weight, tally.reason[:, k])
    total, reached = by_reason.sum(axis=1), by_reason[:, REASONS.index(OK)]
    unknown = by_reason[:, [REASONS.index(reason) for reason in UNKNOWN_REASONS]].sum(axis=1)
    counted = np.where(tally.judged[k], total, np.nan)
    low = _share(reached if tally.certain is None else _sums_certain(block, tally, k), counted)
    high = _share(reached + unknown, counted)
    found = verdicts(low, high, target=category.target, compare=category.compare, doorplates=doorplates, total=total)
    return {
        "category": np.full(len(total), category.id, dtype=object),
        "total": total,
        **dict(zip(REASONS, by_reason.T)),
        "rate": _share(reached, counted),
        "rate_low": low,
        "rate_high": high,
        "target": np.full(len(total), np.nan if category.target is None else category.target),
        "verdict": withheld(found) if settings.method == ESTIMATE else found,
    }


def _sums(block: _Block, values: np.ndarray) -> np.ndarray:
    return np.bincount(block.area_of_doorplate, weights=values, minlength=len(block.heads))


def _sums_certain(block: _Block, tally: _Tally, k: int) -> np.ndarray:
    both = tally.certain[:, k] & (tally.reason[:, k] == REASONS.index(OK))
    return _sums(block, np.where(both, tally.weight, 0.0))


def _sums_by_reason(block: _Block, weight: np.ndarray, reason: np.ndarray) -> np.ndarray:
    """Shape (areas, reasons)."""
    cells = block.area_of_doorplate * len(REASONS) + reason
    return np.bincount(cells, weights=weight, minlength=len(block.heads) * len(REASONS)).reshape(-1, len(REASONS))


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=np.isfinite(whole) & (whole > 0))
