"""Print layouts of a result: bound to its layers, whole on every page, legend as on the map."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def opened(project, town_files):
    """The layers of the town's result in a project, styled."""
    from community3d.processing.layering import dress, opened, place
    from community3d.processing.shownlayers import result_layers

    for each in result_layers(town_files[1]):
        layer = opened(each.uri, each.name)
        dress(layer, each.role)
        project.addMapLayer(layer, False)
        place(project, layer, each.role, district=each.district, seen=each.seen)
    return project


@pytest.fixture
def made(opened):
    """Makes a sheet of the town."""
    from community3d.plugin.printing import sheets

    areas = next(layer for layer in opened.mapLayers().values() if layer.customProperty("community3d/role") == "areas_out")
    return lambda kind: sheets.sheet(kind, opened, areas, sheets.Facts("Sample town", "TD/T 1063", "Planning", "2026-11-22"))


def labels(layout):
    from qgis.core import QgsLayoutItemLabel

    return [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]


def whole(layout):
    """That no label is wider or higher than its box, and none shows an expression."""
    for label in labels(layout):
        needed = label.sizeForText()
        assert needed.width() <= label.rect().width() + 0.1, (label.id(), label.currentText())
        # Some releases count a millimetre of leading above and below a title.
        assert needed.height() <= label.rect().height() + 1, (label.id(), label.currentText())
        assert "[%" not in label.currentText()


def legend_words(layout):
    """Names of layers and classes in a legend."""
    model = layout.itemById("legend").model()
    layers = model.rootGroup().findLayers()
    return {node.name(): [each.data(0) for each in model.layerLegendNodes(node)] for node in layers}


def test_the_map_shows_what_is_switched_on_and_says_whence(made, opened, tmp_path):
    from qgis.core import QgsLayoutExporter

    layout = made("coverage-a3")
    roles = [layer.customProperty("community3d/role") for layer in layout.itemById("map").layers()]
    assert {"ledger", "areas_out", "facilities"} <= set(roles)
    assert roles.index("ledger") < roles.index("areas_out")
    assert not {role for role in roles if role.startswith("problems")}
    whole(layout)
    said = {label.id(): label.currentText() for label in labels(layout)}
    assert said["title"].startswith("Sample town")
    assert "TD/T 1063" in said["subtitle"]
    assert "2026-11-22" in said["made"]
    path = tmp_path / "map.pdf"
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 60
    assert QgsLayoutExporter(layout).exportToPdf(str(path), settings) == QgsLayoutExporter.ExportResult.Success
    assert path.stat().st_size > 10_000


def test_the_atlas_has_a_page_for_each_community_with_its_published_shares(made, opened):
    layout = made("communities-a4")
    areas = layout.atlas().coverageLayer()
    rows = {row["name"]: row for row in areas.getFeatures("\"level\" = 'community'")}
    atlas = layout.atlas()
    assert atlas.updateFeatures() == len(rows)
    atlas.beginRender()
    seen = []
    while atlas.next():
        whole(layout)
        said = {label.id(): label.currentText() for label in labels(layout)}
        seen.append(said["title"])
        rates = said["rates"].split("\n")
        assert len(rates) == len(said["services"].split("\n")) == len(said["bars"].split("\n")) == 9
        rate = rows[said["title"]]["market_rate"]
        place = said["services"].split("\n").index("Wet market")
        assert rates[place] == ("No data" if rate is None or str(rate) == "NULL" else f"{rate * 100:.1f}%")
    atlas.endRender()
    assert sorted(seen) == sorted(rows)


def test_the_legend_says_what_the_styles_say(made, opened):
    from community3d.styles import look

    words = legend_words(made("coverage-a3"))
    assert set(words["Coverage ledger"]) <= {each.label("en") for each in look.completeness_classes("light")}
    known = {each.label("en") for each in look.area_classes("light")} | {"Grids", "Communities", "Sub-districts", "District"}
    assert set(words["Coverage by area"]) <= known


def test_outlines_have_no_title_above_the_entry_that_says_the_same(made):
    from qgis.core import QgsLegendRenderer, QgsLegendStyle

    model = made("communities-a4").itemById("legend").model()
    outlines = [node for node in model.rootGroup().findLayers() if node.layer().customProperty("community3d/role").startswith("areas:")]
    assert outlines
    for node in outlines:
        assert {each.data(0) for each in model.layerLegendNodes(node)} == {"Grids", "Communities", "Sub-districts", "District"}
        assert QgsLegendRenderer.nodeLegendStyle(node, model) == QgsLegendStyle.Style.Hidden


def test_a_second_sheet_has_a_name_of_its_own(made, opened):
    names = [made("coverage-a3").name(), made("coverage-a3").name()]
    assert len(set(names)) == 2
    assert {layout.name() for layout in opened.layoutManager().layouts()} == set(names)


def test_the_button_waits_for_a_result_and_then_opens_the_designer(plugin, desk, window, town_files, until):
    from community3d.plugin.printing.button import PrintButton

    button = PrintButton(desk)
    button.refresh()
    assert not button.isEnabled()
    assert "step ③" in button.toolTip()
    desk.binding.bind(town_files[0])
    desk.binding.set_result(town_files[1])
    desk.layertree.show_result(town_files[1])
    until(lambda: not desk.layertree.busy)
    button.refresh()
    assert button.isEnabled()
    shown = []
    window.openLayoutDesigner = shown.append
    button.menu().actions()[0].trigger()
    assert [layout.name() for layout in shown] == ["Coverage map"]
    texts = {label.id(): label.currentText() for label in labels(shown[0])}
    assert "TD/T 1063" in texts["subtitle"]
