"""The blocks between streets: which streets bound which, however GEOS hands back the lines that it noded."""

from __future__ import annotations

import pytest
import shapely
from community3d.layers.profiles import WALKERS
from community3d.processing.engine import blocks
from community3d.processing.engine.blocks import blocks_of
from community3d.processing.engine.network import street_network

from .towns import lines

# Two blocks of 200 × 100 m side by side. Steps in the middle of the northern street part it into three edges.
STREETS = lines(
    ("S", None, ((0, 0), (200, 0), (400, 0))),
    ("W", None, ((0, 0), (0, 100))),
    ("M", None, ((200, 0), (200, 100))),
    ("E", None, ((400, 0), (400, 100))),
    ("N1", None, ((0, 100), (90, 100))),
    ("N2", "steps", ((90, 100), (110, 100))),
    ("N3", None, ((110, 100), (200, 100), (400, 100))),
    names=("street_id", "kind"),
)


@pytest.fixture
def network():
    return street_network(STREETS, walker=WALKERS["planning"])


def bounding(found) -> dict[float, int]:
    """How many edges bound each block, by the x of its middle."""
    return {face.centroid.x: len(found.edge[found.face == k]) for k, face in enumerate(found.faces)}


def test_each_block_knows_every_street_piece_around_it(network):
    found = blocks_of(network)
    west, east = (count for _, count in sorted(bounding(found).items()))
    # West: S to the middle, W, N1, N2, N3 to the middle, M. East: the other halves of S and N3, M, E.
    assert (west, east) == (6, 4)
    assert shapely.area(found.faces).tolist() == pytest.approx([20_000, 20_000])


def test_lines_that_geos_joins_where_two_meet_lose_no_street(network, monkeypatch):
    # As GEOS 3.15 does in its union.
    before = blocks_of(network)
    union = shapely.union_all
    monkeypatch.setattr(blocks.shapely, "union_all", lambda *given, **more: shapely.line_merge(union(*given, **more)))
    after = blocks_of(network)
    assert bounding(after) == bounding(before)
    assert after.open.tolist() == before.open.tolist()
