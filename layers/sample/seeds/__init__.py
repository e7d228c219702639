"""Towns in the size of published cases: what the reports state of them holds to the last unit, all else is invented."""
