"""The parts of QGIS's style files (QML, as QGIS 3.22 writes and later ones read them)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

MULTIPLY = 6  # what lies below stays readable
EXPRESSION = 3  # QGIS's number for a property that follows an expression
CATEGORIES = "Symbology|Symbology3D|Labeling|MapTips|Rendering"


def rgba(colour: str, alpha: int = 255) -> str:
    """#RRGGBB as QGIS writes it."""
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + f",{alpha}"


def options(values: Mapping[str, object]) -> str:
    """A map of properties."""
    rows = "".join(f'<Option name="{name}" type="QString" value="{escape(str(value))}"/>' for name, value in values.items())
    return f'<Option type="Map">{rows}</Option>'


def defined(expressions: Mapping[str, str], tag: str = "data_defined_properties") -> str:
    """Properties that follow an expression."""
    rows = "".join(
        f'<Option name="{name}" type="Map"><Option name="active" type="bool" value="true"/>'
        f'<Option name="expression" type="QString" value="{escape(expression)}"/>'
        f'<Option name="type" type="int" value="{EXPRESSION}"/></Option>'
        for name, expression in expressions.items()
    )
    return (
        f'<{tag}><Option type="Map"><Option name="name" type="QString" value=""/><Option name="properties" type="Map">{rows}</Option>'
        f'<Option name="type" type="QString" value="collection"/></Option></{tag}>'
    )


def layer(kind: str, values: Mapping[str, object], *, follows: Mapping[str, str] | None = None, level: int = 0, sub: str = "") -> str:
    """One symbol layer; level is its turn where symbols of a map are drawn in turns, sub a symbol inside it."""
    return f'<layer class="{kind}" enabled="1" locked="0" pass="{level}">{options(values)}{defined(follows or {})}{sub}</layer>'


def symbol(kind: str, name: object, *layers: str) -> str:
    """A marker, line or fill symbol."""
    return f'<symbol type="{kind}" name="{name}" alpha="1" clip_to_extent="1" force_rhr="0">{"".join(layers)}</symbol>'


def marker(shape: str, colour: str, size: float, *, outline: str = "#FFFFFF", width: float = 0.3, unit: str = "MM", **more: object) -> str:
    """A simple marker; a width of 0 draws no outline."""
    values = {
        "name": shape, "color": rgba(colour), "size": size, "size_unit": unit, "outline_color": rgba(outline),
        "outline_style": "solid" if width else "no", "outline_width": width, "outline_width_unit": "MM",
    }  # fmt: skip
    return layer("SimpleMarker", values, **more)


def glyph(sign: str, colour: str, size: float, **more: object) -> str:
    """A marker that is a character, drawn with the reader's own font."""
    values = {"chr": sign, "font": "Microsoft YaHei", "color": rgba(colour), "size": size, "size_unit": "MM", "outline_width": 0}
    return layer("FontMarker", values, **more)


def line(
    colour: str, width: float, *, style: str = "solid", level: int = 0, follows: Mapping[str, str] | None = None, **more: object
) -> str:
    """A simple line in millimetres."""
    values = {
        "line_color": rgba(colour),
        "line_width": width,
        "line_width_unit": "MM",
        "line_style": style,
        "capstyle": "round",
        "joinstyle": "round",
    }
    return layer("SimpleLine", {**values, **more}, level=level, follows=follows)


def fill(
    colour: str, *, outline: str | None = None, width: float = 0.26, style: str = "solid", alpha: int = 255, dash: str = "solid"
) -> str:
    """A simple fill; without an outline colour there is no outline."""
    values = {
        "color": rgba(colour, alpha), "style": style, "outline_color": rgba(outline or colour), "outline_style": dash if outline else "no",
        "outline_width": width, "outline_width_unit": "MM", "joinstyle": "miter",
    }  # fmt: skip
    return layer("SimpleFill", values)


def single(sign: str) -> str:
    """A renderer with one symbol, which is called 0."""
    return _renderer("singleSymbol", f"<symbols>{sign}</symbols>")


