"""Figure 7-1: what the measures bring together, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...layers.words import Text, text
from .charts import WIDTH, round_axis
from .facts import Facts, weight_word
from .numbers import decimal

HEIGHT, TOP, LEFT, RIGHT = 130.0, 14.0, 52.0, 40.0
ENOUGH = 0.8  # of all that can be gained
FEWEST = 3


@dataclass(frozen=True)
class Curve:
    """Figure 7-1: a line of steps; at marks the measure with which most is reached."""

    width: float
    height: float
    left: float
    bottom: float
    top: float
    path: str
    mark: tuple[float, float]
    label: Text
    side: str  # of the mark that its label stands at: start or end
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    unit: Text
    description: tuple[Text, ...]
    note: Optional[Text] = None


def gained_curve(facts: Facts) -> Curve | None:
    """The gains added up in the order of the measures; None for fewer than three."""
    found = facts.results.measures
    gains = found["gain"].dropna().to_numpy(dtype=float)
    gains = gains[gains > 0]
    if len(gains) < FEWEST:
        return None
    total = np.cumsum(gains)
    end, step = round_axis(float(total[-1]))
    x_end, x_step = round_axis(float(len(gains)))
    plot, bottom = WIDTH - LEFT - RIGHT, TOP + HEIGHT
    x, y = (LEFT + np.arange(len(gains) + 1) / x_end * plot), bottom - np.concatenate([[0.0], total]) / end * HEIGHT
    enough = int(np.searchsorted(total, ENOUGH * total[-1] - 1e-9)) + 1
    steps = "".join(f"H{right:.2f}V{up:.2f}" for right, up in zip(x[1:], y[1:]))
    label = text("the first {count}: {share} of {all}", count=decimal(enough), share=_share(total, enough), all=decimal(float(total[-1])))
    return Curve(
        width=WIDTH,
        height=bottom + 28,
        left=LEFT,
        bottom=bottom,
        top=TOP,
        path=f"M{x[0]:.2f} {y[0]:.2f}{steps}",
        mark=(round(float(x[enough]), 2), round(float(y[enough]), 2)),
        label=label,
        side="end" if x[enough] > WIDTH / 2 else "start",
        x_ticks=tuple((round(LEFT + tick / x_end * plot, 2), decimal(tick)) for tick in np.arange(0, x_end + x_step / 2, x_step).tolist()),
        y_ticks=tuple((round(bottom - tick / end * HEIGHT, 2), decimal(tick)) for tick in np.arange(0, end + step / 2, step).tolist()),
        unit=_unit(facts),
        description=(label,),
        note=text("Added up over categories, each measure by itself: where two serve the same homes the sum is too large."),
    )


def _share(total: np.ndarray, count: int) -> str:
    return f"{round(100 * total[count - 1] / total[-1])}%"


def _unit(facts: Facts) -> Text:
    words = weight_word(facts.weight)
    return text("Measures in the order of table {number}; upwards: newly covered, {weight} × categories", number="7-1", weight=words)
