"""A town of sixteen doorplates whose metres and minutes are worked out on paper.

Local coordinates in metres, x east and y north of ORIGIN; a walker at 1.0 m/s, so metres are seconds and 60 m a minute.

      y
    520                            +--和园--+              D16 lies at (500, 1000)
    480                            |  | D13 |              F07 lies at (500, -500)
    420                            +-(x)----+
    400          S07 --F03--+---------+-----+ S07 ends at x = 600
    360  ~~~~~~~~~~~~~~~~~~~|~~~~~~~~~~~~~~~~~~~~ D12 ~~~~~~~~~~~~~~~~~~  canal, 340 to 360
    330                 +---|-------+ S14    (S14 passes under the bridge S06)
    300  F05----+-----+-+---+--------F02-D08----+--D09/D10--+ S02        S15 ==D15== island
    250   |  +-(?)-----+    |   +----(r)----+   |           1000         1300 to 1400
    150   S03|  D05    |   S04  | 锦园 | F01 (x) D07  +-静园-+
    100   |  |  旧园   |    |   |  D06 |    |   S05  | D14  |
     50   |  +-(a)-----+    |   +----(a)----+   |    +------+
      0   +-----+-----------+---------+---------+-----------+ S01
    -60   S13 steps, D04    D01 and F04 south of S01, S16 (no walking) at y = -25
          0    200         400       600       800

Gates: (a) all, (r) residents, (x) closed, (?) unknown. 锦园 has mapped paths, 旧园 has none: its doorplates walk straight to a gate,
times 1.3. 静园 has a wall and no gate. The bridge costs 60 s beside its 100 m; steps are walked at half the speed.
Secondary schools are not surveyed, football is surveyed and has none, the only sports ground (F07) lies too far from any street.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from .answers import EXPECTED, EXPECTED_OK, EXPECTED_OK_HIGH, EXPECTED_OK_LOW, EXPECTED_SNAP_M, Expected
from .frames import table_frame

__all__ = ["EXPECTED", "EXPECTED_OK", "EXPECTED_OK_HIGH", "EXPECTED_OK_LOW", "EXPECTED_SNAP_M", "Expected", "sample_town"]

ORIGIN = (560_000.0, 3_460_000.0)
UPDATED = "2026-11-20"

# id, name, kind, level, penalty in seconds, walkable, vertices
STREETS = (
    ("S01", "东大街", "residential", 0, 0, "yes", ((0, 0), (200, 0), (400, 0), (600, 0), (800, 0), (1000, 0))),
    ("S02", "北街", "residential", 0, 0, "yes", ((0, 300), (200, 300), (300, 300), (400, 300), (600, 300), (800, 300), (1000, 300))),
    ("S03", "西巷", "living_street", 0, 0, "yes", ((0, 0), (0, 300))),
    ("S04", "中街", "residential", 0, 0, "yes", ((400, 0), (400, 300))),
    ("S05", "东巷", "living_street", 0, 0, "yes", ((800, 0), (800, 150), (800, 300))),
    ("S06", "安澜桥", "footway", 1, 60, "yes", ((400, 300), (400, 400))),
    ("S07", "河北街", "residential", 0, 0, "yes", ((200, 400), (400, 400), (500, 400), (600, 400))),
    ("S08", None, "footway", 0, 0, "yes", ((600, 0), (600, 50), (600, 150), (600, 250), (600, 300))),
    ("S09", None, "footway", 0, 0, "yes", ((600, 150), (750, 150), (800, 150))),
    ("S10", None, "footway", 0, 0, "yes", ((200, 0), (200, 50))),
    ("S11", None, "footway", 0, 0, "yes", ((200, 250), (200, 300))),
    ("S12", None, "footway", 0, 0, "yes", ((500, 400), (500, 420), (500, 500))),
    ("S13", "南石阶", "steps", 0, 0, "yes", ((0, 0), (0, -100))),
    ("S14", "河埠", "footway", 0, 0, "yes", ((300, 300), (300, 330), (500, 330))),
    ("S15", "孤巷", "residential", 0, 0, "yes", ((1300, 300), (1400, 300))),
    ("S16", "快速路", "motorway", 0, 0, "no", ((150, -25), (1000, -25))),
)
# id, x, y, households, estate
DOORPLATES = (
    ("D01", 250, -10, 10, None),
    ("D02", 100, -10, 5, None),
    ("D03", 100, -10, 5, None),
    ("D04", 10, -60, 10, None),
    ("D05", 200, 150, 20, "旧园"),
    ("D06", 560, 100, 30, "锦园"),
    ("D07", 810, 150, 10, None),
    ("D08", 620, 310, 10, None),
    ("D09", 870, 310, 10, None),
    ("D10", 871, 290, 10, None),
    ("D11", 410, 325, 10, None),
    ("D12", 684, 365, 10, None),
    ("D13", 510, 480, 20, "和园"),
    ("D14", 900, 100, 20, "静园"),
    ("D15", 1350, 310, 10, None),
    ("D16", 500, 1000, 10, None),
)
# id, x, y, name, services
FACILITIES = (
    ("F01", 700, 160, "锦园日间照料中心", "day_care_elderly"),
    ("F02", 600, 320, "运河公园", "park"),
    ("F03", 350, 410, "河北小学", "primary_school"),
    ("F04", 350, -20, "东大街菜市场", "market"),
    ("F05", 0, 310, "北街邻里中心", "health_station；culture_station"),
    ("F06", 0, 310, "北街卫生服务中心", "health_centre"),
    ("F07", 500, -500, "南郊健身场", "fitness_ground"),
    ("F08", 420, -10, "东大街社区服务站", "community_station"),
)
# name, x and y of the rectangle's corners, housing type
ESTATES = (
    ("旧园", 50, 50, 350, 250, "老旧小区"),
    ("锦园", 450, 50, 750, 250, "商品房"),
    ("静园", 850, 50, 950, 150, "商品房"),
    ("和园", 450, 420, 550, 520, "安置房"),
)
# id, x, y, estate, open
GATES = (
    ("G01", 600, 50, "锦园", "all"),
    ("G02", 600, 250, "锦园", "residents"),
    ("G03", 750, 150, "锦园", "closed"),
    ("G04", 200, 50, "旧园", "all"),
    ("G05", 200, 250, "旧园", "unknown"),
    ("G06", 500, 420, "和园", "closed"),
)
# code, name, partition, level, parent, rectangle. D06 lies on the edge x = 560 and belongs to the lower code; D16 lies outside.
AREAS = (
    ("990106001001", "西片社区", "admin", "community", None, -200, -200, 560, 700),
    ("990106001002", "东片社区", "admin", "community", None, 560, -200, 1500, 700),
    ("990106001001001", "西片北网格", "grid", "grid", "990106001001", -200, 200, 560, 700),
    ("990106001001002", "西片南网格", "grid", "grid", "990106001001", -200, -200, 560, 200),
    ("990106001002001", "东片北网格", "grid", "grid", "990106001002", 560, 200, 1500, 700),
    ("990106001002002", "东片南网格", "grid", "grid", "990106001002", 560, -200, 1500, 200),
)


def sample_town() -> dict[str, gpd.GeoDataFrame]:
    """All tables of the town in EPSG:4549; `surveys` has no geometry."""
    return {
        "areas": _areas(),
        "doorplates": _doorplates(),
        "facilities": _facilities(),
        "streets": _streets(),
        "gates": _gates(),
        "walls": _walls(),
        "estates": _estates(),
        "land": _land(),
        "surveys": _surveys(),
        "buildings": _buildings(),
    }


def _column(rows: tuple, position: int) -> np.ndarray:
    column = np.empty(len(rows), dtype=object)
    column[:] = [row[position] for row in rows]
    return column


def _points(rows: tuple) -> np.ndarray:
    return shapely.points([(row[1] + ORIGIN[0], row[2] + ORIGIN[1]) for row in rows])


def _boxes(corners: np.ndarray) -> np.ndarray:
    """Rectangles from rows of xmin, ymin, xmax, ymax in local metres."""
    west, south, east, north = (np.asarray(corners, dtype=float) + np.tile(ORIGIN, 2)).T
    return shapely.box(west, south, east, north)


def _areas() -> gpd.GeoDataFrame:
    columns = {name: _column(AREAS, place) for place, name in enumerate(("code", "name", "partition", "level", "parent_code"))}
    columns.update(leader_posts=1, worker_posts=3, updated_at=UPDATED)
    return table_frame("areas", columns, _boxes([row[5:] for row in AREAS]))


def _doorplates() -> gpd.GeoDataFrame:
    ids, households, estates = (_column(DOORPLATES, place) for place in (0, 3, 4))
    number = np.arange(1, len(DOORPLATES) + 1)
    columns = {
        "doorplate_id": ids,
        "address": [f"示例区镇前路{value}号" for value in number],
        "road": "镇前路",
        "number": [f"{value}号" for value in number],
        "estate": estates,
        "households": households,
        "residents": [2 * value for value in households],
        "building_id": ["B02" if name == "D03" else name.replace("D", "B") for name in ids],
    }
    return table_frame("doorplates", columns, _points(DOORPLATES))


def _facilities() -> gpd.GeoDataFrame:
    columns = {name: _column(FACILITIES, place) for name, place in (("facility_id", 0), ("name", 3), ("services", 4))}
    return table_frame("facilities", columns, _points(FACILITIES))


def _streets() -> gpd.GeoDataFrame:
    names = ("street_id", "name", "kind", "level", "penalty_s", "walkable")
    lines = [shapely.LineString(np.asarray(row[6], dtype=float) + ORIGIN) for row in STREETS]
    return table_frame("streets", {name: _column(STREETS, place) for place, name in enumerate(names)}, np.array(lines, dtype=object))


def _gates() -> gpd.GeoDataFrame:
    columns = {name: _column(GATES, place) for name, place in (("gate_id", 0), ("estate", 3), ("open", 4))}
    return table_frame("gates", columns, _points(GATES))


def _walls() -> gpd.GeoDataFrame:
    ids = [f"W{number:02d}" for number in range(1, len(ESTATES) + 1)]
    rings = shapely.get_exterior_ring(_boxes([row[1:5] for row in ESTATES]))
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    lines = shapely.linestrings(coordinates, indices=ring)
    return table_frame("walls", {"wall_id": ids, "estate": _column(ESTATES, 0)}, lines)


def _estates() -> gpd.GeoDataFrame:
    names = _column(ESTATES, 0)
    households = [sum(row[3] for row in DOORPLATES if row[4] == name) for name in names]
    columns = {
        "estate_id": [f"E{number:02d}" for number in range(1, len(ESTATES) + 1)],
        "name": names,
        "gated": "yes",
        "housing_type": _column(ESTATES, 5),
        "households": households,
    }
    return table_frame("estates", columns, _boxes([row[1:5] for row in ESTATES]))


def _land() -> gpd.GeoDataFrame:
    canal = (-100, 340, 1100, 360)
    boxes = _boxes([canal, *(row[1:5] for row in ESTATES)])
    return table_frame("land", {"use": ["water"] + ["residential"] * len(ESTATES), "name": ["运河", *_column(ESTATES, 0)]}, boxes)


def _surveys() -> gpd.GeoDataFrame:
    complete = {"secondary_school": "no"}
    categories = ("elderly", "park", "primary_school", "market", "health", "secondary_school", "culture", "sport", "football")
    columns = {"category": list(categories), "complete": [complete.get(name, "yes") for name in categories], "as_of": UPDATED}
    return table_frame("surveys", columns)


def _buildings() -> gpd.GeoDataFrame:
    """One block of 8 m by 4 m on the north side of each doorplate; D02 and D03 share theirs."""
    rows = [row for row in DOORPLATES if row[0] != "D03"]
    columns = {
        "building_id": [row[0].replace("D", "B") for row in rows],
        "floors": 3,
        "height_m": 9.0,
        "height_source": "floors",
        "use": "residential",
    }
    return table_frame("buildings", columns, _boxes([(row[1] - 4, row[2] + 1, row[1] + 4, row[2] + 5) for row in rows]))
