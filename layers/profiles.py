"""Standards profiles and walkers: which services count, how far, by which clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from .area_rules import AreaRule, Confirmation, Requirement
from .errors import InputError
from .penalties import NO_PENALTIES, Penalties
from .words import text

PROFILE_IDS = ("tdt1063", "gb50180", "mofcom_basic", "mofcom_quality", "wanzheng2020", "jiangsu", "shanghai2016", "seed_claim")
FOLDER = Path(__file__).parent / "profiles"
MINUTES, METRES = "min", "m"
CONFIRMED, USER = "confirmed", "user"  # a public text was read; the user's own figure
SEED = "seed"  # what a case says of itself, quoted to be tested


@dataclass(frozen=True)
class Category:
    """One service that is judged: the facility types that count and the limit on foot."""

    id: str
    name_zh: str
    name_en: str
    types: tuple[str, ...]
    limit: float
    unit: str  # MINUTES or METRES
    target: float | None = None  # share 0 to 1; None: no target is stated
    compare: str = ">="
    glyph: str = ""
    shape: str = "circle"
    source: str = ""
    clause: str = ""
    confidence: str = ""
    confirmation: Optional[Confirmation] = None
    tier: Optional[int] = None  # minutes of the living circle that the line belongs to; tiers do not replace one another
    circle_m: Optional[float] = None  # the radius that the text itself draws beside its limit

    def name(self, language: str) -> str:
        """The name in zh or en."""
        return self.name_zh if language == "zh" else self.name_en


@dataclass(frozen=True)
class Profile:
    """A set of categories with its title and where its figures come from; inactive lines judge nothing."""

    id: str
    title_zh: str
    title_en: str
    categories: tuple[Category, ...]
    target_source: str = ""  # "profile", "user" (本级设定) or ""
    inactive: tuple[Category, ...] = ()
    area_rules: tuple[AreaRule, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    service_space_types: tuple[str, ...] = ()
    penalties: Penalties = NO_PENALTIES

    def title(self, language: str) -> str:
        """The title in zh or en."""
        return self.title_zh if language == "zh" else self.title_en

    def category(self, category_id: str) -> Category:
        """The category of that id."""
        return next(category for category in self.categories if category.id == category_id)


@dataclass(frozen=True)
class Walker:
    """A speed on the flat and who walks it."""

    id: str
    speed_ms: float
    name_zh: str
    name_en: str
    source: str = ""
    confidence: str = ""
    hurries_downhill: bool = True  # walks faster downhill than on the flat


# From standards.yaml: walking.profiles
WALKERS = {
    walker.id: walker
    for walker in (
        Walker("planning", 1.0, "规划默认", "Planning", "300 m in 5 min, GB 50180-2018", "confirmed"),
        Walker("adult", 1.2, "成年人", "Adult", "design speed of crossings", "memory_medium"),
        Walker("fast", 1.4, "快步", "Fast", "Tobler on the flat, 5.04 km/h", "memory_medium"),
        Walker("older", 0.8, "老年人", "Older", "65 to 74 years: 0.80 m/s (Bath, n = 768)", "confirmed", False),
        Walker("frail", 0.6, "体弱", "Frail", "frail: 0.64 m/s (Bath)", "confirmed", False),
        Walker("child", 1.0, "儿童", "Child", "assumed", "memory_low"),
    )
}


def walker(walker_id: str) -> Walker:
    """The walker of that id; raises InputError with the known ids."""
    if walker_id not in WALKERS:
        raise InputError(text("Unknown walker “{id}”. Known walkers: {known}.", id=walker_id, known=", ".join(WALKERS)))
    return WALKERS[walker_id]


def profile(profile_id: str) -> Profile:
    """The shipped profile of that id; raises InputError with the known ids, or where it states no walk that may be judged."""
    return _with_walks(standard(profile_id))


def read_profile(path: Path) -> Profile:
    """A profile from a YAML file; raises InputError with all its faults, or where it states no walk that may be judged."""
    from .profile_file import read_standard

    return _with_walks(read_standard(path))


def standard(profile_id: str) -> Profile:
    """As profile, but one that states no walk will do: its area rules can be judged."""
    from .profile_file import read_standard

    if profile_id not in PROFILE_IDS:
        raise InputError(text("Unknown profile “{id}”. Known profiles: {known}.", id=profile_id, known=", ".join(PROFILE_IDS)))
    return read_standard(FOLDER / f"{profile_id}.yaml")


def _with_walks(found: Profile) -> Profile:
    if found.categories:
        return found
    if not found.inactive:
        raise InputError(
            text("The profile {id} holds rules for floor space and no walking limits. Choose another, for example tdt1063.", id=found.id)
        )
    raise InputError(
        text(
            "The limits of the profile {id} are not confirmed against the standard's text, so none is judged. Copy its file {file}; in the "
            "lines you have checked state confirmed_by, confirmed_on and text_seen, write active: true; give the copy as PROFILE_FILE.",
            id=found.id,
            file=f"layers/profiles/{found.id}.yaml",
        )
    )


def with_targets(base: Profile, targets: str) -> Profile:
    """The profile with targets in percent where it states none: "elderly=80;park=80;*=90"."""
    if not targets.strip():
        return base
    wanted = _parse_targets(base, targets)
    categories = tuple(
        replace(category, target=wanted.get(category.id, wanted.get("*"))) if category.target is None else category
        for category in base.categories
    )
    return replace(base, categories=categories, target_source="user")


def _parse_targets(base: Profile, targets: str) -> dict[str, float]:
    known = {category.id for category in base.categories} | {"*"}
    wanted, problems = {}, []
    for pair in filter(None, (part.strip() for part in re.split(r"[;；]", targets))):
        name, _, value = (part.strip() for part in pair.partition("="))
        if name not in known:
            words = text(
                "TARGETS names “{name}”, which the profile does not judge. Known: {known}.", name=name, known=", ".join(sorted(known))
            )
            problems.append(words)
        elif not re.fullmatch(r"\d+(\.\d+)?", value) or not 0 < float(value) <= 100:
            problems.append(text("The target “{pair}” is not a percentage above 0 and up to 100. Write for example elderly=80.", pair=pair))
        else:
            wanted[name] = float(value) / 100
    if problems:
        raise InputError(*problems)
    return wanted
