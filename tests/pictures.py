"""Makes the README's pictures from a scene: tests/pictures.py build/demo/scene.html."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "plugin" / "help" / "pictures"
FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-sync"]
SETTLED_MS = 20_000  # labels and icons come in after the page is whole; the software renderer takes its time


def main(scene: Path) -> None:
    """Open the scene in Chinese, dark, on a wall's screen, and take its picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{scene.resolve().as_uri()}#3d&theme=dark&lang=zh")
        page.wait_for_selector("html[data-ready=whole]", state="attached", timeout=120_000)
        page.wait_for_timeout(SETTLED_MS)
        page.screenshot(path=FOLDER / "scene-zh.png", timeout=120_000)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
