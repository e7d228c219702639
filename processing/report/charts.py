"""The charts as places on paper; the templates only draw. One unit is one point (1/72 inch), the width is the text's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...layers.words import Text, render, text
from ..engine.rollup import weights
from ..engine.verdicts import NOT_JUDGED
from .facts import REASONS, CategoryLine, Facts, limit_words, line_count, line_rate, line_target, weight_word
from .numbers import Number, decimal
from .sentences import reason_word, verdict_sentence, verdict_word
from .tables import UNSURE, confidence_letter, name_of

WIDTH = 468.0
RATE_WIDTH = 46.0  # room for the printed rate beside the plot
ROW, TOP = 15.0, 5.0
STACK_ROW = 19.0
SHARE_TICKS = (0, 20, 40, 60, 80, 100)
STACK_END = 62.0  # room for the printed total right of the longest bar
LEAST_LABEL = 22.0  # a number fits a piece this wide
LEGEND_ROW = 16.0
COLUMNS_HEIGHT = 66.0


@dataclass(frozen=True)
class Bar:
    """One category of figure 1-1."""

    y: float
    name: str
    limit: Text
    width: float
    low: float
    high: float
    target: float | None
    rate: Number
    verdict: Text
    letter: str
    css: str
    open: bool  # no rate: hatched


@dataclass(frozen=True)
class Bars:
    """Figure 1-1."""

    width: float
    height: float
    left: float
    plot: float
    ticks: tuple[tuple[float, int], ...]
    bars: tuple[Bar, ...]
    description: tuple[Text, ...]


@dataclass(frozen=True)
class Piece:
    """One reason in one bar of figure 4-1."""

    x: float
    width: float
    reason: str
    label: str


@dataclass(frozen=True)
class Stack:
    """One category of figure 4-1; total None where the category has no data."""

    y: float
    name: str
    pieces: tuple[Piece, ...]
    end: float
    total: Number | None


@dataclass(frozen=True)
class Key:
    """One line of a legend."""

    x: float
    y: float
    css: str
    words: Text


@dataclass(frozen=True)
class Stacks:
    """Figure 4-1."""

    width: float
    height: float
    left: float
    bottom: float
    ticks: tuple[tuple[float, str], ...]
    stacks: tuple[Stack, ...]
    keys: tuple[Key, ...]
    unit: Text
    description: tuple[Text, ...]


@dataclass(frozen=True)
class Column:
    """One column of figure 4-3."""

    x: float
    y: float
    width: float
    height: float
    reached: int
    label: str


@dataclass(frozen=True)
class Columns:
    """Figure 4-3."""

    width: float
    height: float
    base: float
    columns: tuple[Column, ...]
    unit: Text
    description: tuple[Text, ...]


def text_width(words: str, size: float) -> float:
    """About how wide words are: Hanzi are square, other characters a little over half as wide."""
    return sum(size if ord(character) > 0x2E80 else size * 0.58 for character in words)


def shown(facts: Facts, words: Text) -> str:
    """The words as the chart prints them."""
    return render(words, facts.translate)


def coverage_bars(facts: Facts) -> Bars:
    """Figure 1-1: coverage by category, lowest first, with target and range."""
    lines = facts.by_rate()
    left = 14 + max(text_width(name_of(facts, line), 9) + text_width(shown(facts, limit_words(line.category)), 8) for line in lines)
    right = RATE_WIDTH + 18 + max(text_width(shown(facts, _bar_word(line)), 9) for line in lines)
    plot = WIDTH - left - right
    bars = tuple(_bar(facts, line, TOP + k * ROW, left, plot) for k, line in enumerate(lines))
    ticks = tuple((left + plot * tick / 100, tick) for tick in SHARE_TICKS)
    description = tuple(_described(facts, line) for line in lines)
    return Bars(WIDTH, TOP + len(lines) * ROW + 25, left, plot, ticks, bars, description)


def _bar(facts: Facts, line: CategoryLine, y: float, left: float, plot: float) -> Bar:
    letter = confidence_letter(line)

    def x(share: float) -> float:
        return left if math.isnan(share) else round(left + plot * share, 2)

    return Bar(
        y=y,
        name=name_of(facts, line),
        limit=limit_words(line.category),
        width=round(plot * line.rate, 2) if line.has_rate else plot,
        low=x(line.low),
        high=x(line.high),
        target=None if math.isnan(line.target) else x(line.target),
        rate=line_rate(line),
        verdict=_bar_word(line),
        letter=letter if letter in UNSURE else "",
        css=line.verdict,
        open=not line.has_rate,
    )


def _bar_word(line: CategoryLine) -> Text:
    silent = not line.has_rate and line.verdict == NOT_JUDGED
    return text("no data supplied") if silent else verdict_word(line.verdict)


def _described(facts: Facts, line: CategoryLine) -> Text:
    if not line.has_rate or not math.isnan(line.target):
        return text("{name}: {sentence}", name=name_of(facts, line), sentence=verdict_sentence(facts, line))
    return text("{name}: coverage {rate}.", name=name_of(facts, line), rate=str(line_rate(line)))


def reason_stacks(facts: Facts) -> Stacks:
    """Figure 4-1: who is not covered and why, by category in profile order."""
    left = 10 + max(text_width(name_of(facts, line), 9) for line in facts.lines)
    end, step = round_axis(max((line.missed for line in facts.judged), default=0.0))
    scale = (WIDTH - left - STACK_END) / end
    keys = _keys(facts, [reason for reason in REASONS if any(line.reasons[reason] > 0 for line in facts.judged)], left)
    top = (keys[-1].y if keys else 0) + LEGEND_ROW + 6
    stacks = tuple(_stack(facts, line, top + k * STACK_ROW, left, scale) for k, line in enumerate(facts.lines))
    bottom = top + len(facts.lines) * STACK_ROW
    ticks = tuple((left + tick * scale, decimal(tick)) for tick in np.arange(0, end + step / 2, step).tolist())
    unit = text("Not covered ({weight})", weight=weight_word(facts.weight))
    described = tuple(text("{name}: {count} not covered.", name=name_of(facts, line), count=decimal(line.missed)) for line in facts.judged)
    return Stacks(WIDTH, bottom + 26, left, bottom, ticks, stacks, keys, unit, described)


def _stack(facts: Facts, line: CategoryLine, y: float, left: float, scale: float) -> Stack:
    if not line.has_rate:
        return Stack(y, name_of(facts, line), (), left, None)
    pieces, x = [], left
    for reason in REASONS:
        width = line.reasons[reason] * scale
        if width > 0:
            label = str(line_count(line, reason)) if width >= LEAST_LABEL else ""
            pieces.append(Piece(round(x, 2), round(width, 2), reason, label))
            x += width
    return Stack(y, name_of(facts, line), tuple(pieces), round(x, 2), Number(decimal(line.missed)))


def _keys(facts: Facts, reasons: Sequence[str], left: float) -> tuple[Key, ...]:
    """The legend in rows, as many to a row as fit."""
    keys, x, y = [], left, 8.0
    # A loop over five words, each placed after the one before.
    for reason in reasons:
        width = 30 + text_width(shown(facts, reason_word(reason)), 9) + 8
        if x > left and x + width > WIDTH:
            x, y = left, y + LEGEND_ROW
        keys.append(Key(x, y, reason, reason_word(reason)))
        x += width
    return tuple(keys)


def round_axis(most: float) -> tuple[float, float]:
    """The end of an axis that holds the value, and its step: 1, 2 or 5 times a power of ten, four to eight steps."""
    if most <= 0:
        return 1.0, 1.0
    power = 10.0 ** math.floor(math.log10(most))
    step = next(size for size in (power / 5, power / 2, power, power * 2) if most / size <= 6)
    step = max(step, 1.0)
    return math.ceil(most / step - 1e-9) * step, step


def reached_columns(facts: Facts) -> Columns:
    """Figure 4-3: households by the number of categories they reach."""
    ledger, settings = facts.results.ledger, facts.results.settings
    sums = np.bincount(ledger["reached"].to_numpy(dtype=int), weights=weights(ledger, settings), minlength=len(facts.judged) + 1)
    most = max(float(sums.max(initial=0.0)), 1.0)
    slot = (WIDTH - 40) / len(sums)
    base = COLUMNS_HEIGHT + 18
    columns = tuple(_column(k, float(value), slot, base, COLUMNS_HEIGHT * float(value) / most) for k, value in enumerate(sums))
    unit = text("Categories reached (of {count}); above the columns: {weight}", count=len(facts.judged), weight=weight_word(facts.weight))
    described = tuple(text("{reached} categories: {count}.", reached=column.reached, count=column.label) for column in columns)
    return Columns(WIDTH, base + 34, base, columns, unit, described)


def _column(reached: int, value: float, slot: float, base: float, height: float) -> Column:
    x = 20 + reached * slot + slot * 0.15
    return Column(round(x, 2), round(base - height, 2), round(slot * 0.7, 2), round(height, 2), reached, decimal(value))


def target_words(facts: Facts) -> Text:
    """What the target tick of figure 1-1 stands for."""
    lines = [line for line in facts.lines if not math.isnan(line.target)]
    if not lines:
        return text("The chosen standard states no target; no target line is drawn.")
    shown = {str(line_target(line)) for line in lines}
    if len(shown) == 1:
        return text(
            "The upright stroke is the target {target}; the thin line with ends is the range from certain to possible.", target=shown.pop()
        )
    return text("The upright stroke is each category's target; the thin line with ends is the range from certain to possible.")
