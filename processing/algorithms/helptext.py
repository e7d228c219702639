"""The help panel of an algorithm, made of its declaration."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ...i18n import mark, tr

if TYPE_CHECKING:
    from .base import Algorithm

# What each figure of a run says; the key is what scripts read.
FIGURES = {
    "AREAS_COUNT": mark("Number of areas"),
    "AREAS_NOT_USABLE": mark("Areas whose network cannot carry a verdict"),
    "AREA_KM2": mark("Reached area per limit (km²), JSON"),
    "AREA_SHARES": mark("Share of areas that meet each rule, JSON"),
    "AREA_VERDICTS": mark("Verdict on the share of areas by rule, JSON"),
    "ASKED_AGAIN": mark("Doorplates that had to be asked again"),
    "ASSIGNED": mark("Doorplates inside an area"),
    "BEHIND_GATE": mark("Weight behind a closed gate in at least one category"),
    "BEST_GAIN": mark("Weight that it newly brings within reach, over all categories"),
    "BEST_GATE": mark("The gate that brings most alone"),
    "BORDERLINE": mark("Share of the weight with a borderline answer in at least one category"),
    "BORDERLINE_RATES": mark("Share of the weight with a borderline answer by category, JSON"),
    "BUILDINGS_COUNT": mark("Number of buildings"),
    "BUILDINGS_MATCHED": mark("Share of doorplates by how their building was found, JSON"),
    "CATEGORIES": mark("Events by category, JSON"),
    "CHANGED": mark("Grids whose code is new"),
    "COLUMNS": mark("Columns inside the scene, JSON"),
    "COLUMNS_DROPPED": mark("Columns with personal data that were left out"),
    "COLUMNS_NOT_LOADED": mark("Columns that stay in the file"),
    "COMPLETENESS": mark("Mean share of judged categories within reach"),
    "COORDINATES_DETECTED": mark("What the coordinates are"),
    "COVERED_ALL": mark("Weight that reaches every judged category"),
    "CROSSINGS": mark("Crossings without node"),
    "CROW_RATE": mark("Share inside straight-line circles by category, JSON"),
    "CRS": mark("Coordinate reference system of the result"),
    "DANGLES": mark("Ends that almost meet another line"),
    "DEM_COVER": mark("Share of the street length with known heights"),
    "DENSITY_BY_LEVEL": mark("Path density by level (km/km²), JSON"),
    "DISAGREEING": mark("Doorplates whose stated code disagrees with their place"),
    "DOORPLATES_COUNT": mark("Number of doorplates"),
    "DUPLICATES": mark("Streets drawn twice or in both directions"),
    "ENCODING_DETECTED": mark("Encoding of the file's texts"),
    "ESTATES_WITHOUT_GATE": mark("Estates with a wall and no gate"),
    "EVENTS_OUTSIDE": mark("Events outside every area"),
    "FACILITIES_COUNT": mark("Number of facilities"),
    "FACILITIES_NOT_CONNECTED": mark("Facilities that no path leads to"),
    "FAILED": mark("Areas that fail"),
    "FAR_DOORPLATES": mark("Doorplates far from any path or not connected"),
    "FEATURES_COUNT": mark("Number of features"),
    "FIRST_WORD": mark("What to know before reading the figures"),
    "FOR_VERDICTS": mark("Rows located at their door or building"),
    "GAINED": mark("Weight newly within reach, over all categories"),
    "FROM_TOTALS": mark("Rows whose households or residents come from an area's total"),
    "GAP_M2": mark("Land that a level leaves out (m²)"),
    "GATES_COUNT": mark("Number of gates"),
    "GONE_M2": mark("Land only before (m²)"),
    "GRIDS_COUNT": mark("Number of grids"),
    "HOUSEHOLDS": mark("Households"),
    "HOUSEHOLDS_FROM": mark("Households by the source they are known from, JSON"),
    "ISLANDS": mark("Islands: parts joined to nothing else"),
    "ISO_AGREEMENT": mark("Share of doorplates for which isochrone and ledger agree"),
    "ISO_EXCEPTIONS": mark("Pairs of doorplate and category where isochrone and ledger differ"),
    "LAND_RATE": mark("Share of residential land inside the isochrones by category, JSON"),
    "LARGEST_SHARE": mark("Share of the length that hangs together"),
    "LEFT_OUT": mark("Rows that could not be used"),
    "LENGTH_KM": mark("Length of the walking network (km)"),
    "LOCATED": mark("Rows with a place"),
    "LOST": mark("Weight no longer within reach, over all categories"),
    "MAPPING": mark("Which column of the file is which of ours"),
    "MAX_SHIFT_M": mark("Largest shift (m)"),
    "MEAN_SHIFT_M": mark("Mean shift of all vertices (m)"),
    "MENDED": mark("Slivers given to a neighbour"),
    "METHOD": mark("How walks are measured: network or estimate"),
    "METHODS": mark("Share of the rows by method, JSON"),
    "MOVED": mark("People whose cell holds no point and who went to the nearest cell with one"),
    "NEAR_MISSES": mark("Ends that almost meet another end"),
    "NETWORK_QUALITY": mark("Quality of the whole network: good, usable or not_usable"),
    "NEW_M2": mark("Land only after (m²)"),
    "NOTES": mark("What is not known or not judged"),
    "NOT_DRAWN": mark("Answers without a walk by reason, JSON"),
    "NOT_LOCATED": mark("Rows without a place"),
    "NOT_SNAPPED": mark("Weight of doorplates too far from any path"),
    "NO_DATA": mark("Areas, or categories, without enough data"),
    "NO_ROUTE": mark("Weight without any way in at least one category"),
    "OFFSET_M": mark("How far the given numbers stand off (m)"),
    "NONE_FOUND": mark("Categories that were surveyed completely and have none in the list"),
    "ORPHANS": mark("Areas that lie in no area of the level above"),
    "OUTSIDE": mark("Doorplates outside every area"),
    "OVERLAP_M2": mark("Land that two areas of a level hold (m²)"),
    "PAIRS": mark("Pairs of areas that share land"),
    "PARAMETERS": mark("The inputs really used, JSON"),
    "PARENTS_COUNT": mark("Number of communities with grids"),
    "PARTS": mark("Pairs that share only a part"),
    "PASSED": mark("Areas that pass"),
    "PATHLESS_ESTATES": mark("Estates without a mapped path"),
    "PEOPLE": mark("People of the raster that were shared out"),
    "PLACES_NOT_CONNECTED": mark("Places that no path leads to"),
    "PROBLEMS_COUNT": mark("Problems found in the data"),
    "QUALITY": mark("Quality of the whole network: good, usable or not_usable"),
    "QUALITY_BY_LEVEL": mark("Areas by quality and level, JSON"),
    "RATE": mark("Share within reach by category, JSON"),
    "RATES": mark("Share within reach by category, JSON"),
    "RATES_BEFORE": mark("Share within reach by category before the change, JSON"),
    "RATE_ALL": mark("Share that reaches every judged category"),
    "REACHED": mark("Reached things by kind, JSON"),
    "REACHED_KM": mark("Length of reached paths per limit (km), JSON"),
    "REPORT": mark("Path of the report"),
    "RESIDENTS": mark("Residents"),
    "RESIDENTS_FROM": mark("Residents by the source they are known from, JSON"),
    "RESPONSIBLE_CODES": mark("Codes of the responsible areas by place, JSON"),
    "RESULT": mark("Path of the result workspace"),
    "ROUTES": mark("Number of walks drawn"),
    "ROUTES_KM": mark("Length of all walks drawn (km)"),
    "ROWS_LOADED": mark("Rows that were loaded"),
    "ROWS_MERGED": mark("Rows of rooms summed at an earlier door"),
    "ROWS_READ": mark("Rows of the file"),
    "ROWS_REJECTED": mark("Rows that could not be loaded"),
    "SAME": mark("Pairs that are the same area"),
    "SCENE": mark("Path of the 3D scene"),
    "SEALED_HOUSEHOLDS": mark("Households that walls close in without a gate"),
    "SERVICES": mark("Facilities by service, JSON"),
    "SERVICE_M2": mark("Floor area of community services that is known (m²)"),
    "SHORTFALL_M2": mark("Floor area that is missing in the areas that fail (m²)"),
    "SIZE_MB": mark("Size of the file (MB)"),
    "STREET_KM_BY_LEVEL": mark("Path length inside the areas by level (km), JSON"),
    "SURVEYED_COMPLETELY": mark("Categories and types that were surveyed completely"),
    "TABLES": mark("Path of the workbook"),
    "TOGETHER": mark("Weight that the gates in the best order bring together, over all categories"),
    "TYPES_UNKNOWN": mark("Types that tell no service, with their rows, JSON"),
    "UNCERTAIN": mark("Events placed too roughly to tell every area"),
    "VERDICTS": mark("Verdict by category, JSON"),
    "VERSION": mark("Version of the plugin"),
    "VERTICES_UNCHANGED": mark("Vertices outside the box where web maps shift coordinates"),
    "WALLS_KM": mark("Length of walls (km)"),
    "WEIGHT": mark("What is counted"),
    "WEIGHT_TOTAL": mark("Weight of all doorplates"),
    "WITHOUT_VALUE": mark("Rows for which the raster has no value"),
    "ZERO_LENGTH": mark("Lines without length or with unknown coordinates"),
    "WORDS_UNKNOWN": mark("Rows whose category or state is none of ours, JSON"),
}


def figure(name: str) -> str:
    """The meaning of a figure in QGIS's language."""
    return tr(FIGURES[name]) if name in FIGURES else name.replace("_COUNT", "").replace("_", " ").capitalize()


def panel(algorithm: Algorithm) -> str:
    """About, inputs with their help, outputs and figures, as the simple HTML of QGIS's help panel."""
    parameters = algorithm.parameterDefinitions()
    inputs = [(p.description(), p.name(), p.help()) for p in parameters if not p.isDestination()]
    results = [(p.description(), p.name(), "") for p in parameters if p.isDestination()]
    figures = [(figure(name), name, "") for name in algorithm.FIGURES]
    parts = [f"<p>{escape(algorithm.about())}</p>"]
    for heading, rows in ((tr("Inputs"), inputs), (tr("Outputs"), results), (tr("Figures"), figures)):
        if rows:
            parts.append(f"<h3>{escape(heading)}</h3>")
            parts += [f"<p><b>{escape(label)}</b> <code>{key}</code><br>{escape(words or '')}</p>" for label, key, words in rows]
    return "".join(parts)
