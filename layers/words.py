"""Words for people in the folders that know no Qt: a source sentence with its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Callable, Union

Value = Union[str, int, float, "Text"]


@dataclass(frozen=True)
class Text:
    """An English source sentence with {names} and the values that fill them."""

    source: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return render(self, english)

    def __hash__(self) -> int:
        return hash(str(self))


Translator = Callable[[str], str]


def text(source: str, **values: Value) -> Text:
    """Mark a sentence for translation; it is translated only when shown."""
    return Text(source, values)


def english(source: str) -> str:
    """The translator of the source language."""
    return source


def render(words: Text | str, translate: Translator) -> str:
    """The sentence in the translator's language, values filled in."""
    if isinstance(words, str):
        return words
    values = {name: render(value, translate) if isinstance(value, Text) else value for name, value in words.values.items()}
    return translate(words.source).format(**values)
