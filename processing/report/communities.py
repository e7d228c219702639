"""Chapter 6: how large the communities are and what posts their grids have, tables 6-1 and 6-2."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...layers.schema import PARTITION
from ...layers.words import Text, text
from ..engine.communityscale import DISPERSED, KEEP, MERGE, OVERLOADED, SPLIT, USUAL
from ..engine.verdicts import NO_DATA
from .area_tables import level_word
from .blocks import Block, Drawing, Heading, paragraph
from .facts import Facts
from .numbers import MISSING, NOT_APPLICABLE, Number, decimal
from .strips import household_strips
from .tables import Cell, Column, Row, Table, row

POST_LEVELS = ("community", "subdistrict", "district")


def left_out(facts: Facts) -> Text | None:
    """Why the chapter has nothing to say; None where it has."""
    found = facts.results.communities
    if found is None or (found.scale is None and found.staffing is None):
        return text("The data hold no boundaries of communities and no grids; the chapter is left out.")
    return None


def blocks(facts: Facts) -> Iterator[Block | None]:
    """Chapter 6: the communities' scale, then the posts of the grids."""
    yield Heading(text("Community scale"), "6.1")
    if facts.results.communities.scale is None:
        yield paragraph(text("The data hold no boundaries of communities: nothing is said of their scale."))
    else:
        yield paragraph(scale_sentence(facts))
        yield scale_table(facts)
    yield Heading(text("Grid staffing"), "6.2")
    if facts.results.communities.staffing is None:
        yield paragraph(text("The data hold no grids: nothing is said of posts."))
        return
    yield paragraph(posts_sentence(facts))
    yield posts_table(facts)
    chart = household_strips(facts)
    if chart is not None:
        yield Drawing("6-1", text("Households of each grid"), "strips.svg.j2", chart, chart.note)


def scale_sentence(facts: Facts) -> Text:
    """How many communities are candidates for what."""
    return text(
        "Of {count} communities {split} are split candidates, {merge} merge candidates and {keep} are to be kept; of {unknown} the data "
        "do not tell. Candidates are for discussion, never decisions.",
        count=decimal(len(facts.results.communities.scale.communities)),
        split=facts.number("SPLIT"),
        merge=facts.number("MERGE"),
        keep=facts.number("KEEP"),
        unknown=facts.number("SCALE_NO_DATA"),
    )


def scale_word(verdict: str) -> Text:
    """What the screening of a community found, in one word."""
    words = {SPLIT: text("Split candidate"), MERGE: text("Merge candidate"), KEEP: text("Keep as it is"), NO_DATA: text("Not enough data")}
    return words[verdict]


def scale_table(facts: Facts) -> Table:
    """Table 6-1: every community by its households, the largest first."""
    found = facts.results.communities.scale.communities
    ranked = found.sort_values(["households", "code"], ascending=[False, True], na_position="last", kind="stable")
    columns = (
        Column(level_word("community"), "name"),
        Column(text("Households")),
        Column(text("Estates (number)")),
        Column(text("Dispersion (m)")),
        Column(text("Screening"), "word"),
        Column(text("Neighbour to merge with"), "name"),
        Column(text("Households after merging")),
    )
    total = (Number(decimal(float(found[name].sum(min_count=1)))) for name in ("households", "estates"))
    last = row(text("Total"), *total, *[NOT_APPLICABLE] * 4, total=True)
    rows = tuple(_scale_row(facts, one) for one in pd.DataFrame(ranked).to_dict("records"))
    return Table("6-1", text("Scale of the communities"), columns, (*rows, last), scale_notes(facts))


def _scale_row(facts: Facts, one: dict) -> Row:
    key = place_key(one)
    joined = one["verdict"] == MERGE
    neighbour = one["merge_with_name"] or one["merge_with"] or MISSING
    return row(
        Cell(name_of_area(one), css="name"),
        facts.number(f"scale_households@{key}"),
        facts.number(f"scale_estates@{key}"),
        facts.number(f"scale_dispersion_m@{key}"),
        screening(one),
        Cell(neighbour if joined else NOT_APPLICABLE, css="name"),
        facts.number(f"scale_merged_households@{key}") if joined else NOT_APPLICABLE,
    )


def screening(one: dict) -> Text:
    """The result for one community, with what is met besides its size."""
    met = str(one["criteria"] or "").split(", ")
    word = scale_word(one["verdict"])
    if one["verdict"] != SPLIT or not {DISPERSED, OVERLOADED} & set(met):
        return word
    if DISPERSED in met and OVERLOADED in met:
        return text("{word} (dispersed, overloaded)", word=word)
    return text("{word} (dispersed)", word=word) if DISPERSED in met else text("{word} (overloaded)", word=word)


def place_key(one: dict) -> str:
    """What follows the @ in the ids of an area's figures."""
    partition = one.get("partition")
    return f"{partition if isinstance(partition, str) and partition else 'admin'}/{one['level']}/{one['code']}"


