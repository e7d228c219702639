"""Doorplates whose answer turns with a small change, as findings worth a visit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ...layers.errors import InputError
from ...layers.problems import NOTE, Problem
from ...layers.words import text
from .betweentables import MOST_LISTED
from .ledger import firm_column
from .sensitivity import BORDERLINE

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.profiles import Profile


def borderline_problems(ledger: gpd.GeoDataFrame, profile: Profile, *, language: str) -> Iterator[Problem]:
    """One finding for each doorplate with a borderline answer, with its categories.

    Raises InputError where the ledger does not say how firm its answers are.
    """
    known = [category for category in profile.categories if firm_column(category.id) in ledger.columns]
    if not known:
        raise InputError(
            text("LEDGER does not say how firm its answers are. Run “Service coverage” with SENSITIVITY and the same profile.")
        )
    names = [category.name_zh if language == "zh" else category.name_en for category in known]
    turns = np.column_stack([(ledger[firm_column(category.id)] == BORDERLINE).to_numpy() for category in known])
    rows = np.flatnonzero(turns.any(axis=1))
    ids, places = ledger["doorplate_id"].to_numpy(object), shapely.point_on_surface(ledger.geometry.to_numpy())
    # Row by row: each names its own categories.
    for row in rows[:MOST_LISTED].tolist():
        said = ", ".join(name for name, turned in zip(names, turns[row]) if turned)
        words = text("The answer turns with a tenth more or less speed, or a longer or shorter access leg: {categories}.", categories=said)
        yield Problem("doorplates", "borderline", NOTE, words, row=str(ids[row]), geometry=places[row])
    if len(rows) > MOST_LISTED:
        further = text("Further rows of the same kind, not listed: {count}.", count=len(rows) - MOST_LISTED)
        yield Problem("doorplates", "borderline", NOTE, further)
