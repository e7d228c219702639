"""The sheets of chapter 6: the scale of the communities, the posts of the grids and of all areas above them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from .area_tables import level_word
from .communities import name_of_area, screening
from .facts import Facts
from .numbers import SUPPRESSED
from .sheets import COUNT, NARROW, ONE, SHARE, TEXT, TWO, WIDE, Field, Sheet, Value, texts
from .suppression import hidden

LEVELS = ("district", "subdistrict", "community", "grid")


def scale_sheet(facts: Facts) -> Sheet | None:
    """One row per community, the largest first; None where the run has none."""
    found = None if facts.results.communities is None else facts.results.communities.scale
    if found is None:
        return None
    rows = pd.DataFrame(found.communities).sort_values(["households", "code"], ascending=[False, True], na_position="last", kind="stable")
    each = rows.to_dict("records")
    fields = (
        Field(text("Code"), "code", TEXT, texts(rows["code"]), 20),
        Field(text("Name"), "name", TEXT, [name_of_area(one) for one in each], WIDE),
        Field(text("Households"), "households", COUNT, rows["households"].tolist()),
        Field(text("Residents"), "residents", COUNT, people(rows["residents"])),
        Field(text("Land (km²)"), "area_km2", TWO, rows["area_km2"].tolist(), unit="km²"),
        Field(text("Estates (number)"), "estates", COUNT, rows["estates"].tolist()),
        Field(text("Dispersion (m)"), "dispersion_m", COUNT, rows["dispersion_m"].tolist(), unit="m"),
        Field(text("Worker posts"), "workers", COUNT, rows["workers"].tolist()),
        Field(text("Households per worker"), "households_per_worker", ONE, rows["households_per_worker"].tolist()),
        Field(text("Screening"), "verdict", TEXT, [screening(one) for one in each], WIDE),
        Field(text("Code of the neighbour"), "merge_with", TEXT, texts(rows["merge_with"]), 20),
        Field(text("Neighbour to merge with"), "merge_with_name", TEXT, texts(rows["merge_with_name"]), WIDE),
        Field(text("Households after merging"), "merged_households", COUNT, rows["merged_households"].tolist()),
        Field(text("Walk between the centres (m)"), "walk_m", COUNT, rows["walk_m"].tolist(), unit="m"),
    )
    sums = {name: float(rows[name].sum(min_count=1)) for name in ("households", "area_km2", "estates")}
    return Sheet(text("Community scale"), text("Scale of the communities"), fields, (total_row(fields, sums),))


def people(values: pd.Series) -> list[Value]:
    """Counts of people, those below k hidden."""
    numbers = values.to_numpy(dtype=float)
    return [SUPPRESSED if small else value for value, small in zip(numbers.tolist(), hidden(numbers))]


def total_row(fields: tuple[Field, ...], sums: dict[str, Value]) -> tuple[Value, ...]:
    """The last row: the word under the code, the sums under their columns."""
    return tuple(text("Total") if field.name == "code" else sums.get(field.name) for field in fields)


def posts_sheet(facts: Facts) -> Sheet | None:
    """The posts of every area that holds grids, then of every grid; None where the run has no grids."""
    found = facts.results.communities
    if found is None or found.staffing is None or found.posts is None:
        return None
    grids = pd.DataFrame(found.staffing.areas)
    rows = pd.concat([found.posts, grids[grids["level"] == "grid"]], ignore_index=True)
    rank = rows["level"].map({level: k for k, level in enumerate(LEVELS)}).fillna(len(LEVELS))
    rows = rows.assign(rank=rank).sort_values(["rank", "code"], kind="stable")
    sums = {name: _number(facts, figure) for name, figure in WHOLE.items()}
    fields = _posts_fields(rows)
    return Sheet(text("Grid staffing"), text("Posts of the grids"), fields, (total_row(fields, sums),))


WHOLE = {
    "grids": "GRIDS_COUNT", "leaders": "LEADERS", "workers": "WORKERS", "leader_vacancies": "LEADER_VACANCIES",
    "worker_vacancies": "WORKER_VACANCIES", "workers_per_grid": "WORKERS_PER_GRID", "workers_per_10k": "WORKERS_PER_10K",
    "posts_per_10k": "POSTS_PER_10K", "households_per_worker": "HOUSEHOLDS_PER_WORKER", "imbalance": "IMBALANCE",
}  # fmt: skip
COUNTS = {
    "grids": text("Grids (number)"),
    "households": text("Households"),
    "leaders": text("Leader posts"),
    "workers": text("Worker posts"),
    "leader_vacancies": text("Vacant leader posts"),
    "worker_vacancies": text("Vacant worker posts"),
}
RATIOS = {
    "workers_per_grid": text("Workers per grid"),
    "workers_per_10k": text("Workers per 10 000 residents"),
    "posts_per_10k": text("Leaders and workers per 10 000 residents"),
    "households_per_worker": text("Households per worker"),
}
WORK = {
    "doorplates": text("Doorplates"),
    "street_m": text("Streets (m)"),
    "facilities": text("Facilities"),
    "workload": text("Workload (1 = average grid)"),
    "imbalance": text("Imbalance (Gini)"),
}


def _posts_fields(rows: pd.DataFrame) -> tuple[Field, ...]:
    each = rows.to_dict("records")
    return (
        Field(text("Code"), "code", TEXT, texts(rows["code"]), 20),
        Field(text("Name"), "name", TEXT, [name_of_area(one) for one in each], WIDE),
        Field(text("Level"), "level", TEXT, [level_word(level) for level in rows["level"]], NARROW),
        *(Field(head, name, COUNT, rows[name].tolist()) for name, head in COUNTS.items()),
        *(Field(head, name, ONE, rows[name].tolist()) for name, head in RATIOS.items()),
        Field(text("Spread of households"), "spread", SHARE, rows["spread"].tolist(), NARROW),
        *(_work(rows, name, head) for name, head in WORK.items()),
    )


def _work(rows: pd.DataFrame, name: str, head: Text) -> Field:
    values = rows[name].to_numpy(dtype=float)
    kind = TWO if name in ("workload", "imbalance") else COUNT
    return Field(head, name, kind, np.round(values, 3).tolist() if kind == TWO else values.tolist(), NARROW)


def _number(facts: Facts, figure: str) -> Value:
    value = facts.value(figure)
    return None if np.isnan(value) else value
