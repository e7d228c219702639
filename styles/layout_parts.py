"""The parts of print layouts (QPT, as QGIS 3.22 writes and later ones read them)."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from .qml import options

FONT = "Microsoft YaHei"  # where it is missing the plugin takes another, and QGIS the system's
PAGE, MAP, PICTURE, LABEL, LEGEND, SHAPE, SCALE_BAR = 65638, 65639, 65640, 65641, 65642, 65643, 65646
LEFT, RIGHT, CENTRE, TOP, MIDDLE = 1, 2, 4, 32, 128
NORMAL, BOLD = 50, 75
AUTO_SCALE = 2
FIT_WIDTH = 1


@dataclass(frozen=True)
class Box:
    """A place on the page in millimetres."""

    x: float
    y: float
    width: float
    height: float


def item(kind: int, name: str, box: Box, *, inner: str = "", frame: str = "", number: int = 0, **attributes: object) -> str:
    """One thing on the page; frame is the colour of its line, number its turn from the lowest."""
    uuid = identity(number)
    values = {
        "type": kind, "id": name, "uuid": uuid, "templateUuid": uuid, "position": f"{box.x:g},{box.y:g},mm",
        "positionOnPage": f"{box.x:g},{box.y:g},mm", "size": f"{box.width:g},{box.height:g},mm", "referencePoint": 0, "itemRotation": 0,
        "frame": "true" if frame else "false", "outlineWidthM": "0.3,mm", "frameJoinStyle": "miter", "background": "false", "opacity": 1,
        "visibility": 1, "zValue": number, "excludeFromExports": 0, "blendMode": 0, "positionLock": "false", "groupUuid": "",
    }  # fmt: skip
    return f"<LayoutItem {_attributes({**values, **attributes})}>{_colour('FrameColor', frame or '#000000')}{inner}</LayoutItem>"


def identity(number: int) -> str:
    """The id of a thing, by which others of the layout name it."""
    return "{" + f"c0330000-0000-4000-8000-{number:012d}" + "}"


def label(name: str, box: Box, words: str, *, number: int, size: float, ink: str, bold: bool = False, across: int = LEFT) -> str:
    """A text; [% %] holds expressions."""
    font = f'<LabelFont style="" description="{_font(size, bold)}"/>{_colour("FontColor", ink)}'
    return item(LABEL, name, box, inner=font, number=number, labelText=words, htmlState=0, halign=across, valign=TOP, marginX=0, marginY=0)


def map_item(name: str, box: Box, *, number: int, frame: str, driven: bool = False, overview_of: int = 0, ink: str = "#000000") -> str:
    """A map; driven shows one thing a page, overview_of frames what the map of that number shows."""
    # QGIS gives the item the shape of its extent.
    inner = f'<Extent xmin="0" ymin="0" xmax="{box.width:g}" ymax="{box.height:g}"/><LayerSet/>'
    if overview_of:
        inner += (
            f'<ComposerMapOverview show="1" name="overview" uuid="{identity(90)}" frameMap="{identity(overview_of)}" blendMode="0"'
            f' inverted="0" centered="0" stackingPosition="4">{_box_symbol(ink)}</ComposerMapOverview>'
        )
    inner += f'<AtlasMap atlasDriven="{int(driven)}" scalingMode="{AUTO_SCALE}" margin="0.12"/>'
    return item(
        MAP, name, box, inner=inner, frame=frame, number=number, background="true", drawCanvasItems="false", followPreset="false",
        keepLayerSet="false", mapRotation=0, mapFlags=0, labelMargin="0,mm",
    )  # fmt: skip


def legend(name: str, box: Box, *, number: int, of_map: int, size: float, columns: int, atlas: bool = False) -> str:
    """The legend of a map: only what it shows, on an atlas what its page shows."""
    styles = "".join(
        f'<style name="{style}" alignment="1" indent="0" {margins}><styleFont style="" description="{_font(points, bold)}"/></style>'
        for style, margins, points, bold in (
            ("title", 'marginBottom="2"', size + 2, True),
            ("group", 'marginTop="2"', size + 1, True),
            ("subgroup", 'marginTop="2"', size, True),
            ("symbol", 'marginTop="1"', size, False),
            ("symbolLabel", 'marginTop="1" marginLeft="1.5"', size, False),
        )
    )
    return item(
        LEGEND, name, box, inner=f"<styles>{styles}</styles>", number=number, map_uuid=identity(of_map), title="", titleAlignment=1,
        columnCount=columns, splitLayer=1, equalColumnWidth=0, columnSpace=3, boxSpace=0, lineSpacing=1, symbolWidth=5, symbolHeight=3,
        symbolAlignment=1, resizeToContents=1, legendFilterByMap=1, legendFilterByAtlas=int(atlas), fontColor="#16243A", wrapChar="",
    )  # fmt: skip


def scale_bar(name: str, box: Box, *, number: int, of_map: int, unit: str, ink: str) -> str:
    """A bar of metres between 25 and 60 mm long, on white, so that it may stand on a map."""
    text = f'<scaleBarFont style="" description="{_font(8, False)}"/>'
    return item(
        SCALE_BAR, name, box, inner=text + _colour("strokeColor", ink) + _colour("fillColor", ink) + _colour("fillColor2", "#FFFFFF"),
        number=number, mapUuid=identity(of_map), style="Line Ticks Up", unitType="meters", unitLabel=unit, numMapUnitsPerScaleBarUnit=1,
        segmentSizeMode=FIT_WIDTH, minBarWidth=25, maxBarWidth=60, numSegments=2, numSegmentsLeft=0, numUnitsPerSegment=100, height=2,
        background="true", labelBarSpace=1, boxContentSpace=1, outlineWidth=0.3, alignment=0,
    )  # fmt: skip


def north_arrow(name: str, box: Box, *, number: int, of_map: int, ink: str) -> str:
    """QGIS's own arrow, turned as the map is."""
    return item(
        PICTURE, name, box, number=number, file="arrows/NorthArrow_04.svg", mode=2, mapUuid=identity(of_map), northMode=0, northOffset=0,
        resizeMode=0, anchorPoint=4, background="true", svgFillColor=ink, svgBorderColor=ink, svgBorderWidth=0.2, pictureRotation=0,
    )  # fmt: skip


