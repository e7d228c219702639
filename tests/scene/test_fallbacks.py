"""What is seen where something is missing: graphics, a current engine, layers, the northern hemisphere, Hanzi."""

from __future__ import annotations

import os
import re
from pathlib import Path

import geopandas as gpd
import pytest
import scene_invented as invented
import shapely
from community3d.processing.scene.content import layers_content
from community3d.processing.scene.export import write_scene

PATIENCE_MS = 120_000
# Where somebody wants to look at each state: a folder for the pictures.
PICTURES = os.environ.get("SCENE_PICTURES", "")
NO_WEBGL = """{
  const own = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : own.call(this, kind, ...more); };
}"""
NO_SECOND_WEBGL = """{
  const own = HTMLCanvasElement.prototype.getContext;
  let asked = 0;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    if (kind === 'webgl2') asked += 1;
    return kind === 'webgl2' && asked > 1 ? null : own.call(this, kind, ...more);
  };
}"""
PORTO_ALEGRE, EAST, NORTH = "EPSG:31982", 478_000.0, 6_677_000.0
TIBETAN, UYGHUR = "ཁྲིམས་ཁྲུང་ཨུ་ལྷན།", "دوستلۇق مەھەللىسى"

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser, request):
    """Opens a file as a person would, after a script that takes something away; errors are collected."""
    contexts = []

    def open_(path: Path, hash_: str = "#theme=light&lang=zh", script: str = ""):
        context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready=whole], html[data-ready=problem]", state="attached", timeout=PATIENCE_MS)
        pictured(page, request.node.name)
        return page

    yield open_
    for context in contexts:
        context.close()


def pictured(page, name: str) -> None:
    if PICTURES:
        page.wait_for_timeout(800)
        page.screenshot(path=str(Path(PICTURES) / (re.sub(r"[^\w-]+", "_", name) + ".png")))


def scene_of(path: Path, tables: dict[str, gpd.GeoDataFrame], crs: str = invented.CRS) -> Path:
    write_scene(path / "scene.html", layers_content(tables, None, crs=crs, title="示例区"), language="zh")
    return path / "scene.html"


