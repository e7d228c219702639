"""The columns and codes of wide result tables in words: capacity, communities, areas laid over each other, before and after."""

from __future__ import annotations

from .words import Text, text

GROUPS: dict[str, Text] = {
    "kind": text("Kind of group"),
    "people": text("People"),
    "per_person": text("Places per person"),
    "served_rate": text("Share of people served"),
    "served_high": text("Share of people served at most"),
    "gini": text("Gini coefficient"),
    "people_share": text("Share of people, fewest places first"),
    "places_share": text("Share of places that they hold"),
    "group": text("Group"),
}
# By table, or by the role of its style: the words of its columns, where WORDS of column_words.py has none or another.
TABLE_COLUMNS: dict[str, dict[str, Text]] = {
    "groups": GROUPS,
    "lorenz": GROUPS,
    "summary": {
        "group": text("Who needs a place"),
        "share": text("Share of them among residents"),
        "need": text("People in need of a place"),
        "served": text("People served"),
        "over": text("People too many"),
        "out_of_reach": text("People out of reach"),
        "no_data": text("People without data of capacity"),
        "not_connected": text("People not connected to the network"),
        "per_person": text("Places per person"),
        "served_rate": text("Share of people served"),
        "served_high": text("Share of people served at most"),
        "gini": text("Gini coefficient"),
        **{
            "total_before": text("Total before"),
            "total_after": text("Total after"),
            "same": text("Unchanged"),
            "not_compared": text("Not compared"),
            "reweighed": text("By another weight"),
            "rejudged": text("By another judgement"),
            "new_ok": text("New and reached"),
            "gone_ok": text("Gone and reached before"),
        },
    },
    "capacity_load": {
        "group": text("Who needs a place"),
        "ratio": text("Places per person in reach"),
        "assigned": text("People assigned"),
        "unsure": text("Of them might go elsewhere"),
        "served": text("People served"),
        "over": text("People too many"),
        "idle": text("Free places"),
        "load": text("Load (share of capacity)"),
    },
    "communityparts": {
        "part": text("Part no."),
        "parts": text("Parts of the community"),
        "share": text("Share of the community"),
        "blocks": text("Blocks"),
        "off_balance": text("Households over or under an equal part"),
    },
    "neighbours": {
        "neighbour": text("Neighbour (code)"),
        "neighbour_name": text("Neighbour"),
        "border_share": text("Share of the border"),
        "neighbour_households": text("Households of the neighbour"),
        "same_parent": text("Same sub-district"),
        "score": text("Score"),
        "fits": text("May be merged"),
    },
    "areas": {"members": text("Communities joined"), "member_codes": text("Joined (codes)")},
    "gridmoves": {
        "from_before": text("Load of the giving grid before"),
        "from_after": text("Load of the giving grid after"),
        "to_before": text("Load of the receiving grid before"),
        "to_after": text("Load of the receiving grid after"),
    },
    "crosswalk": {
        "kind": text("Kind of relation"),
        "share_from": text("Share of the area before"),
        "share_to": text("Share of the area after"),
        "share_households_from": text("Share of households before"),
        "share_households_to": text("Share of households after"),
    },
    "problems": {
        "other": text("Other row"),
        "automatic": text("Can be mended by itself"),
        "stated": text("Stated"),
        "by_position": text("By position"),
    },
    "checklist": {
        "answer": text("Checked outside"),
        "remarks": text("Remarks"),
        "checked_on": text("Checked on"),
        "checked_by": text("Checked by (post)"),
        "number": text("Number"),
        "place": text("Place or address"),
        "finding": text("Finding"),
    },
    "responsible": {"certain": text("Certain")},
    "nearby": {"id": text("Id of the thing"), "kind": text("Kind of thing")},
    "nearby_routes": {"id": text("Id of the thing"), "kind": text("Kind of thing")},
}
# What a check outside may answer; lists and layers hold the same words.
ANSWERS = (text("Yes"), text("No"), text("Demolished"), text("Wrong address"))
# Why isochrone and ledger differ at a doorplate.
CAUSES = {
    "not_connected": text("The doorplate is not connected to the walking network."),
    "island": text("Its street is joined to no other."),
    "estate_gate": text("A gate on the way is not open."),
    "behind_wall": text("The reached street lies behind a wall or across water."),
    "band_width": text("The walk ends before the doorplate by less than the width of the band."),
    "other_street": text("Another street nearby is reached; the way by its own street is too long."),
    "outline": text("The edge of the band is rounded here."),
}
# By table and column the words of its codes.
TABLE_VALUES: dict[tuple[str, str], dict[str, Text]] = {
    ("iso_exceptions", "cause"): CAUSES,
    ("checklist", "answer"): {words.source: words for words in ANSWERS},
    ("capacity_load", "verdict"): {
        "overloaded": text("Overloaded"),
        "balanced": text("Balanced"),
        "idle": text("Idle"),
        "no_places": text("No places"),
        "not_connected": text("Not connected to the network"),
        "no_data": text("Not enough data"),
    },
    ("crosswalk", "kind"): {
        "same": text("The same area"),
        "part": text("A part"),
        "new": text("New land"),
        "gone": text("Land given up"),
    },
    ("neighbours", "same_parent"): {"yes": text("Yes"), "no": text("No")},
    ("neighbours", "fits"): {"yes": text("Yes"), "no": text("No")},
    ("problems", "automatic"): {"yes": text("Yes"), "no": text("No")},
}
