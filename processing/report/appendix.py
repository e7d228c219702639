"""Appendix A: one page for every community, its figures, its grids, its map, what to do."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from ..engine.rollup import weights
from ..engine.verdicts import FAIL, NO_DATA, NOT_JUDGED, PASS
from .appendix_tables import coverage_table, grid_table
from .area_tables import share_of_all
from .blocks import Block, CommunityPage, Files, paragraph, points
from .communities import screening
from .community_map import Ground, community_map, ground_of
from .facts import CategoryLine, Facts, line_of_row, weight_word
from .measures import grid_names, measure_sentence
from .numbers import MISSING, Number, decimal
from .places import Place, places_of
from .sentences import verdict_word
from .suppression import hidden, is_hidden

MOST_MEASURES = 5
UNSAFE = re.compile(r"[^0-9A-Za-z-]+")


@dataclass(frozen=True)
class Shelf:
    """What the pages of all communities are taken from, sorted once."""

    facts: Facts
    rows: Mapping[str, np.ndarray]  # of the ledger, by community
    weight: np.ndarray
    columns: Mapping[str, np.ndarray]  # of the ledger
    grids: Mapping[str, Place]
    grid_names: Mapping[str, str]
    summary: Mapping[str, pd.DataFrame]  # by community
    areas: Mapping[str, dict]  # rows of the areas, by code
    scale: Mapping[str, dict]
    posts: Mapping[str, dict]
    space: Mapping[str, dict]
    measures: Mapping[str, pd.DataFrame]
    ground: Ground


def left_out(facts: Facts) -> Text | None:
    """Why there are no pages; None where there are."""
    if places_of(facts, "community"):
        return None
    return text("The data hold no boundaries of communities: there are no pages by community.")


def blocks(facts: Facts) -> Iterator[Block]:
    """Appendix A: what its pages are called, then the pages."""
    yield paragraph(text("One page for every community, numbered in the order of their codes as on the maps."))
    yield points(
        (text("A-{number} {name}", number=f"{place.number:03d}", name=place.name) for place in places_of(facts, "community")), "index"
    )
    yield from pages(facts)


def links(facts: Facts) -> Iterator[Block]:
    """Appendix A where its pages stand in files of their own."""
    words = text("One page for every community, in a file for each sub-district beside this one.")
    yield Files(words, tuple((place, name) for _, name, place in files_of(facts)))


def files_of(facts: Facts) -> list[tuple[str, str, str]]:
    """Code of the sub-district, name of its file, name of the sub-district; "" holds communities without one."""
    areas = _records(pd.DataFrame(facts.results.areas_out.drop(columns=facts.results.areas_out.geometry.name)))
    found = sorted({_parent(areas, place.code) for place in places_of(facts, "community")})
    names = {code: areas.get(code, {}).get("name") for code in found}
    shown = {code: str(name) if isinstance(name, str) and name else code for code, name in names.items()}
    return [(code, f"report_appendix_A_{UNSAFE.sub('_', code) or 'other'}.html", shown[code] or facts.results.title) for code in found]


def pages(facts: Facts, *, only: str | None = None) -> Iterator[CommunityPage]:
    """The pages in the order of the codes; only those of one sub-district where its code is given."""
    shelf = shelf_of(facts)
    for place in places_of(facts, "community"):
        if only is None or parent_of(shelf, place) == only:
            yield _page(shelf, place)


def shelf_of(facts: Facts) -> Shelf:
    """Everything by community, once for all pages."""
    results = facts.results
    codes = results.ledger["community_code"]
    rows = pd.Series(np.arange(len(codes))).groupby(codes.to_numpy(object)).indices
    of_communities = results.summary[(results.summary["level"] == "community") & results.summary["code"].notna()]
    found = results.communities
    return Shelf(
        facts,
        rows,
        weights(results.ledger, results.settings),
        {name: results.ledger[name].to_numpy() for name in ("residents", "households", "grid_code", "reached")},
        {grid.code: grid for grid in places_of(facts, "grid")},
        grid_names(facts),
        dict(tuple(of_communities.groupby("code", sort=False))),
        _records(pd.DataFrame(results.areas_out.drop(columns=results.areas_out.geometry.name))),
        _records(None if found is None or found.scale is None else pd.DataFrame(found.scale.communities)),
        _records(None if found is None or found.posts is None else found.posts),
        _records(None if results.standards is None else pd.DataFrame(results.standards.areas)),
        {} if results.measures is None else dict(tuple(results.measures.groupby("code", sort=False))),
        ground_of(facts),
    )


def _records(frame: pd.DataFrame | None) -> dict[str, dict]:
    return {} if frame is None else {str(one["code"]): one for one in frame.to_dict("records")}


def parent_of(shelf: Shelf, place: Place) -> str:
    """The code of the sub-district; empty where none is stated."""
    return _parent(shelf.areas, place.code)


def _parent(areas: Mapping[str, dict], code: str) -> str:
    parent = areas.get(code, {}).get("parent_code")
    return parent if isinstance(parent, str) else ""


def _page(shelf: Shelf, place: Place) -> CommunityPage:
    facts, rows = shelf.facts, shelf.rows.get(place.code, np.zeros(0, dtype=int))
    lines = lines_of(facts, shelf.summary[place.code])
    number = f"A-{place.number:03d}"
    grids = grid_table(facts, place, shelf.columns["grid_code"][rows], shelf.grids, lines, number)
    return CommunityPage(
        number=number,
        name=place.name,
        head=tuple(_head(shelf, place, rows)),
        conclusion=tuple(_conclusion(facts, lines)),
        coverage=coverage_table(facts, place, lines, number),
        sums=tuple(_sums(shelf, place, rows, lines)),
        grids=grids,
        grids_note=None if grids is not None else text("Its grids stand in the workbook, sheet of the grids."),
        figures=tuple(_three_figures(shelf, place)),
        measures=tuple(_measures(shelf, place)),
        notes=tuple(_notes(facts)),
        map=community_map(shelf.ground, place, rows, number),
    )


def lines_of(facts: Facts, rows: pd.DataFrame) -> tuple[CategoryLine, ...]:
    """The figures of every category in one community, in profile order."""
    by_category = {one["category"]: one for one in rows.to_dict("records")}
    return tuple(line_of_row(line, by_category[line.category.id], people=facts.people) for line in facts.lines)


def _head(shelf: Shelf, place: Place, rows: np.ndarray) -> Iterator[Text | str]:
    area = shelf.areas.get(place.code, {})
    parent = shelf.areas.get(parent_of(shelf, place), {}).get("name")
    yield text("code {code}", code=place.code)
    yield from (name for name in (parent, area.get("kind")) if isinstance(name, str) and name)
    columns = shelf.columns
    people = float(columns["residents"][rows].sum())
    yield text(
        "{grids} grids, {doorplates} doorplates, {households} households, {residents} residents",
        grids=decimal(float(pd.Series(columns["grid_code"][rows]).nunique())),
        doorplates=decimal(len(rows)),
        households=decimal(float(columns["households"][rows].sum())),
        residents="<5" if is_hidden(people) else decimal(people),
    )


def _conclusion(facts: Facts, lines: tuple[CategoryLine, ...]) -> Iterator[Text]:
    if not facts.has_targets:
        yield text("The standard states no targets: figures only.")
        lowest = sorted((line for line in lines if line.has_rate), key=lambda line: line.rate)[:3]
        if lowest:
            yield text("Lowest: {names}.", names=facts.names(lowest))
        return
    count = {word: sum(line.verdict == word for line in lines) for word in (PASS, FAIL, NO_DATA, NOT_JUDGED)}
    yield text(
        "Of {count} services {passed} pass, {failed} fail, {open} lack the data.",
        count=len(lines),
        passed=count[PASS],
        failed=count[FAIL],
        open=count[NO_DATA],
    )
    failing = [line for line in lines if line.verdict == FAIL]
    if failing:
        yield text("Failing: {names}.", names=facts.names(failing))
    unsure = [line for line in lines if line.verdict == NO_DATA]
    if unsure:
        yield text("Not enough data: {names}.", names=facts.names(unsure))


def _sums(shelf: Shelf, place: Place, rows: np.ndarray, lines: tuple[CategoryLine, ...]) -> Iterator[Text]:
    facts = shelf.facts
    judged = [line for line in lines if line.has_rate]
    if not judged:
        yield text("Nothing is judged here.")
        return
    values = {"count": len(judged), "share": _share(facts, place), "completeness": facts.number(f"completeness@{place.key}")}
    yield text(
        "All {count} services are within reach for {amount} ({share}); completeness of services is {completeness}.",
        amount=facts.amount(f"covered_all@{place.key}"),
        **values,
    )
    reached = shelf.columns["reached"][rows].astype(int)
    sums = np.bincount(reached, weights=shelf.weight[rows], minlength=len(judged) + 1)[::-1]
    small = hidden(sums) if facts.people else np.zeros(len(sums), dtype=bool)
    numbers = [k for k in range(len(sums)) if sums[k] > 0]
    yield text(
        "Reaching {reached} services: {amounts} {weight}.",
        reached="/".join(str(len(sums) - 1 - k) for k in numbers),
        amounts=" / ".join("<5" if small[k] else decimal(float(sums[k])) for k in numbers),
        weight=weight_word(facts.weight),
    )


def _share(facts: Facts, place: Place) -> Number | str:
    return share_of_all(facts, place) if place.total else MISSING


def _three_figures(shelf: Shelf, place: Place) -> Iterator[Text]:
    """Service space, scale, staffing: each in one sentence, where the run has it."""
    space, scale, posts = (found.get(place.code) for found in (shelf.space, shelf.scale, shelf.posts))
    if space is not None and not math.isnan(space["required_m2"]):
        yield _space_sentence(shelf.facts, place.key, space["verdict"])
    if scale is not None:
        households = shelf.facts.number(f"scale_households@{place.key}")
        yield text("Scale: {households} households, {screening}.", households=households, screening=screening(scale))
    if posts is not None and not (math.isnan(posts["leaders"]) and math.isnan(posts["workers"])):
        yield _posts_sentence(shelf.facts, place.key)


def _space_sentence(facts: Facts, key: str, verdict: str) -> Text:
    return text(
        "Service space: required {required} m², present {present} m², {per} m² per 100 households, short of {shortfall} m²: {verdict}.",
        required=facts.number(f"required_m2@{key}"),
        present=facts.number(f"service_m2@{key}"),
        per=facts.number(f"m2_per_100hh@{key}"),
        shortfall=facts.number(f"shortfall_m2@{key}"),
        verdict=verdict_word(verdict),
    )


def _posts_sentence(facts: Facts, key: str) -> Text:
    return text(
        "Grid staffing: {leaders} leader posts and {workers} worker posts for {grids} grids, {per_grid} workers per grid, {per_10k} per "
        "10 000 residents, {load} households per worker, {vacant} vacant; spread of households {spread}.",
        leaders=facts.number(f"posts_leaders@{key}"),
        workers=facts.number(f"posts_workers@{key}"),
        grids=facts.number(f"posts_grids@{key}"),
        per_grid=facts.number(f"posts_workers_per_grid@{key}"),
        per_10k=facts.number(f"posts_workers_per_10k@{key}"),
        load=facts.number(f"posts_households_per_worker@{key}"),
        vacant=facts.number(f"posts_vacancies@{key}"),
        spread=facts.number(f"posts_spread@{key}"),
    )


def _measures(shelf: Shelf, place: Place) -> Iterator[Text]:
    found = shelf.measures.get(place.code)
    if found is None:
        return
    # The district's order holds inside a community too; verifying the data stands last, it is certain to help.
    for one in found.head(MOST_MEASURES).to_dict("records"):
        yield measure_sentence(shelf.facts, one, shelf.grid_names)


def _notes(facts: Facts) -> Iterator[Text]:
    if facts.unstated:
        yield text("No data on {names}.", names=facts.names(facts.unstated))
    yield text("Numbers of measures and their effect: table {number}.", number="7-1")