def categorised(expression: str, rows: Iterable[tuple[str, str, str]], *, more: str = "") -> str:
    """A renderer by values: value, label and symbol, which is called by its turn."""
    listed = list(rows)
    categories = "".join(
        f'<category value="{escape(value)}" type="string" label="{escape(label)}" symbol="{number}" render="true"/>'
        for number, (value, label, _) in enumerate(listed)
    )
    symbols = "".join(sign for _, _, sign in listed)
    return _renderer("categorizedSymbol", f"<categories>{categories}</categories><symbols>{symbols}</symbols>{more}", attr=expression)


def graduated(expression: str, rows: Iterable[tuple[float, float, str, str]], *, more: str = "") -> str:
    """A renderer by ranges: lower, upper, label and symbol; the first range that holds a value counts, both bounds included."""
    listed = list(rows)
    ranges = "".join(
        f'<range lower="{lower}" upper="{upper}" label="{escape(label)}" symbol="{number}" render="true"/>'
        for number, (lower, upper, label, _) in enumerate(listed)
    )
    symbols = "".join(sign for *_, sign in listed)
    return _renderer(
        "graduatedSymbol",
        f'<ranges>{ranges}</ranges><symbols>{symbols}</symbols><classificationMethod id="Custom"/>{more}',
        attr=expression,
        graduatedMethod="GraduatedColor",
    )


def ruled(rows: Iterable[tuple[str, str, str]], *, levels: bool = False) -> str:
    """A renderer by rules: filter, label and symbol, which is called by its turn."""
    listed = list(rows)
    rules = "".join(
        f'<rule key="{{rule-{number}}}" filter="{escape(condition)}" label="{escape(label)}" symbol="{number}"/>'
        for number, (condition, label, _) in enumerate(listed)
    )
    symbols = "".join(sign for _, _, sign in listed)
    return _renderer("RuleRenderer", f'<rules key="{{rules}}">{rules}</rules><symbols>{symbols}</symbols>', symbollevels=int(levels))


def ordered(expression: str, *, ascending: bool) -> str:
    """The order of drawing; goes into a renderer that is told of it."""
    return f'<orderby><orderByClause asc="{int(ascending)}" nullsFirst="0">{escape(expression)}</orderByClause></orderby>'


def _renderer(kind: str, inside: str, *, symbollevels: int = 0, **attributes: str) -> str:
    order = int("<orderby>" in inside)
    fixed = {"type": kind, "symbollevels": symbollevels, "forceraster": 0, "enableorderby": order, "referencescale": -1}
    named = _attributes({**fixed, **{name: escape(value) for name, value in attributes.items()}})
    return f"<renderer-v2 {named}>{inside}</renderer-v2>"


