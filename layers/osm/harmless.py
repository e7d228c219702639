"""What mappers wrote of persons, cut out of the tables of an OSM file: a telephone in a name, a room in an address."""

from __future__ import annotations

from typing import Union

import geopandas as gpd
import pandas as pd

from .. import schema
from ..addresses.rooms import behind_the_door
from ..addresses.split import without_rooms
from ..door import IDENTIFIERS
from ..persons import NAME, PLACE
from ..privacy import NAMED, cut_words
from ..words import Text, text

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]


def without_persons(tables: dict[str, Frame]) -> tuple[dict[str, Frame], list[Text]]:
    """The tables without what tells of a person, and how many values were cut."""
    cleaned, notes = {}, []
    for table, frame in tables.items():
        cut = {}
        for column in (column.name for column in schema.TABLES[table].columns if column.kind == schema.TEXT and not column.values):
            if column not in frame.columns or column in (schema.TABLES[table].key, *IDENTIFIERS):
                continue
            words = [word for word in pd.unique(frame[column].dropna()) if isinstance(word, str)]
            left = cut_words(words, NAME if column in NAMED else PLACE)
            if left:
                rows = frame[column].isin(left)
                cut[column] = frame[column].map(lambda word, left=left: left.get(word, word), na_action="ignore").astype(object)
                notes.append(
                    text("Personal data was cut out of {count} values of {name}.", count=int(rows.sum()), name=f"{table}.{column}")
                )
        cleaned[table] = frame.assign(**cut) if cut else frame
    if len(tables.get("doorplates", ())):
        cleaned["doorplates"] = _as_doors(cleaned["doorplates"])
    return cleaned, notes


def _as_doors(doorplates: Frame) -> Frame:
    finer = behind_the_door(doorplates["address"])
    if not finer.any():
        return doorplates
    address = doorplates["address"].copy()
    address[finer] = without_rooms(address[finer])
    return doorplates.assign(address=address.where(address != "", None))
