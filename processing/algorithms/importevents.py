"""importevents: a list of 12345 or of city management becomes located events with the areas responsible for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import VECTOR
from . import fileinputs, parameters, tables
from .base import DATA, Algorithm, Outcome
from .brought import Brought
from .importlayer import say_intake

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.events.intake import Events
    from ...layers.incoming.table import Table
    from ..engine.eventareas import EventAreas


class ImportEvents(Algorithm):
    """Loads lists of events; what people wrote freely stays in the file."""

    NAME = "importevents"
    GROUP = DATA
    TAGS = ("12345", "hotline", "work order", "excel", "csv", "事件", "工单", "诉求", "城管", "热线", "drsj")
    FIGURES = {
        **dict.fromkeys(("ROWS_READ", "ROWS_LOADED", "ROWS_REJECTED", "PROBLEMS_COUNT", "OFFSET_M"), float),
        **dict.fromkeys(("NOT_LOCATED", "FOR_VERDICTS", "EVENTS_OUTSIDE", "UNCERTAIN"), float),
        **dict.fromkeys(("METHODS", "CATEGORIES", "WORDS_UNKNOWN", "COORDINATES_DETECTED"), str),
        **dict.fromkeys(("COLUMNS_DROPPED", "COLUMNS_NOT_LOADED", "MAPPING", "ENCODING_DETECTED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "events", "PROBLEMS": "problems"}

    def title(self) -> str:
        """Short name."""
        return tr("Import events")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Loads a list of 12345 or city management without any free text, places it by coordinates or by your own doorplates, "
            "and names the responsible area of every level."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The list, how to read it, what to place it by, who is responsible, where to."""
        words = tr("A table with category, time and address or coordinates; the sheet of a workbook is path|sheet=name.")
        yield fileinputs.file_or_layer("INPUT", tr("List of events"), words)
        yield parameters.doorplates(optional=True)
        yield parameters.areas(optional=True)
        yield fileinputs.encoding()
        yield fileinputs.fields()
        yield fileinputs.coordinates()
        yield fileinputs.reference()
        kinds = QgsProcessingParameterFile("EVENT_WORDS", tr("Words of categories and states"), extension="yaml", optional=True)
        words = tr("A file with words that come before the shipped ones: categories and states, each id with zh, en and words.")
        yield parameters.helped(kinds, words, advanced=True)
        yield parameters.target_crs()
        yield fileinputs.own_words()
        yield parameters.vector_output("OUTPUT", tr("Events"))
        yield fileinputs.rejected()
        yield parameters.vector_output("PROBLEMS", tr("Event problems"), optional=True)
        yield parameters.vector_output("RESPONSIBLE", tr("Responsible areas"), VECTOR, optional=True)
        yield fileinputs.mapping_file()

    def compute(
        self,
        *,
        input: Brought,  # noqa: A002, the parameter's key
        doorplates: gpd.GeoDataFrame | None,
        areas: gpd.GeoDataFrame | None,
        encoding: str,
        fields: str,
        coordinates: str,
        reference: gpd.GeoDataFrame | None,
        event_words: Path | None,
        crs: str | None,
        words: Path | None,
        mapping_file: Path | None,
        progress: Progress,
    ) -> Outcome:
        """Read, take in, ask the areas, tell."""
        from ...layers.events.intake import Wishes, take_in_events
        from ...layers.events.kinds import event_kinds
        from ...layers.incoming.mapping_file import write_mapping
        from ...layers.incoming.own_words import read_own_words
        from ...layers.reference import reference as reference_of

        kinds = event_kinds(event_words)
        read = input.table(encoding=encoding, progress=progress.part(0, 0.3))
        given = {"doorplates": None if doorplates is None else tables.with_key(doorplates, "doorplates"), "areas": areas}
        ours = tables.accept({name: frame for name, frame in given.items() if frame is not None}, progress).frames
        known = [frame for frame in (doorplates, areas, reference) if frame is not None]
        told_by = [frame for frame in (reference, areas) if frame is not None]
        wishes = Wishes(
            fields=fields,
            coordinates=coordinates,
            reference=reference_of(*told_by) if told_by else None,
            doorplates=ours.get("doorplates"),
            crs=tables.crs_of(known[0]) if known else crs,
            origin=input.origin,
            kinds=kinds,
            names=read_own_words(words).names,
        )
        taken = take_in_events(read, wishes, translate=tr, progress=progress.part(0.3, 0.9))
        _say(read, taken, progress)
        if mapping_file:
            write_mapping(mapping_file, taken.mapping)
        frames = {"OUTPUT": taken.frame, "REJECTED": taken.rejected, "PROBLEMS": taken.problems}
        figures = _figures(read, taken)
        if "areas" in ours:
            frames, figures = _with_areas(taken, ours["areas"], frames, figures, progress)
        named = {"OUTPUT": "events", "RESPONSIBLE": "responsible"}
        return Outcome(frames=frames, figures=figures, crs=tables.crs_of(taken.frame), tables=named)


