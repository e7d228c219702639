"""Profiles: what is shipped is sound, what is unconfirmed judges nothing, faults are listed all at once."""

from __future__ import annotations

import re

import pytest
import yaml
from community3d.layers.errors import InputError
from community3d.layers.facility_types import facility_types, known_types, split_services
from community3d.layers.profiles import FOLDER, PROFILE_IDS, profile, read_profile, standard, walker, with_targets
from community3d.processing.engine.figures import radius_m
from community3d.processing.engine.results import Settings

LINE = {
    "id": "market",
    "name": {"zh": "菜市场", "en": "Market"},
    "types": ["market"],
    "limit": 10,
    "unit": "min",
    "glyph": "菜",
    "shape": "square",
}


@pytest.fixture
def own(tmp_path):
    """Writes a profile of one's own with these lines and reads it."""

    def write(*lines, **more):
        path = tmp_path / "own.yaml"
        content = {"id": "own", "title": {"zh": "自定", "en": "Own"}, "categories": list(lines), **more}
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return read_profile(path)

    return write


def faults(own, *lines, **more):
    with pytest.raises(InputError) as caught:
        own(*lines, **more)
    return [str(problem).removeprefix("own.yaml: ") for problem in caught.value.problems]


@pytest.mark.parametrize("profile_id", PROFILE_IDS)
def test_every_shipped_profile_is_sound(profile_id):
    found = standard(profile_id)
    assert found.id == profile_id
    assert {kind for line in found.categories for kind in line.types} <= known_types()


def test_there_is_a_file_for_each_profile_and_no_other():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(PROFILE_IDS)


def test_the_default_profile_judges_nine_categories_in_its_order():
    ids = [line.id for line in profile("tdt1063").categories]
    assert ids == ["elderly", "park", "primary_school", "market", "health", "secondary_school", "culture", "sport", "football"]


def test_only_the_confirmed_radii_of_gb50180_judge():
    found = profile("gb50180")
    assert {line.id: (line.limit, line.unit) for line in found.categories} == {"primary_school": (500, "m"), "kindergarten": (300, "m")}
    assert len(found.inactive) == 21
    assert {line.confidence for line in found.inactive} & {"confirmed"} == set()


@pytest.mark.parametrize(("profile_id", "judged"), [("mofcom_basic", 12), ("mofcom_quality", 5), ("shanghai2016", 2), ("tdt1063", 9)])
def test_the_confirmed_lines_of_a_profile_judge(profile_id, judged):
    found = profile(profile_id)
    assert len(found.categories) == judged
    assert {line.confidence for line in found.categories} == {"confirmed"}


def test_a_profile_without_a_confirmed_line_says_what_to_do():
    words = r"The limits of the profile wanzheng2020 are not confirmed .*wanzheng2020.yaml; .*state confirmed_by, confirmed_on"
    with pytest.raises(InputError, match=words):
        profile("wanzheng2020")


def test_the_claim_of_a_case_is_tested_as_it_was_made():
    # "Radius 1 km, 15 minutes on foot": the circle is the claim's own, not the 900 m that 15 minutes at 1.0 m/s would draw.
    found = profile("seed_claim")
    assert [line.id for line in found.categories] == ["service", "health", "culture", "sport", "elderly"]
    complex_of_services = found.category("service")
    assert (complex_of_services.limit, complex_of_services.unit, complex_of_services.circle_m) == (15, "min", 1000)
    assert radius_m(complex_of_services, Settings(found, walker("planning"))) == 1000
    assert radius_m(found.category("health"), Settings(found, walker("planning"))) == 900
    assert {line.confidence for line in found.categories} == {"seed"}
    assert all(line.target is None for line in found.categories)


def test_every_figure_has_source_clause_and_confidence():
    for profile_id in PROFILE_IDS:
        found = standard(profile_id)
        for line in (*found.categories, *found.inactive, *found.area_rules, *found.requirements):
            assert all((line.source, line.clause, line.confidence)), (profile_id, line.id)


def test_only_confirmed_or_quoted_figures_are_active_as_shipped():
    for profile_id in PROFILE_IDS:
        found = standard(profile_id)
        active = [*found.categories, *(line for line in (*found.area_rules, *found.requirements) if line.active)]
        assert {line.confidence for line in active} <= {"confirmed", "seed"}, profile_id


def test_every_profile_knows_the_national_rule_on_floor_space():
    for profile_id in PROFILE_IDS:
        rule = standard(profile_id).area_rules[0]
        assert (rule.id, rule.value, rule.unit, rule.confidence) == ("service_space_per_100hh", 30, "m2 per 100 households", "confirmed")
        assert "community_station" in standard(profile_id).service_space_types


