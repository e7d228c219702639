"""The layers of the workspace and its results in the project: groups, names, styles; a new run takes the places of the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsReferencedRectangle, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from ..i18n import legend_language, tr
from ..processing.dressing import category_names
from ..processing.layering import DATA, GROUP, HISTORY, ROLE, TOP, dress, is_changed, opened, place
from ..processing.shownlayers import Layer, result_layers, workspace_layers

if TYPE_CHECKING:
    from .desk import Desk

RUN, MADE, NAME = "community3d/run", "community3d/made", "community3d/name"
KEEP_HISTORY = "community3d/keep_history"
OF_DATA = ("problems", "areas", *DATA)


class LayerTree:
    """Shows a workspace or a result: one layer a role, replaced in place by the next run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: list[Iterator[None]] = []
        self.stale = False
        QgsProject.instance().cleared.connect(self._stop)

    def show_workspace(self, path: Path) -> None:
        """Open the tables of a workspace."""
        self._later(self._show_workspace(Path(path)))

    def show_result(self, path: Path) -> None:
        """Open what a run decided; its inputs only where the workspace does not show them already."""
        self._later(self._show_result(Path(path)))
        self.mark_stale(False)

    def layer(self, role: str) -> QgsVectorLayer | None:
        """The layer of a role that is no earlier result."""
        return next((layer for layer in _ours() if layer.customProperty(ROLE) == role and not _is_history(layer)), None)

    def mark_stale(self, stale: bool) -> None:
        """Say in the names of the results that they no longer fit their inputs, or that they do."""
        self.stale = stale
        for layer in _ours():
            if _kind(layer) in OF_DATA or _is_history(layer):
                continue
            name = str(layer.customProperty(NAME, "")) or layer.name()
            layer.setCustomProperty(NAME, name)
            layer.setName(tr("{name} (out of date)").format(name=name) if stale else name)

    @property
    def busy(self) -> bool:
        """Whether layers are still to come: they are opened one by one, so that windows stay alive."""
        return bool(self._waiting)

    def remove(self) -> None:
        """Open no more layers."""
        self._stop()
        QgsProject.instance().cleared.disconnect(self._stop)

    def _later(self, steps: Iterator[None]) -> None:
        if not self._waiting:
            self._desk.iface.mapCanvas().freeze(True)
            QTimer.singleShot(0, self._go_on)
        self._waiting.append(steps)

    # What is shown depends on what stands there, so it is decided when its turn has come.

    def _show_workspace(self, path: Path) -> Iterator[None]:
        judged = any(_kind(layer) == "problems" and _file(layer) == self._desk.binding.result for layer in _ours())
        wanted = [each for each in workspace_layers(path) if not (judged and each.kind == "problems")]
        yield
        yield from self._show(wanted, path)

    def _show_result(self, path: Path) -> Iterator[None]:
        shown = {layer.customProperty(ROLE) for layer in _ours() if _file(layer) == self._desk.binding.path}
        results = [each for each in result_layers(path) if each.kind == "problems" or each.role not in shown]
        yield
        if _keeps_history():
            self._move_to_history(path)
            yield
        yield from self._show(results, path)

    def _show(self, wanted: list[Layer], path: Path) -> Iterator[None]:
        first = not QgsProject.instance().mapLayers()
        category_names(legend_language())  # reads all profiles, once a session
        yield
        for each in sorted(wanted, key=lambda each: not each.seen):
            yield from self._show_one(each, path)
            yield
        self._take_away({each.role for each in wanted}, path)
        if first:
            yield
            self._zoom()

    def _go_on(self) -> None:
        """Work off one step of what waits, then let windows answer: QGIS alone takes a twentieth of a second to open a layer."""
        if not self._waiting:
            return
        try:
            if next(self._waiting[0], self) is self:
                self._waiting.pop(0)
        except Exception:  # whatever fails, the canvas must draw again
            self._stop()
            raise
        if self._waiting:
            QTimer.singleShot(0, self._go_on)
        else:
            self._stop()

    def _stop(self) -> None:
        self._waiting.clear()
        canvas = self._desk.iface.mapCanvas()
        canvas.freeze(False)
        canvas.refresh()

    def _show_one(self, wanted: Layer, path: Path) -> Iterator[None]:
        there = self.layer(wanted.role)
        if there is not None:
            yield from self._renew(there, wanted)
            there = self.layer(wanted.role)  # a person may have removed it meanwhile
        if there is None:
            there = opened(wanted.uri, wanted.name)
            if not there.isValid():
                return
            yield
            dress(there, wanted.role)
            yield
            QgsProject.instance().addMapLayer(there, False)
            place(QgsProject.instance(), there, wanted.role, district=wanted.district, seen=wanted.seen)
        there.setCustomProperty(NAME, wanted.name)
        there.setCustomProperty(RUN, wanted.run)
        there.setCustomProperty(MADE, _moment(path))

    def _renew(self, layer: QgsVectorLayer, wanted: Layer) -> Iterator[None]:
        """Give a layer the new source where it stands; its looks too, unless a person changed them."""
        changed, name = is_changed(layer), layer.id()
        yield
        if QgsProject.instance().mapLayer(name) is not None:
            layer.setDataSource(wanted.uri, wanted.name, "ogr")
            yield
        if QgsProject.instance().mapLayer(name) is not None:
            if not changed:
                dress(layer, wanted.role)
            layer.triggerRepaint()

    def _take_away(self, roles: set[str], path: Path) -> None:
        """Remove layers of this file whose table the new run no longer has."""
        gone = [layer for layer in self._of_file(path) if layer.customProperty(ROLE) not in roles and not _is_history(layer)]
        QgsProject.instance().removeMapLayers([layer.id() for layer in gone if str(layer.customProperty(ROLE))])

    def _of_file(self, path: Path) -> list[QgsVectorLayer]:
        return [layer for layer in _ours() if _file(layer) == path]

    def _of_other_files(self, path: Path) -> list[QgsVectorLayer]:
        return [layer for layer in _ours() if _file(layer) != path and not _is_history(layer)]

    def _move_to_history(self, path: Path) -> None:
        """Put the results of another file aside, into a group with the moment they were made."""
        for layer in self._of_other_files(path):
            if _kind(layer) in OF_DATA:
                continue
            node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
            top = _top_of(node)
            if top is None:
                continue
            title = tr("Earlier · {moment}").format(moment=layer.customProperty(MADE, ""))
            group = next((child for child in top.children() if child.name() == title), None) or _history(top, title)
            group.addChildNode(node.clone())
            node.parent().removeChildNode(node)

    def _zoom(self) -> None:
        """Show the whole district; only when the first layers come."""
        found = next((layer for layer in map(self.layer, ("areas_out", "areas:district", "areas:subdistrict", "ledger")) if layer), None)
        if found is not None:
            self._desk.iface.mapCanvas().setReferencedExtent(QgsReferencedRectangle(found.extent(), found.crs()))


def _keeps_history() -> bool:
    return QgsSettings().value(KEEP_HISTORY, False, type=bool)


def _ours() -> list[QgsVectorLayer]:
    """The layers with a role, from the top of the tree to its bottom."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    layers = (node.layer() for node in nodes)
    return [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.customProperty(ROLE)]


def _kind(layer: QgsMapLayer) -> str:
    return str(layer.customProperty(ROLE)).partition(":")[0]


def _file(layer: QgsMapLayer) -> Path:
    return Path(layer.source().partition("|")[0])


def _moment(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime).strftime("%m-%d %H:%M") if path.is_file() else ""


def _is_history(layer: QgsMapLayer) -> bool:
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    return node is not None and node.parent().customProperty(GROUP) == HISTORY


def _top_of(node: QgsLayerTreeLayer | None) -> QgsLayerTreeGroup | None:
    group = node.parent() if node is not None else None
    while group is not None and group.customProperty(GROUP) != TOP:
        group = group.parent()
    return group


def _history(top: QgsLayerTreeGroup, title: str) -> QgsLayerTreeGroup:
    group = top.addGroup(title)
    group.setCustomProperty(GROUP, HISTORY)
    group.setExpanded(False)
    group.setItemVisibilityChecked(False)
    return group
