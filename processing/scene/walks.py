"""The walks behind the ledger for the page: the streets, and for each node and category the way on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..engine.access import Access
from ..engine.graph import Network
from ..engine.trails import Trails
from .content import SceneContent
from .folding import halves_up, signed
from .place import Place
from .quantise import Column, octets, reals, running, steps, unsigned
from .tiles import morton
from .waysin import gates_led, way_in_columns

MOST_DOORPLATES = 60_000  # beyond that the page shows straight lines: the walks would make the file too large
MOST_EDGES = 100_000
VERTEX_STEP_M = 0.5
ALONG_STEP_M = 0.5


@dataclass(frozen=True)
class Kept:
    """The edges that the page gets, numbered anew with their nodes."""

    edges: np.ndarray
    nodes: np.ndarray
    number_of_edge: np.ndarray  # -1: left out
    number_of_node: np.ndarray


def walk_part(content: SceneContent, number_of_row: np.ndarray, place: Place) -> tuple[dict, dict[str, Column]] | None:
    """JSON and columns of the part "walks"; None where the walks are not known or too many.

    number_of_row is the page's doorplate of each row of the ledger, -1 = none; several rows may be joined to one.
    """
    trails = content.trails
    if trails is None or not 0 < len(number_of_row) <= MOST_DOORPLATES:
        return None
    rows = np.argsort(number_of_row, kind="stable")[np.count_nonzero(number_of_row < 0) :]
    homes = of_points(trails.homes, rows)
    homes = replace(homes, point=number_of_row[rows][homes.point])
    places = of_points(trails.places, facility_rows(content, trails))
    kept = kept_edges(trails, homes, places)
    ways = {category.id: _way_on(trails, kept, trails.arc[category.id]) for category in content.settings.profile.categories}
    columns = {
        **edge_columns(trails, kept, place),
        **pace_columns(trails, kept),
        **access_columns("h", homes, kept),
        **access_columns("p", places, kept),
        **access_columns("y", gates_led(trails), kept),
        **way_in_columns(content, place),
        **{f"way.{category}": octets(way) for category, way in ways.items()},
    }
    return {"nodes": len(kept.nodes)}, columns


def of_points(access: Access, points: np.ndarray) -> Access:
    """The rows of these points (any order, -1 = none), numbered as they stand here."""
    first = np.searchsorted(access.point, points)
    count = np.searchsorted(access.point, points, side="right") - first
    rows = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
    return Access(np.repeat(np.arange(len(points)), count), access.edge[rows], access.offset_m[rows], access.leg_m[rows], len(points))


def facility_rows(content: SceneContent, trails: Trails) -> np.ndarray:
    """Position among the trails' places of each facility of the page; -1 where a facility was not part of the run."""
    facilities = content.table("facilities")
    if not len(facilities):
        return np.zeros(0, dtype=np.int64)
    return pd.Index(trails.facility_id.astype(str)).get_indexer(facilities["facility_id"].astype(str))


def kept_edges(trails: Trails, homes: Access, places: Access) -> Kept:
    """All edges, so that the page can tell what any facility reaches; of very many only those that some walk uses."""
    network = trails.network
    used = np.full(network.size, network.size <= MOST_EDGES)
    used[homes.edge] = used[places.edge] = used[gates_led(trails).edge] = True
    for arc in trails.arc.values():
        edge = network.arcs.edge[arc[arc >= 0]]
        used[edge[edge >= 0]] = True
    edges = np.flatnonzero(used)
    nodes = np.unique(np.concatenate([network.start[edges], network.end[edges], network.passes.ravel()]))
    nodes = nodes[np.argsort(_curve(network.node_xy[nodes]), kind="stable")]
    number_of_edge, number_of_node = np.full(network.size, -1), np.full(len(network.node_xy), -1)
    number_of_node[nodes] = np.arange(len(nodes))
    edges = edges[np.lexsort((number_of_node[network.end[edges]], number_of_node[network.start[edges]]))]
    number_of_edge[edges] = np.arange(len(edges))
    return Kept(edges, nodes, number_of_edge, number_of_node)


def _curve(points_xy: np.ndarray) -> np.ndarray:
    """The place of each point along a space-filling curve, so that neighbours have near numbers."""
    low = points_xy.min(axis=0)
    return morton(points_xy, low, float(max(1.0, (points_xy - low).max())))


