"""districtcheck: the main job, from a workspace to database, report, workbook and scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFolderDestination

from ...i18n import tr, translator
from ...layers.errors import InputError
from ...layers.priorities import USUAL as PRIORITIES
from ...layers.progress import Progress, aside, together, waited
from ...layers.words import text
from .. import environment
from . import documents, parameters, tables
from .base import RESULTS, VERSION, Algorithm, Outcome
from .elevation import Raster, relief_of_run
from .folder import staged
from .howlong import say_check
from .servicecoverage import group_figure
from .settings import headline, settings

if TYPE_CHECKING:
    from ..engine.results import Results
    from ..scene.publication import Publication

# Painting all maps for Word doubles the time of a run, so it is asked for.
DEFAULT_PARTS = ["database", "report", "xlsx", "scene"]
FILES = {"database": "result.gpkg", "report": "report.html", "xlsx": "tables.xlsx", "scene": "scene.html", "docx": "report.docx"}
KEYS = {"database": "RESULT", "report": "REPORT", "xlsx": "TABLES", "scene": "SCENE", "docx": "DOCX"}


class DistrictCheck(Algorithm):
    """Runs every step on one workspace."""

    NAME = "districtcheck"
    GROUP = RESULTS
    REPEATABLE = True
    TAGS = ("report", "15 minutes", "一键", "报告", "生活圈", "xqjc")
    FIGURES = {
        **dict.fromkeys(("FIRST_WORD", "METHOD"), str),
        **dict.fromkeys(("DOORPLATES_COUNT", "HOUSEHOLDS", "RESIDENTS", "WEIGHT_TOTAL", "COVERED_ALL", "RATE_ALL", "COMPLETENESS"), float),
        **dict.fromkeys(("RATES", "RATE", "CROW_RATE", "LAND_RATE", "VERDICTS"), str),
        **dict.fromkeys(("NOT_SNAPPED", "NO_ROUTE", "BEHIND_GATE", "SEALED_HOUSEHOLDS", "DEM_COVER", "ISO_AGREEMENT"), float),
        **dict.fromkeys(("FACILITIES_NOT_CONNECTED", "BORDERLINE", "PROBLEMS_COUNT"), float),
        **dict.fromkeys(("BORDERLINE_RATES", "GROUP_RATES", "NETWORK_QUALITY", "HOUSEHOLDS_FROM", "RESIDENTS_FROM"), str),
        **dict.fromkeys(("AREAS_NOT_USABLE", "ISO_EXCEPTIONS"), float),
        **dict.fromkeys(("STANDARDS_PASSED", "STANDARDS_FAILED", "STANDARDS_NO_DATA", "STANDARDS_SHORTFALL_M2"), float),
        **dict.fromkeys(("MEASURES_COUNT", "OVERLOADED", "IDLE", "CAPACITY_UNKNOWN"), float),
        **dict.fromkeys(("SPLIT", "MERGE", "KEEP", "SCALE_NO_DATA"), float),
        **dict.fromkeys(("GRIDS_COUNT", "LEADERS", "WORKERS", "LEADER_VACANCIES", "WORKER_VACANCIES", "VACANCIES"), float),
        **dict.fromkeys(("HOUSEHOLDS_PER_WORKER", "POSTS_PER_10K", "WORKERS_PER_10K", "WORKERS_PER_GRID"), float),
        **dict.fromkeys(("IMBALANCE", "IMBALANCE_GRIDS", "IMBALANCE_HOUSEHOLDS"), float),
        **dict.fromkeys(("RESULT", "REPORT", "TABLES", "SCENE", "DOCX", "BRIEFING"), str),
    }

    def title(self) -> str:
        """Short name."""
        return tr("District check")

    def about(self) -> str:
        """One sentence."""
        return tr("Runs every step on one workspace and writes database, report, tables and scene.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Workspace, standards, walking, what to write."""
        workspace = QgsProcessingParameterFile("INPUT", tr("Workspace"), fileFilter=tables.GEOPACKAGE_FILTER)
        yield parameters.helped(workspace, tr("Missing optional tables are left out of the result and named."))
        yield parameters.profile()
        yield parameters.targets()
        yield parameters.walker()
        yield parameters.method()
        yield parameters.snap_limit()
        yield parameters.weight()
        yield parameters.title()
        yield parameters.language()
        yield parameters.map_use()
        yield parameters.approval()
        parts = {
            "database": tr("Result workspace"),
            "report": tr("Report"),
            "xlsx": tr("Workbook"),
            "scene": tr("3D scene"),
            "docx": tr("Word report and briefing"),
        }
        yield parameters.choice("PARTS", tr("Parts"), tr("Which results to write."), parts, DEFAULT_PARTS, several=True)
        words = tr("An input, so that equal inputs give equal files; empty prints none.")
        yield parameters.string("REPORT_DATE", tr("Report date"), words)
        yield parameters.profile_file()
        yield from tables.advanced_walking()
        yield parameters.persons_per_household()
        yield parameters.sensitivity()
        words = tr(
            "A factor for each word that areas.kind may hold; what could be gained in such communities is multiplied by it for the ranking."
        )
        first = tr("Kinds of communities that come first")
        yield parameters.string("PRIORITIES", first, words, PRIORITIES, advanced=True)
        yield parameters.demand(advanced=True)
        yield QgsProcessingParameterFolderDestination("OUTPUT", tr("Output folder"))

    def compute(
        self,
        *,
        input: Path | None,  # noqa: A002, the parameter's key
        profile: str,
        profile_file: Path | None,
        targets: str,
        priorities: str,
        demand: str,
        weight: str,
        title: str,
        language: str,
        map_use: str,
        approval: str,
        parts: list[str],
        report_date: str,
        output: Path,
        dem: Raster | None,
        progress: Progress,
        **others: Any,
    ) -> Outcome:
        """Read, decide, write all parts; they appear in the folder together."""
        from ...layers.workspace import REQUIRED, read_workspace
        from ..engine.check import district_check
        from .resulting import publication

        if input is None:
            raise InputError(text("INPUT names no file. Choose a workspace (.gpkg)."))
        public = publication(map_use, approval)
        parts = documents.possible(parts, progress)
        _require(parts)
        used = self.effective()
        words = {"profile": profile, "targets": targets, "priorities": priorities}
        chosen = settings(used, **words, profile_file=profile_file, weight=weight, **tables.walking(others))
        translate = translator(language)
        needed = [name for name in REQUIRED if name != "streets" or chosen.method != tables.ESTIMATE]
        workspace = aside(progress.part(0, 0.1), lambda relay: read_workspace(input, relay, required=needed, translate=translate))
        found = workspace.tables
        forms = {"walls": "walls" in found, "estimate": chosen.method == tables.ESTIMATE, "firmness": chosen.sensitivity}
        say_check(progress, len(found["doorplates"]), len(chosen.profile.categories), len(found["facilities"]), **forms)
        relief = aside(
            progress.part(0.1, 0.11), lambda relay: relief_of_run(dem, workspace.tables.get("streets"), chosen, workspace.crs, relay)
        )
        words = {"title": title, "parameters": used, "demand": demand}
        asked = partial(district_check, workspace, settings=chosen, relief=relief, translate=translate, **words)
        results = aside(progress.part(0.11, 0.6), lambda relay: asked(progress=relay))
        results = _with_origin(results, {"INPUT": input, "PROFILE_FILE": profile_file}, progress.part(0.6, 0.6))
        with staged(output) as folder:
            write_parts(folder, results, parts, language=language, report_date=report_date, public=public, progress=progress.part(0.6, 1))
        paths = {KEYS[part]: str(output / FILES[part]) for part in parts}
        paths.update({"BRIEFING": str(output / documents.BRIEFING)} if "docx" in parts else {})
        figures = {**headline(results.figures, chosen), **group_figure(results.groups), **paths}
        return Outcome(figures=figures, layers=_layers(output, parts))


