"""What is said about coordinates: the words that name them, refusals with their evidence, what is assumed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from .candidates import Candidate, placed, plain
from .crs import LONLAT, crs_name
from .datum import BD09, GCJ02, WGS84, convert, shift_m
from .errors import InputError
from .words import Text, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .alignment import Offset
    from .coordinates import Detected
    from .evidence import Evidence

SPOKEN = {
    WGS84: ("wgs84", "cgcs2000", "gps", "2000", "epsg4326", "epsg4490", "国家2000", "大地2000", "2000国家大地坐标系"),
    GCJ02: ("gcj02", "gcj", "火星坐标", "高德", "腾讯"),
    BD09: ("bd09", "bd09ll", "百度", "百度坐标"),
}
OLD_DATUMS = re.compile("beijing|bj54|北京54|54坐标|xi.?an|xa80|西安80|80坐标|1954|1980")
# Systems on the datums of Beijing 1954 and Xi'an 1980.
OLD_CODES = (range(2327, 2443), range(4214, 4215), range(4555, 4556), range(4610, 4611), range(21413, 21464))
CGCS2000_ZONES = (range(4491, 4513), range(4513, 4555))
AUTHID = re.compile(r"[A-Za-z]+:\w+")
MOST_LISTED = 6
HALF = 0.5


def system(word: str) -> tuple[str, str]:
    """The CRS and the web map's shift that a word of COORDINATES states; raises InputError for any other."""
    first, _, second = word.strip().partition("+")
    plainly = {part: re.sub(r"[\s\-_:]", "", part).lower() for part in (first, second)}
    named = {part: next((datum for datum, known in SPOKEN.items() if plainly[part] in known), None) for part in (first, second)}
    if named[first] and not second:
        return LONLAT, named[first]
    if AUTHID.fullmatch(first.strip()) and (not second or named[second]):
        crs_name(first.strip())
        return first.strip().upper(), named[second] or WGS84
    if OLD_DATUMS.search(plainly[first]):
        raise InputError(
            text(
                "“{word}” cannot be taken: the parameters from Beijing 1954 and Xi'an 1980 differ from city to city and are not public. "
                "Have the file converted to CGCS2000, or state a code such as EPSG:2384 to take general ones, off by tens of metres.",
                word=word,
            )
        )
    raise InputError(text("Unknown COORDINATES “{word}”. Use auto, WGS84, CGCS2000, GCJ-02, BD-09 or a code such as EPSG:4549.", word=word))


def undecided(believable: Sequence[Evidence]) -> list[Text]:
    """The refusal to choose between candidates that are as good."""
    sentence = text(
        "The coordinates may be {candidates}: the reference does not decide between them. "
        "State COORDINATES, or give a REFERENCE with streets, buildings or named boundaries around the points.",
        candidates=", ".join(dict.fromkeys(each.candidate.word for each in believable)),
    )
    return [sentence, *_rows(believable)]


def nowhere(heard: Sequence[Evidence]) -> list[Text]:
    """The refusal where no candidate brings the points to the reference."""
    sentence = text(
        "Under no coordinate system that was tried do most points fall where the reference is. Check REFERENCE and the columns, "
        "or state COORDINATES; a city's own system needs control points."
    )
    return [sentence, *_rows(heard)]


def _rows(evidence: Sequence[Evidence]) -> list[Text]:
    """The evidence, the best first, a line each."""
    ranked = sorted(evidence, key=lambda each: (-each.share, each.fit.median_m if each.fit else 0.0))
    return [_row(each) for each in ranked[:MOST_LISTED]]


def _row(each: Evidence) -> Text:
    share = f"{100 * each.share:.1f}"
    if each.fit and each.fit.points:
        return text(
            "{candidate}: {share} % of the points where they should be, {metres} m to streets or buildings in the middle.",
            candidate=named(each.candidate),
            share=share,
            metres=round(each.fit.median_m),
        )
    return text("{candidate}: {share} % of the points where they should be.", candidate=named(each.candidate), share=share)


def named(candidate: Candidate) -> Text | str:
    """A candidate with the order of its columns, where that is unusual."""
    return text("{candidate}, north first", candidate=candidate.word) if candidate.north_first else candidate.word


def displaced(candidate: Candidate, residue: Offset) -> Text:
    """The refusal of points that stand off by a shift that no known system explains."""
    return text(
        "Read as {candidate}, the points still stand {metres} m off the streets or buildings ({east}, {north}). They may be in "
        "Beijing 1954, Xi'an 1980 or a city's own system: ask for control points, or state COORDINATES to take them as they are.",
        candidate=candidate.word,
        metres=round(residue.length_m),
        east=_eastward(residue.east_m),
        north=_northward(residue.north_m),
    )


def _eastward(metres: float) -> Text:
    return text("{metres} m east", metres=round(metres)) if metres >= 0 else text("{metres} m west", metres=round(-metres))


def _northward(metres: float) -> Text:
    return text("{metres} m north", metres=round(metres)) if metres >= 0 else text("{metres} m south", metres=round(-metres))


