from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.judgedland import Overlaps, judged_land, overlap_m2
from community3d.processing.engine.landcheck import land_coverage
from community3d.processing.engine.landcoverage import COLUMNS, largest_difference
from community3d.processing.engine.results import Settings

from .towns import boxes, category, lines, points, settings

AREA = ("code", "partition", "level", "name", "parent_code")
# A street of 1000 m; west and east half are communities, the west has two grids; homes stand on the southern side.
AREAS = boxes(
    ("W", "admin", "community", "西", None, (0, -100, 500, 100)),
    ("E", "admin", "community", "东", None, (500, -100, 1000, 100)),
    ("W1", "admin", "grid", "西一", "W", (0, -100, 250, 100)),
    ("W2", "admin", "grid", "西二", "W", (250, -100, 500, 100)),
    names=AREA,
)
STREET = lines(("S1", [(0, 0), (1000, 0)]))
SHOP = points(("F1", "shop", (100, 0)), names=("facility_id", "services"))
HOMES = points(*((f"D{x}", 1.0, (x, 0)) for x in (50, 150, 300, 450, 900)), names=("doorplate_id", "households"))
# 300 s at 1 m/s: the street from x = 0 to x = 400, 25 m to both sides and a round end.
RUN = settings(category("shop", limit=5), category("school"))
END_M2 = 2**0.5 * 25**2


def table_of(run: Settings = RUN, *, doorplates: gpd.GeoDataFrame | None = HOMES, **tables: gpd.GeoDataFrame) -> pd.DataFrame:
    return land_coverage(SHOP, STREET, doorplates=doorplates, tables={"areas": AREAS, **tables}, settings=run).table


def shop(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["category"] == "shop"].set_index(table["code"].where(table["code"].notna(), "all")[table["category"] == "shop"])


def test_the_table_has_the_whole_then_every_area_of_every_level():
    table = table_of()
    assert list(table.columns) == list(COLUMNS)
    rows = table[table["category"] == "shop"]
    assert rows["level"].tolist() == ["all", "community", "community", "grid", "grid"]
    assert rows["code"].tolist() == [None, "E", "W", "W1", "W2"]
    assert len(table) == 2 * 5


def test_covered_land_is_what_paper_says():
    found = shop(table_of())["covered_m2"]
    assert found["W1"] == pytest.approx(250 * 50)
    assert found["W2"] == pytest.approx(150 * 50 + END_M2)
    assert found["W"] == pytest.approx(400 * 50 + END_M2)
    assert found["E"] == 0
    assert shop(table_of())["share_land"]["W1"] == pytest.approx(0.25)


def test_children_add_up_to_their_parents_and_the_largest_areas_to_the_whole():
    found = shop(table_of())
    for column in ("land_m2", "covered_m2"):
        assert found.loc[["W1", "W2"], column].sum() == pytest.approx(found.loc["W", column], abs=1e-6)
        assert found.loc[["W", "E"], column].sum() == pytest.approx(found.loc["all", column], abs=1e-6)


def test_residential_land_is_judged_and_overlaps_count_once():
    homes = boxes(("residential", (0, -100, 300, 0)), ("residential", (200, -100, 600, 0)), ("green", (0, 0, 1000, 100)), names=("use",))
    found = shop(table_of(land=homes))
    assert found["land_m2"].to_dict() == pytest.approx({"all": 60_000, "E": 10_000, "W": 50_000, "W1": 25_000, "W2": 25_000})
    # Only the southern side of the street is land of homes.
    assert found["covered_m2"]["W1"] == pytest.approx(250 * 25)


def test_the_three_shares_stand_side_by_side():
    found = shop(table_of())
    # Doors at 50, 150, 300 are reached; the circle of 300 m takes those up to x = 400.
    assert found["share_households"].to_dict() == pytest.approx({"all": 0.6, "E": 0, "W": 0.75, "W1": 1, "W2": 0.5})
    assert found["share_circle"].to_dict() == pytest.approx({"all": 0.6, "E": 0, "W": 0.75, "W1": 1, "W2": 0.5})


def test_without_doorplates_only_the_land_is_measured():
    with_doors, without = shop(table_of()), shop(table_of(doorplates=None))
    assert without[["share_households", "share_circle"]].isna().all(axis=None)
    assert without["covered_m2"].tolist() == pytest.approx(with_doors["covered_m2"].tolist())


