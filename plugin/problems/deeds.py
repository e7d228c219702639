"""What the problem list does: decisions, the map, checks, fixes and check lists; all work runs as public algorithms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ...i18n import legend_language, tr
from . import choices
from .asking import asked_reason
from .showing import Showing
from .store import KEYS, PIECE, TABLE, Found, Store, bring, row_of

if TYPE_CHECKING:
    from ..desk import Desk
    from ..runner import Outcome
    from .dock import ProblemDock

STEP = "checks"
DECISIONS = {"fix": choices.FIXED, "accept": choices.ACCEPTED, "check": choices.ON_SITE, "reopen": choices.OPEN}
ENDING = "_修正"


class Deeds(QObject):
    """Carries out what keys and buttons of the dock ask for."""

    def __init__(self, desk: Desk, dock: ProblemDock) -> None:
        super().__init__(dock)
        self._desk, self._dock = desk, dock
        self._store: Store | None = None
        self._edited: list[QgsVectorLayer] = []
        self._deciding: Iterator[None] = iter(())
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._decide_on)
        self.showing = Showing(desk.iface.mapCanvas())

    @property
    def is_bound(self) -> bool:
        """Whether there is a workspace to work on."""
        return self._desk.binding.path is not None and self._desk.binding.path.is_file()

    @property
    def is_checked(self) -> bool:
        """Whether the workspace holds a list of problems."""
        return self._store is not None and self._store.is_there

    def pieces(self) -> Iterator[list[Found]]:
        """The problems of the bound workspace, some at a time; none where there is no list."""
        self._store = Store(self._desk.binding.path) if self.is_bound else None
        return iter(()) if self._store is None else self._store.pieces()

    def carry_out(self, name: str) -> None:
        """Do what a key or button of that name asks for."""
        if name in DECISIONS:
            self._decide(DECISIONS[name])
        elif name == "ignore":
            self._ignore()
        else:
            {"zoom": self._zoom, "edit": self._edit, "recheck": self.check, "apply": self._apply, "export": self._export,
             "import": self._import}[name]()  # fmt: skip

    def _decide(self, state: str, reason: str = "") -> None:
        """Note the decision for the selected problems and go on to the next one; of many some at a time, so that windows answer."""
        for _ in self._deciding:  # what was decided before comes first
            pass
        self._deciding = self._decided(state, reason)
        self._decide_on()

    def _decide_on(self) -> None:
        for _ in self._deciding:
            self._more.start(0)
            return

    def _decided(self, state: str, reason: str) -> Iterator[None]:
        model, table, store = self._dock.model, self._dock.table, self._store
        chosen = self._dock.chosen_places()
        able = [place for place in chosen if state != choices.FIXED or model.at(place).fixable]
        row, shown = table.currentIndex().row(), model.rowCount()
        for begin in range(0, len(able), PIECE):
            if len(able) > PIECE:
                yield
            if store is not self._store:  # the list is being read anew: its places are others
                left = len(able) - begin
                self._desk.say(tr("The list is being read anew. Chosen problems that are not decided yet: {count}.").format(count=left))
                return
            places = able[begin : begin + PIECE]
            try:
                noted = store.note([model.at(place) for place in places], state=state, reason=reason)
            except OSError as error:
                self._desk.say(str(error), Qgis.MessageLevel.Warning, seconds=0)
                return
            model.put(dict(zip(places, noted)))
        if len(able) < len(chosen):
            self._desk.say(tr("Problems without a fix that could be carried out by itself: {count}.").format(count=len(chosen) - len(able)))
        elif len(chosen) == 1:
            # Where the filter takes the row away, the next one stands in its place.
            table.go(row + 1 if model.rowCount() == shown else row)
        self._dock.recount()

    def _ignore(self) -> None:
        if self._dock.chosen_places():
            reason = asked_reason(self._dock)
            if reason:
                self._decide(choices.IGNORED, reason)

    def _current(self) -> Found | None:
        places = self._dock.chosen_places()
        return self._dock.model.at(places[0]) if places else None

    def _zoom(self) -> None:
        found = self._current()
        if found is not None and not self.showing.zoom(found, self._store.crs()):
            self._desk.say(tr("This problem has no place on the map."))

    def _edit(self) -> None:
        """Select the row in its layer, open it if need be, and start editing."""
        found = self._current()
        if found is None:
            return
        layer = self._layer(found.table)
        feature = row_of(layer, KEYS[found.table], found.row) if layer is not None and found.table in KEYS else None
        if feature is None:
            self._desk.say(tr("The row {row} of {table} is not there.").format(row=found.row or "–", table=found.table))
            return
        self._desk.iface.setActiveLayer(layer)
        layer.selectByIds([feature.id()])
        layer.startEditing()
        self.showing.zoom(found, self._store.crs())
        if layer not in self._edited:
            self._edited.append(layer)
            layer.afterCommitChanges.connect(self._offer_check)

    def _layer(self, table: str) -> QgsVectorLayer | None:
        """The layer of a table in the project; opened where it is not there yet."""
        path = self._desk.binding.path
        for layer in QgsProject.instance().mapLayers().values():
            source = layer.source().split("|")
            if Path(source[0]) == path and f"layername={table}" in source[1:] and isinstance(layer, QgsVectorLayer):
                return layer
        layer = QgsVectorLayer(self._desk.binding.source(table), table, "ogr")
        return QgsProject.instance().addMapLayer(layer) if layer.isValid() else None

    def _offer_check(self) -> None:
        self._desk.say(tr("The data have changed."), buttons=((tr("Check again"), self.check),), seconds=0)

    def check(self) -> None:
        """Run all checks on the workspace; what was decided stays."""
        path = self._desk.binding.path
        made = QgsProcessingUtils.generateTempFilename("problems.gpkg")
        given = {"INPUT": str(path), "PROBLEMS": made, "LANGUAGE": legend_language()}
        self._run("dataquality", given, lambda outcome: self._checked(outcome, path))

    def _checked(self, outcome: Outcome, path: Path) -> None:
        self._store = None  # lets go of the table
        wrong = bring(outcome.results["PROBLEMS"], path)
        if wrong:
            self._desk.say(wrong, Qgis.MessageLevel.Warning, seconds=0)
        self._desk.binding.refresh()  # the dock follows

    def _apply(self) -> None:
        """Mend a copy beside the workspace, open it and check it."""
        path = self._desk.binding.path
        target = _free(path.with_name(f"{path.stem}{ENDING}.gpkg"))
        self._run("applyfixes", {"INPUT": str(path), "OUTPUT": str(target)}, lambda outcome: self._applied(outcome, target))

    def _applied(self, outcome: Outcome, target: Path) -> None:
        words = tr("Mended {applied} problems, {skipped} were left; {changes} changes. The copy is {name}.")
        self._desk.say(
            words.format(
                applied=int(outcome.results["APPLIED"]),
                skipped=int(outcome.results["SKIPPED"]),
                changes=int(outcome.results["CHANGES_COUNT"]),
                name=target.name,
            ),
            Qgis.MessageLevel.Success,
            seconds=0,
            buttons=((tr("Show changes"), lambda: self._show_changes(target)),),
        )
        self._desk.binding.bind(target)  # the dock follows
        # The runner is free again when this call has ended.
        self._desk.runner.ended.connect(self._check_once)

    def _check_once(self, *_: object) -> None:
        self._desk.runner.ended.disconnect(self._check_once)
        self.check()

    def _show_changes(self, target: Path) -> None:
        layer = QgsVectorLayer(f"{target}|layername=changes", tr("Changes"), "ogr")
        if layer.isValid():
            QgsProject.instance().addMapLayer(layer)
            self._desk.iface.showAttributeTable(layer)

    def _export(self) -> None:
        """The check list as workbook, layer and maps in one folder."""
        path = self._desk.binding.path
        folder = QFileDialog.getExistingDirectory(self._dock, tr("Folder for the check list"), str(path.parent))
        if folder:
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Write the check list into a folder."""
        stem = f"{self._desk.binding.path.stem}_{tr('check list')}"
        files = {"CHECKLIST": folder / f"{stem}.xlsx", "CHECK_LAYER": folder / f"{stem}.gpkg", "CHECK_MAPS": folder / f"{stem}.html"}
        given = {"INPUT": str(self._desk.binding.path), "LANGUAGE": legend_language(), **{key: str(place) for key, place in files.items()}}
        ledger = self._ledger()
        self._run("dataquality", {**given, **({"LEDGER": ledger} if ledger else {})}, self._exported)

    def _ledger(self) -> str:
        """The ledger of the newest result, where it says how firm its answers are."""
        result = self._desk.binding.result
        layer = QgsVectorLayer(f"{result}|layername=ledger", "ledger", "ogr") if result else None
        firm = layer is not None and any(name.endswith("_firm") for name in layer.fields().names())
        return layer.source() if firm else ""

    def _exported(self, outcome: Outcome) -> None:
        words = tr("The check list holds {count} places to look at: {path}")
        said = words.format(count=int(outcome.results["TO_CHECK"]), path=outcome.results["CHECKLIST"])
        self._desk.say(said, Qgis.MessageLevel.Success, seconds=10)

    def _import(self) -> None:
        path = self._desk.binding.path
        name, _ = QFileDialog.getOpenFileName(self._dock, tr("Filled-in check list"), str(path.parent), "Excel (*.xlsx)")
        if name:
            self.take_answers(Path(name))

    def take_answers(self, filled: Path) -> None:
        """Read the answers of a check list into the decisions."""
        path = self._desk.binding.path
        made = QgsProcessingUtils.generateTempFilename("problems.gpkg")
        given = {"INPUT": str(filled), "PROBLEMS": self._desk.binding.source(TABLE), "OUTPUT": made}
        self._run("importchecklist", given, lambda outcome: self._answered(outcome, path))

    def _answered(self, outcome: Outcome, path: Path) -> None:
        self._store = None
        wrong = bring(outcome.results["OUTPUT"], path)
        words = tr("{answers} answers read, {matched} of them fit a problem.")
        said = words.format(answers=int(outcome.results["ANSWERS_READ"]), matched=int(outcome.results["ANSWERS_MATCHED"]))
        self._desk.say(wrong or said, Qgis.MessageLevel.Warning if wrong else Qgis.MessageLevel.Success)
        self._desk.binding.refresh()

    def _run(self, algorithm: str, parameters: dict[str, str], then: object) -> None:
        """Start an algorithm; what refuses or fails is said, what succeeds goes on with then."""

        def ended(outcome: Outcome) -> None:
            if outcome.state == "done":
                then(outcome)
            elif outcome.state != "canceled":
                self._desk.say(outcome.words, Qgis.MessageLevel.Warning, seconds=0)

        refusal = self._desk.runner.run(algorithm, parameters, step=STEP, then=ended)
        if refusal:
            self._desk.say(refusal, Qgis.MessageLevel.Warning)

    def close(self) -> None:
        """Let go of map and layers, once what was decided is noted."""
        for _ in self._deciding:
            pass
        self._more.stop()
        self.showing.clear()
        for layer in self._edited:
            try:
                layer.afterCommitChanges.disconnect(self._offer_check)
            except (RuntimeError, TypeError):  # the layer has left the project meanwhile
                continue
        self._edited.clear()
        self._store = None


def _free(wish: Path) -> Path:
    """A name that no file bears yet."""
    number, name = 1, wish
    while name.exists():
        number += 1
        name = wish.with_name(f"{wish.stem}_{number}{wish.suffix}")
    return name
