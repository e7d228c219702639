"""A stop at any moment of any algorithm ends the run, leaves nothing behind and touches nothing that was there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

COMPANIONS = ("-wal", "-shm", "-journal")  # QGIS's own, beside a GeoPackage that it reads
CORE = ("doorplates", "facilities", "streets")
BARRIERS = ("gates", "walls", "estates", "land")
COVERAGE = (*CORE, *BARRIERS, "areas", "surveys")
# The tables that each algorithm takes, further inputs, and its outputs by file name.
RUNS = {
    "sampledistrict": ((), {"SIZE": "small"}, {"OUTPUT": "made.gpkg"}),
    "convertdatum": ((), {"INPUT": "facilities"}, {"OUTPUT": "converted.gpkg"}),
    "buildgridcodes": (("areas",), {}, {"OUTPUT": "coded.gpkg"}),
    "crosswalk": (("doorplates",), {"BEFORE": "areas", "AFTER": "areas"}, {"OUTPUT": "overlaps.gpkg"}),
    "importareas": (("doorplates", "estates"), {"INPUT": "areas"}, {"OUTPUT": "areas.gpkg", "PROBLEMS": "problems.gpkg"}),
    "estateedges": (("estates", "streets", "doorplates"), {}, {"WALLS": "walls.gpkg", "GATES": "gates.gpkg"}),
    "assignareas": (("doorplates", "areas"), {}, {"OUTPUT": "assigned.gpkg", "DISAGREEMENTS": "wrong.gpkg"}),
    "checknetwork": (("streets",), {"NODE_TOLERANCE_M": 0.5}, {"OUTPUT": "problems.gpkg"}),
    "networkquality": (("streets", "areas", "doorplates", *BARRIERS), {}, {"OUTPUT": "areas.gpkg", "ESTATES_OUT": "estates.gpkg"}),
    "isochrones": (("streets", *BARRIERS), {"PLACES": "facilities", "MERGE": False, "OVERLAP": False}, {"OUTPUT": "bands.gpkg"}),
    "servicecoverage": (COVERAGE, {}, {"LEDGER": "ledger.gpkg", "SUMMARY": "sums.gpkg", "AREAS_OUT": "areas.geojson"}),
    "servicecoverage with its robustness": (COVERAGE, {"SENSITIVITY": True}, {"LEDGER": "ledger.gpkg"}),
    "servicecoverage by estimate": (COVERAGE, {"METHOD": "estimate"}, {"LEDGER": "ledger.gpkg"}),
    "landcoverage": (COVERAGE, {}, {"OUTPUT": "land.gpkg"}),
    "nearestroutes": (COVERAGE, {}, {"OUTPUT": "walks.gpkg"}),
    "nearby": ((*CORE, *BARRIERS, "areas"), {"PLACES": "facilities"}, {"OUTPUT": "near.gpkg", "ROUTES": "walks.gpkg"}),
    "whatif": (COVERAGE, {"CHANGES": "changes"}, {"OUTPUT": "gained.gpkg", "TOTALS": "totals.gpkg"}),
    "rankgates": (COVERAGE, {}, {"OUTPUT": "ranked.gpkg"}),
    "exportscene": ((*CORE, *BARRIERS, "areas", "buildings"), {}, {"OUTPUT": "scene.html"}),
    "importosm": ((), {"INPUT": "town.osm"}, {"OUTPUT": "osm.gpkg"}),
    "dataquality": ((), {"INPUT": "workspace"}, {"REPORT": "report.html", "CHECKLIST": "list.xlsx", "PROBLEMS": "problems.gpkg"}),
    "districtcheck": ((), {"INPUT": "workspace"}, {"OUTPUT": "results"}),
}
WRITING = ("geopackage", "table_rows", "spatial_index", "outputs", "workbook", "checkbook", "page", "large", "export")
WAITING = ("progress", "bands")
QUICK = ("assignareas", "servicecoverage", "exportscene", "dataquality")
OSM = """<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="31.3" lon="120.6"/><node id="2" lat="31.301" lon="120.6"/><node id="3" lat="31.301" lon="120.601"/>
<node id="4" lat="31.3" lon="120.601"><tag k="amenity" v="pharmacy"/></node>
<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="highway" v="residential"/></way></osm>"""


class Town:
    """A folder with all that the algorithms read."""

    def __init__(self, folder: Path) -> None:
        from community3d.layers.geopackage import write_geopackage
        from community3d.layers.sample.town import sample_town

        self.path = folder / "town.gpkg"
        write_geopackage(self.path, sample_town(), crs="EPSG:4549")
        (folder / "town.osm").write_text(OSM, encoding="utf-8")
        (folder / "changes.csv").write_text("action,id\nopen_gate,G03\n", encoding="utf-8")

    def parameters(self, name: str, out: Path) -> dict:
        tables, more, outputs = RUNS[name]
        given = {table.upper(): f"{self.path}|layername={table}" for table in tables}
        named = {
            **{table: f"{self.path}|layername={table}" for table in ("facilities", "areas")},
            "changes": str(self.path.with_name("changes.csv")),
            "town.osm": str(self.path.with_name("town.osm")),
            "workspace": str(self.path),
        }
        given.update({key: named.get(value, value) if isinstance(value, str) else value for key, value in more.items()})
        return {**given, **{key: str(out / file) for key, file in outputs.items()}}


class Stop:
    """Counts what the work reports, on whatever thread, and lets the user stop at one of the reports."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from community3d.layers.progress import Relay
        from community3d.processing.algorithms.feedback import FeedbackProgress

        self.moment, self.feedback, self.callers = None, None, []
        for progress in (FeedbackProgress, Relay):
            monkeypatch.setattr(progress, "at", self._listening(progress.at))

    def _listening(self, at):
        def listening(progress, share, doing=None):
            caller = Path(sys._getframe(1).f_code.co_filename).stem
            # What waits for other threads asks as often as time passes; what was left behind by a stop counts no more.
            board = getattr(progress, "_board", None)
            if caller not in WAITING and not (board and board.stopped.is_set()):
                self.callers.append(caller)
                if self.moment is not None and self.moment(self.callers):
                    self.feedback.cancel()
            at(progress, share, doing)

        return listening

    def run(self, name: str, parameters: dict, moment=None) -> tuple[bool, str]:
        """Whether the algorithm came to its end, and what it said otherwise."""
        from community3d.processing.provider import ALGORITHMS
        from qgis.core import QgsProcessingContext, QgsProcessingFeedback

        class Feedback(QgsProcessingFeedback):
            said = ""

            def reportError(self, error, fatalError=False):  # noqa: N802, N803
                self.said += error

        self.moment, self.feedback, self.callers = moment, Feedback(), []
        algorithm = next(made for made in ALGORITHMS if name.split()[0] == made.NAME)().create()
        context = QgsProcessingContext()
        ok, words = algorithm.checkParameterValues(parameters, context)
        assert ok, words
        _, ended = algorithm.run(parameters, context, self.feedback)
        return ended, self.feedback.said


