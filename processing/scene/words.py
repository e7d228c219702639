"""The page's own words by key; both dictionaries travel in the file."""

from __future__ import annotations

from typing import Mapping

from ...layers.words import Text, text

LANGUAGES = ("en", "zh")


def page_words() -> dict[str, Text]:
    """Every word the page says by itself, by the key its scripts use."""
    return {
        "damaged": text("The file is damaged or cut off: {expected} bytes expected, {found} found. Copy the file again."),
        "damaged_part": text("The file is damaged: part {name} does not match its checksum. Copy the file again."),
        "no_inflate": text("This browser cannot unpack the file. Use a current Edge, Chrome or Firefox."),
        "unpacking": text("Unpacking …"),
        "drawing_tiles": text("Drawing buildings {done}/{count}"),
        "newer_format": text("This file was made by a newer version of the plugin (payload {version})."),
    }


def dictionaries(translations: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The sentences by language and key; translations maps a language to source sentence → sentence.

    A sentence without translation stays English.
    """
    words = page_words()
    return {
        language: {key: translations.get(language, {}).get(one.source, one.source) for key, one in words.items()} for language in LANGUAGES
    }
