"""What a text tells of a person, found and cut: numbers, plates, names, health and special status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .citizens import CHECKS
from .hanzi import simplified
from .yaml_text import read_yaml

WORDS = Path(__file__).parent / "persons.yaml"
# What a column holds: numbers that name rows, things of which only numbers matter, names of places, addresses, anything else.
IDENTIFIER, NUMBERS, NAME, PLACE, NOTE = "identifier", "numbers", "name", "place", "note"
# Length stays, so that what is found stands at the same place in the text itself.
HALF_WIDTH = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: " ", **dict.fromkeys(map(ord, "【〔［"), "("),
              **dict.fromkeys(map(ord, "】〕］"), ")"), **dict.fromkeys(map(ord, "—–－‐−"), "-")}  # fmt: skip
# GB 11643: weights of the seventeen digits and the check digit by remainder.
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_DIGITS = "10X98765432"
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
ALONE = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
ID18 = re.compile(ALONE.format(r"[1-9](?:[ _-]?[0-9]){16}[ _-]?[0-9Xx]"))
BIRTH = re.compile(r".{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
MOBILE = re.compile(ALONE.format(r"(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}"))
LANDLINE = re.compile(ALONE.format(r"(?:\(0[0-9]{2,3}\)[ -]?|0[0-9]{2,3}-)[2-8][0-9]{6,7}"))
PLATE = re.compile(
    rf"[{PROVINCES}][A-HJ-NP-Z][ ·•・.-]?(?=[A-HJ-NP-Z]{{0,4}}[0-9])[A-HJ-NP-Z0-9]{{4}}[A-HJ-NP-Z0-9挂学警港澳]{{1,2}}"
    "(?![0-9A-Za-z室号幢栋座楼层])"
)
# The decimals of a place may look like such a number. Before the point of a place stand degrees or metres, not the 1. of a list.
DECIMAL = r"(?<![0-9.])[-+]?[0-9]{2,8}\.[0-9]+(?![0-9.])"
# What may stand around them: signs, points of the compass, words of WKT and GeoJSON.
AROUND = (
    r"[\s,;:、=|/_()\[\]{}\"'°NSEWXYZM]|[东西]经|[南北]纬|[经纬]度|坐标|LAT(?:ITUDE)?|LON(?:GITUDE)?|LNG|TYPE|COORDINATES|SRID=[0-9]{4,6};"
    "|(?:MULTI)?(?:POINT|LINESTRING|POLYGON)"
)
COORDINATES = re.compile(rf"(?:{AROUND})*(?:{DECIMAL}(?:{AROUND})*)+", re.IGNORECASE)
SIGNS = " \t,，;；、:：/|-_.。"
BRACKET = re.compile(r"\(([^()]*)(?:\)|$)")
EMPTY_BRACKET = re.compile(r"[(（【〔［\[][\s,，;；、:：/-]*[)）】〕］\]]")
FAMILY = "家宅收转户处"
LONGEST_NAME = 4
LONGEST = 5  # a name of four and a title or sign behind it
DOORS = "号室幢栋元户层座"  # behind these and digits a name of three characters or more may stand


@dataclass(frozen=True)
class Signs:
    """The lists of persons.yaml, ready to search."""

    name: re.Pattern[str]  # certainly a name
    likely: re.Pattern[str]  # has the form of one
    by_role: re.Pattern[str]
    by_title: re.Pattern[str]
    speaking: re.Pattern[str]  # a name, and what that person does
    at_end: re.Pattern[str]
    at_begin: re.Pattern[str]
    beside: re.Pattern[str]
    contact: re.Pattern[str]
    phrases: dict[str, re.Pattern[str]]
    roles: tuple[str, ...]
    titles: tuple[str, ...]
    words: frozenset[str]
    surnames: frozenset[str]  # first characters
    last: frozenset[str]  # last ones
    longest_behind: int  # characters of the longest title
    free_text: re.Pattern[str]


@cache
def signs() -> Signs:
    """The signs as shipped."""
    content = read_yaml(WORDS.read_text(encoding="utf-8"))
    one, given, short = content["surnames"], content["given"], content["short_given"]
    two = "|".join(content["double_surnames"])
    no_names = "|".join(sorted(content["no_names"], key=len, reverse=True))
    surname = f"(?!{no_names})(?:{two}|[{one}])"
    name = f"(?:(?!{no_names})(?:(?:{two})[{given}]{{1,2}}|[{one}](?:[{given}]{{2}}|[{short}])))"
    likely = f"(?:{surname}[一-鿿]{{0,1}}(?:(?![{content['place_endings']}])[一-鿿]))"
    roles, titles, contact = (_either(content[key]) for key in ("before", "behind", "contact"))
    return Signs(
        name=re.compile(name),
        likely=re.compile(likely),
        by_role=re.compile(f"(?:{roles})(?:[:：]? *{name}|(?:[:：是为]| +)[ :：]*{likely}(?![一-鿿]))(?:{titles})?"),
        by_title=re.compile(f"[小老大]?(?:{two}|[{one}])[{given}]{{0,2}}(?:{titles})"),
        speaking=re.compile(f"(?:^|(?<=[{re.escape(SIGNS)}!！?？]))(?:{name})(?=[{content['verbs']}])"),
        at_end=re.compile(
            f"(?:(?<=[{re.escape(SIGNS)})])|(?<=[0-9{DOORS}](?=.{{3}})))(?P<name>{name}(?:[{FAMILY}]|{titles})?)(?=[{re.escape(SIGNS)}]*$)"
        ),
        at_begin=re.compile(f"^[{re.escape(SIGNS)}]*(?:{name})(?:{titles})?(?=[{re.escape(SIGNS)}(])"),
        beside=re.compile(f"(?:{name}|(?<![一-鿿]){likely}(?![一-鿿]))(?:{titles})?"),
        contact=re.compile(f"(?:{contact})(?![A-Za-z一-鿿])"),
        phrases={anchor: re.compile(pattern) for anchor, pattern in content["phrases"].items()},
        roles=tuple(content["before"]),
        titles=tuple(content["behind"]),
        words=frozenset(content["words"]),
        surnames=frozenset(one + "".join(content["double_surnames"])),
        last=frozenset(given + FAMILY + "".join(content["behind"])),
        longest_behind=max(map(len, content["behind"])),
        free_text=re.compile(content["free_text"], re.IGNORECASE),
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def is_id_number(word: str) -> bool:
    """Whether an 18-digit number carries the check digit of a citizen's number."""
    total = sum(int(digit) * weight for digit, weight in zip(word[:17], ID_WEIGHTS))
    return word[17].upper() == ID_CHECK_DIGITS[total % 11]


