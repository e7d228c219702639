"""Print layouts: a coverage map and an atlas, filled with what was just computed."""
