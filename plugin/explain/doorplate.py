"""What the ledger says of one doorplate, as plain values; the walks that explain it come later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Optional

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

from ...i18n import legend_language
from ...processing.compat import is_null
from ...processing.dressing import category_names, told_names
from ...processing.standardwords import limits

OK, TOO_FAR, BEHIND_GATE, NO_ROUTE, NO_FACILITY, NOT_SNAPPED = "ok", "too_far", "behind_gate", "no_route", "no_facility", "not_snapped"
ENOUGH_M = 0.01  # the drawn walk equals the ledger's to a centimetre


@dataclass(frozen=True)
class Walk:
    """A walk that the algorithm nearestroutes has drawn, its columns and its line."""

    metres: float
    minutes: float
    limit: float
    unit: str
    facility: str
    gates: tuple[str, ...]
    slowed_by: str
    access_m: float
    line: QgsGeometry
    back: QgsGeometry | None = None  # the way back of a round trip

    def share_within(self) -> float:
        """The part of the walk that lies within the limit, 0 to 1."""
        value = self.minutes if self.unit == "min" else self.metres
        return 1.0 if value <= self.limit else self.limit / value


@dataclass(frozen=True)
class Answer:
    """One category of one doorplate, as the ledger decided it."""

    category: str
    name: str
    why: str
    ok: Optional[bool]
    facility_id: str
    metres: Optional[float]
    minutes: Optional[float]
    limit: Optional[float] = None
    unit: str = "min"
    walk: Optional[Walk] = None  # the one that is possible
    opened: Optional[Walk] = None  # the one if every gate were open
    agrees: bool = True  # whether the walk has the ledger's metres

    def with_walk(self, walk: Walk | None) -> Answer:
        """The same with its walk, checked against the ledger's metres."""
        if walk is None:
            return replace(self, walk=None, agrees=self.metres is None)
        agrees = self.metres is not None and abs(walk.metres - self.metres) <= ENOUGH_M
        return replace(self, walk=walk, agrees=agrees, limit=walk.limit, unit=walk.unit)


@dataclass(frozen=True)
class Doorplate:
    """One row of a ledger."""

    id: str
    address: str
    estate: str
    place: QgsPointXY
    households: Optional[float]
    reached: int
    judged: int
    completeness: Optional[float]
    snap_m: Optional[float]
    profile: str
    walker: str
    codes: dict[str, str]
    answers: tuple[Answer, ...] = field(default=())

    @property
    def agrees(self) -> bool:
        """Whether every walk has the ledger's metres."""
        return all(answer.agrees for answer in self.answers)


def doorplate_of(row: QgsFeature, layer: QgsVectorLayer) -> Doorplate:
    """The row as plain values; place in the CRS of the layer."""
    names = {field.name() for field in layer.fields()}

    def value(name: str) -> object:
        found = row[name] if name in names else None
        return None if is_null(found) else found

    known = {**told_names({field.name(): field.alias() for field in layer.fields()}), **category_names(legend_language())}
    profile = str(value("profile") or "")
    asked = limits(profile)
    categories = [name[: -len("_why")] for name in (each.name() for each in layer.fields()) if name.endswith("_why")]
    answers = []
    for category in categories:
        limit, unit = asked.get(category, (None, "min"))
        ok = value(f"{category}_ok")
        answers.append(
            Answer(
                category,
                known.get(category, category),
                str(value(f"{category}_why") or ""),
                None if ok is None else bool(ok),
                str(value(f"{category}_id") or ""),
                value(f"{category}_m"),
                value(f"{category}_min"),
                limit,
                unit,
            )
        )
    levels = ("community", "grid")
    return Doorplate(
        id=str(value("doorplate_id")),
        address=str(value("address") or value("doorplate_id")),
        estate=str(value("estate") or ""),
        place=row.geometry().asPoint(),
        households=value("households"),
        reached=int(value("reached") or 0),
        judged=int(value("judged") or 0),
        completeness=value("completeness"),
        snap_m=value("snap_m"),
        profile=profile,
        walker=str(value("walker") or ""),
        codes={level: str(value(f"{level}_code") or "") for level in levels},
        answers=tuple(answers),
    )
