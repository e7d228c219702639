"""Where the name of an area that a doorplate's row states is not that of the area it lies in."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.incoming.columns import propose
from ...layers.reference import plain_name
from ...layers.schema import LEVELS
from ...layers.values import as_text
from ...layers.words import Text, Translator, english, render, text
from .areas import DISAGREEMENT_COLUMNS, Codes, told_by

KNOWN = 0.5  # of a column's names: one in which fewer are areas of the level holds something else


def stated_names(register: pd.DataFrame) -> dict[str, pd.Series]:
    """The columns of a register, as it came, that hold names of areas, by level: 街道, 社区名称, sqmc and their like."""
    columns = propose("doorplates", register).columns
    return {level: as_text(register[columns[level]]) for level in LEVELS if level in columns}


def name_disagreements(
    doorplates: gpd.GeoDataFrame,
    stated: Mapping[str, pd.Series],
    areas: gpd.GeoDataFrame,
    codes: Codes,
    *,
    translate: Translator = english,
) -> gpd.GeoDataFrame:
    """One row for each stated name that the area by position does not bear, in the form of areas.disagreements().

    stated has one name or None for each doorplate, by level. Names are compared without 社区, 居委会 and the like at
    their end. Columns of which less than half of the names are areas of their level are left alone.
    """
    parts = [_of_level(doorplates, stated[level], areas, codes, level, translate) for level in stated if told_by(level, codes) in codes]
    rows = np.concatenate([rows for rows, _ in parts]) if parts else np.array([], dtype=np.intp)
    frame = pd.concat([frame for _, frame in parts], ignore_index=True) if parts else pd.DataFrame(columns=list(DISAGREEMENT_COLUMNS))
    return gpd.GeoDataFrame(frame, geometry=doorplates.geometry.to_numpy()[rows], crs=doorplates.crs)


def _of_level(
    doorplates: gpd.GeoDataFrame, stated: pd.Series, areas: gpd.GeoDataFrame, codes: Codes, level: str, translate: Translator
) -> tuple[np.ndarray, pd.DataFrame]:
    own = areas[(areas["level"] == level).to_numpy()].drop_duplicates("code").set_index("code")["name"]
    lies_in = pd.Series(codes[told_by(level, codes)], dtype=object)
    borne = plain_name(lies_in.map(own))
    said = plain_name(stated.reset_index(drop=True))
    names = pd.unique(said.dropna())
    known = np.isin(names.astype(str), plain_name(own).dropna().to_numpy(str))
    if not len(names) or known.mean() < KNOWN:
        return np.array([], dtype=np.intp), pd.DataFrame(columns=list(DISAGREEMENT_COLUMNS))
    # An area without a name contradicts nobody.
    rows = np.flatnonzero((said.notna() & (said != borne) & (borne.notna() | lies_in.isna())).to_numpy())
    words, places, names_there = stated.to_numpy(object)[rows], lies_in.to_numpy(object)[rows], lies_in.map(own).to_numpy(object)[rows]
    # A loop over the few that disagree: each message names its own areas.
    messages = [render(_message(word, name, code), translate) for word, name, code in zip(words, names_there, places)]
    ids = doorplates["doorplate_id"].to_numpy(dtype=object)[rows]
    return rows, pd.DataFrame(dict(zip(DISAGREEMENT_COLUMNS, (ids, level, words, places, messages))))


def _message(stated: str, name: str, code: str | None) -> Text:
    if code is None:
        return text("The row names {stated}, but the point lies outside every area of this level.", stated=stated)
    return text("The row names {stated}, but the point lies in {name} ({code}).", stated=stated, name=name, code=code)
