"""Packages that the offline bundle brings along: used only where this computer has none of that name."""

from __future__ import annotations

import sys
from pathlib import Path

EXTERN = Path(__file__).resolve().parents[1] / "extern"


def reach(folder: Path = EXTERN) -> list[str]:
    """Put the missing packages of the bundle on the path and return their names; the package of the plugin site has none.

    They come behind everything else, so that a package installed later takes their place, and so that no other plugin
    meets another version than it would without the bundle. Compiled packages lie in a folder named for the one Python
    that can load them.
    """
    if not folder.is_dir():
        return []
    from importlib import metadata

    present = {distribution.metadata["Name"].lower() for distribution in metadata.distributions()}
    own_python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    brought = [path for part in ("any", own_python) for path in sorted(folder.glob(f"{part}/*"))]
    missing = [path for path in brought if path.name.lower() not in present]
    sys.path.extend(str(path) for path in missing if str(path) not in sys.path)
    return [path.name for path in missing]
