"""The report: one HTML file without script or outside request, printing to A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Union

from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import Text, Translator, text
from ...styles.look import palette, surface
from ..engine.results import Results
from . import data_tables, estimates
from .blocks import Block, Chapter
from .contents import appendix_files, chapters_of
from .facts import Facts, facts_of
from .numbers import MISSING, Number, date_words, decimal
from .places import places_of
from .quality.words import short

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

MOST_PAGES, MOST_BYTES = 200, 15_000_000  # of communities; of the file
TEMPLATES = Path(__file__).parent / "templates"
SURFACES = {"pass-text": "good", "fail-text": "bad", "water": "water", "shore": "shore", "green": "green"}


class Printed(Protocol):
    """What a page is made of: its language, zh or en, and the translator into it."""

    language: str
    translate: Translator


def write_report(
    path: Path | str, results: Results, *, language: str, translate: Translator, report_date: str = "", progress: Progress = SILENT
) -> None:
    """Write the report of the results; equal inputs give equal bytes.

    language is zh or en, report_date is 2026-06-30 or empty. With more than 200 communities, or above 15 MB, the pages of the
    communities go to a file for each sub-district beside it. Raises InputError where a file cannot be written.
    """
    facts = facts_of(results, language=language, translate=translate)
    pages = aside(progress, lambda relay: _files(facts, Path(path).name, report_date, relay))
    for name, page in pages.items():
        with replacing(Path(path).with_name(name)) as temporary:
            temporary.write_bytes(page)


def _files(facts: Facts, name: str, report_date: str, progress: Progress) -> dict[str, bytes]:
    """The files by name, the report itself last: what it links to is there when it appears."""
    if len(places_of(facts, "community")) <= MOST_PAGES:
        whole = _text(facts, chapters_of(facts), report_date, progress).encode("utf-8")
        if len(whole) <= MOST_BYTES:
            return {name: whole}
    apart = appendix_files(facts)
    found = {}
    for k, (file, chapter) in enumerate(apart.items()):
        found[file] = _text(facts, [chapter], report_date, progress.part(k / len(apart) / 2, (k + 1) / len(apart) / 2)).encode("utf-8")
    return {**found, name: _text(facts, chapters_of(facts, apart=True), report_date, progress.part(0.5, 1)).encode("utf-8")}


def report_html(results: Results, *, language: str, translate: Translator, report_date: str = "", progress: Progress = SILENT) -> str:
    """The whole report as one text."""
    facts = facts_of(results, language=language, translate=translate)
    return _text(facts, chapters_of(facts), report_date, progress)


def _text(facts: Facts, chapters: Sequence[Chapter], report_date: str, progress: Progress) -> str:
    """These chapters as one page; cover and contents stand before them unless it is the appendix alone."""
    template = environment(facts).get_template("report.html.j2")
    watched = [replace(chapter, blocks=partial(_watched, chapter, k / len(chapters), progress)) for k, chapter in enumerate(chapters)]
    buffered = template.stream(facts=facts, date=report_date, chapters=watched, front=len(chapters) > 1, **makers(facts))
    buffered.enable_buffering(200)
    return "".join(buffered)


def _watched(chapter: Chapter, share: float, progress: Progress) -> Iterator[Block]:
    """The chapter's blocks; before each is made it is asked whether to go on."""
    progress.at(share, text("Writing the report"))
    for block in chapter.blocks():
        yield block
        progress.at(share)


def makers(facts: Facts) -> dict[str, object]:
    """What the templates of cover and frame use."""
    return {
        "settings": facts.results.settings,
        "results": facts.results,
        "data_tables": data_tables,
        "estimates": estimates,
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
    found.filters["kind"] = lambda block: type(block).__name__
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
