"""Files as offices have them: read whatever their encoding and form, every row accounted for."""
