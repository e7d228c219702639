"""Doorplates that say they are a gate: 大门, 西门, 2号门, 出入口, 门岗."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from .estates import words

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("estate", "building", "number", "address")  # the last one that says something counts
# What stands before 门 says which gate; 部门, 专门, 厦门 or 校门 say none.
GATE = (
    r"(?:[东西南北]{1,2}|[正大主总前后侧边偏小旁])[大侧小边]?门|[0-9０-９一二三四五六七八九十A-Za-z]{1,3}号门|"
    r"(?:[主次]?出入|[主次]入|[入出])口|门岗|门卫|岗亭"
)
# A gate ends what is said: 西门路, 东门口街, 大门镇 and 西门12号 (a house of the road 西门) go on.
END = r"(?:岗亭|门岗|门卫|门房|值班|传达|保安|收发|出入口|入口|出口|[口处旁内外室亭房])*(?=$|[\s（(，,、;；/]|人行|车行)"
SAID = re.compile(f"({GATE}){END}")
ELSEWHERE = re.compile("车库|地铁|轻轨|轨道|车站|停车场")


def gate_word(said: str) -> str:
    """The word for a gate that a text ends with, 西门 for 信光里西门岗亭; "" for none."""
    found = SAID.findall(said)
    return found[-1] if found and not ELSEWHERE.search(said) else ""


def gate_words(doorplates: pd.DataFrame, *, estates: Collection[str] = ()) -> np.ndarray:
    """The gate that each doorplate says it is, in its address, number, building or estate; an estate's own name says none."""
    result = np.full(len(doorplates), "", dtype=object)
    for name in COLUMNS:
        said = words(doorplates, name)
        # The same words stand in many rows: each different one is read once.
        read = {word: "" if word in estates else gate_word(word) for word in set(said.tolist())}
        found = np.array([read[word] for word in said], dtype=object)
        result = np.where(found != "", found, result)
    return result
