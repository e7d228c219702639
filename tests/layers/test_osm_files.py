"""OSM files as a whole: what is refused, which CRS, what every table carries."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.layers import schema
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.osm import read_osm
from community3d.layers.progress import Silent

from .osm_text import GERMANY, OsmText

REAL = {
    # Counts of walkable streets, buildings and facilities that the file holds at least.
    "tsinghua/tsinghua.osm.pbf": ("EPSG:4548", 650, 500, 250),
    "monaco/monaco.osm.pbf": ("EPSG:32632", 800, 950, 100),
    "small/bayfront_singapore.osm.pbf": ("EPSG:32648", 300, 50, 50),
    "portoalegre/poa_osm.pbf": ("EPSG:32722", 14000, 15, 1000),
}


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.osm does not exist\. Check the name or choose another file\."):
        read_osm(tmp_path / "nowhere.osm")


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "notes.osm"
    path.write_text("hello")
    with pytest.raises(InputError, match=r"notes\.osm is not an OSM file\. Choose a file that ends in \.osm or \.osm\.pbf\."):
        read_osm(path)


def test_a_packed_file_is_refused(tmp_path):
    path = tmp_path / "town.osm.bz2"
    path.write_bytes(b"BZh9")
    with pytest.raises(InputError, match=r"town\.osm\.bz2 is packed\. Unpack it"):
        read_osm(path)


def test_half_a_file_is_refused(osm, tmp_path):
    whole = osm.write(tmp_path / "town.osm").read_text(encoding="utf-8")
    half = tmp_path / "half.osm"
    half.write_text(whole[: whole.index("</way>")], encoding="utf-8")
    with pytest.raises(InputError, match=r"half\.osm is damaged or not complete: reading stopped on the way\. Get the file again\."):
        read_osm(half)


def test_an_empty_extract_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"holds no objects with a meaning for the workspace\. Choose an extract of a town\."):
        read_osm(OsmText().write(tmp_path / "empty.osm"))


def test_an_extract_without_a_walkable_street_is_refused(read):
    town = OsmText()
    town.way([(0, 0), (100, 0)], {"highway": "motorway"})
    town.square(10, 10, 20, {"building": "yes"})
    with pytest.raises(InputError, match=r"town\.osm has no street that can be walked\. Choose an extract with streets\."):
        read(town)


def test_an_extent_beside_the_file_is_refused(osm, read):
    with pytest.raises(InputError, match=r"has nothing inside the extent 10\.00000, 50\.00000, 10\.10000, 50\.10000\. Choose an extent"):
        read(osm, extent=(10.0, 50.0, 10.1, 50.1))


def test_a_crs_in_degrees_is_refused(osm, read):
    with pytest.raises(InputError, match=r"EPSG:4326 \(WGS 84\) is not a projected coordinate system in metres"):
        read(osm, crs="EPSG:4326")


def test_a_gdal_without_the_driver_is_named(osm, read, monkeypatch):
    from osgeo import gdal

    monkeypatch.setattr(gdal, "GetDriverByName", lambda name: None)
    with pytest.raises(InputError, match=r"This GDAL cannot read OSM files\. Install a QGIS whose GDAL has the OSM driver\."):
        read(osm)


def test_china_takes_cgcs2000_and_says_so(osm, read):
    tables = read(osm)
    assert tables.crs == "EPSG:4549"
    assert "Coordinates are in EPSG:4549 (CGCS2000 / 3-degree Gauss-Kruger CM 120E), in metres." in map(str, tables.notes)
    # 400 m of street, drawn in metres.
    assert tables.tables["streets"].length.iloc[0] == pytest.approx(400, abs=0.5)


def test_elsewhere_utm_is_taken(read):
    town = OsmText(GERMANY)
    town.way([(0, 0), (100, 0)], {"highway": "footway"})
    assert read(town).crs == "EPSG:32632"


def test_the_users_crs_is_kept(osm, read):
    tables = read(osm, crs="EPSG:32651")
    assert tables.crs == "EPSG:32651"
    assert tables.tables["streets"].crs.to_epsg() == 32651


def test_only_what_touches_the_extent_is_read(osm, read):
    osm.way([(500, 0), (600, 0)], {"highway": "footway", "name": "far"})
    west, south = osm.lonlat(-100, -100)
    east, north = osm.lonlat(100, 100)
    tables = read(osm, extent=(west, south, east, north))
    assert tables.tables["streets"]["name"].tolist() == ["平江路"]
    # Whole, although it runs on beyond the extent.
    assert tables.tables["streets"].length.iloc[0] == pytest.approx(400, abs=0.5)


def test_an_extent_in_the_users_crs_serves_too(osm, read):
    osm.way([(500, 0), (600, 0)], {"highway": "footway", "name": "far"})
    x, y = read(osm).tables["streets"].geometry.iloc[0].interpolate(200).coords[0]
    tables = read(osm, crs="EPSG:4549", extent=(x - 100, y - 100, x + 100, y + 100))
    assert tables.tables["streets"]["name"].tolist() == ["平江路"]


def test_what_only_a_relation_drew_in_is_left_out_and_counted(osm, read):
    osm.bounds(-300, -300, 300, 300)
    osm.node(9000, 0, {"railway": "station", "subway": "yes"})
    osm.node(2000, 0, {"railway": "station", "subway": "yes"})
    tables = read(osm)
    assert len(tables.tables["facilities"]) == 1
    assert "Objects more than 3 km outside the extract were left out: 1." in map(str, tables.notes)


def test_every_table_has_the_columns_of_the_schema_and_names_its_origin(osm, read):
    osm.square(10, 10, 20, {"building": "apartments"})
    osm.node(5, 5, {"barrier": "gate", "amenity": "clinic"})
    tables = read(osm).tables
    for name, frame in tables.items():
        columns = [column for column in frame.columns if column != "geometry"]
        assert columns == schema.TABLES[name].names(), name
        assert frame["licence"].eq("ODbL-1.0").all()
        assert frame["source"].str.startswith("© OpenStreetMap contributors").all()


def test_a_plain_workspace_has_all_tables_and_no_survey(osm, read):
    tables = read(osm).tables
    assert set(tables) == set(schema.TABLES) - {"events", "problems"}
    assert not len(tables["surveys"])


def test_ids_are_unique(osm, read):
    osm.square(20, -50, 100, {"leisure": "park"})
    osm.square(200, 0, 20, {"building": "apartments", "addr:housenumber": "1"})
    for name, frame in read(osm).tables.items():
        if schema.TABLES[name].key:
            assert frame[schema.TABLES[name].key].is_unique, name


def test_contacts_are_not_read(osm, read):
    osm.node(5, 5, {"amenity": "clinic", "phone": "13800138000", "operator": "张三", "contact:email": "a@b.cn", "addr:housenumber": "1"})
    words = "".join(frame.to_csv() for frame in read(osm).tables.values())
    assert "13800138000" not in words
    assert "张三" not in words
    assert "a@b.cn" not in words


def test_a_quote_in_a_name_survives(osm, read):
    osm.node(5, 5, {"amenity": "clinic", "name": 'a "quoted" \\ name, "x"=>"y"'})
    assert read(osm).tables["facilities"]["name"].tolist() == ['a "quoted" \\ name, "x"=>"y"']


def test_gdals_exceptions_are_left_as_they_were(osm, read):
    from osgeo import gdal

    before = gdal.GetUseExceptions()
    gdal.UseExceptions()
    try:
        half = osm.way([(-500, -500), (500, -500), (500, 500)], {})
        osm.relation([(half, "outer")], {"type": "multipolygon", "natural": "water"})
        assert len(read(osm).tables["streets"]) == 1
        assert gdal.GetUseExceptions() == 1
    finally:
        if not before:
            gdal.DontUseExceptions()


class Impatient(Silent):
    """A user who cancels at the first sign of life."""

    def at(self, share, doing=None):
        raise Cancelled

    def part(self, start, end):
        return self


def test_reading_can_be_cancelled(osm, read):
    with pytest.raises(Cancelled):
        read(osm, progress=Impatient())


def test_progress_runs_from_nothing_to_the_end(osm, read):
    heard = []

    class Listener(Silent):
        def __init__(self, start=0.0, end=1.0):
            self.start, self.end = start, end

        def at(self, share, doing=None):
            heard.append(self.start + (self.end - self.start) * share)

        def part(self, start, end):
            span = self.end - self.start
            return Listener(self.start + span * start, self.start + span * end)

    read(osm, progress=Listener())
    assert heard == sorted(heard)
    assert heard[-1] == 1


@pytest.mark.parametrize("name", REAL)
def test_real_extracts_are_read(shared_data, name):
    crs, streets, buildings, facilities = REAL[name]
    tables = read_osm(shared_data / name)
    assert tables.crs == crs
    assert (tables.tables["streets"]["walkable"] == "yes").sum() >= streets
    assert len(tables.tables["buildings"]) >= buildings
    assert len(tables.tables["facilities"]) >= facilities
    for table, frame in tables.tables.items():
        if "geometry" in frame:
            assert frame.is_valid.all(), table
            assert np.isfinite(frame.total_bounds).all() or not len(frame), table


def test_xml_and_pbf_of_one_extract_are_equal(shared_data):
    xml, pbf = (read_osm(shared_data / "tsinghua" / f"tsinghua.{ending}").tables for ending in ("osm", "osm.pbf"))
    for name, frame in xml.items():
        if "geometry" in frame:
            assert frame.geometry.geom_equals_exact(pbf[name].geometry, 0).all(), name
            frame, pbf[name] = frame.drop(columns="geometry"), pbf[name].drop(columns="geometry")
        assert frame.equals(pbf[name]), name


def test_tsinghua_has_its_123_km_of_paths_and_its_gates(shared_data):
    tables = read_osm(shared_data / "tsinghua" / "tsinghua.osm.pbf").tables
    walkable = tables["streets"][tables["streets"]["walkable"] == "yes"]
    assert walkable.length.sum() / 1000 == pytest.approx(123, abs=3)
    assert "清华大学东门" in set(tables["gates"]["name"])
    assert "清华大学西北小区" in set(tables["estates"]["name"])
    # 11 of its 529 outlines have levels; slivers, buried and doubled ones are left out.
    assert (tables["buildings"]["height_source"] == "floors").sum() == 11
