"""A profile of one's own: copied, edited in a form, refused whole, offered again, judged by."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def own(tmp_path, qgis_app):
    """A copy of the default profile."""
    from community3d.processing import ownprofiles

    path = tmp_path / "Changqiao.yaml"
    ownprofiles.copied("tdt1063", path)
    return path


@pytest.fixture
def choice(plugin, desk, settings):
    """Step three's choice of the profile."""
    from community3d.plugin.panel.circlestep import CircleStep

    step = CircleStep(desk)
    yield step.profile
    step.deleteLater()


def changed(path, category, **values):
    from community3d.processing import ownprofiles

    sheet = ownprofiles.read(path)
    return replace(sheet, lines=tuple(replace(line, **values) if line.category == category else line for line in sheet.lines))


def test_a_copy_judges_as_the_shipped_one_and_has_a_name_of_its_own(own):
    from community3d.layers.profiles import profile, read_profile

    copy, shipped = read_profile(own), profile("tdt1063")
    assert copy.categories == shipped.categories
    assert copy.area_rules == shipped.area_rules
    assert (copy.id, copy.title_en) == ("changqiao", f"{shipped.title_en} · Changqiao")


def test_a_changed_limit_is_the_office_s_own_and_no_longer_the_standard_s(own):
    from community3d.layers.profiles import read_profile
    from community3d.processing import ownprofiles

    ownprofiles.save(own, changed(own, "market", limit=8.0, target=85.0))
    market = read_profile(own).category("market")
    assert (market.limit, market.target, market.confidence, market.clause) == (8.0, 0.85, "user", "")
    assert read_profile(own).category("park").clause


def test_a_category_that_is_not_used_judges_nothing(own):
    from community3d.layers.profiles import read_profile
    from community3d.processing import ownprofiles

    ownprofiles.save(own, changed(own, "football", used=False))
    found = read_profile(own)
    assert "football" not in {line.id for line in found.categories}
    assert "football" in {line.id for line in found.inactive}


def test_all_faults_are_told_at_once_and_the_file_stays(own):
    from community3d.layers.errors import InputError
    from community3d.processing import ownprofiles

    before = own.read_bytes()
    sheet = changed(own, "market", limit=0.0)
    sheet = replace(sheet, title="", lines=tuple(replace(line, target=150.0) if line.category == "park" else line for line in sheet.lines))
    with pytest.raises(InputError) as caught:
        ownprofiles.save(own, sheet)
    said = "\n".join(ownprofiles.faults(caught.value))
    assert len(ownprofiles.faults(caught.value)) == 3
    assert "Changqiao.yaml" in said
    assert all(word in said for word in ("title", "market", "park"))
    assert own.read_bytes() == before
    assert [each.name for each in own.parent.iterdir()] == [own.name]


def test_an_unconfirmed_line_needs_who_saw_the_text(tmp_path, qgis_app):
    from community3d.layers.errors import InputError
    from community3d.layers.profiles import standard
    from community3d.processing import ownprofiles

    path = tmp_path / "own.yaml"
    doubted = next(name for name in ("gb50180", "mofcom_basic", "wanzheng2020") if standard(name).inactive)
    ownprofiles.copied(doubted, path)
    with pytest.raises(InputError, match="confirmed_by"):
        ownprofiles.save(path, changed(path, standard(doubted).inactive[0].id, used=True))


def test_files_of_the_folder_stand_in_the_combo_and_are_judged_by(choice, own, settings):
    from community3d.plugin.options import settings as ours

    ours.store("profiles_folder", str(own.parent))
    choice.refresh()
    place = choice.combo.findData(str(own))
    assert choice.combo.itemText(place).endswith("Changqiao")
    choice.combo.setCurrentIndex(place)
    assert choice.chosen() == {"PROFILE": "tdt1063", "PROFILE_FILE": str(own)}
    assert len(choice.limits()) == 9


def test_copy_and_edit_opens_a_form_and_what_it_saves_is_chosen(choice, tmp_path):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    path = tmp_path / "own.yaml"
    choice.copy(path)
    form = choice.dialog
    rows = {form.table.item(row, 0).toolTip(): row for row in range(form.table.rowCount())}
    form.table.cellWidget(rows["market"], 1).setValue(0)
    form.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert "market" in form.refusal.sentence.text()
    form.table.cellWidget(rows["market"], 1).setValue(8)
    form.table.item(rows["football"], 0).setCheckState(Qt.CheckState.Unchecked)
    form.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert choice.file() == str(path)
    words = {limit.category: limit.words for limit in choice.limits()}
    assert words["market"] == "8 min"
    assert "football" not in words


def test_a_form_that_is_only_looked_at_changes_no_figure(own):
    from community3d.layers.profiles import read_profile
    from community3d.plugin.panel.profiledialog import ProfileDialog
    from community3d.processing import ownprofiles

    ownprofiles.save(own, changed(own, "market", limit=7.25, target=66.67))
    before = read_profile(own).categories
    ProfileDialog(own, ownprofiles.read(own)).save()
    assert read_profile(own).categories == before
    # A limit of the standard that reads the same keeps its clause too.
    assert (read_profile(own).category("market").limit, read_profile(own).category("park").confidence) == (7.25, "confirmed")


