"""Writes a scene: one HTML file that opens by double-click, without any outside request."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from ...layers.outputs import replacing
from ...layers.progress import SILENT, Progress, aside
from ...layers.words import text
from .assemble import Opening, page
from .bundle import deck_bundle, installed_pydeck
from .content import SceneContent, district_bounds
from .deck import scene_deck
from .payload import scene_payload
from .picture import flat_picture
from .publication import Publication, generalised, taken_away
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
    live_reach: bool = True,
    publication: Publication | None = None,
    progress: Progress = SILENT,
) -> None:
    """Write the scene; a cancel or a failure leaves no file behind.

    One for publication lacks what must not leave the office. With live_reach the page shows how far one walks from any point.
    translations maps a language to source sentence → sentence; English needs none, and a language without any is not offered:
    names of the data and words of the page would stand in two languages. Equal content gives equal bytes.
    """
    words = dictionaries(translations or {})
    opening = Opening(title or content.title, language if language in words else "en", theme)
    kept = {"suppress_below": suppress_below, "live_reach": live_reach, "publication": publication}
    written = aside(progress, lambda relay: _page(content, opening, words, kept, relay))
    with replacing(path) as unfinished:
        unfinished.write_bytes(written)


def _page(
    content: SceneContent, opening: Opening, words: Mapping[str, Mapping[str, str]], kept: Mapping[str, Any], progress: Progress
) -> bytes:
    progress.at(0.0, text("Reading the deck.gl bundle"))
    installed_pydeck()
    with ThreadPoolExecutor(1) as pool:
        # Packing it leaves Python's lock to the payload.
        bundle = pool.submit(deck_bundle)
        payload = scene_payload(content, **kept, progress=progress.part(0.1, 0.9))
    progress.at(0.9, text("Writing the scene"))
    publication = kept["publication"]
    shown = content if publication is None else generalised(taken_away(content))
    picture = flat_picture(shown, district_bounds(shown), mark=_mark(publication, words[opening.language]), doors=publication is None)
    deck = scene_deck(payload.place)
    return page(payload, opening=opening, words=words, deck=deck, bundle=bundle.result(), picture=picture).encode("utf-8")


def _mark(publication: Publication | None, words: Mapping[str, str]) -> str:
    """The watermark of the picture; "" where there is none."""
    return words["not_reviewed"] if publication is not None and not publication.approval else ""
