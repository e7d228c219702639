"""The document's styles, numbering and settings: fonts for Latin and East Asian letters, sizes, distances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from .markup import node, twips

SERIF, SANS = ("Times New Roman", "SimSun"), ("Arial", "SimHei")
BRAND, INK, SOFT, HAIR, BAND, ALERT = "1F4E8C", "1C2430", "566375", "B9C2CE", "F1F4F8", "B3401A"
HEADS, NUMBERED, DOTTED = 1, 2, 3  # the definitions of numbering


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes and distances in points, line is the fixed height of a line (0: as high as its contents)."""

    id: str
    name: str
    size: float = 10.5
    line: float = 17.0
    sans: bool = False
    bold: bool = False
    colour: str = ""
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    first: bool = False  # the first line stands in by two characters
    left: float = 0.0
    hanging: float = 0.0
    keep: bool = False  # with what follows
    outline: int = -1
    numbered: tuple[int, int] = (0, 0)  # definition and level
    edge: str = ""  # a line: left, bottom, box or top
    ground: str = ""
    tab: float = 0.0  # a tab at the right, with dots where the style is one of the contents
    dots: bool = False


STYLES = (
    Style("Normal", "Normal"),
    Style("BodyText", "Body Text", align="both", after=4, first=True),
    Style("Lead", "Lead", line=16, align="both", after=3, first=True),
    Style("KeySentence", "Key Sentence", sans=True, bold=True, after=6, edge="left", ground=BAND, left=8),
    Style("Heading1", "heading 1", 16, 24, True, True, BRAND, before=0, after=10, keep=True, outline=0, numbered=(HEADS, 0), edge="bottom"),
    Style("Heading2", "heading 2", 14, 21, True, True, before=12, after=5, keep=True, outline=1, numbered=(HEADS, 1)),
    Style("Heading3", "heading 3", 12, 18, True, True, before=8, after=4, keep=True, outline=2),
    Style("TOCHeading", "TOC Heading", 16, 24, True, True, BRAND, after=10, keep=True, edge="bottom"),
    Style("TOC1", "toc 1", 12, 24, True, left=24, hanging=24, tab=468, dots=True),
    Style("TOC2", "toc 2", 10.5, 20, True, left=54, hanging=30, tab=468, dots=True),
    Style("TableCaption", "Table Caption", 10, 15, True, True, align="center", before=10, after=3, keep=True),
    Style("Caption", "caption", 10, 15, True, True, align="center", before=3, after=5),
    Style("SideText", "Side Text", 9, 13, align="both", after=2),
    Style("SideTableCaption", "Side Table Caption", 8.5, 12, True, True, align="center", before=4, after=2, keep=True),
    Style("SideCaption", "Side Caption", 8.5, 12, True, True, align="center", before=2, after=2),
    Style("Picture", "Picture", 10.5, 0, align="center", before=6, keep=True),
    Style("TableText", "Table Text", 9, 12.5),
    Style("Note", "Note", 7.5, 10.5, colour=SOFT, before=2, after=5),
    Style("ListNumber", "List Number", align="both", after=3, numbered=(NUMBERED, 0), left=33, hanging=33),
    Style("SideNumber", "Side Number", 9, 13, align="both", after=2, numbered=(NUMBERED, 0), left=28, hanging=28),
    Style("ListBullet", "List Bullet", align="both", after=3, numbered=(DOTTED, 0), left=21, hanging=14),
    Style("Spacer", "Spacer", 1, 1),
    Style("Title", "Title", 26, 36, True, True, BRAND, "center"),
    Style("Subtitle", "Subtitle", 22, 31, True, True, align="center"),
    Style("CoverMark", "Cover Mark", 12, 20, True, align="right"),
    Style("Banner", "Banner", 14, 24, True, True, ALERT, "center", before=16, edge="box"),
    Style("CoverTerm", "Cover Term", 12, 22, True, colour=SOFT, align="right"),
    Style("CoverValue", "Cover Value", 12, 22, True),
    Style("CoverNotice", "Cover Notice", 10, 15, True, colour=SOFT, align="center", before=16),
    Style("BriefKind", "Brief Kind", 22, 30, True, True, BRAND, "center"),
    Style("BriefName", "Brief Name", 14, 22, True, True, align="center", after=2),
    Style("BriefFacts", "Brief Facts", 8, 12, True, colour=SOFT, align="center", after=8, edge="bottom"),
    Style("Seal", "Seal", 10.5, 17, True, align="right", before=30),
    Style("Header", "header", 8, 12, True, colour=SOFT, edge="bottom"),
    Style("Footer", "footer", 9, 12, True, align="center"),
)


def dress(document: Document, language: str) -> None:
    """Replace the styles, numbering and settings of a new document by ours."""
    styles = document.styles.element
    for old in list(styles):
        styles.remove(old)
    styles.append(_defaults(language))
    for style in STYLES:
        styles.append(_style(style, chinese=language.startswith("zh")))
    styles.append(_plain("table", "TableNormal", "Normal Table"))
    styles.append(_plain("character", "DefaultParagraphFont", "Default Paragraph Font"))
    _number(document, chinese=language.startswith("zh"))
    _settle(document, language)


def fonts(sans: bool) -> BaseOxmlElement:
    """The fonts of Latin and of East Asian letters."""
    latin, asian = SANS if sans else SERIF
    return node("rFonts", ascii=latin, hAnsi=latin, eastAsia=asian, cs=latin)


def _defaults(language: str) -> BaseOxmlElement:
    tongue = node("lang", val=language if language.startswith("zh") else "en-GB", eastAsia="zh-CN", bidi="ar-SA")
    look = node("rPr", fonts(False), node("kern", val=0), node("sz", val=21), node("szCs", val=21), tongue)
    return node("docDefaults", node("rPrDefault", look), node("pPrDefault", node("pPr")))


