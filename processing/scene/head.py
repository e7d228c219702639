"""The head of the payload: everything the panels show that is not a building or a doorplate."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import Category
from ...styles.look import THEMES, category_colour
from ..engine.results import ESTIMATE
from ..engine.rollup import weight_word
from .content import SceneContent, area_points, areas_by_level, page_levels
from .doorplates import Doorplates, reason_codes
from .facilities import serving
from .ground import BANDS, road_places
from .place import Place
from .privacy import SUPPRESSED
from .values import texts, whole

AREA_COLUMNS = (
    *("level", "partition", "code", "name", "parent", "households", "residents", "doorplates", "buildings"),
    *("leader_posts", "worker_posts", "quality", "x", "y", "bbox"),
)
# The columns that the payload takes from each table, for the statement of what the file contains.
STATED_COLUMNS = {
    "areas": ("code", "name", "level", "leader_posts", "worker_posts"),
    "buildings": ("name", "use", "floors", "height_m", "height_source", "base_m"),
    "facilities": ("name", "services", "capacity", "floor_m2", "opening"),
    "streets": ("name", "kind", "level"),
    "gates": ("open",),
    "land": ("use",),
    "estates": ("name",),
    "events": ("category", "state", "reported_at"),
}
OSM = "OpenStreetMap"
OSM_CREDIT = "© OpenStreetMap contributors (ODbL)"  # its licence asks for this name beside every map


def meta(content: SceneContent, place: Place, *, suppress_below: int) -> dict:
    """Title, standard, walker, dates, place: what header, method and privacy pages say."""
    settings = content.settings
    common = {
        "title": content.title,
        "sample": content.sample,
        "date": content.date,
        "crs": content.crs,
        "origin": [place.longitude, place.latitude],
        "toLonLat": place.to_lon_lat,
        "fromLonLat": place.from_lon_lat,
        "bounds": [round(value, 1) for value in place.bounds],
        "suppressBelow": suppress_below,
        "hasLedger": settings is not None,
        "problems": dict(content.problems),
        "sources": list(content.sources),
        "credits": _credits(content),
    }
    return {**common, **(_run(content) if settings else {"stops": [], "unit": "min", "weights": []})}


def _credits(content: SceneContent) -> list[str]:
    """Who must be named beside the map."""
    sources = (frame["source"] for frame in content.tables.values() if "source" in frame.columns)
    named = any(source.fillna("").str.contains(OSM, regex=False).any() for source in sources)
    return [OSM_CREDIT] if named else []


def _run(content: SceneContent) -> dict:
    settings = content.settings
    profile, walker = settings.profile, settings.walker
    units = {category.unit for category in profile.categories}
    unit = "min" if "min" in units else "m"
    sources = content.ledger["weight_source"].value_counts() if "weight_source" in content.ledger.columns else {}
    return {
        "run": settings.run,
        "standard": {"id": profile.id, "zh": profile.title_zh, "en": profile.title_en},
        "walker": {"id": walker.id, "zh": walker.name_zh, "en": walker.name_en, "speed": walker.speed_ms},
        "weight": settings.weight,
        "weights": ["households", "residents"],
        # Where no household is known each doorplate counts as one: the unit is doorplates then.
        "weightWord": weight_word(content.ledger, settings),
        "weightSources": {str(source): int(count) for source, count in sorted(dict(sources).items())},
        "personsPerHousehold": settings.persons_per_household,
        "residentsEstimated": _residents_estimated(content.ledger, settings.persons_per_household),
        "snapLimit": settings.snap_limit_m,
        "method": settings.method,
        "detourFactor": settings.detour_factor,
        "direction": settings.direction,
        "targetSource": profile.target_source,
        "unit": unit,
        "stops": list(BANDS[unit]),
    }


def _residents_estimated(ledger: pd.DataFrame, persons_per_household: float) -> bool:
    """Whether every number of residents is only the households times so many persons."""
    if not {"households", "residents"} <= set(ledger.columns) or not len(ledger):
        return False
    inferred = ledger["households"].to_numpy(dtype=float) * persons_per_household
    return bool(np.allclose(ledger["residents"].to_numpy(dtype=float), inferred, atol=0.51, rtol=0, equal_nan=True))


def categories(content: SceneContent, reach: dict[str, tuple[dict, dict]]) -> list[dict]:
    """The judged categories in profile order."""
    if content.settings is None:
        return []
    return [_category(category, content, reach) for category in content.settings.profile.categories]


def _category(category: Category, content: SceneContent, reach: dict[str, tuple[dict, dict]]) -> dict:
    codes = reason_codes(content.ledger, category)
    return {
        "id": category.id,
        "zh": category.name_zh,
        "en": category.name_en,
        "limit": category.limit,
        "unit": category.unit,
        # Against a target the page would call areas short: an estimate concludes nothing.
        "target": None if content.settings.method == ESTIMATE else category.target,
        "glyph": category.glyph or category.name_zh[:1],
        "shape": category.shape,
        "colour": {theme: category_colour(category.id, theme) for theme in THEMES},
        "source": category.source,
        "clause": category.clause,
        "confidence": category.confidence,
        "facilities": int(serving(content, category).sum()),
        # Judged without any facility: the survey was complete and found none.
        "judged": bool((codes < 8).any()),
        "reach": reach[category.id][0]["limits"] if category.id in reach else [],
    }


def levels(areas: gpd.GeoDataFrame) -> list[dict]:
    """The levels below the district that the page can rank and draw."""
    return [{"id": level, "count": int((areas["level"] == level).sum())} for level in page_levels(areas)]


def area_table(
    content: SceneContent, buildings_area: np.ndarray, doorplates: Doorplates, place: Place, *, suppress_below: int
) -> dict[str, list]:
    """One list per column of the areas; few residents are hidden."""
    areas = content.table("areas")
    if not len(areas):
        return {name: [] for name in AREA_COLUMNS}
    inside = place.local(area_points(areas))
    boxes = shapely.bounds(areas.geometry.to_numpy()) - np.tile(place.origin, 2)
    return {
        "level": areas["level"].tolist(),
        "partition": areas["partition"].tolist(),
        "code": areas["code"].astype(str).tolist(),
        "name": texts(areas, "name"),
        "parent": _parents(areas),
        "households": _area_sums(doorplates, "households", len(areas)),
        "residents": _hidden(_area_sums(doorplates, "residents", len(areas)), below=suppress_below),
        "doorplates": _counts(doorplates.area, len(areas)),
        "buildings": _counts(buildings_area, len(areas)),
        "leader_posts": whole(areas, "leader_posts"),
        "worker_posts": whole(areas, "worker_posts"),
        # Of the walking network: good, usable, not_usable.
        "quality": [content.quality.get(place) for place in zip(areas["partition"], areas["level"], areas["code"])],
        "x": np.round(inside[:, 0], 1).tolist(),
        "y": np.round(inside[:, 1], 1).tolist(),
        "bbox": np.round(boxes, 1).ravel().tolist(),
    }


def _parents(areas: gpd.GeoDataFrame) -> list[int]:
    """Row of each area's parent: as its parent_code says, else the next larger area that holds a point of it; -1 = none."""
    rank = areas["level"].map({level: k for k, level in enumerate(page_levels(areas))}).to_numpy()
    row_of_code = {code: row for row, code in enumerate(areas["code"].astype(str))}
    stated = [row_of_code.get(str(code), -1) for code in areas.get("parent_code", pd.Series(None, index=areas.index, dtype=object))]
    by_place = _larger_by_place(areas, rank)
    return [int(own) if own >= 0 and rank[own] < rank[row] else int(by_place[row]) for row, own in enumerate(stated)]


