"""How certain the report is: what a change of speed or snap limit would move, and what to keep in mind."""

from __future__ import annotations

from ...layers.words import Text, text
from ..engine.errorbudget import ACCESS, CAUSES, DOWN, UP
from ..engine.networkquality import FAR_M
from ..engine.sensitivity import FARTHER, FASTER, NEARER, SLOWER, VARIANTS, snap_limits
from ..engine.verdicts import meets
from .facts import CategoryLine, Facts, line_rate
from .numbers import NOT_APPLICABLE, Number, decimal, points
from .tables import UNSURE, Cell, Column, Row, Table, confidence_letter, name_of, row


def is_tested(facts: Facts) -> bool:
    """Whether the run tested how firm its answers are."""
    return "BORDERLINE" in facts.results.figures


def firmness_sentence(facts: Facts) -> Text:
    """How many live where an answer is borderline, or that nothing was tested."""
    if not is_tested(facts):
        return text("How firm the answers are was not tested in this run (parameter SENSITIVITY).")
    return text(
        "For {share} of the total weight at least one answer is borderline: it changes with 10 % of walking speed or half the snap limit. "
        "Verify these doorplates first.",
        share=facts.number("BORDERLINE"),
    )


def sensitivity(facts: Facts) -> Table:
    """Table 10-1: the coverage at other speeds and snap limits, and whether the conclusion stays."""
    limits = snap_limits(facts.results.settings)
    columns = (
        Column(text("Category"), "word"),
        Column(text("Speed −10 %")),
        Column(text("This run")),
        Column(text("Speed +10 %")),
        Column(text("Snap limit {limit} m", limit=decimal(limits[NEARER]))),
        Column(text("Snap limit {limit} m", limit=decimal(limits[FARTHER]))),
        Column(text("Borderline answers")),
        Column(text("Conclusion"), "word"),
    )
    notes = (
        text("This run: snap limit {limit} m.", limit=decimal(facts.results.settings.snap_limit_m)),
        text("Clear: every variant is on the same side of the target. Without a target nothing is concluded."),
    )
    return Table("10-1", text("Sensitivity"), columns, tuple(_row(facts, line) for line in facts.judged), notes, css="tight")


def _row(facts: Facts, line: CategoryLine) -> Row:
    name = line.category.id
    rates = {variant: facts.number(f"rate_{variant}.{name}") for variant in VARIANTS}
    return row(
        name_of(facts, line),
        rates[SLOWER],
        line_rate(line),
        rates[FASTER],
        rates[NEARER],
        rates[FARTHER],
        facts.number(f"borderline.{name}"),
        _conclusion(facts, line),
    )


def _conclusion(facts: Facts, line: CategoryLine) -> Cell:
    category = line.category
    if category.target is None:
        return Cell(NOT_APPLICABLE)
    shares = [line.rate, *(facts.value(f"rate_{variant}.{category.id}") for variant in VARIANTS)]
    sides = {bool(meets(share, category.target, compare=category.compare)) for share in shares}
    return Cell(text("Borderline conclusion") if len(sides) > 1 else text("Clear conclusion"))


def has_budget(facts: Facts) -> bool:
    """Whether the run worked out what open questions can move; an estimate does not."""
    return any(f"error_{ACCESS}_{UP}.{line.category.id}" in facts.results.figures for line in facts.judged)


def error_budget(facts: Facts) -> Table:
    """Table 10-2: by how many points each open question of the data can move each rate."""
    columns = (
        Column(text("Category"), "word"),
        Column(text("Coverage")),
        Column(text("Network not usable")),
        Column(text("Access over {limit} m", limit=decimal(FAR_M))),
        Column(text("Unknown gates")),
        Column(text("Weights not given")),
        Column(text("Not connected, no way")),
    )
    notes = (
        text("In percentage points, each cause alone and at its worst; up: more might be reached, down: fewer."),
        text("Weights that are estimated or default are taken as half or twice what is written, all on one side."),
    )
    rows = tuple(row(name_of(facts, line), line_rate(line), *(_moved(facts, line, cause) for cause in CAUSES)) for line in facts.judged)
    return Table("10-2", text("What open questions can move (percentage points)"), columns, rows, notes, css="tight")


def _moved(facts: Facts, line: CategoryLine, cause: str) -> Cell:
    """Up and down in points; what prints as nothing is left out."""
    parts = []
    for way, sign in ((UP, 1), (DOWN, -1)):
        name = f"error_{cause}_{way}.{line.category.id}"
        shown = points(sign * facts.value(name)) if name in facts.results.figures else "0.0"
        if shown.strip("+\u2212") != "0.0":
            parts.append(Number(shown, name))
    return Cell(parts or Number("0"))


def marks_sentence(facts: Facts) -> Text:
    """Which limits rest on no confirmed public text."""
    unsure = [line for line in facts.lines if confidence_letter(line) and confidence_letter(line) in UNSURE]
    if not unsure:
        return text("All limits of this run are confirmed in a public text (mark A) or set by this office (mark U).")
    names = "、" if facts.language == "zh" else ", "
    listed = names.join(f"{name_of(facts, line)} {confidence_letter(line)}" for line in unsure)
    return text("Limits that are still to be checked in a public text, with their marks: {listed}.", listed=listed)
