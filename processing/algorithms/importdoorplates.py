"""importdoorplates: a register of doorplates or rooms becomes the table doorplates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress, waited
from ...layers.words import text
from ..compat import POINTS, POLYGONS
from . import fileinputs, importreport, parameters, sources, tables, values
from .base import DATA, Algorithm, Outcome
from .brought import Brought
from .importlayer import say_intake

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.doorplates.intake import Register
    from ..engine.areas import Assigned


class ImportDoorplates(Algorithm):
    """Loads doorplates from whatever the office was given."""

    NAME = "importdoorplates"
    GROUP = DATA
    TAGS = ("csv", "xlsx", "excel", "address", "GCJ-02", "门牌", "地址", "坐标", "标准地址", "drmp")
    FIGURES = {
        **dict.fromkeys(
            ("ROWS_READ", "ROWS_LOADED", "ROWS_MERGED", "ROWS_REJECTED", "PROBLEMS_COUNT", "OFFSET_M", "VALUES_REMOVED"), float
        ),
        **dict.fromkeys(("ASSIGNED", "OUTSIDE", "DISAGREEING"), float),
        **dict.fromkeys(("COORDINATES_DETECTED", "BUILDINGS_MATCHED", "COLUMNS_DROPPED", "MAPPING", "ENCODING_DETECTED", "CRS"), str),
    }
    STYLES = {"PROBLEMS": "problems", "DISAGREEMENTS": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Import doorplates")

    def about(self) -> str:
        """One sentence."""
        return tr("Loads doorplates from a table or layer, recognises encoding, columns and coordinates, and accounts for every row.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The register, how to read it, what to compare it with, where to."""
        yield fileinputs.file_or_layer("INPUT", tr("Doorplate file"), tr("A file or a layer's source."))
        yield fileinputs.encoding()
        yield fileinputs.x_field()
        yield fileinputs.y_field()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        yield fileinputs.fields()
        words = tr(
            "Footprints that the doorplates are matched with: "
            "by code, by place, by the nearest of the same estate or road, by the only one near."
        )
        yield parameters.source("BUILDINGS", tr("Buildings"), words, [POLYGONS], optional=True)
        yield parameters.areas(optional=True)
        words = tr("Writes the codes of the areas by position, as “Assign areas to doorplates” does in a run of its own. Needs the areas.")
        yield parameters.flag("ASSIGN", tr("Assign areas"), words)
        yield parameters.target_crs()
        yield fileinputs.own_words()
        yield parameters.vector_output("OUTPUT", tr("Doorplates"))
        yield fileinputs.rejected()
        yield parameters.vector_output("PROBLEMS", tr("Doorplate problems"), optional=True)
        yield parameters.vector_output("DISAGREEMENTS", tr("Disagreements of area codes"), POINTS, optional=True)
        yield importreport.import_report()
        yield fileinputs.mapping_file()

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        encoding: str,
        x_field: str,
        y_field: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        fields: str,
        buildings: gpd.GeoDataFrame | None,
        areas: gpd.GeoDataFrame | None,
        assign: bool,
        crs: str | None,
        words: Path | None,
        report: Path | None,
        mapping_file: Path | None,
        progress: Progress,
    ) -> Outcome:
        """Read, take in, assign where asked, tell."""
        from ...layers.doorplates.intake import Wishes, take_in_register
        from ...layers.incoming.mapping_file import write_mapping
        from ...layers.incoming.own_words import read_own_words
        from ...layers.reference import reference as reference_of

        if assign and areas is None:
            raise InputError(text("ASSIGN needs the areas (AREAS). Choose them, or switch ASSIGN off."))
        own = read_own_words(words)
        # In a list: a million rows need not be kept beside what becomes of them.
        read = [input.table(encoding=encoding, progress=progress.part(0, 0.3))]
        given = [frame for frame in (reference, areas, buildings) if frame is not None]
        target = self._wanted_crs(crs) or (tables.crs_of(given[0]) if given else None)
        shapes = {} if buildings is None else {"buildings": tables.with_key(buildings, "buildings")}
        wishes = Wishes(
            fields=fields,
            coordinates=coordinates,
            x_field=x_field,
            y_field=y_field,
            reference=reference_of(*(frame for frame in (reference, areas) if frame is not None))
            if (reference is not None or areas is not None)
            else None,
            crs=target,
            origin=input.origin,
            buildings=tables.accept(shapes, progress)["buildings"] if shapes else None,
            district=None if areas is None else _land(areas),
            names=own.names,
            words=own.values,
        )
        taken = take_in_register(read.pop(), wishes, translate=tr, progress=progress.part(0.3, 0.95 if assign else 1))
        _say(taken, progress)
        if mapping_file:
            write_mapping(mapping_file, taken.mapping)
        compared = (areas, wishes.buildings)
        files = (
            {report: importreport.filled_report(taken, taken.source, compared, input.origin, self.effective(), progress)} if report else {}
        )
        frames = {"OUTPUT": taken.frame, "REJECTED": taken.rejected, "PROBLEMS": taken.problems}
        figures = _figures(taken)
        if assign:
            assigned = _assigned(taken.frame, areas, progress)
            frames.update(OUTPUT=assigned.doorplates, DISAGREEMENTS=assigned.disagreements)
            figures.update(ASSIGNED=assigned.assigned, OUTSIDE=assigned.outside, DISAGREEING=len(assigned.disagreements))
        crs = tables.crs_of(taken.frame)
        return Outcome(frames=frames, figures=figures, crs=crs, tables={"OUTPUT": "doorplates"}, files=files)

    def run_crs(self, placed: list[sources.Source]) -> QgsCoordinateReferenceSystem:
        """What the doorplates come out in, so that areas and buildings are compared there; else as of any run."""
        chosen = values.plain(self, self.parameterDefinition("CRS"), self._parameters, QgsProcessingContext())
        wanted = self._wanted_crs(chosen)
        if not wanted:
            return super().run_crs(placed)
        sources.refuse_without_crs(placed)
        return QgsCoordinateReferenceSystem(wanted)

    def _wanted_crs(self, chosen: str | None) -> str | None:
        """What CRS says, else that of the workspace that is written into."""
        from ...layers.workspace import workspace_crs

        place = self.place("OUTPUT")
        return chosen or (workspace_crs(place.path) if place else None)


