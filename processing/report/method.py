"""The method page: fixed text with this run's values, and the drawing of one real walk."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...layers.words import Text, text
from . import estimates, weights
from .facts import CategoryLine, Facts, weight_word
from .numbers import Number, decimal
from .suppression import least_shown
from .tables import name_of

DIRECTIONS = {
    "to_facility": text("from home to the facility"),
    "from_facility": text("from the facility to home"),
    "round_trip": text("there and back"),
}


@dataclass(frozen=True)
class Walk:
    """One doorplate's walk to its nearest facility, in metres and minutes."""

    category: str
    home_m: Number
    rest_m: Number
    total_m: Number
    total_min: Number
    home_s: Number


def scheme_sentence(facts: Facts) -> Text:
    """What was judged by, in one sentence."""
    settings = facts.results.settings
    return text(
        "Standard: {profile}. Walker: {walker}, {speed}\u202fm/s on the flat. Weight: {weight}. Snap limit: {limit}\u202fm.",
        profile=settings.profile.title(facts.language),
        walker=walker_name(facts),
        speed=decimal(settings.walker.speed_ms, 1),
        weight=weight_word(facts.weight),
        limit=decimal(settings.snap_limit_m),
    )


def walker_name(facts: Facts) -> str:
    """The walker in the language of the report."""
    walker = facts.results.settings.walker
    return walker.name_zh if facts.language == "zh" else walker.name_en


def method(facts: Facts) -> list[Text]:
    """The ten points of the method, values of the run filled in."""
    return [
        _unit(facts),
        _distance(facts),
        _time(facts),
        _snapping(facts),
        _tiers(),
        _outside(),
        _rollup(),
        _verdicts(),
        _privacy(),
        _crow(facts),
    ]


def _unit(facts: Facts) -> Text:
    values = {
        "count": facts.number("DOORPLATES_COUNT"),
        "weight": weight_word(facts.weight),
        "persons": decimal(facts.results.settings.persons_per_household, 2),
    }
    if weights.uses_more_than_rows(facts):
        return text(
            "What is judged is the doorplate, {count} in all; the weight is {weight}. What a doorplate does not state comes from the "
            "totals of its area or a population raster (table 9-3); what these do not tell counts as one household of {persons} residents.",
            **values,
        )
    return text(
        "What is judged is the doorplate, {count} in all; the weight is {weight}. Doorplates without households count as one household; "
        "residents that are not given are estimated at {persons} per household.",
        **values,
    )


def _distance(facts: Facts) -> Text:
    if estimates.is_estimate(facts):
        return estimates.distance(facts)
    return text(
        "Distance is the length of the walk along the network, with the legs between door and path and between path and facility; "
        "bridges and tunnels do not join what they cross."
    )


def _time(facts: Facts) -> Text:
    settings = facts.results.settings
    if estimates.is_estimate(facts):
        return estimates.time(facts, walker=walker_name(facts), direction=DIRECTIONS.get(settings.direction, settings.direction))
    values = {
        "speed": decimal(settings.walker.speed_ms, 1),
        "walker": walker_name(facts),
        "direction": DIRECTIONS.get(settings.direction, settings.direction),
    }
    if "DEM_COVER" in facts.results.figures:
        return text(
            "Time = length ÷ walking speed ({speed}\u202fm/s on the flat, walker: {walker}; slopes by Tobler's ratio, up and down apart; "
            "{cover} of the street length has heights) + delays at crossings and the like; direction: {direction}.",
            cover=facts.number("DEM_COVER"),
            **values,
        )
    return text(
        "Time = length ÷ walking speed ({speed}\u202fm/s, walker: {walker}) + delays at crossings and the like; direction: {direction}. "
        "Heights of the ground are not used.",
        **values,
    )


def _snapping(facts: Facts) -> Text:
    if estimates.is_estimate(facts):
        return estimates.gates()
    return text(
        "A doorplate or facility farther than {limit}\u202fm from any path is not connected; "
        "gated estates are entered and left only through open gates.",
        limit=decimal(facts.results.settings.snap_limit_m),
    )


def _tiers() -> Text:
    return text(
        "Every service is judged by the limit of its own tier; tiers do not replace each other. Exactly at the limit counts as reached."
    )


def _outside() -> Text:
    return text("Facilities and paths outside the district that the data hold are used; nothing is cut off at the boundary.")


def _rollup() -> Text:
    return text(
        "The figures of every level are sums over its doorplates. The isochrone is the figure by land, the ledger the figure by household; "
        "verdicts rest on the ledger."
    )


def _verdicts() -> Text:
    return text(
        "Verdicts are by interval. Low: reached with gates of unknown state shut; high: gates of unknown state open, and doorplates "
        "that are not connected or have no way on foot counted as reached. "
        "Pass: low meets the target; fail: high misses it; otherwise not enough data."
    )


def _privacy() -> Text:
    return text("The report holds no personal data; counts of people of a group below {k} are not shown.", k=least_shown())


def _crow(facts: Facts) -> Text:
    if any(not math.isnan(facts.value(f"crow_rate.{line.category.id}")) for line in facts.lines):
        return text("How this differs from straight-line circles: see table {number}.", number="4-4")
    return text("Straight-line circles were not computed in this run.")


def agreement(facts: Facts) -> Text | None:
    """How far isochrones and ledger say the same; None where no isochrones were made."""
    if math.isnan(facts.value("ISO_AGREEMENT")):
        return None
    return text(
        "Isochrones and ledger agree for {share} of the doorplates and categories; "
        "{exceptions} exceptions are listed with their cause in the result database.",
        share=facts.number("ISO_AGREEMENT"),
        exceptions=facts.number("ISO_EXCEPTIONS"),
    )


def sample_walk(facts: Facts) -> Walk | None:
    """The walk of the doorplate in the middle of the first category that anybody reaches; None where nobody does."""
    for line in facts.judged:
        walk = _middle_walk(facts, line)
        if walk is not None:
            return walk
    return None


def _middle_walk(facts: Facts, line: CategoryLine) -> Walk | None:
    ledger, name = facts.results.ledger, line.category.id
    reached = ledger[(ledger[f"{name}_why"] == "ok") & (ledger["snap_m"] > 0)]
    if reached.empty:
        return None
    ordered = reached.sort_values([f"{name}_m", "doorplate_id"], kind="stable")
    row = ordered.iloc[len(ordered) // 2]
    home_m, total_m = float(row["snap_m"]), float(row[f"{name}_m"])
    return Walk(
        category=name_of(facts, line),
        home_m=Number(decimal(home_m)),
        rest_m=Number(decimal(total_m - home_m)),
        total_m=Number(decimal(total_m)),
        total_min=Number(decimal(float(row[f"{name}_min"]), 1)),
        home_s=Number(decimal(home_m / facts.results.settings.walker.speed_ms)),
    )
