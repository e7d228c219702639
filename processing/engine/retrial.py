"""Asks again whom a change can reach: mends the searches, finds the doorplates behind what changed, decides these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .access import Access, inner_walks
from .aftermath import doors_after, sites_after
from .deciding import Reached, limit_of, reached, reasons, unit_of, within
from .fieldstack import Sources, Stack, mended
from .ground import Ground
from .lines import spans
from .nearest import nearest, ways
from .scenario import Change
from .search import FROM_FACILITY, Walks, legs
from .searcher import Searcher
from .workbench import Doors, Sites, Workbench

AS_STATED_RULE, ALL_OPEN_RULE, UNKNOWN_CLOSED_RULE = 0, 1, 2  # positions in workbench.RULES


@dataclass(frozen=True)
class Mended:
    """The searches after a change, of the categories that it can reach, and what holds then."""

    before: Stack  # rule by rule, each with these categories
    after: Stack
    categories: tuple[int, ...]  # positions among the profile's
    sites: Sites
    doors: Doors
    touched: np.ndarray  # facilities (rows) that are new, gone or reached in another way


@dataclass(frozen=True)
class Answers:
    """What was asked again: doorplates, by category their answers, their access legs, and ok with unknown gates shut."""

    rows: np.ndarray
    found: dict[str, Reached]
    snap_m: np.ndarray
    certain: dict[str, np.ndarray]
    not_connected: tuple[str, ...]  # new and moved facilities that no path leads to


def asked_again(bench: Workbench, changes: Sequence[Change]) -> Answers:
    """The answers of all doorplates that the changes can reach, for the categories that they can reach."""
    after = changed(bench, changes)
    return answers(bench, after, reached_homes(bench, after))


def changed(bench: Workbench, changes: Sequence[Change]) -> Mended:
    """The searches mended for these changes of facilities and gates."""
    doors, sites = doors_after(bench, changes), sites_after(bench, changes)
    places = [(bench.visitors(bench.sites, bench.doors, rule), bench.visitors(sites, doors, rule)) for rule in bench.rules]
    touched = _touched(bench, sites, places)
    of_gates = doors is not bench.doors
    served = (_serves(bench.sites, touched, category.id) or _serves(sites, touched, category.id) for category in bench.categories)
    categories = tuple(k for k, serves in enumerate(served) if serves or of_gates)
    before = _rows(bench.stack, [rule * len(bench.categories) + k for rule in range(len(bench.rules)) for k in categories])
    sources = _sources(bench, sites, [new for _, new in places], categories)
    gone = _gone(bench, touched, categories)
    after = mended(before, bench.passes(doors) if of_gates else before.passes, sources, gone=gone)
    return Mended(before, after, categories, sites, doors, touched)


def _serves(sites: Sites, touched: np.ndarray, category: str) -> bool:
    return bool(np.isin(touched, sites.rows_of[category]).any())


def _rows(stack: Stack, rows: list[int]) -> Stack:
    columns = {name: getattr(stack, name)[rows] for name in ("in_metres", "rule", "cost", "other", "label")}
    return replace(stack, **columns)


def _touched(bench: Workbench, sites: Sites, places: list[tuple[Access, Access]]) -> np.ndarray:
    """Facilities whose ways onto the network or whose categories differ from before."""
    count = len(sites.id)
    differs = np.zeros(count, dtype=bool)
    differs[len(bench.sites.id) :] = True
    differs[: len(bench.sites.id)] |= (bench.sites.xy != sites.xy[: len(bench.sites.id)]).any(axis=1)
    for name, rows in bench.sites.rows_of.items():
        differs[np.setxor1d(rows, sites.rows_of[name])] = True
    for old, new in places:
        differs |= _sums(old, count) != _sums(new, count)
    return np.flatnonzero(differs)


def _sums(access: Access, count: int) -> np.ndarray:
    # Which gates an estate's facilities use shows in how many ways they have and in what these add up to.
    return np.bincount(access.point, weights=access.leg_m + access.edge + 1, minlength=count)


def _gone(bench: Workbench, touched: np.ndarray, categories: tuple[int, ...]) -> np.ndarray:
    """Pairs of a row of the mended stack and the label of a facility whose old searches do not hold any more."""
    pairs = [
        (rule * len(categories) + at, bench.sites.label[row])
        for rule in range(len(bench.rules))
        for at, k in enumerate(categories)
        for row in np.intersect1d(touched, bench.sites.rows_of[bench.categories[k].id])
    ]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _sources(bench: Workbench, sites: Sites, places: Sequence[Access], categories: tuple[int, ...]) -> Sources:
    """What every facility of these categories offers to the ends of its edges, in all rows of the mended stack."""
    nothing = np.zeros(0, dtype=np.int64)
    parts, network = [(nothing, nothing, nothing.astype(float), nothing.astype(float), nothing)], bench.site.parted
    for rule, access in enumerate(places):
        ways = {unit: legs(graph, access, outbound=bench.direction == FROM_FACILITY) for unit, graph in bench.graphs.items()}
        for at, k in enumerate(categories):
            category = bench.categories[k]
            rows, way = np.flatnonzero(np.isin(access.point, sites.rows_of[category.id])), ways[unit_of(category)]
            row = np.full(len(rows), rule * len(categories) + at)
            name, edge = sites.label[access.point[rows]], access.edge[rows]
            parts.append((row, network.start[edge], way.start[rows], way.other_start[rows], name))
            parts.append((row, network.end[edge], way.end[rows], way.other_end[rows], name))
    return Sources(*(np.concatenate(column) for column in zip(*parts)))


def reached_homes(bench: Workbench, after: Mended) -> np.ndarray:
    """The doorplates whose answer may differ: at a node with another value, on the edge or in the estate of a touched facility."""
    if any(_comes_or_goes(bench.sites, after.sites, name) for name in after.sites.rows_of):
        return np.arange(len(bench.site.home_xy))
    network, old, new = bench.site.parted, after.before, after.after
    node = np.zeros(len(network.node_xy), dtype=bool)
    for mine, theirs in ((old.cost, new.cost), (old.other, new.other), (old.label, new.label)):
        node |= (mine != theirs).any(axis=0)
    at_edge = node[network.start] | node[network.end]
    for sites in (bench.sites, after.sites):
        at_edge[_edges(bench, sites, after.touched)] = True
    estates = _estates_touched(bench, after, at_edge)
    edges = np.flatnonzero(at_edge)
    rows, _ = spans(bench.homes_first[edges], bench.homes_first[edges + 1] - bench.homes_first[edges])
    inside = np.flatnonzero(np.isin(bench.site.home_estate, estates)) if len(estates) else rows[:0]
    return np.union1d(bench.homes_of_edge[rows], inside)


def _comes_or_goes(before: Sites, after: Sites, category: str) -> bool:
    """Whether a category has its first facility or has lost its last: then the reason of everybody differs."""
    return (len(before.rows_of[category]) == 0) != (len(after.rows_of[category]) == 0)


def _edges(bench: Workbench, sites: Sites, touched: np.ndarray) -> np.ndarray:
    """The edges at which these facilities reach the network, through the gates of their estates too."""
    known = touched[touched < len(sites.id)]
    gates = np.isin(bench.site.gates.estate, sites.estate[known][sites.estate[known] >= 0])
    edges = np.concatenate([sites.places.edge[known], bench.site.gates.places.edge[gates]])
    return edges[edges >= 0]


def _estates_touched(bench: Workbench, after: Mended, at_edge: np.ndarray) -> np.ndarray:
    """Estates without paths with a changed gate, a gate on a changed edge, or a touched facility."""
    gates = bench.site.gates
    changed_gates = (bench.doors.estate != after.doors.estate) | (gates.places.found & at_edge[np.maximum(gates.places.edge, 0)])
    of_facilities = [sites.estate[after.touched[after.touched < len(sites.id)]] for sites in (bench.sites, after.sites)]
    estates = np.unique(np.concatenate([gates.estate[changed_gates], *of_facilities]))
    return estates[estates >= 0]


def answers(bench: Workbench, after: Mended, rows: np.ndarray) -> Answers:
    """The doorplates at these rows decided anew."""
    searchers = [_searcher(bench, after, rows, rule) for rule in bench.rules]
    stated = searchers[AS_STATED_RULE].ground.homes
    snapped = bench.site.sealed[rows]
    for searcher in searchers:
        snapped[searcher.ground.homes.point] = True
    found, certain = {}, {}
    for at, k in enumerate(after.categories):
        walks = [_walks(bench, after, searcher, rule * len(after.categories) + at, k) for rule, searcher in enumerate(searchers)]
        name = bench.categories[k].id
        found[name], certain[name] = _decided(bench, after, k, walks, snapped)
    snap_m = stated.least(stated.leg_m)
    return Answers(rows, found, np.where(np.isfinite(snap_m), snap_m, np.nan), certain, _not_connected(after))


def _not_connected(after: Mended) -> tuple[str, ...]:
    sites = after.sites
    lost = after.touched[~sites.places.found[after.touched] & (sites.estate[after.touched] < 0)]
    return tuple(sites.id[lost].astype(str))


def _searcher(bench: Workbench, after: Mended, rows: np.ndarray, rule: str) -> Searcher:
    site, sites = bench.site, after.sites
    inner = inner_walks(site.home_xy[rows], site.home_estate[rows], sites.xy, sites.estate, detour_factor=site.detour_factor)
    homes, places = bench.homes(rows, after.doors, rule), bench.visitors(sites, after.doors, rule)
    return Searcher.on(Ground(site.parted, homes, places, inner), bench.direction, sites.label)


def _walks(bench: Workbench, after: Mended, searcher: Searcher, row: int, k: int) -> Walks:
    unit, stack = unit_of(bench.categories[k]), after.after
    field = Walks(stack.cost[row], stack.other[row], stack.label[row])
    facilities, graph = after.sites.rows_of[bench.categories[k].id], bench.graphs[unit]
    homes = searcher.ground.homes
    if unit not in searcher.ways:
        searcher.ways[unit] = ways(graph, homes)
    places = searcher.ground.facilities.of(facilities)
    return searcher.or_inside(nearest(graph, field, homes, places, searcher.label, way=searcher.ways[unit]), unit, facilities)


def _decided(bench: Workbench, after: Mended, k: int, walks: list[Walks], snapped: np.ndarray) -> tuple[Reached, np.ndarray]:
    category, answer = bench.categories[k], walks[AS_STATED_RULE]
    limit, has_facility = limit_of(category), len(after.sites.rows_of[category.id]) > 0
    ok = within(answer.cost, limit)
    opened, linked, sure = np.zeros(len(ok), dtype=bool), np.isfinite(answer.cost), ok
    if len(walks) > 1:
        opened, linked = within(walks[ALL_OPEN_RULE].cost, limit), np.isfinite(walks[ALL_OPEN_RULE].cost)
        sure = within(walks[UNKNOWN_CLOSED_RULE].cost, limit)
    why = reasons(ok, opened, linked, known=has_facility, snapped=snapped | linked)
    order = np.argsort(after.sites.label)
    rank = np.searchsorted(after.sites.label[order], answer.label)
    named = Walks(answer.cost, answer.other, rank)
    id_of_rank = np.append(after.sites.id[order], None)
    return reached(named, why, category, id_of_rank, judged=has_facility or category.id in bench.complete), sure
