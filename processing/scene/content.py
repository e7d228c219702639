"""What a scene shows, gathered once: from a district check, or from single layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.crs import reproject
from ...layers.errors import InputError
from ...layers.profiles import PROFILE_IDS, WALKERS, Profile, profile, walker
from ...layers.schema import LEVELS, PARTITION
from ...layers.words import text
from ..engine.areas import GRID_PARTITION, Codes, assign, partitions, points_xy
from ..engine.results import ESTIMATE, NETWORK, Figures, Results, Settings
from ..engine.rollup import area_totals, summarise
from ..engine.trails import Trails

WEIGHTS = ("households", "residents")
TABLES = ("areas", "buildings", "facilities", "streets", "gates", "walls", "land", "estates", "surveys", "events")
DATED = (("areas", "updated_at"), ("surveys", "as_of"))


@dataclass(frozen=True)
class SceneContent:
    """The frames and figures of one scene; all frames share one projected CRS in metres."""

    title: str
    crs: str
    settings: Settings | None  # None: the file holds no coverage
    tables: Mapping[str, gpd.GeoDataFrame]  # by workspace name, absent ones missing
    ledger: gpd.GeoDataFrame  # without category columns where settings is None
    isochrones: gpd.GeoDataFrame | None = None
    summaries: Mapping[str, pd.DataFrame] = field(default_factory=dict)  # by weight, as rollup.summarise gives them
    totals: Mapping[str, pd.DataFrame] = field(default_factory=dict)  # by weight, as rollup.area_totals gives them
    figures: Figures = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)  # by severity
    sources: tuple[dict, ...] = ()
    quality: Mapping[tuple, str] = field(default_factory=dict)  # of the walking network, as rollup.Quality
    date: str = ""  # of the data, YYYY-MM-DD
    sample: bool = False
    trails: Trails | None = None  # the ways of all walks, where the run is known
    earlier: SceneContent | None = None  # the same district by an earlier ledger, to compare with

    def table(self, name: str) -> gpd.GeoDataFrame:
        """The table, empty where the scene has none."""
        if name in self.tables:
            return self.tables[name]
        return gpd.GeoDataFrame(geometry=gpd.GeoSeries([], crs=self.crs), crs=self.crs)


def scene_content(results: Results) -> SceneContent:
    """The scene of a district check; its figures are those of the report."""
    content = SceneContent(
        title=results.title,
        crs=results.crs,
        settings=results.settings,
        tables=page_tables(results.tables),
        ledger=results.ledger.reset_index(drop=True),
        isochrones=results.isochrones,
        figures=results.figures,
        problems=_problem_counts(results.problems),
        sources=_source_rows(results.sources),
        date=_data_date(results.tables),
        quality=results.quality,
        sample=results.sample,
        trails=results.trails,
    )
    return summed(content, known={results.settings.weight: results.summary})


def layers_content(
    tables: Mapping[str, gpd.GeoDataFrame],
    ledger: gpd.GeoDataFrame | None,
    *,
    crs: str,
    title: str,
    isochrones: gpd.GeoDataFrame | None = None,
    settings: Settings | None = None,
    sample: bool = False,
) -> SceneContent:
    """The scene of single layers; what is not given is left out of the page.

    A ledger names its profile, walker and run itself; settings are only needed for a profile that is not shipped.
    """
    if not any(len(frame) for frame in tables.values()) and (ledger is None or not len(ledger)):
        raise InputError(text("There is nothing to show: every layer given is empty. Choose at least one layer with features."))
    named = None if ledger is None else settings or ledger_settings(ledger)
    placed = {name: in_crs(frame, crs) for name, frame in tables.items()}
    content = SceneContent(
        title=title,
        crs=crs,
        settings=named,
        tables=page_tables(placed),
        ledger=_plain_doorplates(placed, crs) if named is None else read_ledger(in_crs(ledger, crs), named),
        isochrones=None if isochrones is None else in_crs(isochrones, crs),
        date=_data_date(tables),
        sample=sample,
    )
    return content if ledger is None else summed(content, known={})


def ledger_settings(ledger: pd.DataFrame, own: Profile | None = None) -> Settings:
    """The settings that a ledger's own columns name, its profile being own or a shipped one.

    Raises InputError for a ledger of an unknown profile or walker.
    """
    named = {column: _only_value(ledger, column) for column in ("profile", "walker", "run")}
    is_own = own is not None and named["profile"] == own.id
    if not (is_own or named["profile"] in PROFILE_IDS) or named["walker"] not in WALKERS:
        found = ", ".join(f"{column} = {value or '—'}" for column, value in named.items() if column != "run")
        raise InputError(
            text(
                "The ledger does not say which profile and walker made it ({found}). Choose a ledger written by the coverage check.",
                found=found,
            )
        )
    # Ledgers of the first versions do not say how they measured: along the streets.
    method = ESTIMATE if _only_value(ledger, "method") == ESTIMATE else NETWORK
    chosen = own if is_own else profile(named["profile"])
    return Settings(profile=chosen, walker=walker(named["walker"]), run=named["run"] or "", method=method)


def in_crs(frame: pd.DataFrame, crs: str) -> pd.DataFrame:
    """The frame in the scene's system; a table without geometry and a layer without a known system stay as they are."""
    if not isinstance(frame, gpd.GeoDataFrame) or frame.crs is None or frame.crs == crs:
        return frame
    geometry = reproject(frame.geometry.to_numpy(), source=frame.crs.to_string(), target=crs)
    return frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=crs))


