"""Boundary layers of all levels as one table of areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..incoming.columns import propose
from ..incoming.mapping_file import stated_columns
from ..progress import SILENT, Progress
from ..schema import TABLES
from ..values import as_codes, as_numbers, as_text
from ..words import Text, text
from .levels import level_words, levels_by_code, parents_by_code, rank
from .statedlevels import level_parts, refuse_levels
from .totals import TOTALS

CODES = ("code", "parent_code")
WANTED = tuple(TABLES["areas"].names())
SUMMED = (*TOTALS, "leader_posts", "worker_posts")
KEPT = (*SUMMED, "name", "partition", "kind", "updated_at", "source", "licence")  # of the rows that become one area


@dataclass(frozen=True)
class Layer:
    """One boundary layer with our column names, the level of all its rows where the user states it, and the file's own names."""

    name: str
    frame: gpd.GeoDataFrame
    level: str | None = None
    own_columns: tuple[str, ...] = ()


def renamed_layers(given: Sequence[tuple[str, gpd.GeoDataFrame]], fields: str, progress: Progress = SILENT) -> list[Layer]:
    """Layers by name with our column names, as FIELDS states them or as the alias table proposes.

    A pair of FIELDS serves every layer that has its column; raises InputError where none has.
    """
    present = list(dict.fromkeys(str(column) for _, frame in given for column in frame.columns))
    stated = stated_columns(fields, table="areas", known=WANTED, present=present)
    layers = []
    for name, frame in given:
        own = {column: stands for column, stands in stated.items() if not stands or stands in frame.columns}
        mapping = propose("areas", frame, stated=own)
        for note in mapping.notes():
            progress.say(text("{name}: {words}", name=name, words=note))
        renamed = mapping.renamed(frame)
        _say_numbers(name, renamed, progress)
        layers.append(Layer(name, renamed, own_columns=tuple(map(str, frame.columns.drop(frame.geometry.name)))))
    return layers


def _say_numbers(name: str, frame: gpd.GeoDataFrame, progress: Progress) -> None:
    """Codes that came as numbers with decimals, which they lose."""
    for column in (column for column in CODES if column in frame.columns):
        codes = frame[column]
        numbers = codes.notna().to_numpy() if pd.api.types.is_float_dtype(codes.dtype) else as_codes(codes)[1]
        if numbers.any():
            words = text(
                "Codes in {column} are numbers with decimals; taken without them: {count}.", column=column, count=int(numbers.sum())
            )
            progress.say(text("{name}: {words}", name=name, words=words))


def join_layers(layers: Sequence[Layer]) -> gpd.GeoDataFrame:
    """The layers one under the other with level and parent_code filled in; the CRS is theirs, one for all.

    The level is the stated one, else the row's own word (街道, community), else what the length of the code tells.
    Raises InputError, all at once, for layers without a code column and for rows whose level nothing tells.
    """
    refused = [problem for layer in layers for problem in _refused(layer)]
    if refused:
        raise InputError(*refused)
    frames = [_with_level(layer) for layer in layers]
    together = pd.concat(frames, ignore_index=True)
    unknown = [problem for layer, frame in zip(layers, frames) for problem in _without_level(layer, frame)]
    if unknown:
        raise InputError(*unknown)
    joined = gpd.GeoDataFrame(together, geometry="geometry", crs=layers[0].frame.crs)
    stated = (
        as_codes(joined["parent_code"])[0] if "parent_code" in joined else pd.Series(np.full(len(joined), None, object), index=joined.index)
    )
    told = joined.assign(code=as_codes(joined["code"])[0])
    usable = told[told["code"].notna() & told["level"].notna()]
    by_code = parents_by_code(usable).reindex(joined.index)
    return joined.assign(parent_code=stated.where(stated.notna(), by_code.where(by_code.notna(), None)))


def dissolved(layer: Layer, columns: Mapping[str, str]) -> list[Layer]:
    """One layer for each level of a layer whose rows are the smallest areas and name the larger ones in columns.

    columns tells the column of codes by level, for example {"community": "CODE1", "grid": "CODEBASE"}; rows that share a
    code become one area, their outlines joined; the next larger level's code is the parent's. An area is called what all of
    its rows are called, and its totals are their sums where every row states one. Rows without a code of a level are left
    out of it. Raises InputError for columns that the layer lacks.
    """
    missing = [column for column in columns.values() if column not in layer.frame.columns]
    if missing:
        known = ", ".join(str(column) for column in layer.frame.columns if column != layer.frame.geometry.name)
        words = text(
            "{layer} lacks the columns {columns} that LEVELS names. It has: {known}.",
            layer=layer.name,
            columns=", ".join(missing),
            known=known,
        )
        raise InputError(words)
    ordered, named = sorted(columns, key=rank), propose("areas", layer.frame, stated={}).renamed(layer.frame)
    own = {name: named[name] for name in named.columns if name in KEPT}
    return [_dissolved(layer, own, level, columns[level], columns.get(upper)) for upper, level in zip([None, *ordered], ordered)]


