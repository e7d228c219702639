"""What districtcheck writes: the result workspace and the scene of its results."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import mark, translator
from ...layers.errors import InputError
from ...layers.progress import Progress, waited
from ...layers.words import Text, text
from .. import dressing
from . import origin
from .tables import ESTIMATE

if TYPE_CHECKING:
    import pandas as pd

    from ..engine.results import Results
    from ..scene.publication import Publication

INPUTS = ("areas", "facilities", "streets", "gates", "walls", "estates", "land", "buildings")
ROLES = {"facility_standards": "facilitystandards", "places": "capacity_load"}  # tables whose style has another name


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
        "figures": with_parameters(figures_frame(results.figures), results.parameters),
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
    if results.places is not None:
        made["places"] = results.places.loads
    if results.groups is not None:
        made["groups"] = results.groups
    return {**made, **{name: results.tables[name] for name in INPUTS if len(results.tables.get(name, ()))}}


def with_parameters(figures: pd.DataFrame, used: Mapping[str, object]) -> pd.DataFrame:
    """The figures with one row more: the effective inputs as JSON, by which a doorplate is explained later."""
    import pandas as pd

    row = {"figure": "PARAMETERS", "value": None, "text": json.dumps(used, ensure_ascii=False, sort_keys=True, default=str), "unit": ""}
    return pd.concat([figures, pd.DataFrame([row], columns=figures.columns)], ignore_index=True)


def write_database(path: Path, results: Results, *, language: str, version: str, progress: Progress) -> None:
    """The result workspace, styled so that QGIS shows it well without the plugin."""
    from ...layers.geopackage import write_geopackage

    tables = result_tables(results)
    translate = translator(language)
    names = {line.id: line.name(language) for line in results.settings.profile.categories}
    styles = dressing.styles_of(tables, ROLES, language, translate, names)
    title = translate(mark("District check"))
    told = origin.abstract(title, results.parameters, version=version, today=date.today(), translate=translate)
    write_geopackage(path, tables, crs=results.crs, styles=styles, notes=dict.fromkeys(tables, told), progress=progress)


def publication(map_use: str, approval: str) -> Publication | None:
    """What parameters say about publishing; None for internal use. Raises InputError for a number without that use."""
    from ..scene.publication import Publication

    number = " ".join(approval.split())
    if map_use == "publication":
        return Publication(number)
    if number:
        raise InputError(
            text("APPROVAL names a map approval number, but MAP_USE is internal: choose publication, or leave APPROVAL empty.")
        )
    return None


def write_page(path: Path, results: Results, *, language: str, progress: Progress, publication: Publication | None = None) -> None:
    """The scene of the results."""
    from ..scene.content import scene_content
    from ..scene.export import write_scene

    content = waited(progress, 0, lambda: scene_content(results), text("Preparing the scene"))
    write_scene(path, content, language=language, translations=page_translations(), publication=publication, progress=progress)


def for_another_thread(results: Results) -> Results:
    """The results with frames of their own for the scene, so that it is made while the other parts are written."""
    from ...layers.frames import apart

    tables = {name: apart(frame) for name, frame in results.tables.items()}
    frames = {name: apart(getattr(results, name)) for name in ("ledger", "summary", "isochrones", "problems", "sources")}
    return replace(results, tables=tables, **frames)


def page_translations() -> dict[str, dict[str, str]]:
    """The page's words in Chinese; it carries English itself."""
    from ..scene.words import WORDS

    translate = translator("zh")
    return {"zh": {words.source: translate(words.source) for words in WORDS.values() if isinstance(words, Text)}}
