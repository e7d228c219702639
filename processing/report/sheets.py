"""What stands in the workbook: one sheet after another, column by column, values unrounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from ..engine.rollup import REASONS as ALL_REASONS
from ..engine.rollup import WHOLE
from .area_tables import level_word
from .facts import Facts, limit_words, weight_word
from .numbers import SUPPRESSED
from .places import level_rows, partition_of
from .sentences import quality_word, reason_word, verdict_word
from .suppression import hidden, hidden_parts
from .tables import confidence_letter, name_of

TEXT, COUNT, ONE, TWO, SHARE = "text", "count", "one", "two", "share"
WIDE, USUAL, NARROW = 28, 14, 10
Value = object  # str, number or None: what one cell holds


@dataclass(frozen=True)
class Field:
    """One column of a sheet: its head, its machine name, how it is shown, its values."""

    head: Text | str
    name: str
    kind: str
    values: Sequence[Value]
    width: int = USUAL
    unit: Text | str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its title, its columns; totals are bold rows below the filter; scale colours the shares."""

    name: Text
    title: Text
    fields: tuple[Field, ...]
    totals: tuple[tuple[Value, ...], ...] = ()
    frozen: int = 2
    scale: bool = False
    note: Text | None = None

    @property
    def rows(self) -> int:
        """How many rows stand below the head."""
        return len(self.fields[0].values) if self.fields else 0


def unit_word(facts: Facts) -> Text:
    """The unit of all counts of the run's weight."""
    return weight_word(facts.weight)


def verdict_sheet(facts: Facts) -> Sheet:
    """The result of every category, in profile order."""
    lines, unit = facts.lines, unit_word(facts)
    counts = [None if not line.has_rate else SUPPRESSED if "ok" in line.suppressed else line.ok for line in lines]
    fields = (
        Field(text("Category id"), "category", TEXT, [line.category.id for line in lines]),
        Field(text("Category"), "name", TEXT, [name_of(facts, line) for line in lines], WIDE),
        Field(text("Limit"), "limit", TEXT, [limit_words(line.category) for line in lines]),
        Field(text("Covered ({weight})", weight=unit), "ok", COUNT, counts, unit=unit),
        Field(text("Coverage"), "rate", SHARE, [line.rate for line in lines]),
        Field(text("Low"), "rate_low", SHARE, [line.low for line in lines]),
        Field(text("High"), "rate_high", SHARE, [line.high for line in lines]),
        Field(text("Target"), "target", SHARE, [line.target for line in lines]),
        Field(text("Verdict"), "verdict", TEXT, [verdict_word(line.verdict) for line in lines]),
        Field(text("Confidence"), "confidence", TEXT, [confidence_letter(line) for line in lines], NARROW),
    )
    return Sheet(text("Verdicts"), text("Main results"), fields)


def coverage_sheet(facts: Facts, level: str) -> Sheet | None:
    """Every area of a level and every category, one row each; the sums of all below. None without such areas."""
    if partition_of(facts, level) is None:
        return None
    rows = pd.concat([level_rows(facts, level), _outside(facts, level)], ignore_index=True)
    whole = facts.results.summary[facts.results.summary["level"] == "all"]
    fields = _coverage_fields(facts, rows)
    sums = _coverage_fields(facts, whole)
    totals = tuple(zip(*(_total_values(facts, field, len(whole)) for field in sums)))
    return Sheet(SHEET_NAMES[level], COVERAGE_TITLES[level], fields, totals)


SHEET_NAMES = {
    "subdistrict": text("Sub-district coverage"),
    "community": text("Community coverage"),
    "grid": text("Grid coverage"),
}
COVERAGE_TITLES = {
    "subdistrict": text("Coverage by sub-district and category"),
    "community": text("Coverage by community and category"),
    "grid": text("Coverage by grid and category"),
}


def _outside(facts: Facts, level: str) -> pd.DataFrame:
    """The rows of doorplates outside every area of the level, where there are any."""
    summary = facts.results.summary
    return summary[(summary["level"] == level) & summary["code"].isna() & (summary["total"] > 0)]


def _total_values(facts: Facts, field: Field, count: int) -> Sequence[Value]:
    if field.name == "code":
        return [text("Total")] * count
    return [None] * count if field.name in ("name", "partition") else field.values


