"""Editors that are bound to a place in a draft. Only `planner.gui.presets` imports it."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QToolButton,
    QWidget,
)

from planner.gui.presets.draft import Draft, Way

_SWATCH = QSize(36, 18)
_SEPARATOR = re.compile(r"[、，,;；]+")


def bound_number(draft: Draft, way: Way, limits: tuple[float, float], unit: str, name: str) -> QDoubleSpinBox:
    """Make an editor of a number, its unit behind it."""
    box = QDoubleSpinBox()
    box.setRange(*limits)
    box.setDecimals(1)
    box.setSingleStep(1)
    box.setSuffix(f" {unit}" if unit else "")
    box.setAccessibleName(name)
    box.setValue(float(draft.get(*way)))
    box.valueChanged.connect(lambda value: draft.put(plain(value), *way))
    return box


def bound_line(draft: Draft, way: Way, name: str, hint: str = "") -> QLineEdit:
    """Make an editor of a text."""
    line = QLineEdit(str(draft.get(*way)))
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.textChanged.connect(lambda text: draft.put(text, *way))
    return line


def bound_names(draft: Draft, way: Way, name: str) -> QLineEdit:
    """Make an editor of several names; one that is left empty changes nothing."""
    line = QLineEdit("、".join(draft.get(*way)))
    line.setAccessibleName(name)
    line.setCursorPosition(0)

    def take(text: str) -> None:
        names = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
        if names:
            draft.put(names, *way)

    line.textChanged.connect(take)
    return line


def bound_check(draft: Draft, way: Way, text: str) -> QCheckBox:
    """Make an editor of yes or no; a value that is not there is no."""
    check = QCheckBox(text)
    check.setChecked(bool(draft.get(*way[:-1]).get(way[-1], False)))
    check.toggled.connect(lambda on: draft.put(on, *way))
    return check


def bound_choice(draft: Draft, way: Way, entries: Iterable[tuple[str, str]], name: str) -> QComboBox:
    """Make an editor of one code of some, each with its text."""
    box = QComboBox()
    box.setAccessibleName(name)
    for code, text in entries:
        box.addItem(text, code)
    box.setCurrentIndex(max(box.findData(draft.get(*way)), 0))
    box.currentIndexChanged.connect(lambda _: draft.put(str(box.currentData()), *way))
    return box


class ColourButton(QToolButton):
    """Shows a colour of the preset and lets another be chosen."""

    def __init__(self, draft: Draft, way: Way, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._way = way
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(_SWATCH)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self.choose)
        self._show()

    def choose(self) -> None:
        """Ask for another colour."""
        chosen = QColorDialog.getColor(QColor(self._draft.get(*self._way)), self, self._name)
        if chosen.isValid():
            self.take(chosen.name())

    def take(self, colour: str) -> None:
        """Make the colour this one, as `#rrggbb`."""
        self._draft.put(colour, *self._way)
        self._show()

    def _show(self) -> None:
        colour = QColor(self._draft.get(*self._way))
        swatch = QPixmap(_SWATCH)
        swatch.fill(self.palette().color(QPalette.ColorRole.Dark))
        painter = QPainter(swatch)
        painter.fillRect(swatch.rect().adjusted(1, 1, -1, -1), colour)
        painter.end()
        self.setIcon(QIcon(swatch))
        self.setText(colour.name())


def plain(value: float) -> int | float:
    """Return a number as a person would write it in a file: whole where it is whole."""
    return int(value) if value == int(value) else round(value, 2)
