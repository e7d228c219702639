"""Coordinates of real files and of generated districts anywhere in China: found, or refused, never wrong in silence."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.candidates import placed
from community3d.layers.coordinates import agreeing, detect, detect_shapes, placed_shapes
from community3d.layers.crs import LONLAT, reproject_xy
from community3d.layers.datum import BD09, DATUMS, GCJ02, WGS84, convert, shift_m
from community3d.layers.errors import InputError
from community3d.layers.reading import read_layer
from community3d.layers.reference import reference
from community3d.layers.sample.district import sample_district
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TAIWAN = [
    ("changhua_main4.csv", "changhua_xizhou_zhutang_villages.geojson"),
    ("kaohsiung_place.csv", "kaohsiung_zuoying_lingya_sanmin_villages.geojson"),
]


def table(path, *columns):
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    return rows, *(rows[column].astype(float).to_numpy() for column in columns)


def shifted(lonlat, datum):
    return convert(lonlat, source=WGS84, target=datum)


@pytest.mark.parametrize(("plates", "villages"), TAIWAN)
def test_taiwans_grid_is_found_from_the_villages_alone(shared_data, plates, villages):
    rows, x, y = table(shared_data / "taiwan" / plates, "x", "y")
    known = reference(read_layer(str(shared_data / "taiwan" / villages)))
    found = detect(x, y, known=known, rows=rows)
    assert (found.word, found.candidate.north_first) == ("EPSG:3826", False)
    assert len(found.remarks) == 1
    assert detect(y, x, known=known, rows=rows).candidate.north_first


# The rows of the three towns only; by the village's name without its town Kaohsiung has fewer, other towns bear it too.
@pytest.mark.parametrize(("plates", "villages", "expected"), [(*TAIWAN[0], 0.9575), (*TAIWAN[1], 0.9742)])
def test_the_doorplates_fall_into_the_villages_they_name(shared_data, plates, villages, expected):
    rows, x, y = table(shared_data / "taiwan" / plates, "x", "y")
    areas = read_layer(str(shared_data / "taiwan" / villages))
    found = detect(x, y, known=reference(areas), rows=rows)
    spots = shapely.points(placed(found.candidate, x, y, target=LONLAT))
    row, area = shapely.STRtree(areas.geometry.to_numpy()).query(spots, predicate="intersects")
    naming = rows["addr:district"].isin(areas["TOWNNAME"])
    right = areas["VILLNAME"].to_numpy()[area] == rows["addr:hamlet"].to_numpy()[row]
    assert right[naming.to_numpy()[row]].sum() / naming.sum() == pytest.approx(expected, abs=0.0005)


@pytest.mark.long
@pytest.mark.parametrize(("plates", "villages"), TAIWAN)
@pytest.mark.parametrize("datum", DATUMS)
def test_taiwans_doorplates_in_degrees_are_found_too(shared_data, plates, villages, datum):
    rows, x, y = table(shared_data / "taiwan" / plates, "x", "y")
    lon, lat = shifted(reproject_xy(np.column_stack([x, y]), source="EPSG:3826", target=LONLAT), datum).T
    known = reference(read_layer(str(shared_data / "taiwan" / villages)))
    assert detect(lat, lon, known=known, rows=rows).word == datum


@pytest.mark.parametrize("district", ["als_sham_shui_po.csv", "als_wong_tai_sin.csv"])
def test_hong_kongs_two_pairs_of_columns_agree_to_half_a_metre(shared_data, district):
    _, lon, lat, east, north = table(shared_data / "hongkong" / district, "Longitude", "Latitude", "Easting", "Northing")
    degrees, metres = agreeing((lon, lat), (east, north))
    assert (degrees.word, metres.word) == (WGS84, "EPSG:2326")
    apart_m = np.hypot(*shift_m(placed(degrees.candidate, lon, lat), placed(metres.candidate, east, north)).T)
    assert np.median(apart_m) == pytest.approx(0.53, abs=0.05)


@pytest.mark.long
def test_hong_kongs_grid_and_its_order_are_found_from_points_on_a_map(shared_data):
    _, east, north = table(shared_data / "hongkong" / "als_sham_shui_po.csv", "Easting", "Northing")
    known = reference(read_layer(str(shared_data / "hongkong" / "osm_pois.geojson")))
    for columns, north_first in (((east, north), False), ((north, east), True)):
        found = detect(*columns, known=known)
        assert (found.word, found.candidate.north_first) == ("EPSG:2326", north_first)


@pytest.fixture(scope="module")
def network(shared_data):
    return reference(read_layer(str(shared_data / "shanghai-walk" / "shanghai_slow_network.geojson")))


@pytest.mark.parametrize(("datum", "shift_m"), [(WGS84, 0), (GCJ02, 480), (BD09, 1142)])
def test_shanghais_hospitals_are_wgs84_and_shifted_ones_come_back(shared_data, network, datum, shift_m):
    # The network covers a tenth of the city.
    rows, lon, lat = table(shared_data / "shanghai-walk" / "poi" / "shanghai_hospital.csv", "lon", "lat")
    numbers = shifted(np.column_stack([lon, lat]), datum)
    found = detect(*numbers.T, known=network, rows=rows)
    assert found.word == datum
    assert found.offset_m == pytest.approx(shift_m, abs=3)
    np.testing.assert_allclose(placed(found.candidate, *numbers.T), np.column_stack([lon, lat]), rtol=0, atol=1e-9)


def test_a_shapefile_without_prj_is_proven_by_the_streets_its_boundaries_follow(shared_data, network):
    districts = read_layer(str(shared_data / "shanghai-walk" / "shanghai_districts.shp"))
    assert districts.crs is None
    assert detect_shapes(districts.geometry.to_numpy(), known=network).word == WGS84
    with pytest.raises(InputError, match="Degrees alone do not tell WGS 84 from GCJ-02 and BD-09"):
        detect_shapes(districts.geometry.to_numpy())


@pytest.mark.long
@pytest.mark.parametrize("datum", [GCJ02, BD09])
def test_streets_of_a_web_map_come_back_onto_the_others(shared_data, datum):
    streets = read_layer(str(shared_data / "shanghai-walk" / "shanghai_slow_network.geojson"))
    true = streets.geometry.to_numpy()[::2]
    web = shapely.transform(true, lambda lonlat: shifted(lonlat, datum))
    found = detect_shapes(web, known=reference(streets.iloc[1::2]))
    assert found.word == datum
    back = placed_shapes(found.candidate, web, target=LONLAT)
    np.testing.assert_allclose(shapely.get_coordinates(back), shapely.get_coordinates(true), rtol=0, atol=1e-9)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["中学", "小学", "幼儿园", "shanghai_school", "shanghai_Theatr_Cinema"])
@pytest.mark.parametrize("datum", DATUMS)
def test_fewer_points_are_found_or_refused(shared_data, network, kind, datum):
    rows, lon, lat = table(shared_data / "shanghai-walk" / "poi" / f"{kind}.csv", "lon", "lat")
    numbers = shifted(np.column_stack([lon, lat]), datum)
    try:
        found = detect(*numbers.T, known=network, rows=rows)
    except InputError:
        assert kind not in ("幼儿园", "shanghai_school")
    else:
        assert found.word == datum


@pytest.mark.long
@pytest.mark.parametrize("crs", ["EPSG:4549", "EPSG:4528", "EPSG:4550", "EPSG:4499", "EPSG:32651", "EPSG:3857"])
def test_shanghais_hospitals_in_metres_are_found_north_first(shared_data, network, crs):
    _, lon, lat = table(shared_data / "shanghai-walk" / "poi" / "shanghai_hospital.csv", "lon", "lat")
    east, north = reproject_xy(np.column_stack([lon, lat]), source=LONLAT, target=crs).T
    found = detect(north, east, known=network)
    assert (found.word, found.candidate.north_first) == (crs, True)


@pytest.mark.long
def test_beijing_1954_is_noticed_on_the_streets(shared_data, network):
    _, lon, lat = table(shared_data / "shanghai-walk" / "poi" / "shanghai_hospital.csv", "lon", "lat")
    east, north = reproject_xy(np.column_stack([lon, lat]), source=LONLAT, target="EPSG:2437").T
    with pytest.raises(InputError, match=r"Read as EPSG:4549, the points still stand .* m off the streets or buildings"):
        detect(east, north, known=network)


@pytest.mark.long
@pytest.mark.parametrize("datum", DATUMS)
def test_suzhous_buildings_prove_points_in_them(shared_data, datum):
    buildings = read_layer(str(shared_data / "suzhou" / "suzhou_buildings_floor.geojson"))
    spots = shapely.get_coordinates(shapely.point_on_surface(buildings.geometry.to_numpy()))
    assert detect(*shifted(spots, datum).T, known=reference(buildings)).word == datum


# Generated districts


@pytest.fixture(scope="module")
def district():
    return sample_district("small", 1)


def moved_layer(frame, zone):
    """A layer with its numbers in another zone of CGCS2000."""
    layer = frame.set_crs(zone, allow_override=True)
    layer.attrs["crs"] = zone
    return layer


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    number=st.integers(25, 45),
    form=st.sampled_from([*DATUMS, "plain", "prefix", "utm", "EPSG:3857"]),
    north_first=st.booleans(),
    shown=st.sampled_from([("streets",), ("buildings",), ("areas",), ("streets", "areas")]),
    count=st.sampled_from([60, 200, 500]),
    noise_m=st.sampled_from([0.0, 3.0]),
    seed=st.integers(0, 999),
)
def test_a_district_in_any_zone_form_and_order_is_found_or_refused(district, number, form, north_first, shown, count, noise_m, seed):
    zone, rng = f"EPSG:{4534 + number - 25}", np.random.default_rng(seed)
    plates = district["doorplates"][district["doorplates"].geometry.notna()].sample(count, random_state=seed)
    xy = np.column_stack([plates.geometry.x, plates.geometry.y])
    numbers = xy + rng.normal(0, noise_m, xy.shape) if noise_m else xy
    lonlat = reproject_xy(numbers, source=zone, target=LONLAT)
    if form in DATUMS:
        numbers = shifted(lonlat, form)
    elif form == "prefix":
        numbers = numbers + np.array([number * 1e6, 0])
    elif form != "plain":
        crs = form if form != "utm" else f"EPSG:{32600 + int((lonlat[0, 0] + 180) // 6) + 1}"
        numbers = reproject_xy(lonlat, source=LONLAT, target=crs)
    columns = tuple(numbers.T[::-1] if north_first else numbers.T)
    known = reference(*(moved_layer(district[name], zone) for name in shown))
    try:
        found = detect(*columns, known=known, rows=plates.drop(columns="geometry"))
    except InputError:
        return
    apart_m = np.hypot(*(placed(found.candidate, *columns, target=zone) - xy).T)
    assert np.median(apart_m) < 2 * noise_m + 1
