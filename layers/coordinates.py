"""What the numbers of a file mean: stated by its user, or found by where the points fall, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from . import coordinate_words as words
from .alignment import offset
from .candidates import ENOUGH, Candidate, placed, plain, possible
from .crs import LONLAT, area_of_use
from .datum import WGS84, shift_m
from .errors import InputError
from .evidence import Evidence, beats, hear, same_place, second_source
from .frames import with_rows
from .progress import SILENT, Progress
from .reference import Reference
from .words import Text, text

SAMPLE_ROWS = 10_000
SLACK_M = 15.0  # a shift smaller than this is drawing, not datum
HALF = 0.5
AGREE_M = 5.0
BESIDE = 3.0  # degrees: a zone's numbers are used a little beside it


@dataclass(frozen=True)
class Detected:
    """How to read two columns: the candidate, the evidence for it, what to tell the user.

    east_m and north_m say how far the numbers, taken as they are, stand off; 0 where nothing was shifted.
    """

    candidate: Candidate
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Text, ...] = ()
    east_m: float = 0.0
    north_m: float = 0.0

    @property
    def word(self) -> str:
        """COORDINATES_DETECTED."""
        return self.candidate.word

    @property
    def offset_m(self) -> float:
        """OFFSET_M."""
        return float(np.hypot(self.east_m, self.north_m))


def detect(
    first: np.ndarray,
    second: np.ndarray,
    *,
    known: Reference | None = None,
    rows: pd.DataFrame | None = None,
    north_first: bool | None = None,
    progress: Progress = SILENT,
) -> Detected:
    """What two columns of numbers are, told by a reference; raises InputError with the evidence where it is not plain.

    rows are the file's other columns, of equal length: names of communities in them are compared with those of the
    reference's boundaries. north_first states the order where column names or letters do. A sample decides for all.
    """
    sample = _sample(first, second)
    if not len(sample):
        raise InputError(text("No row has two coordinates. State the columns with X_FIELD and Y_FIELD."))
    a, b = first[sample], second[sample]
    if known is None:
        return _without_reference(a, b, north_first)
    more = () if known.crs in (LONLAT, "EPSG:3857") else (known.crs,)
    candidates = possible(a, b, north_first=north_first, near=known.centre, more=more)
    others = None if rows is None else with_rows(rows, sample).reset_index(drop=True)
    heard = hear(candidates, a, b, known, rows=others, progress=progress)
    if not heard and not possible(a, b, north_first=north_first, near=known.centre):
        raise InputError(words.unfit(a, b))
    return _found(heard, a, b)


def detect_shapes(shapes: np.ndarray, *, known: Reference | None = None, progress: Progress = SILENT) -> Detected:
    """What the coordinates of a layer without CRS are, told by its vertices as detect tells it of points."""
    x, y = shapely.get_coordinates(shapes).T
    return detect(x, y, known=known, progress=progress)


def placed_shapes(candidate: Candidate, shapes: np.ndarray, *, target: str) -> np.ndarray:
    """Shapes at their true places in the target system, flat; None stays None."""
    return shapely.transform(shapes, lambda xy: placed(candidate, *xy.T, target=target))


def _sample(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    both = np.flatnonzero(np.isfinite(first) & np.isfinite(second))
    # 0, 0 stands for nothing.
    both = both[(first[both] != 0) | (second[both] != 0)]
    if len(both) <= SAMPLE_ROWS:
        return both
    return both[np.linspace(0, len(both) - 1, SAMPLE_ROWS).astype(int)]


def _found(heard: tuple[Evidence, ...], first: np.ndarray, second: np.ndarray) -> Detected:
    believable = [each for each in heard if _believable(each)]
    if not believable:
        raise InputError(*_unbelievable(heard))
    best = [each for each in believable if not any(_bars(other, each) for other in heard if other is not each)]
    if not best:
        unbeaten = [each for each in believable if not any(beats(other, each) for other in heard)]
        raise InputError(*words.undecided([each for each in unbeaten if not each.candidate.supposed] or believable))
    winner = best[0]
    residue = offset(winner.xy, winner.field) if winner.field else None
    sure = residue is not None and residue.clear
    if sure and residue.length_m > SLACK_M:
        raise InputError(words.displaced(winner.candidate, residue))
    east_m, north_m = _shift(winner.candidate, first, second)
    if sure and (east_m or north_m):
        east_m, north_m = east_m + residue.east_m, north_m + residue.north_m
    found = Detected(winner.candidate, heard, (), east_m, north_m)
    second = second_source(winner, heard)
    return replace(found, remarks=(*words.remarks(found, winner), *([words.mixed(second.candidate)] if second else [])))


def _unbelievable(heard: tuple[Evidence, ...]) -> list[Text]:
    for each in heard:
        if each.usual and each.usual.clear and each.usual.length_m > SLACK_M:
            return [words.displaced(plain(each.candidate), each.usual)]
    return words.nowhere(heard)


def _believable(each: Evidence) -> bool:
    """Whether the points fall where the reference is; half of them, or fewer that lie to its streets as they should."""
    return each.share >= HALF or (each.near.sum() > 0 and each.supported)


def _bars(other: Evidence, each: Evidence) -> bool:
    """Whether another candidate keeps this one from being believed: it is better, or as good and no mere supposition."""
    if same_place(other, each):
        return _rank(other) < _rank(each)
    if other.candidate.supposed and not each.candidate.supposed:
        return beats(other, each)
    return not beats(each, other)


def _rank(each: Evidence) -> tuple[bool, str]:
    return each.candidate.supposed, each.candidate.word


def _shift(candidate: Candidate, first: np.ndarray, second: np.ndarray) -> tuple[float, float]:
    """How far the numbers stand off if they are taken without the web map's shift."""
    if candidate.datum == WGS84 or not len(first):
        return 0.0, 0.0
    as_they_are = placed(plain(candidate), first, second)
    moved = shift_m(placed(candidate, first, second), as_they_are)
    # Rows with slips must not pull it.
    return tuple(np.nanmedian(moved, axis=0).tolist())


