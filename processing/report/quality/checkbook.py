"""The check lists as a workbook: to print on A4, tick off outside and type in again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ....layers.outputs import replacing
from ....layers.progress import SILENT, Progress
from ....layers.result_words import ANSWERS
from ....layers.words import Text, text
from ..data_tables import table_word
from ..large import NOT_IN_XML, AskingFile
from ..workbook import A4, OPTIONS, created
from .checklist import WalkList, heading, walk_lists
from .facts import QualityFacts
from .rules import rule_of
from .tables import ranked
from .words import SEVERITIES as SEVERITY_WORDS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD_ROW = 2
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
MARGINS_IN = {"left": 0.5, "right": 0.4, "top": 0.6, "bottom": 0.6}


# What is written into a line outside; a post, never a name.
FILLED_IN = (text("Checked outside"), text("Remarks"), text("Checked on"), text("Checked by (post)"))
WIDTHS_FILLED_IN = (11, 18, 11, 11)


def write_checklist(path: Path | str, facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write the workbook, whole or not at all. Raises InputError where the file cannot be written."""
    with replacing(path) as temporary:
        fill_checklist(temporary, facts, report_date=report_date, progress=progress)


def fill_checklist(path: Path, facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write the workbook into a file that nobody knows yet; equal inputs give equal bytes."""
    import xlsxwriter

    lists, indoors = walk_lists(facts)
    with open(path, "wb") as file, TemporaryDirectory(prefix=".", dir=path.parent) as pieces:
        workbook = xlsxwriter.Workbook(AskingFile(file, progress), {**OPTIONS, "tmpdir": pieces})
        workbook.set_properties({"title": _plain(facts.heading), "created": created(report_date)})
        _Book(workbook, facts, report_date).write(lists, indoors, progress)
        workbook.close()


class _Book:
    """One workbook while it is written: its formats, the names taken, the running number."""

    def __init__(self, workbook: Workbook, facts: QualityFacts, report_date: str) -> None:
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
        line = {"border": 1, "border_color": "#B9C2CE"}
        self.workbook, self.facts, self.report_date = workbook, facts, report_date
        self.title = workbook.add_format({**font, "font_size": 14, "bold": True})
        self.small = workbook.add_format({**font, "font_color": "#566375"})
        self.head = workbook.add_format({**font, **line, "bold": True, "bg_color": "#E6ECF3", "text_wrap": True, "align": "center"})
        self.text = workbook.add_format({**font, **line, "text_wrap": True, "num_format": "@"})
        self.count = workbook.add_format({**font, **line, "num_format": "#,##0"})
        self.free = workbook.add_format({**font, "text_wrap": True, "valign": "top"})
        self.names: set[str] = set()
        self.number = 0

    def write(self, lists: Sequence[WalkList], indoors: int, progress: Progress) -> None:
        """All sheets: what this is, the lists, what is for the office."""
        self._about(lists, indoors)
        for k, one in enumerate(lists):
            progress.at(0.8 * k / max(len(lists), 1), text("Writing the check lists"))
            self._list(one)
        self._office()

    def say(self, words: Text | str) -> str:
        """Words in the language of the report, without what a workbook cannot hold."""
        return _plain(self.facts.say(words))

    def _about(self, lists: Sequence[WalkList], indoors: int) -> None:
        page = self._page(text("About the check list"), text("{title}: check list", title=self.facts.heading))
        for k, words in enumerate(_about_lines(sum(len(one.lines) for one in lists), indoors)):
            page.merge_range(HEAD_ROW - 1 + k, 0, HEAD_ROW - 1 + k, 3, self.say(words), self.free)
            page.set_row(HEAD_ROW - 1 + k, 30)
        head = HEAD_ROW + 7
        self._heads(page, head, (text("Area"), text("Code"), text("Doorplates"), text("To check")), (34, 22, 12, 12))
        doors = self.facts.examined.by_unit.set_index("code")["doorplates"].to_dict()
        for k, one in enumerate(lists):
            page.write_string(head + 1 + k, 0, self.say(one.name or heading(one)), self.text)
            page.write_string(head + 1 + k, 1, _plain(one.code), self.text)
            count = sum(doors.get(code, 0) for code in set(one.lines["unit"]))
            page.write_number(head + 1 + k, 2, count, self.count)
            page.write_number(head + 1 + k, 3, len(one.lines), self.count)
        self._set_up(page, head, len(lists), 3, text("About the check list"))

    def _list(self, one: WalkList) -> None:
        name = one.name or (self.say(text("In no area")) if not one.code else "")
        page = self._page(f"{name} {one.code[-6:]}".strip() if one.code else name or self.say(text("Check list")), heading(one))
        words = text("{count} to check. Checked by (post): ____________    Date: ____________", count=len(one.lines))
        page.write_string(1, 0, self.say(words), self.small)
        grid = (text("Area"),) if one.grouped else ()
        heads = (
            text("No."),
            *grid,
            text("Address or place"),
            text("Finding"),
            text("Advice"),
            *FILLED_IN,
            text("Id"),
        )
        self._heads(page, HEAD_ROW, heads, (6, *((14,) if one.grouped else ()), 26, 31, 27, *WIDTHS_FILLED_IN, 16))
        last = len(heads) - 1
        answer = last - len(FILLED_IN)
        for k, line in enumerate(one.lines.itertuples(index=False)):
            self.number += 1
            page.write_number(HEAD_ROW + 1 + k, 0, self.number, self.count)
            blank = ("",) * len(FILLED_IN)
            own = (line.unit_name or line.unit,) if one.grouped else ()
            for column, value in enumerate((*own, line.place, line.finding, line.advice, *blank, line.problem_id), start=1):
                page.write_string(HEAD_ROW + 1 + k, column, _plain(value), self.text)
        page.data_validation(
            HEAD_ROW + 1,
            answer,
            HEAD_ROW + len(one.lines),
            answer,
            {"validate": "list", "source": [self.say(word) for word in ANSWERS]},
        )
        if one.breaks:
            page.set_h_pagebreaks([HEAD_ROW + 1 + row for row in one.breaks])
        self._set_up(page, HEAD_ROW, len(one.lines), last, heading(one))
        page.print_area(0, 0, HEAD_ROW + len(one.lines), last - 1)  # the id is for typing the answers in again

    def _office(self) -> None:
        """Every kind of finding with its number, also what nobody has to go out for."""
        page = self._page(text("For the office"), text("All findings by kind"))
        heads = (text("Finding"), text("Table"), text("Severity"), text("Number"), text("Outside"), text("What it means for the results"),
                 text("What to do"))  # fmt: skip
        self._heads(page, HEAD_ROW, heads, (26, 14, 10, 10, 10, 40, 40))
        rows = [(pair, one) for pair, found in ranked(self.facts.examined.counts) for one in found.itertuples(index=False)]
        for k, ((table, rule), one) in enumerate(rows):
            known = rule_of(table, rule)
            words = (known.name, table_word(table), SEVERITY_WORDS[one.severity])
            for column, value in enumerate(words):
                page.write_string(HEAD_ROW + 1 + k, column, self.say(value), self.text)
            page.write_number(HEAD_ROW + 1 + k, 3, int(one.count), self.count)
            for column, value in enumerate((text("Yes") if known.outside else text("No"), known.meaning, known.remedy), start=4):
                page.write_string(HEAD_ROW + 1 + k, column, self.say(value), self.text)
        self._set_up(page, HEAD_ROW, len(rows), len(heads) - 1, text("For the office"))
        page.set_landscape()

    def _page(self, name: Text | str, title: Text | str) -> Worksheet:
        page = self.workbook.add_worksheet(self._free_name(self.say(name)))
        page.write_string(0, 0, self.say(title), self.title)
        return page

    def _free_name(self, wish: str) -> str:
        """A name for a sheet: allowed, short enough and not taken."""
        plain = FORBIDDEN.sub(" ", wish).strip().strip("'") or "-"
        name, number = plain[:LONGEST_NAME], 1
        while name.lower() in self.names:
            number += 1
            end = f" {number}"
            name = plain[: LONGEST_NAME - len(end)] + end
        self.names.add(name.lower())
        return name

    def _heads(self, page: Worksheet, row: int, heads: Sequence[Text], widths: Sequence[int]) -> None:
        for k, (words, width) in enumerate(zip(heads, widths)):
            page.write_string(row, k, self.say(words), self.head)
            page.set_column(k, k, width)

    def _set_up(self, page: Worksheet, head: int, rows: int, last: int, name: Text) -> None:
        page.autofilter(head, 0, head + max(rows, 1), last)
        page.freeze_panes(head + 1, 0)
        page.set_paper(A4)
        page.set_margins(**MARGINS_IN)
        page.fit_to_pages(1, 0)
        page.repeat_rows(head)
        page.set_footer(f"&L{_escaped(self.say(name))}&C&P / &N&R{_escaped(self.report_date)}")


def _about_lines(outside: int, indoors: int) -> Iterator[Text]:
    yield text("To look at outside: {outside}; for the office alone: {indoors}.", outside=outside, indoors=indoors)
    yield text("One sheet for each area, sorted by road and number.")
    yield text("Write into “Checked outside” what holds, and into “Remarks” what is right instead.")
    yield text("Where one person checks a whole sheet on one day, date and post may stand once above it.")
    yield text("The number and the id of a line stay with it, so that the answers can be typed in again.")
    yield text("Do not write names or telephone numbers of residents on this list.")
    yield text("For internal use only; boundaries are no basis for delimitation.")


def _plain(words: object) -> str:
    """Text without the signs that XML forbids."""
    return NOT_IN_XML.sub("", str(words).encode("utf-8", errors="replace").decode("utf-8"))


def _escaped(words: str) -> str:
    """Text in a footer: there & begins a command, and 255 letters are all."""
    return words.replace("&", "&&")[:80]
