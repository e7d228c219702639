"""previewimport through qgis_process: what a file would become, and that nothing is loaded."""

from __future__ import annotations

import json

import pytest

from . import process

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(process.program() is None, reason="qgis_process is not installed"),
]


def test_a_register_in_gbk_is_recognised_and_nothing_written(tmp_path):
    path = tmp_path / "门牌.csv"
    path.write_bytes("门牌编号,地址,经度,纬度,手机\r\nM1,长江路1号,120.62,31.26,13812345678\r\n".encode("gbk"))
    done = process.run(process.linked_profile(tmp_path / "profile"), "previewimport", INPUT=path, TABLE="doorplates", COORDINATES="WGS84")
    assert done.code == 0, done.said
    found = done.results
    assert (found["ENCODING_DETECTED"], found["ROWS_READ"], found["COLUMNS_DROPPED"]) == ("GB18030", 1, "手机")
    columns = {column["name"]: (column["ours"], column["values"]) for column in json.loads(found["PREVIEW"])}
    assert columns["地址"] == ("address", ["长江路1号"])
    assert json.loads(found["KNOWN_COLUMNS"])["address"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["profile", "门牌.csv"]
