"""Wide result tables speak to people: each column has words, each code a meaning."""

from __future__ import annotations

import pytest
from community3d.layers.areas.crosswalk import COLUMNS as CROSSWALK
from community3d.layers.column_words import column_words
from community3d.layers.result_words import ANSWERS, TABLE_VALUES
from community3d.layers.value_map import value_words
from community3d.processing.engine import agreement, capacitygroups, capacitytables, communitypairs, communityparts, gridmoves
from community3d.processing.report.quality import answers

TABLES = {
    "summary": capacitytables.SUMMARY_COLUMNS,
    "capacity_load": capacitytables.LOAD_COLUMNS,
    "groups": capacitygroups.GROUP_COLUMNS,
    "lorenz": capacitygroups.LORENZ_COLUMNS,
    "communityparts": communityparts.COLUMNS,
    "neighbours": communitypairs.PAIR_COLUMNS,
    "gridmoves": gridmoves.COLUMNS,
    "crosswalk": CROSSWALK,
    "iso_exceptions": agreement.COLUMNS,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_a_wide_table_has_words(table):
    assert [name for name in TABLES[table] if column_words(name, table, {}) is None] == []


def test_causes_verdicts_and_answers_are_told_in_words():
    assert set(value_words("cause", "iso_exceptions")) == set(agreement.CAUSES)
    assert set(value_words("verdict", "capacity_load")) == set(capacitytables.VERDICTS)
    assert set(value_words("answer", "checklist")) == set(answers.COUNTED.values()) == {words.source for words in ANSWERS}


def test_a_table_of_areas_that_were_joined_keeps_its_own_words():
    assert "kind" not in dict(TABLE_VALUES).get(("areas", "kind"), {})
    assert value_words("level", "areas")
    assert str(column_words("kind", "areas", {})) != str(column_words("kind", "crosswalk", {}))
