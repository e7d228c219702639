"""The style files of all layer roles, made from the palette; python3 styles writes them.

The files stand beside it, one folder per language, because a style's legend is text; a test holds them to the palette.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from . import look, qml
from .communities import communityparts, communityscale, gridmoves, gridstaffing
from .findings import checklist, events, iso_exceptions, located, problems, rankgates, whatif
from .fullness import capacity, capacity_load
from .ink import THEME, colour, said
from .plain import converted_lines, converted_points, converted_polygons, preview
from .signs import OTHER_SIGNS, REASONS, SIGNS
from .standing import comparecoverage, comparecoverage_areas, crosswalk, facilitystandards
from .walks import nearby, nearby_routes, routes

# In points, so that they are as large on paper as on a screen, where 1.5 points are 2 pixels.
DOTS_FROM, DOT_PT, PLATE_PT = 5000, 1.5, 3
SIGNS_FROM = 15_000
LABELS_OF_PLATES, LABELS_OF_STREETS, LABELS_OF_FACILITIES = 1500, 5000, 10_000
MAIN_ROADS = "motorway|trunk|primary|secondary|tertiary"
LANES = "residential|unclassified|living_street|service|pedestrian|road"
# The level that is filled: communities where there are any.
FILLED_LEVEL = (
    "CASE WHEN count(\"code\", filter:=\"level\" = 'community') > 0 THEN 'community'"
    " WHEN count(\"code\", filter:=\"level\" = 'subdistrict') > 0 THEN 'subdistrict' ELSE 'district' END"
)


def plate_size(near: float = PLATE_PT) -> dict[str, str]:
    """Discs close by, dots farther out: square ones, because a disc of two pixels is blurred away on a screen."""
    return {"size": f"if(@map_scale <= {DOTS_FROM}, {near}, {DOT_PT})", "name": f"if(@map_scale <= {DOTS_FROM}, 'circle', 'square')"}


def ledger(language: str) -> str:
    """Doorplates by completeness: worst class last, so that lower bounds are inclusive."""
    rows = []
    for number, each in enumerate(reversed(look.completeness_classes(THEME))):
        dot = qml.marker("circle", each.colour, PLATE_PT, width=0, unit="Point", follows=plate_size())
        bounds = (-1, -1) if each.lower is None else (each.lower, each.upper)
        rows.append((*bounds, each.label(language), qml.symbol("marker", number, dot)))
    reached = said(language, '[% "judged" %] 类中可达 [% "reached" %] 类', '[% "reached" %] of [% "judged" %] categories reached')
    address = "[% replace(replace(coalesce(\"address\", \"doorplate_id\"), '&', '&amp;'), '<', '&lt;') %]"
    return qml.document(
        qml.graduated('coalesce("completeness", -1)', rows),
        labels=qml.label('"number"', colour=colour("text_1"), size=8, farthest=LABELS_OF_PLATES, placement=0),
        tip=f"{address}<br>{reached}",
        title='coalesce("address", "doorplate_id")',
    )


def unreached(language: str) -> str:
    """Doorplates that miss a category: five reasons by shape and colour."""
    rows = []
    for number, (reason, (shape, zh, en)) in enumerate(REASONS.items()):
        ink = look.why_colour(reason, THEME)
        outline = {"outline": ink, "width": 0.5} if shape == "cross2" else {"outline": colour("text_2"), "width": 0.2}
        sign = qml.symbol("marker", number, qml.marker(shape, ink, 2.2, **outline))
        rows.append((f"\"{look.CATEGORY}_why\" = '{reason}'", said(language, zh, en), sign))
    return qml.document(qml.ruled(rows), title='coalesce("address", "doorplate_id")')


def areas_out(language: str) -> str:
    """Coverage of the filled level in fixed classes; outlines of all levels."""
    return filled_areas(language, '"completeness"')


def capacity_areas(language: str) -> str:
    """Areas by the mean share, over the categories known there, of those who find a place, in the same classes."""
    return filled_areas(language, '"served"')


def filled_areas(language: str, share: str) -> str:
    """The filled level by an expression of shares in fixed classes; outlines of all levels."""
    rows = []
    for each in look.area_classes(THEME)[1:]:
        condition = f'"level" = {FILLED_LEVEL} AND {share} >= {each.lower}'
        condition += f" AND {share} < {each.upper}" if each.upper < 1 else ""
        rows.append((condition, each.label(language), [qml.fill(each.colour, alpha=170)]))
    none = look.area_classes(THEME)[0]
    hatched = [qml.fill(none.colour, style="b_diagonal")]
    rows.append((f'"level" = {FILLED_LEVEL} AND {share} IS NULL', none.label(language), hatched))
    outlines = [(condition, words, [outline]) for condition, words, outline in level_outlines(language)]
    named = [(condition, words, qml.symbol("fill", number, *layers)) for number, (condition, words, layers) in enumerate(rows + outlines)]
    rate = f"if({share} IS NULL, '', concat('\\n', round({share} * 100), '%'))"
    name = f'CASE WHEN "level" = {FILLED_LEVEL} THEN concat("name", {rate}) END'
    return qml.document(
        qml.ruled(named),
        labels=qml.label(name, colour=colour("text_1"), size=9, farthest=60_000, placement=1, bold=True),
        title='coalesce("name", "code")',
        solid=curtains_of_levels(),
        blend=qml.MULTIPLY,
    )


def level_outlines(language: str) -> list[tuple[str, str, str]]:
    """Outlines by level, the largest last and widest."""
    lines = look.palette()["boundaries"][THEME]
    levels = (
        ("grid", lines["grid"], 0.25, "网格", "Grids"),
        ("community", lines["community"], 0.6, "社区", "Communities"),
        ("subdistrict", lines["subdistrict"], 1.0, "街道", "Sub-districts"),
        ("district", colour("text_1"), 1.3, "区县", "District"),
    )
    return [
        (f"\"level\" = '{level}'", said(language, zh, en), qml.fill(ink, outline=ink, width=width, style="no"))
        for level, ink, width, zh, en in levels
    ]


def areas(language: str) -> str:
    """Areas as outlines, wider and bolder the higher their level."""
    named = [
        (condition, words, qml.symbol("fill", number, sign)) for number, (condition, words, sign) in enumerate(level_outlines(language))
    ]
    size = by_level(16, 13, 10, 7)
    priority = by_level(10, 8, 6, 2)
    words = 'if("level" = \'grid\', right("code", 3), "name")'
    labels = qml.label(words, colour=colour("text_1"), size=10, farthest=200_000, placement=1, follows={"Size": size, "Priority": priority})
    return qml.document(qml.ruled(named), labels=labels, title='coalesce("name", "code")', solid=curtains_of_levels())


def curtains_of_levels() -> str:
    """In a 3D view boundaries stand as walls, as high as in the scene."""
    lines = look.palette()["boundaries"][THEME]
    heights = (("subdistrict", 95), ("community", 46), ("grid", 12))
    return qml.curtains((f"\"level\" = '{level}'", lines[level], height_m) for level, height_m in heights)


def by_level(district: int, subdistrict: int, community: int, grid: int) -> str:
    """An expression that gives each level its number."""
    cases = (("district", district), ("subdistrict", subdistrict), ("community", community))
    return "CASE " + " ".join(f"WHEN \"level\" = '{level}' THEN {number}" for level, number in cases) + f" ELSE {grid} END"


def isochrones(language: str) -> str:
    """Bands of walking reach, the smaller over the larger; metres count as minutes at 4 km/h."""
    reach = look.palette()["reach"][THEME]
    minutes, metres = said(language, "分钟", "min"), said(language, "米", "m")
    rows = []
    for number, (lower, upper, limit_min, limit_m) in enumerate(((0, 5, 5, 300), (5, 10, 10, 500), (10, 10_000, 15, 1000))):
        label = f"≤ {limit_min} {minutes} / {limit_m} {metres}"
        sign = qml.symbol("fill", number, qml.fill(reach[number], outline=reach[2], width=0.3))
        rows.append((lower, upper, label, sign))
    order = qml.ordered('"limit"', ascending=False)
    return qml.document(qml.graduated('if("unit" = \'m\', "limit" / 66.7, "limit")', rows, more=order), opacity=0.4, title='"category"')


def networkquality(language: str) -> str:
    """Areas or estates by what their network can carry: three classes by colour, hatch and word."""
    signs = (
        ("good", "良好", "✓ Good", qml.fill(colour("good"), alpha=120)),
        ("usable", "可用", "△ Usable", qml.fill(colour("amber"), style="dense5")),
        ("not_usable", "不可用", "✕ Not usable", qml.fill(colour("bad"), style="diagonal_x")),
    )
    marks = {"good": "✓ ", "usable": "△ ", "not_usable": "✕ "}
    named = [
        (value, said(language, marks[value] + zh, en), qml.symbol("fill", number, sign))
        for number, (value, zh, en, sign) in enumerate(signs)
    ]
    sign = "CASE WHEN \"quality\" = 'good' THEN '✓' WHEN \"quality\" = 'usable' THEN '△' ELSE '✕' END"
    labels = qml.label(f"concat({sign}, ' ', \"name\")", colour=colour("text_1"), size=9, farthest=60_000, placement=1)
    return qml.document(qml.categorised('"quality"', named), labels=labels, title='coalesce("name", "quality")')


def sign_size(near: float, far: float) -> dict[str, str]:
    """Signs close by, small shapes farther out."""
    return {"size": f"if(@map_scale <= {SIGNS_FROM}, {near}, {far})"}


def facilities(language: str) -> str:
    """Facilities by category: shape, sign and colour. The default profile's categories come first, those of the others after them."""
    rows = []
    default = _counts("|".join(types for *_, types in SIGNS.values()))
    for category, (shape, sign, zh, en, types) in {**SIGNS, **OTHER_SIGNS}.items():
        condition = _counts(types) if category in SIGNS else f"{_counts(types)} AND NOT {default}"
        rows.append((condition, said(language, zh, en), shape, sign, look.category_colour(category, THEME)))
    rows.append(("ELSE", said(language, "其他设施", "Other facilities"), "circle", "", look.category_colour("other", THEME)))
    named = []
    for number, (condition, words, shape, sign, ink) in enumerate(rows):
        near, far = (5.6, 2.2) if sign else (2.6, 1.4)
        layers = [qml.marker(shape, ink, near, follows=sign_size(near, far))]
        if sign:
            layers.append(qml.glyph(sign, colour("icon_ink"), 3.4, follows=sign_size(3.4, 0.01)))
        named.append((condition, words, qml.symbol("marker", number, *layers)))
    labels = qml.label('"name"', colour=colour("text_1"), size=8, farthest=LABELS_OF_FACILITIES, placement=0, away=3.2)
    return qml.document(qml.ruled(named), labels=labels, title='coalesce("name", "facility_id")')


