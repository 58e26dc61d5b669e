"""The table of what belongs to an item: milestones, adjusted deadlines, goals, reports, funding or values.

Columns are read from the field table of the kind, as many as there is room for; the rest stands in the form
of the row, one click away. Cells are edited in place.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.belongings import add_belonging
from planner.app.commands.structure import move_by, remove
from planner.domain.changes import ChangeSet
from planner.domain.fields import Field, FieldType, Group
from planner.domain.items import Item, kind_of
from planner.domain.marks import N_
from planner.gui.fonts import scaled_font
from planner.gui.inspector.editors import FieldEditor, make_editor
from planner.gui.inspector.section import section_heading
from planner.gui.inspector.tools import Tools

_LEAST_WIDTHS = {
    FieldType.PARAGRAPH: 110,
    FieldType.TEXT: 72,
    FieldType.NAMES: 72,
    FieldType.DEADLINE: 90,
    FieldType.CHOICE: 80,
    FieldType.PERIOD: 80,
    FieldType.NUMBER: 64,
    FieldType.PERCENT: 56,
}
"""The least width of a column in pixels; other types of field are left to the form of the row."""

_STRETCHED = (FieldType.PARAGRAPH, FieldType.TEXT)
_ELSEWHERE = (Group.NOTES, Group.SOURCE)
_MORE_WIDTH = 26
_INSET = 7
_FRAME = 4
_SPACING = 2
_LEAST_COLUMNS = 2

_VERBS = (
    ("open", N_("打开"), "inspector"),
    ("move_up", N_("上移"), "move-up"),
    ("move_down", N_("下移"), "move-down"),
    ("remove", N_("删除"), "delete"),
)


class RelatedTable(QWidget):
    """Everything of one class that belongs to one item, a row each; `opened` asks for a row to be shown."""

    opened = Signal(str)

    def __init__(self, cls: type[Item], tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._cls = cls
        self._kind = kind_of(cls)
        self._tools = tools
        self._owner = ""
        self._editable = True
        self._width = 0
        self._specs = [spec for spec in self._kind.stored if _has_column(spec)]
        self._rows: list[_Row] = []
        self._heading = section_heading("", self)
        self.add_button = QToolButton(self)
        self.add_button.setProperty("role", "add")
        self.add_button.setIcon(tools.icons.icon("plus", "text-muted"))
        self.add_button.setText(tools.words("添加"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setAccessibleName(
            tools.words("添加{kind}").format(kind=tools.words(self._kind.label))
        )
        self.add_button.clicked.connect(self.add)
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._grid = QGridLayout(self._card)
        self._labels = [self._column_label(spec) for spec in self._specs]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()

    @property
    def ids(self) -> list[str]:
        """The ids of the rows, in their order."""
        return list(self._tools.plan.child_ids(self._owner, self._cls))

    def editor(self, place: int, key: str) -> FieldEditor:
        """Return the editor of a cell, by the row's place and the field's key."""
        return self._rows[place].editors[key]

    def action(self, place: int, verb: str) -> QAction:
        """Return what the menu of a row offers: `open`, `move_up`, `move_down` or `remove`."""
        return self._rows[place].actions[verb]

    @property
    def columns(self) -> list[str]:
        """The keys of the columns shown."""
        return [spec.key for spec in self._columns_that_fit()] if self.ids else []

    def show_owner(self, item_id: str) -> None:
        """Show what belongs to another item."""
        self._owner = item_id
        for row in self._rows:
            row.item_id = ""
        self.refresh()

    def refresh(self) -> None:
        """Show rows that came, went or moved, and cells that changed; leave everything else alone."""
        ids = self.ids
        for place in range(len(self._rows), len(ids)):
            self._rows.append(self._make_row(place))
        for row, item_id in zip(self._rows, ids, strict=False):
            row.show_item(item_id)
        for row in self._rows[len(ids) :]:
            row.item_id = ""
        title = self._tools.words(self._kind.label)
        count = self._tools.words("{title}（{count}）").format(title=title, count=len(ids))
        self._heading.setText(count if ids else title)
        self._apply_editable()
        self._show_columns()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid editing."""
        self._editable = editable
        self._apply_editable()

    def fit(self, width: int) -> None:
        """Show the columns for which there is room in a width."""
        if width != self._width:
            self._width = width
            self._show_columns()

    def add(self) -> None:
        """Add a row at the end and put the cursor into it."""
        document = self._tools.bridge.document
        before = set(self.ids)
        self._run(
            lambda: add_belonging(
                document.plan, self._cls, self._owner, document.clock.today(), document.new_id
            )
        )
        for place, item_id in enumerate(self.ids):
            if item_id not in before:
                self._rows[place].editors[self._specs[0].key].control.setFocus()

    def move_row(self, item_id: str, step: int) -> None:
        """Move a row one place up (−1) or down (+1)."""
        self._run(lambda: move_by(self._tools.plan, [item_id], step))

    def remove_row(self, item_id: str) -> None:
        """Take a row out of the plan."""
        self._run(lambda: remove(self._tools.plan, [item_id]))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _run(self, command: Callable[[], ChangeSet]) -> None:
        self._tools.bridge.run(command)

    def _apply_editable(self) -> None:
        self.add_button.setVisible(self._editable)
        for row in self._rows:
            item = self._tools.plan.find(row.item_id) if row.item_id else None
            if item is not None:
                row.set_editable(self._editable and self._tools.series.may_edit(item))

    def _show_columns(self) -> None:
        shown = self._columns_that_fit()
        self._card.setVisible(bool(self.ids))
        for column, (spec, label) in enumerate(zip(self._specs, self._labels, strict=True)):
            label.setVisible(spec in shown)
            stretched = spec in shown and spec.type in _STRETCHED
            self._grid.setColumnStretch(column, spec.width if stretched else 0)
        for row in self._rows:
            row.show_columns(shown)

    def _columns_that_fit(self) -> list[Field]:
        room = self._width - _MORE_WIDTH - 2 * _FRAME
        shown: list[Field] = []
        for spec in self._specs:
            room -= _LEAST_WIDTHS[spec.type] + _SPACING
            if room < 0 and len(shown) >= _LEAST_COLUMNS:
                break
            shown.append(spec)
        return shown

    def _make_row(self, place: int) -> "_Row":
        row = _Row(place, self._specs, self._tools, self, self._card)
        for column, spec in enumerate(self._specs):
            self._grid.addWidget(row.editors[spec.key], place + 1, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.more, place + 1, len(self._specs), Qt.AlignmentFlag.AlignTop)
        before: QWidget = self._rows[-1].more if self._rows else self.add_button
        for control in (*(row.editors[spec.key].control for spec in self._specs), row.more):
            self.setTabOrder(before, control)
            before = control
        return row

    def _column_label(self, spec: Field) -> QLabel:
        label = QLabel(self._tools.words(spec.label), self._card)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setFont(scaled_font(self.font(), 0.9))
        label.setContentsMargins(_INSET, 0, 0, 0)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        return label

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.add_button)
        self._grid.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(_SPACING)
        for column, label in enumerate(self._labels):
            self._grid.addWidget(label, 0, column)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(4)
        column_box.addLayout(head)
        column_box.addWidget(self._card)


