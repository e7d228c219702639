"""The elements of each doorplate's address: what its columns state, else what its address tells."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..addresses.split import ELEMENTS, numbered, split_addresses, without_room
from ..hanzi import simplified
from ..progress import SILENT, Progress
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
    addresses = rows["address"] if "address" in rows.columns else pd.Series(None, index=rows.index, dtype=object)
    parts = split_addresses(as_text(addresses), progress=progress)
    numbers = parts["number"].copy()
    for column, name in STATED.items():
        if column in rows.columns:
            stated = as_text(rows[column])
            told = stated.notna()
            if name in HELD:
                stated, room = _without_rooms(stated)
                parts["room"] = parts["room"].where(room == "", room)
            if name in ("number", "room"):
                told &= ~_stands_in_number(name, stated, numbers)
            parts.loc[told, name] = _one_spelling(name, stated[told])
    return parts


def _without_rooms(stated: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Stated elements apart from rooms that were written behind them, and those rooms, empty text where there are none."""
    known = {words: without_room(words) for words in stated.dropna().unique()}
    rooms = stated.map({words: numbered("room", room) for words, (_, room) in known.items()}).fillna("")
    return stated.map({words: held for words, (held, _) in known.items()}).astype(object).where(stated.notna(), None), rooms.astype(object)


def _stands_in_number(name: str, stated: pd.Series, numbers: pd.Series) -> np.ndarray:
    """Whether the address's own number says as much or more: 143號之2 holds the number 143號, and 2 is no room of it."""
    held = str.endswith if name == "room" else str.startswith
    sign = "之" if name == "room" else ""
    return np.array([word is not None and number != "" and held(number, sign + word) for word, number in zip(stated, numbers)], bool)


def _one_spelling(name: str, words: pd.Series) -> pd.Series:
    known = {word: numbered(name, word) for word in words.unique()}
    return words.map(known)


def with_elements(rows: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """The rows with road, number, estate, building and unit filled in, and an address where there is none: the elements in order."""
    filled = {}
    for name in ("road", "number", "estate", "building", "unit"):
        own = as_text(rows[name]) if name in rows.columns else pd.Series(None, index=rows.index, dtype=object)
        own = _without_rooms(own)[0] if name in HELD else own
        filled[name] = own.where(own.notna(), parts[name].where(parts[name] != "", None))
    address = as_text(rows["address"]) if "address" in rows.columns else pd.Series(None, index=rows.index, dtype=object)
    outer = parts[[name for name in ORDER if name not in ("floor", "room")]]
    written = outer[outer.columns[0]].str.cat([outer[name] for name in outer.columns[1:]])
    address = address.where(address.notna(), _in_one_script(written).where(written != "", None))
    return rows.assign(address=address, **filled)


def _in_one_script(addresses: pd.Series) -> pd.Series:
    """Addresses put together of traditional elements with the traditional sign of the number."""
    known = {words: words.replace("号", "號") if simplified(words) != words else words for words in addresses.unique()}
    return addresses.map(known)
