"""Walls and gate candidates from estate outlines, in towns that fit on paper."""

from __future__ import annotations

import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.estateedges import estate_edges
from community3d.processing.engine.gatewords import gate_word

from .towns import ORIGIN, boxes, category, lines, points, settings

BOX = (0, 0, 100, 100)
PATH = ("A", [(50, 90), (50, -50)])  # crosses the southern outline at (50, 0)
FAR = ("Z", [(0, -500), (100, -500)])


def estates(*rows: tuple):
    return boxes(*(rows or (("E1", "园", "yes", BOX),)), names=("estate_id", "name", "gated"))


def edges(*streets: tuple, of=None, **others: object):
    return estate_edges(estates() if of is None else of, lines(*(streets or (PATH,))), **others)


def spots(found) -> list[tuple[float, float]]:
    return [(round(x - ORIGIN[0], 3), round(y - ORIGIN[1], 3)) for x, y in zip(found.gates.geometry.x, found.gates.geometry.y)]


def plates(*rows: tuple):
    return points(*rows, names=("doorplate_id", "address", "estate"))


def test_a_path_through_the_outline_is_a_gate_that_nobody_knows_yet():
    found = edges()
    assert spots(found) == [(50, 0)]
    row = found.gates.iloc[0]
    assert (row["gate_id"], row["estate"], row["open"], row["source"]) == ("E1-G1", "园", "unknown", "path")
    assert found.without_gate == ()


def test_the_wall_is_the_outline():
    found = edges()
    assert found.walls["wall_id"].tolist() == ["E1-W1"]
    assert found.walls["estate"].tolist() == ["园"]
    assert found.walls.length.sum() == pytest.approx(400)


def test_a_path_that_ends_at_the_wall_is_a_gate():
    assert spots(edges(("A", [(50, 60), (50, 1.5)]), FAR)) == [(50, 0)]
    assert spots(edges(("A", [(50, 60), (50, 2.5)]), FAR)) == []


def test_a_street_that_passes_by_is_none():
    assert spots(edges(("A", [(-50, -1.5), (150, -1.5)]))) == []


def test_a_bridge_over_the_outline_is_none():
    over = lines(("A", 1, PATH[1]), ("Z", 0, FAR[1]), names=("street_id", "level"))
    assert spots(estate_edges(estates(), over)) == []


def test_a_street_on_the_outline_stays_outside_and_the_path_from_it_is_the_gate():
    # The road is drawn on the southern outline, to and fro by a metre; the path inside ends at it.
    road = ("A", [(-50, -1), (0, -1), (20, 1), (50, 0), (80, -1), (100, 1), (150, 1)])
    found = edges(road, ("B", [(50, 60), (50, 0)]))
    (x, y) = spots(found)[0]
    assert len(found.gates) == 1
    assert x == pytest.approx(50)
    assert 1.5 < y < 3
    assert not shapely.intersects(found.walls.union_all(), lines(road).geometry.iloc[0])


def test_a_path_along_the_wall_inside_stays_inside():
    ring = ("A", [(1.5, 1.5), (98.5, 1.5), (98.5, 50)])
    assert edges(ring, FAR).walls.length.sum() == pytest.approx(400)


def test_estates_said_to_be_open_give_no_wall_and_unknown_ones_do():
    three = estates(("E1", "一", "no", BOX), ("E2", "二", "unknown", (200, 0, 300, 100)), ("E3", "三", "yes", (400, 0, 500, 100)))
    assert edges(of=three).walls["estate"].tolist() == ["二", "三"]
    assert edges(of=three, only_gated=True).walls["estate"].tolist() == ["三"]


def test_only_open_estates_are_refused():
    with pytest.raises(InputError, match="None of the 1 estates is gated"):
        edges(of=estates(("E1", "园", "no", BOX)))


def two(apart_m: float, *, second: str = "苑"):
    return estates(("E1", "园", "yes", BOX), ("E2", second, "yes", (100 + apart_m, 0, 200, 100)))


ACROSS = ("A", [(50, 50), (150, 50)])


@pytest.mark.parametrize("apart_m", [0, 0.5, 1.5, 2.9, -2])
def test_neighbours_share_one_wall_and_one_gate(apart_m):
    found = edges(ACROSS, of=two(apart_m))
    assert len(found.gates) == 1
    assert spots(found)[0] == (100, 50)
    # Both estates are still closed: nothing leaves the second but through walls.
    rings = shapely.polygonize([found.walls.union_all()])
    assert shapely.get_num_geometries(rings) == 2
    assert found.walls.length.sum() == pytest.approx(400 + 300, abs=10)
    assert found.without_gate == ()


def test_neighbours_farther_apart_have_a_wall_and_a_gate_each():
    found = edges(ACROSS, of=two(6))
    assert spots(found) == [(100, 50), (106, 50)]
    assert found.walls.length.sum() == pytest.approx(400 + 2 * 94 + 2 * 100)


def test_a_lane_between_two_estates_keeps_both_walls():
    lane = ("B", [(101.3, -50), (101.3, 150)])
    assert edges(ACROSS, lane, of=two(2.6)).walls.length.sum() == pytest.approx(400 + 2 * 97.4 + 200)


def test_paths_a_few_metres_apart_are_one_gate_and_all_obey_it():
    paths = tuple((f"A{k}", [(x, 90), (x, -50)]) for k, x in enumerate((46, 50, 54)))
    join = ("B", [(46, -50), (50, -50), (54, -50)])
    found = edges(*paths, join)
    assert spots(found) == [(50, 0)]
    # The wall is open from post to post, a metre beside the outer paths.
    assert found.walls.length.sum() == pytest.approx(400 - 10)
    for word, why in (("all", "ok"), ("closed", "behind_gate")):
        for home in ((46, 50), (54, 50)):
            assert reason(found, (*paths, join), home, word) == why


