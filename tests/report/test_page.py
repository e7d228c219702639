"""The report as a page: what it holds, what it never holds."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from community3d.layers.errors import InputError
from community3d.layers.words import english
from community3d.processing.engine.results import Figure
from community3d.processing.report.page import write_report

VOID = {"meta", "link", "br", "hr", "img", "input", "col", "wbr"}


class Reader(HTMLParser):
    """Elements, attributes and the printed figures; complains where tags do not nest."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.figures, self.faults = [], [], [], [], []
        self._figure = None

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend((tag, name, value) for name, value in attrs)
        if tag not in VOID:
            self.open.append(tag)
        figure = dict(attrs).get("data-figure")
        if figure:
            self._figure = [figure, len(self.open), ""]

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend((tag, name, value) for name, value in attrs)

    def handle_endtag(self, tag):
        if self._figure and len(self.open) == self._figure[1]:
            self.figures.append((self._figure[0], self._figure[2]))
            self._figure = None
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if self._figure:
            self._figure[2] += data


def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


def words_of(page):
    return re.sub(r"<[^>]+>", "", re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.S))


def test_the_page_nests_well(page):
    reader = read(page)
    assert reader.faults == []
    assert reader.open == []


def test_there_is_no_script_and_no_outside_request(page):
    reader = read(page)
    assert "script" not in reader.tags
    assert not [name for _, name, _ in reader.attributes if name.startswith("on") or name in ("src", "srcset", "action")]
    assert all(value.startswith("#") for _, name, value in reader.attributes if name in ("href", "xlink:href"))
    assert "http" not in page.replace("http-equiv", "")
    assert not re.search(r"url\((?!#)", page)


def test_the_policy_forbids_everything_but_its_own_style(page):
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in page.replace("&#39;", "'")


def test_every_printed_figure_is_the_unrounded_one_rounded(page, results):
    known = every_figure(results)
    printed = [(figure, shown) for figure, shown in read(page).figures if figure in known and shown not in ("—", "<5")]
    assert len(printed) > 400
    for figure, shown in printed:
        assert close(shown, known[figure]), (figure, shown, known[figure].value)


def every_figure(results):
    """The figures of the run, and what the summary tells of single areas beside them."""
    rows = results.summary[results.summary["code"].notna()]
    units = dict.fromkeys(("ok", "too_far", "behind_gate", "no_route", "no_facility", "not_snapped"), "households")
    of_areas = {
        f"{name}.{one['category']}@{one['partition']}/{one['level']}/{one['code']}": Figure(name, one[name], unit)
        for one in rows.to_dict("records")
        for name, unit in units.items()
    }
    return {**of_areas, **results.figures}


def close(shown, figure):
    """Whether the text is the value within half of its last digit."""
    scale = 100 if figure.unit == "share" else 1
    digits = shown.replace("\u202f", "").replace("−", "-").rstrip("%")
    if digits.startswith(">"):
        return 99.9 < figure.value * scale < 100
    if digits.startswith("<"):
        return 0 < figure.value * scale < 0.1
    places = len(digits.partition(".")[2])
    return abs(float(digits) - figure.value * scale) <= 0.5 * 10**-places + 1e-9


def test_every_figure_that_a_number_names_exists(page, results):
    unknown = {figure for figure, _ in read(page).figures} - set(every_figure(results))
    # A difference names the two figures it is made of.
    assert all(re.fullmatch(r"crow_rate\.(\w+)-rate\.\1", figure) for figure in unknown)


def test_chapters_keep_their_numbers(page):
    heads = re.findall(r'<section class="chapter[^"]*" id="chapter-(\w+)">', page)
    assert heads == [*map(str, range(1, 11)), "A", "B", "C"]


def test_a_chapter_left_out_says_so_in_one_sentence(page):
    chapter = re.search(r'id="chapter-5">(.*?)</section>', page, re.S).group(1)
    assert "设施配置标准" in chapter
    assert "本章从略" in chapter


def test_without_targets_the_summary_says_so_first(invented, make_page):
    page = make_page(invented.district(targets=""))
    chapter = re.search(r'id="chapter-1">.*?</h1>\s*<p[^>]*>(.*?)</p>', page, re.S).group(1)
    assert chapter == "本方案未设目标值，仅列数值。"


def test_targets_of_the_user_carry_the_letter_u(page):
    assert re.search(r'data-figure="target\.elderly">80%</span><sup class="letter">U</sup>', page)


