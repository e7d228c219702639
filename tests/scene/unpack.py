"""Reads a payload back in plain Python, from its written form only: a second opinion beside decode.js."""

from __future__ import annotations

import gzip
import itertools
import json
import math
import re


def parts_of_page(page: str) -> dict[str, bytes]:
    """The packed parts of a scene by name."""
    found = re.findall(r'<script type="application/octet-stream" id="part-([^"]+)">([^<]*)</script>', page)
    return {name: unprinted(text) for name, text in found}


def unprinted(text: str) -> bytes:
    """The bytes of printable text; the last group may leave a byte of zeros."""
    digits = {chr(code): k for k, code in enumerate(code for code in range(33, 127) if chr(code) not in "<>&")}
    pairs = [digits[high] * 91 + digits[low] for high, low in zip(text[::2], text[1::2])]
    octets, held, bits = bytearray(), 0, 0
    for pair in pairs:
        held |= pair << bits
        bits += 13
        while bits > 7:
            octets.append(held & 255)
            held >>= 8
            bits -= 8
    return bytes(octets)


def unpacked(part: bytes) -> tuple[dict, dict[str, list]]:
    """JSON and columns of one part."""
    raw = gzip.decompress(part)
    length = int.from_bytes(raw[:4], "little")
    head = json.loads(raw[4 : 4 + length])
    columns, at = {}, 4 + length
    for name, kind, count, size, step, missing in head["columns"]:
        columns[name] = _values(raw[at : at + size], kind, count, step, missing)
        at += size
    return head["json"], unfolded(head["json"], unfolded_streets(columns))


def unfolded_streets(columns: dict[str, list]) -> dict[str, list]:
    """Vertices, ends and lengths of the network's edges beside what they are told by."""
    if "node.dx" not in columns:
        return columns
    [step] = columns["node.step"]
    nodes = list(zip(itertools.accumulate(columns["node.dx"]), itertools.accumulate(columns["node.dy"])))
    end = [start + on for start, on in zip(columns["n.start"], columns["n.on"])]
    left, vertices, lengths = iter(zip(columns["n.dx"], columns["n.dy"])), [], []
    for size, first, last, rest in zip(columns["n.sizes"], columns["n.start"], end, columns["n.left"]):
        line = [nodes[first]]
        for k in range(1, size - 1):
            line.append(tuple(a + math.floor((b - a) / (size - k) + 0.5) + d for a, b, d in zip(line[-1], nodes[last], next(left))))
        line.append(nodes[last])
        lengths.append(math.floor(10 * step * sum(math.dist(a, b) for a, b in zip(line, line[1:])) + 0.5) + rest)
        vertices += line
    return {
        **columns,
        "n.end": end,
        "n.x": [x * step for x, _ in vertices],
        "n.y": [y * step for _, y in vertices],
        "n.length": lengths,
    }


def unfolded(json_: dict, columns: dict[str, list]) -> dict[str, list]:
    """The columns with what was told by something else put beside them under its own name."""
    if "b.dx" not in columns:
        return columns
    [step], [door_step] = columns["b.step"], columns["d.step"]
    corners, middles = _corners(columns), []
    rings, first = iter(columns["b.rings"]), 0
    sizes = iter(columns["b.sizes"])
    for parts in columns["b.parts"]:
        own = [next(sizes) for _ in range(parts) for _ in range(next(rings))]
        lead = corners[first : first + own[0]] if own else [(0, 0)]
        middles.append([min(one[k] for one in lead) + max(one[k] for one in lead) for k in (0, 1)])
        first += sum(own)
    doors, loose = [], (0, 0)
    for of, dx, dy in zip(columns["d.building"], columns["d.dx"], columns["d.dy"]):
        base = [math.floor(value * step / (2 * door_step) + 0.5) for value in middles[of - 1]] if of else loose
        doors.append((base[0] + dx, base[1] + dy))
        loose = loose if of else doors[-1]
    homes = [0.0] * len(columns["b.parts"])
    for of, households in zip(columns["d.building"], columns["d.households"]):
        if of and households is not None:
            homes[of - 1] += households
    households = [_amount(code, own) for code, own in zip(columns["b.homes"], homes)]
    people = [
        _amount(code, None if own is None else math.floor(own * json_["persons"] + 0.5))
        for code, own in zip(columns["b.people"], households)
    ]
    return {
        **columns,
        "b.x": [x * step for x, _ in corners],
        "b.y": [y * step for _, y in corners],
        "d.x": [x * door_step for x, _ in doors],
        "d.y": [y * door_step for _, y in doors],
        "b.height": [(code - 1) / 10 if code else 3.0 * floors for code, floors in zip(columns["b.rise"], columns["b.floors"])],
        "b.households": households,
        "b.residents": people,
        "b.numbers": _in_rows(json_["names"], columns["b.name"], columns["b.spots"]),
        "d.numbers": _in_rows(json_["addresses"], columns["d.address"], columns["d.spots"]),
    }


def _corners(columns: dict[str, list]) -> list[tuple[int, int]]:
    """Each side is square to the one before and as long as the one opposite, but for what is told."""
    places = [(k, ring) for ring, size in enumerate(columns["b.sizes"]) for k in range(size)]
    by_place = dict(zip(sorted(places), zip(columns["b.dx"], columns["b.dy"])))
    told, found, start = iter([by_place[place] for place in places]), [], (0, 0)
    for size in columns["b.sizes"]:
        dx, dy = next(told)
        start = at = (start[0] + dx, start[1] + dy)
        found.append(at)
        before = opposite = (0, 0)
        for _ in range(size - 1):
            x, y = next(told)
            if abs(before[0]) >= abs(before[1]):
                y -= opposite[1]
                x -= math.floor(y * before[1] / before[0] + 0.5) if before[0] else 0
            else:
                x -= opposite[0]
                y -= math.floor(x * before[0] / before[1] + 0.5)
            at, opposite, before = (at[0] + x, at[1] + y), before, (x, y)
            found.append(at)
    return found


def _amount(code: int, expected: float | None) -> float | None:
    return expected if code == 0 else None if code == 1 else -1 if code == 2 else code - 3


def _in_rows(patterns: list[str], which: list[int], spots: list[int]) -> list[int]:
    """Numbers by pattern, gap and row in the order of the rows."""
    keys = [(one, gap, row) for row, one in enumerate(which) if one for gap in range(patterns[one - 1].count("\x01"))]
    number = dict(zip(sorted(keys), spots))
    return [number[one, gap, row] for one, gap, row in sorted(keys, key=lambda key: (key[2], key[1]))]


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
