"""CAD drawings: the layers of a table by their names, outlines from closed lines, storeys and names from the texts in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import schema
from ..errors import InputError
from ..hanzi import simplified
from ..progress import SILENT, Progress
from ..words import Text, text
from ..yaml_text import read_yaml
from .aliases import plain_name
from .byte_columns import BYTES, decoded_table, sample_of
from .encoding import AUTO, encoding_of
from .floors import floors_of
from .layer import configured, read_gdal_layer
from .table import Misfit, Table

DRAWINGS = Path(__file__).parent / "drawings.yaml"
LAYER, TEXTS, HANDLE, KINDS, PAPER = "Layer", "Text", "EntityHandle", "SubClasses", "PaperSpace"
HATCH = "AcDbHatch"
BY_CODE = re.compile(r"\\U\+([0-9A-Fa-f]{4})")
CLOSED_WITHIN_M = 0.05
_LINE, _MULTILINE, _POLYGON = 1, 5, 3


@dataclass(frozen=True)
class _Chosen:
    """The entities of the layers that hold a table, the values that their layers tell, and the other layers by name."""

    rows: np.ndarray
    told: pd.DataFrame
    others: Counter


def read_drawing(source: str, path: Path, *, encoding: str = AUTO, progress: Progress = SILENT) -> Table:
    """All entities of a DXF drawing, texts in the encoding that reads best, whatever code page the drawing states."""
    with configured("DXF_ENCODING", BYTES):
        frame = read_gdal_layer(source, path, progress=progress)
    read = decoded_table(frame, encoding_of(sample_of(frame), stated=encoding), [], cut_names=False)
    texts = {name: read.frame[name].str.replace(BY_CODE, _letter, regex=True) for name in (LAYER, TEXTS) if name in read.frame}
    return replace(read, frame=read.frame.assign(**texts)) if is_drawing(read) else read


def _letter(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if code < 0x20 or 0xD800 <= code <= 0xDFFF else chr(code)


def is_drawing(read: Table) -> bool:
    """Whether a table holds the entities of a drawing, as GDAL gives them."""
    return isinstance(read.frame, gpd.GeoDataFrame) and {LAYER, TEXTS, HANDLE, KINDS} <= set(read.frame.columns)


@cache
def shipped_drawings() -> dict:
    """Layers of drawings by table, as shipped."""
    return read_yaml(DRAWINGS.read_text(encoding="utf-8"))


def drawn(table: str, read: Table, *, own: dict | None = None) -> Table:
    """The rows of a table that a drawing holds: entities of the layers that are named for it.

    Closed lines become polygons where the table has polygons; those that are not closed are set apart. The texts that
    lie in an outline become its storeys or its name, those in none are counted. Raises InputError with the layers of
    the drawing where none is known for the table.
    """
    frame = read.frame
    rules = [*(own or {}).get(table, ()), *shipped_drawings().get(table, ())]
    chosen = _chosen(table, frame, rules)
    kept = _kept(frame, chosen.rows)
    things = frame[kept].reset_index(drop=True).join(chosen.told[kept].reset_index(drop=True))
    lines = read.lines[kept]
    if schema.TABLES[table].geometry != schema.POLYGON:
        return replace(read, frame=_bare(things), lines=lines, notes=(*read.notes, *_notes(chosen, kept, 0)))
    shapes, open_rows = outlines(things.geometry.to_numpy())
    closed = things.set_geometry(gpd.GeoSeries(shapes, crs=things.crs))[~open_rows].reset_index(drop=True)
    closed.attrs.update(frame.attrs)
    words = frame[chosen.rows & _is_text(frame)]
    with_texts, homeless = _with_texts(table, closed, words)
    reason = text("The outline is not closed.")
    apart = tuple(Misfit(int(line), reason) for line in lines[open_rows])
    notes = (*read.notes, *_notes(chosen, kept, homeless))
    return replace(read, frame=_bare(with_texts), lines=lines[~open_rows], misfits=(*read.misfits, *apart), notes=notes)


def _is_text(frame: gpd.GeoDataFrame) -> np.ndarray:
    return (frame[TEXTS].notna() & (shapely.get_type_id(frame.geometry.to_numpy()) == 0)).to_numpy()


def _kept(frame: gpd.GeoDataFrame, rows: np.ndarray) -> np.ndarray:
    """Entities of the model that are neither texts nor hatches: those fill an outline that is drawn too."""
    paper = pd.to_numeric(frame[PAPER], errors="coerce").fillna(0).to_numpy() > 0 if PAPER in frame else np.zeros(len(frame), bool)
    hatch = frame[KINDS].fillna("").str.contains(HATCH, regex=False).to_numpy(bool)
    return rows & ~_is_text(frame) & ~hatch & ~paper


def _chosen(table: str, frame: gpd.GeoDataFrame, rules: list[dict]) -> _Chosen:
    known = {name: _rule(name, rules) for name in pd.unique(frame[LAYER].dropna())}
    layers = {name: rule for name, rule in known.items() if rule is not None}
    if not layers and len(known) == 1:
        # A drawing of one layer, or a filter that left one: that is what the user means.
        layers = {name: {} for name in known}
    if not layers:
        counts = ", ".join(f"{name} ({count})" for name, count in Counter(frame[LAYER].dropna()).most_common())
        raise InputError(
            text(
                "No layer of the drawing is known to hold {table}. It has: {layers}. Name one in WORDS: drawings: {example}.",
                table=table,
                layers=counts,
                example=f"{{{table}: [{{layers: [{next(iter(known), 'JMD')}]}}]}}",
            )
        )
    told = frame[LAYER].map(lambda name: layers.get(name, {}).get("set", {}), na_action="ignore")
    values = pd.DataFrame([each if isinstance(each, dict) else {} for each in told], index=frame.index)
    others = Counter(frame[LAYER][~frame[LAYER].isin(layers)].dropna())
    return _Chosen(frame[LAYER].isin(layers).to_numpy(), values, others)


def _rule(name: str, rules: list[dict]) -> dict | None:
    plain = plain_name(name)
    for rule in rules:
        patterns = ["*".join(map(plain_name, str(pattern).split("*"))) for pattern in rule["layers"]]
        if any(fnmatchcase(plain, simplified(pattern)) for pattern in patterns):
            return rule
    return None


def outlines(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Closed lines as polygons, other geometries as they are; and which lines are not closed.

    A gap of five centimetres between the ends is one of drawing.
    """
    types = shapely.get_type_id(shapes)
    lines = np.isin(types, (_LINE, _MULTILINE))
    single = np.where(types == _MULTILINE, shapely.line_merge(shapes), shapes)
    ends = shapely.distance(shapely.get_point(single, 0), shapely.get_point(single, -1))
    long_enough = shapely.get_num_points(shapely.remove_repeated_points(single)) >= 4
    three = shapely.get_num_points(shapely.remove_repeated_points(single)) == 3
    closed = lines & (shapely.get_type_id(single) == _LINE) & (ends <= CLOSED_WITHIN_M) & (long_enough | (three & (ends > 0)))
    made = shapes.copy()
    # Rings have different numbers of points, so they are closed one by one.
    made[closed] = [shapely.Polygon(shapely.get_coordinates(line)) for line in single[closed]]
    return made, lines & ~closed