def is_free_text(column: str) -> bool:
    """Whether a column's name says that people write what they like in it."""
    return bool(signs().free_text.search(simplified(column.strip())))


def is_name(word: str) -> bool:
    """Whether a text is nothing but the name of a person, made of common characters."""
    return signs().name.fullmatch(plain(word)) is not None


def plain(word: str) -> str:
    """A text in half width and simplified characters, of the same length."""
    return simplified(word.translate(HALF_WIDTH))


def without_person(word: str, kind: str = NOTE) -> str | None:
    """A text with all that tells of a person cut out; None where nothing is left, itself where nothing was found."""
    same = plain(word)
    if COORDINATES.fullmatch(same):
        return word
    found = list(_numbers(same, kind))
    if kind not in (IDENTIFIER, NUMBERS):
        found += [*_around(same, found), *_words(same, kind)]
        found += _brackets(same, found)
    if not found:
        return word
    left, at = "", 0
    for begin, end in sorted(found):
        left += word[at : max(begin, at)]
        at = max(at, end)
    return EMPTY_BRACKET.sub("", left + word[at:]).strip(SIGNS) or None


def _numbers(same: str, kind: str) -> Iterator[tuple[int, int]]:
    for found in ID18.finditer(same):
        digits = re.sub("[ _-]", "", found[0])
        if BIRTH.match(digits) and is_id_number(digits):
            yield found.span()
    if kind not in (IDENTIFIER, NUMBERS):
        # Columns of codes may hold such numbers by chance.
        for pattern, holds in CHECKS:
            yield from (found.span() for found in pattern.finditer(same) if holds(found[0]) and not _is_code(found[0], same, kind))
    if kind != IDENTIFIER:
        for pattern in (MOBILE, LANDLINE, PLATE):
            yield from (found.span() for found in pattern.finditer(same))


def _is_code(number: str, same: str, kind: str) -> bool:
    """Whether a name is nothing but a number: the code of a grid, which in some townships looks like a birthday."""
    return kind == NAME and number == same.strip()


def _around(same: str, numbers: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names and words like 电话 on both sides of a number."""
    for begin, end in numbers:
        yield from _outwards(same, begin, -1)
        yield from _outwards(same, end, 1)


def _outwards(same: str, at: int, step: int) -> Iterator[tuple[int, int]]:
    known = signs()
    while True:
        edge = at
        while 0 <= (edge - 1 if step < 0 else edge) < len(same) and same[edge - 1 if step < 0 else edge] in SIGNS:
            edge += step
        found = _ending(known, same, edge) if step < 0 else (known.contact.match(same, edge) or known.beside.match(same, edge))
        if found is None:
            return
        yield found.span()
        at = found.start() if step < 0 else found.end()


def _ending(known: Signs, same: str, edge: int) -> re.Match[str] | None:
    """A word like 电话, a role or a name that ends here, the longest one."""
    for begin in range(max(0, edge - 8), edge):
        if same[begin:edge] in known.roles:
            return re.compile(".*").match(same, begin, edge)
        for pattern in (known.contact, known.beside):
            found = pattern.fullmatch(same, begin, edge)
            if found:
                return found
    return None


def _words(same: str, kind: str) -> Iterator[tuple[int, int]]:
    known = signs()
    for anchor, pattern in known.phrases.items():
        if anchor in same:
            yield from (found.span() for found in pattern.finditer(same))
    yield from (found.span() for found in known.by_role.finditer(same))
    if kind == NAME:
        return
    if kind == NOTE:
        yield from (found.span() for found in known.speaking.finditer(same))
    for found in known.by_title.finditer(same):
        if kind == NOTE or not "一" <= same[found.end() : found.end() + 1] <= "鿿":
            yield found.span()
    whole = known.name.fullmatch(same.strip(SIGNS)) or same.strip(SIGNS) in known.words
    if whole:
        yield 0, len(same)
    for found in (known.at_end.search(same), known.at_begin.match(same)):
        if found:
            yield found.span()


def _brackets(same: str, cut: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Brackets that hold a name, or nothing but what is cut."""
    known = signs()
    for bracket in BRACKET.finditer(same):
        begin, end = bracket.span(1)
        inside = "".join(same[at] for at in range(begin, end) if not any(first <= at < last for first, last in cut))
        left = known.contact.sub("", inside).strip(SIGNS)
        if known.name.fullmatch(left) or known.at_begin.match(left) or (not left and end > begin and inside != same[begin:end]):
            yield bracket.span()
