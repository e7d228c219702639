"""Whether a computed sample town is the one worked out on paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...layers.sample.answers import EXPECTED, EXPECTED_OK, EXPECTED_OK_HIGH, EXPECTED_OK_LOW, EXPECTED_SNAP_M
from ...layers.words import Text, text

if TYPE_CHECKING:
    import geopandas as gpd

    from .results import Results

TOLERANCE = 1e-6
SAME, DIFFERENT, NOT_CHECKED = "same", "different", "not_checked"


@dataclass(frozen=True)
class Finding:
    """One line of an acceptance: what was compared, how many facts, how many agree, and the first that does not."""

    item: Text
    facts: int
    agreeing: int
    detail: Text | str = ""
    checked: bool = True

    @property
    def verdict(self) -> str:
        """same, different or not_checked."""
        if not self.checked:
            return NOT_CHECKED
        return SAME if self.agreeing == self.facts else DIFFERENT


def compared(item: Text, expected: Mapping[str, object], found: Mapping[str, object]) -> Finding:
    """A finding on named facts; numbers agree within 1e-6, None only with None."""
    wrong = [name for name, value in expected.items() if not _same(value, found.get(name))]
    detail: Text | str = ""
    if wrong:
        name = wrong[0]
        detail = text("{name}: {wanted} expected, {got} found", name=name, wanted=str(expected[name]), got=str(found.get(name)))
    return Finding(item, len(expected), len(expected) - len(wrong), detail)


def town_findings(results: Results) -> list[Finding]:
    """What a run on the sample town says, beside the answers worked out by hand.

    The run takes the profile tdt1063 and the planning walker; households are the weight.
    """
    ledger = results.ledger.set_index("doorplate_id")
    total = float(ledger["households"].sum())
    number = {name: figure.value for name, figure in results.figures.items()}
    shares = (
        (text("Households within reach"), {f"ok.{c}": ok for c, ok in EXPECTED_OK.items()}),
        (text("Lowest share, unknown gates closed"), {f"rate_low.{c}": ok / total for c, ok in EXPECTED_OK_LOW.items()}),
        (text("Highest share, unconnected doorplates within reach"), {f"rate_high.{c}": ok / total for c, ok in EXPECTED_OK_HIGH.items()}),
    )
    walks = compared(text("Walk to the nearest facility: metres, minutes and reason"), *_walks(ledger))
    legs = {name: ledger.at[name, "snap_m"] for name in EXPECTED_SNAP_M}
    ways = compared(text("Way from the door to the street"), EXPECTED_SNAP_M, legs)
    return [walks, ways, *(compared(item, expected, number) for item, expected in shares)]


def _walks(ledger: gpd.GeoDataFrame) -> tuple[dict[str, object], dict[str, object]]:
    expected: dict[str, object] = {}
    found: dict[str, object] = {}
    for answer in EXPECTED:  # some sixty
        kept = {"id": answer.facility_id, "m": answer.metres, "min": answer.minutes, "why": answer.why}
        for end, value in kept.items():
            name = f"{answer.doorplate_id}.{answer.category}_{end}"
            expected[name] = value
            found[name] = ledger.at[answer.doorplate_id, f"{answer.category}_{end}"]
    return expected, found


def _same(wanted: object, got: object) -> bool:
    if wanted is None or isinstance(wanted, str):
        return _nothing(got) if wanted is None else wanted == got
    return not _nothing(got) and math.isclose(float(wanted), float(got), rel_tol=0, abs_tol=TOLERANCE)


def _nothing(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def different(findings: Iterable[Finding]) -> list[Finding]:
    """Those that do not agree."""
    return [finding for finding in findings if finding.verdict == DIFFERENT]