def _counts(types: str) -> str:
    """Whether one of the types, joined by |, stands among a facility's services."""
    return f"regexp_match(\"services\", '(^|[^a-z0-9_])({types})([^a-z0-9_]|$)')"


def streets(language: str) -> str:
    """The walking network: roads with a rim, paths dashed, what may not be walked dotted."""
    kinds = (
        ("\"walkable\" = 'no'", "不可步行", "No walking", [qml.line(colour("panel_line"), 0.4, style="dot")]),
        (f"regexp_match(\"kind\", '^({MAIN_ROADS})')", "道路", "Roads", road(2.0, 1.6)),
        (f"regexp_match(\"kind\", '^({LANES})')", "街巷", "Lanes", road(1.2, 0.9)),
        ("ELSE", "步行道", "Paths", [qml.line(colour("text_3"), 0.35, use_custom_dash=1, customdash="1.6;0.8", customdash_unit="MM")]),
    )
    named = []
    for number, (condition, zh, en, layers) in enumerate(kinds):
        refined = condition if number == 0 or condition == "ELSE" else f"{condition} AND coalesce(\"walkable\", 'yes') = 'yes'"
        named.append((refined, said(language, zh, en), qml.symbol("line", number, *layers)))
    labels = qml.label('"name"', colour=colour("text_2"), size=8, farthest=LABELS_OF_STREETS, placement=3)
    return qml.document(qml.ruled(named, levels=True), labels=labels, title='coalesce("name", "street_id")')