def _larger_by_place(areas: gpd.GeoDataFrame, rank: np.ndarray) -> np.ndarray:
    holders = areas_by_level(area_points(areas), areas)
    found = np.full(len(areas), -1)
    for k, rows in enumerate(holders):
        found = np.where((rank > k) & (rows >= 0), rows, found)
    return found


def _counts(area_by_level: np.ndarray, count: int) -> list[int]:
    inside = area_by_level[area_by_level >= 0]
    return np.bincount(inside, minlength=count).tolist()


def _area_sums(doorplates: Doorplates, name: str, count: int) -> list[float | None]:
    if name not in doorplates.frame.columns:
        return [None] * count
    values = np.nan_to_num(doorplates.frame[name].to_numpy(dtype=float))
    sums = np.zeros(count)
    for rows in doorplates.area:
        sums += np.bincount(rows[rows >= 0], weights=values[rows >= 0], minlength=count)
    return np.rint(sums).astype(int).tolist()


def _hidden(counts: list[int | None], *, below: int) -> list[int | None]:
    return [int(SUPPRESSED) if count is not None and 0 < count < below else count for count in counts]


def estate_table(content: SceneContent, names: list[str], place: Place) -> dict[str, list]:
    """Estates by the doorplates' own list: name and a place for its label (None where no outline has that name)."""
    estates = content.table("estates")
    points = {}
    if len(estates):
        inside = np.round(place.local(area_points(estates)), 1).tolist()
        points = dict(zip(estates["name"].astype(str), inside))
    return {"name": names, "xy": [points.get(name) for name in names]}


def figures(content: SceneContent) -> dict[str, list]:
    """The printed figures by id: [value, unit]; those of single areas are in the measures."""
    return {one.id: [_figure_value(one.value), one.unit] for one in content.figures.values() if "@" not in one.id}


def _figure_value(value: float | int | str | None) -> float | int | str | None:
    if isinstance(value, (int, str)) or value is None:
        return value
    return float(value) if np.isfinite(value) else None


def roads(content: SceneContent, place: Place) -> list[dict]:
    """Road names with a place to fly to."""
    return road_places(content.table("streets"), place)
