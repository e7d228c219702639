"""What opening each gate alone brings to every area.

frame = gains_by_area(base, ids, newly)   # partition level code name gate_id alone rank, c_new per category
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .rollup import ALL, weights
from .whatif import Base

AREA = ["partition", "level", "code"]
BY_AREA_COLUMNS = (*AREA, "name", "gate_id", "alone", "rank")


@dataclass(frozen=True)
class Newly:
    """Doorplates that a change brings within reach of something: their positions, and of which category."""

    rows: np.ndarray
    ok: np.ndarray  # (rows, categories)

    @staticmethod
    def of(rows: np.ndarray, ok: np.ndarray) -> Newly:
        """Those of the rows that have any category."""
        some = ok.any(axis=1)
        return Newly(rows[some], ok[some])

    def by_category(self, weight: np.ndarray) -> np.ndarray:
        """The weight newly covered, by category; weight is that of every doorplate."""
        return (self.ok * weight[self.rows, None]).sum(axis=0)


def gains_by_area(base: Base, ids: np.ndarray, newly: list[Newly]) -> pd.DataFrame:
    """One row per area and gate that brings it anything, the best gate of an area first, areas in the order of the summary.

    The gates' gains of a level add up to those of the block level=all; a row without code holds doorplates outside every area.
    """
    names = [f"{category.id}_new" for category in base.settings.profile.categories]
    rows = np.concatenate([one.rows for one in newly])
    gained = np.concatenate([one.ok for one in newly]) * weights(base.decided.ledger, base.settings)[rows, None]
    gate = np.repeat(ids, [len(one.rows) for one in newly])
    levels = {(None, ALL): np.full(len(base.decided.ledger), None, dtype=object), **base.decided.codes}
    # One block for each level: pandas sums all its areas and gates at once.
    parts = [_sums(partition, level, codes[rows], gate, gained, names) for (partition, level), codes in levels.items()]
    frame = pd.concat(parts, ignore_index=True)
    frame["alone"] = frame[names].sum(axis=1)
    frame = frame.merge(_areas(base.decided.summary), how="left", on=AREA)
    frame = frame.sort_values(["place", "alone", "gate_id"], ascending=[True, False, True], kind="stable", ignore_index=True)
    frame["rank"] = frame.groupby("place").cumcount() + 1
    return frame[[*BY_AREA_COLUMNS, *names]]


def _sums(partition: str | None, level: str, code: np.ndarray, gate: np.ndarray, gained: np.ndarray, names: list[str]) -> pd.DataFrame:
    found = pd.DataFrame(gained, columns=names).groupby([pd.Series(code, dtype=object), pd.Series(gate, dtype=object)], dropna=False).sum()
    found.index.names = ["code", "gate_id"]
    found = found.reset_index().astype({"code": object})
    found["code"] = found["code"].where(found["code"].notna(), None)
    return found.assign(partition=partition, level=level).astype({"partition": object})


def _areas(summary: pd.DataFrame) -> pd.DataFrame:
    """Each area once with its name and its place in the summary."""
    once = summary[[*AREA, "name"]].drop_duplicates(AREA).reset_index(drop=True)
    return once.assign(place=np.arange(len(once)))
