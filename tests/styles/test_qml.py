"""The styles as QGIS reads them."""

from __future__ import annotations

import os

import geopandas as gpd
import numpy as np
import pytest
import shapely

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytestmark = pytest.mark.qgis
core = pytest.importorskip("qgis.core")

from community3d.layers.geopackage import write_geopackage  # noqa: E402
from community3d.styles import look, make_qml  # noqa: E402

ROLES = [role.__name__ for role in make_qml.ROLES]
SQUARE = shapely.box(0, 0, 100, 100)
LINE = shapely.LineString([(0, 50), (100, 50)])
POINT = shapely.Point(50, 50)
POLYGONS = (
    "areas",
    "areas_out",
    "isochrones",
    "buildings",
    "land",
    "estates",
    "networkquality",
    "facilitystandards",
    "comparecoverage_areas",
    "capacity_areas",
    "gridmoves",
    "communityparts",
    "crosswalk",
    "converted_polygons",
)
LINES = ("streets", "walls", "routes", "nearby_routes", "converted_lines")
COLUMNS = {
    "ledger": {"completeness": 0.4, "judged": 9, "reached": 4, "doorplate_id": "a", "address": "A & <B>", "number": "1"},
    "unreached": {"doorplate_id": "a", "address": "x", "park_why": "too_far"},
    "areas": {"code": "1", "level": "community", "name": "x"},
    "areas_out": {"code": "1", "level": "community", "name": "x", "completeness": 0.7},
    "isochrones": {"category": "park", "limit": 5.0, "unit": "min"},
    "iso_exceptions": {"doorplate_id": "a", "category": "park", "inside": True},
    "networkquality": {"name": "x", "quality": "usable"},
    "routes": {"doorplate_id": "a", "category": "park", "facility_id": "b", "m": 1.0, "min": 1.0, "ok": True},
    "nearby": {"place_id": "a", "kind": "gate", "id": "b", "name": None, "m": 1.0, "min": 1.0, "rank": 1},
    "nearby_routes": {"place_id": "a", "kind": "gate", "id": "b", "name": None, "rank": 1},
    "facilities": {"facility_id": "a", "name": "x", "services": "market"},
    "streets": {"street_id": "a", "name": "x", "kind": "residential", "walkable": None},
    "buildings": {"building_id": "a", "name": "x", "floors": 6, "height_m": 18.0, "base_m": 0.0},
    "gates": {"gate_id": "a", "name": "x", "open": None},
    "walls": {"wall_id": "a"},
    "land": {"use": "water", "name": "x"},
    "estates": {"estate_id": "a", "name": "x"},
    "doorplates": {"doorplate_id": "a", "address": "x", "number": "1"},
    "problems": {"severity": "error", "message": "x"},
    "checklist": {"number": 1, "place": "x", "finding": "x", "answer": "x"},
    "communityscale": {"code": "a", "name": "x", "households": 3200.0, "verdict": "split"},
    "gridstaffing": {"code": "a", "name": "x", "level": "grid", "leader_vacancies": 1.0, "worker_vacancies": 0.0, "workload": 1.2},
    "events": {"event_id": "a", "category": "noise", "state": "closed", "reported_at": "x", "grid_code": "x", "for_verdicts": "no"},
    "whatif": {"doorplate_id": "a", "address": "x", "gained": 1, "lost": 0},
    "facilitystandards": {"code": "1", "name": "x", "verdict": "fail", "shortfall_m2": 73.8},
    "comparecoverage": {"doorplate_id": "a", "address": "x", "gained": 1, "lost": 0},
    "comparecoverage_areas": {"code": "1", "name": "x", "gained": 12.0, "lost": 3.0},
    "communityparts": {"code": "a", "name": "x", "part": 1, "households": 80.0},
    "located": {"address": "x", "error_m": 20.0},
    "gridmoves": {"order": 1, "from_code": "a", "to_code": "b", "to_name": "x", "households": 80.0},
    "capacity": {"doorplate_id": "a", "address": "A & <B>", "served": 0.4},
    "capacity_load": {"facility_id": "a", "name": "x", "verdict": "overloaded", "over": 12.0, "idle": 0.0},
    "capacity_areas": {"code": "1", "level": "community", "name": "x", "served": 0.7},
    "crosswalk": {"from_code": "1", "to_code": "2", "kind": "part"},
    "preview": {"number": "1"},
    **{f"converted_{kind}": {"anything": "x"} for kind in ("points", "lines", "polygons")},
    "rankgates": {"gate_id": "a", "estate": "x", "alone": 12.0, "order": 1.0, "added": 12.0},
}


