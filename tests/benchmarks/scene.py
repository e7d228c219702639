"""A big scene beside pydeck's own page and plain GeoJSON of the same data: built in how long, how large, shown when.

python scene.py [--buildings 100000] [--keep FOLDER]

Three doorplates a building, nine categories decided by the engine. The page says itself when its first picture and its last
tile were drawn; the seconds count from the moment at which a Chromium that has started is asked for the file.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import measure
import numpy as np
from district import CRS, _frame, areas, district, frames, load_package

if TYPE_CHECKING:
    import geopandas as gpd
    from community3d.processing.scene.content import SceneContent

BUILDINGS, DOORS_OF_BUILDING = 100_000, 3
ROADS = ("丰泽", "长江", "莲塘", "清波", "望湖", "云锦", "桂雨", "双溪")
CHROMIUM, SWITCHES = (
    "/usr/bin/chromium",
    [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
)
PATIENCE_MS = 300_000
# Its own windows keep both cores busy when Chromium starts: whoever opens a file by double-click mostly has it running.
STARTED_MS = 5_000
STAMPS = """
new MutationObserver(() => {
  const word = document.documentElement.dataset.ready;
  window.shownAt = {...window.shownAt, [word]: performance.now() / 1000};
}).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-ready']});
"""


# Counts what each frame asks the graphics hardware for.
COUNTS = """
window.drawn = {calls: 0, vertices: 0};
const asked = {
  drawArrays: (a) => a[2], drawElements: (a) => a[1], drawArraysInstanced: (a) => a[2] * a[3], drawElementsInstanced: (a) => a[1] * a[4],
};
for (const [name, vertices] of Object.entries(asked)) {
  const own = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...given) {
    window.drawn.calls += 1;
    window.drawn.vertices += vertices(given);
    return own.apply(this, given);
  };
}
"""
# The counts of one frame of the view as it stands.
ONE_FRAME = """async () => {
  const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await next();
  window.drawn = {calls: 0, vertices: 0};
  window.community3d.map.redraw();
  for (let k = 0; k < 20 && !window.drawn.calls; k += 1) await next();
  return window.drawn;
}"""


@dataclass(frozen=True)
class Built:
    """A file, and what making it cost."""

    name: str
    path: Path
    cpu_s: float
    wall_s: float

    @property
    def megabytes(self) -> float:
        """Its size."""
        return self.path.stat().st_size / 1e6


def content(buildings: int) -> SceneContent:
    """The scene of an invented district whose doorplates the engine has decided."""
    from community3d.layers.profiles import profile, walker
    from community3d.layers.schema import PARTITION
    from community3d.processing.engine.check import service_coverage
    from community3d.processing.engine.livingcircle import category_isochrones
    from community3d.processing.engine.results import Settings
    from community3d.processing.engine.trails import trails
    from community3d.processing.scene.content import layers_content

    settings = Settings(profile("tdt1063"), walker("planning"), run="0a1b2c3d")
    names = [line.id for line in settings.profile.categories]
    made = district(buildings * DOORS_OF_BUILDING, len(names))
    middles = _along_roads(made.homes[::DOORS_OF_BUILDING])
    made = replace(made, homes=np.repeat(middles, DOORS_OF_BUILDING, axis=0) + _offsets(len(made.homes)))
    tables = frames(made)
    tables["facilities"]["services"] = [names[kind] for kind in made.category]
    tables["facilities"]["name"] = [f"设施{row}" for row in range(len(made.category))]
    tables.update(areas=areas(made).assign(partition=PARTITION), buildings=_buildings(middles))
    doors = tables["doorplates"].assign(**_door_texts(buildings))
    decided = service_coverage(doors, tables["facilities"], tables["streets"], areas=tables["areas"], settings=settings)
    bands = category_isochrones(decided.coverage, settings).frame
    del tables["doorplates"]
    shown = layers_content(tables, decided.ledger, crs=CRS, title="大区", isochrones=bands, settings=settings)
    return replace(shown, trails=trails(decided.coverage, settings))


def _along_roads(middles: np.ndarray) -> np.ndarray:
    """The places in the order in which numbers are given: strip by strip of 350 m, upwards in each."""
    return middles[np.lexsort((middles[:, 1], middles[:, 0] // 350))]


def _offsets(count: int) -> np.ndarray:
    """From the middle of its building to each door, in metres."""
    return np.random.default_rng(4).uniform(-6, 6, (count, 2))


def _buildings(middles: np.ndarray) -> gpd.GeoDataFrame:
    """Blocks of 10 by 16 to 14 by 60 m, turned like the streets beside them."""
    import shapely

    generator, count = np.random.default_rng(3), len(middles)
    half = np.column_stack([generator.uniform(8, 30, count), generator.uniform(5, 7, count)])
    turned = generator.normal(0, 0.1, count) + np.where(generator.random(count) < 0.5, 0, np.pi / 2)
    corners = half[:, None] * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    cosine, sine = np.cos(turned)[:, None], np.sin(turned)[:, None]
    x, y = corners[..., 0], corners[..., 1]
    ring = np.stack([x * cosine - y * sine, x * sine + y * cosine], axis=-1) + middles[:, None]
    floors = generator.choice([3, 6, 11, 18, 26], count)
    texts = {"building_id": [f"B{row:07}" for row in range(count)], "name": None, "floors": floors, "use": "residential"}
    return _frame(texts, shapely.polygons(ring))


def _door_texts(buildings: int) -> dict[str, list[str]]:
    row = range(buildings * DOORS_OF_BUILDING)
    building = [k // DOORS_OF_BUILDING for k in row]
    return {
        "building_id": [f"B{of:07}" for of in building],
        "address": [
            f"{ROADS[of // 400 % len(ROADS)]}{of // 3200 + 1}路{of % 400 + 1}号{k % DOORS_OF_BUILDING + 1}幢"
            for k, of in zip(row, building)
        ],
        "estate": [f"{ROADS[of // 20 % len(ROADS)]}苑{of // 160 + 1}" for of in building],
    }


def ours(shown: SceneContent, folder: Path) -> Built:
    """Our scene."""
    from community3d.processing.scene.export import write_scene

    return _built("**Community 3D**", folder / "scene.html", lambda path: write_scene(path, shown))


def pydeck_page(shown: SceneContent, folder: Path) -> Built:
    """What pydeck writes itself: rows as JSON in the page, its script beside them."""
    import pydeck

    def write(path: Path) -> None:
        layers = [
            pydeck.Layer(
                "PolygonLayer", _rows(shown.table("buildings"), "polygon"), get_polygon="polygon", get_elevation="floors * 3", extruded=True
            ),
            pydeck.Layer("ScatterplotLayer", _rows(shown.ledger, "position"), get_position="position", get_radius=3),
        ]
        view = pydeck.ViewState(longitude=120.6, latitude=31.3, zoom=12, pitch=45)
        pydeck.Deck(layers, initial_view_state=view, map_provider=None).to_html(str(path), offline=True, open_browser=False)

    return _built("pydeck's own page", folder / "pydeck.html", write)


def geojson(shown: SceneContent, folder: Path) -> Built:
    """Buildings and doorplates with their columns as GeoJSON, seven decimals."""

    def write(path: Path) -> None:
        written = [frame.to_crs(4326).to_json(drop_id=True, to_wgs84=False) for frame in (shown.table("buildings"), shown.ledger)]
        path.write_text("\n".join(written), encoding="utf-8")

    return _built("GeoJSON", folder / "district.geojson", write)


def _rows(frame: gpd.GeoDataFrame, place: str) -> list[dict]:
    """The rows as pydeck takes them, in degrees."""
    import shapely

    degrees = frame.to_crs(4326)
    rows = degrees.drop(columns="geometry").where(degrees.drop(columns="geometry").notna(), None).to_dict("records")
    if place == "position":
        places = shapely.get_coordinates(degrees.geometry.to_numpy()).tolist()
    else:
        places = [[list(corner) for corner in shape.exterior.coords] for shape in degrees.geometry]
    return [{**row, place: where} for row, where in zip(rows, places)]


def _built(name: str, path: Path, write: Callable[[Path], None]) -> Built:
    began, on_the_wall = time.process_time(), time.perf_counter()
    write(path)
    return Built(name, path, time.process_time() - began, time.perf_counter() - on_the_wall)


def shown_after(path: Path, hash_: str) -> dict[str, float]:
    """Seconds to the first picture and to the last tile, and the browser's heap in MB."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True).new_page()
        page.add_init_script(STAMPS + COUNTS)
        page.wait_for_timeout(STARTED_MS)
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready=whole], html[data-ready=problem]", state="attached", timeout=PATIENCE_MS)
        told = page.evaluate("() => ({...window.shownAt, heap_mb: performance.memory.usedJSHeapSize / 1e6})")
        told |= page.evaluate(ONE_FRAME)
        browser.close()
    return told


