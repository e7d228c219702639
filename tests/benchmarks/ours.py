"""Our engine on a saved district, in a process of its own: prints its CPU seconds by stage as JSON.

python ours.py district.npz [--answers answers.npz] [--repeat 3] [--stages]
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from district import District, areas, district, frames, load, load_package


def settings(categories: int) -> object:
    """The profile of the district as the engine takes it."""
    from community3d.layers.profiles import WALKERS, Category, Profile
    from community3d.processing.engine.results import Settings
    from district import LIMITS_MIN

    found = tuple(Category(f"c{k}", f"c{k}", f"c{k}", (f"c{k}",), LIMITS_MIN[k % 3], "min") for k in range(categories))
    return Settings(Profile("grid", "格网", "Grid", found), WALKERS["planning"])


def seconds(work: Callable[[], object], repeat: int) -> tuple[float, object]:
    """The least CPU seconds of a few runs, and what the last one gave."""
    spent, result = [], None
    for _ in range(repeat):
        result = None  # the answer of the run before would count as memory
        began = time.process_time()
        result = work()
        spent.append(time.process_time() - began)
    return min(spent), result


def measured(made: District, repeat: int, *, stages: bool) -> tuple[dict[str, float], object]:
    """CPU seconds of the question that peers answer, of the whole with roll-up, and of each stage."""
    from community3d.processing.engine import check, coverage

    chosen, tables, communities = settings(made.categories), frames(made), areas(made)
    spent: dict[str, float] = {}
    spent["coverage"], result = seconds(lambda: coverage.coverage(**tables, settings=chosen), repeat)
    result_kept = answers_of(result)
    if stages:
        spent.update(_stages(tables, communities, chosen, result, repeat))
    del result
    spent["whole"], _ = seconds(lambda: check.service_coverage(**tables, areas=communities, settings=chosen), repeat)
    return spent, result_kept


def _stages(tables: dict, communities: object, chosen: object, result: object, repeat: int) -> dict[str, float]:
    from community3d.processing.engine import areas as assigning
    from community3d.processing.engine import ground, ledger, network
    from community3d.processing.engine.estates import points_of

    homes, facilities = points_of(tables["doorplates"]), points_of(tables["facilities"])
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> object:
        spent[name], made = seconds(work, repeat)
        return made

    timed("network", lambda: network.street_network(tables["streets"], walker=chosen.walker))
    site = timed("survey", lambda: ground.survey(homes, facilities, tables["streets"], ground.Tables(), chosen))
    timed("access", lambda: ground.ground(site, "as_stated"))
    timed("bare searches", lambda: bare_searches(site.uncut, len(chosen.profile.categories)))
    timed("searches", lambda: own_searches(result))
    codes = timed("areas", lambda: assigning.codes_of(result.doorplates, communities))
    columns = assigning.code_columns(codes, len(result.doorplates))
    rows = timed("ledger", lambda: ledger.assemble(result, columns, chosen))
    timed("roll-up", lambda: _rolled_up(result, rows, codes, communities, chosen))
    return spent


def _rolled_up(result: object, rows: object, codes: dict, communities: object, chosen: object) -> None:
    """Summary and totals as a run makes them: the answers tell the reasons, not the ledger's words."""
    from community3d.processing.engine import rollup

    counted = rollup.counted_by(rows, codes, communities, chosen, reason=result.reasons(chosen))
    rollup.summarise(rows, codes, communities, chosen, certain=result.certain, counted=counted)
    rollup.area_totals(rows, codes, communities, chosen, counted=counted)


def bare_searches(network: object, count: int) -> None:
    """Nothing but scipy's searches from 100 nodes each: what every engine pays that leaves them to scipy."""
    from community3d.processing.engine.search import search_graph
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    arrows = search_graph(network, unit="s").arrows
    size = len(arrows.first) - 1
    matrix = csr_matrix((arrows.cost, arrows.head, arrows.first), (size, size))
    for k in range(count):
        dijkstra(matrix, indices=np.arange(k, size, max(size // 100, 1)), min_only=True, return_predecessors=True)


def own_searches(result: object) -> None:
    """Our searches of a coverage run, from its facilities."""
    from community3d.processing.engine.search import search, search_graph

    graph, access = search_graph(result.ground.network, unit="s"), result.ground.facilities
    for rows in result.facilities_of.values():
        places = access.of(rows)
        search(graph, places, places.point)


def answers_of(result: object) -> dict[str, np.ndarray]:
    """Metres to the nearest facility and whether that is near enough, (categories, doorplates), and the access legs."""
    found = list(result.found.values())
    leg_m = result.ground.facilities.least(result.ground.facilities.leg_m)
    return {
        "metres": np.stack([one.metres for one in found]),
        "ok": np.stack([one.ok for one in found]),
        "home_leg_m": result.snap_m,
        "shop_leg_m": leg_m,
    }


def main() -> None:
    """Reads the command line, warms up on a village, measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("district", type=Path)
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--stages", action="store_true")
    wanted = parser.parse_args()
    load_package()
    measured(district(500, 3), 1, stages=False)
    spent, answers = measured(load(wanted.district), wanted.repeat, stages=wanted.stages)
    if wanted.answers:
        np.savez(wanted.answers, **answers)
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({"seconds": spent, "peak_gb": peak_gb}))


if __name__ == "__main__":
    main()
