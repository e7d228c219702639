"""Services told by words: ids, AMap's types, words of the type, words of the name."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.facilities.types import facility_words, services_of


@pytest.mark.parametrize(
    ("kind", "name", "services", "by"),
    [
        ("health_station,market", None, "health_station,market", "id"),
        ("科教文化服务;学校;小学", "实验小学", "primary_school", "type"),
        ("科教文化服务；学校；幼儿园", "某园", "kindergarten", "type"),
        ("科教文化服务;学校;中学", "卢湾高级中学", None, "none"),
        ("科教文化服务;学校;中学", "市八初级中学", "junior_secondary", "type"),
        ("科教文化服务;学校;中学", "附中实验学校", "primary_school,junior_secondary", "type"),
        ("科教文化服务;学校;高等院校", "某大学附属小学门口", None, "none"),
        ("医疗保健服务;诊所;诊所", "龙西社区卫生服务站", "health_station", "name"),
        ("科教文化服务;学校;幼儿园|科教文化服务;培训机构;培训机构", "某园", "kindergarten,training", "type"),
        ("社區養老", "長橋日間照料中心", "day_care_elderly", "name"),
        (None, "党群服务中心（含日间照料、图书室）", "community_station,day_care_elderly,culture_station", "name"),
        ("菜场", "某处", "market", "type"),
        ("其他", "某处", None, "none"),
        (None, None, None, "none"),
    ],
)
def test_a_facility_offers_what_its_words_say(kind: str | None, name: str | None, services: str | None, by: str) -> None:
    found = services_of(pd.Series([kind], dtype=object), pd.Series([name], dtype=object), facility_words())
    assert found.services.tolist() == [services]
    assert found.told_by.tolist() == [by]


def test_own_words_come_first(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("words:\n  暖心驿站: [day_care_elderly, canteen]\n  菜场: []\n", encoding="utf-8")
    found = services_of(pd.Series(["暖心驿站", "菜场"]), pd.Series([None, None], dtype=object), facility_words(own))
    assert found.services.tolist() == ["day_care_elderly,canteen", None]


def test_a_table_of_words_with_unknown_types_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("words:\n  驿站: [nothing]\n", encoding="utf-8")
    with pytest.raises(InputError, match="names unknown facility types: nothing"):
        facility_words(own)
    own.write_text("- a\n- b\n", encoding="utf-8")
    with pytest.raises(InputError, match="is no table of facility words"):
        facility_words(own)
