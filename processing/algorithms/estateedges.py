"""estateedges: walls and gate candidates from the outlines of estates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterBoolean

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import text
from ..compat import LINES, POINTS
from . import parameters, tables
from .base import DATA, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.estateedges import EstateEdges as Found

MOST_NAMES = 20


class EstateEdges(Algorithm):
    """Draws walls around estates and gates where people come through."""

    NAME = "estateedges"
    GROUP = DATA
    TAGS = ("gate", "wall", "compound", "小区", "围墙", "出入口", "大门", "xqwq")
    FIGURES = {
        "WALLS_KM": float,
        "GATES_COUNT": float,
        "ESTATES_WITHOUT_GATE": float,
        "LEFT_OUT": float,
        "COLUMNS_DROPPED": str,
        "CRS": str,
    }
    STYLES = {"WALLS": "walls", "GATES": "gates"}

    def title(self) -> str:
        """Short name."""
        return tr("Estate walls and gates")

    def about(self) -> str:
        """One sentence."""
        return tr("Makes walls of estate outlines, and gates where a path meets them or a doorplate says so, all unknown until checked.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Estates, streets, what is known already, distances."""
        yield parameters.estates(optional=False)
        yield parameters.streets()
        yield parameters.doorplates(optional=True)
        words = tr("They are kept with what was decided and win over candidates near them.")
        yield parameters.source("KNOWN_GATES", tr("Known gates"), words, [POINTS], optional=True)
        words = tr("They are kept; outlines that run along them give no second wall.")
        yield parameters.source("KNOWN_WALLS", tr("Known walls"), words, [LINES], optional=True)
        only = QgsProcessingParameterBoolean("ONLY_GATED", tr("Only estates known to be gated"), False)
        words = tr("Off: estates whose gated is unknown get walls too; those with gated = no never do.")
        yield parameters.helped(only, words)
        words = tr("Paths that pass a wall within this distance, and a gate that is given, are one gate.")
        yield parameters.number("SAME_GATE_M", tr("Same gate (m)"), words, 8, low=0, high=50, decimals=1, advanced=True)
        words = tr("Outlines of neighbours nearer than this share one wall, unless a street runs between them.")
        yield parameters.number("SHARED_M", tr("Shared wall (m)"), words, 3, low=0.1, high=10, decimals=1, advanced=True)
        words = tr("A street that runs on the outline within this distance stays outside the wall and is no gate.")
        yield parameters.number("ALONG_M", tr("Street on the outline (m)"), words, 2, low=0.1, high=10, decimals=1, advanced=True)
        words = tr("How far from its estate's outline a doorplate such as 西门 may stand.")
        yield parameters.number("DOORPLATE_M", tr("Doorplate to outline (m)"), words, 30, low=0, high=200, advanced=True)
        yield parameters.vector_output("WALLS", tr("Estate walls"), LINES)
        yield parameters.vector_output("GATES", tr("Gate candidates"), POINTS)

    def compute(
        self,
        *,
        estates: gpd.GeoDataFrame,
        streets: gpd.GeoDataFrame,
        only_gated: bool,
        same_gate_m: float,
        shared_m: float,
        along_m: float,
        doorplate_m: float,
        doorplates: gpd.GeoDataFrame | None,
        known_gates: gpd.GeoDataFrame | None,
        known_walls: gpd.GeoDataFrame | None,
        progress: Progress,
    ) -> Outcome:
        """Accept, draw, say what is missing."""
        from ..engine.estateedges import Distances, estate_edges

        known = {"doorplates": doorplates, "gates": known_gates, "walls": known_walls}
        given = {"estates": named(estates), "streets": streets, **{name: frame for name, frame in known.items() if frame is not None}}
        taken = tables.accept({name: tables.with_key(frame, name) for name, frame in given.items()}, progress)
        frames = dict(taken.frames)
        found = estate_edges(
            frames.pop("estates"),
            frames.pop("streets"),
            **frames,
            only_gated=only_gated,
            distances=Distances(shared_m=shared_m, along_m=along_m, same_gate_m=same_gate_m, doorplate_m=doorplate_m),
            progress=progress,
        )
        _say_gates(found, progress)
        figures = {
            "WALLS_KM": float(found.walls.geometry.length.sum()) / 1000,
            "GATES_COUNT": len(found.gates),
            "ESTATES_WITHOUT_GATE": len(found.without_gate),
        }
        return Outcome(
            frames={"WALLS": found.walls, "GATES": found.gates},
            figures={**figures, **taken.figures(), "CRS": tables.crs_of(streets)},
        )


def _say_gates(found: Found, progress: Progress) -> None:
    if found.without_gate:
        progress.warn(
            text(
                "Estates with a wall and no gate, which nobody could leave ({count}): {names}. Draw gates or paths, or set gated to no.",
                count=len(found.without_gate),
                names=", ".join(found.without_gate[:MOST_NAMES]),
            )
        )
    if found.moved:
        progress.say(text("Given gates that now stand where a path passes the wall near them: {count}.", count=found.moved))


def named(estates: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The estates with a name each: residential land often has none, then the row number stands for it."""
    numbers = [str(row) for row in range(1, len(estates) + 1)]
    if "name" not in estates.columns:
        return estates.assign(name=estates["estate_id"] if "estate_id" in estates.columns else numbers)
    blank = estates["name"].isna() | (estates["name"].astype(str).str.strip() == "")
    return estates.assign(name=estates["name"].astype(object).mask(blank, numbers))