@pytest.fixture(scope="module", autouse=True)
def qgis_application():
    from qgis._3d import Qgs3D

    application = core.QgsApplication.instance() or core.QgsApplication([], False)
    application.initQgis()
    Qgs3D.initialize()
    return application


@pytest.fixture
def open_layer(tmp_path):
    """Opens a table with one feature of a role, its columns changed as wanted, as a styled layer."""

    def opened(role, language="zh", **changes):
        shape = (
            SQUARE if role in POLYGONS else LINE if role in ("streets", "walls", "routes", "nearby_routes", "converted_lines") else POINT
        )
        columns = {name: np.array([value], object) for name, value in {**COLUMNS[role], **changes}.items()}
        frame = gpd.GeoDataFrame(columns, geometry=[shape], crs="EPSG:4549")
        write_geopackage(tmp_path / f"{role}.gpkg", {role: frame}, crs="EPSG:4549")
        layer = core.QgsVectorLayer(f"{tmp_path / role}.gpkg|layername={role}", role, "ogr")
        assert layer.loadNamedStyle(str(look.style(role, language)))[1]
        return layer

    return opened


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def context_of(layer):
    """An expression context with the layer's first feature."""
    context = core.QgsExpressionContext()
    context.appendScope(core.QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(next(layer.getFeatures()))
    return context


def drawn(layer):
    """The legend entries of the first feature."""
    feature = next(layer.getFeatures())
    context = core.QgsRenderContext()
    context.setExpressionContext(context_of(layer))
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    return [labels[key] for key in sorted(keys) if key in labels]


def inked(layer):
    """How many pixels of a picture of the layer are not white."""
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor

    settings = core.QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(core.QgsRectangle(-10, -10, 110, 110))
    settings.setOutputSize(QSize(48, 48))
    settings.setBackgroundColor(QColor("white"))
    job = core.QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    return sum(picture.pixelColor(x, y) != QColor("white") for x in range(48) for y in range(48))


@pytest.mark.parametrize("language", look.LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_style_loads_and_draws(open_layer, role, language):
    layer = open_layer(role, language)
    if role == "unreached":
        from qgis.PyQt.QtXml import QDomDocument

        document = QDomDocument()
        assert document.setContent(look.unreached("park", language))[0]
        assert layer.importNamedStyle(document)[0]
    assert layer.renderer().type() != "nullSymbol"
    assert inked(layer) > 0


@pytest.mark.parametrize(
    ("share", "label"),
    [
        (0.0, "低于 40%"),
        (0.39, "低于 40%"),
        (0.4, "40%–60%"),
        (0.6, "60%–80%"),
        (0.8, "80%–99%"),
        (0.99, "80%–99%"),
        (1.0, "100%"),
        (None, "无数据"),
    ],
)
def test_lower_bounds_of_completeness_are_inclusive(open_layer, share, label):
    assert drawn(open_layer("ledger", completeness=share)) == [label]


@pytest.mark.parametrize(
    ("verdict", "label"),
    [
        ("overloaded", "▲ 超负荷"),
        ("balanced", "● 适中"),
        ("idle", "■ 闲置"),
        ("no_places", "✕ 容量为0"),
        ("not_connected", "◆ 未接入路网"),
        ("no_data", "◇ 数据不足"),
    ],
)
def test_a_facility_says_how_full_it_is(open_layer, verdict, label):
    assert drawn(open_layer("capacity_load", verdict=verdict)) == [label]


@pytest.mark.parametrize(
    ("share", "label"),
    [
        (0.0, "低于 60%"),
        (0.6, "60%–70%"),
        (0.799, "70%–80%"),
        (0.8, "80%–90%"),
        (0.9, "90% 及以上"),
        (1.0, "90% 及以上"),
        (None, "数据不足"),
    ],
)
def test_areas_are_filled_by_fixed_classes(open_layer, share, label):
    assert label in drawn(open_layer("areas_out", completeness=share))


def test_where_there_is_no_community_the_district_is_filled(open_layer):
    assert "60%–70%" in drawn(open_layer("areas_out", level="district", completeness=0.65))
    assert drawn(open_layer("areas_out", level="grid", completeness=0.65)) == ["网格"]


@pytest.mark.parametrize(
    ("services", "label"),
    [("zoo,day_care_elderly", "养老"), ("junior_secondary", "中学"), ("supermarket", "综合超市"), ("car_park", "其他设施")],
)
def test_a_facility_wears_the_sign_of_its_service(open_layer, services, label):
    assert label in drawn(open_layer("facilities", services=services))


@pytest.mark.parametrize(
    ("limit", "unit", "label"),
    [(5.0, "min", "≤ 5"), (10.0, "min", "≤ 10"), (15.0, "min", "≤ 15"), (300.0, "m", "≤ 5"), (500.0, "m", "≤ 10"), (1000.0, "m", "≤ 15")],
)
def test_bands_are_five_ten_and_fifteen_minutes(open_layer, limit, unit, label):
    assert drawn(open_layer("isochrones", limit=limit, unit=unit))[0].startswith(label)


@pytest.mark.parametrize(("walkable", "label"), [(None, "街巷"), ("yes", "街巷"), ("no", "不可步行")])
def test_streets_that_may_not_be_walked_look_so(open_layer, walkable, label):
    assert drawn(open_layer("streets", walkable=walkable)) == [label]


def test_a_gate_of_unknown_rule_is_shown_as_unknown(open_layer):
    assert drawn(open_layer("gates")) == ["未知"]


def test_isochrones_let_the_map_through(open_layer):
    assert open_layer("isochrones").opacity() == pytest.approx(0.4)


def test_buildings_stand_as_high_as_they_are_in_a_3d_view(open_layer):
    from qgis._3d import QgsVectorLayer3DRenderer
    from qgis.PyQt import sip

    layer = open_layer("buildings")
    symbol = sip.cast(layer.renderer3D(), QgsVectorLayer3DRenderer).symbol()
    height = symbol.dataDefinedProperties().property(symbol.PropertyExtrusionHeight)
    assert height.valueAsDouble(context_of(layer), 0.0)[0] == 18.0


def test_map_tips_show_attribute_text_as_text(open_layer):
    layer = open_layer("ledger")
    tip = core.QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer))
    assert tip == "A &amp; &lt;B><br>9 类中可达 4 类"


