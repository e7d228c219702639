"""Blocks that change grids, worked out on paper: a strip of five blocks of 100 m, streets between them."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.processing.engine.gridmoves import proposed_moves

from .towns import boxes, lines, points, settings

CUTS = tuple((f"s{k}", "residential", [(100 * k, -10), (100 * k, 110)]) for k in range(1, 5))
NAMES = ("code", "level", "parent_code", "worker_posts")


def moves(homes, grids, cuts=CUTS):
    areas = boxes(*grids, names=NAMES)
    doors = points(*((f"d{k}", count, xy) for k, (count, xy) in enumerate(homes)), names=("doorplate_id", "households"))
    return proposed_moves(areas, doors, lines(*cuts, names=("street_id", "kind")), settings=settings())


def strip(*counts):
    return [(count, (50 + 100 * k, 50)) for k, count in enumerate(counts)]


WEST, EAST = ("A", "grid", "C", None, (0, 0, 300, 100)), ("B", "grid", "C", None, (300, 0, 500, 100))


def test_the_block_at_the_border_goes_to_the_smaller_grid():
    # A has 100 + 100 + 80, B 40 + 20. The block of 80 at the border makes 200 and 140: nearer to 170 each.
    found = moves(strip(100, 100, 80, 40, 20), (WEST, EAST))
    row = found.blocks.iloc[0]
    assert len(found.blocks) == 1
    assert row[["from_code", "to_code", "households"]].tolist() == ["A", "B", 80]
    assert row[["from_before", "from_after", "to_before", "to_after"]].tolist() == [280, 200, 60, 140]
    assert row.geometry.area == pytest.approx(100 * 100)
    # Two grids: the coefficient is half their difference over their sum: 220/340/2 and 60/340/2.
    assert (found.gini_before, found.gini_after) == pytest.approx((220 / 680, 60 / 680))


def test_even_grids_keep_their_blocks():
    # 150 and 150, and 5 % apart.
    assert moves(strip(50, 50, 50, 75, 75), (WEST, EAST)).blocks.empty
    assert moves(strip(50, 50, 57, 75, 75), (WEST, EAST)).blocks.empty


def test_a_block_that_is_too_large_stays():
    # 200 of A's 210 live at the border: B would have 260 of 270.
    assert moves(strip(5, 5, 200, 30, 30), (WEST, EAST)).blocks.empty


def test_a_grid_is_not_torn_apart():
    # A, D and B follow each other; only A's last block touches D.
    grids = (WEST, ("D", "grid", "C", None, (300, 0, 400, 100)), ("B", "grid", "C", None, (400, 0, 500, 100)))
    found = moves(strip(90, 10, 20, 20, 40), grids)
    # The 20 go to D (40); then A (100) gives the 10 that now touch D. The 90 stay: A keeps somebody.
    assert found.blocks[["from_code", "to_code", "households"]].to_numpy().tolist() == [["A", "D", 20], ["A", "D", 10]]


def test_grids_keep_to_their_community():
    other = ("B", "grid", "other", None, (300, 0, 500, 100))
    assert moves(strip(100, 100, 80, 40, 20), (WEST, other)).blocks.empty


def test_posts_say_what_is_even():
    # Three workers in A, one in B: 240 and 80 of 320 are even, whatever the grids' number.
    grids = (("A", "grid", "C", 3.0, (0, 0, 300, 100)), ("B", "grid", "C", 1.0, (300, 0, 500, 100)))
    assert moves(strip(80, 80, 80, 40, 40), grids).blocks.empty
    assert len(moves(strip(80, 80, 80, 40, 40), (WEST, EAST)).blocks) == 1


def test_moves_only_make_grids_more_even():
    chance = np.random.default_rng(5)
    grids = tuple((f"G{k}", "grid", "C", None, (300 * k, 0, 300 * k + 300, 100)) for k in range(4))
    cuts = tuple((f"s{k:02}", "residential", [(100 * k, -10), (100 * k, 110)]) for k in range(1, 12))
    for _ in range(10):
        counts = chance.integers(0, 90, 12)
        found = moves(strip(*counts), grids, cuts)
        assert found.gini_after <= found.gini_before + 1e-12
        # What one grid gives another gets.
        blocks = found.blocks
        assert ((blocks["from_before"] - blocks["from_after"]) == blocks["households"]).all()
        assert ((blocks["to_after"] - blocks["to_before"]) == blocks["households"]).all()
        assert blocks["order"].tolist() == list(range(1, len(blocks) + 1))