def _with_origin(results: Results, files: dict[str, Path | None], progress: Progress) -> Results:
    """The results with the files that they rest on and the versions of what made them."""
    from qgis.core import Qgis

    from ...layers.used_files import used_files, versions

    found = aside(progress, lambda relay: used_files(files, relay))
    return replace(results, files=found, versions={"Community 3D": VERSION, "QGIS": Qgis.version(), **versions()})


def write_parts(
    folder: Path,
    results: Results,
    parts: list[str],
    *,
    language: str,
    report_date: str,
    progress: Progress,
    public: Publication | None = None,
) -> None:
    """Write the wanted files into the folder, the scene for publication if asked; it is made while the others are written."""
    from .resulting import for_another_thread, write_page

    words = {"language": language, "translate": translator(language), "report_date": report_date}
    works = [lambda relay: _write_tables(folder, results, parts, **words, progress=relay)]
    if "scene" in parts:
        own = waited(progress, 0, lambda: for_another_thread(results))
        works.append(lambda relay: write_page(folder / FILES["scene"], own, language=language, publication=public, progress=relay))
    together(progress.part(0, 0.9), *works)
    if "docx" in parts:
        documents.write_documents(folder, results, **words, progress=progress.part(0.9, 1))


def _write_tables(folder: Path, results: Results, parts: list[str], *, language: str, progress: Progress, **words: Any) -> None:
    from .resulting import write_database

    if "database" in parts:
        write_database(folder / FILES["database"], results, language=language, version=VERSION, progress=progress.part(0, 0.2))
    if "report" in parts:
        from ..report.page import write_report

        write_report(folder / FILES["report"], results, language=language, **words, progress=progress.part(0.2, 0.5))
    if "xlsx" in parts:
        from ..report.workbook import write_workbook

        write_workbook(folder / FILES["xlsx"], results, language=language, **words, progress=progress.part(0.5, 1))


def _require(parts: list[str]) -> None:
    needs = {"report": environment.REPORT, "xlsx": environment.WORKBOOK, "scene": environment.SCENE, "docx": environment.WORD}
    environment.require({name: floor for part in parts for name, floor in needs.get(part, {}).items()})


def _layers(output: Path, parts: list[str]) -> tuple:
    if "database" not in parts:
        return ()
    from ..shownlayers import result_layers

    return result_layers(output / FILES["database"])
