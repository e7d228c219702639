"""What the kinds of coordinates of Chinese maps are called; apart from the arithmetic, for dialogs need no numpy."""

from __future__ import annotations

WGS84, GCJ02, BD09 = "WGS84", "GCJ-02", "BD-09"
DATUMS = (WGS84, GCJ02, BD09)
