"""How any place of the map comes onto the streets, beside the nearest one in sight: estates without paths, and closed gaps of walls."""

from __future__ import annotations

import numpy as np

from ..engine.access import Access
from ..engine.gaps import with_closed_gaps
from ..engine.trails import Trails
from .content import SceneContent
from .ground import GATE_STATES, GROUND_STEP_M
from .place import Place
from .quantise import Column, octets, unsigned
from .shapes import line_columns, point_columns, polygon_columns


def gates_led(trails: Trails) -> Access:
    """The ways onto the streets from the gates of estates without paths, by gate."""
    nothing, nowhere = np.zeros(0, dtype=int), np.zeros(0)
    return Access(nothing, nothing, nowhere, nowhere, 0) if trails.compounds is None else trails.compounds.gates


def way_in_columns(content: SceneContent, place: Place) -> dict[str, Column]:
    """Columns of the gaps in walls that a gate stands in, of the estates without paths and of their gates."""
    return {**_gap_columns(content, place), **_compound_columns(content, place)}


def _gap_columns(content: SceneContent, place: Place) -> dict[str, Column]:
    walls = content.tables.get("walls")
    closed = with_closed_gaps(walls, content.tables.get("gates"), content.tables.get("estates"))
    if closed is None or len(closed) == len(walls):
        return {}
    return line_columns("gap", closed.geometry.to_numpy()[len(walls) :], place, step_m=GROUND_STEP_M)[0]


def _compound_columns(content: SceneContent, place: Place) -> dict[str, Column]:
    compounds, estates = content.trails.compounds, content.table("estates")
    # Trails of another table of estates tell nothing here.
    if compounds is None or compounds.rows.max(initial=-1) >= len(estates):
        return {}
    states = {word: code for code, word in enumerate(GATE_STATES)}
    return {
        **polygon_columns("c", estates.geometry.to_numpy()[compounds.rows], place, step_m=GROUND_STEP_M),
        **point_columns("y", compounds.gate_xy, place),
        "y.estate": unsigned(np.searchsorted(compounds.rows, compounds.estate)),
        "y.open": octets([states[word] for word in compounds.opening]),
    }
