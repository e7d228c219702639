"""Words of the report on data quality: columns, uses, verdicts, severities."""

from __future__ import annotations

from typing import Union

from ....layers.words import Text, text
from ...engine.uses import COVERAGE, RESERVED, SCENE, STAFFING, UNUSABLE, USABLE

LONGEST = 300  # characters of a value that is shown

USES = {
    COVERAGE: text("Coverage check"),
    STAFFING: text("Grid staffing"),
    SCENE: text("3D scene"),
}
VERDICTS = {USABLE: text("Usable"), RESERVED: text("Usable with reservations"), UNUSABLE: text("Not usable")}
VERDICT_LOOKS = {USABLE: "pass", RESERVED: "no_data", UNUSABLE: "fail"}
SEVERITIES = {"error": text("Error"), "warning": text("Warning"), "note": text("Note")}
COLUMNS = {
    "address": text("Address"),
    "number": text("House number"),
    "households": text("Households"),
    "residents": text("Residents"),
    "community_code": text("Community code"),
    "grid_code": text("Grid code"),
    "building_id": text("Building id"),
    "name": text("Name"),
    "parent_code": text("Code of the parent"),
    "leader_posts": text("Posts of grid leaders"),
    "worker_posts": text("Posts of grid workers"),
    "updated_at": text("Updated on"),
    "floor_m2": text("Floor area (m²)"),
    "capacity": text("Capacity"),
    "kind": text("Kind of street"),
    "open": text("Opening rule"),
    "estate": text("Estate"),
    "gated": text("Closed estate"),
    "floors": text("Floors"),
    "height_m": text("Height of the building (m)"),
    "use": text("Use of the building"),
    "as_of": text("Surveyed on"),
    "reported_at": text("Reported on"),
}


def column_word(column: str) -> Union[Text, str]:
    """A column in words; one that has none keeps its name."""
    return COLUMNS.get(column, column)


def short(words: object) -> str:
    """A value as it is shown: on one line, no longer than LONGEST."""
    line = " ".join(str(words).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
