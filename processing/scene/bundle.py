"""The deck.gl bundle, taken from the installed pydeck at export time: it is too large and too foreign to be shipped."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...layers.errors import InputError
from ...layers.words import text

BUNDLE = Path("nbextension") / "static" / "index.js"
FLOOR = (0, 9)
_NUMBER = re.compile(r'let \w+="(\d+\.\d+\.\d+)",\w+=globalThis\.deck&&globalThis\.deck\.VERSION')


@dataclass(frozen=True)
class Bundle:
    """deck.gl's script, packed, with the versions it came with."""

    data: bytes
    pydeck: str
    deck: str


@lru_cache(maxsize=1)
def deck_bundle() -> Bundle:
    """The bundle of the installed pydeck; raises InputError where pydeck is missing or too old."""
    pydeck = installed_pydeck()
    source = (Path(pydeck.__file__).parent / BUNDLE).read_text(encoding="utf-8")
    # The map of the source is a file of its own, which the page must not ask for.
    source = re.sub(r"^//# sourceMappingURL=.*$", "", source, flags=re.MULTILINE)
    named = _NUMBER.search(source)
    return Bundle(gzip.compress(source.encode("utf-8"), 9, mtime=0), pydeck.__version__, named[1] if named else "")


def installed_pydeck():  # noqa: ANN201
    """The module pydeck; raises InputError where it is missing or too old."""
    try:
        import pydeck
    except ImportError as missing:
        raise InputError(
            text("The 3D scene needs the Python package pydeck, which is not installed. Install it with: python3 -m pip install pydeck")
        ) from missing
    version = tuple(int(number) for number in re.findall(r"\d+", pydeck.__version__)[:2])
    if version < FLOOR:
        raise InputError(
            text(
                "The 3D scene needs pydeck 0.9 or newer; {found} is installed. Update it with: python3 -m pip install -U pydeck",
                found=pydeck.__version__,
            )
        )
    return pydeck