def _without_reference(first: np.ndarray, second: np.ndarray, north_first: bool | None) -> Detected:
    """What the numbers alone make plain: places elsewhere in degrees, eastings with their zone."""
    candidates = [each for each in possible(first, second, north_first=north_first) if not each.supposed]
    if len(candidates) == 1:
        return Detected(candidates[0], (), words.assumed(candidates[0]))
    raise InputError(words.alone(candidates, first, second))


def stated(word: str, first: np.ndarray, second: np.ndarray, *, north_first: bool | None = None) -> Detected:
    """The reading that a user states; the order of the columns is told by the numbers, else east stands first.

    Raises InputError for unknown words, for numbers that the system cannot have and for Beijing 1954 and Xi'an 1980
    without a code.
    """
    crs, datum = words.system(word)
    sample = _sample(first, second)
    a, b = first[sample], second[sample]
    fitting = [each for each in (Candidate(crs, datum, order) for order in (False, True)) if _fits(each, a, b)]
    chosen = next((each for each in fitting if each.north_first == north_first), next(iter(fitting), None))
    if chosen is None:
        raise InputError(words.misfit(word, a, b))
    east_m, north_m = _shift(chosen, a, b)
    return Detected(chosen, (), words.told(chosen), east_m, north_m)


def _fits(candidate: Candidate, first: np.ndarray, second: np.ndarray) -> bool:
    """Whether most rows are places under a candidate, in its system's own land."""
    lonlat = placed(plain(candidate), first, second)
    west, south, east, north = area_of_use(candidate.crs)
    inside = (lonlat >= (west - BESIDE, south - BESIDE)) & (lonlat <= (east + BESIDE, north + BESIDE))
    return not len(lonlat) or bool(inside.all(axis=1).mean() >= HALF)


def evidence_frame(evidence: tuple[Evidence, ...]) -> pd.DataFrame:
    """The evidence as a table: candidate, order, shares of the points where they should be, distance to streets."""
    rows = [
        {
            "candidate": each.candidate.word,
            "order": "north, east" if each.candidate.north_first else "east, north",
            "share_near": _share(each.near),
            "share_inside": _share(each.inside),
            "share_named": _share(each.named),
            "median_m": each.fit.median_m if each.fit else np.nan,
            "evidence": each.fit.evidence if each.fit else np.nan,
        }
        for each in evidence
    ]
    return pd.DataFrame(rows).sort_values(["share_named", "share_inside", "share_near", "evidence"], ascending=False, ignore_index=True)


def _share(rows: np.ndarray | None) -> float:
    return np.nan if rows is None or not len(rows) else float(rows.mean())


def agreeing(
    degrees: tuple[np.ndarray, np.ndarray], metres: tuple[np.ndarray, np.ndarray], *, north_first: bool | None = None
) -> tuple[Detected, Detected] | None:
    """The readings of two pairs of columns of one file, one in degrees and one in metres, that put the rows on one place.

    None where no pair of readings agrees, or more than one does. north_first states the order of the columns in metres.
    """
    sample = np.intersect1d(_sample(*degrees), _sample(*metres))
    if not len(sample):
        return None
    (a, b), (c, d) = ([column[sample] for column in pair] for pair in (degrees, metres))
    found: list[tuple[Candidate, Candidate]] = []
    for one in (each for each in possible(a, b) if each.crs == LONLAT):
        places = placed(one, a, b)
        others = [each for each in possible(c, d, north_first=north_first, near=_middle(places)) if not each.supposed]
        found += [(one, other) for other in others if _agree(places, placed(other, c, d))]
    if len(found) != 1:
        return None
    return tuple(Detected(each, remarks=words.agreed(found[0]), **_offsets(each, *pair)) for each, pair in zip(found[0], ((a, b), (c, d))))


def _middle(lonlat: np.ndarray) -> tuple[float, float]:
    lon, lat = np.nanmedian(lonlat, axis=0)
    return float(lon), float(lat)


def _agree(lonlat: np.ndarray, other: np.ndarray) -> bool:
    """Whether nearly all rows lie on one place; five decimals of a degree are a metre."""
    return bool((np.hypot(*shift_m(lonlat, other).T) <= AGREE_M).mean() >= ENOUGH)


def _offsets(candidate: Candidate, first: np.ndarray, second: np.ndarray) -> dict[str, float]:
    east_m, north_m = _shift(candidate, first, second)
    return {"east_m": east_m, "north_m": north_m}
