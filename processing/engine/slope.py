"""Slopes: how much longer or shorter a walk up or down takes than on the flat.

Tobler (1993), Three presentations on geographical analysis and modeling, NCGIA technical report 93-1: on a slope s one walks
6·exp(-3.5·|s + 0.05|) km/h. Taken is its ratio to the flat, exp(-3.5·(|s + 0.05| - 0.05)), so that the walker's own speed
holds there. Heights are asked along every edge at equal distances of about a cell of the elevation model, 10 to 30 m: nearer
places would walk over the noise of the model. Metres stay those of the plan.

An edge has one factor for each direction; a part of it costs its share. Where hills make that untrue by more than
EVEN_M metres of a walk on the flat, the edge is cut, so that each of its pieces has a factor of its own. Edges with a
penalty are never cut: it is paid by a walk that passes the whole edge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, diags
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve

from ...layers.errors import InputError
from ...layers.problems import WARNING, Problem
from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .cutting import split_edges
from .graph import Network, point_on_edges
from .lines import spans

if TYPE_CHECKING:
    from ...layers.elevation import Relief

NEAREST_M, FARTHEST_M = 10.0, 30.0  # between two heights
STEEPEST = 0.6  # of stairs; what is steeper is noise of the model
EVEN_M = 5.0
SAME_M = 1e-6  # of two places that differ equally the first is taken


@dataclass(frozen=True)
class Profile:
    """Places at equal distances along edges, packed: edge e owns first[e] to first[e + 1], its two ends among them."""

    first: np.ndarray  # (edges + 1,)
    offset_m: np.ndarray
    height_m: np.ndarray  # NaN where not known

    @property
    def edge(self) -> np.ndarray:
        """The edge of each place."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))


def slope_ratio(slope: np.ndarray, *, hurries_downhill: bool = True) -> np.ndarray:
    """Speed on slopes (rise ÷ run, uphill above 0) as a ratio of that on the flat, by Tobler; at most 1 for who does not hurry."""
    steep = np.clip(slope, -STEEPEST, STEEPEST)
    ratio = np.exp(-3.5 * (np.abs(steep + 0.05) - 0.05))
    return ratio if hurries_downhill else np.minimum(ratio, 1.0)


def with_slopes(
    network: Network, relief: Relief, level: np.ndarray, *, hurries_downhill: bool = True, progress: Progress = SILENT
) -> tuple[Network, float]:
    """The network with factors by slope, its long hilly edges cut, and the share of its length whose heights are known.

    level is the bridge or tunnel layer of each edge: off the ground heights run straight from end to end. Edges without all
    heights are walked as flat. Raises InputError where no edge has its heights.
    """
    progress.at(0, text("Reading heights along the streets"))
    profile = profile_of(network, relief, level)
    known = ~np.logical_or.reduceat(np.isnan(profile.height_m), profile.first[:-1])
    cover = float(network.length_m[known].sum() / network.length_m.sum())
    if not known.any():
        raise InputError(text("The elevation model {name} has no heights under the streets. Choose another one.", name=relief.name))
    progress.at(0.5)
    there_m, back_m = _flat_metres(profile, known[profile.edge], hurries_downhill)
    cuts = _cuts(profile, there_m, back_m, may=known & (level == 0) & (network.penalty_s == 0))
    return _applied(network, profile, there_m, back_m, cuts), cover


def no_height(cover: float | None) -> list[Problem]:
    """What is wrong where heights are known for a share of the street length only; cover is None without an elevation model."""
    if cover is None or cover == 1:
        return []
    words = text("{share} % of the street length has no height and is walked as flat.", share=f"{(1 - cover) * 100:.3g}")
    return [Problem("streets", "no_height", WARNING, words)]


def profile_of(network: Network, relief: Relief, level: np.ndarray) -> Profile:
    """The heights along all edges."""
    step_m = float(np.clip(relief.cell_m, NEAREST_M, FARTHEST_M))
    pieces = np.maximum(np.ceil(network.length_m / step_m - SAME_M), 1).astype(np.int64)
    rank, first = spans(np.zeros(network.size, dtype=np.int64), pieces + 1)
    edge = np.repeat(np.arange(network.size), pieces + 1)
    offset_m = np.minimum(network.length_m[edge] * (rank / pieces[edge]), network.length_m[edge])
    height_m = relief.heights_at(_places(network, edge, offset_m))
    aloft = np.flatnonzero(level != 0)
    if len(aloft):
        node_m = _levelled(network, aloft, relief.heights_at(network.node_xy))
        on_bridge = (level != 0)[edge]
        share = (rank / pieces[edge])[on_bridge]
        start, end = network.start[edge[on_bridge]], network.end[edge[on_bridge]]
        height_m[on_bridge] = node_m[start] * (1 - share) + node_m[end] * share
    return Profile(first, offset_m, height_m)


