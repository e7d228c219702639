"""The words of the toolbox in both languages: names, tags, groups."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.qgis

MOST_TITLE = 14  # Chinese letters that fit the tree of a narrow toolbox


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    from community3d.processing.provider import ALGORITHMS

    return [algorithm() for algorithm in ALGORITHMS]


@pytest.fixture(scope="module")
def chinese(qgis_app):
    from community3d.i18n import translator

    return translator("zh")


def test_titles_are_short_and_groups_carry_the_numbers_of_the_panel(algorithms, chinese):
    for algorithm in algorithms:
        title = chinese(algorithm.title())
        assert re.search("[\u4e00-\u9fff]", title), algorithm.name()
        assert len(title) <= MOST_TITLE, title
        assert chinese(algorithm.GROUP.title)[0] in "①②③④⑤"


def test_titles_and_sentences_stand_once(algorithms, chinese):
    for words in ([a.title() for a in algorithms], [chinese(a.title()) for a in algorithms], [a.about() for a in algorithms]):
        assert len(words) == len(set(words))


def test_initials_are_those_that_people_type():
    from community3d.i18n.initials import initials

    assert initials("服务覆盖") == "fwfg"
    assert initials("导入OSM文件") == "drosmwj"
    assert initials("门牌（米）") == "mpm"


def test_every_algorithm_is_found_by_chinese_english_and_pinyin_initials(algorithms, chinese):
    from community3d.i18n.initials import initials

    missing = {}
    for algorithm in algorithms:
        own = [tag for tag in algorithm.tags() if tag not in ("community3d", "社区三维")]
        typed = initials(chinese(algorithm.title()))
        wants = {
            "Chinese": any(re.search("[\u4e00-\u9fff]", tag) for tag in own),
            "English": any(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 \-]{2,}", tag) for tag in own if tag != typed),
            typed: typed in own and typed.isascii(),
        }
        missing.update({algorithm.name(): [want for want, there in wants.items() if not there]} if not all(wants.values()) else {})
    assert not missing


def test_notes_on_columns_belong_to_outputs_that_exist(algorithms):
    from community3d.processing.algorithms.outputhelp import _COLUMNS

    outputs = set()
    for algorithm in algorithms:
        algorithm.initAlgorithm({})
        outputs |= {name for d in algorithm.destinationParameterDefinitions() for name in (d.name(), f"{algorithm.name()}.{d.name()}")}
    assert set(_COLUMNS) <= outputs
