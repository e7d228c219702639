"""All benchmarks in one go, printed as Markdown tables: make bench, or

    python tests/benchmarks/suite.py [--size full|medium|small] [--only peers growth stages files register scene] [--repeat 3]

full is the big district of 500,000 doorplates, medium has 100,000, small 20,000. Each program runs in a process of its own on
the same saved arrays; CPU seconds are the least of a few runs after a warm-up. A peer that cannot be had is named and left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import measure
import numpy as np
from district import CATEGORIES, FULL, ROOT, District, district, load_package, save

HERE = Path(__file__).parent
SIZES = {"full": FULL, "medium": 100_000, "small": 20_000}
SHARES = (0.25, 0.5, 1.0, 2.0)
GROWTH_ROUNDS = 5
PEERS = ("pandana", "osmium")
PARTS = ("peers", "growth", "stages", "files", "register", "scene")
DOORPLATES_OF_SCENE_BUILDING = 5  # 100,000 buildings with 300,000 doorplates beside the 500,000 of the engine
# Too few and the start of a program drowns what one more place costs.
QGIS_SAMPLES, VALHALLA_SAMPLES = (10, 60), (20, 120)
LIMITS_OF_STAGES = {
    "network": "sorting the vertices by place; memory traffic",
    "snapping": "the distances of doorplate–piece pairs, already two threads; linear in doorplates",
    "access legs": "copies of the places",
    "searches and answers": "one pass over all doorplates per category",
    "of these: searches": "gathers from the nodes' arcs, two dozen numpy calls a hop",
    "for comparison: bare scipy searches": "nothing but scipy.sparse.csgraph.dijkstra",
    "areas": "point in polygon of all doorplates",
    "ledger": "building text columns",
    "roll-up": "sums by area and category",
    "quality, area rates, circles": "many small frames; doorplates inside circles",
}


@dataclass(frozen=True)
class Bench:
    """Where everything lies and how often it is run."""

    build: Path
    repeat: int

    @property
    def peers(self) -> Path:
        """The Python of the peers' own environment."""
        return self.build / "venv" / "bin" / "python"

    def saved(self, made: District) -> Path:
        """The district as a file of arrays."""
        path = self.build / f"district-{len(made.homes)}.npz"
        save(made, path)
        return path

    def child(self, script: str, *words: object, python: object = sys.executable) -> measure.Child:
        """A script of this folder in a process of its own."""
        return measure.run([python, HERE / script, *words])


def peers_environment(bench: Bench) -> str:
    """Makes the peers' environment once; says what is missing."""
    if not bench.peers.exists():
        measure.run([sys.executable, "-m", "venv", bench.build / "venv"])
    missing = [name for name in PEERS if not measure.run([bench.peers, "-c", f"import {name}"]).ended_well]
    for name in missing:
        child = measure.run([bench.peers, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name], timeout_s=600)
        if not child.ended_well:
            return f"{name} cannot be had: {child.fault}"
    return ""


def peers_table(bench: Bench, made: District) -> str:
    """Ours beside everybody else on the same question."""
    saved, answers = bench.saved(made), bench.build / "ours.npz"
    mine = bench.child("ours.py", saved, "--answers", answers, "--repeat", bench.repeat)
    if not mine.ended_well:
        raise SystemExit(mine.fault)
    with np.load(answers) as stored:
        answer = {name: stored[name] for name in stored.files}
    ours_s = mine.figures["seconds"]["coverage"]
    rows = [["**Community 3D**, nearest facility, metres, minutes and why", f"{ours_s:.2f}", "1", f"{mine.peak_gb:.2f}", "", ""]]
    whole_s = mine.figures["seconds"]["whole"]
    rows.append(["Community 3D with ledger and roll-up", f"{whole_s:.2f}", _ratio(whole_s, ours_s), f"{mine.peak_gb:.2f}", "", ""])
    lacking = peers_environment(bench)
    for name, peer in (
        ("shapely and scipy, straightforward", lambda: _scipy(bench, saved, answer, made)),
        ("pandana", lambda: _pandana(bench, saved, answer, lacking)),
        ("Valhalla", lambda: _valhalla(bench, saved, answer, made)),
        ("QGIS native service areas", lambda: _qgis(bench, made)),
    ):
        rows += [[row[0], _seconds(row[1]), _ratio(row[1], ours_s), *row[2:]] for row in _if_there(name, peer)]
    header = ("program", "CPU s", "× ours", "peak GB", "same yes/no", "remarks")
    return f"{len(made.homes):,} doorplates, {len(made.lines):,} streets, {len(made.shops):,} facilities in {made.categories} " + (
        f"categories\n\n{measure.table(header, rows)}"
    )