def _assigned(doorplates: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, progress: Progress) -> Assigned:
    from ..engine.areas import assign_doorplates

    accepted = tables.accept({"areas": areas}, progress)["areas"]
    return waited(progress, 0.95, partial(assign_doorplates, doorplates, accepted, translate=tr), text("Assigning areas"))


def _land(areas: gpd.GeoDataFrame) -> object:
    import shapely

    return shapely.union_all(shapely.make_valid(areas.geometry.dropna().to_numpy()))


def _figures(taken: Register) -> dict[str, object]:
    return {
        "ROWS_READ": taken.rows_read,
        "ROWS_LOADED": len(taken.frame),
        "ROWS_MERGED": taken.merged,
        "ROWS_REJECTED": len(taken.rejected),
        "PROBLEMS_COUNT": len(taken.problems),
        "COORDINATES_DETECTED": taken.coordinates.word,
        "OFFSET_M": taken.coordinates.offset_m,
        "BUILDINGS_MATCHED": taken.matched.rates() if taken.matched else {},
        "COLUMNS_DROPPED": ", ".join(taken.dropped),
        "VALUES_REMOVED": taken.removed,
        "MAPPING": taken.mapping.words(),
        "ENCODING_DETECTED": taken.source.encoding.name if taken.source.encoding else "",
        "CRS": tables.crs_of(taken.frame),
    }


def _say(taken: Register, progress: Progress) -> None:
    """What was recognised, what is wrong, and the account of the rows."""
    say_intake(taken.source, taken, progress)
    progress.say(
        text(
            "{read} rows read = {loaded} loaded + {merged} rooms summed at their door + {rejected} rejected.",
            read=taken.rows_read,
            loaded=len(taken.frame),
            merged=taken.merged,
            rejected=len(taken.rejected),
        )
    )
