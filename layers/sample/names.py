"""Invented names of roads, canals, estates and communities; every first part is used once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .lattice import Lattice
from .plan import Plan

FIRST = (
    "丰桂望澄采玉锦云清听碧月莲虹秋梅兰竹松柏荷柳杏茶书琴墨瑞祥福康宁静雅嘉永兴盛隆泰"
    "顺德仁义信和乐明星晨朝霁露霜芳菲芸苇蒲菱鹤鹭鸥燕雁鲤麦稻禾桑榆槐枫桐楠樟"
)
SECOND = (
    "泽雨灯湖桥屏帆洲橹溪泉塘香浦篱霞园亭台阁轩榭岭坡岸汀渚湾渡津川原田野林苑庭院堂楼舫舟笛韵华辉光彩锋旗鼓钟磬砚笺纹织绣绮纱衫裳佩环珠翠"
)
# Names that are places in Suzhou; what is invented must not point at them.
TAKEN = (
    *("枫桥", "望亭", "澄湖", "菱塘", "玉屏", "莲花", "香山", "桃花", "云岩", "松陵", "梅巷", "桑田", "桐泾", "采莲", "康桥", "永林"),
    *("清塘", "虹桥", "荷塘", "莲香", "锦溪", "和园", "明月", "星海", "星湖", "福星", "永津", "泰华", "隆兴", "枫津", "和泰", "澄波"),
)
HANZI = "一二三四五六七八九十"
ROW_ENDINGS = {"primary": "大道", "secondary": "路"}
ESTATE_ENDINGS = {
    "walk_up": ("新村", "里", "小区"),
    "infill": ("公寓", "里", "工房"),
    "resettled": ("家园", "安居苑"),
    "slab": ("花园", "雅苑", "花苑"),
    "tower": ("府", "公馆", "名邸"),
    "social": ("佳苑", "公租房小区"),
    "terraced": ("山庄", "别院"),
    "village": ("村", "浜"),
}


LANE_ENDINGS = ("巷", "弄", "里弄", "东巷", "西巷", "南弄", "北弄")


@dataclass(frozen=True)
class Pool:
    """First parts in random order, dealt out so that no two things share one."""

    blocks: np.ndarray  # by superblock, shape of lattice.inside
    lines: np.ndarray  # main roads and canals: first the rows, then the columns
    bridges: np.ndarray
    lanes: np.ndarray  # as many old lanes get one of their own; the others are numbered
    free: np.ndarray  # for sub-districts, communities and estates


def make_pool(lattice: Lattice, rng: np.random.Generator) -> Pool:
    """Deals all two-character first parts."""
    pairs = np.char.add(np.repeat(list(FIRST), len(SECOND)), np.tile(list(SECOND), len(FIRST)))
    bases = rng.permutation(np.unique(pairs[~np.isin(pairs, TAKEN)])).astype(object)
    sizes = (lattice.inside.size, len(lattice.x) + len(lattice.y), 500, 700)
    blocks, lines, bridges, lanes, free = np.split(bases, np.cumsum(sizes))
    return Pool(blocks.reshape(lattice.inside.shape), lines, bridges, lanes, free)


def chinese_number(value: int) -> str:
    """一 to 九十九."""
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else ("" if tens == 1 else HANZI[tens - 1]) + "十") + (HANZI[ones - 1] if ones else "")


def bridge_names(pool: Pool, count: int) -> np.ndarray:
    """Names of that many bridges; when the pool is used up, 二桥 follows."""
    number = np.arange(count)
    rounds = number // len(pool.bridges)
    return np.array(
        [
            pool.bridges[order % len(pool.bridges)] + ("桥" if turn == 0 else f"{chinese_number(turn + 1)}桥")
            for order, turn in zip(number, rounds)
        ]
    )


def street_names(plan: Plan, pool: Pool) -> np.ndarray:
    """The name of the street on each side; canals have names too."""
    names = np.empty(len(plan.side_names), dtype=object)
    order = _order_in_superblock(plan)
    lanes = iter(pool.lanes)
    # Names depend on what a side is; there is no common rule to vectorise.
    for side, (what, *key) in enumerate(plan.side_names):
        kind = plan.side_kinds[side]
        if what in ("row", "column"):
            base = pool.lines[key[0] + (len(plan.lattice.y) if what == "column" else 0)]
            names[side] = base + ("河" if kind.startswith("canal") else ROW_ENDINGS.get(kind, "路"))
        elif what == "bank":
            names[side] = pool.blocks[key[0], key[1]] + "河沿" + "南东北西"[key[2]] + "路"
        elif plan.lattice.old[key[0], key[1]]:
            own = next(lanes, None) if order[side] else None
            names[side] = _lane_name(pool.blocks[key[0], key[1]], own, order[side])
        else:
            names[side] = _street_name(pool.blocks[key[0], key[1]], order[side])
    return names


def _order_in_superblock(plan: Plan) -> np.ndarray:
    keys = pd.Series([tuple(name[1:3]) if name[0] == "inner" else None for name in plan.side_names], dtype=object)
    return keys.groupby(keys, dropna=False).cumcount().to_numpy()


def _lane_name(base: str, own: str | None, order: int) -> str:
    if order == 0:
        return base + "街"
    return own + LANE_ENDINGS[order % len(LANE_ENDINGS)] if own else base + chinese_number(order) + "巷"


def _street_name(base: str, order: int) -> str:
    directions = ("路", "东街", "西街", "南街", "北街")
    return base + (directions[order] if order < 5 else chinese_number(order - 4) + "街")


def estate_names(styles: np.ndarray, blocks: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Names of estates from their style and their superblock's first part; a second of the same name is 二期."""
    ending = np.array([rng.choice(ESTATE_ENDINGS[style]) for style in styles], dtype=object)
    plain = pd.Series(blocks + ending, dtype=object)
    again = plain.groupby(plain).cumcount()
    return np.array([name if order == 0 else f"{name}{chinese_number(order + 1)}期" for name, order in zip(plain, again)], dtype=object)
