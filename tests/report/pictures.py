"""A painter for tests: a white PNG of the drawing's shape, without Qt."""

from __future__ import annotations

import struct
import zlib


def white(drawing, width_mm: float) -> bytes:
    """One dot to a millimetre."""
    width, height = max(round(width_mm), 1), max(round(width_mm * drawing.height / drawing.width), 1)
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _part(b"IHDR", head) + _part(b"IDAT", zlib.compress(rows)) + _part(b"IEND", b"")


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
