"""The payload: a head, tiles of buildings and doorplates, walking reach; FORMAT.md documents it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from . import buildings as building_part
from . import doorplates as doorplate_part
from . import head
from .content import SceneContent, district_bounds
from .doorplates import Doorplates
from .earlier import building_columns, compare_columns, compare_head
from .facilities import facility_table
from .fineness import Fineness, fineness
from .folding import door_columns, doubled_middles, halves_up
from .ground import event_table, ground_columns, reach_parts
from .measures import measure_columns
from .patterns import Patterns, dictionary, patterns_of
from .place import Place, place_of
from .printable import printable
from .privacy import SUPPRESSED, statement
from .publication import Publication, generalised, taken_away, without_doors, without_people
from .quantise import Column, loose_part, packed_part, running
from .shapes import rings_of
from .tiles import Tiling, tiling
from .walks import walk_part
from .worked import worked_part

FORMAT = "community3d-scene"
VERSION = 1
MOST_USES = 255
THREADS = 2


@dataclass(frozen=True)
class Payload:
    """The parts by name, each compressed; the first is the head."""

    parts: dict[str, bytes]
    place: Place
    head: dict

    def directory(self) -> list[dict]:
        """Name, length and checksum of every part, in order."""
        return [{"name": name, "bytes": len(data), "crc": zlib.crc32(data)} for name, data in self.parts.items()]

    def encoded(self) -> dict[str, str]:
        """The parts as printable text."""
        return {name: printable(data) for name, data in self.parts.items()}


@dataclass(frozen=True)
class _Rows:
    """What the tiles are cut from."""

    content: SceneContent
    counted: Doorplates  # whose households are the areas'; doorplates of the file may be none
    place: Place
    fine: Fineness
    buildings: building_part.Buildings
    doorplates: Doorplates
    order: Tiling
    uses: np.ndarray
    estates: np.ndarray
    was: building_part.Buildings | None  # by the earlier ledger
    names: Patterns
    addresses: Patterns
    told: building_part.Told
    works_out: bool = False  # the page finds metres and facilities itself


def scene_payload(
    content: SceneContent,
    *,
    suppress_below: int = 5,
    live_reach: bool = True,
    publication: Publication | None = None,
    progress: Progress = SILENT,
) -> Payload:
    """The payload of a scene; equal content gives equal bytes. One for publication only lacks what must not leave."""
    progress.at(0.0, text("Preparing buildings and doorplates"))
    content = content if publication is None else taken_away(content)
    shown, buildings, counted, doorplates = _taken(content, publication is not None, suppress_below)
    place = place_of(district_bounds(shown), content.crs)
    fine = fineness(len(buildings.frame), len(doorplates.frame))
    addresses = patterns_of(doorplates.frame["address"])
    order = tiling(
        buildings.xy, doorplates.xy, doorplates.building, buildings_per_tile=fine.buildings_per_tile, doorplate_rank=addresses.order()
    )
    uses, use_names = _uses(buildings)
    estates, estate_names = doorplate_part.estate_column(doorplates)
    was = None if content.earlier is None else building_part.page_buildings(content.earlier, suppress_below=suppress_below)
    names, told = building_part.building_names(buildings), building_part.told_sums(buildings, doorplates, _persons(content))
    rows = _Rows(shown, counted, place, fine, buildings, doorplates, order, uses, estates, was, names, addresses, told)
    progress.at(0.3, text("Preparing boundaries, streets and walking reach"))
    reach = reach_parts(content, place, fine)
    number = _number_of_ledger(doorplates, order)
    worked = worked_part(content, number, doorplates.frame.iloc[order.doorplates], page_doors(rows), place) if fine.works_out else None
    ground, names = ground_columns(shown, place, fine, elsewhere=None if worked is None else worked.drawn)
    ground.update({} if worked is None else worked.streets)
    lists = {"uses": use_names, "estates": head.estate_table(content, estate_names, place), **names}
    walks = walk_part(content, number, place) if worked is None else worked.part
    stated = None if publication is None else publication.stated()
    top = _head(rows, reach, lists, has_walks=walks is not None, suppress_below=suppress_below)
    top["meta"]["publication"] = top["statement"]["publication"] = stated
    top["meta"].update(worksOut=worked is not None, live=live_reach and walks is not None)
    progress.at(0.5)
    compared = {} if content.earlier is None else compare_columns(content, suppress_below=suppress_below)
    core = {**ground, **measure_columns(content, suppress_below=suppress_below), **compared}
    tiles = _tiles(replace(rows, works_out=worked is not None), progress.part(0.5, 0.95))
    reached = ((f"reach.{category}", loose_part(limits, columns)) for category, (limits, columns) in reach.items())
    walked = () if walks is None else (("walks", loose_part(*walks)),)
    parts = _packed(chain((("core", loose_part(top, core)),), tiles, reached, walked))
    progress.at(1.0)
    return Payload(parts, place, top)


def _taken(content: SceneContent, public: bool, below: int) -> tuple[SceneContent, building_part.Buildings, Doorplates, Doorplates]:
    """The content as it is drawn, buildings, the doorplates that are counted and those that the file tells."""
    buildings = building_part.page_buildings(content, suppress_below=below)
    counted = doorplate_part.page_doorplates(content)
    if not public:
        return content, buildings, counted, counted
    return generalised(content), without_people(buildings), counted, without_doors(counted)


def _packed(loose: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The parts compressed in their order, beside the making of the next ones."""
    with ThreadPoolExecutor(THREADS) as pool:
        ordered = [(name, pool.submit(packed_part, own)) for name, own in loose]
        return {name: one.result() for name, one in ordered}


