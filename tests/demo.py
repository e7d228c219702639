"""What "make demo" runs: a district through qgis_process, and the headline figures in a few lines."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

NAMES = {
    "elderly": "养老",
    "park": "公园绿地",
    "primary_school": "小学",
    "market": "菜市场",
    "health": "卫生服务",
    "secondary_school": "中学",
    "culture": "文化活动",
    "sport": "体育健身",
    "football": "足球场地",
}


def run(algorithm: str, **parameters: object) -> dict:
    """The results of one algorithm; a failure ends the demo with QGIS's own message."""
    command = [os.environ["PROCESS"], "run", f"community3d:{algorithm}", "--json", "--"]
    command += [f"{name}={value}" for name, value in parameters.items()]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": os.environ["PROFILE"], "LANG": "zh_CN.UTF-8"}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path.endswith("site-packages") and ".venv" in path)
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit("\n".join(line for line in done.stderr.splitlines() if "setapi" not in line) or f"{algorithm} failed")
    return json.loads(done.stdout)["results"]


def share(value: float | None) -> str:
    """A share as a percentage with one decimal; — where there is none."""
    return "—" if value is None else f"{100 * value:.1f}%"


def show(results: dict) -> None:
    """The few lines that a planner reads first."""
    rates = json.loads(results["RATES"])
    crow = json.loads(results["CROW_RATE"])
    print(f"\n{results['FIRST_WORD']}")
    print(f"门牌 {results['DOORPLATES_COUNT']:,.0f} 个 · {results['HOUSEHOLDS']:,.0f} 户 · 配套完整度 {share(results['COMPLETENESS'])}")
    print(f"全部类别可达 {share(results['RATE_ALL'])} · 等时圈与台账一致 {share(results['ISO_AGREEMENT'])}\n")
    print("类别        步行可达   直线圈")
    for category, rate in rates.items():
        name = NAMES.get(category, category)
        print(f"{name}{'　' * (5 - len(name))}{share(rate):>8} {share(crow.get(category)):>8}")
    print()
    for name, key in (("三维场景", "SCENE"), ("报告", "REPORT"), ("表格", "TABLES"), ("成果数据库", "RESULT")):
        print(f"{name}{'　' * (5 - len(name))} {results[key]}")


def main() -> None:
    """Make or import a district, check it, say where the results are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--town", default="suzhou")
    parser.add_argument("--size", default="medium")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--osm", type=Path)
    chosen = parser.parse_args()
    folder = chosen.out.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    workspace = folder / "workspace.gpkg"
    heights = {"DEM": folder / "dem.tif"} if chosen.town == "tukanba" and not chosen.osm else {}
    if chosen.osm:
        print(f"读取 {chosen.osm} …", flush=True)
        run("importosm", INPUT=chosen.osm.resolve(), OUTPUT=workspace)
    else:
        print(f"生成示例辖区（{chosen.size if chosen.town == 'suzhou' else chosen.town}）…", flush=True)
        run("sampledistrict", TOWN=chosen.town, SIZE=chosen.size, SEED=chosen.seed, OUTPUT=workspace, **heights)
    print("核算辖区 …", flush=True)
    show(run("districtcheck", INPUT=workspace, OUTPUT=folder, **heights))


if __name__ == "__main__":
    main()
