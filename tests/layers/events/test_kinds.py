"""Categories and states told by the table of words."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.events.kinds import CATEGORIES, STATES, event_kinds


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("市容环境", "environment"),
        ("市容环境-暴露垃圾", "environment"),
        ("街面秩序 / 占道经营", "street_order"),
        ("建築垃圾", "construction"),  # 建筑垃圾 is longer than 垃圾
        ("夜间施工噪声扰民", "construction"),  # 夜间施工 and 噪声扰民 are equally long: the first of the table
        ("Noise", "noise"),
        ("外星人", None),
        (None, None),
    ],
)
def test_a_category_is_what_its_words_say(said: str, category: str) -> None:
    assert event_kinds()[CATEGORIES].of(pd.Series([said], dtype=object)).tolist() == [category]


def test_states_of_the_six_steps() -> None:
    said = pd.Series(["采集上报", "已立案", "派单", "处理中", "已办结", "回访", "?"])
    assert event_kinds()[STATES].of(said).tolist() == ["reported", "filed", "dispatched", "handling", "closed", "rated", None]


def test_own_words_come_first_and_may_add_ids(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("categories: {drones: {zh: 无人机, en: Drones, words: [黑飞, 噪声]}}\n", encoding="utf-8")
    kinds = event_kinds(own)[CATEGORIES]
    assert kinds.of(pd.Series(["黑飞", "噪声", "路灯"])).tolist() == ["drones", "drones", "utilities"]
    assert kinds.names["drones"] == ("无人机", "Drones")


@pytest.mark.parametrize(
    "content", ["- a", "categories: {noise: [噪声]}", "other: {}", "categories: {Noise!: {zh: a, en: b, words: []}}", ":"]
)
def test_another_file_is_refused(content: str, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="is no table of event words"):
        event_kinds(own)
