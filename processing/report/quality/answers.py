"""A filled-in check list read back: which lines were answered, and what follows for the problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from ....layers.errors import InputError
from ....layers.incoming import archive
from ....layers.incoming.cells import Cells
from ....layers.incoming.workbook import read_workbook
from ....layers.persons import is_name, without_person
from ....layers.problems import IGNORED, ON_SITE, OPEN
from ....layers.progress import SILENT, Progress
from ....layers.result_words import ANSWERS
from ....layers.words import Text, Translator, render, text

HEADS = {
    "answer": text("Checked outside"),
    "remarks": text("Remarks"),
    "checked_on": text("Checked on"),
    "checked_by": text("Checked by (post)"),
    "problem_id": text("Id"),
}
YES, NO, DEMOLISHED, WRONG_ADDRESS = (words.source for words in ANSWERS)
COUNTED = {"YES": YES, "NO": NO, "DEMOLISHED": DEMOLISHED, "WRONG_ADDRESS": WRONG_ADDRESS}


@dataclass(frozen=True)
class Answers:
    """Answered lines: problem_id, answer (an English word of ANSWERS, else what was written), remarks, day and post."""

    lines: pd.DataFrame
    read: int  # lines of the list, answered or not


def read_answers(path: Path, *, translators: Sequence[Translator], progress: Progress = SILENT) -> Answers:
    """The answered lines of every sheet that is a list; raises InputError where none is."""
    lists = [lines for rows in _sheets(path, progress) if (lines := _lines(rows, translators)) is not None]
    if not lists:
        words = text(
            "{path} is no check list: no sheet has the columns “{answer}” and “{id}”. Choose the list that was exported here.",
            path=str(path),
            answer=HEADS["answer"],
            id=HEADS["problem_id"],
        )
        raise InputError(words)
    lines = pd.concat(lists, ignore_index=True)
    answered = lines[lines["problem_id"].notna() & (lines["answer"].notna() | lines["remarks"].notna())]
    return Answers(answered.drop_duplicates("problem_id", keep="last").reset_index(drop=True), len(lines))


def _sheets(path: Path, progress: Progress) -> list[list[dict[int, object]]]:
    """The rows with content of every sheet, by column."""
    found = []
    with archive.opened(path) as parts:
        book = read_workbook(parts, path)
        for number, sheet in enumerate(book.sheets):
            cells = Cells(book)
            with parts.open(sheet.part) as stream:
                for _ in archive.parsed(stream, cells.parser(), path):
                    progress.at(number / len(book.sheets), text("Reading {layer}", layer=sheet.name))
            found.append(cells.rows)
    return found


def _lines(rows: list[dict[int, object]], translators: Sequence[Translator]) -> pd.DataFrame | None:
    """The lines below the headings of a list; None where the sheet is none."""
    heads = [{what: _named(row, words, translators) for what, words in HEADS.items()} for row in rows]
    number = next((k for k, head in enumerate(heads) if head["problem_id"] is not None and head["answer"] is not None), None)
    if number is None:
        return None
    columns, body = heads[number], rows[number + 1 :]
    lines = pd.DataFrame({what: [_words(row.get(column)) for row in body] for what, column in columns.items()}, dtype=object)
    known = {render(words, translate): words.source for words in ANSWERS for translate in translators}
    return lines.assign(answer=[known.get(said, said) for said in lines["answer"]])


def _words(value: object) -> str | None:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return None if value is None or not str(value).strip() else str(value).strip()


def _named(row: dict[int, object], words: Text, translators: Sequence[Translator]) -> int | None:
    wanted = {render(words, translate) for translate in translators}
    return next((column for column, value in row.items() if str(value).strip() in wanted), None)


def with_answers(problems: gpd.GeoDataFrame, answers: Answers, *, translate: Translator) -> tuple[gpd.GeoDataFrame, int]:
    """The problems with what was seen outside, and how many answers fit one.

    What is not so is ignored; what is so waits for a decision at the desk; what nobody answered stays to be checked.
    """
    said = answers.lines.set_index("problem_id")
    rows = problems["problem_id"].isin(said.index)
    state, reason = problems["state"].astype(object).copy(), problems["reason"].astype(object).copy()
    # Line by line: each has its own words.
    for row in problems.index[rows]:
        line = said.loc[problems.at[row, "problem_id"]]
        answer = line["answer"]
        state[row] = IGNORED if answer == NO else OPEN if pd.notna(answer) else ON_SITE
        reason[row] = _reason(line, translate)
    return problems.assign(state=state, reason=reason), int(rows.sum())


def _reason(line: pd.Series, translate: Translator) -> str:
    """What was seen, when and by which post, without what tells of a person."""
    answer = line["answer"]
    seen = translate(answer) if isinstance(answer, str) and answer in COUNTED.values() else answer
    words, who = _joined(" ", seen, line["remarks"]), _joined(", ", line["checked_on"], line["checked_by"])
    if not who:
        return render(text("Checked outside: {words}", words=words), translate)
    return render(text("Checked outside ({who}): {words}", who=who, words=words), translate)


def _joined(between: str, *values: object) -> str:
    words = (str(value).strip() for value in values if pd.notna(value))
    said = (without_person(word) for word in words if not is_name(word))
    return between.join(filter(None, said))
