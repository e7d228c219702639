"""Parameters that several algorithms share, declared once with label and help."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...i18n import tr
from ...layers.profiles import PROFILE_IDS, WALKERS
from ...layers.schema import PERSONS_PER_HOUSEHOLD
from ..compat import ADVANCED, LINES, POINTS, POLYGONS, VECTOR

Parameter = QgsProcessingParameterDefinition
NUMBER = QgsProcessingParameterNumber.Type


def helped(parameter: Parameter, words: str, *, advanced: bool = False) -> Parameter:
    """The parameter with its help sentence; advanced ones are folded away."""
    parameter.setHelp(words)
    if advanced:
        parameter.setFlags(parameter.flags() | ADVANCED)
    return parameter


def source(key: str, label: str, words: str, kinds: Sequence[int], *, optional: bool = False, advanced: bool = False) -> Parameter:
    """A vector input of the given geometry kinds."""
    return helped(QgsProcessingParameterFeatureSource(key, label, list(kinds), None, optional), words, advanced=advanced)


def several(key: str, label: str, words: str, kind: int) -> Parameter:
    """One or more vector layers of a geometry kind."""
    return helped(QgsProcessingParameterMultipleLayers(key, label, kind), words)


def number(
    key: str, label: str, words: str, default: float, *, low: float, high: float = 1e9, decimals: int = 0, advanced: bool = False
) -> Parameter:
    """A number with bounds; its box shows the given decimals, scripts may give more."""
    parameter = QgsProcessingParameterNumber(key, label, NUMBER.Double, default, False, low, high)
    parameter.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return helped(parameter, words, advanced=advanced)


def integer(key: str, label: str, words: str, default: int, *, low: int, high: int = 2_000_000_000) -> Parameter:
    """A whole number with bounds."""
    return helped(QgsProcessingParameterNumber(key, label, NUMBER.Integer, default, False, low, high), words)


def string(key: str, label: str, words: str, default: str = "", *, advanced: bool = False) -> Parameter:
    """A text that may be empty."""
    return helped(QgsProcessingParameterString(key, label, default, False, True), words, advanced=advanced)


def flag(key: str, label: str, words: str, *, default: bool = False) -> Parameter:
    """Yes or no."""
    return helped(QgsProcessingParameterBoolean(key, label, default), words)


def choice(
    key: str,
    label: str,
    words: str,
    entries: dict[str, str],
    default: str | Sequence[str],
    *,
    several: bool = False,
    advanced: bool = False,
) -> Parameter:
    """An enum whose entries are also known by id words, so that scripts can say WALKER=older."""
    ids = list(entries)
    wanted = [default] if isinstance(default, str) else default
    index = [ids.index(word) for word in wanted] if several else ids.index(default)
    parameter = QgsProcessingParameterEnum(key, label, list(entries.values()), several, index, False)
    parameter.setMetadata({"ids": ids})
    return helped(parameter, words, advanced=advanced)


def vector_output(key: str, label: str, kind: int = VECTOR, *, optional: bool = False) -> Parameter:
    """A layer that the run writes; a temporary GeoPackage unless named. An optional one is made only when asked for."""
    return QgsProcessingParameterVectorDestination(key, label, kind, None, optional, not optional)


def file_output(key: str, label: str, filters: str) -> Parameter:
    """A file that the run writes."""
    return QgsProcessingParameterFileDestination(key, label, filters)


def fields() -> Parameter:
    """Which column of the file is which of ours."""
    words = tr("Pairs like “address=地址; building=楼栋号”, or a file with such pairs; empty: by the alias table.")
    return string("FIELDS", tr("Column mapping"), words, advanced=True)


def levels() -> Parameter:
    """The levels of boundary layers."""
    words = tr(
        'In the order of the layers, e.g. "subdistrict,community,grid"; empty: by columns and code length. '
        '"community=CODE1, grid=CODE" joins the small areas that share a code.'
    )
    return string("LEVELS", tr("Levels"), words)


def doorplates(*, optional: bool = False) -> Parameter:
    """Doorplate points."""
    words = tr("Points with doorplate_id; households are used as weight where given.")
    return source("DOORPLATES", tr("Doorplates"), words, [POINTS], optional=optional)


def facilities(*, optional: bool = False) -> Parameter:
    """Facilities."""
    words = tr("Points or polygons; services names the categories each one offers, separated by commas.")
    return source("FACILITIES", tr("Facilities"), words, [POINTS, POLYGONS], optional=optional)


def streets(*, optional: bool = False) -> Parameter:
    """The walking network."""
    words = tr("Lines one can walk on; lines join only where they share a vertex.")
    return source("STREETS", tr("Walking network"), words, [LINES], optional=optional)


def areas(*, optional: bool = False) -> Parameter:
    """Areas of all levels."""
    words = tr("Polygons of all levels with code, level and parent_code.")
    return source("AREAS", tr("Areas"), words, [POLYGONS], optional=optional)


def gates() -> Parameter:
    """Estate gates."""
    words = tr("Openings in walls; open is all, residents, closed or unknown.")
    return source("GATES", tr("Estate gates"), words, [POINTS], optional=True)


def walls() -> Parameter:
    """Walls."""
    words = tr("Lines that can be crossed only at an open gate.")
    return source("WALLS", tr("Walls"), words, [LINES], optional=True)


def estates(*, optional: bool = True) -> Parameter:
    """Estates."""
    words = tr("Housing compounds; gated says whether one enters only through gates.")
    return source("ESTATES", tr("Estates"), words, [POLYGONS], optional=optional)


def land() -> Parameter:
    """Land use."""
    words = tr("Land by use; water and rail are barriers, residential land is the denominator of the land share.")
    return source("LAND", tr("Land use"), words, [POLYGONS], optional=True)


def surveys() -> Parameter:
    """Surveys."""
    words = tr("Which categories were surveyed completely: none found then counts as 0 %, not as unknown.")
    return source("SURVEYS", tr("Surveys"), words, [VECTOR], optional=True)


def buildings() -> Parameter:
    """Buildings."""
    words = tr("Footprints with floors or height_m.")
    return source("BUILDINGS", tr("Buildings"), words, [POLYGONS], optional=True)


def dem() -> Parameter:
    """The elevation model."""
    words = tr("Heights in metres; slopes then change the walking speed, differently up and down.")
    return helped(QgsProcessingParameterRasterLayer("DEM", tr("Elevation model"), None, True), words, advanced=True)


def profile() -> Parameter:
    """The standards profile."""
    entries = {profile_id: profile_label(profile_id) for profile_id in PROFILE_IDS}
    words = tr("Which categories count, their limits and targets, each with its source.")
    return choice("PROFILE", tr("Standards profile"), words, entries, "tdt1063")


def profile_label(profile_id: str) -> str:
    """A profile's name in QGIS's language."""
    return {
        "tdt1063": tr("TD/T 1063-2021 health check (default)"),
        "gb50180": tr("GB 50180-2018 residential areas"),
        "mofcom_basic": tr("Convenience circle, basic services"),
        "mofcom_quality": tr("Convenience circle, quality services"),
        "wanzheng2020": tr("Complete community 2020"),
        "jiangsu": tr("Jiangsu, area rules"),
        "shanghai2016": tr("Shanghai guide 2016"),
        "seed_claim": tr("One kilometre in 15 minutes"),
    }[profile_id]


def profile_file() -> Parameter:
    """A profile of the user's own."""
    words = tr("Replaces the profile above; all faults in the file are listed at once.")
    parameter = QgsProcessingParameterFile("PROFILE_FILE", tr("Own profile file"), extension="yaml", optional=True)
    return helped(parameter, words, advanced=True)


