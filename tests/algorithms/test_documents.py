"""The Word part of a district check: its pictures, and what happens without its package."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def log():
    from community3d.layers.progress import Silent

    class Log(Silent):
        def __init__(self):
            self.said = []

        def warn(self, words):
            self.said.append(str(words))

    return Log()


def colours(png):
    """The colour of a dot by its place, as #rrggbb."""
    from qgis.PyQt.QtGui import QImage

    image = QImage.fromData(png)
    return image, lambda x, y: image.pixelColor(round(x), round(y)).name()


def painted(*items):
    from community3d.processing.algorithms.painting import paint
    from community3d.processing.report.word.drawing import Drawing

    # 25.4 mm at 300 dots to the inch: 300 dots, 30 to a unit.
    return colours(paint(Drawing(0, 0, 10, 5, items, "t", "d"), 25.4))


def test_a_shape_lies_where_the_drawing_says(qgis_app):
    from community3d.processing.report.word.drawing import Outline
    from community3d.processing.report.word.paths import box

    image, at = painted(Outline(box(2, 1, 4, 2), "#c02040", None, 0.0), Outline(box(7, 1, 2, 2), None, "#004080", 0.5))
    assert (image.width(), image.height(), round(image.dotsPerMeterX() * 0.0254)) == (300, 150, 300)
    assert [at(30 * x, 30 * y) for x, y in ((4, 2), (1, 2), (7, 2), (8, 2))] == ["#c02040", "#ffffff", "#004080", "#ffffff"]


def test_nothing_shows_outside_its_box_and_a_hole_stays_open(qgis_app):
    from community3d.processing.report.word.drawing import Outline
    from community3d.processing.report.word.paths import box, steps_of

    ring = steps_of("M6 0h4v4h-4zM7 1v2h2v-2z")
    _, at = painted(Outline(box(0, 0, 5, 5), "#004080", None, 0.0, clip=(1, 1, 2, 2)), Outline(ring, "#004080", None, 0.0))
    assert [at(30 * x, 30 * y) for x, y in ((2, 2), (4, 2), (6.5, 2), (8, 2))] == ["#004080", "#ffffff", "#004080", "#ffffff"]


def test_a_hatch_leaves_the_ground_between_its_lines(qgis_app):
    from community3d.processing.report.word.drawing import Hatch, Outline
    from community3d.processing.report.word.paths import box, line

    lines = Outline(line(0, 0, 0, 1), None, "#000000", 0.6)
    _, at = painted(Outline(box(0, 0, 10, 5), Hatch(1, 1, 0.0, (lines,)), None, 0.0))
    assert at(30 * 3 + 2, 60) == "#000000"
    assert at(30 * 3 + 15, 60) == "#ffffff"


def test_a_dot_is_a_line_of_no_length_with_round_ends(qgis_app):
    from community3d.processing.report.word.drawing import Outline
    from community3d.processing.report.word.paths import steps_of

    _, at = painted(Outline(steps_of("M5 2h0"), None, "#c02040", 1.0, cap="round"))
    assert [at(30 * x, 60) for x in (5, 5.4, 5.7)] == ["#c02040", "#c02040", "#ffffff"]


def test_words_are_drawn_in_their_place(qgis_app):
    from community3d.processing.report.word.drawing import Line, Piece

    _, at = painted(Line(5, 4, (Piece("口", 0, 0, 3, True, "#000000"),), "middle"))
    dark = [x for x in range(300) for y in range(0, 150, 3) if at(x, y) == "#000000"]
    assert min(dark) > 90
    assert max(dark) < 210


def test_equal_drawings_give_equal_pictures(qgis_app):
    from community3d.processing.algorithms.painting import paint
    from community3d.processing.report.word.drawing import Drawing, Line, Piece

    drawing = Drawing(0, 0, 10, 5, (Line(5, 4, (Piece("养老 67.0%", 0, 0, 2, False, "#1c2430"),), "middle", "#ffffff", 0.5),), "t", "d")
    assert paint(drawing, 60) == paint(drawing, 60)


def test_a_missing_package_costs_only_the_word_documents(qgis_app, log, monkeypatch):
    from community3d.processing import environment
    from community3d.processing.algorithms import documents

    monkeypatch.setattr(environment, "WORD", {"python-docx-of-tomorrow": (1, 0)})
    assert documents.possible(["database", "report", "docx"], log) == ["database", "report"]
    assert "The package python-docx-of-tomorrow is missing; version 1.0 or newer is needed." in log.said
    assert any("pip install" in words for words in log.said)
    assert log.said[-1] == "The Word documents are left out of this run."
    # Asked for alone, the run is refused with the same words.
    assert documents.possible(["docx"], log) == ["docx"]


def test_with_the_package_all_parts_stay(qgis_app, log):
    from community3d.processing.algorithms import documents

    assert documents.possible(["report", "docx"], log) == ["report", "docx"]
    assert log.said == []
