"""The page in a real browser, driven as a person would: panels, search, keys, languages, what must not happen."""

from __future__ import annotations

import re
import sys
import time

import pytest

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api")

SIZES = ((1920, 1080), (1366, 768), (1280, 720))
HOSTILE = '</script><img src=x onerror="window.hacked=1">{{7*7}}'
WAIT_S = 180
AT_START = {
    "language": "zh",
    "theme": "dark",
    "drawer": "layers",
    "weight": "households",
    "level": "community",
    "sort": "rate",
    "textScale": 1,
}


@pytest.fixture(scope="module")
def launch():
    """Starts a Chromium with some arguments; all are closed at the end."""
    with playwright.sync_playwright() as running:
        started = []

        def start(*arguments):
            started.append(running.chromium.launch(executable_path="/usr/bin/chromium", args=list(arguments)))
            return started[-1]

        yield start
        for chromium in started:
            chromium.close()


@pytest.fixture(scope="module")
def browser(launch, switches):
    return launch(*switches)


@pytest.fixture(scope="module")
def scene(content, chinese, tmp_path_factory):
    from community3d.processing.scene.export import write_scene

    path = tmp_path_factory.mktemp("interface") / "scene.html"
    write_scene(path, content, translations={"zh": chinese})
    return path


@pytest.fixture(scope="module")
def opened(browser, scene):
    """Opens the scene: size and what stands after # → the page, ready; all pages are closed at the end."""
    pages = []

    def open_page(size=(1366, 768), hash_="", path=scene):
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        page = context.new_page()
        page.requests, page.faults = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.goto(f"{path.as_uri()}#{hash_}")
        until(page, "document.documentElement.dataset.ready === 'whole'")
        pages.append(context)
        return page

    yield open_page
    for context in pages:
        context.close()


@pytest.fixture(scope="module")
def laptop(opened):
    """One page for many tests; each gets it as it was at the start."""
    return opened(hash_="lang=zh&theme=dark")


@pytest.fixture
def page(laptop):
    if laptop.viewport_size != {"width": 1366, "height": 768}:
        resize(laptop, (1366, 768))
    laptop.evaluate("document.activeElement.blur()")
    for _ in range(8):
        laptop.keyboard.press("Escape")
    laptop.evaluate("(start) => community3d.state.set(start)", AT_START)
    return laptop


def until(page, condition: str) -> None:
    """Wait for a condition in the page; its policy forbids Playwright's own way, which evaluates text."""
    end = time.monotonic() + WAIT_S
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        page.wait_for_timeout(100)


