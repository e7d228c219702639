"""An invented grid city with the frames of a district check: streets every 200 m, one estate a block."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from community3d.layers.profiles import profile, walker, with_targets
from community3d.processing.engine.areas import codes_of
from community3d.processing.engine.results import Figure, Results, Settings
from community3d.processing.engine.rollup import area_rates, area_totals, summarise

CRS = "EPSG:4549"
WEST, SOUTH = 560_000.0, 3_460_000.0
BLOCK_M = 200.0
SIZE = 6  # blocks a side
SURNAMES = "莲丰桂清望云锦双"


def invented_results(size: int = SIZE, *, hostile: str = "", targets: str = "*=85") -> Results:
    """Results of a district check on the invented city; hostile is added to every text of the data."""
    tables = invented_tables(size, hostile=hostile)
    settings = Settings(profile=with_targets(profile("tdt1063"), targets), walker=walker("planning"), run="0a1b2c3d")
    ledger = _ledger(tables, settings)
    codes = codes_of(ledger, tables["areas"])
    summary = summarise(ledger, codes, tables["areas"], settings)
    totals = area_totals(ledger, codes, tables["areas"], settings)
    return Results(
        title="示例区社区生活圈" + hostile,
        crs=CRS,
        settings=settings,
        ledger=ledger,
        summary=summary,
        areas_out=area_rates(tables["areas"], summary, totals, settings),
        isochrones=_isochrones(tables["facilities"], settings),
        iso_exceptions=_frame([], []),
        figures=_figures(ledger, summary, totals),
        tables=tables,
        problems=_frame([{"problem_id": "1", "severity": "warning"}], [shapely.Point(WEST, SOUTH)]),
        sources=pd.DataFrame(
            [
                {
                    "table": "doorplates",
                    "source": "invented",
                    "rows_read": len(ledger),
                    "rows_loaded": len(ledger),
                    "rows_rejected": 0,
                    "crs": CRS,
                }
            ]
        ),
        parameters={},
        sample=True,
    )


def with_buildings(results: Results, buildings: gpd.GeoDataFrame) -> Results:
    """The results with other buildings."""
    return replace(results, tables={**results.tables, "buildings": buildings})


def invented_tables(size: int = SIZE, *, hostile: str = "") -> dict[str, gpd.GeoDataFrame]:
    """The workspace tables of the invented city."""
    buildings = _buildings(size, hostile)
    return {
        "areas": _areas(size, hostile),
        "buildings": buildings,
        "doorplates": _doorplates(buildings, size, hostile),
        "facilities": _facilities(size, hostile),
        "streets": _streets(size, hostile),
        "estates": _estates(size, hostile),
        "walls": _walls(size),
        "gates": _gates(size),
        "land": _land(size),
    }


def _frame(rows: list[dict], geometry: list) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.DataFrame(rows), geometry=gpd.GeoSeries(geometry, crs=CRS), crs=CRS)


def _box(x0: float, y0: float, x1: float, y1: float) -> shapely.Polygon:
    return shapely.box(WEST + x0, SOUTH + y0, WEST + x1, SOUTH + y1)


def _blocks(size: int) -> list[tuple[int, int]]:
    return [(i, j) for j in range(size) for i in range(size)]


def _areas(size: int, hostile: str) -> gpd.GeoDataFrame:
    side, half, third = size * BLOCK_M, size // 2, max(1, size // 3)
    rows, shapes = [], []

    def add(code: str, name: str, level: str, parent: str | None, shape: shapely.Polygon) -> None:
        rows.append(
            {
                "code": code,
                "name": name + hostile,
                "partition": "admin",
                "level": level,
                "parent_code": parent,
                "leader_posts": 1.0,
                "worker_posts": 3.0,
                "updated_at": "2026-11-20",
            }
        )
        shapes.append(shape)

    add("990106", "示例区", "district", None, _box(0, 0, side, side))
    for s in range(2):
        add(
            f"99010600{s + 1}",
            "西街道" if s == 0 else "东街道",
            "subdistrict",
            "990106",
            _box(s * half * BLOCK_M, 0, (s + 1) * half * BLOCK_M if s == 0 else side, side),
        )
    for number, (ci, cj) in enumerate((i, j) for j in range(0, size, third) for i in range(0, size, half)):
        street = f"99010600{1 if ci < half else 2}"
        code = f"{street}{number + 1:03d}"
        east, north = min(ci + half, size), min(cj + third, size)
        add(code, f"{SURNAMES[number % 8]}塘社区", "community", street, _box(ci * BLOCK_M, cj * BLOCK_M, east * BLOCK_M, north * BLOCK_M))
        for k, row in enumerate(range(cj, north)):
            add(
                f"{code}{k + 1:03d}",
                f"第{k + 1}网格",
                "grid",
                code,
                _box(ci * BLOCK_M, row * BLOCK_M, east * BLOCK_M, (row + 1) * BLOCK_M),
            )
    return _frame(rows, shapes)


def _buildings(size: int, hostile: str) -> gpd.GeoDataFrame:
    rows, shapes = [], []
    for block, (i, j) in enumerate(_blocks(size)):
        tall = (i * 7 + j * 3) % 4 == 0
        for k in range(9):
            x, y = i * BLOCK_M + 30 + (k % 3) * 52, j * BLOCK_M + 32 + (k // 3) * 52
            floors = (18 + k) if tall else 6
            rows.append(
                {
                    "building_id": f"B{block:03d}{k}",
                    "name": f"{SURNAMES[block % 8]}园新村{block + 1}期{k + 1}幢{hostile}",
                    "floors": float(floors),
                    "height_m": floors * 3.0,
                    "height_source": "floors",
                    "base_m": 0.0,
                    "use": "residential" if k else "other",
                }
            )
            shapes.append(_box(x, y, x + (20 if tall else 40), y + (16 if tall else 12)))
    # One courtyard house: a footprint with a hole.
    shapes[0] = shapes[0].buffer(6, join_style=2).difference(shapes[0].buffer(-3))
    return _frame(rows, shapes)


def _doorplates(buildings: gpd.GeoDataFrame, size: int, hostile: str) -> gpd.GeoDataFrame:
    rows, points = [], []
    for position, building in enumerate(buildings.itertuples()):
        if building.use != "residential":
            continue
        x0, y0, x1, _ = building.geometry.bounds
        for k in range(2):
            households = 5 + (position * 13 + k * 7) % 60
            rows.append(
                {
                    "doorplate_id": f"D{position:05d}{k}",
                    "address": f"丰泽路{100 + position}号{building.name.split('期')[1].replace(hostile, '') if k else ''}{hostile}",
                    "road": "丰泽路",
                    "number": str(100 + position),
                    "estate": building.name.split("村")[0] + "村" + hostile,
                    "building": None,
                    "unit": "1单元",
                    "households": float(households),
                    "residents": float(round(households * 2.62)),
                    "elderly": 3.0,
                    "children": 2.0,
                    "building_id": building.building_id,
                    "housing_type": None,
                }
            )
            points.append(shapely.Point(x0 + (x1 - x0) * (0.3 + 0.4 * k), y0 - 1))
    return _frame(rows, points)


def _facilities(size: int, hostile: str) -> gpd.GeoDataFrame:
    kinds = (
        "day_care_elderly",
        "park",
        "primary_school",
        "market",
        "health_centre",
        "junior_secondary",
        "culture_centre,fitness_ground",
        "gym",
    )
    rows, points = [], []
    for number in range(3 * len(kinds)):
        kind = kinds[number % len(kinds)]
        i, j = (number * 5) % size, (number * 3 + number // 4) % size
        rows.append(
            {
                "facility_id": f"F{number:03d}",
                "name": f"{SURNAMES[number % 8]}塘设施{number}{hostile}",
                "services": kind,
                "capacity": np.nan,
                "floor_m2": 300.0 + number,
                "opening": "8:00–18:00",
            }
        )
        points.append(shapely.Point(WEST + i * BLOCK_M + 100, SOUTH + j * BLOCK_M + 24))
    # One stands outside the district.
    points[1] = shapely.Point(WEST - 60, SOUTH + 100)
    return _frame(rows, points)


def _streets(size: int, hostile: str) -> gpd.GeoDataFrame:
    rows, lines, side = [], [], size * BLOCK_M
    for k in range(size + 1):
        kind = "primary" if k % 3 == 0 else "residential"
        for across in (False, True):
            ends = (
                [(WEST, SOUTH + k * BLOCK_M), (WEST + side, SOUTH + k * BLOCK_M)]
                if across
                else [(WEST + k * BLOCK_M, SOUTH), (WEST + k * BLOCK_M, SOUTH + side)]
            )
            rows.append(
                {
                    "street_id": f"S{k}{int(across)}",
                    "name": f"{'东西' if across else '南北'}{k}路{hostile}",
                    "kind": kind,
                    "level": 1.0 if across and k == 2 else 0.0,
                }
            )
            lines.append(shapely.LineString(ends))
    return _frame(rows, lines)


def _estates(size: int, hostile: str) -> gpd.GeoDataFrame:
    rows = [{"estate_id": f"E{n}", "name": f"{SURNAMES[n % 8]}园新村{hostile}", "gated": "yes"} for n in range(size * size)]
    return _frame(rows, [_box(i * 200 + 14, j * 200 + 14, i * 200 + 186, j * 200 + 186) for i, j in _blocks(size)])


def _walls(size: int) -> gpd.GeoDataFrame:
    rings = [_box(i * 200 + 14, j * 200 + 14, i * 200 + 186, j * 200 + 186).exterior for i, j in _blocks(size) if (i + j) % 2]
    return _frame([{"wall_id": f"W{n}", "estate": f"E{n}"} for n in range(len(rings))], rings)


def _gates(size: int) -> gpd.GeoDataFrame:
    states = ("all", "residents", "closed", "unknown")
    places = [shapely.Point(WEST + i * 200 + 100, SOUTH + j * 200 + 14) for i, j in _blocks(size) if (i + j) % 2]
    return _frame([{"gate_id": f"G{n}", "name": None, "estate": f"E{n}", "open": states[n % 4]} for n in range(len(places))], places)


def _land(size: int) -> gpd.GeoDataFrame:
    side = size * BLOCK_M
    water = shapely.LineString([(WEST - 400, SOUTH + 410), (WEST + 300, SOUTH + 395), (WEST + side + 400, SOUTH + 420)]).buffer(12)
    lots = [_box(i * 200 + 12, j * 200 + 12, i * 200 + 188, j * 200 + 188) for i, j in _blocks(size)]
    uses = ["water", *("green" if n % 11 == 5 else "residential" for n in range(len(lots)))]
    return _frame([{"use": use, "name": None} for use in uses], [water, *lots])


def _ledger(tables: dict[str, gpd.GeoDataFrame], settings: Settings) -> gpd.GeoDataFrame:
    doorplates = tables["doorplates"].drop(columns=["unit"]).copy()
    doorplates["weight_source"] = "given"
    for (_, level), codes in codes_of(doorplates, tables["areas"]).items():
        doorplates[f"{level}_code"] = codes
    snap = np.full(len(doorplates), 12.5)
    snap[5] = np.nan
    results = {}
    for c in settings.profile.categories:
        results.update(_nearest(doorplates, tables["facilities"], c, snap))
    ok = np.column_stack([pd.Series(results[f"{c.id}_ok"]).map({True: 1.0, False: 0.0, None: np.nan}) for c in settings.profile.categories])
    judged = (~np.isnan(ok)).sum(axis=1)
    reached = np.nansum(ok, axis=1)
    doorplates["reached"], doorplates["judged"], doorplates["completeness"], doorplates["snap_m"] = reached, judged, reached / judged, snap
    doorplates = doorplates.assign(**results, profile=settings.profile.id, walker=settings.walker.id, run=settings.run)
    columns = [column for column in doorplates.columns if column != "geometry"]
    return doorplates[[*columns, "geometry"]]


def _nearest(doorplates: gpd.GeoDataFrame, facilities: gpd.GeoDataFrame, category, snap: np.ndarray) -> dict[str, np.ndarray]:
    serving = facilities[[bool(set(s.split(",")) & set(category.types)) for s in facilities["services"]]]
    count, name = len(doorplates), category.id
    if serving.empty:
        return {
            f"{name}_id": np.full(count, None, object),
            f"{name}_m": np.full(count, np.nan),
            f"{name}_min": np.full(count, np.nan),
            f"{name}_ok": np.full(count, None, object),
            f"{name}_why": np.full(count, "no_facility", object),
        }
    here, there = shapely.get_coordinates(doorplates.geometry), shapely.get_coordinates(serving.geometry)
    metres = np.abs(here[:, None, :] - there[None, :, :]).sum(axis=2)
    nearest = metres.argmin(axis=1)
    metres = metres[np.arange(count), nearest]
    minutes = metres / 60
    ok = (minutes <= category.limit).astype(object)
    why = np.where(ok.astype(bool), "ok", "too_far").astype(object)
    gated = (np.arange(count) % 17 == 3) & ~ok.astype(bool)
    why[gated] = "behind_gate"
    ids = serving["facility_id"].to_numpy(dtype=object)[nearest]
    off = np.isnan(snap)
    why[off], ok[off], ids[off] = "not_snapped", False, None
    return {
        f"{name}_id": ids,
        f"{name}_m": np.where(off, np.nan, metres),
        f"{name}_min": np.where(off, np.nan, minutes),
        f"{name}_ok": np.array([bool(v) for v in ok], dtype=object),
        f"{name}_why": why,
    }


def _isochrones(facilities: gpd.GeoDataFrame, settings: Settings) -> gpd.GeoDataFrame:
    rows, shapes = [], []
    for c in settings.profile.categories:
        serving = facilities[[bool(set(s.split(",")) & set(c.types)) for s in facilities["services"]]]
        for limit in (5.0, 10.0, 15.0):
            diamond = shapely.unary_union(
                [
                    shapely.Polygon([(p.x - r, p.y), (p.x, p.y + r), (p.x + r, p.y), (p.x, p.y - r)])
                    for p in serving.geometry
                    for r in [limit * 60]
                ]
            )
            if not diamond.is_empty:
                rows.append({"place_id": None, "category": c.id, "limit": limit, "unit": "min", "area_m2": diamond.area})
                shapes.append(diamond)
    return _frame(rows, shapes)


def _figures(ledger: gpd.GeoDataFrame, summary: pd.DataFrame, totals: pd.DataFrame) -> dict[str, Figure]:
    everything = summary[summary["level"] == "all"].set_index("category")
    figures = {f"rate.{c}": Figure(f"rate.{c}", float(rate), "share") for c, rate in everything["rate"].items() if np.isfinite(rate)}
    figures["COMPLETENESS"] = Figure("COMPLETENESS", float(totals.loc[totals["level"] == "all", "completeness"].iloc[0]), "share")
    figures["HOUSEHOLDS"] = Figure("HOUSEHOLDS", float(ledger["households"].sum()), "households")
    return figures
