"""Map 9-1: where the findings of the checks lie, and table 9-4: how recent the data are."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import shapely

from ...layers.words import Text, text
from .data_tables import SEVERITIES, table_word
from .facts import Facts
from .map_layers import Key, Shape, boundary_shapes, district_bounds, labels_of, land_shapes, line_keys, street_shapes
from .maps import HEIGHTS, WIDTH, Panel, Sheet, sheet_of
from .numbers import MISSING, decimal, rate
from .paper import Frame, frame_of, height_for
from .places import places_of
from .tables import Column, Row, Table, row

MOST_MARKS = 3000
WORDS = {"error": text("Errors"), "warning": text("Warnings"), "note": text("Notes")}
DATED = ("updated_at", "as_of")
YEAR_DAYS = 365


def problem_map(facts: Facts) -> Sheet | None:
    """The findings that have a place, by severity; None without any."""
    bounds, problems = district_bounds(facts), facts.results.problems
    if bounds is None or problems.empty:
        return None
    placed = problems[~(problems.geometry.isna() | problems.geometry.is_empty)]
    placed = pd.concat([placed[placed["severity"] == severity] for severity in SEVERITIES]).head(MOST_MARKS)
    if placed.empty:
        return None
    height = height_for(bounds, width=WIDTH, least=HEIGHTS[0], most=HEIGHTS[1])
    frame = frame_of(bounds, x=0, y=0, width=WIDTH, height=height)
    level = "community" if places_of(facts, "community") else "subdistrict"
    found = [(severity, placed[placed["severity"] == severity]) for severity in SEVERITIES]
    marks = tuple(_marks(rows.geometry.to_numpy(), severity, frame) for severity, rows in found[::-1] if len(rows))
    shapes = (*land_shapes(facts, frame), *street_shapes(facts, frame), *boundary_shapes(facts, frame), *marks)
    labels = tuple(label for label in labels_of(facts, frame, level) if not label.words.isdecimal())
    keys = tuple(Key(f"finding {severity}", WORDS[severity], decimal(len(rows))) for severity, rows in found if len(rows))
    title = text("Where the findings of table {number} lie", number="9-2")
    return sheet_of(facts, "9-1", title, (Panel(frame, "", None, shapes, labels),), height, (*line_keys(facts), *keys), "")


def _marks(shapes: np.ndarray, severity: str, frame: Frame) -> Shape:
    places = np.unique(frame.places(shapely.get_coordinates(shapely.point_on_surface(shapes))), axis=0)
    return Shape("".join(f"M{x} {y}h0" for x, y in places.tolist()), f"finding-dots {severity}")


def timeliness(facts: Facts) -> Table | None:
    """Table 9-4: newest and oldest date of every table that states dates; None where none does."""
    newest = facts.data_date
    rows = tuple(_dates(name, frame, newest) for name, frame in facts.results.tables.items() if _stated(frame).size)
    if not rows:
        return None
    columns = (Column(text("Table"), "word"), Column(text("Newest")), Column(text("Oldest")), Column(text("Older than 12 months (%)")))
    silent = [name for name, frame in facts.results.tables.items() if not _stated(frame).size]
    notes = [text("Months are counted back from the newest date of all tables.")]
    if silent:
        comma = "、" if facts.language == "zh" else ", "
        notes.append(text("Without dates: {tables}.", tables=comma.join(_words(facts, name) for name in silent)))
    return Table("9-4", text("How recent the data are"), columns, rows, tuple(notes))


def _words(facts: Facts, name: str) -> str:
    word = table_word(name)
    return facts.translate(word.source) if isinstance(word, Text) else str(word)


def _stated(frame: pd.DataFrame) -> np.ndarray:
    found = [frame[column].dropna().astype(str).str[:10].to_numpy() for column in DATED if column in frame.columns]
    return np.concatenate(found) if found else np.empty(0, dtype=object)


def _dates(name: str, frame: pd.DataFrame, newest: str) -> Row:
    dates = np.sort(_stated(frame))
    before = _year_before(newest)
    old = MISSING if before is None else rate(float((dates < before).mean())).rstrip("%")
    return row(table_word(name), str(dates[-1]), str(dates[0]), old)


def _year_before(iso: str) -> str | None:
    try:
        return (datetime.date.fromisoformat(iso) - datetime.timedelta(days=YEAR_DAYS)).isoformat()
    except ValueError:
        return None
