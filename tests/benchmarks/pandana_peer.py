"""pandana on a saved district, run by the Python of its own environment: prints its CPU seconds by stage as JSON.

pandana is AGPL: nothing of ours imports it, this script hands it arrays from a file. It knows nodes only: homes and
facilities move to the nearest crossing and no access leg is counted.
"""

import json
import resource
import sys
import time

import numpy as np
import pandana
import pandas as pd


def main(district: str, answers: str) -> None:
    """Times the network with its contraction hierarchy, then the same question as all."""
    with np.load(district) as stored:
        made = {name: stored[name] for name in stored.files}
    clock = [time.process_time()]
    lines = made["lines"]
    nodes, node = np.unique(np.concatenate([lines[:, 0], lines[:, -1]]), axis=0, return_inverse=True)
    start, end = node.reshape(2, -1)
    length = np.linalg.norm(np.diff(lines, axis=1), axis=2).sum(axis=1)
    clock.append(time.process_time())
    network = pandana.Network(
        pd.Series(nodes[:, 0]), pd.Series(nodes[:, 1]), pd.Series(start), pd.Series(end), pd.DataFrame({"m": length}), twoway=True
    )
    clock.append(time.process_time())
    at = network.get_node_ids(pd.Series(made["homes"][:, 0]), pd.Series(made["homes"][:, 1])).to_numpy()
    clock.append(time.process_time())
    ok = np.zeros((int(made["categories"]), len(at)), dtype=bool)
    for k, limit_m in enumerate(made["limits_m"]):
        x, y = (pd.Series(values) for values in made["shops"][made["category"] == k].T)
        network.set_pois(f"c{k}", float(limit_m) + 1, 1, x, y)
        metres = network.nearest_pois(float(limit_m) + 1, f"c{k}", num_pois=1)[1]
        ok[k] = (metres.reindex(range(len(nodes))).to_numpy() <= limit_m)[at]
    clock.append(time.process_time())
    np.savez(answers, ok=ok)
    spent = dict(zip(("network", "hierarchy", "nodes of homes", "nearest"), np.diff(clock)))
    print(json.dumps({"seconds": spent, "peak_gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}))


main(*sys.argv[1:])
