"""The Word documents as LibreOffice prints them."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from community3d.layers.words import english
from community3d.processing.report.briefing import briefing_html
from community3d.processing.report.word.document import write_document

pytest.importorskip("docx")
OFFICE, TEXT = shutil.which("soffice"), shutil.which("pdftotext")
LONG_NAME = "江苏省苏州市吴中区人民政府长桥街道办事处第一社区居民委员会望湖新村片区工作站综合服务点"

pytestmark = [pytest.mark.long, pytest.mark.skipif(not (OFFICE and TEXT), reason="LibreOffice (soffice) or pdftotext is absent")]


@pytest.fixture(scope="module")
def kinds(invented):
    """Results of the kinds that make a page longer or shorter."""
    results = invented.district()
    summary = results.summary.assign(name=results.summary["name"].where(results.summary["name"].isna(), LONG_NAME))
    return {
        "targets": results,
        "no_targets": invented.district(targets=""),
        "no_areas": invented.district(targets="", with_areas=False),
        "residents": invented.district(weight="residents"),
        "long_names": replace(results, title=LONG_NAME, summary=summary),
        "many": invented.district(communities=60),
    }


@pytest.fixture(scope="module")
def printed(kinds, make_page, chinese, white, tmp_path_factory):
    """The words of every page of every document, by its name."""
    folder = tmp_path_factory.mktemp("word")
    for name, results in kinds.items():
        for language, translate in (("zh", chinese), ("en", english)):
            brief = briefing_html(results, language=language, translate=translate, report_date="2026-11-20")
            write_document(folder / f"brief_{name}_{language}.docx", brief, painter=white)
            if name in ("targets", "no_targets"):
                write_document(folder / f"report_{name}_{language}.docx", make_page(results, language=language), painter=white)
    files = sorted(path.name for path in folder.glob("*.docx"))
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run([OFFICE, home, "--headless", "--convert-to", "pdf", *files], cwd=folder, check=True, capture_output=True, timeout=900)
    return {path.stem: pages(path) for path in folder.glob("*.pdf")}


def pages(path) -> list[str]:
    said = subprocess.run([TEXT, "-layout", str(path), "-"], check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    return said.split("\f")[:-1]


def test_every_document_opens(printed):
    assert len(printed) == 6 * 2 + 4


def test_a_briefing_is_exactly_one_page(printed):
    counts = {name: len(found) for name, found in printed.items() if name.startswith("brief")}
    assert set(counts.values()) == {1}, counts


def test_the_summary_of_a_report_is_one_page(printed):
    # Cover, contents, summary; the next page begins chapter 2.
    for name, found in printed.items():
        if name.startswith("report"):
            assert re.search("摘要|Summary", found[2]), name
            assert re.search(r"^\s*2 (辖区概况|The area)", found[3], re.M), name


def test_every_community_has_one_page(printed):
    for name, found in printed.items():
        if name.startswith("report"):
            begun = [k for k, page in enumerate(found) if re.search(r"^\s*(附录|Appendix) A-00\d ", page, re.M)]
            # Five communities one after the other, then appendix B.
            assert begun == list(range(begun[0], begun[0] + 5)), name
            assert re.search(r"^\s*(附录|Appendix) ?B", found[begun[-1] + 1], re.M), name


def test_no_page_of_a_report_is_empty(printed):
    for name, found in printed.items():
        for number, page in enumerate(found, start=1):
            lines = [line for line in page.splitlines() if line.strip()]
            # Beside its running head and foot.
            assert len(lines) > 2, (name, number)
