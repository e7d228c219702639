"""Columns as plain lists for JSON."""

from __future__ import annotations

import numpy as np
import pandas as pd


def texts(frame: pd.DataFrame, name: str) -> list[str | None]:
    """A text column as a list, None where it is empty or absent."""
    if name not in frame.columns:
        return [None] * len(frame)
    return [str(value) if isinstance(value, str) or pd.notna(value) else None for value in frame[name]]


def numbers(frame: pd.DataFrame, name: str) -> list[float | None]:
    """A number column as a list, None where it is empty or absent."""
    if name not in frame.columns:
        return [None] * len(frame)
    return [float(value) if np.isfinite(value) else None for value in frame[name].astype(float)]


def whole(frame: pd.DataFrame, name: str) -> list[int | None]:
    """A column of whole numbers as a list, None where it is empty or absent."""
    return [None if value is None else int(value) for value in numbers(frame, name)]
