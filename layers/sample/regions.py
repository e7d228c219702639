"""Neighbouring blocks grouped into regions of about equal weight: grids, communities, sub-districts."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import pandas as pd

ACROSS_WATER = 1e7  # so unwilling are regions to grow over a canal


@dataclass(frozen=True)
class Neighbours:
    """For each block the blocks beside it, and whether a canal lies between."""

    blocks: list[list[tuple[int, bool]]]


def block_neighbours(rings: list[np.ndarray], ring_sides: list[np.ndarray], barrier: np.ndarray) -> Neighbours:
    """Blocks that share an edge; barrier says which sides are canals."""
    owner = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    start, end = np.concatenate(rings), np.concatenate([np.roll(ring, -1) for ring in rings])
    sides = np.concatenate(ring_sides)
    edges = pd.DataFrame(
        {"low": np.minimum(start, end), "high": np.maximum(start, end), "owner": owner, "wet": (sides >= 0) & barrier[sides]}
    )
    pairs = edges.merge(edges, on=["low", "high"])
    pairs = pairs[pairs.owner_x != pairs.owner_y].drop_duplicates(["owner_x", "owner_y", "wet_x"]).sort_values(["owner_x", "owner_y"])
    beside: list[list[tuple[int, bool]]] = [[] for _ in rings]
    for one, other, wet in pairs[["owner_x", "owner_y", "wet_x"]].itertuples(index=False):
        beside[one].append((other, wet))
    return Neighbours(beside)


def grow_regions(members: np.ndarray, neighbours: Neighbours, places: np.ndarray, weights: np.ndarray, parts: int) -> np.ndarray:
    """A region number for each member: connected regions of about equal weight, as many as parts where there are blocks enough.

    Halves a region along its longer direction until it counts as one part; places (n, 2) and weights are by block.
    """
    label = np.zeros(len(members), dtype=int)
    position = {int(block): order for order, block in enumerate(members)}
    pending, count = [([int(block) for block in members], parts)], 0
    while pending:
        region, wanted = pending.pop()
        if wanted < 2 or len(region) < 2:
            label[[position[block] for block in region]] = count
            count += 1
            continue
        halves = _halve(region, neighbours, places, weights, (wanted // 2) / wanted)
        share = sum(weights[halves[0]]) / sum(weights[region])
        first = int(np.clip(round(wanted * share), 1, wanted - 1))
        pending.extend(zip(halves, (first, wanted - first)))
    return label


def part_exactly(members: np.ndarray, neighbours: Neighbours, places: np.ndarray, weights: np.ndarray, parts: int) -> np.ndarray:
    """As grow_regions, but exactly that many parts; there must be as many members."""
    label = np.zeros(len(members), dtype=int)
    position = {int(block): order for order, block in enumerate(members)}
    pending, count = [([int(block) for block in members], parts)], 0
    while pending:
        region, wanted = pending.pop()
        if wanted < 2:
            label[[position[block] for block in region]] = count
            count += 1
            continue
        halves = _halve(region, neighbours, places, weights, (wanted // 2) / wanted)
        share = sum(weights[halves[0]]) / sum(weights[region])
        # No half may be asked for more parts than it has blocks.
        least, most = max(1, wanted - len(halves[1])), min(wanted - 1, len(halves[0]))
        first = int(np.clip(round(wanted * share), least, most))
        pending.extend(zip(halves, (first, wanted - first)))
    return label


def mend_parts(label: np.ndarray, members: np.ndarray, neighbours: Neighbours, weights: np.ndarray) -> np.ndarray:
    """The labels with each part in one piece: its lighter pieces join the lightest part beside them, where there is one."""
    mended = dict(zip(members.tolist(), label.tolist()))
    for part in np.unique(label).tolist():
        pieces = pieces_of({block for block, own in mended.items() if own == part}, neighbours)
        # One after the other: what a piece joins grows.
        for piece in sorted(pieces, key=lambda blocks: (-sum(weights[blocks]), min(blocks)))[1:]:
            beside = {mended[other] for block in piece for other, _ in neighbours.blocks[block] if other in mended} - {part}
            if beside:
                heavy = {near: sum(weights[block] for block, own in mended.items() if own == near) for near in sorted(beside)}
                mended.update(dict.fromkeys(piece, min(heavy, key=heavy.__getitem__)))
    return np.array([mended[block] for block in members.tolist()])


def _halve(region: list[int], neighbours: Neighbours, places: np.ndarray, weights: np.ndarray, share: float) -> list[list[int]]:
    """Two connected parts, the first of about that share of the weight."""
    rank = _rank_along(places[region])
    key = dict(zip(region, rank))
    wanted = share * sum(weights[region])
    inside, first, weight = set(region), [], 0.0
    start = region[int(np.argmin(rank))]
    queue, seen = [(key[start], start)], {start}
    while queue and (weight < wanted or not first) and len(first) < len(region) - 1:
        _, block = heapq.heappop(queue)
        first.append(block)
        weight += weights[block]
        for other, wet in neighbours.blocks[block]:
            if other in inside and other not in seen:
                seen.add(other)
                heapq.heappush(queue, (key[other] + (ACROSS_WATER if wet else 0.0), other))
    rest = pieces_of(inside.difference(first), neighbours)
    rest.sort(key=lambda piece: (-sum(weights[piece]), min(piece)))
    # What the first part has cut off from the rest joins it.
    return [sorted(first + [block for piece in rest[1:] for block in piece]), sorted(rest[0])]


def _rank_along(places: np.ndarray) -> np.ndarray:
    centred = places - places.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    direction = directions[0] * np.sign(directions[0][np.argmax(np.abs(directions[0]))])
    return centred @ direction


def pieces_of(blocks: set[int], neighbours: Neighbours) -> list[list[int]]:
    """Connected pieces of a set of blocks."""
    left, pieces = set(blocks), []
    for seed in sorted(blocks):
        if seed not in left:
            continue
        left.discard(seed)
        piece, front = [], [seed]
        while front:
            block = front.pop()
            piece.append(block)
            near = [other for other, _ in neighbours.blocks[block] if other in left]
            left.difference_update(near)
            front.extend(near)
        pieces.append(piece)
    return pieces


def in_reading_order(places: np.ndarray, row_m: float) -> np.ndarray:
    """Ranks from 1, from west to east in rows of row_m from north to south."""
    row = np.floor((places[:, 1].max() - places[:, 1]) / row_m)
    rank = np.empty(len(places), dtype=int)
    rank[np.lexsort((places[:, 0], row))] = np.arange(1, len(places) + 1)
    return rank