def there(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The invented rows at Porto Alegre."""
    moved = frame.geometry.translate(EAST - invented.WEST, NORTH - invented.SOUTH)
    return frame.set_geometry(gpd.GeoSeries(moved.to_numpy(), index=frame.index, crs=PORTO_ALEGRE))


@pytest.mark.parametrize("hash_", ["#theme=dark&lang=zh", "#theme=light&lang=en"])
def test_without_webgl2_the_flat_map_stands_beside_the_panels(opened, scene_file, hash_):
    page = opened(scene_file, hash_, NO_WEBGL)
    assert page.locator("#region [role=alert]").inner_text().count("WebGL2") == 1
    box = page.locator("#map svg.picture").bounding_box()
    assert box["width"] > 300
    assert box["height"] > 200
    assert page.locator(".rank-row").count() > 5
    assert page.faults == []


def test_graphics_that_fail_later_leave_the_flat_map_and_say_so(opened, scene_file):
    page = opened(scene_file, script=NO_SECOND_WEBGL)
    page.wait_for_selector("#map svg.picture")
    assert "map could not be drawn" in page.locator("#region [role=alert]").inner_text()
    assert page.locator(".rank-row").count() > 5


@pytest.mark.parametrize("missing", ["delete Array.prototype.at", "delete window.ResizeObserver", "delete Promise.allSettled"])
def test_an_old_engine_gets_the_plain_page_in_both_languages(opened, scene_file, missing):
    page = opened(scene_file, script=missing)
    plain = page.locator("#plain").inner_text()
    assert "此浏览器版本过低" in plain
    assert "This browser is too old" in plain
    assert page.is_visible("#plain svg.picture")
    assert not page.is_visible("#app")
    assert page.faults == []


def test_an_engine_that_cannot_read_the_script_gets_the_plain_page(opened, scene_file, tmp_path):
    text = scene_file.read_text(encoding="utf-8")
    at = text.rindex("<script>") + len("<script>")
    (tmp_path / "future.html").write_text(text[:at] + "let a ===== 1;" + text[at:], encoding="utf-8")
    page = opened(tmp_path / "future.html")
    assert page.is_visible("#plain svg.picture")
    assert "This browser is too old" in page.locator("#plain").inner_text()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_lost_graphics_leave_a_plain_picture_until_they_are_back(opened, scene_file, theme, request):
    page = opened(scene_file, f"#theme={theme}&lang=en")
    page.evaluate("window.lost = document.querySelector('#map canvas').getContext('webgl2').getExtension('WEBGL_lose_context')")
    page.evaluate("window.lost.loseContext()")
    page.wait_for_selector("canvas.first-picture")
    pictured(page, f"{request.node.name}-lost")
    assert "was reset" in page.locator("#notice").inner_text()
    painted = page.evaluate("""() => {
      const canvas = document.querySelector('.first-picture');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, k) => k % 4 === 3 && value > 200).length / (data.length / 4);
    }""")
    assert painted > 0.1
    page.evaluate("window.lost.restoreContext()")
    page.wait_for_selector("canvas.first-picture", state="detached", timeout=PATIENCE_MS)
    page.wait_for_selector("#notice", state="hidden")
    assert page.get_attribute("html", "data-ready") == "whole"


def test_without_a_decompressor_the_figures_are_the_same(opened, scene_file):
    figures = """() => {
      const { model } = community3d;
      const metres = Array.from({ length: 20 }, (_, i) => model.doorplates.service(i, model.categories[0].id).metres);
      return [document.querySelector('.part-ranking').textContent, document.querySelector('.part-why').textContent, ...metres];
    }"""
    own, other = opened(scene_file, script="delete window.DecompressionStream"), opened(scene_file)
    assert own.evaluate("typeof DecompressionStream") == "undefined"
    assert own.evaluate(figures) == other.evaluate(figures)


@pytest.mark.parametrize(
    "kept", [("areas",), ("buildings",), ("doorplates",), ("facilities",), ("streets",), ("areas", "streets", "facilities")]
)
def test_a_scene_of_few_layers_opens_and_has_its_flat_map(opened, tmp_path, kept):
    tables = invented.invented_tables(4)
    path = scene_of(tmp_path, {name: tables[name] for name in kept})
    page = opened(path, "#theme=light&lang=en")
    assert page.get_attribute("html", "data-ready") == "whole"
    assert page.faults == []
    text = page.locator("body").inner_text()
    assert "No coverage results in this file" in text
    assert "undefined" not in text
    assert "NaN" not in text
    flat = opened(path, "#theme=dark&lang=zh", NO_WEBGL)
    assert flat.locator("#map svg.picture path").count() > 0
    assert flat.faults == []


def test_one_building_alone_is_seen(opened, tmp_path):
    block = gpd.GeoDataFrame(
        {"building_id": ["B1"], "floors": [6]}, geometry=[shapely.box(560_000, 3_460_000, 560_030, 3_460_012)], crs=invented.CRS
    )
    page = opened(scene_of(tmp_path, {"buildings": block}), "#theme=light&lang=zh")
    assert page.faults == []
    [x0, y0], [x1, y1] = page.evaluate("() => [[-15, -6], [15, 6]].map((corner) => community3d.map.project(corner))")
    assert 40 < x1 - x0 < 1280
    assert 0 < x0 < x1 < 1280
    assert 0 < y1 < y0 < 720
    assert page.evaluate("() => { const seen = community3d.map.pickAt([640, 360]); return community3d.model.buildings.count; }") == 1


def test_in_the_southern_hemisphere_north_is_up_and_names_are_in_place(opened, tmp_path):
    tables = invented.invented_tables(4)
    path = scene_of(tmp_path, {name: there(tables[name]) for name in ("areas", "buildings", "streets")}, PORTO_ALEGRE)
    page = opened(path, "#theme=light&lang=en")
    assert page.faults == []
    longitude, latitude = page.evaluate("() => community3d.map.lonLat([0, 0])")
    assert longitude == pytest.approx(-51.22, abs=0.02)
    assert latitude == pytest.approx(-30.03, abs=0.02)
    south, north = page.evaluate("() => [[0, -300], [0, 300]].map((point) => community3d.map.project(point))")
    assert north[1] < south[1]
    assert north[0] == pytest.approx(south[0], abs=3)
    off = page.evaluate("""() => {
      const { map, model } = community3d;
      const left = document.querySelector('#map').getBoundingClientRect().left;
      return map.shown().filter((one) => one.kind === 'label' && one.selection?.kind === 'area').map(({ box, selection }) => {
        const [x, y] = map.project(model.areas.centre(selection.index));
        return Math.hypot(box[0] + box[2] / 2 + left - x, box[1] + box[3] / 2 - y);
      });
    }""")
    assert off
    assert max(off) < 60


def test_tibetan_and_uyghur_names_are_shown_as_they_are(opened, tmp_path):
    tables = invented.invented_tables(4)
    areas = tables["areas"].copy()
    rows = areas.index[areas["level"] == "community"][:2]
    areas.loc[rows, "name"] = [TIBETAN, UYGHUR]
    path = scene_of(tmp_path, {"areas": areas, "buildings": tables["buildings"]})
    page = opened(path, "#theme=light&lang=en")
    assert page.faults == []
    labels = page.evaluate("() => community3d.map.shown().map((one) => one.text ?? '')")
    assert any(TIBETAN[:4] in label for label in labels)
    assert any(UYGHUR[:4] in label for label in labels)
    page.locator("input[type=search], .search input").first.fill(UYGHUR)
    page.wait_for_selector(".search-option")
    assert UYGHUR in page.locator(".search-option").first.inner_text()
    assert TIBETAN in path.read_text(encoding="utf-8")
