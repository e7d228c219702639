"""Opens results in the project after a run, named and styled."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingLayerPostProcessorInterface

from .. import layering
from ..shownlayers import Layer


class Style(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer the style of its role, on the main thread."""

    # QGIS keeps only the C++ half: without this list Python would collect the other.
    _kept: list[Style] = []

    def __init__(self, role: str, *, district: str = "", seen: bool = True) -> None:
        super().__init__()
        self._role, self._district, self._seen = role, district, seen
        self._kept.append(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:  # noqa: N802
        """Dress the layer, note its role and put it into its group."""
        layering.dress(layer, self._role)
        if context.project() is not None:
            layering.place(context.project(), layer, self._role, district=self._district, seen=self._seen)
        layer.triggerRepaint()


def open_after(context: QgsProcessingContext, roles: dict[str, str], results: dict[str, str], layers: tuple[Layer, ...]) -> None:
    """Let QGIS open the written outputs, styled by their roles, and the further layers when the run has ended."""
    _restyle(context, roles, results)
    if context.project() is None:
        return
    for layer in layers:
        details = QgsProcessingContext.LayerDetails(layer.name, context.project(), layer.name)
        details.setPostProcessor(Style(layer.role, district=layer.district, seen=layer.seen))
        context.addLayerToLoadOnCompletion(layer.uri, details)


def _restyle(context: QgsProcessingContext, roles: dict[str, str], results: dict[str, str]) -> None:
    # QGIS noted the outputs by the path that it was given; ours may carry the table's name.
    waiting = context.layersToLoadOnCompletion()
    by_path = {uri.split("|")[0]: (key, uri) for key, uri in results.items()}
    for given, details in list(waiting.items()):
        key, uri = next(((k, u) for k, u in results.items() if u == given), by_path.get(given.split("|")[0], ("", given)))
        if key in roles:
            details.setPostProcessor(Style(roles[key]))
        waiting[uri] = waiting.pop(given)
    context.setLayersToLoadOnCompletion(waiting)
