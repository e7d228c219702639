"""What a long run says of itself beforehand."""

from __future__ import annotations

import pytest
from community3d.layers.progress import Silent
from community3d.layers.words import english
from community3d.processing.algorithms import howlong


class Listener(Silent):
    def __init__(self) -> None:
        self.heard: list[str] = []

    def say(self, words) -> None:
        self.heard.append(english(words.source).format(**words.values))


@pytest.fixture
def listener():
    return Listener()


@pytest.mark.parametrize(("seconds", "said"), [(0.4, 1), (7.4, 7), (21.0, 20), (44.0, 40), (200.0, 180)])
def test_figures_have_one_digit_that_counts(seconds, said):
    assert howlong.rounded(seconds) == said


def test_a_big_district_says_how_long_and_a_small_one_nothing(listener):
    howlong.say_coverage(listener, 500_000, 9, walls=False)
    howlong.say_coverage(listener, 20_000, 9, walls=True)
    assert listener.heard == ["500,000 doorplates × 9 categories: about 20 seconds."]


def test_walls_straight_lines_and_tests_of_robustness_take_longer():
    plain = howlong.coverage_seconds(20_000, 9, walls=False)
    assert howlong.coverage_seconds(20_000, 9, walls=True) > plain
    assert howlong.coverage_seconds(20_000, 9, walls=False, firmness=True) > plain
    assert howlong.coverage_seconds(20_000, 9, walls=False, estimate=True) > 10 * plain


def test_a_check_of_a_town_says_how_long_and_one_of_a_village_nothing(listener):
    howlong.say_check(listener, 20_000, 9, 800, walls=True)
    howlong.say_check(listener, 500, 9, 70, walls=True)
    assert len(listener.heard) == 1
    assert listener.heard[0].startswith("20,000 doorplates × 9 categories: about ")


def test_isochrones_each_for_itself_take_longer_than_in_one(listener):
    howlong.say_places(listener, 800, bands=3, alone=False)
    assert listener.heard == []
    howlong.say_places(listener, 800, bands=3, alone=True)
    assert len(listener.heard) == 1
    howlong.say_circles(listener, 60)
    assert len(listener.heard) == 1
    howlong.say_circles(listener, 800)
    assert listener.heard[1].startswith("800 places: about ")


def test_walks_to_what_lies_around_count_and_not_those_through_the_whole_city(listener):
    howlong.say_walks(listener, 10, 500_000, reach_m=900, ground_m2=400e6)
    assert listener.heard == []
    howlong.say_walks(listener, 800, 500_000, reach_m=900, ground_m2=400e6)
    assert len(listener.heard) == 1


def test_gates_and_osm_files_say_how_long_where_they_are_many_or_big(listener):
    howlong.say_gates(listener, 3, 500, 9)
    howlong.say_osm(listener, 150_000, ".pbf")
    assert listener.heard == []
    howlong.say_gates(listener, 500, 20_000, 9)
    howlong.say_osm(listener, 30_000_000, ".pbf")
    assert listener.heard[0].startswith("500 gates to open one by one: about ")
    assert listener.heard[1] == "30 MB of OSM objects to read: about 90 seconds."
