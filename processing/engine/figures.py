"""The one table of figures that report, workbook, scene, result database and JSON read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Union

import numpy as np
import pandas as pd

from ...layers.profiles import METRES, Category
from .ledger import BEHIND_GATE, NO_ROUTE, NOT_SNAPPED, REASONS
from .results import Figure, Figures, Settings
from .rollup import ALL, NOT_USABLE, WHOLE, Quality, reasons, weight_word, weights
from .sensitivity import BORDERLINE, Sensitivity
from .straight import Squares

if TYPE_CHECKING:
    from .coverage import Coverage

Value = Union[float, int, str, None]
SHARES = ("rate", "rate_low", "rate_high")
COUNTS = ("total", *REASONS)
# Figures of single areas; the others are found in the summary.
OF_AREAS = ("rate", "total", "ok")
BINS = 4096
FIGURE_COLUMNS = ("figure", "value", "text", "unit")


def coverage_figures(
    ledger: pd.DataFrame,
    summary: pd.DataFrame,
    totals: pd.DataFrame,
    settings: Settings,
    *,
    reason: np.ndarray | None = None,
    of_areas: bool = True,
) -> Figures:
    """The figures of a coverage run: the whole, each category and, unless they are not asked for, each area.

    reason is the ledger's where it is known already.
    """
    reason = reasons(ledger, settings) if reason is None else reason
    of_whole = _of({**_whole(ledger, reason, totals, settings), **_categories(summary), **_medians(ledger, settings)})
    return {**of_whole, **_areas(summary, totals)} if of_areas else of_whole


def _of(found: dict[str, tuple[Value, str]]) -> Figures:
    return {name: Figure(name, plain(value), unit) for name, (value, unit) in found.items()}


def plain(value: object) -> Value:
    """A value that JSON knows: whole numbers as integers stay, "not known" is None."""
    if isinstance(value, (np.integer, np.floating, np.bool_)):
        value = value.item()
    if value is None or (isinstance(value, float) and not np.isfinite(value)):
        return None
    return value if isinstance(value, (int, float, str)) else str(value)


def _count(value: float) -> Union[int, float]:
    # Households are whole numbers; estimated residents are not, and stay unrounded.
    return int(value) if float(value).is_integer() else float(value)


def _whole(ledger: pd.DataFrame, reason: np.ndarray, totals: pd.DataFrame, settings: Settings) -> dict[str, tuple[Value, str]]:
    word, weight = weight_word(ledger, settings), weights(ledger, settings)
    whole = totals.iloc[0]
    having = {name: weight[_any_is(reason, REASONS.index(name))].sum() for name in (NOT_SNAPPED, NO_ROUTE, BEHIND_GATE)}
    return {
        "METHOD": (settings.method, ""),
        "DOORPLATES_COUNT": (len(ledger), "doorplates"),
        "HOUSEHOLDS": (_count(ledger["households"].sum()), "households"),
        "RESIDENTS": (_count(ledger["residents"].sum()), "residents"),
        "WEIGHT_TOTAL": (_count(weight.sum()), word),
        "COVERED_ALL": (_count(whole["covered_all"]), word),
        "RATE_ALL": (whole["covered_all"] / whole["total"] if whole["total"] > 0 else None, "share"),
        "COMPLETENESS": (whole["completeness"], "share"),
        **{name.upper(): (_count(value), word) for name, value in having.items()},
    }


def _categories(summary: pd.DataFrame) -> dict[str, tuple[Value, str]]:
    found: dict[str, tuple[Value, str]] = {}
    for row in summary[summary["level"] == ALL].to_dict("records"):
        category, word = row["category"], row["weight"]
        found.update({f"{name}.{category}": (row[name], "share") for name in (*SHARES, "target")})
        found.update({f"{name}.{category}": (_count(row[name]), word) for name in COUNTS})
        found[f"verdict.{category}"] = (row["verdict"], "")
    return found


def _medians(ledger: pd.DataFrame, settings: Settings) -> dict[str, tuple[Value, str]]:
    weight = weights(ledger, settings)
    return {
        f"median_m.{c.id}": (weighted_median(ledger[f"{c.id}_m"].to_numpy(dtype=float), weight), "m") for c in settings.profile.categories
    }


def weighted_median(values: np.ndarray, weight: np.ndarray) -> float:
    """The smallest value that at least half the weight does not exceed; NaN values are left out, NaN where nothing is left."""
    known = np.isfinite(values) & (weight > 0)
    values, weight = values[known], weight[known]
    if not len(values):
        return float("nan")
    # Sorted into bins first: only the values of one bin need their exact order.
    low, width = values.min(), max(np.ptp(values), 1e-9)
    bins = np.minimum(((values - low) / width * BINS).astype(np.int64), BINS - 1)
    below = np.concatenate([[0.0], np.cumsum(np.bincount(bins, weights=weight, minlength=BINS))])
    half = below[-1] / 2
    middle = int(np.searchsorted(below[1:], half))
    inside = np.flatnonzero(bins == middle)
    order = inside[np.argsort(values[inside], kind="stable")]
    at = np.searchsorted(below[middle] + np.cumsum(weight[order]), half)
    return float(values[order][min(at, len(order) - 1)])


def _any_is(reason: np.ndarray, code: int) -> np.ndarray:
    found = np.zeros(len(reason), dtype=bool)
    # Category by category: rows are too short for an any() of their own.
    for of_category in reason.T:
        found |= of_category == code
    return found


def _areas(summary: pd.DataFrame, totals: pd.DataFrame) -> Figures:
    rows, of_totals = summary[summary["code"].notna()], totals[totals["code"].notna()]
    at, words = "." + rows["category"] + _places(rows), rows["weight"].tolist()
    found: Figures = {}
    for name in OF_AREAS:
        keys, shares = (name + at).tolist(), ["share"] * len(words)
        found.update(_figures(keys, _shares(rows[name]) if name == "rate" else _counts(rows[name]), shares if name == "rate" else words))
    places = _places(of_totals)
    found.update(_figures(("completeness" + places).tolist(), _shares(of_totals["completeness"]), ["share"] * len(places)))
    found.update(_figures(("covered_all" + places).tolist(), _counts(of_totals["covered_all"]), of_totals["weight"].tolist()))
    return found


def _figures(names: list[str], values: list[Value], units: list[str]) -> Iterator[tuple[str, Figure]]:
    return zip(names, map(Figure, names, values, units))


def _shares(values: pd.Series) -> list[Value]:
    return [value if isfinite(value) else None for value in values.tolist()]


def _counts(values: pd.Series) -> list[Value]:
    numbers = values.to_numpy(dtype=float)
    # Households are whole numbers; estimated residents are not, and stay unrounded.
    if np.isfinite(numbers).all() and (numbers == np.floor(numbers)).all():
        return numbers.astype(np.int64).tolist()
    return [plain(_count(value)) for value in numbers.tolist()]


def _places(rows: pd.DataFrame) -> pd.Series:
    return "@" + rows["partition"] + "/" + rows["level"] + "/" + rows["code"]


def radius_m(category: Category, settings: Settings) -> float:
    """The circle that stands for a category's limit: its text's own, its metres, or its minutes at the walker's speed; no detour."""
    if category.circle_m is not None:
        return category.circle_m
    return category.limit if category.unit == METRES else category.limit * 60 * settings.walker.speed_ms


