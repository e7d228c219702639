"""Frames made of the columns of others: nothing is copied, nothing of the other frame changes."""

from __future__ import annotations

import weakref

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.frames import apart, drained_rows, with_columns, with_names, with_rows, without_columns
from community3d.layers.repeats import different, everywhere, same_objects

PLAIN = pd.DataFrame({"a": np.array(["x", "y", "z"], object), "b": [1, 2, 3]}, index=[7, 8, 9])
PLAIN.attrs["crs"] = "EPSG:4549"
PLACED = gpd.GeoDataFrame(PLAIN, geometry=shapely.points([[0, 0], [1, 1], [2, 2]]), crs="EPSG:4549")


@pytest.mark.parametrize("frame", [PLAIN, PLACED])
def test_they_are_what_pandas_makes(frame: pd.DataFrame) -> None:
    for ours, theirs in (
        (with_columns(frame, {"b": [4, 5, 6], "c": "s"}), frame.assign(b=[4, 5, 6], c="s")),
        (without_columns(frame, ["a", "none"]), frame.drop(columns="a")),
        (with_names(frame, {"a": "b", "b": "a"}), frame.rename(columns={"a": "b", "b": "a"})),
        (with_rows(frame, np.array([2, 0])), frame.iloc[[2, 0]]),
        (drained_rows([frame], np.array([2, 0])), frame.iloc[[2, 0]]),
    ):
        assert type(ours) is type(theirs)
        pd.testing.assert_frame_equal(pd.DataFrame(ours), pd.DataFrame(theirs))
        assert (ours.attrs, getattr(ours, "crs", None)) == (frame.attrs, getattr(frame, "crs", None))


def test_columns_are_shared_and_the_other_frame_stays() -> None:
    made = with_columns(PLACED, {"b": [4, 5, 6]})
    assert np.shares_memory(made["a"].to_numpy(), PLACED["a"].to_numpy())
    assert PLACED["b"].tolist() == [1, 2, 3]


def test_columns_of_which_rows_were_taken_are_let_go() -> None:
    handed = [pd.DataFrame({"a": np.arange(3), "b": list("xyz")})]
    let_go = weakref.ref(handed[0])
    assert drained_rows(handed, np.array([1]))["b"].tolist() == ["y"]
    assert not handed
    assert let_go() is None


def test_a_frame_without_its_geometry_is_a_plain_one() -> None:
    assert type(without_columns(PLACED, ["geometry"])) is pd.DataFrame


def test_a_word_for_all_rows_is_one_object() -> None:
    words = everywhere("register.csv", 3)
    assert words.tolist() == ["register.csv"] * 3
    assert len(different(words)[0]) == 1


def test_the_same_objects_are_told_from_equal_ones() -> None:
    words = np.array(["ab", "cd"], object)
    again = np.array(["".join("ab"), "".join(["c", "d"])], object)
    assert same_objects(words, words.copy()).all()
    assert not same_objects(words, again).any()
    assert not same_objects(words, words[:1]).any()
    assert same_objects(words[:0], words[:0]).all()


@pytest.mark.parametrize("frame", [PLAIN, PLACED])
def test_a_frame_for_another_thread_is_equal_and_shares_nothing_that_reading_changes(frame: pd.DataFrame) -> None:
    other = apart(frame)
    assert type(other) is type(frame)
    pd.testing.assert_frame_equal(pd.DataFrame(other), pd.DataFrame(frame))
    assert (other.attrs, getattr(other, "crs", None)) == (frame.attrs, getattr(frame, "crs", None))
    assert other._mgr is not frame._mgr
    assert other.index is not frame.index
    assert other.columns is not frame.columns


def test_shapes_for_another_thread_are_objects_of_their_own_to_the_last_bit() -> None:
    frame = gpd.GeoDataFrame(geometry=[shapely.Point(0.1, 1 / 3), None, shapely.Polygon()], crs="EPSG:4549")
    ours, theirs = apart(frame).geometry.to_numpy(), frame.geometry.to_numpy()
    assert shapely.to_wkb(ours).tolist() == shapely.to_wkb(theirs).tolist()
    assert not same_objects(ours[[0, 2]], theirs[[0, 2]]).any()