def _seconds(cpu_s: float) -> str:
    return "" if np.isnan(cpu_s) else f"{cpu_s:.1f}" if cpu_s < 100 else f"{cpu_s:,.0f}"


def _ratio(cpu_s: float, ours_s: float) -> str:
    return "" if np.isnan(cpu_s) else f"{cpu_s / ours_s:.1f}" if cpu_s / ours_s < 20 else f"{cpu_s / ours_s:,.0f}"


def _if_there(name: str, peer: Callable[[], list[list]]) -> list[list]:
    try:
        return peer()
    # Whatever a peer's fault is, the others are measured all the same.
    except Exception as fault:
        return [[name, np.nan, "", "", f"not measured: {fault}"]]


def _scipy(bench: Bench, saved: Path, answer: dict, made: District) -> list[list]:
    target = bench.build / "scipy.npz"
    child = bench.child("scipy_alone.py", saved, "--answers", target, "--repeat", min(bench.repeat, 2))
    spent = child.figures["seconds"]
    with np.load(target) as stored:
        equal = ((stored["metres"] <= made.limits_m[:, None]) == answer["ok"]).mean()
    remarks = f"snapping {spent['snapping']:.1f} s of it; a walk along one street without a crossing between is too long"
    return [["shapely and scipy, straightforward", sum(spent.values()), f"{child.peak_gb:.2f}", f"{equal:.3%}", remarks]]


def _pandana(bench: Bench, saved: Path, answer: dict, lacking: str) -> list[list]:
    if "pandana" in lacking:
        raise RuntimeError(lacking)
    target = bench.build / "pandana.npz"
    child = bench.child("pandana_peer.py", saved, target, python=bench.peers)
    if not child.ended_well:
        raise RuntimeError(child.fault)
    spent = child.figures["seconds"]
    with np.load(target) as stored:
        ok = stored["ok"]
    equal, covered = (
        f"{(ok == answer['ok']).mean():.3%}",
        f"mean coverage {ok.mean():.3f} where the exact answer is {answer['ok'].mean():.3f}",
    )
    whole_s = sum(spent.values())
    return [
        [
            "pandana, its contraction hierarchy counted",
            whole_s,
            f"{child.peak_gb:.2f}",
            equal,
            f"{spent['hierarchy']:.0f} s are the hierarchy",
        ],
        [
            "pandana, hierarchy made before",
            whole_s - spent["hierarchy"],
            f"{child.peak_gb:.2f}",
            equal,
            f"from crossing to crossing, no access legs: {covered}; yes/no only, no metres beyond the limit",
        ],
    ]


def _valhalla(bench: Bench, saved: Path, answer: dict, made: District) -> list[list]:
    import valhalla_peer

    found = valhalla_peer.measured(saved, made, answer, bench.peers, bench.build, VALHALLA_SAMPLES)
    sources, targets = found.sampled
    remarks = (
        f"extrapolated from {sources} × {targets} pairs; told the limit; tiles {found.tiles_s:.0f} s not counted; our access legs added"
    )
    return [
        ["Valhalla, matrix", found.matrix_s, f"{found.peak_gb:.2f}", f"{found.agreement:.3%} of {sources}", remarks],
        [
            "Valhalla, isochrones",
            found.isochrones_s,
            f"{found.peak_gb:.2f}",
            "",
            "extrapolated from 10; polygons only, coverage still to be found",
        ],
    ]


def _qgis(bench: Bench, made: District) -> list[list]:
    import qgis_runs

    if qgis_runs.program() is None:
        raise RuntimeError("qgis_process is not installed")
    qgis = qgis_runs.Qgis(bench.build / "qgis")
    path = qgis_runs.written(made, qgis.folder)
    whole_s, fixed_s, each_s, peak_gb = qgis_runs.service_areas(qgis, path, QGIS_SAMPLES, facilities=len(made.shops))
    remarks = f"extrapolated: {fixed_s:.0f} s and {each_s:.3f} s for each facility (from {QGIS_SAMPLES}); lines only, no coverage"
    return [["QGIS native service areas", whole_s, f"{peak_gb:.2f}", "", remarks]]


