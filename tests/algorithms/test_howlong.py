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


@pytest.mark.parametrize(("seconds", "said"), [(0.4, 1), (7.4, 7), (21.0, 20), (44.0, 40), (200.0, 180)])
def test_figures_have_one_digit_that_counts(seconds, said):
    assert howlong.rounded(seconds) == said


def test_a_big_district_says_how_long_and_a_small_one_nothing():
    listener = Listener()
    howlong.say_coverage(listener, 500_000, 9, walls=False)
    howlong.say_coverage(listener, 20_000, 9, walls=True)
    assert listener.heard == ["500,000 doorplates × 9 categories: about 20 seconds."]
