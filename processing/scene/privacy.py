"""What may leave: the columns a scene may carry, counts too small to show, addresses cut at the building."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .patterns import GAP, patterns_of

SUPPRESSED = -1.0

# Everything the payload may hold of each table; a test compares the decoded payload with it.
ALLOWED = {
    "areas": ("code", "name", "level", "parent_code", "leader_posts", "worker_posts", "households", "residents"),
    "buildings": ("name", "use", "floors", "height_m", "height_source", "base_m", "households", "residents", "completeness"),
    "doorplates": ("address", "estate", "households", "snap_m", "nearest facility", "metres", "minutes", "ok", "why"),
    "facilities": ("name", "services", "capacity", "floor_m2", "opening", "households served", "residents served"),
    "streets": ("name", "kind", "level"),
    "gates": ("open",),
    "walls": (),
    "land": ("use",),
    "estates": ("name",),
    "isochrones": ("category", "limit"),
    "events": ("category", "state", "reported_at"),
}

# What follows the building in an address: unit, floor, room, with their numbers.
_FINER = re.compile(
    r"[\s,，]*(?:"
    r"(?:[0-9０-９]+|[一二三四五六七八九十]+|[甲乙丙丁A-Za-z])\s*(?:单元|门洞|梯)"
    r"|(?<=[号幢栋座楼弄])[-－—\s]*[0-9０-９A-Za-z]+\s*(?:层|楼|[FfLl](?![a-z]))(?!\s*[0-9０-９]*\s*[号幢栋])"
    r"|(?<=[号幢栋座楼])[-－—\s]*[0-9０-９A-Za-z]+(?:[-－—][0-9０-９A-Za-z]+)*\s*(?:室|房|户)?(?=$|[\s(（])"
    r"|[0-9０-９A-Za-z]+(?:[-－—][0-9０-９A-Za-z]+)*\s*(?:室|房(?!产)|户(?!籍))"
    r").*$"
)


def building_level(addresses: pd.Series) -> pd.Series:
    """The addresses without unit, floor and room: 丰泽路118号3单元502室 becomes 丰泽路118号."""
    known = patterns_of(addresses)
    # Whether something finer follows does not depend on which number it is.
    finer = np.array([bool(_FINER.search(pattern.replace(GAP, "1"))) for pattern in known.patterns], dtype=bool)
    cut = addresses.to_numpy(dtype=object, copy=True)
    strange = np.array([GAP in str(one) for one in cut], dtype=bool)
    rows = np.flatnonzero((known.which >= 0) & (strange | np.append(finer, False)[known.which]))
    cut[rows] = [_FINER.sub("", str(one)) for one in cut[rows]]
    return pd.Series(cut, index=addresses.index, name=addresses.name)


def suppressed(counts: np.ndarray, groups: np.ndarray, *, below: int) -> np.ndarray:
    """The counts with those from 1 to below - 1 as SUPPRESSED, and one more where a single one could be worked out.

    groups names the area whose total is printed; where exactly one count of a group is hidden, its next smallest one
    is hidden too.
    """
    hidden = (counts > 0) & (counts < below)
    lone = pd.Series(hidden).groupby(groups).transform("sum").to_numpy() == 1
    candidates = np.flatnonzero(lone & ~hidden & (counts > 0) & (groups >= 0))
    order = candidates[np.lexsort((counts[candidates], groups[candidates]))]
    _, first = np.unique(groups[order], return_index=True)
    hidden[order[first]] = True
    return np.where(hidden, SUPPRESSED, counts)


def statement(content_rows: dict[str, dict[str, int]], *, below: int, suppressed_counts: int) -> dict:
    """What the file says about itself, for machines: each column with the number of rows that fill it."""
    return {
        "columns": [
            {"table": table, "column": column, "rows": rows} for table, columns in content_rows.items() for column, rows in columns.items()
        ],
        "finest": "building",
        "suppress_below": below,
        "suppressed_counts": suppressed_counts,
        "personal": False,
        "network": False,
    }
