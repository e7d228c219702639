"""Scenario files: a run as YAML, with its parameters, the hashes of its inputs and the versions, so that it can be repeated.

scenario = read_scenario(path, known)   # every fault at once; known: parameter names by algorithm
changed(scenario, folder)               # what is no longer as it was
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from .errors import InputError
from .fingerprint import Fingerprint, fingerprint, parts_of
from .outputs import replacing
from .progress import SILENT, Progress
from .words import Text, text

FORMAT = 1
KEYS = ("scenario", "algorithm", "run", "parameters", "inputs", "outputs", "versions")
REQUIRED_KEYS = ("scenario", "algorithm", "parameters", "inputs")
INPUT_KEYS = ("source", "sha256", "bytes")
HEAD = "# A run of Community 3D. Repeat it: qgis_process run community3d:runscenario -- INPUT=this file OUTPUT=folder\n"
Value = Union[str, int, float, bool, None, list]


@dataclass(frozen=True)
class Input:
    """A layer or file that a run reads; without a hash where it is no file."""

    source: str
    sha256: str = ""
    size_bytes: int = 0


@dataclass(frozen=True)
class Scenario:
    """A run: its algorithm, plain parameters, inputs by parameter, outputs that were asked for, versions."""

    algorithm: str
    parameters: Mapping[str, Value]
    inputs: Mapping[str, tuple[Input, ...]]
    outputs: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    run: str = ""


def recorded(source: str, progress: Progress = SILENT) -> Input:
    """An input with the fingerprint of its content; one that is no file on disk is recorded by its words alone."""
    path, layer = parts_of(source)
    if not path.is_file():
        return Input(source)
    known = fingerprint(source, progress)
    return Input(_source(path.absolute(), layer), known.sha256, known.size_bytes)


def write_scenario(path: Path, scenario: Scenario) -> None:
    """Write the file; inputs beside it or in folders below are named from there, so that all can be moved together."""
    import yaml

    folder = path.absolute().parent
    content = {
        "scenario": FORMAT,
        "algorithm": scenario.algorithm,
        "run": scenario.run,
        "parameters": dict(scenario.parameters),
        "inputs": {key: [_written(each, folder) for each in given] for key, given in scenario.inputs.items()},
        "outputs": list(scenario.outputs),
        "versions": dict(scenario.versions),
    }
    with replacing(path) as ready:
        ready.write_text(HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=140), encoding="utf-8")


def _written(given: Input, folder: Path) -> dict[str, Value]:
    path, layer = parts_of(given.source)
    if given.sha256 and folder in path.parents:
        return {"source": _source(Path(path.relative_to(folder).as_posix()), layer), "sha256": given.sha256, "bytes": given.size_bytes}
    return {"source": given.source, "sha256": given.sha256 or None, "bytes": given.size_bytes or None}


def _source(path: Path, layer: str) -> str:
    return f"{path.as_posix()}|layername={layer}" if layer else path.as_posix()


def read_scenario(path: Path, known: Mapping[str, Collection[str]]) -> Scenario:
    """The scenario in a file, its inputs found; raises InputError with all its faults.

    known gives the parameter names of every algorithm that can be repeated.
    """
    content = _content(Path(path))
    faults = _faults(content, known)
    if faults:
        raise InputError(*(text("{file}: {fault}", file=Path(path).name, fault=fault) for fault in faults))
    folder = Path(path).absolute().parent
    inputs = {key: tuple(_read(each, folder) for each in rows) for key, rows in content["inputs"].items()}
    return Scenario(
        algorithm=content["algorithm"],
        parameters=content["parameters"],
        inputs=inputs,
        outputs=tuple(content.get("outputs") or ()),
        versions=content.get("versions") or {},
        run=str(content.get("run") or ""),
    )


def _content(path: Path) -> Mapping:
    import yaml

    if not path.is_file():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(text("{path} is not valid YAML in UTF-8. Let a run write it again.", path=str(path))) from error
    if not isinstance(content, dict) or any(key not in content for key in REQUIRED_KEYS):
        wanted = ", ".join(REQUIRED_KEYS)
        raise InputError(
            text("{path} is not a scenario: it must state {keys}. Let a run write one (SCENARIO).", path=str(path), keys=wanted)
        )
    return content


def _faults(content: Mapping, known: Mapping[str, Collection[str]]) -> list[Text]:
    faults = [*_unknown(content, KEYS, text("the scenario"))]
    if content["scenario"] != FORMAT:
        faults.append(text("its format is {format}; this version reads {known}", format=str(content["scenario"]), known=FORMAT))
    for key, kind in (("parameters", dict), ("inputs", dict)):
        if not isinstance(content[key], kind):
            faults.append(text("{key} must hold keys with values", key=key))
    name = content["algorithm"]
    if name not in known:
        faults.append(text("there is no algorithm {name} to repeat; known are {known}", name=str(name), known=", ".join(sorted(known))))
    if faults:
        return faults
    faults += _unknown({**content["parameters"], **content["inputs"]}, known[name], text("the algorithm {name}", name=name))
    for key, rows in content["inputs"].items():
        whole = isinstance(rows, list) and all(isinstance(row, dict) and isinstance(row.get("source"), str) for row in rows)
        if not whole:
            faults.append(text("the input {key} must be a list of sources", key=key))
            continue
        faults += [fault for row in rows for fault in _unknown(row, INPUT_KEYS, text("the input {key}", key=key))]
    return faults


def _unknown(found: Mapping, known: Iterable[str], where: Text) -> list[Text]:
    unknown = [str(key) for key in found if key not in known]
    listed = {"keys": ", ".join(unknown), "known": ", ".join(known)}
    return [text("{where}: unknown key {keys}; known are {known}", where=where, **listed)] if unknown else []


def _read(row: Mapping, folder: Path) -> Input:
    """The input where it stands: as written, from the scenario's folder, or beside the scenario under its own name."""
    path, layer = parts_of(row["source"])
    places = [path if path.is_absolute() else folder / path, folder / path.name]
    place = next((each for each in places if each.is_file()), path)
    source = _source(place, layer) if place.is_file() else row["source"]
    return Input(source, str(row.get("sha256") or ""), int(row.get("bytes") or 0))


def changed(scenario: Scenario, progress: Progress = SILENT) -> list[Text]:
    """What is missing or no longer holds what it held, one sentence for each input."""
    found = []
    for key, inputs in scenario.inputs.items():
        for given in inputs:
            path, _ = parts_of(given.source)
            if not given.sha256:
                found.append(text("{key}: “{layer}” was no file; nobody can tell whether it is the same.", key=key, layer=given.source))
            elif not path.is_file():
                found.append(text("{key}: {layer} is missing.", key=key, layer=given.source))
            elif not _same(fingerprint(given.source, progress), given):
                found.append(text("{key}: {layer} holds something else than it did.", key=key, layer=given.source))
    return found


def _same(now: Fingerprint, given: Input) -> bool:
    return now.sha256 == given.sha256
