"""The list of problems: a dock with what the checks found and what was decided about it."""
