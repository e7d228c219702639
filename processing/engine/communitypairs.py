"""The neighbours that a small community could merge with: shared border, combined size, the walk between the centres.

The score is the mean of three parts between 0 and 1: the share of the community's outline along the border; how near the
neighbour's centre is (the nearest neighbour's walk ÷ this walk); the room that is left below the households of a split
(1 − combined ÷ that many). A neighbour fits where it lies in the same sub-district and the two stay within that many.
"""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.areas.ground import common_border
from .communityhomes import Homes

# Metres on foot from communities to others, pair by pair, NaN where there is no way.
Walked = Callable[[Homes, np.ndarray, np.ndarray], np.ndarray]
NETWORK, STRAIGHT = "network", "straight"
LOOSE_M = 2.0  # borders that were drawn apart
SHORTEST_BORDER_M = 10.0  # less is a corner
PAIR_COLUMNS = (
    "code", "name", "neighbour", "neighbour_name", "border_m", "border_share", "households", "neighbour_households",
    "merged_households", "straight_m", "walk_m", "walk_by", "same_parent", "score", "fits", "rank",
)  # fmt: skip


def neighbour_table(
    communities: gpd.GeoDataFrame,
    households: np.ndarray,
    asked: np.ndarray,
    homes: Homes,
    walked: Walked | None,
    most: float,
) -> pd.DataFrame:
    """A row for each neighbour of the asked communities, best first; merging may lead to at most so many households."""
    first, second, border = _borders(communities.geometry.to_numpy(), np.flatnonzero(asked))
    straight = np.hypot(*(homes.centre_xy[first] - homes.centre_xy[second]).T)
    on_foot = straight if walked is None else walked(homes, first, second)
    codes, names = communities["code"].to_numpy(object), _column(communities, "name")
    parents = _column(communities, "parent_code")
    merged = households[first] + households[second]
    share = border / shapely.length(communities.geometry.to_numpy())[first]
    score = (share + _nearness(first, on_foot) + np.clip(1 - np.nan_to_num(merged, nan=most) / most, 0, 1)) / 3
    same = np.array([bool(one == other) for one, other in zip(parents[first], parents[second])], bool)
    fits = same & (merged <= most)
    columns = {
        "code": codes[first], "name": names[first], "neighbour": codes[second], "neighbour_name": names[second], "border_m": border,
        "border_share": share, "households": households[first], "neighbour_households": households[second],
        "merged_households": merged, "straight_m": straight, "walk_m": on_foot,
        "walk_by": np.full(len(first), STRAIGHT if walked is None else NETWORK, object),
        "same_parent": np.where(same, "yes", "no"), "score": score, "fits": np.where(fits, "yes", "no"),
    }  # fmt: skip
    pairs = pd.DataFrame(columns).sort_values(["code", "fits", "score", "neighbour"], ascending=[True, False, False, True], kind="stable")
    return pairs.assign(rank=pairs.groupby("code").cumcount() + 1).reset_index(drop=True)[list(PAIR_COLUMNS)]


def best_neighbours(communities: gpd.GeoDataFrame, pairs: pd.DataFrame) -> dict[str, np.ndarray]:
    """For each community the neighbour of rank 1 where it fits, with its figures; empty for all others."""
    best = pairs[(pairs["rank"] == 1) & (pairs["fits"] == "yes")].set_index("code").reindex(communities["code"])
    texts = {"merge_with": "neighbour", "merge_with_name": "neighbour_name", "walk_by": "walk_by"}
    found = {ours: best[theirs].astype(object).where(best[theirs].notna(), None).to_numpy(object) for ours, theirs in texts.items()}
    return {**found, **{name: best[name].to_numpy(float) for name in ("merged_households", "border_m", "walk_m")}}


def _borders(shapes: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of an asked shape and one beside it, and the metres of border that they share."""
    near, second = shapely.STRtree(shapes).query(shapes[asked], predicate="dwithin", distance=LOOSE_M)
    first = asked[near]
    other = first != second
    first, second = first[other], second[other]
    border = common_border(shapes[first], shapes[second])
    apart = border < SHORTEST_BORDER_M  # perhaps drawn with a gap or an overlap
    loose = shapely.buffer(shapely.boundary(shapes[second[apart]]), LOOSE_M, quad_segs=1)
    border[apart] = shapely.length(shapely.intersection(shapely.boundary(shapes[first[apart]]), loose))
    real = border >= SHORTEST_BORDER_M
    return first[real], second[real], border[real]


def _nearness(first: np.ndarray, on_foot: np.ndarray) -> np.ndarray:
    """The shortest walk of each community ÷ every walk of it; 0 where there is no way."""
    walks = np.where(np.isfinite(on_foot), on_foot, np.inf)
    shortest = pd.Series(walks).groupby(first).transform("min").to_numpy() if len(first) else walks
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(walks), np.where(walks > 0, shortest / np.where(walks > 0, walks, 1), 1.0), 0.0)


def _column(frame: gpd.GeoDataFrame, name: str) -> np.ndarray:
    return frame[name].to_numpy(object) if name in frame.columns else np.full(len(frame), None, object)
