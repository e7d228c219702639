"""Reads a payload back in plain Python, from its written form only: a second opinion beside decode.js."""

from __future__ import annotations

import base64
import gzip
import json
import re


def parts_of_page(page: str) -> dict[str, bytes]:
    """The packed parts of a scene by name."""
    found = re.findall(r'<script type="application/octet-stream" id="part-([^"]+)">([^<]*)</script>', page)
    return {name: base64.b64decode(text) for name, text in found}


def unpacked(part: bytes) -> tuple[dict, dict[str, list]]:
    """JSON and columns of one part."""
    raw = gzip.decompress(part)
    length = int.from_bytes(raw[:4], "little")
    head = json.loads(raw[4 : 4 + length])
    columns, at = {}, 4 + length
    for name, kind, count, size, step, missing in head["columns"]:
        columns[name] = _values(raw[at : at + size], kind, count, step, missing)
        at += size
    return head["json"], columns


def _values(data: bytes, kind: str, count: int, step: float, missing: int) -> list:
    if kind == "f":
        import struct

        return list(struct.unpack(f"<{count}d", data))
    if kind == "b":
        return list(data)
    numbers = _varints(data)
    if kind == "u":
        return numbers
    if kind == "a":
        return [None if number == 0 else number - 2 for number in numbers]
    signed = [-(number + 1) // 2 if number % 2 else number // 2 for number in numbers]
    if kind == "z":
        return [number * (step or 1) for number in signed]
    total, values = 0, []
    for number in signed:
        total += number
        values.append((None if total == 0 else (total - 1) * step) if missing else total * (step or 1))
    return values


def _varints(data: bytes) -> list[int]:
    values, number, shift = [], 0, 0
    for octet in data:
        number |= (octet & 127) << shift
        shift += 7
        if octet < 128:
            values.append(number)
            number, shift = 0, 0
    return values


def texts(patterns: list[str], which: list[int], numbers: list[int]) -> list[str | None]:
    """Strings with their numbers put back."""
    queue = iter(numbers)
    return [None if one == 0 else re.sub("\x01", lambda _: str(next(queue)), patterns[one - 1]) for one in which]


def rings(columns: dict[str, list], name: str) -> list[list[list[list[tuple[float, float]]]]]:
    """Polygons as parts of rings of corners."""
    sizes, x, y = iter(columns[f"{name}.sizes"]), iter(columns[f"{name}.x"]), iter(columns[f"{name}.y"])
    ring_counts = iter(columns[f"{name}.rings"])

    def part() -> list:
        return [[(next(x), next(y)) for _ in range(next(sizes))] for _ in range(next(ring_counts))]

    return [[part() for _ in range(parts)] for parts in columns[f"{name}.parts"]]


def every_text(content: object) -> list[str]:
    """All strings anywhere in decoded JSON."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, dict):
        return [text for key, value in content.items() for text in [str(key), *every_text(value)]]
    if isinstance(content, list):
        return [text for value in content for text in every_text(value)]
    return []
