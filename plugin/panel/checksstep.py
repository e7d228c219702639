"""Step ②: one run of the data quality report over the workspace; its problems stay in the workspace."""

from __future__ import annotations

from time import localtime, strftime

from qgis.core import QgsProcessingUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ...i18n import legend_language, mark, tr
from ...processing.contents import open_problems
from ..desk import Desk
from ..runner import BUG, CANCELED, DONE, Outcome
from . import choices, states
from .figures import number
from .step import Step, row, wrapped

TABLE, ALGORITHM = "problems", "dataquality"
SEVERITIES = ("error", "warning", "note")
# What each box counts, by the table of a problem and its rule; the last takes what no other does.
SHIFT_RULES = ("shifted", "displaced", "outside", "elsewhere", "far_away")
CODE_RULES = ("code_disagrees", "name_disagrees", "no_area", "outside")
BOXES = {
    "areas": mark("Topology of areas"),
    "codes": mark("Doorplates and areas"),
    "streets": mark("Walking network"),
    "places": mark("Places and coordinates"),
    "rows": mark("Duplicates and missing values"),
}


def box_of(table: str, rule: str) -> str:
    """The check box that a problem belongs to."""
    if table == "areas":
        return "areas"
    if table in ("streets", "gates", "walls", "estates"):
        return "streets"
    if rule in CODE_RULES:
        return "codes"
    return "places" if rule in SHIFT_RULES or "geometry" in rule or rule == "not_snapped" else "rows"


class ChecksStep(Step):
    """What is wrong with the data, counted by severity."""

    NUMBER, KEY, PAGE = "②", "checks", "checks"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Checks"), parent)
        self._desk, self._report = desk, ""
        self.boxes = {name: QCheckBox(tr(BOXES[name]), self) for name in BOXES}
        # One below the other: in English two would not fit side by side.
        column = QVBoxLayout()
        for name, box in self.boxes.items():
            box.setChecked(choices.remembered(f"check_{name}", "yes") == "yes")
            box.toggled.connect(self._counted)
            column.addWidget(box)
        self.run_button = QPushButton(tr("Run Checks"), self)
        self.run_button.clicked.connect(self.run)
        self.problems_button = QPushButton(tr("Problems…"), self)
        self.problems_button.clicked.connect(self._open_problems)
        self.report_button = QPushButton(tr("Open Report"), self)
        self.report_button.clicked.connect(self._open_report)
        self.counters = wrapped("", self)
        self.add(column, row(self.run_button), self.counters, row(self.problems_button, self.report_button))

    def run(self) -> None:
        """Examine the whole workspace."""
        binding = self._desk.binding
        self._report = QgsProcessingUtils.generateTempFilename("quality.html")
        parameters = {
            "INPUT": str(binding.path),
            "PROBLEMS": f"ogr:dbname='{binding.path}' table=\"{TABLE}\"",
            "REPORT": self._report,
            "LANGUAGE": legend_language(),
        }
        self.refusal.tell(self._desk.runner.run(ALGORITHM, parameters, step=self.KEY, then=self._ended))

    def _ended(self, outcome: Outcome) -> None:
        if outcome.state == DONE:
            binding = self._desk.binding
            binding.refresh()
            found = {"report": self._report}
            ended = strftime("%Y-%m-%d %H:%M", localtime())
            run = states.Run(self._stamps(), {}, found, int(outcome.results["ERRORS_COUNT"]), outcome.seconds, ended)
            states.note(binding.path, self.KEY, run)
        elif outcome.state == CANCELED:
            self._desk.say(tr("Canceled. Nothing was changed."), seconds=3)
        else:
            self.refusal.tell(tr("Something went wrong inside the plugin.") if outcome.state == BUG else outcome.words)

    def _stamps(self) -> dict[str, str]:
        found = states.stamps(self._desk.binding)
        return {table: stamp for table, stamp in found.items() if table not in (TABLE, "layer_styles")}

    def counted(self) -> dict[str, int]:
        """Open problems of the chosen kinds by severity."""
        binding, counts = self._desk.binding, dict.fromkeys(SEVERITIES, 0)
        if not binding.tables().get(TABLE):
            return counts
        found = binding.once("problems", binding.path, lambda: open_problems(binding.path), {})
        for (table, rule, severity), count in found.items():
            if severity in counts and self.boxes[box_of(table, rule)].isChecked():
                counts[severity] += count
        return counts

    def _counted(self) -> None:
        choices.remember({f"check_{name}": "yes" if box.isChecked() else "no" for name, box in self.boxes.items()})
        self.refresh()

    def refresh(self) -> None:
        """State, counters and what may be pressed."""
        binding, runner = self._desk.binding, self._desk.runner
        rows = {table: count for table, count in binding.tables().items() if table not in (TABLE, "layer_styles")}
        run = states.noted(binding.path, self.KEY) if binding.path else None
        self._report = str(run.results.get("report", "")) if run else ""
        counts = self.counted() if run else None
        self._tell(any(rows.values()), run, counts)
        self.run_button.setEnabled(any(rows.values()) and not runner.busy)
        self.run_button.setToolTip(tr("{job} is still running.").format(job=runner.title) if runner.busy else "")
        words = tr("Errors {errors} · warnings {warnings} · notes {notes}")
        self.counters.setText(words.format(**_plurals(counts)) if counts else "")
        self.counters.setVisible(bool(counts))
        self.problems_button.setVisible(bool(counts))
        self.report_button.setVisible(QUrl.fromLocalFile(self._report).isLocalFile() and bool(self._report))

    def _tell(self, there: bool, run: states.Run | None, counts: dict[str, int] | None) -> None:
        if self._desk.runner.busy == self.KEY:
            self.tell_state(states.RUNNING)
        elif not there:
            self.tell_state(states.EMPTY)
        elif run is None:
            self.tell_state(states.READY)
        elif not run.fits(self._stamps(), {}):
            self.tell_state(states.STALE)
        elif sum(counts.values()):
            words = tr("{count} (1 error)") if counts["error"] == 1 else tr("{count} ({errors} errors)")
            figure = words.format(count=number(sum(counts.values())), errors=number(counts["error"]))
            self.tell_state(states.PROBLEMS, figure)
        else:
            self.tell_state(states.DONE)

    def _open_problems(self) -> None:
        action = next((a for a in self._desk.menu.actions() if a.objectName() == "Community3D_problems"), None)
        if action is not None:
            if not action.isChecked():
                action.trigger()
            return
        layer = QgsVectorLayer(self._desk.binding.source(TABLE), tr("Problems"), "ogr")
        self._desk.iface.showAttributeTable(layer)

    def _open_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._report))


def _plurals(counts: dict[str, int] | None) -> dict[str, str]:
    return {f"{severity}s": number(count) for severity, count in (counts or {}).items()}
