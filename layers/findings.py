"""Findings of the door: which rows, by what rule, and the lists that come of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from . import schema
from .frames import with_rows
from .problems import ERROR, MOST_ROWS_OF_A_RULE, WARNING, Problem
from .shapes import without_place
from .words import Text, Translator, render, text

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]

KINDS = (schema.POINT, schema.LINE, schema.POLYGON)


@dataclass(frozen=True)
class Finding:
    """One rule broken by some rows, given by position; values fill {value} of the message for each row.

    A rejecting finding leaves its rows out. One that is told once becomes a single problem with their {count}.
    """

    rule: str
    rows: np.ndarray
    message: Text
    values: pd.Series | None = None
    severity: str = WARNING
    rejects: bool = False
    once: bool = False

    def message_at(self, row: int) -> Text:
        """The message for one row."""
        return (
            self.message
            if self.values is None
            else text(self.message.source, **{**self.message.values, "value": str(self.values.iloc[row])})
        )


def kind(geometry: str) -> Text:
    """The word for a kind of geometry."""
    return {schema.POINT: text("point"), schema.LINE: text("line"), schema.POLYGON: text("polygon")}.get(geometry, text("geometry"))


def _row_ids(frame: Frame, key: str | None, rows: np.ndarray) -> dict[int, str]:
    """The identifiers of these rows, else their numbers from 1."""
    ids = frame[key].iloc[rows].tolist() if key else [None] * len(rows)
    return {row: str(row + 1) if name is None else name for row, name in zip(rows.tolist(), ids)}


def _places(frame: Frame, rows: np.ndarray) -> dict[int, shapely.Geometry | None]:
    """A point of each of these rows' geometries, so that all findings make one layer of points; None where there is none."""
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        return dict.fromkeys(rows.tolist())
    shapes = frame.geometry.to_numpy()[rows]
    return dict(zip(rows.tolist(), shapely.point_on_surface(np.where(without_place(shapes), None, shapes))))


def reasons(found: Sequence[Finding], translate: Translator) -> dict[int, str]:
    """Why each rejected row was left out: the first finding that rejects it."""
    told: dict[int, str] = {}
    for finding in found:
        if finding.rejects:
            told.update({row: render(finding.message_at(row), translate) for row in finding.rows.tolist() if row not in told})
    return dict(sorted(told.items()))


def rejected(source: Frame, reasons: dict[int, str]) -> Frame:
    """The source's rows that were left out, with their number from 1 and the reason."""
    rows = with_rows(source, np.array(list(reasons), np.int64)).reset_index(drop=True)
    return rows.assign(row=[number + 1 for number in reasons], reason=list(reasons.values()))


def problems(table: schema.Table, found: Sequence[Finding], *, accepted: Frame, source: Frame) -> list[Problem]:
    """The findings row by row; of a rule that many rows break, the first thousand and their number."""
    rows = np.unique(np.concatenate([np.empty(0, np.int64), *(_told(finding) for finding in found)]))
    ids, places = _row_ids(accepted, table.key, rows), _places(source, rows)
    return [problem for finding in found for problem in _listed(table.name, finding, ids=ids, places=places)]


def _told(finding: Finding) -> np.ndarray:
    """The rows that get a problem of their own."""
    return finding.rows[: 0 if finding.once else MOST_ROWS_OF_A_RULE]


def _listed(table: str, finding: Finding, *, ids: dict[int, str], places: dict[int, shapely.Geometry | None]) -> list[Problem]:
    severity = ERROR if finding.rejects else finding.severity
    if finding.once:
        counted = text(finding.message.source, **{**finding.message.values, "count": len(finding.rows)})
        return [Problem(table, finding.rule, severity, counted)]
    listed = [
        Problem(table, finding.rule, severity, finding.message_at(row), row=ids[row], geometry=places[row])
        for row in _told(finding).tolist()
    ]
    beyond = len(finding.rows) - MOST_ROWS_OF_A_RULE
    further = text("Further rows of the same kind, not listed: {count}.", count=beyond)
    return [*listed, Problem(table, finding.rule, severity, further)] if beyond > 0 else listed