def test_a_category_is_not_judged_until_somebody_looked_for_it():
    unknown = table_of().query("category == 'school'")
    assert unknown[["covered_m2", "share_land", "share_households", "share_circle"]].isna().all(axis=None)
    looked = pd.DataFrame({"category": ["school"], "complete": ["yes"]})
    none = table_of(surveys=looked).query("category == 'school'")
    assert none["share_land"].tolist() == [0] * 5
    assert none["share_households"].tolist() == [0] * 5


def test_the_largest_difference_is_named():
    row = largest_difference(table_of())
    assert row["category"] == "shop"
    assert largest_difference(table_of(doorplates=None)) is None


def test_areas_that_overlap_or_leave_gaps_keep_their_own_land():
    crossed = boxes(
        ("A", "admin", "community", "甲", None, (0, -100, 400, 100)),
        ("B", "admin", "community", "乙", None, (300, -100, 600, 100)),
        names=AREA,
    )
    found = shop(land_coverage(SHOP, STREET, tables={"areas": crossed}, settings=RUN).table)
    assert found["covered_m2"].to_dict() == pytest.approx({"all": 400 * 50 + END_M2, "A": 400 * 50, "B": 100 * 50 + END_M2})


def test_without_areas_the_whole_is_all_residential_land():
    homes = boxes(("residential", (0, -100, 300, 0)), names=("use",))
    table = land_coverage(SHOP, STREET, tables={"land": homes}, settings=RUN).table
    assert table["level"].tolist() == ["all", "all"]
    assert table["share_land"][0] == pytest.approx(0.25)


def test_without_any_land_there_is_no_share():
    assert np.isnan(land_coverage(SHOP, STREET, tables={}, settings=RUN).table["share_land"]).all()


def test_the_town_judges_the_land_of_its_two_communities():
    # 760 × 900 and 940 × 900 m.
    judged = judged_land(None, sample_town()["areas"])
    assert judged.sums(shapely.area(judged.pieces))[0] == pytest.approx((760 + 940) * 900)


def test_the_whole_equals_the_figures_of_the_run():
    town = dict(sample_town())
    tables = {name: town[name] for name in ("areas", "gates", "walls", "estates", "land", "surveys")}
    run = Settings(profile("tdt1063"), WALKERS["planning"])
    found = land_coverage(town["facilities"], town["streets"], doorplates=town["doorplates"], tables=tables, settings=run)
    whole = found.table[found.table["level"] == "all"].set_index("category")
    for column, figure in (("share_land", "land_rate"), ("share_households", "rate"), ("share_circle", "crow_rate")):
        expected = [found.figures[f"{figure}.{name}"].value for name in whole.index]
        assert whole[column].tolist() == pytest.approx([np.nan if value is None else value for value in expected], nan_ok=True)


def test_holes_and_islands_in_them_are_measured_like_one_overlay():
    ring = shapely.box(0, 0, 90, 90).difference(shapely.box(20, 20, 70, 70))
    band = shapely.MultiPolygon([ring, shapely.box(40, 40, 50, 50), shapely.box(100, 0, 130, 30)])
    x, y = (corner.ravel() for corner in np.mgrid[0:130:26, 0:100:21])
    pieces = shapely.box(x, y, x + 26, y + 21)
    assert overlap_m2(pieces, band) == pytest.approx(shapely.area(shapely.intersection(pieces, band)))


def test_a_hole_that_two_bands_share_is_measured_once_and_taken_from_both():
    hole, other = (shapely.box(x, 20, x + 20, 40).exterior for x in (20, 60))
    one, two = (
        shapely.Polygon(shapely.box(0, 0, 100, 60).exterior, [hole]),
        shapely.Polygon(shapely.box(10, 0, 130, 60).exterior, [hole, other]),
    )
    pieces = shapely.box(np.arange(0, 130, 30), 0, np.arange(0, 130, 30) + 30, 60)
    overlaps = Overlaps.of(pieces)
    for band in (one, two, one, shapely.MultiPolygon()):
        assert overlaps.with_band(band) == pytest.approx(shapely.area(shapely.intersection(pieces, band)))
    assert len(overlaps.by_hole) == 2


def test_what_was_wrong_is_told():
    nowhere = lines(("S1", [(0, 0), (1000, 0)]), ("S2", [(5, 5), (5, 5)]))
    found = land_coverage(SHOP, nowhere, doorplates=HOMES, tables={"areas": AREAS}, settings=RUN)
    assert [(problem.rule, problem.row) for problem in found.problems] == [("no_length", "S2")]
