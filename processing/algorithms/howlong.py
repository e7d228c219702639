"""What a long run says before it begins: how much work it is and about how long it takes."""

from __future__ import annotations

from ...layers.progress import Progress
from ...layers.words import text

# CPU seconds on a plain two-core machine, measured on 500,000 doorplates; good to a factor of two.
OF_A_DOORPLATE = 15e-6  # reading, checking, snapping, writing its own columns
OF_AN_ANSWER = 3e-6  # one doorplate's answer for one category, written in five columns
OF_A_RULE_ABOUT_WALLS = 1.6  # times as long with walls and gates
OF_A_PLACE = 0.03  # an isochrone of a quarter of an hour
OF_A_SAMPLE = 120
OF_A_GATE, OF_A_GATES_DOORPLATE = 0.01, 2.5e-7
WORTH_SAYING = 5.0


def coverage_seconds(doorplates: int, categories: int, *, walls: bool) -> float:
    """About how long deciding and writing a ledger takes."""
    return doorplates * (OF_A_DOORPLATE + OF_AN_ANSWER * categories) * (OF_A_RULE_ABOUT_WALLS if walls else 1.0)


def say_coverage(progress: Progress, doorplates: int, categories: int, *, walls: bool) -> None:
    """The work of a coverage run, where it is worth a line."""
    seconds = coverage_seconds(doorplates, categories, walls=walls)
    if seconds >= WORTH_SAYING:
        counts = {"doorplates": f"{doorplates:,}", "categories": categories, "seconds": rounded(seconds)}
        progress.say(text("{doorplates} doorplates × {categories} categories: about {seconds} seconds.", **counts))


def say_places(progress: Progress, places: int, *, bands: int) -> None:
    """The work of drawing isochrones, where it is worth a line."""
    seconds = places * bands * OF_A_PLACE
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


def rounded(seconds: float) -> int:
    """An honest figure: one digit that counts, from ten on steps of five or ten."""
    step = 1 if seconds < 10 else 5 if seconds < 30 else 10 if seconds < 120 else 60
    return max(step, round(seconds / step) * step)
