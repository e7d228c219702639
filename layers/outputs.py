"""Files that appear whole or not at all: written under a temporary name, then renamed."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import InputError
from .held import is_database, pour
from .words import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PART = ".part"
# SQLite would replay such a file into whatever bears the name beside it.
COMPANIONS = ("-wal", "-shm", "-journal")
WINDOWS_PATH = 260  # letters of a path on Windows, the last one kept for its end


@contextmanager
def replacing(path: Path | str) -> Iterator[Path]:
    """A temporary path beside the target, renamed to it when the block ends well, removed otherwise.

    The name carries the process id and keeps the suffix. Raises InputError where nothing can be written.
    """
    target = Path(path)
    _check_folder(target)
    remove_stale(target)
    temporary = target.with_name(f".{target.stem}.{os.getpid()}{PART}{target.suffix}")
    _try_to_write(temporary, target)
    try:
        yield temporary
        take_name(temporary, target)
    except PermissionError as error:
        raise InputError(_unwritable(target)) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _full(target) from error
        raise
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise _full(target) from error
        raise
    finally:
        remove(temporary)


def take_name(made: Path, target: Path) -> None:
    """Give a file the name of the target; a database that is held open takes its content instead.

    Raises PermissionError for other files that are held open.
    """
    try:
        _rename(made, target)
    except PermissionError:
        if not (target.is_file() and is_database(target) and is_database(made)):
            raise
        pour(made, target)


def refuse_held(targets: Iterable[Path]) -> None:
    """Raises InputError with all files that a program holds open so that they cannot be replaced; databases can."""
    held = [target for target in targets if target.is_file() and not is_database(target) and _is_held(target)]
    if held:
        raise InputError(*map(_unwritable, held))


def _is_held(path: Path) -> bool:
    try:
        # To its own name: nothing changes, but Windows refuses it where the file is open.
        os.replace(path, path)
    except PermissionError:
        return True
    return False


def remove(path: Path) -> None:
    """Delete a file and what SQLite may have left beside it; absent files are fine."""
    for name in (path, *(path.with_name(path.name + suffix) for suffix in COMPANIONS)):
        name.unlink(missing_ok=True)


def remove_stale(target: Path) -> None:
    """Delete temporary files of this target whose process has ended."""
    start, end = f".{target.stem}.", PART + target.suffix
    for path in target.parent.iterdir():
        process = path.name[len(start) : len(path.name) - len(end)]
        if path.name.startswith(start) and path.name.endswith(end) and process.isdigit() and not alive(int(process)):
            _try_to_remove(path)


def alive(process: int) -> bool:
    """Whether a process of that id runs; never so on Windows."""
    if os.name == "nt":
        # Signal 0 would end the process there; an open file cannot be deleted on Windows anyway.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _try_to_remove(path: Path) -> None:
    try:
        remove(path)
    except PermissionError:
        # Somebody else's, or still in use: it stays, and does no harm.
        return


def _check_folder(target: Path) -> None:
    folder = target.parent
    if not folder.is_dir():
        raise InputError(text("The folder {folder} does not exist. Create it or choose another output.", folder=str(folder)))
    if target.is_dir():
        raise InputError(text("{path} is a folder. Give the name of a file.", path=str(target)))


def _try_to_write(temporary: Path, target: Path) -> None:
    try:
        temporary.touch()
        remove(temporary)
    except OSError as error:
        raise InputError(_too_long(target) if _is_too_long(error, temporary) else _unwritable(target)) from error


def _is_too_long(error: OSError, temporary: Path) -> bool:
    """Whether a name or path is longer than the system takes; Windows says then that it finds no such folder."""
    return error.errno == errno.ENAMETOOLONG or (os.name == "nt" and len(str(temporary.absolute())) >= WINDOWS_PATH)


def _rename(temporary: Path, target: Path) -> None:
    for suffix in COMPANIONS:
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    os.replace(temporary, target)


def _full(target: Path) -> InputError:
    return InputError(text("There is no room for {path} on its disk. Free some space or choose another output.", path=str(target)))


def _too_long(target: Path) -> Text:
    return text("The path {path} is too long for this computer. Choose a shorter name or a folder higher up.", path=str(target))


def _unwritable(target: Path) -> Text:
    return text(
        "{path} cannot be written. Close it in other programs, check the folder's permissions or choose another output.", path=str(target)
    )
