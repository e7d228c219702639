"""The chapter on certainty."""

from __future__ import annotations

from dataclasses import replace

from community3d.layers.words import english, render
from community3d.processing.engine.results import Figure
from community3d.processing.report.certainty import firmness_sentence, marks_sentence, sensitivity
from community3d.processing.report.facts import facts_of

from .fixture import district


def facts_with(**rates: float):
    """The invented district, tested, with the same rates in every variant but those given as category_variant."""
    results = district()
    figures = dict(results.figures)
    figures["BORDERLINE"] = Figure("BORDERLINE", 0.125, "share")
    for category in results.settings.profile.categories:
        rate = figures[f"rate.{category.id}"].value
        figures[f"borderline.{category.id}"] = Figure(f"borderline.{category.id}", 0.05, "share")
        for variant in ("slower", "faster", "snap_low", "snap_high"):
            name = f"rate_{variant}.{category.id}"
            figures[name] = Figure(name, rates.get(f"{category.id}_{variant}", rate), "share")
    return facts_of(replace(results, figures=figures), language="en", translate=english)


def conclusion(facts, category: str) -> str:
    lines = [line.category.id for line in facts.judged]
    return render(sensitivity(facts).rows[lines.index(category)].cells[-1].words, english)


def test_a_rate_that_crosses_its_target_in_a_variant_is_borderline():
    # The target of parks is 80 %.
    rate = district().figures["rate.park"].value
    assert conclusion(facts_with(), "park") == "Clear conclusion"
    assert conclusion(facts_with(park_slower=0.79 if rate >= 0.8 else 0.81), "park") == "Borderline conclusion"


def test_the_share_of_borderline_weight_stands_in_the_sentence():
    assert "For 12.5% of the total weight" in render(firmness_sentence(facts_with()), english)


def test_a_run_without_the_test_says_so():
    facts = facts_of(district(), language="en", translate=english)
    assert "was not tested" in render(firmness_sentence(facts), english)


def test_confirmed_limits_are_said_to_be():
    facts = facts_of(district(), language="en", translate=english)
    assert "confirmed in a public text" in render(marks_sentence(facts), english)


def test_a_run_with_heights_says_how_slopes_count():
    from community3d.processing.report.method import method

    results = district()
    figures = {**results.figures, "DEM_COVER": Figure("DEM_COVER", 0.97, "share")}
    facts = facts_of(replace(results, figures=figures), language="en", translate=english)
    said = " ".join(render(point, english) for point in method(facts))
    assert "slopes by Tobler's ratio" in said
    assert "97.0% of the street length" in said
    assert "Heights of the ground are not used" not in said
