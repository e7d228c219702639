"""Doorplates for the page: no finer than the building, with the nearest facility of every category."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.profiles import Category
from ..engine.areas import points_xy
from .content import SceneContent, areas_by_level
from .fineness import FINE_DOORPLATES, Fineness
from .patterns import dictionary, positions
from .privacy import building_level
from .quantise import Column, amounts, octets, optional, running, unsigned, zigzag

WHY = ("ok", "too_far", "behind_gate", "no_route", "not_snapped", "no_facility")
NOT_JUDGED = 8  # added to the reason
MINUTE_STEP = 0.01


@dataclass(frozen=True)
class Doorplates:
    """The rows that the page shows: a ledger with building rows, addresses cut at the building, rooms of one door joined."""

    frame: gpd.GeoDataFrame
    building: np.ndarray  # row of the building, -1 = none
    xy: np.ndarray
    area: np.ndarray  # (levels, doorplates): row of the area, -1 = none
    row_of_ledger: np.ndarray  # row here of each row of the content's ledger, -1 = left out
    why: np.ndarray  # (categories, doorplates): reason_codes


def page_doorplates(content: SceneContent) -> Doorplates:
    """The doorplates as the page shows them; those without a point are left out."""
    placed = np.flatnonzero(content.ledger.geometry.notna() & ~content.ledger.geometry.is_empty)
    ledger = content.ledger.iloc[placed].reset_index(drop=True)
    building = building_rows(ledger, content.table("buildings"))
    address = building_level(_column(ledger, "address"))
    joined, groups = _joined_rows(address, _column(ledger, "address"), building, points_xy(ledger))
    frame = ledger.assign(address=address)
    if len(joined) < len(ledger):
        frame = _joined(frame, joined, groups, content)
    xy = points_xy(frame)
    categories = content.settings.profile.categories if content.settings else ()
    return Doorplates(
        frame,
        building[joined],
        xy,
        areas_by_level(xy, content.table("areas")),
        _row_of_ledger(len(content.ledger), placed, groups),
        np.array([reason_codes(frame, category) for category in categories], dtype=np.uint8).reshape(len(categories), len(frame)),
    )


def _row_of_ledger(count: int, placed: np.ndarray, groups: np.ndarray) -> np.ndarray:
    found = np.full(count, -1, dtype=np.int64)
    found[placed] = groups
    return found


def building_rows(ledger: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> np.ndarray:
    """Row of each doorplate's building: by its id, else the building that holds the point; -1 where neither does."""
    rows = np.full(len(ledger), -1, dtype=np.int64)
    if not len(buildings) or not len(ledger):
        return rows
    if "building_id" in ledger.columns:
        index = pd.Index(buildings["building_id"].astype(str))
        named = ledger["building_id"].notna().to_numpy()
        first = index.drop_duplicates()
        found = first.get_indexer(ledger["building_id"].astype(str))
        rows[named] = np.where(found < 0, -1, np.flatnonzero(~index.duplicated())[found])[named]
    open_rows = np.flatnonzero(rows < 0)
    points, holders = shapely.STRtree(buildings.geometry.to_numpy()).query(ledger.geometry.to_numpy()[open_rows], predicate="within")
    rows[open_rows[points[::-1]]] = holders[::-1]
    return rows


def tile_columns(
    doorplates: Doorplates, rows: np.ndarray, building_number: np.ndarray, content: SceneContent, fine: Fineness, *, works_out: bool = False
) -> dict[str, Column]:
    """Columns of the doorplates of one tile; places and addresses are packed beside them.

    building_number counts each doorplate's building within the tile from 1, 0 = none. Where the page works metres and
    facilities out itself only the reasons are told.
    """
    columns = {
        **positions("d.building", building_number),
        "d.households": amounts(np.rint(_numbers(doorplates.frame, "households")[rows])),
        "d.area": running(doorplates.area[:, rows].ravel() + 1),
    }
    if content.settings is not None:
        columns["d.why"] = octets(doorplates.why[:, rows].ravel())
    if works_out:
        return columns
    columns["d.snap"] = optional(_numbers(doorplates.frame, "snap_m")[rows], fine.door_m)
    if content.settings is not None:
        columns.update(_service_columns(doorplates.frame.iloc[rows], content, fine=len(doorplates.frame) <= FINE_DOORPLATES))
    return columns