def _coverage_fields(facts: Facts, rows: pd.DataFrame) -> tuple[Field, ...]:
    unit, lines = unit_word(facts), {line.category.id: line for line in facts.lines}
    of_row = [lines[category] for category in rows["category"]]
    counts = _counts(facts, rows)
    partitions = [value if isinstance(value, str) else "" for value in rows["partition"]]
    return (
        Field(text("Code"), "code", TEXT, texts(rows["code"]), 20),
        Field(text("Name"), "name", TEXT, _names(rows), WIDE),
        Field(text("Partition"), "partition", TEXT, partitions, NARROW),
        Field(text("Category"), "category", TEXT, [name_of(facts, line) for line in of_row]),
        Field(text("Limit"), "limit", TEXT, [limit_words(line.category) for line in of_row]),
        Field(text("Total ({weight})", weight=unit), "total", COUNT, counts["total"], unit=unit),
        *(Field(reason_word(reason), reason, COUNT, counts[reason], unit=unit) for reason in ALL_REASONS),
        Field(text("Coverage"), "rate", SHARE, _rates(rows["rate"], counts), NARROW),
        Field(text("Low"), "rate_low", SHARE, _rates(rows["rate_low"], counts), NARROW),
        Field(text("High"), "rate_high", SHARE, _rates(rows["rate_high"], counts), NARROW),
        Field(text("Target"), "target", SHARE, rows["target"].tolist(), NARROW),
        Field(text("Verdict"), "verdict", TEXT, [verdict_word(verdict) for verdict in rows["verdict"]]),
        Field(text("Confidence"), "confidence", TEXT, [confidence_letter(line) for line in of_row], NARROW),
        *_quality_field(facts, list(rows[["partition", "level", "code"]].itertuples(index=False, name=None))),
    )


def _quality_field(facts: Facts, places: Sequence[tuple]) -> tuple[Field, ...]:
    """What the walking network of each area (partition, level, code) can carry; none where the run does not tell."""
    quality = facts.results.quality
    if not quality:
        return ()
    known = {place: quality_word(word) for place, word in quality.items()}
    return (Field(text("Network quality"), "quality", TEXT, [known.get(place) for place in places], NARROW),)


def _counts(facts: Facts, rows: pd.DataFrame) -> dict[str, list[Value]]:
    """Totals and reasons; small counts of people hidden, with what would give them away."""
    parts = rows[list(ALL_REASONS)].to_numpy(dtype=float)
    total = rows["total"].to_numpy(dtype=float)
    if not facts.people:
        return {"total": total.tolist(), **dict(zip(ALL_REASONS, parts.T.tolist()))}
    flags = hidden_parts(parts)
    small = hidden(total)
    shown = {name: _hide(parts[:, k], flags[:, k]) for k, name in enumerate(ALL_REASONS)}
    return {"total": _hide(total, small), **shown}


def _hide(values: np.ndarray, flags: np.ndarray) -> list[Value]:
    return [SUPPRESSED if flag else value for value, flag in zip(values.tolist(), flags)]


def _rates(rates: pd.Series, counts: dict[str, list[Value]]) -> list[Value]:
    """Rates that rest on a hidden count are rounded to whole per cent."""
    rests = [any(counts[name][k] == SUPPRESSED for name in counts) for k in range(len(rates))]
    return [round(rate, 2) if rounded else rate for rate, rounded in zip(rates.tolist(), rests)]


def _names(rows: pd.DataFrame) -> list[Value]:
    outside = text("(outside every area)")
    return [name if isinstance(name, str) else code if isinstance(code, str) else outside for name, code in zip(rows["name"], rows["code"])]


def texts(values: pd.Series) -> list[Value]:
    """The values that are text; None for all others."""
    return [value if isinstance(value, str) else None for value in values]


def matrix_sheet(facts: Facts) -> Sheet | None:
    """One row per community (else sub-district), one column of rates per category, completeness last."""
    level = next((level for level in ("community", "subdistrict") if partition_of(facts, level) is not None), None)
    if level is None:
        return None
    rows = level_rows(facts, level)
    rows = rows[rows["partition"] == partition_of(facts, level)]
    codes = sorted(rows["code"].unique())
    rates = rows.pivot(index="code", columns="category", values="rate").reindex(codes)
    first = rows.drop_duplicates("code").set_index("code").reindex(codes)
    keys = [f"{partition_of(facts, level)}/{level}/{code}" for code in codes]
    fields = (
        Field(text("Code"), "code", TEXT, codes, 20),
        Field(level_word(level), "name", TEXT, _names(first.reset_index()), WIDE),
        Field(text("Total ({weight})", weight=unit_word(facts)), "total", COUNT, first["total"].tolist(), unit=unit_word(facts)),
        *(Field(name_of(facts, line), f"{line.category.id}_rate", SHARE, rates[line.category.id].tolist(), NARROW) for line in facts.lines),
        Field(text("Completeness"), "completeness", SHARE, [facts.value(f"completeness@{key}") for key in keys]),
        Field(text("All within reach"), "covered_all", COUNT, [facts.value(f"covered_all@{key}") for key in keys], unit=unit_word(facts)),
        *_quality_field(facts, [(partition_of(facts, level), level, code) for code in codes]),
    )
    whole = (line.rate for line in facts.lines)
    of_network = (quality_word(facts.results.quality[WHOLE]),) if WHOLE in facts.results.quality else ()
    shares = (facts.value("COMPLETENESS"), facts.value("COVERED_ALL"))
    totals = (None, text("Total"), facts.value("WEIGHT_TOTAL"), *whole, *shares, *of_network)
    return Sheet(text("Coverage matrix"), text("Rates by area and category"), fields, (totals,), scale=True)
