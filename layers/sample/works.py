"""What has been built so far, block by block, before it becomes tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shapely


class Row(NamedTuple):
    """Houses that were built together: one entry each in corners and the arrays beside it."""

    corners: np.ndarray  # (n, k, 2), front edge first
    floors: np.ndarray
    entrances: np.ndarray  # doorplates on the front edge
    use: str  # residential, commercial, education, …
    lot: int
    estate: int  # number of the estate, -1 for none
    side: int  # the street that its numbers count along, -1 for those of the estate
    left: bool  # the house stands on the left of that street


class Path(NamedTuple):
    """A walkable line that is no side of a block."""

    xy: np.ndarray
    kind: str
    bridge: int  # number of the bridge that it belongs to, -1 for none


class Joint(NamedTuple):
    """A place on the street of a side where a path begins: the street gets a vertex there."""

    side: int
    xy: np.ndarray


class Gate(NamedTuple):
    """An opening in the wall of an estate."""

    estate: int
    xy: np.ndarray
    open: str
    main: bool


class Estate(NamedTuple):
    """A housing compound; its address is its main gate."""

    lot: int
    ground: shapely.Polygon
    style: str
    gated: str
    address_side: int
    address_xy: np.ndarray
    middle_xy: np.ndarray  # a place inside, beside a path


class Patch(NamedTuple):
    """Land of one use."""

    shape: shapely.Polygon
    use: str
    name: str | None
    lot: int


@dataclass(frozen=True)
class Works:
    """Grows block by block, hence lists."""

    rows: list[Row] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    estates: list[Estate] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)
    doors: list[tuple[int, str, np.ndarray]] = field(default_factory=list)  # lot, kind of place, where one enters it
