"""The lower elements of an address: road, number, estate, building, unit, floor, room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .regions import NUMBER

Span = tuple[str, int, int]

_PIECE = rf"(?:{NUMBER}[A-Za-z甲乙丙丁]?)"
_DOOR = rf"(?:(?<![一二三四五六七八九十])[甲乙丙丁戊临建附新旧])?之?{_PIECE}(?:[-之、/]{_PIECE})*"
# 3之8号, 60号之1, 附12号, 1-7号; 6号院 names the yard by its number; 2号楼 is a building and 2号路 a road.
DOOR = re.compile(
    rf"{_DOOR}号(?![楼线厂仓机矿桥]|(?:路|街|巷|大街|公路)(?:{NUMBER}|$))(?:院(?!内))?"
    rf"(?:(?:之{NUMBER})+|附{NUMBER}号?|-{NUMBER}(?!\d|单元|-)|[甲乙丙丁]$)?"
)
DOOR_WITHOUT_SIGN = re.compile(rf"(?<=[路道街巷弄径里坊围台]){_PIECE}(?:[-、,/]{_PIECE})*(?=$|[^\d号弄巷段单层楼室幢栋座#-])")

ROAD = re.compile(
    rf".*(?:大道|大街|胡同|公路|国道|省道|县道|路(?!口|灯)|街(?!区|坊|道|口)|巷(?!口)|弄(?!口)|衖|(?<![街频渠轨通隧])道(?!口|观)|(?<=[路道街]){NUMBER}段|(?<=[路道街])[东西南北中]段|(?<=[路道街])[东西南北](?=\d|$))"
)
ROAD_OF_HONG_KONG = re.compile(r".{1,6}[里径坊围台]$")
HONG_KONG = re.compile(r"^(?:香港|九龙|新界|港岛)")
GENERIC = re.compile(
    r"(?:小区|社区|新村|花园|花苑|公寓|大厦|大楼|住宅|住宅区|宿舍|市场|"
    r"广场|家园|新苑|小学|中学)(?:[东西南北中一二三四五六七八九十\d]区)?"
)

_TOWER = rf"(?:第)?(?:[A-Za-z]?{NUMBER}[A-Za-z]?(?:-{NUMBER})?|[A-Za-z]|[甲乙丙丁](?=[幢栋座]))"
BUILDING = re.compile(rf"{_TOWER}(?:号楼|幢|栋|座(?!落)|#楼|#|楼(?={NUMBER}单元|\d{{3,4}}室))|[A-Za-z]\d{{1,2}}楼")
# Behind a house number a second one is a building: 宝带西路1189号3号201室.
SECOND = re.compile(rf"{_TOWER}号(?={NUMBER}单元|{NUMBER}层|\d{{3,4}}室?$)")
LOOSE = re.compile(
    r".{0,4}(?:交叉口|交叉路口|交汇处|交界处|路口|附近|对面|旁边|旁|门口|楼下|[东西南北]侧)"
    r"(?:往?[东西南北]+约?\d+米)?$"
)  # tells where, names nothing
ESTATE_BEFORE_ROAD = re.compile(r".+?(?:新邨|邨|新村|小区|花园|花苑|家园|公寓)(?=.{2,})")
UNIT = re.compile(rf"(?:[A-Za-z]?{NUMBER}|[A-Za-z甲乙丙丁东西南北中])(?:单元|门(?=\d|$))")
# 一楼 behind a sign or a digit; in 又一樓 it belongs to the name.
FLOOR = re.compile(
    rf"(?:地下|负|-)?(?:\d+|(?:(?<=[号幢栋座元室])|(?<![\u3400-\u9fff])){NUMBER})(?:层|楼|[Ff](?![A-Za-z]))"
    rf"(?:之{NUMBER})?|[BFLbfl]\d{{1,2}}层?|底层|顶层|地下室|(?<=[号幢栋座元])阁楼"
)
# Rooms as people say them, at the end behind a sign: 5号三零一室, 1单元东户, 3幢401户, 2单元五零一.
_SPOKEN = (
    r"(?<=[号幢栋座楼元层院#])(?:(?:[零〇一二三四五六七八九十百两]{1,5}|[甲乙丙丁东西南北中左右]{1,2}|[A-Za-z]?\d{1,4})(?:室|户|号房|房)"
    r"|[零〇一二三四五六七八九]{3,4})$"
)
ROOM = re.compile(r"[A-Za-z]?\d{1,5}[A-Za-z]?(?:[-/][A-Za-z]?\d+)*(?:室|号房|房|户|号)?(?=$|[^\d])|" + _SPOKEN)
_ROOMS = r"(?<=[号元层])\d{3,4}-\d{3,4}室?$"  # 5号301-305
ROOMS = re.compile(_ROOMS)
LAST_ROOM = re.compile(_ROOMS + r"|(?<![\dA-Za-z-])[A-Za-z]?\d{3,4}(?:室|号房|房)?$|" + _SPOKEN)
# 3-2-501 and 3-501 behind an estate's name or a house number.
SHORT = re.compile(r"([A-Za-z]?\d{1,3})(?:幢|栋)?-(?:(\d{1,2})-)?(\d{3,4}[A-Za-z]?)室?$")
IN_BRACKETS = re.compile(r"(?<!\d)[A-Za-z]?\d{3,4}(?:室|号房|户|房)?$|(?<=[^教办公])(?:室|户|房)$")  # (301室), (东户), not (办公室)
MARKS = ",、/;-"


def take_local(words: str, at: int) -> Iterator[Span]:
    """Name, begin and end of the elements of a simplified address from position at on."""
    short = SHORT.search(words, at) if "-" in words and not ROOMS.search(words, at) else None
    end = short.start() if short and short.start() > at else len(words)
    building = BUILDING.search(words, at, end)
    door = _door(words, at, building.start() if building else end)
    head_end = door.start() if door else min(_starts(words, at, end, building))
    yield from _head(words, at, head_end)
    at = head_end
    if door:
        yield "number", door.start(), door.end()
        at = door.end()
        building = building or SECOND.search(words, at, end)
    if at < end:
        yield from _inside(words, at, end, building)
    if end < len(words):
        # 3幢2-501: the building is named already.
        for name, group in (("unit" if building and not short.group(2) else "building", 1), ("unit", 2), ("room", 3)):
            if short.group(group):
                yield name, *short.span(group)


def _starts(words: str, at: int, end: int, building: re.Match[str] | None) -> Iterator[int]:
    """Where the first of building, unit, floor and room begins; the end where there is none."""
    yield building.start() if building else end
    for pattern in (UNIT, FLOOR, LAST_ROOM):
        found = pattern.search(words, at, end)
        yield found.start() if found else end


def _door(words: str, at: int, end: int) -> re.Match[str] | None:
    return DOOR.search(words, at, end) or DOOR_WITHOUT_SIGN.search(words, at, end)


def _head(words: str, begin: int, end: int) -> Iterator[Span]:
    """The road and an estate behind it, or an estate alone."""
    found = ROAD.match(words, begin, end)
    if not found and HONG_KONG.match(words):
        found = ROAD_OF_HONG_KONG.match(words, begin, end)
    road_end = found.end() if found else begin
    if GENERIC.fullmatch(words, road_end, end):  # 花园路小区 is named after the road
        road_end = begin
    before = ESTATE_BEFORE_ROAD.match(words, begin, road_end - 1)
    if before:
        yield "estate", begin, before.end()
        begin = before.end()
    if road_end > begin:
        yield "road", begin, road_end
    if end > road_end and not (end == len(words) and LOOSE.match(words, road_end)):
        yield "estate", road_end, end


def _inside(words: str, at: int, end: int, building: re.Match[str] | None) -> Iterator[Span]:
    """What stands behind the house number: estate, building, unit, floor, room, each where the one before ends."""
    name_end = building.start() if building else min(_starts(words, at, end, None))
    if words[at:name_end].strip(MARKS) and not LOOSE.match(words, at, name_end):
        yield "estate", at, name_end
    at = name_end
    for name, pattern in (("building", BUILDING), ("building", SECOND), ("unit", UNIT), ("floor", FLOOR), ("room", ROOM)):
        found = pattern.match(words, at, end)
        if found:
            yield name, at, found.end()
            at = found.end()
