"""The words of walking reach from any point."""

from __future__ import annotations

from ...layers.words import text

LIVE_WORDS = {
    "reach_from_point": text("Walking reach from a point"),
    "reaching_hint": text("Click anywhere on the map: the walk of {limits} from there is drawn"),
    "walk_from_here": text("Walking reach from here"),
    "who_walks_here": text("Who walks here within"),
    "reached_from_here": text("Reached from here on foot"),
    "reach_how": text("Along the streets, through gates that are open, as the ledger walks: {walker}, {speed} m/s. Counted by doorplate."),
    "within_on_foot": text("Within {limit} on foot"),
    "nearest_one": text("nearest {name}, {walked}"),
    "none_within": text("none within reach"),
    "responsible": text("Responsible here"),
    "to_street": text("{metres} to the nearest street in sight"),
    "no_street_near": text("No street within {limit} that walls or water do not keep off."),
    "counting": text("Counting …"),
}
