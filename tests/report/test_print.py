"""The report in a browser: on screen, on paper, with the network shut."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace

import pytest

PAPER_MM = 165, 252  # what A4 leaves between its margins
LANDSCAPE_MM = 257
PX_PER_MM = 96 / 25.4
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LONG_NAME = "江苏省苏州市吴中区人民政府长桥街道办事处第一社区居民委员会望湖新村片区工作站综合服务点"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is absent")]

NARROWEST = """tables => [...document.querySelectorAll('figure.table table')].map(table => {
  const kept = table.style.width; table.style.width = '1px';
  const width = table.getBoundingClientRect().width; table.style.width = kept;
  return [table.closest('figure').id, !!table.closest('.landscape'), width];
})"""
ENDS = """() => [...document.querySelectorAll('.community-page')].map(page => {
  const words = page.innerText.trim(); return [words.slice(0, 12), words.slice(-12)];
})"""
OUTSIDE = """() => [...document.querySelectorAll('svg text')].filter(text => {
  const sheet = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
  return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1;
}).map(text => text.textContent)"""


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def open_page(browser, tmp_path_factory):
    """Opens a report from disk, as on paper or on screen; requests and messages of the console are kept."""

    def opened(page, *, media="print"):
        path = tmp_path_factory.mktemp("print") / "report.html"
        path.write_text(page, encoding="utf-8")
        tab = browser.new_page(viewport={"width": round(PAPER_MM[0] * PX_PER_MM), "height": 900})
        tab.asked, tab.said = [], []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.on("console", lambda message: tab.said.append(message.text))
        tab.emulate_media(media=media)
        tab.goto(path.as_uri())
        return tab

    return opened


@pytest.fixture(scope="module")
def kinds(invented, make_page, page):
    """The report in its kinds, each made when it is asked for."""
    results, silent = invented.district(), invented.district(targets="")
    summary = results.summary.assign(name=results.summary["name"].where(results.summary["name"].isna(), LONG_NAME))
    return {
        "targets": lambda: page,
        "no targets": lambda: make_page(silent),
        "no areas": lambda: make_page(invented.district(targets="", with_areas=False)),
        "English": lambda: make_page(results, language="en"),
        "English, no targets": lambda: make_page(silent, language="en"),
        "long names": lambda: make_page(replace(results, title=LONG_NAME, summary=summary)),
    }


@pytest.fixture(scope="module", params=["targets", "no targets", "no areas", "English", "English, no targets", "long names"])
def printed(request, kinds, open_page):
    """What a kind of report measures on paper: widths of tables, words outside drawings, height of the summary."""
    tab = open_page(kinds[request.param]())
    height = tab.evaluate("document.getElementById('chapter-1').getBoundingClientRect().height")
    return {"tables": tab.evaluate(NARROWEST), "outside": tab.evaluate(OUTSIDE), "summary": height}


def test_nothing_is_asked_of_the_network(open_page, page):
    tab = open_page(page, media="screen")
    assert [url for url in tab.asked if not url.startswith("file:")] == []
    assert tab.said == []


def test_tables_fit_the_paper(printed):
    for name, landscape, width in printed["tables"]:
        assert width <= (LANDSCAPE_MM if landscape else PAPER_MM[0]) * PX_PER_MM, name


def test_words_stay_inside_their_drawing(printed):
    assert printed["outside"] == []


def test_the_summary_is_one_page(printed):
    assert printed["summary"] <= PAPER_MM[1] * PX_PER_MM


def test_the_print_has_portrait_and_landscape_pages(open_page, page):
    printed = open_page(page).pdf(prefer_css_page_size=True)
    boxes = {tuple(round(float(side)) for side in box.split()[2:]) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", printed)}
    assert boxes == {(595, 842), (842, 595)}


@pytest.mark.parametrize("kind", ["targets", "English", "long names"])
def test_every_community_has_exactly_one_page(open_page, kinds, kind):
    tab = open_page(kinds[kind]())
    heights = tab.evaluate("[...document.querySelectorAll('.community-page')].map(page => page.getBoundingClientRect().height)")
    assert len(heights) == 5
    assert max(heights) <= PAPER_MM[1] * PX_PER_MM


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is absent")
@pytest.mark.parametrize("kind", ["targets", "long names"])
def test_every_community_is_one_sheet_of_the_printed_file(open_page, kinds, kind, tmp_path):
    tab = open_page(kinds[kind]())
    ends = tab.evaluate(ENDS)
    file = tmp_path / "report.pdf"
    file.write_bytes(tab.pdf(prefer_css_page_size=True))
    sheets = pages_of(file)
    counted = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", counted)[1]) == len(sheets)
    numbers = [f"A-{number:03d}" for number in range(1, 6)]
    # The list of all communities stands before their sheets.
    own = [page for page, words in enumerate(sheets) if not all(number in words for number in numbers)]
    held = {number: [page for page in own if number in sheets[page]] for number in numbers}
    # Each on a sheet of its own, one after the other, and nothing else of the appendix on that sheet.
    assert {number: len(found) for number, found in held.items()} == dict.fromkeys(numbers, 1)
    first = held[numbers[0]][0]
    assert [held[number][0] for number in numbers] == list(range(first, first + 5))
    for number, (start, end) in zip(numbers, ends):
        words = sheets[held[number][0]]
        assert bare(start) in words
        assert bare(end) in words


def pages_of(file):
    """The words of every sheet, without blanks."""
    said = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True).stdout
    return [bare(page) for page in said.split("\f")[:-1]]


def bare(words):
    return re.sub(r"\s+", "", words)
