"""Map 5-1: where the findings lie, over the boundaries and streets of the data itself."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ....layers.words import Text, text
from ....styles.look import surface
from ...engine.areas import points_xy
from ...engine.dataquality import SEVERITIES
from ..map_layers import MOST_VERTICES, Key, Label, Shape, Sign, text_mm
from ..maps import CREDIT_LINE, STRIP_TOP, WIDTH, Panel, Sheet, names_osm
from ..numbers import decimal
from ..paper import Frame, about_scale, area_paths, frame_of, height_for, inner_points, line_paths, scale_bar, widths_mm
from .facts import QualityFacts
from .words import SEVERITIES as WORDS

CELL = 200  # hundredths of a millimetre: of several signs nearer than this only the gravest is drawn
SHAPES = {"error": "diamond", "warning": "square", "note": "circle"}
TOKENS = {"error": "bad", "warning": "amber", "note": "good"}
HEIGHTS = (6000, 12000)
SOME = 0.995  # of the points: what lies far beyond all others would make the map a dot
BOUNDARIES = ("community", "subdistrict", "district")


def problem_map(facts: QualityFacts) -> Sheet | None:
    """The map; None where no finding has a place."""
    xy = points_xy(facts.examined.problems)
    placed = np.isfinite(xy).all(axis=1)
    bounds = _bounds(facts, xy[placed])
    if not placed.any() or bounds is None:
        return None
    height = height_for(bounds, width=WIDTH, least=HEIGHTS[0], most=HEIGHTS[1])
    frame = frame_of(bounds, x=0, y=0, width=WIDTH, height=height)
    severities = facts.examined.problems["severity"].to_numpy(object)[placed]
    signs, beyond = _signs(frame.places(xy[placed]), severities, frame)
    keys = tuple(
        Key("", WORDS[name], decimal(float((severities == name).sum())), _sign(0, 0, name))
        for name in SEVERITIES
        if (severities == name).any()
    )
    credits_ = _credits(facts, beyond)
    panel = Panel(frame, "", None, _shapes(facts, frame), _labels(facts, frame), signs)
    total = height + STRIP_TOP + len(credits_) * CREDIT_LINE
    scale = decimal(about_scale(frame))
    return Sheet("5-1", text("Where the findings lie"), WIDTH, total, height, (panel,), keys, scale_bar(frame), scale, credits_)


def _credits(facts: QualityFacts, beyond: int) -> tuple[Text, ...]:
    lines = [text("CRS: {crs}; grid north is up.", crs=facts.examined.given.crs)]
    if beyond:
        lines.append(text("Findings beyond the frame: {count}.", count=beyond))
    if names_osm(facts.examined.given.sources["source"].astype(str)):
        lines.append(text("Contains data © OpenStreetMap contributors (ODbL)."))
    if facts.sample:
        lines.append(text("Invented sample data"))
    lines.append(text("One sign may stand for several findings. For internal use only; boundaries are no basis for delimitation."))
    return tuple(lines)


def _bounds(facts: QualityFacts, xy: np.ndarray) -> np.ndarray | None:
    """The box of the areas, else that of nearly all doorplates, else of the findings."""
    tables = facts.examined.given.tables
    areas, doorplates = tables.get("areas"), tables.get("doorplates")
    if areas is not None and len(areas):
        return np.asarray(areas.geometry.total_bounds)
    points = points_xy(doorplates) if doorplates is not None and len(doorplates) else xy
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return None
    low, high = np.quantile(points, [1 - SOME, SOME], axis=0)
    return np.array([*low, *high])


def _signs(places: np.ndarray, severities: np.ndarray, frame: Frame) -> tuple[tuple[Sign, ...], int]:
    """One sign for each cell of the paper and how many findings lie beyond it; the gravest are drawn last, over the others."""
    inside = ((places >= 0) & (places <= [frame.width, frame.height])).all(axis=1)
    rank = pd.Series(severities).map(SEVERITIES.index).to_numpy(int)
    table = pd.DataFrame({"x": places[inside, 0] // CELL, "y": places[inside, 1] // CELL, "rank": rank[inside]}).assign(
        k=np.flatnonzero(inside)
    )
    kept = table.sort_values(["rank", "k"], kind="stable").drop_duplicates(["x", "y"])
    drawn = kept["k"].to_numpy()[::-1]
    return tuple(_sign(int(places[k, 0]), int(places[k, 1]), severities[k]) for k in drawn), int((~inside).sum())


def _sign(x: int, y: int, severity: str) -> Sign:
    return Sign(x, y, SHAPES[severity], surface("light", TOKENS[severity]), "")


def _shapes(facts: QualityFacts, frame: Frame) -> tuple[Shape, ...]:
    tables = facts.examined.given.tables
    found = []
    land, streets, areas = tables.get("land"), tables.get("streets"), tables.get("areas")
    if land is not None and len(land):
        found.append(Shape("".join(area_paths(land.geometry[land["use"] == "water"].to_numpy(), frame)), "water"))
    if streets is not None and len(streets):
        found.append(Shape("".join(line_paths(_longest(streets), frame)), "street"))
    if areas is not None and len(areas):
        unit = facts.examined.by_unit["level"].iloc[0]
        levels = [unit, *(level for level in BOUNDARIES if level != unit)]
        shapes = {level: areas.geometry[areas["level"] == level].to_numpy() for level in levels}
        found += [Shape("".join(area_paths(own, frame)), f"boundary {level}") for level, own in shapes.items() if len(own)]
    return tuple(found)


def _longest(streets: gpd.GeoDataFrame) -> np.ndarray:
    lines = streets.geometry.to_numpy()
    order = np.argsort(-shapely.length(lines), kind="stable")
    return lines[order[np.cumsum(shapely.get_num_coordinates(lines[order])) <= MOST_VERTICES]]


def _labels(facts: QualityFacts, frame: Frame) -> tuple[Label, ...]:
    """The names of communities where they have room."""
    areas = facts.examined.given.tables.get("areas")
    if areas is None or areas.empty:
        return ()
    named = areas[(areas["level"] == "community") & areas["name"].notna()]
    if named.empty:
        return ()
    shapes = named.geometry.to_numpy()
    points, room = frame.places(inner_points(shapes)), widths_mm(shapes, frame)
    return tuple(Label(int(x), int(y), name) for name, (x, y), wide in zip(named["name"], points, room) if wide >= text_mm(name))