def road(rim: float, inner: float) -> list[str]:
    """A road's rim below all roads' surface."""
    return [qml.line(colour("estate_wall"), rim, level=0), qml.line(colour("road"), inner, level=1)]


def buildings(language: str) -> str:
    """Outlines on the map, blocks of their height in a 3D view."""
    flat = qml.single(qml.symbol("fill", 0, qml.fill(look.palette()["ramp"][THEME][0], outline=colour("estate_wall"), width=0.2)))
    height = 'coalesce("height_m", "floors" * 3, 3)'
    solid = qml.extruded(look.palette()["ramp"][THEME][0], height=height, base='coalesce("base_m", 0)')
    return qml.document(flat, solid=solid, title='coalesce("name", "building_id")')


def gates(language: str) -> str:
    """Gates by who may pass: shape and colour."""
    rows = (
        ("all", "所有人", "Open to all", "circle", colour("good")),
        ("residents", "仅居民", "Residents only", "triangle", colour("amber")),
        ("closed", "封闭", "Closed", "square", colour("bad")),
        ("unknown", "未知", "Unknown", "diamond", colour("text_3")),
    )
    named = [
        (value, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, 2.8)))
        for number, (value, zh, en, shape, ink) in enumerate(rows)
    ]
    return qml.document(qml.categorised("coalesce(\"open\", 'unknown')", named), title='coalesce("name", "gate_id")')


