"""Pieces of the street network that are joined to nothing else, as an explanation finds them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def island(qgis_app):
    """The island of the first path among all, in a box of 500 m around (0, 0)."""
    from community3d.plugin.explain.island import Path, island_of
    from qgis.core import QgsGeometry, QgsRectangle

    def find(**lines):
        paths = [Path(name, QgsGeometry.fromWkt(f"LINESTRING({line})")) for name, line in lines.items()]
        return island_of(paths[0].line, paths, QgsRectangle(-500, -500, 500, 500))

    return find


def test_paths_with_a_common_vertex_are_one_island_and_the_gap_is_the_shortest(island):
    # B begins where A ends; C lies 20 m beside B and crosses nothing.
    found = island(a="0 0, 50 0", b="50 0, 100 0", c="0 20, 100 20")
    assert found.paths.length() == pytest.approx(50 + 50)
    assert (found.other.name, found.metres, found.gap.length()) == ("c", 20, 20)


def test_paths_that_cross_without_a_vertex_are_apart(island):
    found = island(a="0 0, 100 0", bridge="50 -50, 50 50")
    assert (found.other.name, found.metres) == ("bridge", 0)


def test_a_path_that_goes_on_outside_the_box_is_no_island_that_is_known(island):
    assert island(a="0 0, 100 0", b="100 0, 600 0", c="0 20, 100 20") is None


def test_what_lies_outside_the_box_may_be_nearer_than_what_is_seen(island):
    # 350 m to C, but only 100 m from A to the edge of the box.
    assert island(a="0 0, 400 0", c="0 350, 400 350") is None


def test_an_island_alone_in_its_box_has_no_other_path_near(island):
    assert island(a="0 0, 100 0").other is None
