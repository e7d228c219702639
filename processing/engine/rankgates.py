"""Which gate to open first: households newly covered by every gate that is not open to all, alone and in the best order.

The start is the certain answer: gates of which nothing is known are shut. Gains are counted per category and added up over the
categories. The order is greedy: each next gate is the one that adds most to those opened before it (ties: the first id as text).

    found = rank_gates(tables, settings=settings)
    found.frame     # gate_id estate open alone rank order added together, c_new per category, the gate's point
    found.by_area   # what each brings alone to every area
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Optional

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.problems import Problem
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .coverage import coverage
from .estates import words
from .gates import AS_STATED, openings
from .gatesbyarea import Newly, gains_by_area
from .results import Settings
from .retrial import Mended, answers, changed, reached_homes
from .rollup import weight_word, weights
from .scenario import OPEN_GATE, Change, changed_tables
from .whatif import RUN_TABLES, Base, base_run
from .workbench import Workbench

MOST_IN_ORDER = 20
COLUMNS = ("gate_id", "estate", "open", "alone", "rank", "order", "added", "together")


@dataclass(frozen=True)
class RankedGates:
    """The gates in the order of what they bring alone, the unit of the gains, and what to know of the run."""

    frame: gpd.GeoDataFrame
    by_area: pd.DataFrame
    weight: str
    why_whole: Optional[Text]  # why every gate asked for a whole run: then the best order is worked out for its first gate only
    problems: tuple[Problem, ...]  # of the run


@dataclass(frozen=True)
class _Gain:
    """What opening one gate would bring on a state of the network; its searches are too large to keep for every gate."""

    newly: Newly
    by_category: np.ndarray
    rows: np.ndarray  # doorplates asked again
    nodes: np.ndarray  # that change, and those at the gate

    @property
    def total(self) -> float:
        """Over all categories."""
        return float(self.by_category.sum())


@dataclass(frozen=True)
class _State:
    """The network with some gates opened, and who is covered there, shape (doorplates, categories)."""

    bench: Workbench
    ok: np.ndarray


def rank_gates(
    tables: Mapping[str, gpd.GeoDataFrame], *, settings: Settings, most: int = MOST_IN_ORDER, progress: Progress = SILENT
) -> RankedGates:
    """Every gate that is not open to all, ranked; most says how many of the best order are worked out.

    Raises InputError where no gate is shut, or as coverage() does.
    """
    gates = tables.get("gates")
    shut = np.zeros(0, dtype=int) if gates is None else np.flatnonzero(openings(gates) != "all")
    if not len(shut):
        raise InputError(text("There is no gate that is closed, unknown or for residents only: nothing can be opened."))
    certain = {**tables, "gates": gates.assign(open=np.where(openings(gates) == "unknown", "closed", openings(gates)))}
    base = base_run(certain, settings=settings, rules=(AS_STATED,), progress=progress.part(0, 0.3))
    ids = gates["gate_id"].astype(str).to_numpy()[shut]
    weight = weights(base.decided.ledger, settings)
    ranked = _whole_runs if base.bench is None else _mended
    newly, order = ranked(base, ids, weight, most, progress.part(0.3, 1))
    frame = _frame(gates.iloc[shut], np.stack([one.by_category(weight) for one in newly]), order, settings)
    by_area = gains_by_area(base, ids, newly)
    return RankedGates(frame, by_area, weight_word(base.decided.ledger, settings), base.why_whole, base.decided.coverage.problems)


def _mended(base: Base, ids: np.ndarray, weight: np.ndarray, most: int, progress: Progress) -> tuple[list[Newly], list[tuple[int, float]]]:
    found = base.decided.coverage.found
    state = _State(base.bench, np.stack([found[category.id].ok for category in base.settings.profile.categories], axis=1))
    gains = []
    for at, name in enumerate(ids):
        progress.at(0.5 * at / len(ids), text("Opening the gate {gate}", gate=name))
        gains.append(_gain(state, name, weight))
    return [gain.newly for gain in gains], _best_order(state, ids, gains, weight, most, progress.part(0.5, 1))


def _tried(state: _State, gate: str) -> tuple[Mended, np.ndarray, np.ndarray]:
    """The searches with this gate open, the doorplates asked again, and who of them is covered then."""
    after = changed(state.bench, [Change(OPEN_GATE, gate)])
    again = answers(state.bench, after, reached_homes(state.bench, after))
    return after, again.rows, np.stack([again.found[category.id].ok for category in state.bench.categories], axis=1)


def _gain(state: _State, gate: str, weight: np.ndarray) -> _Gain:
    after, rows, ok = _tried(state, gate)
    newly = Newly.of(rows, ok & ~state.ok[rows])
    return _Gain(newly, newly.by_category(weight), rows, _nodes(state.bench, gate, after))


def _nodes(bench: Workbench, gate: str, after: Mended) -> np.ndarray:
    moved = ((after.before.cost != after.after.cost) | (after.before.label != after.after.label)).any(axis=0)
    row = np.flatnonzero(bench.gate_ids == gate)
    crossings = bench.site.crossings
    if crossings is not None:
        moved[bench.joints.pair[np.isin(crossings.gate[bench.joints.place], row)]] = True
    own = np.isin(bench.site.gates.gate, row) & bench.site.gates.places.found
    edges = bench.site.gates.places.edge[own]
    moved[bench.site.parted.start[edges]] = moved[bench.site.parted.end[edges]] = True
    return np.flatnonzero(moved)


def _best_order(
    state: _State, ids: np.ndarray, gains: list[_Gain], weight: np.ndarray, most: int, progress: Progress
) -> list[tuple[int, float]]:
    """Positions of gates in the best order, each with what it adds; it ends where no gate adds anything."""
    gains, order, rest = list(gains), [], set(range(len(ids)))
    by_id = np.argsort(ids.astype("U"), kind="stable").tolist()
    while rest and len(order) < most:
        progress.at(len(order) / most, text("Looking for the best order of gates"))
        best = max((at for at in by_id if at in rest), key=lambda at: gains[at].total)
        if gains[best].total <= 0:
            break
        order.append((best, gains[best].total))
        rest.discard(best)
        state = _opened(state, str(ids[best]))
        touched = np.zeros(len(state.bench.site.parted.node_xy), dtype=bool)
        touched[gains[best].nodes] = True
        # A gate that meets nothing of what the last one changed brings what it brought before.
        for at in sorted(rest):
            if touched[gains[at].nodes].any() or np.isin(gains[at].rows, gains[best].rows).any():
                progress.at(len(order) / most)
                gains[at] = _gain(state, str(ids[at]), weight)
    return order


def _opened(state: _State, gate: str) -> _State:
    after, rows, now = _tried(state, gate)
    ok = state.ok.copy()
    ok[rows] = now
    return _State(replace(state.bench, stack=after.after, doors=after.doors), ok)


def _whole_runs(
    base: Base, ids: np.ndarray, weight: np.ndarray, most: int, progress: Progress
) -> tuple[list[Newly], list[tuple[int, float]]]:
    """The same by a whole run for every gate, where changes cannot be mended; no order beyond the first gate is worked out."""
    categories = [category.id for category in base.settings.profile.categories]
    before = np.stack([base.decided.coverage.found[name].ok for name in categories], axis=1)
    newly, every = [], np.arange(len(before))
    for at, name in enumerate(ids):
        part = progress.part(at / len(ids), (at + 1) / len(ids))
        tables = changed_tables(base.tables, [Change(OPEN_GATE, name)])
        new = coverage(**{table: tables[table] for table in RUN_TABLES if table in tables}, settings=base.settings, progress=part)
        ok = np.stack([new.found[category].ok for category in categories], axis=1)
        newly.append(Newly.of(every, ok & ~before))
    total = np.array([one.by_category(weight).sum() for one in newly])
    best = int(np.argmax(total))
    return newly, [(best, float(total[best]))] if total[best] > 0 and most else []


def _frame(gates: gpd.GeoDataFrame, alone: np.ndarray, order: list[tuple[int, float]], settings: Settings) -> gpd.GeoDataFrame:
    ids = gates["gate_id"].astype(str).to_numpy()
    total = alone.sum(axis=1)
    by_gain = np.lexsort((ids.astype("U"), -total))
    rank = np.empty(len(ids), dtype=np.int64)
    rank[by_gain] = np.arange(1, len(ids) + 1)
    place, added, together = (np.full(len(ids), np.nan) for _ in range(3))
    at = [row for row, _ in order]
    place[at], added[at] = np.arange(1, len(at) + 1), [gain for _, gain in order]
    together[at] = np.cumsum(added[at])
    columns = (ids, words(gates, "estate"), openings(gates), total, rank, place, added, together)
    frame = pd.DataFrame(dict(zip(COLUMNS, columns)))
    for k, category in enumerate(settings.profile.categories):
        frame[f"{category.id}_new"] = alone[:, k]
    found = gpd.GeoDataFrame(frame, geometry=gates.geometry.to_numpy(), crs=gates.crs)
    return found.iloc[by_gain].reset_index(drop=True)
