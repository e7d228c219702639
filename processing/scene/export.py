"""Writes a scene: one HTML file that opens by double-click, without any outside request."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import text
from .assemble import Opening, page
from .bundle import deck_bundle
from .content import SceneContent, district_bounds
from .deck import scene_deck
from .payload import scene_payload
from .picture import flat_picture
from .words import dictionaries


def write_scene(
    path: str | Path,
    content: SceneContent,
    *,
    title: str = "",
    language: str = "zh",
    theme: str = "dark",
    translations: Mapping[str, Mapping[str, str]] | None = None,
    suppress_below: int = 5,
    progress: Progress = SILENT,
) -> None:
    """Write the scene; a cancel or a failure leaves no file behind.

    translations maps a language to source sentence → sentence; English needs none. Equal content gives equal bytes.
    """
    opening, words = Opening(title or content.title, language, theme), dictionaries(translations or {})
    written = aside(progress, lambda relay: _page(content, opening, words, suppress_below, relay))
    with replacing(path) as unfinished:
        unfinished.write_bytes(written)


def _page(
    content: SceneContent, opening: Opening, words: Mapping[str, Mapping[str, str]], suppress_below: int, progress: Progress
) -> bytes:
    progress.at(0.0, text("Reading the deck.gl bundle"))
    bundle = deck_bundle()
    payload = scene_payload(content, suppress_below=suppress_below, progress=progress.part(0.1, 0.9))
    progress.at(0.9, text("Writing the scene"))
    picture = flat_picture(content, district_bounds(content))
    return page(payload, opening=opening, words=words, deck=scene_deck(payload.place), bundle=bundle, picture=picture).encode("utf-8")
