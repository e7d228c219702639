"""The locator finds doorplates, areas and facilities of the bound workspace, off the main thread."""

from __future__ import annotations

import threading

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def search(desk, window, town_files):
    """What the filter finds for words, asked in another thread as the locator does."""
    from qgis.core import QgsFeedback, QgsLocatorContext

    desk.binding.bind(town_files[0])
    original = next(found for found in window.filters if found.prefix() == "mph")

    def asked(words):
        found, clone = [], original.clone()
        clone.resultFetched.connect(lambda result: found.append(result), type=DIRECT())
        thread = threading.Thread(target=clone.fetchResults, args=(words, QgsLocatorContext(), QgsFeedback()))
        thread.start()
        thread.join()
        return found

    return asked


def DIRECT():  # noqa: N802
    from qgis.PyQt.QtCore import Qt

    return Qt.ConnectionType.DirectConnection


@pytest.mark.parametrize(
    ("words", "name"), [("西片社区", "西片社区"), ("990106001002", "东片社区"), ("运河公园", "运河公园"), ("D07", None)]
)
def test_names_codes_and_ids_are_found(search, words, name):
    found = search(words)
    assert found
    assert len(found) <= 20
    if name:
        assert name in {each.displayString for each in found}


def test_signs_of_a_pattern_are_only_letters(search):
    assert search("%%") == []
    assert search("__") == []
    assert search("' OR 1=1") == []


def test_one_letter_is_too_little_and_no_workspace_finds_nothing(search, desk):
    assert search("D") == []
    desk.binding.close()
    assert search("D07") == []


def test_the_map_flies_to_what_is_chosen(search, window):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas = window.mapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    found = next(each for each in search("运河公园") if each.displayString == "运河公园")
    next(each for each in window.filters if each.prefix() == "mph").triggerResult(found)
    # F02 lies at (600, 320) of the town's origin (560000, 3460000).
    assert canvas.center().x() == pytest.approx(560_600, abs=1)
    assert canvas.center().y() == pytest.approx(3_460_320, abs=1)