def test_jiangsu_has_area_rules_and_no_walk():
    with pytest.raises(
        InputError, match=r"The profile jiangsu holds rules for floor space and no walking limits. Choose another, for example tdt1063"
    ):
        profile("jiangsu")
    rules = {rule.id: rule.value for rule in standard("jiangsu").area_rules}
    assert rules == {
        "service_space_per_100hh": 30,
        "resident_activity_share": 60,
        "centre_400": 400,
        "day_care_per_subdistrict": 1,
        "home_care_coverage": 80,
        "meals_coverage": None,
        "space_compliance": 90,
        "function_compliance": 100,
    }
    assert [line.id for line in standard("jiangsu").requirements] == ["health", "culture", "sport", "elderly"]
    assert "community_station" in standard("jiangsu").service_space_types


def test_no_shipped_profile_sets_a_target():
    assert all(line.target is None for name in PROFILE_IDS for line in standard(name).categories)


def test_a_line_of_ones_own_judges_and_is_marked_so(own):
    found = own({**LINE, "target": 80})
    assert found.categories[0].confidence == "user"
    assert found.categories[0].target == 0.8
    assert found.target_source == "profile"


def test_an_unconfirmed_line_judges_once_somebody_vouches_for_it(own):
    statement = {"confirmed_by": "规划科", "confirmed_on": "2026-11-20", "text_seen": "GB 50180-2018 附录B"}
    doubtful = {**LINE, "confidence": "memory_high"}
    assert [line.id for line in own({**LINE, "id": "park", "glyph": "园"}, doubtful).inactive] == ["market"]
    vouched = own({**doubtful, "active": True, **statement}).categories[0]
    assert vouched.confirmation.text_seen == "GB 50180-2018 附录B"
    assert faults(own, {**doubtful, "active": True}) == [
        "line 1 (market): the limit is not confirmed; to use it state confirmed_by, confirmed_on, text_seen"
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"limt": 3}, "unknown key limt; known are id, name, types"),
        ({"limit": None}, "limit missing"),
        ({"limit": 300}, "limit is 300; it must be a number above 0 and up to 120"),
        ({"limit": "10"}, "limit is 10; it must be a number above 0"),
        ({"unit": "km"}, "unit is km; it must be min or m"),
        ({"types": ["supermarkt"]}, "unknown facility type supermarkt; see facility_types.yaml"),
        ({"types": "market"}, "types is market; it must be a list of facility types"),
        ({"id": "Market!"}, "id is Market!; it must be a word of small letters, digits and _"),
        ({"id": "building"}, "id is building; it must be another word: the ledger needs this one"),
        ({"name": {"zh": "菜"}}, "it must be a name in zh and one in en"),
        ({"target": 120}, "target is 120; it must be a percentage above 0 and up to 100, or null"),
        ({"compare": "<"}, "compare is <; it must be one of >=, >"),
        ({"glyph": "菜市场"}, "glyph is 菜市场; it must be one or two characters"),
        ({"shape": "star"}, "shape is star; it must be one of circle, square, hexagon, diamond"),
        ({"confidence": "sure"}, "confidence is sure; it must be one of confirmed,"),
        ({"active": 1}, "active is 1; it must be one of true, false"),
        ({"tier": 20}, "tier is 20; it must be one of 5, 10, 15"),
        ({"circle_m": 0}, "circle_m is 0; it must be a number above 0 and up to 20000"),
        ({"limit": 15, "tier": 10}, "the limit of 15 minutes is beyond its tier of 10"),
        ({"target": 100, "compare": ">"}, "no share can be above the target of 100; write compare: '>='"),
    ],
)
def test_each_fault_of_a_line_is_told_with_its_place(own, change, fault):
    told = faults(own, {**LINE, **change})
    assert len(told) == 1
    assert told[0].startswith("line 1 (")
    assert fault in told[0]


def test_two_lines_may_not_share_id_or_sign(own):
    assert faults(own, LINE, LINE) == [
        "line 2 (market): the id stands in line 1 too",
        "line 2 (market): glyph and shape are those of line 1; change one",
    ]


def test_faults_of_the_whole_file_come_together(own):
    told = faults(
        own, {**LINE, "unit": "km"}, "words", colour="red", title={"zh": "x"}, area_rules=[{"id": "a"}], service_space_types=["x"], id=5
    )
    assert told == [
        "the profile: unknown key colour; known are id, title, categories, area_rules, requirements, service_space_types, penalties, note",
        "the profile has no id",
        "the title needs a name in zh and one in en",
        "service_space_types: unknown facility type x; see facility_types.yaml",
        "line 1 (market): unit is km; it must be min or m",
        "line 2 is not a list of keys and values",
        "area rule 1: name, value, unit missing",
    ]