def document(name: str, page: tuple[float, float], items: list[str], *, atlas: str = "") -> str:
    """A whole template of one page, the items from the lowest to the topmost."""
    paper = item(PAGE, "", Box(0, 0, *page), number=99, inner=_page_symbol(), background="true", zValue=0)
    parts = [
        f'<Layout name="{escape(name)}" units="mm" printResolution="300" worldFileMap="{identity(1)}">',
        '<Snapper tolerance="5" snapToItems="1" snapToGuides="1" snapToGrid="0"/>',
        '<Grid resolution="10" resUnits="mm" offsetX="0" offsetY="0" offsetUnits="mm"/>',
        f"<PageCollection>{_page_symbol()}{paper}</PageCollection>",
        *items,
        atlas,
        "</Layout>",
    ]
    return "\n".join(filter(None, parts)).replace("><", ">\n<") + "\n"


def atlas_of(level: str, title: str) -> str:
    """One page for each area of a level, in the order of their codes; the layer is chosen when the template is used."""
    return (
        f'<Atlas enabled="1" coverageLayer="" hideCoverage="0" filterFeatures="1" featureFilter="{escape(level)}" sortFeatures="1"'
        f' sortKey="code" sortAscending="1" pageNameExpression="{escape(title)}" filenamePattern="{escape(title)}"/>'
    )


def _font(size: float, bold: bool) -> str:
    return f"{FONT},{size:g},-1,5,{BOLD if bold else NORMAL},0,0,0,0,0"


def _attributes(values: dict[str, object]) -> str:
    return " ".join(f'{name}="{escape(str(value)).replace(chr(10), "&#xa;")}"' for name, value in values.items())


def _colour(tag: str, colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f'<{tag} red="{red}" green="{green}" blue="{blue}" alpha="255"/>'


def _page_symbol() -> str:
    return _fill({"color": "255,255,255,255", "style": "solid", "outline_style": "no"})


def _box_symbol(ink: str) -> str:
    red, green, blue = (int(ink[start : start + 2], 16) for start in (1, 3, 5))
    return _fill({"style": "no", "outline_color": f"{red},{green},{blue},255", "outline_style": "solid", "outline_width": 0.6})


def _fill(values: dict[str, object]) -> str:
    inside = f'<layer class="SimpleFill" enabled="1" locked="0" pass="0">{options(values)}</layer>'
    return f'<symbol type="fill" name="" alpha="1" clip_to_extent="1" force_rhr="0">{inside}</symbol>'
