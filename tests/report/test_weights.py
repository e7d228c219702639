"""The report says from where households and residents are known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from community3d.layers.words import english, render
from community3d.processing.engine.figures import weight_figures
from community3d.processing.report import advice, area_tables, method, weights
from community3d.processing.report.facts import facts_of


@pytest.fixture
def told(invented):
    """Results of 200 doorplates: 100 state their own, 60 have it from a total, 40 are not known; residents 198 and 2."""

    def make(**more):
        results = invented.district(**more)
        kinds = np.array(["given"] * 100 + ["control_totals"] * 60 + ["default"] * 40, dtype=object)
        people = np.array(["per_household"] * 198 + ["population_raster"] * 2, dtype=object)
        ledger = results.ledger.assign(
            households=np.where(kinds == "given", 10, np.where(kinds == "default", 1, 5)),
            residents=np.where(people == "population_raster", 2.0, 20.0),
            households_source=kinds,
            residents_source=people,
            weight_source=np.where(kinds == "control_totals", "estimated", kinds),
        )
        figures = {**results.figures, **weight_figures(ledger)}
        return facts_of(replace(results, ledger=ledger, figures=figures), language="en", translate=english)

    return make


def words(cell) -> str:
    shown = cell.words
    return shown.shown if hasattr(shown, "shown") else render(shown, english) if hasattr(shown, "source") else str(shown)


def test_every_source_has_its_doorplates_and_what_they_weigh(told):
    rows = [[words(cell) for cell in row.cells] for row in weights.sources(told()).rows]
    assert rows[0] == ["Stated by the doorplate", "100", "1\u202f000", "0", "0"]
    assert rows[1] == ["Total of its area, spread", "60", "300", "0", "0"]
    # Two doorplates have 4 residents of the raster, fewer than five: hidden, and with them what would give them away.
    assert [row[0] for row in rows[2:-1]] == [
        "Population raster",
        "Not known: one household",
        "Not known: by persons per household",
    ]
    assert rows[2][3:] == ["2", "<5"]
    assert rows[4][3:] == ["198", "<5"]


def test_the_caveat_names_estimates_and_the_table(told):
    facts = told()
    assert any("(table 9-3)" in render(line, english) and "60 of 200" in render(line, english) for line in advice.all_caveats(facts))
    assert "from the totals of its area" in render(method.method(facts)[0], english)
    assert render(area_tables.residents_note(facts), english).startswith("Doorplates with households as given: 100; estimated: 60; counted")


def test_a_run_that_counts_residents_speaks_of_them(told):
    assert render(weights.caveat(told(weight="residents")), english) == "The residents of 100 of 200 doorplates are estimated."


def test_a_ledger_that_tells_no_sources_has_no_such_table(invented):
    facts = facts_of(invented.district(), language="en", translate=english)
    assert weights.sources(facts) is None
    assert not weights.uses_more_than_rows(facts)


def test_the_page_shows_the_table(told, make_page):
    page = make_page(told().results, language="en")
    assert "From where households and residents are known" in page