def _dissolved(layer: Layer, own: Mapping[str, pd.Series], level: str, column: str, parent: str | None) -> Layer:
    frame = layer.frame.assign(code=as_codes(layer.frame[column])[0])
    groups = frame[frame["code"].notna()].groupby("code", sort=True)
    shapes = groups[frame.geometry.name].agg(lambda parts: shapely.union_all(parts.to_numpy()))
    parents = as_codes(groups[parent].first())[0].to_numpy(object) if parent else np.full(len(shapes), None, object)
    code = frame["code"]
    kept = {name: _summed(values, code) if name in SUMMED else _alike(values, code) for name, values in own.items()}
    made = {"code": shapes.index.to_numpy(object), "parent_code": parents, **kept}
    return Layer(layer.name, gpd.GeoDataFrame(made, geometry=shapes.to_numpy(), crs=frame.crs), level)


def _summed(values: pd.Series, code: pd.Series) -> np.ndarray:
    """The sums by code, in the order of the codes; NaN where a row states nothing."""
    numbers, _ = as_numbers(values)
    groups = numbers.groupby(code, sort=True)
    return groups.sum().where(groups.count() == groups.size()).to_numpy(float)


def _alike(values: pd.Series, code: pd.Series) -> np.ndarray:
    """What all rows of a code say, in the order of the codes; None where they differ."""
    groups = as_text(values).groupby(code, sort=True)
    said = groups.first().where(groups.nunique() == 1)
    return said.where(said.notna(), None).to_numpy(object)


def level_columns(words: str) -> dict[str, str]:
    """The columns by level of LEVELS such as "community=CODE1, grid=CODEBASE"; empty where it states no columns."""
    pairs = [pair.split("=", 1) for pair in level_parts(words) if "=" in pair]
    levels = level_words(pd.Series([level.strip() for level, _ in pairs], dtype=object))
    return dict(zip(levels, (column.strip() for _, column in pairs)))


def with_levels(layers: Sequence[Layer], words: str) -> list[Layer]:
    """The layers with the levels of LEVELS: one word for each, or "community=CODE1, grid=CODEBASE" to make larger areas of small ones."""
    refuse_levels(words, len(layers))
    columns = level_columns(words)
    if columns:
        return [made for layer in layers for made in dissolved(layer, columns)]
    return [replace(layer, level=level) for layer, level in zip(layers, stated_levels(words, len(layers)))]


def stated_levels(words: str, count: int) -> list[str | None]:
    """The levels that LEVELS states for so many layers, None for each where it is empty; one level serves all layers.

    Raises InputError where the numbers differ.
    """
    refuse_levels(words, count)
    stated = level_parts(words)
    if not stated:
        return [None] * count
    stated *= count if len(stated) == 1 else 1
    return level_words(pd.Series(stated, dtype=object)).tolist()


def _refused(layer: Layer) -> list[Text]:
    if "code" in layer.frame.columns:
        return []
    known = ", ".join(layer.own_columns or map(str, layer.frame.columns.drop(layer.frame.geometry.name)))
    return [
        text(
            "{layer} has no column of area codes. Name it in FIELDS, for example code=VILLCODE; the layer has: {known}.",
            layer=layer.name,
            known=known,
        )
    ]


def _with_level(layer: Layer) -> gpd.GeoDataFrame:
    frame = layer.frame
    columns = [column for column in frame.columns if column in WANTED]
    kept = (
        frame[[*columns, frame.geometry.name]].rename_geometry("geometry")
        if frame.geometry.name != "geometry"
        else frame[[*columns, "geometry"]]
    )
    if layer.level:
        return kept.assign(level=layer.level)
    by_code = levels_by_code(as_codes(frame["code"])[0])
    own = level_words(frame["level"]) if "level" in frame.columns else by_code
    return kept.assign(level=own.where(own.notna(), by_code))


def _without_level(layer: Layer, frame: gpd.GeoDataFrame) -> list[Text]:
    codes = as_codes(frame["code"])[0]
    rows = frame["level"].isna() & codes.notna()
    if not rows.any():
        return []
    return [
        text(
            "{layer}: nothing tells the level of {count} areas, for example code {code}. State it in LEVELS.",
            layer=layer.name,
            count=int(rows.sum()),
            code=str(codes[rows].iloc[0]),
        )
    ]