def _with_areas(
    taken: Events, areas: gpd.GeoDataFrame, frames: dict[str, object], figures: dict[str, object], progress: Progress
) -> tuple[dict[str, object], dict[str, object]]:
    """Outputs and figures with what the areas tell."""
    from ...layers.problems import joined, problem_frame
    from ..engine.eventareas import event_areas

    found = event_areas(taken.frame, areas)
    crs = tables.crs_of(taken.frame)
    tables.say_problems(found.problems, progress)
    problems = joined([taken.problems, problem_frame(found.problems, crs=crs, translate=tr)], crs=crs)
    _say_uncertain(found, progress)
    told = {"EVENTS_OUTSIDE": found.outside, "UNCERTAIN": found.uncertain, "PROBLEMS_COUNT": len(problems)}
    return {**frames, "OUTPUT": found.events, "PROBLEMS": problems, "RESPONSIBLE": found.responsible}, {**figures, **told}


def _figures(read: Table, taken: Events) -> dict[str, object]:
    from ...layers.addresses.locate import NONE

    return {
        "ROWS_READ": taken.rows_read,
        "ROWS_LOADED": len(taken.frame),
        "ROWS_REJECTED": len(taken.rejected),
        "PROBLEMS_COUNT": len(taken.problems),
        "OFFSET_M": taken.coordinates.offset_m if taken.coordinates else 0.0,
        "NOT_LOCATED": taken.methods.get(NONE, 0),
        "FOR_VERDICTS": int((taken.frame["for_verdicts"] == "yes").sum()),
        "METHODS": taken.methods,
        "CATEGORIES": {str(name): int(count) for name, count in taken.frame["category"].value_counts().items()},
        "WORDS_UNKNOWN": taken.unknown,
        "COORDINATES_DETECTED": taken.coordinates.word if taken.coordinates else "",
        "COLUMNS_DROPPED": ", ".join(taken.dropped),
        "COLUMNS_NOT_LOADED": ", ".join(taken.not_loaded),
        "MAPPING": taken.mapping.words(),
        "ENCODING_DETECTED": read.encoding.name if read.encoding else "",
        "CRS": tables.crs_of(taken.frame),
    }


def _say(read: Table, taken: Events, progress: Progress) -> None:
    """What was recognised, what stays in the file, and the account of the rows."""
    say_intake(read, taken, progress)
    if taken.not_loaded:
        progress.say(text("Not loaded, whatever stands in them: {columns}.", columns=", ".join(taken.not_loaded)))
    loaded, rejected = len(taken.frame), len(taken.rejected)
    progress.say(text("{read} rows read = {loaded} loaded + {rejected} rejected.", read=taken.rows_read, loaded=loaded, rejected=rejected))


def _say_uncertain(found: EventAreas, progress: Progress) -> None:
    if found.uncertain:
        progress.warn(
            text(
                "Events placed too roughly to tell every area: {count}; uncertain_areas names the levels left empty.",
                count=found.uncertain,
            )
        )
