"""convertdatum through qgis_process, as a batch user runs it."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.reading import read_layer
from community3d.layers.sample.town import sample_town

from . import process

pytestmark = process.MARKS


def vertices(frame: gpd.GeoDataFrame) -> np.ndarray:
    return frame.get_coordinates().to_numpy()


def test_the_town_goes_to_baidu_and_comes_back(profile, tmp_path):
    town = tmp_path / "town.gpkg"
    write_geopackage(town, {"doorplates": sample_town()["doorplates"]}, crs="EPSG:4549")
    there = process.run(profile, "convertdatum", INPUT=town, FROM="WGS84", TO="BD-09", OUTPUT=tmp_path / "bd09.gpkg")
    assert there.code == 0, there.said
    # Near Suzhou Baidu's places lie about 1.1 km from the true ones.
    assert 1000 < there.results["MEAN_SHIFT_M"] <= there.results["MAX_SHIFT_M"] < 1200
    back = process.run(profile, "convertdatum", INPUT=tmp_path / "bd09.gpkg", FROM="BD-09", TO="WGS84", OUTPUT=f"{town}|layername=back")
    assert back.code == 0, back.said
    before, after = read_table(town, "doorplates"), read_table(town, "back")
    np.testing.assert_allclose(vertices(after), vertices(before), rtol=0, atol=0.001)
    assert before.drop(columns="geometry").equals(after.drop(columns=["geometry"])[before.columns.drop("geometry")])


def test_equal_kinds_are_refused_with_exit_code_1(profile, shared_data, tmp_path):
    network = shared_data / "shanghai-walk" / "shanghai_slow_network.geojson"
    done = process.run(profile, "convertdatum", INPUT=network, FROM="BD-09", TO="BD-09", OUTPUT=tmp_path / "same.gpkg")
    assert done.code == 1
    assert "FROM and TO are both BD-09" in done.said
    assert not (tmp_path / "same.gpkg").exists()


@pytest.mark.long
def test_a_real_network_keeps_its_lines(profile, shared_data, tmp_path):
    network = shared_data / "shanghai-walk" / "shanghai_slow_network.geojson"
    done = process.run(profile, "convertdatum", INPUT=network, FROM="WGS84", TO="GCJ-02", OUTPUT=tmp_path / "gcj02.gpkg")
    assert done.code == 0, done.said
    before, after = read_layer(str(network)), read_layer(str(tmp_path / "gcj02.gpkg"))
    assert len(after) == len(before) == 9667
    assert before.geometry.count_coordinates().tolist() == after.geometry.count_coordinates().tolist()
    # Equal vertices stay equal: the network hangs together as before.
    assert len(np.unique(vertices(before), axis=0)) == len(np.unique(vertices(after), axis=0))
    assert done.results["MEAN_SHIFT_M"] == pytest.approx(482, abs=2)
