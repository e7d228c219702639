from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.layers.profiles import WALKERS, Category, Profile, profile
from community3d.layers.sample.district import sample_district
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.agreement import CAUSES, agreement, cause_words, drawn_over
from community3d.processing.engine.areas import code_columns, codes_of
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.ledger import assemble
from community3d.processing.engine.livingcircle import category_isochrones
from community3d.processing.engine.results import Settings
from community3d.processing.engine.verges import screens_of

PLANNING = Settings(profile("tdt1063"), WALKERS["planning"])
MARKET = Category("market", "菜市场", "Market", ("market",), 400, "m")
IN_METRES = Profile("own", "自定", "Own", (MARKET,))
OPTIONAL = ("gates", "walls", "estates", "land", "surveys")


class Checked:
    """One run over a set of tables."""

    def __init__(self, tables: dict, settings: Settings = PLANNING) -> None:
        self.tables = tables
        chosen = {name: tables.get(name) for name in OPTIONAL}
        self.coverage = coverage(tables["doorplates"], tables["facilities"], tables["streets"], settings=settings, **chosen)
        codes = codes_of(self.coverage.doorplates, tables.get("areas"))
        self.ledger = assemble(self.coverage, code_columns(codes, len(self.coverage.doorplates)), settings)
        self.circles = category_isochrones(self.coverage, settings, walls=tables.get("walls"), land=tables.get("land"))
        screens = screens_of(tables.get("walls"), tables.get("land"))
        self.agreement = agreement(self.coverage, self.circles, self.ledger, settings, screens=screens)


@pytest.fixture(scope="module")
def town() -> Checked:
    return Checked(sample_town())


@pytest.fixture(scope="module")
def district() -> Checked:
    return Checked(sample_district("small", 1))


def test_every_category_has_its_own_band_and_the_steps_of_the_slider(town):
    limits = town.circles.frame.groupby("category")["limit"].apply(list).to_dict()
    # Secondary schools and football have no facility, the sports ground is not connected.
    assert set(limits) == {"elderly", "park", "primary_school", "market", "health", "culture"}
    assert all(found == [5, 10, 15] for found in limits.values())


def test_bands_of_a_category_nest(district):
    for _, of_category in district.circles.frame.groupby("category"):
        narrow, middle, wide = of_category.sort_values("limit").geometry
        assert narrow.difference(middle).area < 1
        assert middle.difference(wide).area < 1


def test_the_bands_are_valid_and_measured(district):
    frame = district.circles.frame
    assert frame.geometry.is_valid.all()
    assert (frame.geometry.geom_type == "MultiPolygon").all()
    assert np.allclose(frame["area_m2"], frame.geometry.area)


def test_the_park_of_the_town_is_reached_over_the_streets_around_it(town):
    park = town.circles.bands()["park"]
    # F02 stands 20 m north of (600, 300): 280 s are left on the street. D09 at x = 870 is the last door within them.
    x, y = 560_000, 3_460_000
    assert park.contains(shapely.Point(x + 879, y + 300))
    assert not park.contains(shapely.Point(x + 906, y + 300))
    # Beyond the bridge, 200 + 100 m and 60 s away, nothing is reached.
    assert not park.contains(shapely.Point(x + 400, y + 420))


def test_the_water_before_a_quay_is_not_reached(town):
    school = town.circles.bands()["primary_school"]
    # The quay S14 is reached at y = 330, S07 at y = 400; the canal lies from 340 to 360.
    assert school.contains(shapely.Point(560_460, 3_460_335))
    assert school.intersection(shapely.box(560_430, 3_460_341, 560_490, 3_460_374)).area == 0


@pytest.mark.parametrize("name", ["town", "district"])
def test_isochrones_and_ledger_agree(name, request):
    assert request.getfixturevalue(name).agreement.share >= 0.95


@pytest.mark.parametrize("name", ["town", "district"])
def test_the_exceptions_are_the_pairs_that_do_not_agree(name, request):
    checked = request.getfixturevalue(name)
    pairs = len(checked.ledger) * len(checked.circles.own)
    assert checked.agreement.share == pytest.approx(1 - len(checked.agreement.exceptions) / pairs)


@pytest.mark.parametrize("name", ["town", "district"])
def test_every_exception_has_a_cause_and_stands_where_its_door_stands(name, request):
    checked = request.getfixturevalue(name)
    found = checked.agreement.exceptions
    assert found["cause"].isin(CAUSES).all()
    assert (found["ledger_ok"] != found["inside"]).all()
    doors = checked.ledger.set_index("doorplate_id").geometry
    assert (doors[found["doorplate_id"]].to_numpy() == found.geometry.to_numpy()).all()


@pytest.mark.parametrize("name", ["town", "district"])
def test_who_the_ledger_reaches_is_inside(name, request):
    found = request.getfixturevalue(name).agreement.exceptions
    assert not found["ledger_ok"].any()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(profile("tdt1063"), WALKERS["older"]),
        Settings(profile("tdt1063"), WALKERS["planning"], direction="from_facility"),
        Settings(IN_METRES, WALKERS["fast"]),
    ],
    ids=["slow", "from_facility", "metres"],
)
def test_who_the_ledger_reaches_is_inside_on_every_walk(settings):
    checked = Checked(sample_town(), settings)
    assert checked.ledger["market_ok"].any()
    assert not checked.agreement.exceptions["ledger_ok"].any()


def test_a_profile_in_metres_has_bands_in_metres():
    found = Checked(sample_town(), Settings(IN_METRES, WALKERS["fast"])).circles.frame
    assert found["unit"].tolist() == ["m"] * 4
    assert found["limit"].tolist() == [300, 400, 500, 1000]


def test_the_door_one_metre_beyond_is_inside_by_the_width_of_the_band(town):
    found = town.agreement.exceptions.set_index(["doorplate_id", "category"])["cause"]
    # D10 is 301 m from the park: its street is covered 25 m farther than the walk goes.
    assert found["D10", "park"] == "band_width"


def test_every_cause_can_be_said():
    assert all(str(cause_words(cause)).endswith(".") for cause in CAUSES)


def test_a_place_on_the_rim_of_a_band_is_covered_by_what_is_drawn() -> None:
    # What walls cut is drawn on a grid; a gate on the wall must not fall beside the band by a hundredth of a millimetre.
    band = shapely.box(0, 0, 10, 10)
    xy = np.array([[5, 10], [5, 10 + 1e-5], [5, 10 + 1e-3], [11, 11]])
    assert drawn_over(band, xy).tolist() == [True, True, False, False]
