"""Try it here: facilities dragged, gates opened or closed, and what that would bring."""
