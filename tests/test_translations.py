"""Every sentence has its Chinese, with the same values in it."""

from __future__ import annotations

import ast
import importlib.util
import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Words that the glossary replaces by others, with the word that is meant.
NOT_OURS = {
    "绕行系数": "非直线系数",
    "缺省": "默认",
    "罚时": "通行延误",
    "惩罚": "通行延误",
    "达标方案": "评价方案",
    "处理工具箱": "工具箱",
    "属性列": "字段",
    "孤岛": "孤立路段",
    "路线": "路径",
    "直线圆": "直线圈",
    "直线缓冲": "直线圈",
    "服务盲点": "服务盲区",
    "您": "",
    "！": "",
    "「": "“",
    "公里/": "千米/",
}
# A Chinese letter is as wide as two others; a label may take half as much room again, and a few letters more.
MOST_WIDER, AND_LETTERS = 1.5, 8


@pytest.fixture(scope="module")
def catalogue():
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "i18n" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def english(catalogue) -> list[str]:
    return catalogue.sources()


@pytest.fixture(scope="module")
def chinese(catalogue):
    return catalogue.read(catalogue.CHINESE)


def test_every_source_sentence_is_translated(english, chinese):
    missing = [source for source in english if source not in chinese]
    assert not missing, missing


def test_a_translation_carries_the_same_values(chinese):
    names = re.compile(r"\{([a-z_0-9]*)[^{}]*\}")
    wrong = [source for source, target in chinese.items() if set(names.findall(source)) != set(names.findall(target))]
    assert not wrong, wrong


def test_the_file_holds_no_sentence_that_the_code_lost(english, chinese):
    lost = sorted(set(chinese) - set(english))
    assert not lost, lost


def test_no_sentence_to_translate_is_an_f_string(root):
    pattern = re.compile(r"\b(?:tr|text|mark)\(\s*f[\"']")
    found = [
        str(path)
        for folder in ("plugin", "layers", "processing")
        for path in (root / folder).rglob("*.py")
        if pattern.search(path.read_text("utf-8"))
    ]
    assert not found


def test_what_is_marked_for_translation_is_a_literal_or_another_sentence(root):
    # The catalogue collects literals only: a sentence in a variable would stay English.
    marked = {"tr", "text", "mark"}
    found = []
    for folder in ("plugin", "layers", "processing"):
        for path in (root / folder).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call) and node.args)
            found += [
                f"{path.name}:{call.lineno}"
                for call in calls
                if getattr(call.func, "id", None) in marked and isinstance(call.args[0], ast.Name)
            ]
    assert not found


def test_words_that_the_glossary_replaces_are_not_used(chinese):
    found = [f"{word} → {NOT_OURS[word]}: {target}" for target in chinese.values() for word in NOT_OURS if word in target]
    assert not found, found


def test_no_sentence_is_left_unfinished(catalogue):
    words = catalogue.CHINESE.read_text(encoding="utf-8")
    assert 'type="unfinished"' not in words
    assert "<translation></translation>" not in words


def test_no_translation_needs_much_more_room_than_its_source(chinese):
    long = [f"{source} → {target}" for source, target in chinese.items() if width(target) > MOST_WIDER * width(source) + AND_LETTERS]
    assert not long, long


def width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def test_sentences_end_alike_in_both_languages(chinese):
    # A sentence ends with a full stop, a label does not; buttons with … open a dialog in both.
    wrong = [source for source, target in chinese.items() if source.endswith("…") != target.endswith("…")]
    assert not wrong, wrong


def test_chinese_sentences_have_chinese_marks(chinese):
    # A comma or semicolon between Chinese letters is full width; in lists of codes and formulas it is not.
    between = re.compile(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]")
    found = [target for target in chinese.values() if between.search(target)]
    assert not found, found


def test_the_english_sentences_hold_chinese_only_as_examples(english):
    # Addresses and words of data that people of Chinese offices write.
    quoted = re.compile(r"“[^”]*”|[a-z_]+=[^ .]+|拆迁安置=1|西门|中 / EN|养老")
    found = [source for source in english if re.search(r"[\u4e00-\u9fff]", quoted.sub("", source))]
    assert not found, found


def test_english_is_the_source_and_speaks_of_streets_as_roads(english):
    # A 街道 is a sub-district; "street office" and British doublets would tell something else.
    found = [source for source in english if re.search(r"street office|sub district\b|neighborhood|\bmeters?\b", source, re.IGNORECASE)]
    assert not found, found
