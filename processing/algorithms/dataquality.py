"""dataquality: what is wrong with a file or a workspace, what it means, and a check list to take outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFileDestination

from ...i18n import tr, translator
from ...layers.progress import Progress, aside
from ...layers.words import render
from .. import environment
from ..compat import POINTS
from . import fileinputs, parameters, tables
from .base import CHECKS, Algorithm, Outcome
from .brought import Brought

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.quality.given import Given
    from ..engine.dataquality import Examined
    from ..report.quality.facts import QualityFacts
    from .outputs import Fill

HTML_FILTER = "HTML (*.html)"
XLSX_FILTER = "Excel (*.xlsx)"


class DataQuality(Algorithm):
    """Reports on the quality of data in the words of an office."""

    NAME = "dataquality"
    GROUP = CHECKS
    TAGS = ("quality", "report", "check list", "completeness", "质量", "核查", "清单", "报告", "sjzl")
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "ROWS_LOADED", "ROWS_MERGED", "ROWS_REJECTED"), float),
        **dict.fromkeys(("PROBLEMS_COUNT", "ERRORS_COUNT", "WARNINGS_COUNT", "NOTES_COUNT", "TO_CHECK"), float),
        **dict.fromkeys(("WITH_HOUSEHOLDS", "WITH_BUILDING", "INSIDE_GRID", "INSIDE_AREA"), float),
        **dict.fromkeys(("EXAMINED", "USES", "REASONS", "COMPLETENESS_BY_COLUMN", "FRESHNESS", "PROBLEMS_BY_RULE"), str),
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"PROBLEMS": "problems", "CHECK_LAYER": "checklist"}

    def title(self) -> str:
        """Short name."""
        return tr("Data quality")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Examines one file or a whole workspace and says what is wrong, what it means for the results and what to do, "
            "with a check list for each grid."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The file, how to read it, what to compare it with, what to write."""
        words = tr("A workspace (.gpkg), a table, a drawing or a layer; the sheet of a workbook is path|sheet=name.")
        yield fileinputs.file_or_layer("INPUT", tr("File, layer or workspace"), words)
        yield parameters.choice("TABLE", tr("Table"), tr("What the rows are; a workspace needs none."), _table_entries(), "auto")
        yield parameters.areas(optional=True)
        yield parameters.buildings()
        yield parameters.profile()
        yield parameters.title()
        yield parameters.language()
        words = tr("As 2026-06-30; ages are reckoned from it, and equal inputs give equal files. Empty: the newest date of the data.")
        yield parameters.string("REPORT_DATE", tr("Report date"), words)
        yield fileinputs.encoding()
        yield fileinputs.fields()
        yield parameters.levels()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        yield parameters.target_crs()
        words = tr("Of “Service coverage” with SENSITIVITY: doorplates with a borderline answer go to the check list.")
        yield parameters.source("LEDGER", tr("Coverage ledger"), words, [POINTS], optional=True, advanced=True)
        yield quality_report()
        yield parameters.vector_output("PROBLEMS", tr("Problems"), optional=True)
        yield QgsProcessingParameterFileDestination("CHECKLIST", tr("Check list"), XLSX_FILTER, None, True, True)
        yield parameters.vector_output("CHECK_LAYER", tr("Check list as a layer"), POINTS, optional=True)
        yield QgsProcessingParameterFileDestination("CHECK_MAPS", tr("Maps of the check list"), HTML_FILTER, None, True, True)

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        table: str,
        areas: gpd.GeoDataFrame | None,
        buildings: gpd.GeoDataFrame | None,
        profile: str,
        title: str,
        language: str,
        report_date: str,
        encoding: str,
        fields: str,
        levels: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        ledger: gpd.GeoDataFrame | None,
        crs: str | None,
        report: Path | None,
        checklist: Path | None,
        check_maps: Path | None,
        progress: Progress,
    ) -> Outcome:
        """Read, examine, write."""
        from ..engine.borderline import borderline_problems
        from ..engine.dataquality import examine
        from ..report.quality.listed import check_layer, named_problems
        from .settings import settings

        environment.require({**(environment.REPORT if report or check_maps else {}), **(environment.WORKBOOK if checklist else {})})
        beside = {name: frame for name, frame in (("areas", areas), ("buildings", buildings)) if frame is not None}
        wishes = {"table": table, "fields": fields, "levels": levels, "coordinates": coordinates, "crs": crs}
        asked = partial(_given, input, beside, reference, encoding, wishes, translator(language))
        given = aside(progress.part(0, 0.4), asked)
        chosen = settings(self.effective(), walker="planning", profile=profile)
        turning = [] if ledger is None else list(borderline_problems(ledger, chosen.profile, language=language))
        words = {"language": language, "today": report_date, "translate": translator(language)}
        asked = partial(examine, given, settings=chosen, further=turning, **words)
        examined = aside(progress.part(0.4, 0.8), lambda relay: asked(progress=relay))
        facts = _facts(examined, title, language, self.effective())
        lines = aside(progress.part(0.8, 0.85), lambda _: check_layer(facts))
        return Outcome(
            frames={"PROBLEMS": aside(progress.part(0.85, 0.85), lambda _: named_problems(facts)), "CHECK_LAYER": lines},
            figures=_figures(examined, len(lines)),
            crs=given.crs or "EPSG:4549",
            tables={"PROBLEMS": "problems", "CHECK_LAYER": "checklist"},
            files=_files(facts, report, checklist, check_maps, report_date),
        )


