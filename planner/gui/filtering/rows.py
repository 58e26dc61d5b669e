"""The conditions as a person builds them: one row each, in groups of which all or any must hold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.conditions.fields import comparable_fields, is_complete
from planner.app.conditions.model import Condition, Conditions, Operator
from planner.app.conditions.operators import OPERATOR_NAMES
from planner.domain.marks import N_
from planner.gui.bridge import Bridge
from planner.gui.filtering.values import ValueEntry, make_entry
from planner.gui.icons import Icons

_FIELD_WIDTH = 168
_OPERATOR_WIDTH = 132
_MOST_SHOWN = 16
_FIRST_FIELD = "lead"


class ConditionRow(QWidget):
    """Field, operator and values of one condition; what was entered stays where the new operator takes it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        words = bridge.words
        self._bridge = bridge
        self._fields = {field.key: field for field in comparable_fields(bridge.plan, words)}
        self.field = _box(self, words(N_("条件的字段")), _FIELD_WIDTH)
        for field in self._fields.values():
            self.field.addItem(field.label, field.key)
        self.operator = _box(self, words(N_("条件的比较方式")), _OPERATOR_WIDTH)
        self.entry = ValueEntry(bridge, self)
        remove = QToolButton(self)
        remove.setIcon(icons.icon("close", "text-muted"))
        remove.setToolTip(words(N_("去掉这个条件")))
        remove.setAccessibleName(words(N_("去掉这个条件")))
        remove.clicked.connect(self.removed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for widget, stretch in ((self.field, 0), (self.operator, 0), (self.entry, 1), (remove, 0)):
            self._row.addWidget(widget, stretch)
        self.field.currentIndexChanged.connect(lambda _: self._choose_field())
        self.operator.currentIndexChanged.connect(lambda _: self._choose_operator())
        self.field.setCurrentIndex(max(self.field.findData(_FIRST_FIELD), 0))
        self._choose_field()

    def condition(self) -> Condition | None:
        """Return the condition, or None while a value is missing."""
        if self.operator.currentData() is None:
            return None
        operator = Operator(self.operator.currentData())
        condition = Condition(str(self.field.currentData()), operator, self.entry.values())
        return condition if is_complete(condition) else None

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; a field that is no more is shown by its key."""
        if condition.field not in self._fields:
            return
        self.field.setCurrentIndex(self.field.findData(condition.field))
        self.operator.setCurrentIndex(self.operator.findData(condition.operator.value))
        self.entry.show_values(condition.values)

    def _choose_field(self) -> None:
        before = self.operator.currentData()
        field = self._fields[str(self.field.currentData())]
        self.operator.blockSignals(True)
        self.operator.clear()
        for operator in field.operators:
            self.operator.addItem(self._bridge.words(OPERATOR_NAMES[operator]), operator.value)
        self.operator.setCurrentIndex(max(self.operator.findData(before), 0))
        self.operator.blockSignals(False)
        self._replace_entry(())

    def _choose_operator(self) -> None:
        self._replace_entry(self.entry.values())

    def _replace_entry(self, values: tuple[str, ...]) -> None:
        before, operator = self.entry, Operator(self.operator.currentData())
        self.entry = make_entry(self._bridge, str(self.field.currentData()), operator, self)
        if type(self.entry) is type(before):
            self.entry.show_values(values)
        self.entry.changed.connect(self.changed)
        self._row.replaceWidget(before, self.entry)
        before.deleteLater()
        before.hide()
        self.entry.show()
        self.changed.emit()


class ConditionGroup(QFrame):
    """Conditions of which all or any must hold; the outermost group takes groups too."""

    changed = Signal()
    removed = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, parent: QWidget, *, inner: bool = False) -> None:
        super().__init__(parent)
        words = bridge.words
        self._bridge = bridge
        self._icons = icons
        self._parts: list[ConditionRow | ConditionGroup] = []
        self.setProperty("role", "card" if inner else "")
        self.every = _box(self, words(N_("条件之间的关系")), 0)
        self.every.addItem(words(N_("全部条件")), True)
        self.every.addItem(words(N_("任一条件")), False)
        self.every.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.add_button = self._button(words(N_("添加条件")), "plus")
        self.add_button.clicked.connect(self.add_row_and_enter)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.head.addWidget(QLabel(words(N_("满足"))))
        self.head.addWidget(self.every)
        self.head.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add_button)
        if inner:
            remove = QToolButton(self)
            remove.setIcon(icons.icon("close", "text-muted"))
            remove.setToolTip(words(N_("去掉这组条件")))
            remove.setAccessibleName(words(N_("去掉这组条件")))
            remove.clicked.connect(self.removed)
            self.head.addWidget(remove)
        else:
            self.add_group_button = self._button(words(N_("添加条件组")), "group")
            self.add_group_button.clicked.connect(self.add_group_and_enter)
            self._foot.addWidget(self.add_group_button)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*((10, 8, 6, 6) if inner else (0, 0, 0, 0)))
        self._column.setSpacing(6)
        self._column.addLayout(self.head)
        self._column.addLayout(self._foot)

    @property
    def parts(self) -> "tuple[ConditionRow | ConditionGroup, ...]":
        """The rows and groups in it."""
        return tuple(self._parts)

    def conditions(self) -> Conditions:
        """Return what is complete of the conditions."""
        parts: list[Condition | Conditions] = []
        for part in self._parts:
            one = part.condition() if isinstance(part, ConditionRow) else part.conditions()
            if one:
                parts.append(one)
        return Conditions(tuple(parts), every=bool(self.every.currentData()))

    def show_conditions(self, conditions: Conditions) -> None:
        """Show conditions in place of those that are there."""
        for part in tuple(self._parts):
            self._remove(part, quietly=True)
        self.every.setCurrentIndex(self.every.findData(conditions.every))
        for condition in conditions.parts:
            if isinstance(condition, Conditions):
                self.add_group().show_conditions(condition)
            else:
                self.add_row().show_condition(condition)

    def add_row(self) -> ConditionRow:
        """Add an empty condition."""
        row = ConditionRow(self._bridge, self._icons, self)
        self._add(row)
        return row

    def add_group(self) -> "ConditionGroup":
        """Add an empty group."""
        group = ConditionGroup(self._bridge, self._icons, self, inner=True)
        self._add(group)
        return group

    def add_row_and_enter(self) -> None:
        """Add an empty condition and put the focus into it."""
        self.add_row().field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_group_and_enter(self) -> None:
        """Add a group with an empty condition and put the focus into it."""
        self.add_group().add_row_and_enter()

    def _add(self, part: "ConditionRow | ConditionGroup") -> None:
        part.changed.connect(self.changed)
        part.removed.connect(lambda: self._remove(part))
        self._column.insertWidget(self._column.count() - 1, part)
        self._parts.append(part)
        part.show()

    def _remove(self, part: "ConditionRow | ConditionGroup", *, quietly: bool = False) -> None:
        self._parts.remove(part)
        self._column.removeWidget(part)
        part.hide()
        part.deleteLater()
        if not quietly:
            self.changed.emit()

    def _button(self, text: str, icon: str) -> QPushButton:
        button = QPushButton(self._icons.icon(icon, "text-muted"), text, self)
        button.setFlat(True)
        return button


def _box(parent: QWidget, name: str, width: int) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setMaxVisibleItems(_MOST_SHOWN)
    if width:
        box.setFixedWidth(width)
    return box