def _with_texts(table: str, closed: gpd.GeoDataFrame, words: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, int]:
    """The outlines with what the texts in them tell, and how many texts lie in none.

    A text belongs to the smallest outline around it; of several that tell storeys the highest counts.
    """
    shapes = closed.geometry.to_numpy()
    pairs = shapely.STRtree(shapes).query(words.geometry.to_numpy(), predicate="intersects")
    found = pd.DataFrame({"text": pairs[0], "outline": pairs[1], "area": shapely.area(shapes)[pairs[1]]})
    found = found.sort_values(["text", "area", "outline"]).drop_duplicates("text")
    said = words[TEXTS].to_numpy(object)[found["text"].to_numpy()]
    found = found.assign(words=said, floors=[floors_of(str(word)) for word in said])
    told: dict[str, pd.Series] = {}
    if table == "buildings":
        told["floors"] = found.groupby("outline")["floors"].max()
        found = found[found["floors"].isna()]
    told["name"] = found.drop_duplicates("outline").set_index("outline")["words"]
    rows = pd.RangeIndex(len(closed))
    columns = {name: values.reindex(rows).to_numpy() for name, values in told.items() if name not in closed}
    return closed.assign(**columns), len(words) - pd.unique(pairs[0]).size


def _bare(things: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The entities without what only the drawing program needs; the handle, which is unique, names them."""
    return things.drop(columns=[name for name in (PAPER, KINDS, "Linetype", TEXTS, HANDLE, LAYER) if name in things])


def _notes(chosen: _Chosen, kept: np.ndarray, homeless: int) -> list[Text]:
    notes = []
    if chosen.others:
        layers = ", ".join(f"{name} ({count})" for name, count in chosen.others.most_common())
        notes.append(text("Layers of the drawing not used: {layers}.", layers=layers))
    if homeless:
        notes.append(text("Texts that lie in no outline: {count}.", count=homeless))
    return notes
