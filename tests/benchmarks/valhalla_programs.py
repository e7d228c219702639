"""Valhalla's own programs from its wheel: fetched into build/, tiles built from an OSM extract, questions asked of them.

The wheel is for a newer Python than QGIS has, so it is unpacked, not installed: its programs need no Python. Each question
runs valhalla_service once, without a server, so that its CPU seconds can be told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import measure
import numpy as np

WHEEL = ("pyvalhalla", "3.13", "manylinux_2_28_x86_64")
# Only the metres walked count: one speed, no preference for any kind of way, nothing for steps, lifts, gates or crossings.
PLAIN_WALK = {
    "shortest": True,
    "walkway_factor": 1,
    "sidewalk_factor": 1,
    "alley_factor": 1,
    "driveway_factor": 1,
    "step_penalty": 0,
    "elevator_penalty": 0,
    "service_penalty": 0,
    "service_factor": 1,
    "gate_penalty": 0,
    "gate_cost": 0,
    "private_access_penalty": 0,
    "destination_only_penalty": 0,
    "country_crossing_cost": 0,
    "country_crossing_penalty": 0,
    "use_ferry": 0,
    "use_living_streets": 0.5,
    "use_tracks": 0.5,
    "use_hills": 1,
    "use_lit": 0,
    "max_hiking_difficulty": 6,
}
MANY = 10**8


class NotHereError(Exception):
    """Why Valhalla cannot be asked on this machine."""


@dataclass(frozen=True)
class Valhalla:
    """Programs and a configuration with tiles."""

    programs: Path
    config: Path
    build: measure.Child

    def ask(self, action: str, question: dict) -> tuple[dict, measure.Child]:
        """The answer to one question and what it cost."""
        path = self.config.with_name("question.json")
        path.write_text(json.dumps(question))
        child = measure.run([self.programs / "valhalla_service", self.config, action, path])
        if not child.ended_well:
            raise NotHereError(child.fault)
        return json.loads(child.out.strip().splitlines()[-1]), child

    def metres(
        self, sources: np.ndarray, targets: np.ndarray, speed_ms: float, *, longest_m: float = 100_000
    ) -> tuple[np.ndarray, measure.Child]:
        """Metres on foot from each source to each target (longitude, latitude), inf where no way leads, and the cost."""
        costing = walking(speed_ms, longest_m=longest_m)
        question = {"sources": _places(sources), "targets": _places(targets), **costing, "verbose": False}
        answer, child = self.ask("sources_to_targets", question)
        seconds, kilometres = (np.array(answer["sources_to_targets"][name], dtype=float) for name in ("durations", "distances"))
        # Where no way leads the seconds are null, but the distance is a 0.
        return np.where(np.isnan(seconds), np.inf, kilometres * 1000), child

    def snapped(self, points: np.ndarray, speed_ms: float) -> list[dict | None]:
        """The edge that Valhalla puts each point on, with its way_id and metres away; None where there is none."""
        answer, _ = self.ask("locate", {"locations": _places(points), **walking(speed_ms), "verbose": True})
        return [min(place["edges"], key=lambda edge: edge["distance"]) if place.get("edges") else None for place in answer]


def walking(speed_ms: float, *, longest_m: float = 100_000) -> dict:
    """The costing of a plain walk at a speed, no farther than longest_m."""
    options = {**PLAIN_WALK, "walking_speed": round(speed_ms * 3.6, 6), "max_distance": longest_m}
    return {"costing": "pedestrian", "costing_options": {"pedestrian": options}, "units": "kilometers"}


def _places(lonlat: np.ndarray) -> list[dict]:
    return [{"lon": float(lon), "lat": float(lat), "minimum_reachability": 0, "radius": 0} for lon, lat in lonlat]


def programs(folder: Path) -> Path:
    """The folder of Valhalla's programs, fetched if need be; raises NotHereError."""
    found = Path(os.environ["VALHALLA_PROGRAMS"]) if "VALHALLA_PROGRAMS" in os.environ else folder / "valhalla" / "bin"
    if not (found / "valhalla_service").exists() and "VALHALLA_PROGRAMS" not in os.environ:
        _fetch(folder)
    try:
        subprocess.run([found / "valhalla_service", "--version"], capture_output=True, check=False, timeout=60)
    except OSError as error:
        raise NotHereError(f"Valhalla's programs do not start: {error}") from error
    return found


def _fetch(folder: Path) -> None:
    name, version, platform = WHEEL
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", folder]
    child = measure.run([*command, "--python-version", version, "--platform", platform, name])
    wheels = sorted(folder.glob(f"{name}-*.whl"))
    if not child.ended_well or not wheels:
        raise NotHereError(f"the wheel {name} cannot be had: {child.fault}")
    with zipfile.ZipFile(wheels[-1]) as wheel:
        wheel.extractall(folder)
    for program in (folder / "valhalla" / "bin").iterdir():
        program.chmod(0o755)


def tiles(programs_folder: Path, extract: Path, folder: Path, *, matrix: str = "select_optimal") -> Valhalla:
    """Tiles of an OSM extract (.osm.pbf), and what their building cost.

    matrix: Valhalla's choice of its matrix algorithms, or timedistancematrix: costmatrix leads around the block where
    source and target stand on one edge (3.9: 525 m for 52 m).
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "valhalla.json"
    made = configuration(programs_folder, folder)
    made["thor"]["source_to_target_algorithm"] = matrix
    config.write_text(json.dumps(made))
    child = measure.run([programs_folder / "valhalla_build_tiles", "-c", config, extract])
    if not child.ended_well:
        raise NotHereError(f"tiles cannot be built: {child.fault}")
    return Valhalla(programs_folder, config, child)


def configuration(programs_folder: Path, folder: Path) -> dict:
    """The wheel's default configuration with limits that never bind."""
    made = _defaults(programs_folder)
    made["mjolnir"].update(tile_dir=str(folder / "tiles"), tile_extract="", admin="", timezone="", concurrency=1)
    made["mjolnir"]["include_platforms"] = True  # we walk on them too
    made["mjolnir"]["logging"] = {"type": ""}
    made["mjolnir"].pop("traffic_extract", None)
    for part in ("loki", "thor", "odin", "meili", "httpd"):
        made.setdefault(part, {})["logging"] = {"type": ""}
    # Distances stay as they are: Valhalla's queues grow with the farthest that it may be asked for.
    for mode in ("pedestrian", "isochrone"):
        made["service_limits"][mode].update(max_locations=MANY, max_matrix_location_pairs=MANY)
    return made


def _defaults(programs_folder: Path) -> dict:
    # The wheel ships the script that writes the default configuration; it needs nothing but Python.
    script = programs_folder.parent / "valhalla_build_config.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotHereError(f"no configuration: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout)