def walls(language: str) -> str:
    """Walls as lines with short teeth."""
    ink = colour("text_3")
    tooth = qml.symbol("line", "@0@1", qml.line(ink, 0.25))
    values = {
        "interval": 2,
        "interval_unit": "MM",
        "hash_length": 1,
        "hash_length_unit": "MM",
        "hash_angle": 0,
        "placement": "interval",
        "offset": 0.5,
    }
    sign = qml.symbol("line", 0, qml.line(ink, 0.45), qml.layer("HashLine", values, sub=tooth))
    standing = qml.fences(colour("estate_wall"), height_m=2.5, width_m=0.3)
    return qml.document(qml.single(sign), title='"wall_id"', solid=standing)


def land(language: str) -> str:
    """Land by use."""
    rows = (
        ("water", "水域", "Water", qml.fill(colour("water"), outline=colour("shore"), width=0.2)),
        ("green", "绿地", "Green", qml.fill(colour("green"))),
        ("residential", "居住用地", "Residential", qml.fill(colour("lot"))),
        ("rail", "铁路用地", "Railway", qml.fill(colour("panel_line"), style="dense4")),
        ("other", "其他", "Other", qml.fill(colour("ground"))),
    )
    named = [(value, said(language, zh, en), qml.symbol("fill", number, sign)) for number, (value, zh, en, sign) in enumerate(rows)]
    return qml.document(qml.categorised('"use"', named), title='coalesce("name", "use")')


def estates(language: str) -> str:
    """Estates as dashed outlines with their names."""
    sign = qml.symbol("fill", 0, qml.fill(colour("lot"), outline=colour("text_3"), width=0.3, alpha=90, dash="dash"))
    labels = qml.label('"name"', colour=colour("text_2"), size=8, farthest=LABELS_OF_STREETS, placement=1)
    return qml.document(qml.single(sign), labels=labels, title='"name"')


def doorplates(language: str) -> str:
    """Doorplates as small points, numbers close by."""
    dot = qml.marker("circle", colour("text_2"), PLATE_PT, width=0, unit="Point", follows=plate_size())
    labels = qml.label('"number"', colour=colour("text_1"), size=8, farthest=LABELS_OF_PLATES, placement=0)
    return qml.document(qml.single(qml.symbol("marker", 0, dot)), labels=labels, title='coalesce("address", "doorplate_id")')


ROLES: tuple[Callable[[str], str], ...] = (
    ledger, unreached, areas_out, areas, isochrones, iso_exceptions, networkquality, routes, nearby, nearby_routes, facilities,
    streets, buildings, gates, walls, land, estates, doorplates, problems, checklist, whatif, rankgates, events,
    facilitystandards, comparecoverage, comparecoverage_areas, communityscale, gridstaffing,
    capacity, capacity_load, capacity_areas, gridmoves, communityparts, crosswalk, located,
    preview, converted_points, converted_lines, converted_polygons,
)  # fmt: skip


def styles() -> dict[Path, str]:
    """Every style file with its content."""
    return {look.FOLDER / language / f"{role.__name__}.qml": role(language) for language in look.LANGUAGES for role in ROLES}


def main() -> None:
    """Write them all."""
    for path, content in styles().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
