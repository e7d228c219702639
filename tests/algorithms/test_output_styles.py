"""Every output of every algorithm has a style, or a stated reason why not."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

TABLE = "a table without geometry"
ROWS = "rows as they were given, where they have a place shown as QGIS does"
OF_THE_RUN = "the run says which: the style of the table that was read, or of the geometry"
TABLES = (
    ("importfacilities", "SURVEYS"),
    ("importevents", "RESPONSIBLE"),
    ("nearby", "RESPONSIBLE"),
    ("verify", "OUTPUT"),
    ("servicecoverage", "SUMMARY"),
    ("servicecoverage", "GROUPS"),
    ("landcoverage", "OUTPUT"),
    ("capacity", "SUMMARY"),
    ("capacity", "GROUPS"),
    ("capacity", "LORENZ"),
    ("facilitystandards", "TYPES"),
    ("facilitystandards", "RULES"),
    ("whatif", "TOTALS"),
    ("rankgates", "TOTALS"),
    ("comparecoverage", "SUMMARY"),
    ("communityscale", "NEIGHBOURS"),
)
WITHOUT = {
    ("importlayer", "OUTPUT"): OF_THE_RUN,
    ("importdoorplates", "OUTPUT"): OF_THE_RUN,
    ("convertdatum", "OUTPUT"): OF_THE_RUN,
    **{(name, "REJECTED"): ROWS for name in ("importlayer", "importdoorplates", "importfacilities", "importevents", "locateaddresses")},
    **dict.fromkeys(TABLES, TABLE),
}


@pytest.fixture(scope="module")
def outputs(qgis_app):
    from community3d.processing.provider import ALGORITHMS

    found = {}
    for made in (algorithm() for algorithm in ALGORITHMS):
        made.initAlgorithm({})
        kinds = made.destinationParameterDefinitions()
        found.update({(made.name(), each.name()): made.STYLES.get(each.name()) for each in kinds if each.type() == "vectorDestination"})
    return found


def test_every_output_has_a_role_or_a_reason(outputs):
    assert {place for place, role in outputs.items() if role is None} == set(WITHOUT)


def test_every_role_has_a_style_file_in_both_languages(outputs):
    from community3d.styles import look

    for role in filter(None, outputs.values()):
        assert look.style(role, "zh"), role
        assert look.style(role, "en"), role


def test_the_roles_of_outputs_that_depend_on_the_run_have_styles_too():
    from community3d.layers.schema import TABLES
    from community3d.styles import look

    roles = {"converted_points", "converted_lines", "converted_polygons", *TABLES} - {"surveys"}
    assert [role for role in sorted(roles) if look.style(role, "zh") is None] == []
