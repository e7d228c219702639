"""Columns as they come from anywhere, read as text, numbers, dates or one of a few words."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .repeats import different

FULL_WIDTH = {ord(full): ord(half) for full, half in zip("０１２３４５６７８９．－＋", "0123456789.-+")}
THOUSANDS = str.maketrans("", "", ",， \u00a0\u202f_")
YES = ("yes", "true", "1", "1.0", "y", "是", "有")
NO = ("no", "false", "0", "0.0", "n", "否", "无")
# Who may pass a gate, as people write it.
SPOKEN = {
    "all": ("open", "public", "开", "开放", "常开", "全开放", "对外开放"),
    "residents": ("private", "住户", "业主", "居民", "仅住户", "仅业主", "仅居民", "刷卡"),
    "closed": ("shut", "locked", "关", "关闭", "封闭", "常闭", "停用"),
    "unknown": ("?", "未知", "不详", "不明", "待核实"),
}
CHINESE_DATE = str.maketrans({"年": "-", "月": "-", "日": "", "/": "-", ".": "-"})
DECIMALS = re.compile(r"\d+\.0+")  # a whole number as spreadsheets write it
YEAR_OR_MONTH = re.compile(r"\d{4}(-\d{1,2})?-?")


def as_text(column: pd.Series) -> pd.Series:
    """The values as stripped text, empty ones as None; whole numbers without decimals (320506001.0 becomes 320506001)."""
    values, rows = different(column.to_numpy(object))
    return pd.Series(_stripped(values)[rows], index=column.index, dtype=object)


def _stripped(values: np.ndarray) -> np.ndarray:
    try:
        # Mostly all are text; each look at a million objects costs as much as this one.
        said = list(map(str.strip, values.tolist()))
    except TypeError:
        return _stripped_each(values)
    words = np.empty(len(values), object)
    words[:] = said
    if not all(said):
        words[words == ""] = None
    return words


def _stripped_each(values: np.ndarray) -> np.ndarray:
    """The same where values are missing or no text."""
    missing = pd.isna(values)
    words = np.full(len(values), None, object)
    if missing.all():
        return words
    known = values[~missing]
    plain = pd.api.types.infer_dtype(known, skipna=False) == "string"
    said = list(map(str.strip if plain else word_of, known.tolist()))
    words[~missing] = said
    if "" in said:
        words[words == ""] = None
    return words


def word_of(value: object) -> str:
    """A value as stripped text, a whole number without decimals."""
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()


def as_codes(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The values as as_text() reads them, words for whole numbers without their decimals (990106001.0), and which lost them."""
    words = as_text(column)
    spoken = {word: word.split(".")[0] for word in _said(words) if DECIMALS.fullmatch(word)}
    if not spoken:
        return words, np.zeros(len(words), bool)
    cut = words.isin(list(spoken))
    return words.where(~cut, words.map(spoken)).astype(object), cut.to_numpy()


def _said(words: pd.Series) -> set[str]:
    """The different words of a column that as_text() made."""
    return set(different(words.to_numpy(object))[0].tolist()) - {None}


def as_numbers(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The values as floats, and which are there but no finite number."""
    values, rows = different(column.to_numpy()) if isinstance(column.dtype, np.dtype) else (column, [])
    if len(values) < len(column):
        numbers, unread = as_numbers(pd.Series(values))
        return pd.Series(numbers.to_numpy()[rows], index=column.index), unread[rows]
    if pd.api.types.is_numeric_dtype(column.dtype) or pd.api.types.is_bool_dtype(column.dtype):
        numbers = pd.Series(column.to_numpy(float, na_value=np.nan), index=column.index)
    else:
        numbers = _floats(column)
        unread = numbers.isna() & column.notna()
        if unread.any():
            numbers[unread] = _floats(as_text(column[unread]).map(_plain_number, na_action="ignore"))
    finite = np.isfinite(numbers.to_numpy())
    unreadable = ~finite & column.notna().to_numpy()
    unreadable[unreadable] = as_text(column[unreadable]).notna()
    return numbers if finite.all() else numbers.where(finite), unreadable


def _floats(column: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype(float)
    # pandas tells which words are numbers and reads their last digits roughly.
    known = np.flatnonzero(numbers.notna())
    values = column.to_numpy(object)[known]
    if pd.api.types.infer_dtype(values, skipna=False) != "string":
        words = np.array([isinstance(value, str) for value in values], bool)
        known, values = known[words], values[words]
    if len(known):
        numbers.iloc[known] = values.astype(float)
    return numbers


def _plain_number(word: str) -> str:
    return word.translate(FULL_WIDTH).translate(THOUSANDS)


def whole_if_possible(numbers: pd.Series) -> pd.Series:
    """Integers where none is missing and all are whole, else the floats as they are."""
    values = numbers.to_numpy()
    return numbers.astype(np.int64) if len(values) and np.isfinite(values).all() and (values == np.floor(values)).all() else numbers


def as_dates(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The values as ISO 8601 text, with the time where one is given, and which are there but no date."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        moments = column
    else:
        words = as_text(column)
        # Few distinct dates stand in many rows, each in a form of its own.
        known = {word: _moment(word) for word in pd.unique(words.dropna())}
        moments = pd.to_datetime(words.map(known))
    missing = moments.isna()
    days = moments.dt.strftime("%Y-%m-%d")
    text = days.where(moments == moments.dt.normalize(), moments.dt.strftime("%Y-%m-%dT%H:%M:%S")).astype(object).where(~missing, None)
    return text, (missing & column.notna()).to_numpy()


def _moment(word: str) -> pd.Timestamp:
    """The moment a word names; a year or month stands for its first day."""
    plain = word.translate(FULL_WIDTH).translate(CHINESE_DATE).strip("-")
    partial = YEAR_OR_MONTH.fullmatch(plain)
    try:
        moment = pd.Timestamp(f"{plain}-01-01" if partial and not partial[1] else f"{plain}-01" if partial else plain)
    except ValueError:
        return pd.NaT
    return moment.tz_convert(None) if moment.tz is not None else moment


def as_choice(column: pd.Series, allowed: tuple[str, ...]) -> tuple[pd.Series, np.ndarray]:
    """The values as one of the allowed words, and which are there but none of them."""
    words, rows = different(as_text(column).to_numpy(object))
    spoken = {word: _choice(word, allowed) for word in set(words.tolist()) - {None}}
    chosen = np.array([spoken.get(word) for word in words.tolist()], object)
    unread = np.array([word is not None and meant is None for word, meant in zip(words.tolist(), chosen.tolist())], bool)
    return pd.Series(chosen[rows], index=column.index, dtype=object), unread[rows]


def _choice(word: str, allowed: tuple[str, ...]) -> str | None:
    plain = word.lower()
    if "yes" in allowed and plain in YES:
        return "yes"
    if "no" in allowed and plain in NO:
        return "no"
    return plain if plain in allowed else next((meant for meant in allowed if plain in SPOKEN.get(meant, ())), None)
