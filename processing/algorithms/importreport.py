"""The report of an import: what came, what was left out, what is wrong with it, in the words of an office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFileDestination

from ...i18n import legend_language, tr
from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from .. import environment

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.doorplates.intake import Register
    from ...layers.incoming.table import Table
    from .outputs import Fill
    from .parameters import Parameter

HTML_FILTER = "HTML (*.html)"


def import_report() -> Parameter:
    """Where the report goes; made only when asked for."""
    return QgsProcessingParameterFileDestination("REPORT", tr("Import report"), HTML_FILTER, None, True, False)


def filled_report(
    taken: Register,
    read: Table,
    compared: tuple[gpd.GeoDataFrame | None, gpd.GeoDataFrame | None],
    origin: str,
    parameters: Mapping[str, Any],
    progress: Progress,
) -> Fill:
    """What writes the report of a register that was taken in and compared with areas and buildings, in QGIS's language."""
    from ...layers.profiles import profile, walker
    from ...layers.quality.file import of_register
    from ..engine.dataquality import examine
    from ..engine.results import Settings
    from ..report.quality.facts import QualityFacts
    from ..report.quality.page import fill_quality_report

    environment.require(environment.REPORT)
    given = of_register(taken, read, _beside(*compared, progress), origin)
    settings = Settings(profile("tdt1063"), walker("planning"))
    language = legend_language()
    examined = aside(
        progress.part(1, 1), lambda relay: examine(given, settings=settings, language=language, checked=True, translate=tr, progress=relay)
    )
    facts = QualityFacts(examined, language, tr, origin, parameters)
    return lambda path, progress: fill_quality_report(path, facts, progress=progress)


def _beside(areas: gpd.GeoDataFrame | None, buildings: gpd.GeoDataFrame | None, progress: Progress) -> dict[str, gpd.GeoDataFrame]:
    """What the doorplates are compared with; areas without codes and levels cannot be counted by and are left out."""
    from ...layers.door import accept

    found = {} if buildings is None else {"buildings": buildings}
    if areas is None:
        return found
    try:
        return {**found, "areas": accept("areas", areas, translate=tr).frame}
    except InputError as error:
        progress.warn(text("The report does not count by area: {reason}", reason=error.message(tr)))
        return found