def label(
    expression: str, *, colour: str, size: float, farthest: int, placement: int, halo: str = "#FFFFFF", bold: bool = False,
    away: float = 0.6, follows: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """Labels from a scale inwards, away from the place by millimetres; placement as QGIS numbers it.

    That is 0 around a point, 1 over it, 3 along a line.
    """
    words = {
        "fieldName": escape(expression), "isExpression": 1, "fontFamily": "Microsoft YaHei", "fontSize": size, "fontSizeUnit": "Point",
        "fontWeight": 75 if bold else 50, "textColor": rgba(colour), "textOpacity": 1, "multilineHeight": 1, "namedStyle": "",
    }  # fmt: skip
    buffer = {"bufferDraw": 1, "bufferSize": 0.8, "bufferSizeUnits": "MM", "bufferColor": rgba(halo), "bufferOpacity": 1, "bufferNoFill": 1}
    style = f"<text-style {_attributes(words)}><text-buffer {_attributes(buffer)}/></text-style>"
    places = {"placement": placement, "placementFlags": 10, "dist": away, "distUnits": "MM", "priority": 5, "centroidInside": 1}
    place = f'<placement polygonPlacementFlags="2" {_attributes(places)}/>'
    rendering = f'<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="{farthest}" obstacle="1" mergeLines="1"/>'
    return f'<labeling type="simple"><settings>{style}{place}{rendering}{defined(follows or {}, "dd_properties")}</settings></labeling>'


def _attributes(values: Mapping[str, object]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in values.items())


def document(
    renderer: str, *, labels: str = "", solid: str = "", tip: str = "", title: str = "", opacity: float = 1.0, blend: int = 0
) -> str:
    """A whole style file."""
    parts = [
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>",
        f'<qgis version="3.22.0" styleCategories="{CATEGORIES}" labelsEnabled="{int(bool(labels))}" hasScaleBasedVisibilityFlag="0"'
        ' simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">',
        renderer,
        solid,
        labels,
        f"<blendMode>{blend}</blendMode><featureBlendMode>0</featureBlendMode><layerOpacity>{opacity}</layerOpacity>",
        f"<previewExpression>{escape(title)}</previewExpression>" if title else "",
        f"<mapTip>{escape(tip)}</mapTip>" if tip else "",
        "</qgis>",
    ]
    return "\n".join(filter(None, parts)).replace("><", ">\n<") + "\n"


TILING = '<vector-layer-3d-tiling zoom-levels-count="3" show-bounding-boxes="0"/>'
WALLS, WALLS_AND_ROOF = 1, 3  # QGIS's numbers for what is drawn of a block


def extruded(colour: str, *, height: str, base: str) -> str:
    """A 3D renderer that raises outlines from base by height (expressions, metres)."""
    solid = _block(colour, {"extrusionHeight": height, "height": base}, facade=WALLS_AND_ROOF)
    return f'<renderer-3d type="vector" layer="">{TILING}{solid}</renderer-3d>'


def curtains(rows: Iterable[tuple[str, str, float]]) -> str:
    """A 3D renderer that stands translucent walls on outlines by rules: filter, colour, height in metres."""
    standing = [(condition, _block(colour, {}, facade=WALLS, height_m=height_m, opacity=0.4)) for condition, colour, height_m in rows]
    rules = "".join(
        f'<rule key="{{wall-{number}}}" filter="{escape(condition)}">{block}</rule>' for number, (condition, block) in enumerate(standing)
    )
    return f'<renderer-3d type="rulebased" layer="">{TILING}<rules key="{{walls}}">{rules}</rules></renderer-3d>'


def fences(colour: str, *, height_m: float, width_m: float) -> str:
    """A 3D renderer that stands lines up as thin walls."""
    data = (
        f'<data alt-clamping="terrain" alt-binding="vertex" height="0" extrusion-height="{height_m}" simple-lines="0" width="{width_m}"/>'
    )
    line = f'<symbol type="line" material_type="phong">{data}{_material(colour)}</symbol>'
    return f'<renderer-3d type="vector" layer="">{TILING}{line}</renderer-3d>'


def _block(colour: str, follows: Mapping[str, str], *, facade: int, height_m: float = 3, opacity: float = 1.0) -> str:
    data = (
        f'<data alt-clamping="relative" alt-binding="centroid" height="0" extrusion-height="{height_m}" add-back-faces="0"'
        f' invert-normals="0" culling-mode="no-culling" rendered-facade="{facade}"/>'
    )
    edges = '<edges enabled="0" width="1" color="0,0,0,255"/>'
    properties = defined(follows, "data-defined-properties")
    return f'<symbol type="polygon" material_type="phong">{data}{_material(colour, opacity)}{properties}{edges}</symbol>'


def _material(colour: str, opacity: float = 1.0) -> str:
    """A dull surface; QGIS before 3.26 knows no opacity and draws it solid."""
    clear = "" if opacity == 1.0 else f' opacity="{opacity}"'
    # What the light does not meet would be black: boundaries are told apart by their colour on both sides.
    shade = "102,102,102,255" if opacity == 1.0 else rgba(colour)
    return f'<material ambient="{shade}" diffuse="{rgba(colour)}" specular="255,255,255,255" shininess="0"{clear}/>'
