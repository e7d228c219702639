"""Files of every kind with bytes changed and cut off: read or refused with words, and every row accounted for."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import xlsxwriter
from community3d.layers.doorplates.intake import Wishes as RegisterWishes
from community3d.layers.doorplates.intake import take_in_register
from community3d.layers.errors import InputError
from community3d.layers.facilities.intake import Wishes as FacilityWishes
from community3d.layers.facilities.intake import take_in_facilities
from community3d.layers.geopackage import write_geopackage
from community3d.layers.incoming.drawing import drawn, is_drawing
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, take_in
from community3d.layers.incoming.table import Table, of_frame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal

from .dxf_text import drawing, line, square, words

HEAD = ["编号", "名称", "类型", "地址", "经度", "纬度", "户数"]
ROWS = [[f"M{n}", f"幸福{n}村", "幼儿园", f"宝带西路{n}号3幢{n % 9 + 1}01室", 120.6 + n / 1e3, 31.2 + n / 1e3, n] for n in range(40)]
TELLING = np.frombuffer(b'\0\n\r",;<>{}[]\xff\x80\xe4PK09=@|\x1a', np.uint8)


def text_file(path: Path, delimiter: str, encoding: str) -> None:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows([HEAD, *ROWS])
    path.write_bytes(made.getvalue().encode(encoding))


def frame() -> gpd.GeoDataFrame:
    columns = dict(zip(HEAD, zip(*ROWS)))
    return gpd.GeoDataFrame(columns, geometry=shapely.points(np.column_stack([columns["经度"], columns["纬度"]])), crs="EPSG:4326")


def workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("门牌")
        for number, row in enumerate([HEAD, *ROWS]):
            sheet.write_row(number, 0, row)


def kml() -> str:
    marks = "".join(
        f'<Placemark><name>{row[1]}</name><ExtendedData><Data name="地址"><value>{row[3]}</value></Data></ExtendedData>'
        f"<Point><coordinates>{row[4]},{row[5]}</coordinates></Point></Placemark>"
        for row in ROWS
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{marks}</Document></kml>'


def kmz(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("doc.kml", kml())


def geojson(path: Path, encoding: str) -> None:
    features = [
        {
            "type": "Feature",
            "properties": dict(zip(HEAD, row)),
            "geometry": {"type": "Point", "coordinates": row[4:6]},
        }
        for row in ROWS
    ]
    path.write_bytes(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode(encoding))


def packed(path: Path) -> None:
    write_geopackage(path, {"门牌": frame()}, crs="EPSG:4326")


def plan(path: Path) -> None:
    houses = [line("JMD", square(20 * n, 0)) for n in range(9)]
    path.write_bytes(drawing(*houses, line("DLSS", [(0, 20), (50, 20)], closed=False), words("JMD", 5, 5, "混6")).encode("gbk"))


MAKERS: dict[str, Callable[[Path], None]] = {
    "a.csv": lambda path: text_file(path, ",", "gb18030"),
    "u.csv": lambda path: text_file(path, ";", "utf-8-sig"),
    "w.txt": lambda path: text_file(path, "\t", "utf-16"),
    "t.tsv": lambda path: text_file(path, "\t", "gbk"),
    "b.xlsx": workbook,
    "k.kml": lambda path: path.write_text(kml(), encoding="utf-8"),
    "k.kmz": kmz,
    "g.geojson": lambda path: geojson(path, "utf-8"),
    "h.geojson": lambda path: geojson(path, "gbk"),
    "p.gpkg": packed,
    "d.dxf": plan,
}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    """A folder with a whole file of every kind."""
    folder = tmp_path_factory.mktemp("whole")
    for name, make in MAKERS.items():
        make(folder / name)
    return folder


def mutated(data: bytes, rng: np.random.Generator) -> bytes:
    """Some bytes changed, most of them to telling ones, a piece taken out or doubled, the end cut off."""
    values = np.frombuffer(data, np.uint8).copy()
    places = rng.integers(0, len(values), rng.integers(1, 30))
    values[places] = np.where(rng.random(len(places)) < 0.7, rng.choice(TELLING, len(places)), rng.integers(0, 256, len(places)))
    start = int(rng.integers(0, len(values)))
    piece = slice(start, start + int(rng.integers(0, 200)))
    if rng.random() < 0.3:
        values = np.delete(values, piece)
    elif rng.random() < 0.3:
        values = np.insert(values, start, values[piece])
    return values[: len(values) - int(rng.integers(0, len(values))) if rng.random() < 0.3 else None].tobytes()


def taken_in(path: Path) -> None:
    """Read by each way in; whatever is not refused with words has an account of its rows."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        read = read_table(str(path))
        assert len(read.lines) == len(read.frame)
        if is_drawing(read):
            read = drawn("buildings", read)
        for way in (_as_doorplates, _as_facilities, _as_areas):
            try:
                loaded, rejected = way(read)
            except InputError:
                continue
            assert read.rows_read == loaded + len(rejected)
            assert (rejected["row"].astype(int) >= 1).all()
            assert rejected["reason"].map(bool).all()
    except InputError:
        return
    finally:
        gdal.PopErrorHandler()


