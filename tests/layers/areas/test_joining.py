"""Boundary layers joined: levels and parents told by words, codes or columns."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers.areas.check import check_areas
from community3d.layers.areas.joining import Layer, dissolved, join_layers, level_columns, renamed_layers, stated_levels
from community3d.layers.crs import metric_crs, reproject
from community3d.layers.door import accept
from community3d.layers.errors import InputError
from community3d.layers.progress import Silent
from community3d.layers.reading import read_source
from community3d.layers.words import Text, english, render

from .squares import CRS


def layer(name: str, codes: list[str | None], level: str | None = None, **columns: list) -> Layer:
    shapes = [shapely.box(10 * k, 0, 10 * k + 10, 10) for k in range(len(codes))]
    return Layer(name, gpd.GeoDataFrame({"code": codes, **columns}, geometry=gpd.GeoSeries(shapes, crs=CRS)), level)


def test_levels_and_parents_are_told_by_codes() -> None:
    joined = join_layers([layer("街道", ["320506001000"]), layer("社区", ["320506001012"]), layer("网格", ["320506001012003"])])
    assert joined["level"].tolist() == ["subdistrict", "community", "grid"]
    assert joined["parent_code"].tolist() == [None, "320506001000", "320506001012"]


def test_codes_that_a_spreadsheet_made_numbers_are_codes_again_and_it_says_so() -> None:
    class Ears(Silent):
        def __init__(self) -> None:
            self.heard: list[str] = []

        def say(self, words: Text) -> None:
            self.heard.append(render(words, english))

    ears = Ears()
    given = [layer("社区", [320506001012.0, None]), layer("网格", ["320506001012003.0", "W7.0"], parent_code=["320506001012.0", None])]
    named = renamed_layers([(one.name, one.frame) for one in given], "", ears)
    joined = join_layers([named[0], Layer("网格", named[1].frame, "grid")])
    assert accept("areas", joined).frame["code"].tolist() == ["320506001012", "320506001012003", "W7.0"]
    assert joined["level"].tolist()[0] == "community"
    assert joined["parent_code"].tolist()[2] == "320506001012"
    told = [words for words in ears.heard if "decimals" in words]
    assert told == [
        "社区: Codes in code are numbers with decimals; taken without them: 1.",
        "网格: Codes in code are numbers with decimals; taken without them: 1.",
        "网格: Codes in parent_code are numbers with decimals; taken without them: 1.",
    ]


def test_a_stated_level_wins_over_words_and_words_over_codes() -> None:
    one = layer("a", ["320506001012"])
    one = Layer("a", one.frame.assign(level=["街道"]))
    assert join_layers([one])["level"].tolist() == ["subdistrict"]
    assert join_layers([Layer("a", one.frame, "grid")])["level"].tolist() == ["grid"]


def test_stated_parents_are_kept() -> None:
    joined = join_layers([layer("a", ["320506001012", "320506001012001"], parent_code=[None, "320506001099"])])
    assert joined["parent_code"].tolist() == [None, "320506001099"]


def test_layers_without_codes_or_levels_are_refused_at_once() -> None:
    bare = Layer("界线", layer("x", ["1"]).frame.rename(columns={"code": "VILLCODE"}))
    with pytest.raises(InputError) as refused:
        join_layers([bare])
    assert str(refused.value.problems[0]) == (
        "界线 has no column of area codes. Name it in FIELDS, for example code=VILLCODE; the layer has: VILLCODE."
    )
    with pytest.raises(InputError) as refused:
        join_layers([layer("villages", ["10007250001", "10007250002"])])
    assert str(refused.value.problems[0]) == (
        "villages: nothing tells the level of 2 areas, for example code 10007250001. State it in LEVELS."
    )


def test_short_pinyin_names_are_known_and_a_refusal_names_the_columns_of_the_file() -> None:
    known = layer("x", ["990106001001"]).frame.rename(columns={"code": "DM"})
    assert renamed_layers([("社区", known)], "")[0].frame["code"].tolist() == ["990106001001"]
    unknown = known.rename(columns={"DM": "QHXX"}).assign(MC=["一"])
    with pytest.raises(InputError, match="the layer has: QHXX, MC"):
        join_layers(renamed_layers([("社区", unknown)], ""))


def test_levels_are_stated_in_the_order_of_the_layers() -> None:
    assert stated_levels("", 2) == [None, None]
    assert stated_levels("街道，社区", 2) == ["subdistrict", "community"]
    assert stated_levels("grid", 3) == ["grid"] * 3
    with pytest.raises(InputError, match="LEVELS states 2 levels for 3 layers"):
        stated_levels("community,grid", 3)


def test_larger_areas_are_made_of_the_smallest() -> None:
    cells = layer("cells", ["g1", "g2", "g3"], upper=["A", "A", "B"])
    made = dissolved(cells, level_columns("grid=code; 社区=upper"))
    assert [(one.level, one.frame["code"].tolist(), one.frame["parent_code"].tolist()) for one in made] == [
        ("community", ["A", "B"], [None, None]),
        ("grid", ["g1", "g2", "g3"], ["A", "A", "B"]),
    ]
    assert made[0].frame.geometry.area.tolist() == [200, 100]
    with pytest.raises(InputError, match=r"cells lacks the columns CODE1 that LEVELS names\. It has: code, upper\."):
        dissolved(cells, {"grid": "CODE1"})


def test_areas_made_of_others_keep_what_all_say_and_the_sums_of_their_totals() -> None:
    rows = {
        "upper": ["A", "A", "B"],
        "户数": [10, "20", None],
        "常住人口": [25, None, 7],
        "名称": ["一网格", "二网格", "B"],
        "kind": ["x", "x", None],
    }
    made = dissolved(layer("cells", ["g1", "g2", "g3"], **rows), {"community": "upper", "grid": "code"})
    whole, parts = (accept("areas", join_layers([one])).frame for one in made)
    assert whole["name"].tolist() == [None, "B"]
    assert (whole["households"][0], whole["residents"][1], whole["kind"][0]) == (30, 7, "x")
    # A sum is not known where a row states nothing.
    assert whole[["households", "residents"]].isna().to_numpy().tolist() == [[False, True], [True, False]]
    assert parts["name"].tolist() == ["一网格", "二网格", "B"]
    assert parts["households"].dropna().tolist() == [10, 20]


def test_statistical_areas_become_three_sound_levels(shared_data: Path) -> None:
    frame = read_source(str(shared_data / "taiwan" / "bsa_10007250.geojson"))
    crs = metric_crs(120.4, 23.8)
    frame = frame.set_geometry(gpd.GeoSeries(reproject(frame.geometry.to_numpy(), source="EPSG:4326", target=crs), crs=crs))
    layers = dissolved(Layer("bsa", frame), {"subdistrict": "CODE2", "community": "CODE1", "grid": "CODEBASE"})
    taken = accept("areas", join_layers(layers), crs=crs)
    assert taken.frame["level"].value_counts().to_dict() == {
        "grid": frame["CODEBASE"].nunique(),
        "community": frame["CODE1"].nunique(),
        "subdistrict": frame["CODE2"].nunique(),
    }
    checked = check_areas(taken.frame)
    assert checked.figures() == {"OVERLAP_M2": pytest.approx(0, abs=50), "GAP_M2": pytest.approx(0, abs=50), "ORPHANS": 0}
    assert not {problem.rule for problem in checked.problems} & {"straddles", "parent_disagrees", "orphan"}
