"""What each finding about estates, facilities, streets, gates and whole tables means for the results, and what to do about it."""

from __future__ import annotations

from ....layers.words import text
from .rule import Rule

RULES = {
    "estate_cut": Rule(
        text("Estate cut by a border"),
        text("Two grids share one estate; neither knows it whole."),
        text("Propose a border around the estate."),
        outside=True,
    ),
    "estate_without_gate": Rule(
        text("Gated estate without gate"),
        text("Its walls let nobody out, or walks cross them where they should not."),
        text("Note every gate outside: where, and open to whom."),
        outside=True,
    ),
    "sealed_estate": Rule(
        text("Sealed estate"),
        text("Nobody inside reaches any service."),
        text("Note every gate outside: where, and open to whom."),
        outside=True,
    ),
    "no_doorplate": Rule(
        text("Building without doorplate"),
        text("If people live there, they are missing in every figure."),
        text("Read its plate outside, or note that nobody lives there."),
        outside=True,
    ),
    "building_scrap": Rule(
        text("Very small footprint"), text("A trace of drawing; nobody lives in it."), text("Delete it, or join it to its building.")
    ),
    "building_overlap": Rule(
        text("Buildings that overlap"),
        text("Doorplates in the overlap go to one of them; households reckoned from floor area count twice."),
        text("See which outline is right and delete or draw the other anew."),
    ),
    "floors_unlikely": Rule(
        text("Unlikely number of floors"),
        text("Height, and households reckoned from floors, are wrong."),
        text("Count the floors outside."),
        outside=True,
    ),
    "facility_twice": Rule(
        text("Same facility twice"),
        text("Lists and capacities count it twice; coverage stays the same."),
        text("Find out which of the rows is right and delete the other."),
        outside=True,
    ),
    "unknown_type": Rule(
        text("Unknown facility type"), text("The facility is not counted."), text("Write one of the known types into services.")
    ),
    "not_connected": Rule(
        text("Not connected"),
        text("No walk reaches the facility; whoever lives beside it counts as not reached."),
        text("Draw the path or gate that leads to it, or correct its place."),
        outside=True,
    ),
    "elsewhere": Rule(
        text("Facility of another place"), text("It changes nothing; perhaps its coordinates are wrong."), text("Check its coordinates.")
    ),
    "not_surveyed": Rule(
        text("Category not surveyed"),
        text("The category stays without a verdict: nobody knows whether there is none or nobody looked."),
        text("Look for it, add the facilities, or state in surveys that there are none."),
    ),
    "island": Rule(
        text("Island of the network"),
        text("Walks that begin here end here: nothing outside is reached."),
        text("Look where one can walk out and draw that path."),
        outside=True,
    ),
    "dangle": Rule(
        text("Dangle"),
        text("Two streets almost meet; walks make a detour."),
        text("Look whether one can walk through; then join the lines."),
        outside=True,
    ),
    "near_miss": Rule(
        text("Near-miss of ends"),
        text("Two streets almost meet; walks make a detour."),
        text("Look whether one can walk through; then join the lines."),
        outside=True,
    ),
    "crossing": Rule(
        text("Crossing without node"),
        text("Walks cannot turn from one street into the other here."),
        text("Bridge or crossing? Set level for a bridge, else join the lines."),
        outside=True,
    ),
    "self_crossing": Rule(
        text("Crossing of a street with itself"), text("Walks cannot turn here."), text("Join the line where it meets itself.")
    ),
    "level_change": Rule(
        text("Levels differ at a common vertex"),
        text("A bridge seems to touch the street below it."),
        text("Correct level of one of them."),
    ),
    "duplicate": Rule(text("Duplicate lines"), text("Nothing: one of them is left out."), text("Delete one of them.")),
    "twin": Rule(text("Reverse twin"), text("Nothing: both become one street."), text("Nothing.")),
    "no_height": Rule(
        text("No height"), text("Walks are reckoned as flat there."), text("Choose an elevation model that covers the district.")
    ),
    "unusable_network": Rule(
        text("Unusable walking network"),
        text("No walk can be measured: there is no coverage."),
        text("Choose the network of this district, or METHOD=estimate."),
    ),
    "no_walls": Rule(
        text("Gates without walls"), text("The gates change nothing."), text("Add the walls, for example with “Estate walls and gates”.")
    ),
    "gate_far_from_wall": Rule(
        text("Gate far from any wall"),
        text("The gate opens nothing; its wall stays shut."),
        text("Move the gate onto its wall."),
        outside=True,
    ),
    "gate_without_estate": Rule(
        text("Gate without estate"), text("Nobody knows whom the gate serves."), text("Note the estate of the gate."), outside=True
    ),
    "gate_without_street": Rule(
        text("Gate without street"), text("No walk leads through the gate."), text("Draw the path that leads through it."), outside=True
    ),
    "gate_without_side": Rule(
        text("Gate whose inside is unknown"),
        text("The gate counts as open to everybody."),
        text("Note the estate of the gate."),
        outside=True,
    ),
    "unknown_estate": Rule(
        text("Unknown estate"),
        text("The wall or gate serves an estate that the data does not have."),
        text("Correct the name, or add the estate."),
    ),
    "outside_areas": Rule(
        text("Event outside every area"),
        text("The event counts for no grid; nobody is responsible for it."),
        text("Check its address and place."),
    ),
    "grid_disagrees": Rule(
        text("Stated grid disagrees with the position"),
        text("The event is assigned by its place."),
        text("Tell the office that assigned it."),
    ),
    "unreadable_table": Rule(
        text("Table that cannot be read"), text("The table is in no result."), text("Import it again from its source.")
    ),
    "refused_table": Rule(
        text("Table that is refused"),
        text("Every run on this workspace will refuse it."),
        text("Mend what the message says, then import the table again."),
    ),
    "no_crs": Rule(
        text("No coordinate reference system"),
        text("Nobody can tell where the rows lie; every run will refuse the table."),
        text("Set the coordinate reference system in the layer's properties."),
    ),
    "other_crs": Rule(
        text("Another coordinate reference system"),
        text("The district check will refuse the workspace."),
        text("Reproject the table to the system of the others."),
    ),
    "missing_table": Rule(
        text("Missing table"), text("What needs the table cannot be computed."), text("Import it, if the office has it.")
    ),
    "empty_table": Rule(text("Empty table"), text("What needs the table cannot be computed."), text("Import it, if the office has it.")),
    "empty_column": Rule(
        text("Empty column"),
        text("Defaults stand for the values, or the figure is left out."),
        text("Ask the office that keeps the source for the column."),
    ),
    "stale_table": Rule(text("Stale table"), text("The figures describe an earlier state."), text("Ask for the present state.")),
}
