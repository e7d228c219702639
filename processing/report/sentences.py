"""The fixed sentences: verdicts, the five of the summary, the three caveats."""

from __future__ import annotations

import math

from ...layers.words import Text, text
from ..engine.networkquality import GOOD, USABLE
from ..engine.rollup import NOT_USABLE
from ..engine.verdicts import FAIL, NO_DATA, NOT_JUDGED, PASS, meets
from .estimates import conclusion, is_estimate, is_unproven, unproven
from .facts import REASONS, CategoryLine, Facts, line_range, line_rate, line_target
from .numbers import Number, decimal, points, rate
from .places import places_of, short_name

OSM_WORDS = ("openstreetmap", "osm")
MOST_NAMED = 3


def verdict_word(verdict: str) -> Text:
    """The verdict in one word."""
    words = {PASS: text("Pass"), FAIL: text("Fail"), NO_DATA: text("Not enough data"), NOT_JUDGED: text("Not judged")}
    return words[verdict]


def quality_word(quality: str) -> Text:
    """What a walking network can carry, in one word."""
    return {GOOD: text("Good"), USABLE: text("Usable"), NOT_USABLE: text("Not usable")}[quality]


def reason_word(reason: str) -> Text:
    """The reason as the legend and the heads print it."""
    return {
        "ok": text("Reached"),
        "too_far": text("Beyond the walking limit"),
        "behind_gate": text("Behind a closed gate"),
        "no_route": text("No way on foot"),
        "no_facility": text("No facility data"),
        "not_snapped": text("Not connected to the network"),
    }[reason]


def no_targets() -> Text:
    """What a profile without targets says first."""
    return text("This profile sets no targets: figures only.")


def verdict_sentence(facts: Facts, line: CategoryLine) -> Text:
    """The one sentence that states a verdict and why."""
    if not line.has_rate:
        return text("No data on {category} were supplied: no conclusion.", category=line.category.name(facts.language))
    if line.verdict == PASS:
        return _pass_sentence(line)
    if line.verdict == FAIL:
        missed = facts.with_unit(Number(decimal(line.missed)))
        return text(
            "Coverage {rate}, below the target of {target}: fail; {missed} are not covered.", missed=missed, **_rate_and_target(line)
        )
    return no_targets() if line.verdict == NOT_JUDGED else _open_sentence(facts, line)


def category_sentence(facts: Facts, line: CategoryLine) -> Text:
    """A category's verdict; where no target is set, its figures alone."""
    if not line.has_rate or line.verdict != NOT_JUDGED:
        return verdict_sentence(facts, line)
    return text(
        "Coverage {rate} ({range}); {missed} are not covered.",
        rate=line_rate(line),
        range=line_range(line),
        missed=facts.with_unit(Number(decimal(line.missed))),
    )


def _pass_sentence(line: CategoryLine) -> Text:
    if meets(line.rate, line.target, compare=">"):
        return text("Coverage {rate}, above the target of {target}: pass.", **_rate_and_target(line))
    return text("Coverage {rate}, equal to the target of {target}: pass.", **_rate_and_target(line))


def _open_sentence(facts: Facts, line: CategoryLine) -> Text:
    if is_estimate(facts):
        return conclusion(line)
    if is_unproven(facts) and not meets(line.high, line.target, compare=line.category.compare):
        return unproven()
    if meets(line.low, line.target, compare=line.category.compare) or not meets(line.high, line.target, compare=line.category.compare):
        return text("Fewer than five doorplates: not enough data.")
    values = {
        "range": line_range(line),
        "target": line_target(line),
        "pending": facts.with_unit(Number(decimal((line.high - line.low) * line.total))),
    }
    if line.low < line.rate:
        return text(
            "Coverage {range}: whether the target of {target} is met depends on doorplates and gates "
            "still to be verified ({pending}); not enough data.",
            **values,
        )
    return text(
        "Coverage {range}: whether the target of {target} is met depends on doorplates still to be verified ({pending}); not enough data.",
        **values,
    )


def _rate_and_target(line: CategoryLine) -> dict[str, Number]:
    return {"rate": line_rate(line), "target": line_target(line)}


def summary(facts: Facts) -> list[Text]:
    """Five sentences: what was judged, the result by category, by household, the reasons, the places."""
    return [_scope(facts), _by_category(facts), _together(facts), _why(facts), _where(facts)]


