"""What is refused before a run begins, with what to do about it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def refused(qgis_app):
    """The words with which an algorithm refuses values; empty where it would run."""
    from community3d.processing.provider import Community3DProvider
    from qgis.core import QgsApplication, QgsProcessingContext

    provider = Community3DProvider()
    QgsApplication.processingRegistry().addProvider(provider)

    def ask(algorithm: str, **values) -> str:
        made = QgsApplication.processingRegistry().createAlgorithmById(f"community3d:{algorithm}")
        return made.checkParameterValues(values, QgsProcessingContext())[1]

    yield ask
    QgsApplication.processingRegistry().removeProvider(provider)


def test_everything_that_is_missing_is_named_at_once(refused):
    assert refused("servicecoverage", METHOD="estimate") == (
        "“Doorplates” (DOORPLATES) is missing. Choose it first.\n“Facilities” (FACILITIES) is missing. Choose it first."
    )
    assert "“Boundary layers” (INPUT) is missing" in refused("importareas", INPUT=[], OUTPUT="a.gpkg")


def test_a_walk_along_a_network_that_is_not_given_is_refused_before_the_run(refused):
    words = "STREETS is not given. Choose a walking network, or METHOD=estimate for straight lines without verdicts."
    assert refused("servicecoverage").splitlines()[-1] == words
    assert words not in refused("servicecoverage", METHOD="estimate")


def test_a_number_outside_its_bounds_names_them(refused):
    assert refused("sampledistrict", SEED=-1, OUTPUT="a.gpkg") == "“Seed” (SEED) is -1. Give a number from 0 upwards."
    assert "“Snap limit (m)” (SNAP_LIMIT_M) is 5000. Give a number from 0 to 2000." in refused("districtcheck", SNAP_LIMIT_M=5000)
    assert "(SNAP_LIMIT_M) is far. Give a number from 0 to 2000." in refused("districtcheck", SNAP_LIMIT_M="far")


def test_a_file_that_is_not_there_and_a_layer_that_does_not_open_are_told_apart(refused, tmp_path):
    missing = tmp_path / "无.gpkg"
    wanted = f"INPUT: {missing} does not exist. Check the name or choose another file."
    assert refused("districtcheck", INPUT=str(missing), OUTPUT=str(tmp_path)) == wanted
    assert f"INPUT: {missing} does not exist." in refused("importdoorplates", INPUT=str(missing), OUTPUT="a.gpkg")
    assert "STREETS: “x.gpkg” cannot be opened." in refused("checknetwork", STREETS="x.gpkg", OUTPUT="a.gpkg")


def test_texts_with_a_grammar_are_read_before_the_run(refused, tmp_path):
    words = refused("districtcheck", INPUT=str(tmp_path), OUTPUT=str(tmp_path), TARGETS="shops=80", PENALTIES="stairs=1", PRIORITIES="x")
    assert "TARGETS names “shops”" in words
    assert "PENALTIES: " in words
    assert len(words.splitlines()) >= 3


def test_limits_columns_levels_demand_and_date_are_read_before_the_run(refused, tmp_path):
    table = tmp_path / "门牌.csv"
    table.write_text("a,b\n", encoding="utf-8")
    assert "The limits must be numbers above 0, separated by commas, for example 5,10,15." in refused("isochrones", LIMITS="5,ten")
    words = refused("importdoorplates", INPUT=str(table), FIELDS="address:地址", OUTPUT="a.gpkg")
    assert words == "“address:地址” in FIELDS cannot be read. Write pairs like address=地址; building=楼栋号."
    missing = tmp_path / "无.yaml"
    assert f"{missing} does not exist." in refused("importdoorplates", INPUT=str(table), FIELDS=str(missing), OUTPUT="a.gpkg")
    words = refused("importareas", INPUT=["a.gpkg", "b.gpkg"], LEVELS="community, grid, grid", FIELDS="code", OUTPUT="a.gpkg")
    assert "LEVELS states 3 levels for 2 layers. State one for each, in their order." in words
    assert "“code” in FIELDS cannot be read." in words
    words = refused("importareas", INPUT=["a.gpkg"], LEVELS="community=CODE1, grid", OUTPUT="a.gpkg")
    assert "“grid” in LEVELS names no level with its column. Write pairs like community=CODE1, grid=CODE." in words
    words = refused("districtcheck", INPUT=str(tmp_path), OUTPUT=str(tmp_path), REPORT_DATE="2026-02-30", DEMAND="market=all")
    assert "REPORT_DATE “2026-02-30” is no date. Write for example 2026-06-30, or leave it empty." in words
    assert "“market=all” in DEMAND is not a group times a share above 0." in words


def test_what_has_the_right_form_is_let_through(refused, tmp_path):
    (tmp_path / "w.gpkg").touch()
    good = {"REPORT_DATE": "2028-02-29", "DEMAND": "elderly=elderly*0.03; *=residents", "TARGETS": "*=90"}
    assert refused("districtcheck", INPUT=str(tmp_path / "w.gpkg"), OUTPUT=str(tmp_path), **good) == ""
    assert "LIMITS" not in refused("isochrones", LIMITS="5，7.5、10")
    assert "numbers above" not in refused("isochrones", LIMITS="5，7.5、10")


def test_a_profile_without_walks_is_refused_before_the_run(refused, tmp_path):
    assert "holds rules for floor space and no walking limits" in refused(
        "districtcheck", INPUT=str(tmp_path), OUTPUT=str(tmp_path), TARGETS="*=90", PROFILE="jiangsu"
    )


def test_two_rows_of_a_batch_may_not_share_a_folder(refused, tmp_path):
    from community3d.layers.errors import InputError
    from community3d.processing.algorithms.districtcheck import DistrictCheck
    from community3d.processing.algorithms.validation import refuse_repeated_folder
    from qgis.core import QgsProcessingFeedback

    algorithm, batch = DistrictCheck(), QgsProcessingFeedback()
    algorithm.initAlgorithm({})
    refuse_repeated_folder(algorithm, {"OUTPUT": str(tmp_path / "a")}, batch)
    refuse_repeated_folder(algorithm, {"OUTPUT": str(tmp_path / "b")}, batch)
    refuse_repeated_folder(algorithm, {"OUTPUT": str(tmp_path / "a")}, QgsProcessingFeedback())  # another run
    with pytest.raises(InputError, match=r"holds the results of an earlier row\. Give each row a folder of its own"):
        refuse_repeated_folder(algorithm, {"OUTPUT": str(tmp_path / "a")}, batch)


def test_boxes_of_numbers_show_the_decimals_that_make_sense(refused):
    from qgis.core import Qgis, QgsApplication, QgsProcessingContext
    from qgis.gui import QgsGui, QgsProcessingGui

    standard = Qgis.ProcessingMode.Standard if hasattr(Qgis, "ProcessingMode") else QgsProcessingGui.WidgetType.Standard
    made = QgsApplication.processingRegistry().createAlgorithmById("community3d:servicecoverage")
    shown = {}
    for key in ("SNAP_LIMIT_M", "NODE_TOLERANCE_M", "PERSONS_PER_HOUSEHOLD"):
        wrapper = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(made.parameterDefinition(key), standard)
        shown[key] = wrapper.createWrappedWidget(QgsProcessingContext()).decimals()
    assert shown == {"SNAP_LIMIT_M": 0, "NODE_TOLERANCE_M": 2, "PERSONS_PER_HOUSEHOLD": 2}


def test_no_number_loses_digits_of_its_default_or_bounds(refused):
    from community3d.processing.provider import ALGORITHMS

    for algorithm in (made() for made in ALGORITHMS):
        algorithm.initAlgorithm({})
        for definition in algorithm.parameterDefinitions():
            decimals = definition.metadata().get("widget_wrapper", {}).get("decimals")
            if definition.type() == "number" and definition.dataType() == definition.Type.Double:
                values = (definition.defaultValue(), definition.minimum())
                assert all(round(value, decimals) == value for value in values), (algorithm.name(), definition.name())
