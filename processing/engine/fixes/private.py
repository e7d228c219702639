"""What tells of persons does not go into a mended copy: columns are left out, words are cut."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ....layers.addresses.rooms import behind_the_door
from ....layers.addresses.split import without_rooms
from ....layers.door import IDENTIFIERS
from ....layers.privacy import examine, without_persons
from ....layers.schema import TABLES
from ....layers.values import as_text
from .draft import Draft

PRIVATE = "personal_data"


def without_private(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Cut what tells of a person out of the cells of the draft; the columns of each table that are left out whole."""
    dropped = {}
    for table, frame in draft.tables.items():
        declared = TABLES.get(table)
        ours = declared.names() if declared else ()
        found = examine(frame, ours=ours, identifiers=[declared.key or "" if declared else "", *IDENTIFIERS])
        draft.problem_id = f"{PRIVATE}:{table}"
        for column, rows in found.traces.items():
            if declared is None or column != declared.key:
                _cut(draft, table, column, rows, without_persons(frame[column], rows, found.left[column]))
        if table == "doorplates" and "address" in frame.columns and "address" not in found.personal:
            words = as_text(frame["address"])
            finer = behind_the_door(words)
            cut = words.copy()
            cut[finer] = without_rooms(words[finer]).replace("", None)
            _cut(draft, table, "address", np.asarray(finer, bool), cut)
        if found.personal:
            dropped[table] = tuple(map(str, found.personal))
    return dropped


def _cut(draft: Draft, table: str, column: str, rows: np.ndarray, words: pd.Series) -> None:
    # Row by row, as each change is listed; few rows tell of anybody.
    for row in np.flatnonzero(rows).tolist():
        value = words.iloc[row]
        draft.set(table, row, column, None if pd.isna(value) else value, told=False)
