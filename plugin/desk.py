"""What all parts of the desktop share: menu, toolbar, message bar, the bound workspace and the job runner."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QToolBar, QWidget

from ..i18n import tr
from ..processing.compat import QAction
from ..styles import look
from .binding import Binding
from .runner import PROVIDER, Runner

if TYPE_CHECKING:
    from .layertree import LayerTree

Button = tuple[str, Callable[[], object]]


class Desk(QObject):
    """Owns menu and toolbar; remembers every action that a part adds."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self.iface = iface
        self.binding = Binding(self)
        self.runner = Runner(self)
        self._layertree: LayerTree | None = None
        self._actions: list[QAction] = []
        self._answers: dict[QWidget, list[Callable[..., object]]] = {}
        iface.messageBar().widgetRemoved.connect(self._forget)
        self.last_button: QAction | None = None  # buttons that come later stand before it
        self.menu = QMenu(tr("Community 3D"))
        self.menu.setObjectName("Community3DMenu")
        self.menu.setIcon(_icon("plugin"))
        self.menu.setToolTipsVisible(True)
        self.toolbar: QToolBar = iface.addToolBar(tr("Community 3D"))
        self.toolbar.setObjectName("Community3DToolbar")
        iface.pluginMenu().addMenu(self.menu)

    @property
    def layertree(self) -> LayerTree:
        """The groups and layers of the workspace and its results in the project."""
        if self._layertree is None:
            from .layertree import LayerTree

            self._layertree = LayerTree(self)
        return self._layertree

    def action(
        self,
        name: str,
        title: str,
        icon: str | Path | QIcon,
        triggered: Callable[..., object] | None,
        *,
        menu: bool = True,
        toolbar: bool = False,
        checkable: bool = False,
    ) -> QAction:
        """An action of the menu and, where asked, of the toolbar; taken back by close().

        The icon is the name of one of ours, a path or an icon; triggered may be None where the caller connects the action itself.
        """
        action = QAction(icon if isinstance(icon, QIcon) else _icon(icon), title, self.menu)
        action.setObjectName(f"Community3D_{name}")
        action.setToolTip(title.rstrip("…"))
        action.setCheckable(checkable)
        if triggered:
            action.triggered.connect(triggered)
        if menu:
            self.menu.addAction(action)
        if toolbar:
            self.toolbar.insertAction(self.last_button, action)
        self._actions.append(action)
        return action

    def separator(self) -> None:
        """A line in the menu, before the next action."""
        self._actions.append(self.menu.addSeparator())

    def say(
        self, words: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info, *, seconds: int = 5, buttons: Iterable[Button] = ()
    ) -> None:
        """A line in the message bar; seconds=0 stays until it is closed. A pressed button closes the line."""
        bar = self.iface.messageBar()
        item = bar.createMessage(tr("Community 3D"), words)
        for title, pressed in buttons:
            button = QPushButton(title, item)
            answer = partial(self._answer, item, pressed)
            # Nothing else of Python holds on to what stands in the bar: its answers would be collected before they are asked.
            self._answers.setdefault(item, []).append(answer)
            button.clicked.connect(answer)
            item.layout().addWidget(button)
        bar.pushWidget(item, level, seconds)

    def _forget(self, item: QWidget) -> None:
        self._answers.pop(item, None)

    def _close_messages(self) -> None:
        bar = self.iface.messageBar()
        for item in list(self._answers):
            bar.popWidget(item)
        bar.widgetRemoved.disconnect(self._forget)

    def _answer(self, item: QWidget, pressed: Callable[[], object], *_: object) -> None:
        self.iface.messageBar().popWidget(item)
        pressed()

    def open_dialog(self, algorithm: str, parameters: dict[str, object] | None = None) -> None:
        """QGIS's own dialog of one of our algorithms, filled with parameters."""
        # From the package that QGIS has loaded: an import here would clash with our "processing".
        package = sys.modules.get("processing")
        if package is None:
            words = tr("The plugin Processing is switched off. Switch it on in Plugins ▸ Manage and Install Plugins.")
            self.say(words, Qgis.MessageLevel.Warning, seconds=0)
            return
        package.execAlgorithmDialog(f"{PROVIDER}:{algorithm}", parameters or {})

    def close(self) -> None:
        """Stop the job, let go of the project and take back actions, menu and toolbar."""
        self.runner.close()
        self._close_messages()
        self.binding.disconnect_project()
        if self._layertree is not None and hasattr(self._layertree, "remove"):
            self._layertree.remove()
        for action in self._actions:
            self.menu.removeAction(action)
            self.toolbar.removeAction(action)
            action.deleteLater()
        self._actions.clear()
        self.iface.pluginMenu().removeAction(self.menu.menuAction())
        self.menu.deleteLater()
        self.iface.mainWindow().removeToolBar(self.toolbar)
        self.toolbar.deleteLater()


def _icon(name: str | Path) -> QIcon:
    return QIcon(str(name if isinstance(name, Path) else look.icon(name)))
