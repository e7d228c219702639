"""importfacilities: a list of facilities becomes the table facilities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingContext, QgsProcessingParameterFile

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import VECTOR
from . import fileinputs, outputs, parameters, tables
from .base import DATA, Algorithm, Outcome
from .brought import Brought
from .importlayer import say_intake

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ...layers.facilities.intake import Facilities
    from ...layers.facilities.surveys import Survey
    from ...layers.incoming.table import Table

MOST_WORDS = 20


class ImportFacilities(Algorithm):
    """Loads facilities from Excel lists, POI tables and layers."""

    NAME = "importfacilities"
    GROUP = DATA
    TAGS = ("poi", "excel", "csv", "AMap", "高德", "设施", "服务设施", "公共服务", "drss")
    STYLES = {"OUTPUT": "facilities"}
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "ROWS_LOADED", "ROWS_REJECTED", "PROBLEMS_COUNT", "OFFSET_M", "VALUES_REMOVED"), float),
        **dict.fromkeys(("SERVICES", "METHODS", "TYPES_UNKNOWN", "COORDINATES_DETECTED"), str),
        **dict.fromkeys(("SURVEYED_COMPLETELY", "NONE_FOUND", "NO_DATA", "COLUMNS_DROPPED", "MAPPING", "ENCODING_DETECTED", "CRS"), str),
    }

    def title(self) -> str:
        """Short name."""
        return tr("Import facilities")

    def about(self) -> str:
        """One sentence."""
        return tr("Loads a list of facilities, tells their services by words and their places by coordinates or addresses.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The list, how to read it, what to place it by, where to."""
        yield fileinputs.file_or_layer("INPUT", tr("Facility list"), tr("A file or a layer's source."))
        yield fileinputs.encoding()
        yield fileinputs.fields()
        yield fileinputs.coordinates()
        words = tr("Areas, streets or buildings known to be right; tells what the coordinates are and whether they are shifted.")
        yield parameters.source("REFERENCE", tr("Reference layer"), words, [VECTOR], optional=True)
        yield parameters.doorplates(optional=True)
        types = QgsProcessingParameterFile("TYPE_WORDS", tr("Words of facility types"), extension="yaml", optional=True)
        words = tr("A file with words and types that come before the shipped ones: amap and words, lines like “菜场: [market]”.")
        yield parameters.helped(types, words, advanced=True)
        yield from _survey_inputs()
        yield parameters.target_crs()
        yield fileinputs.own_words()
        yield parameters.vector_output("OUTPUT", tr("Facilities"))
        yield fileinputs.rejected()
        yield parameters.vector_output("SURVEYS", tr("Surveys"), optional=True)
        yield fileinputs.mapping_file()

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        encoding: str,
        fields: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        doorplates: gpd.GeoDataFrame | None,
        type_words: str | None,
        surveyed: str,
        surveyed_on: str,
        crs: str | None,
        words: Path | None,
        mapping_file: Path | None,
        progress: Progress,
    ) -> Outcome:
        """Read, take in, tell."""
        from ...layers.facilities.intake import Wishes, take_in_facilities
        from ...layers.facilities.surveys import survey
        from ...layers.facilities.types import facility_words
        from ...layers.incoming.mapping_file import write_mapping
        from ...layers.incoming.own_words import read_own_words
        from ...layers.reference import reference as reference_of

        own, kinds = read_own_words(words), facility_words(Path(type_words) if type_words else None)
        survey(surveyed, (), (), as_of=surveyed_on, words=kinds)  # refuses unknown words before anything is read
        read = input.table(encoding=encoding, progress=progress.part(0, 0.3))
        doors = (
            None if doorplates is None else tables.accept({"doorplates": tables.with_key(doorplates, "doorplates")}, progress)["doorplates"]
        )
        given = [frame for frame in (doors, reference) if frame is not None]
        wishes = Wishes(
            fields=fields,
            coordinates=coordinates,
            reference=None if reference is None else reference_of(reference),
            doorplates=doors,
            crs=crs if doors is None and crs else (tables.crs_of(given[0]) if given else None),
            origin=input.origin,
            words=kinds,
            names=own.names,
            values=own.values,
        )
        taken = take_in_facilities(read, wishes, translate=tr, progress=progress.part(0.3, 1))
        _say(read, taken, progress)
        stated = survey(surveyed, taken.frame["services"], taken.left_out, as_of=surveyed_on, origin=input.origin, words=kinds)
        rows = self._with_earlier(stated)
        no_data = _say_survey(stated, rows, taken, progress)
        if mapping_file:
            write_mapping(mapping_file, taken.mapping)
        frames = {"OUTPUT": taken.frame, "REJECTED": taken.rejected, "SURVEYS": rows}
        complete = ", ".join(rows.loc[rows["complete"] == "yes", "category"])
        told = {"SURVEYED_COMPLETELY": complete, "NONE_FOUND": ", ".join(stated.empty), "NO_DATA": no_data}
        named = {"OUTPUT": "facilities", "SURVEYS": "surveys"}
        return Outcome(frames=frames, figures={**_figures(read, taken), **told}, crs=tables.crs_of(taken.frame), tables=named)

    def _destinations(self, context: QgsProcessingContext) -> dict[str, outputs.Destination]:
        """The named places; a survey without one stands beside the facilities, as the workspace wants it."""
        places = super()._destinations(context)
        stated = self.parameterAsString(self._parameters, "SURVEYED", context).strip()
        if stated and "SURVEYS" not in places:
            path = places["OUTPUT"].path
            if path.suffix.lower() != outputs.GEOPACKAGE:
                raise InputError(text("SURVEYED has no place to go. Name SURVEYS, or write OUTPUT into a GeoPackage (.gpkg)."))
            places["SURVEYS"] = outputs.Destination(path, "surveys", named=True)
        return places

    def _with_earlier(self, stated: Survey) -> pd.DataFrame:
        """The rows with those that the survey's place holds already."""
        from ...layers.facilities.surveys import TABLE, with_earlier
        from ...layers.geopackage import read_table, table_names

        place = self.place("SURVEYS")
        if place is None or place.path.suffix.lower() != outputs.GEOPACKAGE or not place.path.exists():
            return stated.frame
        name = place.called(TABLE).table
        return with_earlier(stated.frame, read_table(place.path, name)) if name in table_names(place.path) else stated.frame


