"""Valhalla on the big district: matrices and isochrones of samples, extrapolated to all doorplates and categories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import measure
import numpy as np
import shapely
from district import CRS, SPEED_MS, District
from valhalla_programs import NotHereError, Valhalla, programs, tiles, walking


@dataclass(frozen=True)
class Measured:
    """CPU seconds of the samples carried on to the whole district."""

    tiles_s: float
    matrix_s: float
    isochrones_s: float
    peak_gb: float
    agreement: float
    sampled: tuple[int, int]  # sources, targets


def lonlat(xy: np.ndarray) -> np.ndarray:
    """Longitude and latitude of metres, as OSM stores them."""
    from community3d.layers.crs import LONLAT, reproject

    return shapely.get_coordinates(reproject(shapely.points(xy.reshape(-1, 2)), source=CRS, target=LONLAT)).round(7)


def extract_of(saved: Path, made: District, peers_python: Path) -> Path:
    """The district as an OSM extract; raises NotHereError without pyosmium."""
    np.save(saved.with_name(f"{saved.stem}-lonlat.npy"), lonlat(made.lines))
    target = saved.with_suffix(".osm.pbf")
    target.unlink(missing_ok=True)
    child = measure.run([peers_python, Path(__file__).with_name("osm_file.py"), saved, target])
    if not child.ended_well:
        raise NotHereError(child.fault)
    return target


def measured(saved: Path, made: District, answers: dict, peers_python: Path, build: Path, samples: tuple[int, int]) -> Measured:
    """Asks Valhalla from samples of doorplates for all facilities of the first categories; raises NotHereError."""
    found = programs(build)
    valhalla = tiles(found, extract_of(saved, made, peers_python), saved.with_name(f"tiles-{saved.stem}"))
    rows = np.random.default_rng(3).choice(len(made.homes), sum(samples), replace=False)
    few, many = np.split(rows, [samples[0]])
    targets = np.flatnonzero(made.category == 0)
    _, small = _nearest(valhalla, made, few, targets)
    walk, large = _nearest(valhalla, made, many, targets)
    # Starting the program and reading tiles is counted once: only what more sources cost is carried on.
    each_s = max(large.cpu_s - small.cpu_s, 1e-9) / (len(many) - len(few))
    metres = (walk + answers["home_leg_m"][many, None] + answers["shop_leg_m"][targets]).min(axis=1)
    equal = (metres <= made.limits_m[0]) == answers["ok"][0][many]
    isochrone_s = _isochrones(valhalla, made, 10)
    return Measured(
        valhalla.build.cpu_s,
        each_s * len(made.homes) * made.categories,
        isochrone_s * len(made.shops),
        max(large.peak_gb, valhalla.build.peak_gb),
        float(equal.mean()),
        (len(many), len(targets)),
    )


def _nearest(valhalla: Valhalla, made: District, rows: np.ndarray, targets: np.ndarray) -> tuple[np.ndarray, measure.Child]:
    # Told the limit, Valhalla need not look farther: its best case.
    return valhalla.metres(lonlat(made.homes[rows]), lonlat(made.shops[targets]), SPEED_MS, longest_m=float(made.limits_m.max()))


def _isochrones(valhalla: Valhalla, made: District, count: int) -> float:
    """CPU seconds of one isochrone of ten minutes, without starting the program."""
    start_s = valhalla.ask("status", {})[1].cpu_s
    question = {"contours": [{"time": 10}], "polygons": True, **walking(SPEED_MS)}
    places = [{"lon": x, "lat": y} for x, y in lonlat(made.shops[:count]).tolist()]
    spent = [valhalla.ask("isochrone", {**question, "locations": [place]})[1].cpu_s for place in places]
    return max(sum(spent) / count - start_s, 0)
