"""Measures the walking engine on an invented grid district of any size: CPU seconds of each stage, peak memory.

    python tests/benchmarks/engine.py [DOORPLATES [CATEGORIES]] [--walls] [--slope]

The quick look while working; suite.py measures everything, the peers too. --walls adds gated estates and canals, --slope hills.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
from district import CATEGORIES, FULL, district, frames, hills, load_package
from ours import bare_searches, own_searches, settings


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Prints the CPU and wall seconds of a stage."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{name:42} {time.process_time() - cpu:7.2f} s CPU {time.perf_counter() - wall:7.2f} s wall  peak {peak_gb:.2f} GB")


def run(tables: dict[str, pd.DataFrame], categories: int) -> None:
    """Runs the engine stage by stage, then whole."""
    from community3d.processing.engine import coverage, ground, ledger, network
    from community3d.processing.engine.estates import points_of

    chosen = settings(categories)
    given = ground.Tables(*(tables.get(name) for name in ("gates", "walls", "estates", "land", "relief")))
    with stage("network"):
        network.street_network(tables["streets"], walker=chosen.walker)
    homes, facilities = points_of(tables["doorplates"]), points_of(tables["facilities"])
    with stage("network, walls, snapping (survey)"):
        site = ground.survey(homes, facilities, tables["streets"], given, chosen)
    with stage("access under every rule about gates"):
        for rule in ("as_stated", "all", "unknown_closed"):
            ground.ground(site, rule)
    with stage(f"{categories} bare scipy searches, for comparison"):
        bare_searches(site.uncut, categories)
    del site  # else it would count twice in the peak of what follows
    with stage("coverage, whole"):
        result = coverage.coverage(**tables, settings=chosen)
    with stage("its searches alone"):
        own_searches(result)
    with stage("ledger frame"):
        rows = ledger.assemble(result, {}, chosen)
    shares = [f"{(rows[f'c{k}_why'] == 'ok').mean():.3f}" for k in range(categories)]
    print(f"{result.ground.network.size} edges, {len(result.ground.network.node_xy)} nodes; covered: {' '.join(shares)}")


def main() -> None:
    """Reads the command line and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("doorplates", type=int, nargs="?", default=FULL)
    parser.add_argument("categories", type=int, nargs="?", default=CATEGORIES)
    parser.add_argument("--walls", action="store_true")
    parser.add_argument("--slope", action="store_true")
    wanted = parser.parse_args()
    load_package()
    made = district(wanted.doorplates, wanted.categories)
    relief = {"relief": hills(made)} if wanted.slope else {}
    tables = {**frames(made, walls=wanted.walls), **relief}
    del made
    run(tables, wanted.categories)


if __name__ == "__main__":
    main()
