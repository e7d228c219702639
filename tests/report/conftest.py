"""The invented district's results and the words of both languages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def _load(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def invented():
    """The module that makes results of an invented district."""
    return _load("report_fixture", HERE / "fixture.py")


@pytest.fixture(scope="session")
def chinese(root):
    """A translator into Chinese, from the catalogue itself."""
    catalogue = _load("report_catalogue", root / "i18n" / "catalogue.py")
    words = catalogue.read(catalogue.CHINESE)
    return lambda source: words.get(source, source)


@pytest.fixture(scope="session")
def results(invented):
    """The invented district with targets."""
    return invented.district()


@pytest.fixture(scope="session")
def make_page(chinese):
    """The report of results as one text."""
    from community3d.layers.words import english
    from community3d.processing.report.page import report_html

    def make(results, *, language="zh", report_date="2026-11-20"):
        return report_html(results, language=language, translate=chinese if language == "zh" else english, report_date=report_date)

    return make


@pytest.fixture(scope="session")
def page(results, make_page):
    """The Chinese report of the invented district."""
    return make_page(results)


@pytest.fixture(scope="session")
def white():
    """A painter without Qt."""
    return _load("report_pictures", HERE / "pictures.py").white
