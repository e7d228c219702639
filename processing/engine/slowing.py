"""What a walk is made of, and what makes it longer than metres ÷ speed: slow streets and waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.tags import UNKNOWN_KIND, street_kinds
from ...layers.words import Text, Translator, render, text
from .graph import SECONDS, Network
from .streets import column, street_costs
from .tracing import Trail, part_cost

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.penalties import Penalties

STEPS = "steps"
ROUNDING = 1e-9  # share of a street's seconds that is noise of its sums
TOLD_M = 0.5  # less is 0 in whole metres
STEEP = 0.9  # a slope is told when it takes more than a tenth of the speed


@dataclass(frozen=True)
class Lengths:
    """What walks are made of, by walk: metres by part, and the seconds that they take beyond metres ÷ speed."""

    access_m: np.ndarray
    network_m: np.ndarray
    facility_access_m: np.ndarray
    slow_s: np.ndarray  # by speed factors and slopes; below 0 where one walks faster
    penalty_s: np.ndarray
    speed_ms: float

    @property
    def metres(self) -> np.ndarray:
        """Door to door."""
        return self.access_m + self.network_m + self.facility_access_m

    @property
    def seconds(self) -> np.ndarray:
        """Door to door, waiting included."""
        return self.metres / self.speed_ms + self.slow_s + self.penalty_s


@dataclass(frozen=True)
class Parts:
    """The parts of streets that walks lead over, by piece of their trail; one-way gates left out."""

    walk: np.ndarray
    edge: np.ndarray
    from_m: np.ndarray
    to_m: np.ndarray
    metres: np.ndarray
    factor: np.ndarray  # of the walker's speed, in the direction of the walk
    slow_s: np.ndarray
    penalty_s: np.ndarray


@dataclass(frozen=True)
class Kinds:
    """What the streets say of themselves, by position of the street."""

    kind: np.ndarray  # "" where none is written
    flat: np.ndarray  # speed factor without slopes
    delay: np.ndarray  # word of the delay that the kind may have; ""


def kinds_of(streets: gpd.GeoDataFrame, penalties: Penalties) -> Kinds:
    """The kinds of the streets of a run."""
    written = column(streets, "kind")
    codes, kind = pd.factorize(written)
    delays = np.array([*(street_kinds().get(word, UNKNOWN_KIND).penalty for word in kind), ""], dtype=object)
    return Kinds(written.where(written.notna(), "").to_numpy(dtype=object), street_costs(streets, penalties)[0], delays[codes])


def parts_of(network: Network, trail: Trail) -> Parts:
    """The street parts of a trail with what they cost."""
    rows = np.flatnonzero(trail.edge >= 0)
    edge, from_m, to_m = trail.edge[rows], trail.from_m[rows], trail.to_m[rows]
    metres = np.abs(to_m - from_m)
    factor = np.where(to_m >= from_m, network.forward_factor[edge], network.backward_factor[edge])
    plain_s = metres / network.speed_ms
    slow_s = part_cost(network, edge, from_m, to_m, SECONDS) - plain_s
    slow_s[np.abs(slow_s) <= ROUNDING * plain_s] = 0
    penalty_s = np.where(trail.whole[rows], network.penalty_s[edge], 0.0)
    return Parts(trail.walk[rows], edge, from_m, to_m, metres, factor, slow_s, penalty_s)


def lengths(network: Network, parts: Parts, trail: Trail, home_leg_m: np.ndarray, place_leg_m: np.ndarray, inner_m: np.ndarray) -> Lengths:
    """Metres and seconds of each walk; legs by access row, inner_m by walk: a walk inside an estate is all access."""
    count, by_street = len(trail.home_row), trail.home_row >= 0
    network_m, slow_s, penalty_s = (
        np.bincount(parts.walk, weights=values, minlength=count) for values in (parts.metres, parts.slow_s, parts.penalty_s)
    )
    return Lengths(
        np.where(by_street, np.append(home_leg_m, 0.0)[trail.home_row], inner_m),
        network_m,
        np.where(by_street, np.append(place_leg_m, 0.0)[trail.place_row], 0.0),
        slow_s,
        penalty_s,
        network.speed_ms,
    )


def steps_m(network: Network, parts: Parts, kinds: Kinds, count: int) -> np.ndarray:
    """Metres on steps of each walk."""
    on_steps = kinds.kind[network.street[parts.edge]] == STEPS
    return np.bincount(parts.walk, weights=parts.metres * on_steps, minlength=count)


def slowed_by(network: Network, parts: Parts, kinds: Kinds, count: int, translate: Translator) -> np.ndarray:
    """What slows each walk, in words; "" where nothing does."""
    flat = kinds.flat[network.street[parts.edge]]
    slow, steep, waits = (flat < 1) & (parts.slow_s > 0), parts.factor < STEEP * flat, parts.penalty_s > 0
    words, told = np.full(count, "", dtype=object), np.flatnonzero(slow | steep | waits)
    if not len(told):
        return words
    street = network.street[parts.edge[told]]
    frame = pd.DataFrame({"walk": parts.walk[told], "street": street, "metres": parts.metres[told], "delay": kinds.delay[street]})
    frame["word"] = np.where(kinds.kind[street] == STEPS, STEPS, "")
    said: dict[int, list[str]] = {}
    slow_m = frame[slow[told]].groupby(["walk", "word"], sort=True)["metres"].sum()
    steep_m = frame[steep[told]].groupby("walk")["metres"].sum()
    # A kind's delay is shared by all edges of its street, so that the street is counted once.
    times_waited = frame[waits[told]].groupby(["walk", "delay"])["street"].nunique()
    # Walk by walk: few of them are slowed, and each has words of its own.
    for (walk, word), metres in slow_m[slow_m >= TOLD_M].items():
        said.setdefault(walk, []).append(render(_slow_words(word, metres), translate))
    for walk, metres in steep_m[steep_m >= TOLD_M].items():
        said.setdefault(walk, []).append(render(text("slope {metres} m", metres=f"{metres:.0f}"), translate))
    for (walk, word), times in times_waited.items():
        said.setdefault(walk, []).append(render(_wait_words(word, int(times)), translate))
    for walk, sentences in said.items():
        words[walk] = "; ".join(sentences)
    return words


def _slow_words(kind: str, metres: float) -> Text:
    if kind == STEPS:
        return text("steps {metres} m", metres=f"{metres:.0f}")
    return text("slow path {metres} m", metres=f"{metres:.0f}")


def _wait_words(delay: str, times: int) -> Text:
    named = {
        "signal": text("signal {times}×", times=times),
        "crossing": text("crossing {times}×", times=times),
        "footbridge": text("footbridge {times}×", times=times),
    }
    return named.get(delay) or text("waiting {times}×", times=times)
