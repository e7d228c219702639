"""Rooms where the grammar of addresses does not look for them: in front of an address, alone in it, in any column of a table."""

from __future__ import annotations

import re
import string
from collections.abc import Collection
from operator import itemgetter
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd

from ..values import as_text
from .split import without_rooms

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]
# What shows that an address may go on behind its door, or begin with a room; the others are not read.
INSIDE = "室户戶房层層楼樓Ff-"
SIGN = re.compile(
    r"[0-9](?:室|户|戶|房|号房|號房|[层層楼樓Ff])|[零〇一二三四五六七八九十东東西南北中左右甲乙丙丁](?:室|户|戶)|-[0-9]{3,4}"
    r"|[0-9A-Za-z)）]$|^[A-Za-z]?[0-9０-９]"
)
LAST = frozenset(string.digits + string.ascii_letters + ")）")
FIRST = frozenset(string.digits + "０１２３４５６７８９")


def behind_the_door(addresses: pd.Series) -> np.ndarray:
    """Which addresses of doors (text, never empty) name a room or floor all the same."""
    finer = np.zeros(len(addresses), bool)
    known = np.flatnonzero(addresses.notna().to_numpy())
    words = addresses.iloc[known].tolist()
    suspect = known[[at for at in _at_signs(words) if SIGN.search(words[at])]]
    told = addresses.iloc[suspect]
    finer[suspect] = (without_rooms(told) != told).to_numpy()
    return finer


def _at_signs(words: list[str]) -> list[int]:
    """Positions of the words that hold a sign of INSIDE, or end or begin as SIGN wants: the others need not be read."""
    joined = "\n".join(words)
    lengths = np.fromiter(map(len, words), np.int64, len(words)) + 1
    begins = np.cumsum(lengths) - lengths
    places = [found.start() for sign in INSIDE if sign in joined for found in re.finditer(sign, joined)]
    found = [np.searchsorted(begins, places, side="right") - 1]
    if LAST.intersection(map(itemgetter(-1), words)):
        found.append(np.flatnonzero([word[-1] in LAST for word in words]))
    if FIRST.intersection("".join(set(map(itemgetter(slice(2)), words)))):
        found.append(np.flatnonzero([not FIRST.isdisjoint(word[:2]) for word in words]))
    return np.unique(np.concatenate(found)).astype(int).tolist()


def rooms_cut(rows: Frame, *, addresses: Collection[str] = (), but: Collection[str] = ()) -> Frame:
    """The rows with rooms cut off, in whatever column an address or a number stands.

    Text that is nothing but a room goes from columns of addresses; in others it may be any number. Columns in but stay.
    """
    cut = rows.copy()
    for name in rows.columns:
        if name == "geometry" or name in but or rows[name].dtype.kind != "O":
            continue
        values = as_text(rows[name])
        doors = without_rooms(values)
        whole = rows[name].to_numpy(object)
        left = doors.where(doors != "", None) if name in addresses else doors.where(doors != "", values)
        cut[name] = np.where(left.to_numpy(object) == values.to_numpy(object), whole, left.to_numpy(object))
    return cut
