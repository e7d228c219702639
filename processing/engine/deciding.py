"""Decides for every doorplate and category: the nearest facility as gates are stated, and what other rules about gates change.

found, certain, fields, opened = decide(site, stated, facilities, rows_of, complete, settings, progress)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ...layers.profiles import MINUTES, Category
from ...layers.progress import Progress, waited
from ...layers.words import text
from .gates import ALL_OPEN, UNKNOWN_CLOSED
from .graph import METRES, SECONDS, Network
from .ground import Ground, Site, is_needed
from .ledger import BEHIND_GATE, NO_FACILITY, NO_ROUTE, NOT_SNAPPED, OK, REASONS, TOO_FAR
from .otherrules import OtherRule
from .searcher import Searcher
from .spreading import Walks

if TYPE_CHECKING:
    import geopandas as gpd

    from .results import Settings

LIMIT_TOLERANCE = 1e-6  # equality counts as reached
CODE = {reason: np.int8(code) for code, reason in enumerate(REASONS)}


def _why(ok: bool, opened: bool, linked: bool, snapped: bool) -> np.int8:
    # What is asked first decides.
    asked = ((ok, OK), (not snapped, NOT_SNAPPED), (not linked, NO_ROUTE), (opened, BEHIND_GATE), (True, TOO_FAR))
    return CODE[next(reason for answer, reason in asked if answer)]


WHY = np.array([_why(*answers) for answers in product((False, True), repeat=4)])


@dataclass(frozen=True)
class Reached:
    """One category, by doorplate."""

    facility_id: np.ndarray  # None where no way leads
    metres: np.ndarray  # NaN where no way leads
    minutes: np.ndarray
    ok: np.ndarray
    judged: np.ndarray
    why: np.ndarray  # positions in ledger.REASONS


@dataclass(frozen=True)
class Decision:
    """The answers of a run."""

    found: dict[str, Reached]  # by category
    certain: np.ndarray | None  # (doorplates, categories): ok with unknown gates shut; None: no gate is unknown
    fields: dict[str, Walks]  # cost by node of each category, in its own unit
    opened: Network  # with every gate open


def decide(
    site: Site,
    stated: Ground,
    facilities: gpd.GeoDataFrame,
    rows_of: dict[str, np.ndarray],
    complete: set[str],
    settings: Settings,
    progress: Progress,
) -> Decision:
    """All answers; complete names the categories that a survey calls complete."""
    ids = facilities["facility_id"].to_numpy(dtype=object)
    run = _Run(site, stated, rows_of, settings, ranks(ids))
    walks, fields = _as_stated(run, progress.part(0, 0.6))
    # Rule by rule, each let go before the next: together they would fill the memory.
    shut = _under(run, UNKNOWN_CLOSED, walks, fields, progress.part(0.6, 0.8))
    every_gate = _under(run, ALL_OPEN, walks, fields, progress.part(0.8, 1))
    found = _told(run, walks, [shut, every_gate], ids, complete)
    certain = np.stack(list(shut.ok.values()), axis=1) if shut is not None and shut.ok else None
    return Decision(found, certain, fields, stated.network if every_gate is None else every_gate.network)


@dataclass(frozen=True)
class _Run:
    """What the searches of all rules about gates share."""

    site: Site
    stated: Ground
    rows_of: dict[str, np.ndarray]
    settings: Settings
    label: np.ndarray

    def asked(self, progress: Progress) -> Iterator[tuple[Category, np.ndarray, Progress]]:
        """The categories with their facilities and their shares of the progress."""
        lines = self.settings.profile.categories
        for at, line in enumerate(lines):
            yield line, self.rows_of[line.id], progress.part(at / len(lines), (at + 1) / len(lines))


@dataclass(frozen=True)
class _Otherwise:
    """What another rule about gates brings."""

    ok: dict[str, np.ndarray]  # by category: which doorplates have a facility within the limit
    linked: dict[str, np.ndarray]  # and to which any way leads; empty where unknown gates are shut
    connected: np.ndarray
    network: Network | None  # with all gates open, else let go


def _as_stated(run: _Run, progress: Progress) -> tuple[dict[str, Walks], dict[str, Walks]]:
    """By category the walk of every doorplate as gates are stated, and that of every node."""
    searcher = Searcher.on(run.stated, run.settings.direction, run.label)
    walks, fields = {}, {}
    for line, rows, part in run.asked(progress):
        part.at(0, text("Searching the nearest facilities: {category}", category=line.id))
        walks[line.id], fields[line.id] = searcher.nearest(unit_of(line), rows, progress=part)
    return walks, fields


def _under(run: _Run, rule: str, walks: dict[str, Walks], fields: dict[str, Walks], progress: Progress) -> _Otherwise | None:
    """The same under another rule; None where no gate tells it from the stated one."""
    if not is_needed(run.site, rule):
        return None
    other = waited(progress, 0, lambda: OtherRule.of(run.site, rule, run.stated, direction=run.settings.direction, label=run.label))
    reached_then, linked = {}, {}
    for line, rows, part in run.asked(progress):
        part.at(0, text("Searching the nearest facilities: {category}", category=line.id))
        limit = limit_of(line)
        ok = within(walks[line.id].cost, limit)
        # Open gates bring nobody farther away, shut ones nobody nearer.
        asked = ~ok if rule == ALL_OPEN else ok
        homes, cost = other.costs(unit_of(line), rows, fields[line.id], limit=limit, asked=asked, progress=part)
        ok[homes] = within(cost, limit)
        reached_then[line.id] = ok
        if rule == ALL_OPEN:
            linked[line.id] = other.linked(rows)
    return _Otherwise(reached_then, linked, other.connected, other.network if rule == ALL_OPEN else None)


def _told(
    run: _Run, walks: dict[str, Walks], others: Sequence[_Otherwise | None], ids: np.ndarray, complete: set[str]
) -> dict[str, Reached]:
    """The answers with their reasons; others are the rules about gates, that of every gate open last. The walks are let go."""
    snapped = run.site.sealed.copy()
    snapped[run.stated.homes.point] = True
    for other in others:
        if other is not None:
            snapped |= other.connected
    every_gate, id_of_label = others[-1], np.append(ids[np.argsort(run.label)], None)
    found = {}
    for line in run.settings.profile.categories:
        answer, known = walks.pop(line.id), len(run.rows_of[line.id]) > 0
        ok, linked = within(answer.cost, limit_of(line)), np.isfinite(answer.cost)
        opened, linked = (ok, linked) if every_gate is None else (every_gate.ok[line.id], every_gate.linked[line.id])
        # Who walks inside an estate to its own facility needs no street.
        why = reasons(ok, opened, linked, known=known, snapped=snapped | linked)
        found[line.id] = reached(answer, why, line, id_of_label, judged=known or line.id in complete)
    return found


def ranks(ids: np.ndarray) -> np.ndarray:
    """The rank of each id as text: of facilities equally near the lowest is told."""
    rank = np.empty(len(ids), dtype=np.int64)
    rank[np.argsort(ids.astype("U"), kind="stable")] = np.arange(len(ids))
    return rank


def unit_of(category: Category) -> str:
    """What a search for a category minimises: seconds for a limit in minutes, else metres."""
    return SECONDS if category.unit == MINUTES else METRES


def limit_of(category: Category) -> float:
    """A category's limit in the unit of its search, with the tolerance that lets equality count as reached."""
    return (category.limit + LIMIT_TOLERANCE) * (60 if category.unit == MINUTES else 1)


