"""Six files as an office has them become the first ledger through the panel alone: few clicks, few minutes, no terminal."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pytest
import shapely

from ..algorithms.test_office_files import in_degrees, write_register, write_shapefile
from ..layers.incoming.dxf_text import drawing, line, words

pytestmark = [pytest.mark.qgis, pytest.mark.long]
MINUTES, CLICKS = 15, 40
# The dialog's own "…", the file and "Open" in the file window.
TO_CHOOSE_A_FILE = 3
ROADS = {"street_id": "DLBH", "name": "DLMC", "kind": "DLLX", "level": "CJ", "walkable": "KFBX"}


@dataclass
class Hand:
    """A person at the panel: every press is counted."""

    panel: object
    until: object
    clicks: int = 0
    said: dict[str, str] = field(default_factory=dict)

    def bring(self, table: str, path: Path) -> None:
        """Import…, the table, the file, then Import as soon as it can be pressed; a doubt is answered by the button offered."""
        importing = self.panel.data.importing
        importing.open(table)
        dialog = importing.dialog
        dialog.file.setFilePath(str(path))
        self.clicks += 2 + TO_CHOOSE_A_FILE
        self.until(lambda: dialog.import_button.isEnabled(), 120)
        self.said[table] = dialog.words.text()
        dialog.import_button.click()
        self.clicks += 1
        self.until(lambda: importing.dialog is None and not self.panel._desk.runner.busy, 240)

    def totals(self, path: Path) -> None:
        """Import…, List of Totals…, the file."""
        self.panel.data.importing.import_totals(path)
        self.clicks += 1 + TO_CHOOSE_A_FILE
        self.until(lambda: not self.panel._desk.runner.busy, 120)

    def compute(self) -> None:
        """The button of step ③."""
        self.panel.circle.run_button.click()
        self.clicks += 1
        self.until(lambda: not self.panel._desk.runner.busy and self.panel._desk.binding.result is not None, 300)


def write_boundaries(path: Path, areas) -> None:
    """Placemarks of all levels with codes, as drawn on a web map."""
    marks = []
    for each in areas.to_crs("EPSG:4326").itertuples():
        ring = " ".join(f"{x:.7f},{y:.7f},0" for x, y in shapely.get_coordinates(shapely.get_exterior_ring(each.geometry)))
        data = f'<ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="编码">{each.code}</SimpleData></SchemaData></ExtendedData>'
        shape = f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>"
        marks.append(f"<Placemark><name>{escape(each.name)}</name>{data}{shape}</Placemark>")
    schema = '<Schema name="s" id="s"><SimpleField name="编码" type="string"/></Schema>'
    head = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    path.write_text(f"{head}{schema}<Folder><name>界线</name>{''.join(marks)}</Folder></Document></kml>", encoding="utf-8")


def write_drawing(path: Path, buildings) -> None:
    """CASS: houses with 混6 inside, in GBK."""
    entities = []
    for each in buildings.itertuples():
        entities.append(line("JMD", shapely.get_coordinates(shapely.get_exterior_ring(each.geometry)).tolist()[:-1]))
        at = each.geometry.representative_point()
        entities.append(words("JMD", at.x, at.y, f"混{int(each.floors)}" if each.floors > 0 else "棚"))
    path.write_bytes(drawing(*entities).encode("gbk"))


def write_facilities(path: Path, facilities, doorplates) -> int:
    """Names, kinds and the address of the door nearest to each; no coordinates."""
    import xlsxwriter

    placed = doorplates[~doorplates.geometry.is_empty & doorplates.geometry.notna()]
    nearest = shapely.STRtree(placed.geometry.to_numpy()).nearest(facilities.geometry.to_numpy())
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("设施")
        sheet.write_row(0, 0, ["设施编号", "设施名称", "设施类型", "地址", "负责人", "联系电话"])
        for row, (each, at) in enumerate(zip(facilities.itertuples(), nearest.tolist()), start=1):
            sheet.write_row(row, 0, [each.facility_id, each.name, each.services, placed["address"].iloc[at], "张伟", "13812345678"])
    return len(facilities)


def write_totals(path: Path, doorplates, communities) -> dict[str, int]:
    """Households by community, with 居委会 behind the names and a line of sums."""
    import xlsxwriter

    sums = doorplates.groupby(doorplates["community_code"])["households"].sum()
    listed = {name: int(sums.get(code, 0)) for code, name in zip(communities["code"], communities["name"])}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["社区", "户数"])
        for row, (name, count) in enumerate(
            [*((f"{name}居委会", count) for name, count in listed.items()), ("合计", sum(listed.values()))]
        ):
            sheet.write_row(row + 1, 0, [name, count])
    return listed


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The folder of the six files, and what they were made of."""
    from community3d.layers.sample.towns import SUZHOU, sample_town_of

    folder, town = tmp_path_factory.mktemp("移交"), sample_town_of(SUZHOU, size="small", seed=1)
    areas = town["areas"][town["areas"]["partition"].fillna("admin") == "admin"]
    write_boundaries(folder / "界线.kml", areas)
    write_shapefile(folder / "道路.shp", town["streets"][[*ROADS, "geometry"]].rename(columns=ROADS), with_prj=False)
    write_drawing(folder / "房屋.dxf", town["buildings"])
    write_register(folder / "门牌.csv", town["doorplates"])
    write_facilities(folder / "设施.xlsx", town["facilities"], town["doorplates"])
    communities = areas[areas["level"] == "community"]
    totals = write_totals(folder / "社区户数.xlsx", town["doorplates"].assign(community_code=_codes(town)), communities)
    return folder, town, totals


