"""The workspace: one file, one CRS, all its faults told at once."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.geopackage import table_names, write_geopackage
from community3d.layers.sample.town import sample_town
from community3d.layers.workspace import read_workspace, write_workspace

CRS = "EPSG:4549"


@pytest.fixture
def town():
    return sample_town()


def reread(folder, tables, crs=CRS, **options):
    write_workspace(folder / "town.gpkg", tables, crs)
    return read_workspace(folder / "town.gpkg", **options)


def test_a_workspace_comes_back_as_it_was_written(tmp_path, town):
    back = reread(tmp_path, town)
    assert back.crs == CRS
    assert set(back.tables) == set(town)
    assert len(back.problems) == 0
    for name, frame in town.items():
        attributes = frame.drop(columns=["geometry", "services"], errors="ignore")
        pd.testing.assert_frame_equal(pd.DataFrame(back.tables[name][attributes.columns]), pd.DataFrame(attributes))
        if "geometry" in frame:
            assert shapely.equals(back.tables[name].geometry.to_numpy(), frame.geometry.to_numpy()).all()


def test_absent_optional_tables_are_empty_with_their_columns(tmp_path, town):
    events = reread(tmp_path, town).table("events")
    assert len(events) == 0
    assert "event_id" in events.columns
    assert events.crs.to_authority() == ("EPSG", "4549")


def test_areas_may_be_absent(tmp_path, town):
    del town["areas"]
    assert "areas" not in reread(tmp_path, town).tables


def test_tables_stand_in_the_schemas_order(tmp_path, town):
    write_workspace(tmp_path / "a.gpkg", dict(reversed(list(town.items()))), CRS)
    assert table_names(tmp_path / "a.gpkg") == list(town)


def test_rows_read_loaded_and_rejected_are_counted_per_table(tmp_path, town):
    town["doorplates"].loc[0, "geometry"] = None
    back = reread(tmp_path, town)
    row = back.sources.set_index("table").loc["doorplates"]
    assert row[["source", "rows_read", "rows_loaded", "rows_rejected", "crs"]].tolist() == ["示例数据", 16, 15, 1, CRS]
    assert back.problems["rule"].tolist() == ["no_geometry"]
    assert back.rejected["doorplates"]["doorplate_id"].tolist() == town["doorplates"]["doorplate_id"].tolist()[:1]


def test_dropped_columns_are_named_with_their_table(tmp_path, town):
    town["facilities"] = town["facilities"].assign(**{"手机": "13812345678"})
    assert reread(tmp_path, town).dropped == ("facilities.手机",)


def test_missing_tables_are_named_together(tmp_path, town):
    del town["streets"], town["doorplates"]
    with pytest.raises(InputError, match=r"town.gpkg is not a workspace: it lacks the tables doorplates, streets. Import them first"):
        reread(tmp_path, town)


def test_faults_of_all_tables_are_told_at_once(tmp_path, town):
    town["streets"] = town["streets"].drop(columns="street_id")
    town["gates"] = town["gates"].drop(columns="gate_id")
    with pytest.raises(InputError) as caught:
        reread(tmp_path, town)
    assert [problem.values["table"] for problem in caught.value.problems] == ["streets", "gates"]


def test_a_table_without_usable_rows_is_told(tmp_path, town):
    town["streets"]["geometry"] = None
    with pytest.raises(
        InputError, match=r"The table streets of .*town.gpkg has no usable row \(16 read\). Import it again or look at its problems"
    ):
        reread(tmp_path, town)


def test_different_systems_are_told_with_their_tables(tmp_path, town):
    write_workspace(tmp_path / "town.gpkg", town, CRS)
    write_geopackage(
        tmp_path / "town.gpkg", {"areas": town["areas"].set_crs("EPSG:4548", allow_override=True)}, crs="EPSG:4548", append=True
    )
    with pytest.raises(
        InputError, match=r"different coordinate reference systems \(EPSG:4548: areas; EPSG:4549: doorplates, .*Reproject them"
    ):
        read_workspace(tmp_path / "town.gpkg")


def test_a_workspace_in_degrees_is_refused_once(tmp_path, town):
    with pytest.raises(InputError, match=r"EPSG:4490 .* is not a projected coordinate system in metres") as caught:
        reread(tmp_path, town, crs="EPSG:4490")
    assert len(caught.value.problems) == 1


def test_something_else_is_no_workspace(tmp_path):
    (tmp_path / "a.gpkg").write_text("words")
    with pytest.raises(InputError, match=r"is not a readable GeoPackage"):
        read_workspace(tmp_path / "a.gpkg")
    with pytest.raises(InputError, match=r"does not exist"):
        read_workspace(tmp_path / "b.gpkg")
