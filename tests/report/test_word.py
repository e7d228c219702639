"""The report as a Word document, opened with python-docx: it says what the page says."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.progress import Silent
from community3d.layers.words import english
from community3d.processing.report import briefing as briefings
from community3d.processing.report.briefing import briefing_html
from community3d.processing.report.word.document import document_bytes, write_document
from community3d.processing.report.word.tree import Element, tree, words_of

docx = pytest.importorskip("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# From the schema of WordprocessingML (ECMA-376): the children that our documents use, in their order.
ORDER = {
    kind: words.split()
    for kind, words in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid spacing ind jc outlineLvl rPr sectPr",
        "rPr": "rFonts b bCs color kern sz szCs vertAlign lang",
        "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
        "trPr": "cantSplit trHeight tblHeader",
        "tcPr": "tcW tcBorders shd textDirection vAlign",
        "sectPr": "headerReference footerReference type pgSz pgMar pgNumType",
        "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr",
        "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
        "numbering": "abstractNum num",
        "settings": "zoom defaultTabStop updateFields compat themeFontLang",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "pBdr": "top left bottom right",
        "tblBorders": "top left bottom right insideH insideV",
        "tblCellMar": "top left bottom right",
    }.items()
}
HOSTILE = "<script>alert(1)</script>&{{7*7}}\x07=HYPERLINK(1)"


@pytest.fixture(scope="module")
def make(white):
    """A page as an opened document."""
    return lambda page: docx.Document(io.BytesIO(document_bytes(page, painter=white, report_date="2026-11-20")))


@pytest.fixture(scope="module")
def document(make, page):
    return make(page)


@pytest.fixture(scope="module")
def briefing(results, chinese):
    return briefing_html(results, language="zh", translate=chinese, report_date="2026-11-20")


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def of_page(page: str) -> str:
    """All that stands on the page, without its drawings, lists of contents and the numbers that Word counts itself."""

    def said(element: Element) -> str:
        counted = "ordinal" in element.classes and words_of(element)[:1].isdigit()
        if element.tag in ("svg", "nav", "style") or "contents" in element.classes or counted:
            return ""
        return "".join(child if isinstance(child, str) else said(child) for child in element.children)

    return squeezed(said(tree(page).first("main")))


def of_document(document) -> str:
    """All that stands in the document, without the list of contents; a list in a cell has the commas of the page."""
    found = []
    for paragraph in document.element.body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val").startswith("TOC"):
            found += [piece.text or "" for piece in paragraph.iter(f"{W}t")]
    return squeezed("".join(found))


def without_commas(words: str) -> str:
    return words.replace("、", "").replace("目录", "")


def test_the_document_says_what_the_page_says(document, page):
    assert without_commas(of_document(document)) == without_commas(of_page(page))


def test_an_english_document_says_what_its_page_says(make, make_page, results):
    page = make_page(results, language="en")
    assert of_document(make(page)).replace(",", "") == of_page(page).replace("Contents", "", 1).replace(",", "")


def test_every_figure_of_a_table_stands_in_the_same_cell(document, page):
    tables = [docx.table.Table(found, document) for found in document.element.body.iter(f"{W}tbl")]
    tables = [table for table in tables if table._tbl.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    figures = [figure for figure in tree(page).first("main").every("figure") if figure.first("table") and figure.attributes.get("id")]
    compared = 0
    for figure in figures:
        title = words_of(figure.first("figcaption").children[0])
        rows = [[squeezed(words_of(cell)) for cell in row.elements] for row in figure.every("tr")]
        same = [[[squeezed(cell.text) for cell in row.cells] for row in table.rows] for table in tables if len(table.rows) == len(rows)]
        assert any([[without_commas(c) for c in r] for r in rows] == [[without_commas(c) for c in r] for r in one] for one in same), title
        compared += sum(1 for _ in figure.every("td"))
    assert compared > 300


def test_every_drawing_is_a_picture_that_says_in_words_what_it_shows(document, page):
    drawings = list(tree(page).first("main").every("svg"))
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(said) == len(drawings) > 6
    assert said == [words_of(svg.first("desc") or svg.first("title")) for svg in drawings]


def test_chapters_are_numbered_headings(document):
    heads = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert heads[:4] == ["摘要", "辖区概况", "评价方案与依据", "服务覆盖"]
    counted = [p for p in document.element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"]
    # The ten chapters are counted by Word, the three appendices say their letter themselves.
    assert [p.find(f"{W}pPr/{W}numPr") is None for p in counted] == [True] * 10 + [False] * 3


def test_the_contents_are_a_field_that_leads_to_every_chapter(document):
    body = document.element.body
    assert any("TOC" in (code.text or "") for code in body.iter(f"{W}instrText"))
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert len(links) >= 13
    assert set(links) <= marks


def test_wide_tables_lie_on_their_side_and_heads_are_repeated(document):
    papers = {(section.orientation, round(section.page_width.mm), round(section.page_height.mm)) for section in document.sections}
    assert papers == {(0, 210, 297), (1, 297, 210)}
    for table in document.tables:
        if len(table.rows) > 5 and len(table.columns) > 2:
            assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


def test_no_table_is_wider_than_its_paper(document):
    for table in document.element.body.iter(f"{W}tbl"):
        assert sum(int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")) <= round(257 / 25.4 * 1440) + 20


def test_east_asian_letters_have_their_own_font_and_tongue(document):
    fonts = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert fonts.find(f"{W}rFonts").get(f"{W}eastAsia") == "SimSun"
    assert fonts.find(f"{W}lang").get(f"{W}val") == "zh-CN"
    assert document.styles["Heading 1"].element.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "SimHei"


def test_equal_pages_give_equal_bytes(page, white, tmp_path):
    for name in ("a.docx", "b.docx"):
        write_document(tmp_path / name, page, painter=white, report_date="2026-11-20")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
        about = archive.read("docProps/core.xml").decode("utf-8")
    assert "python-docx" not in about
    assert "2026-11-20T00:00:00Z" in about


def test_there_is_no_outside_link_no_macro_and_nothing_executable(page, white):
    with zipfile.ZipFile(io.BytesIO(document_bytes(page, painter=white))) as archive:
        relations = "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".rels"))
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "embedding" in name.lower()]
    assert "External" not in relations


def test_properties_stand_in_the_order_that_word_asks_for(page, white):
    with zipfile.ZipFile(io.BytesIO(document_bytes(page, painter=white))) as archive:
        parts = {name: docx.oxml.parse_xml(archive.read(name)) for name in archive.namelist() if re.match(r"word/\w+\.xml", name)}
    assert {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml"} <= set(parts)
    for name, part in parts.items():
        for kind, order in ORDER.items():
            for element in part.iter(f"{W}{kind}"):
                ranks = [order.index(child.tag.removeprefix(W)) for child in element if child.tag.startswith(W)]
                assert ranks == sorted(ranks), (name, kind, [child.tag.removeprefix(W) for child in element])


def test_hostile_text_stays_text(make, make_page, results):
    document = make(make_page(replace(results, title=HOSTILE)))
    said = of_document(document)
    assert "<script>alert(1)</script>&{{7*7}}=HYPERLINK(1)" in said
    assert not list(document.element.body.iter("script"))


def test_a_long_name_keeps_the_cover_one_page(make, make_page, results):
    name = "江苏省苏州市吴中区人民政府长桥街道办事处第一社区居民委员会望湖新村片区工作站综合服务点"
    document = make(make_page(replace(results, title=name)))
    # The free room shrinks by the two lines more; it never grows beyond the page.
    gaps = [p for p in document.element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Spacer"]
    free = sum(int(p.find(f"{W}pPr/{W}spacing").get(f"{W}before")) for p in gaps[:2]) / 20
    assert 80 < free < 350


def test_a_stop_is_heard_while_the_document_is_written(page, white):
    class Stopping(Silent):
        def at(self, share, doing=None):
            if share > 0.2:
                raise Cancelled

    with pytest.raises(Cancelled):
        document_bytes(page, painter=white, progress=Stopping())


def test_a_folder_that_is_not_there_is_named(tmp_path, page, white):
    with pytest.raises(InputError, match="does not exist"):
        write_document(tmp_path / "nowhere" / "report.docx", page, painter=white)


def test_the_briefing_repeats_the_report(briefing, page):
    report = of_page(page)
    html = tree(briefing)
    points = [squeezed(words_of(item)) for item in html.every("li")]
    # Five sentences, three measures, three caveats.
    assert len(points) == 11
    assert all(point in report for point in points)
    rows = [[squeezed(words_of(cell)) for cell in row.elements] for row in html.first("table").every("tr")][1:]
    assert len(rows) == 9
    for name, *cells in rows:
        assert all(cell in report for cell in (name, *cells))


def test_the_briefing_has_one_paper_and_one_map(make, briefing):
    document = make(briefing)
    assert len(document.sections) == 1
    assert len(document.inline_shapes) == 1


def test_an_english_briefing_is_english(results, make):
    document = make(briefing_html(results, language="en", translate=english))
    assert "Briefing" in of_document(document)
    assert document.core_properties.language == "en"


def test_many_categories_are_cut_in_the_briefing_and_counted(results, monkeypatch):
    monkeypatch.setattr(briefings, "MOST_ROWS", 4)
    page = briefing_html(results, language="en", translate=english)
    assert len(list(tree(page).first("tbody").every("tr"))) == 4
    assert "The other 5 categories stand in table 1-1 of the report." in page
