"""Explains one doorplate: what it reaches, what it misses and why, with the walks on the map."""
