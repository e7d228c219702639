"""One HTML file out of template, style, script, bundle and payload; nothing in it asks for anything outside."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...styles.look import palette
from .bundle import Bundle
from .linker import linked
from .payload import Payload
from .printable import printable
from .variables import css_variables

PAGE = Path(__file__).parent / "page"
START, MAIN = "start.js", "main.js"  # the first stands in the page as it is and unpacks the second
FIRST_WORDS = ("damaged_part",)  # what start.js may have to say; all others come packed with the main script
# 'unsafe-inline' admits the page's own script tree; nothing may be fetched, embedded, submitted or evaluated.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:; "
    "connect-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
)
HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_PLACE = re.compile(r"\{\{(\w+)\}\}")
# Characters that could end a script or a line of it.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Opening:
    """How the page opens."""

    title: str
    language: str  # zh, en
    theme: str  # dark, light


def page(
    payload: Payload, *, opening: Opening, words: Mapping[str, Mapping[str, str]], deck: Mapping, bundle: Bundle, picture: str = ""
) -> str:
    """The whole page; picture is the flat map as SVG for browsers without 3D."""
    script = gzip.compress((_words_line(words) + linked(PAGE, MAIN)).encode("utf-8"), 9, mtime=0)
    bundled = {"bytes": len(bundle.data), "pydeck": bundle.pydeck, "deck": bundle.deck}
    data = [
        _json_script("words", {language: {key: table[key] for key in FIRST_WORDS if key in table} for language, table in words.items()}),
        _json_script("deck", deck),
        _json_script("palette", palette()),
        _json_script("parts", {"parts": payload.directory(), "bundle": bundled, "script": {"bytes": len(script)}}),
        *(_data_script(f"part-{name}", text) for name, text in payload.encoded().items()),
        _data_script("script", printable(script)),
        _data_script("bundle", printable(bundle.data)),
    ]
    filled = {
        "title": html.escape(opening.title),
        "html_language": HTML_LANGUAGES[opening.language],
        "theme": opening.theme,
        "policy": html.escape(POLICY, quote=False),
        "colours": css_variables(),
        "style": (PAGE / "style.css").read_text(encoding="utf-8"),
        "picture": picture,
        "payload": "\n".join(data),
        "script": linked(PAGE, START),
    }
    template = (PAGE / "page.html").read_text(encoding="utf-8")
    # One pass: what is filled in is never searched again.
    return _PLACE.sub(lambda found: filled[found[1]], template)


def _words_line(words: Mapping[str, Mapping[str, str]]) -> str:
    """The first line of the packed script: it puts all words where the page looks for them."""
    return f'document.getElementById("words").textContent = {script_json(script_json(words))};\n'


def script_json(content: object) -> str:
    """JSON that no value can break out of a script with."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).translate(_ESCAPES)


def _json_script(name: str, content: object) -> str:
    return f'<script type="application/json" id="{name}">{script_json(content)}</script>'


def _data_script(name: str, packed: str) -> str:
    return f'<script type="application/octet-stream" id="{html.escape(name)}">{packed}</script>'