def name_of_area(one: dict) -> str:
    """The area's name, its code where it has none."""
    return str(one["name"] if isinstance(one.get("name"), str) and one["name"] else one["code"])


def scale_notes(facts: Facts) -> tuple[Text, ...]:
    """The thresholds with their mark, and what was not known."""
    thresholds = text(
        "Sorted by households. Split candidate: more than {split} households; merge candidate: fewer than {merge} (practice of Wuzhong, "
        "mark S). Dispersed: estates {dispersed} m and more from the community's centre on average; overloaded: more than {load} "
        "households per worker post.",
        split=decimal(USUAL.split_above),
        merge=decimal(USUAL.merge_below),
        dispersed=decimal(USUAL.dispersed_above_m),
        load=decimal(USUAL.load_above),
    )
    return (thresholds, *facts.results.communities.scale.notes)


def states_posts(facts: Facts) -> bool:
    """Whether any area states its posts."""
    posts = facts.results.communities.posts
    grids = facts.results.communities.staffing.areas
    return bool(posts[["leaders", "workers"]].notna().any(axis=None) or grids[["leaders", "workers"]].notna().any(axis=None))


def posts_sentence(facts: Facts) -> Text:
    """How many posts there are for how many grids, and how many are vacant."""
    grids = facts.number("GRIDS_COUNT")
    if not states_posts(facts):
        return text("There are {grids} grids. The data state no posts of leaders or workers: nothing is said of vacancies.", grids=grids)
    return text(
        "{leaders} leader posts and {workers} worker posts are stated for {grids} grids; {leader_vacancies} leader posts and "
        "{worker_vacancies} worker posts are vacant (at least one of each per grid).",
        leaders=facts.number("LEADERS"),
        workers=facts.number("WORKERS"),
        grids=grids,
        leader_vacancies=facts.number("LEADER_VACANCIES"),
        worker_vacancies=facts.number("WORKER_VACANCIES"),
    )


def posts_table(facts: Facts) -> Table | None:
    """Table 6-2: the posts of every community (of the lowest level that states them), most vacancies first."""
    posts = facts.results.communities.posts
    stated = posts[posts[["leaders", "workers"]].notna().any(axis=1)]
    level = next((level for level in POST_LEVELS if (stated["level"] == level).any()), None)
    if level is None:
        return None
    of_level = _of_one_partition(posts[posts["level"] == level])
    ranked = of_level.sort_values(["vacancies", "code"], ascending=[False, True], na_position="last", kind="stable")
    heads = (
        text("Grids (number)"), text("Leader posts"), text("Worker posts"), text("Workers per grid"), text("Workers per 10 000 residents"),
        text("Households per worker"), text("Vacant posts"), text("Spread of households (%)"),
    )  # fmt: skip
    columns = (Column(level_word(level), "name"), *(Column(head) for head in heads))
    rows = tuple(_posts_row(facts, one) for one in ranked.to_dict("records"))
    return Table("6-2", text("Posts of the grids"), columns, (*rows, _posts_total(facts)), posts_notes(facts), css="tight")


POST_FIGURES = ("leaders", "workers", "workers_per_grid", "workers_per_10k", "households_per_worker", "vacancies")
WHOLE_FIGURES = ("LEADERS", "WORKERS", "WORKERS_PER_GRID", "WORKERS_PER_10K", "HOUSEHOLDS_PER_WORKER", "VACANCIES")


def _posts_row(facts: Facts, one: dict) -> Row:
    key = place_key(one)
    numbers = (facts.number(f"posts_{name}@{key}") for name in POST_FIGURES)
    spread = facts.number(f"posts_spread@{key}")
    return row(
        Cell(name_of_area(one), css="name"), facts.number(f"posts_grids@{key}"), *numbers, Number(spread.shown.rstrip("%"), spread.figure)
    )


def _posts_total(facts: Facts) -> Row:
    return row(text("Total"), facts.number("GRIDS_COUNT"), *(facts.number(name) for name in WHOLE_FIGURES), NOT_APPLICABLE, total=True)


def _of_one_partition(posts: pd.DataFrame) -> pd.DataFrame:
    """The rows of the administrative partition where it has any: grids of a second level are not listed beside communities."""
    admin = posts["partition"].fillna(PARTITION) == PARTITION if "partition" in posts.columns else pd.Series(True, index=posts.index)
    return posts[admin] if admin.any() else posts


def posts_notes(facts: Facts) -> tuple[Text, ...]:
    """What counts as vacant, what spread means, what was not known."""
    words = text(
        "Sorted by vacant posts. Posts, never persons. Vacant: fewer than one leader and one worker per grid. Spread: standard deviation "
        "of the households of the grids ÷ their mean."
    )
    return (words, *facts.results.communities.staffing.notes)
