"""The storeys that a survey's texts tell: 混6, 砼18, 砖3, 混, 砼6-2, 混5+1."""

from __future__ import annotations

import re

import numpy as np

from ..hanzi import half_width, simplified

# Structures as GB/T 20257 abbreviates them; a house without a figure has one storey.
STRUCTURES = (
    "钢混",
    "框架",
    "框剪",
    "混合",
    "砖混",
    "砖木",
    "混凝土",
    "混",
    "砼",
    "砖",
    "钢",
    "铁",
    "木",
    "石",
    "土",
    "简",
    "坯",
    "框",
    "剪",
)
TEXT = re.compile(
    rf"^(?P<structure>{'|'.join(STRUCTURES)})?(?P<floors>\d{{1,3}})?(?:层|F)?(?P<more>(?:[+/]\d{{1,2}})*)(?P<below>-\d{{1,2}})?(?:\(.*\))?$",
    re.IGNORECASE,
)
BARE = re.compile(r"^\d{1,3}(?:F|层)?$", re.IGNORECASE)
NOT_STANDING = re.compile("建|破|棚|拆|废|基")
MOST_FLOORS = 200


def floors_of(words: str) -> float:
    """Storeys above ground that a text tells; NaN where it tells none.

    The part after + is a set-back storey and counts; after - stand storeys below ground, which do not.
    """
    plain = simplified(half_width(words)).replace(" ", "")
    match = TEXT.match(plain)
    if not plain or match is None or NOT_STANDING.search(plain):
        return np.nan
    if not match["structure"] and not match["floors"]:
        return np.nan
    floors = int(match["floors"] or 1) + sum(int(part) for part in re.findall(r"\+(\d+)", match["more"]))
    return float(floors) if 0 < floors <= MOST_FLOORS else np.nan
