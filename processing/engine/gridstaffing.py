"""Posts of grids: how many are filled, how many households and residents each serves, how even the work is.

found = grid_staffing(areas, ground, norms=norms, settings=settings)
found.areas      # the grids and every area that holds grids, with posts, vacancies, ratios and workload
found.figures    # of the whole district

Posts, never persons. An area's posts are those of its grids where all of them state theirs, else its own figure; its
vacancies likewise, else what its grids ask less its own posts (984 leaders for 1,040 grids leave 56 vacant).
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np

from ...layers.errors import InputError
from ...layers.problems import NOTE, Problem
from ...layers.words import Text, text
from .inventory import inhabitants
from .posts import GRID, Inside, grids_inside, of_grids
from .results import Settings
from .streets import numbers
from .verdicts import FAIL, NO_DATA, PASS, meets
from .workload import PARTS, Ground, gini, parts_of, workload

PER = 10_000
MOST_NAMED = 10
COLUMNS = (
    "grids", "households", "residents", "weight_source", "leaders", "workers", "leader_vacancies", "worker_vacancies",
    "households_per_worker", "posts_per_10k", *PARTS, "workload", "workload_per_worker", "imbalance",
)  # fmt: skip


@dataclass(frozen=True)
class Norms:
    """How many posts a grid is to have, and how many community workers 10,000 urban residents.

    18 is the national target (苏政办发〔2022〕60号, confirmed).
    """

    leaders_per_grid: float = 1
    workers_per_grid: float = 1
    social_workers_per_10k: float = 18


@dataclass(frozen=True)
class Staffing:
    """What grid_staffing found."""

    areas: gpd.GeoDataFrame
    figures: dict[str, float]
    notes: tuple[Text, ...]
    problems: tuple[Problem, ...]


def grid_staffing(areas: gpd.GeoDataFrame, ground: Ground, *, norms: Norms, settings: Settings) -> Staffing:
    """Count posts and work. Raises InputError where no area is a grid."""
    inside = grids_inside(areas)
    if not len(inside.grids):
        known = ", ".join(sorted(areas["level"].dropna().astype(str).unique()))
        raise InputError(text("AREAS holds no grids; it has {known}. Give the layer with the grids.", known=known))
    people = inhabitants(areas, ground.doorplates, settings)
    posts = {name: numbers(areas, f"{name}_posts") for name in ("leader", "worker")}
    asked = {"leader": norms.leaders_per_grid, "worker": norms.workers_per_grid}
    filled = {name: of_grids(own, inside) for name, own in posts.items()}
    vacant = {name: _vacant(own, inside, asked[name]) for name, own in posts.items()}
    parts = parts_of(areas, ground, settings)
    load = workload(parts, inside.grids) if parts else np.full(len(areas), np.nan)
    per_worker = _ratio(load, filled["worker"])
    households = np.where(np.isfinite(people.high) | (people.low > 0), people.households, np.nan)
    grids = np.bincount(inside.area, minlength=len(areas))
    columns = {
        "grids": grids,
        "households": households,
        "residents": people.residents,
        "weight_source": people.source,
        "leaders": filled["leader"],
        "workers": filled["worker"],
        "leader_vacancies": vacant["leader"],
        "worker_vacancies": vacant["worker"],
        "households_per_worker": _ratio(households, filled["worker"]),
        "posts_per_10k": _ratio((filled["leader"] + filled["worker"]) * PER, people.residents),
        **{name: parts.get(name, np.full(len(areas), np.nan)) for name in PARTS},
        "workload": _means(load, inside, len(areas)),
        "workload_per_worker": _means(per_worker, inside, len(areas)),
        "imbalance": _uneven(per_worker, inside, len(areas)),
    }
    frame = _with_columns(areas, columns)
    figures = _figures(frame, areas, inside, load, per_worker)
    problems = tuple(_disagreeing(areas, posts, inside))
    return Staffing(frame[grids > 0].reset_index(drop=True), figures, tuple(_notes(frame, inside, parts)), problems)


def _with_columns(areas: gpd.GeoDataFrame, columns: dict[str, np.ndarray]) -> gpd.GeoDataFrame:
    own = [name for name in ("code", "name", "partition", "level", "parent_code") if name in areas.columns]
    values = {**{name: areas[name].to_numpy(object) for name in own}, **{name: columns[name] for name in COLUMNS}}
    return gpd.GeoDataFrame(values, geometry=areas.geometry.to_numpy(), crs=areas.crs)


def social_workers(count: float, residents: float, norms: Norms) -> tuple[float, str]:
    """Community workers per 10,000 residents and the verdict; NaN and no_data where one of them is not known."""
    if not (count > 0 and residents > 0):
        return float("nan"), NO_DATA
    per = count * PER / residents
    return per, PASS if bool(meets(per, norms.social_workers_per_10k)) else FAIL


def _vacant(own: np.ndarray, inside: Inside, asked: float) -> np.ndarray:
    by_grid = np.maximum(asked - own, 0.0)
    grids = np.bincount(inside.area, minlength=len(own))
    total = np.bincount(inside.area, by_grid[inside.grid], len(own))
    return np.where((grids > 0) & np.isfinite(total), total, np.maximum(asked * grids - own, 0.0))


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """The quotient, NaN where there is nothing to divide by."""
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=np.isfinite(whole) & (whole > 0))


def _means(values: np.ndarray, inside: Inside, size: int) -> np.ndarray:
    """The mean of the grids in each area, of those that have a value."""
    known = np.isfinite(values[inside.grid])
    area, of = inside.area[known], values[inside.grid[known]]
    return _ratio(np.bincount(area, of, size), np.bincount(area, minlength=size).astype(float))


def _uneven(values: np.ndarray, inside: Inside, size: int) -> np.ndarray:
    found = np.full(size, np.nan)
    order = np.argsort(inside.area, kind="stable")
    areas, first = np.unique(inside.area[order], return_index=True)
    # Areas that hold grids: hundreds, each with its own few values.
    for area, rows in zip(areas, np.split(inside.grid[order], first[1:])):
        found[area] = gini(values[rows])
    return found


def _figures(
    frame: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, inside: Inside, load: np.ndarray, per_worker: np.ndarray
) -> dict[str, float]:
    """Of the whole: the sums of the areas that no other area with grids holds."""
    top = _tops(areas, inside)
    names = ("grids", "leaders", "workers", "leader_vacancies", "worker_vacancies", "households", "residents")
    total = {name: float(frame[name].to_numpy(float)[top].sum()) for name in names}
    posts = total["leaders"] + total["workers"]
    residents = total["residents"] if total["residents"] > 0 else float("nan")
    grids = inside.grids
    return {
        **total,
        "vacancies": total["leader_vacancies"] + total["worker_vacancies"],
        "posts_per_10k": posts * PER / residents,
        "workers_per_10k": total["workers"] * PER / residents,
        "households_per_worker": total["households"] / total["workers"] if total["workers"] > 0 else float("nan"),
        "imbalance": gini(per_worker[grids]),
        "imbalance_grids": gini(load[grids]),
        "imbalance_households": gini(frame["households_per_worker"].to_numpy(float)[grids]),
    }


def _tops(areas: gpd.GeoDataFrame, inside: Inside) -> np.ndarray:
    """For every grid the largest area that holds it, each area once."""
    size = areas.geometry.area.to_numpy()
    order = np.lexsort((-size[inside.area], inside.grid))
    _, first = np.unique(inside.grid[order], return_index=True)
    return np.unique(inside.area[order][first])


def _disagreeing(areas: gpd.GeoDataFrame, posts: dict[str, np.ndarray], inside: Inside) -> list[Problem]:
    """Areas whose own posts are not the sum of their grids'."""
    found = []
    larger = (areas["level"] != GRID).to_numpy() & (np.bincount(inside.area, minlength=len(areas)) > 0)
    words = {
        "leader": text("The area states {own} leader posts, its grids together {sum}; the grids count."),
        "worker": text("The area states {own} worker posts, its grids together {sum}; the grids count."),
    }
    for name, own in posts.items():
        total = np.bincount(inside.area, own[inside.grid], len(own))
        for row in np.flatnonzero(larger & np.isfinite(own) & np.isfinite(total) & (own != total)).tolist():
            message = text(words[name].source, own=int(own[row]), sum=int(total[row]))
            found.append(Problem("areas", "posts_differ", NOTE, message, row=areas["code"].iloc[row], geometry=areas.geometry.iloc[row]))
    return found


