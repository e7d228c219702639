"""The tables by area: the matrix of rates and the district in figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ...layers.words import Text, text
from ..engine.weighing import DEFAULT, GIVEN, HOUSEHOLDS_SOURCE
from .facts import Facts, weight_word
from .numbers import MISSING, SUPPRESSED, Number, decimal, rate
from .places import Place, places_of
from .suppression import is_hidden
from .tables import Cell, Column, Row, Table, name_of, row

BREAKS = (0.6, 0.7, 0.8, 0.9)  # fixed classes, from design §13
DENSE_FROM = 9  # categories
M2_PER_KM2 = 1e6
LEVEL_TITLES = {
    "subdistrict": text("Coverage by sub-district and category (%, weight: {weight})"),
    "community": text("Coverage by community and category (%, weight: {weight})"),
}


def level_word(level: str) -> Text | str:
    """The level of an area in words."""
    words = {"district": text("District"), "subdistrict": text("Sub-district"), "community": text("Community"), "grid": text("Grid")}
    return words.get(level, level)


def step_of(share: float) -> int:
    """The class of a share: 0 (below 60 %) to 4 (90 % and more); -1 where there is none."""
    return int(steps_of([share])[0])


def steps_of(shares: Sequence[float]) -> np.ndarray:
    """The class of each share."""
    values = np.asarray(shares, dtype=float)
    return np.where(np.isnan(values), -1, np.searchsorted(BREAKS, values, side="right"))


def matrix(facts: Facts, *, level: str, number: str) -> Table | None:
    """Tables 4-2 and 4-3: the rate of every area and category, lowest completeness first; None without such areas."""
    places = places_of(facts, level)
    if not places:
        return None
    ranked = sorted(places, key=lambda place: (math.isnan(place.completeness), place.completeness, place.code))
    columns = (
        Column(text("No.")),
        Column(level_word(level), "name"),
        Column(text("Total")),
        *(Column(name_of(facts, line), "rate") for line in facts.lines),
        Column(text("Completeness")),
        Column(text("All within reach")),
        Column(text("Share")),
    )
    rows = (*(_matrix_row(facts, place) for place in ranked), _matrix_total(facts))
    title = LEVEL_TITLES[level]
    notes = (
        text(
            "Sorted by completeness, lowest first. Shaded in five steps: below 60, 60, 70, 80, 90 % and above; the lowest two are hatched."
        ),
        *_left_out(facts),
    )
    css = "dense" if len(facts.lines) > DENSE_FROM else ""
    return Table(number, Text(title.source, {"weight": weight_word(facts.weight)}), columns, rows, notes, css=css)


def _left_out(facts: Facts) -> tuple[Text, ...]:
    if not facts.unstated:
        return ()
    return (text("Without data and not counted: {names}.", names=facts.names(facts.unstated)),)


def _matrix_row(facts: Facts, place: Place) -> Row:
    rates = (_rate_cell(facts, f"rate.{line.category.id}@{place.key}") for line in facts.lines)
    return row(
        decimal(place.number),
        Cell(place.name, css="name"),
        _total(facts, place),
        *rates,
        _rate_cell(facts, f"completeness@{place.key}"),
        facts.number(f"covered_all@{place.key}"),
        share_of_all(facts, place),
    )


def share_of_all(facts: Facts, place: Place) -> Number:
    """The share of an area that reaches every service; whole where it rests on a hidden count."""
    covered = facts.value(f"covered_all@{place.key}")
    return Number(rate(covered / place.total if place.total else math.nan, places=0 if _hidden(facts, covered) else 1))


def _total(facts: Facts, place: Place) -> Number:
    return Number(SUPPRESSED if _hidden(facts, place.total) else decimal(place.total))


def _hidden(facts: Facts, count: float) -> bool:
    return facts.people and is_hidden(count)


def _rate_cell(facts: Facts, figure_id: str) -> Cell:
    shown = facts.number(figure_id)
    # The column is headed %, so the cell leaves the sign out.
    return Cell(Number(shown.shown.rstrip("%"), shown.figure), css=f"step step{step_of(facts.value(figure_id))}")


def _matrix_total(facts: Facts) -> Row:
    rates = (_rate_cell(facts, f"rate.{line.category.id}") for line in facts.lines)
    return row(
        "",
        text("Total"),
        facts.number("WEIGHT_TOTAL"),
        *rates,
        _rate_cell(facts, "COMPLETENESS"),
        facts.number("COVERED_ALL"),
        facts.number("RATE_ALL"),
        total=True,
    )


def overview(facts: Facts) -> Table:
    """Table 2-1: every sub-district (or community) in figures, and the whole."""
    level = next((level for level in ("subdistrict", "community", "grid") if places_of(facts, level)), "")
    heads = (text("Communities"), text("Grids"), text("Doorplates"), text("Households"), text("Residents"), text("Land (km²)"))
    rest = (text("Residents per km²"), text("Facilities"))
    columns = (Column(level_word(level) if level else text("Whole area"), "name"), *(Column(head) for head in (*heads, *rest)))
    rows = tuple(_overview_row(facts, place) for place in places_of(facts, level))
    return Table("2-1", text("The area in figures"), columns, (*rows, _overview_total(facts)), (residents_note(facts),))


def _overview_row(facts: Facts, place: Place) -> Row:
    results = facts.results
    inside = results.ledger[results.ledger[f"{place.level}_code"] == place.code]
    area = results.areas_out[(results.areas_out["code"] == place.code) & (results.areas_out["level"] == place.level)]
    shape = area.geometry.iloc[0] if len(area) else None
    facilities = results.tables.get("facilities")
    within = int(facilities.geometry.intersects(shape).sum()) if facilities is not None and shape is not None else math.nan
    communities = inside["community_code"].nunique() if place.level == "subdistrict" else math.nan
    grids = inside["grid_code"].nunique()
    return _overview_cells(place.name, communities, grids, inside, shape.area if shape is not None else math.nan, within)


def _overview_cells(name: str | Text, communities: float, grids: float, inside: object, area_m2: float, within: float) -> Row:
    residents = float(inside["residents"].sum())
    km2 = area_m2 / M2_PER_KM2
    return row(
        Cell(name, css="name"),
        decimal(communities) if communities or communities == 0 else MISSING,
        decimal(grids),
        decimal(len(inside)),
        decimal(float(inside["households"].sum())),
        SUPPRESSED if is_hidden(residents) else decimal(residents),
        decimal(km2, 2),
        decimal(residents / km2 if km2 > 0 and not is_hidden(residents) else math.nan),
        decimal(within),
    )


def _overview_total(facts: Facts) -> Row:
    figures = ("areas.community", "areas.grid", "DOORPLATES_COUNT", "HOUSEHOLDS", "RESIDENTS")
    km2 = district_km2(facts)
    residents = facts.value("RESIDENTS")
    density = Number(decimal(residents / km2 if km2 > 0 else math.nan))
    return row(text("Total"), *(facts.number(name) for name in figures), decimal(km2, 2), density, facts.number("facilities"), total=True)


def district_km2(facts: Facts) -> float:
    """The land of the largest level that has areas; NaN without any."""
    areas = facts.results.areas_out
    for level in ("district", "subdistrict", "community", "grid"):
        shapes = areas[areas["level"] == level]
        if len(shapes):
            return float(shapes.geometry.area.sum()) / M2_PER_KM2
    return math.nan


def residents_note(facts: Facts) -> Text:
    """How households and residents were known."""
    ledger = facts.results.ledger
    counts = ledger[HOUSEHOLDS_SOURCE if HOUSEHOLDS_SOURCE in ledger.columns else "weight_source"].value_counts()
    return text(
        "Doorplates with households as given: {given}; estimated: {estimated}; counted as one household each: {default}. "
        "Residents not given are estimated at {persons} per household.",
        given=decimal(float(counts.get(GIVEN, 0))),
        estimated=decimal(float(counts.drop([GIVEN, DEFAULT], errors="ignore").sum())),
        default=decimal(float(counts.get(DEFAULT, 0))),
        persons=decimal(facts.results.settings.persons_per_household, 2),
    )
