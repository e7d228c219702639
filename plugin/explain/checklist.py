"""Puts an explained doorplate among the problems of the workspace, to be checked in the field."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry

from ...i18n import tr
from ...processing.layering import opened
from ..binding import Binding
from .doorplate import Doorplate

TO_CHECK = "on_site"
RULE = "explained"


def add(binding: Binding, doorplate: Doorplate, words: str) -> str:
    """Add the doorplate once; what is said to the person."""
    if binding.path is None:
        return tr("No workspace is open, so there is no check list. Open one in the panel.")
    layer = opened(binding.source("problems"), "problems")
    if not layer.isValid():
        return tr("The workspace has no problem list yet. Run the checks of step ② first.")
    name = f"{RULE}/{doorplate.id}"
    if any(row["problem_id"] == name for row in layer.getFeatures()):
        return tr("{address} is on the check list already.").format(address=doorplate.address)
    row = QgsFeature(layer.fields())
    values = {
        "problem_id": name,
        "table": "doorplates",
        "row": doorplate.id,
        "rule": RULE,
        "severity": "note",
        "message": words,
        "state": TO_CHECK,
        "place": doorplate.address,
    }
    for column, value in values.items():
        if layer.fields().lookupField(column) >= 0:
            row[column] = value
    row.setGeometry(QgsGeometry.fromPointXY(doorplate.place))
    added, _ = layer.dataProvider().addFeatures([row])
    if not added:
        return tr("The check list cannot be written. Close other programs that use {path}.").format(path=binding.path)
    return tr("{address} is on the check list.").format(address=doorplate.address)
