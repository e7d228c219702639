"""What OpenStreetMap's tags mean, read from the editable table osm_tags.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TAG_TABLE = Path(__file__).parent / "osm_tags.yaml"


@dataclass(frozen=True)
class StreetKind:
    """A highway word: whether it may be walked, and the speed on it as a factor of the walker's."""

    walkable: bool = True
    factor: float = 1.0


UNKNOWN_KIND = StreetKind()


def read_tag_table(path: Path = TAG_TABLE) -> dict:
    """The whole table as it stands in the file."""
    import yaml

    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def street_kinds() -> dict[str, StreetKind]:
    """Highway words and what they mean on foot; take UNKNOWN_KIND for a word that is not among them."""
    return {kind: StreetKind(row["walkable"], float(row["factor"])) for kind, row in read_tag_table()["streets"].items()}
