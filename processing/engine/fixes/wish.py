"""One decision to mend a problem."""

from __future__ import annotations

from dataclasses import dataclass

import shapely


@dataclass(frozen=True)
class Wish:
    """The problem to mend: its rule, the row and the other row by their ids, and where it is."""

    problem_id: str
    table: str
    rule: str
    row: str | None
    other: str | None
    place: shapely.Geometry | None

    @property
    def rows(self) -> tuple[str, str]:
        """Both ids."""
        return (self.row or "", self.other or "")