@pytest.fixture
def town(tmp_path, qgis_app):
    folder = tmp_path / "sources"
    folder.mkdir()
    return Town(folder)


@pytest.fixture
def stop(monkeypatch):
    return Stop(monkeypatch)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(COMPANIONS))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def at_once(callers: list[str]) -> bool:
    return True


def again(callers: list[str], at: int):
    """The moment of report at (from 1) of an earlier run: the same file has reported as often."""
    caller, times = callers[at - 1], callers[:at].count(callers[at - 1])
    return lambda now: now[-1] == caller and now.count(caller) == times


def stopped(stop: Stop, name: str, parameters: dict, moment) -> None:
    ended, said = stop.run(name, parameters, moment)
    assert not ended, f"{name} went on to its end"
    assert "Canceled. Nothing was changed." in said, said


@pytest.mark.parametrize("name", QUICK)
def test_a_stop_leaves_nothing_behind(town, stop, tmp_path, name):
    sources, out = contents(town.path.parent), tmp_path / "out"
    out.mkdir()
    parameters = town.parameters(name, out)
    stopped(stop, name, parameters, at_once)
    stopped(stop, name, parameters, again(["export" if name == "exportscene" else "table_rows"], 1))
    assert contents(out) == {}
    ended, said = stop.run(name, parameters)
    assert ended, said
    before, callers = contents(out), stop.callers
    assert before
    for at in (len(callers) // 2, len(callers)):
        stopped(stop, name, parameters, again(callers, at))
    assert contents(out) == before
    assert contents(town.path.parent) == sources


@pytest.mark.long
@pytest.mark.parametrize("name", RUNS)
def test_a_stop_at_any_moment_of_any_algorithm_leaves_nothing_behind(town, stop, tmp_path, name):
    sources, out, empty = contents(town.path.parent), tmp_path / "out", tmp_path / "empty"
    out.mkdir()
    empty.mkdir()
    ended, said = stop.run(name, town.parameters(name, out))
    assert ended, said
    before, callers = contents(out), stop.callers
    # Moments all over the run, and some of those in which files are written.
    writing = [at for at, caller in enumerate(callers, 1) if caller in WRITING]
    moments = {1, len(callers), *range(1, len(callers), max(1, len(callers) // 12)), *writing[:: max(1, len(writing) // 8)]}
    for turn, at in enumerate(sorted(moments)):
        folder, left = ((empty, {}), (out, before))[turn % 2]
        stopped(stop, name, town.parameters(name, folder), again(callers, at))
        assert contents(folder) == left, f"report {at} of {len(callers)}"
    assert contents(town.path.parent) == sources
