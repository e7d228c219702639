"""What a report says of figures that were estimated, not measured along streets."""

from __future__ import annotations

from ...layers.words import Text, text
from ..engine.results import ESTIMATE
from ..engine.rollup import NOT_USABLE
from .facts import CategoryLine, Facts, line_rate
from .numbers import decimal


def is_estimate(facts: Facts) -> bool:
    """Whether the run measured no walk along streets."""
    return facts.results.settings.method == ESTIMATE


def banner() -> Text:
    """What stands on every page of an estimate."""
    return text("Estimate, not measured along streets: no verdicts")


def first_sentence(facts: Facts) -> Text:
    """What an estimate says before any figure."""
    return text(
        "All figures of this report are estimates: straight lines × {factor} around walls, water and rail, not walks along streets. "
        "No verdict rests on them.",
        factor=decimal(facts.results.settings.detour_factor, 2),
    )


def distance(facts: Facts) -> Text:
    """How an estimate measures."""
    return text(
        "Distance is an estimate: the shortest straight way around walls, water and rail × {factor}. Water and rail are crossed where the "
        "walking network, if one was given, crosses them. No walking network was judged, and isochrones are not drawn.",
        factor=decimal(facts.results.settings.detour_factor, 2),
    )


def time(facts: Facts, *, walker: str, direction: Text | str) -> Text:
    """How an estimate counts minutes."""
    return text(
        "Time = distance ÷ walking speed ({speed}\u202fm/s, walker: {walker}); direction: {direction}. "
        "Heights, kinds of streets and delays are not used.",
        speed=decimal(facts.results.settings.walker.speed_ms, 1),
        walker=walker,
        direction=direction,
    )


def gates() -> Text:
    """How an estimate passes walls."""
    return text("Walls are passed only at open gates. Whether a doorplate is connected to a path is not asked.")


def is_unproven(facts: Facts) -> bool:
    """Whether the network of the whole run is too poor for a fail."""
    found = facts.results.figures.get("NETWORK_QUALITY")
    return found is not None and found.value == NOT_USABLE


def unproven() -> Text:
    """Why nothing fails on a poor network."""
    return text("The walking network is not usable: it may miss ways, so what misses its target counts as not enough data.")


def conclusion(line: CategoryLine) -> Text:
    """Why an estimate concludes nothing."""
    return text("Estimated coverage {rate}: no verdict rests on an estimate.", rate=line_rate(line))
