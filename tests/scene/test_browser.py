"""The page in a real Chromium: from the disk, without a network, with software rendering."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

PATIENCE_MS = 120_000

pytestmark = pytest.mark.browser


class Opened:
    """A page with what it said and asked for."""

    def __init__(self, page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.add_init_script("window.refused = []; addEventListener('securitypolicyviolation', ({blockedURI}) => refused.push(blockedURI))")

    def open(self, path: Path, hash_: str = "#3d") -> Opened:
        """Load the file and wait until everything is drawn."""
        self.page.goto(path.as_uri() + hash_)
        self.page.wait_for_selector("html[data-ready=whole], html[data-ready=problem]", state="attached", timeout=PATIENCE_MS)
        return self

    def ask(self, question: str, argument: object = None) -> object:
        """Evaluate a function of {model, state, map}."""
        return self.page.evaluate(f"(argument) => (({question})(window.community3d, argument))", argument)


@pytest.fixture
def fresh(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    yield Opened(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def scene(browser, scene_file):
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, offline=True)
    yield Opened(context.new_page()).open(scene_file)
    context.close()


def test_it_opens_from_the_disk_without_asking_anyone(scene, scene_file):
    assert scene.page.get_attribute("html", "data-ready") == "whole"
    outside = [url for url in scene.requests if not url.startswith((scene_file.as_uri(), "data:", "blob:"))]
    assert outside == []


def test_it_says_nothing_on_the_console(scene):
    assert scene.errors == []


def test_it_does_nothing_that_its_own_policy_refuses(scene):
    assert scene.page.evaluate("refused") == []
    assert scene.page.evaluate("typeof WebAssembly") == "object"


def test_its_figures_are_those_of_the_ledger(scene, results):
    for category in results.settings.profile.categories:
        rate = scene.ask("({model}, id) => model.measures.rate(null, id, 'households')", category.id)
        figure = results.figures.get(f"rate.{category.id}")
        assert rate == (figure.value if figure else None)


def test_every_doorplate_is_there_with_its_reasons(scene, results):
    missed = scene.ask(
        """({model}) => {
          const found = {};
          for (const {id} of model.categories) {
            found[id] = 0;
            for (let i = 0; i < model.doorplates.count; i += 1) {
              if (model.doorplates.service(i, id).ok === false) found[id] += model.doorplates.households(i);
            }
          }
          return found;
        }"""
    )
    for category in results.settings.profile.categories:
        failing = results.ledger[f"{category.id}_ok"].isin([False])
        assert missed[category.id] == results.ledger.loc[failing, "households"].sum()


def test_no_two_labels_touch_and_none_lies_under_a_panel(scene):
    boxes = scene.ask("({map}) => map.shown().filter((one) => !one.forced).map((one) => [one.id, one.owner || '', ...one.box])")
    assert len(boxes) > 5
    for k, (_, owner, x, y, width, height) in enumerate(boxes):
        for _, other_owner, ox, oy, other_width, other_height in boxes[k + 1 :]:
            apart = x + width <= ox or ox + other_width <= x or y + height <= oy or oy + other_height <= y
            assert apart or (owner and owner == other_owner)


def test_the_worst_community_in_view_is_named(scene):
    worst = scene.ask("() => Number(document.querySelector('#right .rank-row').dataset.area)")
    assert f"area-{worst}" in scene.ask("({map}) => map.shown().map((one) => one.id)")


def test_the_communities_of_the_page_add_up_to_its_district(scene):
    for weight in ("households", "residents"):
        whole, parts = scene.ask(
            """({model}, weight) => {
              const of = (area) => model.categories.map(({id}) => model.measures.counts(area, id, weight).ok);
              const communities = model.areas.ofLevel('community').map(of);
              return [of(null), of(null).map((_, c) => communities.reduce((sum, one) => sum + one[c], 0))];
            }""",
            weight,
        )
        assert parts == pytest.approx(whole, abs=len(parts))


def test_a_roof_has_the_colour_of_its_legend(scene):
    image_module = pytest.importorskip("PIL.Image")
    palette = scene.ask("() => JSON.parse(document.getElementById('palette').textContent).ramp.dark")
    roofs = scene.ask(
        """({model, map}) => {
          const hidden = (px, py) => map.shown().some(({box: [x, y, w, h]}) => px > x-9 && px < x + w+9 && py > y-9 && py < y + h+9);
          const found = [];
          for (let i = 0; i < model.buildings.count; i += 1) {
            const [x, y] = model.buildings.centre(i);
            const [px, py] = map.project([x, y, model.buildings.height(i)]);
            if (hidden(px, py) || px < 460 || px > 1400 || py < 120 || py > 880) continue;
            found.push([model.buildings.completenessClass(i), px, py]);
          }
          return found;
        }"""
    )
    shot = image_module.open(io.BytesIO(scene.page.screenshot(timeout=PATIENCE_MS))).convert("RGB")
    near = [difference(shot.getpixel((int(x), int(y))), rgb(palette[one])) < 8 for one, x, y in roofs]
    # A few roofs hide behind taller houses.
    assert len(near) > 50
    assert sum(near) / len(near) > 0.9


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def difference(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """CIE 1976 colour difference, not smaller than ΔE00 for colours as near as these."""

    def lab(colour: tuple[int, ...]) -> tuple[float, ...]:
        linear = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (channel / 255 for channel in colour)
        ]
        rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
        xyz = [sum(part * value for part, value in zip(row, linear)) / white for row, white in zip(rows, (0.9505, 1, 1.089))]
        f = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz]
        return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])

    return sum((a - b) ** 2 for a, b in zip(lab(first), lab(second))) ** 0.5


def test_a_click_selects_the_building_and_a_second_one_its_area(scene):
    roof = scene.ask(
        """({model, map}) => {
          const hidden = (px, py) => map.shown().some(({box: [x, y, w, h]}) => px > x-9 && px < x + w+9 && py > y-9 && py < y + h+9);
          for (let i = 0; i < model.buildings.count; i += 1) {
            const [px, py] = map.project([...model.buildings.centre(i), model.buildings.height(i)]);
            // A courtyard has no roof over its middle.
            if (model.buildings.footprint(i)[0].length > 1 || hidden(px, py)) continue;
            if (px > 500 && px < 1300 && py > 200 && py < 800) return [i, px, py];
          }
          return null;
        }"""
    )
    index, x, y = roof
    scene.page.mouse.click(x, y)
    assert scene.ask("({state}) => state.get().selection") == {"kind": "building", "index": index}
    scene.page.wait_for_timeout(400)
    scene.page.mouse.click(x, y)
    second = scene.ask("({state, model}) => { const { kind, index } = state.get().selection; return [kind, model.areas.level(index)]; }")
    assert second == ["area", "grid"]
    scene.ask("({state}) => state.set({ selection: null })")


def test_without_a_graphics_card_it_opens_flat_and_says_so(fresh, scene_file):
    fresh.open(scene_file, "")
    assert fresh.ask("({state}) => [state.get().lightMode, state.get().view3d]") == [True, False]
    assert fresh.ask("({map}) => map.pitch()") == 0


def test_a_lost_graphics_context_is_rebuilt_from_the_arrays(fresh, scene_file):
    fresh.open(scene_file, "#select=area:subdistrict:990106002")
    lose = "document.querySelector('#map canvas').getContext('webgl2').getExtension('WEBGL_lose_context')"
    fresh.page.evaluate(f"window.lost = {lose}; window.lost.loseContext()")
    fresh.page.wait_for_timeout(300)
    fresh.page.evaluate("window.lost.restoreContext()")
    fresh.page.wait_for_timeout(4000)
    assert fresh.ask("({map}) => map.shown().length > 3")
    drawn = fresh.ask(
        """async ({map}) => {
          const canvas = await map.picture(1);
          const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let painted = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i] > 200) painted += 1;
          return painted / (data.length / 4);
        }"""
    )
    assert drawn > 0.1


def test_a_cut_off_file_is_told_before_anything_is_drawn(fresh, scene_file, tmp_path):
    page = scene_file.read_text(encoding="utf-8")
    at = page.index('id="part-core">') + len('id="part-core">')
    (tmp_path / "cut.html").write_text(page[:at] + page[at + 400 :], encoding="utf-8")
    fresh.open(tmp_path / "cut.html")
    assert fresh.page.get_attribute("html", "data-ready") == "problem"
    assert "bytes were expected" in fresh.page.inner_text("#plain [role=alert]")


def test_hostile_values_never_run(fresh, tmp_path):
    import scene_invented as invented
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.export import write_scene

    hostile = '</script><img src=x onerror="window.ran=1">{{title}}\u2028'
    write_scene(tmp_path / "hostile.html", scene_content(invented.invented_results(4, hostile=hostile)), title="区" + hostile)
    fresh.open(tmp_path / "hostile.html")
    fresh.ask("({state}) => state.set({ selection: { kind: 'building', index: 3 } })")
    fresh.page.wait_for_timeout(500)
    assert fresh.page.evaluate("window.ran") is None
    assert fresh.page.locator("img").count() == 0
    assert [url for url in fresh.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_a_damaged_script_leaves_the_flat_picture(fresh, scene_file, tmp_path):
    page = scene_file.read_text(encoding="utf-8")
    at = page.index('id="script">') + len('id="script">')
    (tmp_path / "torn.html").write_text(page[:at] + page[at + 400 :], encoding="utf-8")
    fresh.open(tmp_path / "torn.html")
    assert fresh.page.get_attribute("html", "data-ready") == "problem"
    assert fresh.page.is_visible("#plain [role=alert]")
    assert fresh.page.is_visible("#plain svg")
