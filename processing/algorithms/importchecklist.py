"""importchecklist: the answers of a check list that came back from outside, as decisions about the problems."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from ...i18n import LANGUAGES, tr, translator
from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from ..compat import VECTOR
from . import parameters, tables
from .base import CHECKS, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd

MOST_TOLD = 20


class ImportCheckList(Algorithm):
    """Reads a filled-in check list back."""

    NAME = "importchecklist"
    GROUP = CHECKS
    TAGS = ("check list", "answers", "field", "核查", "清单", "结果", "外业", "hcqd")
    FIGURES = {
        **dict.fromkeys(("LINES_READ", "ANSWERS_READ", "ANSWERS_MATCHED"), float),
        **dict.fromkeys(("ANSWERED_YES", "ANSWERED_NO", "ANSWERED_DEMOLISHED", "ANSWERED_WRONG_ADDRESS"), float),
        "CRS": str,
    }
    STYLES = {"OUTPUT": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Import check results")

    def about(self) -> str:
        """One sentence."""
        return tr("Reads a filled-in check list and notes in the problem list what was seen outside.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The list and the problems it was made of."""
        filled = QgsProcessingParameterFile("INPUT", tr("Filled-in check list"), fileFilter="Excel (*.xlsx)")
        yield parameters.helped(
            filled, tr("The workbook that “Data quality” wrote; its lines may be sorted anew, the column with the id stays.")
        )
        words = tr("The list that the answers belong to; problems are found by their id.")
        yield parameters.source("PROBLEMS", tr("Problems"), words, [VECTOR])
        yield parameters.vector_output("OUTPUT", tr("Problems with answers"), VECTOR)

    def compute(self, *, input: Path | None, problems: gpd.GeoDataFrame, progress: Progress) -> Outcome:  # noqa: A002
        """Read, match, note."""
        from ...layers.decisions import read_decisions
        from ..report.quality.answers import COUNTED, read_answers, with_answers

        if input is None:
            raise InputError(text("INPUT names no file. Choose a filled-in check list (.xlsx)."))
        listed = read_decisions(input, problems)
        reading = partial(read_answers, input, translators=[translator(language) for language in LANGUAGES])
        found = aside(progress.part(0, 0.8), lambda relay: reading(progress=relay))
        answered, matched = with_answers(listed, found, translate=tr)
        strange = found.lines.loc[~found.lines["problem_id"].isin(listed["problem_id"]), "problem_id"].astype(str).tolist()
        if strange:
            some = ", ".join(strange[:MOST_TOLD])
            progress.warn(text("Answers that fit no problem of the list ({count}): {ids}", count=len(strange), ids=some))
        counts = {f"ANSWERED_{key}": int((found.lines["answer"] == words).sum()) for key, words in COUNTED.items()}
        figures = {"LINES_READ": found.read, "ANSWERS_READ": len(found.lines), "ANSWERS_MATCHED": matched, **counts}
        crs = tables.crs_of(problems)
        return Outcome(frames={"OUTPUT": answered}, figures={**figures, "CRS": crs}, tables={"OUTPUT": "problems"})
