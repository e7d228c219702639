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
from .parameters import Parameter, choice, helped, source, string

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
    words = tr("Auto, WGS84, CGCS2000, GCJ-02, BD-09 or a code such as EPSG:4549. Auto: as the file says, else as REFERENCE tells.")
    return string("COORDINATES", tr("Coordinates"), words, "auto")


def reference() -> Parameter:
    """Where the points should lie."""
    words = tr("Areas, streets or buildings known to be right; tells what the coordinates are and whether they are shifted.")
    return source("REFERENCE", tr("Reference layer"), words, [VECTOR], optional=True)


def x_field() -> Parameter:
    """The column of the eastward coordinate."""
    return string("X_FIELD", tr("X (east) column"), tr("Empty: recognised by name and value; swapped axes are noticed."))


def y_field() -> Parameter:
    """The column of the northward coordinate."""
    return string("Y_FIELD", tr("Y (north) column"), tr("Empty: recognised by name and value; swapped axes are noticed."))


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
