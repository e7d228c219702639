"""The user's own names of columns, words of values and layers of drawings, from one YAML file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..words import Text, text
from ..yaml_text import read_yaml
from .aliases import Names, shipped_names, with_own
from .value_words import Words, shipped_words, with_own_words

SECTIONS = ("columns", "values", "drawings")


@dataclass(frozen=True)
class OwnWords:
    """Names of columns, words of values, layers of drawings: the shipped ones with the user's before them."""

    names: Names
    values: Words
    drawings: dict


def read_own_words(path: Path | None) -> OwnWords:
    """The words of a file with the sections columns (table: column: names), values (table: column: our word: theirs) and drawings.

    None gives the shipped ones. Raises InputError for a file of another form.
    """
    if path is None:
        return OwnWords(shipped_names(), shipped_words(), {})
    content = _content(path)
    return OwnWords(with_own(content.get("columns") or {}), with_own_words(content.get("values") or {}), content.get("drawings") or {})


def _content(path: Path) -> dict:
    import yaml

    if not path.exists():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    try:
        content = read_yaml(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(_form(path)) from error
    if not isinstance(content, dict) or not set(content) <= set(SECTIONS) or not _has_form(content):
        raise InputError(_form(path))
    return content


def _has_form(content: dict) -> bool:
    columns, values = content.get("columns") or {}, content.get("values") or {}
    lists = all(isinstance(names, list) for table in columns.values() for names in (table.values() if isinstance(table, dict) else [None]))
    words = (column for table in values.values() for column in (table.values() if isinstance(table, dict) else [None]))
    return lists and all(isinstance(column, dict) and all(isinstance(each, list) for each in column.values()) for column in words)


def _form(path: Path) -> Text:
    return text(
        "{path} has not the form of own words: sections columns, values and drawings, for example columns: {example}.",
        path=str(path),
        example="{gates: {open: [进出方式]}}",
    )
