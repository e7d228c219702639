"""Map tips: three lines about the thing under the mouse, made of its columns, every value escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..layers.words import Text, Translator, render, text

ADDRESS = 'coalesce("address", "doorplate_id")'
# The columns of three lines; a tip is shown where the table has them all.
LINES = {
    "facilities": ("name", "services", "opening"),
    "doorplates": ("address", "estate", "households"),
    "gates": ("name", "estate", "open"),
    "buildings": ("name", "floors", "use"),
    "problems": ("message", "fix", "reason"),
    "routes": ("facility_name", "m", "min"),
    "areas": ("name", "code", "households"),
    "areas_out": ("name", "code", "households"),
}
PLACE = "\x01{}\x01"  # where an expression goes into a sentence


def ledger(columns: Sequence[str], names: Mapping[str, str], translate: Translator) -> str:
    """Address; how many categories are reached; which are not, and why. names: categories by id."""
    if not {"judged", "reached"} <= set(columns):
        return ""
    reached = text("{reached} of {judged} categories reached", reached=PLACE.format('"reached"'), judged=PLACE.format('"judged"'))
    known = {name: names[name] for name in names if {f"{name}_ok", f"{name}_why", f"{name}_m"} <= set(columns)}
    return tip(ADDRESS, sentence(reached, translate), missing(known, translate))


def thing(role: str, columns: Sequence[str]) -> str:
    """The lines of another layer; empty where it has none."""
    lines = LINES.get(role, ())
    return tip(*(f'represent_value("{name}")' for name in lines)) if lines and set(lines) <= set(columns) else ""


def tip(*lines: str) -> str:
    """Lines made of expressions; what is empty leaves no line."""
    escaped = (f"replace(replace({line}, '&', '&amp;'), '<', '&lt;')" for line in lines)
    rows = ", ".join(f"nullif({line}, '')" for line in escaped)
    return f"[% array_to_string(array_filter(array({rows}), @element IS NOT NULL), '<br>') %]"


def missing(names: Mapping[str, str], translate: Translator) -> str:
    """An expression that lists what is judged and not reached, with the metres or the reason in a word."""
    if not names:
        return "''"
    parts = ", ".join(_missed(category, name, translate) for category, name in names.items())
    between = quoted(render(text(", "), translate))
    listed = f"array_to_string(array_filter(array({parts}), @element IS NOT NULL), {between})"
    lacking = sentence(text("Missing: {list}", list=PLACE.format("@listed")), translate)
    return f"with_variable('listed', {listed}, if(@listed = '', '', {lacking}))"


def _missed(category: str, name: str, translate: Translator) -> str:
    far = text("{category} ({metres} m)", category=name, metres=PLACE.format(f'format_number("{category}_m", 0)'))
    reasons = {
        "too_far": text("{category} (too far)", category=name),
        "behind_gate": text("{category} (gate)", category=name),
        "no_route": text("{category} (no way)", category=name),
        "no_facility": text("{category} (none)", category=name),
        "not_snapped": text("{category} (not connected)", category=name),
    }
    cases = " ".join(f"WHEN \"{category}_why\" = '{code}' THEN {sentence(words, translate)}" for code, words in reasons.items())
    metres = f'WHEN "{category}_why" = \'too_far\' AND "{category}_m" IS NOT NULL THEN {sentence(far, translate)}'
    return f'CASE WHEN "{category}_ok" IS NULL OR "{category}_ok" THEN NULL {metres} {cases} END'


def sentence(words: Text, translate: Translator) -> str:
    """A translated sentence as an expression; parts between marks are expressions themselves."""
    parts = re.split("\x01", render(words, translate))
    pieces = [piece if number % 2 else quoted(piece) for number, piece in enumerate(parts) if piece]
    return f"concat({', '.join(pieces)})"


def quoted(words: str) -> str:
    """Words as an expression takes them."""
    return "'" + words.replace("\\", "\\\\").replace("'", "''") + "'"
