"""What the page's drawings hand to a painter."""

from __future__ import annotations

import re

import pytest
from community3d.processing.report.word.drawing import KNOWN, Hatch, Line, Outline, drawing_of
from community3d.processing.report.word.looks import looks, stylesheet
from community3d.processing.report.word.paths import TAKES, steps_of
from community3d.processing.report.word.tree import Element, tree, words_of


@pytest.fixture(scope="module")
def drawings(page):
    html = tree(page)
    sheet = stylesheet(words_of(html.first("style")), "zh")
    return [drawing_of(svg, sheet, (html,)) for svg in html.every("svg")]


def drawn(svg: str, css: str = ""):
    html = tree(f"<html><body>{svg}</body></html>")
    return drawing_of(html.first("svg"), stylesheet(css, "zh"), (html,))


def test_relative_steps_become_places():
    assert steps_of("M1 2l3 4h5v-1z") == (("M", (1, 2)), ("L", (4, 6)), ("L", (9, 6)), ("L", (9, 5)), ("Z", ()))


def test_a_step_without_letter_goes_on_as_a_line():
    assert steps_of("M1 2 3 4m1 1 2 2") == (("M", (1, 2)), ("L", (3, 4)), ("M", (4, 5)), ("L", (6, 7)))


def test_a_smooth_curve_mirrors_the_handle_before_it():
    assert steps_of("M0 0C1 2 3 4 5 4S9 8 10 4")[2] == ("C", (7, 4, 9, 8, 10, 4))


def test_the_later_and_the_closer_rule_wins():
    sheet = stylesheet(
        ":root { --red: #ff0000; } text { fill: #000000; } .chart .word { fill: var(--red); } .word { fill: #00ff00; }", "zh"
    )
    inside, outside = Element("text", {"class": "word"}), Element("text", {"class": "word"})
    assert looks(sheet, (Element("svg", {"class": "chart"}), inside))["fill"] == "#ff0000"
    assert looks(sheet, (Element("svg", {}), outside))["fill"] == "#00ff00"


def test_rules_of_another_language_or_medium_do_not_hold():
    sheet = stylesheet("td { color: #111111; } :lang(en) td { color: #222222; } @media print { td { color: #333333; } }", "zh")
    assert looks(sheet, (Element("td", {}),)) == {"color": "#111111"}


def test_a_hatch_is_a_tile_with_its_own_look():
    drawing = drawn(
        '<svg viewBox="0 0 10 10"><defs><pattern id="p" width="4" height="6" patternTransform="rotate(45)">'
        '<line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs><rect class="a" fill="url(#p)" width="5" height="5"/></svg>',
        ".hatch { stroke: #abc; stroke-width: 2px; } .a { stroke: none; }",
    )
    (shape,) = drawing.items
    assert isinstance(shape.fill, Hatch)
    assert (shape.fill.width, shape.fill.height, shape.fill.angle) == (4, 6, 45)
    assert (shape.fill.items[0].stroke, shape.fill.items[0].stroke_width) == ("#aabbcc", 2)
    assert shape.stroke is None


def test_words_keep_their_looks_one_after_the_other():
    drawing = drawn(
        '<svg viewBox="0 0 9 9"><text x="1" y="2" text-anchor="end">养老 <tspan class="small" dx="2">5 分钟</tspan></text></svg>',
        "svg text { fill: #123456; } text { font-size: 9px; font-weight: 700; } .small { font-size: 8px; font-weight: 400; }",
    )
    (line,) = drawing.items
    assert (line.x, line.y, line.anchor) == (1, 2, "end")
    assert [(p.words, p.right, p.size, p.bold) for p in line.pieces] == [("养老 ", 0, 9, True), ("5 分钟", 2, 8, False)]


def test_what_a_group_cuts_off_is_told():
    svg = '<svg viewBox="0 0 9 9"><defs><clipPath id="c"><rect x="1" y="2" width="3" height="4"/></clipPath></defs>'
    drawing = drawn(svg + '<g clip-path="url(#c)"><circle cx="1" cy="1" r="1"/></g></svg>')
    assert drawing.items[0].clip == (1, 2, 3, 4)


def test_no_template_draws_what_a_painter_does_not_know(root):
    for path in (root / "processing/report/templates").glob("*.svg.j2"):
        source = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert {tag.lower() for tag in re.findall(r"<(\w+)", source)} <= KNOWN, path.name
        letters = {letter for data in re.findall(r'\sd="([^"]*)"', source) for letter in re.findall("[A-Za-z]", data)}
        assert {letter.upper() for letter in letters} <= set(TAKES), path.name


def test_everything_in_the_report_has_a_colour_or_a_line(drawings):
    assert len(drawings) > 6
    for drawing in drawings:
        assert drawing.title
        assert drawing.items
        for item in drawing.items:
            if isinstance(item, Outline):
                assert item.fill is not None or item.stroke is not None
            else:
                assert isinstance(item, Line)
                assert all(piece.size > 0 and piece.colour.startswith("#") for piece in item.pieces)


def test_the_bars_are_as_long_as_their_rates(drawings, results):
    fills = {item.fill for item in drawings[0].items if isinstance(item, Outline) and isinstance(item.fill, str)}
    widths = sorted(
        item.steps[1][1][0] - item.steps[0][1][0] for item in drawings[0].items if isinstance(item, Outline) and item.fill in fills
    )
    rates = sorted(f.value for name, f in results.figures.items() if re.fullmatch(r"rate\.\w+", name) and f.value is not None)
    assert max(widths) / max(rates) == pytest.approx(widths[-2] / rates[-2], rel=1e-3)