def rounded_vertices(trails: Trails, kept: Kept, place: Place) -> tuple[np.ndarray, np.ndarray, Network]:
    """The nodes and the vertices of the edges in whole steps, edges ending on their nodes; and the edges themselves."""
    network = trails.network.of(kept.edges)
    nodes = steps(place.local(trails.network.node_xy[kept.nodes]), VERTEX_STEP_M)
    whole = steps(place.local(network.xy), VERTEX_STEP_M)
    whole[network.first[:-1]] = nodes[kept.number_of_node[network.start]]
    whole[network.first[1:] - 1] = nodes[kept.number_of_node[network.end]]
    return nodes, whole, network


def edge_columns(trails: Trails, kept: Kept, place: Place) -> dict[str, Column]:
    """Columns of the streets: nodes, which of them each edge joins, its vertices between, its length."""
    nodes, whole, network = rounded_vertices(trails, kept, place)
    sizes = np.diff(network.first)
    at = np.arange(len(whole)) - np.repeat(network.first[:-1], sizes)
    left = np.repeat(sizes, sizes) - at
    inner = np.flatnonzero((at > 0) & (left > 1))
    # A vertex is expected on the straight way from the one before to the end, as far on as the others.
    before, end = whole[inner - 1], np.repeat(whole[network.first[1:] - 1], sizes, axis=0)[inner]
    expected = before + halves_up((end - before) / left[inner][:, None])
    drawn = np.add.reduceat(np.append(np.hypot(*np.diff(whole, axis=0).T), 0.0) * (left > 1), network.first[:-1]) * VERTEX_STEP_M
    start, ends = kept.number_of_node[network.start], kept.number_of_node[network.end]
    return {
        "node.step": reals(np.array([VERTEX_STEP_M])),
        "node.dx": signed(np.diff(nodes[:, 0], prepend=0)),
        "node.dy": signed(np.diff(nodes[:, 1], prepend=0)),
        "n.sizes": unsigned(sizes),
        "n.start": running(start),
        "n.on": signed(ends - start),
        "n.dx": signed((whole[inner] - expected)[:, 0]),
        "n.dy": signed((whole[inner] - expected)[:, 1]),
        "n.left": signed(np.rint(network.length_m * 10).astype(np.int64) - halves_up(drawn * 10)),
    }


def pace_columns(trails: Trails, kept: Kept) -> dict[str, Column]:
    """Columns of one-way gates, and of seconds where speeds differ."""
    network = trails.network.of(kept.edges)
    gates = kept.number_of_node[trails.network.passes]
    return {
        "gate.from": running(gates[:, 0]),
        "gate.to": running(gates[:, 1]),
        **({} if network.is_even else _second_columns(network)),
    }


def _second_columns(network: Network) -> dict[str, Column]:
    """Seconds along each edge and back, and what passing the whole edge costs besides, in 0.1 s; only where speeds differ."""
    return {
        name: unsigned(np.rint(seconds * 10))
        for name, seconds in (("n.there", network.forward_s), ("n.back", network.backward_s), ("n.penalty", network.penalty_s))
    }


def access_columns(name: str, access: Access, kept: Kept) -> dict[str, Column]:
    """Columns of ways onto the streets."""
    return {
        f"{name}.point": running(access.point),
        f"{name}.edge": running(kept.number_of_edge[access.edge]),
        f"{name}.offset": unsigned(np.rint(access.offset_m / ALONG_STEP_M)),
        f"{name}.leg": unsigned(np.rint(access.leg_m / ALONG_STEP_M)),
    }


def _way_on(trails: Trails, kept: Kept, arc: np.ndarray) -> np.ndarray:
    """For each kept node 0 (the walk ends here) or 1 + the place of the arc among those that leave the node.

    The arcs of a node stand in the order of the edges, an edge's start before its end, one-way gates last.
    """
    count = len(kept.edges)
    start, end = (kept.number_of_node[column[kept.edges]] for column in (trails.network.start, trails.network.end))
    gates = kept.number_of_node[trails.network.passes]
    tail = np.concatenate([np.column_stack([start, end]).ravel(), gates[:, 0]])
    order = np.argsort(tail, kind="stable")
    begins = np.searchsorted(tail[order], np.arange(len(kept.nodes)))
    rank = np.empty(len(tail), dtype=np.int64)
    rank[order] = np.arange(len(tail)) - begins[tail[order]]
    own = arc[kept.nodes]
    going = np.flatnonzero(own >= 0)
    size = trails.network.size
    position = np.where(
        own[going] < 2 * size,
        2 * kept.number_of_edge[own[going] % size] + (kept.nodes[going] != trails.network.start[own[going] % size]),
        2 * count + own[going] - 2 * size,
    )
    way = np.zeros(len(kept.nodes), dtype=np.int64)
    way[going] = 1 + rank[position]
    return way
