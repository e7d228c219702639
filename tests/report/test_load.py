"""Table 4-6 as it is printed: a shop with 12 places for 40 people of a street."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from community3d.layers.words import english, render, text
from community3d.processing.engine.eligible import Eligible
from community3d.processing.engine.places import Places
from community3d.processing.engine.results import Figure
from community3d.processing.report.facts import facts_of
from community3d.processing.report.load import load_sheet, load_table
from community3d.processing.report.page import report_html

from .fixture import CRS, district

VALUES = {
    "places_total": 12, "places_need": 110, "places_served": 12, "places_over": 28, "places_out_of_reach": 70, "places_rate": 12 / 110,
    "places_rate_high": 0.5, "places_overloaded": 1, "places_idle": 0, "places_capacity_unknown": 0,
}  # fmt: skip


def made(values=None, assigned=40.0):
    found = district()
    name = found.settings.profile.categories[0].id
    row = {"facility_id": "F1", "name": "驿站", "category": name, "group": "residents", "capacity": 12.0, "assigned": assigned}
    row.update(served=12.0, over=28.0, load=assigned / 12, verdict="overloaded")
    loads = gpd.GeoDataFrame(pd.DataFrame([row]), geometry=[shapely.Point(0, 0)], crs=CRS)
    units = {"places_rate": "share", "places_rate_high": "share"}
    figures = {
        f"{key}.{name}": Figure(f"{key}.{name}", value, units.get(key, "count")) for key, value in {**VALUES, **(values or {})}.items()
    }
    note = text("{category}: no facility of this category is given.", category=name)
    places = Places(loads, {name: Eligible("residents")}, {name: np.zeros(1)}, figures, (note,))
    return replace(found, places=places, figures={**found.figures, **figures})


def cells(results):
    table = load_table(facts_of(results, language="en", translate=english))
    words = [cell.words if hasattr(cell, "words") else cell for cell in table.rows[0].cells]
    return [str(word) if not hasattr(word, "source") else render(word, english) for word in words], table


def test_the_table_adds_up_and_names_the_category():
    printed, table = cells(made())
    # 12 + 28 + 70 = 110 people; 12 of 110 are 10.9 %.
    assert printed[1:] == ["Residents × 1", "12", "110", "12", "28", "70", "10.9%–50.0%", "1", "0", "0"]
    assert render(table.notes[1], english).startswith(printed[0])


def test_small_counts_of_people_are_hidden():
    printed, _ = cells(made({"places_over": 3}))
    assert printed[5] == "<5"
    fields = {field.name: list(field.values) for field in load_sheet(facts_of(made(assigned=4.0), language="en", translate=english)).fields}
    assert (fields["assigned"], fields["over"]) == (["<5"], [28.0])
    assert np.isnan(fields["load"][0])


def test_the_report_shows_it_only_where_capacities_are_known():
    assert "Places and load of facilities (people)" in report_html(made(), language="en", translate=english)
    assert "Places and load" not in report_html(district(), language="en", translate=english)
