"""What the columns of an output hold, for the help panel; units stand behind the columns."""

from __future__ import annotations

from ...i18n import mark, tr

# By algorithm and key of the output, or by the key alone where it is the same everywhere.
_COLUMNS = {
    "REJECTED": mark("The columns of the source with row and reason: why each row was not loaded."),
    "PROBLEMS": mark("One row per finding: table, row, rule, severity, message, fix, state."),
    "servicecoverage.SUMMARY": mark(
        "Per area and category: weight, total, ok and the five reasons, rate with rate_low and rate_high (0 to 1), target, verdict."
    ),
    "servicecoverage.LEDGER": mark(
        "One row per doorplate; per category the nearest facility (_id), the walk in metres (_m) and minutes (_min), whether it is within "
        "reach (_ok) and why not (_why); empty where there is no way. Then reached, judged, completeness (0 to 1), snap_m, profile, walker."
    ),
    "servicecoverage.AREAS_OUT": mark("The areas with a rate per category (_rate, 0 to 1), completeness and the quality of the network."),
    "isochrones.OUTPUT": mark("Bands with place_id, limit, unit and area_m2, the largest limit at the bottom."),
    "landcoverage.OUTPUT": mark("Per area and category: land_m2, covered_m2, and the shares of land, households and circles (0 to 1)."),
    "nearestroutes.OUTPUT": mark("Lines with doorplate_id, category, facility_id, length in metres (m), minutes (min) and why."),
    "nearby.OUTPUT": mark("What is reached from each place: kind, id, name, metres (m), minutes (min) and rank, nearest first."),
    "facilitystandards.OUTPUT": mark(
        "Per area: households, residents, service_m2, required_m2, shortfall_m2, m2_per_100hh and verdict "
        "(pass, fail, no_data, not_judged)."
    ),
    "communityscale.OUTPUT": mark("Per community: households, dispersion_m, verdict (split, merge, keep), merge_with, merged_households."),
    "gridstaffing.OUTPUT": mark(
        "Per area: leaders, workers, leader_vacancies, worker_vacancies, households_per_worker, posts_per_10k and workload (1 is average)."
    ),
    "capacity.OUTPUT": mark(
        "Per doorplate and category: places per person (_per_person) and the share of people who find one (_served, 0 to 1)."
    ),
    "capacity.LOAD": mark(
        "Per facility and category: capacity, demand and served in persons, over and idle places, load (1 is full), verdict."
    ),
    "comparecoverage.OUTPUT": mark("Doorplates with a change per category (_change: gained, lost or same)."),
    "whatif.OUTPUT": mark("Doorplates that gain or lose a service, with the change per category (_change) and the walks before and after."),
    "whatif.TOTALS": mark("Per area and category: before, after, gained and lost weight, rate_before and rate_after (0 to 1)."),
    "rankgates.OUTPUT": mark(
        "Gates with the weight that each brings alone, its rank, its place in the best order, what it adds there and all together."
    ),
    "assignareas.OUTPUT": mark("The doorplates with district_code, subdistrict_code, community_code and grid_code by their place."),
    "importdoorplates.OUTPUT": mark(
        "The table doorplates: doorplate_id, address and its parts, households, residents, codes, building_id."
    ),
    "importareas.OUTPUT": mark("The table areas: code, name, partition, level, parent_code, posts and totals."),
    "importfacilities.OUTPUT": mark("The table facilities: facility_id, name, services, capacity, floor_m2, opening."),
    "importevents.OUTPUT": mark("The table events: event_id, category, reported_at, state, and the codes of the responsible areas."),
    "networkquality.OUTPUT": mark(
        "Per area: street_km, density_km_km2, far_share (0 to 1), pathless_estates, quality (good, usable, not_usable) and reason."
    ),
    "crosswalk.OUTPUT": mark("Pairs of from_code and to_code with area_m2, households, and their shares in both areas (0 to 1)."),
    "locateaddresses.OUTPUT": mark(
        "The rows with method, the expected error in metres (error_m), and the doorplate that it rests on (near_id)."
    ),
}


def columns(algorithm: str, key: str) -> str:
    """What the columns of an output hold, in QGIS's language; empty where its name says it all."""
    own = f"{algorithm}.{key}"
    known = own if own in _COLUMNS else key
    return tr(_COLUMNS[known]) if known in _COLUMNS else ""
