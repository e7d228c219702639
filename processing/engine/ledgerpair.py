"""Two coverage ledgers side by side: what makes them comparable, which doorplates they share, what must be said of them."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.profiles import WALKERS
from ...layers.words import Text, text
from .areas import points_xy
from .results import ESTIMATE

KEY, OK = "doorplate_id", "_ok"
BEFORE, AFTER = "BEFORE", "AFTER"
NEAR_M, FAR_M = 50.0, 1000.0  # a doorplate measured anew; another place altogether
MOST_IDS = 5
# However a file keeps truth.
WORDS = {"true": 1.0, "1": 1.0, "1.0": 1.0, "false": 0.0, "0": 0.0, "0.0": 0.0}


@dataclass(frozen=True)
class Pair:
    """Two ledgers, their common categories, and for each doorplate of the second its row in the first (-1: it is new)."""

    before: gpd.GeoDataFrame
    after: gpd.GeoDataFrame
    categories: tuple[str, ...]
    row_before: np.ndarray
    gone: np.ndarray  # rows of the first that the second lacks
    notes: tuple[Text, ...]

    @property
    def matched(self) -> np.ndarray:
        """Rows of the second ledger that the first has too."""
        return np.flatnonzero(self.row_before >= 0)


def pair_of(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame) -> Pair:
    """Two ledgers as a pair.

    Raises InputError, all at once, where one is no ledger, repeats ids or mixes runs; and where both are of different
    profiles or districts.
    """
    refused = [*_faults(before, BEFORE), *_faults(after, AFTER)]
    if refused:
        raise InputError(*refused)
    categories = tuple(name for name in _categories(after) if name in _categories(before))
    row_before = pd.Index(before[KEY].astype(str), dtype=object).get_indexer(after[KEY].astype(str))
    gone = np.setdiff1d(np.arange(len(before)), row_before[row_before >= 0])
    refused = [*_different_profiles(before, after), *_different_districts(before, after, row_before)]
    if not categories:
        refused.append(
            text("The two ledgers have no category in common: {before} and {after}.", before=_named(before), after=_named(after))
        )
    if refused:
        raise InputError(*refused)
    notes = (*_notes_on_runs(before, after), *_notes_on_rows(before, after, row_before, gone), *_notes_on_categories(before, after))
    return Pair(before, after, categories, row_before, gone, notes)


def answers(ledger: pd.DataFrame, category: str) -> np.ndarray:
    """Whether each doorplate reaches a category: 1 yes, 0 no, NaN not judged."""
    codes, said = pd.factorize(ledger[category + OK])
    words = [WORDS.get(str(word).lower(), np.nan) for word in said]
    return np.array([*words, np.nan])[codes]


def _categories(ledger: pd.DataFrame) -> list[str]:
    return [name[: -len(OK)] for name in ledger.columns if name.endswith(OK) and f"{name[: -len(OK)]}_why" in ledger.columns]


def _named(ledger: pd.DataFrame) -> str:
    return ", ".join(_categories(ledger))


def _faults(ledger: pd.DataFrame, key: str) -> list[Text]:
    if KEY not in ledger.columns or not _categories(ledger):
        return [
            text("{key} is not a coverage ledger: it lacks doorplate_id, or no category has its columns. Choose an output LEDGER.", key=key)
        ]
    if not len(ledger):
        return [text("{table} has no features. Choose a layer with data.", table=key)]
    found = []
    again = ledger[KEY].astype(str).duplicated()
    if again.any():
        first = ", ".join(ledger.loc[again, KEY].astype(str).unique()[:MOST_IDS])
        found.append(
            text("{key} names {count} doorplates twice (first: {first}). Leave one row each.", key=key, count=int(again.sum()), first=first)
        )
    for column in ("profile", "walker", "method"):
        words = _words(ledger, column)
        if len(words) > 1:
            found.append(text("{key} mixes runs: its column {column} holds {words}.", key=key, column=column, words=", ".join(words)))
    return found


def _words(ledger: pd.DataFrame, column: str) -> list[str]:
    return sorted(ledger[column].dropna().astype(str).unique()) if column in ledger.columns else []


def _word(ledger: pd.DataFrame, column: str) -> str:
    return next(iter(_words(ledger, column)), "–")


def _different_profiles(before: pd.DataFrame, after: pd.DataFrame) -> list[Text]:
    one, two = _word(before, "profile"), _word(after, "profile")
    if one == two:
        return []
    return [text("The ledgers follow different profiles, {before} and {after}: their answers cannot be compared.", before=one, after=two)]


def _different_districts(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, row_before: np.ndarray) -> list[Text]:
    both = np.flatnonzero(row_before >= 0)
    if not len(both):
        words = text("No doorplate_id stands in both ledgers: they are of different districts, or their ids were given anew.")
        return [words]
    moved = _moved_m(before, after, row_before)
    if np.nanmedian(moved) > FAR_M:
        return [
            text(
                "The ledgers are of different districts: doorplates of the same id lie {km} km apart in the middle.",
                km=f"{np.nanmedian(moved) / 1000:.1f}",
            )
        ]
    return []


def _moved_m(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, row_before: np.ndarray) -> np.ndarray:
    both = np.flatnonzero(row_before >= 0)
    return np.hypot(*(points_xy(after)[both] - points_xy(before)[row_before[both]]).T)


def _notes_on_runs(before: pd.DataFrame, after: pd.DataFrame) -> list[Text]:
    found = []
    one, two = _word(before, "walker"), _word(after, "walker")
    if one != two:
        speeds = {name: WALKERS[name].speed_ms if name in WALKERS else "?" for name in (one, two)}
        found.append(
            text(
                "The walkers differ: {before} ({before_ms} m/s) before, {after} ({after_ms} m/s) after.",
                before=one,
                before_ms=speeds[one],
                after=two,
                after_ms=speeds[two],
            )
        )
    one, two = _word(before, "method"), _word(after, "method")
    if one != two:
        found.append(text("One ledger follows the walking network, the other is estimated: changes may come from the method alone."))
    elif one == ESTIMATE:
        found.append(text("Both ledgers are estimated along straight lines: no verdict rests on the changes."))
    if _word(before, "run") == _word(after, "run") != "–":
        found.append(
            text("Both ledgers are of the same run {run}: equal inputs, so nothing but the data can have changed.", run=_word(after, "run"))
        )
    return found


def _notes_on_rows(before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, row_before: np.ndarray, gone: np.ndarray) -> list[Text]:
    found = []
    for rows, ledger, words in (
        (gone, before, text("Doorplates only in the ledger before: {count} (first: {ids}).")),
        (np.flatnonzero(row_before < 0), after, text("Doorplates only in the ledger after: {count} (first: {ids}).")),
    ):
        if len(rows):
            ids = ", ".join(ledger[KEY].iloc[rows[:MOST_IDS]].astype(str))
            found.append(Text(words.source, {"count": len(rows), "ids": ids}))
    far = int((_moved_m(before, after, row_before) > NEAR_M).sum())
    if far:
        found.append(text("{count} doorplates of the same id lie more than {metres} m apart.", count=far, metres=int(NEAR_M)))
    return found


def _notes_on_categories(before: pd.DataFrame, after: pd.DataFrame) -> list[Text]:
    one, two = _categories(before), _categories(after)
    only = [name for name in (*one, *two) if name not in one or name not in two]
    return [text("Only one of the ledgers judges these categories, so they are left out: {names}.", names=", ".join(only))] if only else []