def quality_report() -> parameters.Parameter:
    """Where the report goes."""
    return QgsProcessingParameterFileDestination("REPORT", tr("Report on the data"), HTML_FILTER, None, True, True)


def _table_entries() -> dict[str, str]:
    return {
        "auto": tr("Recognise"),
        "doorplates": tr("Doorplates"),
        "areas": tr("Areas"),
        "facilities": tr("Facilities"),
        "streets": tr("Walking network"),
        "buildings": tr("Buildings"),
        "estates": tr("Estates"),
        "land": tr("Land use"),
        "gates": tr("Estate gates"),
        "walls": tr("Walls"),
        "events": tr("Events"),
    }


def _given(
    brought: Brought,
    beside: Mapping[str, gpd.GeoDataFrame],
    reference: gpd.GeoDataFrame | None,
    encoding: str,
    wishes: Mapping[str, Any],
    translate: Any,
    progress: Progress,
) -> Given:
    """The workspace, else the file with the tables to compare it with."""
    from ...layers.quality.file import Wishes, given_file
    from ...layers.quality.given import is_workspace, open_workspace
    from ...layers.reference import reference as reference_of

    if brought.frame is None and is_workspace(brought.words):
        return open_workspace(brought.words, translate=translate, progress=progress)
    read = brought.table(encoding=encoding, progress=progress.part(0, 0.4))
    keyed = {name: tables.with_key(frame, name) for name, frame in beside.items()}
    accepted = tables.accept(keyed, progress).frames if keyed else {}
    known = [frame for frame in (reference, beside.get("areas")) if frame is not None]
    target = wishes["crs"] or next((tables.crs_of(frame) for frame in accepted.values()), None)
    asked = Wishes(**{**wishes, "crs": target}, origin=brought.origin, beside=accepted, reference=reference_of(*known) if known else None)
    return given_file(read, asked, translate=translate, progress=progress.part(0.4, 1))


def _facts(examined: Examined, title: str, language: str, parameters: Mapping[str, Any]) -> QualityFacts:
    from ..report.quality.facts import QualityFacts, is_invented

    return QualityFacts(examined, language, translator(language), title or examined.given.title, parameters, is_invented(examined))


def _files(facts: QualityFacts, report: Path | None, checklist: Path | None, check_maps: Path | None, report_date: str) -> dict[Path, Fill]:
    """What is written beside the layer of problems."""
    files: dict[Path, Fill] = {}
    if report:
        from ..report.quality.page import fill_quality_report

        files[report] = lambda path, progress: fill_quality_report(path, facts, report_date=report_date, progress=progress)
    if checklist:
        from ..report.quality.checkbook import fill_checklist

        files[checklist] = lambda path, progress: fill_checklist(path, facts, report_date=report_date, progress=progress)
    if check_maps:
        from ..report.quality.checkmaps import fill_check_maps

        files[check_maps] = lambda path, progress: fill_check_maps(path, facts, report_date=report_date, progress=progress)
    return files


def _figures(examined: Examined, to_check: int) -> dict[str, Any]:
    """What a run returns."""
    rows = examined.given.sources[["rows_read", "rows_loaded", "rows_merged", "rows_rejected"]].sum()
    shares, counts = examined.shares, examined.counts
    complete, fresh = examined.completeness, examined.freshness
    known = {
        "WITH_HOUSEHOLDS": "with_households",
        "WITH_BUILDING": "with_building",
        "INSIDE_GRID": "inside_grid",
        "INSIDE_AREA": "inside",
    }
    return {
        **{name.upper(): int(value) for name, value in rows.items()},
        "PROBLEMS_COUNT": int(counts["count"].sum()),
        "ERRORS_COUNT": examined.total("error"),
        "WARNINGS_COUNT": examined.total("warning"),
        "NOTES_COUNT": examined.total("note"),
        "TO_CHECK": to_check,
        **{key: shares.get(name, float("nan")) for key, name in known.items()},
        "EXAMINED": ", ".join(examined.given.examined),
        "USES": {use.name: use.verdict for use in examined.uses},
        "REASONS": {use.name: [render(reason, tr) for _, reason in use.reasons] for use in examined.uses},
        "COMPLETENESS_BY_COLUMN": {f"{one.table}.{one.column}": one.share for one in complete.itertuples(index=False)},
        "FRESHNESS": {one.table: one.newest for one in fresh.itertuples(index=False)},
        "PROBLEMS_BY_RULE": {f"{table}.{rule}": int(found["count"].sum()) for (table, rule), found in counts.groupby(["table", "rule"])},
        "COLUMNS_DROPPED": ", ".join(examined.given.dropped),
        "CRS": examined.given.crs or "",
    }
