"""The upper elements of an address: province, city, county, subdistrict, community, group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

NAMES = Path(__file__).parent / "prefectures.txt"
PROVINCES = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
AUTONOMOUS = {"内蒙古": "", "广西": "壮族", "西藏": "", "宁夏": "回族", "新疆": "维吾尔"}
CITIES = "北京|天津|上海|重庆"
# The cities of Taiwan: there 里 is a community and 东区 a district.
TAIWAN = "台湾|台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|宜兰|苗栗|彰化|南投|云林|屏东|台东|花莲|澎湖|金门|连江"

NUMBER = r"(?:\d+|[一二三四五六七八九十百零〇两]+)"
HAN = r"[\u3400-\u9fff]"
ROAD_OR_NUMBER = "[^路街巷弄号幢栋室]"  # a region's name holds none of these
PREFECTURES = "|".join(name for line in NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for name in line.split())
_NEXT_REGION = rf"(?=(?:{ROAD_OR_NUMBER}{{1,9}}?(?:市|州|盟|县|区|旗|镇|乡|街道)))"

COUNTRY = re.compile(r"(?:中华人民共和国|中国)(?=.{2})")
PROVINCE = re.compile(
    "|".join(
        [
            rf"(?:{PROVINCES})省",
            *(f"{name}{people}自治区" for name, people in AUTONOMOUS.items()),
            rf"(?:{'|'.join([PROVINCES, *AUTONOMOUS])}){_NEXT_REGION}",
            r"香港特别行政区|澳门特别行政区|香港(?=九龙|新界|.{1,4}[区岛])|澳门(?=.{1,6}[区岛])",
        ]
    )
)
MUNICIPALITY = re.compile(rf"(?:{CITIES})(?:市|{_NEXT_REGION})")
CITY = re.compile(rf"{ROAD_OR_NUMBER}{{2,9}}?(?:市(?!场|民|政|府|口)|地区|自治州|盟)|九龙|新界|香港岛|港岛|(?:{PREFECTURES}){_NEXT_REGION}")
COUNTY = re.compile(
    rf"{ROAD_OR_NUMBER}{{1,9}}?(?:自治县|县|自治旗|旗(?=.{{1,8}}?(?:镇|乡|苏木|街道))|市(?!场|民|政|府|口)|林区|区)(?!域|块|位|间)"
)
# Quarters of an estate, not of a country.
NO_COUNTY = re.compile(r"(?:小|社|住宅|生活|校|厂|院|家属|宿舍|片|别墅|安置|商业|景|库|[A-Za-z\d一二三四五六七八九十])区$")
NAME_AND_WORD = 3  # 吴中区, but 天润城中区
SIDE_OF_AN_ESTATE = re.compile(r"[东西南北中]区$")
TOWN = re.compile(r"[^路街巷弄号幢栋室邻\d]{1,8}?(?:街道办事处|街道办|街道|镇人民政府|镇|乡|苏木)(?![路街巷弄]|大道|江[路街市])")
COMMUNITY = re.compile(
    rf"{ROAD_OR_NUMBER}{{1,12}}?[路街巷]?(?:社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区|村)"
    r"(?![路街巷道口]|大街|大道|小区|公寓|社区|居委会|居民委员会)"
)
VILLAGE_OF_TAIWAN = re.compile(rf"{ROAD_OR_NUMBER}{{1,4}}?[里村](?=[^里])")
ESTATE_NOT_VILLAGE = re.compile(r"(?:新|[一二三四五六七八九十\d]|度假|山庄)村$")
WAY = re.compile(rf"{ROAD_OR_NUMBER}+(?:路|街|巷|大道)")
GROUP = re.compile(rf"(?:第)?{NUMBER}(?:村民小组|小组|组|邻|队|网格)|{HAN}{{1,4}}组(?={NUMBER})")


def take_regions(words: str) -> Iterator[tuple[str, int, int]]:
    """Name, begin and end of each region that a simplified address starts with; the road begins behind the last."""
    at = _end(COUNTRY, words, 0)
    taiwan = re.compile(TAIWAN).match(words, at) is not None
    named = False  # whether a region that nothing else can be stands before this place
    for name, pattern, believed in (
        ("province", PROVINCE, _always),
        ("city", MUNICIPALITY, _always),
        ("city", CITY, _is_city),
        ("county", COUNTY, _is_county),
        ("subdistrict", TOWN, _is_town),
        ("community", VILLAGE_OF_TAIWAN if taiwan else COMMUNITY, _is_community),
        ("group", GROUP, _always),
    ):
        found = pattern.match(words, at)
        if found and believed(words, found, named=named or taiwan):
            yield name, at, found.end()
            at, named = found.end(), True


def _always(_words: str, _found: re.Match[str], *, named: bool) -> bool:
    return True


def _is_city(words: str, found: re.Match[str], *, named: bool) -> bool:
    # A city that nothing names is believed where a lower region follows it: 青年城市花园 is an estate.
    return named or found.end() == len(words) or any(pattern.match(words, found.end()) for pattern in (COUNTY, TOWN, COMMUNITY))


def _is_county(words: str, found: re.Match[str], *, named: bool) -> bool:
    name = found.group()
    if NO_COUNTY.search(name):
        return False
    if named or (len(name) == NAME_AND_WORD and not name.endswith("市")):
        return True
    if name.endswith("市"):
        return any(pattern.match(words, found.end()) for pattern in (TOWN, COMMUNITY, WAY))
    return not SIDE_OF_AN_ESTATE.search(name)


def _is_town(_words: str, found: re.Match[str], *, named: bool) -> bool:
    return named or len(found.group()) > 2


def _is_community(_words: str, found: re.Match[str], *, named: bool) -> bool:
    return not ESTATE_NOT_VILLAGE.search(found.group())


def _end(pattern: re.Pattern[str], words: str, at: int) -> int:
    found = pattern.match(words, at)
    return found.end() if found else at
