"""The briefing (简报): the report's conclusion on one page, made of the report's own pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...layers.words import Text, Translator, text
from ..engine.results import Results
from . import advice, estimates, maps, sentences, tables
from .blocks import Block, Heading, Pair, paragraph, points
from .facts import Facts, facts_of
from .numbers import date_words
from .page import environment, makers

MOST_ROWS = 9
SHORT = (0, 2, 3, 5, 6)  # of the columns of table 1-1: without limit and range
MAP_WIDTH, MAP_HEIGHT = 9000, 8500  # hundredths of a millimetre


def briefing_html(results: Results, *, language: str, translate: Translator, report_date: str = "") -> str:
    """The briefing as a page."""
    facts = facts_of(results, language=language, translate=translate)
    template = environment(facts).get_template("briefing.html.j2")
    return template.render(facts=facts, date=report_date, blocks=list(blocks(facts, report_date)), **makers(facts))


def blocks(facts: Facts, report_date: str) -> Iterator[Block]:
    """What was found, where, what to do first and what to keep in mind."""
    yield paragraph(_stand(facts, report_date), look="brief-facts")
    if estimates.is_estimate(facts):
        yield paragraph(estimates.first_sentence(facts), look="first estimate")
    elif not facts.has_targets:
        yield paragraph(sentences.no_targets(), look="first")
    yield points(sentences.summary(facts))
    measures = advice.measures(facts)
    done = points(measures) if measures else paragraph(text("Nothing is missed, so nothing is proposed."))
    sheet = small_map(facts)
    yield Pair((short_results(facts), Heading(text("Measures first")), done), () if sheet is None else (sheet,))
    yield Heading(text("To keep in mind"))
    yield points(advice.caveats(facts))


def small_map(facts: Facts) -> maps.Sheet | None:
    """Map 4-2 at half the width: names where they fit, no numbers, no scale in figures; of the credits what a licence asks for."""
    sheet = maps.completeness_map(facts, width=MAP_WIDTH, highest=MAP_HEIGHT)
    if sheet is None:
        return None
    panels = tuple(replace(panel, labels=tuple(label for label in panel.labels if not label.words.isdigit())) for panel in sheet.panels)
    kept = (maps.osm_credit(),) if maps.uses_osm(facts) else ()
    height = sheet.height - (len(sheet.credits) - len(kept)) * maps.CREDIT_LINE
    return replace(sheet, panels=panels, credits=kept, height=height, scale="", list_below="")


def _stand(facts: Facts, report_date: str) -> Text:
    """What was judged by, and of when."""
    standard = facts.results.settings.profile.title(facts.language)
    data, report = (date_words(date, facts.language) for date in (facts.data_date, report_date))
    if report:
        return text("Standard: {standard}. Data as of {data}. Report date: {report}.", standard=standard, data=data, report=report)
    return text("Standard: {standard}. Data as of {data}.", standard=standard, data=data)


def short_results(facts: Facts) -> tables.Table:
    """Table 1-1 with fewer columns and its first rows; what is left out is said."""
    whole = tables.main_results(facts)
    rows = tuple(replace(row, cells=tuple(row.cells[k] for k in SHORT)) for row in whole.rows[:MOST_ROWS])
    more = len(whole.rows) - len(rows)
    notes = (text("The other {count} categories stand in table 1-1 of the report.", count=more),) if more else ()
    return replace(whole, columns=tuple(whole.columns[k] for k in SHORT), rows=rows, notes=notes)
