"""The report on data quality as a page: its words, its escaping, and that equal inputs give equal bytes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from community3d.layers.errors import InputError
from community3d.layers.words import english
from community3d.processing.report.quality.facts import QualityFacts
from community3d.processing.report.quality.page import quality_html, write_quality_report

from .town import examined, frame, point, tables, workspace

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028=cmd|' /C calc'!A0\u202e" + "长" * 10_000


def page_of(found, **changed: object) -> str:
    facts = QualityFacts(
        found, **{"language": "en", "translate": english, "title": "示例区", "parameters": {"INPUT": "town.gpkg"}, **changed}
    )
    return quality_html(facts, report_date="2026-11-22")


@pytest.fixture(scope="module")
def page(found) -> str:
    return page_of(found)


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<(style|svg).*?</\1>", " ", page, flags=re.S)).split())


class Tags(HTMLParser):
    """Names and attributes of all elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names, self.attributes = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs


def test_the_first_page_gives_account_and_verdicts(page):
    said = words_of(page)
    # 4 areas, 5 doorplates, 2 facilities, 2 streets, 1 estate, 3 buildings.
    assert "Rows read: 17; loaded: 17; not loaded: 0." in said
    assert "Doorplates with households: 80.0%." in said
    assert "Grid staffing Not usable" in said
    assert "100.0 % of the grids state no posts of leaders or workers." in said


def test_each_kind_of_finding_says_what_it_means_and_what_to_do(page):
    said = words_of(page)
    assert "Same address twice" in said
    assert "Households of the door count twice in every figure." in said
    assert "Find out which of the rows is right and delete the other." in said


def test_examples_name_the_place(page):
    # 后巷 ends 81 m from D2, the nearest doorplate of its first point.
    assert "near 长江路2号" in words_of(page)
    assert "静湖苑" in words_of(page)


def test_no_script_no_request(page):
    tags = Tags(page)
    assert "script" not in tags.names
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name in ("src", "srcset", "action")]
    assert all(value.startswith("#") for name, value in tags.attributes if name == "href")


def test_the_map_shows_signs_and_a_scale(page):
    assert 'id="map-5-1"' in page
    assert page.count('class="sign"') >= 5


def test_equal_inputs_give_equal_bytes(tmp_path):
    path = workspace(tmp_path)
    first, second = (page_of(examined(path)) for _ in range(2))
    assert first == second


def test_hostile_values_are_shown_as_text(tmp_path):
    doors = frame(
        {"doorplate_id": [HOSTILE, "D2"], "address": [HOSTILE, HOSTILE], "road": ["长江路"] * 2, "households": [HOSTILE, 1]},
        [point(50, 100), point(60, 100)],
    )
    page = page_of(examined(workspace(tmp_path, doorplates=doors)), title=HOSTILE)
    tags = Tags(page)
    assert "script" not in tags.names
    assert "img" not in tags.names
    assert "&lt;/script&gt;" in page
    assert "长" * 1_000 not in words_of(page)


def test_what_stood_in_a_cell_is_not_repeated(tmp_path):
    doors = tables()["doorplates"].assign(households=["王小明", "1", "1", "1", "1"])
    page = page_of(examined(workspace(tmp_path, doorplates=doors)))
    assert "Personal data removed" in page
    assert "王小明" not in page


def test_personal_numbers_in_addresses_are_taken_out(tmp_path):
    doors = tables()["doorplates"].assign(address=["长江路2号 13812345678", "长江路2号", "长江路10号", "长江路", "长江路30号"])
    page = page_of(examined(workspace(tmp_path, doorplates=doors)))
    assert "Personal data removed" in page or "Columns with personal data that were left out" in page
    assert "13812345678" not in page


def test_a_folder_that_is_not_there_is_refused(found, tmp_path):
    facts = QualityFacts(found, "en", english, "town")
    with pytest.raises(InputError, match="folder"):
        write_quality_report(tmp_path / "none" / "report.html", facts)


def test_openstreetmap_is_named_where_it_was_used(tmp_path):
    streets = tables()["streets"].assign(source="© OpenStreetMap contributors")
    page = page_of(examined(workspace(tmp_path, streets=streets)))
    assert "Contains data © OpenStreetMap contributors (ODbL)." in page
