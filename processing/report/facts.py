"""What a run found, ready to print: its figures by id, its categories, its areas."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from ...layers.crs import crs_name
from ...layers.profiles import Category
from ...layers.words import Text, Translator, text
from ..engine.results import Results
from ..engine.rollup import REASONS as ALL_REASONS
from ..engine.verdicts import NOT_JUDGED
from .numbers import MISSING, SUPPRESSED, Number, decimal, rate, rate_range
from .suppression import hidden_parts, is_hidden

MOST_SOURCES = 20  # of one table
REASONS = tuple(reason for reason in ALL_REASONS if reason != "ok")
PLACES = {"m2": 1, "of_rule": 2, "km2": 2, "km": 1, "min": 1, "ratio": 1}
MARKS = {"confirmed": "A", "memory_high": "B", "memory_medium": "C", "memory_low": "D", "seed": "S", "user": "U"}


@dataclass(frozen=True)
class CategoryLine:
    """The figures of one category over the whole run; unrounded, NaN where there is none."""

    category: Category
    total: float
    ok: float
    reasons: dict[str, float]
    rate: float
    low: float
    high: float
    target: float
    verdict: str
    facilities: float
    suppressed: frozenset[str] = field(default_factory=frozenset)  # figure names whose count is hidden
    place: str = ""  # of one area: @partition/level/code, as its figures end

    @property
    def has_rate(self) -> bool:
        """Whether the category can be stated at all."""
        return not math.isnan(self.rate)

    @property
    def missed(self) -> float:
        """The weight that does not reach it."""
        return self.total - self.ok


@dataclass(frozen=True)
class Facts:
    """The results with the language they are printed in."""

    results: Results
    language: str
    translate: Translator
    lines: tuple[CategoryLine, ...]

    def value(self, figure_id: str) -> float:
        """The unrounded figure; NaN where there is none."""
        return _value(self.results, figure_id)

    def number(self, figure_id: str) -> Number:
        """The figure as it is printed by its unit."""
        figure = self.results.figures.get(figure_id)
        if figure is None:
            return Number(MISSING)
        if figure.unit == "share":
            return Number(rate(figure.value), figure_id)
        if self.people and figure.unit == "residents" and _is_part(figure_id) and is_hidden(self.value(figure_id)):
            return Number(SUPPRESSED, figure_id)
        return Number(decimal(figure.value, PLACES.get(figure.unit, 0)), figure_id)

    def amount(self, figure_id: str) -> Text:
        """The figure with the unit of the run's weight, as one unbreakable piece."""
        return self.with_unit(self.number(figure_id))

    def with_unit(self, number: Number) -> Text:
        """The number with the unit of the run's weight."""
        return weighed(number, self.weight)

    @property
    def people(self) -> bool:
        """Whether the run counts people, whose small counts are hidden."""
        return self.results.settings.weight == "residents"

    @property
    def weight(self) -> str:
        """What is counted; doorplates where no household was given or estimated."""
        summary = self.results.summary
        return self.results.settings.weight if summary.empty else str(summary["weight"].iloc[0])

    @property
    def weight_text(self) -> Text:
        """What is counted, as a word."""
        return weight_word(self.weight)

    @property
    def crs(self) -> str:
        """The CRS of the run by its name and authid."""
        return f"{crs_name(self.results.crs)} ({self.results.crs})"

    @property
    def has_targets(self) -> bool:
        """Whether any category has a target."""
        return any(not math.isnan(line.target) for line in self.lines)

    @property
    def judged(self) -> list[CategoryLine]:
        """The categories that have a rate, in profile order."""
        return [line for line in self.lines if line.has_rate]

    @property
    def unstated(self) -> list[CategoryLine]:
        """The categories about which the input says nothing."""
        return [line for line in self.lines if not line.has_rate]

    @cached_property
    def sources(self) -> list[str]:
        """The sources and licences that the inputs name; found once, as every map and every community's page asks."""
        stated = [str(value) for value in self.results.sources.get("source", ())]
        for column in ("source", "licence"):
            stated.extend(str(value) for values in self._values_of(column) for value in values[:MOST_SOURCES])
        return stated

    @cached_property
    def data_date(self) -> str:
        """The latest date that the input states of itself, as 2026-06-30; a dash where it states none."""
        stated = [str(value)[:10] for column in ("updated_at", "as_of") for values in self._values_of(column) for value in values]
        return max(stated, default=MISSING)

    def _values_of(self, column: str) -> list[np.ndarray]:
        """The different values of a column in each input that has it."""
        return [table[column].dropna().unique() for table in self.results.tables.values() if column in table.columns]

    def by_rate(self) -> list[CategoryLine]:
        """The categories, lowest rate first, those without a rate last."""
        return sorted(self.lines, key=lambda line: (not line.has_rate, line.rate if line.has_rate else 0.0))

    def names(self, lines: list[CategoryLine]) -> str:
        """The names of the categories as a list in the language."""
        return ("、" if self.language == "zh" else ", ").join(line.category.name(self.language) for line in lines)


