"""What a ledger's profile and walker mean, found again from their ids: titles, limits, speed."""

from __future__ import annotations

from ..i18n import legend_language
from ..layers.profiles import PROFILE_IDS, WALKERS, standard


def profile_title(profile: str) -> str:
    """The profile's title in QGIS's language; its id where it is a person's own."""
    if profile not in PROFILE_IDS:
        return profile
    found = standard(profile)
    return found.title_zh if legend_language() == "zh" else found.title_en


def walker_title(walker: str) -> str:
    """The walker's name in QGIS's language."""
    known = WALKERS.get(walker)
    return walker if known is None else known.name_zh if legend_language() == "zh" else known.name_en


def walker_speed(walker: str) -> float | None:
    """Metres a second; None where the walker is not known."""
    known = WALKERS.get(walker)
    return None if known is None else known.speed_ms


def limits(profile: str) -> dict[str, tuple[float, str]]:
    """The limit of every category and its unit, min or m."""
    if profile not in PROFILE_IDS:
        return {}
    found = standard(profile)
    return {line.id: (float(line.limit), line.unit) for line in (*found.inactive, *found.categories)}
