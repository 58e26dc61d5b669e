"""What is computed, to be read and copied; and addresses, to be opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.domain.fields import Field
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.editors.texts import TextEditor
from planner.gui.inspector.link_button import LinkButton
from planner.gui.inspector.tools import Tools

_NOTHING = "—"
_INSET = 6


class ComputedView(FieldEditor):
    """A value derived from the plan; the tool tip says how it came about."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setWordWrap(True)
        self.label.setContentsMargins(_INSET, _INSET, 0, _INSET)
        self.use(self.label)

    def signature(self) -> object:
        return self.text, self.tools.explanations.of(self.item, self.spec.key)

    def display(self) -> None:
        explanation = self.tools.explanations.of(self.item, self.spec.key)
        self.label.setText(self.text or _NOTHING)
        self.label.setToolTip(explanation)
        self.label.setAccessibleDescription(explanation)

    def set_editable(self, editable: bool) -> None:
        """Stay as it is: it is never edited here."""


class AddressEditor(TextEditor):
    """An address with a button that opens it; anything but web and mail addresses is kept and not opened."""

    def __init__(self, spec: Field, tools: Tools, parent: QWidget) -> None:
        super().__init__(spec, tools, parent)
        self.open_button = LinkButton(tools.words("打开地址"), tools, self)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.input, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertLayout(0, row)

    def display(self) -> None:
        super().display()
        self.open_button.show_address(self.text)
        if self.text and not self.open_button.can_open:
            self.tell(self.tools.words("只能打开 http、https 和 mailto 地址；文字照原样保留。"))
