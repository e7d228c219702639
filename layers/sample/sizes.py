"""The sizes a sample district comes in."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError
from ..words import text


@dataclass(frozen=True)
class Size:
    """How large a district is and how finely its doorplates stand."""

    doorplates: int  # about
    columns: int  # superblocks between main roads, west to east
    rows: int
    spacing_m: float
    canal_band: int  # superblocks between two west-east canals
    old_quarters: int
    old_superblocks: int  # in each of them
    plates_per_building: int  # at most; a building with more entrances shares its plates
    subdistrict_superblocks: int
    communities: int  # about
    grids: int
    outside_superblocks: int = 2
    use_spacing: float = 1.0  # factor on the metres between two schools, two parks …


SIZES = {
    "small": Size(500, 3, 2, 372, 4, 1, 1, 1, 99, 4, 12, outside_superblocks=3, use_spacing=1.1),
    "medium": Size(20_000, 11, 8, 460, 3, 1, 15, 9, 22, 24, 110),
    "large": Size(500_000, 50, 38, 460, 4, 20, 15, 9, 45, 560, 2600),
}


def size_of(word: str) -> Size:
    """The size of that name; raises InputError with the known ones."""
    if word not in SIZES:
        raise InputError(text("Unknown size “{size}” of the sample district. Known sizes: {known}.", size=word, known=", ".join(SIZES)))
    return SIZES[word]
