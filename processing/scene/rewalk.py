"""The walks of a ledger found again on the scene's own streets, so that the page can draw them."""

from __future__ import annotations

from dataclasses import replace

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress
from ..engine.coverage import coverage
from ..engine.results import ESTIMATE
from ..engine.trails import trails
from .content import SceneContent

NEEDED = ("facilities", "streets")
BARRIERS = ("gates", "walls", "estates", "land")


def with_trails(content: SceneContent, progress: Progress = SILENT) -> SceneContent:
    """The content with the ways of its ledger's walks; as it is where layers for them are missing.

    The ledger stays what it says: the page draws a walk only where its length is the ledger's metres, so inputs of the run
    that the scene does not know (a snap limit, heights) cost lines, never truth.
    """
    settings = content.settings
    if settings is None or settings.method == ESTIMATE:
        return content
    if not all(len(content.table(name)) for name in NEEDED):
        return content
    barriers = {name: content.tables[name] for name in BARRIERS if name in content.tables}
    try:
        found = coverage(content.ledger, *(content.table(name) for name in NEEDED), **barriers, settings=settings, progress=progress)
    except InputError:
        # Layers that no walk can be found on are good enough to be shown.
        return content
    # Doorplates without a place are left out by a run: then its rows are not the ledger's.
    same = len(found.doorplates) == len(content.ledger)
    return replace(content, trails=trails(found, settings)) if same else content
