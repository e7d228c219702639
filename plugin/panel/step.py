"""A step of the panel: a group that folds, with number, name, state and one figure in its heading."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import QAbstractAnimation, Qt, QVariantAnimation, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...styles import look
from ..options import hints, settings
from . import states

GAP = "\u2003"
PULSE_MS, PULSE_PX = 1600, 3
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
        self.setVisible(bool(words.strip()))


class Hint(QWidget):
    """A sentence that helps the first time, and can be closed for good."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._fits = name, False
        self.close_button = QToolButton(self)
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(tr("Do not show this hint again"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(self._close)
        line = row(wrapped(words, self), self.close_button, stretch=0)
        line.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def offer(self, fits: bool) -> None:
        """Show the hint where it fits, unless it was closed or hints are switched off."""
        self._fits = fits
        self.setVisible(fits and bool(settings.value("tips")) and not hints.is_closed(self._name))

    def _close(self) -> None:
        hints.close(self._name)
        self.offer(self._fits)


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
        self._beat = QVariantAnimation(self)
        self._beat.setDuration(PULSE_MS)
        self._beat.setStartValue(0.0)
        self._beat.setKeyValueAt(0.5, 1.0)
        self._beat.setEndValue(0.0)
        self._beat.valueChanged.connect(lambda *_: self.update())
        self._beat.finished.connect(self.update)

    def tell_state(self, state: str, figure: str = "") -> None:
        """Sign, word and figure in the heading."""
        self.state = state
        heading = f"{self.NUMBER} {self._name}{GAP}{states.label(state)}"
        self.setTitle(f"{heading}{GAP}{figure}" if figure else heading)
        self.setAccessibleName(f"{self._name}: {tr(states.WORDS[state])} {figure}".strip())
        name_fold(self, self._name)

    def pulse(self) -> None:
        """Draw the eye once: a frame in the colour of what is chosen comes and goes."""
        self._beat.stop()
        self._beat.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The group, and the frame while it pulses."""
        super().paintEvent(event)
        strength = self._beat.currentValue() if self._beat.state() == QAbstractAnimation.State.Running else 0.0
        if strength:
            ink = self.palette().color(QPalette.ColorRole.Highlight)
            ink.setAlphaF(strength)
            painter = QPainter(self)
            painter.setPen(QPen(ink, PULSE_PX))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.end()

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


class Sentence(QLabel):
    """A label whose words break into lines, as high as they need: a form's layout asks for that before it knows the width."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take the height of the new width."""
        super().resizeEvent(event)
        self._fit()

    def setText(self, words: str) -> None:  # noqa: N802
        """Take the height of the new words."""
        super().setText(words)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # a label never tells less than its least height: it could only grow
        self.setMinimumHeight(self.heightForWidth(self.width()))


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
