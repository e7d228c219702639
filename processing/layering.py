"""Layers in QGIS's project: dressed by their role and put into the groups of their kind. For toolbox and panel alike."""

from __future__ import annotations

from hashlib import sha256

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import legend_language, tr
from ..layers.column_words import parted
from ..layers.schema import LEVELS
from . import dressing
from .shownlayers import AREAS_OF, CIRCLES, DATA, UNREACHED

ROLE, STYLE, GROUP = "community3d/role", "community3d/style", "community3d/group"
TOP, RESULTS_GROUP, PROBLEMS_GROUP, DATA_GROUP, HISTORY = "top", "results", "problems", "data", "history"
# From the top of the tree to its bottom.
TURNS = (RESULTS_GROUP, PROBLEMS_GROUP, DATA_GROUP, HISTORY)
ORDER = ("ledger", UNREACHED, "areas_out", "iso_exceptions", "isochrones", "facilitystandards", "capacity_load")
LOOKS = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Symbology3D
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Rendering
)


def opened(uri: str, name: str) -> QgsVectorLayer:
    """A layer of a file, still in no project; without the style that the file holds, because it will be dressed."""
    options = QgsVectorLayer.LayerOptions(QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    return QgsVectorLayer(uri, name, "ogr", options)


def dress(layer: QgsMapLayer, role: str) -> None:
    """Give a layer looks, names of columns, words of codes, map tip and form of its role, and note the role."""
    layer.setCustomProperty(ROLE, role)
    if not isinstance(layer, QgsVectorLayer):
        return
    names = {}
    if _has_own_words(layer):
        # The file's own style names categories that only it knows, of a profile of one's own.
        layer.loadDefaultStyle()
        names = dressing.told_names({field.name(): field.alias() for field in layer.fields()})
    columns = [field.name() for field in layer.fields() if field.name() != "fid"]
    document = QDomDocument()
    document.setContent(QByteArray(dressing.dressed(role, columns, legend_language(), tr, names).encode("utf-8")))
    layer.importNamedStyle(document)
    layer.setCustomProperty(STYLE, look_of(layer))


def _has_own_words(layer: QgsVectorLayer) -> bool:
    known = dressing.category_names(legend_language())
    return any(dressing.told_of(field.name()) and not parted(field.name(), known)[0] for field in layer.fields())


def look_of(layer: QgsVectorLayer) -> str:
    """What tells that a layer's looks have been changed."""
    document = QDomDocument()
    layer.exportNamedStyle(document, categories=LOOKS)
    return sha256(document.toString().encode("utf-8")).hexdigest()[:16]


def is_changed(layer: QgsVectorLayer) -> bool:
    """Whether a person gave the layer other looks than ours."""
    noted = layer.customProperty(STYLE)
    return bool(noted) and noted != look_of(layer)


def place(project: QgsProject, layer: QgsMapLayer, role: str, *, district: str = "", seen: bool = True) -> None:
    """Put a layer of the project into the group of its role, wherever QGIS has put it."""
    there = project.layerTreeRoot().findLayer(layer.id())
    group = group_of(top_group(project, district), role)
    node = QgsLayerTreeLayer(layer)
    node.setItemVisibilityChecked(seen)
    node.setExpanded(False)
    group.insertChildNode(_index(group, role, but=layer), node)
    # Last, because QGIS takes a layer out of the project when it leaves the tree.
    if there is not None:
        there.parent().removeChildNode(there)


def top_group(project: QgsProject, district: str = "") -> QgsLayerTreeGroup:
    """The plugin's group of a district, made where it is missing; the first of ours where no district is named."""
    root = project.layerTreeRoot()
    title = f"{tr('Community 3D')} · {district}" if district else tr("Community 3D")
    ours = [child for child in root.children() if child.customProperty(GROUP) == TOP]
    fitting = [group for group in ours if group.name() == title] or ([] if district else ours)
    if fitting:
        return fitting[0]
    return _made(root, 0, title, TOP)


def group_of(top: QgsLayerTreeGroup, role: str) -> QgsLayerTreeGroup:
    """The group of a role inside the plugin's own."""
    kind = _kind(role)
    if kind == "problems":
        return subgroup(top, PROBLEMS_GROUP)
    if kind == "areas":
        return subgroup(subgroup(top, DATA_GROUP), AREAS_OF)
    if kind in DATA:
        return subgroup(top, DATA_GROUP)
    results = subgroup(top, RESULTS_GROUP)
    return subgroup(results, CIRCLES) if role.startswith("isochrones:") else results


def subgroup(parent: QgsLayerTreeGroup, name: str) -> QgsLayerTreeGroup:
    """A group inside another, made at its place where it is missing."""
    for child in parent.children():
        if child.customProperty(GROUP) == name:
            return child
    titles = {
        RESULTS_GROUP: tr("④ Results"),
        PROBLEMS_GROUP: tr("② Problems"),
        DATA_GROUP: tr("① Data"),
        HISTORY: tr("Earlier"),
        AREAS_OF: tr("Areas"),
        CIRCLES: tr("Isochrones"),
    }
    index = len(parent.children())
    if name in TURNS:
        later = TURNS[TURNS.index(name) + 1 :]
        index = next((k for k, child in enumerate(parent.children()) if child.customProperty(GROUP) in later), index)
    group = _made(parent, index, titles[name], name)
    group.setExpanded(name in (RESULTS_GROUP, PROBLEMS_GROUP, DATA_GROUP))
    return group


def _made(parent: QgsLayerTreeGroup, index: int, title: str, name: str) -> QgsLayerTreeGroup:
    group = parent.insertGroup(index, title)
    group.setCustomProperty(GROUP, name)
    return group


def _index(group: QgsLayerTreeGroup, role: str, *, but: QgsMapLayer) -> int:
    """Where a role's layer goes: before the first other one whose turn is later."""
    turn = _turn(role)
    for index, child in enumerate(group.children()):
        layer = child.layer() if hasattr(child, "layer") else None
        if layer is but:
            continue
        if layer is None or _turn(str(layer.customProperty(ROLE, ""))) > turn:
            return index
    return len(group.children())


def _turn(role: str) -> int:
    kind, _, level = role.partition(":")
    if kind == "areas":
        return -LEVELS.index(level) if level in LEVELS else -len(LEVELS)
    order = DATA if kind in DATA else ORDER
    # What was just asked for comes first.
    return order.index(kind) if kind in order else -1


def _kind(role: str) -> str:
    return role.partition(":")[0]
