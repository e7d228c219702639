"""Zip files opened with care: nothing is unpacked to disk, and what would fill the memory is refused."""

from __future__ import annotations

import errno
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat  # nosec B407, declarations of entities are refused below

from ..errors import InputError
from ..words import text

MOST_PARTS = 20_000
MOST_BYTES = 2_000_000_000
# Tables of zeros pack 50 to 1; a bomb reaches a thousand.
MOST_TIMES_PACKED = 200
SMALL_BYTES = 20_000_000
ZIP_MARK = b"PK\x03\x04"
PIECE_BYTES = 1 << 18


@contextmanager
def opened(path: Path | str) -> Iterator[zipfile.ZipFile]:
    """The archive; raises InputError where it is damaged or would unpack to more than a table ever does."""
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(Path(path), archive.infolist())
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise damaged(path) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place outside the file; other errors are the system's
            raise
        raise damaged(path) from error


def damaged(path: Path | str) -> InputError:
    """What to tell of a file that cannot be read to its end."""
    return InputError(
        text("{path} is damaged. Open it in the program that made it, save it again, or choose another file.", path=str(path))
    )


def _refuse_bombs(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    size = sum(part.file_size for part in parts)
    packed = max(sum(part.compress_size for part in parts), 1)
    if len(parts) > MOST_PARTS or size > MOST_BYTES or (size > SMALL_BYTES and size > MOST_TIMES_PACKED * packed):
        raise InputError(
            text(
                "{path} would unpack to {size} MB from {packed} MB: this is no table. Ask where it comes from; a real one is saved as CSV.",
                path=str(path),
                size=round(size / 1e6),
                packed=round(packed / 1e6, 1),
            )
        )


def parser(encoding: str = "utf-8") -> expat.XMLParserType:
    """A parser of XML that knows no entities but those of the standard: a declared one may grow without end or name a file.

    The encoding holds whatever the file declares: expat fails in many ways on one that it does not know.
    """
    made = expat.ParserCreate(encoding)
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_declarations
    return made


class DeclaresEntitiesError(Exception):
    """Raised inside a parser; its caller knows the file's name."""


def _refuse_declarations(*_arguments: object) -> None:
    raise DeclaresEntitiesError


def parsed(stream: IO[bytes], using: expat.XMLParserType, path: Path | str) -> Iterator[None]:
    """Parse piece by piece, with a pause after each; raises InputError for faulty XML."""
    try:
        while piece := stream.read(PIECE_BYTES):
            using.Parse(piece, False)
            yield
        using.Parse(b"", True)
    except expat.ExpatError as error:
        raise damaged(path) from error
    except DeclaresEntitiesError as error:
        raise InputError(
            text(
                "{path} declares entities of its own, which a table never needs. It was not read; ask where it comes from.", path=str(path)
            )
        ) from error
    yield
