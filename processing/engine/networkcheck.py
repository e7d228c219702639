"""Checks a walking network as the engine builds it: what is cut off, what almost meets, what crosses without a node.

found = check_network(streets, node_tolerance_m=0, near_m=2)
found.problems, found.figures["ISLANDS"]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...layers.problems import ERROR, WARNING, Problem
from ...layers.profiles import walker
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .connection import Parts, parts_of
from .crossings import straight_pieces
from .graph import Network
from .islands import islands
from .looseends import LooseEnds, loose_ends
from .network import Drawn, drawn_network
from .networkproblems import (
    LOST,
    Names,
    crossing_problems,
    duplicate_problems,
    end_problems,
    island_problems,
    level_problems,
    lost_problems,
)
from .nodeless import Crossings, crossings_without_node, level_changes

if TYPE_CHECKING:
    import geopandas as gpd

NEAR_M = 2.0
WALKER = "planning"  # what is joined to what does not depend on who walks
UNNODED = 0.2  # places without node for each street from which a network was drawn without nodes


@dataclass(frozen=True)
class NetworkCheck:
    """What was found, the most serious first, and the figures by name."""

    problems: list[Problem]
    figures: dict[str, float]
    advice: Text | None  # what to do about the network as a whole


def check_network(
    streets: gpd.GeoDataFrame, *, node_tolerance_m: float = 0.0, near_m: float = NEAR_M, progress: Progress = SILENT
) -> NetworkCheck:
    """Problems of the network that the engine builds of these streets with this tolerance.

    Raises InputError as building the network does.
    """
    progress.at(0, text("Building the walking network"))
    drawn, network = drawn_network(streets, walker=walker(WALKER), node_tolerance_m=node_tolerance_m, progress=progress.part(0, 0.4))
    progress.at(0.4, text("Looking for islands and loose ends"))
    parts = parts_of(network)
    progress.at(0.42)
    pieces = straight_pieces(network.xy, network.first)
    progress.at(0.45)
    cut_off = islands(network, pieces, parts)
    ends = loose_ends(network, drawn.runs, pieces, parts, drawn.level, near_m=near_m, progress=progress.part(0.5, 0.8))
    progress.at(0.8, text("Looking for crossings without node"))
    crossed = crossings_without_node(network, pieces, drawn.level, progress=progress.part(0.8, 1))
    names = Names.of(streets)
    found = (
        island_problems(network, cut_off, names),
        end_problems(network, ends, parts, names),
        crossing_problems(network, crossed, parts, names),
        level_problems(network, level_changes(network), drawn.level, names),
        duplicate_problems(drawn, network, names),
        lost_problems(drawn.left_out, names),
    )
    figures = {**_counted(ends, crossed, parts), **_of_lines(drawn, network)}
    progress.at(1)
    return NetworkCheck(
        sorted((one for of_kind in found for one in of_kind), key=_rank), figures, _advice(figures, len(np.unique(network.street)))
    )


def _counted(ends: LooseEnds, crossed: Crossings, parts: Parts) -> dict[str, float]:
    total_m = parts.length_m.sum()
    return {
        "ISLANDS": parts.count - 1,
        "DANGLES": int((ends.other < 0).sum()),
        "NEAR_MISSES": int((ends.other >= 0).sum()),
        "CROSSINGS": len(crossed.xy),
        "LENGTH_KM": float(total_m / 1000),
        "LARGEST_SHARE": float(parts.length_m[0] / total_m),
    }


def _of_lines(drawn: Drawn, network: Network) -> dict[str, float]:
    again = np.setdiff1d(drawn.runs.street, network.street)
    return {"DUPLICATES": len(again), "ZERO_LENGTH": len(drawn.left_out["no_length"])}


def grave_problems(streets: gpd.GeoDataFrame, *, node_tolerance_m: float, progress: Progress = SILENT) -> list[Problem]:
    """The errors and warnings of the check without the streets that have no line: a run tells of those itself."""
    found = check_network(streets, node_tolerance_m=node_tolerance_m, progress=progress)
    return [problem for problem in found.problems if problem.severity in (ERROR, WARNING) and problem.rule not in LOST]


def _advice(figures: dict[str, float], streets: int) -> Text | None:
    places = sum(figures[name] for name in ("DANGLES", "NEAR_MISSES", "CROSSINGS"))
    if places <= UNNODED * streets:
        return None
    return text(
        "{count} streets meet or almost meet at {places} places without a common vertex: they were drawn without nodes. "
        "Set the join tolerance, here and in every run, for example 0.5 m.",
        count=streets,
        places=places,
    )


def _rank(problem: Problem) -> int:
    return (ERROR, WARNING).index(problem.severity) if problem.severity in (ERROR, WARNING) else 2