def _style(style: Style, *, chinese: bool) -> BaseOxmlElement:
    basis = style.id == "Normal"
    made = node("style", type="paragraph", styleId=style.id, **({"default": 1} if basis else {}))
    made.append(node("name", val=style.name))
    if not basis:
        made.append(node("basedOn", val="Normal"))
    if style.outline >= 0:
        made.append(node("next", val="BodyText"))
    made.extend((node("uiPriority", val=1), node("qFormat")))
    made.extend((node("pPr", *_paragraph(style, chinese=chinese)), node("rPr", *_letters(style))))
    return made


def _paragraph(style: Style, *, chinese: bool) -> Iterator[BaseOxmlElement]:
    if style.keep:
        yield node("keepNext")
    if style.outline >= 0:
        yield node("keepLines")
    yield node("widowControl")
    definition, level = style.numbered
    if definition:
        yield node("numPr", node("ilvl", val=level), node("numId", val=definition))
    if style.edge:
        yield _edge(style)
    if style.ground:
        yield node("shd", val="clear", color="auto", fill=style.ground)
    if style.tab:
        first = node("tab", val="left", pos=twips(style.left))
        yield node("tabs", first, node("tab", val="right", pos=twips(style.tab), **({"leader": "dot"} if style.dots else {})))
    yield node("snapToGrid", val=0)
    height = {"line": twips(style.line), "lineRule": "exact"} if style.line else {"line": 240, "lineRule": "auto"}
    yield node("spacing", before=twips(style.before), after=twips(style.after), **height)
    yield from _indent(style, chinese=chinese)
    # Ragged lines read better where words are long; Hanzi fill the line.
    yield node("jc", val="left" if style.align == "both" and not chinese else style.align)
    if style.outline >= 0:
        yield node("outlineLvl", val=style.outline)


def _indent(style: Style, *, chinese: bool) -> Iterator[BaseOxmlElement]:
    if style.first and chinese:
        yield node("ind", firstLineChars=200, firstLine=twips(2 * style.size))
    elif style.left:
        yield node("ind", left=twips(style.left), hanging=twips(style.hanging))


def _edge(style: Style) -> BaseOxmlElement:
    colour = style.colour or BRAND
    if style.edge == "box":
        sides = ("top", "left", "bottom", "right")
        return node("pBdr", *(node(side, val="single", sz=12, space=4, color=colour) for side in sides))
    thick = {"left": 24, "bottom": 4 if style.id == "Header" else 12}[style.edge]
    return node("pBdr", node(style.edge, val="single", sz=thick, space=4, color=HAIR if style.id == "Header" else BRAND))


def _letters(style: Style) -> Iterator[BaseOxmlElement]:
    yield fonts(style.sans)
    if style.bold:
        yield from (node("b"), node("bCs"))
    if style.colour:
        yield node("color", val=style.colour)
    yield from (node("sz", val=round(2 * style.size)), node("szCs", val=round(2 * style.size)))


def _plain(kind: str, name: str, title: str) -> BaseOxmlElement:
    made = node("style", type=kind, styleId=name, default=1)
    made.extend((node("name", val=title), node("uiPriority", val=99), node("semiHidden"), node("unhideWhenUsed")))
    return made


def _number(document: Document, *, chinese: bool) -> None:
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    heads = [_level(0, "%1", "Heading1"), _level(1, "%1.%2", "Heading2")]
    numbered = [_level(0, "（%1）" if chinese else "(%1)", left=33)]
    dotted = [_level(0, "\u2022", left=21, hanging=14, form="bullet")]
    for number, levels in ((HEADS, heads), (NUMBERED, numbered), (DOTTED, dotted)):
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        numbering.append(node("abstractNum", node("multiLevelType", val=kind), *levels, abstractNumId=number))
    for number in (HEADS, NUMBERED, DOTTED):
        numbering.append(node("num", node("abstractNumId", val=number), numId=number))


def _level(
    level: int, shown: str, style: str = "", *, left: float = 0.0, hanging: float | None = None, form: str = "decimal"
) -> BaseOxmlElement:
    made = node("lvl", node("start", val=1), node("numFmt", val=form), ilvl=level)
    if style:
        made.append(node("pStyle", val=style))
    made.extend((node("suff", val="space" if style else "tab"), node("lvlText", val=shown), node("lvlJc", val="left")))
    made.append(node("pPr", node("ind", left=twips(left), hanging=twips(left if hanging is None else hanging))))
    return made


def restarted(document: Document, number: int) -> int:
    """A numbering like the given one that begins at 1 again."""
    numbering = document.part.numbering_part.element
    found = len(numbering.findall(f"{{{numbering.nsmap['w']}}}num")) + 1
    again = node("lvlOverride", node("startOverride", val=1), ilvl=0)
    numbering.append(node("num", node("abstractNumId", val=number), again, numId=found))
    return found


def _settle(document: Document, language: str) -> None:
    """Settings: fields are filled when Word opens the document; the look is that of newer Words."""
    settings = document.settings.element
    for old in list(settings):
        settings.remove(old)
    uri = "http://schemas.microsoft.com/office/word"
    names = {"compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1}
    compatible = node("compat", *(node("compatSetting", name=name, uri=uri, val=value) for name, value in names.items()))
    fields = node("updateFields", val="true")
    settings.extend((node("zoom", percent=100), node("defaultTabStop", val=420), fields, compatible))
    settings.append(node("themeFontLang", val="zh-CN" if language.startswith("zh") else "en-GB", eastAsia="zh-CN"))
