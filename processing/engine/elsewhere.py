"""Points and streets that belong to different places: another city's network, or coordinates in another system."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial import cKDTree

from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import Text, text
from .graph import Network
from .pieces import Places
from .reach import edge_lines

MEASURED = 100
ELSEWHERE_M = 5000.0  # no district lies so far from its own streets


def refuse_elsewhere(network: Network, points: list[tuple[Text, np.ndarray, Places]], *, limit_m: float, progress: Progress) -> None:
    """Raise InputError where none of the points of a kind (its word, places on the map, on the network) is near any street.

    Points of which none is connected, but that lie in the same country, are only warned of.
    """
    problems = []
    for kind, xy, places in points:
        # Who lives behind gates without paths is asked for at the gate.
        known = np.isfinite(xy).all(axis=1)
        if not known.any() or (places.found | places.walled).any():
            continue
        far_m = _distance_m(network, xy[known])
        if far_m > ELSEWHERE_M:
            problems.append(_elsewhere(kind, xy[known], network.xy, far_m))
        else:
            progress.warn(
                text(
                    "None of the {count} {kind} lies within {limit} m of a walkable street; the nearest is about {metres} m away.",
                    count=int(known.sum()),
                    kind=kind,
                    limit=f"{limit_m:g}",
                    metres=f"{far_m:.0f}",
                )
            )
    if problems:
        raise InputError(*problems)


def _distance_m(network: Network, xy: np.ndarray) -> float:
    """Metres from the nearest street to the points; those nearest to a vertex are measured to the lines."""
    to_vertex, _ = cKDTree(network.xy).query(xy)
    nearest = np.argsort(to_vertex, kind="stable")[:MEASURED]
    return float(shapely.distance(shapely.multilinestrings(edge_lines(network)), shapely.points(xy[nearest])).min())


def _elsewhere(kind: Text, xy: np.ndarray, street_xy: np.ndarray, far_m: float) -> Text:
    return text(
        "The {kind} (around {place}) lie about {km} km from the walking network (around {streets}). "
        "Choose the network of the same district, or check the coordinate systems of both layers.",
        kind=kind,
        place=_middle(xy),
        km=f"{far_m / 1000:.0f}",
        streets=_middle(street_xy),
    )


def _middle(xy: np.ndarray) -> str:
    x, y = np.median(xy, axis=0)
    return f"x {x:.0f}, y {y:.0f}"
