"""Capacities of a small town, worked out on paper: who finds a place, which facility is too full, which stands empty."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.door import accept
from community3d.layers.errors import InputError
from community3d.layers.words import english, render
from community3d.processing.engine import capacitytables
from community3d.processing.engine.capacity import Ask, service_capacity
from community3d.processing.engine.capacitygroups import by_group
from community3d.processing.engine.eligible import Eligible, eligible
from community3d.processing.engine.ground import Tables

from .towns import ORIGIN, boxes, category, lines, points, settings

SHOP = category("shop", limit=400, unit="m")
NONE = "none"
MAIN = ("s1", [(0, 0), (1000, 0)])
# a: 100 people at 0 m, b: 300 at 400 m, c: 50 at 1000 m; F at 100 m with 60 places, G at 600 m with 30.
HOMES = (("a", 100, (0, 0)), ("b", 300, (400, 0)), ("c", 50, (1000, 0)))
SHOPS = (("F", "shop", 60.0, (100, 0)), ("G", "shop", 30.0, (600, 0)))


def found(homes=HOMES, shops=SHOPS, *, streets=(MAIN,), profile=(SHOP,), kind=NONE, words="", areas=None, idle_below=0.5, barriers=None):
    run = settings(*profile)
    return service_capacity(
        points(*homes, names=("doorplate_id", "residents")),
        points(*shops, names=("facility_id", "services", "capacity")),
        lines(*streets),
        areas=areas,
        tables=Tables(**(barriers or {})),
        ask=Ask(eligible(run.profile, words), kind, idle_below),
        settings=run,
    )


def loads(run):
    return capacitytables.load(run).set_index("facility_id")


def whole(run, areas=None):
    table = capacitytables.summary(run, areas)
    return table[(table["level"] == "all") & (table["category"] == "shop")].iloc[0]


def test_the_street_with_two_shops():
    # a walks 100 m to F; b 300 m to F and 200 m to G; c 400 m to G, just within the limit; a to G is 600 m.
    # F: 60 places for 400 people; G: 30 for 350. a 0.15, b 0.15 + 30/350, c 30/350.
    run = found()
    doors = capacitytables.at_doorplates(run).set_index("doorplate_id")
    assert doors["shop_per_person"].tolist() == pytest.approx([0.15, 0.15 + 30 / 350, 30 / 350])
    assert doors["shop_known"].tolist() == [1, 2, 1]
    # b divides itself 60 : 30. F has 100 + 200, G 100 + 50; one of five finds a place at each.
    table = loads(run)
    assert table["assigned"].tolist() == pytest.approx([300, 150])
    assert table["served"].tolist() == [60, 30]
    assert table["over"].tolist() == pytest.approx([240, 120])
    assert table["load"].tolist() == pytest.approx([5, 5])
    assert table["verdict"].tolist() == ["overloaded", "overloaded"]
    assert doors["shop_served"].tolist() == pytest.approx([0.2, 0.2, 0.2])
    assert doors["served"].tolist() == pytest.approx([0.2, 0.2, 0.2])
    row = whole(run)
    assert (row["need"], row["served"], row["over"]) == pytest.approx((450, 90, 360))
    assert row["per_person"] == pytest.approx(90 / 450)
    assert capacitytables.conserved(run) == pytest.approx(1, abs=1e-12)


def test_a_large_shop_stands_half_empty():
    # G with 700 places: b goes 60 : 700 to F and G. F has 100 + 300 × 60/760 = 123.684, G 300 × 700/760 + 50 = 326.316.
    table = loads(found(shops=(SHOPS[0], ("G", "shop", 700.0, (600, 0)))))
    assert table["assigned"].tolist() == pytest.approx([123.684, 326.316], abs=1e-3)
    assert table["idle"].tolist() == pytest.approx([0, 373.684], abs=1e-3)
    assert table["verdict"].tolist() == ["overloaded", "idle"]
    # 46.6 % full: no longer idle for those who call it so below 40 %.
    assert loads(found(shops=(SHOPS[0], ("G", "shop", 700.0, (600, 0))), idle_below=0.4))["verdict"]["G"] == "balanced"


def test_the_near_ones_have_more_of_it():
    # 100 m of 400: f = (e^(-1/32) - e^(-1/2)) / (1 - e^(-1/2)) = (0.969233 - 0.606531) / 0.393469 = 0.921807.
    # 300 m: (e^(-9/32) - e^(-1/2)) / 0.393469 = 0.148309 / 0.393469 = 0.376927.
    # Only F: 100 × 0.921807 + 300 × 0.376927 = 205.259 people; 60 places: 0.292314 each at the door.
    doors = capacitytables.at_doorplates(found(shops=SHOPS[:1], kind="gaussian"))
    assert doors["shop_per_person"].tolist() == pytest.approx([0.269457, 0.110181, 0], abs=1e-6)


def test_a_wall_keeps_the_people_of_b_from_f():
    # The wall crosses the street at 200 m and has no gate: F is there for a alone, 60 places for 100 people.
    wall = lines(("w", "e", [(200, -300), (200, 300)]), names=("wall_id", "estate"))
    doors = capacitytables.at_doorplates(found(barriers={"walls": wall}))
    assert doors["shop_per_person"].tolist()[:2] == pytest.approx([0.6, 30 / 350])


def test_shares_of_a_group_need_a_place():
    # One of ten: 10, 30 and 5 people; 10 + 20 at F's 60 places, 10 + 5 at G's 30: all find one, half is empty.
    table = loads(found(words="shop=residents*0.1", idle_below=0.6))
    assert table["assigned"].tolist() == pytest.approx([30, 15])
    assert table["verdict"].tolist() == ["idle", "idle"]
    assert table["over"].tolist() == [0, 0]


def test_every_person_is_counted_once():
    # d stands 300 m off the street and is not connected; e at 1700 m reaches nothing; u reaches only U, which states no capacity.
    homes = (*HOMES, ("d", 7, (500, 300)), ("e", 11, (1700, 0)), ("u", 13, (2300, 0)))
    shops = (*SHOPS, ("U", "shop", np.nan, (2400, 0)))
    run = found(homes, shops, streets=(("s1", [(0, 0), (2500, 0)]),))
    row = whole(run)
    assert row[["need", "served", "over", "out_of_reach", "no_data", "not_connected"]].tolist() == pytest.approx([481, 90, 360, 11, 13, 7])
    assert (row["served_rate"], row["served_high"]) == pytest.approx((90 / 481, 110 / 481))
    doors = capacitytables.at_doorplates(run).set_index("doorplate_id")
    assert doors["shop_per_person"].isna().tolist() == [False, False, False, True, False, True]
    assert doors["shop_per_person"]["e"] == 0
    # Nobody knows of d and u; e finds nothing for sure.
    columns = ["judged", "served", "shop_served", "shop_served_high"]
    known = {"d": [0, np.nan, 0, 1], "e": [1, 0, 0, 0], "u": [0, np.nan, 0, 1], "a": [1, 0.2, 0.2, 0.2]}
    for door, values in known.items():
        assert doors.loc[door, columns].astype(float).tolist() == pytest.approx(values, nan_ok=True)
    assert loads(run)["verdict"]["U"] == "no_data"
    assert ("no_capacity", "U") in {(problem.rule, problem.row) for problem in run.problems}


def test_who_may_find_a_place_elsewhere_is_not_called_unserved_for_sure():
    # U beside G states nothing; b and c reach it. F has 100 of a and 200 of b, of whom b's 200 may go to U.
    run = found(shops=(*SHOPS, ("U", "shop", np.nan, (600, 0))), words="shop=residents")
    table = loads(run)
    assert table["unsure"]["F"] == pytest.approx(200)
    assert table["unsure"]["G"] == pytest.approx(150)
    # F: 100 people of a alone are more than its 60 places; G: all 150 may go to U.
    assert table["verdict"].tolist() == ["overloaded", "no_data", "no_data"]
    # At a nobody may go elsewhere, at b and c all may.
    assert capacitytables.at_doorplates(run)["judged"].tolist() == [1, 0, 0]
    # 90 find a place; of the 360 others the 80 of a have no other place: 0.2 at least, (450 - 80) / 450 at most.
    row = whole(run)
    assert (row["served_rate"], row["served_high"]) == pytest.approx((0.2, 370 / 450))
    words = "shop: 1 of 3 facilities state no capacity; whoever can walk to one of them may find a place there."
    assert [render(note, english) for note in run.notes] == [words]


def test_areas_add_up_to_the_whole():
    homes = tuple((f"h{k}", 10 * k, (90 * k, 0)) for k in range(1, 11))
    areas = boxes(("A", "community", (0, -50, 500, 50)), ("B", "community", (500, -50, 800, 50)), names=("code", "level"))
    run = found(homes, areas=areas, kind="gaussian")
    table = capacitytables.summary(run, areas)
    parts, all_of_it = table[table["level"] == "community"], table[table["level"] == "all"].iloc[0]
    # Two communities and a row for those outside both.
    assert len(parts) == 3
    for name in ("need", "served", "over", "out_of_reach"):
        assert parts[name].sum() == pytest.approx(all_of_it[name])
    assert all_of_it["over"] == pytest.approx(loads(run)["over"].sum())
    assert all_of_it["served"] == pytest.approx(loads(run)["served"].sum())
    out = capacitytables.areas_out(areas, table).set_index("code")
    assert out["shop_served"]["A"] == pytest.approx(parts.set_index("code")["served_rate"]["A"])
    # One category: all needs together are its own.
    assert out["served"].tolist() == pytest.approx(out["shop_served"].tolist())
    assert out["judged"].tolist() == [1, 1]


def test_entrances_of_one_ground_share_its_places():
    # The park's 90 places stand in its first row; its second entrance at 600 m lets b and c in as well.
    shops = (("P", "shop", 90.0, (100, 0)), ("P#2", "shop", np.nan, (600, 0)))
    run = found(shops=shops)
    table = loads(run)
    assert table.index.tolist() == ["P"]
    # All 450 people reach the one park.
    assert table["in_reach"].tolist() == [450]
    assert capacitytables.at_doorplates(run)["shop_per_person"].tolist() == pytest.approx([0.2, 0.2, 0.2])
    assert not [problem for problem in run.problems if problem.rule == "no_capacity"]


def test_groups_fare_apart():
    # Children live at a only: 0.15 places each; residents have 0.2 on average, as all 90 places for 450.
    homes = points(*HOMES, names=("doorplate_id", "residents")).assign(children=[5.0, 0.0, 0.0], housing_type=["旧", "新", "新"])
    run = settings(SHOP)
    made = service_capacity(
        homes,
        points(*SHOPS, names=("facility_id", "services", "capacity")),
        lines(MAIN),
        ask=Ask(eligible(run.profile), NONE),
        settings=run,
    )
    groups, curves = by_group(made)
    rows = groups.set_index(["kind", "group"])
    assert rows["per_person"][("people", "residents")] == pytest.approx(0.2)
    assert rows["per_person"][("people", "children")] == pytest.approx(0.15)
    assert rows["people"][("housing_type", "新")] == 350
    # c has 30/350 each, a 0.15, b 0.235714: 50 × 0.085714 + 100 × 0.15 + 300 × 0.235714 = 4.2857 + 15 + 70.7143 = 90.
    # Area below the curve doubled: (50 × 4.2857 + 100 × (8.5714 + 15) + 300 × (38.5714 + 70.7143)) / (450 × 90) = 0.873016.
    assert rows["gini"][("people", "residents")] == pytest.approx(0.126984, abs=1e-5)
    own = curves[(curves["group"] == "residents") & (curves["kind"] == "people")]
    assert own["places_share"].tolist()[::100] == [0, 1]
    assert (np.diff(own["places_share"]) >= 0).all()
    # The worst-off third is a and c: 150 of 450 people with 19.2857 of 90 places.
    third = np.interp(1 / 3, own["people_share"], own["places_share"])
    assert third == pytest.approx(19.2857 / 90, abs=2e-3)


def said(**changes) -> str:
    with pytest.raises(InputError) as refused:
        found(**changes)
    return refused.value.message(english)


def test_no_capacity_at_all_is_said():
    words = said(shops=(("F", "shop", np.nan, (100, 0)),))
    assert words == "shop: none of the 1 facilities states a capacity. Fill the column capacity (beds, places, meals)."


def test_nobody_in_need_is_said():
    assert "nobody needs a place; residents is 0 at every doorplate" in said(homes=(("a", 0, (0, 0)),))


def test_a_group_that_nobody_states_is_said():
    assert "shop: no doorplate states elderly. Give elderly at the doorplates" in said(words="shop=elderly")


def test_all_reasons_are_said_at_once():
    two = (SHOP, category("park", limit=400, unit="m"))
    words = said(profile=two, shops=(("F", "shop", np.nan, (100, 0)),))
    assert "shop: none of" in words
    assert "park: no facility of this category is given." in words


def test_a_category_without_data_leaves_the_others():
    run = found(profile=(SHOP, category("park", limit=400, unit="m")))
    assert [name for name, _, _ in capacitytables.told(run)] == ["shop"]
    assert [render(note, english) for note in run.notes] == [
        "park: no facility of this category is given.",
        "Who needs a place at one time is assumed: shop=residents*1. Say in DEMAND what holds here.",
    ]
    assert capacitytables.key_figures(run, loads(run), capacitytables.summary(run, None))["NO_DATA"] == 1


def test_only_facilities_that_state_no_capacity_count_as_unknown():
    # c's 50 fit into G's 60 places; whether b's 300 come too depends on F, which states none: neither can be judged.
    run = found(shops=(("F", "shop", np.nan, (100, 0)), ("G", "shop", 60.0, (600, 0))))
    table = capacitytables.load(run)
    assert table["verdict"].tolist() == ["no_data", "no_data"]
    assert capacitytables.key_figures(run, table, capacitytables.summary(run, None))["CAPACITY_UNKNOWN"] == 1


def test_a_capacity_of_zero_or_for_two_categories_is_noted():
    two = (SHOP, category("park", limit=400, unit="m"))
    run = found(profile=two, shops=(("F", "shop,park", 60.0, (100, 0)), ("Z", "shop", 0.0, (600, 0))))
    rules = {(problem.rule, problem.row): render(problem.message, english) for problem in run.problems}
    assert rules["shared_capacity", "F"] == "The facility states one capacity for several categories; it counts whole in each."
    assert rules["capacity_zero", "Z"] == "The facility states a capacity of 0: it serves nobody."
    table = capacitytables.load(run)
    assert table[table["facility_id"] == "Z"]["verdict"].tolist() == ["no_places"]
    # c has only Z: 50 people find nothing there.
    assert table[table["facility_id"] == "Z"]["over"].tolist() == [50]


def test_a_facility_off_the_streets_is_told():
    table = loads(found(shops=(*SHOPS, ("X", "shop", 40.0, (500, 900)))))
    assert table["verdict"]["X"] == "not_connected"
    assert table["idle"]["X"] == 40


def test_who_needs_a_place_by_default():
    from community3d.layers.profiles import profile

    who = eligible(profile("tdt1063"))
    assert who["elderly"] == Eligible("elderly", assumed=True)
    # Six of fifteen years of childhood, and three.
    assert who["primary_school"] == Eligible("children", 0.4, assumed=True)
    assert who["secondary_school"] == Eligible("children", 0.2, assumed=True)
    assert {who[name] for name in ("park", "market", "health", "culture", "sport", "football")} == {Eligible("residents", assumed=True)}


def test_demand_in_words():
    who = eligible(settings(SHOP, category("park")).profile, "shop = elderly*0.03； *=households")
    assert who == {"shop": Eligible("elderly", 0.03), "park": Eligible("households")}


def test_wrong_demands_are_said_at_once():
    with pytest.raises(InputError) as refused:
        eligible(settings(SHOP).profile, "zoo=residents; shop=dogs; shop=children*0")
    assert refused.value.message(english).splitlines() == [
        "DEMAND names “zoo”, which the profile does not judge. Known: shop, *.",
        "“shop=dogs” in DEMAND is not a group times a share above 0. Groups: households, residents, elderly, children. Write for example "
        "elderly=elderly*0.03.",
        "“shop=children*0” in DEMAND is not a group times a share above 0. Groups: households, residents, elderly, children. Write for "
        "example elderly=elderly*0.03.",
    ]


def test_totals_of_areas_tell_how_many_elderly_there_are():
    # The community states 40 elderly; its 400 residents at a and b have 10 and 30 of them, and F 20 places for them.
    area = gpd.GeoDataFrame(
        {"code": ["A"], "level": ["community"], "elderly": [40.0]},
        geometry=[shapely.box(ORIGIN[0] - 50, ORIGIN[1] - 50, ORIGIN[0] + 600, ORIGIN[1] + 50)],
        crs="EPSG:4549",
    )
    run = found(homes=HOMES[:2], shops=(("F", "shop", 20.0, (100, 0)),), words="shop=elderly", areas=area)
    assert whole(run, area)["need"] == 40
    assert loads(run)["assigned"].tolist() == pytest.approx([40])


def test_a_capacity_below_zero_is_not_known():
    rows = points(("F", "shop", -5.0, (100, 0)), names=("facility_id", "services", "capacity"))
    accepted = accept("facilities", rows)
    assert accepted.problems["message"].tolist() == ["“-5.0” in capacity is below zero; left empty."]
    # Where nobody stood at the door it is not known either.
    for capacity in (accepted.frame["capacity"][0], -5.0):
        run = found(shops=(("F", "shop", capacity, (100, 0)), SHOPS[1]))
        assert loads(run)["verdict"]["F"] == "no_data"
