"""What slows a walk beside its length: speed factors of kinds of streets, and seconds of delay at crossings and bridges.

The words are those of PENALTIES and of a profile's block penalties: "steps=0.5; signal=30; crossing=10; footbridge=60".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import InputError
from .tags import street_kinds
from .words import Text, text

MOST_FACTOR, MOST_SECONDS = 5.0, 3600.0


@dataclass(frozen=True)
class Penalties:
    """Speed factors by kind of street, which replace those of the tag table, and seconds by kind of delay."""

    factors: Mapping[str, float] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


NO_PENALTIES = Penalties()


def delay_words() -> tuple[str, ...]:
    """The kinds of delay that the tag table gives to kinds of streets."""
    return tuple(dict.fromkeys(kind.penalty for kind in street_kinds().values() if kind.penalty))


def parse_penalties(words: str, base: Penalties = NO_PENALTIES) -> Penalties:
    """The penalties with those that the text names put in place; raises InputError with all faults of the text."""
    pairs, faults = {}, []
    for pair in filter(None, (part.strip() for part in re.split(r"[;；]", words))):
        name, _, value = (part.strip() for part in pair.partition("="))
        number = float(value) if re.fullmatch(r"-?\d+(\.\d+)?", value) else None
        faults += [text("PENALTIES: {fault}", fault=fault) for fault in penalty_faults({name: number if number is not None else value})]
        pairs[name] = number
    if faults:
        raise InputError(*faults)
    return with_penalties(base, pairs)


def with_penalties(base: Penalties, named: Mapping[str, float]) -> Penalties:
    """The penalties with the named ones put in place; names and values have been checked."""
    delays = delay_words()
    return Penalties(
        {**base.factors, **{name: float(value) for name, value in named.items() if name not in delays}},
        {**base.seconds, **{name: float(value) for name, value in named.items() if name in delays}},
    )


def penalty_faults(named: Mapping[object, object]) -> list[Text]:
    """What is wrong with named penalties: unknown words, factors not above 0, negative seconds."""
    delays = delay_words()
    kinds = [kind for kind in street_kinds() if kind not in delays]
    return [fault for name, value in named.items() if (fault := _fault(str(name), value, delays, kinds))]


def _fault(name: str, value: object, delays: tuple[str, ...], kinds: list[str]) -> Text | None:
    if name not in delays and name not in kinds:
        return text(
            "“{name}” is no penalty. Known in seconds: {delays}; as speed factors: {kinds}.",
            name=name,
            delays=", ".join(delays),
            kinds=", ".join(kinds),
        )
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if name in delays and not (is_number and 0 <= value <= MOST_SECONDS):
        return text("{name} is {value}; it must be seconds from 0 to {most}.", name=name, value=str(value), most=f"{MOST_SECONDS:g}")
    if name in kinds and not (is_number and 0 < value <= MOST_FACTOR):
        return text(
            "{name} is {value}; it must be a speed factor above 0 and up to {most}, for example 0.5.",
            name=name,
            value=str(value),
            most=f"{MOST_FACTOR:g}",
        )
    return None
