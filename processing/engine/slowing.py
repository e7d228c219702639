"""What a walk is made of, and what makes it longer than metres ÷ speed: slow streets and waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.words import Text, Translator, render, text
from .graph import SECONDS, Network
from .streets import column
from .tracing import Trail, part_cost

if TYPE_CHECKING:
    import geopandas as gpd

    from .walked import Walked

STEPS = "steps"
ROUNDING = 1e-9  # share of a street's seconds that is noise of its sums


@dataclass(frozen=True)
class Lengths:
    """What walks are made of, by walk: metres by part, and the seconds that they take beyond metres ÷ speed."""

    access_m: np.ndarray
    network_m: np.ndarray
    facility_access_m: np.ndarray
    slow_s: np.ndarray  # lost on streets with a factor below 1
    quick_s: np.ndarray  # won on streets with a factor above 1
    penalty_s: np.ndarray
    speed_ms: float

    @property
    def metres(self) -> np.ndarray:
        """Door to door."""
        return self.access_m + self.network_m + self.facility_access_m

    @property
    def seconds(self) -> np.ndarray:
        """Door to door, waiting included."""
        return self.metres / self.speed_ms + self.slow_s - self.quick_s + self.penalty_s


@dataclass(frozen=True)
class Parts:
    """The parts of streets that walks lead over, by piece of their trail; one-way gates left out."""

    walk: np.ndarray
    edge: np.ndarray
    from_m: np.ndarray
    to_m: np.ndarray
    metres: np.ndarray
    extra_s: np.ndarray  # beyond metres ÷ speed; below 0 where one walks faster
    penalty_s: np.ndarray


def parts_of(network: Network, trail: Trail) -> Parts:
    """The street parts of a trail with what they cost."""
    rows = np.flatnonzero(trail.edge >= 0)
    edge, from_m, to_m = trail.edge[rows], trail.from_m[rows], trail.to_m[rows]
    metres = np.abs(to_m - from_m)
    plain_s = metres / network.speed_ms
    extra_s = part_cost(network, edge, from_m, to_m, SECONDS) - plain_s
    extra_s[np.abs(extra_s) <= ROUNDING * plain_s] = 0
    return Parts(trail.walk[rows], edge, from_m, to_m, metres, extra_s, np.where(trail.whole[rows], network.penalty_s[edge], 0.0))


def lengths(network: Network, homes_leg_m: np.ndarray, parts: Parts, walked: Walked) -> Lengths:
    """Metres and seconds of each walk; a walk inside an estate is all access."""
    trail, count = walked.trail, len(walked.home)
    by_street = trail.home_row >= 0

    def summed(values: np.ndarray) -> np.ndarray:
        return np.bincount(parts.walk, weights=values, minlength=count)

    home_leg_m = np.append(homes_leg_m, 0.0)[trail.home_row]
    facility_leg_m = np.append(walked.places.leg_m, 0.0)[trail.place_row]
    return Lengths(
        np.where(by_street, home_leg_m, walked.inner_m),
        summed(parts.metres),
        np.where(by_street, facility_leg_m, 0.0),
        summed(np.maximum(parts.extra_s, 0)),
        summed(np.maximum(-parts.extra_s, 0)),
        summed(parts.penalty_s),
        network.speed_ms,
    )


def kinds_of(streets: gpd.GeoDataFrame, network: Network, edge: np.ndarray) -> np.ndarray:
    """The kind of street of each edge; "" where none is written."""
    kinds = column(streets, "kind")
    return kinds.where(kinds.notna(), "").to_numpy(dtype=object)[network.street[edge]]


def steps_m(parts: Parts, kind: np.ndarray, count: int) -> np.ndarray:
    """Metres on steps of each walk."""
    return np.bincount(parts.walk, weights=parts.metres * (kind == STEPS), minlength=count)


def slowed_by(network: Network, parts: Parts, kind: np.ndarray, count: int, translate: Translator) -> np.ndarray:
    """What slows each walk, in words; "" where nothing does."""
    frame = pd.DataFrame({"walk": parts.walk, "kind": kind, "parent": network.parent[parts.edge]})
    frame["metres"], frame["slow"], frame["waits"] = parts.metres, parts.extra_s > 0, parts.penalty_s > 0
    slow = frame[frame["slow"]].groupby(["walk", "kind"])["metres"].sum()
    waits = frame[frame["waits"]].groupby(["walk", "kind"])["parent"].nunique()
    said: dict[int, list[str]] = {}
    # Walk by walk: few of them are slowed, and each has words of its own.
    for (walk, word), metres in slow.items():
        said.setdefault(walk, []).append(render(_slow_words(word, metres), translate))
    for (walk, word), times in waits.items():
        said.setdefault(walk, []).append(render(_wait_words(word, times), translate))
    words = np.full(count, "", dtype=object)
    for walk, sentences in said.items():
        words[walk] = "; ".join(sentences)
    return words


def _slow_words(kind: str, metres: float) -> Text:
    if kind == STEPS:
        return text("steps {metres} m", metres=f"{metres:.0f}")
    return text("slow path {metres} m", metres=f"{metres:.0f}")


def _wait_words(kind: str, times: int) -> Text:
    return text("waiting {times}×", times=int(times))