def _as_doorplates(read: Table) -> tuple[int, pd.DataFrame]:
    taken = take_in_register(read, RegisterWishes(coordinates="WGS84"))
    return len(taken.frame) + taken.merged, taken.rejected


def _as_facilities(read: Table) -> tuple[int, pd.DataFrame]:
    taken = take_in_facilities(read, FacilityWishes(coordinates="WGS84"))
    return len(taken.frame), taken.rejected


def _as_areas(read: Table) -> tuple[int, pd.DataFrame]:
    taken = take_in("gates", read, Wishes(coordinates="WGS84"))
    return len(taken.frame), taken.rejected


def one_mutation(files: Path, name: str, seed: int, folder: Path) -> None:
    path = folder / f"{seed}{name}"
    path.write_bytes(mutated((files / name).read_bytes(), np.random.default_rng(seed)))
    taken_in(path)
    path.unlink()


@pytest.mark.parametrize("name", MAKERS)
def test_a_whole_file_gives_all_rows(files, name):
    read = read_table(str(files / name))
    if name != "d.dxf":
        assert read.rows_read == len(ROWS)
        loaded, rejected = _as_doorplates(read)
        assert (loaded, len(rejected)) == (len(ROWS), 0)


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1))
def test_a_mutated_file_is_read_or_refused(files, tmp_path, name, seed):
    one_mutation(files, name, seed, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1))
def test_many_mutated_files_are_read_or_refused(files, tmp_path, name, seed):
    one_mutation(files, name, seed, tmp_path)


CELL = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=12),
    st.sampled_from(
        [
            "=cmd|'/c calc'!A1",
            "@SUM(A1)",
            "120.62",
            "31.26",
            "1e400",
            "NaN",
            "-",
            "∞",
            "宝带西路5号301室",
            "2026-13-45",
            "٣",
            "0x1F",
            "1,2,3",
        ]
    ),
    st.floats(),
    st.integers(-(2**70), 2**70),
    st.booleans(),
    st.datetimes(pd.Timestamp(1800, 1, 1).to_pydatetime(), pd.Timestamp(2200, 1, 1).to_pydatetime()).map(pd.Timestamp),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(st.lists(CELL, min_size=len(HEAD), max_size=len(HEAD)), max_size=12))
def test_any_cells_are_loaded_or_listed(rows):
    read = of_frame(pd.DataFrame(rows, columns=HEAD, dtype=object))
    for way in (_as_doorplates, _as_facilities, _as_areas):
        try:
            loaded, rejected = way(read)
        except InputError:
            continue
        assert len(rows) == loaded + len(rejected)
        assert rejected["reason"].map(bool).all()
