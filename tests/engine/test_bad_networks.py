"""Networks and points that do not fit: another city, hardly any street, everything at one point, a crowd of facilities."""

from __future__ import annotations

import time

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.isochrones import isochrones
from community3d.processing.engine.ledger import REASONS

from .towns import CRS, ORIGIN, category, lines, points, settings

STREET = ("A", [(0, 0), (1000, 0)])
HOMES = ("doorplate_id",)
SHOPS = ("facility_id", "services")
METRES = settings(category(limit=500, unit="m"))


class Listener:
    """Hears the warnings of a run."""

    def __init__(self) -> None:
        self.warned: list[str] = []

    def at(self, share: float, doing: object = None) -> None: ...

    def say(self, words: object) -> None: ...

    def warn(self, words: object) -> None:
        self.warned.append(str(words))

    def part(self, start: float, end: float) -> Listener:
        return self


def run(homes: list, shops: list, *streets: tuple, progress: object = None):
    doorplates = points(*((f"H{k}", xy) for k, xy in enumerate(homes)), names=HOMES)
    facilities = points(*((f"F{k}", "shop", xy) for k, xy in enumerate(shops)), names=SHOPS)
    found = coverage(doorplates, facilities, lines(*(streets or (STREET,))), settings=METRES, progress=progress or Listener())
    return found.found["shop"]


def test_a_network_of_another_city_is_refused_with_both_places_and_the_distance():
    with pytest.raises(InputError) as error:
        run([(0, 80_000), (10, 80_010), (20, 80_020)], [(0, 80_050)])
    assert str(error.value).split("\n") == [
        "The doorplates (around x 540010, y 3540010) lie about 80 km from the walking network (around x 540500, y 3460000). "
        "Choose the network of the same district, or check the coordinate systems of both layers.",
        "The facilities (around x 540000, y 3540050) lie about 80 km from the walking network (around x 540500, y 3460000). "
        "Choose the network of the same district, or check the coordinate systems of both layers.",
    ]


def test_a_network_of_two_other_cities_around_the_district_is_refused_too():
    around = (("A", [(0, 0), (1000, 0)]), ("B", [(0, 90_000), (1000, 90_000)]))
    with pytest.raises(InputError, match=r"The doorplates .* lie about 45 km from the walking network"):
        run([(500, 45_000)], [(500, 0)], *around)


def test_isochrones_in_another_city_are_refused():
    place = gpd.GeoDataFrame({"place_id": ["P"]}, geometry=[shapely.Point(ORIGIN[0] + 9e4, ORIGIN[1])], crs=CRS)
    with pytest.raises(InputError, match="lie about 89 km from the walking network"):
        isochrones(place, lines(STREET), limits=[5], unit="min", settings=METRES)


def test_doorplates_of_which_none_is_within_reach_are_warned_of():
    # One lonely farm is no reason to refuse: its answer is not_snapped.
    heard = Listener()
    found = run([(0, 700)], [(0, 0)], progress=heard)
    assert REASONS[found.why[0]] == "not_snapped"
    assert heard.warned == ["None of the 1 doorplates lies within 200 m of a walkable street; the nearest is about 700 m away."]


def test_one_street_is_a_network():
    found = run([(100, 0)], [(400, 0)])
    assert found.metres.tolist() == [300]


def test_no_street_and_only_excluded_streets_are_refused():
    with pytest.raises(InputError, match="The walking network has no streets"):
        coverage(
            points(("H", (0, 0)), names=HOMES),
            points(("F", "shop", (0, 0)), names=SHOPS),
            lines(STREET).iloc[:0],
            settings=METRES,
        )
    with pytest.raises(InputError, match="None of the 1 streets can be walked"):
        coverage(
            points(("H", (0, 0)), names=HOMES),
            points(("F", "shop", (0, 0)), names=SHOPS),
            lines(("A", "motorway", STREET[1]), names=("street_id", "kind")),
            settings=METRES,
        )


def test_doorplates_stacked_on_one_point_have_one_answer():
    found = run([(100, 30)] * 500, [(400, 0), (400, 0), (900, 0)])
    assert set(found.metres) == {330.0}
    assert set(found.facility_id) == {"F0"}
    assert found.ok.all()


@pytest.mark.long
def test_a_category_of_a_hundred_thousand_facilities_is_decided():
    # A lattice of 20 × 20 blocks of 50 m; facilities strewn over it, doorplates beside the first thousand of them.
    streets = [(f"H{k:02}", [(x * 50, k * 50) for x in range(21)]) for k in range(21)]
    streets += [(f"V{k:02}", [(k * 50, y * 50) for y in range(21)]) for k in range(21)]
    xy = np.random.default_rng(1).uniform(0, 1000, (100_000, 2))
    begun = time.process_time()
    found = run(xy[:1000].tolist(), xy.tolist(), *streets)
    assert time.process_time() - begun < 30
    assert found.ok.all()
    # Each doorplate stands on a facility: from there to the street and back at most.
    off_street = np.abs(xy[:1000] - (xy[:1000] / 50).round() * 50).min(axis=1)
    assert (found.metres <= 2 * off_street + 1e-6).all()
