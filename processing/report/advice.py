"""What to do first and what to keep in mind: read off the reasons, nothing invented."""

from __future__ import annotations

from dataclasses import dataclass

from ...layers.words import Text, text
from . import weights
from .estimates import first_sentence, is_estimate, is_unproven, unproven
from .facts import CategoryLine, Facts
from .maps import uses_osm
from .numbers import SUPPRESSED, Number, decimal
from .places import level_rows, partition_of, short_name
from .suppression import is_hidden
from .tables import UNSURE, confidence_letter, name_of

MOST_MEASURES = MOST_CAVEATS = 3
DATA_REASONS = ("no_route", "not_snapped")


@dataclass(frozen=True)
class Need:
    """The weight that one reason keeps from one category, in one area ("" = the whole)."""

    area: str
    line: CategoryLine
    reason: str
    amount: float


def measures(facts: Facts) -> list[Text]:
    """The three measures that touch most households, from the reasons of each community."""
    ranked = sorted(needs(facts), key=lambda need: (-need.amount, need.area, need.line.category.id, need.reason))
    return [_measure(facts, need) for need in ranked[:MOST_MEASURES]]


def needs(facts: Facts) -> list[Need]:
    """Every reason that keeps anybody from a category with data, by community where there are any."""
    level = next((level for level in ("community", "subdistrict") if partition_of(facts, level) is not None), "all")
    summary = facts.results.summary
    rows = summary[summary["level"] == "all"] if level == "all" else level_rows(facts, level)
    if level != "all":
        rows = rows[rows["partition"] == partition_of(facts, level)]
    lines = {line.category.id: line for line in facts.judged}
    found = []
    for record in rows[rows["category"].isin(list(lines))].to_dict("records"):
        area = "" if level == "all" else str(record["name"] or record["code"])
        line = lines[record["category"]]
        found.append(Need(area, line, "data", sum(record[reason] for reason in DATA_REASONS)))
        found.extend(Need(area, line, reason, record[reason]) for reason in ("too_far", "behind_gate"))
    # A category without any facility is one measure for the whole, not one in every community.
    found.extend(Need("", line, "no_facility", line.reasons["no_facility"]) for line in facts.judged)
    return [need for need in found if need.amount > 0]


def _measure(facts: Facts, need: Need) -> Text:
    values = {
        "area": short_name(need.area or facts.results.title),
        "category": name_of(facts, need.line),
        "amount": facts.with_unit(Number(SUPPRESSED if facts.people and is_hidden(need.amount) else decimal(need.amount))),
    }
    if need.reason == "behind_gate":
        return text("{area}: agree on opening a gate; at most {amount} would gain {category}.", **values)
    if need.reason == "data":
        return text("{area}: verify doorplates and paths ({amount}); the figure for {category} then becomes certain.", **values)
    if need.reason == "no_facility":
        return text("{area}: a survey found no facility for {category}; a new one concerns {amount}.", **values)
    if uses_osm(facts):
        return text(
            "{area}: first verify facilities and small paths for {category}, then look into a further facility or a shorter path; "
            "{amount} live beyond the limit.",
            **values,
        )
    return text("{area}: look into a further facility or a shorter path for {category}; {amount} live beyond the limit.", **values)


def caveats(facts: Facts) -> list[Text]:
    """The three reservations that weigh most for this run."""
    return all_caveats(facts)[:MOST_CAVEATS]


def all_caveats(facts: Facts) -> list[Text]:
    """Every reservation of this run, the weightiest first."""
    makers = (_estimate, _network, _sample, _osm, _unstated, weights.caveat, _uncertain, _gates, _unconfirmed, _lists, _heights)
    found = (make(facts) for make in makers)
    return [caveat for caveat in found if caveat is not None]


def _estimate(facts: Facts) -> Text | None:
    return first_sentence(facts) if is_estimate(facts) else None


def _network(facts: Facts) -> Text | None:
    count = facts.value("AREAS_NOT_USABLE")
    if count > 0:
        return text(
            "The walking network is not usable in {count} areas: what misses its target there counts as not enough data.",
            count=facts.number("AREAS_NOT_USABLE"),
        )
    return unproven() if is_unproven(facts) else None


def _sample(facts: Facts) -> Text | None:
    return text("All data are an invented sample: the figures say nothing about any real place.") if facts.results.sample else None


def _uncertain(facts: Facts) -> Text | None:
    not_snapped, no_route = facts.value("NOT_SNAPPED"), facts.value("NO_ROUTE")
    if not_snapped > 0 and no_route > 0:
        return text(
            "{not_snapped} are not connected to the network and {no_route} have no way on foot to some service: "
            "faults of the data until verified; the ranges allow for them.",
            not_snapped=facts.amount("NOT_SNAPPED"),
            no_route=facts.amount("NO_ROUTE"),
        )
    if not_snapped > 0:
        return text(
            "{amount} are not connected to the network: a fault of the data until verified; the ranges allow for it.",
            amount=facts.amount("NOT_SNAPPED"),
        )
    if no_route > 0:
        return text(
            "{amount} have no way on foot to some service: a fault of the data until verified; the ranges allow for it.",
            amount=facts.amount("NO_ROUTE"),
        )
    return None


def _gates(facts: Facts) -> Text | None:
    if all(line.low >= line.rate for line in facts.judged):
        return None
    return text("Estate gates of unknown state are taken as open; were they shut, coverage would fall to the lower end of its range.")


def _unstated(facts: Facts) -> Text | None:
    if not facts.unstated:
        return None
    return text("No data on {names} were supplied: nothing is concluded about them.", names=facts.names(facts.unstated))


def _osm(facts: Facts) -> Text | None:
    if not uses_osm(facts):
        return None
    return text(
        "Paths and facilities come from OpenStreetMap, where small paths and local facilities are often missing: "
        "real coverage may be better."
    )


def _unconfirmed(facts: Facts) -> Text | None:
    unsure = [line for line in facts.lines if confidence_letter(line) in UNSURE and confidence_letter(line)]
    if not unsure:
        return None
    return text("The limits of {names} are not yet confirmed in a public text (marks B to D).", names=facts.names(unsure))


def _lists(_facts: Facts) -> Text:
    return text("Facilities count as listed; whether they are open, large enough or good was not examined.")


def _heights(facts: Facts) -> Text:
    if "DEM_COVER" in facts.results.figures:
        return text("Slopes slow the walk by the elevation model; walking speed on the flat is one value for everybody.")
    return text("Slopes are not considered, and walking speed is one value for everybody.")