RULE = {"id": "space", "name": {"zh": "面积", "en": "Space"}, "value": 30, "unit": "m2 per 100 households"}
SHARE = {**RULE, "unit": "percent of areas", "types": ["market"]}
SPACE = {"service_space_types": ["community_station"]}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"value": 0}, "area rule 1: value is 0; it must be a number above 0, or null"),
        ({"value": "30"}, "area rule 1: value is 30; it must be a number above 0, or null"),
        ({"unit": "m2 per household"}, "area rule 1: unit is m2 per household; it must be one of m2 per 100 households; m2 per 1000"),
        ({"applies_to": "street"}, "area rule 1: applies_to is street; it must be one of district, subdistrict, community, grid"),
        ({"types": ["stall"]}, "area rule 1: unknown facility type stall; see facility_types.yaml"),
        ({"name": "Space"}, "area rule 1: name is Space; it must be a name in zh and one in en"),
        ({"limit": 3}, "area rule 1: unknown key limit; known are id, name, value, unit"),
        ({"confidence": "memory_low", "active": True}, "area rule 1: the limit is not confirmed; to use it state confirmed_by"),
        ({**SHARE, "value": 120}, "area rule 1: value is 120; it must be a percentage above 0 and up to 100, or null"),
        ({**SHARE, "of": "space"}, "area rule space: of names the rule space, which is not in this file"),
        ({**SHARE, "types": None}, "area rule space: a share of areas needs either of or types, not both"),
        ({**SHARE, "types": None, "of": "requirements"}, "area rule space: of counts requirements, but the file lists none"),
        ({"unit": "facilities per area"}, "area rule space: types missing"),
    ],
)
def test_each_fault_of_an_area_rule_is_told(own, change, fault):
    assert any(told.startswith(fault) for told in faults(own, LINE, area_rules=[{**RULE, **change}], **SPACE))


def test_rules_that_contradict_one_another_are_told(own):
    assert faults(own, LINE, area_rules=[RULE, {**RULE, "value": 20}], requirements="market") == ["requirements must be a list"]
    assert faults(own, LINE, area_rules=[RULE, {**RULE, "value": 20}]) == [
        "area rule space stands 2 times; leave one",
        "area rule space: it measures service space, but service_space_types names no type",
        "area rule space: it measures service space, but service_space_types names no type",
    ]


def test_each_fault_of_a_requirement_is_told(own):
    line = {"id": "market", "name": {"zh": "菜", "en": "Market"}, "types": ["market"]}
    changed = [{**line, "count": 0}, {**line, "area_m2": -1}, {**line, "requirement": "maybe"}, {**line, "types": []}, 7]
    assert faults(own, LINE, requirements=changed) == [
        "requirement 1: count is 0; it must be a whole number above 0",
        "requirement 2: area_m2 is -1; it must be a number above 0, or null",
        "requirement 3: requirement is maybe; it must be one of required, optional",
        "requirement 4: types missing",
        "requirement 5 is not a list of keys and values",
        "requirement market stands 4 times; leave one",
    ]


def test_a_rule_of_ones_own_judges_and_one_from_memory_only_once_vouched_for(own):
    doubtful = {**RULE, "id": "doubtful", "confidence": "memory_low"}
    found = own(LINE, area_rules=[RULE, doubtful], **SPACE)
    assert [(rule.id, rule.confidence, rule.active) for rule in found.area_rules] == [
        ("space", "user", True),
        ("doubtful", "memory_low", False),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id: [1", "own.yaml is not valid YAML at line 1. Compare it with a shipped profile."),
        (b"- 1", "own.yaml is not a profile: it has no list of categories. Copy a shipped profile and change it."),
        ("id: 中".encode("gbk"), "own.yaml is not saved as UTF-8. Save it again in that encoding."),
    ],
)
def test_a_file_that_is_no_profile_is_told_plainly(tmp_path, content, words):
    (tmp_path / "own.yaml").write_bytes(content)
    with pytest.raises(InputError, match=re.escape(words)):
        read_profile(tmp_path / "own.yaml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"The profile .*absent.yaml does not exist. Check the name or choose another file"):
        read_profile(tmp_path / "absent.yaml")


def test_an_unknown_profile_is_answered_with_the_known_ones():
    with pytest.raises(InputError, match=r"Unknown profile “gb”. Known profiles: tdt1063, gb50180, mofcom_basic"):
        profile("gb")


def test_an_unknown_walker_is_answered_with_the_known_ones():
    with pytest.raises(InputError, match=r"Unknown walker “dog”. Known walkers: planning, adult, fast, older, frail, child"):
        walker("dog")


def test_targets_are_set_where_the_profile_has_none():
    found = with_targets(profile("tdt1063"), "elderly=80；park=82.5;*=90")
    assert [line.target for line in found.categories][:3] == [0.8, 0.825, 0.9]
    assert found.target_source == "user"
    assert with_targets(profile("tdt1063"), " ").target_source == ""


def test_targets_for_nothing_known_or_of_no_percentage_are_refused_together():
    with pytest.raises(InputError) as caught:
        with_targets(profile("tdt1063"), "zoo=80;park=120;market")
    told = str(caught.value)
    assert "TARGETS names “zoo”, which the profile does not judge. Known: *, culture," in told
    assert "The target “park=120” is not a percentage above 0 and up to 100" in told
    assert "The target “market” is not a percentage" in told


def test_every_type_has_both_names():
    assert all(kind.name_zh and kind.name_en for kind in facility_types().values())
    assert facility_types()["market"].name("zh") == "菜市场或生鲜超市"


def test_services_are_split_at_any_of_the_usual_signs():
    assert split_services(" market；Park、health ，park;") == ["market", "park", "health"]
