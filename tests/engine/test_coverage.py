"""What the ledger says of doorplates: the sample town by hand, and one fact at a time."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.progress import Silent
from community3d.layers.sample.town import EXPECTED, EXPECTED_OK, EXPECTED_OK_LOW, EXPECTED_SNAP_M, sample_town
from community3d.processing.engine.coverage import Coverage, coverage
from community3d.processing.engine.ledger import REASONS, assemble, columns
from community3d.processing.engine.results import Settings

from .towns import category, lines, points, settings

TABLES = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "surveys")
TDT = Settings(profile("tdt1063"), WALKERS["planning"], run="0123abcd")


@pytest.fixture(scope="module")
def town() -> Coverage:
    tables = sample_town()
    return coverage(**{name: tables[name] for name in TABLES}, settings=TDT)


@pytest.fixture(scope="module")
def ledger(town) -> gpd.GeoDataFrame:
    return assemble(town, {"community_code": np.array(["990106001001"] * 16, dtype=object)}, TDT)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda answer: f"{answer.doorplate_id}-{answer.category}")
def test_the_sample_town_is_as_worked_out_on_paper(ledger, expected):
    row = ledger.set_index("doorplate_id").loc[expected.doorplate_id]
    c = expected.category
    assert (row[f"{c}_id"], row[f"{c}_why"]) == (expected.facility_id, expected.why)
    numbers = [float("nan") if value is None else value for value in (expected.metres, expected.minutes)]
    assert [row[f"{c}_m"], row[f"{c}_min"]] == pytest.approx(numbers, abs=1e-6, nan_ok=True)


def test_the_sample_town_s_home_legs(ledger):
    legs = ledger.set_index("doorplate_id")["snap_m"]
    assert legs[list(EXPECTED_SNAP_M)].to_dict() == pytest.approx(EXPECTED_SNAP_M)
    assert np.isnan(legs["D14"])  # sealed
    assert np.isnan(legs["D16"])  # not snapped


def test_the_sample_town_s_households(town, ledger):
    households = ledger["households"].to_numpy()
    ids = [c.id for c in TDT.profile.categories]
    assert {c: households[ledger[f"{c}_ok"] == True].sum() for c in EXPECTED_OK} == EXPECTED_OK  # noqa: E712, None is a value here
    assert {c: households[town.certain[:, ids.index(c)]].sum() for c in EXPECTED_OK_LOW} == EXPECTED_OK_LOW


def test_a_category_not_surveyed_is_not_judged_and_one_surveyed_is(ledger):
    assert set(ledger["secondary_school_ok"]) == {None}
    assert set(ledger["football_ok"]) == {False}
    assert set(ledger["judged"]) == {8}


def test_the_ledger_has_the_columns_of_the_design_in_their_order(ledger):
    assert list(ledger.columns) == [*columns(TDT), "geometry"]
    names = columns(TDT)
    assert names[:3] == ["doorplate_id", "address", "road"]
    assert names[names.index("housing_type") + 1 :][:11] == [
        "weight_source",
        "district_code",
        "subdistrict_code",
        "community_code",
        "grid_code",
        "reached",
        "judged",
        "completeness",
        "snap_m",
        "elderly_id",
        "elderly_m",
    ]
    assert names[-4:] == ["method", "profile", "walker", "run"]
    assert not {"unit", "source", "licence"}.intersection(names)
    assert set(ledger["run"]) == {"0123abcd"}
    assert set(ledger["community_code"]) == {"990106001001"}
    assert set(ledger["district_code"]) == {None}


def test_completeness_is_reached_of_judged(ledger):
    row = ledger.set_index("doorplate_id").loc["D01"]  # market, health and culture of eight
    assert (row["reached"], row["judged"], row["completeness"]) == (3, 8, 3 / 8)


# One street of a kilometre, home at its start, one shop.
STREET = lines(("A", [(0, 0), (2000, 0)]))


def homes(*xy: tuple[float, float], **columns: list) -> gpd.GeoDataFrame:
    frame = points(*((f"H{k}", place) for k, place in enumerate(xy)), names=("doorplate_id",))
    return frame.assign(**columns)


def shops(*xy: tuple[float, float], ids: str = "ABCDEFG", services: str = "shop") -> gpd.GeoDataFrame:
    return points(*((ids[k], services, place) for k, place in enumerate(xy)), names=("facility_id", "services"))


def reason(found: Coverage, row: int = 0, name: str = "shop") -> str:
    return REASONS[found.found[name].why[row]]


def test_exactly_at_the_limit_is_reached_and_a_millimetre_more_is_not():
    run = settings(category(limit=1000, unit="m"))
    assert reason(coverage(homes((0, 0)), shops((1000, 0)), STREET, settings=run)) == "ok"
    assert reason(coverage(homes((0, 0)), shops((1000.001, 0)), STREET, settings=run)) == "too_far"


def test_exactly_at_the_limit_in_minutes_is_reached_legs_and_waiting_counted():
    # 20 m + 200 m + 20 m at 1 m/s, and 60 s of waiting in the middle street: 5 minutes.
    streets = lines(
        ("A", 0, [(0, 0), (50, 0)]), ("B", 60, [(50, 0), (150, 0)]), ("C", 0, [(150, 0), (300, 0)]), names=("street_id", "penalty_s")
    )
    run = settings(category(limit=5))
    assert reason(coverage(homes((0, 20)), shops((200, -20)), streets, settings=run)) == "ok"
    assert reason(coverage(homes((0, 20)), shops((200.001, -20)), streets, settings=run)) == "too_far"


def test_a_street_between_two_shops_is_left_by_its_nearer_end():
    # The home's street is 100 m long; a shop 50 m beyond either end.
    streets = lines(("A", [(-200, 0), (0, 0)]), ("B", [(0, 0), (100, 0)]), ("C", [(100, 0), (300, 0)]))
    found = coverage(homes((49, 0), (50, 0), (51, 0)), shops((-50, 0), (150, 0), ids="BA"), streets, settings=settings()).found["shop"]
    assert found.facility_id.tolist() == ["B", "A", "A"]
    assert found.metres.tolist() == pytest.approx([99, 100, 99])


def test_a_shop_exactly_on_a_node_is_as_far_by_every_street_that_meets_there():
    streets = lines(("A", [(0, 0), (100, 0)]), ("B", [(100, 0), (100, 80)]), ("C", [(100, 0), (100, -60)]))
    found = coverage(homes((30, 0), (100, 50), (100, -60)), shops((100, 0)), streets, settings=settings()).found["shop"]
    assert found.metres.tolist() == pytest.approx([70, 50, 60])


def test_stacked_doorplates_have_one_answer():
    found = coverage(homes((30, 5), (30, 5), (30, 5)), shops((90, 5), (90, 5), ids="BA"), STREET, settings=settings()).found["shop"]
    assert found.metres.tolist() == pytest.approx([70, 70, 70])
    assert found.facility_id.tolist() == ["A", "A", "A"]


def test_on_one_street_one_does_not_walk_round_by_its_ends():
    # A loop street of 400 m with the home 10 m after its beginning and a shop 10 m before its end: 20 m through the shared vertex.
    loop = lines(("L", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]))
    found = coverage(homes((10, 0), (50, 0)), shops((0, 10), (90, 0), ids="AB"), loop, settings=settings()).found["shop"]
    assert found.facility_id.tolist() == ["A", "B"]
    assert found.metres.tolist() == pytest.approx([20, 40])


def test_both_legs_count_in_metres_and_time():
    found = coverage(homes((0, 30)), shops((100, -20)), STREET, settings=settings(category(limit=3), speed_ms=1.25)).found["shop"]
    assert (found.metres[0], found.minutes[0]) == pytest.approx((150, 2))


def test_a_shop_on_the_doorplate_is_two_legs_away():
    found = coverage(homes((50, 10)), shops((50, 10)), STREET, settings=settings()).found["shop"]
    assert found.metres[0] == 20


def test_of_shops_equally_near_the_smallest_id_is_told():
    assert coverage(homes((500, 0)), shops((400, 0), (600, 0), ids="BA"), STREET, settings=settings()).found["shop"].facility_id[0] == "A"
    together = coverage(homes((500, 0)), shops((600, 5), (600, 5), (600, -5), ids="CBA"), STREET, settings=settings())
    assert together.found["shop"].facility_id[0] == "A"


def test_equally_near_through_the_network_the_smallest_id_is_told():
    # A square: from the home at one corner both ways round to the shops' streets are 200 m.
    square = lines(("W", [(0, 0), (0, 100), (0, 200)]), ("E", [(0, 0), (100, 0), (200, 0)]), ("X", [(-50, 0), (0, 0)]))
    found = coverage(homes((-50, 0), (0, 100), (100, 0)), shops((0, 200), (200, 0), ids="BA"), square, settings=settings(category(limit=9)))
    assert found.found["shop"].facility_id.tolist() == ["A", "B", "A"]


def test_a_limit_in_minutes_takes_the_fastest_way_and_tells_its_metres():
    # 100 m of steps (200 s) or 160 m round them (160 s).
    ways = lines(("S", "steps", [(0, 0), (100, 0)]), ("R", None, [(0, 0), (0, 30), (100, 30), (100, 0)]), names=("street_id", "kind"))
    ends = lines(("A", None, [(-10, 0), (0, 0)]), ("B", None, [(100, 0), (110, 0)]), names=("street_id", "kind"))
    streets = gpd.GeoDataFrame(pd.concat([ways, ends], ignore_index=True), crs=ways.crs)
    for unit, metres, seconds in (("min", 180, 180), ("m", 120, 220)):
        found = coverage(homes((-10, 0)), shops((110, 0)), streets, settings=settings(category(limit=500, unit=unit))).found["shop"]
        assert (found.metres[0], found.minutes[0] * 60) == pytest.approx((metres, seconds))


def test_a_penalty_is_not_paid_by_a_walk_that_starts_or_ends_on_the_street():
    streets = lines(
        ("A", 0, [(0, 0), (100, 0)]), ("B", 30, [(100, 0), (200, 0)]), ("C", 0, [(200, 0), (300, 0)]), names=("street_id", "penalty_s")
    )
    found = coverage(homes((50, 0), (150, 0)), shops((250, 0)), streets, settings=settings()).found["shop"]
    assert (found.minutes * 60).tolist() == pytest.approx([230, 100])
    onto = coverage(homes((50, 0)), shops((150, 0)), streets, settings=settings()).found["shop"]
    assert onto.minutes[0] * 60 == pytest.approx(100)


def test_facilities_beyond_the_last_doorplate_count():
    assert reason(coverage(homes((0, 0)), shops((250, 0)), STREET, settings=settings())) == "ok"


def test_not_snapped_comes_before_no_route_and_no_facility_before_both():
    far = homes((0, 500))
    assert reason(coverage(far, shops((0, 900)), STREET, settings=settings())) == "not_snapped"
    assert reason(coverage(homes((0, 0)), shops((0, 900)), STREET, settings=settings())) == "no_route"
    run = settings(category("shop"), category("school"))
    assert reason(coverage(far, shops((0, 900)), STREET, settings=run), name="school") == "no_facility"


def test_the_snap_limit_holds_for_doorplates_and_facilities():
    run = settings(snap_limit_m=50)
    assert reason(coverage(homes((0, 50)), shops((10, 50)), STREET, settings=run)) == "ok"
    assert reason(coverage(homes((0, 51)), shops((10, 50)), STREET, settings=run)) == "not_snapped"
    assert reason(coverage(homes((0, 50)), shops((10, 51)), STREET, settings=run)) == "no_route"


def test_one_complex_serves_many_categories_however_its_list_is_written():
    run = settings(category("a"), category("b"), category("c"), category("d"))
    for written in ("a,b;c、d", "a， b； c_type | d"):
        found = coverage(homes((0, 0)), shops((10, 0), services=written), STREET, settings=run)
        assert [reason(found, name=name) for name in "abcd"] == ["ok"] * 4


def test_an_unknown_type_is_listed_and_a_type_of_another_profile_is_not():
    found = coverage(homes((0, 0)), shops((10, 0), services="shop;moon_base;gym"), STREET, settings=settings())
    assert [(p.row, p.rule, str(p.message)) for p in found.problems] == [
        ("A", "unknown_type", "The type “moon_base” is not known; the facility is not counted for it.")
    ]


def test_a_facility_that_names_no_service_is_listed():
    mixed = shops((10, 0), (20, 0)).assign(services=["shop", None])
    found = coverage(homes((0, 0)), mixed, STREET, settings=settings())
    assert [(p.row, str(p.message)) for p in found.problems] == [("B", "The facility names no service and is not counted.")]


def test_facilities_of_which_none_has_a_known_type_are_refused():
    with pytest.raises(InputError, match=r"None of the 1 facilities has a known type \(first: “moon_base”\).*services: shop, shop_type\."):
        coverage(homes((0, 0)), shops((10, 0), services="moon_base"), STREET, settings=settings())


def test_duplicate_ids_are_refused_for_both_tables_at_once():
    twice = homes((0, 0), (1, 0)).assign(doorplate_id=["H", "H"])
    with pytest.raises(InputError) as error:
        coverage(twice, shops((10, 0), (20, 0), ids="FF"), STREET, settings=settings())
    assert "Doorplates that share an id with another one: 1 (first: H). Give each its own doorplate_id." in str(error.value)
    assert "Facilities that share an id with another one: 1 (first: F). Give each its own facility_id." in str(error.value)


def test_rows_without_a_place_are_left_out_and_listed():
    doorplates = homes((0, 0), (np.nan, 5), (5, 0))
    doorplates.loc[2, "geometry"] = None
    found = coverage(doorplates, shops((10, 0)), STREET, settings=settings())
    assert found.doorplates["doorplate_id"].tolist() == ["H0"]
    assert [(p.table, p.row, p.rule) for p in found.problems] == [("doorplates", "H1", "no_place"), ("doorplates", "H2", "no_place")]


def test_streets_without_a_line_or_length_are_left_out_and_listed():
    streets = lines(("A", [(0, 0), (2000, 0)]), ("B", [(0, 9), (50, 9)]), ("C", [(5, 5), (5, 5)]))
    streets.loc[1, "geometry"] = None
    found = coverage(homes((0, 0)), shops((10, 0)), streets, settings=settings())
    assert [(p.row, p.rule) for p in found.problems] == [("B", "no_geometry"), ("C", "no_length")]


def test_weights_are_given_estimated_or_one():
    doorplates = homes((0, 0), (1, 0), (2, 0), households=[12, 30, np.nan], residents=[np.nan, 70, np.nan])
    doorplates["source"] = [None, "OpenStreetMap（OSM 建筑推算）", None]
    ledger = assemble(coverage(doorplates, shops((10, 0)), STREET, settings=settings()), {}, settings())
    assert ledger["households"].tolist() == [12, 30, 1]
    assert ledger["residents"].tolist() == pytest.approx([31.44, 70, 2.62])
    assert ledger["weight_source"].tolist() == ["given", "estimated", "default"]


def test_a_column_may_say_that_households_were_estimated():
    doorplates = homes((0, 0), households=[12], weight_source=["estimated"])
    ledger = assemble(coverage(doorplates, shops((10, 0)), STREET, settings=settings()), {}, settings())
    assert ledger["weight_source"].tolist() == ["estimated"]


def test_doorplates_keep_their_order_and_nothing_given_is_changed():
    doorplates, facilities = homes((300, 0), (0, 0), (100, 0)), shops((10, 0))
    before = doorplates.copy(), facilities.copy(), STREET.copy()
    found = coverage(doorplates, facilities, STREET, settings=settings())
    assert found.found["shop"].metres.tolist() == [290, 10, 90]
    for frame, copy in zip((doorplates, facilities, STREET), before):
        assert frame.equals(copy)


def test_no_facilities_at_all_give_a_ledger_without_facilities():
    empty = shops((10, 0)).iloc[:0]
    assert reason(coverage(homes((0, 0)), empty, STREET, settings=settings())) == "no_facility"


def test_no_doorplates_give_an_empty_ledger():
    found = coverage(homes((0, 0)).iloc[:0], shops((10, 0)), STREET, settings=settings())
    assert len(assemble(found, {}, settings())) == 0


def test_a_wish_to_stop_ends_the_run():
    class Impatient(Silent):
        def at(self, share: float, doing: object = None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        coverage(homes((0, 0)), shops((10, 0)), STREET, settings=settings(), progress=Impatient())
