"""Maps of the check list: one A4 page for every 20 places, with their numbers, to take outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from ....layers.progress import SILENT, Progress, aside
from ....layers.words import Text, text
from ....styles.look import surface
from ..map_layers import Key, Label, Shape, Sign
from ..maps import CREDIT_LINE, STRIP_TOP, WIDTH, Panel, Sheet, names_osm
from ..numbers import decimal
from ..page import TEMPLATES, colours, environment
from ..paper import Frame, about_scale, area_paths, frame_of, line_paths, scale_bar
from .checklist import heading, walk_lists
from .facts import QualityFacts

POINTS_A_PAGE = 20
HEIGHT = 9500  # hundredths of a millimetre: the list of 20 places stands below on the same page
LEAST_M = 150.0  # of ground shown, however near the places are
MOST_NAMES = 25


@dataclass(frozen=True)
class CheckMap:
    """One page: the list it belongs to, its map and its lines."""

    title: Text
    sheet: Sheet | None
    lines: pd.DataFrame


def fill_check_maps(path: Path, facts: QualityFacts, *, report_date: str = "", progress: Progress = SILENT) -> None:
    """Write the pages into a file that nobody knows yet; equal inputs give equal bytes."""
    pages = aside(progress, lambda _: list(check_maps(facts)))
    template = environment(facts).get_template("checkmaps.html.j2")
    html = template.render(
        facts=facts,
        date=report_date,
        pages=pages,
        estimated=False,
        stylesheet=(TEMPLATES / "report.css").read_text(encoding="utf-8"),
        colours=colours(),
    )
    path.write_bytes(html.encode("utf-8", errors="replace"))


def check_maps(facts: QualityFacts) -> Iterator[CheckMap]:
    """The pages in the order of the check list, numbered as it is."""
    problems = facts.examined.problems
    places = problems.set_index("problem_id").geometry
    kinds = dict(zip(problems["problem_id"], (facts.say(rule.name) for rule in facts.rules)))
    first = 0
    for one in walk_lists(facts)[0]:
        lines = one.lines.assign(number=range(first + 1, first + len(one.lines) + 1), kind=one.lines["problem_id"].map(kinds))
        first += len(lines)
        # Page by page: each has a frame of its own.
        for start in range(0, len(lines), POINTS_A_PAGE):
            own = lines.iloc[start : start + POINTS_A_PAGE]
            yield CheckMap(heading(one), _sheet(facts, own, places.reindex(own["problem_id"]).to_numpy()), own)


def _sheet(facts: QualityFacts, lines: pd.DataFrame, points: np.ndarray) -> Sheet | None:
    placed = ~(shapely.is_missing(points) | shapely.is_empty(points))
    if not placed.any():
        return None
    xy = shapely.get_coordinates(points[placed])
    frame = frame_of(_bounds(xy), x=0, y=0, width=WIDTH, height=HEIGHT, margin=0.08)
    ink = surface("light", "bad")
    at, numbers = frame.places(xy), lines["number"].to_numpy()[placed]
    signs = tuple(Sign(int(x), int(y), "circle", ink, str(number)) for (x, y), number in zip(at, numbers))
    credits_ = tuple(_credits(facts))
    keys = (Key("", text("Place to check"), "", Sign(0, 0, "circle", ink, "1")),)
    panel = Panel(frame, "", None, tuple(_shapes(facts, frame)), tuple(_names(facts, frame)), signs)
    total = HEIGHT + STRIP_TOP + len(credits_) * CREDIT_LINE
    number = f"{numbers[0]}-{numbers[-1]}"
    scale = decimal(about_scale(frame))
    return Sheet(number, text("Places to check"), WIDTH, total, HEIGHT, (panel,), keys, scale_bar(frame), scale, credits_)


def _bounds(xy: np.ndarray) -> np.ndarray:
    low, high = xy.min(axis=0), xy.max(axis=0)
    middle, half = (low + high) / 2, np.maximum((high - low) / 2, LEAST_M / 2)
    return np.concatenate([middle - half, middle + half])


def _window(frame: Frame) -> shapely.Geometry:
    """The ground that the frame shows."""
    east, south = frame.west_m + frame.width / frame.units_per_m, frame.north_m - frame.height / frame.units_per_m
    return shapely.box(frame.west_m, south, east, frame.north_m)


def _inside(facts: QualityFacts, table: str, window: shapely.Geometry) -> pd.DataFrame | None:
    frame = facts.examined.given.tables.get(table)
    if frame is None or frame.empty:
        return None
    return frame.iloc[np.sort(frame.sindex.query(window, predicate="intersects"))]


def _shapes(facts: QualityFacts, frame: Frame) -> Iterator[Shape]:
    window = _window(frame)
    land, buildings = (_inside(facts, name, window) for name in ("land", "buildings"))
    if land is not None:
        for use in ("green", "water"):
            yield Shape("".join(area_paths(land.geometry[land["use"] == use].to_numpy(), frame)), use)
    if buildings is not None:
        yield Shape("".join(area_paths(buildings.geometry.to_numpy(), frame)), "building")
    for table, css in (("streets", "street major"), ("walls", "wall")):
        lines = _inside(facts, table, window)
        if lines is not None:
            yield Shape("".join(line_paths(shapely.intersection(lines.geometry.to_numpy(), window), frame)), css)
    areas = _inside(facts, "areas", window)
    for level in ("grid", "community"):
        if areas is not None and (areas["level"] == level).any():
            yield Shape("".join(area_paths(areas.geometry[areas["level"] == level].to_numpy(), frame)), f"boundary {level}")


def _names(facts: QualityFacts, frame: Frame) -> Iterator[Label]:
    """The names of the longest streets on the map, each once, at the middle of its longest part."""
    window = _window(frame)
    streets = _inside(facts, "streets", window)
    if streets is None or "name" not in streets.columns:
        return
    named = streets[streets["name"].notna()]
    parts = shapely.intersection(named.geometry.to_numpy(), window)
    table = pd.DataFrame({"name": named["name"].to_numpy(object), "m": shapely.length(parts), "k": np.arange(len(named))})
    longest = table.sort_values("m", ascending=False, kind="stable").drop_duplicates("name").head(MOST_NAMES)
    for name, k in zip(longest["name"], longest["k"]):
        middle = shapely.line_interpolate_point(shapely.line_merge(parts[k]), 0.5, normalized=True)
        if not shapely.is_missing(middle) and not shapely.is_empty(middle):
            (x, y) = frame.places(shapely.get_coordinates(middle))[0]
            yield Label(int(x), int(y), str(name))


def _credits(facts: QualityFacts) -> Iterator[Text]:
    yield text("CRS: {crs}; grid north is up.", crs=facts.examined.given.crs)
    if names_osm(facts.examined.given.sources["source"].astype(str)):
        yield text("Contains data © OpenStreetMap contributors (ODbL).")
    yield text("For internal use only; boundaries are no basis for delimitation.")
