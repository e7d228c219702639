"""All rules of the checks by the words that they use for themselves; table.rule where a table means another thing."""

from __future__ import annotations

from ....layers.words import text
from .rule import Rule
from .rules_places import RULES as PLACES
from .rules_rows import RULES as ROWS

RULES = {**ROWS, **PLACES}


def rule_of(table: object, rule: object) -> Rule:
    """The rule as it is meant for a table; one that nobody described keeps its own name."""
    known = RULES.get(f"{table}.{rule}") or RULES.get(str(rule))
    return known or Rule(str(rule).replace("_", " "), text("See what the finding says."), text("See what the finding says."))
