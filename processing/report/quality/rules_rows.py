"""What each finding about single rows, doorplates and areas means for the results, and what to do about it."""

from __future__ import annotations

from ....layers.words import text
from .rule import Rule

RULES = {
    "misfit_row": Rule(
        text("Row that cannot be read"),
        text("The row is in no result."),
        text("Open the file at that line: too many or too few fields, or a broken quotation mark."),
    ),
    "no_geometry": Rule(
        text("No geometry"),
        text("The row has no place and is in no result."),
        text("Give it coordinates, or locate it by its address with “Locate addresses”."),
    ),
    "no_place": Rule(
        text("No place"),
        text("The row has no place and is in no result."),
        text("Give it coordinates, or locate it by its address with “Locate addresses”."),
    ),
    "wrong_geometry": Rule(
        text("Wrong geometry"),
        text("The row is in no result."),
        text("Choose the layer with the right kind of geometry, or draw the row again."),
    ),
    "no_length": Rule(text("No length"), text("Nobody can walk the line; it is left out."), text("Delete the line or draw it again.")),
    "repaired_geometry": Rule(
        text("Geometry repaired"),
        text("The outline crossed itself; the repaired shape may differ from the one meant."),
        text("Look at the outline and draw it again where it is wrong."),
    ),
    "replaced_geometry": Rule(
        text("Geometry replaced"),
        text("Walks begin or end at a point that stands for the whole outline."),
        text("Nothing, unless the entrance is far from that point: then give the entrance."),
    ),
    "duplicate_id": Rule(
        text("Duplicate id"),
        text("Only the first row of an identifier counts; the others are left out of the coverage check."),
        text("Give every row its own identifier, or delete the repeated rows."),
    ),
    "empty": Rule(
        text("Required value missing"), text("The row cannot be used and is in no result."), text("Fill in the value in the source.")
    ),
    "not_a_number": Rule(
        text("Not a number"), text("The value is taken as missing; a default stands for it."), text("Correct the value in the source.")
    ),
    "below_zero": Rule(
        text("Below zero"), text("The value is taken as missing; a default stands for it."), text("Correct the value in the source.")
    ),
    "unknown_value": Rule(text("Unknown value"), text("The value is taken as missing."), text("Write one of the allowed words.")),
    "code_as_number": Rule(
        text("Code written as a number"),
        text("The decimals were taken off; zeros in front of a code are lost in such a column."),
        text("Store codes as text in the source."),
    ),
    "unreadable_date": Rule(text("Unreadable date"), text("The value is taken as missing."), text("Write dates as 2026-06-30.")),
    "personal_data": Rule(
        text("Personal data removed"),
        text("Personal data does not belong here; it was removed before any other step."),
        text("Remove it from the source too, and tell who keeps the source."),
    ),
    "room": Rule(
        text("Room cut off"),
        text("A doorplate ends at its door: whose room it is would be a person's affair."),
        text("Keep lists of rooms where they belong; their number is summed at the door."),
    ),
    "no_number": Rule(
        text("Address without number"),
        text("The doorplate cannot be found again, neither by post nor by “Locate addresses”."),
        text("Read the number outside and fill it in."),
        outside=True,
    ),
    "stacked": Rule(
        text("Doorplates on one spot"),
        text("One centre stands for many doors: their walks are all the same and may be wrong by the size of the estate."),
        text("Give each door its own place, for example from its building."),
        outside=True,
    ),
    "duplicate_address": Rule(
        text("Same address twice"),
        text("Households of the door count twice in every figure."),
        text("Find out which of the rows is right and delete the other."),
        outside=True,
    ),
    "near_duplicate": Rule(
        text("Nearly the same address"),
        text("One door may count twice."),
        text("Compare both addresses with the plate outside."),
        outside=True,
    ),
    "outside": Rule(
        text("Outside every area"),
        text("The doorplate counts for the whole, but for no grid, community or sub-district."),
        text("Check its coordinates first; then whether the boundary is right."),
        outside=True,
    ),
    "rooms_apart": Rule(
        text("Rooms of a door far apart"),
        text("The door stands where its first room does; the others may belong to another door."),
        text("Check the addresses and coordinates of these rooms."),
        outside=True,
    ),
    "building_far": Rule(
        text("Doorplate far from its building"),
        text("Its code names a building elsewhere; floors and the scene follow the code."),
        text("See which is wrong: the doorplate's place, the building's place or the code."),
        outside=True,
    ),
    "no_building": Rule(
        text("Doorplate without building"),
        text("The scene shows no building for it, and floors are not known."),
        text("Check whether the building is missing in the data or the doorplate stands wrong."),
        outside=True,
    ),
    "code_disagrees": Rule(
        text("Stated code disagrees with the position"),
        text("The results follow the place; the office that keeps the code counts the doorplate elsewhere."),
        text("Ask both communities who looks after this door; correct the code or the point."),
        outside=True,
    ),
    "unknown_code": Rule(
        text("Code that no area has"),
        text("The code cannot be checked; results follow the place alone."),
        text("Find out whether the code is old or an area is missing."),
    ),
    "borderline": Rule(
        text("Borderline answer"),
        text("Nobody can say at a desk whether these homes reach the service."),
        text("Walk it with a watch: way, gates and crossings as they are."),
        outside=True,
    ),
    "not_snapped": Rule(
        text("Not connected to a street"),
        text("The doorplate counts as not reached in every category."),
        text("Draw the path that leads to its door, or correct its place."),
        outside=True,
    ),
    "areas.code_disagrees": Rule(
        text("Stated code disagrees with the position"),
        text("The code says another parent than the map; lists by code and by place differ."),
        text("Ask who keeps the codes; correct the code or the boundary."),
    ),
    "overlap": Rule(
        text("Overlap"),
        text("Doorplates in the overlap count for the area with the lower code only."),
        text("Agree with both sides where the border runs and draw it again."),
        outside=True,
    ),
    "sliver": Rule(text("Sliver"), text("A trace of drawing; hardly any doorplate stands in it."), text("Let “Import areas” mend it.")),
    "gap": Rule(
        text("Gap"),
        text("Doorplates in the gap count for no area of that level."),
        text("Decide to which area the ground belongs."),
        outside=True,
    ),
    "orphan": Rule(
        text("Area without parent"),
        text("Its figures are missing in the sums of the level above."),
        text("Add the parent, or correct the boundary."),
    ),
    "straddles": Rule(
        text("Area across a border"),
        text("Figures by place and by parent differ a little."),
        text("Draw the smaller boundary along the larger one."),
    ),
    "unknown_parent": Rule(
        text("Unknown parent"), text("Its figures are missing in the sums of the level above."), text("Correct parent_code.")
    ),
    "parent_disagrees": Rule(
        text("Stated parent disagrees with the position"),
        text("Figures by place and by parent differ."),
        text("Correct parent_code or the boundary."),
    ),
    "code_length": Rule(
        text("Unusual length of a code"),
        text("Codes of this length may have lost leading or trailing digits."),
        text("Compare the code with the official list."),
    ),
    "multipart": Rule(
        text("Area in several parts"), text("May be right (an exclave), may be a slip of drawing."), text("Look at the smaller part.")
    ),
    "hole": Rule(text("Area with holes"), text("May be right (an enclave), may be forgotten ground."), text("Look at the hole.")),
    "total_not_taken": Rule(
        text("Total of no area"),
        text("Households or people of the list are missing in this area's total."),
        text("Write the area's code or its full name into the list, and plain numbers, and import the list again."),
    ),
    "household_range": Rule(
        text("Households of a grid out of the usual range"),
        text("Workers of a large grid carry more than others; no figure is wrong."),
        text("Use it when grids are drawn anew."),
    ),
    "total_disagrees": Rule(
        text("Totals do not add up"),
        text("One of the two figures is wrong or of another date."),
        text("Ask for both figures with their dates."),
    ),
    "total_without_doorplates": Rule(
        text("Total without a doorplate"),
        text("The people of that total stand at no doorplate and are in no rate."),
        text("Ask whether doorplates are missing in the area."),
    ),
    "total_too_small": Rule(
        text("Total too small"),
        text("Its doorplates state more already than the total allows; what they state stands."),
        text("Ask for both figures with their dates."),
    ),
    "total_unlike_doorplates": Rule(
        text("Total unlike its doorplates"),
        text("The doorplates hold; the stated totals are not used."),
        text("Ask for both figures with their dates."),
    ),
    "stale": Rule(text("Old boundary"), text("The boundary may have changed since."), text("Ask whether it still holds.")),
    "no_doorplates": Rule(
        text("Area without doorplates"),
        text("Its rates are empty, and its workers have nobody to look after."),
        text("Find out whether nobody lives there or the doorplates are missing."),
        outside=True,
    ),
    "posts_differ": Rule(
        text("Posts do not add up"),
        text("The area states other posts than its grids together; the grids hold."),
        text("Ask for both figures with their dates."),
    ),
    "no_capacity": Rule(
        text("Facility without capacity"),
        text("Whom it serves is not known; shares of people served are stated as at least and at most."),
        text("Fill its capacity (beds, places, meals)."),
    ),
    "capacity_zero": Rule(
        text("Capacity of 0"), text("The facility serves nobody."), text("Leave the capacity empty where it is not known.")
    ),
    "shared_capacity": Rule(
        text("One capacity for several categories"),
        text("It counts whole in each category, so more people may seem served than there are places."),
        text("Give each service a row and a capacity of its own."),
    ),
}
