"""Writes a saved district as an OSM extract, run by the Python of the peers' environment, which has pyosmium."""

import sys

import numpy as np
import osmium


def main(district: str, target: str) -> None:
    """Residential ways that join where ends are equal; lonlat.npy beside the district holds their coordinates."""
    with np.load(district) as stored:
        lines = stored["lines"]
    lonlat = np.load(district.replace(".npz", "-lonlat.npy")).reshape(lines.shape)
    ends, number = np.unique(np.concatenate([lines[:, 0], lines[:, -1]]), axis=0, return_inverse=True)
    start, end = number.reshape(2, -1) + 1
    at = np.empty((len(ends) + 1, 2))
    at[start], at[end] = lonlat[:, 0], lonlat[:, -1]
    inner = len(ends) + 1 + np.arange(2 * len(lines)).reshape(-1, 2)
    with osmium.SimpleWriter(target) as writer:
        # pyosmium takes one object after the other.
        for k in range(1, len(at)):
            writer.add_node(osmium.osm.mutable.Node(id=k, location=tuple(at[k])))
        for nodes, places in zip(inner.tolist(), lonlat[:, 1:3].tolist()):
            for k, place in zip(nodes, places):
                writer.add_node(osmium.osm.mutable.Node(id=k, location=tuple(place)))
        for k, (a, (b, c), d) in enumerate(zip(start.tolist(), inner.tolist(), end.tolist())):
            writer.add_way(osmium.osm.mutable.Way(id=k + 1, nodes=[a, b, c, d], tags={"highway": "residential"}))


main(*sys.argv[1:])
