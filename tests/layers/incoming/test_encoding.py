"""Encodings are told from the bytes, with the evidence, in every encoding and script."""

from __future__ import annotations

import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.encoding import encoding_of
from hypothesis import given, settings
from hypothesis import strategies as st

# fmt: off
SIMPLIFIED = [
    "长江路18号3幢", "望湖社区", "幸福小区", "门牌号", "详细地址", "街道办事处", "菜市场", "人民南路", "吴中区",
    "金庭镇", "编号", "名称", "经度", "纬度", "户数", "楼栋号", "单元", "养老",
    "日间照料中心", "工业园区", "石湖", "木渎", "东山", "临湖", "越溪", "横泾", "光福",
    "香山", "胥口", "太湖", "桂花新村", "里河", "盘门", "觅渡桥", "是否开放", "网格编码",
    "建筑层数", "责任区",
]
TRADITIONAL = [
    "彰化縣竹塘鄉竹元村", "竹鹿路竹圍巷60號", "高雄市左營區", "門牌號碼", "詳細地址", "街道", "中央市場", "大勇路", "深水埗",
    "元州街", "美孚新邨", "經度", "緯度", "戶數", "樓棟號", "單元", "養老", "黃大仙",
    "鳳德邨", "龍蟠苑", "編號", "名稱", "慈雲山", "鑽石山", "新蒲崗", "是否開放", "網格編碼",
    "建築層數", "責任區",
]
# fmt: on
SEPARATORS = st.sampled_from([",", "\n", "\t", ";", " 12,"])


def table_of(words):
    """A header of ASCII, then words of people with separators between."""
    pairs = st.tuples(st.sampled_from(words), SEPARATORS).map("".join)
    return st.lists(pairs, min_size=2, max_size=60).map(lambda parts: "id,name\n" + "".join(parts) + "\n")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@settings(max_examples=25, deadline=None)
@given(words=table_of(SIMPLIFIED))
def test_simplified_text_is_read_in_any_encoding(codec, words):
    data = words.encode(codec)
    found = encoding_of(data)
    assert data[found.mark :].decode(found.codec) == words


@pytest.mark.parametrize("codec", ["utf-8", "big5hkscs", "gb18030", "utf-16-le", "utf-16-be"])
@settings(max_examples=25, deadline=None)
@given(words=table_of(TRADITIONAL))
def test_traditional_text_is_read_in_any_encoding(codec, words):
    data = words.encode(codec)
    found = encoding_of(data)
    assert data[found.mark :].decode(found.codec) == words


@pytest.mark.parametrize(
    ("word", "codec", "name"),
    [
        ("地址", "gbk", "GB18030"),
        ("門牌", "big5", "Big5"),
        ("小区", "gbk", "GB18030"),
        ("街道", "utf-8", "UTF-8"),
        ("联通", "gbk", "GB18030"),
    ],
)
def test_two_characters_are_enough_for_a_guess(word, codec, name):
    # 联通 in GBK has the form of UTF-8: what made an editor famous.
    assert encoding_of(word.encode(codec)).name == name


def test_one_character_is_not_believed_for_certain():
    assert not encoding_of("路".encode("gbk")).certain


def test_ascii_is_utf8():
    found = encoding_of(b"id,name\n1,a\n")
    assert (found.name, found.certain) == ("UTF-8", True)
    assert "ASCII" in str(found.evidence)


def test_utf16_of_plain_letters_is_told_by_its_zeros():
    assert encoding_of("id,name\n1,a\n".encode("utf-16-be")).name == "UTF-16BE"


def test_a_character_cut_at_the_end_is_no_evidence_against():
    for codec, name in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        assert encoding_of("编号,地址\n1,长江路".encode(codec)[:-1]).name == name


def test_the_evidence_says_how_many_characters_are_common():
    found = encoding_of("编号,地址\n1,长江路18号\n".encode("gbk"))
    assert str(found.evidence).startswith("100 % of its 8 Chinese characters are common ones; read as Big5 it would be")


def test_chinese_that_begins_late_is_found():
    data = b"id,name\n" + b"1,aaaaaaaaaaaaaaaaaaaa\n" * 20_000 + "2,长桥街道办事处\n".encode("gbk")
    assert encoding_of(data).name == "GB18030"


def test_what_the_user_says_holds():
    data = "编号,地址\n1,长江路18号\n".encode("gbk")
    assert encoding_of(data, stated="big5").name == "Big5"
    assert encoding_of("地址\n".encode("utf-16-be"), stated="UTF-16").name == "UTF-16BE"
    assert str(encoding_of(data, stated="GBK").evidence) == "as ENCODING says"


def test_an_unknown_encoding_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match=r"Unknown ENCODING “klingon”\. Known: auto, UTF-8, GB18030, Big5, UTF-16"):
        encoding_of(b"a", stated="klingon")


@pytest.mark.long
def test_real_tables_are_told_in_every_encoding(shared_data):
    for path in sorted(shared_data.rglob("*.csv")):
        words = path.read_bytes().decode("utf-8-sig")
        for codec in ("utf-8", "gb18030", "big5hkscs", "utf-16-le"):
            data = words.encode(codec, "ignore")
            found = encoding_of(data)
            assert data.decode(found.codec) == data.decode(codec), (path.name, codec, found)
