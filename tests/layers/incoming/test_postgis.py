"""Tables of a real PostGIS server, started for the test and stopped after it; skipped by name where none is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, take_in

pytestmark = pytest.mark.long
PORT = "54329"


def program(name):
    """A program of the newest server that is installed."""
    return next(iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), shutil.which(name))


def as_server(folder, *command):
    """Run as a user who may be a server: root may not."""
    switch = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    return subprocess.run([*switch, *map(str, command)], cwd=folder, check=True, capture_output=True, text=True)


@pytest.fixture(scope="module")
def server():
    if program("initdb") is None or not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        pytest.skip("no PostGIS server is installed: apt install postgresql-postgis")
    # A socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="c3d"))
    folder.chmod(0o777)
    data = folder / "data"
    as_server(folder, program("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8")
    as_server(
        folder, program("pg_ctl"), "-D", data, "-w", "-l", folder / "log", "-o", f"-p {PORT} -k {folder} -c listen_addresses=''", "start"
    )
    try:
        as_server(folder, program("psql"), "-h", folder, "-p", PORT, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", SQL)
        yield f"PG:host={folder} port={PORT} user=postgres dbname=postgres"
    finally:
        as_server(folder, program("pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


SQL = """
CREATE EXTENSION postgis;
CREATE TABLE 出入口 (编号 text, 所属小区 text, 通行规则 text, 手机 text, geom geometry(Point, 4490));
INSERT INTO 出入口 VALUES
    ('G1', '幸福小区', '仅居民', '13812345678', ST_SetSRID(ST_MakePoint(120.62, 31.26), 4490)),
    ('G2', '幸福小区', '所有人', '13912345678', ST_SetSRID(ST_MakePoint(120.63, 31.27), 4490)),
    ('G3', '幸福小区', '封闭', NULL, NULL);
CREATE TABLE 调查 (设施类别 text, 是否查全 boolean);
INSERT INTO 调查 VALUES ('market', true), ('elderly', false);
"""


def test_a_table_with_places_is_loaded_and_every_row_accounted_for(server):
    taken = take_in("gates", read_table(f"{server}|layername=出入口"), Wishes())
    assert taken.frame[["gate_id", "estate", "open"]].to_numpy().tolist() == [["G1", "幸福小区", "residents"], ["G2", "幸福小区", "all"]]
    assert (taken.crs, taken.dropped) == ("EPSG:4549", ("手机",))
    assert taken.rejected[["row", "编号"]].to_numpy().tolist() == [[3, "G3"]]


def test_a_table_without_places_is_loaded(server):
    taken = take_in("surveys", read_table(f"{server}|layername=调查"), Wishes())
    assert taken.frame[["category", "complete"]].to_numpy().tolist() == [["market", "yes"], ["elderly", "no"]]


def test_an_unknown_table_and_a_missing_server_say_so(server):
    with pytest.raises(InputError, match="has no layer nothing"):
        read_table(f"{server}|layername=nothing")
    with pytest.raises(InputError, match="cannot be read"):
        read_table("PG:host=/nowhere dbname=x")


def test_no_message_shows_a_password():
    with pytest.raises(InputError) as error:
        read_table("PG:host=/nowhere dbname=x password=geheim")
    assert "geheim" not in str(error.value)