def _head(
    rows: _Rows, reach: dict[str, tuple[dict, dict[str, Column]]], lists: dict[str, list], *, has_walks: bool, suppress_below: int
) -> dict:
    content, place, buildings, doorplates, order = rows.content, rows.place, rows.buildings, rows.doorplates, rows.order
    return {
        "format": FORMAT,
        "version": VERSION,
        "meta": {**head.meta(content, place, suppress_below=suppress_below), "walks": has_walks},
        "statement": _statement(rows, below=suppress_below),
        "counts": {
            "buildings": len(buildings.frame),
            "doorplates": len(doorplates.frame),
            "facilities": len(content.table("facilities")),
            "gates": len(content.table("gates")),
            "walls": len(content.table("walls")),
            "streets": len(content.table("streets")),
            "events": len(content.table("events")),
        },
        "tiles": {
            "buildings": order.building_starts.tolist(),
            "doorplates": order.doorplate_starts.tolist(),
            "bbox": _tile_boxes(rows),
        },
        "categories": head.categories(content, reach),
        "levels": head.levels(content.table("areas")),
        "areas": head.area_table(content, buildings.area, rows.counted, place, suppress_below=suppress_below),
        "facilities": facility_table(content, place, suppress_below=suppress_below),
        "events": event_table(content.table("events"), place, content.date),
        "figures": head.figures(content),
        "legend": building_part.legend_counts(buildings, content),
        "roads": head.roads(content, place),
        "compare": None if rows.was is None else compare_head(content, buildings, rows.was, place),
        **lists,
    }


def _number_of_ledger(doorplates: Doorplates, order: Tiling) -> np.ndarray:
    """The page's doorplate of each row of the ledger, -1 = none."""
    number = np.empty(len(doorplates.frame) + 1, dtype=np.int64)
    number[order.doorplates], number[-1] = np.arange(len(order.doorplates)), -1
    return number[doorplates.row_of_ledger]


def _tiles(rows: _Rows, progress: Progress) -> Iterator[tuple[str, bytes]]:
    order = rows.order
    count = len(order.building_starts) - 1
    for tile in range(count):
        progress.at(tile / count, text("Packing tile {number} of {count}", number=tile + 1, count=count))
        yield f"tile.{tile}", _tile(rows, tile)


