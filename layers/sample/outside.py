"""Facilities beyond the district's limits: they count, because people walk there."""

from __future__ import annotations

import numpy as np
import shapely

from .facilities import Facility
from .plan import Plan

BEYOND_M = 700.0
# What stands there, one after the other.
SERVICES = (
    ("junior_secondary", "中学（区外）"),
    ("market", "农贸市场（区外）"),
    ("health_centre", "卫生服务中心（区外）"),
    ("park", "公园（区外）"),
    ("primary_school", "小学（区外）"),
    ("football", "足球公园（区外）"),
    ("culture_centre；gym", "文体中心（区外）"),
    ("nursing_home", "养老院（区外）"),
)


def place_outside(plan: Plan, district: shapely.Polygon, names: np.ndarray, rng: np.random.Generator) -> list[Facility]:
    """One facility per 1.2 km of the district's limit, beside a main road at most BEYOND_M away."""
    lattice_sides = np.concatenate([plan.rows.ravel(), plan.columns.ravel()])
    chains = [plan.xy[plan.street_nodes[side]] for side in lattice_sides if len(plan.street_nodes[side]) > 2]
    middle = np.array([(chain[len(chain) // 2] + chain[len(chain) // 2 - 1]) / 2 for chain in chains])
    along = np.array([chain[len(chain) // 2] - chain[len(chain) // 2 - 1] for chain in chains])
    aside = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.linalg.norm(along, axis=1, keepdims=True)
    places = middle + 26.0 * aside
    distance = shapely.distance(shapely.points(places), district)
    free = rng.permutation(np.flatnonzero((distance > 60) & (distance < BEYOND_M)))
    count = int(np.clip(round(district.length / 1200), 4, len(free)))
    return [
        Facility(places[at], f"{name}{title}", service)
        for at, name, (service, title) in zip(free[:count], names, SERVICES * (count // len(SERVICES) + 1))
    ]