class _Row:
    """One row of the table: an editor for each column, and a menu of what can be done with the row."""

    def __init__(
        self, place: int, specs: list[Field], tools: Tools, table: RelatedTable, card: QWidget
    ) -> None:
        self.item_id = ""
        self._place = place
        self._specs = specs
        self._table = table
        self.editors = {spec.key: make_editor(spec, tools, card) for spec in specs}
        for spec in specs:
            editor = self.editors[spec.key]
            label = tools.words(spec.label)
            editor.name(tools.words("第 {row} 行，{field}").format(row=place + 1, field=label))
            editor.control.setProperty("flat", True)
            editor.setMinimumWidth(_LEAST_WIDTHS[spec.type])
            if spec.type not in _STRETCHED:
                editor.setMaximumWidth(_LEAST_WIDTHS[spec.type])
        self.more = QToolButton(card)
        self.more.setIcon(tools.icons.icon("more", "text-muted"))
        self.more.setToolTip(tools.words("打开、移动或删除这一行"))
        self.more.setAccessibleName(tools.words("第 {row} 行的操作").format(row=place + 1))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "row-menu")
        menu = QMenu(self.more)
        self.actions = {
            verb: menu.addAction(tools.icons.icon(icon), tools.words(text)) for verb, text, icon in _VERBS
        }
        self.more.setMenu(menu)
        self.actions["open"].triggered.connect(lambda: table.opened.emit(self.item_id))
        self.actions["move_up"].triggered.connect(lambda: table.move_row(self.item_id, -1))
        self.actions["move_down"].triggered.connect(lambda: table.move_row(self.item_id, 1))
        self.actions["remove"].triggered.connect(lambda: table.remove_row(self.item_id))

    def show_item(self, item_id: str) -> None:
        """Show an item, or what changed in it."""
        for editor in self.editors.values():
            if item_id == self.item_id:
                editor.refresh()
            else:
                editor.show_item(item_id)
        self.item_id = item_id

    def show_columns(self, shown: list[Field]) -> None:
        """Show the cells of some columns; none at all where the row has no item."""
        for spec in self._specs:
            self.editors[spec.key].setVisible(bool(self.item_id) and spec in shown)
        self.more.setVisible(bool(self.item_id))

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changing the row."""
        for editor in self.editors.values():
            editor.set_editable(editable)
        for verb in ("move_up", "move_down", "remove"):
            self.actions[verb].setEnabled(editable)


def _has_column(spec: Field) -> bool:
    return spec.type in _LEAST_WIDTHS and spec.group not in _ELSEWHERE and not spec.system
