"""What two columns of numbers are: found where a reference proves it, refused where nothing does, never guessed."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.candidates import placed
from community3d.layers.coordinates import agreeing, detect, evidence_frame, stated
from community3d.layers.crs import LONLAT, reproject_xy
from community3d.layers.datum import BD09, DATUMS, GCJ02, WGS84, convert
from community3d.layers.errors import InputError
from community3d.layers.reference import plain_name, reference

ZONE = "EPSG:4549"
CORNER = np.array([555_000.0, 3_455_000.0])  # in Wuzhong
SIDE_M = 3_000.0


@pytest.fixture(scope="module")
def streets() -> gpd.GeoDataFrame:
    """Some 120 streets every which way in a square of three kilometres, as towns have them."""
    rng = np.random.default_rng(7)
    lines = [shapely.LineString(rng.uniform(0, SIDE_M, (2, 2)) + CORNER) for _ in range(120)]
    return gpd.GeoDataFrame(geometry=lines, crs=ZONE)


@pytest.fixture(scope="module")
def plates(streets) -> np.ndarray:
    """Six hundred doorplates 12 m beside a street."""
    rng = np.random.default_rng(8)
    lines = streets.geometry.to_numpy()[rng.integers(0, len(streets), 600)]
    beside = shapely.offset_curve(lines, 12.0)
    return shapely.get_coordinates(shapely.line_interpolate_point(beside, rng.uniform(0, 1, 600), normalized=True))


@pytest.fixture(scope="module")
def villages() -> gpd.GeoDataFrame:
    """Nine villages of a square kilometre each."""
    corners = [(CORNER[0] + east, CORNER[1] + north) for north in (0, 1000, 2000) for east in (0, 1000, 2000)]
    boxes = [shapely.box(east, north, east + 1000, north + 1000) for east, north in corners]
    return gpd.GeoDataFrame({"name": [f"{name}社区居委会" for name in "东西南北中上下左右"]}, geometry=boxes, crs=ZONE)


def homes(villages: gpd.GeoDataFrame, count: int = 400) -> tuple[np.ndarray, pd.DataFrame]:
    """Places anywhere in the villages, with the name of theirs, written shorter."""
    xy = np.random.default_rng(9).uniform(5, SIDE_M - 5, (count, 2)) + CORNER
    _, own = shapely.STRtree(villages.geometry.to_numpy()).query(shapely.points(xy), predicate="within")
    return xy, pd.DataFrame({"number": np.arange(count).astype(str), "community": villages["name"].str[0].to_numpy()[own] + "社区"})


def written_as(xy: np.ndarray, form: str) -> np.ndarray:
    """Places of the zone in another form: a datum in degrees or an authid, and its shift behind a plus."""
    crs, _, datum = form.partition("+")
    if crs in DATUMS:
        crs, datum = LONLAT, crs
    lonlat = convert(reproject_xy(xy, source=ZONE, target=LONLAT), source=WGS84, target=datum or WGS84)
    return reproject_xy(lonlat, source=LONLAT, target=crs)


QUICK = [(BD09, True), ("EPSG:4528", True), ("EPSG:4549+GCJ-02", False)]
SLOW = [
    *((form, order) for form in (WGS84, GCJ02, BD09, "EPSG:4549", "EPSG:4528", "EPSG:4549+GCJ-02") for order in (False, True)),
    *((form, order) for form in ("EPSG:4550", "EPSG:32651", "EPSG:4499", "EPSG:3857") for order in (False, True)),
]


@pytest.mark.parametrize(
    ("form", "north_first"), [*QUICK, *(pytest.param(*each, marks=pytest.mark.long) for each in SLOW if each not in QUICK)]
)
def test_streets_tell_the_system_and_the_order(streets, plates, form, north_first):
    east, north = written_as(plates, form).T
    columns = (north, east) if north_first else (east, north)
    found = detect(*columns, known=reference(streets))
    assert (found.word, found.candidate.north_first) == (form, north_first)
    np.testing.assert_allclose(placed(found.candidate, *columns, target=ZONE), plates, atol=0.01)


def test_the_shift_is_stated_in_metres_and_direction(streets, plates):
    found = detect(*written_as(plates, GCJ02).T, known=reference(streets))
    assert found.offset_m == pytest.approx(466, abs=8)
    assert (found.east_m, found.north_m) == (pytest.approx(398, abs=8), pytest.approx(-243, abs=8))
    assert "They look like GCJ-02 coordinates." in str(found.remarks[1])
    assert "m east" in str(found.remarks[1])
    assert "m south" in str(found.remarks[1])


def test_streets_of_a_part_of_the_town_are_enough(streets, plates):
    # Four in five places lie in parts of the city for which there are no streets.
    strewn = np.random.default_rng(3).uniform(-5 * SIDE_M, 5 * SIDE_M, (2400, 2)) + CORNER
    found = detect(*written_as(np.vstack([plates, strewn]), BD09).T, known=reference(streets))
    assert found.word == BD09
    assert "points among the reference's streets or buildings lie as they should" in str(found.remarks[0])


def test_streets_stand_noise_and_wrong_rows(streets, plates):
    rng = np.random.default_rng(4)
    numbers = written_as(plates + rng.normal(0, 3, plates.shape), GCJ02)
    numbers[:30] = 0.0
    numbers[30:40] = np.nan
    numbers[40:60] = rng.uniform(0, 90, (20, 2))
    assert detect(*numbers.T, known=reference(streets)).word == GCJ02


def test_a_file_of_two_sources_is_said_to_be_one(streets, plates, villages):
    numbers = written_as(plates, GCJ02)
    second = np.arange(len(plates)) % 9 < 4
    numbers[second] = written_as(plates[second], WGS84)
    assert "A part of the rows may be WGS84 coordinates instead" in str(detect(*numbers.T, known=reference(streets)).remarks[-1])
    xy, rows = homes(villages)
    numbers = written_as(xy, BD09)
    numbers[::4] = written_as(xy, WGS84)[::4]
    assert "A part of the rows may be WGS84" in str(detect(*numbers.T, known=reference(villages), rows=rows).remarks[-1])
    pure = detect(*written_as(plates, GCJ02).T, known=reference(streets))
    assert not any("A part of the rows" in str(remark) for remark in pure.remarks)


def test_a_shift_that_no_system_explains_is_refused(streets, plates):
    numbers = plates + np.array([60, -35])
    with pytest.raises(
        InputError, match=r"Read as EPSG:4549, the points still stand \d\d m off .*Beijing 1954, Xi'an 1980 or a city's own"
    ):
        detect(*numbers.T, known=reference(streets))


def test_points_that_have_nothing_to_do_with_the_streets_are_refused(streets):
    strewn = np.random.default_rng(5).uniform(0, SIDE_M, (600, 2)) + CORNER
    with pytest.raises(InputError, match="The coordinates may be WGS84, GCJ-02, BD-09: the reference does not decide"):
        detect(*written_as(strewn, GCJ02).T, known=reference(streets))


@pytest.mark.parametrize("form", [GCJ02, BD09, "EPSG:32651"])
def test_named_boundaries_tell_the_system(villages, form):
    xy, rows = homes(villages)
    found = detect(*written_as(xy, form).T, known=reference(villages), rows=rows)
    assert found.word == form
    assert "100.0 % of the points lie where the reference says" in str(found.remarks[0])


def test_boundaries_hide_the_old_datums_and_that_is_said(villages):
    xy, rows = homes(villages)
    found = detect(*xy.T, known=reference(villages), rows=rows)
    assert "Beijing 1954 or Xi'an 1980 would lie some tens of metres off" in str(found.remarks[1])


def test_boundaries_without_names_in_the_rows_may_not_decide(villages):
    # A kilometre of margin: shifted or not, everything stays inside.
    inner = np.random.default_rng(6).uniform(1300, 1700, (300, 2)) + CORNER
    with pytest.raises(InputError) as refused:
        detect(*written_as(inner, WGS84).T, known=reference(villages))
    assert "State COORDINATES, or give a REFERENCE with streets, buildings or named boundaries" in str(refused.value)
    assert "GCJ-02: 100.0 % of the points where they should be." in str(refused.value)


def test_equal_names_of_villages_in_two_towns_are_told_apart(villages):
    xy, rows = homes(villages)
    twice = pd.concat(
        [villages.assign(town="甲镇"), villages.set_geometry(villages.translate(20_000)).assign(town="乙镇")], ignore_index=True
    )
    rows["town"] = "甲镇"
    found = detect(*written_as(xy, GCJ02).T, known=reference(twice), rows=rows)
    assert found.word == GCJ02


def test_rows_and_boundaries_without_a_name_say_nothing(villages):
    xy, rows = homes(villages)
    rows["town"] = "甲镇"
    rows.loc[:150, "community"] = None
    rows.loc[100:200, "town"] = None
    nameless = pd.concat(
        [villages.assign(town="甲镇"), villages.iloc[:2].translate(5000).to_frame("geometry").assign(name=None, town=None)]
    )
    assert detect(*written_as(xy, BD09).T, known=reference(nameless), rows=rows).word == BD09


def test_boundaries_and_streets_that_contradict_each_other_decide_nothing(villages, streets, plates):
    # Points and boundaries come from a web map, the streets do not.
    _, own = shapely.STRtree(villages.geometry.to_numpy()).query_nearest(shapely.points(plates), all_matches=False)
    rows = pd.DataFrame({"community": villages["name"].to_numpy()[own]})
    web = villages.set_geometry(shapely.transform(villages.geometry.to_numpy(), lambda part: written_as(part, "EPSG:4549+GCJ-02")))
    with pytest.raises(InputError, match="may be WGS84, GCJ-02: the reference does not decide between them"):
        detect(*written_as(plates, GCJ02).T, known=reference(web, streets), rows=rows)


def test_a_reference_elsewhere_believes_nothing(villages):
    xy, rows = homes(villages)
    far = villages.set_geometry(villages.translate(40_000))
    with pytest.raises(InputError, match="Under no coordinate system that was tried do most points fall where the reference is"):
        detect(*written_as(xy, WGS84).T, known=reference(far), rows=rows)


def test_a_wrong_zone_that_lands_somewhere_is_not_believed(streets, plates):
    # The same numbers in the next zone lie 285 km away.
    other = streets.set_crs("EPSG:4550", allow_override=True)
    numbers = plates + np.array([40_000, 0])
    with pytest.raises(InputError):
        detect(*numbers.T, known=reference(other))


def test_the_evidence_is_a_table_with_the_best_first(streets, plates):
    table = evidence_frame(detect(*written_as(plates, GCJ02).T, known=reference(streets)).evidence)
    assert {"candidate", "order", "share_near", "share_inside", "share_named", "median_m", "evidence"} == set(table.columns)
    ranked = table.sort_values("evidence", ascending=False)
    assert ranked["candidate"].iloc[0] == GCJ02
    assert ranked["median_m"].iloc[0] < ranked["median_m"].iloc[1]


def test_degrees_without_reference_are_refused_in_china():
    lon, lat = written_as(CORNER + np.random.default_rng(1).uniform(0, 900, (50, 2)), WGS84).T
    with pytest.raises(InputError, match=r"do not tell WGS 84 from GCJ-02 and BD-09, which lie 46\d m and 1\d{3} m off here"):
        detect(lon, lat)


def test_degrees_elsewhere_are_what_they_are():
    found = detect(np.linspace(-51.2, -51.1, 30), np.linspace(-30.1, -30.0, 30), north_first=False)
    assert found.word == WGS84
    assert "Without a reference the coordinates are taken as WGS84" in str(found.remarks[0])


def test_eastings_with_their_zone_need_no_reference():
    found = detect(*written_as(CORNER + np.random.default_rng(1).uniform(0, 900, (50, 2)), "EPSG:4528").T)
    assert found.word == "EPSG:4528"
    assert "Beijing 1954 or Xi'an 1980" in str(found.remarks[1])


def test_eastings_without_zone_are_refused_without_reference():
    with pytest.raises(InputError, match=r"metres without a zone number: they fit many places.*for example EPSG:4549"):
        detect(*(CORNER + np.random.default_rng(1).uniform(0, 900, (50, 2))).T)


def test_hong_kongs_order_is_refused_without_reference():
    with pytest.raises(InputError, match="may be EPSG:2326, EPSG:2326, north first, and without a reference nothing decides"):
        detect(np.full(20, 832_756.0), np.full(20, 822_010.0))


def test_numbers_that_are_no_coordinates_are_refused(villages):
    with pytest.raises(InputError, match=r"fit no coordinate system known here: one column runs from 1 to 50"):
        detect(np.arange(1.0, 51), np.full(50, 1e9), known=reference(villages))


def test_a_file_without_coordinates_is_refused():
    with pytest.raises(InputError, match="No row has two coordinates. State the columns with X_FIELD and Y_FIELD."):  # noqa: RUF043
        detect(np.full(5, np.nan), np.zeros(5))


def test_two_pairs_of_columns_prove_each_other():
    xy = CORNER + np.random.default_rng(2).uniform(0, 2000, (60, 2))
    for form in DATUMS:
        one, other = agreeing(tuple(written_as(xy, form).T.round(6)), tuple(xy.T[::-1]))
        assert (one.word, other.word, other.candidate.north_first) == (form, ZONE, True)
        assert "put the rows on one place" in str(one.remarks[0])
    assert agreeing(tuple(written_as(xy, WGS84).T), tuple((xy + 80).T)) is None


# What the user states


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("WGS84", WGS84),
        ("CGCS2000", WGS84),
        ("国家2000", WGS84),
        ("gcj02", GCJ02),
        ("火星坐标", GCJ02),
        ("高德", GCJ02),
        ("BD-09", BD09),
        ("百度", BD09),
    ],
)
def test_words_of_degrees_are_understood(word, expected):
    assert stated(word, np.array([120.6]), np.array([31.3])).word == expected


def test_a_stated_shift_is_measured():
    found = stated("GCJ-02", *written_as(CORNER[None, :], GCJ02).T)
    assert found.offset_m == pytest.approx(466, abs=2)
    assert "taken as GCJ-02, as COORDINATES says" in str(found.remarks[0])


@pytest.mark.parametrize("word", ["EPSG:4549", "epsg:4549", "EPSG:4549+GCJ-02"])
def test_a_stated_code_finds_the_northing_by_its_numbers(word):
    north_first = stated(word, CORNER[1:], CORNER[:1])
    assert north_first.candidate.north_first
    assert not stated(word, CORNER[:1], CORNER[1:]).candidate.north_first


@pytest.mark.parametrize("word", ["北京54", "Beijing 1954", "西安80", "Xi'an 80"])
def test_the_old_datums_are_refused_with_the_reason(word):
    with pytest.raises(
        InputError, match=r"differ from city to city and are not public\. Have the file converted to CGCS2000, or state a code"
    ):
        stated(word, CORNER[:1], CORNER[1:])


def test_the_old_datums_are_taken_when_told_by_code():
    found = stated("EPSG:2437", CORNER[:1], CORNER[1:])
    assert found.word == "EPSG:2437"
    assert "expect the points tens of metres off" in str(found.remarks[1])


@pytest.mark.parametrize("word", ["Mars", "EPSG", "WGS84+GCJ-02", "EPSG:4549+Mars"])
def test_unknown_words_are_refused_with_the_known_ones(word):
    with pytest.raises(InputError, match=r"Unknown COORDINATES .* Use auto, WGS84, CGCS2000, GCJ-02, BD-09 or a code such as EPSG:4549"):
        stated(word, CORNER[:1], CORNER[1:])


def test_an_unknown_code_is_refused():
    with pytest.raises(InputError, match="Unknown coordinate system “EPSG:1”"):
        stated("EPSG:1", CORNER[:1], CORNER[1:])


def test_numbers_that_a_stated_system_cannot_have_are_refused():
    with pytest.raises(InputError, match="The numbers do not fit COORDINATES=WGS84: one column runs from 555000 to 555000"):
        stated("WGS84", CORNER[:1], CORNER[1:])
    with pytest.raises(InputError, match="The numbers do not fit COORDINATES=EPSG:2326"):
        stated("EPSG:2326", CORNER[:1], CORNER[1:])


# The reference


def test_names_are_compared_without_what_offices_add():
    words = pd.Series(["龙桥社区居委会", "龙桥社区", "龙桥 ", "龙桥村村民委员会", "臺中里", "12", None])
    assert plain_name(words).tolist()[:5] == ["龙桥", "龙桥", "龙桥", "龙桥村", "台中里"]
    assert plain_name(words)[5:].isna().all()


def test_a_reference_without_crs_or_geometry_is_refused(streets):
    with pytest.raises(InputError, match="The reference layer has no coordinate reference system"):
        reference(gpd.GeoDataFrame(geometry=streets.geometry.to_numpy()))
    with pytest.raises(InputError, match=r"The reference layer has no geometry\. Choose streets, buildings or boundaries"):
        reference(gpd.GeoDataFrame(geometry=[None], crs=ZONE))
