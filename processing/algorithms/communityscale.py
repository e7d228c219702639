"""communityscale: communities that are candidates for a split or a merger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.words import render, text
from ..compat import POLYGONS, VECTOR
from . import parameters, tables
from .base import COMMUNITIES, Algorithm, Outcome

if TYPE_CHECKING:
    import geopandas as gpd

    from ..engine.communityscale import Scale
    from ..engine.results import Settings

PROFILE, WALKER = "tdt1063", "planning"  # a run's settings name them; here nobody's limits are judged


class CommunityScale(Algorithm):
    """Screens communities by households, dispersion and load."""

    NAME = "communityscale"
    GROUP = COMMUNITIES
    TAGS = ("split", "merge", "scale", "社区规模", "拆分", "合并", "优化调整", "sqgm")
    FIGURES = {
        **dict.fromkeys(("SPLIT", "SPLIT_FULL", "MERGE", "KEEP", "NO_DATA", "COMMUNITIES_COUNT", "COMMUNITIES_AFTER", "HOUSEHOLDS"), float),
        "NOTES": str,
        "LEFT_OUT": float,
        **dict.fromkeys(("COLUMNS_DROPPED", "CRS"), str),
    }
    STYLES = {"OUTPUT": "communityscale", "PARTS": "communityparts", "AFTER": "areas", "CROSSWALK": "crosswalk"}

    def title(self) -> str:
        """Short name."""
        return tr("Community scale")

    def about(self) -> str:
        """One sentence."""
        return tr("Lists communities that are candidates for a split or a merger, with the best neighbour.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Layers, thresholds, outputs."""
        yield parameters.areas()
        yield parameters.doorplates()
        yield parameters.estates()
        words = tr("Candidates only, never a decision.")
        yield parameters.number("SPLIT_ABOVE", tr("Split above (households)"), words, 3000, low=1, high=1e6)
        yield parameters.number("MERGE_BELOW", tr("Merge below (households)"), words, 500, low=0, high=1e6)
        words = tr("A mean distance of estates from the community's centre beyond this counts as dispersed; 500 m are 10 minutes' walk.")
        yield parameters.number("DISPERSED_ABOVE_M", tr("Dispersed above (m)"), words, 500, low=1, high=1e5, advanced=True)
        words = tr("More households for each worker post than this count as overloaded; a grid of one worker has at most 500.")
        yield parameters.number("LOAD_ABOVE", tr("Overloaded above (households per worker)"), words, 500, low=1, high=1e6, advanced=True)
        yield parameters.streets(optional=True)
        yield parameters.gates()
        yield parameters.walls()
        yield parameters.land()
        yield parameters.persons_per_household()
        yield parameters.vector_output("OUTPUT", tr("Community scale"), POLYGONS)
        yield parameters.vector_output("NEIGHBOURS", tr("Neighbours of merge candidates"), VECTOR, optional=True)
        yield parameters.vector_output("PARTS", tr("Proposed parts of split candidates"), POLYGONS, optional=True)
        yield parameters.vector_output("AFTER", tr("Communities after the mergers"), POLYGONS, optional=True)
        yield parameters.vector_output("CROSSWALK", tr("Before and after"), POLYGONS, optional=True)

    def compute(
        self,
        *,
        areas: gpd.GeoDataFrame,
        doorplates: gpd.GeoDataFrame,
        estates: gpd.GeoDataFrame | None,
        split_above: float,
        merge_below: float,
        dispersed_above_m: float,
        load_above: float,
        streets: gpd.GeoDataFrame | None,
        gates: gpd.GeoDataFrame | None,
        walls: gpd.GeoDataFrame | None,
        land: gpd.GeoDataFrame | None,
        persons_per_household: float,
        progress: Progress,
    ) -> Outcome:
        """Accept, screen, join."""
        from ...layers.areas.crosswalk import crosswalk
        from ...layers.errors import InputError
        from ...layers.profiles import standard, walker
        from ..engine.communitymergers import after_mergers
        from ..engine.communityscale import Thresholds, community_scale
        from ..engine.communitywalks import walks_between
        from ..engine.ground import Tables
        from ..engine.results import Settings

        if merge_below > split_above:
            raise InputError(text("MERGE_BELOW is above SPLIT_ABOVE. Give a smaller number for mergers than for splits."))
        given = {"doorplates": doorplates, "estates": estates, "streets": streets, "gates": gates, "walls": walls, "land": land}
        keyed = {name: tables.with_key(frame, name) for name, frame in given.items() if frame is not None}
        taken = tables.accept({"areas": areas, **keyed}, progress)
        run = Settings(standard(PROFILE), walker(WALKER), persons_per_household=persons_per_household)
        doors, barriers = taken["doorplates"], {name: taken.frames.get(name) for name in ("gates", "walls")}
        walked = None
        if streets is not None:
            walked = walks_between(doors, taken["streets"], run, tables=Tables(**barriers), progress=progress.part(0.2, 0.8))
        thresholds = Thresholds(split_above, merge_below, dispersed_above_m, load_above)
        found = community_scale(
            taken["areas"],
            doors,
            estates=taken.frames.get("estates"),
            walked=walked,
            thresholds=thresholds,
            settings=run,
            progress=progress.part(0, 0.2),
        )
        parts = self._parts(found, taken.frames, split_above, run, progress.part(0.5, 0.8))
        after = after_mergers(found, thresholds)
        pairs = crosswalk(found.communities, after, min_area_m2=1, doorplates=doors, progress=progress.part(0.8, 1))
        for note in found.notes:
            progress.warn(note)
        frames = {"OUTPUT": found.communities, "NEIGHBOURS": found.neighbours, "PARTS": parts, "AFTER": after, "CROSSWALK": pairs}
        figures = {**_figures(found), "COMMUNITIES_AFTER": len(after), **taken.figures(), "CRS": tables.crs_of(areas)}
        return Outcome(frames=frames, figures=figures)

    def _parts(
        self, found: Scale, frames: dict[str, gpd.GeoDataFrame], split_above: float, run: Settings, progress: Progress
    ) -> gpd.GeoDataFrame | None:
        """The proposed parts, where they are asked for; raises InputError without streets to cut along."""
        from ...layers.errors import InputError
        from ..engine.communityparts import proposed_parts

        if self.place("PARTS") is None:
            return None
        if "streets" not in frames:
            raise InputError(text("PARTS are cut along streets. Give STREETS, or leave PARTS out."))
        more = {name: frames.get(name) for name in ("land", "estates")}
        parts = proposed_parts(
            found, frames["doorplates"], frames["streets"], **more, split_above=split_above, settings=run, progress=progress
        )
        left = found.count("split") - parts["code"].nunique()
        if left:
            progress.warn(
                text("Split candidates that cannot be cut into parts, because blocks are too few or do not meet: {count}.", count=left)
            )
        return parts


def _figures(found: Scale) -> dict[str, object]:
    return {
        "SPLIT": found.count("split"),
        "SPLIT_FULL": int((found.communities["criteria"] == "large, dispersed, overloaded").sum()),
        "MERGE": found.count("merge"),
        "KEEP": found.count("keep"),
        "NO_DATA": found.count("no_data"),
        "COMMUNITIES_COUNT": len(found.communities),
        "HOUSEHOLDS": float(found.communities["households"].sum()),
        "NOTES": "\n".join(render(note, tr) for note in found.notes),
    }
