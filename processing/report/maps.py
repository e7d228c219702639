"""The maps of the report, drawn from the data: no base map, no request."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ...layers.words import Text, text
from .area_tables import steps_of
from .estimates import banner, is_estimate
from .facts import CategoryLine, Facts
from .map_layers import (
    Key,
    Label,
    Shape,
    Sign,
    boundary_shapes,
    cell_shapes,
    district_bounds,
    facility_signs,
    filled_shapes,
    hexagons,
    labels_of,
    land_shapes,
    line_keys,
    street_shapes,
)
from .numbers import Number, decimal
from .paper import Frame, ScaleBar, about_scale, frame_of, height_for, scale_bar
from .places import Place, places_of
from .tables import name_of

WIDTH = 16500  # hundredths of a millimetre: the text's width on A4
HEIGHTS = (6000, 15500)
STRIP_TOP, CREDIT_LINE = 2950, 380  # the strip below: scale bar and legend, then lines of credits
SMALL_WIDTH, SMALL_GAP, SMALL_COLUMNS = 5380, 180, 3
STEP_WORDS = ("<60%", "60–70%", "70–80%", "80–90%", "≥90%")
RATE_TITLES = {
    "community": text("Coverage of every category by community"),
    "subdistrict": text("Coverage of every category by sub-district"),
}
COMPLETENESS_TITLES = {
    "community": text("Completeness of services by community"),
    "subdistrict": text("Completeness of services by sub-district"),
}


@dataclass(frozen=True)
class Panel:
    """One drawing inside a sheet, with its own title where there are several."""

    frame: Frame
    title: str
    figure: Number | None
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A numbered map: panels above, legend, scale bar, north and credits below, all inside the frame line."""

    number: str
    title: Text
    width: int
    height: int
    strip_y: int
    panels: tuple[Panel, ...]
    keys: tuple[Key, ...]
    bar: ScaleBar
    scale: str
    credits: tuple[Text, ...]
    list_below: str = field(default="")


def overview_map(facts: Facts) -> Sheet | None:
    """Map 2-1: boundaries, streets, water and green, and the facilities that count."""
    bounds = district_bounds(facts)
    if bounds is None:
        return None
    height = height_for(bounds, width=WIDTH, least=HEIGHTS[0], most=HEIGHTS[1])
    frame = frame_of(bounds, x=0, y=0, width=WIDTH, height=height)
    level = "community" if places_of(facts, "community") else "subdistrict"
    signs, keys = facility_signs(facts, frame)
    shapes = (*land_shapes(facts, frame), *street_shapes(facts, frame), *boundary_shapes(facts, frame))
    panel = Panel(frame, "", None, shapes, labels_of(facts, frame, level), signs)
    title = text("Overview: boundaries, walking network and facilities")
    return sheet_of(facts, "2-1", title, (panel,), height, (*line_keys(facts), *keys), level)


def completeness_map(facts: Facts, *, width: int = WIDTH, highest: int = HEIGHTS[1]) -> Sheet | None:
    """Map 4-2: completeness by community, else by sub-district, else in hexagons; None without any place.

    width is that of the sheet, highest how high its ground may be, in hundredths of a millimetre.
    """
    level = "community" if places_of(facts, "community") else "subdistrict"
    places = places_of(facts, level)
    bounds = district_bounds(facts)
    if bounds is None:
        return None
    height = height_for(bounds, width=width, least=min(HEIGHTS[0], highest), most=highest)
    frame = frame_of(bounds, x=0, y=0, width=width, height=height)
    if len(places) < 2:
        return _cell_map(facts, frame)
    values = [place.completeness for place in places]
    shapes = (*filled_shapes(facts, frame, places, values), *land_shapes(facts, frame, uses=("water",)))
    panel = Panel(frame, "", None, (*shapes, *boundary_shapes(facts, frame)), labels_of(facts, frame, level))
    return sheet_of(facts, "4-2", COMPLETENESS_TITLES[level], (panel,), height, step_keys(values), level)


def _cell_map(facts: Facts, frame: Frame) -> Sheet:
    """Map 4-2 without areas: completeness in hexagons, so that no single doorplate is shown."""
    found = hexagons(facts)
    shapes = (*cell_shapes(found, frame), *land_shapes(facts, frame, uses=("water",)), *street_shapes(facts, frame))
    title = text("Completeness of services in hexagons {width}\u202fm wide", width=decimal(found.width_m))
    return sheet_of(facts, "4-2", title, (Panel(frame, "", None, shapes),), frame.height, step_keys(found.values), "")


