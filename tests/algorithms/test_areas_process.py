"""Areas through qgis_process: numbered, compared, imported."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers.crs import LONLAT, reproject_xy
from community3d.layers.datum import convert
from community3d.layers.datum_words import WGS84
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.reading import read_source
from osgeo import gdal

from . import process

pytestmark = process.MARKS
CRS = "EPSG:4549"


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    """A community of 400 × 200 m in two rows of two grids; next year the two lower ones are one."""
    path = tmp_path_factory.mktemp("areas") / "areas.gpkg"

    def layer(rows: list[tuple[str, str, str | None, tuple[int, int, int, int]]]) -> gpd.GeoDataFrame:
        shapes = [shapely.box(540_000 + w, 3_460_000 + s, 540_000 + e, 3_460_000 + n) for *_, (w, s, e, n) in rows]
        names = ("code", "level", "parent_code")
        return gpd.GeoDataFrame({name: [row[k] for row in rows] for k, name in enumerate(names)}, geometry=shapes, crs=CRS)

    community = ("320506001012", "community", None, (0, 0, 400, 200))
    grids = [("x", (200, 0, 400, 100)), ("y", (0, 0, 200, 100)), ("z", (200, 100, 400, 200)), ("w", (0, 100, 200, 200))]
    before = layer([community, *((code, "grid", "320506001012", box) for code, box in grids)])
    after = layer(
        [("n1", "grid", None, (0, 100, 200, 200)), ("n2", "grid", None, (200, 100, 400, 200)), ("n3", "grid", None, (0, 0, 400, 100))]
    )
    write_geopackage(path, {"before": before, "after": after}, crs=CRS)
    return path


def test_grids_are_numbered_as_one_reads(profile: Path, paper: Path, tmp_path: Path) -> None:
    output = tmp_path / "coded.gpkg"
    run = process.run(profile, "buildgridcodes", AREAS=f"{paper}|layername=before", OUTPUT=output)
    assert {name: run.results[name] for name in ("GRIDS_COUNT", "CHANGED", "PARENTS_COUNT")} == {
        "GRIDS_COUNT": 4,
        "CHANGED": 4,
        "PARENTS_COUNT": 1,
    }
    rows = read_table(output, "output")
    assert dict(zip(rows["old_code"], rows["code"])) == {
        "320506001012": "320506001012",
        "w": "320506001012001",
        "z": "320506001012002",
        "y": "320506001012003",
        "x": "320506001012004",
    }


def test_two_versions_are_laid_over_each_other(profile: Path, paper: Path, tmp_path: Path) -> None:
    output = tmp_path / "pairs.gpkg"
    layers = {"BEFORE": f"{paper}|layername=before", "AFTER": f"{paper}|layername=after"}
    run = process.run(profile, "crosswalk", **layers, OUTPUT=output)
    assert {name: run.results[name] for name in ("PAIRS", "SAME", "PARTS", "NEW_M2")} == {"PAIRS": 4, "SAME": 2, "PARTS": 2, "NEW_M2": 0}
    rows = read_table(output, "output")
    assert rows[["from_code", "to_code", "kind"]].to_numpy().tolist() == [
        ["w", "n1", "same"],
        ["x", "n3", "part"],
        ["y", "n3", "part"],
        ["z", "n2", "same"],
    ]


def test_a_level_that_is_not_there_is_refused_with_those_that_are(profile: Path, paper: Path, tmp_path: Path) -> None:
    layers = {"BEFORE": f"{paper}|layername=before", "AFTER": f"{paper}|layername=before"}
    run = process.run(profile, "crosswalk", **layers, LEVEL="district", OUTPUT=tmp_path / "no.gpkg")
    assert run.code != 0
    assert "BEFORE has no areas of the level district. It has: community, grid." in run.said


def test_layers_of_two_levels_become_one_table_with_their_problems(profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "borders.gpkg"
    east, north = 540_000, 3_460_000

    def layer(codes: list[str], boxes: list[tuple[float, float, float, float]]) -> gpd.GeoDataFrame:
        shapes = [shapely.box(east + w, north + s, east + e, north + n) for w, s, e, n in boxes]
        return gpd.GeoDataFrame({"区划编码": codes, "名称": [f"区{code[-1]}" for code in codes]}, geometry=shapes, crs=CRS)

    # The grids overlap by a strip of half a metre and leave 20 × 200 m of the community out.
    grids = layer(["320506001012001", "320506001012002"], [(0, 0, 200, 200), (199.5, 0, 380, 200)])
    write_geopackage(path, {"社区": layer(["320506001012"], [(0, 0, 400, 200)]), "网格": grids}, crs=CRS)
    inputs = [f"{path}|layername=社区", f"{path}|layername=网格"]
    output, found = tmp_path / "areas.gpkg", tmp_path / "problems.gpkg"
    run = process.run(profile, "importareas", INPUT=inputs, MEND="true", OUTPUT=output, PROBLEMS=found)
    figures = {name: run.results[name] for name in ("AREAS_COUNT", "PROBLEMS_COUNT", "OVERLAP_M2", "GAP_M2", "ORPHANS", "MENDED")}
    assert figures == pytest.approx({"AREAS_COUNT": 3, "PROBLEMS_COUNT": 2, "OVERLAP_M2": 100, "GAP_M2": 4000, "ORPHANS": 0, "MENDED": 1})
    areas = read_table(output, "output")
    assert areas[["code", "name", "level", "parent_code"]].to_numpy().tolist() == [
        ["320506001012", "区2", "community", None],
        ["320506001012001", "区1", "grid", "320506001012"],
        ["320506001012002", "区2", "grid", "320506001012"],
    ]
    assert areas.geometry.area.sum() == pytest.approx(80_000 + 76_000)
    assert sorted(read_table(found, "problems")["rule"]) == ["gap", "sliver"]


def test_villages_without_our_names_are_imported_with_fields(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    output = tmp_path / "areas.gpkg"
    villages = shared_data / "taiwan" / "changhua_xizhou_zhutang_villages.geojson"
    run = process.run(profile, "importareas", INPUT=[villages], FIELDS="code=VILLCODE; name=VILLNAME", LEVELS="社区", OUTPUT=output)
    assert run.results["AREAS_COUNT"] == 33
    assert set(read_table(output, "output")["level"]) == {"community"}


def test_boundaries_in_gbk_keep_their_names(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    # QGIS tells GDAL to hand over the bytes of shapefiles as they are.
    villages = str(shared_data / "taiwan" / "changhua_xizhou_zhutang_villages.geojson")
    shapefile = tmp_path / "村里.shp"
    gdal.VectorTranslate(str(shapefile), villages, options=gdal.VectorTranslateOptions(layerCreationOptions=["ENCODING=GBK"]))
    shapefile.with_suffix(".cpg").unlink()
    inputs = {"INPUT": [shapefile], "FIELDS": "code=VILLCODE; name=VILLNAME", "LEVELS": "社区"}
    assert process.run(profile, "importareas", **inputs, OUTPUT=tmp_path / "areas.gpkg").code == 0
    assert set(read_table(tmp_path / "areas.gpkg", "output")["name"]) == set(read_source(villages)["VILLNAME"])


def test_layers_without_codes_are_refused_with_the_remedy(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    base = shared_data / "taiwan" / "bsa_10007250.geojson"
    run = process.run(profile, "importareas", INPUT=[base], FIELDS="code=nothing", OUTPUT=tmp_path / "no.gpkg")
    assert run.code != 0
    assert "FIELDS names the column “nothing”, which the file lacks." in run.said


def test_a_list_of_totals_is_put_beside_the_areas_in_their_own_table(profile: Path, paper: Path, tmp_path: Path) -> None:
    workspace, listed = tmp_path / "w.gpkg", tmp_path / "网格户数.csv"
    write_geopackage(workspace, {"areas": read_table(paper, "before")}, crs=CRS)
    listed.write_bytes("网格编码,总户数,常住人口\nx,310,800\nw,290,\nq,5,5\n合计,605,805\n".encode("gb18030"))
    given = {"INPUT": f"{workspace}|layername=areas", "TOTALS": listed}
    run = process.run(
        profile, "importareas", **given, OUTPUT=f"ogr:dbname='{workspace}' table=\"areas\" (geom)", PROBLEMS=tmp_path / "p.gpkg"
    )
    assert run.code == 0, run.said
    assert (run.results["TOTALS_ROWS"], run.results["TOTALS_TAKEN"]) == (3, 2)
    areas = read_table(workspace, "areas").set_index("code")
    assert areas.loc[["x", "w", "z"], "households"].fillna(-1).tolist() == [310, 290, -1]
    assert areas.loc["x", "residents"] == 800
    told = read_table(tmp_path / "p.gpkg", "problems")
    assert told.loc[told["rule"] == "total_not_taken", "row"].tolist() == ["totals:4"]


def _degrees(path: Path, table: str, datum: str = "WGS84") -> gpd.GeoDataFrame:
    """A table of the paper town in degrees, as web maps of that datum have it."""
    frame = read_table(path, table)
    lonlat = shapely.transform(
        frame.geometry.to_numpy(), lambda xy: convert(reproject_xy(xy, source=CRS, target=LONLAT), source=WGS84, target=datum)
    )
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=lonlat, crs=LONLAT)


def test_boundaries_in_degrees_land_in_the_system_of_the_workspace(profile: Path, paper: Path, tmp_path: Path) -> None:
    # The workspace is of the zone beside, where the same ground has other numbers.
    workspace, given = tmp_path / "w.gpkg", tmp_path / "给.gpkg"
    gates = gpd.GeoDataFrame({"gate_id": ["g"]}, geometry=[shapely.Point(825_000, 3_466_000)])
    write_geopackage(workspace, {"gates": gates}, crs="EPSG:4548")
    write_geopackage(given, {"after": _degrees(paper, "after")}, crs=LONLAT)
    into = f"ogr:dbname='{workspace}' table=\"areas\" (geom)"
    run = process.run(profile, "importareas", INPUT=[f"{given}|layername=after"], LEVELS="grid", OUTPUT=into)
    assert (run.results["CRS"], run.results["COORDINATES_DETECTED"]) == ("EPSG:4548", "")
    found = read_table(workspace, "areas").set_index("code").geometry
    wanted = shapely.transform(
        shapely.box(540_000, 3_460_000, 540_400, 3_460_100), lambda xy: reproject_xy(xy, source=CRS, target="EPSG:4548")
    )
    assert shapely.hausdorff_distance(found["n3"], wanted) < 0.001


def test_boundaries_of_a_web_map_are_moved_where_they_belong(profile: Path, paper: Path, tmp_path: Path) -> None:
    given, output = tmp_path / "给.gpkg", tmp_path / "a.gpkg"
    write_geopackage(given, {"after": _degrees(paper, "after", "GCJ-02")}, crs=LONLAT)
    stated = {"COORDINATES": "GCJ-02", "CRS": CRS, "LEVELS": "grid"}
    run = process.run(profile, "importareas", INPUT=[f"{given}|layername=after"], OUTPUT=output, **stated)
    assert run.results["COORDINATES_DETECTED"] == "GCJ-02"
    assert 300 < run.results["OFFSET_M"] < 800
    found = read_table(output, "output").set_index("code").geometry["n3"]
    assert shapely.hausdorff_distance(found, shapely.box(540_000, 3_460_000, 540_400, 3_460_100)) < 0.01


def test_boundaries_without_a_system_are_told_by_the_reference_or_refused(profile: Path, paper: Path, tmp_path: Path) -> None:
    given = tmp_path / "界线.shp"
    gdal.VectorTranslate(str(given), str(paper), layers=["after"])
    given.with_suffix(".prj").unlink()
    asked = {"INPUT": [given], "LEVELS": "grid", "OUTPUT": tmp_path / "a.gpkg"}
    refused = process.run(profile, "importareas", **asked)
    assert refused.code != 0
    assert "界线: " in refused.said
    assert "COORDINATES" in refused.said
    run = process.run(profile, "importareas", **asked, REFERENCE=f"{paper}|layername=before")
    assert run.results["CRS"] == CRS
    assert sorted(read_table(tmp_path / "a.gpkg", "output")["code"]) == ["n1", "n2", "n3"]
