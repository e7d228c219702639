"""The layers of the sample town's check in a project: groups, names, words, tips; and in QGIS without the plugin."""

from __future__ import annotations

import pytest

from .desktop import ended, started

pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def tree(qgis_app, town_files):
    """The town's result in an empty project, shown once for all tests that only read it."""
    plugin = started(town_files[1])
    yield plugin.desk.layertree
    ended(plugin)


@pytest.fixture
def project(tree):
    """The project that holds them."""
    from qgis.core import QgsProject

    return QgsProject.instance()


def shown(layer, name, value):
    """A value as the attribute table shows it."""
    from qgis.core import QgsApplication

    index = layer.fields().lookupField(name)
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, index, setup.config(), None, value)


def tip_of(layer, doorplate):
    """The map tip of a doorplate."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest

    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"doorplate_id = '{doorplate}'"))))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_results_problems_and_data_stand_in_this_order(tree, project):
    top = project.layerTreeRoot().children()[0]
    assert [child.name() for child in top.children()] == ["④ Results", "② Problems", "① Data"]
    results = [child.name() for child in top.children()[0].children()]
    assert results[:3] == ["Coverage ledger", "Not reached · Elderly care", "Not reached · Park or square"]
    assert results[-3:] == ["Where isochrone and ledger differ", "Facility standards", "Isochrones"]


def test_a_layer_that_qgis_put_elsewhere_comes_to_its_place(tree, project):
    from community3d.processing.layering import place
    from qgis.core import QgsProject

    layer = tree.layer("unreached:park")
    group = project.layerTreeRoot().children()[0].children()[0]
    before = [child.name() for child in group.children()]
    place(QgsProject.instance(), layer, "unreached:park", district="")
    assert sorted(child.name() for child in group.children()) == sorted(before)
    assert group.children()[0].name() == "Coverage ledger"


def test_the_first_category_not_reached_is_seen_and_the_others_are_not(tree, project):
    seen = {node.name(): node.itemVisibilityChecked() for node in project.layerTreeRoot().findLayers()}
    assert seen["Coverage ledger"]
    assert seen["Not reached · Elderly care"]
    assert not seen["Not reached · Football ground"]
    assert not seen["Isochrones · Park or square 5 / 10 / 15 min"]
    assert seen["Community"]
    assert not seen["Grid"]


def test_the_layer_of_those_who_miss_the_market_holds_nobody_who_reaches_it(tree):
    found = {row["market_why"] for row in tree.layer("unreached:market").getFeatures()}
    assert found
    assert "ok" not in found


def test_every_column_of_the_ledger_has_a_name_in_words(tree):
    layer = tree.layer("ledger")
    assert [field.name() for field in layer.fields() if not field.alias() and field.name() != "fid"] == []
    assert layer.attributeAlias(layer.fields().lookupField("elderly_m")) == "Elderly care · walking distance (m)"


@pytest.mark.parametrize(
    ("role", "column", "value", "words"),
    [
        ("ledger", "elderly_why", "behind_gate", "Behind a closed gate"),
        ("ledger", "elderly_ok", True, "Yes"),
        ("ledger", "walker", "planning", "Planning (walker)"),
        ("areas:grid", "level", "subdistrict", "Sub-district"),
        ("gates", "open", "residents", "Residents only"),
        ("isochrones:park", "unit", "min", "minutes"),
        ("isochrones:park", "category", "park", "Park or square"),
    ],
)
def test_codes_are_shown_in_words(tree, role, column, value, words):
    assert shown(tree.layer(role), column, value) == words


def test_the_map_tip_says_address_count_and_what_is_missing(tree):
    # D13 lies in 和园 behind the closed gate G06; secondary schools are not surveyed, so eight categories are judged.
    first, count, missing = tip_of(tree.layer("ledger"), "D13").split("<br>")
    assert first
    assert count.endswith("of 8 categories reached")
    assert "(gate)" in missing
    assert "Football ground (none)" in missing


def test_an_address_cannot_bring_markup_into_the_map_tip(tree, town_files, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = tree.layer("ledger")
    other = QgsVectorLayer(
        f"Point?crs=EPSG:4549&{'&'.join(f'field={field.name()}:string' for field in layer.fields())}", "hostile", "memory"
    )
    other.setMapTipTemplate(layer.mapTipTemplate())
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature

    row = QgsFeature(other.fields())
    row["address"] = "<script>alert('1')</script>&"
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(other))
    context.setFeature(row)
    told = QgsExpression.replaceExpressionText(other.mapTipTemplate(), context)
    assert told.startswith("&lt;script>alert('1')&lt;/script>&amp;")


def test_the_form_of_a_doorplate_has_four_parts_and_cannot_be_changed(tree):
    form = tree.layer("ledger").editFormConfig()
    assert [tab.name() for tab in form.tabs()] == ["Address", "Areas it belongs to", "Services", "Data of the doorplate"]
    assert form.readOnly(tree.layer("ledger").fields().lookupField("elderly_m"))
    assert not tree.layer("facilities").editFormConfig().readOnly(1)


def test_the_attribute_table_hides_codes(tree):
    hidden = {column.name for column in tree.layer("ledger").attributeTableConfig().columns() if column.hidden}
    assert {"community_code", "grid_code", "run", "elderly_id"} <= hidden
    assert "elderly_why" not in hidden


def test_a_layer_says_how_it_was_made(tree):
    told = tree.layer("ledger").metadata().abstract()
    assert "PROFILE=tdt1063; WALKER=planning; WEIGHT=households" in told
    assert "workspace.gpkg" in told


def test_every_rule_and_label_names_columns_that_exist(tree, project):
    from qgis.core import QgsExpression, QgsRenderContext

    for layer in project.mapLayers().values():
        known = {field.name() for field in layer.fields()}
        drawn = layer.renderer().usedAttributes(QgsRenderContext())
        labels = [layer.labeling().settings().fieldName] if layer.labeling() else []
        for words in (layer.displayExpression(), *drawn, *labels):
            used = QgsExpression(words if words not in known else f'"{words}"').referencedColumns()
            assert set(used) <= known, f"{layer.name()}: {words}"


def test_a_colleague_without_the_plugin_sees_the_same(town_files, qgis_app):
    # Nothing of ours runs here: QGIS opens the table and finds the style in the file.
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{town_files[1]}|layername=ledger", "opened by hand", "ogr")
    index = layer.fields().lookupField("park_why")
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.attributeAlias(index) == "Park or square · reason"
    assert shown(layer, "park_why", "too_far") == "Beyond the walking limit"
    assert "categories reached" in tip_of(layer, "D01")
    assert next(tab.name() for tab in layer.editFormConfig().tabs()) == "Address"
    assert "PROFILE=tdt1063" in layer.metadata().abstract()
    summary = QgsVectorLayer(f"{town_files[1]}|layername=summary", "opened by hand", "ogr")
    assert shown(summary, "verdict", "not_judged") == "Not judged"
