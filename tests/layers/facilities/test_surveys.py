"""What was surveyed completely: the table surveys of a stated list, and what follows from it."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.facilities.surveys import survey, with_earlier, without_survey
from community3d.layers.profiles import profile


def complete(said: str, loaded: tuple[str, ...] = (), rejected: tuple[str, ...] = ()) -> dict[str, str]:
    found = survey(said, loaded, rejected).frame
    return dict(zip(found["category"], found["complete"]))


@pytest.mark.parametrize("said", ["market", "菜市场", "菜場", "Wet market", " market ;"])
def test_ids_and_words_name_a_category(said: str) -> None:
    # Fresh food of the commerce circle counts the type market alone: it is surveyed too.
    assert complete(said) == {"market": "yes", "fresh_food": "yes"}


def test_a_category_stands_for_its_types_and_these_for_other_profiles() -> None:
    # Elderly care of TD/T 1063 counts three types, which GB 50180 judges one by one.
    told = complete("养老，park")
    assert {"day_care_elderly", "nursing_home", "elderly_care_home", "elderly", "park"} == set(told)


def test_one_type_does_not_make_its_category_complete() -> None:
    # Stations are all of health in the complete community of 2020, but TD/T 1063 counts centres too: the id says both.
    assert list(complete("health_station")) == ["health_station"]
    assert set(complete("health_station;health_centre")) == {"health_station", "health_centre", "health"}


def test_a_star_is_everything() -> None:
    told = complete("*")
    assert {line.id for line in profile("tdt1063").categories} <= set(told)


def test_rows_that_were_rejected_keep_a_category_from_being_empty() -> None:
    found = survey("market,park,football", ["park"], ["market"], as_of="2026年3月5日", origin="设施.xlsx")
    assert dict(zip(found.frame["category"], found.frame["complete"])) == {
        "market": "no",
        "park": "yes",
        "football": "yes",
        "fresh_food": "no",
    }
    assert found.lost == ("market", "fresh_food")
    assert found.empty == ("football",)
    assert found.frame.loc[0, ["as_of", "source"]].tolist() == ["2026-03-05", "设施.xlsx"]


def test_a_rejected_row_beside_a_loaded_one_leaves_the_survey() -> None:
    # Facilities present count as they are: one market is loaded, so no false "none found" can follow.
    assert complete("market", ("market",), ("market",))["market"] == "yes"


def test_unknown_words_and_dates_are_refused() -> None:
    with pytest.raises(InputError, match="SURVEYED names unknown categories: 月球"):
        survey("养老,月球", (), ())
    with pytest.raises(InputError, match="SURVEYED_ON “spring” is no date"):
        survey("market", (), (), as_of="spring")


def test_earlier_surveys_of_other_categories_stay() -> None:
    earlier = pd.DataFrame({"category": ["park", "market"], "complete": ["yes", "no"]})
    both = with_earlier(survey("market", (), ()).frame, earlier)
    assert both[["category", "complete"]].to_numpy().tolist() == [["park", "yes"], ["market", "yes"], ["fresh_food", "yes"]]


def test_what_has_neither_facility_nor_survey_is_no_data() -> None:
    stated = survey("park,market", (), ["market"]).frame
    lines = [line.id for line in without_survey(["football,gym"], stated, profile("tdt1063").categories)]
    # Parks were surveyed, a football ground and a gym (sport) stand in the list; the market's rows were rejected.
    assert lines == ["elderly", "primary_school", "market", "health", "secondary_school", "culture"]
