"""The elements of each doorplate's address: what its columns state, else what its address tells."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..addresses.split import ELEMENTS, Apart, numbered, take_apart, without_room, without_rooms
from ..frames import with_columns
from ..hanzi import simplified
from ..progress import SILENT, Progress
from ..repeats import different
from ..values import as_text

# Columns of registers that state an element of the address under our name, and the element they are.
STATED = {"district": "county", **{name: name for name in ELEMENTS if name not in ("county", "group")}}
HELD = ("number", "building", "unit")  # behind them people write the room
# From the outside in, as an address is written.
ORDER = tuple(name for name in ELEMENTS if name != "group")


def elements(rows: pd.DataFrame, progress: Progress = SILENT) -> pd.DataFrame:
    """The elements of every row; a stated element wins over the one in the address.

    rows have our column names; elements that nothing tells are empty text.
    """
    return elements_and_doors(rows, progress).parts


def elements_and_doors(rows: pd.DataFrame, progress: Progress = SILENT) -> Apart:
    """The elements of every row as elements() has them, and its address as far as the door, None where it has none."""
    apart = take_apart(_addresses(rows), progress=progress)
    parts = dict(apart.parts.items())
    numbers = apart.parts["number"]
    for column, name in STATED.items():
        if column in rows.columns:
            progress.at(1.0)
            stated = as_text(rows[column])
            told = stated.notna()
            if name in HELD:
                stated, room = _without_rooms(stated)
                parts["room"] = parts["room"].where(room == "", room)
            if name in ("number", "room"):
                told &= ~_stands_in_number(name, stated, numbers)
            parts[name] = parts[name].where(~told, _one_spelling(name, stated))
    return Apart(pd.DataFrame(parts, copy=False), apart.doors)


def _addresses(rows: pd.DataFrame) -> pd.Series:
    return as_text(rows["address"]) if "address" in rows.columns else pd.Series(None, index=rows.index, dtype=object)


def _without_rooms(stated: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Stated elements apart from rooms that were written behind them, and those rooms, empty text where there are none."""
    codes, known = pd.factorize(stated)
    apart = [without_room(words) for words in known]
    held = np.array([words for words, _ in apart] + [None], object)[codes]
    rooms = np.array([numbered("room", room) for _, room in apart] + [""], object)[codes]
    return pd.Series(held, index=stated.index, dtype=object), pd.Series(rooms, index=stated.index, dtype=object)


def _stands_in_number(name: str, stated: pd.Series, numbers: pd.Series) -> np.ndarray:
    """Whether the address's own number says as much or more: 143號之2 holds the number 143號, and 2 is no room of it."""
    held = str.endswith if name == "room" else str.startswith
    sign = "之" if name == "room" else ""
    return np.array([word is not None and number != "" and held(number, sign + word) for word, number in zip(stated, numbers)], bool)


def _one_spelling(name: str, words: pd.Series) -> pd.Series:
    values, rows = different(words.to_numpy(object))
    codes, known = pd.factorize(values)
    return pd.Series(np.array([numbered(name, word) for word in known] + [None], object)[codes][rows], index=words.index, dtype=object)


def with_elements(rows: pd.DataFrame, apart: Apart) -> pd.DataFrame:
    """The rows with road, number, estate, building and unit filled in, and the address as far as the door.

    Where there is no address, one is put together of the elements in order.
    """
    parts, filled = apart.parts, {}
    for name in ("road", "number", "estate", "building", "unit"):
        told = _known(parts[name])
        if name in rows.columns:
            own = as_text(rows[name])
            own = _without_rooms(own)[0] if name in HELD else own
            told = np.where(own.notna(), own.to_numpy(object), told)
        filled[name] = told
    address = apart.doors.copy()
    bare = address.isna().to_numpy()
    if bare.any():
        address[bare] = without_rooms(_put_together(parts[bare]))
    return with_columns(rows, {"address": address, **filled})


def _known(part: pd.Series) -> np.ndarray:
    """The elements, None where there is none."""
    values, rows = different(part.to_numpy(object))
    return np.where(values == "", None, values)[rows]


def _put_together(parts: pd.DataFrame) -> pd.Series:
    """Addresses of elements without floor and room, None where there are none; traditional ones with the traditional 號."""
    outer = parts[[name for name in ORDER if name not in ("floor", "room")]]
    written = outer[outer.columns[0]].str.cat([outer[name] for name in outer.columns[1:]])
    known = {words: words.replace("号", "號") if simplified(words) != words else words for words in written.unique()}
    return written.map(known).where(written != "", None)
