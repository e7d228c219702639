"""Workspace tables at the QGIS face: what stands in for missing columns, acceptance, layers to open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...i18n import tr
from ...layers.progress import Progress
from ...layers.schema import TABLES
from ...layers.words import text
from . import parameters
from .loading import Layer

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

GEOPACKAGE_FILTER = "GeoPackage (*.gpkg)"
OPTIONAL_TABLES = ("areas", "gates", "walls", "estates", "land", "surveys")
WALKING = ("walker", "snap_limit_m", "node_tolerance_m", "direction", "persons_per_household")
# From the bottom of the layer tree to its top.
DRAWING_ORDER = ("land", "buildings", "estates", "streets", "walls", "gates", "areas", "doorplates", "facilities")


@dataclass(frozen=True)
class Taken:
    """Accepted tables by name, what was found wrong, and what was left out."""

    frames: dict[str, gpd.GeoDataFrame]
    problems: pd.DataFrame
    left_out: int = 0
    dropped: tuple[str, ...] = field(default=())

    def __getitem__(self, table: str) -> gpd.GeoDataFrame:
        return self.frames[table]

    def figures(self) -> dict[str, Any]:
        """What a result says about rows and columns that were not used."""
        return {"LEFT_OUT": self.left_out, "COLUMNS_DROPPED": ", ".join(self.dropped)}


def optional_layers() -> Iterator[parameters.Parameter]:
    """The layers that a walking algorithm can do without."""
    yield parameters.areas(optional=True)
    yield parameters.gates()
    yield parameters.walls()
    yield parameters.estates()
    yield parameters.land()
    yield parameters.surveys()


def advanced_values() -> Iterator[parameters.Parameter]:
    """What few users change."""
    yield parameters.profile_file()
    yield parameters.node_tolerance()
    yield parameters.direction()
    yield parameters.persons_per_household()
    yield parameters.id_field()
    yield parameters.weight_field()
    yield parameters.services()


def optional_frames(arguments: Mapping[str, Any]) -> dict[str, gpd.GeoDataFrame]:
    """The optional tables that were given."""
    return {name: arguments[name] for name in OPTIONAL_TABLES if arguments.get(name) is not None}


def walking(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that say who walks and how."""
    return {name: arguments[name] for name in WALKING if name in arguments}


def with_key(frame: gpd.GeoDataFrame, table: str, column: str = "") -> gpd.GeoDataFrame:
    """The frame with the key of its table: a column that stands for it, else its own, else the row number."""
    key = TABLES[table].key
    if column:
        return frame.assign(**{key: required(frame, column, "ID_FIELD").astype(str)})
    if key in frame.columns:
        return frame
    return frame.assign(**{key: [str(row) for row in range(1, len(frame) + 1)]})


def with_weight(frame: gpd.GeoDataFrame, weight: str, column: str) -> gpd.GeoDataFrame:
    """The doorplates with a column that stands for the weight."""
    if not column:
        return frame
    values = required(frame, column, "WEIGHT_FIELD")
    return frame.assign(**{"residents" if weight == "residents" else "households": values})


def with_services(frame: gpd.GeoDataFrame, services: str) -> gpd.GeoDataFrame:
    """The facilities with their services, those of all where the layer has no such column."""
    return frame.assign(services=services) if services and "services" not in frame.columns else frame


def required(frame: gpd.GeoDataFrame, column: str, parameter: str) -> pd.Series:
    """A column that a parameter names; raises InputError with the columns there are."""
    from ...layers.errors import InputError

    if column not in frame.columns:
        known = ", ".join(name for name in frame.columns if name != frame.geometry.name)
        raise InputError(text("{parameter} names the column “{column}”, which the layer lacks. It has: {known}.", parameter=parameter, column=column, known=known))
    return frame[column]


def table_title(table: str) -> str:
    """A table's name in QGIS's language."""
    return {
        "areas": tr("Areas"),
        "doorplates": tr("Doorplates"),
        "facilities": tr("Facilities"),
        "streets": tr("Walking network"),
        "gates": tr("Estate gates"),
        "walls": tr("Walls"),
        "estates": tr("Estates"),
        "land": tr("Land use"),
        "buildings": tr("Buildings"),
    }[table]


def workspace_layers(path: Path, tables: Mapping[str, pd.DataFrame]) -> tuple[Layer, ...]:
    """The layers of a workspace that are opened after it was made."""
    present = (table for table in DRAWING_ORDER if len(tables.get(table, ())))
    return tuple(Layer(f"{path}|layername={table}", table_title(table), table) for table in present)
