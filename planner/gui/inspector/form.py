"""A part of the form of one kind of item: its field table as labels and editors."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.domain.fields import Field, FieldType, Group, Kind
from planner.domain.own_fields import fields_of
from planner.gui.inspector.editors import FieldEditor, make_editor
from planner.gui.inspector.sections import in_head
from planner.gui.inspector.tools import Tools

_LABEL_WIDTH = 96
_LABEL_INSET = 6


class ItemForm(QWidget):
    """Reads and edits some groups of fields of any item of one kind; `opened` asks for another item."""

    opened = Signal(str)

    def __init__(self, kind: Kind, groups: Iterable[Group], tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self.editors: dict[str, FieldEditor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for group in groups:
            for spec in fields_of(tools.plan, kind):
                if spec.group is group and not in_head(spec):
                    self._add_field(spec)

    @property
    def filled(self) -> int:
        """How many fields say something that was given and not computed."""
        return sum(
            1
            for editor in self.editors.values()
            if editor.spec.type is not FieldType.COMPUTED and editor.text
        )

    def show_item(self, item_id: str) -> None:
        """Show an item of the form's kind."""
        for editor in self.editors.values():
            editor.show_item(item_id)

    def refresh(self) -> None:
        """Show what has changed in the plan, and leave every other field alone."""
        for editor in self.editors.values():
            editor.refresh()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid editing."""
        for editor in self.editors.values():
            editor.set_editable(editable)

    def _add_field(self, spec: Field) -> None:
        label = QLabel(self._tools.words(spec.label), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setFixedWidth(_LABEL_WIDTH)
        label.setContentsMargins(0, _LABEL_INSET, 0, 0)
        editor = make_editor(spec, self._tools, self)
        editor.opened.connect(self.opened)
        label.setBuddy(editor.control)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
        self.editors[spec.key] = editor
