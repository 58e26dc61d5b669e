"""Editors for what is chosen: one of a list, another item, yes or no."""

from collections.abc import Iterator

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from planner.app.commands.edit import set_field
from planner.domain.fields import Field, Value
from planner.domain.items import KINDS
from planner.gui.inspector.candidates import candidates
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.tools import Tools

_LEAST_SIGNS = 4


class _Box(QComboBox):
    """A list that scrolling over the form does not change by accident."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_SIGNS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(FieldEditor):
    """One code of the field's choices."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.box = _Box(self)
        self.box.activated.connect(lambda _: self.commit())
        self.use(self.box)

    def fill(self) -> None:
        """List what can be chosen."""
        for choice in self.spec.choices:
            self.box.addItem(self.tools.words(choice.label), choice.code)

    def display(self) -> None:
        if not self.box.count():
            self.fill()
        self.box.setCurrentIndex(self.box.findData(self.value))
        self.box.setToolTip(self.box.currentText())

    def hand_over(self) -> None:
        self._set(str(self.box.currentData() or ""))

    def _set(self, value: Value) -> None:
        document = self.tools.bridge.document
        if value != self.value:
            self.run(
                lambda: set_field(document.plan, self.item_id, self.spec.key, value, document.clock.today())
            )


class ReferenceEditor(ChoiceEditor):
    """One item of the field's target kind, or none."""

    def fill(self) -> None:
        self.box.addItem(self.tools.words("无"), "")
        for entry in self._entries():
            self.box.addItem(*entry)

    def signature(self) -> object:
        return self.item_id, self.value, tuple(self._entries())

    def display(self) -> None:
        self.box.clear()
        super().display()

    def _entries(self) -> Iterator[tuple[str, str]]:
        """Yield text and id of what can be chosen: of any kind only what is chosen already."""
        kind = KINDS.get(self.spec.target)
        if kind is None:
            yield self.text, str(self.value)
            return
        for candidate in candidates(self.tools, kind.cls):
            if candidate.id != self.item_id:
                grouped = f"{candidate.group} › {candidate.text}" if candidate.group else candidate.text
                yield grouped, candidate.id


class FlagEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.box = QCheckBox(self)
        self.box.clicked.connect(lambda _: self.commit())
        self.use(self.box)

    def display(self) -> None:
        self.box.setChecked(self.value is True)

    def hand_over(self) -> None:
        document, checked = self.tools.bridge.document, self.box.isChecked()
        if checked != self.value:
            self.run(
                lambda: set_field(document.plan, self.item_id, self.spec.key, checked, document.clock.today())
            )
