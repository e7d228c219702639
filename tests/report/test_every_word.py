"""The report with every translated sentence marked: what stays unmarked is data, not words of ours."""

from __future__ import annotations

import re

import pytest
from community3d.layers.profiles import profile
from community3d.layers.schema import TABLES
from community3d.processing.report.page import report_html

MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
HIDDEN = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL)
# Names of tables, categories and files are codes; they are the same in every language.
CODES = {*TABLES, "planning", *(word for category in profile("tdt1063").categories for word in category.id.split("_")), "gpkg"}
LATIN = re.compile(r"[A-Za-z][a-z]{3,}")


@pytest.fixture(scope="module")
def left(results) -> set[str]:
    page = report_html(results, language="zh", translate=lambda source: f"⟦{source}⟧", report_date="2026-11-20")
    words = HIDDEN.sub(" ", page)
    while MARKED.search(words):
        words = MARKED.sub(" ", words)
    return set(LATIN.findall(words))


def test_no_word_of_the_report_is_left_untranslated(left):
    assert " ".join(sorted(left - CODES)) == ""
