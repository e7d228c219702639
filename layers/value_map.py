"""The codes that columns hold, in words: what a person reads instead of too_far or subdistrict."""

from __future__ import annotations

from .result_words import TABLE_VALUES
from .words import Text, text

YES_NO = {"yes": text("Yes"), "no": text("No")}
BOOLEAN = {"true": text("Yes"), "false": text("No")}
REASONS = {
    "ok": text("Reached"),
    "too_far": text("Beyond the walking limit"),
    "behind_gate": text("Behind a closed gate"),
    "no_route": text("No way on foot"),
    "no_facility": text("No facility data"),
    "not_snapped": text("Not connected to the network"),
}
LEVELS = {
    "district": text("District"),
    "subdistrict": text("Sub-district"),
    "community": text("Community"),
    "grid": text("Grid"),
    "all": text("Whole area"),
}
VERDICTS = {
    "pass": text("Pass"),
    "fail": text("Fail"),
    "no_data": text("Not enough data"),
    "not_judged": text("Not judged"),
    "split": text("Split candidate"),
    "merge": text("Merge candidate"),
    "keep": text("Keep"),
}
FIRMNESS = {"covered": text("Covered for certain"), "borderline": text("Borderline"), "not_covered": text("Not covered for certain")}
CHANGES = {"gained": text("Gained"), "lost": text("Lost"), "same": text("Unchanged")}
SOURCES = {"given": text("Given"), "estimated": text("Estimated"), "default": text("Default")}
WALKERS = {
    "planning": text("Planning (walker)"),
    "adult": text("Adult"),
    "fast": text("Fast walker"),
    "older": text("Older person"),
    "frail": text("Frail person"),
    "child": text("Child"),
}
BY_COLUMN: dict[str, dict[str, Text]] = {
    "level": LEVELS,
    "why": REASONS,
    "ok": BOOLEAN,
    "ledger_ok": BOOLEAN,
    "inside": BOOLEAN,
    "certain": BOOLEAN,
    "walkable": YES_NO,
    "gated": {**YES_NO, "unknown": text("Unknown")},
    "open": {
        "all": text("Everybody"),
        "residents": text("Residents only"),
        "closed": text("Closed"),
        "unknown": text("Unknown"),
    },
    "height_source": {"measured": text("Measured"), "floors": text("From the floors"), "default": text("Default")},
    "weight_source": SOURCES,
    "households_source": SOURCES,
    "residents_source": SOURCES,
    "severity": {"error": text("Error"), "warning": text("Warning"), "note": text("Note")},
    "state": {"open": text("Open"), "accepted": text("Accepted"), "fixed": text("Fixed"), "ignored": text("Ignored")},
    "verdict": VERDICTS,
    "types_verdict": VERDICTS,
    "quality": {"good": text("Good"), "usable": text("Usable"), "not_usable": text("Not usable")},
    "use": {
        "residential": text("Residential land"),
        "water": text("Water"),
        "green": text("Green"),
        "rail": text("Railway"),
        "other": text("Other"),
    },
    "walker": WALKERS,
    "way": {"there": text("There"), "back": text("Back")},
    "method": {"network": text("Along the network"), "estimate": text("Estimated from straight lines")},
    "weight": {"households": text("Households"), "residents": text("Residents"), "doorplates": text("Doorplates")},
    "unit": {"min": text("minutes"), "m": text("metres")},
}
BY_ENDING = {"ok": BOOLEAN, "why": REASONS, "firm": FIRMNESS, "change": CHANGES}
# Where a column's words are those of another table's.
NOT_IN = {("streets", "level"), ("buildings", "use"), ("doorplates", "unit"), ("ledger", "unit"), ("events", "state")}


def value_words(column: str, table: str, ending: str = "") -> dict[str, Text]:
    """The words of a column's codes, empty where it holds plain values; ending: of a category's column."""
    if ending:
        return BY_ENDING.get(ending, {})
    own = TABLE_VALUES.get((table, column))
    return own if own is not None else {} if (table, column) in NOT_IN else BY_COLUMN.get(column, {})
