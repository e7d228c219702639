"""A rule of the checks in the words of an office: its name, what a finding means for the results, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from ....layers.words import Text


@dataclass(frozen=True)
class Rule:
    """One rule; outside: somebody has to go and look."""

    name: Union[Text, str]
    meaning: Text
    remedy: Text
    outside: bool = False
