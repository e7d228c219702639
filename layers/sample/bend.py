"""The bend of the city: logical metres, where main lines are straight, to metres on the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

ORIGIN = (560_000.0, 3_460_000.0)  # the middle of the district in EPSG:4549


@dataclass(frozen=True)
class Bend:
    """Sums of long waves, a meander along every west-east canal and a small turn of the whole."""

    waves: np.ndarray  # rows of amplitude x, amplitude y, wave number x, wave number y, phase
    meanders: np.ndarray  # rows of y of the canal, amplitude, wave number, phase
    turn: float  # radians


def make_bend(canal_y: np.ndarray, rng: np.random.Generator) -> Bend:
    """Waves of 1 to 3 km; no slope of the whole exceeds 0.6, so nothing folds."""
    length = np.array([3100.0, 2500.0, 1300.0, 1000.0])
    heading = rng.uniform(0, 2 * np.pi, 4)
    number = 2 * np.pi / length
    amplitude = np.array([62.0, 56.0, 17.0, 12.0])
    across = rng.uniform(0, 2 * np.pi, 4)
    waves = np.column_stack(
        [
            amplitude * np.cos(across),
            amplitude * np.sin(across),
            number * np.cos(heading),
            number * np.sin(heading),
            rng.uniform(0, 6.28, 4),
        ]
    )
    count = len(canal_y)
    meanders = np.column_stack(
        [canal_y, rng.uniform(60, 95, count), 2 * np.pi / rng.uniform(1700, 2300, count), rng.uniform(0, 6.28, count)]
    )
    return Bend(waves, meanders, rng.choice([-1.0, 1.0]) * rng.uniform(0.05, 0.13))


def bend(points: np.ndarray, shape: Bend) -> np.ndarray:
    """Ground coordinates (n, 2) of logical coordinates (n, 2)."""
    moved = points.astype(float).copy()
    for east, north, along_x, along_y, phase in shape.waves:
        wave = np.sin(points[:, 0] * along_x + points[:, 1] * along_y + phase)
        moved += wave[:, None] * (east, north)
    for canal_y, amplitude, number, phase in shape.meanders:
        fade = np.exp(-(((points[:, 1] - canal_y) / 520.0) ** 2))
        moved[:, 1] += amplitude * np.sin(points[:, 0] * number + phase) * fade
    cos, sin = np.cos(shape.turn), np.sin(shape.turn)
    return moved @ np.array([[cos, sin], [-sin, cos]]) + ORIGIN
