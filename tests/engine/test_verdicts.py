from __future__ import annotations

import numpy as np
import pytest
from community3d.processing.engine.verdicts import meets, unproven, verdicts, withheld


def verdict(low: float, high: float, *, target: float | None = 0.9, compare: str = ">=", doorplates: int = 10, total: float = 100) -> str:
    return verdicts(
        np.array([low]), np.array([high]), target=target, compare=compare, doorplates=np.array([doorplates]), total=np.array([total])
    )[0]


def test_the_certain_share_above_the_target_passes():
    # 望湖社区, market: 1 811 of 1 846 households are 98.1 %.
    assert verdict(1811 / 1846, 1831 / 1846) == "pass"


def test_the_possible_share_below_the_target_fails():
    # 望湖社区, elderly: 702 + 20 of 1 846 households are 39.1 %.
    assert verdict(702 / 1846, 722 / 1846) == "fail"


def test_a_target_between_both_shares_is_open():
    # 望湖社区, primary school: 1 655 to 1 675 of 1 846 are 89.7 % to 90.7 %.
    assert verdict(1655 / 1846, 1675 / 1846) == "no_data"


def test_a_target_met_exactly_passes():
    assert verdict(27 / 30, 27 / 30) == "pass"


def test_a_target_met_exactly_fails_where_more_is_asked():
    assert verdict(27 / 30, 27 / 30, compare=">") == "fail"


def test_89_96_percent_misses_90():
    assert verdict(0.8996, 0.8996) == "fail"


@pytest.mark.parametrize(("doorplates", "total"), [(4, 100), (10, 0)])
def test_four_doorplates_or_no_weight_carry_no_verdict(doorplates, total):
    assert verdict(1.0, 1.0, doorplates=doorplates, total=total) == "no_data"


def test_a_category_that_was_not_surveyed_carries_no_verdict():
    assert verdict(np.nan, np.nan) == "no_data"


def test_without_a_target_nothing_is_judged():
    assert verdict(np.nan, np.nan, target=None) == "not_judged"


def test_rounding_of_a_quotient_does_not_miss_an_equal_target():
    # 0.1 + 0.2 is 0.30000000000000004 and 1 - 0.7 is 0.30000000000000004, 0.3 neither.
    assert meets(1 - 0.7, 0.3)
    assert not meets(0.1 + 0.2, 0.3, compare=">")


def test_a_poor_network_proves_no_fail_and_takes_no_pass_back():
    found = np.array(["pass", "fail", "fail", "not_judged", "no_data"], dtype=object)
    poor = np.array([True, True, False, True, True])
    assert unproven(found, poor).tolist() == ["pass", "no_data", "fail", "not_judged", "no_data"]


def test_an_estimate_concludes_nothing():
    found = np.array(["pass", "fail", "not_judged", "no_data"], dtype=object)
    assert withheld(found).tolist() == ["no_data", "no_data", "not_judged", "no_data"]
