"""LEVELS as a text: a word for each boundary layer, or "community=CODE1, grid=CODE" for the columns of a layer of small areas."""

from __future__ import annotations

import re

from ..errors import InputError
from ..words import Text, text


def level_parts(words: str) -> list[str]:
    """What stands between the commas."""
    return [word.strip() for word in re.split("[,，;；、]", words) if word.strip()]


def refuse_levels(words: str, count: int | None = None) -> None:
    """Raises InputError with all that is wrong with the words, for so many layers where their number is known."""
    parts = level_parts(words)
    pairs = [part for part in parts if "=" in part]
    wrong = [_no_pair(part) for part in parts if pairs and not all(side.strip() for side in part.partition("=")[::2])]
    if not pairs and count and len(parts) > 1 and len(parts) != count:
        words = text(
            "LEVELS states {stated} levels for {count} layers. State one for each, in their order.", stated=len(parts), count=count
        )
        wrong.append(words)
    if wrong:
        raise InputError(*wrong)


def _no_pair(part: str) -> Text:
    return text("“{words}” in LEVELS names no level with its column. Write pairs like community=CODE1, grid=CODE.", words=part)
