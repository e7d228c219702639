"""The Word documents of a district check: the report as on its page, and the briefing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import Translator, text
from .. import environment

if TYPE_CHECKING:
    from ..engine.results import Results

PART = "docx"
REPORT, BRIEFING, PAGE = "report.docx", "briefing.docx", "report.html"


def possible(parts: list[str], progress: Progress) -> list[str]:
    """The parts without the Word documents where only their package is missing; the log says how to get it."""
    if PART not in parts or len(parts) == 1:
        return parts
    try:
        environment.require(environment.WORD)
    except InputError as error:
        for problem in error.problems:
            progress.warn(problem)
        progress.warn(text("The Word documents are left out of this run."))
        return [part for part in parts if part != PART]
    return parts


def write_documents(folder: Path, results: Results, *, language: str, translate: Translator, report_date: str, progress: Progress) -> None:
    """Write report and briefing into the folder; a report that lies there as a page is not made again."""
    from ..report.briefing import briefing_html
    from ..report.page import report_html
    from ..report.word.document import write_document
    from .painting import paint

    words = {"language": language, "translate": translate, "report_date": report_date}
    page = folder / PAGE
    made = partial(report_html, results, **words)
    source = page.read_text(encoding="utf-8") if page.exists() else aside(progress.part(0, 0.2), lambda relay: made(progress=relay))
    write_document(folder / REPORT, source, painter=paint, report_date=report_date, progress=progress.part(0.2, 0.8))
    brief = aside(progress.part(0.8, 0.8), lambda _: briefing_html(results, **words))
    write_document(folder / BRIEFING, brief, painter=paint, report_date=report_date, progress=progress.part(0.8, 1))
