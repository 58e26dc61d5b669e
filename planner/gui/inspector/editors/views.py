"""What is computed, to be read and copied; and addresses, to be opened."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from planner.domain.fields import Field
from planner.gui.inspector.editors.base import FieldEditor
from planner.gui.inspector.editors.texts import TextEditor
from planner.gui.inspector.tools import Tools

_OPENED_SCHEMES = ("http", "https", "mailto")
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
        self.open_button = QToolButton(self)
        self.open_button.setIcon(tools.icons.icon("link"))
        self.open_button.setAccessibleName(tools.words("打开地址"))
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.input, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertLayout(0, row)

    def display(self) -> None:
        super().display()
        url = self._url()
        known = url.scheme() in _OPENED_SCHEMES
        self.open_button.setEnabled(known)
        self.open_button.setToolTip(
            self.tools.words("打开 {address}").format(address=url.toString()) if known else ""
        )
        if self.text and not known:
            self.tell(self.tools.words("只能打开 http、https 和 mailto 地址；文字照原样保留。"))

    def _url(self) -> QUrl:
        return QUrl(self.text, QUrl.ParsingMode.StrictMode)

    def _open(self) -> None:
        if self._url().scheme() in _OPENED_SCHEMES:
            QDesktopServices.openUrl(self._url())
