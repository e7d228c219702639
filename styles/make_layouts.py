"""The print layouts, an A3 map and an A4 atlas of communities, in Chinese and English; python3 styles writes them.

What differs from run to run is a variable of the layout, community3d_district and the like, which the panel fills in.
Whoever takes a template without the panel sets the variables by hand; where one is missing a word in brackets stands there.
"""

from __future__ import annotations

from pathlib import Path

from . import layout_parts as parts
from . import look
from .ink import colour, said
from .layout_parts import Box

A3, A4 = (420, 297), (210, 297)
MAIN, OVERVIEW, LEGEND = 1, 2, 3
RATE = "attribute(@atlas_feature, concat(@element, '_rate'))"
# The ids of the categories judged: those that the panel names, else all that have a rate.
CATEGORIES = (
    "if(@community3d_categories IS NULL, array_foreach(array_filter(map_akeys(attributes(@atlas_feature)), right(@element, 5) = '_rate'), "
    "left(@element, length(@element) - 5)), string_to_array(@community3d_categories, ';'))"
)


def coverage(language: str) -> str:
    """A3 across: one map, its legend, whence and when."""
    title = said(language, "15分钟生活圈配套覆盖图", "Coverage of the 15-minute living circle")
    items = [
        parts.map_item("map", Box(10, 30, 300, 232), number=MAIN, frame=colour("text_2")),
        parts.legend("legend", Box(316, 30, 94, 190), number=LEGEND, of_map=MAIN, size=8, columns=2),
        parts.label("title", Box(10, 10, 400, 12), f"{_district(language)} · {title}", number=4, size=22, ink=_dark(), bold=True),
        parts.label("subtitle", Box(10, 21.5, 400, 7), _judged(language), number=5, size=10, ink=_middle()),
        parts.north_arrow("north", Box(394, 242, 14, 18), number=6, of_map=MAIN, ink=_dark()),
        parts.scale_bar("scale bar", Box(316, 244, 70, 12), number=7, of_map=MAIN, unit=said(language, "米", "m"), ink=_dark()),
        parts.label("scale", Box(316, 257, 70, 5), _scale(language), number=8, size=9, ink=_dark()),
        *_foot(language, Box(10, 266, 400, 5), size=8.5, number=9),
    ]
    return parts.document(said(language, "社区三维 覆盖图 A3", "Community 3D coverage map A3"), A3, items)


def atlas(language: str) -> str:
    """A4 upright: a page for each community with its map and its figures."""
    page = "[% @atlas_featurenumber %] / [% @atlas_totalfeatures %]"
    subtitle = f"{_district(language)} · {said(language, '社区生活圈覆盖', 'Living circle by community')} · {page}"
    services, share = said(language, "服务类别", "Service"), said(language, "覆盖率", "Coverage rate")
    items = [
        parts.map_item("map", Box(10, 30, 190, 130), number=MAIN, frame=colour("text_2"), driven=True),
        parts.map_item("overview", Box(148, 164, 52, 34), number=OVERVIEW, frame=colour("text_3"), overview_of=MAIN, ink=colour("bad")),
        parts.legend("legend", Box(112, 201, 88, 67), number=LEGEND, of_map=MAIN, size=7, columns=3 if language == "zh" else 2, atlas=True),
        parts.label("title", Box(10, 9, 190, 10), '[% coalesce("name", "code") %]', number=4, size=20, ink=_dark(), bold=True),
        parts.label("subtitle", Box(10, 19.5, 190, 5), subtitle, number=5, size=9, ink=_middle()),
        parts.label("standards", Box(10, 24.5, 190, 5), _judged(language), number=6, size=8, ink=_middle()),
        parts.label("facts", Box(10, 164, 125, 12), _facts(language), number=7, size=9, ink=_dark()),
        parts.label("services head", Box(10, 178, 40, 5), services, number=8, size=9, ink=_middle(), bold=True),
        parts.label("rates head", Box(52, 178, 56, 5), share, number=9, size=9, ink=_middle(), bold=True),
        parts.label("services", Box(10, 184, 42, 82), _names(), number=10, size=8, ink=_dark()),
        parts.label("bars", Box(52, 184, 32, 82), _listed(_bar()), number=11, size=8, ink=look.palette()["covered"]["light"]["yes"]),
        parts.label("rates", Box(84, 184, 22, 82), _listed(_percent(language)), number=12, size=8, ink=_dark(), across=parts.RIGHT),
        parts.scale_bar("scale bar", Box(12, 146.5, 62, 11), number=13, of_map=MAIN, unit=said(language, "米", "m"), ink=_dark()),
        parts.north_arrow("north", Box(190, 146.5, 8, 11), number=14, of_map=MAIN, ink=_dark()),
        *_foot(language, Box(10, 270, 190, 4.5), size=7, number=15),
    ]
    name = said(language, "社区三维 社区图集 A4", "Community 3D atlas of communities A4")
    return parts.document(name, A4, items, atlas=parts.atlas_of("\"level\" = 'community'", 'coalesce("name", "code")'))