def _places(network: Network, edge: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """Places along edges, found on one line of all edges end to end, a metre apart: quicker than edge by edge."""
    begin = np.concatenate([[0.0], np.cumsum(network.length_m + 1)])
    owner = np.repeat(np.arange(network.size), np.diff(network.first))
    line, at = begin[owner] + network.along_m, begin[edge] + offset_m
    return np.column_stack([np.interp(at, line, network.xy[:, k]) for k in (0, 1)])


def _levelled(network: Network, aloft: np.ndarray, node_m: np.ndarray) -> np.ndarray:
    """Heights of nodes, those that only bridges or tunnels meet put straight between where these come to the ground.

    A bridge comes to the ground where it meets a street on the ground, and where it ends.
    """
    start, end = network.start[aloft], network.end[aloft]
    size = len(network.node_xy)
    meets = np.bincount(np.concatenate([network.start, network.end]), minlength=size)
    off_ground = np.bincount(np.concatenate([start, end]), minlength=size)
    floating = (off_ground > 1) & (off_ground == meets)
    if not floating.any():
        return node_m
    # A bridge end without a height holds nothing.
    holds = (floating | np.isfinite(node_m))[start] & (floating | np.isfinite(node_m))[end]
    start, end, nearness = start[holds], end[holds], 1 / network.length_m[aloft[holds]]
    links = csr_matrix((np.tile(nearness, 2), (np.concatenate([start, end]), np.concatenate([end, start]))), (size, size))
    return _settled(links, floating, ~floating & np.isfinite(node_m), node_m)


def _settled(links: csr_matrix, floating: np.ndarray, anchor: np.ndarray, node_m: np.ndarray) -> np.ndarray:
    """Each floating node at the mean of its neighbours, the nearer the more; those that hang on no anchor keep theirs."""
    _, part = connected_components(links, directed=False)
    held = np.zeros(part.max() + 1, dtype=bool)
    held[part[anchor]] = True
    rows = np.flatnonzero(floating & held[part])
    if not len(rows):
        return node_m
    fixed = np.flatnonzero(anchor)
    inner, outer = links[rows][:, rows], links[rows][:, fixed]
    total = np.asarray(inner.sum(axis=1) + outer.sum(axis=1)).ravel()
    settled = node_m.copy()
    settled[rows] = spsolve((diags(total) - inner).tocsc(), outer @ node_m[fixed])
    return settled


def _flat_metres(profile: Profile, known: np.ndarray, hurries_downhill: bool) -> tuple[np.ndarray, np.ndarray]:
    """Metres on the flat that take as long as the way from the place before to each place, there and back; 0 at an edge's start."""
    run_m = np.diff(profile.offset_m, prepend=0.0)
    run_m[profile.first[:-1]] = 0.0
    rise_m = np.diff(profile.height_m, prepend=0.0)
    slope = np.divide(rise_m, run_m, out=np.zeros(len(run_m)), where=known & (run_m > 0))
    return tuple(run_m / slope_ratio(sign * slope, hurries_downhill=hurries_downhill) for sign in (1, -1))


def _cuts(profile: Profile, there_m: np.ndarray, back_m: np.ndarray, *, may: np.ndarray) -> np.ndarray:
    """Places at which edges are cut: where the way so far differs most from its share, again for both parts while it differs."""
    ways = [np.cumsum(there_m), np.cumsum(back_m)]
    low, high = profile.first[:-1][may], profile.first[1:][may] - 1
    cuts = [np.zeros(0, dtype=np.int64)]
    # Round by round, all parts at once; each round halves what is left at a guess.
    while True:
        low, high = low[high - low > 1], high[high - low > 1]
        if not len(low):
            return np.sort(np.concatenate(cuts))
        at, begin = spans(low + 1, high - low - 1)
        part = np.repeat(np.arange(len(low)), high - low - 1)
        share = (profile.offset_m[at] - profile.offset_m[low[part]]) / (profile.offset_m[high] - profile.offset_m[low])[part]
        missed = np.zeros(len(at))
        for way in ways:
            missed = np.maximum(missed, np.abs(way[at] - way[low[part]] - share * (way[high] - way[low])[part]))
        most = np.maximum.reduceat(missed, begin[:-1])
        uneven = most > EVEN_M
        candidates = np.flatnonzero(uneven[part] & (missed >= most[part] - SAME_M))
        cut = at[candidates[np.diff(part[candidates], prepend=-1) > 0]]
        cuts.append(cut)
        low, high = np.concatenate([low[uneven], cut]), np.concatenate([cut, high[uneven]])


def _applied(network: Network, profile: Profile, there_m: np.ndarray, back_m: np.ndarray, cuts: np.ndarray) -> Network:
    """The network cut at these places, each piece with its factors."""
    edge, offset_m = profile.edge[cuts], profile.offset_m[cuts]
    node = len(network.node_xy) + np.arange(len(cuts))
    rays = pd.DataFrame(
        {
            "edge": np.repeat(edge, 2),
            "offset_m": np.repeat(offset_m, 2),
            "forward": np.tile([True, False], len(cuts)),
            "node": np.repeat(node, 2),
        }
    )
    cut = split_edges(network, rays, is_inner=np.ones(len(rays), dtype=bool)) if len(cuts) else network
    # The way to a place counts to the piece that ends there or beyond.
    piece = profile.edge + np.searchsorted(cuts, np.arange(len(there_m)))
    there, back = (cut.length_m / np.bincount(piece, weights=way) for way in (there_m, back_m))
    return replace(
        cut,
        node_xy=np.concatenate([network.node_xy, point_on_edges(network, edge, offset_m)]),
        forward_factor=cut.forward_factor * there,
        backward_factor=cut.backward_factor * back,
        parent=np.arange(cut.size),
        parent_from_m=np.zeros(cut.size),
    )
