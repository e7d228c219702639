"""Why not: every reason of the design, in every conflict of their order, in a town that fits on paper.

One street runs from west to east along y = 0. The estate 园 has a path to it through one shut gate; the estate 苑 has a
path inside and no gate; one street lies on its own in the north. Walks are in metres, the snap limit is 200 m.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.ledger import REASONS

from .towns import boxes, category, lines, points, rings, settings

STREETS = (
    ("A", [(-600, 0), (50, 0), (300, 0), (600, 0)]),
    ("B", [(50, 100), (50, 0)]),  # through the gate of 园 at (50, 20)
    ("C", [(250, 100), (250, 60)]),  # inside 苑
    ("D", [(-600, 2000), (-500, 2000)]),
)
HOMES = {"out": (50, -10), "west": (-590, -10), "in": (60, 80), "sealed": (260, 80), "far": (50, -900), "isle": (-550, 2010)}
FACILITIES = (
    ("S", "shop", (550, -10)),
    ("K", "school,clinic,doctor", (40, 80)),  # in 园
    ("T", "school", (-550, -10)),
    ("V", "vault", (240, 80)),  # in 苑
    ("I", "pier", (-510, 2010)),
    ("L", "lost", (0, -3000)),  # far from any street
)
LIMITS = {"shop": 600, "school": 150, "clinic": 50, "doctor": 150, "vault": 150, "pier": 150, "lost": 9000, "none": 9000}
NAN = float("nan")
# home: what the ledger says of each category, with the metres of the walk that is really possible.
EXPECTED = {
    # 10 + 500 + 10; school K is 100 m away behind the gate, T is 620 m away; clinic and doctor only behind the gate.
    "out": {"shop": ("ok", 520), "school": ("behind_gate", 620), "clinic": ("too_far", NAN), "doctor": ("behind_gate", NAN)},
    # Nothing shuts the street: 1160 m are too far with their metres; the clinic's only way is shut and too long.
    "west": {"shop": ("too_far", 1160), "school": ("ok", 60), "clinic": ("too_far", NAN), "doctor": ("too_far", NAN)},
    # The shop is 10 + 80 + 500 + 10 = 600 m away when the gate opens: the limit itself is reached.
    "in": {"shop": ("behind_gate", NAN), "school": ("ok", 20), "clinic": ("ok", 20), "doctor": ("ok", 20)},
    # Sealed comes before everything behind the gates of others.
    "sealed": {"shop": ("no_route", NAN), "school": ("no_route", NAN), "doctor": ("no_route", NAN), "vault": ("ok", 20)},
    "isle": {"shop": ("no_route", NAN), "doctor": ("no_route", NAN), "vault": ("no_route", NAN), "pier": ("ok", 60)},
    # Not connected comes before everything but a category without facilities.
    "far": {name: ("not_snapped", NAN) for name in LIMITS if name != "none"},
}
# No way leads to a sealed facility, to one on an island and to one that is connected to nothing.
for _home in ("out", "west", "in"):
    EXPECTED[_home].update(dict.fromkeys(("vault", "pier", "lost"), ("no_route", NAN)))
EXPECTED["sealed"].update(dict.fromkeys(("clinic", "pier", "lost"), ("no_route", NAN)))
EXPECTED["isle"].update(dict.fromkeys(("school", "clinic", "lost"), ("no_route", NAN)))
for _home in HOMES:
    EXPECTED[_home]["none"] = ("no_facility", NAN)


def town(surveys: pd.DataFrame | None = None, **changes: object):
    given = {
        "gates": points(("G", "园", "closed", (50, 20)), names=("gate_id", "estate", "open")),
        "walls": rings(("W1", "园", (0, 20, 100, 120)), ("W2", "苑", (200, 20, 300, 120))),
        "estates": boxes(
            ("E1", "园", "yes", (0, 20, 100, 120)), ("E2", "苑", "yes", (200, 20, 300, 120)), names=("estate_id", "name", "gated")
        ),
        **changes,
    }
    return coverage(
        points(*HOMES.items(), names=("doorplate_id",)),
        points(*FACILITIES, names=("facility_id", "services")),
        lines(*STREETS),
        **given,
        surveys=surveys,
        settings=settings(*(category(name, limit=limit, unit="m") for name, limit in LIMITS.items())),
    )


@pytest.fixture(scope="module")
def found():
    return town()


CASES = [(home, name) for home in HOMES for name in LIMITS]


@pytest.mark.parametrize(("home", "name"), CASES, ids=["-".join(case) for case in CASES])
def test_the_reason_and_the_walk_are_those_worked_out_on_paper(found, home, name):
    row, reached = list(HOMES).index(home), found.found[name]
    why, metres = EXPECTED[home][name]
    assert REASONS[reached.why[row]] == why
    assert reached.metres[row] == pytest.approx(metres, nan_ok=True)
    # At 1 m/s a walk of m metres takes m / 60 minutes; where there is none there is no facility named either.
    assert reached.minutes[row] == pytest.approx(metres / 60, nan_ok=True)
    assert (reached.facility_id[row] is None) == np.isnan(metres)


def test_every_reason_occurs():
    assert {why for row in EXPECTED.values() for why, _ in row.values()} == set(REASONS)


def test_not_surveyed_is_not_judged_and_surveyed_without_a_facility_is(found):
    assert not found.found["none"].judged.any()
    surveys = pd.DataFrame({"category": ["none"], "complete": ["yes"]})
    again = town(surveys).found["none"]
    assert again.judged.all()
    assert not again.ok.any()
    assert {REASONS[code] for code in again.why} == {"no_facility"}


def test_facilities_count_whether_surveyed_or_not(found):
    assert found.found["shop"].judged.all()
    assert found.found["lost"].judged.all()


def test_only_the_home_without_any_gate_is_sealed(found):
    assert [home for home, sealed in zip(HOMES, found.sealed) if sealed] == ["sealed"]


def test_the_possible_walk_behind_a_shut_gate_keeps_its_own_facility(found):
    assert found.found["school"].facility_id[list(HOMES).index("out")] == "T"


def test_an_unknown_gate_is_open_as_stated_and_takes_certainty_away():
    gates = points(("G", "园", "unknown", (50, 20)), names=("gate_id", "estate", "open"))
    found = town(gates=gates)
    row = list(HOMES).index("in")
    assert REASONS[found.found["shop"].why[row]] == "ok"
    assert not found.certain[row, list(LIMITS).index("shop")]


def alone(home: tuple, shop: tuple, streets: tuple, gates: tuple = (), limit: float = 100):
    """One home and one shop; the estate 园 without paths where a gate is given."""
    box = (0, 20, 100, 120)
    result = coverage(
        points(("H", home), names=("doorplate_id",)),
        points(("F", "shop", shop), names=("facility_id", "services")),
        lines(*streets),
        gates=points(*gates, names=("gate_id", "estate", "open")) if gates else None,
        walls=rings(("W", "园", box)),
        estates=boxes(("E1", "园", "yes", box), names=("estate_id", "name", "gated")),
        settings=settings(category("shop", limit=limit, unit="m")),
    ).found["shop"]
    return REASONS[result.why[0]], result.metres[0]


def test_who_walks_inside_the_estate_is_connected_though_its_gate_is_far_from_any_street():
    # Gate at (50, 20), the only street 580 m south of it; 40 m between home and shop are 52 m on foot.
    far = (("A", [(-600, -560), (600, -560)]),)
    gate = (("G", "园", "all", (50, 20)),)
    assert alone((50, 60), (50, 100), far, gate) == ("ok", pytest.approx(52))
    assert alone((50, 60), (50, 100), far, gate, limit=40) == ("too_far", pytest.approx(52))
    assert alone((50, 60), (0, -560), far, gate) == ("not_snapped", pytest.approx(NAN, nan_ok=True))


def test_a_gate_hidden_behind_its_own_wall_seals_the_estate():
    near = (("A", [(-600, 0), (600, 0)]),)
    assert alone((50, 60), (100, 0), near, (("G", "园", "all", (50, 40)),))[0] == "no_route"