def read_ledger(ledger: gpd.GeoDataFrame, settings: Settings) -> gpd.GeoDataFrame:
    """A ledger as it comes from a file: verdicts are true, false or none again; raises InputError where columns are missing."""
    needed = [f"{category.id}_{suffix}" for category in settings.profile.categories for suffix in ("id", "m", "min", "ok", "why")]
    missing = [column for column in (*needed, "households", "completeness") if column not in ledger.columns]
    if missing:
        raise InputError(
            text(
                "The ledger lacks columns of its profile {profile}: {columns}. Choose a ledger written by the coverage check.",
                profile=settings.profile.id,
                columns=", ".join(missing),
            )
        )
    restored = {name: _verdicts(ledger[name]) for name in needed if name.endswith("_ok")}
    return ledger.assign(**restored).reset_index(drop=True)


def _verdicts(stated: pd.Series) -> np.ndarray:
    """True, False or None; files give 1, 0 or nothing."""
    numbers = stated.astype(float).to_numpy()
    return np.where(np.isnan(numbers), None, numbers == 1)


def page_tables(tables: Mapping[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    """The tables that the page shows, rows with a place only."""
    drawn = {name: _placed(tables[name]) for name in TABLES if name in tables and len(tables[name])}
    if "areas" in drawn:
        drawn["areas"] = _page_areas(drawn["areas"])
    return {name: frame for name, frame in drawn.items() if len(frame)}


def _placed(frame: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(frame, gpd.GeoDataFrame):
        return frame
    return frame[frame.geometry.notna() & ~frame.geometry.is_empty].reset_index(drop=True)


def _page_areas(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Only those areas that the page has levels for, largest level first, then by code."""
    areas = areas.assign(partition=partitions(areas))
    own_grids = (areas["partition"].eq(GRID_PARTITION) & areas["level"].eq("grid")).any()
    partition_of_level = {level: GRID_PARTITION if level == "grid" and own_grids else PARTITION for level in LEVELS}
    shown = areas[areas["partition"] == areas["level"].map(partition_of_level)]
    rank = shown["level"].map({level: k for k, level in enumerate(LEVELS)})
    order = np.lexsort((shown["code"].astype(str), rank))
    return shown.iloc[order].drop_duplicates(["level", "code"]).reset_index(drop=True)


def page_levels(areas: gpd.GeoDataFrame) -> list[str]:
    """The levels that occur, largest first."""
    return list(dict.fromkeys(areas["level"])) if len(areas) else []


def areas_by_level(points: np.ndarray, areas: gpd.GeoDataFrame) -> np.ndarray:
    """Row of the area that holds each point, shape (levels, n), -1 where none does; points of shape (n, 2)."""
    levels = page_levels(areas)
    rows = np.full((len(levels), len(points)), -1, dtype=np.int64)
    # One round per level, at most four.
    for (_, level), codes in assign(points, areas).items() if levels else ():
        of_level = areas.index[areas["level"] == level]
        position = pd.Index(areas.loc[of_level, "code"]).get_indexer(codes)
        rows[levels.index(level)] = np.where(position < 0, -1, of_level.to_numpy()[position])
    return rows


def summed(content: SceneContent, *, known: Mapping[str, pd.DataFrame]) -> SceneContent:
    """The content with its ledger summed up by area and weight; known summaries are taken as they are."""
    areas = content.table("areas") if "areas" in content.tables else None
    codes: Codes = {} if areas is None else assign(points_xy(content.ledger), areas)
    summaries, totals = {}, {}
    for weight in WEIGHTS:
        settings = replace(content.settings, weight=weight)
        summaries[weight] = known.get(weight, summarise(content.ledger, codes, areas, settings, quality=dict(content.quality)))
        totals[weight] = area_totals(content.ledger, codes, areas, settings)
    return replace(content, summaries=summaries, totals=totals)


def _plain_doorplates(tables: Mapping[str, gpd.GeoDataFrame], crs: str) -> gpd.GeoDataFrame:
    if "doorplates" in tables:
        return tables["doorplates"].reset_index(drop=True)
    return gpd.GeoDataFrame({"doorplate_id": []}, geometry=gpd.GeoSeries([], crs=crs), crs=crs)


def _only_value(frame: pd.DataFrame, column: str) -> str | None:
    values = frame[column].dropna().unique() if column in frame.columns else []
    return str(values[0]) if len(values) == 1 else None


def _problem_counts(problems: pd.DataFrame) -> dict[str, int]:
    if not len(problems) or "severity" not in problems.columns:
        return {}
    return {str(severity): int(count) for severity, count in problems["severity"].value_counts().sort_index().items()}


def _source_rows(sources: pd.DataFrame) -> tuple[dict, ...]:
    """One row per table: its name and row counts; paths stay out, they may name a person's folder."""
    columns = [column for column in ("table", "rows_read", "rows_loaded", "rows_rejected") if column in sources.columns]
    return tuple({column: _plain(value) for column, value in zip(columns, row)} for row in sources[columns].itertuples(index=False))


def _plain(value: object) -> object:
    if value is None or (isinstance(value, float) and not np.isfinite(value)):
        return None
    return value if isinstance(value, str) else int(value)


def _data_date(tables: Mapping[str, pd.DataFrame]) -> str:
    """The latest date that the data state."""
    stated = [tables[name][column].dropna().astype(str) for name, column in DATED if name in tables and column in tables[name].columns]
    days = [day for column in stated for day in column.str[:10]]
    return max(days, default="")


def district_bounds(content: SceneContent) -> tuple[float, float, float, float]:
    """The box of the district in the CRS: of its areas, else of everything there is."""
    frames = [content.table("areas")] if len(content.table("areas")) else [*content.tables.values(), content.ledger]
    boxes = np.array([frame.total_bounds for frame in frames if len(frame) and frame.geometry.notna().any()])
    low, high = np.nanmin(boxes[:, :2], axis=0), np.nanmax(boxes[:, 2:], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def area_points(areas: gpd.GeoDataFrame) -> np.ndarray:
    """A point inside each area for its label, shape (n, 2)."""
    return shapely.get_coordinates(shapely.point_on_surface(areas.geometry.to_numpy()))