def resize(page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wanted = "wall" if size[0] >= 1600 and size[1] >= 900 else "small"
    until(page, f"document.documentElement.dataset.size === '{wanted}'")
    page.wait_for_timeout(200)


def state(page, key: str):
    return page.evaluate(f"community3d.state.get().{key}")


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


# What a person sees as text: [text, element] of every shown text node of the page.
SHOWN_TEXT = """
  const shown = [];
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest('.unseen, svg, [hidden], #print') || holder.getClientRects().length === 0) continue;
    shown.push([node.data.trim(), holder]);
  }
"""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_no_panel_lies_on_another(page, size, language):
    resize(page, size)
    for drawer in (None, "layers", "figures"):
        page.evaluate(
            "([language, drawer]) => community3d.state.set({language, drawer, category: 'market', minutes: 5})", [language, drawer]
        )
        page.wait_for_timeout(300)
        boxes = page.evaluate("""['header', 'left', 'rail', 'drawer', 'tools', 'dock', 'scale', 'right'].map((id) => {
          const node = document.getElementById(id);
          const box = node.getBoundingClientRect();
          return node.offsetParent && box.width ? [id, box.left, box.top, box.right, box.bottom] : null;
        }).filter(Boolean)""")
        width, height = size
        for one, *a in boxes:
            assert a[0] >= 0
            assert a[1] >= 0
            assert a[2] <= width
            assert a[3] <= height, (one, a)
            for other, *b in boxes:
                apart = one == other or a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
                assert apart, f"{one} lies on {other} at {size} in {language} with {drawer}: {a} {b}"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_ours_is_cut_or_too_small(page, size, language):
    resize(page, size)
    for patch in (
        {"drawer": "layers", "category": None},
        {"drawer": "figures", "category": "market"},
        {"selection": {"kind": "building", "index": 3}},
        {"selection": {"kind": "area", "index": 4}},
    ):
        page.evaluate("(patch) => community3d.state.set(patch)", {**patch, "language": language})
        page.wait_for_timeout(200)
        small, cut = page.evaluate(f"""() => {{ {SHOWN_TEXT}
          const small = shown.filter(([, holder]) => parseFloat(getComputedStyle(holder).fontSize) < 12).map(([text]) => text);
          const isCut = (holder) => getComputedStyle(holder).display !== 'inline' && holder.scrollWidth > holder.clientWidth + 1;
          const cut = shown.filter(([, holder]) => isCut(holder)).map(([text]) => text);
          return [small, cut]; }}""")
        assert small == [], size
        # A name of the data may end in an ellipsis, it is whole in its tooltip.
        assert [text for text in cut if not re.search(r"社区|街道|设施|新村|路\d|网格", text)] == []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_text_stands_out_from_its_ground(page, theme):
    page.evaluate("(theme) => community3d.state.set({theme, drawer: 'figures', category: 'market', selection: null})", theme)
    page.wait_for_timeout(300)
    weak = page.evaluate(f"""() => {{ {SHOWN_TEXT}
      const canvas = document.createElement('canvas').getContext('2d', {{ willReadFrequently: true }});
      const paint = (colours) => {{
        canvas.clearRect(0, 0, 1, 1);
        colours.forEach((colour) => {{ canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }});
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
      }};
      const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      const light = (rgb) => rgb.reduce((sum, v, i) => sum + linear(v / 255) * [0.2126, 0.7152, 0.0722][i], 0);
      return shown.filter(([, holder]) => !holder.closest(':disabled, [aria-disabled="true"], .search-list')).map(([text, holder]) => {{
        const grounds = [];
        for (let node = holder; node; node = node.parentElement) grounds.unshift(getComputedStyle(node).backgroundColor);
        const [a, b] = [light(paint(grounds)), light(paint([...grounds, getComputedStyle(holder).color]))].sort((x, y) => y - x);
        return [text, (a + 0.05) / (b + 0.05)];
      }}).filter(([, ratio]) => ratio < 4.5); }}""")
    assert weak == []


def test_an_address_is_found_by_keyboard_and_its_panel_opens(page):
    address = page.evaluate("community3d.model.doorplates.address(12)")
    press(page, "/")
    page.keyboard.type(address)
    until(page, "document.querySelectorAll('#search-list [role=option]').length > 0")
    assert page.locator("#search-list [role=option]").first.inner_text().startswith(address)
    press(page, "Enter")
    until(page, "community3d.state.get().selection !== null")
    assert state(page, "selection.kind") == "doorplate"
    assert page.locator("#panel-name").inner_text() == address
    assert page.locator(".service").count() == len(page.evaluate("community3d.model.categories"))


def test_keys_alone_lead_from_an_address_to_its_community_and_to_paper(page):
    """Find, read why, go up, switch the category, print; Esc unwinds to the start."""
    page.evaluate("() => { window.print = () => { window.paper = true; }; }")
    press(page, "/")
    page.keyboard.type(page.evaluate("community3d.model.doorplates.address(12)"))
    until(page, "document.querySelectorAll('#search-list [role=option]').length > 0")
    press(page, "Enter")
    until(page, "document.querySelector('[data-key=above]') !== null")
    assert "限" in page.locator(".service").first.inner_text()
    for _ in range(150):
        press(page, "Tab")
        if page.evaluate("document.activeElement.dataset.key") == "above":
            break
    level = "(({kind, index}) => kind === 'area' && community3d.model.areas.level(index))(community3d.state.get().selection)"
    for _ in range(5):
        if page.evaluate(level) != "community":
            press(page, "Enter")
    assert page.evaluate(level) == "community"
    page.evaluate("document.activeElement.blur()")
    press(page, "4", "p")
    until(page, "window.paper === true")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    for _ in range(6):
        press(page, "Escape")
    assert [state(page, key) for key in ("selection", "category", "minutes", "drawer")] == [None] * 4


def test_a_row_of_services_leads_to_its_facility_and_raises_its_walk(page):
    page.evaluate("community3d.state.set({selection: {kind: 'doorplate', index: 12}})")
    row = page.locator('[data-key="service/park"]')
    row.focus()
    assert state(page, "emphasis") == "park"
    facility = page.evaluate("community3d.model.doorplates.service(12, 'park').facility")
    press(page, "Enter")
    assert state(page, "selection") == {"kind": "facility", "index": facility}


def test_a_facility_tells_its_load_by_weight(page):
    page.evaluate("community3d.state.set({selection: {kind: 'facility', index: 0}})")
    households = page.locator("#right .list-row b").first.inner_text()
    press(page, "w")
    residents = page.locator("#right .list-row b").first.inner_text()
    assert households.endswith("户")
    assert residents.endswith("人")


def test_a_filter_that_leaves_nothing_says_so_and_is_cleared(page):
    # Nobody of the invented city is cut off from the network.
    page.evaluate("community3d.state.set({whyFilter: 'no_route'})")
    assert "当前筛选下没有建筑" in page.locator("#nothing").inner_text()
    page.locator("[data-key=clear-filter]").click()
    assert state(page, "whyFilter") is None
    assert page.locator("#nothing").is_hidden()


def test_the_tour_shows_the_worst_community_and_any_key_pauses_it(page):
    press(page, "t")
    page.evaluate("community3d.state.set({tour: {step: 1, paused: false}})")
    worst = page.evaluate("Number(document.querySelector('#right .rank-row').dataset.area)")
    assert state(page, "selection") == {"kind": "area", "index": worst}
    press(page, " ")
    assert state(page, "tour") == {"step": 1, "paused": True}
    assert "已暂停" in page.locator("#tour").inner_text()
    page.locator("[data-key=tour-on]").click()
    assert state(page, "tour.paused") is False
    press(page, "t")
    assert state(page, "tour") is None


def test_from_a_doorplate_one_climbs_to_the_community(page):
    page.evaluate("community3d.state.set({selection: {kind: 'doorplate', index: 12}})")
    kinds = []
    while page.locator("[data-key=above]").count():
        page.locator("[data-key=above]").click()
        selection = state(page, "selection")
        kinds.append(
            page.evaluate(f"community3d.model.areas.level({selection['index']})") if selection["kind"] == "area" else selection["kind"]
        )
    assert kinds[0] == "building"
    assert kinds[1:4] == ["grid", "community", "subdistrict"]


def test_chip_row_legend_and_slider_are_one_choice(page):
    page.locator('#dock [data-category="market"]').click()
    assert state(page, "category") == "market"
    assert state(page, "minutes") == 10
    assert "菜市场步行 10 分钟" in page.locator("#drawer .legend-title").first.inner_text()
    page.evaluate("community3d.state.set({drawer: 'figures'})")
    assert page.locator('#drawer [data-key="coverage/market"]').get_attribute("aria-checked") == "true"
    page.locator('#drawer [data-key="coverage/park"]').click()
    assert page.locator('#dock [data-category="park"]').get_attribute("aria-checked") == "true"
    press(page, "0")
    assert state(page, "category") is None
    assert state(page, "minutes") is None


def test_the_slider_changes_the_bands_only(page):
    press(page, "4")
    figure = page.locator('[data-key="coverage/market"] .coverage-value').first.text_content()
    page.locator("[data-key=minutes]").focus()
    press(page, "ArrowRight")
    assert state(page, "minutes") == 15
    assert "图上范围为 15 分钟，达标按 10 分钟判定" in page.locator("#dock").inner_text()
    assert page.locator('[data-key="coverage/market"] .coverage-value').first.text_content() == figure


def test_escape_unwinds_to_the_start(page):
    press(page, "4", "x")
    page.evaluate("community3d.state.set({selection: {kind: 'area', index: 4}})")
    press(page, "?")
    assert page.locator("[role=dialog]").count() == 1
    left = []
    for _ in range(5):
        press(page, "Escape")
        record = page.evaluate("community3d.state.get()")
        left.append([record["dialog"], record["selection"], record["failingOnly"] or None, record["category"]].count(None))
    assert left == [1, 2, 3, 4, 4]


def test_the_ranking_is_walked_with_arrows_and_opened_with_enter(page):
    rows = page.locator(".rank-row")
    rows.first.focus()
    press(page, "ArrowDown", "Enter")
    until(page, "community3d.state.get().selection !== null")
    assert state(page, "selection.index") == page.evaluate("Number(document.querySelectorAll('.rank-row')[1].dataset.area)")


def test_ranked_shares_are_those_of_the_summary(page, results):
    from community3d.processing.engine.areas import codes_of
    from community3d.processing.engine.rollup import area_totals

    areas = results.tables["areas"]
    totals = area_totals(results.ledger, codes_of(results.ledger, areas), areas, results.settings)
    own = totals[totals["level"] == "community"].dropna(subset=["code", "completeness"])
    names = dict(zip(areas["code"], areas["name"]))
    wanted = sorted(f"{share * 100:.1f}%" for share in own["completeness"])
    shown = page.evaluate(
        """[...document.querySelectorAll('.rank-row')]
          .map((row) => [row.children[1].textContent, row.querySelector('.rank-value').textContent])"""
    )
    assert sorted(share for _, share in shown) == wanted
    assert {name for name, _ in shown} == {names[code] for code in own["code"]}


def test_the_weight_changes_all_panels_at_once(page):
    before = page.locator(".rank-count").first.inner_text()
    press(page, "w")
    assert state(page, "weight") == "residents"
    assert "人数" in page.locator(".rank-head").inner_text()
    assert page.locator(".rank-count").first.inner_text() != before


def test_a_legend_class_dims_the_others(page):
    row = page.locator('#drawer [data-key="legend/1"]')
    row.click()
    assert state(page, "dimmedClass") == 1
    assert page.locator('#drawer [data-key="legend/1"]').get_attribute("aria-pressed") == "true"
    page.locator('#drawer [data-key="legend/1"]').click()
    assert state(page, "dimmedClass") is None


def test_a_parent_layer_switches_its_children(page):
    parent = '[data-key="layer/walls"]'
    assert page.locator(parent).get_attribute("aria-checked") == "mixed"
    page.locator(parent).click()
    assert page.locator(parent).get_attribute("aria-checked") == "true"
    assert page.locator('[data-key="layer/walls.grid"]').get_attribute("aria-checked") == "true"
    page.locator('[data-key="layer/walls.grid"]').click()
    assert page.locator(parent).get_attribute("aria-checked") == "mixed"


def test_switching_language_leaves_no_chinese_word_of_ours(page):
    page.evaluate("community3d.state.set({selection: {kind: 'building', index: 3}, drawer: 'figures', category: 'market'})")
    press(page, "Shift+L")
    assert page.evaluate("document.documentElement.lang") == "en"
    said = page.evaluate(f"""() => {{ {SHOWN_TEXT}
      const nodes = [...document.querySelectorAll('#app *')].filter((node) => !node.closest('svg'));
      const labels = nodes.flatMap((node) => ['aria-label', 'title', 'placeholder', 'data-tip'].map((name) => node.getAttribute(name)));
      return [...shown.map(([text]) => text), ...labels].filter((text) => text && /[\\u4e00-\\u9fff]/.test(text)); }}""")
    data = page.evaluate("""() => {
      const { model } = community3d;
      const range = (count, name) => Array.from({ length: count }, (_, i) => name(i));
      return [model.meta.title, ...range(model.areas.count, model.areas.name), ...range(model.facilities.count, model.facilities.name),
        ...range(model.counts.buildings, model.buildings.name), ...range(model.counts.doorplates, model.doorplates.address),
        '中 / EN'].filter(Boolean);
    }""")

    def ours(text: str) -> str:
        for name in sorted(data, key=len, reverse=True):
            text = text.replace(name, "")
        return text

    assert [text for text in said if re.search(r"[\u4e00-\u9fff]", ours(text))] == []


def test_switching_back_leaves_no_english_sentence(page):
    page.evaluate("community3d.state.set({language: 'en', drawer: 'figures'})")
    press(page, "Shift+L")
    said = page.evaluate(f"() => {{ {SHOWN_TEXT} return shown.map(([text]) => text); }}")
    allowed = r"TD/T|LOD1|CIM2|EPSG|EN|deck\.gl|pydeck|Community 3D"
    assert [text for text in said if re.search(r"[A-Za-z]{3,}", re.sub(allowed, "", text))] == []


def test_the_dialog_keeps_the_focus_and_gives_it_back(page):
    page.locator("[data-key=about]").focus()
    press(page, "Enter")
    for _ in range(12):
        press(page, "Tab")
        assert page.evaluate("document.querySelector('[role=dialog]').contains(document.activeElement)")
    press(page, "Escape")
    assert page.evaluate("document.activeElement.dataset.key") == "about"


def test_measuring_says_that_it_is_straight(page):
    press(page, "m")
    for x, y in ((600, 300), (700, 300), (700, 400)):
        page.mouse.click(x, y)
        page.wait_for_timeout(400)
    assert len(state(page, "measure.points")) == 3
    assert re.search(r"直线 \d+.*围合面积", page.locator("#measure").inner_text())
    press(page, "Escape")
    assert state(page, "measure") is None


@pytest.fixture(scope="module")
def two_ledgers(results, chinese, tmp_path_factory):
    """A scene whose earlier ledger had one market only."""
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.earlier import with_earlier
    from community3d.processing.scene.export import write_scene

    invented = sys.modules["scene_invented"]
    facilities = results.tables["facilities"]
    earlier = facilities.drop(facilities.index[facilities["services"] == "market"][1:]).reset_index(drop=True)
    ledger = invented._ledger({**results.tables, "facilities": earlier}, results.settings)
    path = tmp_path_factory.mktemp("compare") / "scene.html"
    write_scene(path, with_earlier(scene_content(results), ledger, facilities=earlier, date="2025-12-31"), translations={"zh": chinese})
    return path


def test_one_ledger_cannot_be_compared_and_says_why(page):
    assert page.locator("[data-key=compare]").get_attribute("data-tip") == "本文件只含一期台账"
    press(page, "c")
    assert state(page, "compare") is None


def test_two_ledgers_show_before_after_and_change(opened, two_ledgers):
    page = opened((1920, 1080), "lang=zh&theme=dark", two_ledgers)
    now = page.locator('#left [data-key="coverage/market"] .coverage-value').inner_text()
    page.locator("[data-key=compare]").click()
    assert state(page, "compare") == "change"
    assert re.search(r"▲\s*\+\d", page.locator('#left [data-key="change/market"]').inner_text())
    assert page.locator('#left [data-key="change/park"] .change-value').inner_text() == "0.0"
    assert "2025-12-31" in page.locator("#left .part-compare").inner_text()
    assert page.locator("#right .part-changed .rank-row").count() > 0
    press(page, "v")
    was = page.locator('#left [data-key="coverage/market"] .coverage-value').inner_text()
    assert float(was.rstrip("%")) < float(now.rstrip("%"))
    press(page, "v", "Escape")
    assert page.locator('#left [data-key="coverage/market"] .coverage-value').inner_text() == now
    assert page.faults == []


def test_the_comparison_fits_its_panels(opened, two_ledgers):
    for language in ("zh", "en"):
        page = opened((1280, 720), f"lang={language}&theme=light&compare=change", two_ledgers)
        page.evaluate("community3d.state.set({drawer: 'figures', selection: {kind: 'area', index: 4}})")
        page.wait_for_timeout(300)
        cut = page.evaluate(f"""() => {{ {SHOWN_TEXT}
          const isCut = (holder) => getComputedStyle(holder).display !== 'inline' && holder.scrollWidth > holder.clientWidth + 1;
          return shown.filter(([, holder]) => isCut(holder)).map(([text]) => text); }}""")
        assert [text for text in cut if not re.search(r"社区|街道|设施|新村|路\d|网格", text)] == [], language


def test_printing_makes_pages_and_gives_the_theme_back(page):
    page.evaluate("() => { window.print = () => { window.printed = document.querySelectorAll('#print .sheet-page').length; }; }")
    press(page, "p")
    until(page, "window.printed > 0")
    assert page.evaluate("window.printed") == 4
    text = page.locator("#print").text_content()
    assert "依据与声明" in text
    assert "不含姓名、证件、电话" in text
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert state(page, "theme") == "dark"


def test_large_text_folds_the_left_column_of_the_wall(page):
    resize(page, (1920, 1080))
    until(page, "document.documentElement.dataset.layout === 'wall'")
    page.evaluate("community3d.state.set({textScale: 1.5})")
    assert page.evaluate("document.documentElement.dataset.layout") == "laptop"
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.rank-row')).fontSize)") >= 22


def test_nothing_goes_wrong_and_nothing_is_fetched(laptop):
    outside = [url for url in laptop.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert outside == []
    assert laptop.faults == []


def test_hostile_text_is_text_everywhere(opened, chinese, tmp_path_factory):
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.export import write_scene

    invented = sys.modules["scene_invented"]
    path = tmp_path_factory.mktemp("hostile") / "scene.html"
    write_scene(path, scene_content(invented.invented_results(3, hostile=HOSTILE)), translations={"zh": chinese})
    page = opened(hash_="lang=zh", path=path)
    for kind in ("building", "doorplate", "area", "facility"):
        page.evaluate("(kind) => community3d.state.set({selection: {kind, index: 1}})", kind)
        assert "onerror" in page.locator("#right").inner_text(), kind
    press(page, "Escape", "/")
    page.keyboard.type("onerror")
    until(page, "document.querySelectorAll('#search-list [role=option]').length > 0")
    assert "<img" in page.locator("#search-list").inner_text()
    press(page, "Escape", "Escape")
    page.evaluate("() => { window.print = () => { window.printed = 1; }; }")
    press(page, "p")
    until(page, "window.printed === 1")
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelectorAll('#app img').length") == 0
    assert page.title().endswith(HOSTILE)


def test_without_decompression_of_its_own_the_browser_still_opens_it(browser, scene):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(f"{scene.as_uri()}#lang=zh")
    until(page, "document.documentElement.dataset.ready === 'whole'")
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    assert page.evaluate("community3d.model.buildings.name(1)") is not None
    context.close()


def test_without_webgl_the_panels_still_work(launch, scene):
    page = launch("--no-sandbox", "--disable-gpu", "--disable-3d-apis").new_page(viewport={"width": 1920, "height": 1080})
    page.goto(f"{scene.as_uri()}#lang=zh")
    until(page, "document.documentElement.dataset.ready === 'whole'")
    assert "此浏览器不支持三维显示（WebGL2）" in page.locator("#region").inner_text()
    page.locator(".rank-row").first.click()
    assert page.locator("#panel-name").count() == 1


def test_no_word_of_the_page_is_left_untranslated(opened, content, tmp_path_factory):
    from community3d.processing.scene.export import write_scene
    from community3d.processing.scene.words import WORDS

    path = tmp_path_factory.mktemp("marked") / "scene.html"
    write_scene(path, content, translations={"zh": {words.source: f"⟦{words.source}⟧" for words in WORDS.values()}})
    page = opened(hash_="lang=zh", path=path)
    attributes = page.evaluate(
        "['title', 'aria-label', 'placeholder'].flatMap(name => [...document.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name)))"
    )
    shown = "\n".join([page.locator("body").inner_text(), *attributes])
    while re.search(r"⟦[^⟦⟧]*⟧", shown):
        shown = re.sub(r"⟦[^⟦⟧]*⟧", " ", shown)
    assert " ".join(sorted(set(re.findall(r"[A-Za-z][a-z]{3,}", shown)))) == ""
