"""The pages of the help: nothing they name is missing, and both languages say the same."""

from __future__ import annotations

import importlib.util
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HELP = ROOT / "plugin" / "help"
LANGUAGES = ("zh", "en")
MOST_BYTES = 1_000_000


class Page(HTMLParser):
    """What a page holds: links, anchors, headings, words of buttons, pictures."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.links, self.anchors, self.pictures, self.headings, self.tags = path, [], set(), [], [], set()
        self.words: list[str] = []
        self._inside: str | None = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        self.anchors |= {given["id"]} if "id" in given else set()
        self.links += [given["href"]] if "href" in given else []
        self.pictures += [given["src"]] if "src" in given else []
        self.headings += [tag] if tag in ("h1", "h2", "h3") else []
        if given.get("class") == "word":
            self.words.append("")
            self._inside = tag

    def handle_endtag(self, tag):
        self._inside = None if tag == self._inside else self._inside

    def handle_data(self, data):
        if self._inside:
            self.words[-1] += data


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return {(language, path.stem): Page(path) for language in LANGUAGES for path in (HELP / language).glob("*.html")}


@pytest.fixture(scope="module")
def chinese() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "i18n" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read(module.CHINESE)


def test_both_languages_have_the_same_pages_with_the_same_headings(pages):
    for language, name in pages:
        other = pages[("en" if language == "zh" else "zh", name)]
        assert pages[(language, name)].headings == other.headings, name
        assert pages[(language, name)].anchors == other.anchors, name
        assert pages[(language, name)].headings.count("h1") == 1, name


def test_every_link_leads_somewhere(pages):
    broken = []
    for page in pages.values():
        for link in page.links:
            file, _, anchor = link.partition("#")
            target = (page.path.parent / file).resolve() if file else page.path
            known = target.suffix != ".html" or (target.is_file() and (not anchor or anchor in Page(target).anchors))
            broken += [] if target.is_file() and known else [f"{page.path.name}: {link}"]
    assert not broken


def test_every_picture_is_there_and_used(pages):
    used = {(page.path.parent / picture).resolve() for page in pages.values() for picture in page.pictures}
    assert all(picture.is_file() for picture in used)
    assert used == set((HELP / "pictures").iterdir())


def test_pages_are_plain_and_point_nowhere_outside(pages):
    for page in pages.values():
        assert not page.tags & {"script", "iframe", "object", "form", "style"}, page.path.name
        assert "http:" not in page.path.read_text("utf-8"), page.path.name
        assert "https:" not in page.path.read_text("utf-8"), page.path.name
    assert "url(" not in (HELP / "help.css").read_text("utf-8")


def test_the_help_stays_small():
    files = [path for path in HELP.rglob("*") if path.is_file() and path.suffix in {".html", ".css"}]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_buttons_are_called_as_they_are_called(pages, chinese):
    wrong = []
    for (language, name), page in pages.items():
        known = set(chinese) if language == "en" else set(chinese.values())
        wrong += [f"{language}/{name}: {word}" for word in page.words if not {word, f"{word}…", word.rstrip("…")} & known]
    assert not wrong


def test_both_languages_name_the_same_buttons(pages, chinese):
    forms = {}
    for source, target in chinese.items():
        forms.setdefault(target.rstrip("…"), set()).add(source.rstrip("…"))
    for (language, name), page in pages.items():
        if language == "zh":
            english = pages[("en", name)].words
            assert len(page.words) == len(english), name
            unlike = [pair for pair in zip(page.words, english) if pair[1].rstrip("…") not in forms.get(pair[0].rstrip("…"), set())]
            assert not unlike, name


@pytest.mark.qgis
def test_every_algorithm_has_a_page_that_names_all_its_parameters(qgis_app, pages):
    from community3d.processing.provider import ALGORITHMS
    from qgis.PyQt.QtCore import QUrl

    for algorithm in (made() for made in ALGORITHMS):
        algorithm.initAlgorithm({})
        keys = {definition.name() for definition in algorithm.parameterDefinitions()}
        for language in LANGUAGES:
            missing = keys - pages[(language, algorithm.name())].anchors
            assert not missing, f"{language}/{algorithm.name()}: {missing}; run .ci/pages.py"
        assert Path(QUrl(algorithm.helpUrl()).toLocalFile()).name == f"{algorithm.name()}.html"


@pytest.mark.qgis
def test_a_page_opens_in_the_language_of_the_help(qgis_app, monkeypatch):
    from community3d.plugin import help_pages
    from qgis.core import QgsSettings

    opened = []
    monkeypatch.setattr(help_pages.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    try:
        for language in LANGUAGES:
            QgsSettings().setValue(help_pages.SETTING, language)
            assert help_pages.open_page("quickstart", "open")
            assert opened[-1].isLocalFile()
            assert opened[-1].toString().endswith(f"/plugin/help/{language}/quickstart.html#open")
    finally:
        QgsSettings().remove(help_pages.SETTING)


@pytest.mark.qgis
def test_an_unknown_page_opens_the_first(qgis_app):
    from community3d.i18n import pages

    assert pages.path("none", "fr") == pages.FOLDER / "en" / "quickstart.html"