def _dark() -> str:
    return colour("text_1")


def _middle() -> str:
    return colour("text_2")


def _district(language: str) -> str:
    return _variable("district", said(language, "（辖区名称）", "(name of the district)"))


def _variable(name: str, otherwise: str) -> str:
    return f"[% coalesce(@community3d_{name}, '{otherwise}') %]"


def _judged(language: str) -> str:
    profile, walker = _variable("profile", "–"), _variable("walker", "–")
    return said(language, f"评价方案：{profile}　步行者：{walker}", f"Standards profile: {profile} · Walker: {walker}")


def _scale(language: str) -> str:
    scale = "[% concat('1 : ', format_number(round(map_get(item_variables('map'), 'map_scale')), 0)) %]"
    return said(language, f"比例尺 {scale}", f"Scale {scale}")


def _facts(language: str) -> str:
    """Households and completeness of the page's area; numbers of persons are not printed."""
    unknown = said(language, "数据不足", "not enough data")
    households = f'[% if("households" IS NULL, \'{unknown}\', format_number("households", 0)) %]'
    complete = f"[% if(\"completeness\" IS NULL, '{unknown}', concat(format_number(\"completeness\" * 100, 0), '%')) %]"
    return said(
        language,
        f'编码 [% "code" %]　户数 {households}\n配套完整度 {complete}',
        f'Code [% "code" %] · Households {households}\nCompleteness {complete}',
    )


def _names() -> str:
    return f"[% coalesce(replace(@community3d_names, ';', '\\n'), array_to_string({CATEGORIES}, '\\n')) %]"


def _listed(expression: str) -> str:
    """One line for each category."""
    return f"[% array_to_string(array_foreach({CATEGORIES}, {expression}), '\\n') %]"


def _bar() -> str:
    full = f"round({RATE} * 10)"
    return f"if({RATE} IS NULL, '–', concat(rpad('', {full}, '■'), rpad('', 10 - {full}, '□')))"


def _percent(language: str) -> str:
    unknown = said(language, "数据不足", "No data")
    return (
        f"CASE WHEN {RATE} IS NULL THEN '{unknown}' WHEN {RATE} > 0.999 AND {RATE} < 1 THEN '>99.9%' WHEN {RATE} > 0 AND {RATE} < 0.001 "
        f"THEN '<0.1%' ELSE concat(format_number({RATE} * 100, 1), '%') END"
    )


def _foot(language: str, first: Box, *, size: float, number: int) -> list[str]:
    """Whence and when, what is kept back, and that the map has no approval number."""
    sources, made = _variable("sources", "–"), _variable("made", "–")
    words = {
        "sources": said(language, f"数据来源：{sources}", f"Sources: {sources}"),
        "made": said(
            language,
            f"成果日期：{made}　由社区三维沿步行路网逐门牌核算",
            f"Result of {made}, decided for every doorplate along the walking network by Community 3D",
        ),
        "privacy": said(
            language,
            "隐私：图中不含姓名、电话和室号；小于5的人口类计数不显示",
            "Privacy: no names, phones or rooms; counts of persons below 5 are not shown",
        ),
        "approval": said(
            language,
            "审图号：（未申请）内部使用，未经审核不得公开",
            "Map approval number: none. For internal use, not to be published without review",
        ),
    }
    inks = {"approval": colour("bad")}
    return [
        parts.label(
            name,
            Box(first.x, first.y + k * first.height, first.width, first.height),
            line,
            number=number + k,
            size=size,
            ink=inks.get(name, _middle()),
            bold=name in inks,
        )
        for k, (name, line) in enumerate(words.items())
    ]


LAYOUTS = {"coverage-a3": coverage, "communities-a4": atlas}


def layouts() -> dict[Path, str]:
    """Every template with its content."""
    return {look.layout(name, language): made(language) for language in look.LANGUAGES for name, made in LAYOUTS.items()}


def main() -> None:
    """Write them all."""
    for path, content in layouts().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
