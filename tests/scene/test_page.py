"""The one file: its policy, its links, its order, and what is told when it cannot be written."""

from __future__ import annotations

import re

import pytest
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.progress import Silent
from community3d.processing.scene import linker
from community3d.processing.scene.assemble import MAIN, PAGE, START, script_json
from community3d.processing.scene.content import layers_content, ledger_settings
from community3d.processing.scene.deck import scene_deck
from community3d.processing.scene.export import write_scene
from community3d.processing.scene.linker import LinkError, linked


@pytest.fixture(scope="module")
def page(scene_file) -> str:
    return scene_file.read_text(encoding="utf-8")


def test_the_policy_admits_nothing_from_outside(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe-eval" not in policy


def test_nothing_is_asked_for_elsewhere(page):
    assert not re.findall(r'(?:src|href)\s*=\s*["\']?\s*(?:https?:)?//', page)
    assert not re.search(r"@import|url\((?!\s*['\"]?data:)", page[: page.index("<script")])


def test_the_packed_script_asks_for_nothing_elsewhere_either():
    script = linked(PAGE, MAIN)
    assert "http" not in re.sub(r"http://www\.w3\.org/\S+", "", script)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|importScripts|eval)\b", script)


def test_equal_inputs_give_the_same_file(content, scene_file, tmp_path):
    write_scene(tmp_path / "again.html", content)
    assert (tmp_path / "again.html").read_bytes() == scene_file.read_bytes()


def test_the_page_knows_its_language_and_title(content, tmp_path):
    write_scene(tmp_path / "en.html", content, title="A & B <district>", language="en", theme="light")
    page = (tmp_path / "en.html").read_text(encoding="utf-8")
    assert '<html lang="en" data-theme="light"' in page
    assert "<title>A &amp; B &lt;district&gt;</title>" in page


def test_json_in_a_script_cannot_end_it():
    written = script_json({"a": "</script>\u2028&"})
    assert "<" not in written
    assert "\u2028" not in written


def test_pydeck_declares_every_layer_without_a_map_behind(payload):
    deck = scene_deck(payload.place)
    assert "mapStyle" not in deck
    assert deck["views"][0]["@@type"] == "MapView"
    names = [layer["id"] for layer in deck["layers"]]
    assert names.index("ground") < names.index("buildings") < names.index("walls") < names.index("icons") < names.index("pills")
    by_name = {layer["id"]: layer for layer in deck["layers"]}
    assert by_name["buildings"]["extruded"] is True
    assert by_name["walls"]["parameters"] == {"cullMode": "none", "depthCompare": "less-equal", "depthWriteEnabled": False}


def test_a_folder_that_does_not_exist_is_told(content, tmp_path):
    with pytest.raises(InputError, match=r"The folder .*nowhere does not exist. Create it or choose another output"):
        write_scene(tmp_path / "nowhere" / "scene.html", content)


def test_a_cancel_leaves_no_file(content, tmp_path):
    class Stop(Silent):
        def part(self, start: float, end: float) -> Stop:
            return self

        def at(self, share: float, doing: object = None) -> None:
            if share > 0.5:
                raise Cancelled

    with pytest.raises(Cancelled):
        write_scene(tmp_path / "scene.html", content, progress=Stop())
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_show_is_told():
    with pytest.raises(InputError, match="There is nothing to show: every layer given is empty"):
        layers_content({}, None, crs="EPSG:4549", title="")


def test_a_ledger_of_nobody_is_told(results):
    with pytest.raises(InputError, match=r"does not say which profile and walker made it \(profile = tdt1063, walker = —\)"):
        ledger_settings(results.ledger.drop(columns="walker"))


def test_a_missing_pydeck_is_told(monkeypatch):
    import sys

    from community3d.processing.scene.bundle import installed_pydeck

    monkeypatch.setitem(sys.modules, "pydeck", None)
    with pytest.raises(InputError, match="needs the Python package pydeck, which is not installed"):
        installed_pydeck()


def test_an_old_pydeck_is_told(monkeypatch):
    import pydeck
    from community3d.processing.scene.bundle import installed_pydeck

    monkeypatch.setattr(pydeck, "__version__", "0.8.1")
    with pytest.raises(InputError, match=r"needs pydeck 0\.9 or newer; 0\.8\.1 is installed"):
        installed_pydeck()


def test_modules_come_in_the_order_of_their_imports(tmp_path):
    (tmp_path / "main.js").write_text("import { twice } from './math.js';\ntwice(2);\n")
    (tmp_path / "math.js").write_text("const two = 2;\nexport function twice(n) { return two * n; }\n")
    script = linked(tmp_path, "main.js")
    assert script.index("math.js") < script.index("main.js")
    assert "import" not in script
    assert "export" not in script


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"main.js": "import { a } from './b.js';", "b.js": "import { c } from './main.js';\nexport const a = 1;"}, "import each other"),
        ({"main.js": "import { a } from './b.js';", "b.js": "export const b = 1;"}, "does not export"),
        ({"main.js": "import { a } from './b.js';\nexport const a = 2;", "b.js": "export const a = 1;"}, "exported by"),
        ({"main.js": "export default 1;"}, "not linked"),
        ({"main.js": "const a = '</script>';"}, "close the script"),
    ],
)
def test_modules_that_break_the_rules_are_refused(tmp_path, modules, said):
    for name, source in modules.items():
        (tmp_path / name).write_text(source + "\n")
    with pytest.raises(LinkError, match=said):
        linked(tmp_path, "main.js")


def test_every_module_of_the_page_is_used():
    used = {*linker._ordered(PAGE, START), *linker._ordered(PAGE, MAIN)}
    assert {path.name for path in PAGE.glob("*.js")} == used


def test_the_page_never_writes_markup_or_runs_text():
    for path in PAGE.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|localStorage|sessionStorage|\.cookie", source
        ), path.name


def test_a_language_without_words_is_not_offered(page):
    # This file was written without translations: Chinese names of the standard would stand among English words.
    assert '<html lang="en"' in page
    assert '"zh":{' not in re.search(r'id="words"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
