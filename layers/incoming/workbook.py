"""What an XLSX workbook says about its sheets: names, where each stands, shared words, which numbers are dates."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from ..errors import InputError
from ..words import text
from . import archive

WORKBOOK = "xl/workbook.xml"
# Formats that Excel knows by number and that show a date or a time.
DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
NOT_OF_A_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
DATE_SIGNS = re.compile("[ymdhs年月日时時分秒]", re.IGNORECASE)
GENERAL = re.compile("general", re.IGNORECASE)
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
OFFICE_2003 = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Sheet:
    """A sheet's name, its part of the archive and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Workbook:
    """The sheets, the words they share, whether each cell style shows a date, and whether days count from 1904."""

    sheets: tuple[Sheet, ...]
    words: list[str]
    dates: list[bool]
    from_1904: bool


def refuse_other_formats(path: Path) -> None:
    """Raises InputError for what bears the name of a workbook and is none."""
    with path.open("rb") as file:
        mark = file.read(4)
    if mark == OFFICE_2003:
        raise InputError(
            text("{path} is an old .xls workbook or protected by a password. Save it as .xlsx without a password.", path=str(path))
        )
    if mark != archive.ZIP_MARK:
        raise InputError(text("{path} is no .xlsx workbook. Save it as .xlsx or .csv.", path=str(path)))


def read_workbook(parts: zipfile.ZipFile, path: Path) -> Workbook:
    """What stands outside the sheets."""
    if WORKBOOK not in parts.namelist():
        raise InputError(text("{path} is no .xlsx workbook. Save it as .xlsx or .csv.", path=str(path)))
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}
    relations = posixpath.join(posixpath.dirname(WORKBOOK), "_rels", posixpath.basename(WORKBOOK) + ".rels")

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and "Target" in attributes:
            part = posixpath.normpath(posixpath.join("/xl", attributes["Target"])).lstrip("/")
            targets[attributes.get("Id", "")] = part
            kinds[attributes.get("Type", "").rsplit("/", 1)[-1]] = part

    _each_element(parts, relations, path, relation)
    sheets, from_1904 = _sheets(parts, path, targets)
    words = _shared_words(parts, kinds.get("sharedStrings"), path)
    return Workbook(tuple(sheets), words, _date_styles(parts, kinds.get("styles"), path), from_1904)


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rsplit(":", 1)[-1]


def unescaped(words: str) -> str:
    """Words with the signs that XML cannot hold; halves of characters and control signs mean nothing in a table."""
    return ESCAPED.sub(_unescaped, words) if "_x" in words else words


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if (code < 0x20 and code not in (0x09, 0x0A, 0x0D)) or 0xD800 <= code <= 0xDFFF else chr(code)


def _each_element(parts: zipfile.ZipFile, part: str | None, path: Path, start: Callable[[str, dict[str, str]], None]) -> None:
    if part is None or part not in parts.namelist():
        return
    parser = archive.parser()
    parser.StartElementHandler = lambda name, attributes: start(local(name), attributes)
    with parts.open(part) as stream:
        for _ in archive.parsed(stream, parser, path):
            continue


def _sheets(parts: zipfile.ZipFile, path: Path, targets: dict[str, str]) -> tuple[list[Sheet], bool]:
    found: list[Sheet] = []
    from_1904 = []

    def element(name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            from_1904.append(attributes.get("date1904") in ("1", "true"))
        if name == "sheet":
            ids = [value for key, value in attributes.items() if local(key) == "id"]
            part = next((targets[key] for key in ids if key in targets), None)
            if part in parts.namelist():
                found.append(Sheet(attributes.get("name", ""), part, attributes.get("state", "visible") != "visible"))

    _each_element(parts, WORKBOOK, path, element)
    return found, any(from_1904)


def _shared_words(parts: zipfile.ZipFile, part: str | None, path: Path) -> list[str]:
    """The words that cells name by number; readings of characters (rPh) are no part of them."""
    words: list[str] = []
    if part is None or part not in parts.namelist():
        return words
    pieces: list[str] = []
    state = {"text": False, "reading": False}

    def start(name: str, _attributes: dict[str, str]) -> None:
        name = local(name)
        state["text"] = name == "t" and not state["reading"]
        state["reading"] = state["reading"] or name == "rPh"

    def end(name: str) -> None:
        name = local(name)
        state["text"] = False
        if name == "rPh":
            state["reading"] = False
        if name == "si":
            words.append(unescaped("".join(pieces)))
            pieces.clear()

    parser = archive.parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda data: pieces.append(data) if state["text"] else None
    with parts.open(part) as stream:
        for _ in archive.parsed(stream, parser, path):
            continue
    return words


def _date_styles(parts: zipfile.ZipFile, part: str | None, path: Path) -> list[bool]:
    """Whether each cell style shows its number as a date or time."""
    own: dict[str, str] = {}
    formats: list[str] = []
    inside = {"cellXfs": False}

    def element(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        if name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside["cellXfs"] = name == "cellXfs"
        if name == "xf" and inside["cellXfs"]:
            formats.append(attributes.get("numFmtId", "0"))

    _each_element(parts, part, path, element)
    return [_is_date(number, own.get(number)) for number in formats]


def _is_date(number: str, code: str | None) -> bool:
    if code is None:
        return number.isdigit() and int(number) in DATE_FORMATS
    bare = NOT_OF_A_FORMAT.sub("", code)
    return bool(DATE_SIGNS.search(bare)) and not GENERAL.search(bare)
