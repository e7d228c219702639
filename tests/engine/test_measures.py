"""What could be done, on a row of homes whose figures can be counted on paper."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.priorities import USUAL, parse_priorities
from community3d.layers.profiles import profile, walker
from community3d.processing.engine.measures import best_places, measure_figures, measures
from community3d.processing.engine.results import Settings

CRS = "EPSG:4549"


@pytest.fixture
def settings():
    """Elderly care alone: 5 minutes at 1 m/s are 300 m on foot, 300 / 1.3 = 230.8 m as the crow flies."""
    whole = profile("tdt1063")
    only = replace(whole, categories=tuple(line for line in whole.categories if line.id == "elderly"))
    return Settings(only, walker("planning"))


def homes(why, x, households=10, community="C1", estate=None):
    count = len(why)
    frame = pd.DataFrame({"doorplate_id": [f"D{k}" for k in range(count)], "households": [float(households)] * count})
    frame["residents"], frame["weight_source"], frame["estate"] = frame["households"] * 2.62, "given", estate
    frame["community_code"], frame["grid_code"] = community, f"{community}1"
    frame["elderly_why"], frame["elderly_ok"] = why, [None if word is None else word == "ok" for word in why]
    return gpd.GeoDataFrame(frame, geometry=shapely.points(np.column_stack([x, np.zeros(count)])), crs=CRS)


def areas(kinds=("商品房社区", "拆迁安置社区")):
    rows = [(f"C{k + 1}", f"第{k + 1}社区", "admin", "community", kind) for k, kind in enumerate(kinds)]
    frame = pd.DataFrame(rows, columns=["code", "name", "partition", "level", "kind"])
    return gpd.GeoDataFrame(frame, geometry=[shapely.box(0, 0, 1, 1)] * len(rows), crs=CRS)


def rows_of(found):
    return list(zip(found["measure"], found["code"], found["affected"], found["gain"]))


def test_every_reason_has_its_measure(settings):
    # A facility stands at 0: the home at 200 m lies inside 230.8 m and only the way is too long, the one at 2,000 m needs a new facility.
    ledger = homes(["ok", "behind_gate", "too_far", "too_far", "not_snapped"], [0, 100, 200, 2000, 50])
    found = measures(ledger, {"elderly": np.array([[0.0, 0.0]])}, areas(), settings)
    gains = {measure: gain for measure, _, _, gain in rows_of(found)}
    assert {name: gains[name] for name in ("gate", "path", "facility")} == {"gate": 10, "path": 10, "facility": 10}
    assert np.isnan(gains["verify"])
    assert found["measure"].iloc[-1] == "verify"


def test_the_best_place_serves_most_and_the_next_what_is_left():
    # Three homes at 0, 50, 100 m and one at 5,000 m: the first place serves three, the second one.
    xy = np.column_stack([[0.0, 50.0, 100.0, 5000.0], np.zeros(4)])
    served = [rows.tolist() for _, rows in best_places(xy, np.full(4, 10.0), 230.0)]
    assert served == [[0, 1, 2], [3]]


def test_nobody_is_served_twice():
    rng = np.random.default_rng(3)
    xy, weight = rng.uniform(0, 3000, (400, 2)), rng.integers(1, 30, 400).astype(float)
    rows = np.concatenate([rows for _, rows in best_places(xy, weight, 250.0)])
    assert len(rows) == len(set(rows.tolist()))


def test_a_gate_names_the_estates_behind_it(settings):
    found = measures(homes(["behind_gate"] * 2, [0, 10], estate="静湖苑"), {}, areas(), settings)
    assert found["estates"].iloc[0] == "静湖苑"


def test_a_kind_of_community_comes_first(settings):
    # 15 households against 10, but 10 × 2 = 20: the second community stands first, and its gain stays 10.
    ledger = pd.concat([homes(["behind_gate"], [0], 15), homes(["behind_gate"], [10], 10, community="C2")], ignore_index=True)
    plain = measures(ledger, {}, areas(), settings)
    assert plain["code"].tolist() == ["C1", "C2"]
    ranked = measures(ledger, {}, areas(), replace(settings, priorities=(("拆迁安置", 2.0),)))
    assert ranked[["code", "factor", "gain"]].to_numpy().tolist() == [["C2", 2.0, 10.0], ["C1", 1.0, 15.0]]


def test_a_category_without_any_data_is_one_measure_of_the_whole(settings):
    found = measures(homes([None, None], [0, 10]).assign(elderly_why="no_facility"), {}, areas(), settings)
    assert found["measure"].tolist() == ["data"]
    assert found["affected"].tolist() == [20]


def test_every_printed_number_is_a_figure(settings):
    ledger = homes(["behind_gate", "ok"], [0, 10])
    figures = measure_figures(measures(ledger, {}, areas(), settings), ledger, settings)
    assert {name: figure.value for name, figure in figures.items()} == {"MEASURES_COUNT": 1, "measure_gain.1": 10, "measure_affected.1": 10}


def test_priorities_are_words_with_factors():
    assert parse_priorities(USUAL) == (("城乡结合部", 1.5), ("拆迁安置", 1.5), ("流动人口聚居", 1.5))
    assert parse_priorities("") == ()


def test_all_faults_of_priorities_are_told_at_once():
    with pytest.raises(InputError, match=r"(?s)“拆迁安置=0” is no kind.*“老城”"):
        parse_priorities("拆迁安置=0; 老城")
