"""An invented district: 2 sub-districts, 5 communities, 10 grids, 200 doorplates with a ledger that nobody walked."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from community3d.layers.profiles import METRES, profile, walker, with_targets
from community3d.processing.engine import figures as figures_of
from community3d.processing.engine.areas import assign
from community3d.processing.engine.communitycheck import communities_of
from community3d.processing.engine.measures import measure_figures, measures
from community3d.processing.engine.results import Figure, Results, Settings
from community3d.processing.engine.rollup import area_rates, area_totals, summarise

CRS = "EPSG:4549"
WEST, SOUTH, SIDE = 560_000.0, 3_460_000.0, 900.0
COMMUNITIES = ("望湖社区", "莲塘社区", "锦帆社区", "桂雨社区", "南门社区")
SURVEYED_NONE, UNSTATED = "sport", "football"
TARGETS = "elderly=80;park=80;*=90"


def district(
    *,
    targets: str = TARGETS,
    with_areas: bool = True,
    weight: str = "households",
    sample: bool = True,
    communities: int = 5,
    chosen: str = "tdt1063",
    **changes: object,
) -> Results:
    """The results of the invented district."""
    settings = Settings(with_targets(profile(chosen), targets), walker("planning"), run="a1b2c3d4", weight=weight)
    areas = district_areas(communities) if with_areas else whole_area()
    ledger = invented_ledger(areas, settings)
    results = results_of(ledger, areas, settings, sample=sample)
    return replace(results, **changes)


def results_of(
    ledger: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, settings: Settings, *, sample: bool = True, title: str = "示例区"
) -> Results:
    """Results around a ledger: summary and figures by the engine, the rest invented."""
    codes = assign(shapely.get_coordinates(ledger.geometry.to_numpy()), areas)
    summary = summarise(ledger, codes, areas, settings)
    totals = area_totals(ledger, codes, areas, settings)
    facilities = invented_facilities()
    tables = {"areas": areas, "facilities": facilities, "streets": invented_streets(), "land": invented_land()}
    communities = communities_of({"areas": areas}, ledger, settings)
    proposed = measures(ledger, by_category(facilities, settings), areas, settings)
    figures = {
        **communities.named_figures(),
        **measure_figures(proposed, ledger, settings),
        **figures_of.coverage_figures(ledger, summary, totals, settings),
        **figures_of.crow_figures(ledger, shapely.get_coordinates(ledger.geometry.to_numpy()), by_category(facilities, settings), settings),
        **figures_of.count_figures(
            {"areas": areas, "facilities": facilities}, {c: len(xy) for c, xy in by_category(facilities, settings).items()}, problems=3
        ),
        **figures_of.agreement_figures(0.9875, 23),
        "land_rate.elderly": Figure("land_rate.elderly", 0.412, "share"),
    }
    return Results(
        title=title,
        crs=CRS,
        settings=settings,
        ledger=ledger,
        summary=summary,
        areas_out=area_rates(areas, summary, totals, settings),
        isochrones=gpd.GeoDataFrame({"place_id": []}, geometry=[], crs=CRS),
        iso_exceptions=gpd.GeoDataFrame({"doorplate_id": []}, geometry=[], crs=CRS),
        figures=figures,
        tables=tables,
        communities=communities,
        measures=proposed,
        problems=invented_problems(),
        sources=pd.DataFrame(
            {
                "table": ["areas", "doorplates", "facilities", "streets"],
                "source": ["示例区.gpkg|areas", "示例区.gpkg|doorplates", "示例区.gpkg|facilities", "示例区.gpkg|streets"],
                "rows_read": [18, 202, 12, 40],
                "rows_loaded": [18, 200, 12, 40],
                "rows_rejected": [0, 2, 0, 0],
                "crs": [CRS] * 4,
            }
        ),
        parameters={"INPUT": "示例区.gpkg", "PROFILE": "tdt1063", "WALKER": "planning", "SNAP_LIMIT_M": 200.0, "TARGETS": TARGETS},
        sample=sample,
    )


def district_areas(communities: int = 5) -> gpd.GeoDataFrame:
    """Communities in a row, three fifths of them in the first sub-district, two grids in each."""
    first, width = round(communities * 0.6), 5.0 / communities
    rows = [("990106", "示例区", "admin", "district", None, 0.0, 5.0, 0.0, 1.0)]
    rows += [("990106001", "示例街道", "admin", "subdistrict", "990106", 0.0, first * width, 0.0, 1.0)]
    rows += [("990106002", "城南街道", "admin", "subdistrict", "990106", first * width, 5.0, 0.0, 1.0)]
    for k in range(communities):
        name = COMMUNITIES[k] if k < len(COMMUNITIES) else f"第{k + 1}社区"
        parent = "990106001" if k < first else "990106002"
        code, west, east = f"{parent}{k + 1:03d}", k * width, (k + 1) * width
        rows.append((code, name, "admin", "community", parent, west, east, 0.0, 1.0))
        rows += [(f"{code}{g:03d}", f"{name[:-2]}{g}网格", "grid", "grid", code, west, east, (g - 1) / 2, g / 2) for g in (1, 2)]
    columns = ["code", "name", "partition", "level", "parent_code"]
    frame = pd.DataFrame([row[:5] for row in rows], columns=columns).assign(updated_at="2026-06-30")
    # Every grid has two workers; the second grid of every community has no leader.
    grid, second = frame["level"] == "grid", frame["code"].str.endswith("002") & (frame["level"] == "grid")
    frame["leader_posts"], frame["worker_posts"] = np.where(grid, 1.0 - second, np.nan), np.where(grid, 2.0, np.nan)
    boxes = [shapely.box(WEST + w * SIDE, SOUTH + s * SIDE * 2, WEST + e * SIDE, SOUTH + n * SIDE * 2) for *_, w, e, s, n in rows]
    return gpd.GeoDataFrame(frame, geometry=boxes, crs=CRS)


def whole_area() -> gpd.GeoDataFrame:
    """One area, as an extract without boundaries gives it."""
    return district_areas().iloc[:1].reset_index(drop=True)


def invented_ledger(areas: gpd.GeoDataFrame, settings: Settings, *, seed: int = 7, count: int = 200) -> gpd.GeoDataFrame:
    """A ledger with every reason in it; the farther east, the worse."""
    rng = np.random.default_rng(seed)
    xy = np.column_stack([rng.uniform(0.02, 4.98, count) * SIDE + WEST, rng.uniform(0.02, 1.98, count) * SIDE + SOUTH])
    households = rng.integers(1, 40, count)
    frame = pd.DataFrame({"doorplate_id": [f"D{k:05d}" for k in range(count)]})
    frame["address"] = [f"丰泽路{k + 1}号" for k in range(count)]
    frame["road"], frame["number"], frame["estate"] = "丰泽路", [f"{k + 1}号" for k in range(count)], None
    frame["households"], frame["residents"] = households.astype(float), households * 2.62
    frame["elderly"], frame["children"] = rng.integers(0, 12, count).astype(float), rng.integers(0, 9, count).astype(float)
    frame["weight_source"] = np.where(rng.random(count) < 0.1, "estimated", "given")
    frame = with_codes(frame, xy, areas)
    snap = np.where(rng.random(count) < 0.01, np.nan, rng.uniform(1, 60, count))
    columns = {}
    for category in settings.profile.categories:
        columns.update(_category_columns(category, rng, xy, snap))
    for c in settings.profile.categories:
        frame[f"{c.id}_ok"] = columns[f"{c.id}_ok"]
    oks = frame[[f"{c.id}_ok" for c in settings.profile.categories]]
    frame["reached"], frame["judged"] = (oks == True).sum(axis=1), oks.notna().sum(axis=1)  # noqa: E712, None is neither
    frame["completeness"], frame["snap_m"] = frame["reached"] / frame["judged"], snap
    frame = frame.drop(columns=list(oks)).assign(**columns).assign(profile="tdt1063", walker="planning", run=settings.run)
    return gpd.GeoDataFrame(frame, geometry=shapely.points(xy), crs=CRS)


def with_codes(frame: pd.DataFrame, xy: np.ndarray, areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """The frame with the codes of every level by position."""
    codes = assign(xy, areas)
    nowhere = np.full(len(frame), None, dtype=object)
    found = {f"{level}_code": codes.get((part, level), nowhere) for part, level in LEVELS}
    return frame.assign(**found)


LEVELS = (("admin", "district"), ("admin", "subdistrict"), ("admin", "community"), ("grid", "grid"))


def _category_columns(category, rng: np.random.Generator, xy: np.ndarray, snap: np.ndarray) -> dict[str, np.ndarray]:
    count, name = len(xy), category.id
    limit_m = category.limit if category.unit == METRES else category.limit * 60
    metres = rng.gamma(4.0, limit_m / 6, count) * (0.6 + 0.25 * (xy[:, 0] - WEST) / SIDE)
    why = np.where(metres <= limit_m, "ok", "too_far").astype(object)
    why[(why == "too_far") & (rng.random(count) < 0.2)] = "behind_gate"
    why[rng.random(count) < 0.01] = "no_route"
    if name in (SURVEYED_NONE, UNSTATED):
        why[:] = "no_facility"
    why[np.isnan(snap) & (why != "no_facility")] = "not_snapped"
    gone = np.isin(why.astype(str), ("no_route", "not_snapped", "no_facility"))
    metres = np.where(gone, np.nan, metres)
    ids = np.where(gone, None, "F001").astype(object)
    ok = np.where(why == "ok", True, False).astype(object)
    if name == UNSTATED:
        ok[:] = None
    return {f"{name}_id": ids, f"{name}_m": metres, f"{name}_min": metres / 60, f"{name}_ok": ok, f"{name}_why": why}


def invented_facilities() -> gpd.GeoDataFrame:
    """Two facilities of each category but the two that have none."""
    kinds = ("day_care_elderly", "park", "primary_school", "market", "health_station", "junior_secondary,culture_station")
    rows = [(f"F{k:03d}", f"设施{k}", kinds[k % len(kinds)]) for k in range(12)]
    frame = pd.DataFrame(rows, columns=["facility_id", "name", "services"]).assign(
        capacity=np.nan, floor_m2=120.5, source="示例", licence=None
    )
    places = [shapely.Point(WEST + (k + 0.5) * 5 * SIDE / 12, SOUTH + SIDE * (0.4 + 0.2 * (k % 5))) for k in range(12)]
    return gpd.GeoDataFrame(frame, geometry=places, crs=CRS)


def by_category(facilities: gpd.GeoDataFrame, settings: Settings) -> dict[str, np.ndarray]:
    """The places of each category's facilities."""
    xy = shapely.get_coordinates(facilities.geometry.to_numpy())
    return {c.id: xy[[bool(set(s.split(",")) & {*c.types, c.id}) for s in facilities["services"]]] for c in settings.profile.categories}


