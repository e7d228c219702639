"""The kinds of facility that a table may name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .yaml_text import read_yaml

TABLE = Path(__file__).parent / "facility_types.yaml"
SEPARATORS = re.compile(r"[,;、，；|\s]+")


@dataclass(frozen=True)
class FacilityType:
    """One kind of facility: its names and its field (education, health, …; a whole service has none)."""

    id: str
    name_zh: str
    name_en: str
    field: str = ""

    def name(self, language: str) -> str:
        """The name in zh or en."""
        return self.name_zh if language == "zh" else self.name_en


@cache
def facility_types() -> dict[str, FacilityType]:
    """All kinds by id, in the table's order; the whole services, which name a category, come last."""
    content = read_yaml(TABLE.read_text(encoding="utf-8"))
    rows = {**content["types"], **content["services"]}
    return {name: FacilityType(name, row["zh"], row["en"], row.get("field", "")) for name, row in rows.items()}


def split_services(words: str) -> list[str]:
    """The ids in a text, separated by , ; 、 or ， in lower case, each once."""
    return list(dict.fromkeys(filter(None, SEPARATORS.split(words.strip().lower()))))


@cache
def known_types() -> frozenset[str]:
    """Every id that a facility may name without a profile of one's own."""
    return frozenset(facility_types())
