"""What a long run says before it begins: how much work it is and about how long it takes."""

from __future__ import annotations

from ...layers.progress import Progress
from ...layers.words import text

# CPU seconds on a plain two-core machine, measured on the medium and the large sample; good to a factor of two.
OF_A_DOORPLATE = 15e-6  # reading, checking, snapping, writing its own columns
OF_AN_ANSWER = 3e-6  # one doorplate's answer for one category, written in five columns
OF_A_RULE_ABOUT_WALLS = 1.6  # times as long with walls and gates
OF_FIVE_RUNS = 2.0  # times as long where the robustness is tested
OF_AN_ESTIMATE = 8e-4  # one doorplate's straight lines round what stands in the way
OF_A_CHECKED_DOORPLATE = 3e-4  # report, tables and scene of a doorplate
OF_A_BAND = 0.0015  # what one place reaches within one limit, drawn with that of all others
OF_A_BAND_ALONE = 0.01  # drawn for itself
OF_A_CIRCLE = 0.013  # a facility's isochrone, laid over the land
OF_A_PLACE, OF_A_WALK = 0.02, 4e-5  # a search from a place; a walk to one thing, drawn
OF_A_CATCHMENT = 7e-4  # who can walk to a facility within its limit
OF_A_SAMPLE = 75
OF_A_GATE, OF_A_GATES_DOORPLATE = 0.01, 2.5e-7
OF_AN_OSM_MEGABYTE = {".pbf": 3.0, ".osm": 0.3}
REACHED = 0.5  # share of a circle's land that one reaches on foot
WORTH_SAYING = 5.0


def coverage_seconds(doorplates: int, categories: int, *, walls: bool, estimate: bool = False, firmness: bool = False) -> float:
    """About how long deciding and writing a ledger takes."""
    if estimate:
        return doorplates * OF_AN_ESTIMATE
    seconds = doorplates * (OF_A_DOORPLATE + OF_AN_ANSWER * categories)
    return seconds * (OF_A_RULE_ABOUT_WALLS if walls else 1.0) * (OF_FIVE_RUNS if firmness else 1.0)


def say_coverage(
    progress: Progress, doorplates: int, categories: int, *, walls: bool, estimate: bool = False, firmness: bool = False
) -> None:
    """The work of a coverage run, where it is worth a line."""
    seconds = coverage_seconds(doorplates, categories, walls=walls, estimate=estimate, firmness=firmness)
    _say_doorplates(progress, doorplates, categories, seconds)


def say_check(
    progress: Progress, doorplates: int, categories: int, facilities: int, *, walls: bool, estimate: bool = False, firmness: bool = False
) -> None:
    """The work of a district check with all its parts, where it is worth a line."""
    seconds = coverage_seconds(doorplates, categories, walls=walls, estimate=estimate, firmness=firmness)
    drawn = 0.0 if estimate else facilities * OF_A_CIRCLE
    _say_doorplates(progress, doorplates, categories, seconds + drawn + doorplates * OF_A_CHECKED_DOORPLATE)


def _say_doorplates(progress: Progress, doorplates: int, categories: int, seconds: float) -> None:
    if seconds >= WORTH_SAYING:
        counts = {"doorplates": f"{doorplates:,}", "categories": categories, "seconds": rounded(seconds)}
        progress.say(text("{doorplates} doorplates × {categories} categories: about {seconds} seconds.", **counts))


def say_places(progress: Progress, places: int, *, bands: int, alone: bool) -> None:
    """The work of drawing isochrones, all in one or each for itself, where it is worth a line."""
    _say_places(progress, places, places * bands * (OF_A_BAND_ALONE if alone else OF_A_BAND))


def say_circles(progress: Progress, facilities: int) -> None:
    """The work of measuring the land inside the isochrones of facilities, where it is worth a line."""
    _say_places(progress, facilities, facilities * OF_A_CIRCLE)


def say_catchments(progress: Progress, doorplates: int, facilities: int) -> None:
    """The work of finding who can walk to facilities, where it is worth a line."""
    _say_places(progress, facilities, facilities * OF_A_CATCHMENT + doorplates * OF_A_DOORPLATE * 2)


def say_walks(progress: Progress, places: int, things: int, *, reach_m: float, ground_m2: float) -> None:
    """The work of walking from places to the things around them, which lie spread over a ground, where it is worth a line."""
    near = things * min(1.0, REACHED * 3.14 * reach_m**2 / max(ground_m2, 1.0))
    _say_places(progress, places, places * (OF_A_PLACE + near * OF_A_WALK))


def _say_places(progress: Progress, places: int, seconds: float) -> None:
    if seconds >= WORTH_SAYING:
        progress.say(text("{places} places: about {seconds} seconds.", places=f"{places:,}", seconds=rounded(seconds)))


def say_gates(progress: Progress, gates: int, doorplates: int, categories: int) -> None:
    """The work of opening gates one by one, where it is worth a line."""
    seconds = coverage_seconds(doorplates, categories, walls=True) * 2 + gates * (OF_A_GATE + doorplates * OF_A_GATES_DOORPLATE)
    if seconds >= WORTH_SAYING:
        progress.say(text("{gates} gates to open one by one: about {seconds} seconds.", gates=f"{gates:,}", seconds=rounded(seconds)))


def say_sample(progress: Progress) -> None:
    """The work of the large sample district."""
    progress.say(text("500,000 doorplates to invent: about {seconds} seconds.", seconds=OF_A_SAMPLE))


def say_osm(progress: Progress, size_bytes: int, ending: str) -> None:
    """The work of reading an OSM file, packed (.pbf) or not, where it is worth a line."""
    megabytes = size_bytes / 1e6
    seconds = megabytes * OF_AN_OSM_MEGABYTE.get(ending, 0.3)
    if seconds >= WORTH_SAYING:
        counts = {"megabytes": round(megabytes), "seconds": rounded(seconds)}
        progress.say(text("{megabytes} MB of OSM objects to read: about {seconds} seconds.", **counts))


def rounded(seconds: float) -> int:
    """An honest figure: one digit that counts, from ten on steps of five or ten."""
    step = 1 if seconds < 10 else 5 if seconds < 30 else 10 if seconds < 120 else 60
    return max(step, round(seconds / step) * step)
