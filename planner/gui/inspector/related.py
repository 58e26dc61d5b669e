"""The table of what belongs to an item: milestones, adjusted deadlines, goals, reports, funding or values.

Columns are read from the field table of the kind, as many as there is room for; the rest stands in the form
of the row, one click away. Cells are edited in place.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.app.commands.belongings import add_belonging
from planner.app.commands.structure import move_by, remove
from planner.domain.changes import ChangeSet
from planner.domain.fields import Field, FieldType, Group
from planner.domain.items import Adjustment, Item, Measure, Report, kind_of
from planner.domain.marks import N_
from planner.gui.fonts import scaled_font
from planner.gui.inspector.editors import FieldEditor
from planner.gui.inspector.related_row import LEAST_WIDTHS, STRETCHED, RelatedRow
from planner.gui.inspector.tools import Tools

_ELSEWHERE = (Group.NOTES, Group.SOURCE)
_MORE_WIDTH = 26
_INSET = 7
_FRAME = 4
_SPACING = 2
_LEAST_COLUMNS = 2

_ASKED: Mapping[type[Item], tuple[str, str]] = {
    Adjustment: ("deadline", N_("调整完成时限…")),
    Report: ("report", N_("填报进展…")),
}
"""What is put on record by a dialog: the icon and text of the button that opens it."""


class RelatedTable(QWidget):
    """Everything of one class that belongs to one item, a row each.

    `opened` asks for a row to be shown, `asked` for the dialog that adds one to the owner named.
    """

    opened = Signal(str)
    asked = Signal(str)

    def __init__(self, cls: type[Item], tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._cls = cls
        self._kind = kind_of(cls)
        self._tools = tools
        self._owner = ""
        self._editable = True
        self._width = 0
        self._specs = [spec for spec in self._kind.stored if _has_column(spec)]
        self._address = next((spec for spec in self._kind.stored if spec.type is FieldType.ADDRESS), None)
        self._rows: list[RelatedRow] = []
        self.add_button = self._make_add_button()
        self._first = QLabel(self)
        self._first.setTextFormat(Qt.TextFormat.PlainText)
        self._first.setProperty("role", "muted")
        self._first.setWordWrap(True)
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

    def link(self, place: int) -> QToolButton:
        """Return the button that opens the address of a row; KeyError for a kind without addresses."""
        link = self._rows[place].link
        if link is None:
            raise KeyError(self._kind.key)
        return link

    @property
    def first(self) -> str:
        """What stands above the rows: which deadline was there before them."""
        return self._first.text()

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
        first = self._first_deadline()
        self._first.setText(first)
        self._first.setVisible(bool(first))
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

    def _add_or_ask(self) -> None:
        """Add a row in place, or ask for all of it where a dialog stands for that."""
        if self._cls in _ASKED:
            self.asked.emit(self._owner)
        else:
            self.add()

    def _first_deadline(self) -> str:
        """Say which deadline stood before the changes listed; empty where there is none."""
        measure = self._tools.plan.find(self._owner) if self._cls is Adjustment and self.ids else None
        if not isinstance(measure, Measure):
            return ""
        words = self._tools.words
        return words("原定时限：{due}").format(due=measure.due or words("未定"))

    def _make_add_button(self) -> QToolButton:
        words = self._tools.words
        icon, verb = _ASKED.get(self._cls, ("plus", N_("添加")))
        button = QToolButton(self)
        button.setProperty("role", "add")
        button.setIcon(self._tools.icons.icon(icon, "text-muted"))
        button.setText(words(verb))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        added = words("添加{kind}").format(kind=words(self._kind.label))
        button.setAccessibleName(words(verb).removesuffix("…") if self._cls in _ASKED else added)
        button.clicked.connect(self._add_or_ask)
        return button

    def _run(self, command: Callable[[], ChangeSet]) -> None:
        self._tools.bridge.run(command)

    def _apply_editable(self) -> None:
        self.add_button.setVisible(self._editable and bool(self._owner))
        for row in self._rows:
            item = self._tools.plan.find(row.item_id) if row.item_id else None
            if item is not None:
                row.set_editable(self._editable and self._tools.series.may_edit(item))

    def _show_columns(self) -> None:
        shown = self._columns_that_fit()
        self._card.setVisible(bool(self.ids))
        for column, (spec, label) in enumerate(zip(self._specs, self._labels, strict=True)):
            label.setVisible(spec in shown)
            stretched = spec in shown and spec.type in STRETCHED
            self._grid.setColumnStretch(column, spec.width if stretched else 0)
        for row in self._rows:
            row.show_columns(shown, with_link=self._has_addresses)

    def _columns_that_fit(self) -> list[Field]:
        ends = 2 if self._has_addresses else 1
        room = self._width - ends * _MORE_WIDTH - 2 * _FRAME
        shown: list[Field] = []
        for spec in self._specs:
            room -= LEAST_WIDTHS[spec.type] + _SPACING
            if room < 0 and len(shown) >= _LEAST_COLUMNS:
                break
            shown.append(spec)
        return shown

    @property
    def _has_addresses(self) -> bool:
        """Whether any row has an address that can be opened from here."""
        key = self._address.key if self._address else ""
        return bool(key) and any(self._tools.plan[item_id].value(key) for item_id in self.ids)

    def _make_row(self, place: int) -> RelatedRow:
        row = RelatedRow(place, self._specs, self._address, self._tools, self._card)
        row.actions["open"].triggered.connect(lambda: self.opened.emit(row.item_id))
        row.actions["move_up"].triggered.connect(lambda: self.move_row(row.item_id, -1))
        row.actions["move_down"].triggered.connect(lambda: self.move_row(row.item_id, 1))
        row.actions["remove"].triggered.connect(lambda: self.remove_row(row.item_id))
        for column, spec in enumerate(self._specs):
            self._grid.addWidget(row.editors[spec.key], place + 1, column, Qt.AlignmentFlag.AlignTop)
        for column, button in enumerate(row.ends, len(self._specs)):
            self._grid.addWidget(button, place + 1, column, Qt.AlignmentFlag.AlignTop)
        before: QWidget = self._rows[-1].more if self._rows else self.add_button
        for control in (*(row.editors[spec.key].control for spec in self._specs), *row.ends):
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
        self._grid.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(_SPACING)
        for column, label in enumerate(self._labels):
            self._grid.addWidget(label, 0, column)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(4)
        column_box.addWidget(self._first)
        column_box.addWidget(self._card)


def _has_column(spec: Field) -> bool:
    return spec.type in LEAST_WIDTHS and spec.group not in _ELSEWHERE and not spec.system
