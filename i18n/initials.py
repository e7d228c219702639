"""First letters of the syllables of Chinese words, as people type them into a search box: 服务覆盖 is fwfg."""

from __future__ import annotations

# The letters that titles of algorithms are made of, by the first letter of their syllable.
_LETTERS = {
    "a": "案安按",
    "b": "步标编板包备布半表比",
    "c": "成层场查测出重采存撤",
    "d": "导地定对断等度达点档道单典当",
    "f": "服覆负方分复反防符",
    "g": "果盖归规格关工高改公管更",
    "h": "换划荷后核合化户或汇",
    "j": "件检据近径景键及解结计建街加监距简紧间",
    "k": "口可开快库客",
    "l": "例络路量览力理立类利联临楼落",
    "m": "门码模面命目名秒米满",
    "n": "内年能难拟",
    "p": "牌配评排平批片",
    "q": "其区权墙前圈清缺全起齐",
    "r": "入人容日热任",
    "s": "生示设施事数属市三社时试算识上所缩实视输书收手速搜删说树省",
    "t": "他图台通提推调体填天停条",
    "w": "文网位围务维完问外晚为无",
    "x": "辖小行询序下新向选修息项线消校写现形",
    "y": "用与验一运应预域移优邮院影原源有",
    "z": "转坐置址照质最准装证正值中住站整资自总作真指责子",
}
INITIALS = {letter: initial for initial, letters in _LETTERS.items() for letter in letters}


def initials(words: str) -> str:
    """The first letters of Chinese words; other letters stay, in lower case, marks are left out."""
    return "".join(INITIALS.get(letter, letter.lower()) for letter in words if letter in INITIALS or letter.isalnum())
