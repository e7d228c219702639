"""What to do first and what to keep in mind: read off the reasons, nothing invented."""

from __future__ import annotations

from ...layers.words import Text, text
from . import weights
from .estimates import first_sentence, is_estimate, is_unproven, unproven
from .facts import Facts
from .maps import uses_osm
from .measures import grid_names, measure_sentence
from .tables import UNSURE, confidence_letter

MOST_MEASURES = MOST_CAVEATS = 3


def measures(facts: Facts) -> list[Text]:
    """The three measures that may newly cover most."""
    found = facts.results.measures
    if found is None:
        return []
    names = grid_names(facts)
    return [measure_sentence(facts, one, names) for one in found.head(MOST_MEASURES).to_dict("records")]


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
