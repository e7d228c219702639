"""Chapter 5 as it is printed: three communities of 1,846, 1,000 and 500 households."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.profiles import standard
from community3d.layers.words import english, render
from community3d.processing.engine.facilitystandards import facility_standards
from community3d.processing.report.area_values import area_values
from community3d.processing.report.facts import facts_of
from community3d.processing.report.page import report_html
from community3d.processing.report.standards import headline, required_types, rules, service_space, standards_sheet

from .fixture import CRS, district

NAMES = ("望湖社区", "莲塘社区", "锦帆社区")


def communities() -> gpd.GeoDataFrame:
    frame = {"code": ["C1", "C2", "C3"], "name": NAMES, "partition": "admin", "level": "community"}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=[shapely.box(k, 0, k + 1, 1) for k in range(3)], crs=CRS)


def homes() -> gpd.GeoDataFrame:
    frame = {"doorplate_id": ["D1", "D2", "D3"], "households": [1846, 1000, 500]}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=[shapely.Point(k + 0.5, 0.5) for k in range(3)], crs=CRS)


def places() -> gpd.GeoDataFrame:
    """480 m² in the first community, 350 in the second, an unknown floor in the third; a health station in the first.

    A park of 2,000 m² in the first, one of unknown size in the second.
    """
    frame = {
        "facility_id": ["F1", "F2", "F3", "F4", "F5", "F6"],
        "services": ["community_station"] * 3 + ["health_station", "park", "park"],
        "floor_m2": [480.0, 350.0, np.nan, 150.0, 2000.0, np.nan],
    }
    shapes = [shapely.Point(x + 0.5, 0.2) for x in (0, 1, 2, 0, 0, 1)]
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=shapes, crs=CRS)


@pytest.fixture(scope="module")
def make_facts():
    """Facts of the invented district, its communities compared by a profile."""

    def made(profile_id="jiangsu"):
        found = district()
        settings = replace(found.settings, profile=standard(profile_id))
        standards = facility_standards(communities(), places(), homes(), settings=settings)
        chosen = replace(settings, profile=replace(settings.profile, categories=found.settings.profile.categories))
        figures = {**found.figures, **standards.named_figures()}
        return facts_of(replace(found, settings=chosen, standards=standards, figures=figures), language="en", translate=english)

    return made


@pytest.fixture(scope="module")
def facts(make_facts):
    return make_facts()


def shown(cell) -> str:
    return cell.words if isinstance(cell.words, str) else str(getattr(cell.words, "shown", None) or render(cell.words, english))


def printed(table) -> list[list[str]]:
    return [[shown(cell) for cell in each.cells] for each in table.rows]


def test_floor_space_is_the_worked_example(facts):
    # 1,846 households: required 553.8, present 480.0, 26.0 per 100 households, 73.8 are missing, 400 m² there.
    assert printed(service_space(facts)) == [
        ["望湖社区", "1\u202f846", "553.8", "480.0", "26.0", "73.8", "yes", "Fail"],
        ["莲塘社区", "1\u202f000", "300.0", "350.0", "35.0", "0.0", "no", "Pass"],
        ["锦帆社区", "500", "150.0", "0.0", "—", "—", "—", "Not enough data"],
        ["Total", "3\u202f346", "1\u202f003.8", "830.0", "/", "73.8", "/", "/"],
    ]


def test_the_first_sentence_counts_the_verdicts(facts):
    words = render(headline(facts), english)
    assert words == "Service space of 3 communities: 1 pass, 1 fail, 1 without enough data; 73.8 m² are missing."


def test_kinds_are_signs_for_there_not_there_and_unknown(facts):
    # Health is listed in the first community only; nobody has listed culture, sport or elderly care.
    assert printed(required_types(facts)) == [
        ["莲塘社区", "○", "?", "?", "?", "1"],
        ["锦帆社区", "○", "?", "?", "?", "1"],
        ["望湖社区", "●", "?", "?", "?", "0"],
    ]


def test_many_kinds_are_counted_instead(make_facts):
    table = required_types(make_facts("gb50180"))
    health = next(each for each in printed(table) if each[0] == "Community health station")
    assert health[1:5] == ["1", "2", "0", "1"]
    assert "What is required is from memory" in render(table.notes[1], english)


def test_rules_are_printed_with_source_and_mark(facts):
    rows = {each[0]: each[1:] for each in printed(rules(facts))}
    assert rows["Community service space per 100 households"][:5] == ["30 m² per 100 households", "3", "1", "1", "1"]
    share = rows["Communities with enough service space"]
    # One of three passes, one is open: 33.3 to 66.7 %, both below 90.
    assert share[:7] == ["90 % of the areas", "1", "0", "1", "0", "—", "Fail"]
    assert share[-1] == "S"
    assert rows["Communities with meals for the elderly"][0] == "—"


def test_the_sheet_has_a_row_for_each_area_and_rule(facts):
    fields = {field.name: list(field.values) for field in standards_sheet(facts).fields}
    first = [values[0] for values in fields.values()]
    assert first[:2] == ["C1", "望湖社区"]
    assert fields["required"][0] == pytest.approx(553.8)
    assert fields["shortfall"][0] == pytest.approx(73.8)


def test_the_report_holds_chapter_5_only_where_something_was_compared(facts):
    page = report_html(facts.results, language="en", translate=english)
    assert 'data-figure="STANDARDS_SHORTFALL_M2"' in page
    assert "Floor space of community services" in page
    assert "Floor space of community services" not in report_html(district(), language="en", translate=english)


def test_every_community_has_its_value_by_every_rule(make_facts):
    # 1,846 households × 2.62 are 4,836.52 residents: a park of 2,000 m² is 0.4135 m² for each. The ground of the second
    # community's park is not known, the third has none. 480 m² for 1,846 households are 26.0 m² per 100.
    facts = make_facts("gb50180")
    assert printed(area_values(facts)) == [
        ["望湖社区", "26.00", "Fail", "0.41", "Not judged"],
        ["莲塘社区", "35.00", "Pass", "—", "Not judged"],
        ["锦帆社区", "—", "Not enough data", "0.00", "Not judged"],
    ]
    assert facts.results.figures["rule_value.public_green_5@admin/community/C1"].value == pytest.approx(2000 / (1846 * 2.62))
    heads = [render(column.head, english) for column in area_values(facts).columns]
    assert heads[3] == "Public green land per resident (5 minutes) (standard: 1 m² per resident)"