def facts_of(results: Results, *, language: str, translate: Translator) -> Facts:
    """The facts of the results in that language."""
    people = results.settings.weight == "residents"
    lines = tuple(_line(results, category, people) for category in results.settings.profile.categories)
    return Facts(results, language, translate, lines)


def weighed(number: Number | str, weight: str) -> Text:
    """The number with its unit, kept together."""
    if weight == "residents":
        return text("{number}\u202fresidents", number=number)
    if weight == "doorplates":
        return text("{number}\u202fdoorplates", number=number)
    return text("{number}\u202fhouseholds", number=number)


def weight_word(weight: str) -> Text:
    """What is counted, as a word for heads and titles."""
    return {"residents": text("residents"), "doorplates": text("doorplate count")}.get(weight, text("households"))


def limit_words(category: Category) -> Text:
    """The limit with its unit."""
    if category.unit == "m":
        return text("{limit}\u202fm on foot", limit=decimal(category.limit))
    return text("{limit}\u202fmin on foot", limit=decimal(category.limit, 0 if category.limit == int(category.limit) else 1))


def line_rate(line: CategoryLine) -> Number:
    """The rate of the category, never against its verdict; whole where it rests on a hidden count."""
    places = 0 if line.suppressed else 1
    shown = rate(line.rate, target=_optional(line.target), compare=line.category.compare, places=places)
    return Number(shown, f"rate.{line.category.id}{line.place}" if line.has_rate else "")


def line_range(line: CategoryLine) -> str:
    """The certain and the possible rate of the category."""
    return rate_range(line.low, line.high)


def line_count(line: CategoryLine, name: str) -> Number:
    """One count of the category: total, ok or a reason."""
    value = {"total": line.total, "ok": line.ok, **line.reasons}[name]
    shown = SUPPRESSED if name in line.suppressed else decimal(value)
    return Number(shown, f"{name}.{line.category.id}{line.place}" if shown != MISSING else "")


def line_target(line: CategoryLine) -> Number:
    """The target of the category, without decimals where it has none."""
    if math.isnan(line.target):
        return Number(MISSING)
    places = 0 if round(line.target * 100, 6) == round(line.target * 100) else 1
    return Number(rate(line.target, places=places), f"target.{line.category.id}")


def _is_part(figure_id: str) -> bool:
    return figure_id.split(".")[0] in {"ok", "measure_gain", "measure_affected", *REASONS}


def _line(results: Results, category: Category, people: bool) -> CategoryLine:
    def value(name: str) -> float:
        return _value(results, f"{name}.{category.id}")

    reasons = {reason: value(reason) for reason in REASONS}
    verdict = results.figures.get(f"verdict.{category.id}")
    parts = {"ok": value("ok"), **reasons}
    return CategoryLine(
        category,
        total=value("total"),
        ok=parts["ok"],
        reasons=reasons,
        rate=value("rate"),
        low=value("rate_low"),
        high=value("rate_high"),
        target=float("nan") if category.target is None else category.target,
        verdict=str(verdict.value) if verdict is not None and verdict.value else NOT_JUDGED,
        facilities=value("facilities"),
        suppressed=_suppressed(parts) if people else frozenset(),
    )


def line_of_row(line: CategoryLine, row: Mapping[str, object], *, people: bool) -> CategoryLine:
    """The figures of the line's category in one area, from its row of the summary."""
    parts = {name: float(row[name]) for name in ("ok", *REASONS)}
    rates = {name: float(row[f"rate{end}"]) for name, end in (("rate", ""), ("low", "_low"), ("high", "_high"))}
    return replace(
        line,
        **rates,
        total=float(row["total"]),
        ok=parts["ok"],
        reasons={name: parts[name] for name in REASONS},
        verdict=str(row["verdict"]),
        suppressed=_suppressed(parts) if people else frozenset(),
        place=f"@{row['partition']}/{row['level']}/{row['code']}",
    )


def _suppressed(parts: dict[str, float]) -> frozenset[str]:
    flags = hidden_parts(pd.DataFrame([parts]).to_numpy(dtype=float))[0]
    return frozenset(name for name, flag in zip(parts, flags) if flag)


def _value(results: Results, figure_id: str) -> float:
    figure = results.figures.get(figure_id)
    return float("nan") if figure is None or figure.value is None or isinstance(figure.value, str) else float(figure.value)


def _optional(value: float) -> float | None:
    return None if math.isnan(value) else value
