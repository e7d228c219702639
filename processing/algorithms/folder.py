"""A folder of results that appear together or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ...layers.errors import InputError
from ...layers.outputs import alive, refuse_held, take_name
from ...layers.words import text

PREFIX = ".community3d-"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A temporary folder inside the folder; its files are moved up when the block ends well.

    The temporary name carries the process id, so that what a killed run left behind is known and removed.
    """
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_stale(folder)
        half = folder / f"{PREFIX}{os.getpid()}"
        half.mkdir()
    except OSError as error:
        raise InputError(
            text(
                "The folder {folder} cannot be written: {reason}. Choose another folder.",
                folder=str(folder),
                reason=error.strerror or str(error),
            )
        ) from error
    try:
        yield half
        made = sorted(half.iterdir())
        refuse_held(folder / path.name for path in made)
        for path in made:
            take_name(path, folder / path.name)
    finally:
        shutil.rmtree(half, ignore_errors=True)
        if is_new:
            # Only where it stayed empty: what was written, or put there meanwhile, keeps it.
            with suppress(OSError):
                folder.rmdir()


def _remove_stale(folder: Path) -> None:
    for old in folder.glob(f"{PREFIX}*"):
        owner = old.name[len(PREFIX) :]
        if owner.isdigit() and not alive(int(owner)):
            shutil.rmtree(old, ignore_errors=True)
