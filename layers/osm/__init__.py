"""OSM extracts on disk become workspace tables; nothing is downloaded."""

from .read import OsmTables, read_osm

__all__ = ["OsmTables", "read_osm"]
