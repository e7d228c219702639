"""What a run says about walls without gates and gates that open nothing."""

from __future__ import annotations

from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.isochrones import isochrones

from .towns import boxes, category, lines, points, rings, settings

PATH = ("A", [(50, 90), (50, -50)])  # crosses the southern wall at (50, 0)
STREET = ("B", [(-300, -50), (50, -50), (300, -50)])


def gates(*rows: tuple):
    return points(*rows, names=("gate_id", "estate", "open"))


def homes(*rows: tuple):
    return points(*rows, names=("doorplate_id", "households"))


def run(gate_rows=None, *, doorplates=None, walls="ring", estates="box", streets=(PATH, STREET)):
    return service_coverage(
        homes(("H1", 30, (50, 50)), ("H2", 12, (60, 80)), ("H3", 5, (200, -40))) if doorplates is None else doorplates,
        points(("F", "shop", (100, -50)), names=("facility_id", "services")),
        lines(*streets),
        gates=gate_rows,
        walls=rings(("W", "园", (0, 0, 100, 100))) if isinstance(walls, str) else walls,
        estates=boxes(("E1", "园", "yes", (0, 0, 100, 100)), names=("estate_id", "name", "gated")) if isinstance(estates, str) else estates,
        settings=settings(category(limit=5)),
    )


def told(decided, rule: str) -> list[tuple[str, str | None, str]]:
    return [(p.table, p.row, str(p.message)) for p in decided.coverage.problems if p.rule == rule]


def sealed(decided) -> int:
    return decided.figures["SEALED_HOUSEHOLDS"].value


def test_a_walled_estate_without_a_gate_is_named_with_its_households():
    decided = run()
    assert sealed(decided) == 42
    words = "园: 42 households (2 doorplates) are walled in without a gate and cannot leave."
    assert told(decided, "sealed_estate") == [("estates", "E1", words)]


def test_the_inside_is_sealed_even_where_it_holds_more_street_than_the_outside():
    assert sealed(run(streets=(PATH,), doorplates=homes(("H1", 30, (50, 50)), ("H3", 5, (50, -40))))) == 30


def test_a_gate_shut_for_now_seals_nothing():
    decided = run(gates(("G", "园", "closed", (50, 0))))
    assert sealed(decided) == 0
    assert told(decided, "sealed_estate") == []


def test_an_estate_without_paths_and_gates_is_sealed_too():
    assert sealed(run(streets=(STREET,))) == 42
    assert sealed(run(gates(("G", "园", "unknown", (50, 0))), streets=(STREET,))) == 0


def test_an_estate_without_paths_whose_gate_stands_behind_its_wall_is_sealed():
    # 10 m inside: the gate sees no street.
    decided = run(gates(("G", "园", "all", (50, 10))), streets=(STREET,))
    assert sealed(decided) == 42
    assert decided.ledger["shop_why"].tolist() == ["no_route", "no_route", "ok"]


def test_homes_behind_walls_with_no_path_inside_and_no_outline_are_counted():
    decided = run(streets=(STREET,), estates=None)
    assert sealed(decided) == 42
    assert told(decided, "sealed_estate") == [
        ("walls", None, "Outside every estate 42 households (2 doorplates) are walled in without a gate.")
    ]


def test_an_island_in_a_lake_is_not_sealed_by_walls():
    # Only water keeps the home in; a wall stands elsewhere.
    moat = [(0, 0, 100, 40), (0, 60, 100, 100), (0, 40, 40, 60), (60, 40, 100, 60)]
    decided = service_coverage(
        homes(("H1", 30, (50, 50))),
        points(("F", "shop", (100, -50)), names=("facility_id", "services")),
        lines(STREET),
        walls=rings(("W", "苑", (500, 0, 600, 100))),
        land=boxes(*(("water", box) for box in moat), names=("use",)),
        settings=settings(category(limit=5)),
    )
    assert decided.ledger["shop_why"].tolist() == ["no_route"]
    assert sealed(decided) == 0


def test_a_gate_far_from_any_wall_is_said_with_its_distance_and_the_wall():
    decided = run(gates(("G1", "园", "all", (50, 0)), ("G2", "园", "all", (50, -30))))
    words = "The gate stands 30.0 m from the nearest wall (W) and opens nothing; it must stand within 2.0 m."
    assert told(decided, "gate_far_from_wall") == [("gates", "G2", words)]


def test_gates_without_any_wall_are_said_once():
    decided = run(gates(("G1", "园", "all", (50, 0)), ("G2", "园", "closed", (0, 50))), walls=None)
    words = "There are gates but no walls: 2 gates change nothing. Add WALLS, for example with estateedges."
    assert told(decided, "no_walls") == [("gates", None, words)]


def test_the_gates_of_an_estate_without_paths_need_no_wall():
    decided = run(gates(("G1", "园", "all", (50, 0))), walls=None, streets=(STREET,))
    assert told(decided, "no_walls") == []


def test_a_gate_where_no_street_passes_is_noted():
    decided = run(gates(("G1", "园", "all", (50, 0)), ("G2", "园", "all", (0, 50))))
    assert told(decided, "gate_without_street") == [("gates", "G2", "No street passes the wall at this gate, so it opens nothing.")]


def test_estates_that_are_not_there_are_said():
    decided = run(gates(("G", "院", "all", (50, 0))), walls=rings(("W", "苑", (0, 0, 100, 100))))
    assert told(decided, "unknown_estate") == [
        ("walls", "W", "The wall names the estate “苑”, which is not among the estates."),
        ("gates", "G", "The gate names the estate “院”, which is neither among the estates nor on a wall."),
    ]


def test_a_gate_of_no_estate_far_from_all_is_noted_and_one_on_an_outline_is_not():
    decided = run(gates(("G1", None, "all", (50, 0)), ("G2", None, "all", (-50, -60))))
    assert told(decided, "gate_without_estate") == [("gates", "G2", "The gate names no estate and stands at none.")]


def test_a_gate_for_residents_without_an_inside_is_said():
    wall = lines(("W", None, [(-300, 0), (300, 0)]), names=("wall_id", "estate"))
    decided = run(gates(("G", None, "residents", (50, 0))), walls=wall, estates=None)
    words = "The gate is for residents, but nothing tells which side is its estate: it counts as open to everybody."
    assert told(decided, "gate_without_side") == [("gates", "G", words)]


def test_isochrones_say_the_same():
    found = isochrones(
        points(("P", (100, -50)), names=("place_id",)),
        lines(PATH, STREET),
        limits=[5],
        unit="min",
        settings=settings(),
        tables=Tables(gates=gates(("G2", "园", "all", (50, -30))), walls=rings(("W", "园", (0, 0, 100, 100)))),
    )
    assert [p.rule for p in found.problems] == ["gate_far_from_wall"]
