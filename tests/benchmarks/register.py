"""An invented register of a million doorplates as offices export them, with the areas and buildings that it belongs to.

A lattice of blocks of 200 m: each holds one estate of twelve buildings with three units, and shops along the road south
of it. With rooms each unit has a row for every room, without them one row. A few rows in a thousand have faults whose
number is known: no place, a field too many, the place of another town, another spelling of an address written before.

    python tests/benchmarks/register.py FOLDER [--rows 1000000] [--rooms 0] [--encoding GB18030]
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from district import load_package

if TYPE_CHECKING:
    import geopandas as gpd

CRS, CORNER = "EPSG:4549", (530_000.0, 3_460_000.0)
BLOCK_M, BUILDINGS, UNITS, SHOPS, SHOP_ROWS = 200.0, 12, 3, 64, 8
COMMUNITY_BLOCKS, SUBDISTRICT_BLOCKS = 5, 25
CODE = "990106"
BEGIN = "江苏省苏州市吴中区"
HEADING = "门牌编号,标准地址,小区名称,社区名称,网格编码,楼栋编码,经度,纬度,常住人口,登记日期,户主电话"
FIRST = "宝盛长东西越木香天澄太胥横石龙金甪光临郭尹城蠡红碧兴吴迎枫灵友新文星永安和嘉万景锦瑞玉明华翠云清荣祥"
SECOND = "带庄桥山湖溪渎塘浜墅港泾村里园林泉池岗峰岭坊堰浦圩荡洲汇角台门亭楼阁轩苑堂井巷渡口津湾屿洋源川谷"
ESTATE_ENDS = ("花园", "家园", "新村", "名苑", "公寓", "小区", "华庭")
PHASES = "一二三四五六七八九十"
BUILDING_SIGNS = ("幢", "栋", "号楼", "#")
# Of ten thousand rows so many have the fault.
NO_PLACE, TOO_LONG, ELSEWHERE, TWICE, FULL_WIDTH = 10, 5, 10, 50, 100
SHIFT_DEGREES = 0.9


@dataclass(frozen=True)
class Rows:
    """The rows before they are written: where each belongs, what its address ends with, which fault it has."""

    block: np.ndarray
    building: np.ndarray  # in its block, -1 for shops
    unit: np.ndarray
    room: np.ndarray  # number of the room, 0 where there is none
    shop: np.ndarray
    xy: np.ndarray
    side: int  # blocks along an edge
    fault: np.ndarray  # 0, or one of the faults' numbers
    residents: np.ndarray


def rows_of(count: int, *, rooms: int = 0, seed: int = 1) -> Rows:
    """So many rows, block by block; rooms is their number in each unit, 0 for a register of doors."""
    generator = np.random.default_rng(seed)
    inner = BUILDINGS * UNITS * max(rooms, 1)
    number = np.arange(count)
    block, turn = np.divmod(number, inner + SHOPS)
    shop = np.where(turn >= inner, turn - inner, -1)
    door, place = np.divmod(turn, max(rooms, 1))
    building, unit = np.divmod(door, UNITS)
    room = (place // 2 + 1) * 100 + place % 2 + 1 if rooms else np.zeros(count, int)
    side = int(np.ceil(np.sqrt(block[-1] + 1)))
    faults = np.repeat([NO_PLACE, TOO_LONG, ELSEWHERE, TWICE, FULL_WIDTH], [NO_PLACE, TOO_LONG, ELSEWHERE, TWICE, FULL_WIDTH])
    drawn = generator.integers(0, 10_000, count)
    fault = np.where(drawn < len(faults), np.append(faults, 0)[np.minimum(drawn, len(faults))], 0)
    lone = shop >= 0
    return Rows(
        block=block,
        building=np.where(lone, -1, building),
        unit=np.where(lone, 0, unit + 1),
        room=np.where(lone, 0, room),
        shop=shop,
        xy=_corners(block, side) + _inside(building, unit, shop),
        side=side,
        fault=fault,
        residents=generator.integers(0, 6, count),
    )


def _corners(block: np.ndarray, side: int) -> np.ndarray:
    return np.column_stack([block % side, block // side]) * BLOCK_M + CORNER


def _inside(building: np.ndarray, unit: np.ndarray, shop: np.ndarray) -> np.ndarray:
    """Places in a block: entrances on the south front of four by three buildings, shops along its southern edge."""
    doors = np.column_stack([15 + building % 4 * 45 + 7 + unit * 10, 30 + building // 4 * 50])
    shops = np.column_stack([3 + shop * 3.0, np.full(len(shop), 4.0)])
    return np.where((shop >= 0)[:, None], shops, doors)


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8") -> None:
    """The register as comma-separated text."""
    from community3d.layers.crs import LONLAT, reproject_xy

    lonlat = reproject_xy(rows.xy, source=CRS, target=LONLAT)
    lonlat[rows.fault == ELSEWHERE] += SHIFT_DEGREES
    blocks = [_Block(block, rows.side) for block in range(int(rows.block[-1]) + 1)]
    columns = (column.tolist() for column in (rows.block, rows.building, rows.unit, rows.room, rows.shop, rows.fault, rows.residents))
    before = ""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(HEADING + "\r\n")
        for number, (x, y, block, building, unit, room, shop, fault, residents) in enumerate(zip(*lonlat.T.tolist(), *columns)):
            place = "," if fault == NO_PLACE else f"{x:.7f},{y:.7f}"
            inner, own = blocks[block].within(building, unit, room, shop, number)
            address = before if fault == TWICE and before else blocks[block].before + inner
            before = address if fault == 0 and not room else ""
            address = address.translate(WIDE) if fault == FULL_WIDTH else address
            end = ",超出" if fault == TOO_LONG else ""
            file.write(f"{CODE}{number:09},{address},{own},{place},{residents},2024-0{number % 9 + 1}-15,138{number % 10**8:08}{end}\r\n")


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class _Block:
    """The words that the rows of a block share."""

    def __init__(self, block: int, side: int) -> None:
        row, column = divmod(block, side)
        sub, community = _area(row, column, SUBDISTRICT_BLOCKS, side), _area(row, column, COMMUNITY_BLOCKS, side)
        self._road_number = column * 200 + 1
        self.before = f"{BEGIN}{name_of(sub, 7)}街道{name_of(community, 3)}社区{name_of(row, 0)}路"
        self._estate = estate_of(block)
        self._of_area = f"{name_of(community, 3)}社区,{CODE}{block + 1:06}"
        self._codes = f"B{block:05}"

    def within(self, building: int, unit: int, room: int, shop: int, number: int) -> tuple[str, str]:
        """The end of an address, and the fields estate, community, grid and building."""
        if shop >= 0:
            return f"{self._road_number + 2 + shop * 3}号", f",{self._of_area},"
        sign = BUILDING_SIGNS[number % 50] if number % 50 < len(BUILDING_SIGNS) else "幢"
        end = f"{room}室" if room else ""
        inner = f"{self._road_number}号{self._estate}{building + 1}{sign}{unit}单元{end}"
        return inner, f"{self._estate},{self._of_area},{self._codes}{building:02}"


def _area(row: int, column: int, blocks: int, side: int) -> int:
    return row // blocks * -(-side // blocks) + column // blocks


def name_of(number: int, salt: int) -> str:
    """Two characters, different for the first 2,500 numbers."""
    number = number * 7 + salt * 11
    return FIRST[number % len(FIRST)] + SECOND[(number // len(FIRST) + number) % len(SECOND)]


def estate_of(block: int) -> str:
    """The estate of a block."""
    phase = PHASES[block // 2_000 % len(PHASES)] + "期" if block >= 2_000 else ""
    return name_of(block, 5) + ESTATE_ENDS[block % len(ESTATE_ENDS)] + phase


def areas(side: int) -> gpd.GeoDataFrame:
    """District, subdistricts, communities and one grid for each block."""
    import geopandas as gpd
    import pandas as pd
    import shapely

    parts = []
    for level, size, code in (
        ("subdistrict", SUBDISTRICT_BLOCKS, f"{CODE}{{:03}}"),
        ("community", COMMUNITY_BLOCKS, f"{CODE}9{{:05}}"),
        ("grid", 1, f"{CODE}{{:06}}"),
    ):
        count = -(-side // size)
        low = np.stack(np.meshgrid(np.arange(count), np.arange(count)), axis=-1).reshape(-1, 2) * size * BLOCK_M
        high = np.minimum(low + size * BLOCK_M, side * BLOCK_M) + CORNER
        low = low + CORNER
        numbers = range(count * count)
        names = {
            "subdistrict": [name_of(k, 7) + "街道" for k in numbers],
            "community": [name_of(k, 3) + "社区" for k in numbers],
            "grid": [f"第{k + 1}网格" for k in numbers],
        }[level]
        frame = pd.DataFrame({"code": [code.format(k + 1) for k in numbers], "name": names, "level": level})
        parts.append(gpd.GeoDataFrame(frame, geometry=shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]), crs=CRS))
    return pd.concat(parts, ignore_index=True)


def buildings(rows: Rows) -> gpd.GeoDataFrame:
    """The footprints behind the doors: twelve named ones of the estate and a row of shops in each block."""
    import geopandas as gpd
    import shapely

    block, building = np.divmod(np.arange((int(rows.block[-1]) + 1) * (BUILDINGS + SHOP_ROWS)), BUILDINGS + SHOP_ROWS)
    shop_row = building - BUILDINGS
    homes = np.column_stack([15 + building % 4 * 45, 30 + building // 4 * 50])
    low = _corners(block, rows.side) + np.where((shop_row >= 0)[:, None], np.column_stack([1 + shop_row * 24, 4 + 0 * building]), homes)
    ids = [f"B{b:05}{k:02}" for b, k in zip(block.tolist(), building.tolist())]
    names = [f"{estate_of(b)}{k + 1}幢" if k < BUILDINGS else None for b, k in zip(block.tolist(), building.tolist())]
    shapes = shapely.box(low[:, 0], low[:, 1], low[:, 0] + np.where(shop_row >= 0, 23, 40), low[:, 1] + 12)
    return gpd.GeoDataFrame({"building_id": ids, "name": names}, geometry=shapes, crs=CRS)


def written(folder: Path, count: int, *, rooms: int = 0, encoding: str = "utf-8") -> tuple[Path, Path]:
    """Writes the register and a workspace with its areas and buildings; made anew each time."""
    from community3d.layers.geopackage import write_geopackage

    rows = rows_of(count, rooms=rooms)
    table, workspace = folder / f"register-{count}-{rooms}-{encoding}.csv", folder / f"register-{count}-{rooms}.gpkg"
    write_csv(table, rows, encoding=encoding)
    write_geopackage(workspace, {"areas": areas(rows.side), "buildings": buildings(rows)}, crs=CRS)
    return table, workspace


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rooms", type=int, default=0)
    parser.add_argument("--encoding", default="utf-8")
    wanted = parser.parse_args()
    load_package()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for path in written(wanted.folder, wanted.rows, rooms=wanted.rooms, encoding=wanted.encoding):
        print(path)


if __name__ == "__main__":
    main()