def reason(found, streets: tuple, home: tuple[float, float], word: str) -> str:
    decided = service_coverage(
        points(("H", home), names=("doorplate_id",)),
        points(("F", "shop", (50, -50)), names=("facility_id", "services")),
        lines(*streets),
        gates=found.gates.assign(open=word),
        walls=found.walls,
        estates=estates(),
        settings=settings(category(limit=5)),
    )
    return decided.ledger["shop_why"].iloc[0]


def test_paths_farther_apart_are_two_gates():
    assert spots(edges(("A", [(40, 90), (40, -50)]), ("B", [(60, 90), (60, -50)]))) == [(40, 0), (60, 0)]


def test_a_doorplate_names_the_gate_near_it():
    found = edges(doorplates=plates(("D1", "某路1号园小区西门", "园", (53, 4))))
    assert spots(found) == [(50, 0)]
    assert found.gates["name"].tolist() == ["园西门"]
    assert found.gates["source"].tolist() == ["path, doorplate"]


def test_a_doorplate_makes_a_gate_where_no_path_is_known():
    found = edges(FAR, doorplates=plates(("D1", "园小区东门", "E1", (90, 30)), ("D2", "园门岗", None, (20, 108))))
    assert spots(found) == [(100, 30), (20, 100)]
    assert found.gates["name"].tolist() == ["园东门", "园门岗"]
    assert found.gates["source"].tolist() == ["doorplate", "doorplate"]


def test_a_doorplate_far_from_its_outline_or_of_no_walled_estate_is_no_gate():
    assert spots(edges(FAR, doorplates=plates(("D1", "园小区东门", "园", (60, 50)), ("D2", "西门", None, (500, 500))))) == []


GATE_WORDS = {
    "信光里西门": "西门",
    "西门路88号信光里北门": "北门",
    "信光里西门岗亭": "西门",
    "信光里2号门": "2号门",
    "信光里出入口": "出入口",
    "北门（人行）": "北门",
    "南大门": "南大门",
}


@pytest.mark.parametrize(("said", "word"), GATE_WORDS.items())
def test_words_for_gates_are_read(said, word):
    assert gate_word(said) == word


@pytest.mark.parametrize(
    "said",
    [
        "东门街12号",
        "西门路",
        "西门12号",
        "市政府部门",
        "专门店",
        "大门镇",
        "前门大街3号",
        "西门新村2幢",
        "厦门",
        "地下车库出入口",
        "进出口公司",
    ],
)
def test_words_that_only_sound_so_are_not(said):
    assert gate_word(said) == ""


def test_an_estate_whose_name_sounds_like_a_gate_is_none():
    found = edges(FAR, of=estates(("E1", "东门", "yes", BOX)), doorplates=plates(("D1", "东门", "东门", (90, 30))))
    assert spots(found) == []


def given(*rows: tuple):
    return points(*rows, names=("gate_id", "estate", "open"))


def test_a_gate_that_is_there_wins_and_keeps_what_was_decided():
    found = edges(gates=given(("G7", "园", "closed", (51, 0.5))))
    assert found.gates[["gate_id", "open"]].to_numpy().tolist() == [["G7", "closed"]]
    assert spots(found) == [(51, 0.5)]
    assert found.moved == 0


def test_a_gate_a_few_metres_beside_the_path_is_moved_onto_it():
    found = edges(gates=given(("G7", "园", "residents", (55, 3))))
    assert spots(found) == [(50, 0)]
    assert found.gates["open"].tolist() == ["residents"]
    assert found.moved == 1


def test_a_gate_elsewhere_stays_beside_the_candidates():
    found = edges(gates=given(("G7", "园", "all", (0, 50))))
    assert spots(found) == [(0, 50), (50, 0)]


def test_walls_that_are_there_are_not_doubled():
    wall = lines(("W9", "园", [(0, 1), (100, 1), (100, 100)]), names=("wall_id", "estate"))
    found = edges(walls=wall)
    assert found.walls["wall_id"].tolist() == ["W9", "E1-W1"]
    assert spots(found) == [(50, 1)]
    assert found.walls.length.sum() == pytest.approx(199 + 199, abs=10)
    assert shapely.get_num_geometries(shapely.polygonize([found.walls.union_all()])) == 1


def test_ids_that_are_taken_are_not_given_again():
    found = edges(gates=given(("E1-G1", "园", "all", (0, 50))))
    assert found.gates["gate_id"].tolist() == ["E1-G1", "E1-G2"]


def test_two_estates_of_one_name_are_told_apart_by_their_ids():
    found = edges(ACROSS, of=two(6, second="园"))
    assert found.gates["estate"].tolist() == ["E1", "E2"]


def test_an_estate_without_any_way_in_is_named():
    assert edges(FAR).without_gate == ("园",)


def test_it_says_the_same_twice_and_in_any_order_of_rows():
    rows = two(1.5)
    one, again = edges(ACROSS, PATH, of=rows), edges(ACROSS, PATH, of=rows.iloc[::-1].reset_index(drop=True))
    assert one.gates["gate_id"].tolist() == again.gates["gate_id"].tolist()
    assert one.walls.geometry.geom_equals(again.walls.geometry).all()


def test_no_estates_at_all_are_refused():
    with pytest.raises(InputError, match=r"ESTATES has no features\. Choose a layer with data\."):
        edges(of=estates(("E1", "园", "yes", BOX)).iloc[:0])