def _codes(town):
    communities = town["areas"][town["areas"]["level"] == "community"]
    tree = shapely.STRtree(communities.geometry.to_numpy())
    doors, held = tree.query(town["doorplates"].geometry.to_numpy(), predicate="intersects")
    first = dict(zip(doors[::-1].tolist(), held[::-1].tolist()))
    return [communities["code"].iloc[first[row]] if row in first else None for row in range(len(town["doorplates"]))]


def test_six_files_reach_the_first_ledger(files, plugin, desk, window, until):
    from community3d.layers.geopackage import read_table
    from community3d.plugin.panel.part import Panel

    folder, town, totals = files
    part = next(part for part in plugin._parts if isinstance(part, Panel))
    window.mainWindow().show()
    part.show(True)
    hand, began = Hand(part.dock, until, clicks=1), time.monotonic()
    hand.bring("areas", folder / "界线.kml")
    hand.bring("streets", folder / "道路.shp")
    hand.bring("buildings", folder / "房屋.dxf")
    hand.bring("doorplates", folder / "门牌.csv")
    hand.bring("facilities", folder / "设施.xlsx")
    hand.totals(folder / "社区户数.xlsx")
    hand.compute()
    seconds = time.monotonic() - began
    rows = desk.binding.tables()
    # Doors without a place are not in the register; houses of the drawing that touch no street stay.
    assert rows["doorplates"] >= 0.95 * len(town["doorplates"])
    assert rows["streets"] == len(town["streets"])
    assert rows["buildings"] == len(town["buildings"])
    assert rows["facilities"] >= 0.9 * len(town["facilities"])
    areas = read_table(desk.binding.path, "areas")
    taken = areas[areas["level"] == "community"].set_index("name")["households"]
    assert {name: taken[name] for name in totals} == totals
    ledger = read_table(desk.binding.result, "ledger")
    assert len(ledger) == rows["doorplates"]
    assert ledger["primary_school_ok"].eq(True).mean() > 0.5
    assert "GCJ-02" in hand.said["doorplates"]
    assert hand.clicks <= CLICKS
    assert seconds <= 60 * MINUTES
    window.mainWindow().hide()


def test_the_register_s_shift_is_that_of_web_maps(files):
    # 466 m in Suzhou: without the correction hardly a door would lie where it is.
    import numpy as np
    from community3d.layers.datum import convert, shift_m

    _, town, _ = files
    here = in_degrees(town["doorplates"].iloc[:1])
    assert np.hypot(*shift_m(here, convert(here, source="WGS84", target="GCJ-02"))[0]) == pytest.approx(466, abs=5)


def test_an_osm_file_reaches_ledger_explanation_and_scene(shared_data, tmp_path, plugin, desk, window, until):
    import shutil

    from community3d.layers.geopackage import read_table
    from community3d.plugin.panel.part import Panel

    file = tmp_path / "tsinghua.osm.pbf"
    shutil.copyfile(next((shared_data / "tsinghua").glob("*.osm.pbf")), file)
    panel = next(part for part in plugin._parts if isinstance(part, Panel))
    window.mainWindow().show()
    panel.show(True)
    panel.dock.data.importing.import_osm(file)
    until(lambda: not desk.runner.busy and desk.binding.path is not None, 240)
    hand = Hand(panel.dock, until)
    hand.compute()
    ledger = read_table(desk.binding.result, "ledger")
    assert len(ledger) == desk.binding.tables()["doorplates"]
    assert ledger["health_ok"].notna().all()
    panel.dock.results.run_button.click()
    until(lambda: not desk.runner.busy, 400)
    folder = desk.binding.result.parent
    assert {path.name for path in folder.iterdir()} >= {"result.gpkg", "report.html", "tables.xlsx", "scene.html"}
    window.mainWindow().hide()
