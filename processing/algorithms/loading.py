"""Opens results in the project after a run, named and styled."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingLayerPostProcessorInterface

from ...i18n import legend_language
from ...styles import look


@dataclass(frozen=True)
class Layer:
    """A layer to open that is no output of its own: its source string, name and the role that styles it."""

    uri: str
    name: str
    role: str


class Style(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer the style of its role, on the main thread."""

    # QGIS keeps only the C++ half: without this list Python would collect the other.
    _kept: list[Style] = []

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self._kept.append(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:  # noqa: N802
        """Load the style and note the role."""
        path = look.style(self._role, legend_language())
        if path:
            layer.loadNamedStyle(str(path))
        layer.setCustomProperty("community3d/role", self._role)
        layer.triggerRepaint()


def open_after(context: QgsProcessingContext, roles: dict[str, str], results: dict[str, str], layers: tuple[Layer, ...]) -> None:
    """Let QGIS open the written outputs, styled by their roles, and the further layers when the run has ended."""
    _restyle(context, roles, results)
    if context.project() is None:
        return
    for layer in layers:
        details = QgsProcessingContext.LayerDetails(layer.name, context.project(), layer.name)
        details.setPostProcessor(Style(layer.role))
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
