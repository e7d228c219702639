"""Facility types in words."""

from __future__ import annotations

from ...layers.words import Text, text

# The ids of standards.yaml; its longer names are shortened to what fits a table.
TYPE_WORDS = {
    "day_care_elderly": text("Day-care centre for older people"),
    "nursing_home": text("Nursing home"),
    "elderly_care_home": text("Care home for older people"),
    "park": text("Park or square"),
    "primary_school": text("Primary school"),
    "junior_secondary": text("Junior secondary school"),
    "market": text("Wet market or fresh-food supermarket"),
    "health_centre": text("Community health centre"),
    "health_station": text("Community health station"),
    "outpatient": text("Outpatient clinic"),
    "culture_centre": text("Culture centre"),
    "culture_station": text("Culture station"),
    "sports_centre": text("Sports hall or fitness centre"),
    "sports_ground_large": text("Large sports ground"),
    "sports_ground_mid": text("Medium sports ground"),
    "sports_ground_small": text("Small sports ground"),
    "fitness_ground": text("Open-air fitness ground"),
    "gym": text("Gym"),
    "football": text("Football ground"),
    "kindergarten": text("Kindergarten"),
    "nursery": text("Nursery"),
    "community_station": text("Community service station"),
    "subdistrict_service": text("Sub-district service centre"),
    "canteen": text("Community canteen"),
    "convenience": text("Convenience shop"),
    "bus_stop": text("Bus stop"),
    "metro": text("Metro station"),
    "post_office": text("Post office"),
    "parcel": text("Parcel point"),
    "retail_local": text("Local shops"),
    "play_area": text("Play area"),
}


def type_words(facility_type: str) -> Text | str:
    """The facility type in words; a type of the user's own stays as it is written."""
    return TYPE_WORDS.get(facility_type, facility_type)
