"""Profiles of a person's own: copied from a shipped one, read line by line, checked whole before they are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ..i18n import legend_language, tr
from ..layers.errors import InputError
from ..layers.words import Text, render

ENDING = ".yaml"
OWN_SOURCE = "本级设定"  # printed as the source of a figure that was changed here


@dataclass(frozen=True)
class Line:
    """A category of a profile file as a form shows it; the target in percent, None where none is set."""

    category: str
    name: str
    used: bool
    limit: float
    unit: str
    target: float | None


@dataclass(frozen=True)
class Sheet:
    """A profile file as a form shows it."""

    title: str
    lines: tuple[Line, ...]


def copied(profile: str, path: Path) -> None:
    """Write a shipped profile, or one's own by its path, under another name, with an id of that name; raises InputError."""
    content = _content(_file_of(profile))
    content["id"] = _word(path.stem)
    content["title"] = {language: f"{words} · {path.stem}" for language, words in content["title"].items()}
    _keep(path, content)


def read(path: Path) -> Sheet:
    """The lines of a profile file; raises InputError with all its faults."""
    from ..layers.profile_file import is_active, read_standard

    read_standard(path)
    language, content = legend_language(), _content(path)
    lines = tuple(
        Line(
            line["id"],
            line["name"][language],
            is_active(line),
            float(line["limit"]),
            line["unit"],
            None if line.get("target") is None else float(line["target"]),
        )
        for line in content["categories"]
    )
    return Sheet(content["title"][language], lines)


def save(path: Path, sheet: Sheet) -> None:
    """Keep what a form says; raises InputError with everything that is wrong, and then the file stays as it was.

    A limit that was changed is the office's own figure from then on: it no longer counts as the standard's.
    """
    language, content, before = legend_language(), _content(path), read(path)
    if sheet.title != before.title:
        content["title"] = {**content["title"], language: sheet.title}
    known = {line.category: line for line in sheet.lines}
    content["categories"] = [
        _changed(line, was, known[was.category]) if was.category in known else line
        for line, was in zip(content["categories"], before.lines)
    ]
    _keep(path, content)


def own_profiles(folder: str) -> tuple[tuple[str, str], ...]:
    """Path and title of each profile in a folder that can be used, by their titles."""
    if not folder or not Path(folder).is_dir():
        return ()
    found = ((str(path), title_of(path)) for path in Path(folder).glob(f"*{ENDING}"))
    return tuple(sorted(((path, title) for path, title in found if title), key=lambda one: one[1]))


def title_of(path: Path | str) -> str:
    """The title of a profile file; empty where it cannot be used."""
    path = Path(path)
    return _title(str(path), path.stat().st_mtime_ns, legend_language()) if path.is_file() else ""


@lru_cache(maxsize=64)
def _title(path: str, _changed_at: int, language: str) -> str:
    from ..layers.profiles import read_profile

    try:
        return read_profile(Path(path)).title(language)
    except InputError:
        return ""


def names_of(path: Path | str, language: str) -> dict[str, str]:
    """The names of a file's categories by id; empty where it cannot be read."""
    from ..layers.profile_file import read_standard

    try:
        found = read_standard(Path(path))
    except InputError:
        return {}
    return {line.id: line.name(language) for line in (*found.inactive, *found.categories)}


def faults(error: InputError) -> Sequence[str]:
    """All that is wrong, a sentence each."""
    return [render(problem, tr) for problem in error.problems]


def _file_of(profile: str) -> Path:
    from ..layers.profiles import FOLDER, PROFILE_IDS

    return FOLDER / f"{profile}{ENDING}" if profile in PROFILE_IDS else Path(profile)


def _content(path: Path) -> dict:
    from ..layers.profile_file import content_of

    return dict(content_of(path))


def _word(name: str) -> str:
    """A file's name as an id: small letters, digits and _; of a Chinese name only that it is one's own."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "own"


def _changed(line: dict, was: Line, now: Line) -> dict:
    made = dict(line)
    if now.used != was.used:
        made["active"] = now.used
    if (now.limit, now.unit) != (was.limit, was.unit):
        made.update(limit=_plain(now.limit), unit=now.unit, confidence="user", source=OWN_SOURCE)
        # The clause is of the figure that stood here, and so is the circle that the text draws beside it.
        for key in ("clause", "circle_m"):
            made.pop(key, None)
    if now.target != was.target:
        made["target"] = None if now.target is None else _plain(now.target)
    return made


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def _keep(path: Path, content: dict) -> None:
    """Write to a file beside it, look for faults, and only then give it its name."""
    from ..layers.outputs import replacing
    from ..layers.profile_file import read_standard
    from ..layers.yaml_text import yaml_words

    with replacing(path) as ready:
        ready.write_text(yaml_words(content), encoding="utf-8")
        try:
            read_standard(ready)
        except InputError as error:
            raise InputError(*(_renamed(problem, ready, path) for problem in error.problems)) from error


def _renamed(problem: Text, ready: Path, path: Path) -> Text:
    """A fault with the name of the file that a person knows."""
    return replace(problem, values={key: path.name if value == ready.name else value for key, value in problem.values.items()})
