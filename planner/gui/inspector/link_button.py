"""The button that opens an address of the plan; the forms and tables of the inspector make it."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton, QWidget

from planner.gui.inspector.tools import Tools

_OPENED_SCHEMES = ("http", "https", "mailto")


class LinkButton(QToolButton):
    """Opens web and mail addresses, and is disabled for any other text, which is kept and not opened."""

    def __init__(self, name: str, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._name = name
        self._url = QUrl()
        self.setIcon(tools.icons.icon("link"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)

    def show_address(self, text: str) -> None:
        """Stand for another address."""
        self._url = QUrl(text, QUrl.ParsingMode.StrictMode)
        words = self._tools.words
        self.setEnabled(self.can_open)
        if self.can_open:
            self.setToolTip(words("打开 {address}").format(address=self._url.toString()))
        else:
            self.setToolTip(words("{field}：{text}").format(field=self._name, text=text or words("未填")))

    @property
    def can_open(self) -> bool:
        """Whether the address is one that is opened."""
        return self._url.scheme() in _OPENED_SCHEMES

    def _open(self) -> None:
        if self.can_open:
            QDesktopServices.openUrl(self._url)
