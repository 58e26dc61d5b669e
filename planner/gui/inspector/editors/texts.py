"""Editors for what is typed: text of one line and of several, numbers, periods, names and deadlines."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from planner.app.commands.typed import read_typed, set_typed
from planner.domain.fields import Field, FieldType, Value
from planner.domain.items import Adjustment, Measure
from planner.domain.marks import N_
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.editors.controls import LineControl, TextControl
from planner.gui.inspector.tools import Tools

_COMPLAINTS: Mapping[FieldType, str] = {
    FieldType.NUMBER: N_("请填数字。未保存，原值保留。"),
    FieldType.PERCENT: N_("请填 0 到 100 的数。未保存，原值保留。"),
    FieldType.PERIOD: N_("请填日期或时段，如 2025年6月、2025年三季度。未保存，原值保留。"),
}
_OTHER_COMPLAINT = N_("不能这样填。未保存，原值保留。")


class TypedEditor(FieldEditor):
    """What is typed is read by the field's type; what cannot be read is marked and not stored."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.input = self.make_input()
        self.input.finished.connect(self.commit)
        self.input.given_up.connect(self.display)
        self.use(self.input)

    def make_input(self) -> LineControl | TextControl:
        """Make the control that takes the text."""
        return LineControl(self)

    @property
    def typed(self) -> str:
        """What stands in the control now."""
        return self.input.text() if isinstance(self.input, LineControl) else self.input.toPlainText()

    def display(self) -> None:
        self.input.show_text(self.text)
        self.tell("")

    def hand_over(self) -> None:
        typed = self.typed
        if typed == self.text:
            self.tell("")
            return
        try:
            value = read_typed(self.spec, typed)
        except ValueError:
            self._complain()
            return
        if not self.spec.accepts(value):
            self._complain()
        elif value == self.value:
            self.display()
        else:
            self.store(value, typed)

    def store(self, _value: Value, typed: str) -> None:
        """Run the command that makes the plan say it."""
        document = self.tools.bridge.document
        today = document.clock.today()
        self.run(lambda: set_typed(document.plan, self.item_id, self.spec.key, typed, today, document.new_id))

    def set_editable(self, editable: bool) -> None:
        self.input.setReadOnly(not editable)

    def _complain(self) -> None:
        complaint = _COMPLAINTS.get(self.spec.type, _OTHER_COMPLAINT)
        self.tell(self.tools.words(complaint), error=True)


class TextEditor(TypedEditor):
    """One paragraph, as titles are: it wraps, and Enter ends the entry."""

    def make_input(self) -> LineControl | TextControl:
        return TextControl(self, single_line=True)


class ParagraphEditor(TypedEditor):
    """Text of several paragraphs: Enter breaks, Ctrl+Enter or leaving ends the entry."""

    def make_input(self) -> LineControl | TextControl:
        return TextControl(self, single_line=False)


class DeadlineEditor(TextEditor):
    """Words of a deadline, kept as typed, with what they are read as under them.

    The first deadline of a measure stands once it was officially adjusted.
    """

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self._editable = True
        self.input.textChanged.connect(self._show_reading)

    def signature(self) -> object:
        return self.text, self._stands

    def refresh(self) -> None:
        super().refresh()
        self._show_reading()

    def display(self) -> None:
        super().display()
        self.set_editable(self._editable)

    def hand_over(self) -> None:
        super().hand_over()
        self._show_reading()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        super().set_editable(editable and not self._stands)

    @property
    def _stands(self) -> bool:
        item = self.item
        return isinstance(item, Measure) and bool(self.tools.plan.child_ids(item.id, Adjustment))

    def _show_reading(self) -> None:
        item = self.tools.plan.find(self.item_id)
        measure = item if isinstance(item, Measure) else self.tools.plan.find(item.parent if item else "")
        if not isinstance(measure, Measure):
            self.tell("")
        elif item is measure and self._stands:
            self.tell(self.tools.words("时限已作调整，原定时限保留不改。"))
        else:
            self.tell(self.tools.explanations.due_hint(measure, self.typed))
