"""Figure 3-1: findings of each table by severity, as places on paper."""

from __future__ import annotations

from dataclasses import dataclass

from ....layers.words import Text, text
from ...engine.dataquality import SEVERITIES
from ..charts import WIDTH
from ..data_tables import table_word
from ..numbers import decimal
from .facts import QualityFacts
from .words import SEVERITIES as WORDS

LEFT, END, ROW, TOP = 96.0, 60.0, 20.0, 24.0
LEAST = 1.5  # a piece that is there can be seen


@dataclass(frozen=True)
class Piece:
    """The findings of one severity."""

    x: float
    width: float
    severity: str


@dataclass(frozen=True)
class Bar:
    """One table."""

    y: float
    name: Text | str
    pieces: tuple[Piece, ...]
    end: float
    total: str


@dataclass(frozen=True)
class Chart:
    """The figure; keys are severity, word, place."""

    width: float
    height: float
    left: float
    bars: tuple[Bar, ...]
    keys: tuple[tuple[str, Text, float], ...]
    description: tuple[Text, ...]


def chart(facts: QualityFacts) -> Chart | None:
    """The findings by table, the table with most first; None without findings."""
    counts = facts.examined.counts
    if counts.empty:
        return None
    sums = counts.pivot_table(index="table", columns="severity", values="count", aggfunc="sum", fill_value=0)
    sums = sums.reindex(columns=list(SEVERITIES), fill_value=0)
    total = sums.sum(axis=1).sort_index().sort_values(ascending=False, kind="stable")
    scale = (WIDTH - LEFT - END) / total.max()
    bars = tuple(_bar(table, sums.loc[table], TOP + k * ROW, scale) for k, table in enumerate(total.index))
    keys = tuple((name, WORDS[name], LEFT + 90.0 * k) for k, name in enumerate(SEVERITIES))
    said = tuple(
        text("Findings in the table {table}: {count}.", table=table_word(table), count=decimal(float(total[table])))
        for table in total.index
    )
    return Chart(WIDTH, TOP + len(bars) * ROW + 4, LEFT, bars, keys, said)


def _bar(table: str, counts: object, y: float, scale: float) -> Bar:
    pieces, x = [], LEFT
    for name in SEVERITIES:
        if counts[name]:
            wide = round(max(counts[name] * scale, LEAST), 2)
            pieces.append(Piece(round(x, 2), wide, name))
            x += wide
    return Bar(y, table_word(table), tuple(pieces), round(x, 2), decimal(float(counts.sum())))