def growth_table(bench: Bench, doorplates: int) -> str:
    """What twice the district costs."""
    made = (district(round(doorplates * share), CATEGORIES) for share in SHARES)
    saved = {len(one.homes): bench.saved(one) for one in made}
    # Size after size, again and again: a slow minute of the machine falls on all sizes and not on one.
    rounds = range(max(bench.repeat, GROWTH_ROUNDS))
    runs = [[bench.child("ours.py", path, "--repeat", 1) for path in saved.values()] for _ in rounds]
    rows, before = [], {}
    for size, children in zip(saved, zip(*runs)):
        least = {name: min(child.figures["seconds"][name] for child in children) for name in ("coverage", "whole")}
        told = [f"{cpu_s:.2f}{f' ({cpu_s / before[name]:.2f} ×)' if before else ''}" for name, cpu_s in least.items()]
        rows.append([f"{size:,}", *told, f"{max(child.peak_gb for child in children):.2f}"])
        before = least
    return "\n\n".join(
        [
            measure.table(("doorplates", "coverage, CPU s (× the size before)", "with areas, ledger and roll-up", "peak GB"), rows),
            files_growth_table(bench, tuple(saved)[1:]),
        ]
    )


def files_growth_table(bench: Bench, sizes: tuple[int, ...]) -> str:
    """What twice the district costs in qgis_process, from GeoPackage to GeoPackage."""
    import qgis_runs

    if qgis_runs.program() is None:
        return "qgis_process is not installed"
    rows = qgis_runs.growth_rows(qgis_runs.Qgis(bench.build / "qgis"), sizes)
    return measure.table(("doorplates", "`servicecoverage`, 9 categories, CPU s (× the size before)", "peak GB"), rows)


def stages_table(bench: Bench, made: District) -> str:
    """What each stage costs and what limits it."""
    spent = bench.child("ours.py", bench.saved(made), "--repeat", bench.repeat, "--stages").figures["seconds"]
    stages = {
        "network": spent["network"],
        "snapping": spent["survey"] - spent["network"],
        "access legs": spent["access"],
        "searches and answers": spent["coverage"] - spent["survey"] - spent["access"],
        "of these: searches": spent["searches"],
        "for comparison: bare scipy searches": spent["bare searches"],
        "areas": spent["areas"],
        "ledger": spent["ledger"],
        "roll-up": spent["roll-up"],
        "quality, area rates, circles": spent["whole"] - spent["coverage"] - spent["areas"] - spent["ledger"] - spent["roll-up"],
    }
    rows = [[name, f"{cpu_s:.2f}", LIMITS_OF_STAGES[name]] for name, cpu_s in stages.items()]
    return measure.table(("stage", "CPU s", "limited by"), rows)


def files_table(bench: Bench, doorplates: int) -> str:
    """qgis_process from GeoPackage to GeoPackage, and the whole check of a medium district."""
    import qgis_runs

    if qgis_runs.program() is None:
        return "qgis_process is not installed"
    qgis = qgis_runs.Qgis(bench.build / "qgis")
    rows = [*qgis_runs.coverage_rows(qgis, doorplates, (9, 12)), *qgis_runs.check_rows(qgis, (None, 2.0))]
    return measure.table(("qgis_process", "CPU s", "floor: start, read, write", "× floor", "peak GB"), rows)


def register_table(bench: Bench, doorplates: int) -> str:
    """A register of twice as many rows as the district has doorplates, from CSV to the areas of each door."""
    import qgis_runs

    if qgis_runs.program() is None:
        return "qgis_process is not installed"
    rows = qgis_runs.register_rows(qgis_runs.Qgis(bench.build / "qgis"), 2 * doorplates)
    return measure.table(("qgis_process", "CPU s", "elapsed s", "peak GB"), rows)


def scene_table(bench: Bench, doorplates: int) -> str:
    """A big scene beside pydeck's own page and GeoJSON."""
    import scene

    return scene.table(doorplates // DOORPLATES_OF_SCENE_BUILDING, bench.build)


def machine() -> str:
    """What the numbers were measured on."""
    versions = ", ".join(f"{name} {__import__(name).__version__}" for name in ("numpy", "scipy", "shapely"))
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, Python {sys.version.split()[0]}, {versions}"


def main() -> None:
    """Reads the command line and prints the tables as they are made."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "peers")
    wanted = parser.parse_args()
    load_package()
    wanted.build.mkdir(parents=True, exist_ok=True)
    bench, doorplates = Bench(wanted.build, wanted.repeat), SIZES[wanted.size]
    made = district(doorplates, CATEGORIES)
    print(f"Measured on {machine()}. CPU seconds, the least of {wanted.repeat} runs.\n", flush=True)
    parts = {
        "peers": lambda: peers_table(bench, made),
        "growth": lambda: growth_table(bench, doorplates),
        "stages": lambda: stages_table(bench, made),
        "files": lambda: files_table(bench, doorplates),
        "register": lambda: register_table(bench, doorplates),
        "scene": lambda: scene_table(bench, doorplates),
    }
    for name in wanted.only:
        print(f"### {name}\n\n{parts[name]()}\n", flush=True)


if __name__ == "__main__":
    main()
