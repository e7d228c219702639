"""The twenty terms that a reader of the report needs."""

from __future__ import annotations

from ...layers.words import text
from .blocks import Point

TERMS = (
    Point(text(": one addressed entrance with a place on the map; the unit that is judged."), text("Doorplate")),
    Point(text(": the counting unit of weights; a doorplate has none, one or many."), text("Household")),
    Point(text(": smallest management area inside a community; not a raster cell."), text("Grid")),
    Point(text(": territory of one residents' committee; not an estate."), text("Community")),
    Point(text(": a housing compound, often walled; no administrative unit."), text("Estate")),
    Point(text(": what daily life needs within a walk; judged service by service."), text("Living circle")),
    Point(text(": the area reached within a time; a picture that decides nothing."), text("Isochrone")),
    Point(text(": length along the walking network, with the legs to and from the path."), text("Walking distance")),
    Point(text(": distance between a doorplate and the nearest path; beyond the limit it is not connected."), text("Snap distance")),
    Point(text(": minutes or metres that a service may take."), text("Limit")),
    Point(text(": share of households that should reach a service."), text("Target")),
    Point(text(": households that reach a service ÷ all households."), text("Coverage")),
    Point(text(": one row for every doorplate with metres, minutes, verdict and reason of every service."), text("Coverage ledger")),
    Point(text(": services reached ÷ services judged, of a doorplate or weighted over an area."), text("Completeness")),
    Point(text(": what is certain to what is possible, open questions of the data included."), text("Range")),
    Point(text(": would be reached if every gate were open."), text("Behind a closed gate")),
    Point(text(": a way exists but is longer than the limit."), text("Beyond the walking limit")),
    Point(text(": no way at all, mostly a fault of the data."), text("No way on foot")),
    Point(text(": result of a screening by thresholds, never a decision."), text("Split or merge candidate")),
    Point(text(": an answer that changes with 10 % of walking speed or half the snap limit."), text("Borderline")),
)
