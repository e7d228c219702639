"""Figures 4-2 and 5-1: how far the rest is from passing, and service space against households."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...layers.area_rules import PER_100_HOUSEHOLDS
from ...layers.words import Text, text
from ..engine.measures import limit_m
from ..engine.rollup import weights
from .charts import WIDTH, round_axis
from .facts import CategoryLine, Facts, line_rate
from .numbers import Number, decimal
from .standards import PRACTICE_M2
from .tables import name_of

COLUMNS, GAP = 3, 14.0
PANEL, PANEL_HEIGHT, PANEL_ROW = (WIDTH - 24 - 2 * GAP) / COLUMNS, 44.0, 80.0
STEPS = 48
BEYOND = 2.0  # the axis ends at so many times the limit
LEFT, TOP, HEIGHT, RIGHT = 52.0, 10.0, 190.0, 30.0
MOST_NAMED = 5


@dataclass(frozen=True)
class Panel:
    """One category of figure 4-2."""

    x: float
    y: float
    title: str
    rate: Number
    path: str
    limit_x: float
    limit: str
    end: str


@dataclass(frozen=True)
class Distributions:
    """Figure 4-2."""

    width: float
    height: float
    panel: float
    tall: float
    panels: tuple[Panel, ...]
    description: tuple[Text, ...]
    note: Text


def walk_distributions(facts: Facts) -> Distributions | None:
    """For every category the share of the weight by metres on foot; None where nothing is judged."""
    weight = weights(facts.results.ledger, facts.results.settings)
    lines = [line for line in facts.judged if line.facilities > 0 or line.ok > 0]
    if not lines or weight.sum() <= 0:
        return None
    panels = tuple(_panel(facts, line, k, weight) for k, line in enumerate(lines))
    rows = math.ceil(len(panels) / COLUMNS)
    described = tuple(text("{name}: {rate} within {limit} m.", name=one.title, rate=one.rate.shown, limit=one.limit) for one in panels)
    note = text(
        "Upwards: share of the weight, 0 to 100 %; across: metres on foot, up to twice the limit (upright stroke; minutes × speed)."
    )
    return Distributions(WIDTH, rows * PANEL_ROW + 4, round(PANEL, 2), PANEL_HEIGHT, panels, described, note)


def _panel(facts: Facts, line: CategoryLine, k: int, weight: np.ndarray) -> Panel:
    x, y = 24 + (k % COLUMNS) * (PANEL + GAP), 16 + (k // COLUMNS) * PANEL_ROW
    limit = limit_m(line.category, facts.results.settings)
    metres = facts.results.ledger[f"{line.category.id}_m"].to_numpy(dtype=float)
    known = np.isfinite(metres)
    order = np.argsort(metres[known], kind="stable")
    sums = np.concatenate([[0.0], np.cumsum(weight[known][order])]) / weight.sum()
    at = np.linspace(0, BEYOND * limit, STEPS + 1)
    share = sums[np.searchsorted(metres[known][order], at, side="right")]
    places = zip(x + at / (BEYOND * limit) * PANEL, y + PANEL_HEIGHT * (1 - share))
    path = "M" + "L".join(f"{right:.1f} {down:.1f}" for right, down in places)
    return Panel(
        x=round(x, 2),
        y=y,
        title=name_of(facts, line),
        rate=line_rate(line),
        path=path,
        limit_x=round(x + PANEL / BEYOND, 2),
        limit=decimal(limit),
        end=decimal(BEYOND * limit),
    )


@dataclass(frozen=True)
class Mark:
    """One community of figure 5-1; a name stands beside the few that lack most."""

    x: float
    y: float
    css: str
    name: str
    side: str


@dataclass(frozen=True)
class Scatter:
    """Figure 5-1."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    marks: tuple[Mark, ...]
    rule: tuple[float, float, float, float]
    rule_words: Text
    practice_y: float
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    description: tuple[Text, ...]
    note: Text


def space_scatter(facts: Facts) -> Scatter | None:
    """Every community by its households and its service space; None without the rule or without known space."""
    rules = [rule for rule in facts.results.settings.profile.area_rules if rule.unit == PER_100_HOUSEHOLDS and rule.value is not None]
    found = facts.results.standards.areas
    known = found[np.isfinite(found["service_m2"].to_numpy(float)) & (found["households"].to_numpy(float) > 0)]
    if not rules or known.empty:
        return None
    per = float(rules[0].value) / 100
    households, space = known["households"].to_numpy(float), known["service_m2"].to_numpy(float)
    x_end, x_step = round_axis(float(households.max()))
    y_end, y_step = round_axis(max(float(space.max()), per * float(households.max()), PRACTICE_M2))
    across, up = (WIDTH - LEFT - RIGHT) / x_end, HEIGHT / y_end
    bottom = TOP + HEIGHT
    short = np.argsort(-np.nan_to_num(known["shortfall_m2"].to_numpy(float)), kind="stable")[:MOST_NAMED]
    lacking = {int(row) for row in short if known["shortfall_m2"].to_numpy(float)[row] > 0}
    marks = tuple(
        Mark(round(LEFT + h * across, 2), round(bottom - m * up, 2), str(verdict), str(name) if row in lacking else "", _side(h * across))
        for row, (h, m, verdict, name) in enumerate(zip(households, space, known["verdict"], known["name"].fillna(known["code"])))
    )
    end_x = min(x_end, y_end / per)
    return Scatter(
        width=WIDTH,
        height=bottom + 30,
        left=LEFT,
        right=WIDTH - RIGHT,
        top=TOP,
        bottom=bottom,
        marks=marks,
        rule=(LEFT, bottom, round(LEFT + end_x * across, 2), round(bottom - end_x * per * up, 2)),
        rule_words=text("{value} m² per 100 households", value=decimal(rules[0].value)),
        practice_y=round(bottom - PRACTICE_M2 * up, 2),
        x_ticks=tuple((round(LEFT + tick * across, 2), decimal(tick)) for tick in np.arange(0, x_end + x_step / 2, x_step).tolist()),
        y_ticks=tuple((round(bottom - tick * up, 2), decimal(tick)) for tick in np.arange(0, y_end + y_step / 2, y_step).tolist()),
        description=(text("{count} communities; {short} below the line.", count=len(known), short=int((space < per * households).sum())),),
        note=text("A dot is a community; below the slanted line its service space is short. 400 m² is practice, for reference (S)."),
    )


def _side(across: float) -> str:
    return "end" if across > (WIDTH - LEFT - RIGHT) * 0.7 else "start"
