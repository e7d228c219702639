"""landcoverage: the share of land inside the isochrones."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import legend_language, tr
from ...layers.progress import Progress
from ...layers.words import Text, text
from ..compat import VECTOR
from . import parameters, tables
from .base import CIRCLE, Algorithm, Outcome
from .elevation import Raster, relief_under
from .howlong import say_circles
from .settings import settings

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from ..engine.results import Settings


class LandCoverage(Algorithm):
    """Measures the land inside the isochrones of every category, area by area."""

    NAME = "landcoverage"
    GROUP = CIRCLE
    REPEATABLE = True
    TAGS = ("isochrone", "residential land", "15 minutes", "用地", "等时圈", "覆盖", "ydfg")
    FIGURES = {"LAND_RATE": str, "RATE": str, "CROW_RATE": str, "DEM_COVER": float, "LEFT_OUT": float, "COLUMNS_DROPPED": str, "CRS": str}

    def title(self) -> str:
        """Short name."""
        return tr("Land coverage")

    def about(self) -> str:
        """One sentence."""
        return tr(
            "Measures for every area and category the share of residential land inside the isochrone, "
            "beside the shares of households within reach and inside straight-line circles."
        )

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, standards, walking, columns, output."""
        yield parameters.facilities()
        yield parameters.streets()
        yield parameters.doorplates(optional=True)
        yield from tables.optional_layers()
        yield parameters.profile()
        yield parameters.walker()
        yield parameters.snap_limit()
        yield parameters.weight()
        yield from tables.advanced_values()
        yield parameters.vector_output("OUTPUT", tr("Land coverage"), VECTOR)

    def compute(
        self,
        *,
        facilities: gpd.GeoDataFrame,
        streets: gpd.GeoDataFrame,
        doorplates: gpd.GeoDataFrame | None,
        progress: Progress,
        profile: str,
        profile_file: Path | None,
        id_field: str,
        weight_field: str,
        services: str,
        weight: str,
        dem: Raster | None,
        **others: object,
    ) -> Outcome:
        """Accept the layers, draw the isochrones, measure."""
        from ..engine.figures import outputs
        from ..engine.landcheck import land_coverage

        chosen = settings(self.effective(), profile=profile, profile_file=profile_file, weight=weight, **tables.walking(others))
        given = {
            "facilities": tables.with_services(tables.with_key(facilities, "facilities"), services),
            "streets": tables.with_key(streets, "streets"),
            **tables.optional_frames(others),
        }
        if doorplates is not None:
            given["doorplates"] = tables.with_weight(tables.with_key(doorplates, "doorplates", id_field), weight, weight_field)
        say_circles(progress, len(facilities))
        taken = tables.accept(given, progress)
        frames = dict(taken.frames)
        main = {name: frames.pop(name, None) for name in ("facilities", "streets", "doorplates")}
        relief = relief_under(dem, main["streets"], tables.crs_of(streets), progress)
        found = land_coverage(**main, tables=frames, relief=relief, settings=chosen, progress=progress)
        tables.say_problems(found.problems, progress)
        for words in what_differs(found.table, chosen):
            progress.say(words)
        rates = {name: value for name, value in outputs(found.figures).items() if name in self.FIGURES}
        return Outcome(frames={"OUTPUT": found.table}, figures={**rates, **taken.figures(), "CRS": tables.crs_of(streets)})


def what_differs(table: pd.DataFrame, chosen: Settings) -> Iterator[Text]:
    """A sentence on the category whose three shares differ most."""
    from ..engine.landcoverage import largest_difference

    row = largest_difference(table)
    if row is None:
        return
    shares = {name: _percent(row[f"share_{name}"]) for name in ("land", "households", "circle")}
    sentence = text(
        "The shares differ most for {category}: the isochrone covers {land} of the land, the ledger reaches {households}, "
        "straight-line circles would hold {circle}.",
        category=chosen.profile.category(str(row["category"])).name(legend_language()),
        **shares,
    )
    yield sentence


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{share:.1%}"
