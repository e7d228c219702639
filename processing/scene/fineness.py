"""How fine the drawn shapes of a scene are: large districts get coarser steps, so that one file holds them."""

from __future__ import annotations

from dataclasses import dataclass

FINE_BUILDINGS = 30_000
FINE_DOORPLATES = 50_000


@dataclass(frozen=True)
class Fineness:
    """Steps and tolerances in metres; a drawn corner is off by at most half a step each way."""

    building_m: float
    door_m: float
    reach_m: float
    reach_tolerance_m: float
    smallest_hole_m2: float  # of the walking reach: smaller ones are filled
    street_m: float
    street_tolerance_m: float
    buildings_per_tile: int
    works_out: bool  # the page finds metres and nearest facilities itself


FINE = Fineness(
    building_m=0.1,
    door_m=0.1,
    reach_m=1.0,
    reach_tolerance_m=1.5,
    smallest_hole_m2=0.0,
    street_m=0.25,
    street_tolerance_m=0.3,
    buildings_per_tile=2000,
    works_out=False,
)
COARSE = Fineness(
    building_m=0.5,
    door_m=1.0,
    reach_m=4.0,
    reach_tolerance_m=6.0,
    smallest_hole_m2=2500.0,
    street_m=1.0,
    street_tolerance_m=1.0,
    buildings_per_tile=5000,
    works_out=True,
)


def fineness(buildings: int, doorplates: int) -> Fineness:
    """The steps for a scene of that size."""
    return FINE if buildings <= FINE_BUILDINGS and doorplates <= FINE_DOORPLATES else COARSE
