"""The communities as they would be if the merge candidates joined their best neighbours: a proposal that adds up."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .communityscale import MERGE, Scale, Thresholds

AFTER_COLUMNS = ("code", "name", "level", "parent_code", "households", "residents", "area_km2", "workers", "members", "member_codes")


def after_mergers(found: Scale, thresholds: Thresholds) -> gpd.GeoDataFrame:
    """The communities afterwards. The smallest candidate chooses first, and joins the best neighbour with which all that
    have joined so far stay within the households of a split; one that others have joined past the limit stays."""
    communities = found.communities
    codes = communities["code"].to_numpy(object)
    row_of = {code: row for row, code in reversed(list(enumerate(codes)))}
    households = communities["households"].to_numpy(float).copy()
    leader = np.arange(len(codes))
    candidates = np.flatnonzero((communities["verdict"] == MERGE).to_numpy())
    fitting = found.neighbours[found.neighbours["fits"] == "yes"]
    by_code = {code: rows["neighbour"].tolist() for code, rows in fitting.groupby("code", sort=False)}
    # One after the other: each choice changes what the next may choose.
    for row in sorted(candidates, key=lambda row: (households[row], str(codes[row]))):
        if leader[row] != row or households[row] >= thresholds.merge_below:
            continue
        for neighbour in by_code.get(codes[row], ()):
            head = leader[row_of[neighbour]]
            if head != row and households[head] + households[row] <= thresholds.split_above:
                households[head] += households[row]
                leader[leader == row] = head
                break
    return _joined(communities, leader)


def _joined(communities: gpd.GeoDataFrame, leader: np.ndarray) -> gpd.GeoDataFrame:
    """One row for each group, under the code and name of the community that the others joined."""
    heads, group = np.unique(leader, return_inverse=True)
    sums = {name: np.zeros(len(heads)) for name in ("households", "residents", "area_km2", "workers")}
    for name, total in sums.items():
        np.add.at(total, group, communities[name].to_numpy(float))
    members = pd.Series(communities["code"].astype(str).to_numpy()).groupby(group)
    shapes = communities.geometry.to_numpy()
    # A different number of shapes makes each.
    joined = np.array([shapely.union_all(shapes[group == each]) for each in range(len(heads))], object)
    columns = {name: communities[name].to_numpy(object)[heads] if name in communities else None for name in AFTER_COLUMNS[:4]}
    columns = {**columns, **sums, "members": members.size().to_numpy(), "member_codes": members.agg(", ".join).to_numpy(object)}
    return gpd.GeoDataFrame({name: columns[name] for name in AFTER_COLUMNS}, geometry=joined, crs=communities.crs)
