"""The shipped profiles against the page of standards that they are copied from."""

from __future__ import annotations

import pytest
import yaml
from community3d.layers.profiles import standard

TIERS = {"c15": 15, "c10": 10, "c05": 5, "c5": 5}
MARKS = ("confirmed", "memory_high", "memory_medium", "memory_low")


@pytest.fixture(scope="module")
def stated(shared_data):
    path = shared_data.parent / "standards.yaml"
    if not path.is_file():
        pytest.skip("../shared/standards.yaml is absent")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lines(profile_id):
    found = standard(profile_id)
    return {line.id: line for line in (*found.categories, *found.inactive)}


def test_gb50180_judges_each_type_at_the_radius_of_its_own_tier(stated):
    tested = {row["id"]: row for row in stated["facilities"] if row["coverage_test"]}
    found = lines("gb50180")
    assert set(found) == set(tested)
    for name, row in tested.items():
        line = found[name]
        assert (line.limit, line.unit, line.tier) == (row["service_radius_m"], "m", TIERS[row["circle"]]), name
        assert (line.types, line.confidence) == ((name,), row["confidence_radius"]), name


def test_tiers_do_not_replace_one_another():
    # A health centre within 1,000 m does not stand for the health station within 300 m.
    found = lines("gb50180")
    assert "health_centre" not in found["health_station"].types
    assert (found["health_station"].limit, found["health_centre"].limit) == (300, 1000)


def test_gb50180_asks_for_the_types_of_the_tiers_with_the_weaker_of_both_marks(stated):
    rows = {row["id"]: row for row in stated["facilities"] if row["circle"] != "block" and row["requirement"] != "conditional"}
    found = {line.id: line for line in standard("gb50180").requirements}
    assert set(found) == set(rows)
    for name, row in rows.items():
        least = (row.get("floor_area_m2") or [None])[0]
        assert (found[name].area_m2, found[name].required) == (least, row["requirement"] == "required"), name
        marks = [stated["meta"]["requirement_confidence"], row.get("confidence_area") or "confirmed" if least else "confirmed"]
        assert MARKS.index(found[name].confidence) >= max(map(MARKS.index, marks)), name
        assert not found[name].active


def test_tdt1063_has_the_minutes_of_the_indicator_names(stated):
    rows = {row["facility"]: row["minutes"] for row in stated["coverage_indicators"] if row["facility"] != "all"}
    assert {name: line.limit for name, line in lines("tdt1063").items()} == rows


def test_the_commerce_profiles_list_every_business_at_its_minutes(stated):
    for kind in ("basic", "quality"):
        found = lines(f"mofcom_{kind}")
        names = {line.name_zh.replace("（", "(").replace("）", ")") for line in found.values()}
        assert names == set(stated["commerce_mofcom"][kind])
        assert {line.limit for line in found.values()} == {stated["commerce_mofcom"][f"{kind}_walk_minutes"]}


def test_the_complete_community_has_all_items_with_number_and_area(stated):
    items = {row["id"]: row for row in stated["complete_community_2020"]["items"]}
    found = {line.id: line for line in standard("wanzheng2020").requirements}
    assert set(found) == set(items)
    for name, row in items.items():
        area = row["min_floor_area_m2"] or row["min_land_area_m2"]
        assert (found[name].count, found[name].area_m2, found[name].confidence) == (row["count_min"], area, row["confidence"]), name


def test_jiangsu_has_the_rules_with_their_marks(stated):
    rules = {row["id"]: row for row in stated["area_rules"]}
    found = {rule.id: rule for rule in standard("jiangsu").area_rules}
    for name in ("service_space_per_100hh", "centre_400"):
        assert (found[name].value, found[name].confidence) == (rules[name]["value"], rules[name]["confidence"])
    assert found["resident_activity_share"].value == 100 * rules["resident_activity_share"]["value"]


def test_shanghai_has_the_minutes_of_2016(stated):
    rows = stated["shanghai"]["sh2016"]
    assert {name: line.limit for name, line in lines("shanghai2016").items()} == {
        "elderly": rows["elderly_minutes"],
        "nursery": rows["childcare_minutes"],
    }


def test_the_claim_is_quoted_as_the_case_says_it(stated):
    facts = stated["seed_facts"]["liuzhou"]
    line = lines("seed_claim")["service"]
    assert (line.circle_m, line.limit, line.confidence) == (
        facts["service_radius_m"],
        facts["walk_minutes"],
        stated["seed_facts"]["community_scale"]["confidence"],
    )


def test_gb50180_adds_up_the_green_land_of_the_tiers(stated):
    green = {row["id"]: row["public_green_m2_per_person"] for row in stated["circles"] if "public_green_m2_per_person" in row}
    rules = {rule.id: rule for rule in standard("gb50180").area_rules}
    found = [rules[f"public_green_{minutes}"].value for minutes in (5, 10, 15)]
    # 1; 1 + 1; 1 + 1 + 2 square metres.
    assert found == [green["c05"], green["c05"] + green["c10"], green["c05"] + green["c10"] + green["c15"]] == [1, 2, 4]
    assert not any(rules[name].active for name in rules if name.startswith("public_green"))
