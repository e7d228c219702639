"""Print layouts made of our templates: the layers of the present result, and the words that differ from run to run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsPropertyCollection,
    QgsReadWriteContext,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QFont, QFontInfo
from qgis.PyQt.QtXml import QDomDocument

from ...i18n import legend_language, tr
from ...processing.dressing import category_names, told_names
from ...processing.layering import GROUP, HISTORY, ROLE
from ...styles import look

MAP, ATLAS = "coverage-a3", "communities-a4"
FONT = "Microsoft YaHei"  # of the templates
FONTS = (FONT, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "SimHei")
GROUND = ("facilities", "gates", "walls", "streets", "estates", "buildings", "land")
# What is printed of the layers that are switched on; findings are for the desk.
PRINTED = ("ledger", "unreached", "areas_out", "isochrones", "areas", *GROUND)
ON_A_PAGE = ("ledger", "areas", *GROUND)
AROUND = ("areas_out", "areas")
UNTOLD = ("areas:grid", "areas:district")
TURNS = {"areas": 1, "streets": 2, "areas_out": 3, "estates": 4, "buildings": 4, "land": 4}  # all else comes first
# In a legend these would only repeat what a map shows by itself.
NOT_IN_LEGENDS = ("buildings", "estates")
LEVELS = ("community", "subdistrict", "grid", "district")
LEGEND_MM = {"ledger": 1.8, "facilities": 3.5}
MOST_SOURCES = 6
MARGIN = 1.06


@dataclass(frozen=True)
class Facts:
    """What a sheet says of its result, in words."""

    district: str
    profile: str
    walker: str
    made: str


def sheet(kind: str, project: QgsProject, areas: QgsVectorLayer, facts: Facts) -> QgsPrintLayout:
    """A layout of a template, added to the project under a name that is still free; areas holds the coverage of areas."""
    layout = QgsPrintLayout(project)
    _load(layout, look.layout(kind, legend_language()))
    layout.setName(_free_name(project, tr("Coverage map") if kind == MAP else tr("Atlas by community")))
    drawn = _switched_on(project) if kind == MAP else _of_roles(project, ON_A_PAGE)
    _tell(layout, facts, areas, drawn)
    _fill(layout, drawn, _of_roles(project, AROUND), areas)
    if kind == ATLAS:
        _turn_pages(layout, areas, _of_roles(project, ("ledger",)))
    project.layoutManager().addLayout(layout)
    return layout


def _switched_on(project: QgsProject) -> list[QgsMapLayer]:
    """The layers that are seen and meant for paper, from the topmost down."""
    visible = {node.layerId() for node in project.layerTreeRoot().findLayers() if node.isVisible()}
    return [layer for layer in _ordered(project) if layer.id() in visible and _kind(layer) in PRINTED]


def _of_roles(project: QgsProject, kinds: Iterable[str]) -> list[QgsMapLayer]:
    """The layers of these kinds, seen or not; no earlier results, and of the outlines those that tell communities apart."""
    root = project.layerTreeRoot()
    wanted = [layer for layer in _ordered(project) if _kind(layer) in kinds and layer.customProperty(ROLE) not in UNTOLD]
    return [layer for layer in wanted if root.findLayer(layer.id()).parent().customProperty(GROUP) != HISTORY]


def _ordered(project: QgsProject) -> list[QgsMapLayer]:
    """Our layers from the topmost down; on paper boundaries lie on the streets, and fills below the signs that they would darken."""
    ours = [layer for layer in project.layerTreeRoot().layerOrder() if layer.customProperty(ROLE)]
    return sorted(ours, key=lambda layer: TURNS.get(_kind(layer), 0))


def _kind(layer: QgsMapLayer) -> str:
    return str(layer.customProperty(ROLE, "")).partition(":")[0]


def _load(layout: QgsPrintLayout, path: Path) -> None:
    """The template with a font that this computer has."""
    family = next((name for name in FONTS if QFontInfo(QFont(name)).family() == name), FONT)
    document = QDomDocument()
    document.setContent(QByteArray(path.read_text(encoding="utf-8").replace(FONT, family).encode("utf-8")))
    layout.loadFromTemplate(document, QgsReadWriteContext())


def _free_name(project: QgsProject, wanted: str) -> str:
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    return next(name for name in (wanted, *(f"{wanted} {number}" for number in range(2, len(taken) + 3))) if name not in taken)


def _tell(layout: QgsPrintLayout, facts: Facts, areas: QgsVectorLayer, drawn: list[QgsMapLayer]) -> None:
    categories = [field.name()[: -len("_rate")] for field in areas.fields() if field.name().endswith("_rate")]
    aliases = {field.name(): field.alias() for layer in (*drawn, areas) for field in layer.fields()}
    named = {**told_names(aliases), **category_names(legend_language())}
    words = {
        "district": facts.district,
        "profile": facts.profile,
        "walker": facts.walker,
        "made": facts.made,
        "sources": _sources(drawn),
        "categories": ";".join(categories),
        "names": ";".join(named.get(category, category).replace(";", ",") for category in categories),
    }
    for name, said in words.items():
        if said:
            QgsExpressionContextUtils.setLayoutVariable(layout, f"community3d_{name}", said)


def _sources(layers: Iterable[QgsMapLayer]) -> str:
    """Where the data come from and under which licence, as their tables say."""
    found: dict[str, None] = {}
    for layer in layers:
        places = (layer.fields().indexOf(name) for name in ("source", "licence"))
        for place in (place for place in places if place >= 0):
            found.update(dict.fromkeys(sorted(map(str, layer.uniqueValues(place, MOST_SOURCES)))))
    known = [value for value in found if value not in ("", "NULL", "None")]
    return "; ".join(known[:MOST_SOURCES])


def _fill(layout: QgsPrintLayout, drawn: list[QgsMapLayer], around: list[QgsMapLayer], areas: QgsVectorLayer) -> None:
    """Maps and legend; every map shows the whole district until an atlas turns its pages."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            item.setCrs(areas.crs())
            item.setLayers(around if item.id() == "overview" else drawn)
            item.setKeepLayerSet(True)
            extent = QgsRectangle(areas.extent())
            extent.scale(MARGIN)
            item.zoomToExtent(extent)
        elif isinstance(item, QgsLayoutItemLegend):
            _fill_legend(item, _explained(drawn, paged=layout.atlas().enabled()))


