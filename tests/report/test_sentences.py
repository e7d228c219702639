"""The fixed sentences, with the figures of the worked example (an invented community of 1 846 households)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from community3d.layers.words import render
from community3d.processing.report import advice, sentences
from community3d.processing.report.facts import REASONS, CategoryLine, facts_of

THIN = "\u202f"
NAN = float("nan")


@pytest.fixture
def facts(results, chinese):
    return facts_of(results, language="zh", translate=chinese)


@pytest.fixture
def say(facts, chinese):
    def words(line):
        return render(sentences.verdict_sentence(facts, line), chinese)

    return words


def line(facts, *, ok, unknown, target, verdict, total=1846.0):
    """A category of the example: what is reached, what may be, of all households."""
    reasons = {**dict.fromkeys(REASONS, 0.0), "not_snapped": float(unknown), "too_far": total - ok - unknown}
    category = replace(facts.lines[0].category, target=target)
    low, high = ok / total, (ok + unknown) / total
    return CategoryLine(category, total, float(ok), reasons, low, low, high, NAN if target is None else target, verdict, 2)


def test_a_pass_says_above_the_target(facts, say):
    assert say(line(facts, ok=1811, unknown=20, target=0.9, verdict="pass")) == "覆盖率98.1%，高于目标90%，达标。"


def test_a_target_exactly_met_is_said_to_be_met(facts, say):
    assert say(line(facts, ok=900, unknown=0, target=0.9, verdict="pass", total=1000.0)) == "覆盖率90.0%，等于目标90%，达标。"


def test_a_fail_says_how_many_are_not_covered(facts, say):
    assert (
        say(line(facts, ok=702, unknown=20, target=0.9, verdict="fail"))
        == f"覆盖率38.0%，低于目标90%，不达标；尚有1{THIN}144{THIN}户未覆盖。"
    )


def test_an_open_verdict_says_on_what_it_depends(facts, say):
    words = say(line(facts, ok=1655, unknown=20, target=0.9, verdict="no_data"))
    assert words == f"覆盖率89.7–90.7%，是否达到目标90%取决于20{THIN}户待核实门牌，数据不足。"


def test_gates_of_unknown_state_are_named_where_they_decide(facts, say):
    # 1 655 households reach it through gates of which nobody knows whether they are open, 1 600 without them.
    open_line = replace(line(facts, ok=1655, unknown=20, target=0.9, verdict="no_data"), low=1600 / 1846)
    assert say(open_line) == f"覆盖率86.7–90.7%，是否达到目标90%取决于75{THIN}户待核实门牌、出入口，数据不足。"


def test_a_category_without_facilities_concludes_nothing(facts, say):
    silent = replace(line(facts, ok=0, unknown=0, target=0.9, verdict="no_data"), rate=NAN, low=NAN, high=NAN)
    assert say(silent) == "未提供养老数据，不作结论。"


def test_a_profile_without_target_states_figures_only(facts, say):
    assert say(line(facts, ok=702, unknown=20, target=None, verdict="not_judged")) == "本方案未设目标值，仅列数值。"


def test_too_few_doorplates_are_no_basis(facts, say):
    assert say(line(facts, ok=3, unknown=0, target=0.9, verdict="no_data", total=3.0)) == "门牌不足5个，数据不足。"


def test_the_summary_has_five_sentences(facts):
    assert len(sentences.summary(facts)) == 5


def test_the_measures_that_bring_most_stand_first(facts, chinese):
    ranked = facts.results.measures["score"].tolist()
    shown = [render(measure, chinese) for measure in advice.measures(facts)]
    assert ranked == sorted(ranked, reverse=True)
    # Nobody offers sport in the invented district: most is gained by the first place for it.
    assert shown[0] == f"锦帆社区：研究增设体育健身设施，预计可新增约914{THIN}户。"
    assert len(shown) == 3


def test_a_sample_is_the_first_caveat(facts, chinese):
    assert render(advice.caveats(facts)[0], chinese) == "全部数据均为虚构示例，数字不代表任何真实地区。"


def test_openstreetmap_is_a_caveat_where_it_is_the_source(invented, chinese):
    plain = invented.district(sample=False)
    sources = plain.sources.assign(source="tsinghua.osm.pbf")
    facts = facts_of(replace(plain, sources=sources), language="zh", translate=chinese)
    assert any("OpenStreetMap" in render(caveat, chinese) for caveat in (advice._osm(facts),))


def test_every_rule_that_the_checks_write_has_words(root):
    import re

    from community3d.processing.report.quality.rules import RULES

    # Rules are the second word of Problem(...), or the word before a severity in the makers of gates and streets.
    said = set()
    for path in [*(root / "processing" / "engine").glob("*.py"), *(root / "layers").rglob("*.py")]:
        source = path.read_text(encoding="utf-8")
        said |= set(re.findall(r'Problem\(\s*[\w."]+,\s*"([a-z_]+)"', source))
        said |= set(re.findall(r'"([a-z_]+)",\s*(?:ERROR|WARNING|NOTE)\b', source))
    assert {"gate_far_from_wall", "code_disagrees"} <= said
    assert said - set(RULES) == set()
