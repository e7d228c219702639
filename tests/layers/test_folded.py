"""Many words looked through at once say what each of them says."""

import pytest
from community3d.layers.folded import Folded
from community3d.layers.persons import ID18, LANDLINE, MOBILE, PLATE

IDENTIFIERS = ["990106000000000", "13812345678", "320506199001011234", "0512-65432100", "9901060000138123456780"]
WORDS = ["人民路5号", "苏E12345", "1幢", "a", ""]


@pytest.mark.parametrize(
    "words", [IDENTIFIERS, WORDS, IDENTIFIERS + WORDS, IDENTIFIERS[:2] + WORDS, ["５ｌ２ １３８１２３４５６７８", *WORDS]]
)
def test_words_with_numbers_are_found_whether_few_or_all_are_searched(words: list[str]) -> None:
    folded = Folded.of(words)
    each = [folded.word(position) for position in range(len(words))]
    wanted = [at for at, word in enumerate(each) if any(pattern.search(word) for pattern in (ID18, MOBILE, LANDLINE, PLATE))]
    assert folded.numbers().tolist() == wanted
