"""What the reports of a case state, each figure with the words it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...yaml_text import read_yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """The published figures of a town by their id, and the words that state them."""

    name: str
    source: str
    figures: dict[str, float]
    quotes: dict[str, str]

    def __getitem__(self, fact: str) -> float:
        return self.figures[fact]

    def count(self, fact: str) -> int:
        """A figure that is a whole number."""
        return int(self.figures[fact])


def case_of(town: str) -> Case:
    """The case of a town that has a file here."""
    found = read_yaml((FOLDER / f"{town}.yaml").read_text(encoding="utf-8"))
    facts = found["facts"]
    return Case(
        found["name"], found["source"], {fact["id"]: fact["value"] for fact in facts}, {fact["id"]: fact["quote"] for fact in facts}
    )
