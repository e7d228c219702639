"""The parameters of the walking algorithms as the engine's settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers import profiles
from ...layers.penalties import parse_penalties
from ...layers.priorities import parse_priorities

if TYPE_CHECKING:
    from ..engine.results import Figures, Settings


def chosen_profile(profile: str, profile_file: Path | None, targets: str = "") -> profiles.Profile:
    """The profile of a run: the user's own file or the shipped one, with the targets given."""
    base = profiles.read_profile(profile_file) if profile_file else profiles.profile(profile)
    return profiles.with_targets(base, targets)


def settings(
    effective: dict[str, Any],
    *,
    walker: str,
    profile: str = "tdt1063",
    profile_file: Path | None = None,
    targets: str = "",
    penalties: str = "",
    priorities: str = "",
    **walking: Any,
) -> Settings:
    """The settings of a run; its short hash is that of the effective inputs."""
    from ..engine.check import run_hash
    from ..engine.results import Settings

    chosen = chosen_profile(profile, profile_file, targets)
    slowed = parse_penalties(penalties, chosen.penalties)
    first = parse_priorities(priorities)
    return Settings(chosen, profiles.walker(walker), penalties=slowed, priorities=first, run=run_hash(effective), **walking)


def headline(figures: Figures, chosen: Settings) -> dict[str, Any]:
    """What a walking algorithm returns: first what to know before reading, then the key figures."""
    from ..engine.figures import outputs
    from ..engine.results import ESTIMATE

    word = estimate_word() if chosen.method == ESTIMATE else first_word(chosen.profile)
    return {"FIRST_WORD": word, **outputs(figures)}


def estimate_word() -> str:
    """What to know before reading an estimate."""
    return tr("Estimate: straight lines × the detour factor around walls, water and rail. All figures are estimated; no verdicts.")


def first_word(profile: profiles.Profile) -> str:
    """Whether and by whose targets the figures are judged."""
    if any(category.target is not None for category in profile.categories):
        own = tr("Verdicts rest on targets that the office set itself (TARGETS).")
        return own if profile.target_source == "user" else tr("Verdicts rest on the targets of the standard.")
    return tr("The standard states no targets: figures without verdicts. Give TARGETS to judge.")
