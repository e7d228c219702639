"""Totals that an office lists by area (households, residents, elderly, children), put beside the boundaries."""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..incoming.columns import Names, propose, shipped_names
from ..incoming.table import Table
from ..problems import WARNING, Problem
from ..reference import plain_name
from ..values import as_numbers, as_text
from ..words import Text, text
from .totals import TOTALS

USUAL_LEVEL = "community"  # whose names a list means where several levels share one
# A list that calls its column of names by the level alone; the finest of them names the rows.
NAMED_BY_LEVEL = ("网格", "社区", "村", "村居", "街道", "镇街")
SUMS = ("合计", "总计", "小计", "总数", "total")


@dataclass(frozen=True)
class StatedTotals:
    """The areas with their totals, how many rows of the list found their area, and those that did not."""

    areas: gpd.GeoDataFrame
    rows: int
    taken: int
    problems: list[Problem] = field(default_factory=list)


def with_stated_totals(areas: gpd.GeoDataFrame, listed: Table, *, names: Names | None = None) -> StatedTotals:
    """Accepted areas with the totals of a list, which go before the layer's own.

    A row finds its area by code, else by name without 社区, 居委会 and the like; rows that sum others up are left out.
    Raises InputError where the list has neither codes nor names, or no totals.
    """
    names = names or shipped_names()
    mapping = propose("areas", listed.frame, names=names)
    if not {"code", "name"} & set(mapping.columns):
        by_level = [name for name in NAMED_BY_LEVEL if name in listed.frame]
        mapping = propose("areas", listed.frame, names=names, stated={"name": by_level[0]}) if by_level else mapping
    rows = mapping.renamed(listed.frame).reset_index(drop=True)
    given = [name for name in TOTALS if name in mapping.columns]
    _refuse(mapping.columns, given, listed.frame)
    rows, lines = _without_sums(rows, listed.lines)
    at, reasons = _areas_of(rows, areas)
    values = {name: as_numbers(rows[name]) for name in given}
    problems = [_problem(lines[row], _label(rows, row), reason) for row, reason in reasons.items()]
    filled = areas.copy()
    for name, (numbers, unread) in values.items():
        wrong = unread | (numbers.to_numpy() < 0)
        problems += [_problem(lines[row], _label(rows, row), _no_count(name, rows[name].iloc[row])) for row in np.flatnonzero(wrong)]
        usable = (at >= 0) & ~wrong & numbers.notna().to_numpy()
        column = (filled[name] if name in filled else pd.Series(np.nan, index=filled.index)).to_numpy(float, na_value=np.nan).copy()
        column[at[usable]] = numbers.to_numpy()[usable]
        filled[name] = column
    return StatedTotals(filled, len(rows), int((at >= 0).sum()), problems)


def _refuse(columns: dict[str, str], given: list[str], frame: pd.DataFrame) -> None:
    known = ", ".join(map(str, frame.columns))
    problems = []
    if not {"code", "name"} & set(columns):
        problems.append(text("The list of totals has no column with codes or names of areas. It has: {known}.", known=known))
    if not given:
        problems.append(text("The list of totals has no column households, residents, elderly or children. It has: {known}.", known=known))
    if problems:
        raise InputError(*problems)


def _without_sums(rows: pd.DataFrame, lines: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    words = as_text(rows["name"]) if "name" in rows else pd.Series(None, index=rows.index, dtype=object)
    codes = as_text(rows["code"]) if "code" in rows else pd.Series(None, index=rows.index, dtype=object)
    sums = words.str.replace(r"\s", "", regex=True).str.lower().isin(SUMS) | codes.isin(SUMS)
    kept = ~(sums | (words.isna() & codes.isna())).to_numpy()
    return rows[kept].reset_index(drop=True), lines[kept]


def _areas_of(rows: pd.DataFrame, areas: gpd.GeoDataFrame) -> tuple[np.ndarray, dict[int, Text]]:
    """For each row the position of its area (-1 for none), and why it has none."""
    at = np.full(len(rows), -1)
    if "code" in rows:
        at = pd.Index(as_text(areas["code"])).get_indexer(as_text(rows["code"]))
    reasons: dict[int, Text] = {}
    places = _by_name(areas) if "name" in rows else {}
    plain = plain_name(rows["name"]).tolist() if "name" in rows else []
    # A list has a row for each community.
    for row in np.flatnonzero(at < 0).tolist():
        found = places.get(plain[row], []) if plain and plain[row] is not None else []
        if len(found) == 1:
            at[row] = found[0]
        elif found:
            reasons[row] = text("{count} areas bear this name. Give the code.", count=len(found))
        else:
            reasons[row] = text("No area has this code or name.")
    twice = pd.Series(at).duplicated().to_numpy() & (at >= 0)
    for row in np.flatnonzero(twice).tolist():
        reasons[row] = text("The area stands in the list twice; the first row holds.")
        at[row] = -1
    return at, reasons


def _by_name(areas: gpd.GeoDataFrame) -> dict[str, list[int]]:
    """The positions of the areas by plain name; where several levels share it, those of communities."""
    places: dict[str, list[int]] = {}
    for position, name in enumerate(plain_name(areas["name"]).tolist() if "name" in areas else []):
        if name is not None:
            places.setdefault(name, []).append(position)
    level = areas["level"].to_numpy()
    return {
        name: [position for position in found if level[position] == USUAL_LEVEL] or found if len(found) > 1 else found
        for name, found in places.items()
    }


def _label(rows: pd.DataFrame, row: int) -> str:
    said = [str(rows[name].iloc[row]) for name in ("code", "name") if name in rows and pd.notna(rows[name].iloc[row])]
    return " ".join(said)


def _no_count(name: str, value: object) -> Text:
    return text("{column} is “{value}”, no count.", column=name, value=str(value))


def _problem(line: int, label: str, reason: Text) -> Problem:
    message = text("Line {line} of the list of totals, {label}: {reason}", line=int(line), label=label, reason=reason)
    return Problem("areas", "total_not_taken", WARNING, message, row=f"totals:{int(line)}")
