"""Who needs a place in the facilities of a category: a group of people, and the share of it.

Elderly care is for the elderly (60 and older), schools and nurseries for children, everything else for all residents. Of
the 15 years of childhood (0 to 14) nurseries, kindergartens, primary and junior secondary schools take 3, 3, 6 and 3: an
even age structure is assumed, and DEMAND says otherwise: "elderly=elderly*0.03; primary_school=children*0.4; *=residents".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...layers.errors import InputError
from ...layers.profiles import Category, Profile
from ...layers.words import Text, text
from .people import CHILDREN, ELDERLY, HOUSEHOLDS, RESIDENTS

GROUPS = (HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN)
EVERY = "*"


@dataclass(frozen=True)
class Eligible:
    """A group and the share of it that needs a place."""

    group: str
    share: float = 1.0
    assumed: bool = False  # nobody said so

    @property
    def words(self) -> str:
        """As DEMAND says it."""
        return f"{self.group}*{self.share:g}"


EVERYBODY, ELDERS = Eligible(RESIDENTS, assumed=True), Eligible(ELDERLY, assumed=True)
THREE_YEARS, SIX_YEARS = Eligible(CHILDREN, 3 / 15, assumed=True), Eligible(CHILDREN, 6 / 15, assumed=True)
OF_TYPES = {
    **dict.fromkeys(("day_care_elderly", "nursing_home", "elderly_care_home", "elderly_institution", "elderly"), ELDERS),
    **dict.fromkeys(("nursery", "childcare_point", "kindergarten", "junior_secondary", "secondary_school"), THREE_YEARS),
    "primary_school": SIX_YEARS,
}


def eligible(profile: Profile, words: str = "") -> dict[str, Eligible]:
    """Who needs a place, by category; words as in DEMAND. Raises InputError with all that is wrong in them."""
    stated = _parsed(words, profile)
    return {category.id: stated.get(category.id, stated.get(EVERY, usual(category))) for category in profile.categories}


def usual(category: Category) -> Eligible:
    """Who needs a place where nobody says otherwise: the one answer of all its types, else everybody."""
    answers = {OF_TYPES.get(name, EVERYBODY) for name in category.types or (category.id,)}
    return answers.pop() if len(answers) == 1 else EVERYBODY


def _parsed(words: str, profile: Profile) -> Mapping[str, Eligible]:
    known = [*(category.id for category in profile.categories), EVERY]
    found, wrong = {}, []
    for pair in filter(None, (part.strip() for part in re.split(r"[;；]", words))):
        name, _, need = (part.strip() for part in pair.partition("="))
        match = re.fullmatch(r"([a-z]+)(?:\s*[*×]\s*(\d+(?:\.\d+)?))?", need)
        share = float(match[2] or 1) if match else 0.0
        if name not in known:
            wrong.append(_unknown_category(name, known))
        elif match is None or match[1] not in GROUPS or share <= 0:
            wrong.append(_no_group(pair))
        else:
            found[name] = Eligible(match[1], share)
    if wrong:
        raise InputError(*wrong)
    return found


def _unknown_category(name: str, known: list[str]) -> Text:
    return text("DEMAND names “{name}”, which the profile does not judge. Known: {known}.", name=name, known=", ".join(known))


def _no_group(pair: str) -> Text:
    return text(
        "“{pair}” in DEMAND is not a group times a share above 0. Groups: {known}. Write for example elderly=elderly*0.03.",
        pair=pair,
        known=", ".join(GROUPS),
    )
