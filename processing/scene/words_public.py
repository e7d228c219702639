"""The words of scenes for publication."""

from __future__ import annotations

from ...layers.words import text

PUBLIC_WORDS = {
    "not_reviewed": text("Not reviewed. Not for publication."),
    "approval_number": text("Map approval number: {number}"),
    "public_left_out": text(
        "Made for publication: without heights, doorplates, gates and walls, posts, events and sensitive facilities; outlines of areas "
        "are coarse. Only a map review decides whether it may be published."
    ),
    "privacy_line_public": text("For publication: counts by area only, no names, identity numbers, phones or addresses."),
    "public_building": text("For publication households are told by area only."),
}
