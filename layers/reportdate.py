"""The date that a report bears, as REPORT_DATE gives it."""

from __future__ import annotations

import re
from calendar import monthrange

from .errors import InputError
from .words import text

FORM = re.compile(r"\d{4}-\d{2}-\d{2}")


def refuse_date(words: str) -> None:
    """Raises InputError unless the words are a day such as 2026-06-30."""
    if not _is_day(words.strip()):
        raise InputError(text("REPORT_DATE “{words}” is no date. Write for example 2026-06-30, or leave it empty.", words=words.strip()))


def _is_day(words: str) -> bool:
    if not FORM.fullmatch(words):
        return False
    year, month, day = map(int, words.split("-"))
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
