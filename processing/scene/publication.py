"""A scene that may leave the office: it only takes away, so that every figure it still shows is the internal scene's.

No heights, doorplates, gates, walls, estates, posts, events, sensitive facilities, second ledger or walking network; areas
are drawn coarser. What is shown must still be reviewed: the page carries its map approval number, else a watermark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import shapely

from ...layers.facility_types import known_types, split_services
from .buildings import Buildings
from .content import SceneContent
from .doorplates import Doorplates
from .facilities import serving

AREA_STEP_M = 20.0
LEFT_OUT_TABLES = ("gates", "walls", "estates", "events")
LEFT_OUT_COLUMNS = {
    "areas": ("leader_posts", "worker_posts"),
    "buildings": ("floors", "height_m", "height_source", "base_m", "name"),
    "facilities": ("capacity", "floor_m2"),
}
# 公开地图内容表示规范 (自然资规〔2023〕2号) forbids sensitive places; which kinds of ours those are is our own cautious reading.
SENSITIVE_TYPES = frozenset({"police_station", "justice_office"})
LEFT_OUT = ("heights", "doorplates", "gates", "walls", "estates", "posts", "events", "sensitive facilities", "walking network")


@dataclass(frozen=True)
class Publication:
    """That a scene is for the public, and under which map approval number; none has been given where it is empty."""

    approval: str = ""

    def stated(self) -> dict:
        """What the file says about it."""
        return {"approval": self.approval, "leftOut": list(LEFT_OUT), "areaStep": AREA_STEP_M}


def taken_away(content: SceneContent) -> SceneContent:
    """The content without what must not leave; ledger and outlines stay, for figures rest on them."""
    tables = {name: _without(name, frame) for name, frame in content.tables.items() if name not in LEFT_OUT_TABLES}
    if "facilities" in tables:
        tables["facilities"] = tables["facilities"][~sensitive(content)].reset_index(drop=True)
    return replace(content, tables={name: frame for name, frame in tables.items() if len(frame)}, trails=None, earlier=None)


def _without(name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return frame.drop(columns=[column for column in LEFT_OUT_COLUMNS.get(name, ()) if column in frame.columns])


def sensitive(content: SceneContent) -> np.ndarray:
    """Which facilities are not shown: of a sensitive type, or of none that any category or the table of types knows."""
    facilities = content.table("facilities")
    categories = content.settings.profile.categories if content.settings else ()
    counted = np.any([serving(content, category) for category in categories], axis=0) if categories else np.zeros(len(facilities), bool)
    # Few rows: facilities of one district.
    kinds = [set(split_services(str(said))) for said in facilities["services"].fillna("")]
    named = np.array([bool(own & SENSITIVE_TYPES) for own in kinds], dtype=bool)
    strange = np.array([not own & known_types() for own in kinds], dtype=bool)
    return named | (strange & ~counted)


def generalised(content: SceneContent) -> SceneContent:
    """The content with outlines of areas in steps of AREA_STEP_M; neighbours keep their common borders."""
    if "areas" not in content.tables:
        return content
    areas = content.tables["areas"]
    coarse = shapely.transform(areas.geometry.to_numpy(), lambda xy: np.rint(xy / AREA_STEP_M) * AREA_STEP_M)
    coarse = shapely.make_valid(coarse)
    # An area smaller than a step keeps its box, so that it is still there.
    gone = shapely.area(coarse) <= 0
    coarse[gone] = shapely.box(*shapely.bounds(shapely.buffer(areas.geometry.to_numpy()[gone], AREA_STEP_M)).T)
    return replace(content, tables={**content.tables, "areas": areas.set_geometry(gpd.GeoSeries(coarse, index=areas.index, crs=areas.crs))})


def without_people(buildings: Buildings) -> Buildings:
    """The buildings without households and residents: the public gets counts by area."""
    unknown = np.full(len(buildings.frame), np.nan)
    return replace(buildings, households=unknown, residents=unknown.copy())


def without_doors(doorplates: Doorplates) -> Doorplates:
    """No doorplate."""
    rows = np.full(len(doorplates.row_of_ledger), -1, dtype=np.int64)
    kept = {name: getattr(doorplates, name)[:0] for name in ("building", "xy")}
    return replace(
        doorplates, frame=doorplates.frame.iloc[:0], area=doorplates.area[:, :0], why=doorplates.why[:, :0], row_of_ledger=rows, **kept
    )
