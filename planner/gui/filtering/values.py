"""What is entered after an operator: text, numbers, days or choices; as texts in and out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from planner.app.cells import SEPARATOR
from planner.app.conditions.fields import Asks, asks, choices_for, value_count
from planner.app.conditions.model import Operator
from planner.app.conditions.stretches import STRETCH_NAMES, stretch
from planner.domain.marks import N_
from planner.domain.periods import parse_typed
from planner.gui.bridge import Bridge
from planner.gui.inspector.candidates import Candidate
from planner.gui.inspector.picker import Picker

_NUMBER_WIDTH = 96
_LEAST_WIDTH = 160


class ValueEntry(QWidget):
    """Where the values of one condition are entered; `changed` comes with each change."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def values(self) -> tuple[str, ...]:
        """Return what is entered."""
        return ()

    def show_values(self, values: Sequence[str]) -> None:
        """Show what is to be entered."""


class TextEntry(ValueEntry):
    """One text."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(bridge.words(N_("条件的值")))
        self.edit.setPlaceholderText(bridge.words(N_("输入文字")))
        self.edit.textChanged.connect(self.changed)
        self.row.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)

    def values(self) -> tuple[str, ...]:
        text = self.edit.text().strip()
        return (text,) if text else ()

    def show_values(self, values: Sequence[str]) -> None:
        self.edit.setText(values[0] if values else "")


class NumberEntry(ValueEntry):
    """One number, or two bounds."""

    def __init__(self, bridge: Bridge, parent: QWidget, count: int) -> None:
        super().__init__(bridge, parent)
        self.edits = [self._edit(number) for number in range(count)]
        self.row.addStretch(1)
        self.setFocusProxy(self.edits[0])

    def values(self) -> tuple[str, ...]:
        return tuple(edit.text().strip() for edit in self.edits if edit.text().strip())

    def show_values(self, values: Sequence[str]) -> None:
        for edit, value in zip(self.edits, values, strict=False):
            edit.setText(value)

    def _edit(self, number: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setValidator(QDoubleValidator(edit))
        edit.setFixedWidth(_NUMBER_WIDTH)
        name = N_("下限") if number == 0 else N_("上限")
        edit.setAccessibleName(self.bridge.words(name))
        edit.textChanged.connect(self.changed)
        self.row.addWidget(edit)
        return edit


class DateEntry(ValueEntry):
    """Days seen from today, or a day or period as people write them, as 2025年三季度; or two of them."""

    def __init__(self, bridge: Bridge, parent: QWidget, count: int) -> None:
        super().__init__(bridge, parent)
        self.boxes = [self._box() for _ in range(count)]
        self.row.addStretch(1)
        self.setFocusProxy(self.boxes[0])

    def values(self) -> tuple[str, ...]:
        read = [self._read(box) for box in self.boxes]
        return tuple(value for value in read if value)

    def show_values(self, values: Sequence[str]) -> None:
        for box, value in zip(self.boxes, values, strict=False):
            place = box.findData(value)
            box.setCurrentIndex(place)
            if place < 0:
                box.setEditText(value)

    def _box(self) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMinimumWidth(_LEAST_WIDTH)
        words = self.bridge.words
        for code, name in STRETCH_NAMES.items():
            box.addItem(words(name), code)
        box.setCurrentIndex(-1)
        box.setAccessibleName(words(N_("日期或时段")))
        edit = box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(words(N_("选择，或输入 2025年6月")))
        box.editTextChanged.connect(lambda _text: self._follow(box))
        self.row.addWidget(box)
        return box

    def _follow(self, box: QComboBox) -> None:
        wrong = bool(box.currentText().strip()) and not self._read(box)
        if box.property("invalid") != wrong:
            box.setProperty("invalid", wrong)
            box.style().unpolish(box)
            box.style().polish(box)
            reason = self.bridge.words(N_("请填日期或时段，如 2025年6月、2025年三季度。")) if wrong else ""
            box.setToolTip(reason)
            box.setAccessibleDescription(reason)
        self.changed.emit()

    def _read(self, box: QComboBox) -> str:
        """Return the stretch or period that stands in a box, empty for neither."""
        typed = box.currentText().strip()
        place = box.findText(typed)
        if place >= 0:
            return str(box.itemData(place))
        if stretch(typed, self.bridge.derived.today) is not None:
            return typed
        try:
            return parse_typed(typed)
        except ValueError:
            return ""


class ChoicesEntry(ValueEntry):
    """Some of the things that a field can say, ticked in a list."""

    def __init__(self, bridge: Bridge, parent: QWidget, key: str) -> None:
        super().__init__(bridge, parent)
        self._named = dict(choices_for(bridge.plan, bridge.cells, bridge.words, key))
        self._chosen: dict[str, None] = {}
        self.button = QPushButton(self)
        self.button.setProperty("role", "choices")
        self.button.setMinimumWidth(_LEAST_WIDTH)
        self.button.clicked.connect(self._open)
        self.picker = Picker(bridge.words, self)
        self.picker.ticked.connect(self._tick)
        self.row.addWidget(self.button)
        self.row.addStretch(1)
        self.setFocusProxy(self.button)
        self._show()

    def values(self) -> tuple[str, ...]:
        return tuple(self._chosen)

    def show_values(self, values: Sequence[str]) -> None:
        self._chosen = dict.fromkeys(values)
        self._show()

    def _open(self) -> None:
        self.picker.offer((Candidate(code, name) for code, name in self._named.items()), self._chosen)
        self.picker.open_at(self.button)

    def _tick(self, code: str, chosen: bool) -> None:
        if chosen:
            self._chosen[code] = None
        else:
            self._chosen.pop(code, None)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = self.bridge.words
        names = [self._named.get(code, code) for code in self._chosen]
        text = SEPARATOR.join(names) or words(N_("选择…"))
        width = self.button.fontMetrics().averageCharWidth() * 40
        elided = self.button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.button.setText(elided.replace("&", "&&"))
        self.button.setToolTip("\n".join(names).replace("<", "‹") if elided != text else "")
        self.button.setAccessibleName(text)


def make_entry(bridge: Bridge, key: str, operator: Operator, parent: QWidget) -> ValueEntry:
    """Make what an operator on a field asks for."""
    count = value_count(operator)
    match asks(operator):
        case Asks.TEXT:
            return TextEntry(bridge, parent)
        case Asks.NUMBER:
            return NumberEntry(bridge, parent, count)
        case Asks.DATE:
            return DateEntry(bridge, parent, count)
        case Asks.CHOICES:
            return ChoicesEntry(bridge, parent, key)
        case Asks.NOTHING:
            return ValueEntry(bridge, parent)
