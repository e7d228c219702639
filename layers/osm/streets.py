"""Streets from OSM ways: what may be walked, how fast, on which level.

Ways join where they share a node, that is a vertex of equal coordinates; a bridge shares none with what it crosses.
A square that is mapped as an area comes as its outline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..tags import UNKNOWN_KIND, StreetKind, patterns, rule, rules, rules_that_hold, street_kind
from ..words import Text, text
from .frames import osm_frame
from .objects import Objects, OsmFile, joined
from .shapes import numbered, outlines
from .tag_values import levels, names

if TYPE_CHECKING:
    import geopandas as gpd

OPEN, SHUT, RESIDENTS, WELCOME = "open", "shut", "residents", "welcome"


def streets(osm: OsmFile, table: dict, *, residential: np.ndarray, chinese: bool, crs: str) -> tuple[gpd.GeoDataFrame, list[Text]]:
    """The table streets, with a note on what was left out.

    residential: the areas in which private ways are walked by those who live there.
    """
    ways = street_ways(osm, table)
    long = shapely.length(ways.shapes) > 0
    ways = ways.take(long)
    kinds = {kind: street_kind(row) for kind, row in table["streets"].items()}
    words = street_words(ways, table)
    columns = {
        "street_id": numbered(ways.ids),
        "name": names(ways, chinese=chinese),
        "kind": words,
        "level": levels(ways),
        "speed_factor": _own_factors(ways, words, kinds),
        "penalty_s": np.nan,  # the kind's, where the run counts any
        "walkable": np.where(walkable(ways, table, kinds, residential), "yes", "no"),
    }
    notes = [] if long.all() else [text("Streets without length were left out: {count}.", count=int((~long).sum()))]
    return osm_frame("streets", columns, ways.shapes, crs=crs), notes


def street_words(ways: Objects, table: dict) -> np.ndarray:
    """The kind of each street: what the table makes of its tags, else its highway word."""
    found = rules_that_hold(rules(table["street_kinds"]), ways.tags)
    return np.array([one.gives["kind"] if one else word for one, word in zip(found, ways.tag("highway"))], dtype=object)


def _own_factors(ways: Objects, words: np.ndarray, kinds: dict[str, StreetKind]) -> np.ndarray:
    """Speed factors of streets whose kind has lost them: steps that are a bridge stay as slow as steps; elsewhere NaN, the kind's."""
    by_highway, by_kind = ([kinds.get(word, UNKNOWN_KIND).factor for word in column] for column in (ways.tag("highway"), words))
    return np.where(np.array(by_highway) == np.array(by_kind), np.nan, by_highway)


def street_ways(osm: OsmFile, table: dict) -> Objects:
    """All streets as lines: ways, and the outlines of areas that are streets."""
    lines, squares = (objects.take(_is_street(objects, table)) for objects in (osm.lines, osm.polygons))
    rings, owner = outlines(squares.shapes)
    return joined(lines, squares.take(owner).reshaped(rings))


def _is_street(objects: Objects, table: dict) -> np.ndarray:
    no_street, gone = re.compile(table["not_streets"]), rule(table["gone"])
    # Tags are a dictionary for each object; so are they asked.
    return np.array(
        ["highway" in tags and not no_street.fullmatch(tags["highway"]) and not gone.holds(tags) for tags in objects.tags], dtype=bool
    )


def walkable(ways: Objects, table: dict, kinds: dict[str, StreetKind], residential: np.ndarray) -> np.ndarray:
    """Whether people may walk each way: by its kind, by what foot and access say, private ones on residential land only."""
    by_kind = np.array([kinds.get(word, UNKNOWN_KIND).walkable for word in ways.tag("highway")], dtype=bool)
    passage = passages(ways, table)
    sidewalk = rule({"any": table["access"]["sidewalk"]})
    cars_only = rule({"any": table["access"]["cars_only"]})
    beside = np.array([sidewalk.holds(tags) for tags in ways.tags], dtype=bool)
    cars = np.array([cars_only.holds(tags) for tags in ways.tags], dtype=bool)
    may = (by_kind | beside) & ~cars & (passage == OPEN) | (passage == WELCOME)
    at_home = (passage == RESIDENTS) & by_kind
    may[at_home] = _inside(ways.shapes[at_home], residential)
    return may


def passages(objects: Objects, table: dict) -> np.ndarray:
    """Who may pass on foot: open, shut, residents, or welcome where walking is expressly allowed."""
    access = table["access"]
    shut, residents = re.compile(access["shut"]), re.compile(access["residents"])
    welcome = dict(patterns(access["welcome"]))
    return np.array([_passage(tags, access["keys"], shut, residents, welcome) for tags in objects.tags], dtype=object)


def _passage(
    tags: dict[str, str], keys: list[str], shut: re.Pattern[str], residents: re.Pattern[str], welcome: dict[str, re.Pattern[str]]
) -> str:
    key = next((key for key in keys if key in tags), None)
    if key is None:
        return OPEN
    value = tags[key]
    if shut.fullmatch(value):
        return SHUT
    if residents.fullmatch(value):
        return RESIDENTS
    return WELCOME if key in welcome and welcome[key].fullmatch(value) else OPEN


def _inside(lines: np.ndarray, areas: np.ndarray) -> np.ndarray:
    middles = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    inside = np.zeros(len(lines), dtype=bool)
    inside[shapely.STRtree(areas).query(middles, predicate="intersects")[0]] = True
    return inside
