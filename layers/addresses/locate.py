"""Places for addresses, found among one's own doorplates: the same door, its building, its neighbours, estate, community."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..hanzi import simplified
from ..progress import SILENT, Progress
from ..words import text
from .compare import DOOR, comparable

EXACT, BUILDING, NEIGHBOURS, ESTATE, COMMUNITY, NONE = "exact", "building", "neighbours", "estate", "community", "none"
METHODS = (EXACT, BUILDING, NEIGHBOURS, ESTATE, COMMUNITY)
# Only these tell a place well enough to judge a distance by it.
FOR_VERDICTS = (EXACT, BUILDING)

# Doors under one name farther apart than this are two places of one name, and neither is chosen.
SPREAD_M = {EXACT: 30.0, BUILDING: 30.0, ESTATE: 600.0, COMMUNITY: 4000.0}
FARTHEST_NUMBER = 40  # house numbers to a neighbour, each side
LONGEST_M = 400.0  # between the two neighbours
ONE_SIDE_NUMBERS = 6  # with a neighbour on one side only
METRES_A_NUMBER = 6.0  # expected, where one neighbour alone tells the place
LEADING = re.compile(r"\d+")
REGIONS = ("community", "subdistrict", "county")
# Method, the keys that it compares one after the other, and the elements of which an address must state one.
STEPS = (
    (EXACT, (DOOR, ("road", "number", "building", "unit")), ("number", "building")),
    (BUILDING, (("road", "number"),), ("number",)),
    (BUILDING, (("estate", "building"),), ("building",)),
    (BUILDING, (("estate",),), ("estate",)),  # a tower that bears a name, not an estate: its doors lie together
    (NEIGHBOURS, (("road",), ("road", "estate")), ("number",)),
    (ESTATE, (("estate",),), ("estate",)),
    (COMMUNITY, (("community",),), ("community",)),
)


@dataclass(frozen=True)
class Located:
    """For each address its place of shape (n, 2), NaN where there is none, the method, the expected error in metres, and
    the position of a doorplate that tells the place (-1 for none)."""

    xy: np.ndarray
    method: np.ndarray
    error_m: np.ndarray
    doorplate: np.ndarray


def locate(parts: pd.DataFrame, doors: pd.DataFrame, xy: np.ndarray, progress: Progress = SILENT) -> Located:
    """Find the split addresses parts among the split doorplates doors, which stand at xy (n, 2) in metres.

    Each method is tried with the smallest region that an address states and without; the first that finds one place
    holds. Two places of one name (doors farther apart than SPREAD_M) are no answer, nor are doors whose county or
    subdistrict is another one. The expected error is the mean distance between the place and the doors that told it,
    half the distance between two neighbours.
    """
    book = _Book.of(parts, doors, xy)
    found = _nowhere(len(parts))
    for share, (method, keys, needed) in enumerate(STEPS):
        progress.at(share / len(STEPS), text("Locating addresses"))
        for region in (*REGIONS, None):
            for elements in keys:
                waiting = np.flatnonzero(found.method == NONE)
                waiting = waiting[book.states(waiting, elements, needed, region)]
                if len(waiting):
                    answer = _neighbours if method == NEIGHBOURS else _middle
                    found = _with(book, found, waiting, method, *answer(book, waiting, (*elements, region) if region else elements, method))
    return found


@dataclass(frozen=True)
class _Book:
    """Addresses asked for, and those of doors behind them, as numbers: equal elements have equal codes, 0 is empty."""

    codes: dict[str, np.ndarray]
    house: np.ndarray  # the leading house number, -1 for none
    asked: int
    xy: np.ndarray

    @classmethod
    def of(cls, parts: pd.DataFrame, doors: pd.DataFrame, xy: np.ndarray) -> _Book:
        both = pd.concat([parts, doors], ignore_index=True)
        forms = comparable(both)
        for region in REGIONS:
            codes, names = pd.factorize(both[region].fillna(""))
            forms[region] = np.array([simplified(name) for name in names] or [""], object)[codes]
        return cls({name: _numbered(forms[name]) for name in forms}, _house_numbers(forms["number"]), len(parts), xy)

    def states(self, rows: np.ndarray, elements: Sequence[str], needed: Sequence[str], region: str | None) -> np.ndarray:
        """Which of the asked rows state the region and one of the needed elements; a key of a road needs the road."""
        told = np.zeros(len(rows), bool)
        for name in needed:
            told |= self.codes[name][rows] > 0
        if "road" in elements and "estate" not in elements:
            told &= self.codes["road"][rows] > 0
        return told & (self.codes[region][rows] > 0) if region else told

    def key(self, elements: Sequence[str]) -> np.ndarray:
        """One number for each combination of the elements, those asked for first."""
        key = np.zeros(len(self.house), np.int64)
        for name in dict.fromkeys(elements):
            codes = self.codes[name]
            key = pd.factorize(key * (codes.max(initial=0) + 1) + codes)[0].astype(np.int64)
        return key


def _numbered(words: pd.Series) -> np.ndarray:
    codes, names = pd.factorize(words)
    empty = np.flatnonzero(names == "")
    codes = codes.astype(np.int64) + 1
    return np.where(codes == empty[0] + 1, 0, codes) if len(empty) else codes


def _nowhere(count: int) -> Located:
    return Located(np.full((count, 2), np.nan), np.full(count, NONE, object), np.full(count, np.nan), np.full(count, -1))


def _middle(book: _Book, rows: np.ndarray, elements: Sequence[str], method: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The middle of the doors under the same key, where they lie together; the door next to it tells the place."""
    key = book.key(elements)
    own, key = key[rows], key[book.asked :]
    told = np.flatnonzero(np.isin(key, own))
    group, keys = pd.factorize(key[told])
    xy = book.xy[told]
    counts = np.bincount(group, minlength=len(keys))
    middle = np.column_stack([np.bincount(group, xy[:, axis], len(keys)) / counts for axis in (0, 1)])
    off = np.hypot(*(xy - middle[group]).T)
    spread = np.append(np.bincount(group, off, len(keys)) / counts, np.nan)
    order = np.lexsort((off, group))
    nearest = np.append(told[order[np.searchsorted(group[order], np.arange(len(keys)))]], -1)
    at = pd.Index(keys).get_indexer(own)
    good = (at >= 0) & (np.where(at >= 0, spread[at], np.inf) <= SPREAD_M[method])
    place = np.where(good[:, None], np.vstack([middle, [np.nan, np.nan]])[at], np.nan)
    return place, spread[at], np.where(good, nearest[at], -1)


