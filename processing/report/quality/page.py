"""The report on data quality: one HTML file without script or outside request, printing to A4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ....layers.outputs import replacing
from ....layers.progress import SILENT, Progress, aside
from ....layers.words import Text, text
from ...engine.dataquality import SEVERITIES
from ..blocks import Chapter
from ..numbers import decimal, rate
from ..page import TEMPLATES, colours, environment
from . import chart, tables
from . import map as drawn_map
from .facts import QualityFacts
from .rules import rule_of

FIRST_STEPS = 5
KIND = text("Data quality report")


def write_quality_report(path: Path | str, facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write the report, whole or not at all. Raises InputError where the file cannot be written."""
    with replacing(path) as temporary:
        fill_quality_report(temporary, facts, report_date=report_date, progress=progress)


def fill_quality_report(path: Path, facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write the report into a file that nobody knows yet; equal inputs give equal bytes."""
    page = aside(progress, lambda relay: quality_html(facts, report_date=report_date, progress=relay))
    path.write_bytes(page.encode("utf-8", errors="replace"))


def quality_html(facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> str:
    """The report as one text."""
    progress.at(0.0, text("Writing the report"))
    template = environment(facts).get_template("quality.html.j2")
    return template.render(
        facts=facts,
        date=report_date,
        kind=KIND,
        chapters=chapters(),
        tables=tables,
        chart=chart.chart(facts),
        sheet=drawn_map.problem_map(facts),
        first=first_sentences(facts),
        steps=list(first_steps(facts)),
        estimated=False,
        stylesheet=(TEMPLATES / "report.css").read_text(encoding="utf-8"),
        colours=colours(),
    )


def chapters() -> list[Chapter]:
    """The chapters in their fixed order."""
    return [
        Chapter("1", text("Verdict")),
        Chapter("2", text("Sources and rows")),
        Chapter("3", text("Findings")),
        Chapter("4", text("Completeness and timeliness")),
        Chapter("5", text("Findings on the map and by area")),
        Chapter("6", text("How to go on, and what was not checked")),
    ]


def first_sentences(facts: QualityFacts) -> list[Text]:
    """The account of the rows and of the findings, and the shares that matter."""
    examined = facts.examined
    rows = examined.given.sources[["rows_read", "rows_loaded", "rows_merged", "rows_rejected"]].sum()
    read, loaded, merged, left_out = (decimal(float(value)) for value in rows)
    account = text("Rows read: {read}; loaded: {loaded}; not loaded: {rejected}.", read=read, loaded=loaded, rejected=left_out)
    if rows["rows_merged"]:
        account = text(
            "Rows read: {read}; loaded: {loaded}; rooms summed at their door: {merged}; not loaded: {rejected}.",
            read=read,
            loaded=loaded,
            merged=merged,
            rejected=left_out,
        )
    errors, warnings, notes = (decimal(float(examined.total(name))) for name in SEVERITIES)
    found = text("Errors: {errors}; warnings: {warnings}; notes: {notes}.", errors=errors, warnings=warnings, notes=notes)
    return [account, found, *_share_sentences(facts)]


def _share_sentences(facts: QualityFacts) -> Iterator[Text]:
    shares = facts.examined.shares
    sentences = {
        "with_households": text("Doorplates with households: {share}."),
        "with_building": text("Doorplates with a building: {share}."),
        "inside_grid": text("Doorplates inside a grid: {share}."),
        "inside": text("Doorplates inside an area: {share}."),
    }
    for name, words in sentences.items():
        if name in shares and shares[name] == shares[name]:
            yield Text(words.source, {"share": rate(shares[name])})


def first_steps(facts: QualityFacts) -> Iterator[Text]:
    """What to do first: the gravest and most frequent findings that somebody can mend."""
    ranked = [pair for pair in tables.ranked(facts.examined.counts) if (pair[1]["severity"] != "note").any()]
    for (table, rule), found in ranked[:FIRST_STEPS]:
        known = rule_of(table, rule)
        count = decimal(float(found["count"].sum()))
        yield text(
            "{finding} ({table}, {count}): {remedy}", finding=known.name, table=tables.table_word(table), count=count, remedy=known.remedy
        )
