"""Asks again whom a change can reach: mends the searches, finds the doorplates behind what changed, decides these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np

from .access import Access, inner_walks
from .coverage import Reached, limit_of, ranks, reached, reasons, unit_of, within
from .estates import estate_of_points
from .fieldstack import Sources, Stack, mended
from .ground import Ground
from .lines import spans
from .nearest import nearest, ways
from .pieces import Places, places_at
from .scenario import ADD_FACILITY, CLOSE_FACILITY, MOVE_FACILITY, OF_GATES, OPEN_GATE, Change
from .search import FROM_FACILITY, Walks, legs
from .searcher import Searcher
from .services import services
from .sight import past_barriers
from .snapping import nearest_pieces
from .workbench import LABEL_STEP, Doors, Sites, Workbench

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


def doors_after(bench: Workbench, changes: Sequence[Change]) -> Doors:
    """The openings of all gates after the changes."""
    said = {change.id: "all" if change.action == OPEN_GATE else "closed" for change in changes if change.action in OF_GATES}
    if not said:
        return bench.doors
    crossings, crossing, estate = bench.site.crossings, bench.doors.crossing.copy(), bench.doors.estate.copy()
    for gate, opening in said.items():
        row = np.flatnonzero(bench.gate_ids == gate)
        if crossings is not None:
            crossing[np.isin(crossings.gate, row)] = opening
        estate[np.isin(bench.site.gates.gate, row)] = opening
    return Doors(crossing, estate)


def sites_after(bench: Workbench, changes: Sequence[Change]) -> Sites:
    """The facilities after the changes; new ones follow the old."""
    old, rows_of = bench.sites, dict(bench.sites.rows_of)
    row_of = {name: row for row, name in enumerate(old.id.astype(str))}
    closed = [row_of[change.id] for change in changes if change.action == CLOSE_FACILITY and change.id in row_of]
    rows_of = {name: rows[~np.isin(rows, closed)] for name, rows in rows_of.items()}
    placed = [change for change in changes if change.action in (ADD_FACILITY, MOVE_FACILITY)]
    if not placed:
        return replace(old, rows_of=rows_of)
    new = [change for change in placed if change.action == ADD_FACILITY]
    at = np.array([row_of.get(change.id, -1) for change in placed])
    at[at < 0] = len(old.id) + np.arange(len(new))
    for name, rows in _rows_of_new(bench, new).items():
        rows_of[name] = np.concatenate([rows_of[name], len(old.id) + rows])
    xy = np.array([(change.place.x, change.place.y) for change in placed])
    places, estate = _placed(bench, xy)
    ids = np.concatenate([old.id, np.array([change.id for change in new], dtype=object)])
    return Sites(
        ids, _labels(old, ids), _written(old.xy, at, xy), _places_written(old.places, at, places), _written(old.estate, at, estate), rows_of
    )


def _labels(old: Sites, ids: np.ndarray) -> np.ndarray:
    """The labels of all facilities: new ones (behind the old) stand between the old in the order of the ids."""
    count = len(old.id)
    rank = ranks(ids)
    order = np.argsort(rank)
    is_old = order < count
    before = np.concatenate([[-LABEL_STEP], np.sort(old.label)])[np.cumsum(is_old)]
    since = np.arange(len(ids)) - np.maximum.accumulate(np.where(is_old, np.arange(len(ids)), -1))
    label = np.empty(len(ids), dtype=np.int32)
    label[order] = before + since
    return label


def _rows_of_new(bench: Workbench, new: Sequence[Change]) -> dict[str, np.ndarray]:
    frame = gpd.GeoDataFrame(
        {"facility_id": [change.id for change in new], "services": [change.services for change in new]},
        geometry=[change.place for change in new],
    )
    return services(frame, bench.settings.profile).rows if new else {}


def _placed(bench: Workbench, xy: np.ndarray) -> tuple[Places, np.ndarray]:
    """Where new places meet the streets, and the estate without paths that each stands in."""
    site, limit_m = bench.site, bench.settings.snap_limit_m
    estate = np.full(len(xy), -1)
    if bench.estates is not None and len(site.pathless):
        estate = estate_of_points(bench.estates, site.pathless, xy)
    xy = np.where((estate < 0)[:, None], xy, np.nan)
    best = nearest_pieces(bench.pieces, xy, limit_m=limit_m)
    places = places_at(bench.pieces, best.piece, best.share, np.sqrt(best.square), np.zeros(len(xy), dtype=bool))
    if bench.barriers.size:
        places = past_barriers(site.parted, bench.pieces, xy, places, limit_m=limit_m, barriers=bench.barriers)
    return places, estate


def _written(old: np.ndarray, at: np.ndarray, new: np.ndarray) -> np.ndarray:
    values = np.concatenate([old, np.zeros((max(at.max() + 1 - len(old), 0), *old.shape[1:]), dtype=old.dtype)])
    values[at] = new
    return values


def _places_written(old: Places, at: np.ndarray, new: Places) -> Places:
    return Places(*(_written(mine, at, theirs) for mine, theirs in zip(vars(old).values(), vars(new).values())))


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
