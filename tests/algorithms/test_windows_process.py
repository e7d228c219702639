"""A console of Windows in China, rehearsed: cp936 for what is printed, names that it cannot print."""

from __future__ import annotations

import subprocess

from . import process

pytestmark = process.MARKS


def test_a_console_of_cp936_and_a_name_it_cannot_print(profile, tmp_path):
    # 𠮷 and é are not in cp936; a blank and a long folder are.
    folder = tmp_path / ("社区 三维" * 10) / "𠮷é"
    folder.mkdir(parents=True)
    workspace = folder / "示例.gpkg"
    environment = {**process.environment(profile), "PYTHONIOENCODING": "cp936"}
    for algorithm, given in (
        ("sampledistrict", {"SIZE": "small", "OUTPUT": workspace}),
        (
            "assignareas",
            {name: f"{workspace}|layername={name.lower()}" for name in ("DOORPLATES", "AREAS")} | {"OUTPUT": folder / "归属.gpkg"},
        ),
    ):
        command = [process.program(), "run", f"community3d:{algorithm}", "--", *(f"{name}={value}" for name, value in given.items())]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=120)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert {path.name for path in folder.iterdir()} >= {"示例.gpkg", "归属.gpkg"}
