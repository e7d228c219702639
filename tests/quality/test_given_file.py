"""One file: which table it is, and what an examination says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.profiles import profile, walker
from community3d.layers.quality.file import Wishes, given_file, recognised
from community3d.processing.engine.dataquality import examine
from community3d.processing.engine.results import Settings

from .town import rules, tables

ROWS = [
    "编号,地址,户数,经度,纬度,手机",
    "M1,长江路1号101室,,120.6001,31.3001,13812345678",
    "M2,长江路1号102室,,120.6001,31.3001,13812345679",
    "M3,长江路3号,12,120.6003,31.3001,13812345670",
    "M4,长江路,3,120.6005,31.3001,13812345671",
]


def written(folder: Path, rows: list[str], name: str = "门牌.csv") -> Path:
    path = folder / name
    path.write_bytes("\n".join(rows).encode("gb18030"))
    return path


def looked_at(path: Path, **wishes: object):
    given = given_file(read_table(str(path)), Wishes(**{"coordinates": "WGS84", "origin": path.name, **wishes}))
    return examine(given, settings=Settings(profile("tdt1063"), walker("planning")), language="en")


def test_a_register_is_recognised_and_its_rooms_are_summed(tmp_path):
    found = looked_at(written(tmp_path, ROWS))
    source = found.given.sources.iloc[0]
    assert source["table"] == "doorplates"
    # The two rooms of number 1 are one door.
    assert (source["rows_read"], source["rows_loaded"], source["rows_merged"], source["rows_rejected"]) == (4, 3, 1, 0)
    assert rules(found)["doorplates.no_number"] == 1
    assert found.given.dropped == ("手机",)


def test_a_file_is_judged_as_far_as_it_goes(tmp_path):
    found = looked_at(written(tmp_path, ROWS))
    coverage = next(use for use in found.uses if use.name == "coverage")
    assert coverage.beyond == ("facilities", "streets", "areas")
    assert not [reason for _, reason in coverage.reasons if "missing" in str(reason)]


def test_areas_beside_a_file_tell_what_lies_outside(tmp_path):
    areas = tables()["areas"].set_crs("EPSG:4549", allow_override=True)
    found = looked_at(written(tmp_path, ROWS), beside={"areas": _accepted(areas)}, crs="EPSG:4549")
    assert rules(found)["doorplates.outside"] == 3
    assert found.shares["inside_grid"] == 0


def _accepted(areas):
    from community3d.layers.door import accept

    return accept("areas", areas, crs="EPSG:4549").frame


def test_kinds_of_files_are_told_apart(tmp_path, shared_data):
    kinds = {
        "suzhou/suzhou_buildings_floor.geojson": "buildings",
        "shanghai-walk/shanghai_slow_network.geojson": "streets",
        "taiwan/changhua_main4.csv": "doorplates",
        "hongkong/als_wong_tai_sin.csv": "doorplates",
        "shanghai-walk/poi/小学.csv": "facilities",
    }
    assert {name: recognised(read_table(str(shared_data / name))) for name in kinds} == kinds


def test_a_file_that_nothing_tells_is_refused(tmp_path):
    path = written(tmp_path, ["a,b", "1,2"])
    with pytest.raises(InputError, match="Nothing tells what the rows are"):
        looked_at(path)


def test_a_file_without_rows_is_refused(tmp_path):
    path = written(tmp_path, ["编号,地址,户数,经度,纬度"])
    with pytest.raises(InputError, match=r"no rows"):
        looked_at(path)


def test_a_list_of_areas_without_boundaries_is_refused(tmp_path):
    path = written(tmp_path, ["code,name", "320506001,长桥街道"])
    with pytest.raises(InputError, match="The list of areas has no boundaries"):
        looked_at(path, table="areas")


def test_rows_that_do_not_fit_are_told_by_line_only(tmp_path):
    path = written(tmp_path, [*ROWS, 'M5,"长江路5号",1,120.6,31.3,13812345672,多,余,王小明'])
    found = looked_at(path)
    problem = found.problems[found.problems["rule"] == "misfit_row"].iloc[0]
    assert problem["row"] == "6"
    assert "王小明" not in "".join(found.problems["message"])