def table(buildings: int, folder: Path) -> str:
    """The three files side by side, then what the browser says of ours."""
    shown = content(buildings)
    files = (ours(shown, folder), pydeck_page(shown, folder), geojson(shown, folder))
    rows = [[made.name, f"{made.wall_s:.1f}", f"{made.cpu_s:.1f}", f"{made.megabytes:.2f}"] for made in files]
    words = [measure.table(("file", "built, s", "CPU s", "MB"), rows)]
    if shutil.which(CHROMIUM):
        for name, hash_ in (("flat, as software rendering shows it", ""), ("in 3D", "#3d")):
            told = shown_after(folder / "scene.html", hash_)
            words.append(
                f"{name}: first picture {told['picture']:.1f} s, deck.gl {told['map']:.1f} s, all {told['whole']:.1f} s, "
                f"{told['heap_mb']:.0f} MB of script memory, "
                f"{told['calls']} draw calls, {told['vertices'] / 1e6:.2f} M vertices"
            )
    return "\n\n".join(words)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--buildings", type=int, default=BUILDINGS)
    parser.add_argument("--keep", type=Path, help="folder for the files")
    wanted = parser.parse_args()
    load_package()
    with tempfile.TemporaryDirectory() as gone:
        print(f"load {os.getloadavg()[0]:.1f}\n")
        print(table(wanted.buildings, wanted.keep or Path(gone)))


if __name__ == "__main__":
    main()
