"""How walks lead between doors and the network: straight, or through the gate of an estate without paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .access import Access
from .estates import words
from .graph import Network
from .ground import Site, gates_used
from .passing import gates_on_streets
from .tracing import Trail
from .trail_lines import trail_lines

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True)
class Doors:
    """Where walks begin or end: the place of the door, and the estate gate (position in site.gates) that its leg leads through."""

    xy: np.ndarray
    gate: np.ndarray  # -1: none


def gate_of_legs(site: Site, access: Access, estate: np.ndarray, open_words: tuple[str, ...], row: np.ndarray) -> np.ndarray:
    """The estate gate (position in site.gates) of each walk's leg on one side, by its access row; -1 for none."""
    return np.append(gates_used(site, access, estate, open_words), -1)[row]


def drawn_walks(
    site: Site, network: Network, trail: Trail, begin: Doors, end: Doors, gates: gpd.GeoDataFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    """The line of each walk from door to door, and the ids of the gates it passes in walking order, separated by commas."""
    lines = trail_lines(network, trail, _points(site, begin, outwards=True), _points(site, end, outwards=False))
    ids = np.full(len(trail.home_row), "", dtype=object)
    if gates is None or not len(gates):
        return lines, ids
    legs = [(np.flatnonzero(doors.gate >= 0), site.gates.gate[doors.gate[doors.gate >= 0]]) for doors in (begin, end)]
    walk, gate = (np.concatenate(blocks) for blocks in zip(legs[0], gates_on_streets(site.crossings, network, trail), legs[1]))
    if len(walk):
        joined = pd.Series(words(gates, "gate_id")[gate]).groupby(walk).agg(", ".join)
        ids[joined.index.to_numpy()] = joined.to_numpy()
    return lines, ids


def _points(site: Site, doors: Doors, *, outwards: bool) -> tuple[np.ndarray, np.ndarray]:
    """The points of legs beyond the network, in walking order: the door and, from estates without paths, the gate."""
    through = np.flatnonzero(doors.gate >= 0)
    places, gates = (np.arange(len(doors.xy)), doors.xy), (through, site.gates.xy[doors.gate[through]])
    walk, points = (np.concatenate(pair) for pair in zip(*((places, gates) if outwards else (gates, places))))
    order = np.argsort(walk, kind="stable")
    return walk[order], points[order]