def _survey_inputs() -> Iterator[parameters.Parameter]:
    """What the list holds completely, and since when."""
    words = tr(
        "Categories or types of which the list holds every facility of the district, for example market, 养老; * for all. "
        "Where none is found the result then says 0 %; where nothing is stated it says no data and fails nobody."
    )
    yield parameters.string("SURVEYED", tr("Completely surveyed"), words)
    yield parameters.string("SURVEYED_ON", tr("Day of the survey"), tr("For example 2026-03-05; printed with the survey."))


def _figures(read: Table, taken: Facilities) -> dict[str, object]:
    services = taken.frame["services"].str.split(",").explode().value_counts()
    return {
        "ROWS_READ": taken.rows_read,
        "ROWS_LOADED": len(taken.frame),
        "ROWS_REJECTED": len(taken.rejected),
        "PROBLEMS_COUNT": len(taken.problems),
        "OFFSET_M": taken.coordinates.offset_m if taken.coordinates else 0.0,
        "SERVICES": {str(name): int(count) for name, count in services.items()},
        "METHODS": taken.methods,
        "TYPES_UNKNOWN": taken.unknown,
        "COORDINATES_DETECTED": taken.coordinates.word if taken.coordinates else "",
        "COLUMNS_DROPPED": ", ".join(taken.dropped),
        "VALUES_REMOVED": taken.removed,
        "MAPPING": taken.mapping.words(),
        "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
        "CRS": tables.crs_of(taken.frame),
    }


def _say(read: Table, taken: Facilities, progress: Progress) -> None:
    """What was recognised, which types tell no service, and the account of the rows."""
    say_intake(read, taken, progress)
    if taken.unknown:
        listed = "; ".join(f"{word or '–'} {count}" for word, count in list(taken.unknown.items())[:MOST_WORDS])
        progress.warn(text("Types that tell no service of ours, with their rows: {types}", types=listed))
    loaded, rejected = len(taken.frame), len(taken.rejected)
    progress.say(text("{read} rows read = {loaded} loaded + {rejected} rejected.", read=taken.rows_read, loaded=loaded, rejected=rejected))


def _say_survey(stated: Survey, rows: pd.DataFrame, taken: Facilities, progress: Progress) -> str:
    """What follows from what is stated and what is not; the ids of the categories that can only be no data."""
    from ...layers.facilities.surveys import without_survey
    from ...layers.profiles import profile

    missing = ", ".join(line.id for line in without_survey(taken.frame["services"], rows, profile("tdt1063").categories))
    if not len(stated.frame):
        progress.warn(
            text("SURVEYED is empty, so nothing says that the list is complete: a category without any facility is no data, never a fail.")
        )
    if stated.empty:
        words = text("Surveyed completely and none in the list, so 0 % and a fail: {categories}.", categories=", ".join(stated.empty))
        progress.warn(words)
    if stated.lost:
        words = text(
            "Not complete after all, because their rows were rejected: {categories}. Mend these rows and load the list again.",
            categories=", ".join(stated.lost),
        )
        progress.warn(words)
    if missing:
        words = text(
            "Neither a facility nor a survey, so no data unless another list holds them: {categories}.",
            categories=missing,
        )
        progress.warn(words)
    return missing
