"""A step of the panel: a group that folds, with number, name, state and one figure in its heading."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...styles import look
from . import states

GAP = "\u2003"
FRAME = "QFrame#refusal {{ border: 2px solid {orange}; border-radius: 3px; }}"


class Refusal(QFrame):
    """A sentence in an orange frame, beside what it concerns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refusal")
        self.setStyleSheet(FRAME.format(orange=look.why_colour("behind_gate", "light")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        self.sentence = wrapped("", self)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.sentence, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def tell(self, words: str, *buttons: QPushButton) -> None:
        """Show a sentence with its buttons; an empty one hides it."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = list(buttons)
        for button in buttons:
            self.layout().addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.sentence.setText(words)
        self.setVisible(bool(words))


class Step(QgsCollapsibleGroupBoxBasic):
    """A step; subclasses fill its body and say in refresh() in which state it is."""

    NUMBER = ""
    KEY = ""  # of the runner and of what is remembered
    PAGE = "quickstart"  # of the help

    entered = pyqtSignal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"Community3DStep_{self.KEY}")
        self._name = name
        self.state = states.EMPTY
        # The group shows and hides its children by itself: it gets one, and ours keep their own say.
        self._content = QWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 4, 6, 6)
        outer.addWidget(self._content)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.refusal = Refusal(self._content)
        self.body.addWidget(self.refusal)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def tell_state(self, state: str, figure: str = "") -> None:
        """Sign, word and figure in the heading."""
        self.state = state
        heading = f"{self.NUMBER} {self._name}{GAP}{states.label(state)}"
        self.setTitle(f"{heading}{GAP}{figure}" if figure else heading)
        self.setAccessibleName(f"{self._name}: {tr(states.WORDS[state])} {figure}".strip())
        name_fold(self, self._name)

    def add(self, *items: QWidget | QLayout) -> None:
        """Put widgets or layouts below each other."""
        for item in items:
            if isinstance(item, QLayout):
                self.body.addLayout(item)
            else:
                self.body.addWidget(item)


def name_fold(group: QgsCollapsibleGroupBoxBasic, name: str) -> None:
    """Give the button that folds a group a name for screen readers."""
    for button in group.findChildren(QToolButton, "collapseButton", Qt.FindChildOption.FindDirectChildrenOnly):
        button.setAccessibleName(tr("Fold or unfold {name}").format(name=name))


def wrapped(words: str, parent: QWidget | None = None) -> QLabel:
    """A label whose sentence breaks into lines."""
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def row(*items: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Widgets side by side; the one at the position stretch takes the room that is left, none of them for -1."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    for position, item in enumerate(items):
        layout.addWidget(item, 1 if position == stretch else 0)
    if stretch < 0:
        layout.addStretch(1)
    return layout