def remarks(found: Detected, winner: Evidence) -> tuple[Text, ...]:
    """What to tell about coordinates that a reference proved."""
    said = [_proof(winner)]
    if found.offset_m:
        said.append(
            text(
                "The points lie {metres} m from the reference on average ({east}, {north}). They look like {datum} coordinates.",
                metres=round(found.offset_m),
                east=_eastward(found.east_m),
                north=_northward(found.north_m),
                datum=winner.candidate.datum,
            )
        )
    if not winner.supported and _is_cgcs2000(winner.candidate):
        said.append(_old_possible())
    return tuple(said)


def mixed(other: Candidate) -> Text:
    """What to tell of a file whose rows do not all come from one source."""
    return text(
        "A part of the rows may be {candidate} coordinates instead. Look at the points on a street map; if they come from two sources, "
        "load each on its own.",
        candidate=named(other),
    )


def _proof(winner: Evidence) -> Text:
    if winner.share < HALF:
        return text(
            "The coordinates are {candidate}: the {count} points among the reference's streets or buildings lie as they should.",
            candidate=named(winner.candidate),
            count=winner.fit.points,
        )
    return text(
        "The coordinates are {candidate}: {share} % of the points lie where the reference says.",
        candidate=named(winner.candidate),
        share=f"{100 * winner.share:.1f}",
    )


def _is_cgcs2000(candidate: Candidate) -> bool:
    code = candidate.crs.partition(":")[2]
    return code.isdigit() and any(int(code) in codes for codes in CGCS2000_ZONES)


def _old_possible() -> Text:
    return text(
        "They are taken as CGCS2000. Beijing 1954 or Xi'an 1980 would lie some tens of metres off, which boundaries do not show; "
        "streets or buildings as REFERENCE would."
    )


def assumed(candidate: Candidate) -> tuple[Text, ...]:
    """What to tell about coordinates that nothing proved."""
    said = text("Without a reference the coordinates are taken as {candidate}, by their numbers alone.", candidate=named(candidate))
    return (said, _old_possible()) if _is_cgcs2000(candidate) else (said,)


def agreed(both: tuple[Candidate, Candidate]) -> tuple[Text, ...]:
    """What to tell about two pairs of columns that prove each other."""
    one, other = map(named, both)
    return (text("The two pairs of coordinates put the rows on one place when read as {one} and {other}.", one=one, other=other),)


def told(candidate: Candidate) -> tuple[Text, ...]:
    """What to tell about coordinates that the user states."""
    said = text("The coordinates are taken as {candidate}, as COORDINATES says.", candidate=named(candidate))
    code = candidate.crs.partition(":")[2]
    if code.isdigit() and any(int(code) in codes for codes in OLD_CODES):
        return said, text("From Beijing 1954 and Xi'an 1980 only general parameters are public: expect the points tens of metres off.")
    return (said,)


def alone(candidates: Sequence[Candidate], first: np.ndarray, second: np.ndarray) -> Text:
    """The refusal to guess from the numbers alone."""
    if not candidates:
        if np.median(np.abs(np.concatenate([first, second]))) > 180 and np.median(np.maximum(first, second)) < 1e7:
            return text(
                "The coordinates are metres without a zone number: they fit many places. Give a REFERENCE of the district, "
                "or state COORDINATES, for example EPSG:4549."
            )
        return unfit(first, second)
    if any(each.datum == GCJ02 for each in candidates):
        place = np.nanmedian(placed(plain(candidates[0]), first, second), axis=0)[None, :]
        off = [np.hypot(*shift_m(place, convert(place, source=WGS84, target=datum))[0]) for datum in (GCJ02, BD09)]
        return text(
            "Degrees alone do not tell WGS 84 from GCJ-02 and BD-09, which lie {gcj} m and {bd} m off here. "
            "Give a REFERENCE with streets, buildings or named boundaries, or state COORDINATES.",
            gcj=round(off[0]),
            bd=round(off[1]),
        )
    return text(
        "The coordinates may be {candidates}, and without a reference nothing decides. Give a REFERENCE of the district, "
        "or state COORDINATES.",
        candidates=", ".join(dict.fromkeys(str(named(each)) for each in candidates)),
    )


def unfit(first: np.ndarray, second: np.ndarray) -> Text:
    """The refusal of numbers that no system has."""
    return text(
        "The numbers fit no coordinate system known here: one column runs from {low} to {high}, the other from {bottom} to {top}. "
        "Check X_FIELD and Y_FIELD, or state COORDINATES.",
        **_ranges(first, second),
    )


def misfit(word: str, first: np.ndarray, second: np.ndarray) -> Text:
    """The refusal of numbers that the stated system cannot have."""
    return text(
        "The numbers do not fit COORDINATES={word}: one column runs from {low} to {high}, the other from {bottom} to {top}. "
        "State another system, or auto with a REFERENCE.",
        word=word,
        **_ranges(first, second),
    )


def _ranges(first: np.ndarray, second: np.ndarray) -> dict[str, str]:
    values = {"low": first.min(), "high": first.max(), "bottom": second.min(), "top": second.max()}
    return {name: f"{value:.7g}" for name, value in values.items()}