def _explained(drawn: list[QgsMapLayer], *, paged: bool) -> list[QgsMapLayer]:
    """What needs a legend; the coverage of areas explains their outlines too, and a small page has room for what differs."""
    twice = ("areas",) if any(_kind(layer) == "areas_out" for layer in drawn) else ()
    plain = ("streets", "land") if paged else ()
    return [layer for layer in drawn if _kind(layer) not in (*NOT_IN_LEGENDS, *twice, *plain)]


def _fill_legend(legend: QgsLayoutItemLegend, layers: list[QgsMapLayer]) -> None:
    legend.setAutoUpdateModel(False)
    model = legend.model()
    root: QgsLayerTreeGroup = model.rootGroup()
    root.clear()
    for layer in layers:
        node = root.addLayer(layer)
        if _kind(layer) in LEGEND_MM:
            _resize(node, layer, LEGEND_MM[_kind(layer)])
            model.refreshLayerLegend(node)
        if _kind(layer) == "areas":  # the entry “Communities” says all that the title “Community” would
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    legend.setLegendFilterByMapEnabled(True)
    legend.adjustBoxSize()


def _resize(node: QgsLayerTreeLayer, layer: QgsVectorLayer, size_mm: float) -> None:
    """The signs of a legend in one size, which on the map follows the scale."""
    for number, entry in enumerate(layer.renderer().legendSymbolItems()):
        if not isinstance(entry.symbol(), QgsMarkerSymbol):
            continue
        sign = entry.symbol().clone()
        for each in range(sign.symbolLayerCount()):
            sign.symbolLayer(each).setDataDefinedProperties(QgsPropertyCollection())
            sign.symbolLayer(each).setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        sign.setSize(size_mm)
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, number, sign)


def _turn_pages(layout: QgsPrintLayout, areas: QgsVectorLayer, ledgers: list[QgsMapLayer]) -> None:
    """One page for each community, or each area of the next level that there is; doorplates of other areas are left out."""
    levels = areas.uniqueValues(areas.fields().indexOf("level"))
    level = next((level for level in LEVELS if level in levels), LEVELS[0])
    atlas = layout.atlas()
    atlas.setCoverageLayer(areas)
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression(f"\"level\" = '{level}'")
    atlas.setEnabled(True)
    clipping = layout.itemById("map").atlasClippingSettings()
    clipping.setEnabled(bool(ledgers))
    clipping.setRestrictToLayers(True)
    clipping.setLayersToClip(ledgers)
