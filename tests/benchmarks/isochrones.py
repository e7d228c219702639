"""Measures isochrones on the invented grid district: CPU seconds of search, edge parts and polygons, beside plain buffers.

    python tests/benchmarks/isochrones.py [PLACES] [--walls]

1,200 places reach 1,125 m each; the band is 25 m wide to both sides. The plain way buffers every reached part and joins them.
"""

from __future__ import annotations

import argparse
import time

import numpy as np
import shapely
from district import district, frames, load_package
from engine import stage

LIMIT_M, WIDTH_M, SAMPLE = 1125.0, 25.0, 20


def run(places: int, *, walls: bool) -> None:
    """Draws the isochrones of many places, stage by stage; a sample of them the plain way too."""
    from community3d.layers.profiles import WALKERS, Profile
    from community3d.processing.engine import bands, ground, placereach
    from community3d.processing.engine.estates import points_of
    from community3d.processing.engine.reach import lines_of
    from community3d.processing.engine.results import Settings
    from community3d.processing.engine.verges import screens_of

    tables = frames(district(), walls=walls)
    run_settings = Settings(Profile("grid", "格网", "Grid", ()), WALKERS["planning"])
    given = ground.Tables(*(tables.get(name) for name in ("gates", "walls", "estates", "land")))
    with stage("network, walls, snapping"):
        xy = points_of(tables["facilities"])[:places]
        stated = ground.ground(ground.survey(np.zeros((0, 2)), xy, tables["streets"], given, run_settings), "as_stated")
    access = stated.facilities
    with stage(f"edge parts of {places} places"):
        around = placereach.Surroundings.of(stated.network, unit="m", direction="to_facility")
        batches = [np.arange(k, min(k + placereach.BATCH, places)) for k in range(0, places, placereach.BATCH)]
        reaches = [
            found for batch in batches for found in placereach.reaches_around(around, [access.of(np.array([p])) for p in batch], [LIMIT_M])
        ]
    with stage("blocks of the district, once"):
        roadside = bands.roadside_of(stated.network, screens_of(given.walls, given.land), buffer_m=WIDTH_M)
    begin = time.process_time()
    with stage(f"polygons of {places} places"):
        drawn = bands.bands(roadside, reaches)
    ours = (time.process_time() - begin) / places
    begin, sample = time.process_time(), np.linspace(0, places - 1, min(SAMPLE, places)).astype(int)
    plain = [shapely.union_all(shapely.buffer(lines_of(stated.network, reaches[k]), WIDTH_M, quad_segs=2)) for k in sample]
    theirs = (time.process_time() - begin) / len(sample)
    print(f"{'plain buffers of ' + str(places) + ' places, from a sample':42} {theirs * places:7.2f} s CPU, {theirs / ours:.1f} times ours")
    # Corners of round ends turn with the street; walls are unknown to the plain way.
    differ = [abs(drawn[k].area / shape.area - 1) for k, shape in zip(sample, plain)]
    print(f"mean {np.mean([found.length_m for found in reaches]) / 1000:.1f} km of street, largest difference in area {max(differ):.5%}")


def main() -> None:
    """Reads the command line and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", type=int, nargs="?", default=1200)
    parser.add_argument("--walls", action="store_true")
    wanted = parser.parse_args()
    load_package()
    run(wanted.places, walls=wanted.walls)


if __name__ == "__main__":
    main()
