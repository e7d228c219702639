"""Two ledgers compared, worked out on paper: doors of 10 to 50 households along a street."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.profiles import profile, walker
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.comparecoverage import PARTS, Compared, compare_coverage
from community3d.processing.engine.results import Settings
from hypothesis import given, settings
from hypothesis import strategies as some

from .ledgers import areas, ledger

AREAS = areas(("1", "community", "admin", (-0.5, -1, 2.5, 1)), ("2", "community", "admin", (2.5, -1, 9.5, 1)))
HOUSEHOLDS = [10, 20, 30, 40, 50]


def run(*whys: str, households: list[float] = HOUSEHOLDS, ids: list[str] | None = None, **columns: str) -> gpd.GeoDataFrame:
    """A ledger of the category park."""
    made = ledger({"park": list(whys)}, households=households[: len(whys)])
    made = made.assign(**{"profile": "tdt1063", "walker": "planning", "method": "network", "run": "r1", **columns})
    return made if ids is None else made.assign(doorplate_id=ids)


OLD = run("ok", "ok", "too_far", "too_far", "no_facility", run="r0")
NEW = run("ok", "too_far", "ok", "too_far", "ok")


def whole(found: Compared) -> pd.Series:
    return found.totals[found.totals["level"] == "all"].iloc[0]


def told(found: Compared) -> str:
    return "\n".join(map(str, found.notes))


def test_each_doorplate_gained_lost_or_stayed():
    found = compare_coverage(OLD, NEW).doorplates
    # The last door was not judged before: nothing can be said of it.
    assert found["park_change"].tolist() == ["same", "lost", "gained", "same", None]
    assert found["gained"].tolist() == [0, 0, 1, 0, 0]
    assert found["lost"].tolist() == [0, 1, 0, 0, 0]
    assert found["park_why_before"].tolist() == ["ok", "ok", "too_far", "too_far", "no_facility"]


def test_totals_are_households():
    # Reached before: 10 + 20 of the 100 judged; after: 10 + 30 + 50 of 150. 30 gained, 20 lost, 50 judged for the first time.
    row = whole(compare_coverage(OLD, NEW))
    assert row[list(PARTS)].tolist() == [150, 150, 30, 30, 20, 50, 50, 0, 50, 0, 0, 90]
    assert (row["rate_before"], row["rate_after"]) == (0.3, 0.6)
    assert row["change"] == pytest.approx(0.3)


def test_areas_add_up_to_the_whole():
    found = compare_coverage(OLD, NEW, areas=AREAS)
    by_area = found.totals[found.totals["level"] == "community"]
    assert by_area["code"].tolist() == ["1", "2", None]
    assert by_area[list(PARTS)].sum().tolist() == whole(found)[list(PARTS)].tolist()
    # In the western area 30 are gained and 20 are lost, in the eastern none of both.
    assert found.areas[["park_gained", "park_lost", "gained", "lost"]].to_numpy().tolist() == [[30, 20, 30, 20], [0, 0, 0, 0]]


def test_without_areas_the_codes_of_the_ledgers_are_used():
    codes = ["A", "A", "B", "B", None]
    found = compare_coverage(OLD.assign(community_code=codes), NEW.assign(community_code=codes)).totals
    rows = found[found["level"] == "community"]
    assert rows["code"].tolist() == ["A", "B", None]
    assert rows["gained"].tolist() == [0, 30, 0]


def test_new_and_vanished_doorplates_are_counted_apart():
    # D01 vanished with its 10 households, D09 is new with 20; D02 now has 25 households instead of 20.
    old = run("ok", "ok")
    new = run("ok", "ok", households=[25, 20], ids=["D02", "D09"])
    found = compare_coverage(old, new)
    row = whole(found)
    assert row[["before", "gained", "lost", "reweighed", "rejudged", "new_ok", "gone_ok", "after"]].tolist() == [30, 0, 0, 5, 0, 20, 10, 45]
    assert found.unmatched == 2
    assert found.doorplates["doorplate_id"].tolist() == ["D02"]
    assert "Doorplates only in the ledger before: 1 (first: D01)." in told(found)
    assert "Doorplates only in the ledger after: 1 (first: D09)." in told(found)


def test_residents_or_doorplates_can_be_counted():
    assert whole(compare_coverage(OLD, NEW, weight="doorplates"))[["before", "after"]].tolist() == [2, 3]
    assert whole(compare_coverage(OLD, NEW, weight="residents"))["gained"] == pytest.approx(30 * 2.62)


@settings(max_examples=20, deadline=None)
@given(
    some.lists(
        some.tuples(
            some.sampled_from(["ok", "too_far", "no_facility", "gone"]),
            some.sampled_from(["ok", "too_far", "no_facility", "gone"]),
            some.integers(1, 9),
            some.integers(1, 9),
        ),
        min_size=2,
        max_size=9,
    )
)
def test_totals_add_up_whatever_changed(doors):
    doors = [("ok", "ok", 1, 1), *doors]
    ids = [f"D{k:02}" for k in range(len(doors))]

    def side(why: int, weight: int) -> gpd.GeoDataFrame:
        there = [k for k, door in enumerate(doors) if door[why] != "gone"]
        made = run(*(doors[k][why] for k in there), households=[doors[k][weight] for k in there], ids=[ids[k] for k in there])
        return made.assign(community_code=[str(k % 2) for k in there])

    found = compare_coverage(side(0, 2), side(1, 3)).totals
    bridge = found["before"] + found["gained"] - found["lost"] + found["reweighed"] + found["rejudged"] + found["new_ok"] - found["gone_ok"]
    np.testing.assert_allclose(bridge, found["after"])
    new = found["total_after"] - found[["gained", "lost", "same", "not_compared"]].sum(axis=1)
    fresh = sum(door[3] for door in doors if door[0] == "gone" and door[1] != "gone")
    assert new[found["level"] == "all"].tolist() == [fresh]
    np.testing.assert_allclose(found[found["level"] == "community"][list(PARTS)].sum(), found[found["level"] == "all"][list(PARTS)].iloc[0])


def test_two_walkers_are_named_with_their_speeds():
    found = compare_coverage(OLD, NEW.assign(walker="older"))
    assert "The walkers differ: planning (1.0 m/s) before, older (0.8 m/s) after." in told(found)


def test_an_estimate_beside_the_network_is_named():
    assert "the other is estimated" in told(compare_coverage(OLD, NEW.assign(method="estimate")))
    both = compare_coverage(OLD.assign(method="estimate"), NEW.assign(method="estimate"))
    assert "Both ledgers are estimated along straight lines" in told(both)


def test_one_run_twice_is_named():
    assert "Both ledgers are of the same run r1" in told(compare_coverage(NEW, NEW))


def test_categories_of_one_ledger_alone_are_left_out_and_named():
    extra = NEW.assign(market_ok=True, market_why="ok")
    found = compare_coverage(OLD, extra)
    assert "left out: market." in told(found)
    assert found.pair.categories == ("park",)


def test_different_profiles_are_refused():
    with pytest.raises(InputError, match="The ledgers follow different profiles, tdt1063 and gb50180"):
        compare_coverage(OLD, NEW.assign(profile="gb50180"))


def test_ledgers_of_different_districts_are_refused():
    elsewhere = NEW.set_geometry(NEW.geometry.translate(20_000, 0))
    with pytest.raises(InputError, match=r"different districts: doorplates of the same id lie 20\.0 km apart"):
        compare_coverage(OLD, elsewhere)
    with pytest.raises(InputError, match="No doorplate_id stands in both ledgers"):
        compare_coverage(OLD, NEW.assign(doorplate_id=[f"X{k}" for k in range(5)]))


def test_a_doorplate_measured_anew_is_named():
    moved = NEW.set_geometry(NEW.geometry.translate(60, 0))
    assert "5 doorplates of the same id lie more than 50 m apart." in told(compare_coverage(OLD, moved))


def test_what_is_no_ledger_is_told_of_both_at_once():
    with pytest.raises(InputError) as caught:
        compare_coverage(OLD.drop(columns="doorplate_id"), NEW.drop(columns=["park_ok"]))
    assert [str(problem)[:38] for problem in caught.value.problems] == [
        "BEFORE is not a coverage ledger: it la",
        "AFTER is not a coverage ledger: it lac",
    ]


def test_doubled_ids_and_mixed_runs_are_refused_together():
    doubled = pd.concat([OLD, OLD], ignore_index=True)
    mixed = NEW.assign(walker=["planning", "older", "older", "older", "older"])
    with pytest.raises(InputError) as caught:
        compare_coverage(doubled, mixed)
    assert "BEFORE names 5 doorplates twice (first: D01, D02, D03, D04, D05)" in str(caught.value)
    assert "AFTER mixes runs: its column walker holds older, planning." in str(caught.value)


def test_an_empty_ledger_and_one_of_other_categories_are_told():
    with pytest.raises(InputError, match=r"BEFORE has no features\. Choose a layer with data"):
        compare_coverage(OLD.iloc[:0], NEW)
    other = NEW.rename(columns={"park_ok": "shop_ok", "park_why": "shop_why"})
    with pytest.raises(InputError, match="The two ledgers have no category in common: park and shop"):
        compare_coverage(OLD, other)


def test_answers_are_read_however_a_file_keeps_them():
    for values in ([True, False, True, False, None], [1.0, 0.0, 1.0, 0.0, np.nan], ["true", "false", "1", "0", None]):
        found = compare_coverage(OLD.assign(park_ok=pd.Series(values, dtype=object)), NEW)
        assert found.doorplates["park_change"].tolist() == ["same", "same", "same", "same", None]


def test_opening_a_gate_in_the_sample_town_is_what_the_two_runs_say():
    tables = sample_town()
    chosen = Settings(profile("tdt1063"), walker("planning"))
    given_ = {
        name: tables[name] for name in ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")
    }
    before = service_coverage(**given_, settings=chosen)
    gates = tables["gates"]
    opened = gates.assign(open=gates["open"].mask(gates["gate_id"] == "G03", "all"))
    after = service_coverage(**{**given_, "gates": opened}, settings=chosen)
    found = compare_coverage(before.ledger, after.ledger, areas=tables["areas"])
    of_all = found.totals[found.totals["level"] == "all"].set_index("category")
    for name, summary in (("before", before.summary), ("after", after.summary)):
        rates = summary[summary["level"] == "all"].set_index("category")["rate"]
        pd.testing.assert_series_equal(of_all[f"rate_{name}"].reindex(rates.index), rates, check_names=False)
    # D07 on the eastern lane now walks through the eastern gate to the day-care centre of the estate.
    gained = found.doorplates[found.doorplates["elderly_change"] == "gained"]["doorplate_id"].tolist()
    assert "D07" in gained
    assert found.totals["lost"].sum() == 0
