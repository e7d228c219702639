"""Four blocks and five estates on both banks of a river, and the complex whose circle of 1 km is said to be 15 minutes.

From the north to the south; T is Tianruncheng, W Wanrun Jiayuan, x the complex on the northern bank:

      W2      | W4     | shops  | park
      W1      | W3     | x      | W5
    ~~~~~~~~~~~~~~~~~ river ~~~~~~~~~~~~~~~~~
      T2      | T4     | offices| park
      T1      | T3     | school | secondary school
"""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np

from ...progress import SILENT, Progress
from ..areas import DISTRICT_CODE
from ..facilities import Facility
from .facts import Case, case_of
from .serving import BEYOND, uncounted
from .sketch import COMMUNITY, SUBDISTRICT, Cell, Drawn, Sketch, drawn, tables_of_drawn

CELLS = {
    (0, 0): Cell("tower", "天润城一街区", 1), (1, 0): Cell("slab", "天润城三街区", 3),
    (2, 0): Cell("primary_school", None, 3), (3, 0): Cell("junior_school", None, 3),
    (0, 1): Cell("tower", "天润城二街区", 2), (1, 1): Cell("slab", "天润城四街区", 4),
    (2, 1): Cell("office", None, 4), (3, 1): Cell("park", None, 4),
    (0, 2): Cell("resettled", "万润嘉园一区", 5), (1, 2): Cell("resettled", "万润嘉园三区", 7),
    (2, 2): Cell("civic", None, 7), (3, 2): Cell("resettled", "万润嘉园五区", 9),
    (0, 3): Cell("resettled", "万润嘉园二区", 6), (1, 3): Cell("resettled", "万润嘉园四区", 8),
    (2, 3): Cell("commerce", None, 9), (3, 3): Cell("park", None, 9),
}  # fmt: skip
AREA_M2 = 1_200_000.0  # no report states it; all of it lies in the circle of 1 km
COMPLEX = "天润城社区生活圈"
SERVICES = "community_station、health_station、culture_station、day_care_elderly、canteen、gym"


def tianruncheng(seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of the town in EPSG:4549; equal seeds give equal frames. The published figures hold exactly."""
    case, rng = case_of("tianruncheng"), np.random.default_rng(seed)
    sketch = _sketch(case)
    town = drawn(sketch, case.count("residents"), rng, progress.part(0.0, 0.8))
    kept = uncounted([facility for facility in town.settled.facilities if BEYOND not in facility.name])
    beyond = [facility for facility in town.settled.facilities if BEYOND in facility.name]
    settled = replace(town.settled, facilities=[*kept, Facility(_door(town), COMPLEX, SERVICES), *beyond])
    tables = tables_of_drawn(replace(town, settled=settled), sketch, rng, progress.part(0.8, 1.0))
    facilities = tables["facilities"]
    own = facilities["name"] == COMPLEX
    stated = {"floor_m2": case["service_m2"], "capacity": case["meals"]}
    return {**tables, "facilities": facilities.assign(**{name: facilities[name].mask(own, value) for name, value in stated.items()})}


def _sketch(case: Case) -> Sketch:
    names = {DISTRICT_CODE: case.name, SUBDISTRICT: "示例街道", COMMUNITY: "天润城社区"}
    return Sketch((300, 300, 150, 300), (290, 290, 280, 280), CELLS, "secondary", "secondary", 2, 700, 3, names, AREA_M2)


def _door(town: Drawn) -> np.ndarray:
    """Where one enters the complex."""
    return next(xy for lot, kind, xy in town.city.works.doors if kind == "civic" and town.city.uses[lot] == "civic")
