"""Connected parts of a graph."""

from __future__ import annotations

import numpy as np
from community3d.layers.sample.connected import connected_parts
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def test_two_chains_and_a_lone_node_are_three_parts():
    assert connected_parts(np.array([4, 3, 1]), np.array([3, 0, 2]), 6).tolist() == [0, 1, 1, 0, 0, 2]


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30))
def test_the_parts_are_those_scipy_finds(links):
    start, end = np.array(links, dtype=int).reshape(-1, 2).T
    expected = connected_components(coo_matrix((np.ones(len(start)), (start, end)), shape=(20, 20)), directed=False)[1]
    parts = connected_parts(start, end, 20)
    # The same nodes are together, whatever the numbers.
    assert ((parts[:, None] == parts) == (expected[:, None] == expected)).all()
