"""Facilities without a way onto the walking network are named and counted."""

from __future__ import annotations

import geopandas as gpd
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.check import Decided, service_coverage
from community3d.processing.engine.results import Settings

from .towns import boxes, category, lines, points, rings, settings

STREET = lines(("A", [(0, 0), (1000, 0)]))
HOME = points(("H", (0, 0)), names=("doorplate_id",))


def decided(*xy: tuple[float, float], services: str = "shop", **barriers: gpd.GeoDataFrame) -> Decided:
    shops = points(*((f"F{k}", services, place) for k, place in enumerate(xy)), names=("facility_id", "services"))
    return service_coverage(HOME, shops, STREET, **barriers, settings=settings(category("shop"), category("school"), snap_limit_m=50))


def said(found: Decided) -> list[tuple[str, str]]:
    return [(problem.row, str(problem.message)) for problem in found.coverage.problems if problem.rule == "not_connected"]


def test_a_facility_at_the_snap_limit_is_connected_and_one_farther_is_not():
    found = decided((10, 50), (20, 50.01))
    assert said(found) == [("F1", "The facility is farther than 50 m from every street: no walk reaches it.")]
    assert found.figures["FACILITIES_NOT_CONNECTED"].value == 1


def test_a_facility_behind_walls_on_all_sides_is_named_so():
    found = decided((10, 30), walls=rings(("w", None, (0, 20, 20, 40))))
    assert said(found) == [("F0", "Walls or water keep the facility from every street within 50 m: no walk reaches it.")]


def test_a_facility_in_an_estate_whose_gate_is_for_residents_is_named_so():
    found = decided(
        (10, 30),
        estates=boxes(("e", "园", "yes", (0, 20, 20, 40)), names=("estate_id", "name", "gated")),
        gates=points(("g", "园", "residents", (10, 20)), names=("gate_id", "estate", "open")),
    )
    assert [row for row, words in said(found) if "a gate that is open to visitors: only homes inside reach it" in words] == ["F0"]


def test_a_facility_that_counts_for_nothing_is_not_named():
    found = decided((10, 30), (10, 500), services="shop")
    assert found.figures["FACILITIES_NOT_CONNECTED"].value == 1
    elsewhere = decided((10, 30), (10, 500), services="shop;gym")
    assert [row for row, _ in said(elsewhere)] == ["F1"]


def test_the_far_sports_ground_of_the_sample_town_is_named():
    tables = sample_town()
    names = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "surveys")
    found = service_coverage(**{name: tables[name] for name in names}, settings=Settings(profile("tdt1063"), WALKERS["planning"]))
    assert [row for row, _ in said(found)] == ["F07"]
    assert found.figures["FACILITIES_NOT_CONNECTED"].value == 1