def invented_streets() -> gpd.GeoDataFrame:
    """A grid of streets."""
    lines = [shapely.LineString([(WEST + k * 225, SOUTH), (WEST + k * 225 + 30, SOUTH + 2 * SIDE)]) for k in range(21)]
    lines += [shapely.LineString([(WEST, SOUTH + k * 200), (WEST + 5 * SIDE, SOUTH + k * 200 + 20)]) for k in range(9)]
    kinds = ["secondary" if k % 5 == 0 else "residential" for k in range(len(lines))]
    return gpd.GeoDataFrame({"street_id": [f"S{k}" for k in range(len(lines))], "kind": kinds}, geometry=lines, crs=CRS)


def invented_land() -> gpd.GeoDataFrame:
    """A canal and a park."""
    canal = shapely.LineString([(WEST, SOUTH + 700), (WEST + 2000, SOUTH + 900), (WEST + 5 * SIDE, SOUTH + 760)]).buffer(25)
    park = shapely.box(WEST + 2000, SOUTH + 1200, WEST + 2500, SOUTH + 1600).difference(
        shapely.box(WEST + 2200, SOUTH + 1300, WEST + 2300, SOUTH + 1400)
    )
    return gpd.GeoDataFrame({"use": ["water", "green"]}, geometry=[canal, park], crs=CRS)


def invented_problems() -> gpd.GeoDataFrame:
    """Three findings of two rules."""
    frame = pd.DataFrame(
        {
            "problem_id": ["P1", "P2", "P3"],
            "table": ["doorplates", "doorplates", "areas"],
            "row": ["D00004", "D00009", "990106001001"],
            "rule": ["duplicate_id", "duplicate_id", "overlap"],
            "severity": ["error", "error", "warning"],
            "message": ["门牌编号重复", "门牌编号重复", "网格重叠 126 平方米"],
            "fix": [None, None, None],
            "state": ["open", "open", "accepted"],
            "reason": [None, None, "已知"],
        }
    )
    return gpd.GeoDataFrame(frame, geometry=[shapely.Point(WEST, SOUTH)] * 3, crs=CRS)