def _scope(facts: Facts) -> Text:
    settings = facts.results.settings
    return text(
        "{doorplates} with {amount} were judged by {profile} for {count} categories of services; "
        "the walker is {walker} at {speed}\u202fm/s.",
        doorplates=text("{number}\u202fdoorplates", number=facts.number("DOORPLATES_COUNT")),
        amount=facts.amount("WEIGHT_TOTAL"),
        profile=settings.profile.title(facts.language),
        count=len(facts.lines),
        walker=settings.walker.name_zh if facts.language == "zh" else settings.walker.name_en,
        speed=decimal(settings.walker.speed_ms, 1),
    )


def _by_category(facts: Facts) -> Text:
    lowest = [line for line in facts.by_rate() if line.has_rate][:MOST_NAMED]
    named = _joined(facts, [_named_rate(facts, line) for line in lowest])
    if not lowest:
        return text("No category has facilities in the data: no conclusion.")
    if not facts.has_targets:
        return text("Coverage is lowest for {named}.", named=named)
    counts = {verdict: sum(line.verdict == verdict for line in facts.lines) for verdict in (PASS, FAIL, NO_DATA)}
    return text(
        "Of {count} categories {passed} pass, {failed} fail, and {open} lack the data; coverage is lowest for {named}.",
        count=len(facts.lines),
        passed=counts[PASS],
        failed=counts[FAIL],
        open=counts[NO_DATA],
        named=named,
    )


def _named_rate(facts: Facts, line: CategoryLine) -> Text:
    return text("{name} ({rate})", name=line.category.name(facts.language), rate=line_rate(line))


def _together(facts: Facts) -> Text:
    values = {
        "amount": facts.amount("COVERED_ALL"),
        "rate": facts.number("RATE_ALL"),
        "completeness": facts.number("COMPLETENESS"),
        "count": len(facts.judged),
    }
    if not facts.unstated:
        return text("All {count} categories are within reach for {amount} ({rate}); completeness of services is {completeness}.", **values)
    return text(
        "All {count} categories with data are within reach for {amount} ({rate}); completeness of services is {completeness}. "
        "Left out: {names}.",
        names=facts.names(facts.unstated),
        **values,
    )


def _why(facts: Facts) -> Text:
    totals = {reason: sum(line.reasons[reason] for line in facts.judged if not math.isnan(line.reasons[reason])) for reason in REASONS}
    missed = sum(totals.values())
    if missed <= 0:
        return text("Nobody misses a service that is in the data.")
    ranked = sorted((reason for reason in REASONS if totals[reason] > 0), key=lambda reason: -totals[reason])
    parts = [text("{reason} {share}", reason=reason_word(reason), share=rate(totals[reason] / missed)) for reason in ranked]
    return text("Why services are missed, counted by household and category: {parts}.", parts=_joined(facts, parts))


def _where(facts: Facts) -> Text:
    named = lowest_areas(facts)
    if named:
        return text("Completeness of services is lowest in {named}.", named=_joined(facts, [_named_area(area) for area in named]))
    gap = widest_gap(facts)
    if gap is None:
        return text("No boundaries of communities were supplied: figures are for the whole area only.")
    return text(
        "Circles as the crow flies would overstate the coverage of {name} by {points} percentage points.",
        name=gap.category.name(facts.language),
        points=points(facts.value(f"crow_rate.{gap.category.id}") - gap.rate).lstrip("+"),
    )


def _named_area(area: tuple[str, Number]) -> Text:
    return text("{name} ({rate})", name=area[0], rate=area[1])


def lowest_areas(facts: Facts) -> list[tuple[str, Number]]:
    """Name and completeness of the communities with the lowest completeness, else of the sub-districts."""
    for level in ("community", "subdistrict"):
        places = [place for place in places_of(facts, level) if not math.isnan(place.completeness)]
        if len(places) > 1:
            ranked = sorted(places, key=lambda place: (place.completeness, place.code))[:MOST_NAMED]
            return [(short_name(place.name), facts.number(f"completeness@{place.key}")) for place in ranked]
    return []


def widest_gap(facts: Facts) -> CategoryLine | None:
    """The category that straight-line circles overstate most; None where no circle says more."""
    gaps = [(facts.value(f"crow_rate.{line.category.id}") - line.rate, line) for line in facts.judged]
    over = [(gap, line) for gap, line in gaps if gap > 0]
    return max(over, key=lambda pair: pair[0])[1] if over else None


def _joined(facts: Facts, parts: list[Text]) -> Text:
    # A list of any length is one sentence pattern: {a}, {b}, {c} with the language's comma.
    names = [f"part{k}" for k in range(len(parts))]
    comma = "、" if facts.language == "zh" else ", "
    return Text(comma.join("{" + name + "}" for name in names), dict(zip(names, parts)))
