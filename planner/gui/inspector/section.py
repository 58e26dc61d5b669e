"""A part of the inspector below a heading that opens and closes it, by pointer, Space and Enter."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from planner.gui.fonts import scaled_font
from planner.gui.inspector.tools import Tools

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROW = 12
_INSET = 4
_AROUND_WORDS = 36
"""The icon of a tool, and what is around it and its words."""


class Section(QWidget):
    """Shows a body, made after it for the sake of Tab, while it is open; that is kept under `part`."""

    toggled = Signal()

    def __init__(self, part: str, title: str, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = part
        self._body: QWidget | None = None
        self._title = title
        self._tools = tools
        self.heading = _Heading(self)
        self.heading.setFont(scaled_font(parent.font(), 1.0, QFont.Weight.DemiBold))
        self.heading.setIconSize(QSize(_ARROW, _ARROW))
        self.heading.clicked.connect(self._toggle)
        self._tool: QToolButton | None = None
        self.setMinimumWidth(1)  # too wide a heading must not mislead the heights below it
        self._head = QHBoxLayout()
        self._head.setContentsMargins(-_INSET, 0, 0, 0)
        self._head.setSpacing(4)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(self._head)
        self.show_count(0)

    @property
    def opened(self) -> bool:
        """Whether the body is shown."""
        return self._tools.folds.is_open(self.part)

    def put(self, body: QWidget) -> None:
        """Take what stands below the heading."""
        self._body = body
        self._column.addWidget(body)
        self.follow()

    def add_tool(self, tool: QToolButton) -> None:
        """Put what can be done with the part at the end of its heading, wordless where room lacks."""
        self._tool = tool
        tool.setToolTip(tool.text().removesuffix("…"))
        self._head.addWidget(tool)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tool is not None:
            words = self._tool.fontMetrics().horizontalAdvance(self._tool.text()) + _AROUND_WORDS
            fits = self.heading.sizeHint().width() + words <= self.width()
            style = (
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon if fits else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            self._tool.setToolButtonStyle(style)

    def show_count(self, count: int) -> None:
        """Say how much there is in the part; nothing of nothing."""
        counted = self._tools.words("{title}（{count}）").format(title=self._title, count=count)
        self.heading.setText(counted if count else self._title)
        self.heading.setAccessibleName(self.heading.text())

    def follow(self) -> None:
        """Show or hide the body as the person keeps it."""
        if self._body is not None:
            self._body.setVisible(self.opened)
        arrow = "chevron-down" if self.opened else "chevron-right"
        self.heading.setIcon(self._tools.icons.icon(arrow, "text-muted"))
        words = self._tools.words
        self.heading.setAccessibleDescription(words("已展开") if self.opened else words("已收起"))

    def open(self) -> None:
        """Show the body."""
        if not self.opened:
            self._toggle()

    def _toggle(self) -> None:
        self._tools.folds.set_open(self.part, not self.opened)
        self.follow()
        self.toggled.emit()


class _Heading(QToolButton):
    """A flat button over its text; Enter presses it too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "section")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
