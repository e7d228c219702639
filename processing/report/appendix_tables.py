"""The two tables of a community's page: its services, its grids."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...layers.profiles import METRES, Category
from ...layers.words import Text, text
from .facts import REASONS, CategoryLine, Facts, line_count, line_range, line_rate, weight_word
from .numbers import MISSING, Number, decimal, rate
from .places import Place
from .sentences import reason_word
from .tables import Cell, Column, Row, Table, name_of, row, target_cell, verdict_cell

MOST_GRIDS = 12
FEW = 10  # services: more of them need smaller type


def coverage_table(facts: Facts, place: Place, lines: tuple[CategoryLine, ...], number: str) -> Table:
    """Every service of one community: reached, the reasons, the rate, the verdict; lowest rate first."""
    reasons = [name for name in REASONS if name != "no_facility" or any(line.has_rate and line.reasons[name] > 0 for line in lines)]
    columns = (
        Column(text("Category"), "word"),
        Column(text("Limit"), "word"),
        Column(reason_word("ok")),
        *(Column(reason_word(name)) for name in reasons),
        Column(text("Sum")),
        Column(text("Coverage")),
        Column(text("Range")),
        Column(text("Target")),
        Column(text("Verdict"), "word"),
    )
    ranked = sorted(lines, key=lambda line: (not line.has_rate, line.rate if line.has_rate else 0.0))
    rows = tuple(_coverage_row(facts, line, reasons) for line in ranked)
    title = text("Coverage of services (weight: {weight})", weight=weight_word(facts.weight))
    return Table(f"{number}-1", title, columns, rows, css="tight" if len(lines) <= FEW else "tight small")


def _coverage_row(facts: Facts, line: CategoryLine, reasons: list[str]) -> Row:
    names = ("ok", *reasons, "total")
    counts = [line_count(line, name) if line.has_rate else MISSING for name in names]
    words = (name_of(facts, line), short_limit(line.category))
    return row(*words, *counts, line_rate(line), line_range(line), target_cell(facts, line), verdict_cell(line))


def short_limit(category: Category) -> Text:
    """The limit with its unit alone."""
    shown = decimal(category.limit, 0 if category.limit == int(category.limit) else 1)
    return text("{limit}\u202fm", limit=shown) if category.unit == METRES else text("{limit}\u202fmin", limit=shown)


def grid_table(
    facts: Facts, place: Place, codes: np.ndarray, grids: Mapping[str, Place], lines: tuple[CategoryLine, ...], number: str
) -> Table | None:
    """The grids of one community, with its weakest service; None without any, or where they are too many for the page."""
    held = pd.Series(codes).dropna().value_counts().sort_index()
    judged = [line for line in lines if line.has_rate]
    if not 0 < len(held) <= MOST_GRIDS or not judged:
        return None
    weakest = min(judged, key=lambda line: line.rate)
    columns = (
        Column(text("Grid"), "name"),
        Column(text("Doorplates")),
        Column(weight_word(facts.weight)),
        Column(text("{category}: reached", category=name_of(facts, weakest))),
        Column(text("Coverage")),
        Column(text("All services")),
        Column(text("Share")),
    )
    found = tuple(_grid_row(facts, grids[code], int(count), weakest) for code, count in held.items() if code in grids)
    return Table(f"{number}-2", text("Grids"), columns, (*found, _grid_total(facts, place, len(codes), weakest)), css="tight")


def _grid_row(facts: Facts, grid: Place, count: int, weakest: CategoryLine) -> Row:
    name, at = weakest.category.id, grid.key
    total = facts.number(f"total.{name}@{at}")
    covered = facts.value(f"covered_all@{at}")
    return row(
        Cell(_short(grid.name), css="name"),
        decimal(count),
        total,
        facts.number(f"ok.{name}@{at}"),
        facts.number(f"rate.{name}@{at}"),
        facts.number(f"covered_all@{at}"),
        _share(covered, grid.total),
    )


def _grid_total(facts: Facts, place: Place, count: int, weakest: CategoryLine) -> Row:
    covered = facts.value(f"covered_all@{place.key}")
    counts = (line_count(weakest, "total"), line_count(weakest, "ok"), line_rate(weakest))
    last = (facts.number(f"covered_all@{place.key}"), _share(covered, place.total))
    return row(text("Total"), decimal(count), *counts, *last, total=True)


def _short(name: str) -> str:
    return name.rpartition("社区")[2] or name


def _share(part: float, whole: float) -> Number | str:
    return Number(rate(part / whole)) if whole > 0 and not math.isnan(part) else MISSING