def crow_figures(ledger: pd.DataFrame, doorplates_xy: np.ndarray, facilities_xy: dict[str, np.ndarray], settings: Settings) -> Figures:
    """crow_rate.<c>: the share of the weight inside the circles around a category's facilities, None where it has none."""
    weight, tree, doorplates = weights(ledger, settings), {}, Squares.of(doorplates_xy)
    for category in settings.profile.categories:
        points = facilities_xy.get(category.id, np.empty((0, 2)))
        if len(points) and weight.sum() > 0:
            inside = doorplates.inside_circles(points, radius_m(category, settings))
            tree[f"crow_rate.{category.id}"] = (weight[inside].sum() / weight.sum(), "share")
        else:
            tree[f"crow_rate.{category.id}"] = (None, "share")
    return _of(tree)


def weight_figures(ledger: pd.DataFrame) -> Figures:
    """households_from.<source> and residents_from.<source>: the sums of the doorplates that know them from each source."""
    found: dict[str, tuple[Value, str]] = {}
    for name in ("households", "residents"):
        codes, sources = pd.factorize(ledger[f"{name}_source"], sort=True)
        sums = np.bincount(codes, ledger[name].to_numpy(dtype=float), len(sources))
        found.update({f"{name}_from.{source}": (_count(amount), name) for source, amount in zip(sources, sums)})
    return _of(found)


def sealed_figures(ledger: pd.DataFrame, sealed: np.ndarray) -> Figures:
    """How many households walls close in without a gate."""
    return _of({"SEALED_HOUSEHOLDS": (_count(ledger["households"].to_numpy()[sealed].sum()), "households")})


def connection_figures(facilities_not_connected: int) -> Figures:
    """How many facilities of the profile's categories have no way onto the walking network."""
    return _of({"FACILITIES_NOT_CONNECTED": (facilities_not_connected, "count")})