def targets() -> Parameter:
    """Targets in percent."""
    words = tr("Shares in percent for profiles that state none, for example elderly=80;*=90. Printed as the office's own setting.")
    return string("TARGETS", tr("Targets (%)"), words)


def walker() -> Parameter:
    """Who walks."""
    labels = {
        "planning": tr("Planning, 1.0 m/s"),
        "adult": tr("Adult, 1.2 m/s"),
        "fast": tr("Fast, 1.4 m/s"),
        "older": tr("Older, 0.8 m/s"),
        "frail": tr("Frail, 0.6 m/s"),
        "child": tr("Child, 1.0 m/s"),
    }
    words = tr("Speed on the flat: planning 1.0, adult 1.2, fast 1.4, older 0.8, frail 0.6, child 1.0 m/s.")
    return choice("WALKER", tr("Walker"), words, {walker_id: labels[walker_id] for walker_id in WALKERS}, "planning")


def penalties() -> Parameter:
    """Speed factors and delays by kind of street."""
    words = tr("For example steps=0.5; signal=30; crossing=10; footbridge=60: a speed factor, then seconds. Empty: as the profile says.")
    return string("PENALTIES", tr("Speed factors and delays"), words, advanced=True)


def detour_factor() -> Parameter:
    """How much longer than straight a walk without mapped paths is."""
    words = tr("Walks inside estates without mapped paths, and estimates, take the straight line times this.")
    return number("DETOUR_FACTOR", tr("Detour factor"), words, 1.3, low=1, high=3, decimals=2, advanced=True)