def estate_column(doorplates: Doorplates) -> tuple[np.ndarray, list[str]]:
    """Position of each doorplate's estate in the list of estates, from 1, 0 = none; and the list."""
    return dictionary(_column(doorplates.frame, "estate"))


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame.columns else pd.Series(None, index=frame.index, dtype=object)


def _numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    return frame[name].to_numpy(dtype=float) if name in frame.columns else np.full(len(frame), np.nan)


def _joined_rows(address: pd.Series, full: pd.Series, building: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first row of every group, and each row's group; rows join where a cut address is told twice for one building.

    Rows without a building join where their places are equal.
    """
    if not len(address):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    cut = ((address != full) & full.notna()).to_numpy()
    alike = np.flatnonzero(address.isin(address[cut].unique()).to_numpy() & address.notna().to_numpy())
    # Each row stands for itself, one of a cut address for the first of its kind.
    first = np.arange(len(address))
    if len(alike):
        where = pd.factorize(pd.MultiIndex.from_arrays(np.rint(xy[alike]).T))[0]
        spot = np.where(building[alike] >= 0, building[alike], -2 - where)
        kind = pd.factorize(pd.MultiIndex.from_arrays([address.to_numpy()[alike], spot]))[0]
        first[alike] = alike[np.unique(kind, return_index=True)[1][kind]]
    return np.unique(first, return_inverse=True)


def _joined(frame: gpd.GeoDataFrame, first: np.ndarray, groups: np.ndarray, content: SceneContent) -> gpd.GeoDataFrame:
    """One row per group: households added up, of each category the row that fares worst."""
    joined = frame.iloc[first].reset_index(drop=True)
    for name in ("households", "residents"):
        if name in frame.columns:
            joined[name] = np.bincount(groups, weights=np.nan_to_num(frame[name].to_numpy(dtype=float)))
    for category in content.settings.profile.categories if content.settings else ():
        worst = _worst_rows(frame, category, groups)
        for suffix in ("id", "m", "min", "ok", "why"):
            joined[f"{category.id}_{suffix}"] = frame[f"{category.id}_{suffix}"].to_numpy()[worst]
    return joined


def _worst_rows(frame: pd.DataFrame, category: Category, groups: np.ndarray) -> np.ndarray:
    reached = frame[f"{category.id}_ok"].isin([True]).to_numpy()
    metres = np.nan_to_num(_numbers(frame, f"{category.id}_m"), nan=np.inf)
    order = np.lexsort((-metres, reached, groups))
    return order[np.unique(groups[order], return_index=True)[1]]


def _service_columns(frame: pd.DataFrame, content: SceneContent, *, fine: bool) -> dict[str, Column]:
    """Nearest facility, metres and minutes, category after category."""
    settings = content.settings
    position = pd.Index(content.table("facilities").get("facility_id", pd.Series(dtype=object)).astype(str))
    step = 0.1 if fine else 1.0
    facility, metres, minutes = [], [], []
    for category in settings.profile.categories:
        own_metres, own_minutes = _numbers(frame, f"{category.id}_m"), _numbers(frame, f"{category.id}_min")
        told = np.rint(own_metres / step) * step
        facility.append(position.get_indexer(frame[f"{category.id}_id"].astype(str)) + 1)
        metres.append(own_metres)
        minutes.append(_rest(own_minutes - told / (60 * settings.walker.speed_ms)))
    return {
        "d.facility": unsigned(np.concatenate(facility)),
        "d.metres": optional(np.concatenate(metres), step),
        # What the minutes are beyond metres at the walker's speed: zero but for slow streets and penalties.
        "d.rest": Column("z", len(frame) * len(minutes), _zigzag_bytes(np.concatenate(minutes)), MINUTE_STEP),
    }


def _zigzag_bytes(whole: np.ndarray) -> bytes:
    return unsigned(zigzag(whole)).data


def _rest(minutes: np.ndarray) -> np.ndarray:
    # Less than two steps is the rounding of the metres.
    whole = np.rint(np.nan_to_num(minutes) / MINUTE_STEP)
    return np.where(np.abs(whole) < 2, 0, whole).astype(np.int64)


def reason_codes(frame: pd.DataFrame, category: Category) -> np.ndarray:
    """Position of the reason in WHY, with NOT_JUDGED added where the category is not judged."""
    codes = pd.Categorical(frame[f"{category.id}_why"], categories=WHY).codes.astype(np.int64)
    return np.where(codes < 0, WHY.index("no_facility"), codes) + NOT_JUDGED * frame[f"{category.id}_ok"].isna().to_numpy()
