"""Characters made comparable."""

from __future__ import annotations

import pytest
from community3d.layers.hanzi import arabic, half_width, simplified


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("臺灣省彰化縣竹塘鄉", "台湾省彰化县竹塘乡"),
        ("九龍深水埗區長沙灣道", "九龙深水埗区长沙湾道"),
        ("號樓棟層東門後鄰", "号楼栋层东门后邻"),
        ("木渎镇竹园社区乾坤里", "木渎镇竹园社区乾坤里"),
    ],
)
def test_traditional_characters_become_simplified(words: str, plain: str) -> None:
    assert simplified(words) == plain
    assert len(simplified(words)) == len(words)


def test_simplifying_twice_changes_nothing_more() -> None:
    words = "".join(map(chr, range(0x4E00, 0xA000)))
    assert simplified(simplified(words)) == simplified(words)


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("十", "10"),
        ("十二号", "12号"),
        ("二十", "20"),
        ("二十五幢", "25幢"),
        ("一百零五", "105"),
        ("两百", "200"),
        ("一〇三", "103"),
        ("三千二百一十", "3210"),
        ("第三单元四层", "第3单元4层"),
        ("甲一号", "甲1号"),
    ],
)
def test_chinese_numerals_become_digits(words: str, digits: str) -> None:
    assert arabic(words) == digits


def test_full_width_becomes_half_width() -> None:
    assert half_width("１２Ａ＃－（）") == "12A#-()"