def method() -> Parameter:
    """How walks are measured."""
    entries = {"network": tr("Along the walking network"), "estimate": tr("Estimate: straight line × detour factor")}
    words = tr("Estimate is for places without a usable walking network: around walls, water and rail, marked everywhere, never a verdict.")
    return choice("METHOD", tr("Method"), words, entries, "network")


def snap_limit() -> Parameter:
    """How far from any path is still connected."""
    words = tr("Doorplates and facilities farther than this from any path are not connected.")
    return number("SNAP_LIMIT_M", tr("Snap limit (m)"), words, 200, low=0, high=2000)


def node_tolerance() -> Parameter:
    """Joining drawn lines."""
    words = tr("Above 0, lines are broken and joined where they meet within this distance; bridges and tunnels excepted.")
    return number("NODE_TOLERANCE_M", tr("Join tolerance (m)"), words, 0, low=0, high=50, decimals=2, advanced=True)


def direction() -> Parameter:
    """Which way the walk goes."""
    entries = {"to_facility": tr("Home to facility"), "from_facility": tr("Facility to home"), "round_trip": tr("Round trip")}
    return choice("DIRECTION", tr("Direction"), tr("Matters only with slopes and one-way gates."), entries, "to_facility", advanced=True)


def sensitivity() -> Parameter:
    """Whether the run tests how firm its answers are."""
    words = tr(
        "Runs again at a speed 10 % lower and higher and with half and one and a half times the snap limit, and marks each answer covered, "
        "borderline or not_covered."
    )
    return helped(QgsProcessingParameterBoolean("SENSITIVITY", tr("Test robustness"), False), words, advanced=True)


def weight() -> Parameter:
    """What rates count."""
    entries = {"households": tr("Households"), "residents": tr("Residents"), "doorplates": tr("Doorplates")}
    return choice("WEIGHT", tr("Weight"), tr("What rates count; every figure names it."), entries, "households")


def persons_per_household() -> Parameter:
    """Residents where they are not given."""
    words = tr("Used where residents are not given.")
    label = tr("Persons per household")
    return number("PERSONS_PER_HOUSEHOLD", label, words, PERSONS_PER_HOUSEHOLD, low=0.01, high=50, decimals=2, advanced=True)


def id_field() -> Parameter:
    """A column that stands for doorplate_id."""
    words = tr("Column of the doorplates that stands for doorplate_id; empty: doorplate_id, else the row number.")
    return string("ID_FIELD", tr("Identifier column"), words, advanced=True)


def weight_field() -> Parameter:
    """A column that stands for the weight."""
    words = tr("Column of the doorplates that stands for the weight chosen above, for example population.")
    return string("WEIGHT_FIELD", tr("Weight column"), words, advanced=True)


def services() -> Parameter:
    """The category of all facilities."""
    words = tr("Category or type of all facilities whose layer has no services column, for example health.")
    return string("SERVICES", tr("Services of all facilities"), words, advanced=True)


def language() -> Parameter:
    """The language of what is written."""
    entries = {"zh": "中文", "en": "English"}
    return choice("LANGUAGE", tr("Language"), tr("Language of report and scene; the scene can switch later."), entries, "zh")


def map_use() -> Parameter:
    """Whether the scene stays in the office."""
    entries = {"internal": tr("Internal use"), "publication": tr("For publication")}
    words = tr(
        "For publication the scene lacks heights, doorplates, gates, posts and sensitive facilities, and areas are coarse. Only a map "
        "review decides whether it may be published."
    )
    return choice("MAP_USE", tr("Use of maps"), words, entries, "internal")


def approval() -> Parameter:
    """The number under which maps may be published."""
    words = tr("Printed on a scene for publication. Without it the watermark “not reviewed” covers page, picture and print.")
    return string("APPROVAL", tr("Map approval number"), words)


def title() -> Parameter:
    """The title of what is written."""
    return string("TITLE", tr("Title"), tr("Empty: the name of the top area."))


def target_crs() -> Parameter:
    """The CRS to write."""
    parameter = QgsProcessingParameterCrs("CRS", tr("Target CRS"), None, True)
    return helped(parameter, tr("Empty: the 3-degree zone of the data."), advanced=True)


def demand(*, advanced: bool = False) -> Parameter:
    """Who needs a place."""
    words = tr(
        "Who needs a place, by category: households, residents, elderly or children, times the share that needs one, for example "
        "elderly=elderly*0.03; primary_school=children*0.4; *=residents. Empty: elderly care for all elderly, schools and nurseries for "
        "their years of childhood, everything else for all residents."
    )
    return string("DEMAND", tr("Who needs a place"), words, advanced=advanced)