def count_figures(tables: Mapping[str, pd.DataFrame], facilities_by_category: Mapping[str, int], *, problems: int) -> Figures:
    """How many areas of each level, facilities of each category, buildings and gates went in, and how many problems were found."""
    areas = tables.get("areas")
    levels = {} if areas is None else areas["level"].value_counts().sort_index().to_dict()
    counts = {f"areas.{level}": number for level, number in levels.items()}
    counts.update({name: len(tables[name]) if name in tables else 0 for name in ("facilities", "buildings", "gates")})
    counts.update({f"facilities.{category}": number for category, number in facilities_by_category.items()})
    counts["PROBLEMS_COUNT"] = problems
    return _of({name: (int(number), "count") for name, number in counts.items()})


def agreement_figures(agreement: float | None, exceptions: int) -> Figures:
    """How far isochrones and ledger say the same; none of both where nothing was compared."""
    if agreement is None and not exceptions:
        return {}
    return _of({"ISO_AGREEMENT": (agreement, "share"), "ISO_EXCEPTIONS": (exceptions, "count")})


def firmness_figures(firmness: Sensitivity, coverage: Coverage, ledger: pd.DataFrame, settings: Settings) -> Figures:
    """BORDERLINE, borderline.<c>: the share of the weight whose answer flips in a variant; rate_<variant>.<c>: the rate in each.

    BORDERLINE counts the doorplates with at least one such category. Categories that are not judged have None.
    """
    weight = weights(ledger, settings)
    total = weight.sum()
    found: dict[str, tuple[Value, str]] = {}
    anywhere = np.zeros(len(weight), dtype=bool)
    for category, answers in coverage.found.items():
        borderline = firmness.words(category, answers) == BORDERLINE
        anywhere |= borderline
        known = bool(answers.judged.any()) and total > 0
        found[f"borderline.{category}"] = (weight[borderline].sum() / total if known else None, "share")
        for variant, by_category in firmness.ok.items():
            found[f"rate_{variant}.{category}"] = (weight[by_category[category]].sum() / total if known else None, "share")
    found["BORDERLINE"] = (weight[anywhere].sum() / total if total > 0 else None, "share")
    return _of(found)


def land_figures(shares: dict[str, float]) -> Figures:
    """land_rate.<c>: the share of the land inside the isochrone of each category."""
    return _of({f"land_rate.{category}": (share, "share") for category, share in shares.items()})


def group_figures(groups: pd.DataFrame) -> Figures:
    """group_rate.<kind>.<group>.<c>: the share of each group within reach of each category."""
    heads = groups["kind"] + "." + groups["group"].fillna("") + "." + groups["category"]
    return _of({f"group_rate.{head}": (rate, "share") for head, rate in zip(heads, groups["rate"])})


def height_figures(dem_cover: float | None) -> Figures:
    """DEM_COVER: the share of the street length with known heights; none without an elevation model."""
    return {} if dem_cover is None else _of({"DEM_COVER": (dem_cover, "share")})


def quality_figures(quality: Quality) -> Figures:
    """NETWORK_QUALITY: how good the network of the whole run is; AREAS_NOT_USABLE: of how many areas it is not usable."""
    if not quality:
        return {}
    poor = sum(word == NOT_USABLE for place, word in quality.items() if place != WHOLE)
    return _of({"NETWORK_QUALITY": (quality[WHOLE], ""), "AREAS_NOT_USABLE": (poor, "count")})


def _groups(figures: Figures) -> dict[str, dict[str, Value]]:
    """The figures of the whole that are told by category: values by kind and category."""
    groups: dict[str, dict[str, Value]] = {}
    for key, figure in figures.items():
        if "@" not in key and "." in key:
            kind, _, category = key.partition(".")
            groups.setdefault(kind, {})[category] = figure.value
    return groups


def outputs(figures: Figures) -> dict[str, Union[Value, dict[str, Value]]]:
    """What an algorithm returns: the key figures, and one dictionary by category of each kind of share and of the verdicts."""
    headline = {name: figure.value for name, figure in figures.items() if name.isupper()}
    kinds = {
        "RATES": "rate",
        "RATE": "rate",
        "LAND_RATE": "land_rate",
        "CROW_RATE": "crow_rate",
        "VERDICTS": "verdict",
        "BORDERLINE_RATES": "borderline",
        "HOUSEHOLDS_FROM": "households_from",
        "RESIDENTS_FROM": "residents_from",
    }
    groups = _groups(figures)
    return {**headline, **{key: groups[name] for key, name in kinds.items() if name in groups}}


def figures_frame(figures: Figures) -> pd.DataFrame:
    """The figures as a table: figure, value (numbers), text (words), unit."""
    values = [figure.value for figure in figures.values()]
    numbers = [value if isinstance(value, (int, float)) else np.nan for value in values]
    words = [value if isinstance(value, str) else None for value in values]
    units = [figure.unit for figure in figures.values()]
    frame = pd.DataFrame({"figure": list(figures), "value": np.array(numbers, dtype=float), "text": words, "unit": units})
    return frame.astype({"figure": object, "text": object, "unit": object})[list(FIGURE_COLUMNS)]