def rate_maps(facts: Facts) -> Sheet | None:
    """Map 4-1: one small map per category, all with the same classes."""
    level = "community" if places_of(facts, "community") else "subdistrict"
    places = places_of(facts, level)
    bounds = district_bounds(facts)
    if len(places) < 2 or bounds is None or not facts.judged:
        return None
    rows = math.ceil(len(facts.judged) / SMALL_COLUMNS)
    room = (21500 - STRIP_TOP) // rows - 700
    tall = height_for(bounds, width=SMALL_WIDTH, least=2500, most=min(6200, room))
    panels, values = [], []
    for k, line in enumerate(facts.judged):
        x = (k % SMALL_COLUMNS) * (SMALL_WIDTH + SMALL_GAP)
        frame = frame_of(bounds, x=x, y=700 + (k // SMALL_COLUMNS) * (tall + 700), width=SMALL_WIDTH, height=tall)
        rates = [facts.value(f"rate.{line.category.id}@{place.key}") for place in places]
        values.extend(rates)
        panels.append(_small(facts, line, frame, places, rates))
    # A class occurs in several of the small maps: its count would count no area.
    keys = tuple(replace(key, count="") for key in step_keys(values))
    return sheet_of(facts, "4-1", RATE_TITLES[level], tuple(panels), rows * (tall + 700), keys, level)


def _small(facts: Facts, line: CategoryLine, frame: Frame, places: Sequence[Place], rates: Sequence[float]) -> Panel:
    shapes = filled_shapes(facts, frame, places, rates)
    return Panel(frame, name_of(facts, line), facts.number(f"rate.{line.category.id}"), shapes)


def sheet_of(facts: Facts, number: str, title: Text, panels: tuple[Panel, ...], height: int, keys: Sequence[Key], level: str) -> Sheet:
    """The sheet around panels: legend, scale bar, credits; level is that of the numbered labels ("" for none)."""
    frame = panels[0].frame
    width = frame.width if len(panels) == 1 else WIDTH
    places, lines = places_of(facts, level), credits_of(facts)
    return Sheet(
        number,
        title,
        width,
        height + STRIP_TOP + len(lines) * CREDIT_LINE,
        height,
        panels,
        tuple(keys),
        scale_bar(frame),
        decimal(about_scale(frame)),
        lines,
        list_below=_number_list(facts, places, panels[0].labels),
    )


def credits_of(facts: Facts) -> tuple[Text, ...]:
    """The lines at the bottom right of every map."""
    lines = [text("CRS: {crs}; grid north is up.", crs=facts.crs)]
    if uses_osm(facts):
        lines.append(osm_credit())
    lines.append(text("For internal use only; boundaries are no basis for delimitation."))
    if is_estimate(facts):
        lines.append(banner())
    if facts.results.sample:
        lines.append(text("Invented sample data"))
    return tuple(lines)


def osm_credit() -> Text:
    """What the licence of OpenStreetMap asks for."""
    return text("Contains data © OpenStreetMap contributors (ODbL).")


def uses_osm(facts: Facts) -> bool:
    """Whether any input names OpenStreetMap as its source."""
    return names_osm(facts.sources)


def names_osm(stated: Iterable[str]) -> bool:
    """Whether one of these sources or licences is that of OpenStreetMap."""
    return any(re.search(r"openstreetmap|odbl|\.osm\b|\.pbf\b|\bosm\b", value, re.IGNORECASE) for value in stated)


def step_keys(values: Sequence[float]) -> tuple[Key, ...]:
    """The classes that occur, with their counts."""
    steps = steps_of(values).tolist()
    keys = [Key(f"step{k}", STEP_WORDS[k], decimal(steps.count(k))) for k in range(5) if k in steps]
    if -1 in steps:
        keys.append(Key("step-1", text("Not enough data"), decimal(steps.count(-1))))
    return tuple(keys)


def _number_list(facts: Facts, places: Sequence[Place], labels: Sequence[Label]) -> str:
    comma = "；" if facts.language == "zh" else "; "
    shown = {label.words for label in labels}
    return comma.join(f"{place.number} {place.name}" for place in places if decimal(place.number) in shown)
