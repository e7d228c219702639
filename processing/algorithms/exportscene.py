"""exportscene: layers become one web page that opens by double-click."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.errors import InputError
from ...layers.progress import Progress, aside
from ...layers.words import text
from .. import environment
from ..compat import POINTS, POLYGONS
from . import parameters, tables
from .base import RESULTS, Algorithm, Outcome
from .settings import chosen_profile

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.results import Settings

SHOWN = ("areas", "buildings", "doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "events")


class ExportScene(Algorithm):
    """Writes the 3D scene."""

    NAME = "exportscene"
    GROUP = RESULTS
    TAGS = ("3d", "html", "cim", "三维", "场景", "swcj")
    FIGURES = {"SIZE_MB": float, "BUILDINGS_COUNT": float, "COLUMNS": str, "LEFT_OUT": float, "COLUMNS_DROPPED": str}

    def title(self) -> str:
        """Short name."""
        return tr("Export 3D scene")

    def about(self) -> str:
        """One sentence."""
        return tr("Writes one HTML file that opens by double-click, without any network.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """What to show, how, where to."""
        yield parameters.areas()
        yield parameters.buildings()
        yield parameters.doorplates(optional=True)
        yield parameters.facilities(optional=True)
        yield parameters.streets(optional=True)
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.estates()
        yield parameters.land()
        events = tr("Output of “Import events”; the scene shows category, state and age, never an address.")
        yield parameters.source("EVENTS", tr("Events"), events, [POINTS], optional=True)
        ledger = tr("Output of “Service coverage”.")
        yield parameters.source("LEDGER", tr("Coverage ledger"), ledger, [POINTS], optional=True)
        words = tr("An earlier ledger of the same doorplates: the page then shows before, after and what changed.")
        yield parameters.source("BEFORE", tr("Ledger before"), words, [POINTS], optional=True)
        words = tr("The facilities of the earlier ledger: the page then marks new, moved and gone ones.")
        yield parameters.source("FACILITIES_BEFORE", tr("Facilities before"), words, [POINTS, POLYGONS], optional=True)
        words = tr("Date of the earlier data (YYYY-MM-DD), shown beside the earlier ledger.")
        yield parameters.string("DATE_BEFORE", tr("Date before"), words)
        bands = tr("Bands for the slider.")
        yield parameters.source("ISOCHRONES", tr("Isochrones"), bands, [POLYGONS], optional=True)
        yield parameters.title()
        yield parameters.language()
        themes = {"dark": tr("Dark"), "light": tr("Light")}
        yield parameters.choice("THEME", tr("Theme"), tr("First look of the page; it can switch later."), themes, "dark")
        words = tr("Protects residents; cannot be switched off.")
        yield parameters.integer("SUPPRESS_BELOW", tr("Hide counts below (persons)"), words, 5, low=3, high=1000)
        words = tr("The page shows how far one walks from any point that is clicked; it needs facilities, walking network and ledger.")
        yield parameters.flag("LIVE_REACH", tr("Walking reach from any point"), words, default=True)
        yield parameters.map_use()
        yield parameters.approval()
        yield parameters.profile_file()
        yield parameters.file_output("OUTPUT", tr("3D scene"), tr("Web page (*.html)"))

    def compute(
        self,
        *,
        ledger: gpd.GeoDataFrame | None,
        isochrones: gpd.GeoDataFrame | None,
        before: gpd.GeoDataFrame | None,
        facilities_before: gpd.GeoDataFrame | None,
        date_before: str,
        title: str,
        language: str,
        theme: str,
        suppress_below: int,
        live_reach: bool,
        map_use: str,
        approval: str,
        profile_file: Path | None,
        output: Path,
        progress: Progress,
        **others: Any,
    ) -> Outcome:
        """Gather, pack, write."""
        environment.require(environment.SCENE)
        refuse_half_a_pair(before, ledger, date_before, map_use)
        from ..scene.content import layers_content
        from ..scene.earlier import with_earlier
        from ..scene.export import write_scene
        from ..scene.rewalk import with_trails
        from .resulting import page_translations, publication

        given = {name: tables.with_key(others[name], name) for name in SHOWN if others.get(name) is not None}
        taken = tables.accept(given, progress)
        crs, shown = tables.crs_of(others["areas"]), {"title": title, "isochrones": isochrones, "settings": named_by(ledger, profile_file)}
        content = aside(progress, lambda _: layers_content(taken.frames, ledger, crs=crs, **shown))
        content = with_trails(content, progress.part(0, 0.3))
        earlier = {"facilities": _with_ids(facilities_before), "date": date_before}
        content = content if before is None else aside(progress, lambda _: with_earlier(content, before, **earlier))
        looks = {
            "publication": publication(map_use, approval),
            "language": language,
            "theme": theme,
            "suppress_below": suppress_below,
            "live_reach": live_reach,
            "translations": page_translations(),
        }
        write_scene(output, content, title=title, **looks, progress=progress.part(0.3, 1))
        figures = {
            "SIZE_MB": round(output.stat().st_size / 1e6, 2),
            "BUILDINGS_COUNT": len(content.table("buildings")),
            "COLUMNS": json.dumps({name: [c for c in frame.columns if c != "geometry"] for name, frame in content.tables.items()}),
        }
        return Outcome(figures={**figures, **taken.figures()})


def named_by(ledger: gpd.GeoDataFrame | None, profile_file: Path | None) -> Settings | None:
    """The settings that a ledger names; its profile may be the user's own."""
    from ..scene.content import ledger_settings

    own = None if profile_file is None else chosen_profile("", profile_file)
    return None if ledger is None else ledger_settings(ledger, own)


def refuse_half_a_pair(before: object, ledger: object, date_before: str, map_use: str) -> None:
    """Raise InputError where an earlier ledger has none to be compared with, would be published, or its date is none."""
    refused = []
    if before is not None and ledger is None:
        refused.append(text("BEFORE is given without LEDGER: choose the ledger to compare it with."))
    if before is not None and map_use == "publication":
        refused.append(text("A scene for publication shows one ledger only: leave BEFORE empty, or choose internal use."))
    if date_before and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date_before):
        refused.append(text("DATE_BEFORE is no date of the form YYYY-MM-DD: {date}.", date=date_before))
    if refused:
        raise InputError(*refused)


def _with_ids(facilities: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame | None:
    return None if facilities is None else tables.with_key(facilities, "facilities")
