"""applyfixes: the decisions of a problem list, carried out on a copy of the workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFileDestination

from ...i18n import legend_language, tr
from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from ...styles import look
from ..compat import VECTOR
from . import parameters, tables
from .base import CHECKS, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.fixes.carrying import Carried

MOST_TOLD = 200  # changes in the log; the layer of changes holds them all


class ApplyFixes(Algorithm):
    """Mends a copy of a workspace as was decided."""

    NAME = "applyfixes"
    GROUP = CHECKS
    TAGS = ("fix", "mend", "problems", "修正", "问题", "清单", "yyxz")
    FIGURES = {
        **dict.fromkeys(("APPLIED", "SKIPPED", "CHANGES_COUNT", "PROBLEMS_LEFT"), float),
        **dict.fromkeys(("APPLIED_BY_RULE", "SKIPPED_WHY", "COLUMNS_DROPPED"), str),
    }
    STYLES = {"CHANGES": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Apply fixes")

    def about(self) -> str:
        """One sentence."""
        return tr("Carries out the decisions taken in the problem list.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The workspace, the decisions, what to carry out, the copy and the list of changes."""
        workspace = QgsProcessingParameterFile("INPUT", tr("Workspace"), fileFilter=tables.GEOPACKAGE_FILTER)
        yield parameters.helped(workspace, tr("It stays as it is; what is mended goes into the copy."))
        words = tr("With state “fixed” where it is to be mended. Empty: the table problems of the workspace.")
        yield parameters.source("PROBLEMS", tr("Problems with decisions"), words, [VECTOR], optional=True)
        entries = {"decided": tr("What was decided"), "all": tr("Also open problems with a safe fix")}
        words = tr("Decided are problems with the state “fixed”; problems that were accepted or ignored are never touched.")
        yield parameters.choice("WHICH", tr("What to carry out"), words, entries, "decided")
        yield QgsProcessingParameterFileDestination("OUTPUT", tr("Corrected workspace"), tables.GEOPACKAGE_FILTER)
        yield parameters.vector_output("CHANGES", tr("Changes"), VECTOR, optional=True)

    def compute(
        self,
        *,
        input: Path | None,  # noqa: A002, the parameter's key
        problems: gpd.GeoDataFrame | None,
        which: str,
        output: Path,
        progress: Progress,
    ) -> Outcome:
        """Read the tables, carry out, write the copy."""
        from ...layers.decisions import read_decisions
        from ..engine.fixes.carrying import carry_out
        from ..engine.fixes.draft import change_frame
        from ..engine.fixes.private import without_private

        if input is None:
            raise InputError(text("INPUT names no file. Choose a workspace (.gpkg)."))
        if Path(input).resolve() == Path(output).resolve():
            raise InputError(text("OUTPUT is the workspace itself. Choose another file: the original stays as it is."))
        listed = aside(progress.part(0, 0), lambda _: read_decisions(input, problems))
        given, crs = aside(progress.part(0, 0.3), partial(_read, input))
        carried = aside(progress.part(0.3, 0.6), lambda relay: carry_out(given, listed, which=which, translate=tr, progress=relay))
        dropped = aside(progress.part(0.6, 0.7), lambda _: without_private(carried.draft))
        # On a thread of our own: on one of QGIS's pool pyproj 3.7 meets what an earlier run left behind and crashes.
        changes = aside(progress.part(0.7, 0.7), lambda _: change_frame(carried.draft.changes, crs))
        added = {"problems": carried.problems, "changes": changes}
        aside(progress.part(0.7, 1), lambda relay: _write(output, input, carried, dropped, added, crs, relay))
        _say(carried, progress)
        return Outcome(frames={"CHANGES": changes}, figures=_figures(carried, listed, dropped), crs=crs, tables={"CHANGES": "changes"})


def _read(path: Path, progress: Progress) -> tuple[dict[str, pd.DataFrame], str]:
    """Every table but the lists of earlier checks, as it is, and the CRS."""
    from ...layers.geopackage import read_table, table_names
    from ...layers.workspace import workspace_crs

    names = [name for name in table_names(path) if name not in ("problems", "changes")]
    found = {}
    for number, name in enumerate(names):
        progress.at(number / len(names), text("Reading table {table}", table=name))
        found[name] = read_table(path, name)
    crs = workspace_crs(path)
    if crs is None:
        raise InputError(text("{path} has no coordinate reference system. Set it in the layer's properties.", path=str(path)))
    return found, crs


def _write(
    output: Path,
    source: Path,
    carried: Carried,
    dropped: Mapping[str, tuple[str, ...]],
    added: Mapping[str, pd.DataFrame],
    crs: str,
    progress: Progress,
) -> None:
    from ...layers.mended_copy import Mended, write_mended

    draft = carried.draft
    touched = {*draft.values, *draft.shapes, *draft.gone, *dropped}
    mended = {
        table: Mended(
            {place: value for place, value in draft.values.get(table, {}).items() if place[1] not in dropped.get(table, ())},
            draft.shapes.get(table, {}),
            frozenset(draft.gone.get(table, ())),
            dropped.get(table, ()),
        )
        for table in touched
    }
    styles = look.qml({"problems": "problems", "changes": "problems"}, legend_language())
    write_mended(output, source, mended, added, crs=crs, styles=styles, progress=progress)


def _say(carried: Carried, progress: Progress) -> None:
    """Every change in the log, up to a number, and what was not done and why."""
    changes = carried.draft.changes
    for change in changes[:MOST_TOLD]:
        values = {"table": change.table, "row": change.row, "column": change.column, "before": change.before, "after": change.after}
        words = text("{table} {row}: {column} was “{before}” and is “{after}”. ({problem})", **values, problem=change.problem_id)
        progress.say(text("{table} {row}: left out. ({problem})", **values, problem=change.problem_id) if change.column == "row" else words)
    if len(changes) > MOST_TOLD:
        progress.say(text("More changes stand in the table changes: {count}.", count=len(changes) - MOST_TOLD))
    for name, reason in list(carried.skipped.items())[:MOST_TOLD]:
        progress.warn(text("Not mended: {problem}: {reason}", problem=name, reason=reason))


def _figures(carried: Carried, listed: gpd.GeoDataFrame, dropped: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    from ...layers.words import render

    rules = listed.loc[listed["problem_id"].isin(carried.done)].groupby(["table", "rule"]).size()
    return {
        "APPLIED": len(carried.done),
        "SKIPPED": len(carried.skipped),
        "CHANGES_COUNT": len(carried.draft.changes),
        "PROBLEMS_LEFT": int((carried.problems["state"] == "open").sum()),
        "APPLIED_BY_RULE": {f"{table}.{rule}": int(count) for (table, rule), count in rules.items()},
        "SKIPPED_WHY": {name: render(reason, tr) for name, reason in carried.skipped.items()},
        "COLUMNS_DROPPED": ", ".join(f"{table}.{name}" for table, names in dropped.items() for name in names),
    }
