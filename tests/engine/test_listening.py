"""A wish to stop is asked for often: no step of a big run computes long without asking."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pytest
from community3d.layers import door
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.profiles import profile, walker
from community3d.layers.progress import Silent
from community3d.layers.sample.district import sample_district
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.results import Settings

MOST_S = 0.4  # CPU of the asking thread, on a busy machine


class Watch(Silent):
    """Remembers the longest times between two questions, and where they were asked."""

    def __init__(self) -> None:
        self.asked, self.where, self.gaps = time.thread_time(), "the start", []

    def at(self, share, doing=None):
        caller = sys._getframe(1)
        here = f"{Path(caller.f_code.co_filename).name}:{caller.f_lineno}"
        self.gaps.append((time.thread_time() - self.asked, f"{self.where} to {here}"))
        self.asked, self.where = time.thread_time(), here

    def part(self, start, end):
        return self


@pytest.mark.long
def test_no_step_of_a_coverage_run_computes_long_without_asking(tmp_path):
    tables = sample_district("medium", 1)
    names = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land")
    few = {name: tables[name] for name in names}
    path, watch = tmp_path / "town.gpkg", Watch()
    # The same doorplates twenty times over: as many as in a big district.
    rows = np.tile(np.arange(len(few["doorplates"])), 20)
    many = few["doorplates"].iloc[rows].reset_index(drop=True)
    many["doorplate_id"] = [f"D{row}" for row in range(len(many))]
    few["doorplates"] = many.set_crs("EPSG:4549", allow_override=True)
    watch.asked = time.thread_time()
    write_geopackage(path, few, crs="EPSG:4549", progress=watch)
    given = {name: read_table(path, name) for name in names}
    watch.asked = time.thread_time()
    taken = {name: door.accept(name, frame, progress=watch).frame for name, frame in given.items()}
    service_coverage(**taken, settings=Settings(profile("tdt1063"), walker("planning")), progress=watch)
    watch.at(1.0)
    long = [f"{seconds:.2f} s from {where}" for seconds, where in sorted(watch.gaps, reverse=True) if seconds > MOST_S]
    assert not long, "\n".join(long)
