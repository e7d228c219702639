"""Step ④: which results, where to, and one run that checks the district and writes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import localtime, strftime
from typing import Any

from qgis.core import Qgis
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from ...i18n import legend_language, tr
from ..desk import Desk
from ..printing.button import PrintButton
from ..runner import BUG, CANCELED, DONE, Outcome
from . import choices, states
from .circlestep import CircleStep
from .step import Step, row, wrapped
from .tables import missing, names

ALGORITHM = "districtcheck"
OPENED = {"REPORT": "report", "SCENE": "scene", "TABLES": "xlsx", "DOCX": "docx"}
SHARED = ("PROFILE", "WALKER", "SNAP_LIMIT_M", "WEIGHT", "DIRECTION", "NODE_TOLERANCE_M", "DEM", "PROFILE_FILE")


class ResultsStep(Step):
    """Parts, folder, title and language; then the files."""

    NUMBER, KEY, PAGE = "④", "results", "results"

    def __init__(self, desk: Desk, circle: CircleStep, parent: QWidget | None = None) -> None:
        super().__init__(tr("Results"), parent)
        self._desk, self._circle, self._scenario = desk, circle, ""
        self.parts = self._parts()
        grid = QGridLayout()
        for position, box in enumerate(self.parts.values()):
            grid.addWidget(box, position // 2, position % 2)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setAccessibleName(tr("Folder"))
        self.folder.setDialogTitle(tr("Output folder"))
        self.title_text = QLineEdit(self)
        self.title_text.setPlaceholderText(tr("Name of the district"))
        self.language = QComboBox(self)
        for word, label in choices.entries(ALGORITHM, "LANGUAGE").items():
            self.language.addItem(label, word)
        self.language.setCurrentIndex(max(0, self.language.findData(choices.remembered("language", legend_language()))))
        self.map_use = QComboBox(self)
        for word, label in choices.entries(ALGORITHM, "MAP_USE").items():
            self.map_use.addItem(label, word)
        self.approval = QLineEdit(self)
        self.approval.setPlaceholderText(tr("Without a number the watermark stays"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            (tr("Folder"), self.folder),
            (tr("Title"), self.title_text),
            (tr("Language"), self.language),
            (tr("Use of maps"), self.map_use),
            (tr("Map approval number"), self.approval),
        )
        for name, widget in rows:
            form.addRow(name, widget)
        self.inside, self.lacking = wrapped("", self), wrapped("", self)
        secrecy = tr("Real-survey 3D products of large areas may be subject to secrecy rules. Ask your surveying office before publishing.")
        self.secrecy = wrapped(secrecy, self)
        self.run_button = QPushButton(tr("Run District Check"), self)
        self.run_button.clicked.connect(self.run)
        self.scenario_button = self._scenario_button()
        self.open_buttons = {key: self._opening(title, key) for key, title in _openings().items()}
        self.folder_button = QPushButton(tr("Open Folder"), self)
        self.folder_button.clicked.connect(partial(self._open, "folder"))
        self.print_button = PrintButton(desk, self)
        opening = QGridLayout()
        for position, button in enumerate([*self.open_buttons.values(), self.folder_button]):
            opening.addWidget(button, position // 2, position % 2)
        self.add(
            grid, form, self.inside, self.secrecy, self.lacking, row(self.run_button, self.scenario_button, self.print_button), opening
        )
        self.folder.fileChanged.connect(self._changed)
        self.language.activated.connect(self._changed)
        self.map_use.activated.connect(self._changed)

    def _parts(self) -> dict[str, QCheckBox]:
        chosen = choices.default(ALGORITHM, "PARTS")
        found = {}
        for part, label in choices.entries(ALGORITHM, "PARTS").items():
            box = QCheckBox(label, self)
            box.setChecked(part in chosen)
            box.toggled.connect(self._changed)
            found[part] = box
        return found

    def _scenario_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setAccessibleName(tr("Scenario menu"))
        button.setToolTip(tr("Write this run down as a scenario file, or repeat one"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(tr("Run and Save Scenario…"), self._ask_scenario)
        menu.addAction(tr("Repeat Scenario…"), self._ask_repeat)
        button.setMenu(menu)
        return button

    def _opening(self, title: str, key: str) -> QPushButton:
        button = QPushButton(title, self)
        button.clicked.connect(partial(self._open, key))
        return button

    # What is chosen

    def chosen(self) -> dict[str, Any]:
        """The settings as the algorithm takes them; without workspace and folder."""
        shared = {key: value for key, value in self._circle.chosen().items() if key in SHARED}
        parts = [part for part, box in self.parts.items() if box.isChecked()]
        words = {"TITLE": self.title_text.text().strip(), "LANGUAGE": self.language.currentData()}
        return {**shared, "PARTS": ",".join(parts), **words, **self._publishing()}

    def _publishing(self) -> dict[str, str]:
        use = self.map_use.currentData()
        return {"MAP_USE": use, "APPROVAL": self.approval.text().strip() if use == "publication" else ""}

    def output(self) -> Path:
        """The folder to write into: the one chosen, else one beside the workspace named by the day."""
        chosen = self.folder.filePath()
        return Path(chosen) if chosen else self._usual_folder()

    def _usual_folder(self) -> Path:
        return self._desk.binding.path.parent / f"{tr('results')}_{strftime('%Y%m%d', localtime())}"

    def _changed(self, *_: object) -> None:
        parts = [part for part, box in self.parts.items() if box.isChecked()]
        choices.remember({"PARTS": parts, "LANGUAGE": self.language.currentData()})
        self.refresh()

    # The run

    def run(self) -> None:
        """Ask before replacing, then check the district."""
        folder = self.output()
        if (folder / "result.gpkg").is_file() and not self._may_replace(folder):
            return
        parameters = {
            "INPUT": str(self._desk.binding.path),
            **self.chosen(),
            "OUTPUT": str(folder),
            "REPORT_DATE": strftime("%Y-%m-%d", localtime()),
        }
        if self._scenario:
            parameters["SCENARIO"] = self._scenario
        self._scenario = ""
        record = states.Run(self._stamps(), self.chosen(), {}, 0, 0.0, strftime("%Y-%m-%d %H:%M", localtime()))
        self.refusal.tell(self._desk.runner.run(ALGORITHM, parameters, step=self.KEY, then=partial(self._ended, record)))

    def _may_replace(self, folder: Path) -> bool:
        when = strftime("%Y-%m-%d", localtime((folder / "result.gpkg").stat().st_mtime))
        box = QMessageBox(self)
        box.setText(tr("The folder already holds results of {date}. Replace them?").format(date=when))
        box.setInformativeText(str(folder))
        replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        other = box.addButton(tr("Other Folder…"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is other:
            chosen = QFileDialog.getExistingDirectory(self, tr("Output folder"), str(folder.parent))
            if chosen:
                self.folder.setFilePath(chosen)
                self.run()
        return box.clickedButton() is replace

    def _stamps(self) -> dict[str, str]:
        found = states.stamps(self._desk.binding)
        return {table: stamp for table, stamp in found.items() if table not in ("problems", "layer_styles")}

    def _ended(self, record: states.Run, outcome: Outcome) -> None:
        if outcome.state == CANCELED:
            self._desk.say(tr("Canceled. Nothing was changed."), seconds=3)
        elif outcome.state != DONE:
            self.refusal.tell(tr("Something went wrong inside the plugin.") if outcome.state == BUG else outcome.words)
        else:
            paths = {key: str(outcome.results[key]) for key in (*OPENED, "RESULT") if outcome.results.get(key)}
            found = {**paths, "folder": str(outcome.results["OUTPUT"])}
            errors = int(outcome.results.get("PROBLEMS_COUNT") or 0)
            states.note(
                self._desk.binding.path,
                self.KEY,
                states.Run(record.stamps, record.parameters, found, errors, outcome.seconds, record.ended),
            )
            self._show(paths)
            words = tr("{job} finished in {seconds} s.").format(job=outcome.title, seconds=f"{outcome.seconds:.1f}")
            titles = _openings()
            buttons = [(titles[key], partial(_open_file, paths[key])) for key in ("REPORT", "SCENE") if key in paths]
            self._desk.say(words, Qgis.MessageLevel.Success, seconds=0, buttons=buttons)

    def _show(self, paths: dict[str, str]) -> None:
        if "RESULT" in paths:
            self._desk.binding.set_result(paths["RESULT"])
            self._desk.layertree.show_result(Path(paths["RESULT"]))

    def _ask_scenario(self) -> None:
        start = str(self.output() / "scenario.yaml")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save Scenario"), start, "YAML (*.yaml)")
        if path:
            self._scenario = path
            self.run()

    def _ask_repeat(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Repeat Scenario"), "", "YAML (*.yaml)")
        if path:
            self.repeat(Path(path))

    def repeat(self, scenario: Path) -> None:
        """Run a scenario file again, its results beside it."""
        parameters = {"INPUT": str(scenario), "OUTPUT": str(scenario.with_suffix(""))}
        self.refusal.tell(self._desk.runner.run("runscenario", parameters, step=self.KEY, then=self._repeated))

    def _repeated(self, outcome: Outcome) -> None:
        if outcome.state != DONE:
            self.refusal.tell(outcome.words or tr("Canceled. Nothing was changed."))
            return
        folder = Path(str(outcome.results["OUTPUT"]))
        found = next((path for path in (folder / "result.gpkg", folder / "servicecoverage.gpkg") if path.is_file()), None)
        if found is not None:
            self._show({"RESULT": str(found)})
        said = str(outcome.results.get("DIFFERENCES") or "") or tr("The scenario was repeated; nothing differs from then.")
        self._desk.say(said, Qgis.MessageLevel.Success, seconds=0, buttons=[(tr("Open Folder"), partial(_open_file, str(folder)))])

    # What is shown

    def refresh(self) -> None:
        """State, contents, which files can be opened."""
        binding, runner = self._desk.binding, self._desk.runner
        rows = binding.tables()
        lacking = missing(rows)
        run = states.noted(binding.path, self.KEY) if binding.path else None
        self.folder.lineEdit().setPlaceholderText(str(self._usual_folder()) if binding.path else "")
        self.folder.setToolTip(str(self.output()) if binding.path else "")
        self.approval.setEnabled(self.map_use.currentData() == "publication")
        self.inside.setText(self._contents(rows))
        self.inside.setVisible(self.parts["scene"].isChecked() and not lacking)
        self.secrecy.setVisible(self.parts["scene"].isChecked())
        any_part = any(box.isChecked() for box in self.parts.values())
        words = "" if any_part else tr("Choose at least one part.")
        self.lacking.setText(tr("Still missing: {tables}. Import them in step ①.").format(tables=names(lacking)) if lacking else words)
        self.lacking.setVisible(bool(self.lacking.text()))
        self.run_button.setEnabled(not lacking and not runner.busy and any_part)
        self.run_button.setToolTip(tr("{job} is still running.").format(job=runner.title) if runner.busy else self.lacking.text())
        for key, button in self.open_buttons.items():
            button.setVisible(bool(run) and Path(str(run.results.get(key, ""))).is_file())
        self.print_button.refresh()
        self.folder_button.setVisible(bool(run) and Path(str(run.results.get("folder", " "))).is_dir())
        self._tell(lacking, run)

    def _tell(self, lacking: list, run: states.Run | None) -> None:
        if self._desk.runner.busy == self.KEY:
            self.tell_state(states.RUNNING)
        elif lacking:
            self.tell_state(states.EMPTY)
        elif run is None or not Path(str(run.results.get("folder", " "))).is_dir():
            self.tell_state(states.READY)
        elif not run.fits(self._stamps(), self.chosen()):
            self.tell_state(states.STALE)
        else:
            self.tell_state(states.DONE, run.ended)

    def _contents(self, rows: dict[str, int]) -> str:
        counted = {key: f"{rows.get(key, 0):,}".replace(",", "\u202f") for key in ("buildings", "facilities")}
        if self.map_use.currentData() == "publication":
            return tr(
                "The scene holds {buildings} buildings without heights and up to {facilities} facilities; no doorplates, gates, posts "
                "or sensitive facilities, no counts of a single building, no names, phones or rooms."
            ).format(**counted)
        return tr(
            "The scene holds {buildings} buildings, doorplates to the building, {facilities} facilities; "
            "no names, phones or rooms; counts of persons below 5 are hidden."
        ).format(**counted)

    def _open(self, key: str) -> None:
        run = states.noted(self._desk.binding.path, self.KEY)
        if run and run.results.get(key):
            _open_file(str(run.results[key]))


def _openings() -> dict[str, str]:
    return {"REPORT": tr("Open Report"), "SCENE": tr("Open 3D Scene"), "TABLES": tr("Open Workbook"), "DOCX": tr("Open Word Report")}


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
