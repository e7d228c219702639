"""Gates ranked by what opening them brings, against whole runs."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.layers.errors import InputError
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.rankgates import rank_gates
from hypothesis import given, note
from hypothesis import strategies as st

from .test_against_oracle import examples, walled_towns
from .towns import boxes, category, lines, points, rings, settings, tables

RUN = settings(category(limit=250, unit="m"))


def two_walls() -> dict:
    """A street through an estate from west to east: the shop outside in the west, homes of 10, 20 and 30 households.

    The outer wall stands at 100 and 900 m, an inner one at 150 and 850 m; the homes at 120, 200 and 220 m.
    """
    return {
        "streets": lines(("S", [(0, 0), (1000, 0)])),
        "doorplates": points(("A", 10, (120, 5)), ("B", 20, (200, 5)), ("C", 30, (220, 5)), names=("doorplate_id", "households")),
        "facilities": points(("F", "shop", (0, 0)), names=("facility_id", "services")),
        "estates": boxes(
            ("E1", "外", "yes", (100, -50, 900, 50)), ("E2", "内", "yes", (150, -40, 850, 40)), names=("estate_id", "name", "gated")
        ),
        "walls": rings(("W1", "外", (100, -50, 900, 50)), ("W2", "内", (150, -40, 850, 40))),
        "gates": points(("G1", "外", "closed", (100, 0)), ("G2", "内", "unknown", (150, 0)), names=("gate_id", "estate", "open")),
    }


def test_the_outer_gate_comes_first_and_the_inner_one_adds_the_rest():
    found = rank_gates(two_walls(), settings=RUN).frame.set_index("gate_id")
    # Alone the outer gate lets A out (10 households); the inner one leads nowhere. Together all 60 are covered.
    assert found.loc["G1", ["alone", "rank", "order", "added", "together"]].tolist() == [10, 1, 1, 10, 10]
    assert found.loc["G2", ["alone", "rank", "order", "added", "together"]].tolist() == [0, 2, 2, 50, 60]
    assert found["shop_new"].to_dict() == {"G1": 10, "G2": 0}


def test_each_area_is_told_what_each_gate_brings_to_it():
    # The west has A, the east C; B lies outside both. Nobody knows a third gate's use: it leads nowhere and has no row.
    areas = boxes(
        ("W", "admin", "community", "西", (0, -50, 150, 50)),
        ("E", "admin", "community", "东", (210, -50, 900, 50)),
        names=("code", "partition", "level", "name"),
    )
    gates = two_walls()["gates"].assign(open=["closed", "all"])
    found = rank_gates({**two_walls(), "gates": gates, "areas": areas}, settings=RUN).by_area
    rows = found[["level", "code", "name", "gate_id", "alone", "rank", "shop_new"]].astype(object).where(found.notna(), None)
    assert rows.to_numpy().tolist() == [
        ["all", None, None, "G1", 60, 1, 60],
        ["community", "E", "东", "G1", 30, 1, 30],
        ["community", "W", "西", "G1", 10, 1, 10],
        ["community", None, None, "G1", 20, 1, 20],
    ]


def test_without_a_shut_gate_there_is_nothing_to_rank():
    open_town = {**two_walls(), "gates": two_walls()["gates"].assign(open="all")}
    with pytest.raises(InputError, match="nothing can be opened"):
        rank_gates(open_town, settings=RUN)


@examples(15)
@given(town=walled_towns(), limit=st.integers(1, 4))
def test_alone_and_together_equal_whole_runs(town, limit):
    note(f"{town} {limit}")
    given_tables = tables(town)
    if not any(gate.open != "all" for gate in town.gates):
        return
    run = settings(category(limit=limit, unit="min"), speed_ms=town.speed, snap_limit_m=town.limit)
    ranked = rank_gates(given_tables, settings=run)
    found = ranked.frame
    certain = given_tables["gates"].assign(open=given_tables["gates"]["open"].replace("unknown", "closed"))
    before = covered({**given_tables, "gates": certain}, run)
    opened = certain.copy()
    by_area = ranked.by_area[ranked.by_area["level"] == "all"].set_index("gate_id")["alone"]
    assert by_area.to_dict() == found.set_index("gate_id")["alone"].loc[lambda gain: gain > 0].to_dict()
    for row in found.itertuples():
        alone = certain.assign(open=certain["open"].where(certain["gate_id"] != row.gate_id, "all"))
        assert (covered({**given_tables, "gates": alone}, run) & ~before).sum() == row.alone
    for row in found.sort_values("order").dropna(subset=["order"]).itertuples():
        opened.loc[opened["gate_id"] == row.gate_id, "open"] = "all"
        if any(street.penalty for street in town.streets):
            return
        assert (covered({**given_tables, "gates": opened}, run) & ~before).sum() == row.together


def covered(given_tables: dict, run) -> np.ndarray:
    return coverage(**given_tables, settings=run).found["shop"].ok


def test_where_every_gate_asks_for_a_whole_run_only_the_first_of_the_best_order_is_told():
    delayed = {**two_walls(), "streets": lines(("S", 20.0, [(0, 0), (1000, 0)]), names=("street_id", "penalty_s"))}
    found = rank_gates(delayed, settings=RUN)
    assert str(found.why_whole).startswith("A street with a delay runs through a wall")
    # In metres the delay changes nothing: alone the outer gate brings A as without it.
    assert found.frame.set_index("gate_id").loc["G1", ["alone", "order", "together"]].tolist() == [10, 1, 10]
    assert found.frame["order"].notna().sum() == 1
