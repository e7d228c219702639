"""Hints that were closed stay closed, until hints are switched on again in the options."""

from __future__ import annotations

from qgis.core import QgsSettings

CLOSED = "community3d/hints_closed"


def is_closed(name: str) -> bool:
    """Whether a person closed this hint."""
    return name in _closed()


def close(name: str) -> None:
    """Do not show this hint again."""
    QgsSettings().setValue(CLOSED, ",".join(sorted({*_closed(), name})))


def show_again() -> None:
    """All hints come back."""
    QgsSettings().remove(CLOSED)


def _closed() -> list[str]:
    return [name for name in str(QgsSettings().value(CLOSED, "") or "").split(",") if name]