def _tile(rows: _Rows, tile: int) -> bytes:
    order, doorplates, content = rows.order, rows.doorplates, rows.content
    own_buildings = order.buildings[order.building_starts[tile] : order.building_starts[tile + 1]]
    own_doorplates = order.doorplates[order.doorplate_starts[tile] : order.doorplate_starts[tile + 1]]
    number = np.zeros(len(rows.buildings.frame) + 1, dtype=np.int64)
    number[own_buildings] = np.arange(1, len(own_buildings) + 1)
    # Row -1 (no building) reads the last place, which stays 0.
    housed = number[doorplates.building[own_doorplates]]
    rings = rings_of(rows.buildings.frame.geometry.to_numpy()[own_buildings], rows.place, rows.fine.building_m)
    names, name_patterns = rows.names.columns("b.name", "b.spots", own_buildings)
    addresses, address_patterns = rows.addresses.columns("d.address", "d.spots", own_doorplates)
    middles = doubled_middles(rings, len(own_buildings))
    columns = {
        **building_part.tile_columns(rows.buildings, own_buildings, rings, uses=rows.uses, told=rows.told, fine=rows.fine),
        **names,
        **({} if rows.was is None else building_columns(rows.was, own_buildings)),
        **door_columns(rows.place.local(doorplates.xy[own_doorplates]), housed, middles, rows.fine.building_m, rows.fine.door_m),
        **addresses,
        **doorplate_part.tile_columns(doorplates, own_doorplates, housed, content, rows.fine, works_out=rows.works_out),
        "d.estate": running(rows.estates[own_doorplates]),
    }
    return loose_part({"names": name_patterns, "addresses": address_patterns, "persons": _persons(content)}, columns)


def page_doors(rows: _Rows) -> np.ndarray:
    """The doorplates' places as the page has them, in its order: local metres in whole steps."""
    local = rows.place.local(rows.doorplates.xy[rows.order.doorplates])
    return halves_up(local / rows.fine.door_m) * rows.fine.door_m


def _persons(content: SceneContent) -> float:
    return content.settings.persons_per_household if content.settings else 0.0


def _uses(buildings: building_part.Buildings) -> tuple[np.ndarray, list[str]]:
    if "use" not in buildings.frame.columns:
        return np.zeros(len(buildings.frame), dtype=np.int64), [""]
    which, names = dictionary(buildings.frame["use"])
    return np.where(which > MOST_USES, 0, which), ["", *names[:MOST_USES]]


def _tile_boxes(rows: _Rows) -> list[list[float]]:
    """Box of each tile in local metres: of its buildings' middles and its doorplates."""
    order, boxes = rows.order, []
    building_xy, doorplate_xy = rows.place.local(rows.buildings.xy), rows.place.local(rows.doorplates.xy)
    for tile in range(len(order.building_starts) - 1):
        points = np.vstack(
            [
                building_xy[order.buildings[order.building_starts[tile] : order.building_starts[tile + 1]]],
                doorplate_xy[order.doorplates[order.doorplate_starts[tile] : order.doorplate_starts[tile + 1]]],
            ]
        )
        box = [*points.min(axis=0), *points.max(axis=0)] if len(points) else [0.0] * 4
        boxes.append([round(float(value), 1) for value in box])
    return boxes


def _statement(rows: _Rows, *, below: int) -> dict:
    content, doorplates, buildings = rows.content, rows.doorplates.frame, rows.buildings
    filled = {name: _filled(content.table(name), columns) for name, columns in head.STATED_COLUMNS.items()}
    filled["buildings"].update(
        {"households": int(np.isfinite(buildings.households).sum()), "residents": int(np.isfinite(buildings.residents).sum())}
    )
    filled["buildings"] = {column: count for column, count in filled["buildings"].items() if count}
    filled["doorplates"] = _filled(doorplates, ("address", "estate", "households", "snap_m"))
    hidden = int((buildings.residents == SUPPRESSED).sum())
    return statement({name: columns for name, columns in filled.items() if columns}, below=below, suppressed_counts=hidden)


def _filled(frame, columns: tuple[str, ...]) -> dict[str, int]:  # noqa: ANN001
    counts = {column: int(frame[column].notna().sum()) for column in columns if column in frame.columns}
    return {column: count for column, count in counts.items() if count}
