"""What two columns of numbers may be: the coordinate systems of Chinese offices, in either order of the columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from .crs import LONLAT, reproject_xy
from .datum import DATUMS, WGS84, convert, in_box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MERCATOR, HK80 = "EPSG:3857", "EPSG:2326"
# TWD97 in the two-degree zones of the main island and of the islands in the west.
TAIWAN = ("EPSG:3826", "EPSG:3825")
# Eastings of a zone around its false 500 km, wide enough for six degrees; northings from 15° to 55° N.
ZONE_EAST, ZONE_NORTH = (100e3, 900e3), (1.7e6, 6.1e6)
BOXES = {
    MERCATOR: ((8.0e6, 15.4e6), (0.3e6, 7.6e6)),
    HK80: ((790e3, 880e3), (795e3, 860e3)),
    **dict.fromkeys(TAIWAN, ((80e3, 420e3), (2.3e6, 2.95e6))),
}
ENOUGH = 0.9  # share of the rows that must fit a system's numbers
PREFIXES = {3: range(25, 46), 6: range(13, 24)}
NEAR_DEGREES = 4.5  # a zone is used at most three degrees from its meridian


@dataclass(frozen=True)
class Candidate:
    """One reading of two columns: their system, the web map's shift in it, and whether north stands first.

    A supposed one comes from a guess about how the file was made; it must beat all others and never stands in the way.
    """

    crs: str
    datum: str = WGS84
    north_first: bool = False
    supposed: bool = False

    @property
    def word(self) -> str:
        """What COORDINATES calls it: WGS84, GCJ-02, BD-09, an authid, or an authid with a shift."""
        if self.crs == LONLAT:
            return self.datum
        return self.crs if self.datum == WGS84 else f"{self.crs}+{self.datum}"


def placed(candidate: Candidate, first: np.ndarray, second: np.ndarray, *, target: str = LONLAT) -> np.ndarray:
    """True places of shape (n, 2) in the target system, x before y; rows that are no place there are NaN."""
    xy = np.column_stack([second, first] if candidate.north_first else [first, second]).astype(float)
    xy[~np.isfinite(xy).all(axis=1)] = np.nan
    if candidate.crs == LONLAT:
        xy[(np.abs(xy) > (180, 90)).any(axis=1)] = np.nan
    if candidate.datum == WGS84:
        return _moved(xy, candidate.crs, target)
    return _moved(convert(_moved(xy, candidate.crs, LONLAT), source=candidate.datum, target=WGS84), LONLAT, target)


def _moved(xy: np.ndarray, source: str, target: str) -> np.ndarray:
    moved = np.full(xy.shape, np.nan)
    known = np.isfinite(xy).all(axis=1)
    moved[known] = reproject_xy(xy[known], source=source, target=target)
    moved[~np.isfinite(moved).all(axis=1)] = np.nan
    return moved


def possible(
    first: np.ndarray,
    second: np.ndarray,
    *,
    north_first: bool | None = None,
    near: tuple[float, float] | None = None,
    more: Iterable[str] = (),
) -> list[Candidate]:
    """The candidates that the ranges of the numbers allow, in both orders unless one is stated.

    near, longitude and latitude of where the points should be, leaves only the zones around it; without it a column of
    plain eastings gives none, for nothing says which zone they belong to. more names systems to try in any case.
    """
    known = np.isfinite(first) & np.isfinite(second)
    pair = np.column_stack([first[known], second[known]])
    if not len(pair):
        return []
    found = [candidate for order in (False, True) if north_first in (None, order) for candidate in _possible(pair, order, near, more)]
    return _in_likely_order(pair, found)


def _possible(pair: np.ndarray, north_first: bool, near: tuple[float, float] | None, more: Iterable[str]) -> Iterator[Candidate]:
    east, north = pair[:, ::-1].T if north_first else pair.T
    if _fits(east, (-180, 180), north, (-90, 90)):
        shifted = in_box(np.column_stack([east, north])).mean() >= ENOUGH
        yield from (Candidate(LONLAT, datum, north_first) for datum in (DATUMS if shifted else (WGS84,)))
        return
    systems = [*(crs for crs, box in BOXES.items() if _fits(east, box[0], north, box[1])), *_zones(east, north, near), *more]
    for crs in dict.fromkeys(systems):
        yield from (Candidate(crs, datum, north_first, supposed=datum != WGS84) for datum in DATUMS)


def _zones(east: np.ndarray, north: np.ndarray, near: tuple[float, float] | None) -> Iterator[str]:
    """The zones of CGCS2000 and UTM whose numbers these may be.

    Six-degree zones without prefix have the numbers of the three-degree zone on their meridian and are called so.
    """
    if not _fits(east % 1e6, ZONE_EAST, north, ZONE_NORTH):
        return
    prefix = int(np.median(east) // 1e6)
    if (east // 1e6 == prefix).mean() < ENOUGH:
        return
    if prefix in PREFIXES[3]:
        yield f"EPSG:{4513 + prefix - 25}"
    elif prefix in PREFIXES[6]:
        yield f"EPSG:{4491 + prefix - 13}"
    elif prefix == 0 and near is not None:
        yield from (f"EPSG:{4534 + zone - 25}" for zone in PREFIXES[3] if abs(zone * 3 - near[0]) <= NEAR_DEGREES)
        yield from (f"EPSG:{32600 + zone}" for zone in range(43, 54) if abs(zone * 6 - 183 - near[0]) <= NEAR_DEGREES)


def _in_likely_order(pair: np.ndarray, found: list[Candidate]) -> list[Candidate]:
    """Without the swapped reading of degrees where only the other one lies in China's box."""
    degrees = [candidate for candidate in found if candidate.crs == LONLAT]
    inside = {order for order in (False, True) if in_box(pair[:, ::-1] if order else pair).mean() >= ENOUGH}
    if len(inside) != 1 or not degrees:
        return found
    return [candidate for candidate in found if candidate.crs != LONLAT or candidate.north_first in inside]


def _fits(east: np.ndarray, east_range: tuple[float, float], north: np.ndarray, north_range: tuple[float, float]) -> bool:
    fits = (east >= east_range[0]) & (east <= east_range[1]) & (north >= north_range[0]) & (north <= north_range[1])
    return bool(fits.mean() >= ENOUGH)


def plain(candidate: Candidate) -> Candidate:
    """The same numbers taken without any web map's shift."""
    return replace(candidate, datum=WGS84, supposed=False)
