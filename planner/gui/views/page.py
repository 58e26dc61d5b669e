"""The one shape of a view: a row of tools, a body below it, and a word in its place while there is nothing.

Every view and pane of the window may import it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.gui.icons import Icons
from planner.gui.quiet import make_quiet
from planner.gui.views.stage import Stage

_ROW_PADDING = 12
_SEARCH_WIDTH = 240


class Page(QWidget):
    """A view on a stage; what can be done in it are actions, in its tools and in the menu of its body."""

    def __init__(self, stage: Stage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._stage = stage
        self._words = stage.bridge.words
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._next_step = QPushButton(self)
        self._next_step.clicked.connect(self._take_next_step)
        self._step: QAction | None = None
        self._empty = self._make_empty()
        self._stack = QStackedWidget(self)

    @property
    def hint(self) -> str:
        """What stands in place of the body when there is nothing to show, else the empty text."""
        return self._hint.text() if self._stack.currentWidget() is self._empty else ""

    def command(self, icon: str, text: str, handler: Callable[[], object], *keys: str) -> QAction:
        """Make something that can be done here; keys act in the widgets that it is added to."""
        action = QAction(self._stage.icons.icon(icon), text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked: handler())
        return action

    def lay_out(self, tools: QLayout | QWidget, body: QWidget) -> None:
        """Put the tools above the body."""
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools) if isinstance(tools, QWidget) else column.addLayout(tools)
        column.addWidget(self._stack, 1)

    def show_hint(self, text: str, step: QAction | None = None) -> None:
        """Say why there is nothing and offer what to do next; without a text, show the body."""
        self._hint.setText(text)
        self._step = step
        self._next_step.setVisible(step is not None and step.isEnabled())
        if step is not None:
            self._next_step.setText(step.text())
            self._next_step.setIcon(step.icon())
        self._stack.setCurrentIndex(1 if text else 0)

    def _take_next_step(self) -> None:
        if self._step is not None:
            self._step.trigger()

    def _make_empty(self) -> QWidget:
        empty = QWidget(self)
        column = QVBoxLayout(empty)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._hint)
        column.addWidget(self._next_step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return empty


def tool_button(icons: Icons, icon: str, text: str, parent: QWidget, role: str = "text") -> QToolButton:
    """Make a button that says beside its icon, tinted in a role of the theme, what it does."""
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon, role))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def action_button(action: QAction, parent: QWidget) -> QToolButton:
    """Make the button of an action."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def search_line(name: str, parent: QWidget) -> QLineEdit:
    """Make the line in which is typed what to look for."""
    line = QLineEdit(parent)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    line.setMaximumWidth(_SEARCH_WIDTH)
    return line


def tool_row(*parts: QWidget | int | None) -> QHBoxLayout:
    """Put tools side by side: None is room that grows, a number so many pixels more."""
    row = QHBoxLayout()
    row.setContentsMargins(10, 6, 10, 6)
    row.setSpacing(4)
    for part in parts:
        if part is None:
            row.addStretch(1)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    return row


def set_up_table(table: QTableView, name: str) -> None:
    """Make a table quiet: whole rows, no grid, no numbers, headings to the left; Tab leaves it."""
    table.setAccessibleName(name)
    table.setProperty("role", "table")
    make_quiet(table)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def set_up_listing(table: QTableView, name: str) -> None:
    """Make a quiet table of striped rows, one of which is current, that is not typed into."""
    set_up_table(table, name)
    table.setAlternatingRowColors(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def offer_menu(view: QAbstractItemView, actions: Sequence[QAction]) -> None:
    """Let keys and the menu of a list or table do these actions: by right click, Menu key and Shift+F10."""
    view.addActions(actions)

    def open_menu(point: QPoint) -> None:
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(view.actions())
        menu.popup(view.viewport().mapToGlobal(point))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(open_menu)
    by_key = QShortcut(QKeySequence("Shift+F10"), view)
    by_key.setContext(Qt.ShortcutContext.WidgetShortcut)
    by_key.activated.connect(lambda: open_menu(view.visualRect(view.currentIndex()).bottomLeft()))
