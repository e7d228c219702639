"""The words of the problem list: severities, states, tables, reasons, columns."""

from __future__ import annotations

from collections.abc import Sequence

from ...i18n import mark, tr

OPEN, ACCEPTED, FIXED, IGNORED, ON_SITE = "open", "accepted", "fixed", "ignored", "on_site"
SEVERITIES = ("error", "warning", "note")
SIGNS = {"error": "▲", "warning": "◆", "note": "●"}
_SEVERITY_WORDS = {"error": mark("Error"), "warning": mark("Warning"), "note": mark("Note")}
_STATE_WORDS = {
    OPEN: mark("To do"),
    ACCEPTED: mark("Accepted"),
    FIXED: mark("To be mended"),
    IGNORED: mark("Ignored"),
    ON_SITE: mark("To be checked on site"),
}
_REASONS = (mark("The data are like that"), mark("There is other evidence"), mark("It does not matter here"), mark("Other"))
COLUMNS = ("severity", "rule", "message", "place", "fix", "state")
_HEADINGS = (mark("Severity"), mark("Rule"), mark("Explanation"), mark("Where it is"), mark("Proposed fix"), mark("State"))


def severity_words(severity: str) -> str:
    """Sign and word: colour alone tells nobody."""
    return f"{SIGNS.get(severity, '○')} {tr(_SEVERITY_WORDS[severity])}" if severity in _SEVERITY_WORDS else severity


def state_words(state: str) -> str:
    """The word for a state."""
    return tr(_STATE_WORDS.get(state, state))


def reasons() -> list[str]:
    """Why one may ignore a problem; the last one asks for words of one's own."""
    return [tr(_REASONS[position]) for position in range(len(_REASONS))]


def headings() -> Sequence[str]:
    """The words over the columns."""
    return [tr(_HEADINGS[position]) for position in range(len(_HEADINGS))]


def states() -> dict[str, str]:
    """All states with their words."""
    return {state: state_words(state) for state in _STATE_WORDS}


def severities() -> dict[str, str]:
    """All severities with signs and words."""
    return {severity: severity_words(severity) for severity in SEVERITIES}