def within(cost: np.ndarray, limit: float) -> np.ndarray:
    """Whether a cost is within the limit."""
    return cost <= limit


def reasons(ok: np.ndarray, opened: np.ndarray, linked: np.ndarray, *, known: bool, snapped: np.ndarray) -> np.ndarray:
    """Why, as positions in REASONS, in the order of the design: what is asked first decides.

    With every gate open: opened says whether a facility is within the limit, linked whether any way leads to one.
    known says whether the category has a facility at all.
    """
    if not known:
        return np.full(len(ok), CODE[NO_FACILITY])
    answers = np.zeros(len(ok), dtype=np.uint8)
    for answer in (ok, opened, linked, snapped):
        answers = 2 * answers + answer
    return WHY.take(answers)


def reached(answer: Walks, why: np.ndarray, category: Category, id_of_label: np.ndarray, *, judged: bool) -> Reached:
    """The answers of one category from its walks (in the unit of its search) and reasons; id_of_label ends with None."""
    seconds, metres = (answer.cost, answer.other) if category.unit == MINUTES else (answer.other, answer.cost)
    metres, minutes, nowhere = metres.copy(), seconds / 60, np.flatnonzero(~np.isfinite(answer.cost))
    metres[nowhere] = minutes[nowhere] = np.nan
    return Reached(
        facility_id=id_of_label[np.minimum(answer.label, len(id_of_label) - 1)],  # NO_LABEL is the largest
        metres=metres,
        minutes=minutes,
        ok=why == CODE[OK],
        judged=np.broadcast_to(np.bool_(judged), len(why)),  # one value for all: no memory
        why=why,
    )
