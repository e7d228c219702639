"""What data is good for: usable, usable with reservations, or not usable, for each use with every reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...layers.words import Text, text

if TYPE_CHECKING:
    import pandas as pd

USABLE, RESERVED, UNUSABLE = VERDICTS = ("usable", "reserved", "unusable")
COVERAGE, STAFFING, SCENE = USES = ("coverage", "staffing", "scene")
NEEDED = {
    COVERAGE: ("doorplates", "facilities", "streets", "areas"),
    STAFFING: ("areas", "doorplates"),
    SCENE: ("buildings", "doorplates", "areas"),
}
ESSENTIAL = {COVERAGE: ("doorplates", "facilities", "streets"), STAFFING: ("areas",), SCENE: ()}
FEW, SOME, MANY, HALF = 0.02, 0.05, 0.2, 0.5

Reason = tuple[str, Text]  # RESERVED or UNUSABLE, and why


@dataclass(frozen=True)
class Evidence:
    """What the verdicts rest on: shares from 0 to 1, NaN where nothing is known."""

    tables: Mapping[str, pd.DataFrame]
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)  # problems by table and rule
    shares: Mapping[str, float] = field(default_factory=dict)
    network: str | None = None

    def has(self, table: str) -> bool:
        """Whether there is a usable row of the table."""
        return table in self.tables and len(self.tables[table]) > 0

    def share(self, name: str) -> float:
        """A share by name; NaN where it is not known."""
        return self.shares.get(name, np.nan)

    def of_rows(self, table: str, *rules: str) -> float:
        """Problems of these rules for each row of the table."""
        rows = len(self.tables[table]) if table in self.tables else 0
        return sum(self.counts.get((table, rule), 0) for rule in rules) / rows if rows else 0.0


@dataclass(frozen=True)
class Use:
    """One use: its verdict, the reasons, the worst first, and the tables that it takes and that were not examined."""

    name: str
    verdict: str
    reasons: tuple[Reason, ...]
    beyond: tuple[str, ...] = ()


def judged_uses(evidence: Evidence, *, whole: bool) -> tuple[Use, ...]:
    """The verdict of each use; of one file only the uses that it serves, judged as far as it goes."""
    found = []
    for name in USES:
        beyond = () if whole else tuple(table for table in NEEDED[name] if not evidence.has(table))
        if not whole and len(beyond) == len(NEEDED[name]):
            continue
        absent = [table for table in ESSENTIAL[name] if not evidence.has(table)] if whole else []
        reasons = [(UNUSABLE, text("The table {table} is missing or empty.", table=TABLE_WORDS.get(table, table))) for table in absent]
        reasons += list(JUDGES[name](evidence, whole))
        worst = UNUSABLE if any(verdict == UNUSABLE for verdict, _ in reasons) else RESERVED if reasons else USABLE
        found.append(Use(name, worst, tuple(sorted(reasons, key=lambda reason: reason[0] != UNUSABLE)), beyond))
    return tuple(found)


TABLE_WORDS = {
    "areas": text("Areas"),
    "doorplates": text("Doorplates"),
    "facilities": text("Facilities"),
    "streets": text("Walking network"),
    "buildings": text("Buildings"),
}


def _graded(share: float, words: Text, *, reserved: float, unusable: float = np.inf) -> Iterator[Reason]:
    """A reason where a share of faults exceeds one of the limits; the words get it as {share}."""
    if share > unusable or share > reserved:
        shown = f"{100 * share:.1f}" if 100 * share < 99.95 or share >= 1 else ">99.9"
        yield UNUSABLE if share > unusable else RESERVED, Text(words.source, {**words.values, "share": shown})


def _doorplate_faults(evidence: Evidence) -> Iterator[Reason]:
    rejected = text("{share} % of the rows of doorplates could not be loaded; they are in no result.")
    yield from _graded(evidence.share("rejected"), rejected, reserved=FEW, unusable=MANY)
    twice = text("{share} % of the doorplates repeat the address or number of another one; their households count twice.")
    share = max(evidence.of_rows("doorplates", rule) for rule in ("duplicate_address", "duplicate_id"))
    yield from _graded(share, twice, reserved=FEW, unusable=HALF)


def _weights(evidence: Evidence) -> Iterator[Reason]:
    if not evidence.has("doorplates"):
        return
    bare = text("{share} % of the doorplates state no households; each of them counts as one household.")
    if evidence.has("areas") and evidence.tables["areas"]["households"].notna().any():
        bare = text("{share} % of the doorplates state no households; the totals of areas are spread over them where they reach.")
    yield from _graded(1 - evidence.share("with_households"), bare, reserved=MANY)


def _coverage(evidence: Evidence, whole: bool) -> Iterator[Reason]:
    yield from _doorplate_faults(evidence)
    yield from _network(evidence)
    if evidence.has("areas") and evidence.has("doorplates"):
        outside = text("{share} % of the doorplates lie outside every area; figures by area leave them out.")
        yield from _graded(1 - evidence.share("inside"), outside, reserved=FEW, unusable=HALF)
    elif whole:
        yield RESERVED, text("There are no areas: only figures of the whole can be given.")
    unknown = text("{share} % of the facilities have a type that nobody knows and are not counted.")
    yield from _graded(evidence.of_rows("facilities", "unknown_type"), unknown, reserved=SOME)
    missing = sum(count for (_, rule), count in evidence.counts.items() if rule == "not_surveyed")
    if missing:
        words = text(
            "{count} categories have no facility and no survey says that somebody looked: they stay without a verdict.", count=missing
        )
        yield RESERVED, words
    yield from _weights(evidence)


def _network(evidence: Evidence) -> Iterator[Reason]:
    if evidence.network == "elsewhere":
        yield UNUSABLE, text("The walking network is that of another place, or nobody can walk it.")
    if evidence.network == "not_usable":
        words = text("The walking network has large holes: most doorplates stand far from any path, or its parts do not meet.")
        yield UNUSABLE, words
    if evidence.network == "usable":
        yield RESERVED, text("The walking network is incomplete in places: some walks come out longer than they are.")
    lost = text("{share} % of the doorplates are connected to no street; they count as not reached.")
    yield from _graded(evidence.of_rows("doorplates", "not_snapped"), lost, reserved=FEW, unusable=HALF)
    away = text("{share} % of the facilities are connected to no street; nobody reaches them.")
    yield from _graded(evidence.of_rows("facilities", "not_connected"), away, reserved=SOME, unusable=HALF)


def _staffing(evidence: Evidence, whole: bool) -> Iterator[Reason]:
    if evidence.has("areas"):
        if not (evidence.tables["areas"]["level"] == "grid").any():
            yield UNUSABLE, text("There are no grids among the areas.")
        else:
            yield from _posts(evidence)
        wrong = sum(count for (table, rule), count in evidence.counts.items() if table == "areas" and rule in ("overlap", "gap", "orphan"))
        if wrong:
            yield RESERVED, text("{count} overlaps, gaps or areas without parent: some doorplates count for the wrong grid.", count=wrong)
    if evidence.has("doorplates") and evidence.has("areas"):
        outside = text("{share} % of the doorplates lie in no grid; nobody is responsible for them.")
        yield from _graded(1 - evidence.share("inside_grid"), outside, reserved=FEW, unusable=MANY)
        empty = text("{share} % of the grids have no doorplate.")
        yield from _graded(evidence.share("empty_grids"), empty, reserved=SOME, unusable=HALF)
    elif whole and evidence.has("areas") and not evidence.tables["areas"]["households"].notna().any():
        yield UNUSABLE, text("Neither doorplates nor areas tell how many households there are.")
    yield from _doorplate_faults(evidence)
    yield from _weights(evidence)


def _posts(evidence: Evidence) -> Iterator[Reason]:
    words = text("{share} % of the grids state no posts of leaders or workers.")
    yield from _graded(1 - evidence.share("with_posts"), words, reserved=SOME, unusable=1 - SOME)


def _scene(evidence: Evidence, whole: bool) -> Iterator[Reason]:
    if whole and not evidence.has("buildings"):
        words = text("There are no buildings: the scene shows areas and doorplates without houses.")
        yield (RESERVED if evidence.has("areas") or evidence.has("doorplates") else UNUSABLE), words
    if evidence.has("buildings"):
        flat = text("{share} % of the buildings have neither floors nor a height; they are drawn with a default height.")
        yield from _graded(1 - evidence.share("with_height"), flat, reserved=MANY)
        if evidence.has("doorplates"):
            loose = text("{share} % of the doorplates belong to no building; a click on a building does not show them.")
            yield from _graded(1 - evidence.share("with_building"), loose, reserved=MANY)


JUDGES: dict[str, Callable[[Evidence, bool], Iterator[Reason]]] = {COVERAGE: _coverage, STAFFING: _staffing, SCENE: _scene}
