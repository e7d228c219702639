"""Whether every word and figure of the page can be read: both languages, every size of window, every state."""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

SIZES = ((1920, 1080), (1366, 768), (1280, 720))
UNREADABLE = (Path(__file__).parent / "fits.js").read_text(encoding="utf-8")
WAIT_S = 120
AT_START = {
    "category": None,
    "minutes": None,
    "compare": None,
    "weight": "households",
    "level": "community",
    "sort": "rate",
    "selection": None,
    "measure": None,
    "reaching": False,
    "drawer": None,
    "dialog": None,
    "failingOnly": False,
}
POINTS = [[0, 0], [12_345, 0], [12_345, 9_876]]
# What a person may see: changes from the start.
STATES = {
    "home": {},
    "home with layers": {"drawer": "layers"},
    "legend": {"drawer": "legend"},
    "figures": {"drawer": "figures"},
    "category": {"category": "elderly", "minutes": 10, "drawer": "figures"},
    "category for residents": {"category": "market", "minutes": 5, "weight": "residents"},
    "most households first": {"sort": "uncovered"},
    "street offices": {"level": "subdistrict"},
    "district": {"selection": {"kind": "area", "index": 0}},
    "street office": {"selection": {"kind": "area", "index": 1}},
    "community": {"selection": {"kind": "area", "index": 3}},
    "crowded community": {"selection": {"kind": "area", "index": 4}},
    "far community": {"selection": {"kind": "area", "index": 520}},
    "empty community": {"selection": {"kind": "area", "index": 602}},
    "crowded building": {"selection": {"kind": "building", "index": 1}},
    "building": {"selection": {"kind": "building", "index": 30}},
    "building without homes": {"selection": {"kind": "building", "index": 0}},
    "crowded doorplate": {"selection": {"kind": "doorplate", "index": 0}},
    "empty doorplate": {"selection": {"kind": "doorplate", "index": 1}},
    "doorplate off the network": {"selection": {"kind": "doorplate", "index": 5}},
    "facility": {"selection": {"kind": "facility", "index": 6}},
    "facility outside": {"selection": {"kind": "facility", "index": 1}},
    "before": {"compare": "before", "drawer": "figures"},
    "change": {"compare": "change", "drawer": "figures"},
    "change of a community": {"compare": "change", "selection": {"kind": "area", "index": 3}},
    "measuring": {"measure": {"points": POINTS, "done": False}},
    "tool R": {"reaching": True},
    "method": {"dialog": "about"},
}


@pytest.fixture(scope="module")
def strained():
    spec = importlib.util.spec_from_file_location("scene_strained", Path(__file__).parent / "strained.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.strained_results()


@pytest.fixture(scope="module")
def scene(strained, chinese, tmp_path_factory):
    """A scene with two ledgers, strained in every part."""
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.earlier import with_earlier
    from community3d.processing.scene.export import write_scene

    facilities = strained.tables["facilities"]
    fewer = facilities.drop(facilities.index[facilities["services"] == "market"][1:]).reset_index(drop=True)
    ledger = sys.modules["scene_invented"]._ledger({**strained.tables, "facilities": fewer}, strained.settings)
    path = tmp_path_factory.mktemp("strained") / "scene.html"
    write_scene(path, with_earlier(scene_content(strained), ledger, facilities=fewer, date="2025-12-31"), translations={"zh": chinese})
    return path


@pytest.fixture(scope="module")
def public(strained, chinese, tmp_path_factory):
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.export import write_scene
    from community3d.processing.scene.publication import Publication

    path = tmp_path_factory.mktemp("public") / "scene.html"
    write_scene(path, scene_content(strained), publication=Publication(), translations={"zh": chinese})
    return path


def until(page, condition: str) -> None:
    end = time.monotonic() + WAIT_S
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(50)


@pytest.fixture(scope="module")
def opened(browser):
    """Opens a file once; later calls give the same page."""
    pages = {}

    def open_page(path):
        if path not in pages:
            pages[path] = browser.new_page(viewport={"width": 1366, "height": 768})
            pages[path].goto(f"{path.as_uri()}#theme=dark")
            until(pages[path], "document.documentElement.dataset.ready === 'whole'")
        return pages[path]

    return open_page


def resized(page, size: tuple[int, int], language: str):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("([start, language]) => community3d.state.set({...start, language})", [AT_START, language])
    wanted = "wall" if size[0] >= 1600 else "small"
    until(page, f"document.documentElement.dataset.size === '{wanted}' && innerWidth === {size[0]}")
    page.wait_for_timeout(150)
    return page


def unreadable(page, state: dict) -> list[str]:
    page.evaluate("(state) => community3d.state.set(state)", {**AT_START, **state})
    page.wait_for_timeout(60)
    return page.evaluate(UNREADABLE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_word_can_be_read_in_every_state(opened, scene, size, language):
    page = resized(opened(scene), size, language)
    assert {name: faults for name, state in STATES.items() if (faults := unreadable(page, state))} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_tab_and_list_can_be_read(opened, scene, size, language):
    page = resized(opened(scene), size, language)
    faults = {}
    page.evaluate("community3d.state.set({dialog: 'about'})")
    for tab in page.locator("[role=dialog] [role=tab]").all():
        tab.click()
        faults[tab.inner_text()] = page.evaluate(UNREADABLE)
    page.keyboard.press("Escape")
    for words in ("丰泽", "Riverside", "nothing at all"):
        page.locator(".search-input").fill(words)
        page.wait_for_timeout(300)
        assert page.locator("#search-list > *").count() > 0
        faults[words] = page.evaluate(UNREADABLE)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_a_scene_for_publication_can_be_read(opened, public, size, language):
    page = resized(opened(public), size, language)
    shown = ("home", "home with layers", "figures", "community", "building", "facility", "method")
    assert {name: faults for name in shown if (faults := unreadable(page, STATES[name]))} == {}
