"""The answers of the sample town, worked out by hand: the arithmetic stands beside each line."""

from __future__ import annotations

from typing import NamedTuple, Optional


class Expected(NamedTuple):
    """One answer worked out by hand; None is "no way there"."""

    doorplate_id: str
    category: str
    facility_id: Optional[str]
    metres: Optional[float]
    minutes: Optional[float]
    why: str


# Way into 锦园 to F01: from (600, 0) through the gate for all 150 + 100, leg 10: 260. The residents' gate only lets out.
# Over the bridge to F03: from (400, 300) bridge 100, street 50, leg 10: 160 m, 160 + 60 = 220 s.
EXPECTED = (
    Expected("D01", "elderly", "F01", 620, 620 / 60, "too_far"),  # leg 10 + 350 + 260
    Expected("D01", "park", "F02", 680, 680 / 60, "too_far"),  # 10 + 150 + 300 + 200 + leg 20
    Expected("D01", "primary_school", "F03", 620, 680 / 60, "too_far"),  # 10 + 150 + 300 + 160; 60 s more for the bridge
    Expected("D01", "market", "F04", 130, 130 / 60, "ok"),  # same edge: 10 + 100 + 20
    Expected("D01", "health", "F05", 570, 570 / 60, "ok"),  # 10 + 250 + 300 + 10; F06 is as near, F05 the smaller id
    Expected("D01", "culture", "F05", 570, 570 / 60, "ok"),  # the same complex
    Expected("D01", "secondary_school", None, None, None, "no_facility"),  # not surveyed: not judged
    Expected("D01", "sport", None, None, None, "no_route"),  # F07 could not be snapped
    Expected("D01", "football", None, None, None, "no_facility"),  # surveyed, none: judged, not ok
    Expected("D02", "elderly", "F01", 770, 770 / 60, "too_far"),  # 10 + 500 + 260
    Expected("D02", "market", "F04", 280, 280 / 60, "ok"),  # 10 + 250 + 20
    Expected("D02", "health", "F05", 420, 7, "ok"),  # 10 + 100 + 300 + 10
    Expected("D03", "market", "F04", 280, 280 / 60, "ok"),  # on the spot of D02
    Expected("D03", "health", "F05", 420, 7, "ok"),
    Expected("D04", "elderly", "F01", 930, 16.5, "too_far"),  # 10 + 60 steps + 600 + 260; the steps take 120 s
    Expected("D04", "market", "F04", 440, 500 / 60, "ok"),  # 10 + 60 + 350 + 20; steps 60 s more
    Expected("D04", "health", "F05", 380, 440 / 60, "ok"),  # 10 + 60 + 300 + 10; steps 60 s more
    Expected("D05", "elderly", "F01", 840, 14, "too_far"),  # south gate 100 × 1.3 = 130, stub 50, 400, 260
    Expected("D05", "park", "F02", 600, 10, "too_far"),  # north gate 130 + 50 + 400 + 20
    Expected("D05", "primary_school", "F03", 540, 10, "ok"),  # north gate 130 + 50 + 200 + 160; + 60 s: exactly ten minutes
    Expected("D05", "market", "F04", 350, 350 / 60, "ok"),  # south gate 130 + 50 + 150 + 20
    Expected("D05", "health", "F05", 390, 6.5, "ok"),  # north gate 130 + 50 + 200 + 10
    Expected("D06", "elderly", "F01", 200, 200 / 60, "ok"),  # 40 + 50 + 100 + 10
    Expected("D06", "park", "F02", 260, 260 / 60, "ok"),  # 40 + 200 out through the residents' gate + 20
    Expected("D06", "primary_school", "F03", 600, 11, "too_far"),  # 40 + 200 + 200 + 160; + 60 s
    Expected("D06", "market", "F04", 410, 410 / 60, "ok"),  # 40 + 100 + 250 + 20
    Expected("D06", "health", "F05", 850, 850 / 60, "ok"),  # 40 + 200 + 600 + 10
    Expected("D07", "elderly", "F01", 620, 620 / 60, "behind_gate"),  # 10 + 150 + 200 + 260; gate open 10 + 100 + 10
    Expected("D07", "park", "F02", 380, 380 / 60, "too_far"),  # 10 + 150 + 200 + 20; through 锦园 as long
    Expected("D07", "market", "F04", 630, 10.5, "too_far"),  # 10 + 150 + 450 + 20; through 锦园 as long
    Expected("D07", "health", "F05", 970, 970 / 60, "too_far"),  # 10 + 150 + 800 + 10
    Expected("D08", "elderly", "F01", 950, 950 / 60, "behind_gate"),  # 10 + 180 + 300 + 200 + 260; gate open 10 + 20 + 150 + 100 + 10
    Expected("D08", "park", "F02", 50, 50 / 60, "ok"),  # 10 + 20 + 20
    Expected("D08", "primary_school", "F03", 390, 7.5, "ok"),  # 10 + 220 + 160; + 60 s
    Expected("D08", "market", "F04", 600, 10, "ok"),  # 10 + 220 + 300 + 50 + 20: exactly ten minutes
    Expected("D08", "health", "F05", 640, 640 / 60, "ok"),  # 10 + 620 + 10
    Expected("D09", "elderly", "F01", 840, 14, "too_far"),  # 10 + 70 + 300 + 200 + 260; gate open 340
    Expected("D09", "park", "F02", 300, 5, "ok"),  # 10 + 270 + 20: exactly five minutes
    Expected("D09", "primary_school", "F03", 640, 700 / 60, "too_far"),  # 10 + 470 + 160; + 60 s
    Expected("D09", "market", "F04", 850, 850 / 60, "too_far"),  # 10 + 70 + 300 + 450 + 20
    Expected("D09", "health", "F05", 890, 890 / 60, "ok"),  # 10 + 870 + 10
    Expected("D10", "elderly", "F01", 841, 841 / 60, "too_far"),  # 10 + 71 + 300 + 200 + 260
    Expected("D10", "park", "F02", 301, 301 / 60, "too_far"),  # 10 + 271 + 20: one metre beyond
    Expected("D10", "health", "F05", 891, 14.85, "ok"),  # 10 + 871 + 10
    Expected("D11", "elderly", "F01", 1005, 16.75, "too_far"),  # 5 + 110 + 30 + 100 + 300 + 200 + 260
    Expected("D11", "park", "F02", 465, 7.75, "too_far"),  # 5 + 110 + 30 + 300 + 20
    Expected("D11", "primary_school", "F03", 405, 7.75, "ok"),  # 5 + 110 + 30 + 100 + 160; + 60 s. S14 does not join the bridge
    Expected("D11", "market", "F04", 615, 10.25, "too_far"),  # 5 + 110 + 30 + 100 + 300 + 50 + 20
    Expected("D11", "health", "F05", 455, 455 / 60, "ok"),  # 5 + 110 + 30 + 300 + 10
    Expected("D12", "park", "F02", 611, 671 / 60, "too_far"),  # 91 + 200 + 100 + 200 + 20; + 60 s. S02, 65 m away, lies over water
    Expected("D12", "primary_school", "F03", 351, 5.85, "ok"),  # (84, 35) to the end of S07 is 91; 91 + 250 + 10
    Expected("D12", "health", "F05", 801, 14.35, "ok"),  # 91 + 200 + 100 + 400 + 10; + 60 s
    Expected("D13", "elderly", None, None, None, "too_far"),  # only through the closed gate, and then 750 m
    Expected("D13", "park", None, None, None, "too_far"),  # gate open 510 m, 570 s
    Expected("D13", "primary_school", None, None, None, "behind_gate"),  # gate open 10 + 80 + 150 + 10 = 250 s
    Expected("D13", "market", None, None, None, "too_far"),  # gate open 660 m, 720 s
    Expected("D13", "health", None, None, None, "behind_gate"),  # gate open 700 m, 760 s
    Expected("D14", "park", None, None, None, "no_route"),  # wall without gate
    Expected("D14", "market", None, None, None, "no_route"),
    Expected("D15", "park", None, None, None, "no_route"),  # island
    Expected("D15", "market", None, None, None, "no_route"),
    Expected("D16", "park", None, None, None, "not_snapped"),  # 500 m from the nearest street
    Expected("D16", "sport", None, None, None, "not_snapped"),
    Expected("D16", "football", None, None, None, "no_facility"),  # no_facility is the first of the reasons
)
# Home leg in metres; D05 is 100 m from either gate, times 1.3.
EXPECTED_SNAP_M = {"D01": 10, "D04": 10, "D05": 130, "D06": 40, "D07": 10, "D11": 5, "D12": 91, "D13": 10, "D15": 10}
# Households of 200 that reach the category, as stated gates let them (unknown counts as open).
EXPECTED_OK = {
    "elderly": 30,  # D06
    "park": 50,  # D06 30, D08 10, D09 10
    "primary_school": 50,  # D05 20, D08 10, D11 10, D12 10
    "market": 90,  # D01 10, D02 5, D03 5, D04 10, D05 20, D06 30, D08 10
    "health": 130,  # D01 to D04 30, D05 20, D06 30, D08 to D12 50
    "culture": 130,
    "sport": 0,
    "football": 0,
}
# With unknown gates closed D05 has only its south gate: the school is then 840 m and 900 s away.
EXPECTED_OK_LOW = {**EXPECTED_OK, "primary_school": 30}
# D14 20, D15 10 (no route) and D16 10 (not snapped) may yet turn out to be near.
EXPECTED_OK_HIGH = {category: ok + 40 for category, ok in EXPECTED_OK.items() if category not in ("sport", "football")}