def _neighbours(book: _Book, rows: np.ndarray, elements: Sequence[str], _method: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Between the next lower and the next higher number of the road, on the same side (odd or even) where there are some."""
    key = book.key(elements)
    numbers, own = book.house[book.asked :], book.house[rows]
    usable = np.flatnonzero((numbers >= 0) & np.isin(key[book.asked :], key[rows]))
    place, error, told = np.full((len(rows), 2), np.nan), np.full(len(rows), np.inf), np.full(len(rows), -1)
    for sides in (2, 1):  # the same side of the street first
        street, asked = key[book.asked :][usable] * sides + numbers[usable] % sides, key[rows] * sides + own % sides
        one = _one_place(street, numbers[usable], book.xy[usable])
        usable, street = usable[one], street[one]
        lower, higher = _between(street, numbers[usable], asked, own)
        has = (lower >= 0, higher >= 0)
        spot, off, door = _interpolated(np.append(usable, 0)[lower], np.append(usable, 0)[higher], has, numbers, own, book.xy)
        new = np.isnan(place[:, 0]) & np.isfinite(spot[:, 0])
        place[new], error[new], told[new] = spot[new], off[new], door[new]
    return place, error, told


def _one_place(streets: np.ndarray, numbers: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Rows whose number stands at one place of their street only: two streets of one name give no neighbours."""
    group, keys = pd.factorize(streets * (int(numbers.max(initial=0)) + 1) + numbers)
    far = np.zeros(len(keys), bool)
    for axis in (0, 1):
        low, high = np.full(len(keys), np.inf), np.full(len(keys), -np.inf)
        np.minimum.at(low, group, xy[:, axis])
        np.maximum.at(high, group, xy[:, axis])
        far |= high - low > LONGEST_M
    return ~far[group]


def _house_numbers(words: pd.Series) -> np.ndarray:
    """The leading house number, -1 where there is none."""
    codes, names = pd.factorize(words)
    leading = [LEADING.match(name) for name in names]
    return np.array([int(found.group()[:9]) if found else -1 for found in leading] or [-1])[codes]


def _between(streets: np.ndarray, numbers: np.ndarray, asked: np.ndarray, own: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each asked street and number the known rows with the next lower (or equal) and next higher number, -1 for none."""
    order = np.lexsort((numbers, streets))
    # One sorted array of street and number: a search in it finds both neighbours.
    scale = int(max(numbers.max(initial=0), own.max(initial=0))) + 2
    line = streets[order] * scale + numbers[order]
    above = np.searchsorted(line, asked * scale + own, side="right")
    street_of, row_of = np.append(streets[order], -1), np.append(order, -1)
    low, high = np.maximum(above - 1, -1), np.minimum(above, len(order))
    fits = own >= 0
    return np.where(fits & (street_of[low] == asked), row_of[low], -1), np.where(fits & (street_of[high] == asked), row_of[high], -1)


def _interpolated(
    lower: np.ndarray, higher: np.ndarray, has: tuple[np.ndarray, np.ndarray], numbers: np.ndarray, own: np.ndarray, xy: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    below, above = own - numbers[lower], numbers[higher] - own
    has_low = has[0] & (below <= FARTHEST_NUMBER)
    has_high = has[1] & (above <= FARTHEST_NUMBER)
    apart = np.hypot(*(xy[higher] - xy[lower]).T)
    both = has_low & has_high & (apart <= LONGEST_M)
    share = np.divide(below, below + above, out=np.zeros(len(own)), where=both & (below + above > 0))
    between = xy[lower] + share[:, None] * (xy[higher] - xy[lower])
    has_low, has_high = has_low & ~(has_high & ~both), has_high & ~(has_low & ~both)  # far apart: two streets of one name
    near_low = ~both & has_low & (below <= ONE_SIDE_NUMBERS)
    near_high = ~both & ~near_low & has_high & (above <= ONE_SIDE_NUMBERS)
    place = np.where(both[:, None], between, np.where(near_low[:, None], xy[lower], np.where(near_high[:, None], xy[higher], np.nan)))
    error = np.where(both, apart / 2, np.where(near_low, below, above) * METRES_A_NUMBER)
    return place, error, np.where(near_high | (both & (share > 0.5)), higher, lower)


def _with(book: _Book, found: Located, rows: np.ndarray, method: str, place: np.ndarray, error: np.ndarray, door: np.ndarray) -> Located:
    good = np.isfinite(place[:, 0])
    for region in ("subdistrict", "county"):
        ours, theirs = book.codes[region][rows], book.codes[region][book.asked :][door]
        good &= (ours == 0) | (theirs == 0) | (ours == theirs)
    rows = rows[good]
    found.xy[rows], found.method[rows] = place[good], method
    found.error_m[rows], found.doorplate[rows] = error[good], door[good]
    return found
