"""Step ③: which standards, who walks, and the coverage that comes of it."""

from __future__ import annotations

from pathlib import Path
from time import localtime, strftime
from typing import Any

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...i18n import mark, tr
from ...processing.ahead import coverage_seconds
from ..desk import Desk
from ..runner import BUG, CANCELED, DONE, Outcome
from . import choices, states
from .figures import number, share
from .profilechoice import ProfileChoice
from .resulttable import ResultTable, lines
from .step import Hint, Sentence, Step, name_fold, row, wrapped
from .tables import missing, names

ALGORITHM = "servicecoverage"
INPUTS = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")
NEEDED = ("areas", "doorplates", "facilities", "streets")
MORE = {
    "isochrones": mark("Isochrones…"),
    "facilitystandards": mark("Facility standards…"),
    "communityscale": mark("Community scale…"),
    "gridstaffing": mark("Grid staffing…"),
    "capacity": mark("Capacity and load…"),
    "comparecoverage": mark("Compare coverage…"),
}
ENUMS = ("PROFILE", "WALKER", "WEIGHT", "DIRECTION")


class CircleStep(Step):
    """Profile, walker, advanced settings; estimate; result by category."""

    NUMBER, KEY, PAGE = "③", "circle", "profiles"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Living circle"), parent)
        self._desk = desk
        self.combos = {key: self._combo(key) for key in ENUMS}
        self.limits, self.estimate, self.lacking = Sentence("", self), wrapped("", self), wrapped("", self)
        self.profile = ProfileChoice(self.combos["PROFILE"], self)
        self.profile.changed.connect(self._changed)
        self.profile.refused.connect(self.refusal.tell)
        self.others = self._menu_button(tr("More analyses"), self._others_menu())
        self.run_button = QPushButton(tr("Compute Coverage"), self)
        self.run_button.clicked.connect(self.run)
        self.advanced = self._advanced()
        self.result = ResultTable(self)
        self.result.chosen.connect(self._show_category)
        self.hint = Hint("explain", tr("Click a doorplate with “Explain Doorplate” to see why."), self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        # Names of standards are long: they have the row for themselves.
        form.addRow(QLabel(tr("Standards profile"), self))
        form.addRow(self.profile)
        form.addRow(self.limits)
        form.addRow(tr("Walker"), self.combos["WALKER"])
        self.add(form, self.advanced, self.lacking, self.estimate, row(self.run_button, self.others, stretch=-1), self.result, self.hint)
        for combo in self.combos.values():
            combo.activated.connect(self._changed)

    def _combo(self, key: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"Community3D_{key}")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(10)
        for word, label in choices.entries(ALGORITHM, key).items():
            combo.addItem(label, word)
        combo.setCurrentIndex(max(0, combo.findData(choices.default(ALGORITHM, key))))
        combo.setToolTip(choices.definition(ALGORITHM, key).help())
        combo.setAccessibleName(choices.definition(ALGORITHM, key).description())
        return combo

    def _advanced(self) -> QgsCollapsibleGroupBoxBasic:
        group = QgsCollapsibleGroupBoxBasic(tr("Advanced"), self)
        group.setObjectName("Community3DAdvanced")
        group.setCollapsed(True)
        name_fold(group, group.title())
        self.snap_limit, self.tolerance = self._number("SNAP_LIMIT_M", 2000, 0), self._number("NODE_TOLERANCE_M", 50, 1)
        self.dem = QgsMapLayerComboBox(group)
        self.dem.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.dem.setAllowEmptyLayer(True)
        self.dem.setLayer(None)
        self.dem.layerChanged.connect(self._changed)
        inner = QWidget(group)
        QVBoxLayout(group).addWidget(inner)
        form = QFormLayout(inner)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Snap limit (m)"), self.snap_limit)
        form.addRow(tr("Weight"), self.combos["WEIGHT"])
        form.addRow(tr("Direction"), self.combos["DIRECTION"])
        form.addRow(tr("Join tolerance (m)"), self.tolerance)
        form.addRow(tr("Elevation model"), self.dem)
        return group

    def _number(self, key: str, high: float, places: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setRange(0, high)
        box.setDecimals(places)
        box.setValue(choices.default(ALGORITHM, key))
        box.setToolTip(choices.definition(ALGORITHM, key).help())
        box.valueChanged.connect(self._changed)
        return box

    def _menu_button(self, title: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button

    def _others_menu(self) -> QMenu:
        menu = QMenu(self)
        for algorithm in MORE:
            menu.addAction(tr(MORE[algorithm]), lambda algorithm=algorithm: self._desk.open_dialog(algorithm, self._sources_for(algorithm)))
        return menu

    def _sources_for(self, algorithm: str) -> dict[str, str]:
        rows = self._desk.binding.tables()
        keys = ((table.upper(), table) for table in INPUTS)
        return {key: self._desk.binding.source(table) for key, table in keys if rows.get(table) and choices.definition(algorithm, key)}

    # What is chosen

    def chosen(self) -> dict[str, Any]:
        """The settings as the algorithm takes them; without layers and outputs."""
        dem = self.dem.currentLayer()
        return {
            **{key: combo.currentData() for key, combo in self.combos.items()},
            **self.profile.chosen(),
            "SNAP_LIMIT_M": self.snap_limit.value(),
            "NODE_TOLERANCE_M": self.tolerance.value(),
            **({"DEM": dem.source()} if dem is not None else {}),
        }

    def limits_by_category(self) -> dict[str, tuple[str, str]]:
        """Name and limit of each category of the chosen profile."""
        return {limit.category: (limit.name, limit.words) for limit in self.profile.limits()}

    def _changed(self, *_: object) -> None:
        choices.remember({"PROFILE_FILE": "", **{key: value for key, value in self.chosen().items() if key != "DEM"}})
        self.refresh()

    # The run

    def run(self) -> None:
        """Compute the ledger into a result beside the workspace."""
        binding = self._desk.binding
        result = result_of(binding.path)
        parameters = {**self._sources_for(ALGORITHM), **self.chosen()}
        outputs = {"LEDGER": "ledger", "SUMMARY": "summary", "AREAS_OUT": "areas_out"}
        for key, table in outputs.items():
            parameters[key] = f"ogr:dbname='{result}' table=\"{table}\""
        noted = self._run_record(0.0)
        refusal = self._desk.runner.run(ALGORITHM, parameters, step=self.KEY, then=lambda outcome: self._ended(outcome, result, noted))
        self.refusal.tell(refusal)

    def _run_record(self, seconds: float) -> states.Run:
        return states.Run(self._stamps(), self.chosen(), {}, 0, seconds, strftime("%Y-%m-%d %H:%M", localtime()))

    def _stamps(self) -> dict[str, str]:
        found = states.stamps(self._desk.binding)
        return {table: stamp for table, stamp in found.items() if table in INPUTS}

    def _ended(self, outcome: Outcome, result: Path, run: states.Run) -> None:
        if outcome.state == CANCELED:
            self._desk.say(tr("Canceled. Nothing was changed."), seconds=3)
        elif outcome.state != DONE:
            self.refusal.tell(tr("Something went wrong inside the plugin.") if outcome.state == BUG else outcome.words)
        else:
            figures = {"rate": outcome.results.get("RATE_ALL"), "result": str(result)}
            noted = states.Run(run.stamps, run.parameters, figures, 0, outcome.seconds, run.ended)
            states.note(self._desk.binding.path, self.KEY, noted)
            self._desk.binding.set_result(result)
            self._desk.layertree.show_result(result)
            self._tell_done(outcome)

    def _tell_done(self, outcome: Outcome) -> None:
        words = tr("{job} finished in {seconds} s.").format(job=outcome.title, seconds=f"{outcome.seconds:.1f}")
        self._desk.say(words, Qgis.MessageLevel.Success, buttons=[(tr("Open Ledger"), self._open_ledger)])

    def _open_ledger(self) -> None:
        ledger = self._desk.layertree.layer("ledger")
        if ledger is not None:
            self._desk.iface.showAttributeTable(ledger)

    # What is shown

    def refresh(self) -> None:
        """Limits, estimate, state, result."""
        binding, busy = self._desk.binding, self._desk.runner.busy
        rows = binding.tables()
        lacking = missing(rows, NEEDED)
        self.profile.refresh()
        found = self.profile.limits()
        self.limits.setText(
            " · ".join(f"{limit.name} {limit.words}" for limit in found) or tr("This profile judges no walk: choose another one.")
        )
        self.lacking.setText(_lacking(lacking, bound=binding.path is not None))
        self.lacking.setVisible(bool(lacking))
        self.estimate.setVisible(not lacking and bool(found))
        if not lacking:
            seconds = coverage_seconds(rows["doorplates"], len(found), walls=bool(rows.get("walls")))
            words = tr("{doorplates} doorplates × {categories} categories, about {seconds} s")
            self.estimate.setText(words.format(doorplates=number(rows["doorplates"]), categories=len(found), seconds=seconds))
        self.run_button.setEnabled(not lacking and not busy and bool(found))
        self.run_button.setToolTip(tr("{job} is still running.").format(job=self._desk.runner.title) if busy else self.lacking.text())
        self._tell(lacking)
        self._fill_result()

    def _tell(self, lacking: list) -> None:
        run = states.noted(self._desk.binding.path, self.KEY) if self._desk.binding.path else None
        stale = False
        if self._desk.runner.busy == self.KEY:
            self.tell_state(states.RUNNING)
        elif lacking:
            self.tell_state(states.EMPTY)
        elif run is None or self._desk.binding.result is None:
            self.tell_state(states.READY)
        elif not run.fits(self._stamps(), self.chosen()):
            stale = True
            self.tell_state(states.STALE)
            changed = names([table for table in missing({}, INPUTS_SHOWN) if table.key in run.changed_tables(self._stamps())])
            words = (
                tr("Changed since this result: {tables}.").format(tables=changed)
                if changed
                else tr("The settings have changed since this result.")
            )
            self.lacking.setText(words)
            self.lacking.show()
        else:
            self.tell_state(states.DONE, share(run.results.get("rate")))
        self._desk.layertree.mark_stale(stale)

    def _fill_result(self) -> None:
        result = self._desk.binding.result
        found = self._desk.binding.once("lines", result, lambda: lines(result), []) if result else []
        self.result.setVisible(bool(found))
        self.hint.offer(bool(found))
        if found:
            self.result.fill(found, self.limits_by_category(), self.combos["WEIGHT"].currentText())

    def _show_category(self, category: str) -> None:
        """Let the map show who misses the category."""
        layer = self._desk.layertree.layer(f"unreached:{category}")
        if layer is None:
            return
        root = QgsProject.instance().layerTreeRoot()
        for node in root.findLayers():
            role = str(node.layer().customProperty("community3d/role", "")) if node.layer() else ""
            if role.startswith("unreached:"):
                node.setItemVisibilityChecked(node.layerId() == layer.id())
        self._desk.iface.setActiveLayer(layer)


INPUTS_SHOWN = tuple(table for table in INPUTS)


def result_of(workspace: Path) -> Path:
    """The result of step ③: beside the workspace."""
    return workspace.with_name(f"{workspace.stem}_{tr('coverage')}.gpkg")


def _lacking(tables: list, *, bound: bool) -> str:
    if not tables:
        return ""
    if not bound:
        return tr("There is no workspace yet. Open one in step ①.")
    if [table.key for table in tables] == ["streets"]:
        return tr("There is no walking network yet. Import an OSM file or choose a line layer in step ①.")
    return tr("Still missing: {tables}. Import them in step ①.").format(tables=names(tables))
