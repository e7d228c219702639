"""Facility lists as offices have them: types told by words, places by coordinates or addresses."""
