"""Real files with bytes changed and cut off: read or refused, and every row accounted for."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, take_in
from osgeo import gdal

pytestmark = pytest.mark.long

FILES = {
    "shanghai-walk/poi/小学.csv": "gates",
    "hongkong/als_wong_tai_sin.csv": "gates",
    "taiwan/kaohsiung_place.csv": "gates",
    "suzhou/wuzhong_320506_villages.csv": "surveys",
    "shanghai-walk/shanghai_districts.shp": "estates",
    "suzhou/suzhou_buildings_floor.geojson": "buildings",
    "taiwan/changhua_xizhou_zhutang_villages.geojson": "areas",
}
ROUNDS = 12
TELLING = np.frombuffer(b'\0\n\r",;<>{}[]\xff\x80\xe4PK09', np.uint8)


def mutated(data: bytes, rng: np.random.Generator) -> bytes:
    """Some bytes changed, most of them to telling ones, a piece taken out, the end cut off."""
    values = np.frombuffer(data, np.uint8).copy()
    places = rng.integers(0, len(values), rng.integers(1, 30))
    values[places] = np.where(rng.random(len(places)) < 0.7, rng.choice(TELLING, len(places)), rng.integers(0, 256, len(places)))
    start = int(rng.integers(0, len(values)))
    whole = np.delete(values, slice(start, start + int(rng.integers(0, 200)))) if rng.random() < 0.5 else values
    return whole[: len(whole) - int(rng.integers(0, 2000)) if rng.random() < 0.5 else None].tobytes()


def taken(path: Path, table: str) -> None:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        result = take_in(table, read_table(str(path)), Wishes(coordinates="WGS84"))
    except InputError:
        return
    finally:
        gdal.PopErrorHandler()
    assert result.rows_read == len(result.frame) + len(result.rejected)
    assert result.rejected["row"].notna().all()
    assert result.rejected["reason"].notna().all()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_mutated_real_files_never_fail(shared_data, tmp_path, file, seed):
    rng, source = np.random.default_rng(seed), shared_data / file
    for part in source.parent.glob(f"{source.stem}.*"):
        shutil.copyfile(part, tmp_path / part.name)
    target = rng.choice(sorted(path.name for path in tmp_path.iterdir()))
    (tmp_path / target).write_bytes(mutated((tmp_path / target).read_bytes(), rng))
    taken(tmp_path / source.name, FILES[file])


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_mutated_workbook_of_real_rows_never_fails(shared_data, tmp_path, seed):
    path = tmp_path / "门牌.xlsx"
    rows = read_table(str(shared_data / "taiwan/kaohsiung_place.csv")).frame.head(300)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("门牌")
        for number, row in enumerate([list(rows.columns), *rows.fillna("").to_numpy().tolist()]):
            sheet.write_row(number, 0, row)
    path.write_bytes(mutated(path.read_bytes(), np.random.default_rng(seed)))
    taken(path, "gates")
