"""The editable table of tags: what it says and that it can be followed."""

from __future__ import annotations

import pytest
from community3d.layers import tags
from community3d.layers.facility_types import facility_types
from community3d.layers.profiles import profile

MEANINGS = [
    ({"amenity": "school", "name": "实验小学"}, "primary_school"),
    ({"amenity": "school", "name": "清华附中"}, "junior_secondary"),
    ({"amenity": "school", "name": "第一高级中学"}, ""),
    ({"amenity": "school", "name": "星海实验学校"}, "primary_school,junior_secondary"),
    ({"amenity": "school", "name": "育才学校"}, "primary_school,junior_secondary"),
    ({"amenity": "school"}, "primary_school,junior_secondary"),
    ({"amenity": "school", "isced:level": "1"}, "primary_school"),
    ({"amenity": "school", "isced:level": "2;3"}, "junior_secondary"),
    ({"amenity": "school", "isced:level": "1-2"}, "primary_school,junior_secondary"),
    ({"amenity": "school", "isced:level": "3"}, ""),
    ({"amenity": "school", "school:type": "primary", "name": "St. Mary's"}, "primary_school"),
    ({"amenity": "school", "name": "诗雅艺术学校"}, ""),
    ({"amenity": "school", "name": "清华洁华幼儿园"}, "kindergarten"),
    ({"amenity": "kindergarten"}, "kindergarten"),
    ({"amenity": "kindergarten", "name": "阳光托育园"}, "nursery"),
    ({"leisure": "pitch", "sport": "soccer"}, "football"),
    ({"leisure": "pitch", "sport": "soccer;basketball"}, "football"),
    ({"leisure": "pitch", "sport": "basketball"}, "sports_ground_small"),
    ({"leisure": "pitch", "access": "private"}, ""),
    ({"leisure": "sports_centre"}, "sports_centre"),
    ({"amenity": "community_centre"}, "culture_station"),
    ({"amenity": "community_centre", "name": "石路社区服务中心"}, "community_station"),
    ({"amenity": "community_centre", "name": "新庄党群服务中心"}, "community_station"),
    ({"amenity": "community_centre", "name": "金阊文化活动中心"}, "culture_centre"),
    ({"office": "government", "name": "桃花坞街道办事处"}, "subdistrict_office"),
    ({"amenity": "social_facility", "name": "虎丘日间照料中心"}, "day_care_elderly"),
    ({"amenity": "social_facility", "social_facility": "nursing_home"}, "nursing_home"),
    ({"amenity": "social_facility", "social_facility": "nursing_home", "name": "康复护理院"}, "elderly_care_home"),
    ({"amenity": "hospital"}, "health_centre"),
    ({"amenity": "clinic"}, "health_station"),
    ({"amenity": "clinic", "name": "娄江社区卫生服务中心"}, "health_centre"),
    ({"amenity": "clinic", "name": "爱牙口腔"}, ""),
    ({"amenity": "marketplace"}, "market"),
    ({"shop": "supermarket"}, "market,retail_local"),
    ({"shop": "convenience"}, "convenience,retail_local"),
    ({"leisure": "park"}, "park"),
    ({"place": "square"}, "park"),
    ({"leisure": "garden", "garden:type": "residential"}, ""),
    ({"leisure": "park", "access": "no"}, ""),
    ({"highway": "bus_stop", "name": "菜市场"}, "bus_stop"),
    ({"railway": "subway_entrance"}, "metro"),
    ({"amenity": "toilets"}, "toilet"),
    ({"amenity": "bench"}, ""),
]


@pytest.mark.parametrize(
    ("object_tags", "types"), MEANINGS, ids=lambda value: value if isinstance(value, str) else ", ".join(value.values())
)
def test_tags_give_facility_types(object_tags, types):
    assert ",".join(tags.facility_types(object_tags)) == types


def test_one_object_may_serve_several_types():
    assert tags.facility_types({"amenity": "community_centre", "name": "虎丘社区服务中心", "leisure": "fitness_centre"}) == (
        "community_station",
        "gym",
    )


def test_every_category_of_the_default_profile_can_be_found():
    groups = tags.facility_groups(tags.read_tag_table())
    given = {kind for group in groups for rule in group.rules for kind in rule.gives["types"]}
    # Areas of pitches are not compared, so large and middle sports grounds do not come from OSM.
    assert all(given.intersection(category.types) for category in profile("tdt1063").categories)


def test_facility_types_are_known_kinds():
    groups = tags.facility_groups(tags.read_tag_table())
    assert {kind for group in groups for rule in group.rules for kind in rule.gives["types"]} <= set(facility_types())


def test_steps_are_slow_and_motorways_are_not_walked():
    kinds = tags.street_kinds()
    assert kinds["steps"] == tags.StreetKind(walkable=True, factor=0.5)
    assert not kinds["motorway"].walkable
    assert (tags.UNKNOWN_KIND.walkable, tags.UNKNOWN_KIND.factor) == (True, 1.0)


def test_nobodys_contact_is_asked_for():
    asked = tags.used_keys(tags.read_tag_table())
    assert not [key for key in asked if key.startswith(("phone", "contact", "operator", "email", "website", "owner"))]
