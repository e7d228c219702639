"""What districtcheck writes: the result workspace and the scene of its results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import tr, translator
from ...layers.progress import Progress, waited
from ...layers.words import Text, text
from ...styles import look
from .loading import Layer
from .tables import ESTIMATE, table_title

if TYPE_CHECKING:
    import pandas as pd

    from ..engine.results import Results

INPUTS = ("areas", "facilities", "streets", "gates", "walls", "estates", "land", "buildings")
# table, role of its style, in the order of the layer tree from the bottom
LAYERS = ("land", "buildings", "streets", "walls", "gates", "areas_out", "isochrones", "iso_exceptions", "ledger", "facilities", "problems")


ROLES = {"facility_standards": "facilitystandards"}  # tables whose style has another name


def result_tables(results: Results) -> dict[str, pd.DataFrame]:
    """The tables of the result workspace: what was decided, and the inputs it rests on."""
    from ..engine.figures import figures_frame

    made = {
        "ledger": results.ledger,
        "summary": results.summary,
        "areas_out": results.areas_out,
        "isochrones": results.isochrones,
        "iso_exceptions": results.iso_exceptions,
        "problems": results.problems,
        "figures": figures_frame(results.figures),
        "sources": results.sources,
    }
    if results.settings.method == ESTIMATE:
        # Nothing is drawn along streets that nobody walked.
        del made["isochrones"], made["iso_exceptions"]
    if results.landcoverage is not None:
        made["landcoverage"] = results.landcoverage
    if results.standards is not None:
        made["facility_standards"] = results.standards.areas
        made["facility_types"], made["area_rules"] = results.standards.types, results.standards.rules
    if results.groups is not None:
        made["groups"] = results.groups
    return {**made, **{name: results.tables[name] for name in INPUTS if len(results.tables.get(name, ()))}}


def write_database(path: Path, results: Results, *, language: str, progress: Progress) -> None:
    """The result workspace, styled so that QGIS shows it well without the plugin."""
    from ...layers.geopackage import write_geopackage

    tables = result_tables(results)
    styles = look.qml({name: ROLES.get(name, name) for name in tables}, language)
    write_geopackage(path, tables, crs=results.crs, styles=styles, progress=progress)


def write_page(path: Path, results: Results, *, language: str, progress: Progress) -> None:
    """The scene of the results."""
    from ..scene.content import scene_content
    from ..scene.export import write_scene

    content = waited(progress, 0, lambda: scene_content(results), text("Preparing the scene"))
    write_scene(path, content, language=language, translations=page_translations(), progress=progress)


def page_translations() -> dict[str, dict[str, str]]:
    """The page's words in Chinese; it carries English itself."""
    from ..scene.words import WORDS

    translate = translator("zh")
    return {"zh": {words.source: translate(words.source) for words in WORDS.values() if isinstance(words, Text)}}


def layer_title(table: str) -> str:
    """A result table's name in QGIS's language."""
    own = {
        "ledger": tr("Coverage ledger"),
        "areas_out": tr("Coverage by area"),
        "isochrones": tr("Isochrones"),
        "iso_exceptions": tr("Where isochrone and ledger differ"),
        "problems": tr("Problems"),
    }
    return own.get(table) or table_title(table)


def result_layers(path: Path) -> tuple[Layer, ...]:
    """The layers of a result workspace that QGIS opens."""
    from ...layers.geopackage import table_names

    present = set(table_names(path)) if path.exists() else set()
    return tuple(Layer(f"{path}|layername={table}", layer_title(table), table) for table in LAYERS if table in present)
