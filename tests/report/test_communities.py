"""Chapter 6 as it is printed, on figures that can be worked out on paper."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.words import english, render
from community3d.processing.engine.communitycheck import communities_of
from community3d.processing.report import communities
from community3d.processing.report.community_sheets import posts_sheet, scale_sheet
from community3d.processing.report.facts import facts_of
from community3d.processing.report.strips import household_strips

from .fixture import CRS, district

# Households of the five grids of 望湖社区, as in the worked example of the report's plan.
GRIDS = (372, 401, 356, 389, 328)


def areas(leaders=(1, 1, 1, 1, 1), workers=(2, 2, 2, 2, 3)) -> gpd.GeoDataFrame:
    """望湖社区 with five grids beside 莲塘社区 with one, in one street; each 200 m wide."""
    rows = [("S", "示例街道", "admin", "subdistrict", None, 0, 6), ("C1", "望湖社区", "admin", "community", "S", 0, 5)]
    rows += [("C2", "莲塘社区", "admin", "community", "S", 5, 6)]
    rows += [(f"G{k}", f"第{k}网格", "grid", "grid", "C1" if k < 5 else "C2", k, k + 1) for k in range(6)]
    frame = pd.DataFrame([row[:5] for row in rows], columns=["code", "name", "partition", "level", "parent_code"])
    frame["leader_posts"] = [None] * 3 + [*leaders, 0]
    frame["worker_posts"] = [None] * 3 + [*workers, 1]
    boxes = [shapely.box(west * 200, 0, east * 200, 200) for *_, west, east in rows]
    return gpd.GeoDataFrame(frame, geometry=boxes, crs=CRS)


def homes(small=320) -> gpd.GeoDataFrame:
    """One doorplate in the middle of every grid."""
    households = [*GRIDS, small]
    frame = {"doorplate_id": [f"D{k}" for k in range(6)], "households": households, "residents": [count * 2.62 for count in households]}
    return gpd.GeoDataFrame(pd.DataFrame(frame), geometry=[shapely.Point(k * 200 + 100, 100) for k in range(6)], crs=CRS)


@pytest.fixture
def make_facts():
    def made(tables=None, doors=None, language="en"):
        base = district()
        found = communities_of(tables or {"areas": areas()}, homes() if doors is None else doors, base.settings)
        results = replace(base, communities=found, figures={**base.figures, **found.named_figures()})
        return facts_of(results, language=language, translate=english)

    return made


def printed(table) -> list[list[str]]:
    return [[_shown(cell.words) for cell in row.cells] for row in table.rows]


def _shown(words) -> str:
    return words if isinstance(words, str) else str(getattr(words, "shown", None) or render(words, english))


def test_a_small_community_is_a_merge_candidate_with_its_neighbour(make_facts):
    # 1,846 households lie between 500 and 3,000; 320 lie below 500, and 1,846 + 320 = 2,166 stays below 3,000.
    # The five doors stand 200 m apart, the middle of their households 396 m east of the first: (0·372 + 200·401 + … + 800·328) / 1,846.
    table = printed(communities.scale_table(make_facts()))
    assert table[0][:3] == ["望湖社区", "1\u202f846", "0"]
    assert table[0][4:] == ["Keep as it is", "/", "/"]
    assert table[1][4:] == ["Merge candidate", "望湖社区", "2\u202f166"]
    assert table[2][:2] == ["Total", "2\u202f166"]


def test_posts_are_those_of_the_worked_example(make_facts):
    # 11 workers in 5 grids: 2.2 each; 11 × 10,000 / 4,836.5 = 22.7; 1,846 / 11 = 167.8.
    # Mean 369.2, variance (2.8² + 31.8² + 13.2² + 19.8² + 41.2²) / 5 = 656.56, 25.62 / 369.2 = 6.9 %.
    table = printed(communities.posts_table(make_facts()))
    assert table[1] == ["望湖社区", "5", "5", "11", "2.2", "22.7", "167.8", "0", "6.9"]
    # One grid without leader: one vacancy; a single grid is neither even nor uneven.
    assert table[0] == ["莲塘社区", "1", "0", "1", "1.0", "11.9", "320.0", "1", "—"]
    assert table[2] == ["Total", "6", "5", "12", "2.0", "21.1", "180.5", "1", "/"]


def test_five_leaders_for_six_grids_leave_one_post_vacant(make_facts):
    words = render(communities.posts_sentence(make_facts()), english)
    assert words.startswith("5 leader posts and 12 worker posts are stated for 6 grids; 1 leader posts")


def test_grids_of_a_second_level_are_not_listed_beside_the_communities(make_facts):
    # The grid of the second level is 望湖社区 once more, in the partition of the grids.
    both = areas()
    second = both[both.code == "C1"].assign(code="N1", name="望湖二级网格", partition="grid")
    facts = make_facts({"areas": pd.concat([both, second], ignore_index=True)})
    table = printed(communities.posts_table(facts))
    assert [row[0] for row in table] == ["莲塘社区", "望湖社区", "Total"]
    assert table[2][1] == "6"


def test_without_posts_the_chapter_says_that_none_are_stated(make_facts):
    facts = make_facts({"areas": areas().drop(columns=["leader_posts", "worker_posts"])})
    assert "state no posts" in render(communities.posts_sentence(facts), english)
    assert communities.posts_table(facts) is None


def test_without_areas_the_chapter_is_left_out(make_facts):
    facts = make_facts({"areas": areas().iloc[:1]})
    assert "no boundaries of communities" in render(communities.left_out(facts), english)


def test_the_sheets_hold_what_the_tables_print(make_facts):
    facts = make_facts()
    scale = {field.name: field.values for field in scale_sheet(facts).fields}
    assert scale["households"] == [1846, 320]
    assert scale["merged_households"][1] == 2166
    posts = {field.name: field.values for field in posts_sheet(facts).fields}
    assert posts["code"] == ["S", "C1", "C2", "G0", "G1", "G2", "G3", "G4", "G5"]
    assert posts["workers"][:3] == [12, 11, 1]


def test_every_grid_is_a_dot(make_facts):
    strip = household_strips(make_facts()).strips[0]
    assert (strip.name, strip.words, len(strip.dots)) == ("示例街道", "320–401", 6)
