"""Tool R and a scene for publication in a real browser, by keyboard and mouse."""

from __future__ import annotations

import time

import pytest

pytestmark = pytest.mark.browser

WAIT_S = 60


def opened(browser, path, hash_: str = ""):
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(f"file://{path}#lang=en{hash_}")
    page.wait_for_selector("html[data-ready=whole]", timeout=WAIT_S * 3000, state="attached")
    return page


def until(page, expression: str):
    """The value of an expression once it is one."""
    limit = time.monotonic() + WAIT_S
    # Looks again and again: the strict policy of the page admits no function made from text.
    while time.monotonic() < limit:
        found = page.evaluate(expression)
        if found:
            return found
        page.wait_for_timeout(50)
    raise AssertionError(expression)


@pytest.fixture(scope="module")
def walked(town_content, tmp_path_factory):
    from community3d.processing.scene.export import write_scene

    path = tmp_path_factory.mktemp("live") / "town.html"
    write_scene(path, town_content)
    return path


@pytest.fixture(scope="module")
def town_content():
    from pathlib import Path

    import pandas as pd
    from community3d.layers.problems import problem_frame
    from community3d.layers.profiles import WALKERS, profile
    from community3d.layers.sample.town import sample_town
    from community3d.layers.workspace import Workspace
    from community3d.processing.engine.check import district_check
    from community3d.processing.engine.results import Settings
    from community3d.processing.scene.content import scene_content

    sources = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])
    workspace = Workspace(Path("town.gpkg"), "EPSG:4549", sample_town(), problem_frame([], crs="EPSG:4549"), sources)
    return scene_content(district_check(workspace, settings=Settings(profile("tdt1063"), WALKERS["planning"])))


def test_r_and_a_click_show_who_walks_there(browser, walked):
    page = opened(browser, walked)
    page.keyboard.press("r")
    page.wait_for_selector("#reaching:not([hidden])")
    page.mouse.click(*page.evaluate("window.community3d.map.project([-40, -240, 0])"))
    bands = until(page, "window.community3d.state.get().near?.bands.map((band) => [band.limit, band.households])")
    # The page's modules; test_live.py compares them with the engine.
    assert bands == [[5, 30], [10, 90], [15, 130]]
    assert "30 households" in page.inner_text("#right")
    assert "select=place:" in until(page, "location.hash.includes('place') && location.hash")
    page.keyboard.press("Escape")
    assert page.evaluate("[window.community3d.state.get().reaching, window.community3d.state.get().selection]") == [False, None]
    page.focus("#map")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    until(page, "window.community3d.state.get().near?.point")
    page.close()


def test_the_watermark_comes_back_whatever_is_done_to_it(browser, town_content, tmp_path):
    from community3d.processing.scene.export import write_scene
    from community3d.processing.scene.publication import Publication

    write_scene(tmp_path / "public.html", town_content, publication=Publication())
    page = opened(browser, tmp_path / "public.html")
    assert page.inner_text(".approval") == "Map approval number: —"
    for deed in ("remove()", "style.cssText = 'display: none'", "replaceChildren()", "hidden = true"):
        page.evaluate(f"document.querySelector('.unreviewed').{deed}")
        words = until(page, "document.querySelector('.unreviewed')?.checkVisibility() && document.querySelector('.unreviewed').textContent")
        assert "Not reviewed. Not for publication." in words
    page.emulate_media(media="print")
    assert page.locator(".unreviewed").is_visible()
    assert page.locator("[data-key='tool/cube'], [data-key='tool/walk']").count() == 0
    page.close()