def test_legends_speak_the_language_asked_for(open_layer):
    assert legend(open_layer("gates", "zh")) == ["所有人", "仅居民", "封闭", "未知"]
    assert legend(open_layer("gates", "en")) == ["Open to all", "Residents only", "Closed", "Unknown"]


def test_a_style_in_the_geopackage_loads_without_the_plugin(tmp_path):
    frame = gpd.GeoDataFrame({"gate_id": ["a"], "open": ["all"]}, geometry=[POINT], crs="EPSG:4549")
    write_geopackage(tmp_path / "a.gpkg", {"gates": frame}, crs="EPSG:4549", styles=look.qml({"gates": "gates"}))
    layer = core.QgsVectorLayer(f"{tmp_path / 'a.gpkg'}|layername=gates", "gates", "ogr")
    assert legend(layer) == ["所有人", "仅居民", "封闭", "未知"]


def test_a_written_table_is_edited_in_qgis_and_stays_sound(tmp_path):
    import sqlite3
    from contextlib import closing

    path = tmp_path / "a.gpkg"
    shapes = shapely.points(np.arange(200.0), 0)
    write_geopackage(path, {"t": gpd.GeoDataFrame({"n": range(200)}, geometry=shapes, crs="EPSG:4549")}, crs="EPSG:4549")
    layer = core.QgsVectorLayer(f"{path}|layername=t", "t", "ogr")
    with core.edit(layer):
        new = core.QgsFeature(layer.fields())
        new.setGeometry(core.QgsGeometry.fromWkt("POINT (-5 -5)"))
        layer.addFeature(new)
        layer.deleteFeature(3)
    assert layer.featureCount() == 200
    del layer
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT rtreecheck('rtree_t_geom')").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM rtree_t_geom WHERE maxx < 0").fetchone() == (1,)


@pytest.mark.parametrize(
    ("role", "kind"), [("buildings", "vector"), ("walls", "vector"), ("areas", "rulebased"), ("areas_out", "rulebased")]
)
def test_what_stands_up_in_a_3d_view_is_read_by_qgis(open_layer, role, kind):
    layer = open_layer(role)  # owns the renderer
    assert layer.renderer3D() is not None
    assert layer.renderer3D().type() == kind


def test_walls_of_areas_are_as_high_as_in_the_scene(open_layer):
    from qgis.PyQt.QtXml import QDomDocument

    document, layer = QDomDocument(), open_layer("areas")
    written = document.createElement("renderer")
    layer.renderer3D().writeXml(written, core.QgsReadWriteContext())
    document.appendChild(written)
    words = document.toString()
    # scene-spec: street 95 m, community 46 m, grid 12 m
    for level, height_m in (("subdistrict", 95), ("community", 46), ("grid", 12)):
        rule = words[words.index(f"'{level}'") :]
        assert f'extrusion-height="{height_m}"' in rule[: rule.index("</rule>")]
