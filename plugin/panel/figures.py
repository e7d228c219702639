"""How the panel prints numbers: thousands parted by a thin space, shares with one decimal, never rounded to all or none."""

from __future__ import annotations

THIN_SPACE = "\u202f"
MISSING = "—"


def number(value: float | None) -> str:
    """A whole number."""
    return MISSING if value is None else f"{round(value):,}".replace(",", THIN_SPACE)


def share(value: float | None) -> str:
    """A share as per cent; 100 and 0 only when exact."""
    if value is None:
        return MISSING
    printed = f"{int(value * 1000 + 0.5) / 10:.1f}"
    if printed == "100.0" and value < 1:
        return ">99.9%"
    if printed == "0.0" and value > 0:
        return "<0.1%"
    return f"{printed}%"
