"""What qgis_process costs: our algorithms on a district in a GeoPackage, and QGIS's own service areas."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import measure
import numpy as np
from district import CRS, ROOT, District, areas, district, frames, profile_lines

FLOOR = """
import sys
sys.path.insert(0, {here!r})
import district
district.load_package()
from community3d.layers import geopackage
from community3d.layers.reading import read_source
for name in ("doorplates", "facilities", "streets", "areas"):
    read_source("{given}|layername=" + name)
ledger = geopackage.read_table({ledger!r}, "ledger") if {again} else None
"""
WRITE = """
import time
began = time.process_time()
geopackage.write_geopackage({target!r}, {{"ledger": ledger}}, crs={crs!r})
print(time.process_time() - began)
"""


def program() -> str | None:
    """qgis_process itself: Debian's wrapper passes an option that fails."""
    return os.environ.get("PROCESS") or shutil.which("qgis_process.bin") or shutil.which("qgis_process")


class Qgis:
    """qgis_process with a private profile in which the plugin is linked."""

    def __init__(self, folder: Path) -> None:
        packages = [path for path in sys.path if path.endswith("site-packages") and str(ROOT) in path]
        self.folder = folder
        self.env = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
            "PYTHONPATH": os.pathsep.join([*packages, str(ROOT / ".venv/lib" / f"python3.{sys.version_info[1]}" / "site-packages")]),
        }
        plugins = folder / "profile" / "profiles" / "default" / "python" / "plugins"
        plugins.mkdir(parents=True, exist_ok=True)
        link = plugins / "community3d"
        link.unlink(missing_ok=True)
        link.symlink_to(ROOT)
        measure.run([program(), "plugins", "enable", "community3d"], env=self.env)

    def run(self, algorithm: str, *, space_gb: float | None = None, **values: object) -> measure.Child:
        """One algorithm; space_gb holds its address space."""
        # Native network algorithms want a project, be it an empty one.
        project = self.folder / "empty.qgs"
        project.write_text("<!DOCTYPE qgis>\n<qgis version='3.22.0'/>\n")
        command = [
            program(),
            "run",
            algorithm,
            "--json",
            f"--PROJECT_PATH={project}",
            "--",
            *(f"{name}={value}" for name, value in values.items()),
        ]
        if space_gb is not None:
            limit = f'ulimit -v {int(space_gb * 2**20)}; exec "$0" "$@"'
            command = ["bash", "-c", limit, *command]
        return measure.run(command, env=self.env)


def written(made: District, folder: Path) -> Path:
    """The district as a GeoPackage, with a profile beside it."""
    from community3d.layers.geopackage import write_geopackage

    path = folder / f"district-{len(made.homes)}-{made.categories}.gpkg"
    write_geopackage(path, {**frames(made), "areas": areas(made)}, crs=CRS)
    path.with_suffix(".yaml").write_text(profile_lines(made.categories), encoding="utf-8")
    return path


def coverage_run(qgis: Qgis, path: Path) -> measure.Child:
    """servicecoverage from GeoPackage to GeoPackage with all columns."""
    tables = {name.upper(): f"{path}|layername={name}" for name in ("doorplates", "facilities", "streets", "areas")}
    outputs = {
        "LEDGER": path.with_name("ledger.gpkg"),
        "SUMMARY": path.with_name("summary.gpkg"),
        "AREAS_OUT": path.with_name("areas.gpkg"),
    }
    # Into a file that is there already the tables would be added, and the whole file copied twice.
    for output in outputs.values():
        output.unlink(missing_ok=True)
    return qgis.run("community3d:servicecoverage", **tables, PROFILE_FILE=path.with_suffix(".yaml"), **outputs)


def growth_rows(qgis: Qgis, sizes: tuple[int, ...], categories: int = 9, rounds: int = 2) -> list[list[object]]:
    """One row per size of the district: the least CPU seconds of servicecoverage, and how many times those of the size before."""
    paths = {size: written(district(size, categories), qgis.folder) for size in sizes}
    runs = [[coverage_run(qgis, path) for path in paths.values()] for _ in range(rounds)]
    rows, before = [], None
    for size, children in zip(sizes, zip(*runs)):
        cpu_s = min(child.cpu_s for child in children)
        times = "" if before is None else f" ({cpu_s / before:.2f} ×)"
        rows.append([f"{size:,}", f"{cpu_s:.1f}{times}", f"{max(child.peak_gb for child in children):.2f}"])
        before = cpu_s
    return rows


