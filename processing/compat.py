"""The one place that asks which QGIS and Qt this is."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessing, QgsProcessingParameterDefinition, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QThread

try:  # Qt 6 moved them
    from qgis.PyQt.QtGui import QAction, QShortcut
except ImportError:
    from qgis.PyQt.QtWidgets import QAction, QShortcut

__all__ = [
    "ADVANCED",
    "GEOMETRY",
    "LINES",
    "OPTIONAL",
    "POINTS",
    "POLYGONS",
    "QUIET_TASK",
    "VECTOR",
    "QAction",
    "QShortcut",
    "is_null",
    "pump_events",
]

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
POINTS = QgsProcessing.SourceType.TypeVectorPoint
LINES = QgsProcessing.SourceType.TypeVectorLine
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
VECTOR = QgsProcessing.SourceType.TypeVector
GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry


# Since 3.26 QGIS can be told to say nothing of its own when a task has ended: what it says would hide our message.
QUIET_TASK = (QgsTask.Flag.CanCancel | QgsTask.Flag.Silent,) if hasattr(QgsTask.Flag, "Silent") else ()


def is_null(value: object) -> bool:
    """Whether an attribute is NULL: None in QGIS 4, a null QVariant before."""
    return value is None or (hasattr(value, "isNull") and callable(value.isNull) and value.isNull())


def pump_events() -> None:
    """Let Ctrl+C reach a run of qgis_process; in the desktop Qt does that itself."""
    application = QCoreApplication.instance()
    if QgsApplication.platform() == "qgis_process" and application and QThread.currentThread() == application.thread():
        QCoreApplication.processEvents()
