"""Moments as lists write them."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers.events.moments import moments


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-05 14:00", "2026-03-05T14:00:00"),
        ("2026-03-05T14:00:07.123", "2026-03-05T14:00:07"),
        ("2026-03-05T14:00:00+08:00", "2026-03-05T14:00:00"),
        ("2026/3/5", "2026-03-05"),
        ("2026.3.5 9:05:06", "2026-03-05T09:05:06"),
        ("2026年3月5日", "2026-03-05"),
        ("2026年3月5日14时30分", "2026-03-05T14:30:00"),
        ("２０２６年３月５日 下午2点", "2026-03-05T14:00:00"),
        ("2026年3月5日 上午12:05", "2026-03-05T12:05:00"),
        ("2026年3月5日 凌晨12:05", "2026-03-05T00:05:00"),
        ("20260305", "2026-03-05"),
        ("20260305140000", "2026-03-05T14:00:00"),
        (46086, "2026-03-05"),  # days since 1899-12-30: 46 086 of them lead to 2026-03-05
        (46086.5833333333, "2026-03-05T14:00:00"),  # 14 hours are 0.58333 of a day
        (pd.Timestamp("2026-03-05 14:00"), "2026-03-05T14:00:00"),
        ("05/03/2026", None),  # 5 March or 3 May
        ("2026-02-30", None),
        ("昨天下午", None),
        ("13812345678", None),
        (None, None),
    ],
)
def test_a_moment_is_read_as_it_is_meant(written: object, moment: str) -> None:
    told, unread = moments(pd.Series([written], dtype=object))
    assert told.tolist() == [moment]
    assert unread.tolist() == [written is not None and moment is None]


def test_a_column_of_dates_of_excel_is_read() -> None:
    told, _ = moments(pd.Series([pd.Timestamp("2026-03-05"), pd.Timestamp("2026-03-05 14:00"), pd.NaT]))
    assert told.tolist() == ["2026-03-05", "2026-03-05T14:00:00", None]
