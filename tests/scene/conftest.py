"""The invented city once per run: its results, content, payload and page."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _beside(name: str):
    # The tests' folder is not a package: its helpers are loaded by path.
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name.removeprefix('scene_')}.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


invented = _beside("scene_invented")
unpack = _beside("scene_unpack")


@pytest.fixture(scope="session")
def results():
    return invented.invented_results()


@pytest.fixture(scope="session")
def content(results):
    from community3d.processing.scene.content import scene_content

    return scene_content(results)


@pytest.fixture(scope="session")
def payload(content):
    from community3d.processing.scene.payload import scene_payload

    return scene_payload(content)


@pytest.fixture(scope="session")
def core(payload):
    """JSON and columns of the head."""
    return unpack.unpacked(payload.parts["core"])


@pytest.fixture(scope="session")
def tile(payload):
    """JSON and columns of the only tile."""
    return unpack.unpacked(payload.parts["tile.0"])


@pytest.fixture(scope="session")
def scene_file(content, tmp_path_factory) -> Path:
    from community3d.processing.scene.export import write_scene

    path = tmp_path_factory.mktemp("scene") / "scene.html"
    write_scene(path, content)
    return path


@pytest.fixture(scope="session")
def chinese(root) -> dict[str, str]:
    """The Chinese sentence of every English one."""
    spec = importlib.util.spec_from_file_location("catalogue", root / "i18n" / "catalogue.py")
    catalogue = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(catalogue)
    return catalogue.read(catalogue.CHINESE)


@pytest.fixture(scope="session")
def switches() -> list[str]:
    """What Chromium is started with: software rendering, nothing fetched."""
    return SWITCHES


@pytest.fixture(scope="module")
def browser():
    """Chromium with software rendering; by module, for only one Playwright may run at a time."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not shutil.which(CHROMIUM):
        pytest.skip("Chromium is absent")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()
