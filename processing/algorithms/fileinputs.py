"""Parameters of the imports: a file or layer, its encoding, columns and coordinates, declared once with label and help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from ...i18n import tr
from ..compat import VECTOR
from .brought import FILES
from .parameters import Parameter, choice, helped, string

YAML_FILTER = "YAML (*.yaml *.yml)"


def file_or_layer(key: str, label: str, words: str) -> Parameter:
    """A layer of the project, or any file that we read ourselves; compute gets it as Brought."""
    parameter = QgsProcessingParameterFeatureSource(key, label, [VECTOR])
    parameter.setMetadata({FILES: True})
    return helped(parameter, words)


def encoding() -> Parameter:
    """The encoding of the file's texts."""
    entries = {"auto": tr("Automatic"), "UTF-8": "UTF-8", "GB18030": "GB18030 / GBK", "Big5": "Big5", "UTF-16": "UTF-16"}
    return choice("ENCODING", tr("File encoding"), tr("The guess is reported."), entries, "auto")


def coordinates() -> Parameter:
    """What the numbers of its coordinates are."""
    words = tr("What the numbers mean: auto, WGS84, CGCS2000, GCJ-02, BD-09 or an authid such as EPSG:4549. Auto takes what the file says.")
    return string("COORDINATES", tr("Coordinates"), words, "auto")


def fields() -> Parameter:
    """Which column is which."""
    words = tr("Pairs like “address=地址; building=楼栋号”, or a file that an earlier run wrote; empty: by the alias table.")
    return string("FIELDS", tr("Column mapping"), words)


def own_words() -> Parameter:
    """The user's own names and words."""
    words = tr("A file with names of columns, words of values and layers of drawings that come before the shipped ones.")
    parameter = QgsProcessingParameterFile("WORDS", tr("Own names and words"), extension="yaml", optional=True)
    return helped(parameter, words, advanced=True)


def mapping_file() -> Parameter:
    """Where the mapping of columns is kept."""
    return QgsProcessingParameterFileDestination("MAPPING_FILE", tr("Mapping of columns"), YAML_FILTER, None, True, False)


def rejected() -> Parameter:
    """The rows that could not be loaded; the dialog asks for them unless told not to."""
    return QgsProcessingParameterVectorDestination("REJECTED", tr("Rejected rows"), VECTOR, None, True, True)
