"""What a tried change brings: per doorplate what it gained and lost, per area and category the weight."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from .ledger import OWN_COLUMNS
from .rollup import ALL, weights
from .whatif import Base, Tried

GAINED, LOST, SAME = "gained", "lost", "same"
KEYS = ["partition", "level", "code", "category"]
TOTAL_COLUMNS = (
    "partition", "level", "code", "name", "category", "weight", "total", "before", "after", "gained", "lost", "rate_before", "rate_after",
)  # fmt: skip
MOVED_M = 1e-6


def totals(base: Base, tried: Tried) -> pd.DataFrame:
    """Per area and category, in the order of the summary: the covered weight before and after, what was gained and lost.

    Sums add up as in the summary: every level equals the block level=all. Rates are shares 0 to 1, NaN where nothing is weighed
    or the category has no facility before or after.
    """
    summary = base.decided.summary
    frame = summary[["partition", "level", "code", "name", "category", "weight", "total"]].assign(before=summary["ok"])
    moved, places = _moved(base, tried), _places(frame)
    for name in (GAINED, LOST):
        frame[name] = moved[name].reindex(places).fillna(0.0).to_numpy()
    frame["after"] = frame["before"] + frame[GAINED] - frame[LOST]
    for name, judged in (("before", _judged(base)), ("after", {**_judged(base), **_judged_anew(tried)})):
        known = frame["category"].map(judged).to_numpy(dtype=bool)
        total = np.where(known & (frame["total"] > 0), frame["total"], np.nan)
        frame[f"rate_{name}"] = frame[name] / total
    return frame[list(TOTAL_COLUMNS)]


def _judged(base: Base) -> dict[str, bool]:
    """Whether each category is judged; it is for every doorplate or for none."""
    return {name: bool(found.judged.all()) for name, found in base.decided.coverage.found.items()}


def _judged_anew(tried: Tried) -> dict[str, bool]:
    """The same after the change, where any doorplate was asked again."""
    return {name: bool(found.judged.all()) for name, found in tried.after.items() if len(tried.rows)}


def _moved(base: Base, tried: Tried) -> pd.DataFrame:
    """The weight gained and lost, indexed by area and category; where nothing moved there is no row."""
    weight = weights(base.decided.ledger, base.settings)[tried.rows]
    parts = []
    for name, new in tried.after.items():
        old = tried.before[name]
        rows = np.flatnonzero(new.ok != old.ok)
        gain, loss = (np.where(new.ok[rows] == side, weight[rows], 0.0) for side in (True, False))
        levels = {(None, ALL): np.full(len(tried.rows), None, dtype=object), **{k: c[tried.rows] for k, c in base.decided.codes.items()}}
        for (partition, level), codes in levels.items():
            parts.append(pd.DataFrame({"partition": partition, "level": level, "code": codes[rows], "category": name}))
            parts[-1][[GAINED, LOST]] = np.column_stack([gain, loss])
    moved = pd.concat(parts, ignore_index=True)
    return moved[[GAINED, LOST]].groupby(_places(moved)).sum()


def _places(frame: pd.DataFrame) -> pd.MultiIndex:
    # An empty word stands for the rows without code, which pandas would not match.
    return pd.MultiIndex.from_frame(frame[KEYS].astype(object).where(frame[KEYS].notna(), ""))


def changed_doorplates(base: Base, tried: Tried) -> gpd.GeoDataFrame:
    """The doorplates with another answer: their own columns, gained and lost categories, and per category what changed and the metres."""
    different = np.zeros(len(tried.rows), dtype=bool)
    columns: dict[str, np.ndarray] = {}
    gained, lost = np.zeros(len(tried.rows), dtype=np.int64), np.zeros(len(tried.rows), dtype=np.int64)
    for name, new in tried.after.items():
        old = tried.before[name]
        word = np.select([new.ok & ~old.ok, old.ok & ~new.ok], [GAINED, LOST], SAME).astype(object)
        gained += word == GAINED
        lost += word == LOST
        different |= (word != SAME) | (new.facility_id != old.facility_id) | _differ(new.metres, old.metres)
        ids = {f"{name}_id_before": old.facility_id, f"{name}_id": new.facility_id}
        columns.update({f"{name}_change": word, **ids, f"{name}_m_before": old.metres, f"{name}_m": new.metres})
    kept = np.flatnonzero(different)
    ledger = base.decided.ledger.iloc[tried.rows[kept]].reset_index(drop=True)
    own = {name: ledger[name].to_numpy() for name in OWN_COLUMNS}
    frame = {**own, GAINED: gained[kept], LOST: lost[kept], **{name: values[kept] for name, values in columns.items()}}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=ledger.geometry.to_numpy(), crs=ledger.crs)


def _differ(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    return (np.isnan(one) != np.isnan(two)) | (np.abs(one - two) > MOVED_M)
