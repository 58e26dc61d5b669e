"""What all editors of the inspector have in common: they follow one field of one item."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.fields import Field, Value
from planner.domain.items import Item
from planner.domain.own_fields import field_of, value_of
from planner.gui.fonts import scaled_font
from planner.gui.inspector.tools import Tools

_NOT_YET = object()
_SMALL = 0.9


class FieldEditor(QWidget):
    """Shows one field of one item, and turns what a person enters into a command when it differs.

    A subclass fills `control` with its widget, says in `display` how it shows the field and in `hand_over`
    what to do with the entry. `opened` asks for another item to be shown.
    """

    opened = Signal(str)

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.tools = tools
        self.item_id = ""
        self.control: QWidget = self
        self._shown: object = _NOT_YET
        self._note: QLabel | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    @property
    def item(self) -> Item:
        """The item whose field is shown."""
        return self.tools.plan[self.item_id]

    @property
    def text(self) -> str:
        """What the plan says in this field."""
        return self.tools.bridge.cells.text(self.item, self.spec.key)

    @property
    def value(self) -> Value:
        """What the plan stores in this field."""
        return value_of(self.tools.plan, self.item, self.spec.key)

    @property
    def note(self) -> str:
        """What stands under the field: an error, a hint, or nothing."""
        return self._note.text() if self._note is not None and not self._note.isHidden() else ""

    def use(self, control: QWidget, name: str = "") -> None:
        """Take a widget as the control, named after the field or after `name`."""
        self.control = control
        self.setFocusProxy(control)
        self.column.addWidget(control)
        self.name(name or self.tools.words(self.spec.label))

    def name(self, name: str) -> None:
        """Tell screen readers what the control is for."""
        self.control.setAccessibleName(name)

    def show_item(self, item_id: str) -> None:
        """Show the field of an item; what was typed and not committed is dropped."""
        self.item_id = item_id
        self._shown = _NOT_YET
        self.refresh()

    def refresh(self) -> None:
        """Show what the plan says now, if that is not what was shown."""
        signature = self.signature()
        if signature != self._shown:
            self._shown = signature
            self.display()

    def signature(self) -> object:
        """Return what must stay the same for the control to be left alone."""
        return self.text

    def display(self) -> None:
        """Show what the plan says."""
        raise NotImplementedError

    def commit(self) -> None:
        """Hand over what was entered; nothing where the item or the field has been removed meanwhile."""
        plan = self.tools.plan
        if self.item_id in plan and field_of(plan, self.item, self.spec.key) is not None:
            self.hand_over()

    def hand_over(self) -> None:
        """Run the command for what was entered, if there is anything and it differs."""

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid editing; what is shown can still be read and copied."""
        self.control.setEnabled(editable)

    def run(self, command: Callable[[], ChangeSet]) -> bool:
        """Run a command and show what came of it."""
        accepted = self.tools.bridge.run(command)
        if accepted:
            self._shown = _NOT_YET
            self.refresh()
        return accepted

    def tell(self, text: str, *, error: bool = False) -> None:
        """Say something under the field, or nothing; an error also marks the control."""
        if text and self._note is None:
            self._note = self._make_note()
        if self._note is not None:
            self._note.setText(text)
            self._note.setVisible(bool(text))
            _set_property(self._note, "role", "error" if error else "muted")
        _set_property(self.control, "invalid", error)
        self.control.setAccessibleDescription(text)

    def _make_note(self) -> QLabel:
        note = QLabel(self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        note.setFont(scaled_font(self.font(), _SMALL))
        self.column.addWidget(note)
        return note


def _set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and paint by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
