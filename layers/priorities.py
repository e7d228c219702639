"""Kinds of communities whose shortfalls come first: "城乡结合部=1.5; 拆迁安置=1.5", a factor for each word of areas.kind."""

from __future__ import annotations

import re

from .errors import InputError
from .words import Text, text

# 「城乡结合部、拆迁安置小区、流动人口聚居地社区的配套设施要强化保障」: the text names the kinds, the office sets the factor.
USUAL = "城乡结合部=1.5; 拆迁安置=1.5; 流动人口聚居=1.5"
LEAST, MOST = 1.0, 10.0

Priorities = tuple[tuple[str, float], ...]


def parse_priorities(words: str) -> Priorities:
    """The kinds with their factors; raises InputError with all faults of the text."""
    pairs, faults = [], []
    for pair in filter(None, (part.strip() for part in re.split(r"[;；]", words))):
        name, _, value = (part.strip() for part in pair.partition("="))
        if not name or not re.fullmatch(r"\d+(\.\d+)?", value) or not LEAST <= float(value) <= MOST:
            faults.append(_fault(pair))
            continue
        pairs.append((name, float(value)))
    if faults:
        raise InputError(*faults)
    return tuple(pairs)


def _fault(pair: str) -> Text:
    return text(
        "PRIORITIES: “{pair}” is no kind with a factor from {least} to {most}. Write for example 拆迁安置=1.5; one pair after the other, "
        "separated by semicolons.",
        pair=pair,
        least=f"{LEAST:g}",
        most=f"{MOST:g}",
    )
