"""The words of an explanation: a line for each category, the head, and all of it as text to copy."""

from __future__ import annotations

from ...i18n import tr
from ...processing.standardwords import profile_title, walker_speed, walker_title
from .doorplate import BEHIND_GATE, NO_FACILITY, NO_ROUTE, NOT_SNAPPED, OK, TOO_FAR, Answer, Doorplate
from .surroundings import ISLAND_M, Surroundings

SIGNS = {OK: "✔", TOO_FAR: "●", BEHIND_GATE: "▲", NO_ROUTE: "◆", NO_FACILITY: "✕", NOT_SNAPPED: "□"}
NONE = "——"
JUST = 0.005  # minutes or metres by which a limit is met exactly
SHUT = ("closed", "residents")


def head(doorplate: Doorplate, around: Surroundings) -> list[str]:
    """Address, areas and households; what is reached, by which standards."""
    names = [around.name_of("areas", "code", code) for code in doorplate.codes.values() if code]
    words = tr("{number} household") if doorplate.households == 1 else tr("{number} households")
    count = [] if doorplate.households is None else [words.format(number=f"{doorplate.households:g}")]
    first = "　".join(filter(None, [doorplate.address, " · ".join(names), *count]))
    reached = tr("{reached} of {judged} categories reached").format(reached=doorplate.reached, judged=doorplate.judged)
    share = "" if doorplate.completeness is None else tr("(completeness {share} %)").format(share=f"{100 * doorplate.completeness:.0f}")
    speed = walker_speed(doorplate.walker)
    pace = "" if speed is None else tr("{speed} m/s").format(speed=f"{speed:.1f}")
    walker = f"{walker_title(doorplate.walker)} {pace}".strip()
    by = tr("Profile: {profile}. Walker: {walker}").format(profile=profile_title(doorplate.profile), walker=walker)
    return [first, tr("{reached} {share}").format(reached=reached, share=share).strip(), by]


def metres(answer: Answer) -> str:
    """The metres of the walk that is possible."""
    return NONE if answer.metres is None else f"{answer.metres:.0f}"


def minutes(answer: Answer) -> str:
    """Its minutes."""
    return NONE if answer.minutes is None else f"{answer.minutes:.1f}"


def limit(answer: Answer) -> str:
    """The limit with its unit."""
    if answer.limit is None:
        return ""
    return (tr("{limit} min") if answer.unit == "min" else tr("{limit} m")).format(limit=f"{answer.limit:g}")


def facility(answer: Answer, around: Surroundings) -> str:
    """The nearest facility by name."""
    if answer.walk is not None:
        return answer.walk.facility
    return around.name_of("facilities", "facility_id", answer.facility_id) if answer.facility_id else ""


def remark(answer: Answer, doorplate: Doorplate, around: Surroundings) -> str:
    """Why it is not reached, or what else to know; empty where there is nothing to say."""
    if not answer.agrees:
        return tr("The walk does not agree with the ledger.")
    if answer.why == OK:
        return tr("just within the limit") if _is_just(answer) else ""
    if answer.why == TOO_FAR:
        return _too_far(answer)
    if answer.why == BEHIND_GATE:
        return _behind_gate(answer, around)
    if answer.why == NO_ROUTE:
        return _no_route(doorplate, around)
    if answer.why == NOT_SNAPPED:
        near = around.nearest_path(doorplate.place, REACH_M) if "streets" in around.tables else None
        if near is None:
            return tr("no path within {metres} m").format(metres=f"{REACH_M:.0f}")
        return tr("the nearest path, {name}, is {metres} m away").format(name=near.name, metres=f"{near.metres:.0f}")
    return tr("No facility data") if answer.why == NO_FACILITY else ""


REACH_M = 2000.0


def _is_just(answer: Answer) -> bool:
    value = answer.minutes if answer.unit == "min" else answer.metres
    return answer.limit is not None and value is not None and abs(value - answer.limit) <= JUST


def _too_far(answer: Answer) -> str:
    if answer.walk is None:
        return tr("only through a closed gate, and too far even then") if answer.metres is None else ""
    over = answer.walk.metres * (1.0 - answer.walk.share_within())
    return tr("{metres} m beyond the limit").format(metres=f"{over:.0f}")


def _behind_gate(answer: Answer, around: Surroundings) -> str:
    if answer.opened is None:
        return tr("Behind a closed gate")
    gates = [around.name_of("gates", "gate_id", gate) for gate in shut_gates(answer, around)] or list(answer.opened.gates)
    return tr("{gates} closed; if open {metres} m ({minutes} min)").format(
        gates=tr(", ").join(gates), metres=f"{answer.opened.metres:.0f}", minutes=f"{answer.opened.minutes:.1f}"
    )


def shut_gates(answer: Answer, around: Surroundings) -> list[str]:
    """The ids of the gates on the walk that are not open to everybody."""
    passed = answer.opened.gates if answer.opened else ()
    rows = {gate: around.row("gates", "gate_id", gate) for gate in passed}
    return [gate for gate, row in rows.items() if row is not None and str(row["open"]) in SHUT]


def _no_route(doorplate: Doorplate, around: Surroundings) -> str:
    if doorplate.snap_m is not None:
        return _island(doorplate, around)
    if around.rows("walls", "estate", doorplate.estate) and not around.rows("gates", "estate", doorplate.estate):
        return tr("the wall of {estate} has no gate").format(estate=doorplate.estate)
    return tr("No way on foot")


def _island(doorplate: Doorplate, around: Surroundings) -> str:
    """How far the piece of the network that the doorplate is on lies from the next one."""
    island = around.island(doorplate.place) if "streets" in around.tables else None
    if island is None:
        return tr("no way leads from this path to a facility")
    if island.other is None:
        return tr("no way leads from this path to a facility; no other path within {metres} m").format(metres=f"{ISLAND_M:.0f}")
    words = tr("no way leads from this path to a facility; the nearest other path, {name}, is {metres} m away")
    return words.format(name=island.other.name, metres=f"{island.metres:.0f}")


def access(doorplate: Doorplate, around: Surroundings) -> str:
    """How the doorplate reaches the network."""
    if doorplate.snap_m is None:
        return tr("Not connected to the network")
    near = around.nearest_path(doorplate.place, REACH_M) if "streets" in around.tables else None
    words = tr("Connected to the network: {metres} m to the path ({name})") if near else tr("Connected to the network: {metres} m")
    return words.format(metres=f"{doorplate.snap_m:.0f}", name=near.name if near else "")


def as_text(doorplate: Doorplate, around: Surroundings) -> str:
    """The whole explanation, one line for each category, tabs between its parts."""
    lines = head(doorplate, around)
    for answer in doorplate.answers:
        parts = [f"{SIGNS.get(answer.why, '')} {answer.name}", facility(answer, around), metres(answer), minutes(answer), limit(answer)]
        lines.append("\t".join([*parts, remark(answer, doorplate, around)]).rstrip("\t"))
    return "\n".join([*lines, access(doorplate, around)])
