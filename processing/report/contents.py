"""The chapters of the report in their fixed order, each with the blocks that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...layers.words import Text, text
from . import (
    advice,
    appendix,
    appendix_b,
    area_tables,
    area_values,
    certainty,
    charts,
    communities,
    data_tables,
    estimates,
    groups,
    load,
    maps,
    measures,
    method,
    plots,
    problem_map,
    sentences,
    tables,
    weights,
)
from . import standards as area_standards
from .blocks import Block, Chapter, Drawing, Heading, Landscape, Pair, Point, Points, paragraph, points
from .facts import Facts, limit_words
from .maps import uses_osm
from .places import has_areas

MANY = 10  # categories: the drawing takes a page of its own, what to do stays on the first
BY_LEVEL = (("subdistrict", "4-2"), ("community", "4-3"))


def chapters_of(facts: Facts, *, apart: bool = False) -> list[Chapter]:
    """All chapters in their fixed order; numbering never shifts. The pages of the communities may stand in files apart."""
    made = {
        "1": (text("Summary"), None, summary),
        "2": (text("The area"), None, area),
        "3": (text("Scheme and sources"), None, scheme),
        "4": (text("Coverage of services"), None, coverage),
        "5": (text("Facility standards"), area_standards.left_out(facts), standards),
        "6": (text("Community scale and grid staffing"), communities.left_out(facts), communities.blocks),
        "7": (text("Shortfalls and measures"), measures.left_out(facts), measures.blocks),
        "8": (text("Method of the check"), None, how),
        "9": (text("Data quality"), None, quality),
        "10": (text("Certainty and limits"), None, limits),
        "A": (text("Appendix A: communities"), appendix.left_out(facts), appendix.links if apart else appendix.blocks),
        "B": (text("Appendix B: limits, sources, terms"), None, appendix_b.limits_and_terms),
        "C": (text("Appendix C: parameters and files"), None, appendix_b.inputs),
    }
    return [Chapter(number, title, reason, partial(_present, make, facts)) for number, (title, reason, make) in made.items()]


def appendix_files(facts: Facts) -> dict[str, Chapter]:
    """The pages of the communities as a chapter for each sub-district, by the name of its file."""
    title = text("Appendix A: communities")
    return {
        name: Chapter("A", text("{title}: {name}", title=title, name=place), None, partial(appendix.pages, facts, only=code))
        for code, name, place in appendix.files_of(facts)
    }


def _present(make: object, facts: Facts) -> Iterator[Block]:
    return (block for block in make(facts) if block is not None)


def summary(facts: Facts) -> Iterator[Block | None]:
    """Chapter 1: the conclusion on one page."""
    if estimates.is_estimate(facts):
        yield paragraph(estimates.first_sentence(facts), look="first estimate")
    if not facts.has_targets:
        yield paragraph(sentences.no_targets(), look="first")
    yield paragraph(*sentences.summary(facts), look="lead")
    many = len(facts.lines) > MANY
    if many:
        yield first_steps(facts)
    yield tables.main_results(facts)
    chart = charts.coverage_bars(facts)
    yield Drawing("1-1", text("Coverage by category and target"), "bars.svg.j2", chart, charts.target_words(facts))
    if not many:
        yield first_steps(facts)


def first_steps(facts: Facts) -> Pair:
    """What to do first, and what to keep in mind."""
    found = advice.measures(facts)
    note = text("Of table {number}, most newly covered first; effects are estimates.", number="7-1")
    none = text("Nothing is missed, so nothing is proposed.")
    none = text("Nothing is missed, so nothing is proposed.")
    done = (points(found), paragraph(note, look="note")) if found else (paragraph(none),)
    left = (Heading(text("Measures first")), *done)
    return Pair(left, (Heading(text("To keep in mind")), points(advice.caveats(facts))))


def _no_areas() -> Text:
    return text("The data hold no boundaries of sub-districts, communities or grids; parts by area are left out.")


def area(facts: Facts) -> Iterator[Block | None]:
    """Chapter 2: the area in figures and on a map."""
    if not has_areas(facts):
        yield paragraph(_no_areas())
    yield area_tables.overview(facts)
    yield maps.overview_map(facts)


def scheme(facts: Facts) -> Iterator[Block]:
    """Chapter 3: what is judged by which text."""
    yield paragraph(method.scheme_sentence(facts))
    if not facts.has_targets:
        yield paragraph(sentences.no_targets())
    elif facts.results.settings.profile.target_source == "user":
        yield paragraph(text("The targets are set by this office (mark U); the standard itself states none."))
    else:
        yield paragraph(text("The targets are those of the standard."))
    yield tables.scheme(facts)


def coverage(facts: Facts) -> Iterator[Block | None]:
    """Chapter 4: coverage by category, by area, by group."""
    yield Heading(text("By category"), "4.1")
    yield Points(tuple(_verdict(facts, line) for line in facts.lines), "verdicts")
    yield tables.reasons(facts)
    yield tables.crow_and_network(facts)
    yield Drawing("4-1", text("Why services are missed, by category"), "stacks.svg.j2", charts.reason_stacks(facts))
    walks = plots.walk_distributions(facts)
    if walks is not None:
        yield Drawing("4-2", text("Walks by length"), "distributions.svg.j2", walks, walks.note)
    yield Drawing("4-3", text("How many categories are within reach"), "columns.svg.j2", charts.reached_columns(facts))
    by_group = groups.side_by_side(facts)
    by_load = load.load_table(facts)
    of_groups = () if by_group is None else (Heading(text("By group"), "4.3"), by_group)
    of_groups = of_groups if by_load is None else (*of_groups, Heading(text("Places and load"), "4.4"), by_load)
    by_area = Heading(text("By area"), "4.2")
    if not has_areas(facts):
        yield from (by_area, paragraph(_no_areas()), maps.completeness_map(facts))
        yield Landscape(of_groups) if of_groups else None
        return
    matrices = (area_tables.matrix(facts, level=level, number=number) for level, number in BY_LEVEL)
    yield Landscape((by_area, *(each for each in matrices if each is not None), *of_groups))
    yield maps.rate_maps(facts)
    yield maps.completeness_map(facts)


def _verdict(facts: Facts, line: object) -> Point:
    words = text(": {limit}. {sentence}", limit=limit_words(line.category), sentence=sentences.category_sentence(facts, line))
    return Point(words, line.category.name(facts.language))


def standards(facts: Facts) -> Iterator[Block | None]:
    """Chapter 5: what the communities have against what the profile asks."""
    yield paragraph(area_standards.headline(facts))
    yield area_standards.service_space(facts)
    chart = plots.space_scatter(facts)
    if chart is not None:
        yield Drawing("5-1", text("Households and service space of every community"), "scatter.svg.j2", chart, chart.note)
    tables_ = (area_standards.required_types(facts), area_values.area_values(facts), area_standards.rules(facts))
    yield Landscape(tuple(table for table in tables_ if table is not None))


def how(facts: Facts) -> Iterator[Block]:
    """Chapter 8: the method with this run's values, and one real walk."""
    yield points(method.method(facts))
    agreed = method.agreement(facts)
    if agreed:
        yield paragraph(agreed)
    walk = method.sample_walk(facts)
    if walk:
        yield Drawing("8-1", text("A real walk of this run, piece by piece"), "walk.svg.j2", walk)


def quality(facts: Facts) -> Iterator[Block | None]:
    """Chapter 9: where the data come from and what is wrong with them."""
    yield data_tables.sources(facts)
    yield data_tables.problems(facts) or paragraph(text("The checks found no problems."))
    yield weights.sources(facts)
    yield problem_map.timeliness(facts)
    yield problem_map.problem_map(facts)
    if uses_osm(facts):
        yield paragraph(text("Contains data © OpenStreetMap contributors (ODbL)."))


def limits(facts: Facts) -> Iterator[Block]:
    """Chapter 10: how firm the answers are and what they are not for."""
    yield paragraph(certainty.firmness_sentence(facts))
    if certainty.is_tested(facts):
        yield certainty.sensitivity(facts)
    if certainty.has_budget(facts):
        yield certainty.error_budget(facts)
    yield paragraph(certainty.marks_sentence(facts))
    yield Heading(text("Limits of use"))
    yield points(advice.all_caveats(facts), "bullets")
