"""Where addresses are cut into their elements; those that differ in their digits only are cut once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from ..hanzi import simplified
from ..progress import SILENT, Progress
from ..repeats import first_rows
from ..words import text
from .forms import told
from .local import IN_BRACKETS, MARKS, take_local
from .patterns import patterns_of
from .regions import take_regions

REST = "rest"
INNER = ("floor", "room")
BATCH = 2_000
DIGIT = "0"  # stands for every digit in a pattern
MOST_DIGITS = 12  # of an element that is told by a number

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Cut:
    """Where an address without brackets is cut: the spans of its elements and of what found no place.

    door is the end of what names its door, None where neither floor nor room is told. note_is_room says that a room and
    nothing else stood in brackets, note_holds_room that one stood there.
    """

    spans: dict[str, Spans]
    door: int | None = None
    note_is_room: bool = False
    note_holds_room: bool = False


@dataclass(frozen=True)
class Cuts:
    """Many addresses: what each says without its brackets, what stood in them, and the cut of its pattern (by_row)."""

    words: np.ndarray
    notes: np.ndarray
    by_row: np.ndarray
    patterns: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)

    @cached_property
    def signs(self) -> tuple[np.ndarray, np.ndarray]:
        """The characters of all words one after another as numbers, and where those of each row begin."""
        words = self.words.tolist()
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        signs = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.int32)
        return signs, np.cumsum(lengths) - lengths


def cut(words: str, note: str) -> Cut:
    """Where an address in plain form is cut."""
    same = simplified(words)
    spans: dict[str, Spans] = {}
    at = 0
    for name, begin, end in take_regions(same):
        spans[name] = ((begin, end),)
        at = end
    rest, inner = [], []
    for name, begin, end in take_local(same, at):
        rest.append((at, begin))
        spans[name] = (*spans.get(name, ()), (begin, end))
        at = end
        if name in INNER:
            inner.append(begin)
    left = tuple(span for span in (*rest, (at, len(words))) if span[0] < span[1])
    if left:
        spans[REST] = left
    told_note = simplified(note)
    return Cut(
        spans=spans,
        door=len(words[: min(inner)].rstrip(MARKS)) if inner else None,
        note_is_room=note != "" and "room" not in spans and IN_BRACKETS.fullmatch(told_note) is not None,
        note_holds_room=note != "" and IN_BRACKETS.search(told_note) is not None,
    )


def cut_all(addresses: np.ndarray, progress: Progress = SILENT) -> Cuts:
    """Where each address (text) is cut."""
    found = patterns_of(addresses, progress.part(0, 0.4))
    plain, cuts = [], []
    for begin in range(0, len(found.known), BATCH):
        progress.at(0.4 + 0.6 * begin / len(found.known), text("Splitting addresses"))
        # Pattern by pattern: the grammar is regular expressions with memory, 40 µs an address.
        for words, note in map(told, found.known[begin : begin + BATCH]):
            plain.append(words)
            cuts.append(cut(words, note))
    words, notes = found.words, np.full(len(addresses), "", object)
    changed = np.array([one != other for one, other in zip(plain, found.known)], bool)
    rows = np.flatnonzero(changed[found.by_row]) if changed.any() else np.empty(0, np.int64)
    if len(rows):
        words = words.copy()
        words[rows], notes[rows] = zip(*map(told, words[rows]))
    return Cuts(words, notes, found.by_row, plain, cuts)


def spans_by_element(found: Cuts) -> dict[str, tuple[np.ndarray, list[Spans]]]:
    """For each element the patterns that tell it and its spans in them."""
    by_name: dict[str, tuple[list[int], list[Spans]]] = {}
    for pattern, each in enumerate(found.cuts):  # patterns, not rows
        for name, spans in each.spans.items():
            patterns, places = by_name.setdefault(name, ([], []))
            patterns.append(pattern)
            places.append(spans)
    return {name: (np.array(patterns, np.int64), places) for name, (patterns, places) in by_name.items()}


def joined(words: str, spans: Spans) -> str:
    """What stands in the spans."""
    if len(spans) == 1:
        begin, end = spans[0]
        return words[begin:end]
    return "".join([words[begin:end] for begin, end in spans])


def door_words(addresses: np.ndarray, found: Cuts) -> np.ndarray:
    """The addresses as far as their door, those that name no room as they are."""
    whole, at_end = -1, -2
    ends = [each.door if each.door is not None else at_end if each.note_holds_room else whole for each in found.cuts]
    end = np.array(ends or [whole], np.int64)[found.by_row]
    doors = addresses.copy()
    rows = np.flatnonzero(end >= 0)
    doors[rows] = _as_objects([words[:last] for words, last in zip(found.words[rows].tolist(), end[rows].tolist())])
    doors[end == at_end] = found.words[end == at_end]
    return doors


def _as_objects(values: list[str]) -> np.ndarray:
    filled = np.empty(len(values), object)
    filled[:] = values
    return filled


def element_words(found: Cuts, patterns: np.ndarray, places: list[Spans]) -> tuple[np.ndarray, list[str]]:
    """What stands in the spans of each row's pattern: a number for each row, and the words by number, the first of them empty.

    What has no digits is the same in all rows of a pattern; else the digits tell which of the words it is.
    """
    known = {"": 0}
    fixed, begin, template = (np.full(len(found.cuts) + 1, value) for value in (0, -1, -1))
    templates: dict[str, int] = {}
    several: dict[int, Spans] = {}
    for pattern, spans in zip(patterns.tolist(), places):  # patterns, not rows
        words = joined(found.patterns[pattern], spans)
        if DIGIT not in words:
            fixed[pattern] = known.setdefault(words, len(known))
        elif len(spans) == 1 and words.count(DIGIT) <= MOST_DIGITS:
            begin[pattern], template[pattern] = spans[0][0], templates.setdefault(words, len(templates))
        else:
            several[pattern] = spans
    codes, words = fixed[found.by_row], list(known)
    rows = np.flatnonzero(template[found.by_row] >= 0)
    if len(rows):
        by_pattern = found.by_row[rows]
        told, different = _told_by_digits(found, rows, begin[by_pattern], template[by_pattern], list(templates))
        codes[rows] = len(words) + told
        words += different
    for row in np.flatnonzero(np.isin(found.by_row, list(several))) if several else ():  # elements in two places are few
        codes[row] = len(words)
        words.append(joined(found.words[row], several[found.by_row[row]]))
    return codes, words


def _told_by_digits(
    found: Cuts, rows: np.ndarray, begin: np.ndarray, template: np.ndarray, templates: list[str]
) -> tuple[np.ndarray, list[str]]:
    """For each of the rows the number of what stands at begin, where it is one of the templates but for its digits; and the words."""
    at = [[place for place, sign in enumerate(words) if sign == DIGIT] for words in templates]
    most = max(map(len, at))
    offsets = np.array([[*places, *[-1] * (most - len(places))] for places in at])[template]
    signs, starts = found.signs
    first = starts[rows] + begin
    key = template.astype(np.int64)
    for turn in range(most):
        digit = signs[first + np.maximum(offsets[:, turn], 0)] - ord(DIGIT)
        key = 10 * key + np.where(offsets[:, turn] < 0, 0, digit)
    codes, _ = pd.factorize(key)
    shown = first_rows(codes)
    sizes = np.array(list(map(len, templates)))[template[shown]]
    cells = zip(found.words[rows[shown]].tolist(), begin[shown].tolist(), (begin[shown] + sizes).tolist())
    return codes, [words[at:end] for words, at, end in cells]
