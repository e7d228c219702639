"""The tables as a workbook: text cells for codes, numbers as values, no formulas, no links."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import Text, Translator, render, text
from ...styles.look import palette
from ..engine.results import Results
from .community_sheets import posts_sheet, scale_sheet
from .doorplate_sheets import ledger_sheet, missed_sheets
from .estimates import banner, first_sentence, is_estimate
from .facts import Facts, facts_of
from .groups import group_sheet
from .list_sheets import facility_sheet, parameter_sheet, problem_sheet, source_sheet
from .load import load_sheet
from .measures import measure_sheet
from .method import scheme_sentence
from .sentences import no_targets
from .sheets import COUNT, ONE, SHARE, TEXT, TWO, Field, Sheet, coverage_sheet, matrix_sheet, verdict_sheet
from .standards import standards_sheet
from .suppression import least_shown
from .tables import mark_legend

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from .large import LargeSheet

NUMBER_FORMATS = {TEXT: "@", COUNT: "#,##0", ONE: "#,##0.0", TWO: "0.00", SHARE: "0.0%"}
HEAD_ROW = 2
LEVELS = ("subdistrict", "community", "grid")
NO_DATE = datetime.datetime(2000, 1, 1)  # a workbook states when it was made; without a report date this stands for it
A4, WIDTH_ALL = 9, 1
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd"}


@dataclass(frozen=True)
class Looks:
    """The formats of a workbook."""

    title: Format
    small: Format
    head: Format
    body: dict[str, Format]
    total: dict[str, Format]
    wrap: Format


def write_workbook(
    path: Path | str, results: Results, *, language: str, translate: Translator, report_date: str = "", progress: Progress = SILENT
) -> None:
    """Write the tables of the results; equal inputs give equal bytes.

    language is zh or en, report_date is 2026-06-30 or empty. Raises InputError where the file cannot be written.
    """
    import xlsxwriter

    from .large import AskingFile

    facts = facts_of(results, language=language, translate=translate)
    sheets = aside(progress, lambda relay: list(_sheets(facts, relay)))
    writing = progress.part(0.5, 1.0)
    with replacing(path) as temporary, open(temporary, "wb") as file, TemporaryDirectory(prefix=".", dir=temporary.parent) as pieces:
        workbook = xlsxwriter.Workbook(AskingFile(file, writing), {**OPTIONS, "tmpdir": pieces})
        workbook.set_properties({"title": results.title, "created": created(report_date)})
        looks = _looks(workbook)
        _write_about(workbook, facts, sheets, looks, report_date)
        for k, sheet in enumerate(sheets):
            writing.at(0.3 * k / len(sheets), text("Writing the tables"))
            _write_sheet(workbook, facts, sheet, looks, report_date, writing)
        workbook.close()


def created(report_date: str) -> datetime.datetime:
    """When the workbook says it was made: the report date."""
    try:
        return datetime.datetime.strptime(report_date, "%Y-%m-%d")
    except ValueError:
        return NO_DATE


def _sheets(facts: Facts, progress: Progress) -> Iterator[Sheet]:
    makers = (
        lambda: [verdict_sheet(facts)],
        *(lambda level=level: [coverage_sheet(facts, level)] for level in LEVELS),
        lambda: [matrix_sheet(facts)],
        lambda: [group_sheet(facts), standards_sheet(facts), scale_sheet(facts), posts_sheet(facts)],
        lambda: [measure_sheet(facts), facility_sheet(facts), load_sheet(facts)],
        lambda: missed_sheets(facts),
        lambda: [ledger_sheet(facts)],
        lambda: [source_sheet(facts), problem_sheet(facts), parameter_sheet(facts)],
    )
    for k, make in enumerate(makers):
        progress.at(0.5 * k / len(makers), text("Collecting the tables"))
        yield from (sheet for sheet in make() if sheet is not None)


def _looks(workbook: Workbook) -> Looks:
    font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
    line = {"bottom": 1, "top": 1}
    body = {kind: workbook.add_format({**font, "num_format": shown}) for kind, shown in NUMBER_FORMATS.items()}
    total = {kind: workbook.add_format({**font, **line, "bold": True, "num_format": shown}) for kind, shown in NUMBER_FORMATS.items()}
    return Looks(
        title=workbook.add_format({**font, "font_size": 14, "bold": True}),
        small=workbook.add_format({**font, "font_color": "#566375"}),
        head=workbook.add_format({**font, **line, "bold": True, "bg_color": "#E6ECF3", "text_wrap": True, "align": "center"}),
        body=body,
        total=total,
        wrap=workbook.add_format({**font, "text_wrap": True, "valign": "top"}),
    )


def _write_sheet(workbook: Workbook, facts: Facts, sheet: Sheet, looks: Looks, report_date: str, progress: Progress) -> None:
    from .large import Block, LargeSheet

    page = workbook.add_worksheet(_words(sheet.name, facts), worksheet_class=LargeSheet)
    page.write_string(0, 0, _words(sheet.title, facts), looks.title)
    page.write_string(1, 0, _words(sheet.note or subtitle(facts, report_date), facts), looks.small)
    if not sheet.fields:
        return
    for k, field in enumerate(sheet.fields):
        page.write_string(HEAD_ROW, k, _words(field.head, facts), looks.head)
        page.set_column(k, k, field.width)
    columns = [_values(field, sheet, k, facts) for k, field in enumerate(sheet.fields)]
    styles = [looks.body[field.kind] for field in sheet.fields]
    if sheet.totals:
        _write_cells(page, columns, [looks.body, looks.total], sheet)
    elif sheet.rows:
        page.hold(Block(HEAD_ROW + 1, columns, styles, progress))
    _set_up(page, sheet)


def _write_cells(page: LargeSheet, columns: Sequence[Sequence[object]], looks: Sequence[dict[str, Format]], sheet: Sheet) -> None:
    """Cell by cell: rows with totals are few."""
    for k, (field, values) in enumerate(zip(sheet.fields, columns)):
        for row, value in enumerate(values):
            style = looks[row >= sheet.rows][field.kind]
            if isinstance(value, str):
                page.write_string(HEAD_ROW + 1 + row, k, value, style)
            elif value is None or value != value:
                page.write_blank(HEAD_ROW + 1 + row, k, None, style)
            else:
                page.write_number(HEAD_ROW + 1 + row, k, value, style)


def _values(field: Field, sheet: Sheet, k: int, facts: Facts) -> list[object]:
    values = (*field.values, *(total[k] for total in sheet.totals)) if sheet.totals else field.values
    if Text not in set(map(type, values)):
        return list(values)
    return [render(value, facts.translate) if isinstance(value, Text) else value for value in values]


def _set_up(page: LargeSheet, sheet: Sheet) -> None:
    last_row, last = HEAD_ROW + max(sheet.rows, 1), len(sheet.fields) - 1
    page.autofilter(HEAD_ROW, 0, last_row, last)
    page.freeze_panes(HEAD_ROW + 1, sheet.frozen)
    page.set_row(HEAD_ROW, 32)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(WIDTH_ALL, 0)
    page.repeat_rows(HEAD_ROW)
    page.set_footer("&C&P / &N")
    if sheet.scale:
        shares = [k for k, field in enumerate(sheet.fields) if field.kind == SHARE]
        page.conditional_format(HEAD_ROW + 1, shares[0], last_row, shares[-1], _scale())


def _scale() -> dict[str, object]:
    colours = palette()["ramp"]["light"]
    low, middle, high = colours[2], colours[3], colours[4]
    fixed = {"min_type": "num", "min_value": 0.6, "mid_type": "num", "mid_value": 0.8, "max_type": "num", "max_value": 1.0}
    return {"type": "3_color_scale", "min_color": low, "mid_color": middle, "max_color": high, **fixed}


def subtitle(facts: Facts, report_date: str) -> Text:
    """What every sheet says of its figures: weight, profile, dates."""
    if is_estimate(facts):
        return text("{mark}. {rest}", mark=banner(), rest=_subtitle(facts, report_date))
    return _subtitle(facts, report_date)


def _subtitle(facts: Facts, report_date: str) -> Text:
    return text(
        "Weight: {weight}. Standard: {profile}. Data as of {data}. Report date {report}. Run {run}.",
        weight=facts.weight_text,
        profile=facts.results.settings.profile.title(facts.language),
        data=facts.data_date,
        report=report_date or "—",
        run=facts.results.settings.run or "—",
    )


def _write_about(workbook: Workbook, facts: Facts, sheets: Sequence[Sheet], looks: Looks, report_date: str) -> None:
    """The first sheet: what this is, the notices, every sheet with its columns."""
    page = workbook.add_worksheet(_words(text("About these tables"), facts))
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 34)
    page.set_column(2, 3, 22)
    page.write_string(0, 0, _words(text("{title}: tables of the 15-minute living circle", title=facts.results.title), facts), looks.title)
    row = 1
    for line in about_lines(facts, report_date):
        page.merge_range(row, 0, row, 3, _words(line, facts), looks.wrap)
        page.set_row(row, 32)
        row += 1
    for k, head in enumerate((text("Sheet"), text("Column"), text("Machine name"), text("Unit"))):
        page.write_string(row + 1, k, _words(head, facts), looks.head)
    _write_columns(page, row + 2, facts, sheets, looks)
    page.set_paper(A4)
    page.fit_to_pages(WIDTH_ALL, 0)


def _write_columns(page: LargeSheet, row: int, facts: Facts, sheets: Sequence[Sheet], looks: Looks) -> None:
    lines = [(sheet.name, field.head, field.name, field.unit) for sheet in sheets for field in sheet.fields]
    for offset, line in enumerate(lines):
        for k, words in enumerate(line):
            page.write_string(row + offset, k, _words(words, facts), looks.body[TEXT])


def about_lines(facts: Facts, report_date: str) -> list[Text]:
    """The notices of the first sheet."""
    lines = [subtitle(facts, report_date), scheme_sentence(facts)]
    if is_estimate(facts):
        lines.insert(0, first_sentence(facts))
    if facts.results.sample:
        lines.append(text("All data are an invented sample: the figures say nothing about any real place."))
    if not facts.has_targets:
        lines.append(no_targets())
    lines.append(text("For internal use only; boundaries are no basis for delimitation."))
    lines.append(text("Shares are numbers from 0 to 1, unrounded; an empty cell means that there is no value."))
    lines.append(text("Metres of single doorplates are given to the centimetre; the result database holds them unrounded."))
    lines.append(text("Counts of people below {k} are shown as <{k}.", k=least_shown()))
    lines.append(mark_legend())
    return lines


def _words(words: Text | str, facts: Facts) -> str:
    return render(words, facts.translate)
