"""The report: one HTML file without script or outside request, printing to A4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Union

from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import Text, Translator, text
from ...styles.look import palette, surface
from ..engine.results import Results
from . import advice, area_tables, certainty, charts, data_tables, estimates, groups, maps, method, sentences, standards, tables, weights
from .facts import Facts, facts_of
from .numbers import MISSING, Number, date_words, decimal
from .places import has_areas
from .quality.words import short

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
SURFACES = {"pass-text": "good", "fail-text": "bad", "water": "water", "shore": "shore", "green": "green"}


class Printed(Protocol):
    """What a page is made of: its language, zh or en, and the translator into it."""

    language: str
    translate: Translator


@dataclass(frozen=True)
class Chapter:
    """One chapter: its number, its title and, where it is left out, the sentence that says why."""

    number: str
    title: Text
    reason: Text | None = None

    @property
    def anchor(self) -> str:
        """The id of the chapter in the page."""
        return f"chapter-{self.number}"


def write_report(
    path: Path | str, results: Results, *, language: str, translate: Translator, report_date: str = "", progress: Progress = SILENT
) -> None:
    """Write the report of the results; equal inputs give equal bytes.

    language is zh or en, report_date is 2026-06-30 or empty. Raises InputError where the file cannot be written.
    """
    asked = partial(report_html, results, language=language, translate=translate, report_date=report_date)
    page = aside(progress, lambda relay: asked(progress=relay))
    with replacing(path) as temporary:
        temporary.write_bytes(page.encode("utf-8"))


def report_html(results: Results, *, language: str, translate: Translator, report_date: str = "", progress: Progress = SILENT) -> str:
    """The report as one text."""
    facts = facts_of(results, language=language, translate=translate)
    return "".join(_pieces(facts, report_date, progress))


def _pieces(facts: Facts, report_date: str, progress: Progress) -> Iterator[str]:
    template = environment(facts).get_template("report.html.j2")
    chapters = chapters_of(facts)
    buffered = template.stream(facts=facts, date=report_date, chapters=chapters, **_makers(facts))
    buffered.enable_buffering(200)
    for k, piece in enumerate(buffered):
        progress.at(min(0.9, 0.02 * k), text("Writing the report"))
        yield piece


def _makers(facts: Facts) -> dict[str, object]:
    """What the templates call while they are written: nothing is computed before its chapter is reached."""
    return {
        "settings": facts.results.settings,
        "results": facts.results,
        "sentences": sentences,
        "tables": tables,
        "area_tables": area_tables,
        "data_tables": data_tables,
        "certainty": certainty,
        "charts": charts,
        "maps": maps,
        "method": method,
        "advice": advice,
        "estimates": estimates,
        "groups": groups,
        "standards": standards,
        "weights": weights,
        "has_areas": has_areas(facts),
        "estimated": estimates.is_estimate(facts),
        "stylesheet": (TEMPLATES / "report.css").read_text(encoding="utf-8"),
        "colours": colours(),
    }


def colours() -> dict[str, str]:
    """The palette's colours by the names the stylesheet uses; a page on paper is light."""
    shades = palette()
    steps = {f"step{k - 1 if k else '-1'}": colour for k, colour in enumerate(shades["ramp"]["light"])}
    why = {f"why-{reason}": colour for reason, colour in shades["why"]["light"].items()}
    boundaries = {f"boundary-{level}": colour for level, colour in shades["boundaries"]["light"].items()}
    named = {"pass": steps["step4"], "fail": steps["step0"], "bar": shades["covered"]["light"]["yes"]}
    surfaces = {name: surface("light", token) for name, token in SURFACES.items()}
    return {**steps, **why, **boundaries, **named, **surfaces}


def chapters_of(facts: Facts) -> list[Chapter]:
    """All chapters in their fixed order; numbering never shifts."""
    later = text("This run does not include this part; the chapter is left out.")
    return [
        Chapter("1", text("Summary")),
        Chapter("2", text("The area")),
        Chapter("3", text("Scheme and sources")),
        Chapter("4", text("Coverage of services")),
        Chapter("5", text("Facility standards"), None if standards.is_judged(facts) else later),
        Chapter("6", text("Community scale and grid staffing"), later),
        Chapter("7", text("Shortfalls and measures"), later),
        Chapter("8", text("Method of the check")),
        Chapter("9", text("Data quality")),
        Chapter("10", text("Certainty and limits")),
        Chapter("A", text("Appendix A: communities"), later),
        Chapter(
            "B",
            text("Appendix B: limits, sources, terms"),
            text("All limits and their sources stand in table {number}; this part is left out.", number="3-1"),
        ),
        Chapter("C", text("Appendix C: parameters and files")),
    ]


def environment(facts: Printed) -> jinja2.Environment:
    """The templates with everything escaped and the words of the report's language."""
    import jinja2

    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    def say(words: Union[Text, Number, str]) -> Markup:
        return html(words, facts.translate)

    def written(source: str, **values: object) -> Markup:
        return html(Text(source, values), facts.translate)

    found.filters.update(say=say, dated=lambda iso: date_words(iso, facts.language), css_text=css_text, decimal=decimal, shorten=short)
    comma = "、" if facts.language == "zh" else ", "
    found.globals.update(_=written, lang="zh-CN" if facts.language == "zh" else "en", missing=MISSING, comma=comma)
    return found


def html(words: Union[Text, Number, str], translate: Translator) -> Markup:
    """Words as escaped markup; numbers carry their figure's id."""
    from markupsafe import escape

    if not isinstance(words, Text):
        return escape(words)
    values = {name: html(value, translate) if isinstance(value, Text) else value for name, value in words.values.items()}
    return escape(translate(words.source)).format(**values)


def css_text(words: str) -> str:
    """A text inside a CSS string: everything but letters and digits as code points, so that no text ends the style."""
    return "".join(character if character.isalnum() else f"\\{ord(character):06x}" for character in words)