def _notes(frame: gpd.GeoDataFrame, inside: Inside, parts: dict[str, np.ndarray]) -> list[Text]:
    """What is not known and what follows."""
    grids = frame.iloc[inside.grids]
    said = []
    silent = grids[grids["leaders"].isna() | grids["workers"].isna()]
    if len(silent):
        words = text("{count} of {all} grids do not state their posts, so theirs are unknown: {codes}",
                     count=len(silent), all=len(grids), codes=_named(silent))  # fmt: skip
        said.append(words)
    nobody = grids[grids["workers"] == 0]
    if len(nobody):
        said.append(
            text("Grids without any worker, of which no ratio can be said ({count}): {codes}", count=len(nobody), codes=_named(nobody))
        )
    empty = grids[~(grids["households"] > 0)]
    if len(empty):
        words = text("Grids without known households ({count}): {codes}", count=len(empty), codes=_named(empty))
        said.append(words)
    if not parts:
        said.append(text("Nothing tells the workload. Give DOORPLATES, STREETS or FACILITIES."))
    return said


def _named(rows: gpd.GeoDataFrame) -> str:
    codes = rows["code"].astype(str).tolist()
    return ", ".join(codes[:MOST_NAMED]) + (f" … ({len(codes)})" if len(codes) > MOST_NAMED else "")