def test_half_a_per_cent_can_be_typed_where_a_whole_one_stands(own):
    from community3d.plugin.panel.profiledialog import ProfileDialog
    from community3d.processing import ownprofiles
    from qgis.PyQt.QtTest import QTest

    sheet = changed(own, "market", limit=10.0, target=60.0)
    form = ProfileDialog(own, sheet)
    row = next(row for row in range(form.table.rowCount()) if form.table.item(row, 0).toolTip() == "market")
    boxes = {"limit": form.table.cellWidget(row, 1), "target": form.table.cellWidget(row, 3)}
    assert {name: box.text() for name, box in boxes.items()} == {"limit": "10", "target": "60"}
    for box, typed in ((boxes["limit"], "7.5"), (boxes["target"], "62.5")):
        box.selectAll()
        QTest.keyClicks(box, typed)
    form.save()
    line = next(line for line in ownprofiles.read(own).lines if line.category == "market")
    assert (line.limit, line.target) == (7.5, 62.5)


def test_a_file_with_faults_is_refused_beside_the_combo(choice, tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("id: x\ncategories: []\n", encoding="utf-8")
    said = []
    choice.refused.connect(said.append)
    choice.take(path)
    assert "broken.yaml" in said[-1]
    assert choice.combo.findData(str(path)) < 0


def test_the_names_of_own_categories_stand_in_the_styles_of_results(own):
    from community3d.processing import dressing, ownprofiles

    words = own.read_text(encoding="utf-8").replace("id: market", "id: fresh_market").replace("zh: 菜市场", "zh: 生鲜店")
    own.write_text(words, encoding="utf-8")
    names = ownprofiles.names_of(own, "zh")
    assert names["fresh_market"] == "生鲜店"
    style = dressing.dressed("ledger", ["doorplate_id", "fresh_market_m"], "zh", lambda source: source, names)
    assert "生鲜店 · walking distance (m)" in style


def test_layers_are_called_by_the_names_of_own_categories(qgis_app, tmp_path):
    import geopandas as gpd
    from community3d.layers.geopackage import write_geopackage
    from community3d.processing import dressing, layering, shownlayers

    columns = {"doorplate_id": ["D1"], "canteen_m": [None], "canteen_ok": [False], "canteen_why": ["too_far"]}
    ledger = gpd.GeoDataFrame(columns, geometry=gpd.points_from_xy([0], [0]), crs="EPSG:4549")
    style = dressing.dressed("ledger", list(columns), "en", lambda source: source, {"canteen": "Canteen & café"})
    path = tmp_path / "result.gpkg"
    write_geopackage(path, {"ledger": ledger}, crs="EPSG:4549", styles={"ledger": style})
    _, missed = shownlayers.result_layers(path)
    assert missed.name.endswith("Canteen & café")
    layer = layering.opened(missed.uri, missed.name)
    layering.dress(layer, missed.role)
    assert layer.attributeAlias(layer.fields().lookupField("canteen_why")).startswith("Canteen & café")
    assert "canteen_why" in layer.renderer().dump()


def test_the_load_of_facilities_is_shown_with_the_other_results(qgis_app, tmp_path):
    import geopandas as gpd
    from community3d.layers.geopackage import write_geopackage
    from community3d.processing import layering, shownlayers

    places = gpd.GeoDataFrame({"facility_id": ["F1"], "verdict": ["overloaded"]}, geometry=gpd.points_from_xy([0], [0]), crs="EPSG:4549")
    write_geopackage(tmp_path / "result.gpkg", {"places": places}, crs="EPSG:4549")
    (found,) = shownlayers.result_layers(tmp_path / "result.gpkg")
    layer = layering.opened(found.uri, found.name)
    layering.dress(layer, found.role)
    assert (found.name, found.seen, layer.featureCount()) == ("Load of facilities", False, 1)
    assert "verdict" in layer.renderer().dump()


def test_the_coverage_of_areas_calls_a_category_of_ones_own_by_its_name(qgis_app, tmp_path):
    import geopandas as gpd
    from community3d.layers.geopackage import write_geopackage
    from community3d.processing import dressing
    from community3d.processing.layering import dress, opened
    from shapely import box

    columns = {"code": ["330106001001"], "name": ["望湖"], "level": ["community"], "canteen_rate": [0.5], "completeness_rate": [0.5]}
    frame = gpd.GeoDataFrame(columns, geometry=[box(0, 0, 1, 1)], crs="EPSG:4549")
    style = dressing.dressed("areas_out", list(columns), "en", lambda source: source, {"canteen": "Canteen"})
    path = tmp_path / "result.gpkg"
    write_geopackage(path, {"areas_out": frame}, crs="EPSG:4549", styles={"areas_out": style})
    layer = opened(f"{path}|layername=areas_out", "areas")
    dress(layer, "areas_out")
    assert layer.attributeAlias(layer.fields().lookupField("canteen_rate")) == "Canteen · coverage rate (share)"
    del layer