def coverage_rows(qgis: Qgis, doorplates: int, categories: tuple[int, ...]) -> list[list[object]]:
    """One row per number of categories: the run, its floor of reading and writing, their ratio."""
    rows = []
    village = written(district(200, 3), qgis.folder)
    start = coverage_run(qgis, village)
    for count in categories:
        path = written(district(doorplates, count), qgis.folder)
        child = coverage_run(qgis, path)
        if not child.ended_well:
            rows.append([f"`servicecoverage`, {count} categories", child.fault, "", "", ""])
            continue
        floor_s = start.cpu_s + floor_seconds(path)
        label = f"`servicecoverage`, {doorplates:,} doorplates, {count} categories"
        rows.append([label, f"{child.cpu_s:.1f}", f"{floor_s:.1f}", f"{child.cpu_s / floor_s:.2f}", f"{child.peak_gb:.2f}"])
    return rows


def floor_seconds(path: Path) -> float:
    """CPU seconds of nothing but reading the four layers and writing the ledger again."""
    ledger, target = path.with_name("ledger.gpkg"), path.with_name("again.gpkg")
    values = {"here": str(Path(__file__).parent), "given": path, "ledger": str(ledger), "target": str(target), "crs": CRS}
    nothing = measure.run([sys.executable, "-c", "import geopandas, scipy.sparse"])
    reading = measure.run([sys.executable, "-c", FLOOR.format(**values, again=False)])
    writing = measure.run([sys.executable, "-c", (FLOOR + WRITE).format(**values, again=True)])
    return reading.cpu_s - nothing.cpu_s + float(writing.out.strip())


def check_rows(qgis: Qgis, sizes: tuple[float | None, ...]) -> list[list[object]]:
    """districtcheck on the medium sample, with and without a held address space."""
    sample = qgis.folder / "medium.gpkg"
    made = qgis.run("community3d:sampledistrict", SIZE="medium", SEED=1, OUTPUT=sample)
    rows = [] if made.ended_well else [["`sampledistrict`, medium", made.fault, "", "", ""]]
    for space_gb in sizes:
        folder = qgis.folder / f"check-{space_gb}"
        shutil.rmtree(folder, ignore_errors=True)
        child = qgis.run("community3d:districtcheck", INPUT=sample, OUTPUT=folder, space_gb=space_gb)
        label = "`districtcheck`, medium sample" + ("" if space_gb is None else f", address space {space_gb:g} GB")
        rows.append([label, f"{child.cpu_s:.1f}" if child.ended_well else child.fault, "", "", f"{child.peak_gb:.2f}"])
    return rows


def service_areas(qgis: Qgis, path: Path, samples: tuple[int, int], *, facilities: int) -> tuple[float, float, float, float]:
    """QGIS's own service areas: CPU seconds for all facilities, fixed and each, and peak memory; from two samples."""
    from community3d.layers.geopackage import read_table, write_geopackage

    places = read_table(path, "facilities")
    costs = []
    for count in samples:
        rows = np.linspace(0, len(places) - 1, count).astype(int)
        chosen = qgis.folder / f"places-{count}.gpkg"
        write_geopackage(chosen, {"places": places.iloc[rows].reset_index(drop=True)}, crs=CRS)
        child = qgis.run(
            "native:serviceareafromlayer",
            INPUT=f"{path}|layername=streets",
            STRATEGY=0,
            START_POINTS=chosen,
            TRAVEL_COST=600,
            TRAVEL_COST2=600,
            OUTPUT_LINES=qgis.folder / f"reached-{count}.gpkg",
        )
        if not child.ended_well:
            raise RuntimeError(child.fault)
        costs.append(child)
    each_s = (costs[1].cpu_s - costs[0].cpu_s) / (samples[1] - samples[0])
    fixed_s = costs[0].cpu_s - samples[0] * each_s
    return fixed_s + facilities * each_s, fixed_s, each_s, costs[1].peak_gb


def register_rows(qgis: Qgis, count: int) -> list[list[object]]:
    """importdoorplates and assignareas on invented registers of so many rows, of doors in UTF-8 and of rooms in GB18030."""
    import register

    rows = []
    for rooms, encoding in ((0, "utf-8"), (12, "gb18030")):
        table, workspace = register.written(qgis.folder, count, rooms=rooms, encoding=encoding)
        areas, buildings = (f"{workspace}|layername={name}" for name in ("areas", "buildings"))
        taken, assigned = qgis.folder / "taken.gpkg", qgis.folder / "assigned.gpkg"
        for path in (taken, assigned):
            path.unlink(missing_ok=True)
        steps = {
            "importdoorplates": {"INPUT": table, "AREAS": areas, "BUILDINGS": buildings, "OUTPUT": taken},
            "assignareas": {"DOORPLATES": f"{taken}|layername=doorplates", "AREAS": areas, "OUTPUT": assigned},
        }
        for name, values in steps.items():
            child = qgis.run(f"community3d:{name}", **values)
            label = f"`{name}`, {count:,} rows of {'rooms' if rooms else 'doors'}, {encoding}"
            told = [f"{child.cpu_s:.1f}", f"{child.wall_s:.1f}", f"{child.peak_gb:.2f}"] if child.ended_well else [child.fault, "", ""]
            rows.append([label, *told])
    return rows
