"""PENALTIES: words, numbers, and what is refused."""

from __future__ import annotations

import pytest
from community3d.layers.errors import InputError
from community3d.layers.penalties import Penalties, delay_words, parse_penalties
from community3d.layers.profiles import PROFILE_IDS, read_profile, standard
from community3d.layers.tags import street_kinds

PROFILE = """
id: own
title: {zh: 自定, en: Own}
penalties: {signal: 20, steps: 0.4}
categories:
- {id: shop, name: {zh: 店, en: Shop}, types: [market], limit: 5, unit: min, glyph: 店, shape: square}
"""


def test_factors_and_seconds_are_told_apart():
    found = parse_penalties("steps=0.5; signal=30；crossing = 10;footbridge=60;")
    assert found == Penalties({"steps": 0.5}, {"signal": 30, "crossing": 10, "footbridge": 60})


def test_nothing_named_leaves_what_the_profile_says():
    base = Penalties({"steps": 0.4}, {"signal": 20})
    assert parse_penalties("", base) == base
    assert parse_penalties("signal=0", base) == Penalties({"steps": 0.4}, {"signal": 0})


def test_any_kind_of_street_may_have_a_factor():
    assert parse_penalties("track=0.8").factors == {"track": 0.8}


def test_all_faults_are_named_at_once():
    with pytest.raises(InputError) as refused:
        parse_penalties("stairs=0.5; steps=0; signal=-5; crossing=ten; footbridge")
    lines = str(refused.value).splitlines()
    assert len(lines) == 5
    assert lines[0].startswith(
        "PENALTIES: “stairs” is no penalty. Known in seconds: signal, crossing, footbridge; as speed factors: footway,"
    )
    assert lines[1] == "PENALTIES: steps is 0.0; it must be a speed factor above 0 and up to 5, for example 0.5."
    assert lines[2] == "PENALTIES: signal is -5.0; it must be seconds from 0 to 3600."
    assert lines[3] == "PENALTIES: crossing is ten; it must be seconds from 0 to 3600."
    assert lines[4] == "PENALTIES: footbridge is ; it must be seconds from 0 to 3600."


def test_the_tag_table_says_which_delay_a_kind_has():
    assert delay_words() == ("signal", "crossing", "footbridge")
    assert {kind: street.penalty for kind, street in street_kinds().items() if street.penalty} == {
        "traffic_signals": "signal",
        "crossing": "crossing",
        "footbridge": "footbridge",
        "underpass": "footbridge",
    }


def test_shipped_profiles_count_no_delay():
    assert all(not standard(name).penalties.seconds for name in PROFILE_IDS)


def test_a_profile_s_block_is_read_and_checked(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    assert read_profile(path).penalties == Penalties({"steps": 0.4}, {"signal": 20})
    path.write_text(PROFILE.replace("signal: 20", "signal: -1").replace("steps: 0.4", "stairs: 1"), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_profile(path)
    assert "own.yaml: penalties: signal is -1; it must be seconds from 0 to 3600." in str(refused.value)
    assert "own.yaml: penalties: “stairs” is no penalty." in str(refused.value)
    path.write_text(PROFILE.replace("{signal: 20, steps: 0.4}", "[signal]"), encoding="utf-8")
    with pytest.raises(InputError, match="penalties must be words with values, for example signal: 30"):
        read_profile(path)
