"""Runs a program as a child process and tells what it cost: CPU seconds, peak memory, wall seconds."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIB = 1024


@dataclass(frozen=True)
class Child:
    """What a child process cost, with all its own children, and what it said."""

    code: int
    cpu_s: float
    wall_s: float
    peak_gb: float  # largest resident set of one process
    out: str
    said: str

    @property
    def ended_well(self) -> bool:
        """Whether the program ended without a fault."""
        return self.code == 0

    @property
    def figures(self) -> dict:
        """The last line of its output as JSON."""
        return json.loads(self.out.strip().splitlines()[-1])

    @property
    def fault(self) -> str:
        """The last words of a program that failed."""
        words = [line for line in (self.said + self.out).splitlines() if line.strip()]
        return words[-1].strip()[:160] if words else f"exit code {self.code}"


def run(command: Sequence[object], *, env: Mapping[str, str] | None = None, folder: Path | None = None, timeout_s: float = 1800) -> Child:
    """Runs a program to its end; kills it after timeout_s."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdout=out, stderr=said, env=env, cwd=folder)
        usage = _waited(process, began + timeout_s)
        wall_s = time.perf_counter() - began
        texts = []
        for file in (out, said):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return Child(process.returncode, usage.ru_utime + usage.ru_stime, wall_s, usage.ru_maxrss * KIB / 2**30, *texts)


def _waited(process: subprocess.Popen, until: float) -> object:
    while True:
        # wait4 tells what this one child used; RUSAGE_CHILDREN would add up all of them.
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage
        if time.perf_counter() > until:
            process.kill()
        time.sleep(0.05)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
