"""What changed between two coverage ledgers: gained, lost, the same, per doorplate and per area, with totals that add up.

found = compare_coverage(before, after, areas=areas)
found.doorplates    # the doorplates that both ledgers hold, with c_change per category
found.totals        # area × category: after = before + gained - lost + reweighed + rejudged + new_ok - gone_ok

Changes are weighed by the second ledger. Doorplates lie in the areas given, else in those that the ledgers name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.schema import LEVELS, PARTITION
from ...layers.words import Text
from .areas import Level, assign, levels_of, partitions, points_xy
from .gains import GAINED, LOST, SAME
from .ledgerpair import KEY, Pair, answers, pair_of
from .rollup import ALL, KEYS

OWN_COLUMNS = (KEY, "address", "estate", "building", "households", "residents", "housing_type")
WEIGHTS = ("households", "residents", "doorplates")
PARTS = ("total_before", "total_after", "before", GAINED, LOST, SAME, "not_compared", "reweighed", "rejudged", "new_ok", "gone_ok", "after")
Answers = dict[str, tuple[np.ndarray, np.ndarray]]  # by category, of the first ledger and of the second
TOTALS_COLUMNS = (*KEYS, "category", "weight", *PARTS, "rate_before", "rate_after", "change")


@dataclass(frozen=True)
class Compared:
    """What compare_coverage found."""

    doorplates: gpd.GeoDataFrame
    totals: pd.DataFrame
    areas: gpd.GeoDataFrame | None
    pair: Pair
    notes: tuple[Text, ...]

    @property
    def unmatched(self) -> int:
        """How many doorplates stand in only one of both ledgers."""
        return len(self.pair.gone) + int((self.pair.row_before < 0).sum())


def compare_coverage(
    before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, *, areas: gpd.GeoDataFrame | None = None, weight: str = "households"
) -> Compared:
    """Compare two ledgers of one profile and district; raises InputError as pair_of() does."""
    pair = pair_of(before, after)
    said = {name: (answers(pair.before, name), answers(pair.after, name)) for name in pair.categories}
    changes = {name: _changes(pair, *sides) for name, sides in said.items()}
    totals = _totals(pair, said, areas, weight)
    return Compared(_doorplates(pair, changes), totals, None if areas is None else _by_area(areas, totals, pair), pair, pair.notes)


def _changes(pair: Pair, was: np.ndarray, now: np.ndarray) -> np.ndarray:
    """gained, lost, same, or None where one of the ledgers does not judge it, of the doorplates in both."""
    new, old = now[pair.matched], was[pair.row_before[pair.matched]]
    both = np.isfinite(old) & np.isfinite(new)
    alike = (old == new) | (np.isnan(old) & np.isnan(new))
    return np.select([both & (new > old), both & (new < old), alike], [GAINED, LOST, SAME], None).astype(object)


def _doorplates(pair: Pair, changes: dict[str, np.ndarray]) -> gpd.GeoDataFrame:
    after = pair.after.iloc[pair.matched].reset_index(drop=True)
    before = pair.before.iloc[pair.row_before[pair.matched]].reset_index(drop=True)
    columns: dict[str, object] = {name: after[name] for name in OWN_COLUMNS if name in after.columns}
    together = np.stack(list(changes.values()))
    columns.update({word: (together == word).sum(axis=0) for word in (GAINED, LOST)})
    for name, words in changes.items():
        columns[f"{name}_change"] = words
        for kind in ("id", "m", "why"):
            column = f"{name}_{kind}"
            columns.update(
                {f"{key}": frame[column] for key, frame in ((f"{column}_before", before), (column, after)) if column in frame.columns}
            )
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=after.geometry.to_numpy(), crs=after.crs)


@dataclass(frozen=True)
class _Doors:
    """All doorplates of both ledgers, those of the second first, then those that are gone; 0 or NaN where a side lacks one."""

    w_before: np.ndarray
    w_after: np.ndarray
    matched: np.ndarray
    new: np.ndarray


def _doors(pair: Pair, weight: str) -> _Doors:
    was, now = _weights(pair.before, weight), _weights(pair.after, weight)
    new, nobody = pair.row_before < 0, np.zeros(len(pair.gone))
    earlier = np.where(new, 0.0, was[pair.row_before])
    return _Doors(
        w_before=np.concatenate([earlier, was[pair.gone]]),
        w_after=np.concatenate([now, nobody]),
        matched=np.concatenate([~new, nobody.astype(bool)]),
        new=np.concatenate([new, nobody.astype(bool)]),
    )


def _weights(ledger: pd.DataFrame, weight: str) -> np.ndarray:
    if weight not in ledger.columns:
        return np.ones(len(ledger))
    return ledger[weight].to_numpy(dtype=float, na_value=np.nan)


def _parts(pair: Pair, doors: _Doors, was: np.ndarray, now: np.ndarray) -> dict[str, np.ndarray]:
    """What each doorplate adds to the figures of its area."""
    old = np.concatenate([np.where(pair.row_before < 0, np.nan, was[pair.row_before]), was[pair.gone]])
    new = np.concatenate([now, np.full(len(pair.gone), np.nan)])
    ok_old, ok_new = np.nan_to_num(old), np.nan_to_num(new)
    gone = ~doors.matched & ~doors.new
    both = doors.matched & np.isfinite(old) & np.isfinite(new)
    neither = doors.matched & np.isnan(old) & np.isnan(new)
    open_ = doors.matched & ~both & ~neither
    w = doors.w_after
    return {
        "total_before": doors.w_before,
        "total_after": w,
        "before": doors.w_before * ok_old,
        GAINED: w * (both & (new > old)),
        LOST: w * (both & (new < old)),
        SAME: w * ((both & (new == old)) | neither),
        "not_compared": w * open_,
        "reweighed": (w - doors.w_before) * ok_old * doors.matched,
        "rejudged": w * (ok_new - ok_old) * open_,
        "new_ok": w * ok_new * doors.new,
        "gone_ok": doors.w_before * ok_old * gone,
        "after": w * ok_new,
        "judged_before": doors.w_before * np.isfinite(old),
        "judged_after": w * np.isfinite(new),
    }


@dataclass(frozen=True)
class _Block:
    """The areas of one partition and level, and the area of each doorplate; the last one holds those outside."""

    heads: pd.DataFrame
    area_of_door: np.ndarray

    def sums(self, values: np.ndarray) -> np.ndarray:
        """The sum of the doorplates' values in each area."""
        return np.bincount(self.area_of_door, values, len(self.heads))