def test_a_sample_says_so_on_every_page(page, invented, make_page):
    assert "示例数据，非真实" in page
    assert '@top-right { content: "虚构示例数据"' in page
    assert "示例数据，非真实" not in make_page(invented.district(sample=False))


def test_openstreetmap_is_credited_where_the_sources_say_so(results, make_page):
    page = make_page(replace(results, sources=results.sources.assign(source="tsinghua.osm.pbf")))
    assert "© OpenStreetMap 贡献者" in page
    assert "OpenStreetMap" not in make_page(results)


def test_without_areas_the_chapters_by_area_are_left_out_in_one_sentence(invented, make_page):
    page = make_page(invented.district(with_areas=False))
    assert "未提供街道、社区、网格界线，分区域内容从略。" in page
    assert 'id="table-4-3"' not in page
    assert 'id="map-4-1"' not in page


def test_names_of_the_data_never_become_markup(results, make_page):
    evil = '</style><script>alert("1")</script>'
    summary = results.summary.assign(name=results.summary["name"].where(results.summary["name"].isna(), evil))
    page = make_page(replace(results, title=evil, summary=summary, parameters={evil: evil}))
    assert "<script" not in page
    assert page.count("</style>") == 1


def test_equal_results_give_equal_bytes(invented, make_page):
    assert make_page(invented.district()) == make_page(invented.district())


def test_no_sentence_stays_english_in_the_chinese_report(page):
    left = re.findall(r"\b[A-Z][a-z]+ [a-z]+ [a-z]+\b", words_of(page))
    assert left == []


def test_the_english_report_stands_beside_the_chinese(results, make_page):
    page = make_page(results, language="en")
    assert '<html lang="en">' in page
    assert "below the target of" in page


def test_every_table_has_as_many_cells_as_heads(page):
    for table in re.findall(r'<div class="scroll">\s*<table>(.*?)</table>', page, re.S):
        heads = table.count("<th ")
        assert all(row.count("<td ") == heads for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table.split("<tbody>")[1], re.S))


def test_the_rows_of_reasons_add_up(page):
    rows = re.findall(r"<tr>(.*?)</tr>", re.search(r'id="table-4-1">.*?<tbody>(.*?)</tbody>', page, re.S).group(1), re.S)
    assert len(rows) == 9
    for row in rows:
        counts = [int(number.replace("\u202f", "")) for number in re.findall(r'data-figure="\w+\.\w+">([\d\u202f]+)</span>', row)[:7]]
        assert sum(counts[1:]) == counts[0] == 4032


def test_an_area_without_doorplates_has_dashes(invented, results, make_page):
    ledger = results.ledger[results.ledger["community_code"] != "990106002005"].reset_index(drop=True)
    page = make_page(invented.results_of(ledger, results.tables["areas"], results.settings))
    row = re.search(r'<td class="name name">南门社区</td>(.*?)</tr>', page).group(1)
    shown = re.findall(r">([^<>]+)</(?:span|td)>", row)
    # Nobody lives there: no weight, no rate of any of nine categories, no completeness, nobody covered, no share.
    assert shown == ["0", *["—"] * 9, "—", "0", "—"]


@pytest.mark.long
def test_the_report_of_118_communities_takes_ten_seconds(invented, make_page):
    results = invented.district(communities=118)
    before = time.process_time()
    page = make_page(results)
    assert time.process_time() - before <= 10
    assert page.count('class="community-page"') == 118


@pytest.mark.long
def test_two_hundred_communities_fit_one_file(invented, make_page):
    page = make_page(invented.district(communities=200))
    assert len(page.encode("utf-8")) < 15e6
    assert page.count('<td class="name name">') > 200


def test_a_folder_that_is_not_there_is_named(tmp_path, results):
    with pytest.raises(InputError, match="does not exist"):
        write_report(tmp_path / "nowhere" / "report.html", results, language="en", translate=english)


def test_the_file_holds_the_page(tmp_path, results, make_page, chinese):
    write_report(tmp_path / "report.html", results, language="zh", translate=chinese, report_date="2026-11-20")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == make_page(results)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_residents_below_five_are_hidden_where_people_are_counted(invented, make_page):
    results = invented.district(weight="residents")
    small = replace(results.figures["no_route.elderly"], value=3.0)
    page = make_page(replace(results, figures={**results.figures, "no_route.elderly": small}))
    row = re.search(r'<td class="word">养老</td>.*?</tr>', re.search(r'id="table-4-1">.*', page, re.S).group(0), re.S).group(0)
    assert row.count("&lt;5</span>") == 2
    assert re.search(r'data-figure="rate\.elderly">\d+%', row)
