"""How firm each answer is: the same questions at a speed 10 % lower and higher, and with half and one and a half times the snap limit.

    firmness = sensitivity(coverage, streets, tables, settings)
    firmness.ok["slower"]["park"]    # the answers of one variant

A doorplate is firmly covered (or not) where all variants say what the run says; else its answer is borderline: worth a visit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .deciding import limit_of, ranks, unit_of, within
from .estates import points_of
from .gates import AS_STATED
from .ground import Ground, Site, Tables, ground, survey
from .searcher import Searcher

if TYPE_CHECKING:
    from .coverage import Coverage
    from .deciding import Reached
    from .results import Settings

SPEED_SHARE, SNAP_SHARE = 0.1, 0.5  # design §13
SLOWER, FASTER, NEARER, FARTHER = VARIANTS = ("slower", "faster", "snap_low", "snap_high")
COVERED, BORDERLINE, NOT_COVERED = "covered", "borderline", "not_covered"


@dataclass(frozen=True)
class Sensitivity:
    """By variant and category, whether each doorplate is within reach."""

    ok: dict[str, dict[str, np.ndarray]]

    def words(self, category: str, found: Reached) -> np.ndarray:
        """covered, borderline or not_covered for each doorplate; None where the category is not judged."""
        answers = np.stack([found.ok, *(by_category[category] for by_category in self.ok.values())])
        word = np.select([answers.all(axis=0), answers.any(axis=0)], [COVERED, BORDERLINE], NOT_COVERED).astype(object)
        word[~found.judged] = None
        return word


def snap_limits(settings: Settings) -> dict[str, float]:
    """The snap limit of each variant that has another one, in metres."""
    return {NEARER: settings.snap_limit_m * (1 - SNAP_SHARE), FARTHER: settings.snap_limit_m * (1 + SNAP_SHARE)}


def speed_factors() -> dict[str, float]:
    """The factor of the walker's speed of each variant that has another one."""
    return {SLOWER: 1 - SPEED_SHARE, FASTER: 1 + SPEED_SHARE}


def sensitivity(
    coverage: Coverage,
    streets: gpd.GeoDataFrame,
    tables: Tables,
    settings: Settings,
    *,
    progress: Progress = SILENT,
) -> Sensitivity:
    """The answers of all variants of a run; coverage is the run itself, the other arguments what it was given."""
    sites = {name: _at_speed(coverage.site, factor) for name, factor in speed_factors().items()}
    limits = snap_limits(settings)
    for at, (name, limit_m) in enumerate(limits.items()):
        part = progress.part(0.5 * at / len(limits), 0.5 * (at + 1) / len(limits))
        snapped = replace(settings, snap_limit_m=limit_m)
        sites[name] = survey(points_of(coverage.doorplates), points_of(coverage.facilities), streets, tables, snapped, progress=part)
    found = {}
    for at, name in enumerate(VARIANTS):
        part = progress.part(0.5 + 0.5 * at / len(VARIANTS), 0.5 + 0.5 * (at + 1) / len(VARIANTS))
        found[name] = _answers(coverage, ground(sites[name], AS_STATED), settings, part)
    return Sensitivity(found)


def _at_speed(site: Site, factor: float) -> Site:
    speed_ms = site.uncut.speed_ms * factor
    return replace(site, uncut=replace(site.uncut, speed_ms=speed_ms), parted=replace(site.parted, speed_ms=speed_ms))


def _answers(coverage: Coverage, stated: Ground, settings: Settings, progress: Progress) -> dict[str, np.ndarray]:
    label = ranks(coverage.facilities["facility_id"].to_numpy(dtype=object))
    searcher = Searcher.on(stated, settings.direction, label)
    found, categories = {}, settings.profile.categories
    for at, category in enumerate(categories):
        progress.at(at / len(categories), text("Testing how firm the answers are: {category}", category=category.id))
        limit = limit_of(category)
        cost = searcher.cost(unit_of(category), coverage.facilities_of[category.id], limit=limit)
        found[category.id] = within(cost, limit)
    return found