def _totals(pair: Pair, said: Answers, areas: gpd.GeoDataFrame | None, weight: str) -> pd.DataFrame:
    doors, blocks = _doors(pair, weight), list(_blocks(pair, areas))
    values = {category: _parts(pair, doors, *sides) for category, sides in said.items()}
    rows = [
        block.heads.assign(category=category, turn=turn, **{name: block.sums(each) for name, each in parts.items()})
        for block in blocks
        for turn, (category, parts) in enumerate(values.items())
    ]
    totals = pd.concat(rows, keys=range(len(rows)), names=["block", "area"]).reset_index()
    totals["block"] = totals["block"] // len(values)
    totals = totals.sort_values(["block", "area", "turn"], kind="stable").reset_index(drop=True)
    for side in ("before", "after"):
        known = totals[f"judged_{side}"].to_numpy()
        totals[f"rate_{side}"] = np.divide(totals[side].to_numpy(), known, out=np.full(len(totals), np.nan), where=known > 0)
    totals["change"] = totals["rate_after"] - totals["rate_before"]
    word = weight if weight in pair.after.columns else "doorplates"
    return totals.assign(weight=word)[list(TOTALS_COLUMNS)]


def _blocks(pair: Pair, areas: gpd.GeoDataFrame | None) -> Iterator[_Block]:
    """First the whole, then every partition and level: of the areas given, else of the codes in the ledgers."""
    count = len(pair.after) + len(pair.gone)
    whole = pd.DataFrame([(None, ALL, None, None)], columns=list(KEYS), dtype=object)
    yield _Block(whole, np.zeros(count, dtype=np.intp))
    if areas is None:
        for level in LEVELS:
            codes = np.concatenate([_stated(pair.after, level), _stated(pair.before, level)[pair.gone]])
            if not pd.isna(codes).all():
                yield _block((PARTITION, level), codes, {str(code): None for code in pd.unique(codes[~pd.isna(codes)])})
        return
    found = assign(np.concatenate([points_xy(pair.after), points_xy(pair.before)[pair.gone]]), areas)
    for level in levels_of(areas):
        yield _block(level, found[level], _names(areas, level))


def _block(level: Level, code_of_door: np.ndarray, names: dict[str, str | None]) -> _Block:
    codes = sorted(names)
    columns = {"partition": level[0], "level": level[1], "code": [*codes, None], "name": [*(names[code] for code in codes), None]}
    at = pd.Index(codes, dtype=object).get_indexer(code_of_door)
    return _Block(pd.DataFrame(columns, dtype=object), np.where(at < 0, len(codes), at))


def _names(areas: gpd.GeoDataFrame, level: Level) -> dict[str, str | None]:
    at = (partitions(areas) == level[0]) & (areas["level"] == level[1]).to_numpy()
    named = areas["name"] if "name" in areas.columns else pd.Series(None, index=areas.index, dtype=object)
    return dict(zip(areas["code"][at], named.where(named.notna(), None)[at]))


def _stated(ledger: pd.DataFrame, level: str) -> np.ndarray:
    name = f"{level}_code"
    return ledger[name].to_numpy(dtype=object) if name in ledger.columns else np.full(len(ledger), None, dtype=object)


def _by_area(areas: gpd.GeoDataFrame, totals: pd.DataFrame, pair: Pair) -> gpd.GeoDataFrame:
    """The areas with the gained, lost and unchanged weight of every category and its rates before and after; same rows."""
    places = pd.MultiIndex.from_arrays([partitions(areas), areas["level"], areas["code"]])
    of_areas = totals[totals["code"].notna()]
    columns: dict[str, np.ndarray] = {}
    for name in pair.categories:
        of_category = of_areas[of_areas["category"] == name].set_index(list(KEYS[:3])).reindex(places)
        for kind in (GAINED, LOST, SAME, "rate_before", "rate_after"):
            columns[f"{name}_{kind}"] = of_category[kind].to_numpy(dtype=float)
    for kind in (GAINED, LOST):
        columns[kind] = np.sum([columns[f"{name}_{kind}"] for name in pair.categories], axis=0)
    geometry = areas.geometry.name
    kept = [name for name in areas.columns if name != geometry and name not in columns]
    return areas.assign(**columns)[[*kept, GAINED, LOST, *(name for name in columns if name not in (GAINED, LOST)), geometry]]
