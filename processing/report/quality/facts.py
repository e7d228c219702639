"""An examination with the language it is printed in, and where each finding lies in the words of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
import shapely

from ....layers.addresses.split import without_rooms
from ....layers.privacy import examine as examine_privacy
from ....layers.privacy import without_persons
from ....layers.values import as_text
from ....layers.words import Text, Translator, render, text
from ...engine.areas import points_xy
from ...engine.check import INVENTED
from ...engine.dataquality import Examined
from .rules import Rule, rule_of
from .words import short

NEAR_M = 300.0
NAMED = {"facilities": "facility_id", "estates": "estate_id", "areas": "code", "buildings": "building_id"}
PLACES = ("address", "road", "number", "near")
# Their messages repeat what stands in a cell: anything may stand there, a name too.
VALUES_HIDDEN = ("unknown_value", "not_a_number", "below_zero", "empty", "unreadable_date", "misfit_row")


@dataclass(frozen=True)
class QualityFacts:
    """What the page and the check list print."""

    examined: Examined
    language: str
    translate: Translator
    title: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    sample: bool = False

    def say(self, words: Text | str) -> str:
        """Words in the language of the report."""
        return render(words, self.translate)

    @property
    def heading(self) -> str:
        """The title as it is printed."""
        return short(self.title)

    @cached_property
    def places(self) -> pd.DataFrame:
        """For each problem the address it has or is near to, with road and number to walk by; empty text where there is none."""
        return places_of(self.examined)

    @cached_property
    def rules(self) -> list[Rule]:
        """The rule of each problem."""
        pairs = zip(self.examined.problems["table"], self.examined.problems["rule"])
        known = {pair: rule_of(*pair) for pair in set(pairs)}
        return [known[pair] for pair in zip(self.examined.problems["table"], self.examined.problems["rule"])]

    def message(self, row: int) -> str:
        """What a problem says, without what stood in a cell."""
        problem = self.examined.problems.iloc[row]
        if problem["rule"] in VALUES_HIDDEN:
            return self.say(text("Row {row}.", row=short(problem["row"]))) if problem["row"] else ""
        return short(problem["message"])


def places_of(examined: Examined) -> pd.DataFrame:
    """PLACES of every problem: a doorplate's own, else the name of the thing and the nearest doorplate within 300 m."""
    problems = examined.problems
    doors = _doors(examined)
    result = pd.DataFrame("", index=problems.index, columns=list(PLACES), dtype=object)
    if doors is not None:
        at = _door_of(problems, doors)
        for column in ("address", "road", "number"):
            result[column] = np.append(doors[column].to_numpy(object), "")[at]
        near = (at >= 0) & ~((problems["table"] == "doorplates") & problems["row"].isin(doors.index)).to_numpy()
        result["near"] = np.where(near, result["address"], "")
        result.loc[near, "address"] = ""
    names = _names(examined)
    own = pd.Series([names.get(pair, "") for pair in zip(problems["table"], problems["row"])], index=problems.index, dtype=object)
    result["address"] = result["address"].where(own == "", own)
    return result.apply(lambda column: column.map(short))


def _doors(examined: Examined) -> pd.DataFrame | None:
    """Address, road, number and place of each doorplate by its id, rooms and personal numbers taken out."""
    doorplates = examined.given.tables.get("doorplates")
    if doorplates is None or doorplates.empty:
        return None
    words = {name: as_text(doorplates[name]) for name in ("address", "road", "number")}
    words["address"] = without_rooms(words["address"])
    frame = pd.DataFrame(words).fillna("").set_index(doorplates["doorplate_id"].to_numpy(object))
    frame["address"] = frame["address"].where(frame["address"] != "", frame["road"] + frame["number"])
    found = examine_privacy(frame, ours=list(frame.columns))
    for name, rows in found.traces.items():
        frame[name] = without_persons(frame[name], rows, found.left[name]).fillna("")
    frame["x"], frame["y"] = points_xy(doorplates).T
    return frame[~frame.index.duplicated()]


def _door_of(problems: pd.DataFrame, doors: pd.DataFrame) -> np.ndarray:
    """The doorplate of each problem: the one it names, else the nearest within NEAR_M; -1 for none."""
    position = pd.Series(np.arange(len(doors)), index=doors.index)
    own = problems["row"].where(problems["table"] == "doorplates").map(position).fillna(-1).astype(int).to_numpy(copy=True)
    xy = points_xy(problems)
    asked = np.flatnonzero((own < 0) & np.isfinite(xy).all(axis=1))
    known = np.flatnonzero(np.isfinite(doors[["x", "y"]].to_numpy(float)).all(axis=1) & (doors["address"] != "").to_numpy())
    if len(asked) and len(known):
        places, points = shapely.points(doors[["x", "y"]].to_numpy(float)[known]), shapely.points(xy[asked])
        nearest = shapely.STRtree(places).nearest(points)
        own[asked] = np.where(shapely.distance(places[nearest], points) <= NEAR_M, known[nearest], -1)
    return own


def _names(examined: Examined) -> dict[tuple[str, str], str]:
    """The names of facilities, estates, areas and buildings by table and id."""
    found = {}
    for table, key in NAMED.items():
        frame = examined.given.tables.get(table)
        if frame is not None and len(frame):
            known = frame[frame["name"].notna()]
            found.update({(table, row): words for row, words in zip(known[key], known["name"])})
    return found


def is_invented(examined: Examined) -> bool:
    """Whether the doorplates are those of the sample district."""
    doorplates = examined.given.tables.get("doorplates")
    return doorplates is not None and len(doorplates) > 0 and bool((doorplates["source"] == INVENTED).all())
